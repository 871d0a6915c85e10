"""What the lint reads: the sources of one unit, and what lies around them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from motamot._language import LANGUAGES
from motamot.course.glossary import Glossary
from motamot.course.source import Cell

Finding = tuple[int, str]
KINDS = ("lesson", "exercises", "guide", "glossary")


@dataclass(frozen=True)
class Shown:
    """What a code cell showed when it was built: its text, and whether a figure lacks alt text."""

    text: str = ""
    undescribed: bool = False


@dataclass(frozen=True)
class Page:
    """One source to look at.

    Parameters
    ----------
    name : str
        Its path in the repository.
    kind : {"lesson", "exercises", "guide", "glossary"}
        What is asked of it.
    unit : str
        The unit's folder, such as ``"01_cleaning"``.
    cells : sequence of Cell
        Its cells; a guide is one cell.
    glossary : dict, optional
        The terms, by language and key.
    files : frozenset of str
        What a relative link may lead to.
    shown : mapping of language to mapping of index to Shown
        What the code cells showed, by their place in `cells`.
    twin : str
        The text of a guide in the other language; empty if there is none.
    """

    name: str
    kind: str
    unit: str
    cells: Sequence[Cell]
    glossary: Glossary = field(default_factory=dict)
    files: frozenset[str] = frozenset()
    shown: Mapping[str, Mapping[int, Shown]] = field(default_factory=dict)
    twin: str = ""

    @cached_property
    def twins(self) -> list[tuple[Cell, Cell]]:
        """Pairs of an English cell and the French one after it."""
        pairs = zip(self.cells, self.cells[1:], strict=False)
        return [(one, two) for one, two in pairs if (one.language, two.language) == LANGUAGES]

    def prose(self, language: str) -> Iterator[Cell]:
        """Yield the text cells of one edition."""
        for cell in self.cells:
            if cell.kind == "markdown" and cell.language in (None, language):
                yield cell

    def place(self, cell: Cell, text: str, position: int) -> int:
        """Return the line of the source on which a position in a cell's text stands."""
        if self.kind == "glossary":
            return cell.line
        return cell.line + 1 + text.count("\n", 0, position)


Rule = Callable[[Page], Iterator[Finding]]
