"""The wheel, unpacked outside the repository, works and holds no solution."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from motamot.course.questions import points_of

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (path,) = folder.glob("*.whl")
    return path


def names(wheel: Path) -> list[str]:
    with zipfile.ZipFile(wheel) as archive:
        return archive.namelist()


def test_neither_solutions_nor_judges_nor_guides_are_in_it(wheel: Path) -> None:
    for name in names(wheel):
        parts = name.split("/")
        assert not {"solutions", "judge.py", "guide.md", "lesson.py", "exercises.py", "tests"} & set(parts), (
            name
        )


def test_all_that_ships_is_in_it(wheel: Path) -> None:
    files = [path for path in (ROOT / "data").rglob("*") if path.is_file()]
    files += [path for edition in ("notebooks", "exercises") for path in (ROOT / edition).glob("*/*.ipynb")]
    files += (ROOT / "lessons").glob("*/practice.py")
    wanted = {f"motamot/_share/{path.relative_to(ROOT).as_posix()}" for path in files}
    found = set(names(wheel))
    assert wanted <= found
    assert {
        f"motamot/{path.relative_to(ROOT / 'src/motamot').as_posix()}"
        for path in (ROOT / "src").rglob("*.toml")
    } <= found


def test_the_library_finds_its_files_outside_the_repository(wheel: Path, tmp_path: Path) -> None:
    site, elsewhere = tmp_path / "site", tmp_path / "elsewhere"
    elsewhere.mkdir()
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    questions = {
        path.parent.name.partition("_")[0]: sorted(points_of(path) or {})
        for path in (ROOT / "lessons").glob("*/practice.py")
    }
    code = f"""
import json, motamot
from motamot import load_interview, stop_words
from motamot.checks._library import questions_of
print(motamot.__file__)
print(len(load_interview()) > 1000, len(stop_words()) > 200)
print(json.dumps({{unit: sorted(questions_of(unit)) for unit in {sorted(questions)!r}}}))
"""
    environment = {**os.environ, "PYTHONPATH": str(site), "PYTHONUTF8": "1"}
    environment.pop("MOTAMOT_TEXT", None)
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=elsewhere, env=environment, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    place, lengths, found = done.stdout.splitlines()
    assert place.startswith(str(site))
    assert lengths == "True True"
    assert json.loads(found) == questions
