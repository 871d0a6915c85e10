"""The lines of a gradebook: one for each student and unit, with or without a mark, never without a word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from motamot._language import message
from motamot.course.grading.results import Graded, Mark
from motamot.course.grading.store import Row, Store
from motamot.course.grading.submissions_findings import ASK_AGAIN, INSTRUCTORS, READ_AS, read_as

# With these a total stands in the gradebook; with any other the field is empty.
MARKED = ("graded", "timeout", "crashed")
NOT_HANDED_IN = "not_handed_in"
PENDING = "pending"


@dataclass(frozen=True)
class Line:
    """A student's unit as reports show it."""

    row: Row
    graded: Graded | None
    absent: bool = False

    @property
    def status(self) -> str:
        """Return the status: one of Graded's, *refused*, *pending* or *not_handed_in*."""
        if self.absent:
            return NOT_HANDED_IN
        if self.graded:
            return self.graded.status
        return PENDING if self.row.key else "refused"

    @property
    def is_marked(self) -> bool:
        """Tell whether there is a mark."""
        return self.status in MARKED

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Return the marks, none if there is no total."""
        return self.graded.marks if self.graded and self.is_marked else ()

    @property
    def points(self) -> float:
        """Return the points of all questions together."""
        return sum(mark.points for mark in self.marks)

    @property
    def out_of(self) -> float:
        """Return the points there are."""
        return sum(mark.out_of for mark in self.marks)

    @property
    def read_as(self) -> str:
        """Return how the file was read, *whole* if nothing was the matter."""
        return "" if self.absent else read_as(self.row.findings)

    def remarks(self, language: str, *, reader: str = "instructor") -> list[str]:
        """Return, in the order of weight, all sentences about this line but those on single questions.

        Parameters
        ----------
        language : {"en", "fr"}
            Their language.
        reader : {"instructor", "learner"}
            Who reads them: a learner is not told what only the instructor can do.
        """
        order = {code: place for place, code in enumerate(READ_AS)}
        findings = sorted(self.row.findings, key=lambda one: order.get(one.code, -1))
        if reader == "learner":
            findings = [one for one in findings if one.code not in INSTRUCTORS]
        said = [finding.sentence(language) for finding in findings]
        if any(finding.code in ASK_AGAIN for finding in findings):
            said.append(message(f"grade.todo_{reader}", language))
        if self.absent or (self.status == PENDING and reader == "instructor"):
            said.insert(0, message(f"grade.status_{self.status}", language))
        if self.graded:
            if self.graded.status != "graded" and (self.is_marked or reader == "instructor"):
                said.append(self.graded.sentence[language])
            said += [note[language] for note in self.graded.notes]
        return said


def students(store: Store) -> Iterator[list[Line]]:
    """Yield each student's lines, a line for every unit that anybody handed in."""
    units = store.units()
    for _, rows in groupby(store.rows(), key=lambda pair: pair[0].owner.key):
        lines = [Line(row, graded) for row, graded in rows]
        owner, group = lines[0].row.owner, lines[0].row.group
        given = {line.row.unit for line in lines}
        # Where a file's unit is unknown, it may be any of those that are missing: nothing is said of them.
        absent = [] if "" in given else [unit for unit in units if unit not in given]
        lines += [Line(Row(owner, unit, group=group), None, absent=True) for unit in absent]
        yield sorted(lines, key=lambda line: (line.row.unit, line.row.slot))


def number(value: float, language: str = "en") -> str:
    """Write points without needless zeros, with the language's decimal sign.

    Examples
    --------
    >>> number(7), number(7.5, "fr")
    ('7', '7,5')
    """
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return text.replace(".", ",") if language == "fr" else text
