"""Weights and likeness of texts: tf-idf, cosine, Jaccard."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from motamot._language import message
from motamot._words import checked_words
from motamot.compare._tables import check_margin, check_weights
from motamot.errors import MotamotError

if TYPE_CHECKING:
    import pandas as pd

MEASURES = ("cosine", "jaccard")


def tfidf(texts: Mapping[str, str | Sequence[str]] | Sequence[str | Sequence[str]]) -> pd.DataFrame:
    """Weigh the words of each text by how few of the texts hold them.

    Parameters
    ----------
    texts : mapping of label to text, or list of texts
        Each text a string, or a list of words already chosen. At least two texts.

    Returns
    -------
    pandas.DataFrame
        One row a text, one column a word in alphabetical order: count × idf with
        idf = ln((1 + n) / (1 + df)) + 1, each row divided by its Euclidean length. This is
        scikit-learn's variant (``smooth_idf=True``, ``norm="l2"``); others give other numbers.

    Raises
    ------
    MotamotError
        For fewer than two texts, a text without a word, or something that is no word (NaN).

    Examples
    --------
    >>> tfidf({"A": ["client", "prix"], "B": ["client"]}).round(2).values.tolist()
    [[0.58, 0.81], [1.0, 0.0]]
    """
    import numpy as np
    import pandas as pd

    from motamot.tokens import words

    items = list(texts.items()) if isinstance(texts, Mapping) else list(enumerate(texts, start=1))
    if isinstance(texts, str) or len(items) < 2:
        raise MotamotError(message("compare.no_texts"))
    counts = []
    for label, text in items:
        chosen = Counter(words(text) if isinstance(text, str) else checked_words(text, "tfidf"))
        if not chosen:
            raise MotamotError(message("compare.empty_text", label=label))
        counts.append(chosen)
    vocabulary = sorted(set().union(*counts))
    weights = np.array([[count[word] for word in vocabulary] for count in counts], dtype=float)
    holding = (weights > 0).sum(axis=0)
    weights *= np.log((1 + len(items)) / (1 + holding)) + 1
    weights /= np.linalg.norm(weights, axis=1, keepdims=True)
    return pd.DataFrame(weights, index=[label for label, _ in items], columns=vocabulary)


def similarity(table: pd.DataFrame, measure: str = "cosine") -> pd.DataFrame:
    """Compare each row of a table with each other row.

    Parameters
    ----------
    table : pandas.DataFrame
        Counts or weights, one row a text, one column a word or theme.
    measure : {"cosine", "jaccard"}
        Cosine of the rows, or shared columns over all columns that are not 0 in either row.

    Returns
    -------
    pandas.DataFrame
        Square, symmetric, from 0 to 1, with 1 on the diagonal.

    Raises
    ------
    MotamotError
        For an unknown measure, a cell that is no number from 0 up, or a row of zeros.

    Examples
    --------
    >>> import pandas as pd
    >>> similarity(pd.DataFrame([[1, 0], [1, 1]], index=["A", "B"])).loc["A", "B"].round(4)
    np.float64(0.7071)
    """
    import numpy as np
    import pandas as pd

    if measure not in MEASURES:
        raise MotamotError(message("compare.measure", measure=measure, known=", ".join(MEASURES)))
    checked = check_weights(table, minimum=1)
    check_margin(checked, "row")
    values = checked.to_numpy(dtype=float)
    if measure == "cosine":
        unit = values / np.linalg.norm(values, axis=1, keepdims=True)
        result = np.clip(unit @ unit.T, 0.0, 1.0)
    else:
        held = (values > 0).astype(float)
        shared = held @ held.T
        sizes = held.sum(axis=1)
        result = shared / (sizes[:, None] + sizes[None, :] - shared)
    np.fill_diagonal(result, 1.0)
    return pd.DataFrame(result, index=table.index, columns=table.index)
