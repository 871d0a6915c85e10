"""Figures: sorted bars with values, word clouds; each says in words what it shows."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from motamot._display import attach, data_of
from motamot._language import format_number, message
from motamot.counts import frequencies
from motamot.errors import MotamotError

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

__all__ = ["data_of", "plot_frequencies", "word_cloud"]

# Okabe and Ito's blue and a dark grey: told apart by color-blind readers, and in print.
BLUE = "#0072B2"
GREY = "#444444"
# Dark enough for a contrast of 4.5 : 1 on white.
_CLOUD_COLORS = ("#004C7A", "#7A3E00", "#00573F", "#5B2A6E", "#333333")
_MOST_IN_CLOUD = 60


def plot_frequencies(
    table: pd.DataFrame, n: int = 15, per_1000: bool = False, title: str | None = None, ax: Axes | None = None
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
    ax : matplotlib.axes.Axes, optional
        Where to draw; a new figure by default.

    Returns
    -------
    matplotlib.axes.Axes
        The bars. :func:`data_of` returns what they show.

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
    _check(table, ["word", measure, *(["low", "high"] if per_1000 else [])])
    if n < 1:
        raise MotamotError(message("plots.too_few", n=n))
    columns = [name for name in ("word", "count", "per_1000", "low", "high") if name in table.columns]
    shown = table.sort_values(measure, ascending=False, kind="stable").head(n)[columns].reset_index(drop=True)
    ax = ax or _new_axes(height=0.9 + 0.3 * len(shown))
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
    _finish(ax, title or message("plots.title", n=len(shown)), message(f"plots.{measure}"))
    first = ", ".join(
        f"{word} ({_written(value, per_1000)})" for word, value in zip(shown["word"], values, strict=True)
    )
    attach(ax, shown, message(f"plots.alt_{measure}", n=len(shown), words=first))
    return ax


def word_cloud(
    table: pd.DataFrame | Sequence[str],
    n: int = _MOST_IN_CLOUD,
    title: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw a word cloud: size follows the count, place and color mean nothing.

    Parameters
    ----------
    table : pandas.DataFrame or list of str
        From :func:`motamot.frequencies`, or the words themselves.
    n : int, default 60
        How many words to show at most.
    title : str, optional
        A title of your own.
    ax : matplotlib.axes.Axes, optional
        Where to draw; a new figure by default.

    Returns
    -------
    matplotlib.axes.Axes
        The cloud, the same at each run. :func:`data_of` returns its words and counts.

    Raises
    ------
    MotamotError
        If there is no word to draw.

    Examples
    --------
    >>> ax = word_cloud(["mois", "prix", "mois"])
    >>> data_of(ax)["word"].tolist()
    ['mois', 'prix']
    """
    import matplotlib
    from wordcloud import WordCloud

    counted = frequencies(table) if isinstance(table, Sequence) else table
    _check(counted, ["word", "count"])
    shown = counted.sort_values("count", ascending=False, kind="stable").head(n)[["word", "count"]]
    shown = shown.reset_index(drop=True)
    font = Path(matplotlib.get_data_path(), "fonts", "ttf", "DejaVuSans.ttf")
    cloud = WordCloud(
        width=1000,
        height=560,
        font_path=str(font),
        background_color="white",
        # The bundled tokenizer and plural merging mangle French, so only counts are handed over.
        collocations=False,
        normalize_plurals=False,
        prefer_horizontal=1.0,
        # Words of equal counts keep one size only if the largest leave room for all.
        max_font_size=110,
        relative_scaling=0.7,
        random_state=1,
        max_words=n,
        color_func=_cloud_color,
    ).generate_from_frequencies(dict(zip(shown["word"], shown["count"].astype(float), strict=True)))
    ax = ax or _new_axes(height=4.6)
    ax.imshow(cloud.to_array(), interpolation="bilinear")
    ax.set_axis_off()
    ax.set_title(title or message("plots.cloud_title", n=len(shown)), loc="left")
    first = ", ".join(f"{word} ({count})" for word, count in shown.head(10).itertuples(index=False))
    attach(ax, shown, message("plots.alt_cloud", n=len(shown), words=first))
    ax.words_ = cloud.words_  # type: ignore[attr-defined]
    return ax


def _cloud_color(word: str, **_: Any) -> str:
    return _CLOUD_COLORS[sum(word.encode()) % len(_CLOUD_COLORS)]


def _written(value: float, per_1000: bool) -> str:
    return format_number(value, 1) if per_1000 else format_number(value)


def _check(table: pd.DataFrame, columns: Sequence[str]) -> None:
    if not hasattr(table, "columns"):
        raise MotamotError(message("plots.not_table", kind=type(table).__name__))
    missing = [name for name in columns if name not in table.columns]
    if missing:
        found = ", ".join(map(str, table.columns))
        raise MotamotError(message("plots.columns", missing=", ".join(missing), found=found))
    if table.empty:
        raise MotamotError(message("plots.empty"))


def _new_axes(height: float) -> Axes:
    import matplotlib.pyplot as plt

    return plt.subplots(figsize=(8, height), layout="constrained")[1]


def _finish(ax: Axes, title: str, label: str) -> None:
    """Write title and axis label, and take away what carries no information."""
    ax.set_title(title, loc="left")
    ax.set_xlabel(label)
    ax.spines[["top", "right", "left"]].set_visible(False)
    ax.tick_params(axis="y", length=0)
    _localize(ax)


def _localize(ax: Axes) -> None:
    from matplotlib.ticker import FuncFormatter

    def written(value: float, _: Any) -> str:
        return format_number(value, 0 if float(value).is_integer() else 1)

    ax.xaxis.set_major_formatter(FuncFormatter(written))
