"""Both editions say the same: twin cells hold the same pieces, and about as much text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from motamot._language import LANGUAGES
from motamot.course.glossary import NAME, anchor
from motamot.course.lint.markup import (
    BOLD,
    CODE,
    COVER,
    ITEM,
    LINK,
    TABLE_ROW,
    count_words,
    covered,
    headings_of,
)
from motamot.course.lint.pages import Finding, Page

LEAST, MOST = 0.75, 1.55
_FEW_WORDS = 25
_DETAILS = re.compile(r"<details\b")


def parity(page: Page) -> Iterator[Finding]:
    """Compare each pair of twins piece by piece."""
    if page.kind not in ("lesson", "exercises"):
        return
    for english, french in page.twins:
        one, two = pieces_of(english.text), pieces_of(french.text)
        for name, here in one.items():
            if here != two[name]:
                yield french.line, f"{name}: {_told(here)} in English, {_told(two[name])} in French"
        count = count_words(english.text)
        ratio = count_words(french.text) / max(count, 1)
        if count >= _FEW_WORDS and not LEAST <= ratio <= MOST:
            yield french.line, f"the French cell is {ratio:.2f} times as long as the English one"


def pieces_of(text: str) -> dict[str, object]:
    r"""Count what a text is made of.

    Examples
    --------
    >>> pieces_of("# One\n\n- **two** `len`")["headings"]
    (1,)
    """
    plain = covered(text)
    rows = [row.group().replace("\\|", COVER).count("|") - 1 for row in TABLE_ROW.finditer(text)]
    return {
        "headings": tuple(level for _, level, _ in headings_of(text)),
        "list items": len(ITEM.findall(plain)),
        "cells of table rows": tuple(rows),
        "pieces of code": frozenset(_in_both(code.strip("`").strip()) for code in CODE.findall(text)),
        "bold passages": len(BOLD.findall(plain)),
        "answers that open": len(_DETAILS.findall(text)),
        "links": _links_to_files(text),
    }


def _in_both(code: str) -> str:
    """Call a data sheet by its English name: French prose cites the French one.

    Examples
    --------
    >>> _in_both("data/gold/LISEZMOI.md")
    'data/gold/README.md'
    """
    return re.sub(r"(?<=/)LISEZMOI(?=\.md$)", "README", code)


def _told(piece: object) -> str:
    if isinstance(piece, frozenset):
        return ", ".join(f"`{code}`" for code in sorted(piece)) or "none"
    if isinstance(piece, Counter):
        return ", ".join(sorted(piece.elements())) or "none"
    if isinstance(piece, tuple):
        return ", ".join(map(str, piece)) or "none"
    return str(piece)


def _links_to_files(text: str) -> Counter[str]:
    targets = (link["target"].partition("#")[0] for link in LINK.finditer(CODE.sub("", text)))
    return Counter(target for target in targets if target and target != f"{NAME}.ipynb")


def linked_terms(page: Page) -> Iterator[Finding]:
    """Find terms with everyday senses that one edition of a lesson links to and the other does not.

    Of all other terms the first use is looked for in each edition.
    """
    if page.kind != "lesson":
        return
    linked = {language: _terms(page, language) for language in LANGUAGES}
    for language, other in (LANGUAGES, LANGUAGES[::-1]):
        for key in sorted(linked[language].keys() - linked[other].keys()):
            if not page.glossary[other][key].forms:
                yield (
                    linked[language][key],
                    f"only the edition {language} of this lesson links to the term {key}",
                )


def _terms(page: Page, language: str) -> dict[str, int]:
    keys = {anchor(entry.term): key for key, entry in page.glossary.get(language, {}).items()}
    found: dict[str, int] = {}
    for cell in page.prose(language):
        for link in LINK.finditer(cell.text):
            file, _, fragment = link["target"].partition("#")
            if file == f"{NAME}.ipynb" and fragment in keys:
                found.setdefault(keys[fragment], page.place(cell, cell.text, link.start()))
    return found
