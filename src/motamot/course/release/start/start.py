"""Start the lesson: install what it needs in this folder, once, then open JupyterLab.

This file ships inside a bundle and runs before anything is installed: it uses Python's own library only.
"""

from __future__ import annotations

import json
import locale
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import IO, Any

KIT = Path(__file__).resolve().parent
BUNDLE = KIT.parent
PLACE = BUNDLE / ".venv"
STAMP = PLACE / "motamot-installed.json"
LOG = BUNDLE / "install-log.txt"
WORK = "motamot-work"
LEAST_PYTHON = (3, 11)
ROOM = 900_000_000  # bytes: what is installed takes two thirds of it
LONGEST_INSIDE = 165  # signs: the longest name of a file below .venv, where a system counts them
LONGEST_PATH = 259
WINDOWS = os.name == "nt"
_RUN = "import sys; sys.argv[0] = 'motamot'; from motamot.cli import main; main()"


class Trouble(Exception):
    """What hinders the start, in a sentence for people."""


def main(arguments: list[str]) -> int:
    """Install if need be, then run the lesson, or the command asked for."""
    if arguments[:1] == ["--fits"]:
        return 0 if fits(arguments[1]) else 1
    try:
        with alone():
            install()
    except Trouble as trouble:
        tell(f"\n{trouble}\n")
        return 1
    except KeyboardInterrupt:
        return 130
    return run(command(arguments))


def fits(measure: str) -> bool:
    """Return whether this Python will do; *wheels* asks that wheels which came along are for it, too."""
    # Packages with compiled parts are not made for 32 bits any more.
    good = sys.version_info >= LEAST_PYTHON and sys.maxsize > 2**32
    return good and (measure != "wheels" or not wheel_folders() or wheels() is not None)


def install() -> None:
    """Bring packages and kit to what this bundle wants; nothing is done if they are there."""
    wanted = {name: bundle()[name] for name in ("requirements", "wheel")}
    there = installed()
    if there == wanted:
        return
    if not there:
        check_place()
        tell(say("once"))
        make_place()
    if there.get("requirements") != wanted["requirements"]:
        install_packages()
    (wheel,) = KIT.glob("motamot-*.whl")
    if not pip("install", "--no-deps", "--no-index", "--force-reinstall", str(wheel)):
        raise Trouble(say("failed", log=LOG))
    STAMP.write_text(json.dumps(wanted), encoding="utf-8")
    tell(say("installed"))


def installed() -> dict[str, str]:
    """Return what was installed to its end; nothing if that no longer works."""
    try:
        found: dict[str, str] = json.loads(STAMP.read_text(encoding="utf-8"))
        subprocess.run(
            [python(), "-P", "-c", "import motamot"], check=True, capture_output=True, env=environment()
        )
    except (OSError, ValueError, subprocess.CalledProcessError):
        return {}
    return found


def check_place() -> None:
    """Refuse a folder where the installation would fail halfway."""
    try:
        (BUNDLE / WORK).mkdir(exist_ok=True)
        LOG.write_text("", encoding="utf-8")
    except OSError:
        raise Trouble(say("read_only", folder=BUNDLE)) from None
    if WINDOWS and len(str(BUNDLE)) + LONGEST_INSIDE > LONGEST_PATH:
        raise Trouble(say("too_deep", folder=BUNDLE))
    if shutil.disk_usage(BUNDLE).free < ROOM:
        raise Trouble(say("no_room", gigabytes=ROOM / 1e9))


def make_place() -> None:
    """Make the folder that packages go to, from the start if one was left unfinished."""
    made = logged([sys.executable, "-P", "-m", "venv", "--clear", str(PLACE)])
    if not made or not python().exists():
        raise Trouble(say("no_venv", log=LOG))


def install_packages() -> None:
    """Install all packages, from wheels that came along or else from the network."""
    file = KIT / "requirements.txt"
    wanted = ["--no-deps", "--only-binary=:all:", "--require-hashes", "--requirement", str(file)]
    # Markers compare systems with == as well.
    pins = (line.partition(";")[0] for line in file.read_text(encoding="utf-8").splitlines())
    total = sum("==" in pin for pin in pins)
    folder = wheels()
    # Settings of this computer may name places that are out of reach.
    if folder and pip("--isolated", "install", "--no-index", f"--find-links={folder}", *wanted, total=total):
        return
    if not pip("install", *wanted, total=total):
        key = "no_wheels" if wheel_folders() else "no_network"
        raise Trouble(say(key, log=LOG, python=".".join(map(str, sys.version_info[:2]))))


