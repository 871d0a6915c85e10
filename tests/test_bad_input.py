"""What cannot be measured has a defined value or a clear error, never a silent zero."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest

from motamot import (
    MotamotError,
    agreement,
    collocations,
    concordance,
    correspondence,
    count_entries,
    count_themes,
    dispersion,
    frequencies,
    keyness,
    keyness_by_chance,
    lemmas,
    load_lexicon,
    mattr,
    plot_frequencies,
    plot_map,
    plot_themes,
    repeated_segments,
    similarity,
    specificity,
    tfidf,
    use_language,
    validate_themes,
    word_cloud,
    zipf,
)
from motamot.themes.agreement import krippendorff_alpha
from motamot.themes.lexicon import COLUMNS, parse_lexicon

NAN = math.nan
LEXICON = load_lexicon()
ALONE = pd.DataFrame({"Auchan": [3, 2]}, index=["prix", "client"])
TAKES_WORDS = {
    "frequencies": frequencies,
    "zipf": zipf,
    "mattr": mattr,
    "collocations": collocations,
    "repeated_segments": repeated_segments,
    "dispersion": lambda words: dispersion(words, list(range(len(words))), minimum=1),
    "lemmas": lemmas,
}


@pytest.mark.parametrize("name", TAKES_WORDS)
def test_a_text_in_place_of_a_list_of_words_is_refused(name: str) -> None:
    with pytest.raises(MotamotError, match=rf"{name}\(\) takes a list of words, not a text"):
        TAKES_WORDS[name]("le prix")


@pytest.mark.parametrize("name", TAKES_WORDS)
def test_a_missing_value_among_the_words_is_refused(name: str) -> None:
    with pytest.raises(MotamotError, match=rf"{name}\(\) takes words .* float.*NaN"):
        TAKES_WORDS[name](["prix", NAN])


@pytest.mark.parametrize("name", [name for name in TAKES_WORDS if name != "mattr"])
def test_no_words_give_an_empty_table_with_its_columns(name: str) -> None:
    empty = TAKES_WORDS[name]([])
    assert len(empty) == 0
    if name != "lemmas":
        assert empty.columns.tolist() == TAKES_WORDS[name](["a", "b", "a", "b"]).columns.tolist()


EMPTY_OR_ALONE = [
    (lambda: mattr([]), "no word"),
    (lambda: mattr(["prix"]), "1 to 1 words"),
    (lambda: mattr(["prix"], window=0), "1 to 1 words.*not 0"),
    (lambda: collocations([], node="prix"), "does not occur"),
    (lambda: keyness([], [["prix"]]), "target holds no word"),
    (lambda: keyness([["prix"]], [[], []]), "reference holds no word"),
    (lambda: keyness([["prix"]], [["a"]], resamples=-1), "resamples must be"),
    (lambda: keyness_by_chance([["prix"]], [["a"]], resamples=0), "resamples must be"),
    (lambda: keyness([["prix", NAN]], [["a"]]), "float.*NaN"),
    (lambda: keyness([NAN], [["a"]]), "list of paragraphs"),
    (lambda: keyness("le prix", [["a"]]), "list of paragraphs"),
    (lambda: tfidf(["le prix"]), "at least two"),
    (lambda: tfidf({"A": "le prix", "B": ""}), "'B' holds no word"),
    (lambda: tfidf([["prix"], ["prix", NAN]]), "float.*NaN"),
    (lambda: correspondence(ALONE), "at least 2 rows and 2 columns"),
    (lambda: specificity(pd.DataFrame()), "at least 1"),
    (lambda: specificity(ALONE.assign(vide=0)), "Column 'vide' sums to 0"),
    (lambda: specificity(ALONE, {"Auchan": NAN}), "Part 'Auchan'"),
    (lambda: specificity(ALONE, {"Auchan": 4}), "add up to 5"),
    (lambda: similarity(pd.DataFrame({"a": [0, 1]})), "Row 0 sums to 0"),
    (lambda: dispersion(["a"] * 3, [1, 2]), "3 entries and parts has 2"),
    (lambda: krippendorff_alpha([[1, 0], [1]]), "2, 1 units"),
    (lambda: concordance("le prix", ""), "pattern is empty"),
    (lambda: concordance("le prix", "prix", window=-1), "window must be 0"),
    (lambda: count_themes(None, LEXICON), "not NoneType"),
    (lambda: count_themes(pd.DataFrame({"text": ["a"]}), LEXICON), r"column .*not DataFrame"),
    (lambda: count_themes(["a", NAN], LEXICON), "Text 1 is not a text but float"),
    (lambda: count_themes("a", "themes"), r"load_lexicon\("),
    (lambda: load_lexicon("autres"), "no lexicon “autres”.*themes"),
    (lambda: agreement([1], [1]), "DataFrame"),
    (lambda: plot_frequencies(frequencies(["prix"]), n=0), "n must be 1 or more"),
    (lambda: word_cloud(["prix"], n=0), "n must be 1 or more"),
    (lambda: frequencies(["prix"].sort()), "a list of words, not NoneType"),
    (lambda: collocations(None), "a list of words, not NoneType"),
    (lambda: plot_map(ALONE), r"correspondence analysis, not DataFrame"),
    (lambda: similarity(pd.DataFrame({"a": pd.array([1, None], dtype="Int64")})), "Row 1, column 'a'"),
    (lambda: plot_themes(count_themes("a", LEXICON).head(0)), "empty"),
]  # fmt: skip


@pytest.mark.parametrize(("call", "says"), EMPTY_OR_ALONE)
def test_what_cannot_be_measured_is_said(call, says: str) -> None:
    with pytest.raises(MotamotError, match=says):
        call()


@pytest.mark.parametrize(("call", "says"), EMPTY_OR_ALONE)
def test_it_is_said_in_french_too(call, says: str) -> None:
    with pytest.raises(MotamotError) as english:
        call()
    use_language("fr")
    with pytest.raises(MotamotError) as french:
        call()
    assert str(french.value) != str(english.value)


def test_an_empty_text_has_no_rate_and_a_single_word_has_one() -> None:
    table = count_themes({"vide": "", "seul": "prix"}, LEXICON).set_index(["text", "theme"])
    assert math.isnan(table.at[("vide", "price"), "per_1000"])
    assert table.loc[("seul", "price"), ["count", "words", "per_1000"]].tolist() == [1, 1, 1000.0]
    assert concordance("", "prix").empty
    assert frequencies(["prix"]).loc[0, ["count", "per_1000"]].tolist() == [1, 1000.0]
    assert mattr(["prix"], window=1) == 1.0


def test_two_single_words_cannot_be_told_apart() -> None:
    row = keyness([["prix"]], [["prix"]], resamples=10).iloc[0]
    assert row[["G2", "log_ratio", "p", "p_largest"]].tolist() == [0.0, 0.0, 1.0, 1.0]


def test_a_company_alone_has_no_specific_words_and_is_like_itself() -> None:
    assert specificity(ALONE)["specificity"].tolist() == [0.0, 0.0]
    assert similarity(ALONE.T).to_numpy().tolist() == [[1.0]]


def test_spread_over_a_single_part_is_undefined() -> None:
    row = dispersion(["a"] * 5, ["x"] * 5).iloc[0]
    assert row["DP"] == 0
    assert np.isnan(row["DP_norm"]) and np.isnan(row["D"])


def test_entries_that_match_nothing_and_those_that_match_everywhere_are_reported() -> None:
    rows = [";".join(COLUMNS), "price;P;P;include;l*;", "price;P;P;include;tarif*;"]
    table = count_entries(["le prix", "la mer", "l’an"], parse_lexicon("\n".join(rows), "mine.csv"))
    assert table[["entry", "count", "texts"]].values.tolist() == [["l*", 3, 3], ["tarif*", 0, 0]]
    with pytest.raises(MotamotError, match="line 2: The pattern “\\*” would match every word"):
        parse_lexicon("\n".join([rows[0], "price;P;P;include;*;"]), "mine.csv")


@pytest.mark.parametrize("measure", [specificity, similarity, correspondence])
@pytest.mark.parametrize(
    ("cells", "names", "says"),
    [
        ([[1, NAN], [1, 1]], "AB", "Row 'x', column 'B' holds nan"),
        ([[1, np.inf], [1, 1]], "AB", "Row 'x', column 'B' holds inf"),
        ([[1, "deux"], [1, 1]], "AB", "Row 'x', column 'B' holds deux"),
        ([[1, -2], [1, 1]], "AB", "Row 'x', column 'B' holds -2"),
        ([[1, 2], [1, 1]], "AA", "Column 'A' stands twice"),
    ],
)
def test_a_bad_cell_or_a_name_that_stands_twice_is_named(
    measure, cells: list[list[object]], names: str, says: str
) -> None:
    with pytest.raises(MotamotError, match=says):
        measure(pd.DataFrame(cells, columns=list(names), index=["x", "y"]))


@pytest.mark.parametrize("compare", [agreement, validate_themes])
def test_codings_that_do_not_fit_are_refused(compare) -> None:
    good = pd.DataFrame({"price": [1, 0], "jobs": [0, 0]})
    for other, says in [
        (good.rename(columns={"jobs": "price"}), "has two columns"),
        (good.drop(columns="jobs"), "one only: jobs"),
        (good.head(1), "same rows"),
        (good.astype(float).assign(jobs=[NAN, 0]), "Row 0, column 'jobs' holds nan"),
        (good.head(0), "same rows"),
    ]:
        with pytest.raises(MotamotError, match=says):
            compare(good, other)
