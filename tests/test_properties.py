"""What holds of the measures whatever the text: symmetry, totals, bounds."""

from __future__ import annotations

import numpy as np
import pandas as pd
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.stats import chi2_contingency

from motamot import (
    collocations,
    concordance,
    correspondence,
    count_entries,
    count_themes,
    dispersion,
    keyness,
    keyness_by_chance,
    load_lexicon,
    repeated_segments,
    similarity,
    specificity,
    tfidf,
    validate_themes,
    words,
)
from motamot.compare.keyness import adjust_p
from motamot.themes.agreement import krippendorff_alpha, share_with_interval

LEXICON = load_lexicon()
WORD = st.sampled_from(["le", "prix", "client", "l'", "été", "nous"])
LISTS = st.lists(st.lists(WORD, min_size=1, max_size=12), min_size=1, max_size=6)
SPOKEN = st.sampled_from(
    "le prix bas, un magasin ; clients fidèles d’occasion à l’occasion point de vente place de marché".split()
)
TEXT = st.lists(SPOKEN, max_size=30).map(" ".join)


@st.composite
def tables(draw: st.DrawFn, smallest: int = 2) -> pd.DataFrame:
    """Draw a table of counts with no empty row or column."""
    shape = draw(st.tuples(st.integers(smallest, 6), st.integers(smallest, 6)))
    cells = draw(arrays(np.int64, shape, elements=st.integers(0, 30)))
    assume((cells.sum(axis=0) > 0).all() and (cells.sum(axis=1) > 0).all())
    columns = [f"part {n}" for n in range(shape[1])]
    return pd.DataFrame(cells, columns=columns, index=[f"word {n}" for n in range(shape[0])])


@given(st.lists(TEXT, min_size=1, max_size=4))
def test_theme_counts_add_up_over_texts_entries_and_hits(texts: list[str]) -> None:
    table, entries = count_themes(texts, LEXICON), count_entries(texts, LEXICON)
    assert len(table) == len(texts) * len(LEXICON.themes)
    assert (
        table.groupby("theme")["count"].sum().to_dict() == entries.groupby("theme")["count"].sum().to_dict()
    )
    assert table.groupby("text")["words"].first().tolist() == [len(words(text)) for text in texts]
    for row in table.itertuples():
        listed = [int(part.rpartition("×")[2]) for part in row.hits.split(", ") if part]
        assert sum(listed) == table.at[row.Index, "count"]
    assert (table["count"] <= table["words"]).all()
    assert (entries["texts"] <= np.minimum(entries["count"], len(texts))).all()


@given(st.lists(TEXT, min_size=2, max_size=4))
def test_the_order_of_the_texts_changes_no_count(texts: list[str]) -> None:
    forward = count_themes(texts, LEXICON)["count"].to_numpy().reshape(len(texts), -1)
    backward = count_themes(texts[::-1], LEXICON)["count"].to_numpy().reshape(len(texts), -1)
    assert (forward == backward[::-1]).all()


@given(TEXT)
def test_a_concordance_has_a_line_for_each_occurrence(text: str) -> None:
    assert len(concordance(text, "prix")) == words(text).count("prix")


@given(LISTS, LISTS, st.integers(0, 5))
def test_the_chance_of_a_largest_g2_never_rises_with_g2(
    left: list[list[str]], right: list[list[str]], seed: int
) -> None:
    table = keyness(left, right, resamples=20, seed=seed)
    assert table["p_largest"].between(1 / 21 - 1e-12, 1).all()
    assert table["p_largest"].is_monotonic_increasing
    assert table["p"].is_monotonic_increasing
    # It already allows for the number of words, so it is not adjusted again: it is a share of 21.
    assert np.allclose(table["p_largest"] * 21, (table["p_largest"] * 21).round())
    chance = keyness_by_chance(left, right, resamples=20, seed=seed)
    expected = (1 + (chance["largest_G2"] >= table["G2"].iloc[0] - 1e-9).sum()) / 21
    assert np.isclose(table["p_largest"].iloc[0], expected)
    assert chance["words_passing"].between(0, len(table)).all()


@given(st.lists(st.floats(0, 1), min_size=1, max_size=20))
def test_adjusted_p_values_keep_their_order_and_their_bounds(p: list[float]) -> None:
    adjusted = adjust_p(np.array(p))
    assert ((adjusted >= np.array(p) - 1e-12) & (adjusted <= 1)).all()
    order = np.argsort(p)
    assert (np.diff(adjusted[order]) >= -1e-12).all()


@given(tables(smallest=1))
def test_specificity_shows_what_it_was_computed_from_and_has_the_sign_of_the_difference(
    table: pd.DataFrame,
) -> None:
    scores = specificity(table)
    assert (scores["T"] == table.to_numpy().sum()).all()
    assert (scores["f"] == scores["word"].map(table.sum(axis=1))).all()
    assert (scores["t"] == scores["part"].map(table.sum())).all()
    assert scores["k"].tolist() == table.to_numpy().ravel().tolist()
    over = scores["k"] >= scores["f"] * scores["t"] / scores["T"]
    assert ((scores["specificity"] >= 0) == (over | np.isclose(scores["specificity"], 0))).all()
    turned = specificity(table.iloc[:, ::-1]).set_index(["word", "part"])["specificity"]
    assert np.allclose(
        scores.set_index(["word", "part"])["specificity"],
        turned[list(zip(scores["word"], scores["part"], strict=True))],
    )


