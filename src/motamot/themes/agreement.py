"""Agreement of two codings, and of a lexicon with a coding by hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from motamot._language import message
from motamot.errors import MotamotError

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    Booleans = NDArray[np.bool_]

ALL = "all"


def agreement(a: pd.DataFrame, b: pd.DataFrame) -> pd.DataFrame:
    """Compare two codings of the same paragraphs.

    Parameters
    ----------
    a, b : pandas.DataFrame
        One row a paragraph, one column a theme, True (1) where the theme was coded; the same rows and
        columns in both, in any order where the index names each row once.

    Returns
    -------
    pandas.DataFrame
        One row a theme and a last one, `all`, that pools the cells: `theme`, `cells`, `a_only`,
        `b_only`, `both`, `per_cent` (cells coded alike), `kappa` (Cohen 1960) and `alpha`
        (Krippendorff, nominal). Kappa and alpha are NaN where both codings hold one value throughout:
        there is no variation to agree on.

    Raises
    ------
    MotamotError
        If rows or columns differ, a value is missing, or a value is neither true nor false.

    Examples
    --------
    >>> import pandas as pd
    >>> one = pd.DataFrame({"price": [1, 0, 1, 0]})
    >>> two = pd.DataFrame({"price": [1, 0, 0, 0]})
    >>> agreement(one, two)[["theme", "per_cent", "kappa"]].values.tolist()[0]
    ['price', 75.0, 0.5]
    """
    import numpy as np
    import pandas as pd

    first, second = _codings(a, b)
    rows = []
    for theme, x, y in _by_theme(first, second):
        both, a_only, b_only = int((x & y).sum()), int((x & ~y).sum()), int((~x & y).sum())
        observed = 1 - (a_only + b_only) / len(x)
        chance = x.mean() * y.mean() + (1 - x.mean()) * (1 - y.mean())
        # One value throughout leaves nothing to agree on beyond chance.
        kappa = (observed - chance) / (1 - chance) if chance < 1 else np.nan
        alpha = krippendorff_alpha([x.tolist(), y.tolist()])
        rows.append((theme, len(x), a_only, b_only, both, 100 * observed, kappa, alpha))
    names = ["theme", "cells", "a_only", "b_only", "both", "per_cent", "kappa", "alpha"]
    return pd.DataFrame(rows, columns=names)


def krippendorff_alpha(codings: Sequence[Sequence[object]]) -> float:
    """Return Krippendorff's alpha for nominal values.

    Parameters
    ----------
    codings : list of lists
        One list a coder, one value a unit; None or NaN where the coder gave none.

    Returns
    -------
    float
        1 for full agreement, about 0 for chance; NaN where all values are the same or no unit has two.

    Raises
    ------
    MotamotError
        If the coders have not the same number of units.

    References
    ----------
    Krippendorff, K. (2011). Computing Krippendorff's alpha-reliability.

    Examples
    --------
    >>> krippendorff_alpha([[1, 2, 2, 1], [1, 2, 2, None]])
    1.0
    """
    import pandas as pd

    if len({len(coding) for coding in codings}) > 1:
        raise MotamotError(message("agreement.unequal", lengths=", ".join(str(len(c)) for c in codings)))
    values: Counter[object] = Counter()
    disagreeing = 0.0
    for unit in zip(*codings, strict=True):
        given = [value for value in unit if not pd.isna(value)]
        if len(given) < 2:
            continue
        counts = Counter(given)
        values.update(counts)
        unlike = len(given) ** 2 - sum(n * n for n in counts.values())
        disagreeing += unlike / (len(given) - 1)
    n = values.total()
    by_chance = n * n - sum(count * count for count in values.values())
    return 1 - (n - 1) * disagreeing / by_chance if by_chance else float("nan")


def validate_themes(predicted: pd.DataFrame, coded: pd.DataFrame, minimum: int = 10) -> pd.DataFrame:
    """Compare what a lexicon found with what was coded by hand.

    Parameters
    ----------
    predicted : pandas.DataFrame
        One row a paragraph, one column a theme, True (1) where the lexicon found the theme.
    coded : pandas.DataFrame
        The same rows and columns, True (1) where the theme was coded by hand.
    minimum : int, default 10
        Fewer coded paragraphs than this are too few for a theme's own figures: they are NaN there.

    Returns
    -------
    pandas.DataFrame
        One row a theme and a last one, `all`, that pools the cells: `theme`, `coded` (positive
        cells), `found`, `right`, `precision` with `precision_low` and `precision_high`, `recall` with
        `recall_low` and `recall_high` (95 % intervals, Wilson 1927), `F1`. A share of nothing (no hit,
        nothing coded) is NaN.

    Raises
    ------
    MotamotError
        If rows or columns differ, a value is missing, or a value is neither true nor false.

    Examples
    --------
    >>> import pandas as pd
    >>> found = pd.DataFrame({"price": [1, 1, 0, 0]})
    >>> hand = pd.DataFrame({"price": [1, 0, 1, 0]})
    >>> validate_themes(found, hand, minimum=1)[["theme", "precision", "recall", "F1"]].values.tolist()[0]
    ['price', 0.5, 0.5, 0.5]
    """
    import numpy as np
    import pandas as pd

    found, hand = _codings(predicted, coded)
    rows = []
    for theme, x, y in _by_theme(found, hand):
        right, n_found, n_coded = int((x & y).sum()), int(x.sum()), int(y.sum())
        figures = [np.nan] * 7
        if theme == ALL or n_coded >= minimum:
            f1 = 2 * right / (n_found + n_coded) if n_found + n_coded else np.nan
            figures = [*share_with_interval(right, n_found), *share_with_interval(right, n_coded), f1]
        rows.append((theme, n_coded, n_found, right, *figures))
    shares = [f"{name}{end}" for name in ("precision", "recall") for end in ("", "_low", "_high")]
    return pd.DataFrame(rows, columns=["theme", "coded", "found", "right", *shares, "F1"])


def share_with_interval(part: int, whole: int) -> tuple[float, float, float]:
    """Return part / whole and its 95 % Wilson interval, all NaN for a whole of 0.

    Examples
    --------
    >>> [round(value, 3) for value in share_with_interval(18, 22)]
    [0.818, 0.615, 0.927]
    """
    from statistics import NormalDist

    if not whole:
        nan = float("nan")
        return nan, nan, nan
    z = NormalDist().inv_cdf(0.975)
    share = part / whole
    center = (share + z * z / (2 * whole)) / (1 + z * z / whole)
    half = z * ((share * (1 - share) + z * z / (4 * whole)) / whole) ** 0.5 / (1 + z * z / whole)
    return share, max(0.0, center - half), min(1.0, center + half)


def _codings(a: pd.DataFrame, b: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return both tables as booleans, in the same order of rows and columns."""
    for table in (a, b):
        if not hasattr(table, "columns"):
            raise MotamotError(message("compare.not_a_table", kind=type(table).__name__))
        for name in table.columns[table.columns.duplicated()]:
            raise MotamotError(message("agreement.theme_twice", theme=name))
    if set(a.columns) != set(b.columns):
        odd = ", ".join(map(str, sorted(set(a.columns) ^ set(b.columns), key=str)))
        raise MotamotError(message("agreement.columns", columns=odd))
    if a.index.is_unique and b.index.is_unique and set(a.index) == set(b.index):
        b = b.loc[a.index]
    if not a.index.equals(b.index):
        odd = ", ".join(map(str, a.index.symmetric_difference(b.index)[:5])) or message("agreement.order")
        raise MotamotError(message("agreement.rows", rows=odd))
    if a.empty:
        raise MotamotError(message("agreement.empty"))
    for table in (a, b):
        wrong = (~table.isin([0, 1])).stack()
        for row, column in wrong.index[wrong.to_numpy(dtype=bool)][:1]:
            value = table.at[row, column]
            raise MotamotError(message("agreement.value", row=row, column=column, value=value))
    return a.astype(bool), b[a.columns].astype(bool)


def _by_theme(a: pd.DataFrame, b: pd.DataFrame) -> Iterator[tuple[str, Booleans, Booleans]]:
    """Yield theme and both columns as arrays, then all cells pooled."""
    for theme in a.columns:
        yield theme, a[theme].to_numpy(), b[theme].to_numpy()
    yield ALL, a.to_numpy().ravel(), b.to_numpy().ravel()
