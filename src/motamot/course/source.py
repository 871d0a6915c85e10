"""Lesson sources: reading ``lesson.py`` and ``exercises.py``, with the line each cell starts on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from motamot._language import LANGUAGES
from motamot.course.refusals import code_problems
from motamot.errors import MotamotError

# A closed set: a misspelt "solution" would hand the answers to every learner.
TAGS = frozenset({"raises-exception", "solution"})
_CELL_START = re.compile(r"# ?%%(?!%)")
# What jupytext notes about blank lines between cells.
_BLANK_LINES = {"lines_to_next_cell", "lines_to_end_of_cell_marker"}


@dataclass(frozen=True)
class Cell:
    """One cell of a source.

    Parameters
    ----------
    kind : {"markdown", "code"}
        What the cell holds.
    text : str
        Its text, without the comment signs of the source.
    line : int
        The line of the source its marker stands on.
    language : {"en", "fr"} or None
        The edition it belongs to; None for both.
    tags : tuple of str
        Some of ``TAGS``.
    name : str, optional
        An id of its own; without one, the cell is named by unit and place.
    """

    kind: str
    text: str
    line: int
    language: str | None = None
    tags: tuple[str, ...] = ()
    name: str | None = None


def read_source(path: Path) -> list[Cell]:
    """Read a source in the percent format and refuse what the build cannot promise to keep right.

    Parameters
    ----------
    path : pathlib.Path
        ``lesson.py`` or ``exercises.py`` of a unit.

    Returns
    -------
    list of Cell
        The cells, in order.

    Raises
    ------
    MotamotError
        One line for each problem, with file and line.
    """
    cells, problems = _cells(path)
    for cell in cells:
        problems += _cell_problems(cell)
    problems += _twin_problems(cells)
    if problems:
        place = "/".join(path.parts[-3:])
        raise MotamotError("\n".join(f"{place}:{line}: {text}" for line, text in sorted(problems)))
    return cells


def _cells(path: Path) -> tuple[list[Cell], list[tuple[int, str]]]:
    import jupytext

    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise MotamotError(
            f"{path.name}: the file is not UTF-8 (byte {error.start}). Save it as UTF-8."
        ) from None
    starts = [n for n, line in enumerate(text.splitlines(), start=1) if _CELL_START.match(line)]
    nodes = jupytext.reads(text, fmt="py:percent").cells
    if len(nodes) != len(starts):
        stray = next((n for n, line in enumerate(text.splitlines(), start=1) if line.strip()), 1)
        return [], [
            (stray, f"{len(starts)} cell markers (# %%) but {len(nodes)} cells: text stands outside a cell")
        ]
    cells, problems = [], []
    for start, node in zip(starts, nodes, strict=True):
        extra = sorted(set(node.metadata) - {"lang", "tags"} - _BLANK_LINES)
        if extra:
            problems.append((start, f"a cell marker takes lang and tags only, not {', '.join(extra)}"))
        tags = tuple(node.metadata.get("tags", ()))
        cells.append(Cell(node.cell_type, node.source, start, node.metadata.get("lang"), tags))
    return cells, problems


def _cell_problems(cell: Cell) -> list[tuple[int, str]]:
    problems = []
    if cell.kind not in ("markdown", "code"):
        problems.append((cell.line, f"a {cell.kind} cell; the build knows markdown and code"))
    if cell.language not in (None, *LANGUAGES):
        problems.append((cell.line, f'unknown lang="{cell.language}": write "en" or "fr"'))
    for tag in cell.tags:
        if tag not in TAGS:
            problems.append((cell.line, f'unknown tag "{tag}"; the build knows {", ".join(sorted(TAGS))}'))
    if not cell.text.strip():
        problems.append(
            (cell.line, "an empty cell: a code cell without code is never executed, and nbval passes it")
        )
    elif cell.kind == "code":
        if cell.language:
            problems.append(
                (cell.line, "code is the same in both languages: take lang out of this code cell")
            )
        problems += [(cell.line + line, text) for line, text in code_problems(cell.text, cell.tags)]
    elif "SOLUTION" in cell.text:
        problems.append(
            (cell.line, 'solution markers stand in code only: tag a prose cell tags=["solution"] instead')
        )
    return problems


def _twin_problems(cells: list[Cell]) -> list[tuple[int, str]]:
    """Pair each English prose cell with the French one that must follow it at once."""
    problems = []
    previous: Cell | None = None
    for cell in [*cells, None]:
        waiting = previous is not None and previous.language == "en"
        if waiting and (cell is None or cell.language != "fr"):
            assert previous is not None
            problems.append((previous.line, 'this lang="en" cell has no lang="fr" twin directly after it'))
        if cell is not None and cell.language == "fr" and not waiting:
            problems.append((cell.line, 'this lang="fr" cell has no lang="en" twin directly before it'))
        elif waiting and cell is not None and previous is not None and cell.tags != previous.tags:
            problems.append((cell.line, "the tags of this cell differ from those of its English twin"))
        previous = cell
    return problems
