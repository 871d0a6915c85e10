"""Theme profiles as a heat map in greys, with the value in each cell."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from motamot._display import attach
from motamot._language import format_number, message
from motamot.errors import MotamotError
from motamot.plots._axes import (
    alt_with,
    check_table,
    label_rows,
    listed,
    new_axes,
    theme_labels,
    wrapped,
    write_title,
)

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

SOURCE = "count_themes(texts, lexicon)"


def plot_themes(
    table: pd.DataFrame,
    labels: Mapping[str, str] | None = None,
    title: str | None = None,
    note: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw the rates of themes in texts as a heat map: the darker, the more often, white for none.

    Parameters
    ----------
    table : pandas.DataFrame
        From :func:`motamot.count_themes`.
    labels : mapping of theme to label, optional
        For themes of your own, for example ``lexicon.labels``; the kit's themes have theirs.
    title : str, optional
        A title of your own.
    note : str, optional
        A line in small print under the title, for example where the texts come from.
    ax : matplotlib.axes.Axes, optional
        Where to draw; a new figure by default.

    Returns
    -------
    matplotlib.axes.Axes
        The map: themes from the most to the least frequent over all texts, texts with the same leading
        theme together. A text without words has dashes. :func:`motamot.data_of` returns one row a text.

    Raises
    ------
    MotamotError
        If the table is empty or lacks a column, or a text stands in it twice.

    Examples
    --------
    >>> from motamot import count_themes, data_of, load_lexicon
    >>> table = count_themes({"A": "Le prix baisse.", "B": "Un magasin ouvre."}, load_lexicon())
    >>> data_of(plot_themes(table))["text"].tolist()
    ['B', 'A']
    """
    from matplotlib import colormaps

    rates = theme_rates(table)
    rates = rates.loc[_grouped(rates)]
    ax = ax or new_axes(height=2.3 + 0.31 * len(rates), width=8.5)
    values = rates.to_numpy(dtype=float)
    top = max([1e-9, *(value for value in values.ravel().tolist() if value == value)])
    grey = colormaps["Greys"]
    ax.pcolormesh(values, cmap=grey, vmin=0, vmax=top, edgecolors="#BBBBBB", linewidth=0.5)
    for row, line in enumerate(values):
        for column, value in enumerate(line):
            written = "–" if value != value else format_number(value, 1 if value else 0)
            color = "black" if value != value else _readable_on(*grey(value / top)[:3])
            ax.text(column + 0.5, row + 0.5, written, ha="center", va="center", fontsize=9, color=color)
    names = theme_labels(rates.columns, labels)
    ax.set_xticks(
        [n + 0.5 for n in range(len(names))],
        [wrapped(name, max(14, len(name) // 2 + 5)) for name in names.values()],
        rotation=40, ha="right", rotation_mode="anchor",
    )  # fmt: skip
    label_rows(ax, [n + 0.5 for n in range(len(rates))], [wrapped(text, 28) for text in rates.index])
    ax.invert_yaxis()
    ax.tick_params(length=0)
    ax.spines[:].set_visible(False)
    write_title(ax, title or message("plots.themes_title"), note)
    alt = alt_with("plots.alt_themes", note, n=len(rates), m=len(names), leading=leading_themes(rates, names))
    attach(ax, rates.rename_axis(columns=None).reset_index(names="text"), alt)
    return ax


def theme_rates(table: pd.DataFrame) -> pd.DataFrame:
    """Return the rates of a theme table: one row a text, columns from the most frequent theme on."""
    check_table(table, ["text", "theme", "count", "per_1000"], SOURCE)
    twice = table["text"][table.duplicated(["text", "theme"])]
    if len(twice):
        raise MotamotError(message("plots.text_twice", text=twice.iloc[0]))
    totals = table.groupby("theme", sort=False)["count"].sum().sort_values(ascending=False, kind="stable")
    wide = table.pivot(index="text", columns="theme", values="per_1000")
    return wide.loc[list(dict.fromkeys(table["text"])), totals.index]


def _grouped(rates: pd.DataFrame) -> list[object]:
    """Return the texts, those with the same leading theme together, the highest rate first."""
    filled = rates.fillna(-1.0).to_numpy()
    order = sorted(range(len(rates)), key=lambda n: (int(filled[n].argmax()), -filled[n].max()))
    return [rates.index[n] for n in order]


def leading_themes(rates: pd.DataFrame, names: Mapping[str, str]) -> str:
    """Return the most frequent theme of each text and its rate, for an alt text."""
    labels = [names[theme] for theme in rates.columns]
    parts = []
    for text, line in zip(rates.index, rates.fillna(0.0).to_numpy().tolist(), strict=True):
        if max(line) > 0:
            parts.append(f"{text}: {labels[line.index(max(line))]} ({format_number(max(line), 1)})")
    return listed(parts) or "–"


def _readable_on(*color: float) -> str:
    """Return black or white, whichever stands out more (relative luminance, WCAG 2)."""
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in color]
    luminance = 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    return "black" if (luminance + 0.05) / 0.05 >= 1.05 / (luminance + 0.05) else "white"
