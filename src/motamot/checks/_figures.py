"""Which figures of a sentence may be the count of a word.

A rate, a percentage, a year, a rank, a ratio ("9 times as often"), a range, a bound, a number of paragraphs
or years, and a total ("in 543", "sur 543 mots") are figures, but no counts.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

TIMES = {"fois", "times", "time", "occurrences", "occurrence", "hits", "hit", "x", "×"}
AND = {"et", "and"}
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_THOUSANDS = re.compile(r"\d{1,3}(?:[ .,]\d{3})+")
_PER = {"per", "pour", "par", "for"}
_OUT_OF = {"in", "of", "sur", "parmi", "/"}
_UNITS = {"%", "‰", "percent", "pourcent"}
_THINGS = {"paragraph", "paragraphe", "text", "texte", "sheet", "fiche", "question", "answer", "réponse"}
_THINGS |= {"an", "année", "year", "mois", "month", "jour", "day"}
_THINGS |= {one + "s" for one in _THINGS}
_RANKED = {"rang", "rank", "ranked", "page", "ligne", "line", "row", "paragraphe", "paragraph", "g2"}
_LEADS = {"of", "de", "is", "est", "=", "no", "n°"}
_COMPARED = {"plus", "moins", "more", "less"}
_AS = {"as often", "as frequent", "as many", "as much", "as common"}
_ROUND = {"cent", "hundred", "mille", "thousand", "100", "1000"}
_TO = {"ou", "or", "à", "to"}
_BETWEEN = {"entre", "between"}
_BOUNDS = {("plus", "de"), ("moins", "de"), ("more", "than"), ("less", "than"), ("fewer", "than")}


def figures(tokens: Sequence[str], starts: Container[int], rates: bool) -> dict[int, float]:
    """Return the figures that may be counts, by their place.

    Parameters
    ----------
    tokens : list of str
        The sentence in lower case.
    starts : container of int
        Where it names words of the table: what stands before one counts no other things.
    rates : bool
        Whether the table holds rates: then every figure is taken.

    Returns
    -------
    dict of int to float

    Examples
    --------
    >>> figures("prix figure 3 fois en 2 ans , soit 12 %".split(), (), False)
    {2: 3.0}
    """
    found = {place: value for place, token in enumerate(tokens) if (value := _value(token)) is not None}
    if rates:
        return found
    return {
        place: value
        for place, value in found.items()
        if _may_count(tokens, place, value, found)
        and (place + 1 in starts or not _THINGS & {*tokens[place + 1 : place + 2]})
    }


def _value(token: str) -> float | None:
    if _THOUSANDS.fullmatch(token):
        return float(re.sub(r"\D", "", token))
    return float(token.replace(",", ".")) if _NUMBER.fullmatch(token) else None


def _may_count(tokens: Sequence[str], place: int, value: float, found: dict[int, float]) -> bool:
    before = [_plain(token) for token in tokens[max(0, place - 3) : place]]
    after = [_plain(token) for token in tokens[place + 1 : place + 4]]
    told = bool(TIMES & {*after[:1]})
    after = after[1:] if told else after
    if _is_ratio(after) if told else _is_rank(before):
        return False
    if _is_vague(tokens, place, found):
        return False
    if not value.is_integer() or (before[-1:] and before[-1] in _PER and _plain(tokens[place]) in _ROUND):
        return False
    if after[:1] and (after[0] in _UNITS | {"mots", "words"}):
        return False
    if len(after) > 1 and after[0] in _OUT_OF and (after[1] in _ROUND or _THINGS & {*after[2:3]}):
        return False
    if len(after) > 1 and after[0] in _PER and (after[1] in _ROUND or after[1:] == ["every", "1000"]):
        return False
    if before[-1:] == ["parmi"] or before[-1:] == ["among"]:
        return False
    if before[-1:] and before[-1] in _OUT_OF and any(place - back in found for back in (2, 3)):
        return False
    return not 1900 <= value < 2100 or bool(TIMES & {*tokens[place + 1 : place + 2]})


def _is_rank(before: list[str]) -> bool:
    """Tell whether what stands before a figure makes it a rank or another measure: "rank 7", "G2 of 9"."""
    said = [token for token in before if token not in _LEADS]
    return bool(_RANKED & {*said[-1:]})


def _is_ratio(after: list[str]) -> bool:
    """Tell whether what follows "9 times" makes it a comparison: "more frequent", "as often"."""
    return bool(_COMPARED & {*after[:1]}) or " ".join(after[:2]) in _AS


def _is_vague(tokens: Sequence[str], place: int, found: dict[int, float]) -> bool:
    """Tell whether a figure is a bound, or one end of a range, so that no count is given."""
    if tuple(tokens[max(0, place - 2) : place]) in _BOUNDS:
        return True
    for start in (place - 2, place):
        if found.get(start, 0) < found.get(start + 2, 0) and start in found:
            between = tokens[start - 1 : start] and tokens[start - 1] in _BETWEEN
            if tokens[start + 1] in _TO or (between and tokens[start + 1] in AND):
                return True
    return False


def _plain(token: str) -> str:
    return re.sub(r"\D", "", token) if _THOUSANDS.fullmatch(token) else token
