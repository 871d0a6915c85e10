"""``motamot lint``: what can be checked by machine in the prose of a course."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from motamot.course.lint import figures, guides, headers, lengths, links, numbers, twins, typography, wording
from motamot.course.lint.pages import Page, Rule
from motamot.course.lint.sources import read_pages

RULES: tuple[Rule, ...] = (
    lengths.number_of_cells,
    lengths.code_lines,
    lengths.prose_words,
    lengths.sentence_words,
    numbers.typed_results,
    figures.images,
    figures.drawn_figures,
    twins.parity,
    twins.linked_terms,
    guides.guide_parity,
    links.targets,
    links.first_uses,
    headers.header,
    headers.heading_order,
    wording.fixed_terms,
    wording.voice,
    wording.exclamations,
    wording.other_language,
    typography.typography,
)


def lint(root: Path, units: Sequence[str] = ()) -> list[str]:
    """Look at lessons, exercises, guides and the glossary.

    Parameters
    ----------
    root : pathlib.Path
        The repository.
    units : list of str
        Units by name or by the beginning of their name; empty for all.

    Returns
    -------
    list of str
        ``file:line: reason`` for each finding; empty if there is none.

    Raises
    ------
    MotamotError
        For a unit that is not there, or a source that cannot be read.
    """
    return [
        f"{page.name}:{line}: {text}" for page in read_pages(root, units) for line, text in findings(page)
    ]


def findings(page: Page) -> list[tuple[int, str]]:
    """Apply all rules to one page; what stands in both languages is told once."""
    return sorted({finding for rule in RULES for finding in rule(page)})