@given(tables())
def test_correspondence_splits_the_inertia_and_treats_rows_as_columns(table: pd.DataFrame) -> None:
    result = correspondence(table)
    total = chi2_contingency(table, correction=False).statistic / table.to_numpy().sum()
    assert np.isclose(result.inertia["inertia"].sum(), total, atol=1e-9)
    assert (result.inertia["inertia"].to_numpy() >= -1e-12).all()
    assert result.inertia["inertia"].is_monotonic_decreasing
    turned = correspondence(table.T)
    assert np.allclose(result.inertia["inertia"], turned.inertia["inertia"], atol=1e-9)
    assume(total > 1e-6)
    assert np.isclose(result.inertia["cumulative"].iloc[-1], 100)
    for points in (result.rows, result.columns):
        assert np.isclose(points["mass"].sum(), 1)
        weighted = points["mass"].to_numpy()[:, None] * points.filter(like="axis_").to_numpy() ** 2
        assert np.allclose(weighted.sum(axis=0), result.inertia["inertia"], atol=1e-9)
        assert (points.filter(like="cos2_").sum(axis=1).round(6).isin([0.0, 1.0])).all()
        held = result.inertia["inertia"].to_numpy() > 1e-9
        shares = points.filter(like="contribution_").to_numpy()[:, held]
        assert np.allclose(shares, 100 * weighted[:, held] / weighted[:, held].sum(axis=0))


@given(tables(smallest=1), st.sampled_from(["cosine", "jaccard"]))
def test_similarity_is_symmetric_and_bounded(table: pd.DataFrame, measure: str) -> None:
    values = similarity(table, measure).to_numpy()
    assert np.allclose(values, values.T)
    assert ((values >= 0) & (values <= 1)).all()
    assert (np.diag(values) == 1).all()


@given(st.lists(st.lists(WORD, min_size=1, max_size=12), min_size=2, max_size=6))
def test_each_text_of_tfidf_has_length_one_and_weighs_only_its_own_words(texts: list[list[str]]) -> None:
    table = tfidf(texts)
    assert np.allclose((table**2).sum(axis=1), 1)
    for row, text in zip(table.to_numpy(), texts, strict=True):
        assert {word for word, weight in zip(table.columns, row, strict=True) if weight > 0} == set(text)


@given(st.lists(st.tuples(WORD, st.integers(0, 4)), min_size=1, max_size=60))
def test_dispersion_keeps_its_bounds(tokens: list[tuple[str, int]]) -> None:
    parts = [part for _, part in tokens]
    table = dispersion([word for word, _ in tokens], parts, minimum=1)
    smallest = min(parts.count(part) for part in set(parts)) / len(parts)
    assert table["DP"].between(0, 1 - smallest + 1e-12).all()
    assert table["count"].sum() == len(tokens)
    assert table["parts"].between(1, len(set(parts))).all()
    if len(set(parts)) > 1:
        assert table["DP_norm"].between(0, 1 + 1e-12).all()
        assert table["D"].between(-1e-9, 1 + 1e-9).all()


@given(LISTS)
def test_a_repeated_segment_occurs_as_often_as_is_said(parts: list[list[str]]) -> None:
    for row in repeated_segments(parts).itertuples(index=False):
        segment = row.segment.split()
        found = sum(
            part[i : i + len(segment)] == segment
            for part in parts
            for i in range(len(part) - len(segment) + 1)
        )
        assert (found, len(segment)) == (row[2], row[1])


@given(LISTS)
def test_pairs_add_up_and_no_pair_is_more_frequent_than_its_words(parts: list[list[str]]) -> None:
    table = collocations(parts, minimum=1)
    assert table["count"].sum() == sum(len(part) - 1 for part in parts)
    assert (table["count"] <= table[["word_count", "collocate_count"]].min(axis=1)).all()
    assert (table["G2"] >= 0).all()
    assert (table["log_dice"] <= 14 + 1e-9).all()


@given(st.integers(0, 40), st.integers(1, 40))
def test_a_share_lies_in_its_interval(part: int, whole: int) -> None:
    assume(part <= whole)
    share, low, high = share_with_interval(part, whole)
    assert 0 <= low <= share + 1e-12
    assert share - 1e-12 <= high <= 1


@given(arrays(bool, (8, 3)), arrays(bool, (8, 3)))
def test_turning_lexicon_and_coding_round_swaps_precision_and_recall(
    one: np.ndarray, two: np.ndarray
) -> None:
    a, b = pd.DataFrame(one, columns=list("xyz")), pd.DataFrame(two, columns=list("xyz"))
    there, back = validate_themes(a, b, minimum=0), validate_themes(b, a, minimum=0)
    assert np.allclose(there["precision"], back["recall"], equal_nan=True)
    assert np.allclose(there["F1"], back["F1"], equal_nan=True)
    assert there["right"].iloc[-1] == there["right"].iloc[:-1].sum()


@given(st.lists(st.lists(st.sampled_from([0, 1, None]), min_size=5, max_size=5), min_size=2, max_size=3))
def test_alpha_does_not_depend_on_the_order_of_coders_or_units(codings: list[list[int | None]]) -> None:
    alpha = krippendorff_alpha(codings)
    turned = krippendorff_alpha([coding[::-1] for coding in codings[::-1]])
    assert np.isclose(alpha, turned, equal_nan=True)
    assert not alpha > 1
