import os
import struct
import zipfile
from pathlib import Path

import pytest
from handed_in import NOTEBOOK, codes, found, write, zipped

from motamot.course.grading import submissions_archive
from motamot.course.grading.submissions import Collection, collect
from motamot.workspace import prepare_folder

UNITS = ("01_cleaning", "02_themes", "77_mine")


def content_of(collection: Collection, key: str) -> bytes:
    (student,) = [one for one in collection.students if one.owner.key == key]
    with student.notebooks[0].entry.open() as file:
        return file.read()


def test_a_folder_for_each_student(tmp_path: Path) -> None:
    write(tmp_path, "Zoé Petit/01_cleaning.ipynb", "Zoé Petit/02_themes.ipynb", "max/mots (1).ipynb")
    write(tmp_path, "max/.ipynb_checkpoints/mots-checkpoint.ipynb", "max/notes.txt")
    collection = collect(tmp_path)
    assert collection.layout == "students"
    assert found(collection) == {
        "Zoé Petit": ["01_cleaning.ipynb", "02_themes.ipynb"],
        "max": ["mots (1).ipynb"],
    }


def test_notebooks_side_by_side_belong_to_whom_their_names_say(tmp_path: Path) -> None:
    write(tmp_path, "Zoé Petit_01_cleaning.ipynb", "max-01_cleaning.ipynb", "Anne 77 mine (1).ipynb")
    collection = collect(tmp_path, UNITS)
    assert collection.layout == "files"
    assert set(found(collection)) == {"Anne", "Zoé Petit", "max"}


@pytest.mark.parametrize(
    ("paths", "layout", "students"),
    [
        (["Zoé/a.ipynb", "Max/b.ipynb", "liste.csv"], "students", {"Zoé", "Max", "liste"}),
        (["Zoé/a.ipynb", "Zoé/old/b.ipynb", "Max/c.ipynb", "énoncé.ipynb"], "students", {"Zoé", "Max", "énoncé"}),
        (["Zoé/a.ipynb", "Max/b.pdf", "Anne/"], "students", {"Zoé", "Max", "Anne"}),
        (["Zoé/a.ipynb", "Max.zip"], "students", {"Zoé", "Max"}),
        (["Zoé_01_cleaning.ipynb", "Max-01_cleaning.ipynb"], "files", {"Zoé", "Max"}),
        (["petit_zoe.ipynb", "roy_max.ipynb"], "files", {"petit_zoe", "roy_max"}),
        (["01_cleaning.ipynb", "01_cleaning (1).ipynb", "02_themes.ipynb"], "students", {"classe"}),
        (["01_cleaning.ipynb", "data/a.csv", "pictures/b.png"], "students", {"classe"}),
        (["report.pdf", "code/a.ipynb", "pictures/b.png"], "students", {"classe"}),
    ],
)  # fmt: skip
def test_a_folder_around_the_class_is_told_from_the_folder_of_one_student(
    tmp_path: Path, paths: list[str], layout: str, students: set[str]
) -> None:
    for top in ("", "lisez-moi.txt"):
        inner = zipped(tmp_path / "inner.zip", {"01_cleaning.ipynb": NOTEBOOK}).read_bytes()
        members = {f"classe/{path}": inner if path.endswith(".zip") else NOTEBOOK for path in paths}
        if top:
            members[top] = b"read me"
        collection = collect(zipped(tmp_path / "devoir.zip", members), UNITS)
        assert collection.layout == ("students" if top else layout)
        assert {one.owner.key for one in collection.students} - {"lisez-moi"} == students


def test_other_numbers_in_names_keep_students_apart(tmp_path: Path) -> None:
    names = ("Groupe_12_devoir", "Groupe_13_devoir", "Petit_20261101_mots", "Petit_20261102_mots")
    write(tmp_path, *(f"{name}.ipynb" for name in names))
    assert set(found(collect(tmp_path, UNITS))) == set(names)


@pytest.mark.parametrize("top", ["submitted/", "cours/submitted/", ""])
def test_nbgrader_s_submitted_folder(tmp_path: Path, top: str) -> None:
    write(tmp_path, f"{top}zoe/01_cleaning/notebook.ipynb", f"{top}max/01_cleaning/notebook.ipynb")
    write(tmp_path, f"{top}zoe/01_cleaning/timestamp.txt", content=b"2026-11-22 18:04:00.000000 UTC")
    collection = collect(tmp_path)
    assert collection.layout == "nbgrader"
    assert found(collection) == {
        "max": ["01_cleaning/notebook.ipynb"],
        "zoe": ["01_cleaning/notebook.ipynb"],
    }
    assert collection.students[1].notebooks[0].entry.moment.startswith("2026-11-22T18:04")


def test_a_whole_folder_of_a_learner_counts_what_was_worked_on(tmp_path: Path) -> None:
    prepare_folder(tmp_path / "zoe" / "motamot-work")
    prepare_folder(tmp_path / "max")
    worked = tmp_path / "zoe" / "motamot-work" / "exercises" / "fr" / "01_cleaning.ipynb"
    worked.write_bytes(worked.read_bytes().replace(b"nbsp_count = ...", b"nbsp_count = 19"))
    lesson = tmp_path / "zoe" / "motamot-work" / "lessons" / "fr" / "01_cleaning.ipynb"
    lesson.write_bytes(lesson.read_bytes() + b"\n")
    collection = collect(tmp_path)
    assert collection.layout == "folders"
    assert found(collection) == {"max": [], "zoe": ["motamot-work/exercises/fr/01_cleaning.ipynb"]}
    assert codes(collection) == {"max": ["untouched"], "zoe": []}


