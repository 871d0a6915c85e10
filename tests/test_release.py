"""`motamot release`: what a class gets, the same at every run, and one sentence where that cannot be."""

import json
import os
import re
import shutil
import stat
import subprocess
import sys
import zipfile
from html import escape
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from release_files import ROOT, unpacked

from motamot.checks._library import load_questions
from motamot.course.release import command
from motamot.course.release.command import Options, release
from motamot.course.release.content import title_of, with_variant
from motamot.course.release.requirements import Pin, learner_pins, pins_for
from motamot.course.release.roster import Roster, file_name, find_recipients
from motamot.course.release.wheelhouse import Target, _batches, find_targets
from motamot.course.variants import create_seed, read_seed, variant_code
from motamot.errors import MotamotError
from motamot.workspace import prepare_folder, refresh

UNIT = "01_cleaning"
WHEEL = "motamot-0.1.0-py3-none-any.whl"


def motamot(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", "from motamot.cli import main; main()", *arguments],
        env={**os.environ, "PYTHONUTF8": "1", "LC_ALL": "C.UTF-8", **environment},
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


@pytest.fixture(scope="module")
def seed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return create_seed(tmp_path_factory.mktemp("secret") / "seed")


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
    bundle: Path, seed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    again = release(ROOT, Options(("01_cleaning",), tmp_path / bundle.name))
    assert again.read_bytes() == bundle.read_bytes()
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


# Variants


def codes_in(bundle: Path) -> dict[str, set[str]]:
    """Return the codes that the exercises of each bundle hold."""
    found: dict[str, set[str]] = {}
    for name, content in unpacked(bundle).items():
        if name.endswith(".ipynb") and "exercises/" in name:
            first = next(cell for cell in json.loads(content)["cells"] if cell["cell_type"] == "code")
            lines = "".join(first["source"]).splitlines()
            (line,) = [one for one in lines if "use_variant" in one]
            assert lines[lines.index(line) - 1].startswith("motamot.use_language(")
            found.setdefault(name.split("!")[0], set()).add(line)
    return found


def test_each_group_gets_its_own_code_in_every_exercise(seed: Path, tmp_path: Path) -> None:
    groups = tmp_path / "groupes.csv"
    groups.write_text("student;group\nZoé Petit;A\nAli Ben;Été 2\nMia Roy;A\n", encoding="cp1252")
    roster = Roster(groups=groups, names=("C",), seed_file=seed)
    place = release(ROOT, Options(("01",), tmp_path / "class", variants=True, roster=roster))
    private = read_seed(seed)
    wanted = {"A.zip": "A", "C.zip": "C", "Été_2.zip": "Été 2"}
    assert codes_in(place) == {
        file: {f'motamot.use_variant("{variant_code(private, group)}")'} for file, group in wanted.items()
    }


def test_by_student_each_name_of_the_list_gets_one(seed: Path, tmp_path: Path) -> None:
    groups = tmp_path / "class.csv"
    groups.write_text("Student,Group\nZoé Petit,A\nAli Ben,\n", encoding="utf-8-sig")
    found = find_recipients(Roster(groups=groups, by="student", seed_file=seed))
    private = read_seed(seed)
    assert [(one.name, one.file, one.code) for one in found] == [
        ("Ali Ben", "Ali_Ben", variant_code(private, "Ali Ben")),
        ("Zoé Petit", "Zoé_Petit", variant_code(private, "Zoé Petit")),
    ]


def test_the_variant_line_changes_nothing_that_nbgrader_locks() -> None:
    plain = json.loads((ROOT / "exercises" / "fr" / f"{UNIT}.ipynb").read_text("utf-8"))
    varied = json.loads(with_variant(json.dumps(plain).encode(), "W4XB4DMK"))
    changed = [
        (a, b) for a, b in zip(plain["cells"], varied["cells"], strict=True) if a["source"] != b["source"]
    ]
    assert len(changed) == 1 and "nbgrader" not in changed[0][1]["metadata"]
    assert "".join(changed[0][1]["source"]).count("W4XB4DMK") == 1


def test_a_notebook_without_its_opening_line_is_refused() -> None:
    cell = {"cell_type": "code", "id": "one", "source": ["x = 1"]}
    with pytest.raises(MotamotError, match="one"):
        with_variant(json.dumps({"cells": [cell]}).encode(), "W4XB4DMK")


def test_the_plain_kit_never_overwrites_a_variant(tmp_path: Path) -> None:
    name = f"exercises/fr/{UNIT}.ipynb"
    kit, work = tmp_path / "kit", tmp_path / "work"
    for top in ("notebooks", "exercises", "data"):
        shutil.copytree(ROOT / top, kit / top)
    plain = (kit / name).read_bytes()
    variants = [with_variant(plain, code) for code in ("W4XB4DMK", "22222222")]
    (kit / name).write_bytes(variants[0])
    prepare_folder(work, kit)
    # As the kit's manifest knows it, it would be replaced: it is untouched.
    (kit / name).write_bytes(plain)
    assert name in prepare_folder(work, kit).kept
    assert (work / name).read_bytes() == variants[0]
    # The class's next bundle may bring another one, and a fresh copy is the learner's own wish.
    (kit / name).write_bytes(variants[1])
    assert name in prepare_folder(work, kit).updated
    assert b"22222222" in (work / name).read_bytes()
    (kit / name).write_bytes(plain)
    refresh(work, name, root=kit)
    assert b"use_variant" not in (work / name).read_bytes()


@pytest.mark.parametrize(
    ("names", "file"),
    [("Groupe 1/2", "Groupe_1_2"), ("../..", "bundle"), ("NUL", "NUL_"), ("e\u0301t", "ét")],
)
def test_names_of_groups_are_made_files_that_every_system_takes(names: str, file: str) -> None:
    assert file_name(names) == file


# Wheels


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


def test_the_closure_is_what_installed_packages_ask_for() -> None:
    names = {pin.name.lower().replace("_", "-") for pin in learner_pins(ROOT)}
    here = {
        pin.name
        for pin in pins_for(learner_pins(ROOT), Target("here", f"3.{sys.version_info.minor}").environment(7))
    }
    for name in sorted(here):
        for line in distribution(name).requires or ():
            needed = Requirement(line)
            if needed.marker is None or needed.marker.evaluate({"extra": ""}):
                assert needed.name.lower().replace("_", "-") in names, f"{needed.name} of {name}"


def test_markers_are_those_of_the_target_not_of_this_computer() -> None:
    pins = learner_pins(ROOT)
    windows, mac = (
        {pin.version for batch in _batches(pins, Target(system, "3.13")) for pin in batch}
        for system in ("windows", "macos-arm")
    )
    assert any(one.startswith("pywinpty") for one in windows - mac)
    assert any(one.startswith("appnope") for one in mac - windows)


def test_all_patch_levels_of_a_python_are_served_and_no_package_twice_at_once() -> None:
    pins = [
        Pin("s", "s==1", "python_full_version < '3.11.5'", (), ()),
        Pin("s", "s==2", "python_full_version >= '3.11.5'", (), ()),
        Pin("t", "t==1", "", (), ()),
    ]
    assert [[pin.version for pin in batch] for batch in _batches(pins, Target("linux", "3.11"))] == [
        ["s==1", "t==1"],
        ["s==2"],
    ]


def test_targets_are_named_or_this_computer() -> None:
    assert [one.options for one in find_targets([], [])] == [[]]
    targets = find_targets(["windows", "linux"], ["3.11", "3.12", "3.11"])
    assert [(one.system, one.python) for one in targets] == [
        ("windows", "3.11"), ("windows", "3.12"), ("linux", "3.11"), ("linux", "3.12"),
    ]  # fmt: skip
    assert targets[0].options == ["--python-version=3.11", "--platform=win_amd64"]


# The instructor pack


def test_the_pack_holds_what_the_class_must_not_see_under_a_warning_name(tmp_path: Path) -> None:
    place = release(ROOT, Options(("01",), tmp_path / "pack.zip", language="fr", instructor=True))
    assert place.name == "pack-INSTRUCTORS-ONLY.zip"
    top = "pack-INSTRUCTORS-ONLY"
    files = {
        name.rpartition("!")[2].removeprefix(f"{top}/"): content for name, content in unpacked(place).items()
    }
    assert {
        f"solutions/fr/{UNIT}.ipynb", f"guides/{UNIT}/guide.md", "guides/00_start/guide.md", "docs/paper_coding.md", "rubric-fr.html", "INSTRUCTORS-ONLY.txt",
        f"questions/{UNIT}/judge.py", f"questions/{UNIT}/practice.py", "questions/judging/hidden_texts.py",
    } <= set(files)  # fmt: skip
    assert not [name for name in files if name.startswith("solutions/en")]
    rubric = files["rubric-fr.html"].decode()
    assert "01.turn_count" in rubric or "01.nbsp_count" in rubric
    assert "Barème" in rubric and "essentiel" in rubric


def test_the_rubric_names_each_question_its_points_and_hints(tmp_path: Path) -> None:
    place = release(ROOT, Options(("01",), tmp_path / "pack", instructor=True))
    questions = load_questions(ROOT / "lessons" / UNIT / "practice.py")
    for language in ("en", "fr"):
        page = (place / f"rubric-{language}.html").read_text("utf-8")
        for question in questions:
            assert f"<code>{question.name}</code>" in page
            for text in (*question.hints, *(miss.text for miss in question.near_misses)):
                assert escape(getattr(text, language)) in page
        assert str(sum(question.points for question in questions)) in page


# What cannot be done


def nothing_left(folder: Path) -> bool:
    return not list(folder.iterdir())


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["77"], "There is no unit 77"),
        (["01", "--lang", "de"], "no edition in “de”"),
        (["01", "--platform", "windows"], "--wheelhouse"),
        (["01", "--wheelhouse", "--platform", "beos"], "“beos” is no system"),
        (["01", "--wheelhouse", "--python", "2.7"], "“2.7” is no version"),
        (["01", "--variants", "--group", "A"], "--seed-file"),
        (["01", "--group", "A"], "--variants"),
        (["01", "--variants", "--by", "row"], "group or student"),
        (["01", "--instructor", "--wheelhouse"], "by itself"),
        (["00", "--no-lessons"], "no exercises"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_leaves_nothing(
    tmp_path: Path, arguments: list[str], sentence: str
) -> None:
    done = motamot("release", *arguments, "--to", str(tmp_path / "class.zip"))
    assert done.returncode == 2, done.stdout + done.stderr
    assert sentence in done.stderr and "Traceback" not in done.stderr
    assert nothing_left(tmp_path)


def test_a_missing_seed_is_named_and_how_to_make_one(tmp_path: Path) -> None:
    command = ("release", "01", "--variants", "--group", "A", "--seed-file", str(tmp_path / "seed"))
    done = motamot(*command, "--to", str(tmp_path / "class.zip"))
    assert done.returncode == 2 and "--new-seed" in done.stderr
    assert nothing_left(tmp_path)
    made = motamot(*command, "--to", str(tmp_path / "class.zip"), "--new-seed")
    assert made.returncode == 0, made.stderr
    assert (tmp_path / "seed").read_text().strip() not in made.stdout + made.stderr
    again = motamot(*command, "--to", str(tmp_path / "more.zip"), "--new-seed")
    assert again.returncode == 2 and "exists already" in again.stderr


def test_a_target_that_exists_stays_as_it_is(tmp_path: Path) -> None:
    for name in ("class.zip", "class"):
        (tmp_path / name).write_text("mine")
        with pytest.raises(MotamotError, match="exists already"):
            release(ROOT, Options(("01",), tmp_path / name))
        assert (tmp_path / name).read_text() == "mine"


def test_a_place_that_does_not_exist_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(MotamotError, match="does not exist"):
        release(ROOT, Options(("01",), tmp_path / "none" / "class.zip"))
    assert nothing_left(tmp_path)


def test_a_failure_in_the_middle_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, files: object, top: str = "") -> None:
        path.write_bytes(b"half")
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(command, "write_zip", full)
    with pytest.raises(MotamotError, match="No space left"):
        release(ROOT, Options(("01",), tmp_path / "class.zip"))
    assert nothing_left(tmp_path)


def test_two_groups_of_one_file_name_are_refused(seed: Path) -> None:
    with pytest.raises(MotamotError, match="rename"):
        find_recipients(Roster(names=("A/1", "a 1"), seed_file=seed))


def test_stale_notebooks_are_not_handed_out(tmp_path: Path) -> None:
    root = tmp_path / "repository"
    for name in ("lessons/00_start", f"lessons/{UNIT}", "notebooks", "exercises", "solutions"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "lessons" / "glossary.toml", root / "lessons")
    source = root / "lessons" / UNIT / "exercises.py"
    source.write_text(source.read_text("utf-8") + "\n# %%\nlater = 1\n", encoding="utf-8")
    with pytest.raises(MotamotError, match="motamot build”"):
        release(root, Options(("01",), tmp_path / "class.zip"))
    assert not (tmp_path / "class.zip").exists()


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
