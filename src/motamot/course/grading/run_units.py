"""The units there are: their questions, their hints, and a hash of all that their marks depend on."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from motamot.course.grading.submissions_unit import Units


@dataclass(frozen=True)
class Asked:
    """A question as reports need it.

    Parameters
    ----------
    name : str
        ``"01.nbsp_count"``.
    points : float
        Marks there are.
    hints : tuple of dict
        The graded hints in ``"en"`` and ``"fr"``; the last one works the step on another sentence.
    objective : str
        The lesson's objective it trains.
    talked : bool
        Whether the answer is a choice or a sentence: to be talked over, as no code gives it.
    """

    name: str
    points: float
    hints: tuple[dict[str, str], ...]
    objective: str
    talked: bool = False

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> Asked:
        """Return the question whose fields came as plain JSON values."""
        return cls(**{**values, "hints": tuple(values["hints"])})


Course = dict[str, tuple[Asked, ...]]


def read_course(root: Path, units: Sequence[str]) -> Course:
    """Return the questions of each unit, in the order of its ``practice.py``.

    Parameters
    ----------
    root : pathlib.Path
        The folder that holds the units.
    units : list of str
        Their names.

    Raises
    ------
    MotamotError
        If a ``practice.py`` does not run.
    """
    # The judge, which imports this module for its names, loads no questions.
    from motamot.checks._library import load_questions

    course = {}
    for unit in units:
        course[unit] = tuple(
            Asked(
                one.name,
                one.points,
                tuple({"en": hint.en, "fr": hint.fr} for hint in one.hints),
                one.objective,
                bool(one.typed),
            )
            for one in load_questions(root / unit / "practice.py")
        )
    return course


def names_of(course: Course) -> Units:
    """Return the names of the questions of each unit."""
    return Units({unit: tuple(one.name for one in asked) for unit, asked in course.items()})


def questions_hash(unit: Path) -> str:
    """Return a hash of a unit's questions, hidden inputs and hidden texts: other ones, other marks."""
    digest = hashlib.sha256()
    shared = sorted((unit.parent / "judging").glob("*.*"))
    for file in (unit / "practice.py", unit / "judge.py", *shared):
        if file.is_file():
            content = file.read_bytes()
            digest.update(f"{file.name} {len(content)}\n".encode() + content)
    return digest.hexdigest()