def test_one_learner_s_folder_alone_is_that_learner(tmp_path: Path) -> None:
    folder = tmp_path / "Zoé"
    prepare_folder(folder)
    worked = folder / "exercises" / "en" / "01_cleaning.ipynb"
    worked.write_bytes(worked.read_bytes() + b"\n")
    assert found(collect(folder)) == {"Zoé": ["exercises/en/01_cleaning.ipynb"]}


MOODLE = [
    {"Zoé Petit_12_assignsubmission_file_/mots.ipynb": NOTEBOOK, "Max O'Neil_7_assignsubmission_file_/a.ipynb": NOTEBOOK},
    {"Zoé Petit_12_assignsubmission_file/mots.ipynb": NOTEBOOK, "Max O'Neil_7_assignsubmission_file/a.ipynb": NOTEBOOK},
    {"Zoé Petit_12_assignsubmission_file_mots.ipynb": NOTEBOOK, "Max O'Neil_7_assignsubmission_file_a.ipynb": NOTEBOOK},
    {"Devoir 1/Zoé Petit_12_assignsubmission_file_/mots.ipynb": NOTEBOOK, "Devoir 1/Max O'Neil_7_assignsubmission_file_/a.ipynb": NOTEBOOK},
]  # fmt: skip


@pytest.mark.parametrize("members", MOODLE, ids=["folders", "folders of 4.1", "flat", "in a folder"])
def test_a_bulk_download_of_moodle(tmp_path: Path, members: dict[str, bytes]) -> None:
    collection = collect(zipped(tmp_path / "devoir.zip", members))
    assert collection.layout == "moodle"
    assert found(collection) == {"Max O'Neil_7": ["a.ipynb"], "Zoé Petit_12": ["mots.ipynb"]}
    assert [one.owner.number for one in collection.students] == ["7", "12"]
    assert content_of(collection, "Zoé Petit_12") == NOTEBOOK


def test_two_students_of_one_name_stay_two(tmp_path: Path) -> None:
    members = {f"Max Petit_{number}_assignsubmission_file_/a.ipynb": NOTEBOOK for number in (1, 2)}
    assert set(found(collect(zipped(tmp_path / "devoir.zip", members)))) == {"Max Petit_1", "Max Petit_2"}


def test_a_zip_handed_in_is_looked_into(tmp_path: Path) -> None:
    inner = zipped(tmp_path / "inner.zip", {"dossier/01_cleaning.ipynb": NOTEBOOK}).read_bytes()
    moodle = zipped(tmp_path / "devoir.zip", {"Zoé_1_assignsubmission_file_/travail.zip": inner})
    collection = collect(moodle)
    assert found(collection) == {"Zoé_1": ["travail.zip/dossier/01_cleaning.ipynb"]}
    assert content_of(collection, "Zoé_1") == NOTEBOOK
    folder = write(tmp_path / "folder", "max/travail.zip", content=inner)
    assert content_of(collect(folder), "max") == NOTEBOOK


def test_a_zip_for_each_student_is_named_as_a_folder_would_be(tmp_path: Path) -> None:
    inner = zipped(tmp_path / "inner.zip", {"01_cleaning.ipynb": NOTEBOOK}).read_bytes()
    write(tmp_path / "in", "Zoé Petit.zip", "Max Roy_01_cleaning.zip", content=inner)
    write(tmp_path / "in", "Anne.zip", content=b"no zip")
    collection = collect(tmp_path / "in", UNITS)
    assert {key: len(paths) for key, paths in found(collection).items()} == {
        "Anne": 0,
        "Max Roy": 1,
        "Zoé Petit": 1,
    }


def test_folders_with_names_in_an_old_encoding_stay_apart(tmp_path: Path) -> None:
    for name in ("Ren\xe9", "Ren\xe8"):
        folder = tmp_path / os.fsdecode(name.encode("latin-1"))
        folder.mkdir()
        (folder / "01_cleaning.ipynb").write_bytes(NOTEBOOK)
    write(tmp_path, "Zoé/a.ipynb")
    assert set(found(collect(tmp_path))) == {"René", "Renè", "Zoé"}


def test_a_text_typed_into_moodle_is_named_alone(tmp_path: Path) -> None:
    members = {
        "Zoé_1_assignsubmission_onlinetext_onlinetext.html": b"<p>voici</p>",
        "Max_2_assignsubmission_file_01_cleaning.ipynb": NOTEBOOK,
    }
    (zoe,) = [
        one for one in collect(zipped(tmp_path / "devoir.zip", members)).students if one.owner.name == "Zoé"
    ]
    assert zoe.findings[0].sentence("en") == "No notebook was handed in; what came: onlinetext.html."


def test_names_in_old_encodings_are_read(tmp_path: Path) -> None:
    path = tmp_path / "devoir.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name in ("Zoë/01.ipynb", "Élie/01.ipynb"):
            archive.writestr(name, NOTEBOOK)
    # A Mac writes UTF-8 without saying so: clear the flag that says it, in both headers of the first member.
    raw = bytearray(path.read_bytes())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = raw.index(mark) + place
        struct.pack_into("<H", raw, at, struct.unpack_from("<H", raw, at)[0] & ~0x800)
    path.write_bytes(raw)
    assert set(found(collect(path))) == {"Zoë", "Élie"}
    dos = zipfile.ZipInfo("x")
    dos.filename, dos.flag_bits = "\u2510lie".encode("cp437").decode("cp437"), 0
    assert submissions_archive.decoded_name(dos) == "\u2510lie"
    dos.filename = "Ève".encode("cp850").decode("cp437")
    assert submissions_archive.decoded_name(dos) == "Ève"
