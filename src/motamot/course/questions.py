"""The questions of a unit, as the build needs them: their names and their points."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from motamot.checks._library import load_questions
from motamot.course.source import Cell
from motamot.errors import MotamotError

CALL = re.compile(r"\b(?:check|hint)\(\s*[\"'](?P<question>[^\"']+)[\"']")


def points_of(practice: Path) -> dict[str, int] | None:
    """Return the points of each question of a ``practice.py`` by name; None if there is no such file."""
    if not practice.is_file():
        return None
    return {question.name: question.points for question in load_questions(practice)}


def require_questions(cells: Sequence[Cell], points: Mapping[str, int], place: str) -> None:
    """Refuse a source that asks for a question its ``practice.py`` does not hold.

    Parameters
    ----------
    cells : list of Cell
        The source.
    points : mapping of name to points
        What :func:`points_of` returns.
    place : str
        What messages call the source.

    Raises
    ------
    MotamotError
        One line for each unknown question, with file and line.
    """
    problems = []
    for cell in cells:
        for number, line in enumerate(cell.text.splitlines(), start=1):
            for call in CALL.finditer(line) if cell.kind == "code" else ():
                if call["question"] not in points:
                    problems.append(f"{place}:{cell.line + number}: practice.py has no {call['question']}")
    if problems:
        raise MotamotError("\n".join(problems))
