"""Which figure of a sentence is said of which word: the nearest one, first within the same clause.

A rate, a percentage, a year, a rank, a ratio ("9 times as often"), a number of paragraphs or years, and a
total ("in 543", "sur 543 mots") are figures, but no counts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_THOUSANDS = re.compile(r"\d{1,3}(?:[ .,]\d{3})+")
_TIMES = {"fois", "times", "time", "occurrences", "occurrence", "hits", "hit", "x", "×"}
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
_AND = {"et", "and"}
_TO = {"ou", "or", "à", "to"}
_BETWEEN = {"entre", "between"}
_BOUNDS = {("plus", "de"), ("moins", "de"), ("more", "than"), ("less", "than"), ("fewer", "than")}
_CLAUSE = {",", ":", "mais", "but", "ou", "or", "puis", "then", "tandis", "while", "contre", "against"} | _AND
_SENTENCE = {".", ";", "!", "?"}
_LINKS = _AND | _TIMES | {"le", "la", "les", "the", "l'", "mot", "word", "*", "_", "«", "»", "“", "”", '"'}


@dataclass(frozen=True)
class Named:
    """A word of the table where a sentence names it: the tokens from `start` up to `end`."""

    word: str
    start: int
    end: int


def counts_beside(tokens: Sequence[str], named: Sequence[Named], rates: bool) -> dict[str, list[float]]:
    """Return the figures that are said of each word.

    Parameters
    ----------
    tokens : list of str
        The sentence in lower case.
    named : list of Named
        Where it names words.
    rates : bool
        Whether the table holds rates: then percentages, decimals and large figures are taken, too.

    Returns
    -------
    dict of str to list of float

    Examples
    --------
    >>> named = [Named("prix", 0, 1), Named("client", 4, 5)]
    >>> counts_beside(["prix", "3", "fois", "et", "client", "2"], named, False)
    {'prix': [3.0], 'client': [2.0]}
    """
    sentence = _Sentence(tokens, named, rates)
    found: dict[str, list[float]] = {}
    for one in named:
        places = sentence.said_of(one)
        found.setdefault(one.word, []).extend(sentence.numbers[place] for place in places)
    return found


class _Sentence:
    """The tokens of an answer, cut into clauses and sentences."""

    def __init__(self, tokens: Sequence[str], named: Sequence[Named], rates: bool) -> None:
        self.tokens = tokens
        self.named = sorted(named, key=lambda one: one.start)
        self.clause = _parts(tokens, _CLAUSE | _SENTENCE)
        self.sentence = _parts(_without_brackets(tokens), _SENTENCE)
        self.numbers = _figures(tokens, rates)
        if not rates:
            starts = {one.start for one in named}
            of_things = [
                place for place in self.numbers if self._of_things(place) and place + 1 not in starts
            ]
            self.numbers = {place: n for place, n in self.numbers.items() if place not in of_things}
        self.paired = self._pairs()

    def said_of(self, one: Named) -> list[int]:
        """Return the places of the figures that are said of a word where it is named."""
        if one in self.paired:
            return [self.paired[one]]
        here = [place for place in self.numbers if self.clause[place] == self.clause[one.start]]
        here = [place for place in here if self._times(place)] or here
        return self._within(one, here) if here else self._elsewhere(one)

    def _within(self, one: Named, here: list[int]) -> list[int]:
        """Take the nearest figure on either side, unless it belongs to the next word on that side."""
        before, after = [n for n in here if n < one.start], [n for n in here if n >= one.end]
        others = [other.start for other in self._others(one, here[0])]
        kept = []
        if after and not (before and any(other > after[0] for other in others)):
            kept.append(after[0])
        if before and not (after and any(other < before[-1] for other in others)):
            kept.append(before[-1])
        return kept

    def _elsewhere(self, one: Named) -> list[int]:
        """Take the next figure, else the last one; not another word's, nor one of another sentence."""
        after = [place for place in self.numbers if place >= one.end]
        after = self._said_so(one, after) or after
        if after and (self._same_sentence(one, after[0]) or self._told_apart(one, after[0])):
            return after[:1]
        before = [place for place in self.numbers if place < one.start]
        before = (self._said_so(one, before) or before)[-1:]
        same = bool(before) and self._same_sentence(one, before[0])
        if before and (self._told_apart(one, before[0]) or (same and not self._others(one, before[0]))):
            return before
        return []

    def _said_so(self, one: Named, places: list[int]) -> list[int]:
        """Keep the figures of the same sentence that say so many times, and of no other word."""
        return [place for place in places if self._same_sentence(one, place) and self._told_apart(one, place)]

    def _told_apart(self, one: Named, place: int) -> bool:
        """Tell whether a figure of another part says so many times, and of no other word."""
        return self._times(place) and not self._others(one, place)

    def _others(self, one: Named, place: int) -> list[Named]:
        clause = self.clause[place]
        return [
            other for other in self.named if self.clause[other.start] == clause and other.word != one.word
        ]

    def _same_sentence(self, one: Named, place: int) -> bool:
        return self.sentence[place] == self.sentence[one.start]

    def _times(self, place: int) -> bool:
        """Tell whether a figure says so many times; both do in "9 and 1 times"."""
        if _TIMES & {*self.tokens[max(0, place - 1) : place], *self.tokens[place + 1 : place + 2]}:
            return True
        return place + 2 in self.numbers and self.tokens[place + 1] in _AND and self._times(place + 2)

    def _of_things(self, place: int) -> bool:
        """Tell whether a figure counts paragraphs, years and the like."""
        return bool(_THINGS & {*self.tokens[place + 1 : place + 2]})

    def _pairs(self) -> dict[Named, int]:
        """Pair two words with the two figures that follow: "prix and client, 3 and 2"."""
        pairs = {}
        for one, other in pairwise(self.named):
            after = [place for place in self.numbers if place >= other.end][:2]
            if (
                len(after) == 2
                and self._linked(one.end, other.start)
                and self._linked(after[0] + 1, after[1])
                and self._same_sentence(one, after[1])
            ):
                pairs[one], pairs[other] = after
        return pairs

    def _linked(self, start: int, end: int) -> bool:
        between = set(self.tokens[start:end])
        return bool(between & _AND) and between <= _LINKS


