"""In a notebook: HTML that can be read aloud, overwritten built-in names told, silence where asked for."""

import html.parser
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = """
import json, sys
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output
shell = InteractiveShell.instance()
said = []
for cell in json.load(sys.stdin):
    with capture_output() as seen:
        result = shell.run_cell(cell)
    said.append({
        "error": repr(result.error_in_exec) if result.error_in_exec else None,
        "plain": seen.stdout + "".join(one.data["text/plain"] for one in seen.outputs),
        "html": "".join(one.data.get("text/html", "") for one in seen.outputs),
    })
print(json.dumps(said), file=sys.__stdout__)
"""


def run_cells(*cells: str, **environment: str) -> list[dict]:
    """Run cells in IPython as a kernel does, and return what each said."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], input=json.dumps(cells), capture_output=True, text=True,
        encoding="utf-8", check=True, env={**os.environ, "MOTAMOT_TEXT": "kit", **environment},
    )  # fmt: skip
    return json.loads(done.stdout.splitlines()[-1])


IMPORTS = "import re, sys, os\nfrom motamot import check, hint, words, use_language"
CUT = """def cut(sentence):
    return list(re.findall(r"aujourd'hui|\\w+'?", sentence.lower()))"""


@pytest.fixture(scope="module")
def bad_answers() -> dict[str, dict]:
    """What check says to bad answers, each in the notebook of somebody who overwrote list and len."""
    cells = {
        "shadowed": f"list = ['a']\nlen = 3\n{CUT}\ncheck('01.cut', cut)",
        "shadowed, named": "print = 5\ncheck('01.cut', lambda sentence: print(sentence))\ndel print",
        "raises": "del list, len\ncheck('01.cut', lambda sentence: sentence['words'])",
        "raises on inspection": """
class Trap:
    def __getattribute__(self, name): raise ValueError('trap')
    def __repr__(self): raise ValueError('trap')
check('01.answer_words', Trap())
check('01.top_words', [Trap()])
check('01.cut', lambda sentence: Trap())""",
        "prints 20 MB": f"{CUT}\ndef loud(sentence):\n    print('x' * 20_000_000)\n    return cut(sentence)\ncheck('01.cut', loud)",
        "loops": "def endless(sentence):\n    while True:\n        try:\n            pass\n        except Exception:\n            pass\ncheck('01.cut', endless)",
        "generator": "check('01.cut', lambda sentence: (word for word in sentence))",
        "leaves": "check('01.cut', lambda sentence: sys.exit())",
        "recursion": "def again(sentence): return again(sentence)\ncheck('01.cut', again)",
        "an error that cannot be shown": """
class Silent(Exception):
    def __str__(self): raise ValueError('trap')
