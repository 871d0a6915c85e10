"""What grading one submission gives: a mark and a reason for every question of the unit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

STATES = ("right", "near", "wrong", "type", "empty", "error", "missing")
VARIANTS = ("none", "ok", "mismatch")
Sentence = dict[str, str]


@dataclass(frozen=True)
class Mark:
    """The mark of one question and the reason for it.

    Parameters
    ----------
    question : str
        ``"01.nbsp_count"``.
    state : str
        One of ``STATES``: *empty* is a placeholder left in place, *missing* a name that the notebook never
        gives, *error* an answer that could not be had because a cell or the answer itself failed.
    points : float
        Points given.
    out_of : float
        Points there are.
    seen : str
        What the notebook gave on the text that the learner saw; short and plain, never more than 200 signs.
    message : dict of str to str
        Why, in ``"en"`` and ``"fr"``; never a hidden input or an expected value.
    wrong_answer : str
        Which near miss of the question it was, ``"2"`` for the second; empty if none.
    """

    question: str
    state: str
    points: float
    out_of: float
    seen: str
    message: Sentence
    wrong_answer: str = ""

    def to_json(self) -> dict[str, Any]:
        """Return the mark as plain JSON values."""
        return asdict(self)

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> Mark:
        """Return the mark that :meth:`to_json` wrote."""
        return cls(**values)


@dataclass(frozen=True)
class Graded:
    """What became of one submission.

    Parameters
    ----------
    unit : str
        ``"01_cleaning"``.
    status : str
        *graded*: its cells ran to the end, with or without errors of their own; *timeout* and *crashed*: some
        cell had to be left out because it took too long or ended the process, the rest is graded all the
        same; *refused*: there was nothing to run; *failed*: the grader's own fault, to be graded again.
    sentence : dict of str to str
        The status for people, in ``"en"`` and ``"fr"``.
    marks : tuple of Mark
        One for each question of the unit, in the order of its practice.py, whatever the status.
    sandboxed : bool
        Whether the code was shut in.
    variant : str
        One of ``VARIANTS``: whether the notebook's variant code is the one that was expected.
    seconds : float
        Time it took, by the clock on the wall.
    notes : tuple of dict
        Further sentences about this submission (cells that raised, magics refused), in both languages.
    """

    unit: str
    status: str
    sentence: Sentence
    marks: tuple[Mark, ...]
    sandboxed: bool
    variant: str = "none"
    seconds: float = 0.0
    notes: tuple[Sentence, ...] = field(default=())

    @property
    def points(self) -> float:
        """Return the points of all questions together."""
        return sum(mark.points for mark in self.marks)

    @property
    def out_of(self) -> float:
        """Return the points that there are."""
        return sum(mark.out_of for mark in self.marks)

    def to_json(self) -> dict[str, Any]:
        """Return the result as plain JSON values.

        Examples
        --------
        >>> mark = Mark("01.claim", "right", 1, 1, "'b'", {"en": "Right.", "fr": "Juste."})
        >>> one = Graded("01_cleaning", "graded", {"en": "Ran.", "fr": "Exécuté."}, (mark,), True)
        >>> Graded.from_json(one.to_json()) == one
        True
        """
        values = asdict(self)
        values["marks"] = list(values["marks"])
        values["notes"] = list(values["notes"])
        return values

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> Graded:
        """Return the result that :meth:`to_json` wrote."""
        marks = tuple(Mark.from_json(mark) for mark in values["marks"])
        return cls(**{**values, "marks": marks, "notes": tuple(values["notes"])})
