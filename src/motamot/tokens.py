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
# A piece that may go on a number begun before the blank: 000, 000), 000,50.
_CONTINUES_NUMBER = re.compile(r"\d{3}(?!\w)")
_ENDS_NUMBER = re.compile(r"(?<![\w.,])[+−-]?\d{1,3}\Z")
_NUMBER_BLANKS = {" ", "\u00a0", "\u202f", "\u2009"}
_INITIAL = re.compile(r"(?<!\w)[A-Z]\.\Z")

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
        neighborly = _CONTINUES_NUMBER.match(piece) or _INITIAL.search(piece)
        tokens = (_Careful if neighborly else tuple)(_TOKEN.findall(unicodedata.normalize("NFC", piece)))
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
        return _with_neighbors(text, pieces, found)
    return list(chain.from_iterable(found))


def _with_neighbors(text: str, pieces: list[str], found: list[tuple[str, ...]]) -> list[str]:
    """Join what belongs together across a blank: groups of a number, an initial and its full stop."""
    tokens: list[str] = []
    groups: list[str] = []
    position = 0
    for i, (piece, cut) in enumerate(zip(pieces, found, strict=True)):
        start = text.index(piece, position)
        blank = text[position:start]
        position = start + len(piece)
        goes_on = bool(groups) and blank in _NUMBER_BLANKS and _CONTINUES_NUMBER.match(piece)
        if goes_on:
            groups += [blank, cut[0]]
        if groups and (not goes_on or len(cut) > 1):
            # Joined once, when the number is over: joining at each group would be quadratic.
            tokens.append("".join(groups))
            groups = []
        rest = cut[1:] if goes_on else cut
        if rest and _ENDS_NUMBER.search(piece):
            *rest_before, last = rest
            tokens += rest_before
            groups = [last]
            continue
        tokens += rest
        following = pieces[i + 1][:1] if i + 1 < len(pieces) else ""
        if following.isupper() and rest[-1:] == (".",) and _INITIAL.search(piece):
            tokens[-2:] = [tokens[-2] + "."]
    if groups:
        tokens.append("".join(groups))
    return tokens


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
