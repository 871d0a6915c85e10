"""What in a text may point to a person."""

import unicodedata

import pytest

from motamot.privacy import personal_data


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("Appelez le 06.12.34.56.78.", "telephone", "06.12.34.56.78"),
        ("Depuis l’étranger : +33 6 12 34 56 78", "telephone", "+33 6 12 34 56 78"),
        ("Écrivez à a.b-c@mail.exemple.fr.", "e-mail", "a.b-c@mail.exemple.fr"),
        ("Je vois Jean-Marc de la Tour ici", "name", "Jean-Marc de la Tour"),
        ("hier, Mme Le Goff parlait", "name", "Mme Le Goff"),
        ("Tél. : +33 (0)1 23 45 67 89", "telephone", "+33 (0)1 23 45 67 89"),
        ("(+33) 6 12 34 56 78", "telephone", "(+33) 6 12 34 56 78"),
        ("à Liège, +32 4 123 45 67", "telephone", "+32 4 123 45 67"),
        ("au 01/23/45/67/89", "telephone", "01/23/45/67/89"),
        ("anne (at) exemple.fr", "e-mail", "anne (at) exemple.fr"),
        ("ici, Gaëlle N'Guyen", "name", "Gaëlle N'Guyen"),
        ("selon Fatou N’Diaye.", "name", "Fatou N’Diaye"),
        ("avec Tanguy Le Floc'h", "name", "Tanguy Le Floc'h"),
        ("texte : Nadine GUILLOUX-ROY", "name", "Nadine GUILLOUX-ROY"),
        ("Présents : M. LE GOFF", "name", "M. LE GOFF"),
        ("ÉDOUARD DE LA ROCHE. - Oui.", "name", "ÉDOUARD DE LA ROCHE"),
        ("dit J.-P. Martin hier", "name", "J.-P. Martin"),
    ],
)
def test_people_are_noticed(text: str, kind: str, found: str) -> None:
    table = personal_data(text)
    assert (kind, found) in list(zip(table["kind"], table["text"], strict=True))


def test_names_with_accents_in_two_pieces_are_noticed() -> None:
    table = personal_data(unicodedata.normalize("NFD", "Mme Éléonore Dupré, Zoé Pétillon"))
    assert sorted(table["text"]) == ["Mme Éléonore Dupré", "Zoé Pétillon"]


def test_ordinary_numbers_and_sentences_point_to_nobody() -> None:
    page = (
        "En 2021, nous avons vendu 50 000 livres.\nLA RÉDACTION : Le 01/02/2023 ?\nLe PDG et la RATP, A. R."
    )
    assert personal_data(page).empty
