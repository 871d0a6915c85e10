"""Concordance: every occurrence of a word with what stands to its left and right (KWIC)."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import TYPE_CHECKING

from motamot._language import message
from motamot._texts import compose, labeled_texts
from motamot.contexts._patterns import find, fold, pieces
from motamot.errors import MotamotError

if TYPE_CHECKING:
    import pandas as pd


def concordance(
    text: str | Sequence[str] | Mapping[Hashable, str] | pd.Series[str], pattern: str, window: int = 5
) -> pd.DataFrame:
    """List the occurrences of a pattern with their context.

    Parameters
    ----------
    text : str, list of str, or mapping or Series of label to str
        The text, or several texts.
    pattern : str
        A word, or several with blanks between them; ``*`` stands for any letters: ``"client*"``,
        ``"réseaux sociaux"``. Case does not matter, accents do.
    window : int, default 5
        Tokens shown on each side, punctuation included.

    Returns
    -------
    pandas.DataFrame
        One row an occurrence, in the order of the text: `left`, `node`, `right`. With several texts a
        first column `text` holds the label (its number from 0 in a list). No row where nothing matches.

    Raises
    ------
    MotamotError
        If the pattern is empty or would match every word, the window is below 0, or `text` holds
        something that is no text.

    Examples
    --------
    >>> concordance("Le marché ; les marchés.", "marché*", window=2).values.tolist()
    [['Le', 'marché', '; les'], ['; les', 'marchés', '.']]
    """
    import pandas as pd

    if window < 0:
        raise MotamotError(message("patterns.window", window=window))
    cut = pieces(pattern)
    rows = []
    for label, written in labeled_texts(text):
        # Tokens are composed, whatever the text is.
        one = compose(written)
        starts, ends, tokens = _located(one)
        for i in find([fold(token) for token in tokens], cut):
            stop = i + len(cut)
            left = one[starts[max(0, i - window)] : starts[i]]
            right = one[ends[stop - 1] : ends[min(len(tokens), stop + window) - 1]]
            shown = (left, one[starts[i] : ends[stop - 1]], right)
            rows.append((label, *(" ".join(part.split()) for part in shown)))
    table = pd.DataFrame(rows, columns=["text", "left", "node", "right"])
    return table.drop(columns="text") if isinstance(text, str) else table


def _located(text: str) -> tuple[list[int], list[int], list[str]]:
    """Return where each token starts and ends in the text, and the tokens."""
    from motamot.tokens import tokenize

    tokens, starts, ends, position = tokenize(text), [], [], 0
    for token in tokens:
        position = text.index(token, position)
        starts.append(position)
        position += len(token)
        ends.append(position)
    return starts, ends, tokens
