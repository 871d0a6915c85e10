"""Variants in a release: each group or student has its own code, and the plain kit never overwrites it."""

import json
import shutil
from pathlib import Path

import pytest
from release_files import ROOT, UNIT, unpacked

from motamot.course.release.command import Options, release
from motamot.course.release.content import with_variant
from motamot.course.release.roster import Roster, file_name, find_recipients
from motamot.course.variants import create_seed, read_seed, variant_code
from motamot.errors import MotamotError
from motamot.workspace import prepare_folder, refresh


@pytest.fixture(scope="module")
def seed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return create_seed(tmp_path_factory.mktemp("secret") / "seed")


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


def test_two_groups_of_one_file_name_are_refused(seed: Path) -> None:
    with pytest.raises(MotamotError, match="rename"):
        find_recipients(Roster(names=("A/1", "a 1"), seed_file=seed))
