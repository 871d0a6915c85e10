"""The pages for instructors say the same in both languages, and lead somewhere."""

import re
from collections import Counter
from pathlib import Path

import pytest
from twin_pages import TWINS, differences, in_english, lines_to_twins, slips

from motamot.course.lint.markup import CODE, LINK, headings_of

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
FRENCH = sorted(name for name in TWINS if (DOCS / name).is_file())
PAGES = [DOCS / name for french in FRENCH for name in (TWINS[french], french)]


def read(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def blocks(page: str) -> list[str]:
    return [code for code in CODE.findall(page) if code.startswith("```")]


def apart(english: str, french: str, twin: str) -> set[str]:
    """Name what differs; pages for instructors have the same code, too, as often, and blocks of it in one order."""
    found = differences(english, french, twin)
    if Counter(CODE.findall(in_english(english))) != Counter(CODE.findall(in_english(french))):
        found.add("code")
    if blocks(english) != blocks(french):
        found.add("blocks of code")
    lines = lines_to_twins(twin)
    for page, line, foreign in ((english, lines["en"], TWINS.keys()), (french, lines["fr"], TWINS.values())):
        if {link["target"] for link in LINK.finditer(page.replace(line, ""))} & set(foreign):
            found.add("links to the other language")
    return found


def anchors(page: str) -> set[str]:
    """Return what a code-hosting site calls the headings of a page."""
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for _, _, title in headings_of(page)}


def lost_links(page: str, folder: Path) -> list[str]:
    """Return the links that lead to no file, or to no heading of theirs."""
    lost = []
    for link in LINK.finditer(CODE.sub("", page)):
        name, _, heading = link["target"].partition("#")
        place = folder / name
        if not place.is_file() or (heading and heading not in anchors(place.read_text(encoding="utf-8"))):
            lost.append(link["target"])
    return lost


def test_what_instructors_need_is_in_french() -> None:
    assert FRENCH == [
        "LISEZMOI.md",
        "bac_a_sable.md",
        "distribuer.md",
        "ecrire_ses_questions.md",
        "noter.md",
    ]


@pytest.mark.parametrize("twin", FRENCH)
def test_a_page_says_the_same_in_both_languages(twin: str) -> None:
    assert apart(read(TWINS[twin]), read(twin), twin) == set()


@pytest.mark.parametrize("twin", FRENCH)
def test_the_french_is_typeset_and_named_as_in_the_lessons(twin: str) -> None:
    assert slips(read(twin)) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_each_link_leads_somewhere(page: Path) -> None:
    assert lost_links(page.read_text(encoding="utf-8"), page.parent) == []


def test_the_readme_leads_each_reader_to_pages_in_their_language() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for text, french in zip(readme.split("## En français"), (False, True), strict=True):
        linked = {link["target"] for link in LINK.finditer(text)}
        assert linked >= {f"docs/{name if french else TWINS[name]}" for name in FRENCH}
        assert not linked & {f"docs/{TWINS[name] if french else name}" for name in FRENCH}


@pytest.mark.parametrize(
    ("twin", "there", "instead", "named"),
    [
        ("noter.md", "## Options", "### Options", {"headings"}),
        ("noter.md", "## 2. Noter\n", "", {"headings", "figures"}),
        ("noter.md", "| *pending* | pas encore noté : relancez la commande |\n", "", {"cells of table rows", "figures of rows"}),
        ("noter.md", "| *pending* | pas", "| *pending* | | pas", {"cells of table rows"}),
        ("noter.md", "](grading.md)*\n", "](grading.md)\n", {"link", "links", "files", "links to the other language"}),
        ("noter.md", "--out marks\n```", "--out notes\n```", {"code", "blocks of code"}),
        ("noter.md", "`--jobs 4`", "`--jobs 8`", {"code", "figures", "figures of rows"}),
        ("noter.md", "`--require-sandbox`", "`--sandbox`", {"code"}),
        ("noter.md", "](bac_a_sable.md)", "](noter.md)", {"links", "files"}),
        ("noter.md", "](bac_a_sable.md)", "](sandbox.md)", {"links to the other language"}),
        ("bac_a_sable.md", "64 Mo", "46 Mo", {"figures"}),
        ("bac_a_sable.md", "Linux 5.14", "Linux 5.15", {"versions", "figures", "figures of rows"}),
        ("ecrire_ses_questions.md", "tolerance=0.05", "tolerance=0.5", {"code", "blocks of code"}),
        ("distribuer.md", "0,7 Go", "0.7 Go", {"figures"}),
        ("distribuer.md", "70 à 145", "70 à 154", {"figures"}),
        ("distribuer.md", "Python 3.11 à 3.13", "Python 3.12 à 3.13", {"versions"}),
        ("distribuer.md", "Python 3.11 à 3.13", "Python 3,11 à 3.13", {"versions", "figures"}),
        ("distribuer.md", "release 01 02 --to class.zip\n", "release 01 --to class.zip\n", {"code", "blocks of code"}),
        ("LISEZMOI.md", "- Rien", "Rien", {"list items"}),
        ("LISEZMOI.md", "| 7 | 04b |", "| 7 | 04a |", {"figures", "figures of rows"}),
        ("LISEZMOI.md", "**Exécution**", "Exécution", {"bold passages"}),
        ("LISEZMOI.md", "[noter.md](noter.md)", "`noter.md`", {"links", "code"}),
        ("LISEZMOI.md", "(distribuer.md)", "(releasing.md)", {"links to the other language"}),
    ],
)  # fmt: skip
def test_a_slip_in_one_language_is_named(twin: str, there: str, instead: str, named: set[str]) -> None:
    french = read(twin).replace("\u00a0", " ")
    assert there in french
    assert apart(read(TWINS[twin]).replace("\u00a0", " "), french.replace(there, instead), twin) == named


@pytest.mark.parametrize("link", ["notes.md", "noter.md#bareme", "../README.md#en-francais", "../docs"])
def test_a_link_that_leads_nowhere_is_named(link: str) -> None:
    assert lost_links(f"[noter](noter.md#3-regarder), [noter]({link})", DOCS) == [link]
