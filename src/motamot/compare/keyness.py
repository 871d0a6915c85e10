"""Keyness: which words two sets of paragraphs use at different rates, and what chance alone gives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from motamot._language import message
from motamot._words import check_kinds
from motamot.errors import MotamotError

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

# How many table cells (resamples x words) are held at once: few enough for the processor's cache.
_CELLS_AT_ONCE = 32_768
_FEWEST_ROWS = 16


def keyness(
    target: Sequence[Sequence[str]],
    reference: Sequence[Sequence[str]],
    *,
    resamples: int = 0,
    seed: int = 0,
) -> pd.DataFrame:
    """Compare the words of two sets of paragraphs by the log-likelihood G2.

    Parameters
    ----------
    target, reference : list of list of str
        The words of each paragraph; both need at least one word.
    resamples : int, default 0
        How many times the paragraphs are shuffled between the two sides; 0 leaves `p_largest` out.
    seed : int, default 0
        Start of the shuffles: the same seed gives the same table.

    Returns
    -------
    pandas.DataFrame
        One row a word, largest G2 first: `word`, `target` and `reference` (counts),
        `target_per_1000`, `reference_per_1000`, `G2` (four cells, Dunning 1993), `log_ratio` (base 2,
        0 replaced by 0.5, Hardie 2014: above zero the target uses the word more), `p` (chi-squared,
        1 degree of freedom), `p_adjusted` (Benjamini and Hochberg 1995) and, with resamples,
        `p_largest`: the chance that the largest G2 of all words is at least as large when paragraphs
        are shuffled. `p_largest` already allows for the number of words and is not adjusted again.

    Raises
    ------
    MotamotError
        If a side holds no word, is a flat list of words, or holds something that is no word (NaN), or
        `resamples` is below 0.

    References
    ----------
    Dunning, T. (1993). Accurate methods for the statistics of surprise and coincidence.
    Computational Linguistics 19(1). Westfall, P. and Young, S. (1993), for the maximum statistic.

    Examples
    --------
    >>> table = keyness([["prix", "bas", "prix"]], [["service", "client", "prix"]])
    >>> table[["word", "target", "reference"]].head(2).values.tolist()
    [['bas', 1, 0], ['client', 0, 1]]
    """
    import numpy as np
    import pandas as pd
    from scipy.special import chdtrc

    _check_sides(target, reference)
    ours, theirs = _count(target), _count(reference)
    check_kinds(ours.keys() | theirs.keys(), "keyness")
    vocabulary = sorted(ours.keys() | theirs.keys())
    a = np.array([ours[word] for word in vocabulary], dtype=float)
    b = np.array([theirs[word] for word in vocabulary], dtype=float)
    g2 = log_likelihood(a, b, a.sum(), b.sum())
    p = chdtrc(1, g2)
    table = pd.DataFrame(
        {
            "word": vocabulary,
            "target": a.astype(int),
            "reference": b.astype(int),
            "target_per_1000": 1000 * a / a.sum(),
            "reference_per_1000": 1000 * b / b.sum(),
            "G2": g2,
            "log_ratio": log_ratio(a, b, a.sum(), b.sum()),
            "p": p,
            "p_adjusted": adjust_p(p),
        }
    )
    # For figures of rows that hold no word of one side.
    table.attrs["words"] = {"target": int(a.sum()), "reference": int(b.sum())}
    if resamples:
        largest = np.sort(keyness_by_chance(target, reference, resamples, seed)["largest_G2"].to_numpy())
        # The tiny slack keeps a shuffle that restores the real split from losing to rounding.
        reached = resamples - np.searchsorted(largest, g2 - 1e-9, side="left")
        table["p_largest"] = (1 + reached) / (1 + resamples)
    return table.sort_values(["G2", "word"], ascending=[False, True], ignore_index=True)


def keyness_by_chance(
    target: Sequence[Sequence[str]], reference: Sequence[Sequence[str]], resamples: int = 1000, seed: int = 0
) -> pd.DataFrame:
    """Shuffle the paragraphs between the two sides and see what keyness finds then.

    Parameters
    ----------
    target, reference : list of list of str
        As in :func:`keyness`; each side keeps its number of paragraphs.
    resamples : int, default 1000
        How many shuffles.
    seed : int, default 0
        Start of the shuffles.

    Returns
    -------
    pandas.DataFrame
        One row a shuffle: `largest_G2` and `words_passing`, the number of words with p < 0.05.

    Raises
    ------
    MotamotError
        If a side holds no word, or `resamples` is below 1.

    Examples
    --------
    >>> chance = keyness_by_chance([["a", "b"], ["a"]], [["b"], ["c", "c"]], resamples=50)
    >>> len(chance), bool((chance["largest_G2"] >= 0).all())
    (50, True)
    """
    import numpy as np
    import pandas as pd
    from scipy.special import chdtri, xlogy

    _check_sides(target, reference)
    if resamples < 1:
        raise MotamotError(message("compare.resamples", value=resamples))
    counts = _paragraph_counts([*target, *reference])
    rng = np.random.default_rng(seed)
    sides = np.zeros((resamples, len(counts)), dtype=float)
    sides[:, : len(target)] = 1
    sides = rng.permuted(sides, axis=1)
    threshold = chdtri(1, 0.05)
    lengths, totals = counts.sum(axis=1), counts.sum(axis=0).astype(np.intp)
    n = int(lengths.sum())
    # The same few thousand counts come again and again: what each adds to G2 is looked up.
    known = xlogy(np.arange(n + 1.0), np.arange(n + 1.0))
    largest, passing = np.empty(resamples), np.empty(resamples, dtype=int)
    step = max(_FEWEST_ROWS, _CELLS_AT_ONCE // counts.shape[1])
    for start in range(0, resamples, step):
        rows = slice(start, start + step)
        a = (sides[rows] @ counts).astype(np.intp)
        n_a = (sides[rows] @ lengths).astype(np.intp)[:, None]
        g2 = _from_cells(known.take, a, totals - a, n_a, n - n_a, totals)
        largest[rows], passing[rows] = g2.max(axis=1), (g2 > threshold).sum(axis=1)
    return pd.DataFrame({"largest_G2": largest, "words_passing": passing})


def log_likelihood(a: Floats, b: Floats, n_a: Floats, n_b: Floats) -> Floats:
    """Return G2 over the four cells (Dunning 1993) of words counted `a` in `n_a` and `b` in `n_b` words.

    Parameters
    ----------
    a, b : array of float
        Counts of each word on the two sides.
    n_a, n_b : float or array of float
        Numbers of words of the two sides.

    Returns
    -------
    array of float
        G2, never below zero; 0 where a side is empty.

    Examples
    --------
    >>> round(float(log_likelihood(120, 40, 40000, 35000)), 4)
    31.9546
    """
    import numpy as np
    from scipy.special import xlogy

    a, b, n_a, n_b = (np.asarray(x, dtype=float) for x in (a, b, n_a, n_b))
    return _from_cells(lambda x: xlogy(x, x), a, b, n_a, n_b, a + b)


def _from_cells(x_log_x: Callable[[Any], Floats], a: Any, b: Any, n_a: Any, n_b: Any, f: Any) -> Floats:
    """Return G2, `f` being `a` and `b` together."""
    import numpy as np

    n = n_a + n_b
    cells = x_log_x(a) + x_log_x(b) + x_log_x(n_a - a) + x_log_x(n_b - b)
    margins = x_log_x(f) + x_log_x(n - f) + x_log_x(n_a) + x_log_x(n_b) - x_log_x(n)
    result: Floats = np.maximum(2 * (cells - margins), 0.0)
    return result


def log_ratio(a: Floats, b: Floats, n_a: float, n_b: float) -> Floats:
    """Return the binary log of the ratio of two rates, a count of 0 replaced by 0.5 (Hardie 2014).

    Parameters
    ----------
    a, b : array of float
        Counts of each word on the two sides.
    n_a, n_b : float
        Numbers of words of the two sides, above zero.

    Returns
    -------
    array of float
        1 means twice the rate, -1 half of it.

    Examples
    --------
    >>> round(float(log_ratio(120, 40, 40000, 35000)), 4)
    1.3923
    """
    import numpy as np

    left = np.where(np.asarray(a) == 0, 0.5, a) / n_a
    right = np.where(np.asarray(b) == 0, 0.5, b) / n_b
    result: Floats = np.log2(left / right)
    return result


def adjust_p(p: Floats) -> Floats:
    """Adjust p values for the number of tests (Benjamini and Hochberg 1995).

    Parameters
    ----------
    p : array of float
        One p value a test.

    Returns
    -------
    array of float
        Adjusted values, in the same order.

    Examples
    --------
    >>> [round(float(value), 3) for value in adjust_p([0.01, 0.04, 0.03])]
    [0.03, 0.04, 0.04]
    """
    import numpy as np

    p = np.asarray(p, dtype=float)
    order = np.argsort(p)
    # Each is the smallest of its own and all larger ones, times tests by rank.
    scaled = p[order] * (len(p) / np.arange(1, len(p) + 1))
    adjusted = np.empty(len(p))
    adjusted[order] = np.minimum.accumulate(scaled[::-1])[::-1]
    return np.clip(adjusted, 0.0, 1.0)


def _check_sides(target: Sequence[Sequence[str]], reference: Sequence[Sequence[str]]) -> None:
    for name, side in (("target", target), ("reference", reference)):
        if isinstance(side, str) or any(
            isinstance(paragraph, str) or not hasattr(paragraph, "__len__") for paragraph in side
        ):
            raise MotamotError(message("compare.flat_side", side=name))
        if not any(len(paragraph) for paragraph in side):
            raise MotamotError(message("compare.empty_side", side=name))


def _count(paragraphs: Sequence[Sequence[str]]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for paragraph in paragraphs:
        counts.update(paragraph)
    return counts


def _paragraph_counts(paragraphs: Sequence[Sequence[str]]) -> Floats:
    """Return counts, one row a paragraph and one column a word."""
    import numpy as np

    column: dict[str, int] = {}
    for paragraph in paragraphs:
        for word in paragraph:
            column.setdefault(word, len(column))
    counts = np.zeros((len(paragraphs), len(column)))
    for row, paragraph in enumerate(paragraphs):
        for word, count in Counter(paragraph).items():
            counts[row, column[word]] = count
    return counts
