"""Two texts side by side: pairs of bars on one scale, with their intervals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from motamot._display import attach
from motamot._language import format_number, message
from motamot.counts import rates
from motamot.errors import MotamotError
from motamot.plots._axes import (
    BLUE,
    GREY,
    ORANGE,
    alt_with,
    check_table,
    finish_bars,
    label_rows,
    legend_below,
    listed,
    new_axes,
    theme_labels,
    wrapped,
)

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

SOURCE = "count_themes(texts, lexicon)"
_STYLES: tuple[dict[str, Any], ...] = (
    {"color": BLUE},
    {"color": ORANGE, "hatch": "////", "edgecolor": "white"},
)


class _Side(NamedTuple):
    """One of the two texts: its name, its words, the counts of each item."""

    name: str
    words: int
    counts: list[int]


def plot_comparison(
    table: pd.DataFrame,
    texts: Sequence[str] | None = None,
    labels: Mapping[str, str] | None = None,
    title: str | None = None,
    note: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw the rates of themes or words in two texts as pairs of bars, with 95 % intervals.

    Parameters
    ----------
    table : pandas.DataFrame
        From :func:`motamot.count_themes`, sorted here by the rate in both texts together; or rows of
        :func:`motamot.keyness`, kept in their order.
    texts : pair of str, optional
        Which two texts of a theme table; or what the target and the reference of a keyness table are called.
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
        The bars, the first text on top; beside each the rate, and the count in brackets.
        :func:`motamot.data_of` returns one row a bar.

    Raises
    ------
    MotamotError
        If the table does not hold exactly two texts, or a text without words.

    Examples
    --------
    >>> from motamot import count_themes, data_of, load_lexicon
    >>> table = count_themes({"A": "Le prix baisse.", "B": "Un magasin ouvre."}, load_lexicon())
    >>> data_of(plot_comparison(table))[["text", "count"]].head(2).values.tolist()
    [['A', 0], ['B', 1]]
    """
    if {"target", "reference"} <= set(getattr(table, "columns", [])):
        items, sides = _from_keyness(table, texts)
        names = {item: item for item in items}
    else:
        items, sides = _from_themes(table, texts)
        names = theme_labels(items, labels)
    ax = ax or new_axes(height=1.4 + 0.48 * len(items))
    rows = []
    for number, (side, style) in enumerate(zip(sides, _STYLES, strict=True)):
        rate, low, high = rates(side.counts, side.words)
        places = [n + (number - 0.5) * 0.4 for n in range(len(items))]
        ax.barh(places, rate, height=0.38, label=_name(side), **style)
        ends = [
            [r - a for r, a in zip(rate, low, strict=True)],
            [b - r for r, b in zip(rate, high, strict=True)],
        ]
        ax.errorbar(rate, places, xerr=ends, fmt="none", ecolor=GREY, capsize=2, lw=1)
        for place, value, count, end in zip(places, rate, side.counts, high, strict=True):
            shown = f"{format_number(value, 1 if count else 0)} ({format_number(count)})"
            ax.annotate(
                shown, (end, place), xytext=(4, 0), textcoords="offset points", va="center", fontsize=8.5
            )
        rows += list(zip([side.name] * len(items), items, side.counts, rate, low, high, strict=True))
    label_rows(ax, range(len(items)), [wrapped(names[item], 26) for item in items])
    ax.set_xlim(0, max(row[-1] for row in rows) * 1.2)
    ax.set_ylim(len(items) - 0.45, -0.55)
    legend_below(ax, columns=2, lines=2)
    default = message("plots.comparison_title", first=sides[0].name, second=sides[1].name)
    finish_bars(ax, title or default, message("plots.comparison_axis"), note)
    attach(ax, _ordered(rows), _alt(sides, [names[item] for item in items], note))
    return ax


def _from_themes(table: pd.DataFrame, texts: Sequence[str] | None) -> tuple[list[str], list[_Side]]:
    check_table(table, ["text", "theme", "count", "words"], SOURCE)
    present = list(dict.fromkeys(table["text"]))
    chosen = list(texts) if texts is not None else present
    held_there = ", ".join(map(str, present[:5])) + (", …" if len(present) > 5 else "")
    if strangers := [str(text) for text in chosen if text not in present]:
        raise MotamotError(message("plots.not_there", missing=", ".join(strangers), texts=held_there))
    if len(set(chosen)) != 2:
        raise MotamotError(message("plots.not_two", n=len(present), texts=held_there))
    held = {text: table[table["text"] == text].set_index("theme") for text in chosen}
    together = held[chosen[0]]["count"].add(held[chosen[1]]["count"], fill_value=0)
    order = together.reindex(held[chosen[0]].index).sort_values(ascending=False, kind="stable").index
    sides = [
        _Side(str(text), int(rows["words"].iloc[0]), rows["count"].loc[order].tolist())
        for text, rows in held.items()
    ]
    return list(order), _with_words(sides)


def _from_keyness(table: pd.DataFrame, texts: Sequence[str] | None) -> tuple[list[str], list[_Side]]:
    check_table(table, ["word", "target_per_1000", "reference_per_1000"], "keyness(target, reference)")
    names = list(texts) if texts is not None else ["target", "reference"]
    if len(names) != 2:
        raise MotamotError(message("plots.not_two", n=2, texts="target, reference"))
    known = table.attrs.get("words", {"target": 0, "reference": 0})
    sides = []
    for name, column in zip(names, ("target", "reference"), strict=True):
        held = table[table[column] > 0]
        # A row with a count and a rate tells how many words the side has; without one keyness left word.
        words = (
            round((1000 * held[column] / held[f"{column}_per_1000"]).iloc[0]) if len(held) else known[column]
        )
        sides.append(_Side(name, words, table[column].tolist()))
    return table["word"].tolist(), _with_words(sides)


def _with_words(sides: list[_Side]) -> list[_Side]:
    for side in sides:
        if not side.words:
            raise MotamotError(message("plots.no_words", text=side.name))
    return sides


def _name(side: _Side) -> str:
    return message("plots.side", text=side.name, words=format_number(side.words))


def _ordered(rows: list[tuple[str, str, int, float, float, float]]) -> pd.DataFrame:
    """Return one row a bar, from top to bottom."""
    import pandas as pd

    half = len(rows) // 2
    both = [row for pair in zip(rows[:half], rows[half:], strict=True) for row in pair]
    return pd.DataFrame(both, columns=["text", "item", "count", "per_1000", "low", "high"])


def _alt(sides: list[_Side], names: list[str], note: str | None) -> str:
    first, second = sides
    parts = (
        f"{name} {format_number(1000 * a / first.words, 1)} / {format_number(1000 * b / second.words, 1)}"
        for name, a, b in zip(names, first.counts, second.counts, strict=True)
    )
    return alt_with(
        "plots.alt_comparison", note, first=_name(first), second=_name(second), items=listed(parts)
    )
