"""What a figure says to those who cannot see it: alt text, and the data it shows."""

from __future__ import annotations

import base64
import io
from html import escape
from typing import TYPE_CHECKING, Any

from motamot._language import message
from motamot._shell import formatters
from motamot.errors import MotamotError

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_MARK = "_motamot"


def attach(ax: Axes, data: pd.DataFrame, alt: str) -> None:
    """Keep with an Axes the data it shows and its alt text, and let notebooks show both."""
    setattr(ax, _MARK, (data, alt))
    _register()


def data_of(ax: Axes) -> pd.DataFrame:
    """Return the table a figure of the kit shows.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        What a plotting function of the kit returned.

    Returns
    -------
    pandas.DataFrame
        One row a bar, cell, point or word, in the order of the figure.

    Raises
    ------
    MotamotError
        If the figure was not drawn by the kit.

    Examples
    --------
    >>> from motamot import frequencies, plot_frequencies
    >>> data_of(plot_frequencies(frequencies(["prix"])))["word"].tolist()
    ['prix']
    """
    if not hasattr(ax, _MARK):
        raise MotamotError(message("plots.no_data"))
    data: pd.DataFrame = getattr(ax, _MARK)[0]
    return data.copy()


def alt_text(figure: Figure) -> str:
    """Return the alt texts of a figure's parts, empty for a figure that is not the kit's."""
    return "\n".join(getattr(ax, _MARK)[1] for ax in figure.axes if hasattr(ax, _MARK))


def _register() -> None:
    """Teach the running notebook to show figures with their alt text; outside one, do nothing."""
    from matplotlib.figure import Figure

    for kind, shown in (("text/html", as_image), ("text/plain", _plain)):
        if formatter := formatters().get(kind):
            formatter.for_type(Figure, shown)


def as_image(figure: Figure) -> str | None:
    """Return a figure as an HTML image that carries its alt text, None for one that is not the kit's."""
    alt = alt_text(figure)
    if not alt:
        return None
    png = io.BytesIO()
    figure.savefig(png, format="png", dpi=100, metadata={"Software": None})
    source = base64.b64encode(png.getvalue()).decode("ascii")
    return f'<img style="max-width:100%" alt="{escape(alt)}" src="data:image/png;base64,{source}">'


def _plain(figure: Figure, printer: Any, cycle: bool) -> None:
    """Write the alt text and the data, so that a comparison of outputs compares what is shown."""
    parts = [getattr(ax, _MARK) for ax in figure.axes if hasattr(ax, _MARK)]
    texts = [f"{alt}\n{data.to_string(index=False)}" for data, alt in parts]
    printer.text("\n".join(texts) or str(figure))
