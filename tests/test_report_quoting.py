"""A report quotes little: never the whole article, wherever it is put."""

from __future__ import annotations

import re
from pathlib import Path

import matplotlib

matplotlib.use("agg")
import pandas as pd
import pytest
from report_pages import kit_in_use, parts, spoken

from motamot import (
    MotamotError,
    concordance,
    load_interview,
    load_statements,
    report,
    sentences,
    words,
)
from motamot.reporting.quoting import count_quoted, most_quoted


@pytest.fixture(autouse=True)
def kit(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    kit_in_use(monkeypatch, tmp_path)


@pytest.mark.parametrize("where", ["question", "corpus", "choices", "evidence", "limits", "tables"])
def test_the_whole_article_is_refused_wherever_it_is_put(where: str) -> None:
    whole = load_interview()
    lots = {
        "question": whole,
        "corpus": {"text": whole},
        "choices": pd.DataFrame({"paragraph": whole.split("\n\n")}),
        "evidence": [*sentences(whole)],
        "limits": whole,
        "tables": {str(i): pd.DataFrame({"word": words(whole)[i : i + 40]}) for i in range(0, 742, 40)},
    }
    with pytest.raises(MotamotError, match="at most 74 are allowed"):
        report(**parts(**{where: lots[where]}))


def test_quoting_is_allowed_up_to_the_limit_and_no_further() -> None:
    found = words(spoken())
    assert most_quoted(742) == 74
    fits = report(**parts(evidence=[" ".join(found[:74])]))
    assert "74 of 742 words quoted" in fits
    with pytest.raises(MotamotError, match="quotes 75 of 742 words"):
        report(**parts(evidence=[" ".join(found[:75])]))


def test_a_line_quoted_twice_counts_once_and_three_words_in_a_row_do_not_count() -> None:
    text = "Un deux trois quatre cinq six sept huit."
    assert count_quoted(["un deux trois quatre", "Un deux trois quatre !"], [text]) == (4, 8)
    assert count_quoted(["un deux trois", "deux trois quatre cinq six"], [text]) == (5, 8)
    assert count_quoted(["six sept huit, un deux trois"], [text]) == (0, 8)


def test_curly_apostrophes_and_capitals_do_not_hide_a_quotation() -> None:
    assert count_quoted(["C’EST L’AVENIR DU COMMERCE"], ["c'est l'avenir du commerce."]) == (6, 6)


def test_other_texts_may_be_the_source() -> None:
    texts = load_statements()["text"].tolist()
    lines = concordance(" ".join(texts), "client*", window=4).head(3)
    assert re.search(r" of [\d,]+ words quoted", report(**parts(evidence=["…?", lines]), text=texts))
    with pytest.raises(MotamotError, match="text= is empty"):
        report(**parts(), text=[" "])
