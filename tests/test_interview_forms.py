"""What the form of one paragraph tells, each rule with what it holds for and what it stops at."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from motamot.interview import edges, forms, furniture
from motamot.interview.labels import initials_of, named_labels, shape_of
from motamot.interview.paragraphs import page_paragraphs


def words(count: int, end: str = ".", opening: str = "") -> str:
    """Return so many words, the opening among them."""
    return " ".join([*opening.split(), *["mot"] * (count - len(opening.split()))]) + end


HOLDS: list[tuple[Callable[[str], bool], list[str], list[str]]] = [
    (forms.asks, ["Quel bilan ? (Rires)", "Quel bilan ? 🙂 »"], ["Quel bilan ?!", "Ils disent : « Quoi ? »"]),
    (forms.stops, ["Un bilan. 🙂 »"], ["Un bilan 🙂"]),
    (forms.opens_with_dash, ["– Oui"], ["-Oui", "a b"]),
    (forms.is_headline, [words(30, ""), "« Le prix compte. »"], [words(31, ""), "Un bilan.", "« Quel prix ? »"]),
    (
        forms.is_heading,
        ["Vitrine et prix", "« Le prix compte »", words(12, "", "Un")],
        ["Vitrine et prix,", "Le prix »", "vitrine", "(Vitrine)", words(13, "", "Un")],
    ),
    (forms.addresses, ["Vous vendez."], ["Vous et moi, nous vendons.", "Rien."]),
    (
        forms.may_ask,
        [
            words(60, "?"), words(120, "?", "Vous vendez"), words(15, "?", "Nous vendons"),
            "Je vends, et vous ?",
        ],
        [
            words(61, "?"), words(121, "?", "Vous vendez"), words(16, "?", "Nous vendons"),
            "Je vends. Et vous ?",
        ],
    ),
    (
        forms.may_request,
        [words(35, ".", "Parlez-nous"), "Vous vendez ici.", words(10, ".", "Ici, vous"), words(35, ".", "Vous")],
        [
            words(36, ".", "Parlez-nous"), "Parlez-nous de ce que j'ai vu.", "Permettez-moi de finir.",
            words(11, ".", "Ici, vous"),
        ],
    ),
    (forms.requests, ["– Racontez-nous.", words(35, ".", "Racontez-nous")], [words(36, ".", "Racontez-nous")]),
    (forms.leads_on, [words(15, "…")], [words(16, "…"), "Donc nous allons bien…", "Donc la ville."]),
    (forms.replies, ["– Oui, mais.", "« Non. »"], ["Oui-da", "Nous verrons."]),
    (forms.may_state, [words(25)], [words(26), "Le marché recule", "Notre marché recule."]),
    (forms.speaks, ["Nous vendons.", "Oui, il vend."], ["Le patron répond à nos questions.", "Il vend."]),
    (furniture.is_caption, [words(40, "", "Photo :"), "***"], [words(41, "", "Photo :"), "Photo : de qui ?"]),
    (
        furniture.is_byline,
        [words(25, "", "Publié le 3 mai"), words(7, " 3 mai 2021", "Lyon,"), "Lyon, 3 mai 2021"],
        [words(26, "", "Publié le 3 mai"), "Publié le 3 mai ?", "Elle date du 3 mai 2021.", words(8, " 3 mai 2021", "Lyon,")],
    ),
    (furniture.is_link, ["Partager", words(12, "", "Partager")], ["Partager ?", words(13, "", "Partager")]),
    (edges.is_signature, ["A. Roy et Luc Noir.", "Anne Roy . et Luc Noir"], ["Vitrine et prix"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "text", "holds"),
    [(rule, text, True) for rule, yes, _ in HOLDS for text in yes]
    + [(rule, text, False) for rule, _, no in HOLDS for text in no],
)
def test_a_rule_holds_up_to_its_bounds(rule: Callable[[str], bool], text: str, holds: bool) -> None:
    assert rule(text) is holds


@pytest.mark.parametrize(
    ("name", "shape"),
    [
        ("La rédaction", "role word"), ("La Revue du Net", "acronym"), ("La SNCF", "acronym"), ("L'INSEE", "acronym"),
        ("La belle Revue du Net", None), ("La revue des deux mondes", None), ("Martin", "single"),
        ("Évidemment", None), ("Traits d'union", "title"),
    ],
)  # fmt: skip
def test_a_label_is_known_by_its_capitals(name: str, shape: str | None) -> None:
    assert shape_of(name) == shape


def test_particles_have_no_initials() -> None:
    assert initials_of("Jean-Loup de La Tour") == "jllt"


def test_of_two_names_the_longer_is_the_label() -> None:
    found = named_labels(
        ["Zoé : Oui.", "Anne Roy : Oui.", "Anne : Non."], ["Anne", "Anne Roy", "Zoé"], skip=set()
    )
    assert [(label.name, label.rest) for label in found.values()] == [
        ("Zoé", "Oui."), ("Anne Roy", "Oui."), ("Anne", "Non."),
    ]  # fmt: skip


def test_lines_are_joined_without_a_blank_after_a_hyphen() -> None:
    lines = [
        "Un texte assez court dont les lignes sont-",
        "elles coupées au milieu de la phrase ici",
        "et encore une fois au milieu de la page ici",
        "pour finir.",
    ]
    (whole,) = page_paragraphs("\n".join(lines))
    assert "sont-elles coupées" in whole and "phrase ici et encore" in whole
