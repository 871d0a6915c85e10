"""The comparing measures agree with peer programs, keep their bounds and refuse what they cannot measure."""

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import chi2_contingency

from motamot.compare.correspondence import correspondence
from motamot.compare.keyness import adjust_p, keyness, keyness_by_chance, log_likelihood, log_ratio
from motamot.compare.similarity import similarity, tfidf
from motamot.compare.specificity import specificity
from motamot.contexts.collocations import association, collocations, repeated_segments
from motamot.distribution import dispersion, mattr, zipf
from motamot.errors import MotamotError

PEERS = json.loads((Path(__file__).parent / "reference" / "measures.json").read_text(encoding="utf-8"))
TOY = {name: PEERS["keyness_toy_french"][name].split() for name in "AB"}
WORD = st.sampled_from(["le", "prix", "client", "l'", "été", "nous"])
PARAGRAPHS = st.lists(st.lists(WORD, min_size=1, max_size=12), min_size=1, max_size=6)


@pytest.fixture(scope="module")
def robespierre() -> pd.DataFrame:
    lafon = PEERS["specificity_lafon"]
    return pd.DataFrame(lafon["table"], index=list(lafon["parts"])).T


def test_g2_and_log_ratio_equal_the_peers() -> None:
    given_, expected = PEERS["keyness"]["input"], PEERS["keyness"]["expected"]
    sides = (given_["a"], given_["b"], given_["N1"], given_["N2"])
    assert log_likelihood(*sides) == pytest.approx(expected["G2_dunning_4cell"], rel=1e-10)
    assert log_ratio(*sides) == pytest.approx(expected["log_ratio"], rel=1e-12)


def test_keyness_gives_the_peers_p_and_rates() -> None:
    given_, expected = PEERS["keyness"]["input"], PEERS["keyness"]["expected"]
    target = ["mot"] * given_["a"] + ["autre"] * (given_["N1"] - given_["a"])
    reference = ["mot"] * given_["b"] + ["autre"] * (given_["N2"] - given_["b"])
    row = keyness([target], [reference]).set_index("word").loc["mot"]
    assert row["p"] == pytest.approx(expected["p_G2_4cell"], rel=1e-9)
    assert row[["target_per_1000", "reference_per_1000"]].tolist() == pytest.approx(expected["per_1000"])


def test_keyness_table_equals_quanteda_on_the_toy_texts() -> None:
    table = keyness([TOY["A"]], [TOY["B"]]).set_index("word")
    for row in PEERS["keyness_toy_french"]["quanteda"]["toy_lr_none"]:
        ours = table.loc[row["feature"]]
        assert (ours["target"], ours["reference"]) == (row["n_target"], row["n_reference"])
        # quanteda adds a tiny constant inside its logarithms.
        assert ours["G2"] == pytest.approx(abs(row["G2"]), abs=1e-6)
        assert ours["p"] == pytest.approx(row["p"], abs=1e-6)


@given(st.integers(0, 50), st.integers(0, 50), st.integers(51, 200), st.integers(51, 200))
def test_g2_equals_scipy_and_is_the_same_from_both_sides(a: int, b: int, n_a: int, n_b: int) -> None:
    ours = float(log_likelihood(a, b, n_a, n_b))
    assert ours == pytest.approx(float(log_likelihood(b, a, n_b, n_a)), abs=1e-9)
    assert ours >= 0
    if a + b:
        cells = [[a, b], [n_a - a, n_b - b]]
        peer = chi2_contingency(cells, correction=False, lambda_="log-likelihood").statistic
        assert ours == pytest.approx(peer, abs=1e-7)


@given(PARAGRAPHS, PARAGRAPHS)
def test_keyness_counts_add_up_and_swapping_sides_turns_the_log_ratio(
    left: list[list[str]], right: list[list[str]]
) -> None:
    table, swapped = keyness(left, right), keyness(right, left)
    assert table["target"].sum() == sum(map(len, left))
    assert table["reference"].sum() == sum(map(len, right))
    both = table.merge(swapped, on="word", suffixes=("", "_swapped"))
    assert np.allclose(both["log_ratio"], -both["log_ratio_swapped"])
    assert np.allclose(both["G2"], both["G2_swapped"], atol=1e-9)
    assert (table["p_adjusted"] >= table["p"] - 1e-12).all()


def test_resampling_gives_the_chance_of_a_largest_g2_as_large() -> None:
    same = [["le", "prix"], ["le", "client"]] * 3
    other = [["la", "marge"], ["la", "dette"]] * 3
    apart = keyness(same, other, resamples=400, seed=1).set_index("word")["p_largest"]
    assert apart["le"] == pytest.approx(3 / 401, abs=4 / 401)  # 2 of 924 splits separate the sides
    alike = keyness(same, same, resamples=200, seed=1)
    assert (alike["p_largest"] == 1).all()


def test_one_resample_holds_every_split_of_the_same_paragraphs() -> None:
    first = keyness_by_chance([["a", "b"]], [["c", "c"]], resamples=20, seed=3)
    real = keyness([["a", "b"]], [["c", "c"]])["G2"].max()
    assert np.allclose(first["largest_G2"], real)
    assert first.equals(keyness_by_chance([["a", "b"]], [["c", "c"]], resamples=20, seed=3))