def fails(sentence): raise Silent
check('01.cut', fails)""",
        "no question": "check(5, 'x')\ncheck('99.none', 'x')\nhint(None)",
        "right": f"{CUT}\ncheck('01.cut', cut)",
        "a table": "check('01.cut', lambda sentence: ['<b>'])",
    }
    return dict(zip(cells, run_cells(IMPORTS, *cells.values())[1:], strict=True))


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        ("shadowed", ("TypeError", "'list' object is not callable", "len, list is not Python’s", "restart the kernel")),
        ("shadowed, named", ("print",)),
        ("raises", ("TypeError", "With the input")),
        ("raises on inspection", ("Expected a number; got Trap", "differs", "Trap")),
        ("prints 20 MB", ("Right",)),
        ("loops", ("2 seconds", "loop without end")),
        ("generator", ("generator",)),
        ("leaves", ("SystemExit", "return")),
        ("recursion", ("RecursionError",)),
        ("an error that cannot be shown", ("Silent",)),
        ("no question", ("between quotes", "no question '99.none'", "01.cut")),
        ("right", ("Right",)),
    ],
)  # fmt: skip
def test_each_bad_answer_has_its_sentence_and_never_a_traceback(
    bad_answers: dict, answer: str, says: tuple
) -> None:
    said = bad_answers[answer]
    assert said["error"] is None and "Traceback" not in said["plain"]
    assert len(said["plain"]) < 3000
    for words in says:
        assert words in said["plain"]


def test_overwritten_names_are_mentioned_only_where_there_are_some(bad_answers: dict) -> None:
    assert "Python’s" not in bad_answers["raises"]["plain"]


class _Headings(html.parser.HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict]] = []

    def handle_starttag(self, tag: str, attributes: list) -> None:
        self.found.append((tag, dict(attributes)))


def test_the_table_has_a_caption_and_headers_for_columns_and_rows(bad_answers: dict) -> None:
    page = bad_answers["a table"]["html"]
    reader = _Headings()
    reader.feed(page)
    scopes = [attributes.get("scope") for tag, attributes in reader.found if tag == "th"]
    rows = [tag for tag, _ in reader.found].count("tr")
    assert scopes.count("col") == 4 and scopes.count("row") == rows - 1 > 1
    assert [tag for tag, _ in reader.found].count("caption") == 1
    assert "&lt;b&gt;" in page and "<b>" not in page
    assert 'role="status"' in page and 'aria-hidden="true"' in page


def test_french_feedback_is_marked_as_french() -> None:
    said = run_cells(IMPORTS, "use_language('fr')", "check('01.cut', 5)", "hint('01.cut')")
    assert 'lang="fr"' in said[2]["html"] and "Attendu" in said[2]["plain"]
    assert "rien n’est enregistré" in said[3]["plain"]


def test_where_it_is_inert_check_says_nothing_and_never_raises() -> None:
    cells = ("check('01.cut', 5)", "hint('01.cut')", "check('99.none', 5)")
    said = run_cells(IMPORTS, *cells, MOTAMOT_INERT="1", NBGRADER_EXECUTION="autograde")
    assert all(one == {"error": None, "plain": "", "html": ""} for one in said[1:])


def test_nothing_is_recorded(tmp_path: Path) -> None:
    (tmp_path / ".motamot").mkdir()
    (tmp_path / ".motamot" / "manifest.json").write_text("{}", encoding="utf-8")
    before = sorted(tmp_path.rglob("*"))
    run_cells(f"import os; os.chdir({str(tmp_path)!r})", IMPORTS, "check('01.cut', 5)", "hint('01.cut')")
    assert sorted(tmp_path.rglob("*")) == before


def test_check_imports_nothing_that_the_lesson_has_not() -> None:
    script = (
        "import sys; from motamot import *; raw = load_interview(); turns = read_interview(raw);"
        "table = frequencies(words(raw, stop=stop_words())); normalize(raw); check('01.nothing', ...);"
        "before = set(sys.modules);"
        "check('01.answer_words', 5); check('01.cut', words); check('01.voices', table); check('01.claim', 'a');"
        "new = {name for name in set(sys.modules) - before if not name.startswith(('motamot', 'encodings'))};"
        "print(sorted(new), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stderr.strip().splitlines()[-1] == "[]"


def test_an_error_of_the_library_shows_as_its_sentence_alone() -> None:
    said = run_cells("from motamot import frequencies", "frequencies('un texte')")[1]
    assert said["error"] is not None
    assert "MotamotError: " in said["plain"]
    assert "Traceback" not in said["plain"] and "counts.py" not in said["plain"]


def test_a_check_after_a_cell_that_failed_says_that_it_may_judge_an_older_value() -> None:
    check = "check('01.missed_step', step)"
    said = run_cells(IMPORTS, "step = 'case'", check, "step = elision", check, "step = 'case'", check)
    assert [("older value" in one["plain"]) for one in said] == [
        False,
        False,
        False,
        False,
        True,
        False,
        False,
    ]


def test_a_hint_without_a_name_is_for_the_question_checked_last() -> None:
    said = run_cells(IMPORTS, "hint()", "check('01.missed_step', 'x')", "hint()", "hint('01.missed_step')")
    assert "which question" in said[1]["plain"]
    assert ["1 of 3" in said[3]["plain"], "2 of 3" in said[4]["plain"]] == [True, True]
    assert ["cost nothing" in one["plain"] for one in said[3:5]] == [True, False]


def test_code_in_a_hint_is_set_as_code() -> None:
    said = run_cells(IMPORTS, "hint('01.longest_answer')", "hint('01.longest_answer')")
    assert "<code>turns.assign(words=[... for text in turns[&quot;text&quot;]])</code>" in said[2]["html"]
    assert not any(one["error"] for one in said)
