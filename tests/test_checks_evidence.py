"""Sentences of findings: what must be in them, and where a count is looked for."""

from dataclasses import replace

import pandas as pd
import pytest

from motamot import frequencies
from motamot.checks import Question, Text, check
from motamot.checks._judge import judge

HINTS = (Text("one", "un"), Text("two", "deux"), Text("three", "trois"))
TABLE = frequencies(["prix"] * 3 + ["client"] * 2 + ["le"])
SOURCE = "Le client choisit. Nous baissons le prix pour le client, et le prix reste bas. Aujourd’hui, l'équipe suit."


def asked(table) -> Question:
    return Question("99.evidence", "evidence", lambda: table, HINTS, source=lambda: SOURCE)


EVIDENCE = asked(TABLE)


def test_evidence_for_a_group_names_the_one_its_word_stands_beside() -> None:
    rows = [("Alba", "prix", 3), ("Bora", "client", 2), ("Cora", "prix", 3), ("Dora", "le", 1)]
    table = pd.DataFrame(rows, columns=["company", "word", "count"])
    question = replace(asked(table), columns=("company",))
    line = "prix 3 fois : « Nous baissons le prix pour le client », comme on le voit bien ici."
    told = {
        who: judge(question, f"{who} {line}")
        for who in ("On dit", "Bora dit", "Cora dit", "Alba, Bora, Cora et Dora disent")
    }
    assert [state for state, _ in told.values()] == ["near", "near", "right", "near"]
    sentences = [text for _, text in told.values()]
    assert "name it as the column company writes it" in sentences[0]
    assert "stands beside “Alba, Cora”, and you speak of “Bora”" in sentences[1]
    assert "You name 4 entries of the column company (Alba, Bora, Cora, Dora)" in sentences[3]


def test_a_text_without_a_word_to_quote_is_told_from_a_sentence_without_one() -> None:
    sentence = "Le mot prix revient 1 fois : « Nous baissons le prix pour le client », comme on le voit."
    assert judge(asked(TABLE[TABLE["count"] > 9]), sentence)[1].startswith("The table holds no word")
    assert judge(asked(TABLE), "Ils parlent de tout.")[1].startswith("Your text names no word")


