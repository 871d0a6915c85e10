"""The map of texts and themes: labels, lines and ticks that can be read, and points that are poorly shown."""

from __future__ import annotations

from itertools import combinations

import matplotlib
import numpy as np
import pandas as pd
import pytest
from drawn import NOTE, counted, crossed, draw
from matplotlib.text import Annotation

from motamot import (
    MotamotError,
    correspondence,
    data_of,
    plot_map,
    use_language,
)

matplotlib.use("agg")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_labels_of_the_map_do_not_cover_each_other(language: str) -> None:
    use_language(language)
    ax = draw("map", "thirty.csv")
    ax.figure.canvas.draw()
    labels = [text for text in ax.texts if isinstance(text, Annotation) and text.get_text() not in NOTE]
    boxes = [text.get_window_extent() for text in labels]
    assert len(boxes) == 40
    for one, other in combinations(boxes, 2):
        width = min(one.x1, other.x1) - max(one.x0, other.x0)
        height = min(one.y1, other.y1) - max(one.y0, other.y0)
        assert min(width, height) < 1.5, (one, other)


def test_the_lines_of_the_map_fade_behind_labels() -> None:
    ax = draw("map", "thirty.csv")
    labels = [text for text in ax.texts if isinstance(text, Annotation) and text.get_text() not in NOTE]
    for text in labels:
        text.set_color("none")
    ax.figure.canvas.draw()
    pixels = np.asarray(ax.figure.canvas.buffer_rgba())[::-1, :, :3]
    zero = round(ax.transData.transform((0, 0))[0])
    boxes = [text.get_window_extent() for text in labels]
    crossed = [box for box in boxes if box.x0 + 2 < zero < box.x1 - 2]
    assert crossed
    for box in crossed:
        assert pixels[round(box.y0) + 1 : round(box.y1) - 1, zero - 1 : zero + 2].min() > 0xCC
    assert pixels[:, zero - 1 : zero + 2].min() < 0xCC


@pytest.mark.parametrize(
    ("label", "lines"),
    [
        ("Marque, réseaux sociaux et live shopping", ["Marque, réseaux sociaux", "et live shopping"]),
        ("Customer service and loyalty", ["Customer service", "and loyalty"]),
        ("Prix", ["Prix"]),
        ("Approvisionnementsdurables", ["Approvisionnementsdurables"]),
    ],
)
def test_a_long_label_of_the_map_is_broken_into_lines_of_about_one_length(
    label: str, lines: list[str]
) -> None:
    counts = pd.DataFrame([[9, 1, 2], [1, 9, 2], [2, 1, 9]], index=[label, "B", "C"], columns=list("xyz"))
    ax = plot_map(correspondence(counts))
    assert lines in [text.get_text().split("\n") for text in ax.texts]


def test_two_texts_have_one_axis_drawn_as_lines() -> None:
    result = correspondence(crossed(counted("two")))
    ax = plot_map(result)
    shown = data_of(ax)
    assert shown["axis_1"].is_monotonic_decreasing
    assert len(ax.get_yticklabels()) == len(shown)
    assert "100.0%" in ax.get_xlabel()


def test_poorly_shown_points_are_marked_and_a_missing_axis_is_named() -> None:
    result = correspondence(crossed(counted("thirty.csv")))
    shown = data_of(plot_map(result))
    expected = result.rows[["cos2_1", "cos2_2"]].sum(axis=1).tolist()
    assert shown.loc[shown["kind"] == "row", "cos2"].tolist() == pytest.approx(expected)
    assert (shown["poor"] == (shown["cos2"] < 0.5)).all()
    assert data_of(plot_map(result, poor=0.0))["poor"].sum() == 0
    for axes in ((1, 12), (2, 2)):
        with pytest.raises(MotamotError, match="no plane of axes"):
            plot_map(result, axes=axes)


def test_ticks_are_written_as_the_language_does() -> None:
    use_language("fr")
    ax = draw("map", "thirty.csv")
    ax.figure.canvas.draw()
    ticks = [label.get_text() for label in ax.get_yticklabels()]
    assert any(tick.startswith("−") for tick in ticks)
    assert not any("." in tick or "-" in tick for tick in ticks)
    assert len({len(tick.partition(",")[2]) for tick in ticks}) == 1
