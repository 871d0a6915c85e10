"""Tables of marks: for spreadsheets, for Moodle and for nbgrader, without a silent zero or a formula."""

import csv
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from graded_class import COURSE, EVIL, NEAR, class_of_five, graded, right
from handed_in import NOTEBOOK

from motamot.course.grading.command import write_reports
from motamot.course.grading.gradebook import defused
from motamot.course.grading.gradebook_nbgrader import write_nbgrader
from motamot.course.grading.results import Mark
from motamot.course.grading.store import Row, Store
from motamot.course.grading.submissions_layouts import Owner


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    yield from class_of_five(tmp_path)


def table(path: Path, delimiter: str = ",") -> list[dict[str, str]]:
    text = path.read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=delimiter))


def test_the_gradebook_has_a_line_for_everybody_and_no_silent_zero(store: Store) -> None:
    write_reports(store, COURSE, store.folder, "en")
    rows = {(row["student"], row["unit"]): row for row in table(store.folder / "gradebook.csv")}
    zoe = rows["Zoé Pétit", "01_cleaning"]
    assert (zoe["total"], zoe["out_of"], zoe["01.claim"], zoe["01.voices"]) == ("1", "3", "1", "0")
    assert (zoe["status"], zoe["sandboxed"], zoe["variant"], zoe["identifier"]) == (
        "graded",
        "yes",
        "ok",
        "12",
    )
    assert next(row["sandboxed"] for row in rows.values() if "calc" in row["student"]) == "no"
    assert rows["Zoé Pétit", "02_themes"]["status"] == "not_handed_in"
    assert rows["Zoé Pétit", "02_themes"]["read_as"] == ""
    anna = rows["anna", "01_cleaning"]
    assert (anna["status"], anna["read_as"], anna["total"], anna["01.claim"]) == (
        "refused",
        "invalid",
        "",
        "",
    )
    assert "Ask for the file again." in anna["remarks"]
    assert rows["anna", "02_themes"]["status"] == "pending"
    assert "run the same command again" in rows["anna", "02_themes"]["remarks"]


def test_a_french_spreadsheet_gets_semicolons_and_decimal_commas(store: Store) -> None:
    half = Row(Owner("lea", "lea"), "01_cleaning", "l.ipynb", "lea")
    store.put_student("in", half.owner, [half])
    store.put_result(half, graded(Mark("01.claim", "near", 0.5, 1, "", NEAR), right("01.voices", 2)))
    write_reports(store, COURSE, store.folder, "fr")
    assert (store.folder / "gradebook.csv").read_bytes().startswith(b"\xef\xbb\xbfstudent;")
    (lea,) = [row for row in table(store.folder / "gradebook.csv", ";") if row["student"] == "lea"][:1]
    assert (lea["total"], lea["01.claim"]) == ("2,5", "0,5")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r", " =", "＝"])
def test_no_field_is_a_formula(start: str) -> None:
    assert defused(f"{start}cmd|' /C calc'!A0").startswith("'")
    assert defused("Zoé-Anne + Max") == "Zoé-Anne + Max"


def test_no_csv_holds_a_formula(store: Store) -> None:
    write_reports(store, COURSE, store.folder, "en")
    files = sorted(store.folder.glob("*.csv"))
    assert [path.name for path in files] == [
        "gradebook.csv", "moodle.csv", "moodle_01_cleaning.csv", "moodle_02_themes.csv",
    ]  # fmt: skip
    fields = [field for path in files for row in table(path) for field in row.values()]
    assert any(field.startswith("'=cmd") for field in fields)
    assert not [field for field in fields if field[:1] in tuple("=+-@\t\r")]


def test_moodle_finds_its_own_columns(store: Store) -> None:
    write_reports(store, COURSE, store.folder, "en")
    rows = {row["Full name"]: row for row in table(store.folder / "moodle_01_cleaning.csv")}
    zoe = rows["Zoé Pétit"]
    assert (zoe["Identifier"], zoe["Grade"], zoe["Maximum Grade"]) == ("Participant 12", "1", "3")
    assert zoe["Last modified (grade)"] == ""
    assert "01.voices – You count the questions, too." in zoe["Feedback comments"]
    assert "Input" not in zoe["Feedback comments"]
    assert rows["anna"]["Grade"] == ""
    assert "could be saved" in rows["anna"]["Feedback comments"]
    assert rows["max@école.fr"]["Email address"] == "max@école.fr"
    evil = next(row for name, row in rows.items() if "cmd" in name)
    assert "<script" not in evil["Feedback comments"]
    write_reports(store, COURSE, store.folder, "fr")
    (first, *_) = table(store.folder / "moodle.csv")
    assert {"Identifiant", "Note", "Dernière modification (note)", "Feedback par commentaires"} <= set(first)