def wheel_folders() -> list[Path]:
    """Return the folders of wheels in this folder or beside it."""
    return [one for one in (BUNDLE / "wheels", BUNDLE.parent / "wheels") if any(one.glob("numpy-*.whl"))]


def wheels() -> Path | None:
    """Return the folder of wheels that are for this Python on this system."""
    version = "-cp{}{}-".format(*sys.version_info)
    system = {"win32": "-win", "darwin": "-macosx"}.get(sys.platform, "linux")
    for folder in wheel_folders():
        if any(version in wheel.name and system in wheel.name for wheel in folder.glob("numpy-*.whl")):
            return folder
    return None


def pip(*arguments: str, total: int = 0) -> bool:
    """Run pip; its words go to the log, and people see how many of the packages it has come to."""
    call = [str(python()), "-P", "-m", "pip", "--disable-pip-version-check", "--no-input", *arguments]
    return logged(call, total)


def logged(call: list[str], total: int = 0) -> bool:
    """Run a program and tell whether it succeeded; its words go to the log."""
    done = 0
    with LOG.open("a", encoding="utf-8") as log:
        options: dict[str, Any] = {"env": environment(), "encoding": "utf-8", "errors": "replace"}
        process = subprocess.Popen(
            call, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **options
        )
        assert process.stdout is not None
        for line in process.stdout:
            log.write(line)
            # A package comes from the network, from a file, or is for other systems.
            if total and line.startswith(("Collecting ", "Processing ", "Ignoring ")):
                done += 1
                tell(f"\r  {min(done, total)} / {total}", end="")
            elif line.startswith("Installing collected") and done:
                tell("\n" + say("unpacking"))
        return process.wait() == 0


def environment() -> dict[str, str]:
    """Return an environment in which this folder's Python meets no other one's packages."""
    left_out = ("PYTHONPATH", "PYTHONHOME", "PYTHONSTARTUP", "__PYVENV_LAUNCHER__")
    kept = {name: value for name, value in os.environ.items() if name not in left_out}
    # A terminal in JupyterLab then knows `motamot`.
    path = os.pathsep.join([str(python().parent), kept.get("PATH", os.defpath)])
    return kept | {"PYTHONUTF8": "1", "PATH": path}


def command(arguments: list[str]) -> list[str]:
    """Return the command of motamot: the lesson, if no other is named."""
    named = arguments[:1] + [
        str(Path(one).resolve()) if arguments[0] == "use-text" and Path(one).exists() else one
        for one in arguments[1:]
    ]
    if not named or named[0].startswith("-"):
        named = ["lab", str(BUNDLE / WORK), *named]
    if named[0] == "lab" and "--first" not in named:
        named += ["--first", bundle()["first"]]
    fixed = bundle()["language"]
    return [*named, "--lang", fixed] if fixed and "--lang" not in named else named


def run(words: list[str]) -> int:
    """Run a command of motamot in the place of this program."""
    call = [str(python()), "-P", "-c", _RUN, *words]
    os.chdir(BUNDLE)
    if not WINDOWS:
        os.execve(call[0], call, environment())
    process = subprocess.Popen(call, env=environment())
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            # Ctrl+C has reached the lesson as well, which closes by itself.
            continue


def python() -> Path:
    """Return the Python of this folder."""
    return PLACE / ("Scripts/python.exe" if WINDOWS else "bin/python")


@cache
def bundle() -> dict[str, Any]:
    """Return what the bundle says about itself."""
    found: dict[str, Any] = json.loads((KIT / "bundle.json").read_text(encoding="utf-8"))
    return found


def say(key: str, **values: object) -> str:
    """Return a text in the language of the bundle, or else of this computer."""
    language = bundle()["language"]
    if not language:
        variables = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
        spoken = next((one for one in variables if one), None) or locale.getlocale()[0] or ""
        language = "fr" if spoken.lower().startswith("fr") else "en"
    return str(bundle()["messages"][key][language]).format(**values)


def tell(text: str, end: str = "\n") -> None:
    """Show a line at once."""
    sys.stdout.write(text + end)
    sys.stdout.flush()


@contextmanager
def alone() -> Iterator[None]:
    """Wait until no other start is installing here; the system ends the wait if that one is killed."""
    try:
        file = (KIT / "start.lock").open("a+b")
    except OSError:
        raise Trouble(say("read_only", folder=BUNDLE)) from None
    with file:
        _lock(file)
        yield


def _lock(file: IO[bytes]) -> None:
    if sys.platform == "win32":
        import msvcrt

        file.seek(0)
        while True:
            try:
                msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
                return
            except OSError:
                # It gives up after ten seconds.
                continue
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX)


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    sys.exit(main(sys.argv[1:]))
