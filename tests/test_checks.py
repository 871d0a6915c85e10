"""Checks tell not attempted, wrong type, near miss and right apart, and never raise in a notebook."""

import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from motamot import checks, frequencies, plot_frequencies, use_language
from motamot.checks import CheckFailed, NearMiss, Question, Text, _library, _states, check, hint
from motamot.checks._judge import judge

HINTS = (Text("one", "un"), Text("two", "deux"), Text("three", "trois"))
TABLE = frequencies(["prix", "client", "prix", "le"])


def question(kind: str, reference, **more) -> Question:
    return Question(f"99.{kind}", kind, reference, HINTS, **more)


NUMBER = question(
    "number",
    lambda: 5,
    near_misses=[NearMiss(lambda: 15, Text("You also count ...", "Vous comptez aussi ..."))],
)
WORDS = question("words", lambda: ["a", "b"])
TABLES = question("table", lambda: TABLE, columns=("word", "count"), ordered=False)
FIGURE = question("figure", lambda: TABLE.head(2), columns=("word", "count"))
CHOICE = question("choice", lambda: "b", choices=("a", "b", "none"))
CUT = question(
    "function",
    lambda text: text.split(),
    inputs=[("a b",), ("",)],
    near_misses=[NearMiss(lambda text: text.split(" "), Text("an empty word", "un mot vide"))],
    library_allowed=False,
)


def endless(text: str) -> list[str]:
    while True:
        pass


def loud(text: str) -> list[str]:
    for _ in range(20):
        sys.stdout.write("x" * 1_000_000)
    return text.split()


@pytest.mark.parametrize(
    ("asked", "answer", "state"),
    [
        (NUMBER, ..., "empty"),
        (NUMBER, None, "empty"),
        (NUMBER, 5, "right"),
        (NUMBER, np.int64(5), "right"),
        (NUMBER, 5.0, "right"),
        (NUMBER, True, "type"),
        (NUMBER, "5", "type"),
        (NUMBER, [5], "type"),
        (NUMBER, 15, "near"),
        (NUMBER, 6, "wrong"),
        (NUMBER, float("nan"), "wrong"),
        (WORDS, ["a", "b"], "right"),
        (WORDS, ["b", "a"], "near"),
        (WORDS, ("a", "b"), "right"),
        (WORDS, pd.Series(["a", "b"]), "type"),
        (WORDS, (letter for letter in "ab"), "type"),
        (WORDS, "ab", "type"),
        (TABLES, TABLE, "right"),
        (TABLES, TABLE.sample(frac=1, random_state=0).set_index("low").reset_index(), "right"),
        (TABLES, TABLE.head(1), "wrong"),
        (TABLES, TABLE.rename(columns={"count": "n"}), "type"),
        (TABLES, TABLE.assign(count=TABLE["count"].astype(str)), "wrong"),
        (TABLES, TABLE["count"], "type"),
        (TABLES, {"word": ["a"]}, "type"),
        (CHOICE, "b", "right"),
        (CHOICE, "B ", "right"),
        (CHOICE, "c", "type"),
        (CHOICE, "none", "wrong"),
        (CUT, str.split, "right"),
        (CUT, lambda text: text.split(" "), "near"),
        (CUT, lambda text: [text], "wrong"),
        (CUT, lambda text: tuple(text.split()), "near"),
        (CUT, lambda text: 1 / 0, "wrong"),
        (CUT, lambda text: (part for part in text.split()), "wrong"),
        (CUT, lambda text: None, "empty"),
        (CUT, lambda text: text.split() and None, "wrong"),
        (CUT, lambda one, two: [], "wrong"),
        (CUT, loud, "right"),
        (CUT, ["a"], "type"),
        (CUT, frequencies, "type"),
    ],
)
def test_answers_are_told_apart(asked: Question, answer: object, state: str) -> None:
    assert judge(asked, answer)[0] == state


def test_a_loop_without_end_is_stopped_with_a_sentence() -> None:
    assert "2 seconds" in judge(CUT, endless)[1]


def test_a_figure_is_judged_by_its_bars_their_labels_and_their_order() -> None:
    assert judge(FIGURE, plot_frequencies(TABLE, n=2))[0] == "right"
    assert judge(FIGURE, plot_frequencies(TABLE, n=3))[0] == "wrong"
    upside_down = plot_frequencies(TABLE, n=2)
    upside_down.invert_yaxis()
    assert judge(FIGURE, upside_down)[0] == "near"
    assert judge(FIGURE, upside_down.figure)[0] == "type"


def test_an_answer_that_calls_itself_equal_to_everything_is_not_believed() -> None:
    class Yes(list):
        def __eq__(self, other: object) -> bool:
            return True

        __hash__ = None

    class Five(float):
        def __eq__(self, other: object) -> bool:
            return True

        __hash__ = None

    assert judge(WORDS, Yes(["a", "b"]))[0] == "type"
    assert judge(NUMBER, Five(5))[0] == "type"
    assert judge(CUT, lambda text: Yes(text.split()))[0] == "wrong"


def test_the_near_miss_names_the_cause_in_both_languages() -> None:
    assert judge(NUMBER, 15)[1] == "You also count ..."
    use_language("fr")
    assert judge(NUMBER, 15)[1] == "Vous comptez aussi ..."


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    unit = tmp_path / "99_sample"
    unit.mkdir()
    (unit / "practice.py").write_text(
        "from motamot.checks import Question, Text\n"
        "one = Text('one', 'un')\n"
        "QUESTIONS = [Question('99.answer', 'number', lambda: 5, (one, Text('two', 'deux'), one))]\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(_library, "share", lambda *parts: tmp_path)
    _library._questions_of.cache_clear()
    checks._hints_given.clear()
    yield
    _library._questions_of.cache_clear()


def test_check_finds_the_question_and_never_raises_in_a_notebook(shipped: None, capsys) -> None:
    for answer in (5, 6, ..., object()):
        check("99.answer", answer)
    said = capsys.readouterr().out
    assert said.count("\n") == 4
    assert "Right" in said and "Not attempted" in said and "5" not in said.split("Right")[1].split("\n")[1]


def test_an_unknown_question_is_named_with_those_that_exist(shipped: None, capsys) -> None:
    check("99.anser", 5)
    hint("99.anser")
    assert capsys.readouterr().out.count("99.answer") == 2


def test_hints_come_one_after_another(shipped: None, capsys) -> None:
    for _ in range(4):
        hint("99.answer")
    said = capsys.readouterr().out
    assert [word for word in said.replace("\n", " ").split() if word in ("one", "two")] == [
        "one",
        "two",
        "one",
        "one",
    ]


def test_under_nbgrader_a_wrong_answer_raises(shipped: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    check("99.answer", 5)
    with pytest.raises(CheckFailed):
        check("99.answer", ...)


def test_feedback_is_html_with_a_role_a_language_and_no_markup_of_the_learner() -> None:
    html = checks.Feedback("type", "<b>x</b>")._repr_html_()
    assert 'role="status"' in html and 'lang="en"' in html and "&lt;b&gt;" in html


def test_every_state_has_a_word() -> None:
    for state in (
        _states.NOT_ATTEMPTED,
        _states.WRONG_TYPE,
        _states.NEAR_MISS,
        _states.WRONG,
        _states.RIGHT,
        "hint",
        "error",
    ):
        assert str(checks.Feedback(state, ""))
