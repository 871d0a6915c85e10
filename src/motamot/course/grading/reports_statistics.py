"""What a class did, counted: totals, states of answers, and which wrong answer how often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from motamot.course.grading.gradebook_lines import Line
from motamot.course.grading.results import Mark
from motamot.course.grading.run_units import Asked

# The order of the parts of a bar: what was achieved first.
PARTS = {
    "right": ("right",),
    "near": ("near",),
    "wrong": ("wrong", "type"),
    "error": ("error",),
    "none": ("empty", "missing"),
}
_LOOKED_AT = ("near", "wrong", "type")


@dataclass
class QuestionCount:
    """The answers to one question."""

    asked: Asked
    states: Counter[str] = field(default_factory=Counter)
    misses: Counter[tuple[str, str]] = field(default_factory=Counter)
    texts: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)
    seen: dict[tuple[str, str], Counter[str]] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """Return how many were marked."""
        return self.states.total()

    @property
    def right(self) -> int:
        """Return how many were right."""
        return self.states["right"]

    def part(self, name: str) -> int:
        """Return how many answers belong to a part of the bar."""
        return sum(self.states[state] for state in PARTS[name])

    def add(self, mark: Mark) -> None:
        """Count an answer."""
        self.states[mark.state] += 1
        if mark.state in _LOOKED_AT:
            kind = (mark.state, mark.wrong_answer)
            self.misses[kind] += 1
            self.texts.setdefault(kind, mark.message)
            if mark.seen:
                self.seen.setdefault(kind, Counter())[mark.seen] += 1

    def frequent(self) -> list[tuple[tuple[str, str], int]]:
        """Return kinds of wrong answer and their counts, the most frequent near misses first."""
        return sorted(self.misses.items(), key=lambda pair: (pair[0][1] == "", -pair[1], pair[0]))

    def commonest(self, kind: tuple[str, str]) -> tuple[str, int]:
        """Return the answer most often seen of a kind, and how often."""
        seen = self.seen.get(kind)
        return min(seen.items(), key=lambda pair: (-pair[1], pair[0])) if seen else ("", 0)


@dataclass
class UnitCount:
    """What a class did in one unit."""

    unit: str
    questions: dict[str, QuestionCount]
    totals: Counter[float] = field(default_factory=Counter)
    unmarked: list[Line] = field(default_factory=list)

    @property
    def marked(self) -> int:
        """Return how many notebooks have a mark."""
        return self.totals.total()

    @property
    def out_of(self) -> float:
        """Return the points there are."""
        return sum(one.asked.points for one in self.questions.values())

    def add(self, line: Line) -> None:
        """Count a student's unit."""
        if not line.is_marked:
            self.unmarked.append(line)
            return
        self.totals[line.points] += 1
        for mark in line.marks:
            if mark.question in self.questions:
                self.questions[mark.question].add(mark)

    def hardest(self) -> list[QuestionCount]:
        """Return the questions, those fewest got right first."""
        return sorted(
            self.questions.values(), key=lambda one: (one.right / max(1, one.total), one.asked.name)
        )

    def next_lesson(self) -> tuple[QuestionCount, tuple[str, str]] | None:
        """Return the question and the kind of wrong answer to begin the next lesson with.

        The near miss that most learners met; where no two met the same, the question most got wrong.
        """
        near = [
            (count, one, kind)
            for one in self.questions.values()
            for kind, count in one.misses.items()
            if kind[1] and count > 1
        ]
        if near:
            _, one, kind = min(near, key=lambda found: (-found[0], found[1].asked.name, found[2]))
            return one, kind
        wrong = [one for one in self.hardest() if one.misses]
        return (wrong[0], wrong[0].frequent()[0][0]) if wrong else None


def count_unit(unit: str, asked: Sequence[Asked]) -> UnitCount:
    """Return a count in which nothing is counted yet."""
    return UnitCount(unit, {one.name: QuestionCount(one) for one in asked})


def bins(totals: Counter[float], out_of: float, most: int = 12) -> list[tuple[int, int, int]]:
    """Return points from, points to, and how many learners have them.

    Examples
    --------
    >>> bins(Counter({0: 1, 2.5: 2, 3: 4}), 3)
    [(0, 0, 1), (1, 1, 0), (2, 2, 2), (3, 3, 4)]
    """
    width = max(1, -(-int(out_of + 1) // most))
    starts = range(0, int(out_of) + 1, width)
    found = []
    for start in starts:
        end = min(start + width - 1, int(out_of))
        inside: Iterable[int] = (count for points, count in totals.items() if start <= points < start + width)
        found.append((start, end, sum(inside)))
    return found
