"""Sorted bars of the most frequent words, with their values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from motamot._display import attach
from motamot._language import format_number, message
from motamot.errors import MotamotError
from motamot.plots._axes import BLUE, GREY, alt_with, check_table, finish_bars, new_axes

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

SOURCE = "frequencies(words)"


def plot_frequencies(
    table: pd.DataFrame,
    n: int = 15,
    per_1000: bool = False,
    title: str | None = None,
    note: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw the most frequent words as horizontal bars, longest on top.

    Parameters
    ----------
    table : pandas.DataFrame
        From :func:`motamot.frequencies`: `word`, `count`, and for rates `per_1000`, `low`, `high`.
    n : int, default 15
        How many words to show.
    per_1000 : bool, default False
        Draw rates per 1,000 words with their 95 % intervals instead of counts.
    title : str, optional
        A title of your own.
    note : str, optional
        A line in small print under the title, for example where the text comes from.
    ax : matplotlib.axes.Axes, optional
        Where to draw; a new figure by default.

    Returns
    -------
    matplotlib.axes.Axes
        The bars. :func:`motamot.data_of` returns what they show.

    Raises
    ------
    MotamotError
        If the table is empty or lacks a column, or `n` is below 1.

    Examples
    --------
    >>> from motamot import frequencies
    >>> ax = plot_frequencies(frequencies(["prix", "client", "prix"]))
    >>> [round(bar.get_width()) for bar in ax.patches]
    [2, 1]
    """
    measure = "per_1000" if per_1000 else "count"
    check_table(table, ["word", measure, *(["low", "high"] if per_1000 else [])], SOURCE)
    if n < 1:
        raise MotamotError(message("plots.too_few", n=n))
    columns = [name for name in ("word", "count", "per_1000", "low", "high") if name in table.columns]
    shown = table.sort_values(measure, ascending=False, kind="stable").head(n)[columns].reset_index(drop=True)
    ax = ax or new_axes(height=0.9 + 0.3 * len(shown))
    values = shown[measure].tolist()
    positions = range(len(shown))
    ax.barh(positions, values, color=BLUE)
    ends = values
    if per_1000:
        ends = shown["high"].tolist()
        below = [value - low for value, low in zip(values, shown["low"], strict=True)]
        above = [high - value for value, high in zip(values, ends, strict=True)]
        ax.errorbar(values, positions, xerr=[below, above], fmt="none", ecolor=GREY, capsize=3, lw=1)
    for position, value, end in zip(positions, values, ends, strict=True):
        label = format_number(value, 1) if per_1000 else format_number(value)
        ax.annotate(label, (end, position), xytext=(4, 0), textcoords="offset points", va="center")
    ax.set_yticks(positions, shown["word"].tolist())
    ax.invert_yaxis()
    ax.set_xlim(0, max(ends) * 1.15)
    finish_bars(ax, title or message("plots.title", n=len(shown)), message(f"plots.{measure}"), note)
    first = ", ".join(
        f"{word} ({_written(value, per_1000)})" for word, value in zip(shown["word"], values, strict=True)
    )
    attach(ax, shown, alt_with(f"plots.alt_{measure}", note, n=len(shown), words=first))
    return ax


def _written(value: float, per_1000: bool) -> str:
    return format_number(value, 1) if per_1000 else format_number(value)
