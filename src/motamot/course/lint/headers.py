"""The frame of a page: its first cell, the order of its headings, and the recap at the end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from motamot._language import LANGUAGES
from motamot.course.lint.markup import headings_of
from motamot.course.lint.pages import Finding, Page
from motamot.course.lint.vocabulary import vocabulary
from motamot.course.source import Cell

_QUESTION = {"en": "Our question.", "fr": "Notre question."}
_NEEDS = {"en": "you need", "fr": "prérequis"}
_OBJECTIVE = re.compile(r"^- \*\*O(?P<number>\d)\*\*(?P<text>.*?)[;.]?\s*$", re.MULTILINE)


def header(page: Page) -> Iterator[Finding]:
    """Check the first cell: title, question, objectives, minutes, prerequisites."""
    if page.kind not in ("lesson", "exercises"):
        return
    for language in LANGUAGES:
        first = next(page.prose(language), None)
        if first is None or not re.match(r"# \S", first.text):
            yield (first.line if first else 1), "the page begins with its title: # …"
            continue
        yield from _table(first, language, page)
        if page.kind == "lesson":
            yield from _question(first, language)
            yield from _objectives(page, first, language)


def _question(first: Cell, language: str) -> Iterator[Finding]:
    label = re.escape(_QUESTION[language])
    if not re.search(rf"^\*\*{label}\*\* .*\?\s*$", first.text, re.MULTILINE):
        yield first.line, f"no line “**{_QUESTION[language]}** …?” in the first cell"


def _objectives(page: Page, first: Cell, language: str) -> Iterator[Finding]:
    found = list(_OBJECTIVE.finditer(first.text))
    numbers = [int(one["number"]) for one in found]
    if not 2 <= len(found) <= 4 or numbers != list(range(1, len(found) + 1)):
        yield first.line, f"objectives {numbers}; a lesson has two to four, - **O1** … onwards"
    verbs = vocabulary().verbs[language]
    for one in found:
        verb = one["text"].replace("’", " ").split()[0].lower() if one["text"].strip() else ""
        if verb not in verbs:
            line = page.place(first, first.text, one.start())
            yield (
                line,
                f"objective O{one['number']} begins with “{verb}”, which nobody can see done: see rules.toml",
            )
    last = list(page.prose(language))[1:]
    for number in numbers:
        if not any(f"**O{number}**" in cell.text for cell in last[len(last) // 2 :]):
            yield first.line, f"the recap at the end does not come back to O{number} in {language}"


def _table(first: Cell, language: str, page: Page) -> Iterator[Finding]:
    rows = [line for line in first.text.splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
    if len(cells) < 3 or "minutes" not in cells[0] or _NEEDS[language] not in cells[0]:
        yield first.line, f"no table of minutes and {_NEEDS[language]} in the first cell"
        return
    told = dict(zip(cells[0], cells[2], strict=False))
    if not told["minutes"].isdigit():
        yield first.line, f"minutes is “{told['minutes']}”, not a number"
    if page.kind == "lesson" and not page.unit.startswith("00") and "](" not in told[_NEEDS[language]]:
        yield first.line, "the prerequisites link to no lesson"


def heading_order(page: Page) -> Iterator[Finding]:
    """Find headings that jump a level, and titles after the first."""
    if page.kind == "glossary":
        return
    for language in LANGUAGES:
        level = 0
        for cell in page.prose(language):
            for position, here, title in headings_of(cell.text):
                line = page.place(cell, cell.text, position)
                if here > level + 1:
                    yield line, f"the heading “{title}” jumps from level {level} to {here}"
                elif here == 1 and level:
                    yield line, f"“{title}” is a second title"
                level = here