@pytest.mark.parametrize(
    ("target", "reference", "says"),
    [
        ([], [["a"]], "holds no word"),
        ([[]], [["a"]], "holds no word"),
        (["a", "b"], [["a"]], "list of paragraphs"),
    ],
)
def test_keyness_refuses_sides_it_cannot_compare(target: list, reference: list, says: str) -> None:
    with pytest.raises(MotamotError, match=says):
        keyness(target, reference)


def test_adjusted_p_values_follow_benjamini_and_hochberg() -> None:
    assert adjust_p(np.array([0.005, 0.009, 0.05, 0.5])).round(4).tolist() == [0.018, 0.018, 0.0667, 0.5]


def test_specificity_equals_lafons_table(robespierre: pd.DataFrame) -> None:
    scores = specificity(robespierre).pivot(index="word", columns="part", values="specificity")
    for row in PEERS["specificity_lafon"]["all_rows"]:
        word = row.pop("_row")
        assert scores.loc[word, list(row)].round(4).tolist() == list(row.values())


def test_specificity_of_some_words_needs_the_lengths_of_the_parts(robespierre: pd.DataFrame) -> None:
    whole = specificity(robespierre).query("word == 'peuple'")["specificity"]
    alone = specificity(robespierre.loc[["peuple"]], totals=PEERS["specificity_lafon"]["parts"])
    assert np.allclose(whole, alone["specificity"])
    with pytest.raises(MotamotError, match="D1"):
        specificity(robespierre.loc[["peuple"]], totals={"D1": 3})


def test_specificity_stays_finite_where_the_tail_underflows() -> None:
    table = pd.DataFrame({"A": [5000, 0], "B": [0, 5000]}, index=["x", "y"])
    assert np.isfinite(specificity(table)["specificity"]).all()


def test_correspondence_equals_factominer(robespierre: pd.DataFrame) -> None:
    result, peer = correspondence(robespierre), PEERS["afc"]
    assert result.inertia["inertia"].sum() * robespierre.to_numpy().sum() == pytest.approx(
        peer["chi2"], rel=1e-8
    )
    for ours, theirs in zip(result.inertia.itertuples(), peer["eig"], strict=True):
        assert ours.inertia == pytest.approx(theirs["eigenvalue"], rel=1e-6)
        assert ours.per_cent == pytest.approx(theirs["percentage of variance"], rel=1e-6)
    for table, theirs in ((result.rows, peer["rows"]), (result.columns, peer["cols"])):
        for axis in range(1, 6):
            expected = np.array([row[f"Dim {axis}"] for row in theirs])
            assert np.allclose(np.abs(table[f"axis_{axis}"]), np.abs(expected), atol=1e-6)


def test_contributions_sum_to_a_hundred_and_cos2_to_one(robespierre: pd.DataFrame) -> None:
    for table in correspondence(robespierre)[:2]:
        assert np.allclose(table.filter(like="contribution_").sum(), 100)
        assert np.allclose(table.filter(like="cos2_").sum(axis=1), 1)


def test_tfidf_and_cosine_equal_scikit_learn() -> None:
    peer = PEERS["tfidf_sklearn"]
    table = tfidf([text.split() for text in peer["docs"]])
    assert table.columns.tolist() == peer["vocab"]
    assert np.allclose(table, peer["matrix"], atol=1e-9)
    assert np.allclose(similarity(table), peer["cosine"], atol=1e-9)


def test_cosine_and_jaccard_of_counts_equal_quanteda() -> None:
    counts = pd.DataFrame({name: pd.Series(words).value_counts() for name, words in TOY.items()}).T.fillna(0)
    peer = PEERS["cosine_jaccard"]
    assert similarity(counts).iat[0, 1] == pytest.approx(peer["cosine_counts"])
    assert similarity(counts, "jaccard").iat[0, 1] == pytest.approx(peer["jaccard_types"])


@pytest.mark.parametrize(
    ("table", "says"),
    [
        (pd.DataFrame({"A": [1, np.nan], "B": [1, 1]}, index=["x", "y"]), "'y', column 'A' holds nan"),
        (pd.DataFrame({"A": [1, -1], "B": [1, 1]}), "holds -1"),
        (pd.DataFrame({"A": [1, 1.5], "B": [1, 1]}), "holds 1.5"),
        (pd.DataFrame({"A": [0, 0], "B": [1, 1]}), "Column 'A' sums to 0"),
        (pd.DataFrame({"A": [1, 0], "B": [1, 0]}, index=["x", "y"]), "Row 'y' sums to 0"),
        (pd.DataFrame({"A": [1, 2]}), "at least 2"),
        ([[1, 2], [3, 4]], "DataFrame"),
    ],
)
def test_correspondence_names_the_cell_it_cannot_use(table: pd.DataFrame, says: str) -> None:
    with pytest.raises(MotamotError, match=says):
        correspondence(table)


