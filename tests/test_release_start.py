"""The starter of a bundle: what it does where something is missing, and what it says."""

import importlib.util
import json
import os
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path
from types import ModuleType

import pytest
from release_files import ROOT

from motamot.course.release.command import Options, release
from motamot.workspace import DEFAULT_FOLDER

POSIX = os.name == "posix"


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return release(ROOT, Options(("01",), tmp_path_factory.mktemp("class") / "class", language="en"))


@pytest.fixture
def bundle(released: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(released, tmp_path / "été 1" / "class"))


def starter(bundle: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("bundle_start", bundle / "kit" / "start.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def fake_wheels(folder: Path, *tags: str) -> None:
    folder.mkdir(parents=True)
    for tag in tags:
        (folder / f"numpy-2.5.5-{tag}.whl").touch()


def tag_here() -> str:
    system = {"win32": "win_amd64", "darwin": "macosx_14_0_arm64"}.get(sys.platform, "manylinux_2_28_x86_64")
    version = "cp{}{}".format(*sys.version_info)
    return f"{version}-{version}-{system}"


def test_the_learners_folder_is_the_one_the_kit_looks_for(bundle: Path) -> None:
    assert starter(bundle).WORK == DEFAULT_FOLDER


def test_a_python_too_old_does_not_fit(bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    start = starter(bundle)
    assert start.fits("any") and start.fits("wheels")
    monkeypatch.setattr(start.sys, "version_info", (3, 10, 14))
    assert not start.fits("any")


def test_a_python_of_32_bits_does_not_fit(bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    start = starter(bundle)
    monkeypatch.setattr(start.sys, "maxsize", 2**31 - 1)
    assert not start.fits("any")


@pytest.mark.parametrize("beside", [False, True])
def test_wheels_in_or_beside_the_folder_choose_the_python(bundle: Path, beside: bool) -> None:
    start = starter(bundle)
    place = (bundle.parent if beside else bundle) / "wheels"
    fake_wheels(place, "cp399-cp399-win_amd64")
    assert not start.fits("wheels") and start.fits("any") and start.wheels() is None
    fake_wheels(place / "more")
    (place / f"numpy-2.5.5-{tag_here()}.whl").touch()
    assert start.fits("wheels") and start.wheels() == place


def shell(
    bundle: Path, tmp_path: Path, *pythons: str, arguments: tuple[str, ...] = ()
) -> subprocess.CompletedProcess[str]:
    """Run start.sh where the path holds these Pythons only, each a script that tells its name."""
    path = tmp_path / "bin"
    path.mkdir()
    for tool in ("sh", "dirname", "cat", "uname", "env"):
        (path / tool).symlink_to(shutil.which(tool) or "")
    for name in pythons:
        fit = "0" if name in ("python3.12", "python3") else "1"
        script = f'#!/bin/sh\nif [ "$3" = --fits ]; then exit {fit}; fi\necho "{name} runs $*"\n'
        (path / name).write_text(script)
        (path / name).chmod(0o755)
    return subprocess.run(
        [str(bundle / "start.sh"), *arguments],
        env={"PATH": str(path), "HOME": str(tmp_path)}, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


@pytest.mark.skipif(not POSIX, reason="start.sh is for Linux and macOS")
def test_the_shell_takes_the_newest_python_that_fits(bundle: Path, tmp_path: Path) -> None:
    done = shell(bundle, tmp_path, "python3.13", "python3.12", "python3", arguments=("--no-browser", "a b"))
    assert done.returncode == 0
    assert done.stdout == f"python3.12 runs -E {bundle}/kit/start.py --no-browser a b\n"


@pytest.mark.skipif(not POSIX or any(Path(one).exists() for one in ("/usr/local/bin/python3", "/opt/homebrew/bin/python3")),
                    reason="start.sh looks there too")  # fmt: skip
def test_without_python_it_says_in_both_languages_what_to_do(bundle: Path, tmp_path: Path) -> None:
    done = shell(bundle, tmp_path, "python3.13")
    assert done.returncode == 1
    assert "Install Python 3.13 from python.org" in done.stdout
    assert "Installez Python 3.13" in done.stdout and not done.stderr


@pytest.mark.skipif(not POSIX, reason="start.command is for macOS")
def test_the_double_click_of_macos_runs_the_same(bundle: Path, tmp_path: Path) -> None:
    environment = {"PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin", "HOME": str(tmp_path)}
    (bundle / "kit" / "start.py").write_text("import sys\nprint(sys.argv[1:])\n", encoding="utf-8")
    done = subprocess.run(
        [str(bundle / "start.command"), "x"], env=environment, capture_output=True, text=True, check=False
    )
    assert done.stdout == "['x']\n"


def test_no_network_and_no_wheels_is_one_sentence_and_the_next_start_begins_anew(
    bundle: Path, tmp_path: Path
) -> None:
    environment = {**os.environ, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": "", "PYTHONUTF8": "1"}
    command = [sys.executable, str(bundle / "kit" / "start.py"), "doctor"]
    # A learner's file named like one of Python's stops neither venv nor pip.
    (tmp_path / "logging.py").write_text("raise SystemExit('mine')", encoding="utf-8")
    for _ in range(2):
        done = subprocess.run(
            command,
            env=environment,
            cwd=tmp_path,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 1
        assert "Connect to the network and start again" in done.stdout
        assert "Traceback" not in done.stdout + done.stderr
        assert "The first start" in done.stdout
    assert "No matching distribution" in (bundle / "install-log.txt").read_text("utf-8")
    assert not (bundle / ".venv" / "motamot-installed.json").exists()


def test_wheels_for_another_python_are_named_as_the_cause(
    bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = starter(bundle)
    fake_wheels(bundle / "wheels", "cp399-cp399-win_amd64")
    monkeypatch.setattr(start, "pip", lambda *arguments, total=0: False)
    with pytest.raises(start.Trouble, match="are not for this computer"):
        start.install_packages()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"WINDOWS": True, "LONGEST_INSIDE": 250}, "too long for Windows"),
        ({"ROOM": 10**18}, "disk is nearly full"),
        ({"LOG": Path("/nonexistent/log")}, "Nothing can be written"),
    ],
)
def test_a_place_where_it_would_fail_halfway_is_refused_first(
    bundle: Path, monkeypatch: pytest.MonkeyPatch, change: dict[str, object], sentence: str
) -> None:
    start = starter(bundle)
    start.check_place()
    for name, value in change.items():
        monkeypatch.setattr(start, name, value)
    with pytest.raises(start.Trouble, match=sentence):
        start.check_place()


def test_a_python_without_venv_is_told(bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    start = starter(bundle)
    monkeypatch.setattr(start, "logged", lambda call, total=0: False)
    with pytest.raises(start.Trouble, match="python3-venv"):
        start.make_place()


def test_what_no_longer_works_counts_as_not_installed(bundle: Path) -> None:
    start = starter(bundle)
    assert start.installed() == {}
    start.PLACE.mkdir()
    start.STAMP.write_text(json.dumps({"requirements": "x", "wheel": "y"}), encoding="utf-8")
    assert start.installed() == {}


def test_commands_go_to_the_folder_of_the_bundle(
    bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = starter(bundle)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.txt").write_text("x")
    work = str(bundle / "motamot-work")
    assert start.command([]) == ["lab", work, "--first", "01_cleaning", "--lang", "en"]
    assert start.command(["--fresh", "01_cleaning"]) == [
        "lab",
        work,
        "--fresh",
        "01_cleaning",
        "--first",
        "01_cleaning",
        "--lang",
        "en",
    ]
    assert start.command(["lab", "elsewhere", "--first", "00_start"])[:4] == [
        "lab", "elsewhere", "--first", "00_start",
    ]  # fmt: skip
    assert start.command(["use-text", "mine.txt"]) == ["use-text", str(tmp_path / "mine.txt"), "--lang", "en"]
    (tmp_path / "texts").mkdir()
    assert start.command(["use-text", "--statements", "texts"])[1:3] == [
        "--statements",
        str(tmp_path / "texts"),
    ]
    assert start.command(["doctor", "--lang", "fr"]) == ["doctor", "--lang", "fr"]


def test_other_pythons_settings_do_not_reach_it(bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    environment = starter(bundle).environment()
    assert "PYTHONPATH" not in environment
    assert environment["PATH"].startswith(str(bundle / ".venv"))


@pytest.mark.parametrize(
    ("variables", "language"), [({"LANG": "fr_CA.UTF-8"}, "fr"), ({"LC_ALL": "C", "LANG": "fr_FR"}, "en")]
)
def test_without_a_fixed_language_it_speaks_that_of_the_computer(
    bundle: Path, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], language: str
) -> None:
    about = json.loads((bundle / "kit" / "bundle.json").read_text("utf-8"))
    (bundle / "kit" / "bundle.json").write_text(json.dumps(about | {"language": ""}), encoding="utf-8")
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    start = starter(bundle)
    assert start.say("installed") == about["messages"]["installed"][language]
    assert start.command([])[:2] == ["lab", str(bundle / "motamot-work")]


def test_a_second_double_click_waits_for_the_first(bundle: Path) -> None:
    start = starter(bundle)
    order = []

    def second() -> None:
        with starter(bundle).alone():
            order.append("second")

    with start.alone():
        thread = threading.Thread(target=second)
        thread.start()
        time.sleep(0.3)
        order.append("first")
    thread.join(20)
    assert order == ["first", "second"]
