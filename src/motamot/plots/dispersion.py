"""Where a word stands: one row a turn, paragraph or text, one mark an occurrence."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import TYPE_CHECKING

from motamot._display import attach
from motamot._language import format_number, message
from motamot._texts import labeled_texts
from motamot.contexts._patterns import find, fold, pieces
from motamot.errors import MotamotError
from motamot.plots._axes import (
    BLUE,
    GREY,
    PALE,
    VERMILION,
    alt_with,
    finish_bars,
    label_rows,
    legend_below,
    listed,
    new_axes,
    wrapped,
)

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

_MARKS = (("|", BLUE), ("x", VERMILION), ("^", "#000000"), ("o", "#00573F"))


def plot_dispersion(
    texts: str | Sequence[str] | Mapping[Hashable, str] | pd.Series[str],
    patterns: str | Sequence[str],
    title: str | None = None,
    note: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw where words stand along the turns of an interview, or along several texts.

    Parameters
    ----------
    texts : str, list of str, or mapping or Series of label to str
        The turns, paragraphs or texts, in their order; those with the same label make one row.
    patterns : str or list of str
        One to four words, each with ``*`` or several words as in :func:`motamot.concordance`.
    title : str, optional
        A title of your own.
    note : str, optional
        A line in small print under the title, for example where the texts come from.
    ax : matplotlib.axes.Axes, optional
        Where to draw; a new figure by default.

    Returns
    -------
    matplotlib.axes.Axes
        One grey bar a text, as long as its words, a mark at each occurrence and their number at the end.
        :func:`motamot.data_of` returns one row a text and pattern: `text`, `words`, `pattern`, `count`
        and `places` (numbers of the words, from 1).

    Raises
    ------
    MotamotError
        If there is no word at all, or the number of patterns is not one to four.

    Examples
    --------
    >>> from motamot import data_of
    >>> ax = plot_dispersion({"A": "Le prix, le prix.", "B": "Un client."}, "prix")
    >>> data_of(ax)[["text", "count", "places"]].values.tolist()
    [['A', 2, '2 4'], ['B', 0, '']]
    """
    import pandas as pd

    wanted = [patterns] if isinstance(patterns, str) else list(patterns)
    if not 1 <= len(wanted) <= len(_MARKS):
        raise MotamotError(message("plots.patterns", n=len(wanted), most=len(_MARKS)))
    rows = _rows(texts)
    places = {pattern: {text: _places(rows[text], pattern) for text in rows} for pattern in wanted}
    lengths = {text: len(_word_numbers(tokens)) for text, tokens in rows.items()}
    longest = max(lengths.values(), default=0)
    if not longest:
        raise MotamotError(message("plots.empty"))
    ax = ax or new_axes(height=1.4 + (0.24 + 0.1 * len(wanted)) * len(rows))
    ax.barh(range(len(rows)), list(lengths.values()), height=0.8, color=PALE)
    for lane, (pattern, (mark, color)) in enumerate(zip(wanted, _MARKS, strict=False)):
        shift = (lane + 0.5) / len(wanted) * 0.8 - 0.4
        points = [(at - 0.5, n + shift) for n, text in enumerate(rows) for at in places[pattern][text]]
        total = message("plots.pattern_total", pattern=pattern, n=format_number(len(points)))
        ax.plot(
            *(zip(*points, strict=True) if points else ([], [])), mark, color=color, label=total,
            markersize=11 if len(wanted) == 1 else 7, markeredgewidth=1.8,
        )  # fmt: skip
    for n, (text, length) in enumerate(lengths.items()):
        counts = " / ".join(format_number(len(places[pattern][text])) for pattern in wanted)
        ax.annotate(counts, (length, n), xytext=(4, 0), textcoords="offset points", va="center", color=GREY)
    label_rows(ax, range(len(rows)), [wrapped(text, 28) for text in rows])
    ax.set_ylim(len(rows) - 0.4, -0.6)
    ax.set_xlim(0, longest * 1.08)
    finish_bars(ax, title or message("plots.dispersion_title"), message("plots.dispersion_axis"), note)
    legend_below(ax, columns=len(wanted))
    data = [
        (text, lengths[text], pattern, len(places[pattern][text]), " ".join(map(str, places[pattern][text])))
        for text in rows
        for pattern in wanted
    ]
    table = pd.DataFrame(data, columns=["text", "words", "pattern", "count", "places"])
    attach(ax, table, _alt(table, len(rows), note))
    return ax


def _rows(
    texts: str | Sequence[str] | Mapping[Hashable, str] | pd.Series[str],
) -> dict[Hashable, list[str]]:
    """Return the folded tokens of each row."""
    from motamot.tokens import tokenize

    rows: dict[Hashable, list[str]] = {}
    for label, text in labeled_texts(texts):
        rows.setdefault(label, []).extend(fold(token) for token in tokenize(text))
    return rows


def _word_numbers(tokens: list[str]) -> dict[int, int]:
    """Return the number from 1 of each token that is a word, by its place among the tokens."""
    places = [place for place, token in enumerate(tokens) if any(map(str.isalnum, token))]
    return {place: number for number, place in enumerate(places, 1)}


def _places(tokens: list[str], pattern: str) -> list[int]:
    numbers = _word_numbers(tokens)
    return [numbers[start] for start in find(tokens, pieces(pattern)) if start in numbers]


def _alt(table: pd.DataFrame, n: int, note: str | None) -> str:
    parts = []
    for pattern, rows in table.groupby("pattern", sort=False):
        held = rows[rows["count"] > 0]
        where = ", ".join(f"{text}: {count}" for text, count in zip(held["text"], held["count"], strict=True))
        parts.append(
            message("plots.alt_pattern", pattern=pattern, total=rows["count"].sum(), where=where or "–")
        )
    return alt_with("plots.alt_dispersion", note, n=n, patterns=listed(parts))
