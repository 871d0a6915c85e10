"""What the warm process loads beforehand: a mistake there is silent, and costs time in every run."""

import subprocess
import sys

import pytest
from handed_in import ATTACKS, UNIT

from motamot.course.grading.grader import Grader
from motamot.course.grading.needs import _SIGNS, groups_of
from motamot.course.grading.sandbox.warmth import _USE, GROUPS

USED = """
import importlib, sys
from motamot.course.grading.sandbox import warmth
group = sys.argv[1]
missing = []
for name in warmth.GROUPS[group]:
    try:
        importlib.import_module(name)
    except ImportError:
        missing.append(name)
warmth._USE[group]()
print(*missing)
"""
# Extras that an instructor need not have.
OPTIONAL = {"nltk", "nltk.tokenize", "nltk.probability", "nltk.stem.snowball", "simplemma"}


@pytest.mark.parametrize("group", GROUPS)
def test_all_that_is_to_be_warm_is_there_and_can_be_used(group: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", USED, group], capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert set(done.stdout.split()) <= OPTIONAL


def test_every_sign_leads_to_a_group() -> None:
    assert {*_SIGNS, "base"} == set(GROUPS) == set(_USE)


@pytest.mark.parametrize(
    ("cell", "groups"),
    [
        ("from motamot import word_cloud", ["clouds"]),
        ("ax.figure.savefig('a.png')", ["pictures"]),
        ("fig.draw_without_rendering()", ["pictures"]),
        ("found = count_themes(text, load_lexicon())", ["themes"]),
        ("from scipy.stats import hypergeom", ["science"]),
        ("from IPython.display import Markdown", ["shell"]),
        ("x = 1\n%matplotlib inline", ["shell"]),
        ("files = !ls", ["shell"]),
        ("words?", ["shell"]),
        ("await f()", ["shell"]),
        ('page = """Et l’avenir ?\n\nD’autres en parlent."""\nrest = 7 % 2', []),
        ("keyness(first, second)\nplot_frequencies(table)", []),
    ],
)
def test_a_notebook_asks_by_what_it_names(cell: str, groups: list[str]) -> None:
    assert groups_of(["1", cell]) == groups


def test_a_module_beside_the_notebook_finds_the_same_shell_whoever_was_graded_before() -> None:
    helper = (
        b"from IPython import get_ipython\nget_ipython().run_line_magic('matplotlib', 'inline')\ntotal = 1\n"
    )
    with Grader(ATTACKS / "questions") as grader:
        first = grader.grade(
            ["from helper import total"], UNIT, hidden_seed=b"seed", files={"helper.py": helper}
        )
        assert (first.notes, first.marks[0].seen) == ((), "1")
