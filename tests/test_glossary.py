"""The glossary: complete, short, in order, and reached by the links of the lessons."""

import re
from pathlib import Path

import nbformat
import pytest

from motamot._language import LANGUAGES
from motamot.course.build import build, check_built, targets
from motamot.course.editions import make_notebook
from motamot.course.glossary import NAME, SOURCE, anchor, glossary_cells, read_glossary
from motamot.course.lint.markup import count_words
from motamot.errors import MotamotError

ROOT = Path(__file__).parent.parent
GLOSSARY = read_glossary(ROOT / SOURCE)
# The terms the course holds fixed, in both languages.
FIXED = {
    "token": "occurrence", "type": "forme", "lemma": "lemme", "partition": "partition", "part": "partie",
    "count": "fréquence", "rate per 1,000": "fréquence relative", "tokenize": "segmenter en mots",
    "normalize": "normaliser", "stop words": "mots vides", "function words": "mots-outils",
    "concordance": "concordance", "node": "pivot", "collocate": "cooccurrent", "turn": "tour de parole",
    "standfirst": "chapô", "lexicon": "lexique thématique", "hand coding": "codage manuel",
    "inter-coder agreement": "accord intercodeurs", "precision": "précision", "recall": "rappel",
    "keyness": "contraste lexical", "specificity": "spécificité", "dispersion": "dispersion",
    "confidence interval": "intervalle de confiance", "repeated segment": "segment répété", "pattern": "motif",
    "correspondence analysis": "analyse factorielle des correspondances", "kernel": "noyau", "cell": "cellule",
}  # fmt: skip


def test_the_fixed_terms_are_explained_under_their_fixed_names() -> None:
    pairs = {entry.term: GLOSSARY["fr"][key].term for key, entry in GLOSSARY["en"].items()}
    assert FIXED.items() <= pairs.items()


def test_definitions_are_short_and_each_has_an_example() -> None:
    long = {
        entry.term: words
        for language in LANGUAGES
        for entry in GLOSSARY[language].values()
        if (words := count_words(entry.definition)) > 50
    }
    assert long == {}
    assert all(entry.example for language in LANGUAGES for entry in GLOSSARY[language].values())


def test_a_misconception_is_met_in_both_languages_or_in_none() -> None:
    one, two = ({key for key, entry in GLOSSARY[language].items() if entry.beware} for language in LANGUAGES)
    assert one == two
    assert {
        "cleaning",
        "count",
        "stop-words",
        "word-cloud",
        "p-value",
        "lexicon",
        "confidence-interval",
    } <= one
    assert {"statistically-significant", "correspondence-analysis"} <= one


def test_each_alphabet_is_that_of_its_language() -> None:
    french = [entry.term for entry in GLOSSARY["fr"].values()]
    assert french.index("dispersion") < french.index("élision") < french.index("encodage")
    assert french.index("mots-outils") < french.index("mots vides")
    assert next(iter(GLOSSARY["en"].values())).term == "alt text"


@pytest.mark.parametrize("language", LANGUAGES)
def test_terms_have_anchors_and_cells_of_their_own(language: str) -> None:
    anchors = [anchor(entry.term) for entry in GLOSSARY[language].values()]
    assert len(set(anchors)) == len(anchors)
    notebook = make_notebook(glossary_cells(ROOT / SOURCE), NAME, "notebooks", language)
    ids = {cell.id for cell in notebook.cells}
    assert len(ids) == len(anchors) + 1
    linked = set(
        re.findall(r"\(glossary\.ipynb#cell-id=([^)]+)\)", "".join(c.source for c in notebook.cells))
    )
    assert linked == ids - {"glossary-001"}


def small(root: Path, text: str) -> Path:
    path = root / SOURCE
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return root


ENTRY = """[b]
see = ["b"]
en.term = "beta"
en.definition = "Second."
en.example = "b"
fr.term = "bêta"
fr.definition = "Deuxième."
fr.example = "b"
"""


def test_it_is_built_without_a_kernel_and_checked_like_a_lesson(tmp_path: Path) -> None:
    root = small(tmp_path, ENTRY)
    assert [target.name for target in targets(root)] == [
        f"notebooks/{lang}/glossary.ipynb" for lang in LANGUAGES
    ]
    assert build(root) == [f"notebooks/{lang}/glossary.ipynb" for lang in LANGUAGES]
    assert check_built(root) == []
    assert build(root) == []
    notebook = nbformat.read(root / "notebooks/fr/glossary.ipynb", as_version=4)
    assert [cell.id for cell in notebook.cells] == ["glossary-001", "term-beta"]
    assert notebook.cells[1].source.startswith("## bêta\n\nEn anglais\u00a0: *beta*\n\nDeuxième.")
    assert "[bêta](glossary.ipynb#cell-id=term-beta)" in notebook.cells[0].source
    (root / SOURCE).write_text(ENTRY.replace("Second.", "The second."), encoding="utf-8")
    assert any("changed after notebooks/en/glossary.ipynb was built" in text for text in check_built(root))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('see = ["b"]', 'see = ["c"]', "lessons/glossary.toml:1: see names c, which is no entry"),
        ('fr.example = "b"\n', "", "fr lacks example"),
        ("en.example", "en.exemple", "en has the unknown exemple"),
        ("[b]\n", "[b]\n[b]\n", "lessons/glossary.toml is not TOML: Cannot declare ('b',) twice (at line 2"),
    ],
)
def test_an_entry_that_is_not_in_order_is_refused_with_its_line(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    root = small(tmp_path, ENTRY.replace(old, new))
    with pytest.raises(MotamotError, match=re.escape(told)):
        read_glossary(root / SOURCE)
