"""How words spread: over ranks (Zipf), over parts (dispersion), over a running window (MATTR)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from motamot._language import message
from motamot._words import checked_words
from motamot.counts import by_count
from motamot.errors import MotamotError

if TYPE_CHECKING:
    import pandas as pd


def zipf(words: Sequence[str]) -> pd.DataFrame:
    """Rank the words of a text by their count.

    Parameters
    ----------
    words : list of str
        The tokens to count.

    Returns
    -------
    pandas.DataFrame
        One row a word: `rank` (1 for the most frequent; ties in French alphabetical order), `word`, `count`
        and `rank_x_count`, which Zipf's law expects to stay of one order. No slope is fitted.

    Raises
    ------
    MotamotError
        If `words` is a text, or holds something that is no word.

    Examples
    --------
    >>> zipf(["le", "prix", "le"]).values.tolist()
    [[1, 'le', 2, 2], [2, 'prix', 1, 2]]
    """
    import pandas as pd

    counts = Counter(checked_words(words, "zipf"))
    table = pd.DataFrame(by_count(counts), columns=["word", "count"]).astype({"count": int})
    table.insert(0, "rank", range(1, len(table) + 1))
    table["rank_x_count"] = table["rank"] * table["count"]
    return table


def mattr(words: Sequence[str], window: int = 50) -> float:
    """Return the moving-average type-token ratio: the mean share of different words in a running window.

    Parameters
    ----------
    words : list of str
        The tokens, in the order of the text.
    window : int, default 50
        Tokens a window; windows start at each token (Covington and McFall 2010).

    Returns
    -------
    float
        Between 1 / window and 1.

    Raises
    ------
    MotamotError
        If the window is below 1 or longer than the text, or `words` is a text or holds something that
        is no word.

    Examples
    --------
    >>> mattr(["a", "b", "a", "a"], window=2)
    0.8333333333333334
    """
    words = checked_words(words, "mattr")
    if not words:
        raise MotamotError(message("distribution.no_words"))
    if not 1 <= window <= len(words):
        raise MotamotError(message("distribution.window", window=window, length=len(words)))
    counts = Counter(words[:window])
    types = len(counts)
    total = types
    for leaving, entering in zip(words, words[window:], strict=False):
        counts[leaving] -= 1
        types -= counts[leaving] == 0
        types += counts[entering] == 0
        counts[entering] += 1
        total += types
    return total / window / (len(words) - window + 1)


def dispersion(words: Sequence[str], parts: Sequence[object], minimum: int = 5) -> pd.DataFrame:
    """Measure how evenly each word is spread over the parts of a corpus.

    Parameters
    ----------
    words : list of str
        The tokens of the corpus.
    parts : list of the same length
        The part (turn, paragraph, text) of each token.
    minimum : int, default 5
        Words with a lower count are left out: their spread says little.

    Returns
    -------
    pandas.DataFrame
        One row a word, most frequent first: `word`, `count`, `parts` (how many hold it), `DP`
        (Gries 2008: half the summed distance between expected and observed shares; 0 even, towards 1
        bunched), `DP_norm` (DP over its largest value, Lijffijt and Gries 2012) and `D` (Juilland, on
        rates, so that unequal parts count alike: 1 even, 0 all in one part). With a single part spread
        has no meaning: DP is 0, `DP_norm` and `D` are NaN.

    Raises
    ------
    MotamotError
        If `words` and `parts` differ in length, or `words` is a text or holds something that is no word.

    Examples
    --------
    >>> table = dispersion(list("aabbab"), [1, 1, 1, 2, 2, 2], minimum=1)
    >>> table[["word", "parts", "DP"]].round(3).values.tolist()
    [['a', 2, 0.167], ['b', 2, 0.167]]
    """
    import numpy as np
    import pandas as pd

    words = checked_words(words, "dispersion")
    if len(words) != len(parts):
        raise MotamotError(message("distribution.unequal", words=len(words), parts=len(parts)))
    counts = Counter(words)
    frequent = [word for word, count in by_count(counts) if count >= minimum]
    column = {part: i for i, part in enumerate(dict.fromkeys(parts))}
    row = {word: i for i, word in enumerate(frequent)}
    sizes = np.zeros(len(column))
    table = np.zeros((len(row), len(column)))
    for word, part in zip(words, parts, strict=True):
        sizes[column[part]] += 1
        if word in row:
            table[row[word], column[part]] += 1
    totals = table.sum(axis=1, keepdims=True)
    expected = sizes / max(sizes.sum(), 1)
    dp = np.abs(table / totals - expected).sum(axis=1) / 2
    several = len(column) > 1
    rates = table / sizes
    spread = rates.std(axis=1) / rates.mean(axis=1) if several and len(row) else np.full(len(row), np.nan)
    return pd.DataFrame(
        {
            "word": frequent,
            "count": totals[:, 0].astype(int),
            "parts": (table > 0).sum(axis=1),
            "DP": dp,
            "DP_norm": dp / (1 - expected.min()) if several else np.nan,
            "D": 1 - spread / np.sqrt(len(column) - 1) if several else np.nan,
        }
    )
