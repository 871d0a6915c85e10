"""Frequency tables count every word once, sort as French does, and give Garwood's interval."""

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motamot import frequencies, rate, use_language
from motamot.counts import rates
from motamot.errors import MotamotError

PEERS = json.loads((Path(__file__).parent / "reference" / "measures.json").read_text(encoding="utf-8"))
_SOME, _NONE = PEERS["rates_ci"]["per_1000"], PEERS["rates_ci"]["zero"]
# Per 1,000 in 3,500 words.
GARWOOD = {12: (_SOME["rate"], *_SOME["garwood_exact_poisson_95"]), 0: (0.0, *_NONE["garwood_95"])}


@pytest.mark.parametrize("count", GARWOOD)
def test_rates_and_intervals_equal_the_published_values(count: int) -> None:
    assert [part[0] for part in rates([count], 3500)] == pytest.approx(GARWOOD[count])


@given(st.lists(st.sampled_from(["le", "été", "prix", "l'", "œuvre"]), max_size=60))
def test_counts_add_up_and_rates_lie_in_their_interval(words: list[str]) -> None:
    table = frequencies(words)
    assert table.columns.tolist() == ["word", "count", "per_1000", "low", "high"]
    assert dict(zip(table["word"], table["count"], strict=True)) == Counter(words)
    assert table["count"].is_monotonic_decreasing
    assert ((table["low"] <= table["per_1000"]) & (table["per_1000"] <= table["high"])).all()


def test_ties_stand_in_french_alphabetical_order() -> None:
    assert frequencies(["zèbre", "école", "eau", "œuf"])["word"].tolist() == ["eau", "école", "œuf", "zèbre"]


@pytest.mark.parametrize(("words", "says"), [("un texte", "list of words"), (["a", 3], "holds int")])
def test_what_is_no_list_of_words_is_refused(words: object, says: str) -> None:
    with pytest.raises(MotamotError, match=says):
        frequencies(words)


@pytest.mark.parametrize(
    ("language", "written"),
    [("en", "12 in 3,500 (3.4 per 1,000)"), ("fr", "12 sur 3\u202f500 (3,4 pour 1\u202f000)")],
)
def test_a_rate_is_written_with_its_count_and_its_words(language: str, written: str) -> None:
    use_language(language)
    assert rate(12, 3500) == written


@pytest.mark.parametrize(("count", "total"), [(0, 0), (3, 0), (-1, 10)])
def test_there_is_no_rate_of_nothing(count: int, total: int) -> None:
    with pytest.raises(MotamotError, match=f"got {count} in {total}"):
        rate(count, total)
