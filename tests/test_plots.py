from __future__ import annotations

import matplotlib
import matplotlib.pyplot as plt
import pandas as pd
import pytest
from drawn import NOTE, counted, draw, statements

from motamot import (
    MotamotError,
    count_themes,
    data_of,
    frequencies,
    keyness,
    load_lexicon,
    plot_comparison,
    plot_dispersion,
    plot_frequencies,
    plot_small_multiples,
    plot_themes,
    plot_zipf,
    use_language,
    words,
    zipf,
)
from motamot._display import alt_text
from motamot.counts import rates

matplotlib.use("agg")


KINDS = [
    "themes", "comparison", "keyness", "dispersion", "map", "panels", "frequencies", "frequencies of themes",
    "zipf", "cloud",
]  # fmt: skip


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("name", ["two", "thirty.csv"])
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_clipped_and_the_note_and_the_alt_text_are_there(
    kind: str, name: str, language: str
) -> None:
    use_language(language)
    ax = draw(kind, name)
    ax.figure.canvas.draw()
    inches, page = ax.figure.get_tightbbox(), ax.figure.get_size_inches()
    assert inches.min.min() > -0.01
    assert (inches.max < page + 0.01).all(), (inches, page)
    notes = [text.get_text() for text in ax.texts]
    assert any(text and NOTE.startswith(text.split("\n")[0]) for text in notes)
    alt = alt_text(ax.figure)
    assert alt.endswith(NOTE)
    assert len(data_of(ax)) > 0


def test_panels_share_one_scale_and_do_not_cover_the_title() -> None:
    ax = draw("panels", "two")
    ax.figure.canvas.draw()
    panels = [each for each in ax.figure.axes if each is not ax]
    assert len(panels) == 2
    assert panels[0].get_xlim() == panels[1].get_xlim()
    top = max(each.get_tightbbox().y1 for each in panels)
    assert top <= ax._left_title.get_window_extent().y0
    bars = [bar.get_width() for panel in panels for bar in panel.patches]
    table = counted("two")
    assert sorted(bars) == pytest.approx(sorted(table["per_1000"]))
    assert sorted(data_of(ax)["per_1000"]) == pytest.approx(sorted(table["per_1000"]))


def test_panels_take_the_place_of_a_given_axes() -> None:
    figure, (left, right) = plt.subplots(1, 2, layout="constrained")
    assert plot_small_multiples(counted("two"), ax=right) is right
    assert len(figure.axes) == 4
    assert left.get_position().x1 < min(ax.get_position().x0 for ax in figure.axes[1:])


def test_the_heat_map_writes_each_rate_and_sorts_both_ways() -> None:
    use_language("fr")
    lexicon = load_lexicon()
    table = count_themes({"A": "prix " * 3 + "mot " * 7, "B": "magasin prix prix mot", "C": "…"}, lexicon)
    ax = plot_themes(table)
    shown = data_of(ax)
    assert shown["text"].tolist() == ["B", "A", "C"]
    assert shown.columns.tolist()[1:3] == ["price", "stores"]
    cells = [text.get_text() for text in ax.texts]
    assert cells[:2] == ["500,0", "250,0"]
    assert cells[-10:] == ["–"] * 10
    assert [label.get_text() for label in ax.get_xticklabels()][1].split() == "Magasins et omnicanal".split()


def test_labels_of_ones_own_themes_can_be_given() -> None:
    table = pd.DataFrame({"text": ["A"], "theme": ["mer"], "count": [1], "words": [9], "per_1000": [111.1]})
    assert plot_themes(table).get_xticklabels()[0].get_text() == "mer"
    assert plot_themes(table, labels={"mer": "La mer"}).get_xticklabels()[0].get_text() == "La mer"


def test_bars_of_a_comparison_are_the_rates_and_intervals() -> None:
    texts = {"A": "prix " * 5 + "mot " * 470, "B": "mot " * 475, "C": "magasin"}
    table = count_themes(texts, load_lexicon())
    with pytest.raises(MotamotError, match="the table holds 3"):
        plot_comparison(table)
    rows = data_of(plot_comparison(table, texts=("A", "B"))).head(2)
    assert rows["text"].tolist() == ["A", "B"]
    assert rows["per_1000"].tolist() == pytest.approx([1000 * 5 / 475, 0])
    assert rows["low"].tolist() == pytest.approx([1000 * 1.6234864 / 475, 0], rel=1e-6)
    with pytest.raises(MotamotError, match="B holds no word"):
        plot_comparison(count_themes({"A": "prix", "B": "…"}, load_lexicon()))


def test_a_keyness_table_cut_to_words_of_one_side_still_knows_the_other() -> None:
    table = keyness([["prix"] * 3 + ["mot"]], [["mot"] * 5])
    only = table[table["reference"] == 0]
    assert only["word"].tolist() == ["prix"]
    shown = data_of(plot_comparison(only, texts=("2021", "2022")))
    assert shown["text"].tolist() == ["2021", "2022"]
    assert shown["high"].tolist()[1] == pytest.approx(1000 * 3.6888795 / 5)