def _parts(tokens: Sequence[str], signs: set[str]) -> list[int]:
    """Return the number of each token's part, where signs cut the parts."""
    part, parts = 0, []
    for token in tokens:
        part += token in signs
        parts.append(part)
    return parts


def _without_brackets(tokens: Sequence[str]) -> list[str]:
    """Return the tokens; what stands between brackets cuts no sentence."""
    depth, kept = 0, []
    for token in tokens:
        depth = max(0, depth + (token == "(") - (token == ")"))
        kept.append("" if depth else token)
    return kept


def _figures(tokens: Sequence[str], rates: bool) -> dict[int, float]:
    """Return the figures by place; where the table holds counts, only what may be one."""
    found = {place: value for place, token in enumerate(tokens) if (value := _value(token)) is not None}
    if rates:
        return found
    return {place: value for place, value in found.items() if _may_count(tokens, place, value, found)}


def _value(token: str) -> float | None:
    if _THOUSANDS.fullmatch(token):
        return float(re.sub(r"\D", "", token))
    return float(token.replace(",", ".")) if _NUMBER.fullmatch(token) else None


def _may_count(tokens: Sequence[str], place: int, value: float, found: dict[int, float]) -> bool:
    before = [_plain(token) for token in tokens[max(0, place - 3) : place]]
    after = [_plain(token) for token in tokens[place + 1 : place + 4]]
    told = bool(_TIMES & {*after[:1]})
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
    if before[-1:] and before[-1] in _OUT_OF and any(place - back in found for back in (2, 3)):
        return False
    return not 1900 <= value < 2100 or bool(_TIMES & {*tokens[place + 1 : place + 2]})


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
        if start in found and start + 2 in found:
            between = tokens[start - 1 : start] and tokens[start - 1] in _BETWEEN
            if tokens[start + 1] in _TO or (between and tokens[start + 1] in _AND):
                return True
    return False


def _plain(token: str) -> str:
    return re.sub(r"\D", "", token) if _THOUSANDS.fullmatch(token) else token
