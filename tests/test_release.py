"""`motamot release`: what a class gets, the same at every run, and one sentence where that cannot be."""

import json
import os
import re
import shutil
import stat
import zipfile
from html import escape
from pathlib import Path

import pytest
from release_files import ROOT, UNIT, motamot, unpacked

from motamot.checks._feedback import with_code
from motamot.checks._library import load_questions
from motamot.course.release.command import Options, release
from motamot.course.release.content import title_of
from motamot.course.release.requirements import learner_pins
from motamot.course.release.roster import Roster
from motamot.course.variants import create_seed

WHEEL = "motamot-0.1.0-py3-none-any.whl"


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return release(ROOT, Options(("01",), tmp_path_factory.mktemp("class") / "classe 1.zip"))


def modes(path: Path) -> dict[str, int]:
    with zipfile.ZipFile(path) as archive:
        return {entry.filename: stat.S_IMODE(entry.external_attr >> 16) for entry in archive.infolist()}


def test_a_class_gets_starters_a_page_and_the_kit_in_one_folder(bundle: Path) -> None:
    found = modes(bundle)
    starters = {f"classe 1/{name}" for name in ("start.sh", "start.command", "start.bat", "README.html")}
    kit = {
        f"classe 1/kit/{name}"
        for name in (WHEEL, "requirements.txt", "start.py", "bundle.json", "no-python.txt",
                     "LICENSE.txt", "LICENSE-CONTENT.txt")
    }  # fmt: skip
    assert set(found) == starters | kit
    assert {name for name, mode in found.items() if mode & 0o111} == {
        "classe 1/start.sh",
        "classe 1/start.command",
    }


def test_the_wheel_holds_the_units_asked_and_no_tools_of_instructors(bundle: Path) -> None:
    names = [name.rpartition("!")[2] for name in unpacked(bundle)]
    inside = {name.removeprefix("motamot/_share/") for name in names if name.startswith("motamot/_share/")}
    notebooks = {name for name in inside if name.endswith(".ipynb")}
    assert notebooks == {
        f"{edition}/{language}/{unit}.ipynb"
        for language in ("en", "fr")
        for edition, unit in (
            ("notebooks", "00_start"), ("notebooks", UNIT), ("notebooks", "glossary"), ("exercises", UNIT),
        )
    }  # fmt: skip
    assert {name for name in inside if name.endswith(".py")} == {f"lessons/{UNIT}/practice.py"}
    assert "data/interview/raw.txt" in inside
    assert not [name for name in names if name.startswith("motamot/course")]


def test_notebooks_come_without_outputs(bundle: Path) -> None:
    for name, content in unpacked(bundle).items():
        if name.endswith(".ipynb"):
            cells = json.loads(content)["cells"]
            assert not [cell for cell in cells if cell.get("outputs") or cell.get("execution_count")], name


@pytest.mark.parametrize(
    ("options", "notebooks"),
    [
        ({"language": "fr", "lessons": False}, {"notebooks/fr/00_start", "notebooks/fr/glossary", f"exercises/fr/{UNIT}"}),
        ({"language": "en"}, {"notebooks/en/00_start", "notebooks/en/glossary", f"notebooks/en/{UNIT}", f"exercises/en/{UNIT}"}),
    ],
)  # fmt: skip
def test_one_language_and_no_lessons_can_be_asked(
    tmp_path: Path, options: dict[str, object], notebooks: set[str]
) -> None:
    place = release(ROOT, Options(("01",), tmp_path / "class", **options))
    found = {name.rpartition("_share/")[2] for name in unpacked(place) if name.endswith(".ipynb")}
    assert found == {f"{name}.ipynb" for name in notebooks}
    about = json.loads((place / "kit" / "bundle.json").read_text("utf-8"))
    assert (about["language"], about["first"]) == (options["language"], UNIT)
    assert os.access(place / "start.sh", os.X_OK) or os.name == "nt"


