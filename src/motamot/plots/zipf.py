"""Rank and count of every word on two axes by powers of ten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from motamot._display import attach
from motamot._language import format_number, message
from motamot.plots._axes import BLUE, GREY, alt_with, check_table, new_axes, write_title

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

SOURCE = "zipf(words)"


def plot_zipf(
    table: pd.DataFrame, title: str | None = None, note: str | None = None, ax: Axes | None = None
) -> Axes:
    """Draw the count of each word by its rank, both axes by powers of ten. No slope is fitted.

    Parameters
    ----------
    table : pandas.DataFrame
        From :func:`motamot.zipf`: `rank`, `word`, `count`.
    title : str, optional
        A title of your own.
    note : str, optional
        A line in small print under the title, for example where the texts come from.
    ax : matplotlib.axes.Axes, optional
        Where to draw; a new figure by default.

    Returns
    -------
    matplotlib.axes.Axes
        One point a word; the words of ranks 1, 10, 100 and so on are written beside theirs.
        :func:`motamot.data_of` returns one row a point.

    Raises
    ------
    MotamotError
        If the table is empty or lacks a column.

    Examples
    --------
    >>> from motamot import data_of, zipf
    >>> ax = plot_zipf(zipf(["le", "prix", "le"]))
    >>> ax.get_xscale(), data_of(ax)["word"].tolist()
    ('log', ['le', 'prix'])
    """
    check_table(table, ["rank", "word", "count"], SOURCE)
    points = table.reset_index(drop=True)
    ax = ax or new_axes(height=4.2)
    ax.set_xscale("log")
    ax.set_yscale("log")
    ax.plot(
        points["rank"], points["count"], linestyle="none", marker="o", markersize=4, color=BLUE, alpha=0.6
    )
    last = len(points)
    ax.set_xlim(0.8, max(12, 1.5 * last))
    ax.set_ylim(0.7, max(12, 2 * points["count"].max()))
    named = points[points["rank"].isin([10**power for power in range(12)])]
    for rank, word, count in zip(named["rank"], named["word"], named["count"], strict=True):
        ax.annotate(
            f"{word} ({format_number(count)})", (rank, count), xytext=(6, 6), textcoords="offset points",
            color=GREY, ha="right" if 3 * rank > last > 1 else "left",
        )  # fmt: skip
    _write_powers(ax)
    words = format_number(last)
    write_title(ax, title or message("plots.zipf_title", n=words), note)
    ax.set_xlabel(message("plots.zipf_rank"))
    ax.set_ylabel(message("plots.zipf_count"))
    ax.spines[["top", "right"]].set_visible(False)
    ends = {"high": format_number(points["count"].max()), "low": format_number(points["count"].min())}
    listed = ", ".join(
        f"{format_number(rank)} {word} ({format_number(count)})"
        for rank, word, count in zip(named["rank"], named["word"], named["count"], strict=True)
    )
    attach(ax, points, alt_with("plots.alt_zipf", note, n=words, words=listed, **ends))
    return ax


def _write_powers(ax: Axes) -> None:
    """Write the ticks as plain numbers, as the language in use does, and only at powers of ten."""
    from matplotlib.ticker import FuncFormatter, LogLocator, NullFormatter

    for axis in (ax.xaxis, ax.yaxis):
        axis.set_major_locator(LogLocator(base=10))
        axis.set_major_formatter(FuncFormatter(lambda value, _: format_number(value)))
        axis.set_minor_formatter(NullFormatter())
