"""The cleaning that comes before any reading: one kind of blank, one apostrophe, one spelling of é."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from motamot._language import message
from motamot._texts import check_text, compose

if TYPE_CHECKING:
    import pandas as pd

# Line ends of other systems, and what word processors and PDF files put in their place.
_LINE_ENDS = "\r\v\f\x85\u2028\u2029"
_BLANKS = "\t\x1c\x1d\x1e\x1f\u00a0\u1680" + "".join(map(chr, range(0x2000, 0x200B))) + "\u202f\u205f\u3000"
_APOSTROPHES = "’‘‛ʼ＇"
# Nothing is seen of these: soft hyphen, zero-width signs, signs of writing direction, byte order mark.
_INVISIBLE = "\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e" + (
    "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufeff"
)
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}

_BECOMES: dict[str, str] = (
    dict.fromkeys(_LINE_ENDS, "\n")
    | dict.fromkeys(_BLANKS, " ")
    | dict.fromkeys(_APOSTROPHES, "'")
    | dict.fromkeys(_INVISIBLE, "")
    | _LIGATURES
)
_TABLE = str.maketrans(_BECOMES)
_CHANGED = re.compile(r"\r\n|[" + re.escape("".join(_BECOMES)) + "]")
_WINDOWS = "\r\n"
_CONTEXT = 20
_ONE_LINE = str.maketrans(dict.fromkeys("\n" + _LINE_ENDS + _BLANKS, " "))
# Signs that a learner meets have a name in both languages; the others keep their Unicode name.
_NAMED = {
    _WINDOWS: "windows",
    "\r": "old_mac",
    "\t": "tab",
    "\v": "soft_line",
    "\f": "page",
    "\u00a0": "no_break",
    "\u00ad": "soft_hyphen",
    "\u2009": "thin",
    "\u200b": "zero_width",
    "\u2018": "opening_quote",
    "\u2019": "apostrophe",
    "\u02bc": "letter_apostrophe",
    "\u2028": "line_separator",
    "\u202f": "narrow_no_break",
    "\ufeff": "byte_order_mark",
    "ﬁ": "ligature",
    "ﬂ": "ligature",
}


def normalize(text: str) -> str:
    r"""Bring a text to one form of each sign, and change nothing that can be read.

    Every kind of blank becomes a space, every kind of line end ``\n``, every apostrophe ``'``; soft
    hyphens, byte order marks and other invisible signs go; the printers' ligatures ``ﬁ ﬂ`` become
    letters; letters and accents are put together (Unicode's form NFC). Words, punctuation, « » and
    dashes, œ, ½ and m² stay, and so do runs of blanks and blanks at the end of a line.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    str
        The text in its one form; normalizing it once more changes nothing.

    Raises
    ------
    MotamotError
        If `text` is no text, for example a column of a table.

    References
    ----------
    Unicode Standard Annex 15, Unicode Normalization Forms.

    Examples
    --------
    >>> normalize("L’e\u0301te\u0301\u00a0? Une ﬁn d’œuvre, 20\u202fm².")
    "L'été ? Une fin d'œuvre, 20 m²."
    """
    check_text(text, "normalize")
    plain = text.replace(_WINDOWS, "\n").translate(_TABLE)
    return compose(plain)


def normalize_report(text: str) -> pd.DataFrame:
    r"""List what `normalize` changes in a text.

    Parameters
    ----------
    text : str
        The text before it is normalized.

    Returns
    -------
    pandas.DataFrame
        One row for each sign that is changed, the most frequent first; no row if nothing is.

        - character: the sign itself
        - name: its name in the language in use, and its Unicode number
        - count: how many times it occurs
        - example: the first place, with the sign between brackets

    Raises
    ------
    MotamotError
        If `text` is no text, for example a column of a table.

    Examples
    --------
    >>> normalize_report("Vraiment\u00a0? L’été\u00a0!")[["name", "count", "example"]]
                                  name  count                    example
    0          no-break space (U+00A0)      2  Vraiment[U+00A0]? L’été !
    1  typographic apostrophe (U+2019)      1       Vraiment ? L[’]été !
    """
    import pandas as pd

    check_text(text, "normalize_report")
    counts: Counter[str] = Counter()
    first: dict[str, tuple[int, int]] = {}
    for start, sign in _changes(text):
        counts[sign] += 1
        first.setdefault(sign, (start, start + len(sign)))
    rows = [
        (sign, _name(sign), count, _example(text, *first[sign]))
        for sign, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    ]
    return pd.DataFrame(rows, columns=["character", "name", "count", "example"])


def _changes(text: str) -> list[tuple[int, str]]:
    """Return place and spelling of everything that normalize changes."""
    changes = [(match.start(), match[0]) for match in _CHANGED.finditer(text)]
    if not unicodedata.is_normalized("NFC", text):
        changes += [
            (start, letter)
            for start, letter in _letters(text)
            if not unicodedata.is_normalized("NFC", letter.translate(_TABLE))
        ]
    return changes


def _letters(text: str) -> list[tuple[int, str]]:
    """Cut a text into letters, each with the marks that follow it."""
    starts = [0, *(place for place, sign in enumerate(text) if place and not _joins(sign)), len(text)]
    return [(start, text[start:end]) for start, end in pairwise(starts)]


def _joins(sign: str) -> bool:
    if sign < "\u0300":
        return False
    # The Korean vowels and finals join what precedes them, though they are letters.
    return unicodedata.category(sign).startswith("M") or "\u1160" <= sign <= "\u11ff"


def _name(sign: str) -> str:
    if sign in _NAMED:
        name = message(f"cleaning.{_NAMED[sign]}")
    elif sign in _BECOMES:
        name = unicodedata.name(sign, "control").lower()
    else:
        name = message("cleaning.apart")
    return f"{name} ({_code(sign)})"


def _code(sign: str) -> str:
    codes = [f"U+{ord(part):04X}" for part in sign[:_CONTEXT]]
    return " ".join(codes[:4] + ["…"] * (len(codes) > 4))


def _example(text: str, start: int, end: int) -> str:
    """Return the words around a place, the changed sign between brackets, all on one line."""
    before, sign, after = text[max(0, start - _CONTEXT) : start], text[start:end], text[end : end + _CONTEXT]
    shown = sign if sign in _NAMED or sign in _BECOMES else normalize(sign[:_CONTEXT])
    shown = shown if shown.isprintable() else _code(sign)
    return f"{before}[{shown}]{after}".translate(_ONE_LINE).strip()
