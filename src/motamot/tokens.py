"""French tokens: cutting a text into words, numbers and punctuation marks.

Nearly all pieces between two blanks come back again and again, so each is cut once and remembered. Only
numbers in groups (50 000) and some abbreviations (J. Dupont) depend on what stands across a blank; pieces
that may belong to one get a second, careful look.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import chain
from pathlib import Path
from typing import TextIO

from motamot._language import message
from motamot._texts import check_text, compose
from motamot.errors import MotamotError
from motamot.segmentation import sentences
from motamot.token_patterns import (
    BETWEEN_DIGITS,
    LONGEST_NEIGHBORLY,
    NEIGHBORLY,
    NUMBER_BLANKS,
    NUMBER_GROUP,
    NUMBER_HEAD,
    TOKEN,
    is_abbreviation,
)

__all__ = ["iter_tokens", "sentences", "tokenize", "words"]

_THREE_DIGITS = re.compile(r"\d{3}")
# What is remembered is bounded in number and in length: some 10 MB at most.
_REMEMBERED = 50_000
_LONGEST_REMEMBERED = 60
_READ_AT_ONCE = 1 << 16
_LONGEST_PIECE = 1 << 20


class _Careful(tuple[str, ...]):
    """Tokens of a piece that may belong together with its neighbor."""

    __slots__ = ()


class _Pieces(dict[str, tuple[str, ...]]):
    """Tokens of each piece between blanks, as far as it was seen; emptied when full."""

    def __missing__(self, piece: str) -> tuple[str, ...]:
        composed = compose(piece)
        end = max(0, len(composed) - LONGEST_NEIGHBORLY)
        neighborly = _THREE_DIGITS.match(composed) or NEIGHBORLY.search(composed, end)
        tokens = (_Careful if neighborly else tuple)(TOKEN.findall(composed))
        if len(piece) <= _LONGEST_REMEMBERED:
            if len(self) >= _REMEMBERED:
                self.clear()
            self[piece] = tokens
        return tokens


_PIECES = _Pieces()
_cut = _PIECES.__getitem__
_flatten = chain.from_iterable


def tokenize(text: str) -> list[str]:
    """Cut a French text into tokens, punctuation kept.

    Parameters
    ----------
    text : str
        Any text; it need not be normalized, and both apostrophes are known.

    Returns
    -------
    list of str
        The tokens, composed (NFC); together they spell the text without its blanks. An elided word keeps
        its apostrophe, an inverted pronoun its hyphens, a number in groups its blank.

    Raises
    ------
    MotamotError
        If `text` is no text, for example a column of a table.

    Notes
    -----
    Linear in the length of the text. The tokens of up to 50,000 short pieces are remembered, which is what
    makes it fast; the memory is shared by all threads and does not change any result.

    Examples
    --------
    >>> tokenize("Aujourd'hui, l'activité va-t-elle croître de 3,5 % ?")
    ["Aujourd'hui", ',', "l'", 'activité', 'va', '-t-elle', 'croître', 'de', '3,5', '%', '?']
    >>> tokenize("50 000 clients")
    ['50 000', 'clients']
    """
    check_text(text, "tokenize")
    pieces = text.split()
    found = list(map(_cut, pieces))
    if _Careful in map(type, found):
        _join_across_blanks(text, pieces, found)
    return list(_flatten(found))


def _join_across_blanks(text: str, pieces: list[str], found: list[tuple[str, ...]]) -> None:
    """Join in `found` the groups of a number (50 000), and an abbreviation with its full stop (J. Dupont)."""
    # The n-th match is the blank before the n-th piece that opens with three digits after a digit.
    blanks = (match[1] for match in BETWEEN_DIGITS.finditer(text))
    # Numbers begun: the piece each begins in and its parts, joined at the end to stay linear.
    numbers: list[tuple[int, list[str]]] = []
    open_until = -1
    for i in [i for i, cut in enumerate(found) if type(cut) is _Careful]:
        piece = compose(pieces[i])
        if i and _THREE_DIGITS.match(piece) and pieces[i - 1][-1].isdecimal():
            blank = next(blanks)
            group = NUMBER_GROUP.match(piece) if blank in NUMBER_BLANKS else None
            head = found[i - 1][-1] if found[i - 1] else ""
            if group and open_until != i - 1 and NUMBER_HEAD.fullmatch(head):
                numbers.append((i - 1, [head]))
                open_until = i - 1
            if group and open_until == i - 1:
                numbers[-1][1].extend((blank, group[0]))
                found[i] = tuple(TOKEN.findall(piece, group.end()))
                open_until = i if len(piece) == 3 else -1
        before, after = pieces[max(0, i - 1) : i], pieces[i + 1 : i + 2]
        if is_abbreviation("".join(before), piece, "".join(after)) and found[i][-1:] == (".",):
            found[i] = (*found[i][:-2], "".join(found[i][-2:]))
    for i, parts in numbers:
        found[i] = (*found[i][:-1], "".join(parts))


def iter_tokens(file: str | Path | TextIO) -> Iterator[str]:
    """Yield the tokens of a file, of any length, in bounded memory.

    Parameters
    ----------
    file : path or open text file
        A path is read as UTF-8, with or without a byte-order mark.

    Yields
    ------
    str
        The same tokens as :func:`tokenize` of the whole text. Where 1,048,576 characters hold no blank
        between two plain words, the text is cut at another blank, or through a word if it has none.

    Raises
    ------
    MotamotError
        If there is no such file, or it is not UTF-8.

    Examples
    --------
    >>> import io
    >>> list(iter_tokens(io.StringIO("L'été 2021.")))
    ["L'", 'été', '2021', '.']
    """
    if isinstance(file, str | Path):
        try:
            with Path(file).open(encoding="utf-8-sig") as opened:
                yield from iter_tokens(opened)
        except UnicodeDecodeError as error:
            raise MotamotError(message("tokens.not_utf8", path=file)) from error
        except OSError as error:
            raise MotamotError(message("tokens.no_file", path=file)) from error
        return
    kept = ""
    while block := file.read(_READ_AT_ONCE):
        kept += block
        cut = _safe_cut(kept)
        if cut:
            yield from tokenize(kept[:cut])
            kept = kept[cut:]
    yield from tokenize(kept)


_SAFE_BREAK = re.compile(r"(?<=[^\W\d_]{2}|[^\w\s]{2})\s(?=[^\W\d_]{3})")


def _safe_cut(text: str) -> int:
    """Return the last place where a cut changes no token: a blank between plain words, not before ex."""
    tail = max(0, len(text) - 4096)
    places = [match.end() for match in _SAFE_BREAK.finditer(text, tail)]
    if places:
        return places[-1]
    if len(text) < _LONGEST_PIECE:
        return 0
    return max(text.rfind(" "), text.rfind("\n")) + 1 or len(text)


def words(text: str, stop: Collection[str] | None = None, lower: bool = True) -> list[str]:
    """Return the words of a text: the tokens that hold a letter or a digit.

    Parameters
    ----------
    text : str
        Any text.
    stop : set or list of str, optional
        Words to leave out, compared in lower case and with a straight apostrophe, for example
        :func:`motamot.stop_words`.
    lower : bool, default True
        Whether words come in lower case, so that *Client* and *client* are one row of a table.

    Returns
    -------
    list of str
        The words, in the order of the text, with the apostrophe the text has: normalize the text first
        (:func:`motamot.normalize`), and *l’* and *l'* are one word.

    Raises
    ------
    MotamotError
        If `text` is no text, or `stop` is a single word instead of a set.

    Examples
    --------
    >>> words("Le client, c'est l'avenir.")
    ['le', 'client', "c'", 'est', "l'", 'avenir']
    >>> words("Le client, c'est l'avenir.", stop={"le", "l'", "c'", "est"})
    ['client', 'avenir']
    """
    check_text(text, "words")
    if isinstance(stop, str):
        raise MotamotError(message("tokens.stop_is_text", stop=stop))
    chosen = [token for token in tokenize(text) if token[0].isalnum() or any(map(str.isalnum, token))]
    if stop:
        left_out = {_key(compose(word)) for word in stop}
        chosen = [word for word in chosen if _key(word) not in left_out]
    return [word.lower() for word in chosen] if lower else chosen


def _key(word: str) -> str:
    """Return what two spellings of a stop word have in common."""
    return word.lower().replace("’", "'").replace("ʼ", "'")