def test_places_count_words_over_all_parts_with_one_label() -> None:
    turns = pd.Series(["Le prix, oui.", "Un client. Le pouvoir d’achat.", "Prix !"], index=["A", "B", "A"])
    shown = data_of(plot_dispersion(turns, ["prix", "pouvoir d'achat"]))
    assert shown.values.tolist() == [
        ["A", 4, "prix", 2, "2 4"],
        ["A", 4, "pouvoir d'achat", 0, ""],
        ["B", 6, "prix", 0, ""],
        ["B", 6, "pouvoir d'achat", 1, "4"],
    ]


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda: plot_dispersion("…", "prix"), "nothing to draw"),
        (lambda: plot_dispersion("Le prix.", []), "one to 4 words"),
        (lambda: plot_dispersion("Le prix.", list("abcde")), "not 5"),
        (lambda: plot_themes(frequencies(["a"])), r"lacks the column text.*count_themes\(texts, lexicon\)"),
        (lambda: plot_themes([1]), "needs a table.*not list"),
        (lambda: plot_themes(counted("two").head(0)), "empty"),
        (lambda: plot_themes(pd.concat([counted("two")] * 2)), "stands twice"),
        (lambda: plot_small_multiples(count_themes("…", load_lexicon())), "nothing to draw"),
        (lambda: plot_comparison(counted("two"), texts=("Atelier Brume", "absent")), "no text named absent"),
        (lambda: plot_comparison(keyness([["a"]], [["b"]]), texts=["A"]), "compares two texts"),
        (lambda: plot_frequencies(pd.DataFrame({"word": ["a"]})), r"lacks the column count.*frequencies\(words\)"),
        (lambda: plot_frequencies(counted("two")), r"themes of several texts.*count_themes\(text, lexicon\)"),
        (lambda: plot_frequencies(count_themes("…", load_lexicon())), "nothing to draw"),
        (lambda: plot_zipf(frequencies(["a"])), r"lacks the column rank.*zipf\(words\)"),
        (lambda: plot_zipf(zipf(["a"]).head(0)), "empty"),
    ],
)  # fmt: skip
def test_what_cannot_be_drawn_is_said(call, says: str) -> None:
    with pytest.raises(MotamotError, match=says):
        call()


@pytest.mark.parametrize(
    ("language", "title", "alt"),
    [
        ("en", "Themes, the most frequent first (10)", "10 most frequent themes with their counts: Prices"),
        (
            "fr",
            "Thèmes, du plus au moins fréquent (10)",
            "10 thèmes les plus fréquents, avec leur fréquence : Prix",
        ),
    ],
)
def test_bars_of_a_theme_table_are_called_themes_by_their_labels(language: str, title: str, alt: str) -> None:
    use_language(language)
    lexicon = load_lexicon()
    table = count_themes("Les prix baissent. Le prix des magasins.", lexicon)
    ax = plot_frequencies(table)
    labels = [label.get_text() for label in ax.get_yticklabels()]
    assert sorted(labels) == sorted(lexicon.labels.values())
    assert [bar.get_width() for bar in ax.patches][:3] == [2, 1, 0]
    assert ax.get_title(loc="left") == title
    assert alt in alt_text(ax.figure)
    assert data_of(ax)["theme"].tolist() == labels
    mine = plot_frequencies(table, n=1, labels={"price": "Combien ?"})
    assert mine.get_yticklabels()[0].get_text() == "Combien ?"


def test_rates_of_themes_have_the_intervals_of_their_text() -> None:
    table = count_themes("Les prix baissent. Le prix des magasins.", load_lexicon())
    row = data_of(plot_frequencies(table, per_1000=True)).iloc[0]
    low, high = rates([2], 7)[1:]
    assert (row["count"], row["low"], row["high"]) == (2, low[0], high[0])
    assert row["per_1000"] == pytest.approx(2000 / 7)


def test_each_word_is_a_point_at_its_rank_on_two_logarithmic_axes_and_no_line_is_fitted() -> None:
    use_language("fr")
    texts = statements("thirty.csv")
    table = zipf(words(" ".join(texts)))
    ax = plot_zipf(table)
    ax.figure.canvas.draw()
    assert (ax.get_xscale(), ax.get_yscale()) == ("log", "log")
    (points,) = ax.lines
    assert points.get_linestyle() == "None"
    assert points.get_xdata().tolist() == table["rank"].tolist()
    assert points.get_ydata().tolist() == table["count"].tolist()
    pd.testing.assert_frame_equal(data_of(ax), table)
    named = table[table["rank"].isin([1, 10, 100, 1000])]
    written = [f"{word} ({count})" for word, count in zip(named["word"], named["count"], strict=True)]
    assert [text.get_text() for text in ax.texts] == written
    shown = [label.get_text() for label in ax.get_xticklabels()]
    assert [tick for tick in shown if tick in {"1", "10", "100"}] == ["1", "10", "100"]
    assert f"rang, mot (fréquence) : 1 {written[0]}, 10 {written[1]}, 100 " in alt_text(ax.figure)


def test_a_text_of_one_word_has_its_point_too() -> None:
    ax = plot_zipf(zipf(["prix"]))
    ax.figure.canvas.draw()
    low, high = ax.get_xlim()
    assert low < 1 < high
    assert "from 1 to 1; rank, word (count): 1 prix (1)." in alt_text(ax.figure)


def test_counts_have_ticks_at_whole_numbers_only() -> None:
    ax = plot_frequencies(frequencies(["prix", "prix", "client"]))
    ax.figure.canvas.draw()
    assert [tick for tick in ax.get_xticks() if tick % 1] == []
