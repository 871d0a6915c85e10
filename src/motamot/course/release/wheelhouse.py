"""All wheels a room without network needs, fetched with pip and held to the hashes of the lock."""

from __future__ import annotations

import os
import platform
import re
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from motamot._language import message
from motamot.course.release.requirements import Pin, pins_for
from motamot.errors import MotamotError

_HERE = "here"
# What pip calls the systems; a wheel for an older system runs on a newer one.
_LINUX = (*(f"manylinux_2_{minor}" for minor in range(28, 16, -1)), "manylinux2014")
_TAGS = {
    "windows": ("win_amd64",),
    "macos-arm": ("macosx_14_0_arm64",),
    "macos-intel": ("macosx_14_0_x86_64",),
    "linux": tuple(f"{one}_x86_64" for one in _LINUX),
    "linux-arm": tuple(f"{one}_aarch64" for one in _LINUX),
}
_SYSTEMS = {
    "windows": {"sys_platform": "win32", "os_name": "nt", "platform_system": "Windows"},
    "macos": {"sys_platform": "darwin", "os_name": "posix", "platform_system": "Darwin"},
    "linux": {"sys_platform": "linux", "os_name": "posix", "platform_system": "Linux"},
}
_MACHINES = {"windows": "AMD64", "macos-arm": "arm64", "linux-arm": "aarch64"}
_PATCHES = 40
_PYTHON = re.compile(r"3\.\d{1,2}")


@dataclass(frozen=True)
class Target:
    """A kind of computer: a name of ``_TAGS`` or *here*, and a version of Python."""

    system: str
    python: str

    def environment(self, patch: int) -> dict[str, str]:
        """Return the values of the markers there, for one patch level of that Python."""
        from packaging.markers import default_environment

        values = {name: str(value) for name, value in default_environment().items()}
        if self.system != _HERE:
            values |= _SYSTEMS[self.system.partition("-")[0]]
            values["platform_machine"] = _MACHINES.get(self.system, "x86_64")
        return values | {"python_version": self.python, "python_full_version": f"{self.python}.{patch}"}

    @property
    def options(self) -> list[str]:
        """Return what tells pip that wheels are for there."""
        here = self.system == _HERE
        if here and self.python == _this_python():
            return []
        tags = _tags_here() if here else _TAGS[self.system]
        return [f"--python-version={self.python}", *(f"--platform={tag}" for tag in tags)]


def find_targets(systems: Sequence[str], pythons: Sequence[str]) -> list[Target]:
    """Return the kinds of computers asked for; without any, the one this runs on.

    Parameters
    ----------
    systems : list of str
        *windows*, *macos-arm*, *macos-intel*, *linux*, *linux-arm*.
    pythons : list of str
        ``"3.12"`` and the like.

    Raises
    ------
    MotamotError
        For any other.
    """
    for system in systems:
        if system not in _TAGS:
            raise MotamotError(message("release.no_platform", asked=system, known=", ".join(_TAGS)))
    for python in pythons:
        if not _PYTHON.fullmatch(python) or int(python.partition(".")[2]) < 11:
            raise MotamotError(message("release.no_python", asked=python))
    return [
        Target(system, python)
        for system in dict.fromkeys(systems or [_HERE])
        for python in dict.fromkeys(pythons or [_this_python()])
    ]


def fetch_wheels(
    pins: Sequence[Pin], targets: Sequence[Target], scratch: Path, say: Callable[[str], None]
) -> dict[str, Path]:
    """Fetch the wheels of all pins for all targets.

    Parameters
    ----------
    pins : list of Pin
        From :func:`motamot.course.release.requirements.learner_pins`.
    targets : list of Target
        From :func:`find_targets`.
    scratch : pathlib.Path
        An empty folder, which will hold the wheels.
    say : callable
        Told what is being fetched.

    Returns
    -------
    dict of str to pathlib.Path
        The wheels by name.

    Raises
    ------
    MotamotError
        If pip cannot fetch them.
    """
    pip = _pip(scratch)
    place = scratch / "wheels"
    for target in targets:
        system = message("release.this_system") if target.system == _HERE else target.system
        say(
            message(
                "release.fetching",
                n=len(pins_for(pins, target.environment(0))),
                system=system,
                python=target.python,
            )
        )
        for chosen in _batches(pins, target):
            wanted = scratch / "requirements.txt"
            wanted.write_text("".join(pin.line(marker=False) for pin in chosen), encoding="utf-8")
            command = [*pip, "download", "--quiet", "--no-deps", "--only-binary=:all:", "--require-hashes"]
            _run([*command, *target.options, f"--requirement={wanted}", f"--dest={place}"])
    return {path.name: path for path in sorted(place.glob("*.whl"))}


def _batches(pins: Sequence[Pin], target: Target) -> list[list[Pin]]:
    """Return all pins of a target in lists that name no package twice.

    A room's Python may be of any patch level, and some pins hold from one on: it needs both.
    """
    batches: list[list[Pin]] = []
    fetched: set[Pin] = set()
    for patch in range(_PATCHES):
        batch = [pin for pin in pins_for(pins, target.environment(patch)) if pin not in fetched]
        if batch:
            batches.append(batch)
        fetched.update(batch)
    return batches


def _pip(scratch: Path) -> list[str]:
    """Return a command that is pip: this Python's, else one that it unpacks from its own library."""
    own = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input"]
    if subprocess.run([*own, "--version"], capture_output=True, check=False).returncode == 0:
        return own
    place = scratch / "pip"
    _run([sys.executable, "-m", "venv", str(place)])
    python = place / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    return [str(python), *own[1:]]


def _run(command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        lines = [line for line in (done.stderr + done.stdout).splitlines() if line.startswith("ERROR")]
        raise MotamotError(message("release.no_wheels", reason=(lines or ["pip"])[-1][:300]))


def _tags_here() -> tuple[str, ...]:
    if sys.platform == "linux":
        return _TAGS["linux-arm" if platform.machine() == "aarch64" else "linux"]
    return (sysconfig.get_platform().replace("-", "_").replace(".", "_"),)


def _this_python() -> str:
    return f"{sys.version_info.major}.{sys.version_info.minor}"
