"""A class in a room without network: from the stick to a question answered, with nothing but the bundle."""

import json
import os
import re
import shutil
import subprocess
import sys
import textwrap
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from lab_driver import browser_on_this_machine, clean_environment, open_notebook, opened_browser, running
from playwright.sync_api import Browser, expect
from release_files import ROOT
from release_room import DEAD, can_be_cut, cut_off

from motamot.course.release.command import Options, release
from motamot.course.release.roster import Roster
from motamot.course.variants import create_seed

UNIT = "01_cleaning"
POSIX = os.name == "posix"
# Starts the bundle, asks the server in the same network, and tries to leave it.
VISIT = textwrap.dedent(
    """
    import json, re, signal, socket, subprocess, sys
    from urllib.request import ProxyHandler, build_opener
    # As in a terminal: what runs in the background may be told to ignore Ctrl+C, and its children are, too.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    lab = subprocess.Popen(sys.argv[1:], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    said = ""
    for line in lab.stdout:
        said += line
        if found := re.search(r"(http://127[.]0[.]0[.]1:[0-9]+/)\\S*token=(\\S+)", line):
            break
    else:
        sys.exit(said)
    page = build_opener(ProxyHandler({})).open(f"{found[1]}api/contents/exercises/fr?token={found[2]}", timeout=60)
    names = [one["name"] for one in json.load(page)["content"]]
    lab.send_signal(signal.SIGINT)
    lab.wait(60)
    with socket.socket() as probe:
        probe.settimeout(3)
        reached = probe.connect_ex(("192.0.2.1", 80)) == 0
    print(json.dumps({"names": names, "said": said, "reached": reached}))
    """
)
pytestmark = pytest.mark.skipif(not POSIX, reason="start.sh is for Linux and macOS")


def learner(home: Path, **more: str) -> dict[str, str]:
    """Return the environment of a learner: an empty home, this Python on the path, nothing of this project."""
    environment = clean_environment(home, **more)
    python = Path(getattr(sys, "_base_executable", sys.executable)).parent
    kept = {
        name: value for name, value in environment.items() if not name.startswith(("PIP_", "UV_", "VIRTUAL_"))
    }
    return kept | {"PATH": os.pathsep.join([str(python), "/usr/bin", "/bin"])}


