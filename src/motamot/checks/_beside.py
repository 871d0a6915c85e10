"""Which words of a sentence have their count beside them.

A figure is said of the words of its clause; one in brackets just after a word, "prix (3)", of that word
alone. Where a clause with words has no figure, the next one is taken. Two counts that would both be right if
they changed places were exchanged: then neither word has its count.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby, islice, pairwise

from motamot.checks._figures import AND, TIMES, figures

# Nobody writes one count more often beside one word.
_MOST_FIGURES = 8
_SENTENCE = {".", ";", "!", "?"}
_BETWEEN_FIGURES = AND | {"contre", "against"}
_CLAUSE = (
    _SENTENCE | _BETWEEN_FIGURES | {",", ":", "mais", "but", "ou", "or", "puis", "then", "tandis", "while"}
)
_OF = {"de", "d'", "of", "pour", "for"}
_LINKS = AND | {"le", "la", "les", "the", "l'", "mot", "word", "*", "_", "«", "»", "“", "”", '"'}


@dataclass(frozen=True)
class Named:
    """A word of the table where a sentence names it: the tokens from `start` up to `end`."""

    word: str
    start: int
    end: int


def words_counted(
    tokens: Sequence[str],
    named: Sequence[Named],
    is_count: Callable[[str, float], bool],
    rates: bool,
) -> dict[str, bool]:
    """Tell of each word with a figure beside it whether one is its count.

    Parameters
    ----------
    tokens : list of str
        The sentence in lower case.
    named : list of Named
        Where it names words.
    is_count : callable
        Tells whether a figure is the count of a word.
    rates : bool
        Whether the table holds rates: then percentages, decimals and large figures are taken, too.

    Returns
    -------
    dict of str to bool

    Examples
    --------
    >>> def is_count(word, figure):
    ...     return {"prix": 3, "client": 2}[word] == figure
    >>> named = [Named("prix", 0, 1), Named("client", 4, 5)]
    >>> words_counted("prix 3 fois et client 2".split(), named, is_count, False)
    {'prix': True, 'client': True}
    >>> words_counted("prix 2 fois et client 3".split(), named, is_count, False)
    {'prix': False, 'client': False}
    """
    found = figures(tokens, {one.start for one in named}, rates)
    sentence = _Sentence(tokens, named, sorted(found))
    said = {one: sentence.said_of(one) for one in named}
    right = [
        (one, n)
        for one in named
        for n in islice((n for n in said[one] if is_count(one.word, found[n])), _MOST_FIGURES)
    ]
    kept = {one.word for one, _ in {*right} - sentence.exchanged(right)}
    return {one.word: one.word in kept for one in named if said[one]}


class _Sentence:
    """The tokens of an answer, cut into clauses and sentences, and the places of its figures."""

    def __init__(self, tokens: Sequence[str], named: Sequence[Named], places: list[int]) -> None:
        self.tokens = tokens
        self.named = sorted(named, key=lambda one: one.start)
        self.places = places
        self.brackets = _brackets(tokens)
        outside = ["" if inside else token for token, inside in zip(tokens, self.brackets, strict=True)]
        self.sentence = _parts(outside, _SENTENCE)
        listed = self._within_lists()
        uncut = ["" if place in listed else token for place, token in enumerate(tokens)]
        self.clause = _parts(uncut, _CLAUSE)
        self.in_clause = {clause: [*part] for clause, part in groupby(places, self.clause.__getitem__)}
        self.ends = {one.start: one.end for one in self.named}
        self.naming = {self.brackets[one.start] for one in self.named}
        self.in_brackets = {one: self._in_brackets(one) for one in self.named}
        self.owners = Counter(place for own in self.in_brackets.values() for place in own)
        parts = self.in_clause.items()
        self.outside = {clause: self._outside(part) for clause, part in parts}
        self.owned = {clause: [place for place in part if place in self.owners] for clause, part in parts}

    def said_of(self, one: Named) -> list[int]:
        """Return the places of the figures that are said of a word where it is named."""
        clause, own = self.clause[one.start], self.in_brackets[one]
        here = self.in_clause.get(clause, [])
        taken = any(self.owners[place] > (place in own) for place in self.owned.get(clause, []))
        return own or self.outside.get(clause) or ([] if taken else here) or self._elsewhere(one) or here

    def exchanged(self, pairs: Sequence[tuple[Named, int]]) -> set[tuple[Named, int]]:
        """Return those words that stand in one order with another word, and their counts in the other order.

        Only words of one clause are exchanged, and none that has its count in brackets.
        """
        loose = sorted(
            (pair for pair in pairs if not self.in_brackets[pair[0]]), key=lambda pair: pair[0].start
        )
        found: set[tuple[Named, int]] = set()
        for _, part in groupby(loose, lambda pair: self.clause[pair[0].start]):
            clause = [*part]
            found |= _passed(clause, 1) | _passed(clause[::-1], -1)
        return found

    def _in_brackets(self, one: Named) -> list[int]:
        """Return the figures in the brackets around a word, or just after its list if they name no word."""
        after = one.end
        while after < len(self.tokens) and (self.tokens[after] in _LINKS or after in self.ends):
            after = self.ends.get(after, after + 1)
        following = self.brackets[after] if after < len(self.tokens) else 0
        bracket = self.brackets[one.start] or (0 if following in self.naming else following)
        return [place for place in self.places if bracket and self.brackets[place] == bracket]

    def _elsewhere(self, one: Named) -> list[int]:
        """Return the figures of the next clause that has some, else of the last one before."""
        own, worded = self.clause[one.start], {self.clause[other.start] for other in self.named}
        free = [place for place in self.places if self.clause[place] not in worded]
        here = [place for place in self.places if self.sentence[place] == self.sentence[one.start]]
        told = self._times(free)
        surest = [place for place in told if place in here]
        after = [place for places in (surest, here, told) for place in places if self.clause[place] > own]
        free_here = [place for place in free if place in here]
        before = [
            place
            for places in (surest, free_here, told)
            for place in places[::-1]
            if self.clause[place] < own
        ]
        nearest = {self.clause[place] for place in (after or before)[:1]}
        found = [place for place in self.places if self.clause[place] in nearest]
        return self._outside(found) or found

    def _outside(self, places: list[int]) -> list[int]:
        """Keep the figures that stand in no brackets."""
        return [place for place in places if not self.brackets[place]]

    def _times(self, places: list[int]) -> list[int]:
        """Keep the figures that say so many times; both do in "9 and 1 times"."""
        told = [n for n in places if TIMES & {*self.tokens[max(0, n - 1) : n], *self.tokens[n + 1 : n + 2]}]
        return [n for n in places if n in told or (n + 2 in told and self.tokens[n + 1] in AND)]

    def _within_lists(self) -> set[int]:
        """Return the places between words or figures of one list, "prix et client", "3 contre 2"."""
        words = [(one.start, one.end) for one in self.named]
        numbers = [
            (place, place + 1) for place in self.places if not _OF & {*self.tokens[place + 1 : place + 2]}
        ]
        return {
            place
            for spans, links in ((words, _LINKS), (numbers, _BETWEEN_FIGURES))
            for (_, end), (start, _) in pairwise(spans)
            if {*self.tokens[end:start]} <= links
            for place in range(end, start)
        }


def _passed(pairs: Sequence[tuple[Named, int]], sign: int) -> set[tuple[Named, int]]:
    """Return the pairs that come after one of another word whose count stands further on."""
    furthest, word, of_others = -math.inf, "", -math.inf
    found = set()
    for one, place in pairs:
        at = sign * place
        if at < (of_others if one.word == word else furthest):
            found.add((one, place))
        if one.word == word:
            furthest = max(furthest, at)
        elif at > furthest:
            furthest, word, of_others = at, one.word, furthest
        else:
            of_others = max(of_others, at)
    return found


def _parts(tokens: Sequence[str], signs: set[str]) -> list[int]:
    """Return the number of each token's part, where signs cut the parts."""
    part, parts = 0, []
    for token in tokens:
        part += token in signs
        parts.append(part)
    return parts


def _brackets(tokens: Sequence[str]) -> list[int]:
    """Return the number of the bracket each token stands in, 0 outside."""
    depth, number, found = 0, 0, []
    for token in tokens:
        number += token == "(" and not depth
        depth = max(0, depth + (token == "(") - (token == ")"))
        found.append(number if depth else 0)
    return found
