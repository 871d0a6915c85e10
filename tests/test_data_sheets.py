"""Each data sheet, and the guide for coders, says the same in both languages, and reaches the learner's folder."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from twin_pages import FILE, differences, figures, slips

from motamot._paths import share
from motamot.course.lint.markup import TABLE_ROW
from motamot.course.lint.twins import pieces_of
from motamot.workspace import prepare_folder

DATA = share("data")
SHEETS = sorted(path.parent for path in DATA.rglob("README.md"))
NAMES = {"en": "README.md", "fr": "LISEZMOI.md"}
THEME = re.compile(r"\| (?:[^|(]+\(`)?(?P<theme>[a-z]+)(?:`\))? \|")


def read(folder: Path, language: str) -> str:
    return (folder / NAMES[language]).read_text(encoding="utf-8")


def name_of(folder: Path) -> str:
    return folder.relative_to(DATA).as_posix()


@pytest.mark.parametrize("folder", SHEETS, ids=name_of)
def test_a_sheet_says_the_same_in_both_languages(folder: Path) -> None:
    assert differences(read(folder, "en"), read(folder, "fr")) == set()


def test_the_five_folders_of_data_have_their_sheets() -> None:
    found = {language: {path.parent for path in DATA.rglob(name)} for language, name in NAMES.items()}
    assert found["en"] == found["fr"] == {path.parent for path in DATA.rglob("checksums.txt")}
    assert len(SHEETS) == 5


@pytest.mark.parametrize(
    ("there", "instead", "named"),
    [
        ("## Limites", "### Limites", {"headings"}),
        ("## Limites\n", "", {"headings"}),
        ("- La troisième", "La troisième", {"list items"}),
        ("| Licence | CC BY 4.0 (LICENSE-CONTENT) |\n", "", {"cells of table rows", "figures of rows", "files", "versions"}),
        ("7\u202f257 mots", "7\u202f275 mots", {"figures", "figures of rows"}),
        ("7\u202f257 mots", "7 257 mots", {"figures", "figures of rows"}),
        ("0,93 | 0,97", "0,97 | 0,93", {"figures of rows"}),
        ("0,93 | 0,97", "0,93 | 0.97", {"figures", "figures of rows"}),
        ("5,1 milliards", "51 milliards", {"figures"}),
        ("est de 0,90", "est de 0,9", {"figures"}),
        ("**avant** toute", "avant toute", {"bold passages"}),
        ("`planted.csv` recense", "`semis.csv` recense", {"files"}),
        ("voyez data/gold", "voyez data/or", {"files"}),
        ("](README.md)*", "](../README.md)*", {"link", "links", "files"}),
        ("`count_themes`", "`compte_themes`", {"code"}),
    ],
)  # fmt: skip
def test_a_slip_in_one_language_is_named(there: str, instead: str, named: set[str]) -> None:
    english, french = (read(DATA / "statements", language) for language in ("en", "fr"))
    assert there in french
    assert differences(english, french.replace(there, instead)) == named


FRENCH = sorted([*(folder / NAMES["fr"] for folder in SHEETS), DATA / "gold" / "guide_de_codage.md"])


@pytest.mark.parametrize("sheet", FRENCH, ids=name_of)
def test_the_french_is_typeset_and_named_as_in_the_lessons(sheet: Path) -> None:
    assert slips(sheet.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "slip", ["Fichier : a", "l'avis", "« ici »", "le token", "un outil digital", "Voyez the file"]
)
def test_a_slip_of_french_is_found(slip: str) -> None:
    assert slips(f"# Fiche\n\n{slip}.") != []


GUIDE, GUIDE_FR = (
    (DATA / "gold" / name).read_text(encoding="utf-8") for name in ("coding_guide.md", "guide_de_codage.md")
)


def plain(text: str) -> str:
    """Return a text without italics, its blanks as one space each."""
    return " ".join(text.split()).replace("\u00a0", " ").strip("*")


def themes(guide: str, column: int) -> dict[str, str]:
    """Return a column of the table of themes by the name of the theme."""
    rows = [
        row.group() for row in TABLE_ROW.finditer(guide) if not re.match(r"\| (?:theme|thème) ", row.group())
    ]
    named = [(THEME.match(row), row.strip().strip("|").split("|")) for row in rows]
    return {match["theme"]: plain(cells[column]) for match, cells in named if match}


def test_the_french_guide_holds_the_french_that_the_coders_had_word_for_word() -> None:
    given = [plain(text) for text in GUIDE.split("\n\n") if text.startswith(("*Lisez", "*Un chiffre"))]
    assert len(given) == 2
    assert all(text in plain(GUIDE_FR) for text in given)
    assert themes(GUIDE, 2) == themes(GUIDE_FR, 1)
    assert len(themes(GUIDE_FR, 1)) == 10


def test_the_french_guide_has_the_form_of_the_one_that_was_used() -> None:
    assert list(themes(GUIDE, 0)) == list(themes(GUIDE_FR, 0))
    assert all(themes(GUIDE_FR, 2).values())
    assert pieces_of(GUIDE)["headings"] == pieces_of(GUIDE_FR)["headings"]
    assert set(figures(GUIDE, "en")) == set(figures(GUIDE_FR, "fr"))
    # The page that the coders had is kept as it was, so only the French one and the sheets link.
    assert GUIDE_FR.split("\n\n")[1] == "*[In English](coding_guide.md)*"
    for language in ("en", "fr"):
        assert {"coding_guide.md", "guide_de_codage.md"} <= set(FILE.findall(read(DATA / "gold", language)))


def test_both_languages_reach_the_learners_folder(tmp_path: Path) -> None:
    prepare_folder(tmp_path / "work")
    wanted = [*FRENCH, *(folder / NAMES["en"] for folder in SHEETS), DATA / "gold" / "coding_guide.md"]
    for path in wanted:
        assert (tmp_path / "work" / "data" / path.relative_to(DATA)).read_bytes() == path.read_bytes()
