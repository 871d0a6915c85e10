"""No wrong answer passes, no right one fails, and each near miss has its message."""

import os
import runpy
from dataclasses import replace
from functools import cache
from pathlib import Path

import matplotlib.pyplot as plt
import pytest
from matplotlib.figure import Figure

from motamot import word_cloud
from motamot.checks import Question
from motamot.checks._judge import judge
from motamot.checks._library import questions_of

ANSWERS = sorted((Path(__file__).parent / "answers").glob("unit_*.py"))


@pytest.fixture(scope="module", params=ANSWERS, ids=lambda file: file.stem)
def unit(request: pytest.FixtureRequest):
    before = os.environ.get("MOTAMOT_TEXT")
    os.environ["MOTAMOT_TEXT"] = "kit"
    questions = questions_of(request.param.stem.removeprefix("unit_"))
    # A unit's figures are all wanted; pyplot need not keep them.
    with plt.rc_context({"figure.max_open_warning": 0}):
        answers = runpy.run_path(str(request.param))
    plt.close("all")
    yield {name: remembered(one) for name, one in questions.items()}, answers
    if before is None:
        del os.environ["MOTAMOT_TEXT"]
    else:
        os.environ["MOTAMOT_TEXT"] = before


def remembered(question: Question) -> Question:
    """Compute the reference and each wrong way of a question once for all answers."""
    if question.kind == "function":
        return question
    misses = [replace(miss, way=cache(miss.way)) for miss in question.near_misses]
    source = question.source and cache(question.source)
    return replace(question, reference=cache(question.reference), near_misses=misses, source=source)


def test_every_question_has_five_wrong_and_two_right_answers(unit) -> None:
    questions, answers = unit
    assert set(answers["WRONG"]) == set(answers["RIGHT"]) == set(questions)
    assert min(map(len, answers["WRONG"].values())) >= 5
    assert min(map(len, answers["RIGHT"].values())) >= 2


def test_no_wrong_answer_passes(unit) -> None:
    questions, answers = unit
    passed = [
        (name, answer)
        for name, wrong in answers["WRONG"].items()
        for answer in wrong
        if judge(questions[name], answer)[0] == "right"
    ]
    assert passed == []


def test_no_right_answer_fails(unit) -> None:
    questions, answers = unit
    failed = [
        (name, answer, judge(questions[name], answer))
        for name, right in answers["RIGHT"].items()
        for answer in right
        if judge(questions[name], answer)[0] != "right"
    ]
    assert failed == []


def test_every_near_miss_gives_its_message(unit) -> None:
    for question in unit[0].values():
        for miss in question.near_misses:
            state, text = judge(question, _answer(question, miss.way))
            # On this text two wrong ways may meet; then the first message speaks, never "right".
            expected = "wrong" if question.kind in ("choice", "bool") else "near"
            assert (state, text) in [(expected, str(other.text)) for other in question.near_misses]


def _answer(question: Question, way):
    if question.kind == "function":
        return way
    return _drawn(question, way()) if question.kind in ("figure", "cloud") else way()


def _drawn(question: Question, table):
    """Draw the table that stands for a wrong picture, for learners hand in pictures."""
    ax = Figure().subplots()
    if question.kind == "cloud":
        return word_cloud(table, n=len(table), ax=ax)
    label, *measures = question.columns
    for measure in measures:
        ax.barh(table[label], table[measure])
    ax.invert_yaxis()
    return ax


def test_a_placeholder_is_not_attempted(unit) -> None:
    for question in unit[0].values():
        assert judge(question, ...)[0] == "empty"


def test_hints_do_not_show_the_answer(unit) -> None:
    for question in unit[0].values():
        if question.kind in ("number", "words"):
            answer = question.reference()
            shown = str(answer) if question.kind == "number" else str(answer[0])
            for hint in question.hints:
                assert f" {shown}." not in str(hint)


def test_every_text_stands_in_both_languages(unit) -> None:
    for question in unit[0].values():
        for text in (*question.hints, *(miss.text for miss in question.near_misses)):
            assert text.en and text.fr and text.en != text.fr