@pytest.fixture(scope="module")
def stick(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A stick with a bundle for one group, and the wheels once beside it."""
    base = tmp_path_factory.mktemp("stick")
    seed = create_seed(base / "seed")
    roster = Roster(names=("Groupe é 1",), seed_file=seed)
    options = Options((UNIT,), base / "clé", language="fr", wheelhouse=True, variants=True, roster=roster)
    return release(ROOT, options)


@pytest.fixture(scope="module")
def desk(stick: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The learner's folder, unpacked as an unzip program does, installed and visited without network."""
    place = tmp_path_factory.mktemp("bureau") / "cours été"
    place.mkdir()
    (place / "wheels").symlink_to(stick / "wheels")
    subprocess.run(
        ["unzip", "-q", str(stick / "Groupe_é_1.zip"), "-d", str(place)], check=True
    ) if shutil.which("unzip") else _unpack(stick / "Groupe_é_1.zip", place)
    return place / "Groupe_é_1"


def _unpack(path: Path, place: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        for entry in archive.infolist():
            target = archive.extract(entry, place)
            Path(target).chmod(entry.external_attr >> 16)


def visit(desk: Path, home: Path, **more: str) -> dict[str, object]:
    words = [sys.executable, "-c", VISIT, str(desk / "start.sh"), "--no-browser"]
    cut = can_be_cut()
    environment = learner(home, **({} if cut else DEAD), **more)
    done = subprocess.run(
        cut_off(words) if cut else words,
        cwd=home.parent, env=environment, timeout=900,
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    found: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    assert not (cut and found["reached"])
    return found


def test_without_network_it_installs_from_the_wheels_and_the_lesson_opens(desk: Path, tmp_path: Path) -> None:
    found = visit(desk, tmp_path / "home")
    assert f"{UNIT}.ipynb" in found["names"]
    said = str(found["said"])
    assert "Le premier démarrage" in said and f"lessons/fr/{UNIT}.ipynb" in said
    steps = [tuple(map(int, step)) for step in re.findall(r"(\d+) / (\d+)", said)]
    assert steps == [(number, len(steps)) for number in range(1, len(steps) + 1)] and len(steps) > 100
    exercise = (desk / "motamot-work" / "exercises" / "fr" / f"{UNIT}.ipynb").read_text("utf-8")
    assert "motamot.use_variant(" in exercise
    assert not (desk / "motamot-work" / "lessons" / "en").exists()
    assert not [path for path in (tmp_path / "home").rglob("*") if path.is_file()]
    # What is installed is what the lock pins, and no tool of instructors.
    site = next((desk / ".venv" / "lib").glob("python*/site-packages"))
    assert not (site / "motamot" / "course").exists() and not (site / "nbgrader").exists()


def test_later_starts_are_quick_elsewhere_too_and_keep_the_work(desk: Path, tmp_path: Path) -> None:
    mine = desk / "motamot-work" / "exercises" / "fr" / f"{UNIT}.ipynb"
    mine.write_text(mine.read_text("utf-8").replace("nbsp_count = ...", "nbsp_count = 7"), encoding="utf-8")
    moved = desk.with_name("autre place")
    desk.rename(moved)
    try:
        start = time.monotonic()
        found = visit(moved, tmp_path / "home")
        assert time.monotonic() - start < 60
        assert "Le premier démarrage" not in str(found["said"])
        kept = (moved / mine.relative_to(desk)).read_text("utf-8")
        assert "nbsp_count = 7" in kept
    finally:
        moved.rename(desk)
    mine.unlink()


def test_a_new_bundle_over_the_old_one_installs_the_kit_alone(desk: Path, tmp_path: Path) -> None:
    release(ROOT, Options((UNIT,), tmp_path / "next", language="fr"))
    shutil.copytree(tmp_path / "next" / "kit", desk / "kit", dirs_exist_ok=True)
    log = desk / "install-log.txt"
    log.unlink()
    found = subprocess.run(
        [str(desk / "start.sh"), "doctor"],
        env=learner(tmp_path / "home", **DEAD), capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert found.returncode in (0, 1) and "Tout est installé." in found.stdout, found.stdout + found.stderr
    assert "ok      Python" in found.stdout
    assert re.findall(r"^(?:Collecting|Processing) .*/(\w+)", log.read_text("utf-8"), re.MULTILINE) == [
        "motamot"
    ]


EXECUTABLE = browser_on_this_machine()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if EXECUTABLE is None:
        pytest.skip("no Chromium, Chrome or Edge on this machine")
    with opened_browser(EXECUTABLE) as browser:
        yield browser


def test_a_learner_answers_a_question_in_the_browser(browser: Browser, desk: Path, tmp_path: Path) -> None:
    environment = learner(tmp_path / "home", **DEAD)
    context = browser.new_context(viewport={"width": 1300, "height": 1000}, locale="fr-FR")
    context.set_default_timeout(90_000)
    with (
        running([str(desk / "start.sh"), "--no-browser"], environment=environment, current=tmp_path) as (
            address,
            _,
        ),
        context.new_page() as page,
    ):
        open_notebook(page, address.replace(f"lessons/fr/{UNIT}", f"exercises/fr/{UNIT}"))
        code = page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-CodeCell")
        for number in range(3):
            cell = code.nth(number)
            if number == 1:
                cell.locator(".cm-content").click()
                page.keyboard.press("Control+a")
                page.keyboard.type('nbsp_count = raw.count("\\u00a0")')
            else:
                cell.locator(".cm-content").click()
            page.keyboard.press("Control+Enter")
            expect(cell.locator(".jp-InputPrompt")).to_have_text(re.compile(r"\[\d+\]:"), timeout=90_000)
        answer = code.nth(2).locator(".jp-OutputArea-output")
        answer.first.wait_for()
        page.screenshot(path=str(tmp_path / "answer.png"))
        assert "juste" in answer.first.inner_text().lower()
    context.close()
