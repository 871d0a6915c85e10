"""Prose without its markup: what is code, link or quoted is covered, and every sign keeps its place."""

from __future__ import annotations

import re
from functools import cache

COVER = "\ufffc"
HEADING = re.compile(r"^(?P<signs>#{1,6}) +(?P<text>.+?)\s*$", re.MULTILINE)
ITEM = re.compile(r"^\s*(?:[-*+]|\d+\.) +", re.MULTILINE)
TABLE_ROW = re.compile(r"^\|.*\|\s*$", re.MULTILINE)
CODE = re.compile(r"```.*?```|(?<!`)`[^`\n]+`(?!`)", re.DOTALL)
LINK = re.compile(r"(?<!!)\[(?P<text>[^\]\n]*)\]\((?P<target>[^)\s]+)\)")
IMAGE = re.compile(r"!\[(?P<alt>[^\]]*)\]\((?P<target>[^)]+)\)")
TAG = re.compile(r"</?[a-zA-Z][^>\n]*>|&#?\w+;|<!--.*?-->", re.DOTALL)
BOLD = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")
_ESCAPED = re.compile(r"\\[*_`|]")
_RULE = re.compile(r"^\|(?:\s*:?-+:?\s*\|)+\s*$", re.MULTILINE)
_TARGET = re.compile(r"(?<=\])\([^)\s]+\)")
_ITALIC = re.compile(
    r"(?<![*\w])\*(?![*\s])[^*\n]+(?<![*\s])\*(?![*\w])|(?<![\w_])_(?![_\s])[^_\n]+_(?![\w_])"
)
_SHOWN = re.compile(r"<(?P<tag>em|i|q|cite)>.*?</(?P=tag)>")
_QUOTED = re.compile(r"«[^»\n]*»|“[^”\n]*”|(?<![\w\"])\"[^\"\n]+\"(?!\w)")


@cache
def covered(text: str) -> str:
    """Cover code, targets of links, tags and rules of tables.

    Examples
    --------
    >>> covered("see `len` [here](x.ipynb)").replace(COVER, "·")
    'see ····· [here]·········'
    """
    for pattern in (CODE, _ESCAPED, IMAGE, _TARGET, TAG, _RULE):
        text = pattern.sub(_cover, text)
    return text


@cache
def own_words(text: str) -> str:
    """Cover also what is in italics or quoted: words that are shown, not used.

    Examples
    --------
    >>> own_words("the word *prix* “ici”").replace(COVER, "·")
    'the word ······ ·····'
    """
    text = covered(_SHOWN.sub(_cover, text))
    for pattern in (_ITALIC, _QUOTED):
        text = pattern.sub(_cover, text)
    return text


def _cover(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", COVER, found.group())


def count_words(text: str) -> int:
    """Count the words a reader reads; a piece of code is one.

    Examples
    --------
    >>> count_words("**The** `len` of [this](x.ipynb)")
    4
    """
    text = CODE.sub(" code ", text)
    for pattern in (_TARGET, TAG, _RULE):
        text = pattern.sub(" ", text)
    return len(re.findall(r"\w+(?:[-'’]\w+)*", text))


def sentences_of(text: str) -> list[tuple[int, str]]:
    r"""Return the sentences of running prose with their positions; headings, tables and items end one.

    Examples
    --------
    >>> sentences_of("# Title\n\nOne two. Three?")
    [(2, 'Title'), (9, 'One two.'), (18, 'Three?')]
    """
    ends = r"(?<=[.?!…])[)»*\u00a0\u202f]*\s+|\n\s*\n|\n(?=\s*(?:[-*+]|\d+\.) )|\n(?=#)|\||^#+ |^\s*[-*+] "
    found = []
    start = 0
    for end in [*re.finditer(ends, text, re.MULTILINE), None]:
        stop = end.start() if end else len(text)
        if text[start:stop].strip():
            found.append((start, text[start:stop].strip()))
        start = end.end() if end else stop
    return found


def headings_of(text: str) -> list[tuple[int, int, str]]:
    r"""Return position, level and text of each heading outside code.

    Examples
    --------
    >>> headings_of("# One\n\n### Three")
    [(0, 1, 'One'), (7, 3, 'Three')]
    """
    found = HEADING.finditer(CODE.sub(_cover, text))
    return [(one.start(), len(one["signs"]), text[one.start("text") : one.end("text")]) for one in found]