@pytest.mark.parametrize(
    ("answer", "state", "says"),
    [
        ("Le mot « prix » revient 3 fois : « Nous baissons le prix pour le client ». On parle surtout de coûts.", "right", "readers to say"),
        ("Prix est compté 3 fois, ce qui montre où va l'attention : \"le prix pour le | client | , et le\".", "right", ""),
        ("Le client (2) compte, on le lit dans “Le client choisit. Nous baissons”, dès le début.", "right", ""),
        ("Le mot prix, 3 fois, domine ce texte : « ... nous  baissons LE prix ... », c'est clair.", "right", ""),
        ("", "wrong", "no word"), ("Ils parlent de concurrence.", "wrong", "no word"), ("Le champion", "near", "count"),
        ("Les prixs montent 3 fois : « Nous baissons le tarif ».", "wrong", "no word"),
        ("Le mot prix revient souvent : « Nous baissons le prix pour le client ».", "near", "count"),
        ("Le mot prix revient 4 fois : « Nous baissons le prix pour le client ».", "near", "no figure of yours is its count"),
        ("Le mot prix revient 33 fois : « Nous baissons le prix pour le client ».", "near", "no figure of yours is its count"),
        ("Le mot prix revient trois fois dans la table, et c'est beaucoup.", "near", "count"),
        ("Le mot prix revient 3 fois dans ce texte.", "near", "concordance"),
        ("Le mot prix revient 3 fois : « le prix ».", "near", "at least 4"),
        ("Le mot prix revient 3 fois : « Nous augmentons le prix pour le client ».", "near", "copy it"),
        ("Le mot prix revient 3 fois dans ce texte : « Aujourd'hui, l’équipe suit. »", "near", "does not stand in it"),
        ("prix 3 « Nous baissons le prix pour le client »", "near", "sentence of your own"),
        ("Le mot prix revient 3 fois : « Nous baissons le prix pour le client ».", "near", "sentence of your own"),
        ("Le mot « prix » revient 3 fois ici : « Nous augmentons le prix pour le client ».", "near", "copy it"),
        ("Le mot prix revient 3 fois ici : « 4 fois le prix du client ».", "near", "copy it"),
        ("Le mot prix revient 3 fois : « Nous baissons le prix pour le client ». Bla bla bla bla bla.", "near", "5 different words"),
        ("Le mot prix 1 2 3 4 5 6, ce que montre bien ici : « Nous baissons le prix pour le client ».", "near", "count"),
        ("Le mot prix revient 3 fois : 'Nous baissons le prix pour le client', comme on le voit bien.", "right", ""),
        ("Le mot prix revient 3 fois, ‘Nous baissons le prix pour le client’, comme on le voit bien.", "right", ""),
        ("Le mot ‹prix› revient 3 fois (‹Nous baissons le prix pour le client›), comme on le voit bien.", "right", ""),
        ("Le mot prix revient 3 fois: „Nous baissons le prix pour le client“, comme on le voit bien.", "right", ""),
        ("Le mot prix revient 3 fois: „Nous baissons le prix pour le client”, comme on le voit bien.", "right", ""),
        ("Le mot 'prix' revient 3 fois dans le texte 'entier', comme on le voit bien ici.", "near", "copy it"),
        ("L'auteur dit le mot prix 3 fois, qu'on lit d'un trait jusqu'au bout de l'article.", "near", "between quotation marks"),
        ("Le mot prix revient 3 fois : <<Nous baissons le prix pour le client>>, comme on le voit bien.", "near", "between quotation marks"),
        ("Le mot prix revient 3 fois : « client, et le prix », comme on le voit bien ici.", "right", ""),
        ("Le mot prix revient 3 fois : « client, et le », comme on le voit bien ici.", "near", "punctuation not counted"),
        (["prix", 3], "type", "text"), (5, "type", "text"), (..., "empty", ""),
    ],
)  # fmt: skip
def test_evidence_must_exist_and_the_missing_piece_is_named(answer: object, state: str, says: str) -> None:
    found, text = judge(EVIDENCE, answer)
    assert (found, says if says in text else text) == (state, says)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Client et prix : on compte 7.", "client"), ("Prix et client : on compte 7.", "prix"),
        ("Le client revient 7 fois.", "client"), ("Le mot « prix » pour le client : 7.", "prix"),
        ("Pour le client, le mot *prix* revient 7 fois.", "prix"), ("Le nom le plus court, 7 fois.", "le"),
        ("Le client paie le prix : 3 fois.", "prix"), ("Prix 3, client 2 : « Le client choisit. Nous baissons ».", "client"),
        ("Prix et client, ici 3 et 2 : « Aujourd’hui, l'équipe suit. »", "prix"),
        ("Le mot client, 2 fois : « le client ne vient pas du tout ».", "client"),
    ],
)  # fmt: skip
def test_the_word_that_was_looked_at_is_named_the_one_named_first(text: str, word: str) -> None:
    assert f"“{word}”" in judge(EVIDENCE, text)[1]


@pytest.mark.parametrize(
    "own",
    [
        "Ici, prix 3, client 2", "Prix et client figurent 3 et 2 fois", "On lit 3 fois le mot prix et 2 fois client",
        "Le client (2) et le prix (3)", "Dans celle de 2022, le mot prix, 3 fois sur 21, se voit", "Le mot prix : 3 sur 21 mots (142,9 pour 1 000)",
        "En 2022, prix domine. Il figure 3 fois, client 2", "Les 3 occurrences de prix contre 2 de client", "We read 3 times *prix* in 21 words",
        "At 142.9 per 1,000 words, prix has a count of 3", "Le mot prix, dans ces deux fiches, revient 3 fois", "prix ×3, soit 14,3 %",
        "Sur 1 000 mots on aurait 143 fois le mot ; prix en fait 3 ici",
        "Avec 3 occurrences sur 21 mots (142,9 pour 1 000 ; intervalle de 50 à 346), prix se voit", "Prix (3/21, soit 142,9 pour 1 000)",
        "Prix, un mot parmi 21, avec un intervalle de 50 à 346, revient 3 fois", "Prix, 3 et 1 fois selon le texte", "Prix, 3 fois en 2 paragraphes",
    ],
)  # fmt: skip
def test_a_count_is_read_beside_its_word(own: str) -> None:
    assert (
        judge(EVIDENCE, f"{own}, comme le montre bien ici « Nous baissons le prix pour le client ».")[0]
        == "right"
    )


