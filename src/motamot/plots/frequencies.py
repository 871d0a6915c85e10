"""Sorted bars of the most frequent words or themes, with their values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from motamot._display import attach
from motamot._language import format_number, message
from motamot.counts import rates
from motamot.errors import MotamotError
from motamot.plots._axes import (
    BLUE,
    GREY,
    alt_with,
    check_number,
    check_table,
    finish_bars,
    label_rows,
    new_axes,
    theme_labels,
)

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

SOURCE = "frequencies(words)"
SOURCE_OF_THEMES = "count_themes(text, lexicon)"


def plot_frequencies(
    table: pd.DataFrame,
    n: int = 15,
    per_1000: bool = False,
    labels: Mapping[str, str] | None = None,
    title: str | None = None,
    note: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw the most frequent words, or themes, as horizontal bars, longest on top.

    Parameters
    ----------
    table : pandas.DataFrame
        From :func:`motamot.frequencies`: `word`, `count`, and for rates `per_1000`, `low`, `high`. Or the
        themes of one text, from :func:`motamot.count_themes`.
    n : int, default 15
        How many bars to show.
    per_1000 : bool, default False
        Draw rates per 1,000 words with their 95 % intervals instead of counts.
    labels : mapping of theme to label, optional
        For themes of your own, for example ``lexicon.labels``; the kit's themes have theirs.
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
        If the table is empty, lacks a column or holds the themes of several texts, or `n` is below 1.

    Examples
    --------
    >>> from motamot import frequencies
    >>> ax = plot_frequencies(frequencies(["prix", "client", "prix"]))
    >>> [round(bar.get_width()) for bar in ax.patches]
    [2, 1]
    """
    measure = "per_1000" if per_1000 else "count"
    kind = "theme" if "theme" in getattr(table, "columns", []) else "word"
    if kind == "theme":
        table = _themes_of_one_text(table, labels)
    check_table(table, ["word", measure, *(["low", "high"] if per_1000 else [])], SOURCE)
    check_number(n)
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
        ax.annotate(
            _written(value, per_1000), (end, position), xytext=(4, 0), textcoords="offset points", va="center"
        )
    label_rows(ax, positions, shown["word"].tolist())
    ax.invert_yaxis()
    ax.set_xlim(0, max(ends) * 1.15)
    if not per_1000:
        _count_in_wholes(ax)
    default = message(f"plots.title_{kind}", n=len(shown))
    finish_bars(ax, title or default, message(f"plots.{measure}"), note)
    first = ", ".join(
        f"{word} ({_written(value, per_1000)})" for word, value in zip(shown["word"], values, strict=True)
    )
    alt = alt_with(f"plots.alt_{measure}_{kind}", note, n=len(shown), words=first)
    attach(ax, shown.rename(columns={"word": kind}), alt)
    return ax


def _themes_of_one_text(table: pd.DataFrame, labels: Mapping[str, str] | None) -> pd.DataFrame:
    """Return the themes as rows of a frequency table, each under its label."""
    check_table(table, ["theme", "count", "words"], SOURCE_OF_THEMES)
    if table["theme"].duplicated().any():
        raise MotamotError(message("plots.several_texts", source=SOURCE_OF_THEMES))
    words = int(table["words"].iloc[0])
    if not words:
        raise MotamotError(message("plots.empty"))
    rate, low, high = rates(table["count"].tolist(), words)
    names = theme_labels(table["theme"], labels)
    return table.assign(word=table["theme"].map(names), per_1000=rate, low=low, high=high)


def _written(value: float, per_1000: bool) -> str:
    return format_number(value, 1) if per_1000 else format_number(value)


def _count_in_wholes(ax: Axes) -> None:
    """Leave out ticks between whole numbers: no word occurs half a time."""
    from matplotlib.ticker import MaxNLocator

    ax.xaxis.set_major_locator(MaxNLocator("auto", integer=True, steps=[1, 2, 5, 10]))