def test_the_same_inputs_give_the_same_bytes(
    bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    again = release(ROOT, Options(("01_cleaning",), tmp_path / bundle.name))
    assert again.read_bytes() == bundle.read_bytes()
    seed = create_seed(tmp_path / "seed")
    options = {"variants": True, "roster": Roster(names=("A", "été"), seed_file=seed)}
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        release(ROOT, Options(("01",), tmp_path / name / "x.zip", **options))
    first, second = tmp_path / "one" / "x.zip", tmp_path / "two" / "x.zip"
    assert first.read_bytes() == second.read_bytes()
    other = Roster(names=("A", "été"), seed_file=create_seed(tmp_path / "other"))
    third = release(ROOT, Options(("01",), tmp_path / "three.zip", variants=True, roster=other))
    assert unpacked(third)["three.zip!three/A.zip"] != unpacked(second)["x.zip!x/A.zip"]


def test_the_page_answers_in_both_languages_that_of_the_bundle_first(bundle: Path, tmp_path: Path) -> None:
    page = unpacked(bundle)["classe 1.zip!classe 1/README.html"].decode()
    assert page.index('<section lang="en">') < page.index('<section lang="fr">')
    for word in (
        "start.bat",
        "start.command",
        "start.sh",
        f"exercises/en/{UNIT}.ipynb",
        "Run anyway",
        "Ouvrir quand même",
    ):
        assert word in page
    assert "{" not in page.partition("<body>")[2]
    french = release(ROOT, Options(("01",), tmp_path / "fr", language="fr"))
    page = (french / "README.html").read_text("utf-8")
    assert page.index('<section lang="fr">') < page.index('<section lang="en">')


def test_the_starter_of_windows_has_its_line_ends_and_plain_signs(bundle: Path) -> None:
    batch = unpacked(bundle)["classe 1.zip!classe 1/start.bat"]
    assert batch.isascii() and batch.count(b"\n") == batch.count(b"\r\n") > 10
    assert b"3.13 3.12 3.11" in batch and b"@VERSIONS@" not in batch
    text = batch.decode()
    labels = set(re.findall(r"(?:goto |call :)(\w+)", text))
    assert labels and labels == set(re.findall(r"^:(\w+)", text, re.MULTILINE))
    # A folder may be called "cours (1) & co".
    assert not re.findall(r'(?<!")(?:%start%|%~dp0)', text.replace("start=%~dp0", ""))
    for name in ("start.sh", "start.command"):
        script = unpacked(bundle)[f"classe 1.zip!classe 1/{name}"]
        assert b"\r" not in script and b"@VERSIONS@" not in script


def test_requirements_are_the_closure_of_what_learners_need(bundle: Path) -> None:
    pins = learner_pins(ROOT)
    names = {pin.name for pin in pins}
    assert {"jupyterlab", "pandas", "matplotlib", "pyzmq", "lxml", "pywinpty", "appnope"} <= names
    assert not {"nbgrader", "nbval", "jupytext", "hatchling", "pytest", "simplemma", "ruff"} & names
    text = unpacked(bundle)["classe 1.zip!classe 1/kit/requirements.txt"].decode()
    assert "://" not in text
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    for pin in pins:
        assert pin.line() in text and pin.line().rstrip() in lock
        assert pin.hashes


def test_the_pack_holds_what_the_class_must_not_see_under_a_warning_name(tmp_path: Path) -> None:
    place = release(ROOT, Options(("01",), tmp_path / "pack.zip", language="fr", instructor=True))
    assert place.name == "pack-INSTRUCTORS-ONLY.zip"
    top = "pack-INSTRUCTORS-ONLY"
    files = {
        name.rpartition("!")[2].removeprefix(f"{top}/"): content for name, content in unpacked(place).items()
    }
    assert {
        f"solutions/fr/{UNIT}.ipynb", f"lessons/{UNIT}/guide_fr.html", "lessons/00_start/guide_fr.html", "docs/paper_coding.html", "rubric-fr.html", "INSTRUCTORS-ONLY.txt",
        f"questions/{UNIT}/judge.py", f"questions/{UNIT}/practice.py", "questions/judging/hidden_texts.py",
    } <= set(files)  # fmt: skip
    assert not [name for name in files if name.startswith("solutions/en")]
    rubric = files["rubric-fr.html"].decode()
    assert "01.nbsp_count" in rubric
    assert "Barème" in rubric and "essentiel" in rubric


def test_the_rubric_names_each_question_its_points_and_hints(tmp_path: Path) -> None:
    place = release(ROOT, Options(("01",), tmp_path / "pack", instructor=True))
    questions = load_questions(ROOT / "lessons" / UNIT / "practice.py")
    for language in ("en", "fr"):
        page = (place / f"rubric-{language}.html").read_text("utf-8")
        for question in questions:
            assert f"<code>{question.name}</code>" in page
            for text in (*question.hints, *(miss.text for miss in question.near_misses)):
                assert with_code(escape(getattr(text, language))) in page
        assert str(sum(question.points for question in questions)) in page


def test_outside_a_repository_it_says_where_it_works(bundle: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(bundle) as archive:
        archive.extractall(tmp_path)
    with zipfile.ZipFile(tmp_path / "classe 1" / "kit" / WHEEL) as archive:
        archive.extractall(tmp_path / "site")
    # A whole wheel has the command, but no repository around it.
    shutil.copytree(ROOT / "src" / "motamot" / "course", tmp_path / "site" / "motamot" / "course")
    done = motamot("release", "01", "--to", str(tmp_path / "x.zip"), PYTHONPATH=str(tmp_path / "site"))
    assert done.returncode == 2 and "clone of the repository" in done.stderr


def test_the_runtime_lists_its_own_commands_only(bundle: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(bundle) as archive:
        archive.extractall(tmp_path)
    with zipfile.ZipFile(tmp_path / "classe 1" / "kit" / WHEEL) as archive:
        archive.extractall(tmp_path / "site")
    done = motamot("--help", PYTHONPATH=str(tmp_path / "site"))
    assert done.returncode == 0 and "use-text" in done.stdout and "release" not in done.stdout
    refused = motamot("grade", PYTHONPATH=str(tmp_path / "site"))
    assert refused.returncode == 2 and "Traceback" not in refused.stderr


def test_the_title_of_a_notebook_is_its_first_heading() -> None:
    assert title_of((ROOT / "exercises" / "fr" / f"{UNIT}.ipynb").read_bytes()).startswith("Exercices 01")
