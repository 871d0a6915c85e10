"""Results typed into prose: a number that neither the code beside it nor its output shows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from motamot._language import LANGUAGES
from motamot.course.lint.markup import COVER, own_words, sentences_of
from motamot.course.lint.pages import Finding, Page, Shown
from motamot.course.source import Cell

# Units of the kit's rates, bounds of a scale, and the usual levels: agreed upon, not found in a text.
AGREED = frozenset({0.0, 1.0, 2.0, 100.0, 1000.0, 95.0, 0.05})
_NUMBER = re.compile(r"(?<![\w.,])\d+(?:[ \u00a0\u202f]\d{3}\b|[.,]\d+)*(?![\w])")
_LABEL = (
    r"lessons?|exercises?|questions?|steps?|pitfalls?|sessions?|figures?|options?|parts?|axis|axes|ranks?|parties?|CC.BY|"
    r"leçons?|exercices?|étapes?|pièges?|séances?|axes?|rangs?|Python|Windows|unicode|UTF|traps?|choix|choices?|page"
)
_UNIT = r"minutes?|min\b|hours?|heures?|seconds?|secondes?|%\s(?:interval|level)"
_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
)
_LIST = r"\d+[a-z]?(?:(?:\s*[,–-]\s*|\s+(?:to|and|or|à|et|ou)\s+)\d+[a-z]?(?![.,]?\d))*"
_NO_RESULTS = [
    re.compile(rf"\b(?:{_LABEL})[\s\u00a0-]+{_LIST}", re.IGNORECASE),
    re.compile(rf"{_LIST}[\s\u00a0]*(?:{_UNIT})", re.IGNORECASE),
    re.compile(rf"\b(?:1er|\d{{1,2}})\s(?:{_MONTHS})\b", re.IGNORECASE),
    re.compile(r"(?<![\w.,])(?:1[89]|20)\d\d(?![\w])"),
    re.compile(r"(?<![\w.,])0\d[a-z]?(?:[–-]0?\d[a-z]?)?(?!\w)"),
    re.compile(r"^\s*\d+\.\s", re.MULTILINE),
    re.compile(
        r"^\*\*(?:Your turn|À vous).*(?:\n.+)*|^#+ (?:Your turn|À vous)(?:.|\n)*?(?=^#|\Z)", re.MULTILINE
    ),
    re.compile(r"^#+ .*", re.MULTILINE),
]
# A question of the quiz supposes numbers, and its answers may take them up.
_STEM = re.compile(r"^\*\*\d+\..*$", re.MULTILINE)
_KIT = re.compile(
    r"in the kit's interview|in these (?:sheets|texts)|dans l’entretien du kit|dans ces fiches", re.I
)


def typed_results(page: Page) -> Iterator[Finding]:
    """Find numbers in prose that no neighboring code cell holds or shows.

    A sentence that says "In the kit's interview" or "In these sheets" may take its numbers from any cell.
    """
    if page.kind not in ("lesson", "exercises"):
        return
    for language in LANGUAGES:
        shown = page.shown.get(language, {})
        everything = [n for n, cell in enumerate(page.cells) if cell.kind == "code"]
        for index, cell in enumerate(page.cells):
            if cell.kind != "markdown" or cell.language not in (None, language) or index < 2:
                continue
            near = _numbers_of(page, _neighbors(page, index), shown) | _values(_STEM.findall(cell.text))
            for position, number in numbers_in(cell.text):
                if is_among(number, near) or _is_of_the_kit(cell, position, number, page, everything, shown):
                    continue
                line = page.place(cell, cell.text, position)
                yield line, f"the number {number} is in no cell beside it: let the code show it"


def numbers_in(text: str) -> list[tuple[int, str]]:
    """Return the numbers of prose that could be results, with their positions.

    Examples
    --------
    >>> numbers_in("In lesson 02, on 3 May 2021, we found 42 words in 5 minutes.")
    [(38, '42')]
    """
    plain = own_words(text)
    for pattern in (*_NO_RESULTS, _STEM):
        plain = pattern.sub(lambda found: re.sub(r"[^\n]", COVER, found.group()), plain)
    return [(found.start(), found.group()) for found in _NUMBER.finditer(plain)]


def is_among(number: str, known: set[float]) -> bool:
    """Tell whether a written number is one of those known, or one of them rounded.

    Examples
    --------
    >>> is_among("10,5", {10.526}), is_among("1,000", {3.0}), is_among("12", {3.0})
    (True, True, False)
    """
    for value, digits in _readings(number):
        if value in AGREED or any(round(one, digits) == value for one in known):
            return True
    return False


def _readings(number: str) -> Iterator[tuple[float, int]]:
    """Read a number in English and in French: 1,000 is a thousand or one with three decimals."""
    plain = re.sub(r"[ \u00a0\u202f]", "", number)
    for thousands, decimal in ((",", "."), (".", ",")):
        text = plain.replace(thousands, "").replace(decimal, ".")
        if text.count(".") < 2:
            yield float(text), len(text.partition(".")[2])


def _neighbors(page: Page, index: int) -> list[int]:
    """Return the code cells directly before and after a text cell, whatever other text stands between."""
    before, after = _run(page, range(index - 1, -1, -1)), _run(page, range(index + 1, len(page.cells)))
    return before + after


def _run(page: Page, indexes: range) -> list[int]:
    found: list[int] = []
    for index in indexes:
        if page.cells[index].kind == "code":
            found.append(index)
        elif found:
            break
    return found


def _numbers_of(page: Page, indexes: list[int], shown: Mapping[int, Shown]) -> set[float]:
    texts = [page.cells[index].text for index in indexes]
    texts += [shown.get(index, Shown()).text for index in indexes]
    return _values(texts)


def _values(texts: list[str]) -> set[float]:
    """Return all numbers of some texts, in every way to read them."""
    written = re.findall(r"(?<![\w])\d+(?:[.,]\d+|[\u00a0\u202f]\d{3}\b)*", "\n".join(texts))
    return {value for number in written for value, _ in _readings(number)}


def _is_of_the_kit(
    cell: Cell, position: int, number: str, page: Page, indexes: list[int], shown: Mapping[int, Shown]
) -> bool:
    """Tell whether a number stands in a sentence about the kit's own texts, and some cell shows it."""
    starts = [(start, sentence) for start, sentence in sentences_of(cell.text) if start <= position]
    return bool(starts and _KIT.search(starts[-1][1]) and is_among(number, _numbers_of(page, indexes, shown)))
