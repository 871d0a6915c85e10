"""The wheel, unpacked outside the repository, works and holds no solution."""

import base64
import hashlib
import json
import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from motamot.course.matrix import GUIDES
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
        assert not {"solutions", "judge.py", *GUIDES.values(), "lesson.py", "exercises.py", "tests"} & set(
            parts
        ), name


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


def test_an_editable_installation_below_accents_is_found_in_any_encoding(tmp_path: Path) -> None:
    kit, environment = tmp_path / "été à Nîmes" / "kit", tmp_path / "env"
    shutil.copytree(
        ROOT / "src", kit / "src", ignore=lambda folder, names: [one for one in names if one == "course"]
    )
    for name in ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE", "LICENSE-CONTENT"):
        shutil.copy(ROOT / name, kit)
    build = "import sys; from hatchling.build import build_editable; print(build_editable(sys.argv[1]))"
    done = subprocess.run(
        [sys.executable, "-c", build, str(tmp_path)], cwd=kit, check=True, capture_output=True, text=True
    )
    venv.create(environment, with_pip=False)
    (site,) = [*environment.glob("lib/python*/site-packages"), *environment.glob("Lib/site-packages")]
    with zipfile.ZipFile(tmp_path / done.stdout.split()[-1]) as archive:
        archive.extractall(site)
    path, record = site / "_motamot.pth", next(site.glob("*.dist-info/RECORD"))
    digest = base64.urlsafe_b64encode(hashlib.sha256(path.read_bytes()).digest()).decode().rstrip("=")
    assert f"_motamot.pth,sha256={digest},{path.stat().st_size}" in record.read_text(encoding="utf-8")
    python = next(place for place in environment.glob("*/python*") if place.stem == "python")
    for settings in ({"LC_ALL": "C.UTF-8"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}):
        code = "import os, sys, motamot; sys.stdout.buffer.write(os.fsencode(motamot.__file__))"
        variables = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"} | settings
        done = subprocess.run(
            [str(python), "-c", code], cwd=tmp_path, env=variables, capture_output=True, check=False
        )
        assert done.returncode == 0, done.stderr
        assert Path(os.fsdecode(done.stdout)) == kit / "src" / "motamot" / "__init__.py"
