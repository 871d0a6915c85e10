"""Labels of rows cost nothing before a figure is drawn, and are then drawn as matplotlib's own."""

import io
from collections.abc import Callable, Sequence
from importlib import import_module

import matplotlib.pyplot as plt
import pandas as pd
import pytest
from matplotlib.axes import Axes

from motamot import (
    correspondence,
    count_themes,
    frequencies,
    load_lexicon,
    plot_comparison,
    plot_dispersion,
    plot_frequencies,
    plot_map,
    plot_small_multiples,
    plot_themes,
)

TEXTS = {"A": "Le prix baisse, le client paie.", "B": "Un magasin ouvre ; le prix monte."}
TWO_ROWS = pd.DataFrame([[9, 1, 2], [1, 9, 2]], index=["A", "B"], columns=["x", "y", "z"])


def shared() -> Axes:
    left, right = plt.subplots(1, 2, sharey=True)[1]
    plot_frequencies(frequencies(["prix", "client", "prix", "vendeur"]), ax=left)
    return plot_frequencies(frequencies(["prix", "client"]), ax=right)


FIGURES: dict[str, tuple[str, Callable[[], Axes]]] = {
    "frequencies": ("frequencies", lambda: plot_frequencies(frequencies(["prix", "client", "prix"]))),
    "shared": ("frequencies", shared),
    "rates": ("frequencies", lambda: plot_frequencies(frequencies(["prix", "client"]), per_1000=True)),
    "themes": ("themes", lambda: plot_themes(count_themes(TEXTS, load_lexicon()))),
    "multiples": ("panels", lambda: plot_small_multiples(count_themes(TEXTS, load_lexicon()))),
    "comparison": ("comparison", lambda: plot_comparison(count_themes(TEXTS, load_lexicon()))),
    "dispersion": ("dispersion", lambda: plot_dispersion(TEXTS, "prix")),
    "map": ("map", lambda: plot_map(correspondence(TWO_ROWS))),
}


def picture(ax: Axes) -> bytes:
    file = io.BytesIO()
    ax.figure.savefig(file, format="png")  # type: ignore[union-attr]
    return file.getvalue()


@pytest.mark.parametrize("name", FIGURES)
def test_rows_are_drawn_as_by_set_yticks(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    module, draw = FIGURES[name]
    ours = picture(draw())
    used = []

    def write(ax: Axes, places: Sequence[float], labels: Sequence[str]) -> None:
        used.append(labels)
        ax.set_yticks(places, labels)

    monkeypatch.setattr(import_module(f"motamot.plots.{module}"), "label_rows", write)
    assert picture(draw()) == ours and used
    monkeypatch.setattr(
        import_module(f"motamot.plots.{module}"), "label_rows", lambda ax, places, labels: None
    )
    assert picture(draw()) != ours


def test_labels_are_there_before_and_after_drawing() -> None:
    ax = plot_frequencies(frequencies(["prix", "client", "prix"]))
    assert len(ax.yaxis.majorTicks) <= 1
    assert [label.get_text() for label in ax.get_yticklabels()] == ["prix", "client"]
    picture(ax)
    assert [label.get_text() for label in ax.get_yticklabels()] == ["prix", "client"]