def test_tfidf_refuses_an_empty_text_and_a_text_alone() -> None:
    with pytest.raises(MotamotError, match="'B' holds no word"):
        tfidf({"A": ["a"], "B": []})
    for alone in (["un seul texte"], "un texte"):
        with pytest.raises(MotamotError, match="at least two"):
            tfidf(alone)


def test_tables_of_texts_keep_their_names_and_an_unknown_measure_is_refused() -> None:
    table = tfidf({"A": ["le", "prix"], "B": ["le"]})
    assert table.index.tolist() == ["A", "B"]
    with pytest.raises(MotamotError, match="no measure 'euclid': choose cosine, jaccard"):
        similarity(table, "euclid")


def test_dispersion_equals_gries_and_juilland() -> None:
    sizes, hits = [9, 10, 10, 10, 11], [1, 2, 3, 4, 5]
    words, parts = [], []
    for part, (size, hit) in enumerate(zip(sizes, hits, strict=True)):
        words += ["a"] * hit + ["z"] * (size - hit)
        parts += [part] * size
    row = dispersion(words, parts).set_index("word").loc["a"]
    peer = PEERS["dispersion"]
    assert row["DP"] == pytest.approx(peer["gries_DP"]["DP"])
    assert row["DP_norm"] == pytest.approx(peer["gries_DP"]["DPnorm"])
    assert row["D"] == pytest.approx(peer["juilland_D_value"])


def test_dispersion_leaves_rare_words_out_and_has_no_meaning_in_one_part() -> None:
    table = dispersion(["a"] * 5 + ["b"] * 4, [1] * 9)
    assert table["word"].tolist() == ["a"]
    assert table["D"].isna().all()
    with pytest.raises(MotamotError, match="9 entries and parts has 2"):
        dispersion(["a"] * 9, [1, 2])


def test_mattr_equals_quanteda() -> None:
    for row in PEERS["lexdiv"]["quanteda_w5"]:
        assert mattr(TOY[row["document"]], 5) == pytest.approx(row["MATTR"])
    for row in PEERS["lexdiv"]["quanteda_w10"]:
        assert mattr(TOY[row["document"]], 10) == pytest.approx(row["MATTR"])


@given(st.lists(WORD, min_size=1, max_size=60), st.integers(1, 60))
def test_mattr_is_the_mean_of_all_windows(words: list[str], window: int) -> None:
    if window > len(words):
        with pytest.raises(MotamotError, match="window"):
            mattr(words, window)
        return
    ratios = [len(set(words[i : i + window])) / window for i in range(len(words) - window + 1)]
    assert mattr(words, window) == pytest.approx(sum(ratios) / len(ratios))


@given(st.lists(WORD, max_size=60))
def test_zipf_ranks_hold_every_token_once(words: list[str]) -> None:
    table = zipf(words)
    assert table["count"].sum() == len(words)
    assert table["count"].is_monotonic_decreasing


def test_association_equals_manning_and_schuetze() -> None:
    g2, pmi, log_dice = association(np.float64(8), np.float64(15828), np.float64(4675), 14307668)
    peer = PEERS["collocations"]
    assert (g2, pmi, log_dice) == pytest.approx((peer["G2"], peer["pmi"], peer["logDice"]))


def test_collocates_of_a_node_do_not_cross_the_border_of_a_sentence() -> None:
    sentences = [["prix", "bas"], ["service", "prix", "bas"], ["livraison", "rapide"]]
    table = collocations(sentences, node="prix", window=1, minimum=1).set_index("collocate")
    assert table["count"].to_dict() == {"bas": 2, "service": 1}
    with pytest.raises(MotamotError, match="absent"):
        collocations(sentences, node="absent")


def test_collocates_stand_within_the_window_the_strongest_first() -> None:
    near = collocations("a n b c".split(), node="n", window=1, minimum=1)
    assert near["collocate"].tolist() == ["a", "b"]
    pairs = collocations("b c a b a b c d a b".split(), minimum=1)
    assert pairs["G2"].is_monotonic_decreasing and pairs["collocate"].tolist()[:2] == ["b", "c"]
    for odd in ({"window": 0}, {"minimum": 0}):
        with pytest.raises(MotamotError, match=f"{next(iter(odd))} must be 1 or more, not 0"):
            collocations(["a", "b"], node="a", **odd)


def test_a_word_in_two_overlapping_spans_counts_once() -> None:
    table = collocations(["prix", "bas", "prix"], node="prix", window=2, minimum=1)
    assert table["count"].tolist() == [1]


def test_repeated_segments_keep_the_longest_and_drop_what_only_lives_inside_it() -> None:
    text = [
        *["à", "long", "terme", "nous", "visons", "la", "croissance"],
        *["à", "long", "terme", "et", "un", "long", "voyage"],
    ]
    assert repeated_segments(text)["segment"].tolist() == ["à long terme"]
    apart = repeated_segments([*text, "long", "terme"])
    assert apart.values.tolist() == [["à long terme", 3, 2], ["long terme", 2, 3]]


@pytest.mark.parametrize("call", [lambda: repeated_segments("un texte"), lambda: collocations("un texte")])
def test_a_text_is_not_a_list_of_words(call) -> None:
    with pytest.raises(MotamotError, match="words"):
        call()
