"""French typography in French prose; a few signs in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from motamot.course.lint.markup import COVER, covered, own_words
from motamot.course.lint.pages import Finding, Page
from motamot.course.lint.vocabulary import vocabulary

_BLANKS = "\u00a0\u202f"
_Signs = Sequence[tuple[str, str]]
_FRENCH: _Signs = [
    (rf"(?<![{_BLANKS}\n(\[;:?!»«…])[;:?!»](?![:/\d])", "a no-break space goes before {}"),
    (r"(?<=\d) ?[%€]", "a no-break space goes before {}"),
    (rf"«(?![{_BLANKS}])", "a no-break space goes after «"),
    (r"(?<=[^\W\d])'(?=[^\W\d«*])|(?<=[^\W\d])'(?= ?«)", "the apostrophe is ’"),
    (r"[\"“”]", "quotation marks are « and »"),
    (r"(?<!\d)\d{1,3} \d{3}(?!\d)", "a no-break space goes between thousands"),
    (
        r"(?:^|(?<=[.?!…»] )|(?<=[.?!] \*\*)|(?<=^- )|(?<=\| )|(?<=^# )|(?<=^## ))"
        r"A(?! et [A-Z]\b)(?= [a-zà-ÿ])",
        "À keeps its accent",
    ),
]
_ENGLISH: _Signs = [(r"(?<=\w) [;:?!](?=\s|$)", "English puts no blank before {}")]
_BOTH: _Signs = [
    (r"(?<!\.)\.\.\.(?!\.)", "three dots are one sign: …"),
    (rf"(?<=[^\s|{COVER}]) {{2,}}(?=[^\s|])", "two blanks"),
]
_QUOTED_FRENCH = re.compile(r"«[^»]*»")


def typography(page: Page) -> Iterator[Finding]:
    """Find slips of typography: blanks before signs, apostrophes, quotation marks, dots, capitals.

    Of an English guide only what stands between « and » is looked at.
    """
    for cell in page.cells:
        if cell.kind != "markdown":
            continue
        plain = covered(cell.text)
        if page.kind == "guide" and cell.language == "en":
            found = [*_slips(_only_quoted(plain), _FRENCH)]
        elif cell.language == "fr":
            found = [*_slips(plain, _FRENCH), *_slips(plain, _BOTH), *_capitals(plain)]
        elif cell.language == "en":
            found = [*_slips(own_words(cell.text), _ENGLISH), *_slips(plain, _BOTH)]
        else:
            found = [*_slips(plain, _BOTH)]
        for position, reason in found:
            yield page.place(cell, plain, position), reason


def _slips(plain: str, signs: _Signs) -> Iterator[tuple[int, str]]:
    for pattern, reason in signs:
        for found in re.finditer(pattern, plain, re.MULTILINE):
            around = (
                plain[max(0, found.start() - 15) : found.end() + 10].replace("\n", " ").replace(COVER, "…")
            )
            yield found.start(), f"{reason.format(found.group().strip())} in “{around.strip()}”"


def _capitals(plain: str) -> Iterator[tuple[int, str]]:
    for found in re.finditer(r"(?<![\w-])E[a-zà-ÿ]+", plain):
        if found.group() in vocabulary().capitals:
            yield found.start(), f"É keeps its accent in “{found.group()}”"


def _only_quoted(plain: str) -> str:
    """Cover all but French quotations."""
    kept = [range(*found.span()) for found in _QUOTED_FRENCH.finditer(plain)]
    return "".join(
        sign if sign == "\n" or any(n in span for span in kept) else COVER for n, sign in enumerate(plain)
    )
