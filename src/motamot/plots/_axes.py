"""What the figures share: colors, titles with a note, number signs, the tables they accept."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from motamot._language import format_number, message
from motamot.errors import MotamotError

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

# Okabe and Ito's blue and orange with dark greys: told apart by color-blind readers, and in print.
BLUE = "#0072B2"
ORANGE = "#E69F00"
VERMILION = "#B34700"
GREY = "#444444"
PALE = "#D5D5D5"
_TITLE_WIDTH = 62
LIST_IN_ALT = 15


def check_table(table: pd.DataFrame, columns: Sequence[str], source: str) -> None:
    """Refuse what is no table, lacks a column or holds no row; `source` makes such a table."""
    if not hasattr(table, "columns"):
        raise MotamotError(message("plots.not_table", kind=type(table).__name__, source=source))
    missing = [name for name in columns if name not in table.columns]
    if missing:
        found = ", ".join(map(str, table.columns))
        raise MotamotError(message("plots.columns", missing=", ".join(missing), found=found, source=source))
    if table.empty:
        raise MotamotError(message("plots.empty"))


def check_number(n: int) -> None:
    """Refuse to draw fewer bars or words than one."""
    if n < 1:
        raise MotamotError(message("plots.too_few", n=n))


def new_axes(height: float, width: float = 8) -> Axes:
    """Return the Axes of a new figure."""
    import matplotlib.pyplot as plt

    return plt.subplots(figsize=(width, height), layout="constrained")[1]


def write_title(ax: Axes, title: str, note: str | None = None) -> None:
    """Write a title at the left, broken into lines where it is long, and a note in small print under it."""
    if not note:
        ax.set_title(textwrap.fill(title, _TITLE_WIDTH), loc="left")
        return
    lines = textwrap.fill(note, int(_TITLE_WIDTH * 1.4))
    ax.set_title(textwrap.fill(title, _TITLE_WIDTH), loc="left", pad=8 + 12 * (1 + lines.count("\n")))
    ax.annotate(
        lines, (0, 1), xycoords="axes fraction", xytext=(0, 4), textcoords="offset points",
        fontsize=9, color=GREY, va="bottom",
    )  # fmt: skip


def label_rows(ax: Axes, places: Sequence[float], labels: Sequence[str]) -> None:
    """Label places of the vertical axis as ``ax.set_yticks`` does, but make no tick before drawing."""
    from matplotlib.ticker import FixedFormatter, FixedLocator, NullFormatter

    ax.yaxis.set_major_locator(FixedLocator(list(places)))
    ax.yaxis.set_major_formatter(FixedFormatter(list(labels)) if labels else NullFormatter())
    for one in ax.get_shared_y_axes().get_siblings(ax):
        # As with set_yticks, all are in view.
        one.yaxis.set_view_interval(min(places), max(places))


def finish_bars(ax: Axes, title: str, label: str, note: str | None = None) -> None:
    """Write title and axis label, and take away what carries no information."""
    write_title(ax, title, note)
    ax.set_xlabel(textwrap.fill(label, _TITLE_WIDTH))
    ax.spines[["top", "right", "left"]].set_visible(False)
    ax.tick_params(axis="y", length=0)
    localize(ax)


def legend_below(ax: Axes, columns: int, lines: int = 1) -> None:
    """Put the legend under the label of the horizontal axis, which takes so many lines."""
    from matplotlib.transforms import ScaledTranslation

    figure = ax.figure.get_figure(root=True)
    below = ax.transAxes + ScaledTranslation(0, -(24 + 14 * lines) / 72, figure.dpi_scale_trans)
    ax.legend(
        loc="upper left", bbox_to_anchor=(0, 0), bbox_transform=below, ncols=columns, frameon=False,
        borderaxespad=0,
    )  # fmt: skip


def localize(ax: Axes, both: bool = False) -> None:
    """Write the numbers of the horizontal axis, or of both, as the language in use does."""
    from matplotlib.ticker import Formatter

    class Localized(Formatter):
        """All ticks of an axis with as many decimals as the one that needs most."""

        def format_ticks(self, values: Sequence[float]) -> list[str]:
            digits = next((d for d in range(4) if all(abs(v - round(v, d)) < 1e-9 for v in values)), 3)
            return [self(value, digits) for value in values]

        def __call__(self, value: float, pos: int | None = 0) -> str:
            return format_number(round(value, 3) + 0.0, pos or 0).replace("-", "−")

    for axis in (ax.xaxis, ax.yaxis) if both else (ax.xaxis,):
        axis.set_major_formatter(Localized())


def alt_with(key: str, note: str | None, /, **values: object) -> str:
    """Return an alt text from the catalogue, with the figure's note at its end."""
    text = message(key, None, **values)
    return f"{text} {note.rstrip('.')}." if note else text


def listed(parts: Iterable[str]) -> str:
    """Join what a figure shows for its alt text; a long list is cut and says so."""
    all_parts = list(parts)
    shown = ", ".join(all_parts[:LIST_IN_ALT])
    return shown if len(all_parts) <= LIST_IN_ALT else f"{shown}, …"


def theme_labels(themes: Iterable[str], labels: Mapping[str, str] | None) -> dict[str, str]:
    """Return a label for each theme: the given one, else that of the kit's lexicon, else the theme itself."""
    from motamot.themes.lexicon import load_lexicon

    known = load_lexicon().labels | dict(labels or {})
    return {theme: known.get(theme, str(theme)) for theme in themes}


def wrapped(label: object, width: int) -> str:
    """Break a long label into lines."""
    return textwrap.fill(str(label), width)
