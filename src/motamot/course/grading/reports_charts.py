"""Charts as SVG within the page: sharp on paper, nothing fetched, each with a text saying what it shows."""

from __future__ import annotations

from collections.abc import Sequence

from motamot.reporting.html import Markup, joined, tag

# Told apart by lightness and by hatching as well as by hue.
COLORS = {"right": "#00573f", "near": "#e69f00", "wrong": "#8c1c13", "error": "#56b4e9", "none": "#d0d0d0"}
_LIGHT_INK = ("right", "wrong")
_WIDTH = 760
_LETTER = 7.6
_BAR, _GAP = 24, 10


def histogram(labels: Sequence[str], counts: Sequence[int], axis: str, name: str, text: str) -> Markup:
    """Return vertical bars with their counts.

    Parameters
    ----------
    labels : list of str
        Below the bars.
    counts : list of int
        Their heights.
    axis : str
        What the labels are.
    name : str
        An id, different for each chart of a page.
    text : str
        What the chart shows, for those who do not see it.
    """
    top, height, left = 26, 180, 20
    step = (_WIDTH - 2 * left) / max(1, len(counts))
    largest = max([*counts, 1])
    parts = []
    for place, (label, count) in enumerate(zip(labels, counts, strict=True)):
        tall = height * count / largest
        x = left + place * step
        parts.append(_rect(x + step * 0.12, top + height - tall, step * 0.76, tall, COLORS["right"]))
        parts.append(_text(x + step / 2, top + height - tall - 6, str(count), anchor="middle"))
        parts.append(_text(x + step / 2, top + height + 18, label, anchor="middle"))
    base = top + height
    parts.append(_line(left, base, _WIDTH - left, base))
    parts.append(_text(_WIDTH / 2, base + 42, axis, anchor="middle"))
    return _svg(parts, base + 52, name, text)


def stacked(
    rows: Sequence[tuple[str, dict[str, int]]], legend: dict[str, str], name: str, text: str
) -> Markup:
    """Return one horizontal bar for each row, its parts side by side.

    Parameters
    ----------
    rows : list of pairs
        Label, and how many of each part.
    legend : dict of str to str
        The parts in their order, and what they are called.
    name : str
        An id, different for each chart of a page.
    text : str
        What the chart shows, for those who do not see it.
    """
    left = min(260, max([len(label) for label, _ in rows] or [0]) * _LETTER + 16)
    room = _WIDTH - left - 8
    keys, top = _legend(legend, name)
    parts = [_hatch(name), *keys]
    for place, (label, counts) in enumerate(rows):
        y = top + place * (_BAR + _GAP)
        parts.append(_text(left - 10, y + _BAR * 0.7, label, anchor="end"))
        total = max(1, sum(counts.values()))
        x = float(left)
        for part in legend:
            wide = room * counts.get(part, 0) / total
            if not wide:
                continue
            parts += _segment(x, y, wide, part, name)
            if wide > len(str(counts[part])) * _LETTER + 6:
                ink = "#ffffff" if part in _LIGHT_INK else "#1b1b1b"
                parts.append(_text(x + wide / 2, y + _BAR * 0.7, str(counts[part]), "middle", ink))
            x += wide
    return _svg(parts, top + len(rows) * (_BAR + _GAP), name, text)


def _legend(legend: dict[str, str], name: str) -> tuple[list[Markup], float]:
    """Return the keys in as many lines as they need, and where the bars may begin."""
    parts: list[Markup] = []
    x, y = 8.0, 8.0
    for part, called in legend.items():
        wide = 26 + len(called) * _LETTER + 14
        if x + wide > _WIDTH:
            x, y = 8.0, y + 24
        parts.append(_rect(x, y, 16, 16, COLORS[part], "#1b1b1b"))
        if part == "error":
            parts.append(_rect(x, y, 16, 16, f"url(#{name}-hatch)"))
        parts.append(_text(x + 22, y + 13, called))
        x += wide
    return parts, y + 34


def _segment(x: float, y: float, wide: float, part: str, name: str) -> list[Markup]:
    found = [_rect(x, y, wide, _BAR, COLORS[part], "#ffffff")]
    if part == "error":
        found.append(_rect(x, y, wide, _BAR, f"url(#{name}-hatch)"))
    return found


def _hatch(name: str) -> Markup:
    line = tag("path", d="M0 6 L6 0", stroke="#1b1b1b", stroke_width="0.8")
    pattern = tag("pattern", line, id=f"{name}-hatch", width="6", height="6", patternUnits="userSpaceOnUse")
    return tag("defs", pattern)


def _svg(parts: Sequence[Markup], height: float, name: str, text: str) -> Markup:
    described = tag("title", text, id=f"{name}-text")
    return tag(
        "svg",
        described,
        joined(parts),
        viewBox=f"0 0 {_WIDTH} {_round(height)}",
        role="img",
        aria_labelledby=f"{name}-text",
        font_family='"DejaVu Sans", Verdana, sans-serif',
        font_size="13",
    )


def _rect(x: float, y: float, wide: float, tall: float, fill: str, stroke: str = "none") -> Markup:
    return tag(
        "rect", x=_round(x), y=_round(y), width=_round(wide), height=_round(tall), fill=fill, stroke=stroke
    )


def _text(x: float, y: float, text: str, anchor: str = "start", ink: str = "#1b1b1b") -> Markup:
    return tag("text", text, x=_round(x), y=_round(y), text_anchor=anchor, fill=ink)


def _line(x: float, y: float, to_x: float, to_y: float) -> Markup:
    return tag("line", x1=_round(x), y1=_round(y), x2=_round(to_x), y2=_round(to_y), stroke="#1b1b1b")


def _round(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
