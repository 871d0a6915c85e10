"""Lemmas stand in the order of the words; what is missing is named."""

import subprocess
import sys

import pytest

from motamot import MotamotError, lemmas, tokenize, use_language, words
from motamot.errors import MissingExtraError


def test_each_word_has_its_lemma_in_its_place() -> None:
    found = words("Les clients achètent aujourd’hui ; qu’il vende des œuvres régionales.")
    assert lemmas(found) == [
        "le", "client", "acheter", "aujourd'hui",
        "que", "il", "vendre", "un", "œuvre", "régional",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "lemma"), [("d’abord", "de"), ("jusqu'à", "jusque"), ("L'an", "le"), ("lorsqu’on", "lorsque")]
)
def test_short_forms_have_their_full_form(text: str, lemma: str) -> None:
    assert lemmas(tokenize(text))[0] == lemma


def test_words_that_are_no_dictionary_words_stay() -> None:
    given = ["AliExpress", "e-commerce", "2025", "50\u202f000", "", ";"]
    assert lemmas(given) == given
    assert lemmas([]) == []


@pytest.mark.parametrize(("given", "says"), [("un texte", "list of words"), (["a", None], "holds NoneType")])
def test_what_is_no_list_of_words_is_refused(given: object, says: str) -> None:
    with pytest.raises(MotamotError, match=says):
        lemmas(given)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_missing_package_is_named_by_its_extra(monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    monkeypatch.setitem(sys.modules, "simplemma", None)
    use_language(language)
    with pytest.raises(MissingExtraError, match=r"motamot\[lemmas\]"):
        lemmas(["a"])


def test_the_package_is_loaded_only_when_it_is_used() -> None:
    script = "import motamot, sys; motamot.lemmas; print('simplemma' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"
