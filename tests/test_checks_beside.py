"""Sentences with two words and two counts: honest ones have their count beside them, exchanged ones have not."""

from time import process_time

import pytest

from motamot import frequencies
from motamot.checks import Question, Text
from motamot.checks._judge import judge

HINTS = (Text("one", "un"), Text("two", "deux"), Text("three", "trois"))
WORDS = ["prix"] * 3 + ["client"] * 2 + ["marché"] * 2 + ["le"]
SOURCE = "Le client choisit. Nous baissons tout, et le prix reste bas sur le marché, le vrai."
QUOTES = {"client": "« Le client choisit. Nous »", "prix": "« le prix reste bas »"}
EVIDENCE = Question("99.evidence", "evidence", lambda: frequencies(WORDS), HINTS, source=lambda: SOURCE)

BOTH = [
    "Le mot client ({c} occurrences) arrive juste après prix ({p} occurrences)",
    "The word client ({c}) comes just after prix ({p})",
    "Avec {c} occurrences, client arrive juste après prix ({p} occurrences)",
    "Client revient {c} fois, juste après prix ({p} occurrences)",
    "Client arrive juste après prix ({p} occurrences) avec {c} occurrences",
    "Client comes just after prix ({p}), with {c}",
    "Client, juste après prix ({p} occurrences), revient {c} fois dans ce texte",
    "Juste après prix ({p}), client revient {c} fois",
    "Prix revient {p} fois, client {c}",
    "Prix ({p}) devance client ({c})",
    "Prix devance client, {p} contre {c}",
    "Prix et client reviennent {p} et {c} fois",
    "Les {p} occurrences de prix dépassent les {c} de client",
    "Je choisis client plutôt que prix ({p}) parce que ses {c} lignes se ressemblent",
    "Je choisis client : il revient {c} fois juste après prix ({p})",
    "Client (comme prix, {p}) ne va pas de soi, avec {c} occurrences",
    "Prix mène avec {p} occurrences devant marché et client ({c} chacun)",
    "Marché et client reviennent chacun {c} fois, prix {p} fois",
    "Avec {c} contre {p} pour prix, client est un mot fréquent",
    "{c} occurrences pour client contre {p} pour prix dans ce texte",
    "Second after prix ({p} occurrences), client has {c}",
    "Client stands there {c} times and prix stands there {p} times",
]


def state(own: str, word: str) -> str:
    return judge(EVIDENCE, f"{own}, comme le montre bien la ligne {QUOTES[word]}.")[0]


@pytest.mark.parametrize("sentence", BOTH)
def test_of_two_counts_in_one_sentence_each_is_read_with_its_word(sentence: str) -> None:
    assert state(sentence.format(p=3, c=2), "client") == "right"


@pytest.mark.parametrize("sentence", BOTH)
def test_two_counts_that_were_exchanged_are_nobodys(sentence: str) -> None:
    exchanged = sentence.format(p=2, c=3)
    assert (state(exchanged, "client"), state(exchanged, "prix")) == ("near", "near")


@pytest.mark.parametrize(
    ("own", "word"),
    [
        ("Prix devance client par 3 à 2", "prix"),
        ("Dans les textes, le prix arrive 3 fois chez client (2/14)", "prix"),
        ("Le mot client, parmi 14, revient 2 fois", "client"),
        ("Le mot client est fréquent (2), après prix (3)", "client"),
        ("Le mot client est fréquent (2), dont 1 fois au début", "client"),
        ("Marché et client (2 occurrences) se voient, loin de prix (3)", "client"),
        ("Avec 2 occurrences, soit une de moins que prix, client se voit", "client"),
    ],
)
def test_a_count_is_found_among_other_figures_and_words(own: str, word: str) -> None:
    assert state(own, word) == "right"


@pytest.mark.parametrize(
    "own", ["Prix revient 2 à 3 fois", "Prix, parmi 3, se voit", "Prix, among 3, is seen"]
)
def test_a_range_and_a_total_are_no_counts(own: str) -> None:
    assert state(own, "prix") == "near"


@pytest.mark.parametrize(
    "said", ["prix 3 ", "prix client 2 3 ", "prix ", "prix (3) ", "prix 3. ", "prix, le 3 et "]
)
def test_what_is_said_again_and_again_is_judged_at_once(said: str) -> None:
    start = process_time()
    assert judge(EVIDENCE, said * 200)[0] == "near"
    assert process_time() - start < 3
