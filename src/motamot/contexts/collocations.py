"""Words that keep company: collocations and repeated segments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, cast

from motamot._language import message
from motamot._words import checked_words
from motamot.compare.keyness import log_likelihood
from motamot.errors import MotamotError

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

Words = Sequence[str] | Sequence[Sequence[str]]


def collocations(words: Words, node: str | None = None, window: int = 5, minimum: int = 5) -> pd.DataFrame:
    """Find words that stand together more often than their counts alone would bring about.

    Parameters
    ----------
    words : list of str, or list of lists of str
        The tokens; in lists of lists no pair crosses from one list (sentence, paragraph) to the next.
    node : str, optional
        Without a node: pairs of neighbors, in their order. With a node: the words within `window`
        tokens to its left or right.
    window : int, default 5
        Tokens on each side of the node.
    minimum : int, default 5
        Pairs seen less often are left out.

    Returns
    -------
    pandas.DataFrame
        One row a pair, largest G2 first: `word`, `collocate`, `count` (of the pair), `word_count`,
        `collocate_count`, `expected`, `G2` (four cells), `PMI` (base 2), `log_dice` (Rychlý 2008).
        With a node, `word_count` is the number of tokens in its spans.

    Raises
    ------
    MotamotError
        If the node does not occur, window or minimum is below 1, or `words` is a text or holds something
        that is no word.

    Examples
    --------
    >>> table = collocations("le prix bas et le prix juste".split(), minimum=2)
    >>> table[["word", "collocate", "count"]].values.tolist()
    [['le', 'prix', 2]]
    """
    _at_least_one(window=window, minimum=minimum)
    parts = _as_parts(words, "collocations")
    if node is None:
        pairs = Counter(pair for part in parts for pair in pairwise(part))
        total = sum(pairs.values())
        first: Counter[str] = Counter()
        second: Counter[str] = Counter()
        for (left, right), count in pairs.items():
            first[left] += count
            second[right] += count
        rows = [(a, b, n, first[a], second[b]) for (a, b), n in pairs.items() if n >= minimum]
        return _scored(rows, total)
    return _around(parts, node, window, minimum)


def _around(parts: Sequence[Sequence[str]], node: str, window: int, minimum: int) -> pd.DataFrame:
    """Score the words in the spans of `node` against all other tokens (Evert 2008, surface collocation)."""
    near: Counter[str] = Counter()
    everywhere: Counter[str] = Counter()
    for part in parts:
        everywhere.update(part)
        spans: set[int] = set()
        for position, word in enumerate(part):
            if word == node:
                spans.update(range(max(0, position - window), min(len(part), position + window + 1)))
        near.update(part[i] for i in spans if part[i] != node)
    if node not in everywhere:
        raise MotamotError(message("collocations.no_node", node=node))
    total = sum(everywhere.values()) - everywhere[node]
    in_spans = sum(near.values())
    rows = [(node, w, n, in_spans, everywhere[w]) for w, n in near.items() if n >= minimum]
    return _scored(rows, total)


def _scored(rows: Iterable[tuple[str, str, int, int, int]], total: int) -> pd.DataFrame:
    import numpy as np
    import pandas as pd

    names = ["word", "collocate", "count", "word_count", "collocate_count"]
    table = pd.DataFrame(list(rows), columns=names)
    n11, n1, n2 = (table[name].to_numpy(dtype=float) for name in names[2:])
    table["expected"] = n1 * n2 / max(total, 1)
    table["G2"], table["PMI"], table["log_dice"] = association(n11, n1, n2, total)
    table = table.astype(dict.fromkeys(names[2:], np.int64))
    return table.sort_values(["G2", "word", "collocate"], ascending=[False, True, True], ignore_index=True)


def association(
    n11: NDArray[np.float64], n1: NDArray[np.float64], n2: NDArray[np.float64], total: int
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Return G2, PMI and logDice of pairs.

    Parameters
    ----------
    n11, n1, n2 : array of float
        Counts of the pair, of its first and of its second word.
    total : int
        Number of pairs.

    Returns
    -------
    tuple of arrays
        G2 over four cells; PMI = log2(n11 N / (n1 n2)); logDice = 14 + log2(2 n11 / (n1 + n2)).

    Examples
    --------
    >>> g2, pmi, log_dice = association(8.0, 15828.0, 4675.0, 14307668)
    >>> round(float(g2), 4), round(float(pmi), 4), round(float(log_dice), 4)
    (1.3254, 0.6293, 3.6765)
    """
    import numpy as np

    g2 = log_likelihood(n11, n2 - n11, n1, total - n1)
    return g2, np.log2(n11 * total / (n1 * n2)), 14 + np.log2(2 * n11 / (n1 + n2))


def repeated_segments(words: Words, minimum: int = 2, longest: int = 8) -> pd.DataFrame:
    """Find runs of words that come back (repeated segments, Salem 1987).

    Parameters
    ----------
    words : list of str, or list of lists of str
        The tokens; in lists of lists no segment crosses from one list to the next.
    minimum : int, default 2
        How often a segment must occur.
    longest : int, default 8
        The longest segment looked for, in words.

    Returns
    -------
    pandas.DataFrame
        One row a segment, longest first, then most frequent: `segment`, `length` (words), `count`. A
        segment that only ever occurs inside one longer listed segment is left out.

    Raises
    ------
    MotamotError
        If minimum or longest is below 1, or `words` is a text or holds something that is no word.

    Examples
    --------
    >>> repeated_segments("le long terme et le long terme".split()).values.tolist()
    [['le long terme', 3, 2]]
    """
    import pandas as pd

    _at_least_one(minimum=minimum, longest=longest)
    parts = _as_parts(words, "repeated_segments")
    kept: dict[tuple[str, ...], int] = {}
    longer: dict[tuple[str, ...], int] = {}
    for length in range(longest, 1, -1):
        counts = Counter(tuple(p[i : i + length]) for p in parts for i in range(len(p) - length + 1))
        repeated = {segment: n for segment, n in counts.items() if n >= minimum}
        hidden = {
            part
            for segment, n in longer.items()
            for part in (segment[:-1], segment[1:])
            if repeated.get(part) == n
        }
        kept |= {segment: n for segment, n in repeated.items() if segment not in hidden}
        longer = repeated
    rows = sorted(kept.items(), key=lambda item: (-len(item[0]), -item[1], item[0]))
    return pd.DataFrame(
        [(" ".join(segment), len(segment), n) for segment, n in rows], columns=["segment", "length", "count"]
    )


def _as_parts(words: Words, function: str) -> list[list[str]]:
    in_parts = isinstance(words, Iterable) and any(isinstance(part, list | tuple) for part in words)
    if not in_parts:
        return [checked_words(cast("Sequence[str]", words), function)]
    return [checked_words(part, function) for part in words]


def _at_least_one(**values: int) -> None:
    for name, value in values.items():
        if value < 1:
            raise MotamotError(message("collocations.below_one", name=name, value=value))
