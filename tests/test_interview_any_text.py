"""Any text at all: a table or a sentence, in time that grows with the page and no faster."""

from __future__ import annotations

import contextlib
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from motamot import MotamotError, read_interview, use_language
from motamot.interview import ROLES


@pytest.mark.parametrize(
    ("page", "part"),
    [
        ("", "no text"),
        ("\ufeff \u00a0\n", "no text"),
        ("Un titre\n\nUn texte sans rien.", "No question"),
        ("JDN. Quel bilan ?", "No answer"),
        ("Quel bilan ?\n\nEt demain ?", "No answer"),
        (None, "not NoneType"),
    ],
)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_pages_that_are_no_interview_are_refused(page: str, part: str, language: str) -> None:
    use_language(language)
    with pytest.raises(MotamotError, match=part if language == "en" else None):
        read_interview(page)


PIECES = st.sampled_from(
    [
        "JDN",
        "Claire d'Arc",
        "Oui",
        ".",
        " : ",
        " — ",
        "- ",
        "?",
        "\n",
        "\n\n",
        "©",
        "«",
        "»",
        "vous ",
        "M. ",
        "(",
        ")",
        "**",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES | st.text(max_size=5), max_size=30).map("".join))
def test_any_text_gives_a_table_or_a_sentence(page: str) -> None:
    try:
        table = read_interview(page)
    except MotamotError as error:
        assert str(error).endswith(".")
        return
    assert set(table["role"]) <= set(ROLES)
    assert table["paragraph"].is_monotonic_increasing
    turns = table["turn"].dropna()
    assert list(turns.unique()) == list(range(1, turns.nunique() + 1))
    assert table["text"].ne("").all()


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        "-",
        "'",
        ".",
        "- ",
        "* ",
        " ",
        "?\n",
        "J. ",
        "M. A ",
        "A (",
        "A, b",
        "A: b ?\n",
        "Ab Cd. ?\n\nEf.\n",
        "« ",
        "é ",
        "Oui\n",
    ],
)
def test_time_grows_with_the_page_and_no_faster(unit: str) -> None:
    start = time.process_time()
    with contextlib.suppress(MotamotError):
        read_interview(unit * (300_000 // len(unit)))
    assert time.process_time() - start < 10


def test_many_different_labels_are_read_in_linear_time() -> None:
    page = "\n".join(f"Nom{number} Autre : Quel bilan ?\nAb{number} Cd : Oui." for number in range(5_000))
    start = time.process_time()
    read_interview(page)
    assert time.process_time() - start < 10
