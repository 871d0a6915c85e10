"""Labels beside points, so that none covers another or a point."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from math import cos, pi, sin
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_SIZE = 9
_WIDTH = 24
_POINT = 5.0
# How far from its point a label may move, in points, and in how many directions it is tried.
_DISTANCES = (7, 12, 20, 30, 42, 56, 72, 90)
_DIRECTIONS = 16


class _Box(NamedTuple):
    """A rectangle in pixels."""

    left: float
    bottom: float
    right: float
    top: float

    def overlap(self, other: _Box) -> float:
        """Return the area that both cover."""
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.top, other.top) - max(self.bottom, other.bottom)
        return max(width, 0.0) * max(height, 0.0)


def place_labels(
    ax: Axes, x: Iterable[float], y: Iterable[float], labels: Sequence[str], colors: Sequence[str]
) -> None:
    """Write a label beside each point, at the nearest free place; a thin line leads to it from afar.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Where the points are drawn; its limits and its title are settled.
    x, y : iterable of float
        The points.
    labels, colors : list of str
        One a point.
    """
    # Lines that pass behind a label fade; a point that had to be covered still shows.
    ground = {"facecolor": "white", "edgecolor": "none", "alpha": 0.85, "pad": 1}
    figure = ax.figure.get_figure(root=True)
    figure.draw_without_rendering()
    scale = figure.dpi / 72
    frame = _Box(*ax.get_window_extent().extents)
    places = ax.transData.transform([*zip(x, y, strict=True)])
    taken = [_around(px, py, _POINT * scale) for px, py in places]
    # Those with many neighbors choose first: they have the fewest places to go.
    order = sorted(range(len(labels)), key=lambda n: -_crowd(taken, n, 60 * scale))
    for n in order:
        px, py = (float(value) for value in places[n])
        text = ax.annotate(
            _broken(labels[n]), tuple(ax.transData.inverted().transform((px, py))),
            xytext=(0, 0), textcoords="offset points", fontsize=_SIZE, color=colors[n],
            ha="center", va="center", linespacing=1.1, annotation_clip=False, bbox=ground,
        )  # fmt: skip
        extent = text.get_window_extent()
        (dx, dy), box = _best((px, py), (extent.width, extent.height), scale, taken, frame)
        taken.append(box)
        text.set_position((dx / scale, dy / scale))
        if abs(dx) > extent.width / 2 + 14 * scale or abs(dy) > extent.height / 2 + 14 * scale:
            _lead(ax, (px, py), box)


def _broken(label: str) -> str:
    """Return a label in as few lines as it needs, all of about the same length."""

    def lines(width: int) -> list[str]:
        return textwrap.wrap(label, width, break_long_words=False)

    fewest = len(lines(_WIDTH))
    return "\n".join(lines(next(width for width in range(1, _WIDTH + 1) if len(lines(width)) == fewest)))


def _lead(ax: Axes, point: tuple[float, float], box: _Box) -> None:
    """Draw a thin line from a point to the nearest edge of its label."""
    from matplotlib.lines import Line2D

    end = min(max(point[0], box.left), box.right), min(max(point[1], box.bottom), box.top)
    (x1, y1), (x2, y2) = ax.transData.inverted().transform([point, end])
    # An artist, unlike a plotted line, leaves the limits of the axes as they are.
    ax.add_artist(Line2D([x1, x2], [y1, y2], color="#999999", lw=0.7, zorder=1))


def _best(
    point: Sequence[float], size: tuple[float, float], scale: float, taken: Sequence[_Box], frame: _Box
) -> tuple[tuple[float, float], _Box]:
    """Return the shift and the box of the nearest place that covers least."""
    best: tuple[float, tuple[float, float], _Box] | None = None
    for dx, dy in _shifts(size, scale):
        px, py = point[0] + dx, point[1] + dy
        half_width, half_height = size[0] / 2 + 1.5 * scale, size[1] / 2 + 1.5 * scale
        box = _Box(px - half_width, py - half_height, px + half_width, py + half_height)
        inside = box.overlap(frame)
        outside = (box.right - box.left) * (box.top - box.bottom) - inside
        covered = sum(box.overlap(other) for other in taken) + outside
        if covered < 0.5:
            return (dx, dy), box
        if best is None or covered < best[0]:
            best = covered, (dx, dy), box
    assert best is not None
    return best[1], best[2]


def _shifts(size: tuple[float, float], scale: float) -> Iterator[tuple[float, float]]:
    """Yield shifts of a label's center, nearest first, to the right and left before above and below."""
    turns = sorted(range(_DIRECTIONS), key=lambda n: abs(sin(2 * pi * n / _DIRECTIONS)))
    for distance in _DISTANCES:
        for turn in turns:
            angle = 2 * pi * turn / _DIRECTIONS
            reach = distance * scale
            yield (reach + size[0] / 2) * cos(angle), (reach + size[1] / 2) * sin(angle)


def _around(x: float, y: float, radius: float) -> _Box:
    return _Box(x - radius, y - radius, x + radius, y + radius)


def _crowd(boxes: Sequence[_Box], n: int, reach: float) -> int:
    here = boxes[n]
    return sum(
        abs(here.left - other.left) < 2 * reach and abs(here.bottom - other.bottom) < reach for other in boxes
    )
