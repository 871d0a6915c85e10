"""Files that Moodle takes in: a grading worksheet for each unit, and the feedback pages as a zip."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from motamot._language import message
from motamot.course.grading.gradebook import write_csv
from motamot.course.grading.gradebook_lines import Line, number, students
from motamot.course.grading.reports_html import coded
from motamot.course.grading.run_units import Course
from motamot.course.grading.store import Store

FILE = "moodle.csv"
FEEDBACK = "moodle_feedback.zip"
# Moodle puts its number behind this word in both languages.
_PARTICIPANT = "Participant "
_COLUMNS = ("identifier", "name", "email", "id", "grade", "maximum", "modified", "comments")
# The earliest time a zip can hold, so that the same marks give the same bytes.
_NO_TIME = (1980, 1, 1, 0, 0, 0)


def write_moodle(store: Store, course: Course, folder: Path, language: str) -> list[str]:
    """Write ``moodle.csv`` on all units together and, if there are several, one file for each unit.

    Parameters
    ----------
    store : Store
        What is known of the class.
    course : Course
        The questions of each unit.
    folder : pathlib.Path
        Where to.
    language : {"en", "fr"}
        Moodle's language: its import looks for columns by their names in it.

    Returns
    -------
    list of str
        The files' names.
    """
    units = store.units()
    chosen: dict[str, list[str]] = {FILE: units}
    if len(units) > 1:
        chosen |= {f"moodle_{unit}.csv": [unit] for unit in units}
    columns = [message(f"grade.moodle_{column}", language) for column in _COLUMNS]
    for name, some in chosen.items():
        maximum = sum(one.points for unit in some for one in course.get(unit, ()))
        write_csv(folder / name, columns, _rows(store, some, maximum, language))
    return list(chosen)


def _rows(store: Store, units: Sequence[str], maximum: float, language: str) -> Iterator[list[str]]:
    for lines in students(store):
        wanted = [line for line in lines if line.row.unit in units or not line.row.unit]
        owner = wanted[0].row.owner
        # A file that could not be graded must not count as nothing: then the grade stays open.
        is_settled = all(line.is_marked or line.absent for line in wanted)
        marked = [line for line in wanted if line.is_marked]
        grade = number(sum(line.points for line in marked)) if marked and is_settled else ""
        yield [
            f"{_PARTICIPANT}{owner.number}" if owner.number else "",
            owner.name,
            owner.name if "@" in owner.name else "",
            "" if "@" in owner.name or owner.number else owner.key,
            grade,
            number(maximum) if grade else "",
            "",
            "<br>".join(coded(text) for line in wanted for text in _comment(line, language)),
        ]


def _comment(line: Line, language: str) -> Iterator[str]:
    unit = line.row.unit or line.row.file or message("grade.hand_in", language)
    if not line.is_marked:
        yield " ".join(
            [f"{unit} :" if language == "fr" else f"{unit}:", *line.remarks(language, reader="learner")]
        )
        return
    points, out_of = number(line.points, language), number(line.out_of, language)
    yield message("grade.comment_total", language, unit=unit, points=points, out_of=out_of)
    for mark in line.marks:
        if mark.points < mark.out_of:
            yield f"{mark.question} – {first_line(mark.message[language])}"


def first_line(text: str) -> str:
    """Return a message without the table that may follow it."""
    return " ".join(line for line in text.split("\n") if "\t" not in line).strip()


def write_feedback_zip(store: Store, folder: Path, pages: dict[str, Path]) -> bool:
    """Write the pages as the zip that Moodle's "Upload multiple feedback files in a zip" takes.

    Parameters
    ----------
    store : Store
        What is known of the class.
    folder : pathlib.Path
        Where to.
    pages : dict of str to pathlib.Path
        The feedback page of each student, by key.

    Returns
    -------
    bool
        Whether there is one: not so if no submission has a number of Moodle's.
    """
    path = folder / FEEDBACK
    part = path.with_name(f".{path.name}.part")
    written = False
    with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
        for lines in students(store):
            owner = lines[0].row.owner
            if owner.number and owner.key in pages:
                name = owner.name.replace("_", " ").replace("/", " ")
                info = zipfile.ZipInfo(f"{name}_{owner.number}_assignfeedback_file_/motamot.html", _NO_TIME)
                info.compress_type = zipfile.ZIP_DEFLATED
                info.external_attr = 0o644 << 16
                archive.writestr(info, pages[owner.key].read_bytes())
                written = True
    if written:
        part.replace(path)
    else:
        part.unlink()
        path.unlink(missing_ok=True)
    return written
