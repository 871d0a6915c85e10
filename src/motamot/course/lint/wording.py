"""The words of our prose: fixed terms, the reader's person, and no language inside another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from motamot._language import LANGUAGES
from motamot.course.lint.markup import own_words
from motamot.course.lint.pages import Finding, Page
from motamot.course.lint.vocabulary import Wording, vocabulary

_NAMES = {"en": "English", "fr": "French"}


def fixed_terms(page: Page) -> Iterator[Finding]:
    """Find other names for the terms that are fixed."""
    if page.kind != "guide":
        yield from _wordings(page, vocabulary().terms)


def voice(page: Page) -> Iterator[Finding]:
    """Find prose that says tu, speaks of its reader, or belittles a step."""
    if page.kind in ("lesson", "exercises"):
        yield from _wordings(page, vocabulary().voices)


def _wordings(page: Page, wordings: tuple[Wording, ...]) -> Iterator[Finding]:
    for wording in wordings:
        for cell in page.prose(wording.language):
            if wording.unless and wording.unless.search(cell.text):
                continue
            plain = own_words(cell.text)
            for found in wording.wrong.finditer(plain):
                yield page.place(cell, plain, found.start()), f"“{found.group()}”: write {wording.right}"


def exclamations(page: Page) -> Iterator[Finding]:
    """Find exclamation marks in our own sentences."""
    if page.kind == "guide":
        return
    for cell in page.cells:
        if cell.kind == "markdown":
            plain = own_words(cell.text)
            for found in re.finditer(r"!(?!=)", plain):
                yield page.place(cell, plain, found.start()), "an exclamation mark: the voice is calm"


def other_language(page: Page) -> Iterator[Finding]:
    """Find the small words of the other language in a sentence that is neither quoted nor in italics."""
    if page.kind == "guide":
        return
    for language, other in (LANGUAGES, LANGUAGES[::-1]):
        foreign = vocabulary().words[other] - vocabulary().words[language]
        for cell in page.prose(language):
            if cell.language is None:
                continue
            plain = own_words(cell.text)
            for found in re.finditer(r"(?<![\w’'-])[^\W\d_]+(?![\w’'-])", plain):
                if found.group() in foreign:
                    line = page.place(cell, plain, found.start())
                    yield (
                        line,
                        f"“{found.group()}”, {_NAMES[other]} in {_NAMES[language]} prose: italics if shown",
                    )
