"""French tokens: cutting a text into words, numbers and punctuation marks.

Nearly all pieces between two blanks come back again and again, so each is cut once and remembered. Only a
number written in groups (50 000) depends on what stands across a blank; it gets a second, careful look.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from itertools import chain
from pathlib import Path
from typing import TextIO

_APOSTROPHE = "['’ʼ]"
_LETTER = r"[^\W\d_]"
_ALNUM = r"[^\W_]"
# Pronouns that follow a verb by a hyphen and are words of their own: dit-il, donne-le, vas-y.
_CLITIC = r"(?:je|tu|ils?|elles?|on|nous|vous|moi|toi|lui|leur|les?|la|là|y|en|ce)"
_LINKED_CLITIC = r"-t-(?:ils?|elles?|on)(?!\w)"
_FREE_CLITIC = rf"-{_CLITIC}(?![\w'’-])"
# Compounds whose second half looks like a clitic: celui-là, rendez-vous, au-delà.
_COMPOUND_HEAD = r"(?:celui|celle|ceux|celles|jusque|là|rendez|week|par|au|ci|de|vis|sous|entre)"

# The order matters: the first alternative that matches wins. Quantifiers over what may come back without
# end are bounded, so that no input makes the search more than linear.
_WEB = (
    r"(?:https?://|www\.)[^\s<>«»\"“”]*[^\s<>«»\"“”.,;:!?)\]…]"
    r"|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}|[#@]\w+"
)
_WITH_APOSTROPHE = (
    rf"(?:aujourd{_APOSTROPHE}hui|quelqu{_APOSTROPHE}une?|c{_APOSTROPHE}est-à-dire|prud{_APOSTROPHE}hom\w+"
    rf"|entr{_APOSTROPHE}\w+|presqu{_APOSTROPHE}îles?|main-d{_APOSTROPHE}(?:œ|oe)uvre"
    rf"|chefs?-d{_APOSTROPHE}(?:œ|oe)uvre|rock{_APOSTROPHE}n{_APOSTROPHE}roll)(?!\w)"
)
_ELISION = rf"(?:(?:jus|lors|puis|quoi)?qu|[ldcjmtsnç]){_APOSTROPHE}(?=\w|[«\"“*(]|$)"
# Case matters here: a lone capital is an initial, "art." is an abbreviation and "Art." opens a sentence.
_ABBREVIATION = (
    rf"(?-i:(?:{_LETTER}\.-?){{2,}}(?!{_LETTER}{{2}})"
    r"|(?:MM?|Mmes?|Mlles?|Mrs?|Mgr|Dr|Pr|Me|Ste?|etc|cf|av|apr|art|vol|Vol|No|pp?|éd|env|ex|Jr|Sr|Cie)\."
    r"(?=[\w(«\"]|$|[,;)]))"
)
_NUMBER = (
    r"(?<![\w.,])[+−-]?\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?!\d)(?:,\d+)?"
    r"|(?:(?<![\w)])[+−-])?\d+(?:[.,:/'’-]\d+)*(?:ers?|e|ères?|re|èmes?|ndes?|nd|h\d*)?(?![^\W_])"
)
_WORD = (
    rf"{_COMPOUND_HEAD}-\w+(?:-\w+)*"
    rf"|{_ALNUM}+(?:(?!{_LINKED_CLITIC})(?!{_FREE_CLITIC})-{_ALNUM}+"
    rf"|(?<={_LETTER}{{2}}){_APOSTROPHE}{_LETTER}+|_{_ALNUM}+|·{_ALNUM}+|\((?:e|s|es)\)|&[A-Z]\b|~)*"
)
_MARK = r"\.{2,}|--+|°C|[^\w\s]|_+"
_TOKEN = re.compile(
    "|".join(
        (
            _WEB,
            _WITH_APOSTROPHE,
            _ELISION,
            _ABBREVIATION,
            _NUMBER,
            r"(?<!\w)n°",
            _LINKED_CLITIC,
            rf"(?<={_LETTER}){_FREE_CLITIC}|(?-i:^-{_CLITIC}$)",
            _WORD,
            _MARK,
        )
    ),
    re.IGNORECASE,
)
# What may stand after the blank of a number in groups: 000, 000,50, 000e.
_GROUP = re.compile(r"\d{3}(?:,\d+)?(?:ers?|e|ères?|èmes?)?(?!\w)")
_NUMBER_HEAD = re.compile(r"[+−-]?\d{1,3}")
_NUMBER_BLANKS = {" ", "\u00a0", "\u202f", "\u2009"}
_BETWEEN_DIGITS = re.compile(r"\d(\s++)(?=\d{3})")
_INITIAL = re.compile(r"(?<!\w)[A-ZÀ-ÖØ-ÞŒŸ]\.\Z")

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
        composed = unicodedata.normalize("NFC", piece)
        neighborly = composed[:3].isdecimal() or _INITIAL.search(composed, max(0, len(composed) - 3))
        tokens = (_Careful if neighborly else tuple)(_TOKEN.findall(composed))
        if len(piece) <= _LONGEST_REMEMBERED:
            if len(self) >= _REMEMBERED:
                self.clear()
            self[piece] = tokens
        return tokens


_PIECES = _Pieces()


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

    Examples
    --------
    >>> tokenize("Aujourd'hui, l'activité va-t-elle croître de 3,5 % ?")
    ["Aujourd'hui", ',', "l'", 'activité', 'va', '-t-elle', 'croître', 'de', '3,5', '%', '?']
    >>> tokenize("50 000 clients")
    ['50 000', 'clients']
    """
    pieces = text.split()
    found = list(map(_PIECES.__getitem__, pieces))
    if _Careful in set(map(type, found)):
        _join_across_blanks(text, pieces, found)
    return list(chain.from_iterable(found))


