"""Word clouds: the same at each run, words as they were counted."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from motamot._display import attach
from motamot._language import message
from motamot.counts import frequencies
from motamot.plots._axes import alt_with, check_number, check_table, new_axes, write_title
from motamot.plots.frequencies import SOURCE

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

# Dark enough for a contrast of 4.5 : 1 on white.
_CLOUD_COLORS = ("#004C7A", "#7A3E00", "#00573F", "#5B2A6E", "#333333")
_MOST_IN_CLOUD = 60


def word_cloud(
    table: pd.DataFrame | Sequence[str],
    n: int = _MOST_IN_CLOUD,
    title: str | None = None,
    note: str | None = None,
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
    note : str, optional
        A line in small print under the title, for example where the text comes from.
    ax : matplotlib.axes.Axes, optional
        Where to draw; a new figure by default.

    Returns
    -------
    matplotlib.axes.Axes
        The cloud, the same at each run. :func:`motamot.data_of` returns its words and counts.

    Raises
    ------
    MotamotError
        If there is no word to draw, or `n` is below 1.

    Examples
    --------
    >>> from motamot import data_of
    >>> ax = word_cloud(["mois", "prix", "mois"])
    >>> data_of(ax)["word"].tolist()
    ['mois', 'prix']
    """
    import matplotlib
    from wordcloud import WordCloud

    counted = frequencies(table) if isinstance(table, Sequence) else table
    check_table(counted, ["word", "count"], SOURCE)
    check_number(n)
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
    ax = ax or new_axes(height=4.6)
    ax.imshow(cloud.to_array(), interpolation="bilinear")
    ax.set_axis_off()
    write_title(ax, title or message("plots.cloud_title", n=len(shown)), note)
    first = ", ".join(f"{word} ({count})" for word, count in shown.head(10).itertuples(index=False))
    attach(ax, shown, alt_with("plots.alt_cloud", note, n=len(shown), words=first))
    ax.words_ = cloud.words_  # type: ignore[attr-defined]
    return ax


def _cloud_color(word: str, **_: Any) -> str:
    return _CLOUD_COLORS[sum(word.encode()) % len(_CLOUD_COLORS)]
