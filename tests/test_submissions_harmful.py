"""Hand-ins that are broken or meant to harm: left out, told of the student who handed them in, and of nobody else."""

import io
import os
import stat
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from handed_in import NOTEBOOK, codes, found, write, zipped

from motamot import use_language
from motamot.course.grading.submissions import collect
from motamot.errors import MotamotError


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


@pytest.mark.parametrize(
    "members",
    [
        {"Zoé_3_assignsubmission_file_/": b""},
        {"Zoé_3_assignsubmission_file_/._mots.ipynb": NOTEBOOK, "__MACOSX/._Zoé": b"", ".DS_Store": b""},
        {"Zoé_3_assignsubmission_file_/__MACOSX/mots.ipynb": NOTEBOOK},
        {"Zoé_3_assignsubmission_file_/mots.zip": b"PK\x05\x06" + bytes(18)},
    ],
    ids=["folder", "hidden", "left about", "empty zip"],
)
def test_who_handed_in_nothing_that_counts_is_told(tmp_path: Path, members: dict[str, bytes]) -> None:
    good = {"Max_2_assignsubmission_file_/": b"", "Max_2_assignsubmission_file_/01_cleaning.ipynb": NOTEBOOK}
    collection = collect(zipped(tmp_path / "devoir.zip", {**good, **members}))
    assert codes(collection) == {"Max_2": [], "Zoé_3": ["no_notebook"]}
    assert found(collection)["Max_2"] == ["01_cleaning.ipynb"]


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


def test_a_zip_that_is_none_is_refused_in_the_language_in_use(tmp_path: Path) -> None:
    write(tmp_path, "x.zip", content=b"no zip")
    use_language("fr")
    with pytest.raises(MotamotError, match="L’archive"):
        collect(tmp_path / "x.zip")
