"""Hand-ins in every layout, and archives of people who mean harm."""

import io
import os
import stat
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from motamot.course.grading import submissions_archive
from motamot.course.grading.submissions import Collection, collect
from motamot.errors import MotamotError
from motamot.workspace import prepare_folder

NOTEBOOK = b'{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}'


def write(top: Path, *paths: str, content: bytes = NOTEBOOK) -> Path:
    for path in paths:
        (top / path).parent.mkdir(parents=True, exist_ok=True)
        (top / path).write_bytes(content)
    return top


def zipped(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def found(collection: Collection) -> dict[str, list[str]]:
    return {one.owner.key: [handed.path for handed in one.notebooks] for one in collection.students}


def codes(collection: Collection) -> dict[str, list[str]]:
    return {one.owner.key: [finding.code for finding in one.findings] for one in collection.students}


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
    write(tmp_path, "Zoé Petit_01_cleaning.ipynb", "max-01_cleaning.ipynb")
    collection = collect(tmp_path)
    assert collection.layout == "files"
    assert set(found(collection)) == {"Zoé Petit", "max"}


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


def escape_upwards(archive: zipfile.ZipFile) -> None:
    archive.writestr("zoe/../../../evil.ipynb", NOTEBOOK)


def escape_to_the_root(archive: zipfile.ZipFile) -> None:
    archive.writestr("/tmp/evil.ipynb", NOTEBOOK)


def escape_by_backslashes(archive: zipfile.ZipFile) -> None:
    info = zipfile.ZipInfo("x")
    info.filename = "zoe\\..\\..\\evil.ipynb"
    archive.writestr(info, NOTEBOOK)


def escape_by_drive(archive: zipfile.ZipFile) -> None:
    archive.writestr("C:/evil.ipynb", NOTEBOOK)


def hide_a_link(archive: zipfile.ZipFile) -> None:
    info = zipfile.ZipInfo("zoe/link.ipynb")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    archive.writestr(info, "/etc/passwd")


@pytest.mark.parametrize(
    ("harm", "code"),
    [
        (escape_upwards, "unsafe_name"),
        (escape_to_the_root, "unsafe_name"),
        (escape_by_backslashes, "unsafe_name"),
        (escape_by_drive, "unsafe_name"),
        (hide_a_link, "link"),
    ],
)
def test_members_that_lead_elsewhere_are_left_out_and_told(
    tmp_path: Path, harm: Callable[[zipfile.ZipFile], None], code: str
) -> None:
    path = tmp_path / "in" / "devoir.zip"
    path.parent.mkdir()
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("zoe/01_cleaning.ipynb", NOTEBOOK)
        harm(archive)
    collection = collect(path)
    assert found(collection)["zoe"] == ["01_cleaning.ipynb"]
    assert code in [one for some in codes(collection).values() for one in some]
    assert [one.name for one in tmp_path.rglob("*")] == ["in", "devoir.zip"]


def test_a_link_in_a_folder_is_told_and_not_followed(tmp_path: Path) -> None:
    secret = write(tmp_path / "elsewhere", "secret.ipynb") / "secret.ipynb"
    write(tmp_path / "in", "zoe/01_cleaning.ipynb")
    (tmp_path / "in" / "zoe" / "02.ipynb").symlink_to(secret)
    (tmp_path / "in" / "max").symlink_to(tmp_path / "elsewhere")
    collection = collect(tmp_path / "in")
    assert found(collection) == {"max": [], "zoe": ["01_cleaning.ipynb"]}
    assert codes(collection) == {"max": ["link"], "zoe": ["link"]}


def overlapping_bomb() -> bytes:
    """Two members whose packed bytes are the same ones."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.ipynb", b"0" * (1 << 22))
    raw = buffer.getvalue()
    start = raw.index(b"PK\x01\x02")
    end = raw.index(b"PK\x05\x06")
    entries = raw[start:end] * 50
    tail = bytearray(raw[end:])
    struct.pack_into("<HHII", tail, 8, 50, 50, len(entries), start)
    return raw[:start] + entries + bytes(tail)


def endless_directory() -> bytes:
    raw = bytearray(b"PK\x05\x06" + bytes(18))
    struct.pack_into("<HHII", raw, 8, 0xFFFF, 0xFFFF, 0x7FFFFFFF, 0)
    return bytes(raw)


def nested_ratio_bomb() -> bytes:
    zeros = io.BytesIO()
    with zipfile.ZipFile(zeros, "w") as archive:
        archive.writestr("a.ipynb", b"0" * (1 << 22))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("inner.zip", zeros.getvalue())
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (overlapping_bomb(), "bomb"),
        (endless_directory(), "bomb"),
        (nested_ratio_bomb(), "bomb"),
        (b"this is not a zip", "broken_archive"),
        (b"", "broken_archive"),
    ],
    ids=["overlap", "directory", "ratio", "text", "empty"],
)
def test_a_student_s_bad_archive_is_told_and_the_others_stay(
    tmp_path: Path, content: bytes, code: str
) -> None:
    write(tmp_path, "max/01_cleaning.ipynb")
    write(tmp_path, "zoe/travail.zip", content=content)
    collection = collect(tmp_path)
    assert found(collection) == {"max": ["01_cleaning.ipynb"], "zoe": []}
    assert codes(collection)["zoe"] == [code]


def test_archives_in_archives_end_somewhere(tmp_path: Path) -> None:
    content = NOTEBOOK
    name = "01.ipynb"
    for _ in range(5):
        content = zipped(tmp_path / "x.zip", {name: content}).read_bytes()
        name = "x.zip"
    (tmp_path / "x.zip").unlink()
    collection = collect(write(tmp_path, "zoe/x.zip", content=content))
    assert codes(collection)["zoe"] == ["nested"]


def test_other_archives_and_other_files_are_named(tmp_path: Path) -> None:
    write(tmp_path, "max/travail.rar", "zoe/devoir.pdf", "anna/01_cleaning.ipynb")
    collection = collect(tmp_path)
    assert codes(collection) == {"anna": [], "max": ["other_archive"], "zoe": ["no_notebook"]}
    assert "devoir.pdf" in collection.students[2].findings[0].sentence("fr")


def test_an_encrypted_member_is_told(tmp_path: Path) -> None:
    path = zipped(tmp_path / "devoir.zip", {"zoe/01.ipynb": NOTEBOOK, "max/01.ipynb": NOTEBOOK})
    raw = bytearray(path.read_bytes())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        raw[raw.index(mark) + place] |= 1
    path.write_bytes(raw)
    assert codes(collect(path)) == {"max": [], "zoe": ["encrypted"]}


def test_thousands_of_nested_zips_hold_no_file_open(tmp_path: Path) -> None:
    inner = zipped(tmp_path / "inner.zip", {"01_cleaning.ipynb": NOTEBOOK}).read_bytes()
    members = {f"s{number}_{number}_assignsubmission_file_/t.zip": inner for number in range(300)}
    before = len(list(Path("/proc/self/fd").iterdir()))
    collection = collect(zipped(tmp_path / "devoir.zip", members))
    assert len(collection.students) == 300
    assert len(list(Path("/proc/self/fd").iterdir())) - before <= 2


def test_a_folder_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "zoe/01_cleaning.ipynb", "max/01_cleaning.ipynb")
    look = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("max"):
            raise PermissionError(13, "Permission denied", str(path))
        return look(path)

    monkeypatch.setattr(os, "scandir", refuse)
    collection = collect(tmp_path)
    assert codes(collection) == {"max": ["unreadable"], "zoe": []}
    with pytest.raises(MotamotError, match=r"max cannot be read \(Permission denied\)"):
        collect(tmp_path / "max")
    assert "max cannot be read" in collection.students[0].findings[0].sentence("en")


def test_an_empty_folder_of_a_student_is_told(tmp_path: Path) -> None:
    write(tmp_path, "zoe/01_cleaning.ipynb")
    (tmp_path / "zoe" / "texts").mkdir()
    (tmp_path / "max").mkdir()
    assert codes(collect(tmp_path)) == {"max": ["no_notebook"], "zoe": []}


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda top: top / "none", "There is no "),
        (lambda top: write(top, "a/readme.docx") / "a" / "readme.docx", "neither a folder nor a zip"),
        (lambda top: write(top / "empty", "x/.keep"), "There is no notebook in"),
        (lambda top: write(top, "zoe/notes.txt"), "There is no notebook in"),
        (lambda top: write(top, "x.zip", content=b"no zip") / "x.zip", "is broken or is not a zip"),
    ],
)
def test_a_place_without_hand_ins_is_refused_in_a_sentence(
    tmp_path: Path, make: Callable[[Path], Path], said: str
) -> None:
    with pytest.raises(MotamotError, match=said):
        collect(make(tmp_path))
