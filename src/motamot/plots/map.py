"""The map of a correspondence analysis, and what it does not show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from motamot._display import attach
from motamot._language import format_number, message
from motamot.errors import MotamotError
from motamot.plots._axes import (
    BLUE,
    GREY,
    VERMILION,
    alt_with,
    label_rows,
    legend_below,
    listed,
    localize,
    new_axes,
    theme_labels,
    wrapped,
    write_title,
)
from motamot.plots._labels import place_labels

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

    from motamot.compare.correspondence import Correspondence

_KINDS = (("row", "o", BLUE), ("column", "^", VERMILION))


def plot_map(
    result: Correspondence,
    axes: tuple[int, int] = (1, 2),
    labels: Mapping[str, str] | None = None,
    names: Sequence[str] | None = None,
    poor: float = 0.5,
    title: str | None = None,
    note: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw two axes of a correspondence analysis, with what each shows of the whole.

    Parameters
    ----------
    result : Correspondence
        From :func:`motamot.correspondence`, rows the texts and columns the themes or words.
    axes : pair of int, default (1, 2)
        Which axes. Two texts, or two themes, have a single axis: it is drawn as a line for each point.
    labels : mapping of theme to label, optional
        For themes of your own, for example ``lexicon.labels``; the kit's themes have theirs.
    names : pair of str, optional
        What rows and columns are called in the legend.
    poor : float, default 0.5
        Points of which the plane shows less than this share (cos²) are hollow, and their labels grey.
    title : str, optional
        A title of your own.
    note : str, optional
        A line in small print under the title, for example where the texts come from.
    ax : matplotlib.axes.Axes, optional
        Where to draw; a new figure by default.

    Returns
    -------
    matplotlib.axes.Axes
        Circles for rows, triangles for columns, both axes on one scale. Distances between a circle and a
        triangle mean nothing. :func:`motamot.data_of` returns one row a point: `kind`, `label`, the
        coordinates, `cos2` on the plane and `poor`.

    Raises
    ------
    MotamotError
        If an axis does not exist, or `result` is no correspondence analysis.

    Examples
    --------
    >>> import pandas as pd
    >>> from motamot import correspondence, data_of
    >>> counts = pd.DataFrame([[9, 1, 2], [1, 9, 2], [2, 1, 9]], index=list("ABC"), columns=list("xyz"))
    >>> data_of(plot_map(correspondence(counts)))["label"].tolist()
    ['A', 'B', 'C', 'x', 'y', 'z']
    """
    if not hasattr(result, "inertia"):
        raise MotamotError(message("plots.not_map", kind=type(result).__name__))
    known = result.inertia["axis"].tolist()
    chosen = [axis for axis in axes if axis in known or len(known) > 1]
    if not chosen or not set(chosen) <= set(known) or len(set(chosen)) < len(chosen):
        raise MotamotError(message("plots.no_axis", axes=axes, known=", ".join(map(str, known))))
    points = _points(result, chosen, labels, poor)
    called = list(names) if names is not None else [message("plots.texts"), message("plots.themes")]
    if len(chosen) == 1:
        ax = ax or new_axes(height=1.8 + 0.26 * len(points))
        points = _draw_line(ax, points, chosen[0], called)
    else:
        ax = ax or new_axes(height=7)
        _draw_plane(ax, points, chosen, called)
    shares = result.inertia.set_index("axis")["per_cent"]
    for axis, line in zip(chosen, (ax.xaxis, ax.yaxis), strict=False):
        line.set_label_text(message("plots.map_axis", axis=axis, per_cent=format_number(shares[axis], 1)))
    localize(ax, both=len(chosen) == 2)
    write_title(ax, title or message("plots.map_title"), note)
    legend_below(ax, columns=2)
    if len(chosen) == 2:
        x, y = (points[f"axis_{axis}"] for axis in chosen)
        place_labels(ax, x, y, points["label"].tolist(), _colors(points))
    shown = format_number(float(shares[chosen].sum()), 1)
    off = listed(points.loc[points["poor"], "label"])
    alt = alt_with("plots.alt_map", note, per_cent=shown, n=len(points), off=off or "–")
    attach(ax, points, alt)
    return ax


def _points(
    result: Correspondence, chosen: list[int], labels: Mapping[str, str] | None, poor: float
) -> pd.DataFrame:
    """Return one row a point, rows first."""
    import pandas as pd

    parts = []
    for (kind, _, _), table in zip(_KINDS, (result.rows, result.columns), strict=True):
        names = theme_labels(table.index, labels)
        part = pd.DataFrame({"kind": kind, "label": [names[name] for name in table.index]})
        for axis in chosen:
            part[f"axis_{axis}"] = table[f"axis_{axis}"].to_numpy()
        part["cos2"] = table[[f"cos2_{axis}" for axis in chosen]].sum(axis=1).to_numpy()
        parts.append(part)
    points = pd.concat(parts, ignore_index=True)
    return points.assign(poor=points["cos2"] < poor)


def _draw_plane(ax: Axes, points: pd.DataFrame, chosen: list[int], called: list[str]) -> None:
    x, y = (points[f"axis_{axis}"] for axis in chosen)
    ax.axhline(0, color="#BBBBBB", lw=0.8, zorder=0)
    ax.axvline(0, color="#BBBBBB", lw=0.8, zorder=0)
    _scatter(ax, points, x, y, called)
    # One scale on both axes: a distance is the same in every direction.
    ax.set_aspect("equal", adjustable="datalim")
    ax.margins(0.16)
    ax.spines[["top", "right"]].set_visible(False)


def _draw_line(ax: Axes, points: pd.DataFrame, axis: int, called: list[str]) -> pd.DataFrame:
    """Give each point a line of its own along a single axis, and return the points from top to bottom."""
    points = points.sort_values(f"axis_{axis}", ascending=False, kind="stable", ignore_index=True)
    ax.axvline(0, color="#BBBBBB", lw=0.8, zorder=0)
    _scatter(ax, points, points[f"axis_{axis}"], points.index.to_series(), called)
    label_rows(ax, range(len(points)), [wrapped(label, 36) for label in points["label"]])
    ax.set_ylim(len(points) - 0.5, -0.5)
    ax.grid(axis="y", color="#E5E5E5", lw=0.8)
    ax.tick_params(axis="y", length=0)
    ax.spines[["top", "right", "left"]].set_visible(False)
    return points


def _scatter(
    ax: Axes, points: pd.DataFrame, x: pd.Series[float], y: pd.Series[float], called: list[str]
) -> None:
    for (kind, marker, color), name in zip(_KINDS, called, strict=True):
        for poor in (False, True):
            held = (points["kind"] == kind) & (points["poor"] == poor)
            if not held.any():
                continue
            label = message("plots.map_poor", name=name) if poor else name
            face = "white" if poor else color
            ax.scatter(
                x[held], y[held], s=46, marker=marker, facecolor=face, edgecolor=color, label=label, zorder=2
            )


def _colors(points: pd.DataFrame) -> list[str]:
    """Return the color of each label: darker than its point where it stands for a theme."""
    return [
        GREY if poor else "#004C7A" if kind == "row" else "#7A3000"
        for kind, poor in zip(points["kind"], points["poor"], strict=True)
    ]
