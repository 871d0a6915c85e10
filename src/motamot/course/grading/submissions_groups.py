"""Who is in which group: the instructor's list."""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from motamot._language import message
from motamot.course.grading.submissions_layouts import Owner
from motamot.errors import MotamotError

_LARGEST = 4 << 20


def read_groups(path: Path) -> dict[str, str]:
    """Return the group of each student, by the student's name in a form that is easy to match.

    Parameters
    ----------
    path : pathlib.Path
        A CSV with the columns *student* and *group*, set apart by commas or semicolons.

    Raises
    ------
    MotamotError
        If it cannot be read, lacks a column, or puts a student into two groups.
    """
    groups: dict[str, str] = {}
    for student, group in read_members(path):
        name = plain_name(student)
        if name and group and groups.setdefault(name, group) != group:
            raise MotamotError(message("grade.groups_twice", place=path, student=student))
    return groups


def read_members(path: Path) -> list[tuple[str, str]]:
    """Return student and group of each line, as they are written; see :func:`read_groups`."""
    try:
        raw = path.read_bytes()[:_LARGEST]
    except OSError as error:
        raise MotamotError(message("grade.cannot_read", place=path, reason=error.strerror)) from error
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", "replace")
    lines = text.splitlines()
    delimiter = ";" if lines and lines[0].count(";") > lines[0].count(",") else ","
    table = csv.DictReader(lines, delimiter=delimiter)
    try:
        table.fieldnames = [name.strip().lower() for name in table.fieldnames or ()]
        if not {"student", "group"} <= set(table.fieldnames):
            raise MotamotError(message("grade.groups_columns", place=path))
        return [((row["student"] or "").strip(), (row["group"] or "").strip()) for row in table]
    except csv.Error as error:
        raise MotamotError(message("grade.cannot_read", place=path, reason=error)) from error


def group_of(owner: Owner, groups: Mapping[str, str]) -> str:
    """Return a student's group, empty if the list names none.

    Examples
    --------
    >>> group_of(Owner("Zoé Petit_12", "Zoé Petit", "12"), {"zoe petit": "A"})
    'A'
    """
    for name in (owner.key, owner.number, owner.name):
        if name and plain_name(name) in groups:
            return groups[plain_name(name)]
    # Where teams hand in, Moodle writes the team before the name.
    plain = plain_name(owner.name)
    return next((team for name, team in groups.items() if plain == f"{plain_name(team)}-{name}"), "")


def plain_name(name: str) -> str:
    """Return a name without accents, capitals and doubled blanks."""
    letters = unicodedata.normalize("NFKD", name)
    return " ".join("".join(sign for sign in letters if not unicodedata.combining(sign)).casefold().split())