@pytest.mark.parametrize(
    "own",
    [
        "Prix 2, client 3", "Prix et client figurent 2 et 3 fois", "On lit 2 fois le mot prix et 3 fois client",
        "Le client (3) et le prix (2)", "Prix se trouve 2 fois et client 3 fois", "The client occurs 3 times and prix 2 times",
        "Prix, at 3 per 1,000 words", "Prix fait 3 % du texte", "Prix fait 3 pour cent du texte", "Prix revient 3.0 fois pour 1 000 mots",
        "On a 3 chats chez nous ; prix se voit", "Prix, dans un texte de 3 mots", "Prix, soit 2 sur 3", "Client 3 fois : le mot prix, rare",
        "Prix se voit. Le client figure 3 fois", "Le client figure 3 fois. Prix se voit",
        "Prix est 3 fois plus fréquent qu'ailleurs", "Prix is 3 times as frequent as elsewhere", "Prix est au rang n° 3", "On lit prix au paragraphe 3", "Prix has a G2 of 3",
        "Prix occurs in 3 paragraphs", "Prix est là depuis 3 ans", "Prix, 3 pourcent du texte", "Prix, at 3 in 1,000 words", "Prix, in 3 of 14 texts",
    ],
)  # fmt: skip
def test_a_figure_that_belongs_elsewhere_is_no_count(own: str) -> None:
    state, text = judge(
        EVIDENCE, f"{own}, comme le montre bien ici « Nous baissons le prix pour le client »."
    )
    assert state == "near" and "count" in text and "beside the word" in text


def test_a_rate_in_the_table_may_be_rounded() -> None:
    rates = asked(TABLE.assign(count=TABLE["per_1000"]))
    text = "Le mot client fait {} pour mille mots de ce texte : « Nous baissons le prix pour le client »."
    assert judge(rates, text.format("333,3"))[0] == "right"
    assert judge(rates, text.format("334"))[0] == "near"


@pytest.mark.parametrize(
    ("beginning", "state"),
    [
        ("In these sheets, prix", "right"), ("Dans ces fiches, le mot prix", "right"), ("« Dans ces fiches », le mot prix", "right"),
        ("*in these sheets*: prix", "right"), ("Le mot prix", "near"), ("Ici, dans ces fiches, le mot prix", "near"), ("Dans ces textes, le mot prix", "near"),
    ],
)  # fmt: skip
def test_a_text_begins_as_asked_in_either_language(beginning: str, state: str) -> None:
    question = replace(EVIDENCE, begins=Text("In these sheets", "Dans ces fiches"))
    text = f"{beginning} revient 3 fois : « Nous baissons le prix pour le client ». On le voit bien partout."
    found, said = judge(question, text)
    assert found == state and ("“In these sheets”" in said) == (state == "near")


def test_nobody_calls_a_finding_right_whose_argument_was_not_judged(monkeypatch, capsys) -> None:
    monkeypatch.setattr("motamot.checks.find_question", lambda name: EVIDENCE)
    check(
        "99.evidence",
        "Le mot prix, 3 fois, le montre très bien ici : « Nous baissons le prix pour le client ».",
    )
    said = capsys.readouterr().out
    assert said.startswith("✓ Complete. ") and "Right" not in said
