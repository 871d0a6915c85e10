"""A guide says the same in both languages: section by section the same tables, questions and figures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from motamot._language import LANGUAGES
from motamot.course.lint.markup import TABLE_ROW
from motamot.course.lint.pages import Finding, Page
from motamot.course.matrix import GUIDES, PLACE

_SECTION = re.compile(r"^(?=## )", re.MULTILINE)
# What a reader thought of the lesson is told to maintainers, in English alone.
_ENGLISH_ONLY = "## Rubric"
_QUESTION = re.compile(r"`(\d\d[ab]?\.\w+)`")
# English pages quote French: 1,000 there, and « 1 000 ».
_NUMBER = {
    "en": r"\d+(?:[,\u00a0\u202f]\d{3}(?!\d))*(?:\.\d+)?(?:[ab]\b)?",
    "fr": r"\d+(?:[\u00a0\u202f]\d{3}(?!\d))*(?:,\d+)?(?:[ab]\b)?",
}


def guide_parity(page: Page) -> Iterator[Finding]:
    """Compare a French guide with the English one."""
    if page.kind != "guide":
        return
    cell = page.cells[0]
    if cell.language == LANGUAGES[0]:
        if not page.twin:
            yield 1, f"no {GUIDES['fr']} beside it"
        return
    english = [one for one in _sections(page.twin) if not one.startswith(_ENGLISH_ONLY)]
    french = _sections(cell.text)
    if len(english) != len(french):
        yield 1, f"{len(french)} sections, and {len(english)} in {GUIDES['en']}"
        return
    line = 1
    for one, two in zip(english, french, strict=True):
        here, there = _pieces(one, "en"), _pieces(two, "fr")
        for name, wanted in here.items():
            missing, new = sorted(wanted - there[name]), sorted(there[name] - wanted)
            told = [
                f"{', '.join(only)} only in {title}"
                for only, title in ((missing, "English"), (new, "French"))
                if only
            ]
            if told:
                yield line, f"{name}: {'; '.join(told)}"
        line += two.count("\n")


def _sections(text: str) -> list[str]:
    return _SECTION.split(text)


def _pieces(section: str, language: str) -> dict[str, set[str]]:
    """Return what both languages must hold; the generated table is none of the writer's."""
    text = PLACE.sub("", section)
    rows = [row.group().count("|") - 1 for row in TABLE_ROW.finditer(text)]
    return {
        "tables": {f"{rows.count(width)} rows of {width} cells" for width in set(rows)},
        "questions": set(_QUESTION.findall(text)),
        "figures": set(figures(text, language)),
    }


def figures(text: str, language: str) -> list[str]:
    """Return the numbers of a text as Python writes them; a lesson's, such as 04a, is one.

    Examples
    --------
    >>> figures("04a: 1,234.5", "en"), figures("04a : 1\u202f234,5 ; 0.5", "fr")
    (['04a', '1234.5'], ['04a', '1234.5', '0', '5'])
    """
    joined = [re.sub(r"[\u00a0\u202f]", "", found) for found in re.findall(_NUMBER[language], text)]
    return [one.replace(",", "" if language == "en" else ".") for one in joined]
