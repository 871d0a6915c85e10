"""Attacks by what is handed in: names, folders, dates and numbers of files decide nothing about the others."""

import json
import os
import zipfile
from pathlib import Path

import pytest
from handed_in import ANSWERED, UNIT, found, lay_out

from motamot.course.grading import submissions as submissions_module
from motamot.course.grading.submissions import collect
from motamot.course.grading.submissions_findings import Finding


@pytest.mark.parametrize(
    "planted",
    [
        "x_1_assignsubmission_file_/a.ipynb",
        "x_1_assignsubmission_file_.ipynb",
        "submitted/a/b/c.ipynb",
        "a/timestamp.txt",
        "exercises/fr/a.ipynb",
        ".motamot/manifest.json",
    ],
)
def test_no_folder_of_one_student_changes_whose_the_others_are(tmp_path: Path, planted: str) -> None:
    others = {f"{name}/{UNIT}.ipynb": ANSWERED for name in ("anna", "bela", "cem")}
    lay_out(tmp_path, {**others, f"mallory/{UNIT}.ipynb": ANSWERED, f"mallory/{planted}": ANSWERED})
    whose = found(collect(tmp_path))
    assert set(whose) == {"anna", "bela", "cem", "mallory"}
    assert all(whose[name] == [f"{UNIT}.ipynb"] for name in ("anna", "bela", "cem"))


def test_a_wrapped_download_with_a_file_beside_it_is_read(tmp_path: Path) -> None:
    lay_out(
        tmp_path,
        {
            f"Devoir/Zoé Petit_12_assignsubmission_file_/{UNIT}.ipynb": ANSWERED,
            f"Devoir/Max Roy_13_assignsubmission_file_/{UNIT}.ipynb": ANSWERED,
            "read me.txt": b"x",
        },
    )
    collection = collect(tmp_path)
    assert collection.layout == "moodle"
    assert {"Zoé Petit_12", "Max Roy_13"} <= set(found(collection))


def test_of_an_nbgrader_course_only_what_was_submitted_is_read(tmp_path: Path) -> None:
    lay_out(
        tmp_path,
        {
            f"submitted/zoe/{UNIT}/{UNIT}.ipynb": ANSWERED,
            f"submitted/max/{UNIT}/{UNIT}.ipynb": ANSWERED,
            f"source/{UNIT}/{UNIT}.ipynb": ANSWERED,
            f"autograded/zoe/{UNIT}/{UNIT}.ipynb": ANSWERED,
            "nbgrader_config.py": b"",
        },
    )
    assert set(found(collect(tmp_path))) == {"zoe", "max"}


def test_a_refused_file_is_never_told_of_another_student(tmp_path: Path) -> None:
    """Cut to its last signs, a long path would begin with a folder that bears somebody else's name."""
    inner = "Zoé Petit_12_assignsubmission_file_/"
    inner += "a" * (200 - len(inner) - len(".zip")) + ".zip"
    with zipfile.ZipFile(tmp_path / "class.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"Zoé Petit_12_assignsubmission_file_/{UNIT}.ipynb", ANSWERED)
        archive.writestr(f"Mallory_1_assignsubmission_file_/{inner}", bytes(1 << 20))
    students = {one.owner.key: one for one in collect(tmp_path / "class.zip").students}
    assert students["Zoé Petit_12"].findings == []
    assert [finding.code for finding in students["Mallory_1"].findings] == ["bomb"]


def test_a_refused_file_is_told_of_the_same_student_however_a_mac_writes_the_name(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "class.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"Zoe\u0301_12_assignsubmission_file_/{UNIT}.ipynb", ANSWERED)
        archive.writestr("Zoe\u0301_12_assignsubmission_file_/\x1b[31mnull.zip", bytes(1 << 20))
    (student,) = collect(tmp_path / "class.zip").students
    assert [finding.code for finding in student.findings] == ["bomb"]
    assert student.findings[0].sentence("en").isprintable()


def test_a_name_that_is_no_text_is_told_in_signs_that_every_file_holds(tmp_path: Path) -> None:
    lay_out(tmp_path, {f"anna/{UNIT}.ipynb": ANSWERED})
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/anna/\xff\x1b.ipynb")).symlink_to("/etc/passwd")
    (student,) = collect(tmp_path).students
    told = student.findings[0].sentence("fr")
    assert told.encode("utf-8") and "\x1b" not in told


def test_what_a_file_says_of_itself_is_told_in_signs_that_every_file_holds() -> None:
    finding = Finding("other_kernel", {"kernel": "\ud800\x1b[31m\u202eR"})
    assert finding.values == {"kernel": "?\ufffd[31m\ufffdR"}
    assert finding.sentence("en").encode("utf-8")
    assert Finding.from_json(json.loads(json.dumps(finding.to_json()))) == finding


def test_a_date_beyond_all_calendars_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay_out(tmp_path, {f"anna/{UNIT}.ipynb": ANSWERED, f"bela/{UNIT}.ipynb": ANSWERED})
    real = Path.stat

    def stat(path: Path, **more: bool) -> os.stat_result:
        values = list(real(path, **more))
        # Some file systems keep times of 64 bits; the one of this test may not.
        values[8] = 10**13 if path.parent.name == "anna" else values[8]
        return os.stat_result(values)

    monkeypatch.setattr(Path, "stat", stat)
    collection = collect(tmp_path)
    assert found(collection) == {"anna": [f"{UNIT}.ipynb"], "bela": [f"{UNIT}.ipynb"]}
    assert all(one.findings == [] for one in collection.students)


def test_more_notebooks_than_anyone_writes_are_not_all_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(submissions_module, "MOST_NOTEBOOKS", 5)
    files = {f"mallory/mots ({number}).ipynb": ANSWERED for number in range(1, 13)}
    lay_out(tmp_path, {**files, f"anna/{UNIT}.ipynb": ANSWERED})
    for path in tmp_path.rglob("*.ipynb"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    students = {one.owner.key: one for one in collect(tmp_path).students}
    # As among any attempts, the last ones count.
    assert [one.path for one in students["mallory"].notebooks] == [f"mots ({n}).ipynb" for n in range(8, 13)]
    (told,) = students["mallory"].findings
    assert told.code == "notebooks_left_out" and "7" in told.sentence("en")
    assert students["anna"].findings == []
