"""Frequency tables: counts, rates per 1,000 words and how far a rate can be trusted."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from motamot._language import format_number, message
from motamot._words import checked_words
from motamot.errors import MotamotError

if TYPE_CHECKING:
    import pandas as pd


def frequencies(words: Sequence[str]) -> pd.DataFrame:
    """Count words.

    Parameters
    ----------
    words : list of str
        The words of a text, from :func:`motamot.words`. They are counted as they are written: *l'* and *l’*
        are two rows, unless the text went through :func:`motamot.normalize` first.

    Returns
    -------
    pandas.DataFrame
        One row a word, most frequent first, ties in French alphabetical order: `word`, `count`,
        `per_1000` (rate per 1,000 of the given words), `low` and `high`: the 95 % interval of the rate,
        exact Poisson (Garwood 1936). If the same kind of text went on, its rate would plausibly lie
        there; words come in bursts, so the true interval is wider.

    Raises
    ------
    MotamotError
        If `words` is a text instead of a list, or holds something that is no word.

    Examples
    --------
    >>> frequencies(["client", "prix", "client"])[["word", "count"]].values.tolist()
    [['client', 2], ['prix', 1]]
    """
    import pandas as pd

    listed = checked_words(words, "frequencies")
    counts = Counter(listed)
    table = pd.DataFrame(by_count(counts), columns=["word", "count"])
    table = table.astype({"word": object, "count": int})
    per_1000, low, high = rates(table["count"].tolist(), len(listed))
    return table.assign(per_1000=per_1000, low=low, high=high)


def by_count(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    """Return words with their counts, most frequent first, ties in French alphabetical order.

    Examples
    --------
    >>> by_count({"eau": 1, "prix": 2, "côte": 1})
    [('prix', 2), ('côte', 1), ('eau', 1)]
    """
    return sorted(counts.items(), key=lambda item: (-item[1], alphabetical(item[0])))


def rates(counts: Sequence[int], total: int) -> tuple[list[float], list[float], list[float]]:
    """Return rates per 1,000 and their 95 % exact Poisson intervals (Garwood 1936).

    Parameters
    ----------
    counts : list of int
        Counts from 0 up.
    total : int
        Number of words they were counted in; 0 only if there are no counts.

    Returns
    -------
    tuple of three lists
        Rates, lower and upper ends, all per 1,000 words.

    Examples
    --------
    >>> rate, low, high = rates([12], 3500)
    >>> round(rate[0], 2), round(low[0], 2), round(high[0], 2)
    (3.43, 1.77, 5.99)
    """
    import numpy as np
    from scipy.special import gammaincinv

    k = np.asarray(counts, dtype=float)
    scale = 1000 / max(total, 1)
    # Half the chi-squared quantile with 2k (2k + 2) degrees of freedom; a count of 0 starts at 0.
    low = np.where(k > 0, gammaincinv(np.maximum(k, 1), 0.025), 0.0)
    high = gammaincinv(k + 1, 0.975)
    return (scale * k).tolist(), (scale * low).tolist(), (scale * high).tolist()


def rate(count: int, total: int) -> str:
    """Write a count with the number of words it was found in, and its rate per 1,000.

    Parameters
    ----------
    count : int
        How often something occurs, from 0 up.
    total : int
        Number of words it was counted in, at least 1.

    Returns
    -------
    str
        In the language in use, ready for a sentence.

    Raises
    ------
    MotamotError
        If there are no words, or the count is negative: there is no such rate.

    Examples
    --------
    >>> rate(5, 475)
    '5 in 475 (10.5 per 1,000)'
    """
    if total < 1 or count < 0:
        raise MotamotError(message("counts.no_rate", count=count, total=total))
    numbers = format_number(count), format_number(total), format_number(1000 * count / total, 1)
    return message("counts.rate", **dict(zip(("count", "total", "per_1000"), numbers, strict=True)))


def alphabetical(word: str) -> tuple[str, str]:
    """Return a key that sorts words as a French dictionary does: accents count only between equals.

    Examples
    --------
    >>> sorted(["zèbre", "école", "eau", "côte", "cote"], key=alphabetical)
    ['cote', 'côte', 'eau', 'école', 'zèbre']
    """
    spread = word.lower().replace("œ", "oe").replace("æ", "ae")
    letters = "".join(c for c in unicodedata.normalize("NFD", spread) if not unicodedata.combining(c))
    return letters, word