def test_a_grade_on_all_units_stays_open_while_one_is_not_graded(store: Store) -> None:
    write_reports(store, COURSE, store.folder, "en")
    rows = {row["Full name"]: row for row in table(store.folder / "moodle.csv")}
    assert rows["anna"]["Grade"] == ""
    # Nothing handed in for the second unit: the points of the first, and the comment says so.
    assert rows["Zoé Pétit"]["Grade"] == "1"
    assert "02_themes: Nothing was handed in" in rows["Zoé Pétit"]["Feedback comments"]


def test_feedback_for_moodle_is_named_as_its_import_wants(store: Store) -> None:
    write_reports(store, COURSE, store.folder, "en")
    with zipfile.ZipFile(store.folder / "moodle_feedback.zip") as archive:
        names = archive.namelist()
        page = archive.read("Zoé Pétit_12_assignfeedback_file_/motamot.html").decode()
    assert len(names) == 3
    for name in names:
        _, number, plugin, kind, _ = name.split("/")[0].split("_", 4)
        assert number.isdecimal()
        assert (plugin, kind) == ("assignfeedback", "file")
        assert name.count("/") == 1
    assert "Retour pour Zoé Pétit" in page


def nbgrader_of(path: Path) -> Any:
    from nbgrader.apps.api import NbGraderAPI
    from nbgrader.coursedir import CourseDirectory
    from traitlets.config import Config

    config = Config()
    config.CourseDirectory.root = str(path.parent)
    config.CourseDirectory.db_url = f"sqlite:///{path}"
    return NbGraderAPI(CourseDirectory(config=config), config=config)


def test_nbgrader_s_own_interface_shows_the_marks(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "course" / "gradebook.db"
    assert write_nbgrader(store, COURSE, path) == 3
    assert write_nbgrader(store, COURSE, path) == 3
    interface = nbgrader_of(path)
    students = {one["id"]: one for one in interface.get_students()}
    assert set(students) == {"Zoé Pétit_12", f"=cmd|' /C calc'!A0{EVIL}_13", "max@école.fr"}
    assert (students["Zoé Pétit_12"]["score"], students["Zoé Pétit_12"]["max_score"]) == (1, 4)
    with interface.gradebook as gradebook:
        grade = gradebook.find_grade("01-voices", "01_cleaning", "01_cleaning", "max@école.fr")
        assert (grade.score, grade.max_score, grade.needs_manual_grade) == (2, 2, False)


def test_formgrader_lists_the_submissions_of_a_notebook_and_opens_each(store: Store, tmp_path: Path) -> None:
    unit, zoe = "01_cleaning", "Zoé Pétit_12"
    path = tmp_path / "course" / "gradebook.db"
    handed_in = path.parent / "submitted" / zoe / unit
    handed_in.mkdir(parents=True)
    (handed_in / "timestamp.txt").write_text("2026-11-02 10:00:00.5 UTC\n", encoding="utf-8")
    write_nbgrader(store, COURSE, path)
    interface = nbgrader_of(path)
    listed = {one["student"]: one["score"] for one in interface.get_notebook_submissions(unit, unit)}
    # Nobody's folder can be called as the third is; the marks are in the gradebook all the same.
    assert listed == {zoe: 1, "max@école.fr": 2}
    submission = interface.get_submission(unit, zoe)
    assert (submission["autograded"], submission["score"]) == (True, 1)
    done = interface.generate_feedback(unit, zoe)
    assert done["success"], done
    page = (path.parent / "feedback" / zoe / unit / f"{unit}.html").read_text(encoding="utf-8")
    assert "Vous comptez aussi les questions." in page
    assert "Score: 1.0 / 3.0" in page


def test_what_nbgrader_graded_itself_stays(store: Store, tmp_path: Path) -> None:
    own = tmp_path / "autograded" / "Zoé Pétit_12" / "01_cleaning" / "01_cleaning.ipynb"
    own.parent.mkdir(parents=True)
    own.write_bytes(NOTEBOOK)
    other = tmp_path / "autograded" / "max@école.fr" / "01_cleaning" / "01_cleaning.ipynb"
    write_nbgrader(store, COURSE, tmp_path / "gradebook.db")
    assert own.read_bytes() == NOTEBOOK
    other.write_text('{"metadata": {"made_by": "motamot grade"}}', encoding="utf-8")
    write_nbgrader(store, COURSE, tmp_path / "gradebook.db")
    assert "01-voices" in other.read_text(encoding="utf-8")


def test_a_file_that_is_no_gradebook_of_nbgrader_is_refused(store: Store, tmp_path: Path) -> None:
    from motamot.errors import MotamotError

    (tmp_path / "gradebook.db").write_bytes(b"hello" * 500)
    with pytest.raises(MotamotError, match="cannot be used as nbgrader’s gradebook"):
        write_nbgrader(store, COURSE, tmp_path / "gradebook.db")
