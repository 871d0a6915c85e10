"""Sentences end where a reader would stop, however the accents are written."""

import unicodedata

import pytest

from motamot import sentences


@pytest.mark.parametrize(
    "text", ["La rédaction. Quel bilan ?", "M. É. Dupré vend. Éric aussi.", "Fini. À demain."]
)
def test_accents_in_two_pieces_change_no_sentence(text: str) -> None:
    assert sentences(unicodedata.normalize("NFD", text)) == sentences(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oui. Non.", ["Oui.", "Non."]),
        ("M. Durand a 3.5 M€. Oui.", ["M. Durand a 3.5 M€.", "Oui."]),
        ("JDN. Quelle stratégie\u00a0? Une autre.", ["JDN. Quelle stratégie\u00a0?", "Une autre."]),
        ("La rédaction. Quel bilan ?", ["La rédaction. Quel bilan ?"]),
        ("Jean-Marc de la Tour. Nous grandissons.", ["Jean-Marc de la Tour. Nous grandissons."]),
        ("Pas du tout. Nous grandissons.", ["Pas du tout.", "Nous grandissons."]),
        ("Prix, services, etc. Nous verrons.", ["Prix, services, etc.", "Nous verrons."]),
        ("Prix, services, etc. et plus.", ["Prix, services, etc. et plus."]),
        ("Un titre\n\nUne phrase", ["Un titre", "Une phrase"]),
        ("une ligne\ncoupée. Fin.", ["une ligne\ncoupée.", "Fin."]),
        ("La directrice © Exemple\n\nOui.", ["La directrice © Exemple", "Oui."]),
        ("« Est-ce vrai ? » Oui.", ["« Est-ce vrai ? »", "Oui."]),
        (
            "Marie Durand © Exemple\nLa direction. Nous vendons.",
            ["Marie Durand © Exemple", "La direction. Nous vendons."],
        ),
        ("Un bilan ?\nLa direction. Bon.\nOui.", ["Un bilan ?", "La direction. Bon.", "Oui."]),
        (
            "Le 12 janv. 2021, M.\nDurand part. (...) Il revient.",
            ["Le 12 janv. 2021, M.\nDurand part.", "(...) Il revient."],
        ),
        ("il fait 19 °C. On sort.", ["il fait 19 °C.", "On sort."]),
        (
            "bah oui. et du coup euh... on mélange. voilà.",
            ["bah oui.", "et du coup euh... on mélange.", "voilà."],
        ),
        ("Vraiment ?! Ah… Bon.", ["Vraiment ?!", "Ah…", "Bon."]),
        ("", []),
        ("Quel atelier ! 😅 On répare. 👩‍🔧 Bon.", ["Quel atelier !", "😅 On répare.", "👩‍🔧 Bon."]),
    ],
)
def test_sentences_end_where_a_reader_would_stop(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected
