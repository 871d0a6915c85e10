"""Small multiples: one panel a text, all on one scale."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from motamot._display import attach
from motamot._language import message
from motamot.errors import MotamotError
from motamot.plots._axes import (
    BLUE,
    GREY,
    VERMILION,
    alt_with,
    label_rows,
    localize,
    new_axes,
    theme_labels,
    wrapped,
    write_title,
)
from motamot.plots.themes import leading_themes, theme_rates

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

_MOST_COLUMNS = 4


def plot_small_multiples(
    table: pd.DataFrame,
    labels: Mapping[str, str] | None = None,
    title: str | None = None,
    note: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw the theme profile of each text in a panel of its own, all on one scale.

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
        Whose place the panels share; a new figure by default.

    Returns
    -------
    matplotlib.axes.Axes
        The frame above the panels, which bears the title; the panels stand in the order of the texts, the
        themes from the most to the least frequent over these texts. A red line marks the mean of these texts.
        :func:`motamot.data_of` returns one row a bar of all panels: `text`, `theme`, `per_1000`, `mean`.

    Raises
    ------
    MotamotError
        If the table is empty or lacks a column, a text stands in it twice, or no text has a word.

    Examples
    --------
    >>> from motamot import count_themes, data_of, load_lexicon
    >>> table = count_themes({"A": "Le prix baisse.", "B": "Un magasin ouvre."}, load_lexicon())
    >>> len(data_of(plot_small_multiples(table)))
    20
    """
    rates = theme_rates(table).dropna(how="all")
    if rates.empty:
        raise MotamotError(message("plots.empty"))
    mean = rates.mean()
    names = theme_labels(rates.columns, labels)
    columns = min(_MOST_COLUMNS, len(rates))
    lines = -(-len(rates) // columns)
    ax = ax or new_axes(height=1.2 + lines * (0.55 + 0.17 * len(names)), width=9)
    spec = ax.get_subplotspec()
    figure = ax.get_figure()
    if spec is None or figure is None:
        raise MotamotError(message("plots.no_place"))
    # The frame shrinks to a line on top, so that its title has a place of its own.
    grid = spec.subgridspec(lines + 1, columns, height_ratios=[0.001] + [1] * lines)
    ax.set_subplotspec(grid[0, :])
    ax.set_axis_off()
    write_title(ax, title or message("plots.panels_title"), note)
    top = float(rates.to_numpy().max()) * 1.05 or 1.0
    for n, (text, values) in enumerate(rates.iterrows()):
        panel = figure.add_subplot(grid[1 + n // columns, n % columns])
        _draw(panel, str(text), values, mean, top)
        label_rows(
            panel,
            range(len(names)),
            [wrapped(name, 40) for name in names.values()] if n % columns == 0 else [],
        )
        last = n + columns >= len(rates)
        panel.tick_params(labelbottom=last)
        if last:
            panel.set_xlabel(message("plots.panels_axis"), fontsize=8)
    data = table[table["text"].isin(rates.index)][["text", "theme", "per_1000"]].reset_index(drop=True)
    data["mean"] = data["theme"].map(mean)
    alt = alt_with("plots.alt_panels", note, n=len(rates), m=len(names), leading=leading_themes(rates, names))
    attach(ax, data, alt)
    return ax


def _draw(panel: Axes, text: str, values: pd.Series[float], mean: pd.Series[float], top: float) -> None:
    places = range(len(values))
    panel.barh(places, values.tolist(), height=0.72, color=BLUE)
    panel.vlines(
        mean.tolist(), [n - 0.42 for n in places], [n + 0.42 for n in places], color=VERMILION, lw=1.6
    )
    panel.set_title(wrapped(text, 26), loc="left", fontsize=9.5)
    panel.set_xlim(0, top)
    panel.set_ylim(len(values) - 0.4, -0.6)
    panel.tick_params(labelsize=8, length=0, colors=GREY)
    panel.tick_params(axis="y", labelcolor="black")
    panel.spines[["top", "right", "left"]].set_visible(False)
    localize(panel)
