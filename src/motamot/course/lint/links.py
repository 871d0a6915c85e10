"""Links lead somewhere, say where, and explain a term where it is first used."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from posixpath import dirname, join, normpath

from motamot._language import LANGUAGES
from motamot.course.glossary import NAME, Entry, anchor
from motamot.course.lint.markup import CODE, COVER, HEADING, LINK, headings_of, own_words
from motamot.course.lint.pages import Finding, Page
from motamot.course.source import Cell

_VAGUE = frozenset(
    {"here", "click here", "this", "this link", "link", "ici", "cliquez ici", "ce lien", "lien", "là"}
)
_FOLDER = {"lesson": "notebooks/{language}", "exercises": "exercises/{language}"}


def targets(page: Page) -> Iterator[Finding]:
    """Find links to files, headings and terms that are not there, and link texts that say nothing."""
    if page.kind == "glossary":
        return
    for language in LANGUAGES:
        own = {
            title.replace(" ", "-") for cell in page.prose(language) for _, _, title in headings_of(cell.text)
        }
        for cell in page.prose(language):
            plain = CODE.sub(lambda code: " " * len(code.group()), cell.text)
            for link in LINK.finditer(plain):
                line = page.place(cell, plain, link.start())
                if cell.language is None and language != LANGUAGES[0]:
                    continue
                if link["text"].strip().lower() in _VAGUE:
                    yield line, f"the link text “{link['text']}” does not say where it leads"
                problem = _problem(link["target"], page, language, own)
                if problem:
                    yield line, problem


def _problem(target: str, page: Page, language: str, own: set[str]) -> str | None:
    file, _, fragment = target.partition("#")
    if re.match(r"[a-z]+:", target):
        return None
    if not file:
        return (
            None
            if fragment in own
            else f"no heading of this page gives #{fragment}: capitals and blanks as hyphens"
        )
    if file == f"{NAME}.ipynb":
        return _glossary_problem(fragment, page, language)
    folder = _FOLDER.get(page.kind, dirname(page.name)).format(language=language)
    place = normpath(join(folder, file))
    return None if place in page.files else f"the link leads to {place}, which does not exist"


def _glossary_problem(fragment: str, page: Page, language: str) -> str | None:
    if page.kind != "lesson":
        return "only lessons lie beside the glossary: link to it from the lesson"
    known = [anchor(entry.term) for entry in page.glossary.get(language, {}).values()]
    if not fragment or fragment in known:
        return None
    near = difflib.get_close_matches(fragment, known, 1, 0.5)
    return f"the glossary has no #{fragment}" + (f"; is it #{near[0]}?" if near else "")


def first_uses(page: Page) -> Iterator[Finding]:
    """Find terms that a lesson uses before, or without, linking to the glossary.

    The first cell promises, and headings announce: neither counts as a use.
    """
    if page.kind != "lesson":
        return
    for language in LANGUAGES:
        cells = list(page.prose(language))
        for entry in page.glossary.get(language, {}).values():
            if entry.forms:
                yield from _unlinked(page, cells, entry)


def _unlinked(page: Page, cells: list[Cell], entry: Entry) -> Iterator[Finding]:
    wanted = f"({NAME}.ipynb#{anchor(entry.term)})"
    form = re.compile(rf"(?<![\w-])(?:{entry.forms})(?![\w-])", re.IGNORECASE)
    for number, cell in enumerate(cells):
        if wanted in cell.text:
            return
        used = form.search(_without_headings(cell.text)) if number else None
        if used:
            line = page.place(cell, cell.text, used.start())
            yield line, f"the first “{used.group()}” of the lesson is to link: [{used.group()}]{wanted}"
            return


def _without_headings(text: str) -> str:
    return HEADING.sub(lambda heading: COVER * len(heading.group()), own_words(text))
