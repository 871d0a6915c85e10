"""gradebook.csv: every student and unit with status, total and the points of each question."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from motamot.course.grading.gradebook_lines import Line, number, students
from motamot.course.grading.run_units import Course
from motamot.course.grading.store import Store

FILE = "gradebook.csv"
COLUMNS = (
    "student",
    "identifier",
    "group",
    "unit",
    "status",
    "read_as",
    "total",
    "out_of",
    "sandboxed",
    "variant",
    "file",
    "remarks",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

# A sign of minus is one of a formula only if a call or a command follows.
_INNER = re.compile(r"([,;\t][\s\"]*)([=@＝＠]|[+\-＋－](?=[^,;\t]*[|!(]))")


def write_gradebook(store: Store, course: Course, path: Path, language: str) -> None:
    """Write the gradebook; a spreadsheet of the language opens it with its accents and columns.

    Parameters
    ----------
    store : Store
        What is known of the class.
    course : Course
        The questions of each unit.
    path : pathlib.Path
        The file.
    language : {"en", "fr"}
        The language of remarks; in French fields are set apart by semicolons and decimals by a comma.
    """
    asked = [one.name for unit in store.units() for one in course.get(unit, ())]
    lines = (line for one in students(store) for line in one)
    rows = (_row(line, asked, language) for line in lines)
    write_csv(path, [*COLUMNS, *asked], rows, ";" if language == "fr" else ",")


def _row(line: Line, asked: Sequence[str], language: str) -> list[str]:
    points = {mark.question: number(mark.points, language) for mark in line.marks}
    graded = line.graded if line.is_marked else None
    return [
        line.row.owner.name,
        line.row.owner.number,
        line.row.group,
        line.row.unit,
        line.status,
        line.read_as,
        number(line.points, language) if line.is_marked else "",
        number(line.out_of, language) if line.is_marked else "",
        ("yes" if graded.sandboxed else "no") if graded else "",
        graded.variant if graded else "",
        line.row.file,
        " ".join(line.remarks(language)),
        *(points.get(question, "") for question in asked),
    ]


def write_csv(
    path: Path, columns: Sequence[str], rows: Iterable[Sequence[str]], delimiter: str = ","
) -> None:
    """Write a CSV whole or not at all, with the mark by which Excel knows UTF-8.

    Parameters
    ----------
    path : pathlib.Path
        The file.
    columns : list of str
        The header.
    rows : iterable of list of str
        The fields; what a spreadsheet would take for a formula is defused.
    delimiter : str
        What sets fields apart.
    """
    part = path.with_name(f".{path.name}.part")
    with part.open("w", encoding="utf-8-sig", newline="") as file:
        for text in _csv_text([columns], delimiter):
            file.write(text)
        for text in _csv_text(([defused(field) for field in row] for row in rows), delimiter):
            file.write(text)
    part.replace(path)


def _csv_text(rows: Iterable[Sequence[str]], delimiter: str) -> Iterator[str]:
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=delimiter, lineterminator="\r\n")
    for row in rows:
        writer.writerow(row)
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()


def defused(field: str) -> str:
    """Return a field that no spreadsheet takes for a formula, wherever it cuts it.

    One of another language takes the other of comma and semicolon for what sets fields apart.

    Examples
    --------
    >>> defused("=cmd|' /C calc'!A0"), defused("Zoé")
    ("'=cmd|' /C calc'!A0", 'Zoé')
    >>> defused("ValueError: a;=1+2")
    "ValueError: a;'=1+2"
    """
    field = _INNER.sub(r"\1'\2", field)
    return f"'{field}" if field.lstrip(" ").startswith(_FORMULA) else field
