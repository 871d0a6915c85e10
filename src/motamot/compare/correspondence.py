"""Correspondence analysis: the map of a table of counts, and how far it can be trusted."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from motamot.compare._tables import check_counts, check_margin

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


class Correspondence(NamedTuple):
    """The three tables of a correspondence analysis."""

    rows: pd.DataFrame
    columns: pd.DataFrame
    inertia: pd.DataFrame


def correspondence(table: pd.DataFrame) -> Correspondence:
    """Analyze a table of counts by correspondence analysis (Benzécri).

    Parameters
    ----------
    table : pandas.DataFrame
        Counts, at least two rows and two columns, none of them empty.

    Returns
    -------
    Correspondence
        `rows` and `columns`: one row a point, with `mass`, and for each axis `axis_1` ... (principal
        coordinate), `contribution_1` ... (share of the axis's inertia, in per cent) and `cos2_1` ...
        (share of the point's own inertia shown by the axis, 0 to 1). `inertia`: one row an axis, with
        `axis`, `inertia`, `per_cent` and `cumulative`. The total inertia is chi-squared / N. The sign
        of an axis means nothing; here the point that contributes most stands on the positive side.

    Raises
    ------
    MotamotError
        For a table that is too small, holds something other than counts, or has an empty row or column.

    References
    ----------
    Greenacre, M. (2017). Correspondence Analysis in Practice, 3rd ed.

    Examples
    --------
    >>> import pandas as pd
    >>> counts = pd.DataFrame([[10, 2, 3], [2, 9, 4], [1, 3, 8]], index=list("abc"), columns=list("xyz"))
    >>> correspondence(counts).inertia["axis"].tolist()
    [1, 2]
    """
    import numpy as np
    import pandas as pd

    counts = check_counts(table, minimum=2)
    check_margin(counts, "row")
    p = counts.to_numpy(dtype=float)
    p = p / p.sum()
    r, c = p.sum(axis=1), p.sum(axis=0)
    expected = np.outer(r, c)
    u, s, vt = np.linalg.svd((p - expected) / np.sqrt(expected), full_matrices=False)
    axes = min(p.shape) - 1
    u, s, v = u[:, :axes], s[:axes], vt[:axes].T
    flip = np.sign(np.take_along_axis(v, np.abs(v).argmax(axis=0)[None, :], axis=0)[0])
    flip[flip == 0] = 1
    eigenvalues = s**2
    total = eigenvalues.sum()
    share = 100 * eigenvalues / total if total > 0 else np.zeros(axes)
    inertia = pd.DataFrame(
        {
            "axis": range(1, axes + 1),
            "inertia": eigenvalues,
            "per_cent": share,
            "cumulative": share.cumsum(),
        }
    )
    return Correspondence(
        _points(counts.index, r, u * flip, s), _points(counts.columns, c, v * flip, s), inertia
    )


def _points(labels: pd.Index[str], mass: Floats, vectors: Floats, s: Floats) -> pd.DataFrame:
    import numpy as np
    import pandas as pd

    coordinates = vectors * s / np.sqrt(mass)[:, None]
    squared = coordinates**2
    own = squared.sum(axis=1, keepdims=True)
    cos2 = np.divide(squared, own, out=np.zeros_like(squared), where=own > 0)
    table = pd.DataFrame({"mass": mass}, index=labels)
    for axis in range(len(s)):
        table[f"axis_{axis + 1}"] = coordinates[:, axis]
        table[f"contribution_{axis + 1}"] = 100 * vectors[:, axis] ** 2
        table[f"cos2_{axis + 1}"] = cos2[:, axis]
    return table