def _join_across_blanks(text: str, pieces: list[str], found: list[tuple[str, ...]]) -> None:
    """Join in `found` the groups of a number (50 000), and an initial with its full stop (J. Dupont)."""
    # The n-th match is the blank before the n-th piece that opens with three digits after a digit.
    blanks = (match[1] for match in _BETWEEN_DIGITS.finditer(text))
    numbers: list[tuple[int, list[str]]] = []
    open_until = -1
    for i in [i for i, cut in enumerate(found) if type(cut) is _Careful]:
        piece = unicodedata.normalize("NFC", pieces[i])
        if i and piece[2:3] and piece[:3].isdecimal() and pieces[i - 1][-1].isdecimal():
            blank = next(blanks)
            group = _GROUP.match(piece) if blank in _NUMBER_BLANKS else None
            head = found[i - 1][-1] if found[i - 1] else ""
            if group and open_until != i - 1 and _NUMBER_HEAD.fullmatch(head):
                numbers.append((i - 1, [head]))
                open_until = i - 1
            if group and open_until == i - 1:
                numbers[-1][1].extend((blank, group[0]))
                found[i] = tuple(_TOKEN.findall(piece, group.end()))
                open_until = i if group[0] == piece and piece.isdecimal() else -1
        if (
            i + 1 < len(pieces)
            and pieces[i + 1][0].isupper()
            and _INITIAL.search(piece, max(0, len(piece) - 3))
        ):
            found[i] = (*found[i][:-2], "".join(found[i][-2:]))
    for i, parts in numbers:
        found[i] = (*found[i][:-1], "".join(parts))


def iter_tokens(file: str | Path | TextIO) -> Iterator[str]:
    """Yield the tokens of a file, of any length, in bounded memory.

    Parameters
    ----------
    file : path or open text file
        A path is read as UTF-8. Pieces without a blank are cut at 1,048,576 characters.

    Yields
    ------
    str
        The same tokens as :func:`tokenize` of the whole text.

    Examples
    --------
    >>> import io
    >>> list(iter_tokens(io.StringIO("L'été 2021.")))
    ["L'", 'été', '2021', '.']
    """
    if isinstance(file, str | Path):
        with Path(file).open(encoding="utf-8") as opened:
            yield from iter_tokens(opened)
        return
    kept = ""
    while block := file.read(_READ_AT_ONCE):
        kept += block
        cut = _safe_cut(kept)
        if cut:
            yield from tokenize(kept[:cut])
            kept = kept[cut:]
    yield from tokenize(kept)


_SAFE_BREAK = re.compile(r"(?<=[^\W\d_]{2}|[^\w\s]{2})\s(?=[^\W\d_]{2})")


def _safe_cut(text: str) -> int:
    """Return the last place where a cut changes no token: a blank between two plain words."""
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
        The words, in the order of the text.

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
    from motamot._language import message
    from motamot.errors import MotamotError

    if not isinstance(text, str):
        raise MotamotError(message("tokens.not_text", kind=type(text).__name__))
    if isinstance(stop, str):
        raise MotamotError(message("tokens.stop_is_text", stop=stop))
    chosen = [token for token in tokenize(text) if token[0].isalnum() or any(map(str.isalnum, token))]
    if stop:
        left_out = {word.lower().replace("’", "'") for word in stop}
        chosen = [word for word in chosen if word.lower().replace("’", "'") not in left_out]
    return [word.lower() for word in chosen] if lower else chosen
