"""Each rule of `motamot lint` finds a planted slip, and passes what is well written."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from motamot.course.glossary import SOURCE, read_glossary
from motamot.course.lint import (
    RULES,
    figures,
    guides,
    headers,
    lengths,
    links,
    numbers,
    twins,
    typography,
    wording,
)
from motamot.course.lint.pages import Page, Rule, Shown
from motamot.course.source import Cell

ROOT = Path(__file__).parent.parent
GLOSSARY = read_glossary(ROOT / SOURCE)
FILES = frozenset(f"notebooks/{language}/00_start.ipynb" for language in ("en", "fr"))
LONG = "word " * 130
HEADER = Cell(
    "markdown",
    "# 07 Sample\n\n**Our question.** How many?\n\n- **O1** count words;\n- **O2** draw bars.\n\n"
    "| minutes | you need |\n|---|---|\n| 25 | [00](00_start.ipynb) |",
    1,
    "en",
)
EN_TETE = Cell(
    "markdown",
    "# 07 Exemple\n\n**Notre question.** Combien\u00a0?\n\n- **O1** compter des mots\u00a0;\n- **O2** tracer des barres.\n\n"
    "| minutes | prérequis |\n|---|---|\n| 25 | [00](00_start.ipynb) |",
    15,
    "fr",
)
RECAP = [
    Cell("markdown", "## End\n\n- **O1** a\n- **O2** b", line, name)
    for line, name in ((40, "en"), (50, "fr"))
]


def en(text: str) -> Cell:
    return Cell("markdown", text, 100, "en")


def fr(text: str) -> Cell:
    return Cell("markdown", text, 200, "fr")


def code(text: str = "x = 1") -> Cell:
    return Cell("code", text, 300)


@dataclass(frozen=True)
class Case:
    """A rule, cells that break it, what the finding says, and cells that keep it."""

    rule: Rule
    bad: Sequence[Cell]
    says: str
    good: Sequence[Cell]
    kind: str = "lesson"
    shown: dict[str, dict[int, Shown]] = field(default_factory=dict)
    good_shown: dict[str, dict[int, Shown]] = field(default_factory=dict)
    twin: str = ""


def frame(english: str, french: str) -> list[Cell]:
    return [Cell("markdown", english, 1, "en"), Cell("markdown", french, 15, "fr"), *RECAP]


def prose(english: str) -> list[Cell]:
    """Return an English cell on its own, after two code cells and a header, so that it is looked at."""
    return [HEADER, EN_TETE, en(english)]


GUIDE = "# T\n\n## Plan\n\n1,000 words, 2.5 each: `07.one`, « 8\u202f975 »\n\n| a | b |\n| yes | no |\n\n## Rubric\n\n9 of 15"
GUIDE_FR = (
    "# T\n\n## Plan\n\n1\u202f000 mots, 2,5 chacun : `07.one`, « 8\u202f975 »\n\n| a | b |\n| oui | non |\n"
)
GOOD_HEADER = [HEADER, EN_TETE, *RECAP]
CASES = [
    Case(lengths.number_of_cells, [code()] * 24, "24 cells; a lesson has 25 to 40", [code()] * 25),
    Case(lengths.number_of_cells, [code()] * 41, "41 cells", [code()] * 40),
    Case(lengths.code_lines, [code("x\n" * 21)], "21 lines of code", [code("x\n" * 4)]),
    Case(lengths.code_lines, [code("x\n" * 5)], "in the median", [code("x\n" * 4), code("x"), code("x\n" * 9)]),
    Case(
        lengths.code_lines, [code("x")] * 8 + [code("x\n" * 12)] * 2, "90th percentile of code is 12",
        [code("x")] * 9 + [code("x\n" * 12)],
    ),
    Case(lengths.prose_words, [en(LONG)], "en prose is 130 words; 120 at most: line 100 (130)", [en("word " * 120)]),
    Case(lengths.sentence_words, [fr("mot " * 40)], "fr sentences is 40 words", [fr(f"{'mot ' * 20}. {'Mot ' * 20}.")]),
    Case(
        numbers.typed_results, [*prose("We found 42 words."), code("len(w)")], "the number 42",
        [*prose("We found 42 words."), code("len(w)")], good_shown={"en": {3: Shown("42\n")}},
    ),
    Case(
        numbers.typed_results, [*prose("In the kit's interview, 42 words."), code(), en("x"), code("y")], "the number 42",
        [*prose("In the kit's interview, 42 words."), code(), en("x"), code("y")],
        good_shown={"en": {5: Shown("42")}},
    ),
    Case(
        numbers.typed_results, [*prose("In lesson 02, 3.5 of them"), code()], "3.5",
        [*prose("**Your turn.** Try 12.\n\nLesson 03, 25 minutes, 1,000 words, `9`, *50 000*, in 2021, 10.5 a word."), code("10.526")],
    ),
    Case(
        numbers.typed_results, [*prose("<details><summary>Yes</summary>It is 81 %.</details>"), code()], "81",
        [*prose("**1. Two codings agree in 81 %.**\n\n<details><summary>81 %</summary>No.</details>"), code()],
    ),
    Case(figures.images, [en("![](bars.png)")], "an image without alt text", [en("![Bars of five words](bars.png)")]),
    Case(figures.images, [en('<img src="a.png">')], "an <img> without alt", [en('<img alt="Bars" src="a.png">')]),
    Case(
        figures.drawn_figures, [code("plot()")], "has no alt text", [code("plot()")],
        shown={"en": {0: Shown("", undescribed=True)}}, good_shown={"en": {0: Shown("bars")}},
    ),
    Case(twins.parity, [en("# One"), fr("## Un")], "headings: 1 in English, 2 in French", [en("# One"), fr("# Un")]),
    Case(twins.parity, [en("- a\n- b"), fr("- a")], "list items: 2 in English, 1", [en("- a\n- b"), fr("- a\n- b")]),
    Case(twins.parity, [en("`len`"), fr("`sum`")], "pieces of code: `len`", [en("`len` a"), fr("a `len`")]),
    Case(
        twins.parity, [en("`data/a/README.md`"), fr("`data/b/LISEZMOI.md`")], "pieces of code: `data/a/README.md`",
        [en("`data/a/README.md`"), fr("`data/a/LISEZMOI.md`")],
    ),
    Case(twins.parity, [en("**a**"), fr("a")], "bold passages: 1", [en("**a**"), fr("**a**")]),
    Case(twins.parity, [en("|a|b|"), fr("|a|")], "cells of table rows: 2", [en("|a|b|"), fr("|a|b|")]),
    Case(twins.parity, [en("[a](b.ipynb)"), fr("a")], "links: b.ipynb", [en("[a](b.ipynb)"), fr("[a](b.ipynb)")]),
    Case(
        twins.parity, [en("<details>a</details>"), fr("a")], "answers that open",
        [en("<details>a</details>"), fr("<details>a</details>")],
    ),
    Case(twins.parity, [en("word " * 30), fr("mot " * 60)], "2.00 times as long", [en("word " * 30), fr("mot " * 36)]),
    Case(
        twins.linked_terms,
        [en("[type](glossary.ipynb#type)"), fr("rien")],
        "only the edition en of this lesson links to the term type",
        [en("[type](glossary.ipynb#type)"), fr("rien"), en("x"), fr("[forme](glossary.ipynb#forme)")],
    ),
    Case(links.targets, [en("[next](09_none.ipynb)")], "notebooks/en/09_none.ipynb, which", [en("[start](00_start.ipynb)")]),
    Case(links.targets, [en("[here](00_start.ipynb)")], "does not say where", [en("[start](00_start.ipynb)")]),
    Case(
        links.targets, [fr("[x](glossary.ipynb#fréquences-relatives)")], "is it #fréquence-relative?",
        [fr("[x](glossary.ipynb#fréquence-relative)")],
    ),
    Case(links.targets, [en("## Two ways\n\n[x](#two-ways)")], "no heading", [en("## Two ways\n\n[x](#Two-ways)")]),
    Case(
        links.targets, [en("[x](glossary.ipynb#token)")], "only lessons lie beside", [en("[x](#A)\n\n# A")],
        kind="exercises",
    ),
    Case(
        links.first_uses,
        [HEADER, en("Two tokens.")],
        "the first “tokens” of the lesson",
        [HEADER, en("# Tokens\n\nTwo [tokens](glossary.ipynb#token)."), en("A token")],
    ),
    Case(headers.header, frame("Sample", EN_TETE.text), "begins with its title", GOOD_HEADER),
    Case(headers.header, frame(HEADER.text.replace("How many?", "Words."), EN_TETE.text), "no line “**Our q", GOOD_HEADER),
    Case(headers.header, frame(HEADER.text.replace("count", "understand"), EN_TETE.text), "“understand”", GOOD_HEADER),
    Case(headers.header, frame(HEADER.text, EN_TETE.text.replace("compter", "connaître")), "“connaître”", GOOD_HEADER),
    Case(headers.header, frame(HEADER.text.replace("O2", "O3"), EN_TETE.text), "objectives [1, 3]", GOOD_HEADER),
    Case(headers.header, frame(HEADER.text.replace("25", "some"), EN_TETE.text), "not a number", GOOD_HEADER),
    Case(headers.header, frame(HEADER.text.replace("[00](00_start.ipynb)", "00"), EN_TETE.text), "link to no", GOOD_HEADER),
    Case(headers.header, frame(HEADER.text.replace("you need", "next"), EN_TETE.text), "no table of minutes", GOOD_HEADER),
    Case(headers.header, [HEADER, EN_TETE, RECAP[0], fr("- **O1** a")], "back to O2 in fr", GOOD_HEADER),
    Case(headers.heading_order, [en("# A\n\n### B")], "jumps from level 1 to 3", [en("# A\n\n## B\n\n### C\n\n## D")]),
    Case(headers.heading_order, [en("# A"), en("# B")], "a second title", [en("# A"), en("## B")]),
    Case(wording.fixed_terms, [fr("Deux tokens.")], "write occurrence", [fr("Deux occurrences, ou *tokens*.")]),
    Case(wording.fixed_terms, [fr("Un mot-clé.")], "contraste lexical", [fr("Un contraste lexical.")]),
    Case(
        wording.fixed_terms, [fr("La fréquence est de 5 pour 1\u00a0000 mots.")], "bare *fréquence*",
        [fr("La fréquence relative est de 5 pour 1\u00a0000 mots.")],
    ),
    Case(wording.fixed_terms, [fr("Le monde digital.")], "numérique", [fr("Le monde numérique, *digital* dans le texte.")]),
    Case(
        wording.fixed_terms, [fr("Un rôle significatif.")], "marqué",
        [fr("L’écart n’est pas significatif\u00a0: le hasard suffit.")],
    ),
    Case(wording.fixed_terms, [fr("Les étudiant·es.")], "epicene", [fr("Le public.")]),
    Case(wording.fixed_terms, [en("All stopwords.")], "stop words", [en("All stop words.")]),
    Case(wording.fixed_terms, [en("We tokenise.")], "American", [en("We tokenize; two analyses.")]),
    Case(wording.voice, [fr("Exécute la cellule.")], "imperative of vous", [fr("Exécutez la cellule.")]),
    Case(wording.voice, [fr("Si tu lis.")], "say tu", [fr("Si vous lisez «\u00a0tu\u00a0».")]),
    Case(wording.voice, [en("The learner reads.")], "speaks to its reader", [en("You read.")]),
    Case(wording.voice, [en("Simply run it.")], "not to another", [en("Run it.")]),
    Case(wording.exclamations, [en("Well done!")], "calm", [en("Well done. `a != b`, *Vraiment !*")]),
    Case(
        wording.other_language, [fr("C’est the texte.")], "“the”, English in French",
        [fr("C’est *the* texte, `for x in y`, «\u00a0the\u00a0».")],
    ),
    Case(wording.other_language, [en("Count dans it.")], "“dans”, French in English", [en("Count *dans*.")]),
    Case(typography.typography, [fr("Quoi ?")], "goes before ?", [fr("Quoi\u00a0? `a ?` 10:30, oui\u202f; [a](b.ipynb)")]),
    Case(typography.typography, [fr("Quoi:")], "goes before :", [fr("| a\u00a0: |\n|:--|\n| `x`\u00a0: |")]),
    Case(typography.typography, [fr("« oui »")], "goes after «", [fr("«\u00a0oui\u00a0»")]),
    Case(typography.typography, [fr("5 %")], "goes before %", [fr("5\u00a0%")]),
    Case(typography.typography, [fr("l'eau")], "the apostrophe is ’", [fr("l’eau et `l'eau`")]),
    Case(typography.typography, [fr('Le "prix"')], "quotation marks", [fr("Le «\u00a0prix\u00a0», `\"prix\"`")]),
    Case(typography.typography, [fr("1 000 mots")], "between thousands", [fr("1\u202f000 mots")]),
    Case(typography.typography, [fr("A vous de jouer.")], "À keeps", [fr("À vous. Réponse A. A et B.")]),
    Case(typography.typography, [fr("Ecrivez.")], "É keeps", [fr("Écrivez. Entre nous.")]),
    Case(typography.typography, [fr("Et...")], "one sign", [fr("Et…")]),
    Case(typography.typography, [en("Two  blanks")], "two blanks", [en("| one  | two |\n- a\n  b")]),
    Case(typography.typography, [en("Why ?")], "English puts no blank", [en("Why? *Quoi ?*")]),
    Case(
        typography.typography, [en("say « Quoi ? »")], "goes before ?", [en("say «\u00a0Quoi\u00a0?\u00a0» : 5 %")],
        kind="guide",
    ),
    Case(guides.guide_parity, [en("# T")], "no guide_fr.md beside it", [fr("# T")], kind="guide"),
    *(
        Case(guides.guide_parity, [fr(bad)], says, [fr(GUIDE_FR)], kind="guide", twin=GUIDE)
        for bad, says in (
            (GUIDE_FR.replace("2,5", "2,7"), "figures: 2.5 only in English; 2.7 only in French"),
            (GUIDE_FR.replace("| non |", "| non | 9 |"), "tables:"),
            (GUIDE_FR.replace("07.one", "07.two"), "questions: 07.one only in English; 07.two only in French"),
            (f"{GUIDE_FR}\n\n## Barème", "3 sections, and 2 in guide.md"),
        )
    ),
]  # fmt: skip


def found(case: Case, cells: Sequence[Cell], shown: dict[str, dict[int, Shown]]) -> list[str]:
    page = Page(
        f"lessons/07_sample/{case.kind}.py", case.kind, "07_sample", cells, GLOSSARY, FILES, shown, case.twin
    )
    return [text for _, text in case.rule(page)]


def names() -> list[str]:
    return [f"{case.rule.__name__}-{number}" for number, case in enumerate(CASES)]


@pytest.mark.parametrize("case", CASES, ids=names())
def test_a_planted_slip_is_found(case: Case) -> None:
    told = found(case, case.bad, case.shown)
    assert any(case.says in text for text in told), told


@pytest.mark.parametrize("case", CASES, ids=names())
def test_what_is_well_written_passes(case: Case) -> None:
    assert found(case, case.good, case.good_shown) == []


def test_no_rule_is_without_a_case() -> None:
    assert {case.rule for case in CASES} == set(RULES)


def test_a_finding_names_the_line_of_the_source() -> None:
    page = Page("x", "lesson", "07_sample", [Cell("markdown", "Un.\n\nDeux tokens.", 10, "fr")], GLOSSARY)
    assert [line for line, _ in wording.fixed_terms(page)] == [13]
