"""normalize changes signs and never words; its report tells what it changes."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from motamot import load_interview, normalize, normalize_report, use_language

# Letters, marks, blanks, invisible signs and a Korean syllable in parts: what meets in damaged files.
SIGNS = st.sampled_from(
    list(
        "aeéœﬁﬂ½²«»…'’‘ʼ \u00a0\u202f\u2009\t\n\r\v\f\x85\u2028\u2029\u00ad\ufeff\u200b\u0301\u0327\u0316\u1100\u1161\u11a8"
    )
)
TEXTS = st.lists(SIGNS | st.characters(), max_size=40).map("".join)


@settings(deadline=None)
@given(TEXTS)
def test_normalizing_twice_changes_nothing_more(text: str) -> None:
    assert normalize(normalize(text)) == normalize(text)


@settings(deadline=None)
@given(TEXTS)
def test_composed_and_decomposed_letters_give_one_text(text: str) -> None:
    composed = normalize(unicodedata.normalize("NFC", text))
    assert composed == normalize(unicodedata.normalize("NFD", text)) == normalize(text)
    assert unicodedata.is_normalized("NFC", composed)


@settings(deadline=None)
@given(TEXTS)
def test_the_report_is_empty_exactly_where_nothing_changes(text: str) -> None:
    assert normalize_report(text).empty == (normalize(text) == text)


def test_every_sign_of_unicode_is_stable() -> None:
    signs = [chr(code) for code in range(0x110000) if not 0xD800 <= code <= 0xDFFF]
    for start in range(0, len(signs), 1000):
        text = "x".join(signs[start : start + 1000])
        assert normalize(normalize(text)) == normalize(text)


def test_every_blank_of_python_becomes_a_space_or_a_line_end() -> None:
    blanks = [chr(code) for code in range(0x110000) if chr(code).isspace()]
    assert len(blanks) > 20
    assert {normalize(blank) for blank in blanks} == {" ", "\n"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("fin.\u00a0", "fin. "),
        ("a  b", "a  b"),
        ("50\u202f000\u2009€", "50 000 €"),
        ("l’été, l‘hiver, l\u02bcan", "l'été, l'hiver, l'an"),
        ("e\u0301te\u0301", "été"),
        ("par\u00adti\u200bci\ufeffpation", "participation"),
        ("e\u200b\u0301", "é"),
        ("ﬁn, ﬂeur, eﬀet", "fin, fleur, effet"),
        ("cœur, ½, m², n° 5, 3 %, …, « mot », – —", "cœur, ½, m², n° 5, 3 %, …, « mot », – —"),
        ("un\r\ndeux\rtrois\u2028quatre\u2029cinq\vsix\fsept", "un\ndeux\ntrois\nquatre\ncinq\nsix\nsept"),
        ("", ""),
    ],
)
def test_signs_are_brought_to_one_form(text: str, expected: str) -> None:
    assert normalize(text) == expected


def test_the_report_counts_the_kit() -> None:
    report = normalize_report(load_interview()).set_index("character")
    assert report["count"].to_dict() == {"\u00a0": 19, "\u202f": 1, "’": 1}
    assert report.loc["’", "example"] == "er pour la France, l[’]Italie et l'Espagne"


def test_the_report_counts_a_windows_line_end_once() -> None:
    report = normalize_report("un\r\ndeux\r\ntrois")
    assert report[["character", "count"]].values.tolist() == [["\r\n", 2]]


def test_the_report_tells_letters_stored_apart() -> None:
    report = normalize_report("ete\u0301 e\u0301te\u0301")
    assert report["count"].sum() == 3
    assert report["example"].iloc[0] == "et[é] été".replace("été", "e\u0301te\u0301")


def test_the_report_speaks_both_languages() -> None:
    use_language("fr")
    try:
        assert normalize_report("a\u00a0b")["name"].iloc[0] == "espace insécable (U+00A0)"
    finally:
        use_language("en")
    assert normalize_report("a\u00a0b")["name"].iloc[0] == "no-break space (U+00A0)"


def test_the_report_has_its_columns_without_rows() -> None:
    assert list(normalize_report("rien").columns) == ["character", "name", "count", "example"]


@pytest.mark.parametrize(
    "unit", ["a", "'", "’", ".", "-", "1", " ", "\u00a0", "\r", "\u0301\u0316", "e\u0301", "ﬁ", "\u1161"]
)
def test_a_million_of_anything_takes_seconds_at_most(unit: str) -> None:
    text = "e" + unit * (1_000_000 // len(unit))
    start = time.process_time()
    normalize(text)
    normalize_report(text)
    assert time.process_time() - start < 15
