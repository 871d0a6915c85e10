"""Specificity: is a word over- or under-used in one part of a corpus? (Lafon 1980)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from motamot._language import message
from motamot.compare._tables import check_counts
from motamot.errors import MotamotError

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]


def specificity(table: pd.DataFrame, totals: Mapping[str, int] | None = None) -> pd.DataFrame:
    """Score each word in each part against the corpus made of all parts.

    Parameters
    ----------
    table : pandas.DataFrame
        Counts: one row a word (index), one column a part.
    totals : mapping of part to int, optional
        Words of each part, when the table holds only some of the words. Without it the column sums
        are the lengths of the parts.

    Returns
    -------
    pandas.DataFrame
        One row a word and part: `word`, `part`, `f` (count in the corpus), `k` (count in the part),
        `t` (words of the part), `T` (words of the corpus) and `specificity`: with X hypergeometric,
        +|log10 P(X >= k)| where k >= f t / T, else -|log10 P(X <= k)|. The observed k belongs to both
        tails, as in TXM. Beyond ±3 the chance is below one in a thousand. A part alone is the corpus:
        its scores are 0.

    Raises
    ------
    MotamotError
        For a table that is no table of counts, a part without words, or totals that do not fit.

    References
    ----------
    Lafon, P. (1980). Sur la variabilité de la fréquence des formes dans un corpus. Mots 1.

    Examples
    --------
    >>> import pandas as pd
    >>> counts = pd.DataFrame({"2021": [8, 2], "2022": [1, 9]}, index=["numérique", "prix"])
    >>> specificity(counts)[["word", "part", "specificity"]].round(2).values.tolist()[0]
    ['numérique', '2021', 2.56]
    """
    import numpy as np
    import pandas as pd

    counts = check_counts(table, minimum=1)
    lengths = _lengths(counts, totals)
    whole = int(lengths.sum())
    k = counts.to_numpy(dtype=np.int64)
    f = np.repeat(k.sum(axis=1)[:, None], k.shape[1], axis=1)
    t = np.repeat(lengths[None, :], k.shape[0], axis=0)
    score = _scores(f.ravel(), k.ravel(), t.ravel(), whole)
    return pd.DataFrame(
        {
            "word": np.repeat(counts.index.to_numpy(), k.shape[1]),
            "part": np.tile(counts.columns.to_numpy(), k.shape[0]),
            "f": f.ravel(),
            "k": k.ravel(),
            "t": t.ravel(),
            "T": whole,
            "specificity": score,
        }
    )


def _scores(f: Ints, k: Ints, t: Ints, whole: int) -> NDArray[np.float64]:
    """Score each case; scipy's exact tails are slow, and most cases of a corpus are the same few."""
    import numpy as np

    cases, place = np.unique(np.stack([f, k, t]), axis=1, return_inverse=True)
    score = np.array([_score(f, k, t, whole) for f, k, t in cases.T.tolist()], dtype=float)
    scored: NDArray[np.float64] = (score / np.log(10))[place.ravel()]
    return scored


def _score(f: int, k: int, t: int, whole: int) -> float:
    """Return the log of the chance of so many or more, or below expectation of so few or fewer, negative."""
    if k >= f * t / whole:
        return abs(_log_above(k - 1, f, t, whole))
    return -abs(_log_to(k, f, t, whole))


def _log_above(k: int, f: int, t: int, whole: int) -> float:
    """Return the log of the hypergeometric chance of more than `k`."""
    import numpy as np

    if k < max(0, t - (whole - f)):
        return 0.0
    if (k + 0.5) * (whole + 0.5) < (f - 0.5) * (t - 0.5):
        # The other tail has fewer terms.
        return float(np.log1p(-np.exp(_log_to(k, f, t, whole))))
    return _log_sum(np.arange(k + 1, t + 1), f, t, whole)


def _log_to(k: int, f: int, t: int, whole: int) -> float:
    """Return the log of the hypergeometric chance of `k` or fewer."""
    import numpy as np

    if (k + 0.5) * (whole + 0.5) > (f - 0.5) * (t - 0.5):
        return float(np.log1p(-np.exp(_log_above(k, f, t, whole))))
    return _log_sum(np.arange(0, k + 1), f, t, whole)


def _log_sum(k: Ints, f: int, t: int, whole: int) -> float:
    """Return the log of the sum of the chances of each `k`, as exact as scipy's and without its detours."""
    import numpy as np
    from scipy.special import betaln

    rest = whole - f
    logs = (
        betaln(f + 1, 1) + betaln(rest + 1, 1) + betaln(whole - t + 1, t + 1)
        - betaln(k + 1, f - k + 1) - betaln(t - k + 1, rest - t + k + 1) - betaln(whole + 1, 1)
    )  # fmt: skip
    largest = logs.max()
    at_largest = logs == largest
    others = np.exp(np.where(at_largest, -np.inf, logs) - largest).sum() / at_largest.sum()
    return float(np.log1p(others) + np.log(float(at_largest.sum())) + largest)


def _lengths(counts: pd.DataFrame, totals: Mapping[str, int] | None) -> NDArray[np.int64]:
    import numpy as np

    summed = counts.sum(axis=0)
    if totals is None:
        return summed.to_numpy(dtype=np.int64)
    for part in counts.columns:
        if part not in totals:
            raise MotamotError(message("compare.part_unknown", part=part))
        # A missing total (NaN) is no total either.
        if not totals[part] >= summed[part]:
            raise MotamotError(
                message("compare.totals_low", part=part, total=totals[part], summed=int(summed[part]))
            )
    return np.array([totals[part] for part in counts.columns], dtype=np.int64)
