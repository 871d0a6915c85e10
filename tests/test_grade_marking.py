"""Which runs are made for a submission."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from motamot.course.grading.claimed import Run
from motamot.course.grading.grader import Grader
from motamot.course.grading.judging import hidden_runs
from motamot.course.grading.results import Graded
from motamot.course.grading.sandbox.limits import Limits

QUESTIONS = Path(__file__).parent / "fixtures" / "attacks" / "questions"


@pytest.fixture(scope="module")
def grader() -> Iterator[Grader]:
    with Grader(QUESTIONS, limits=Limits(run_seconds=10, cell_seconds=4)) as one:
        yield one


def grade(grader: Grader, *cells: str) -> Graded:
    return grader.grade(cells, "90", hidden_seed=b"seed")


def test_only_what_is_right_where_the_learner_sees_it_is_run_elsewhere(
    grader: Grader, monkeypatch: pytest.MonkeyPatch
) -> None:
    orders: list[dict[str, object]] = []
    real = grader._place.run

    def run(order: dict[str, object], limits: Limits) -> Run:
        orders.append(order)
        return real(order, limits)

    monkeypatch.setattr(grader._place, "run", run)
    assert grade(grader, "total = 1").points == 0
    assert len(orders) == 1
    orders.clear()
    counted = "from motamot import load_interview, words\ntotal = len(words(load_interview()))"
    assert grade(grader, counted, "def shuffle(sentence):\n    return []").points == 2
    _, *hidden = orders
    assert hidden and all(one["answers"] == ["90.total"] and one["tries"] == [] for one in hidden)


def question(name: str, kind: str, typed: bool = False) -> dict[str, object]:
    return {"name": name, "kind": kind, "typed": typed}


def test_functions_are_tried_on_the_first_hidden_text_and_values_computed_on_all() -> None:
    questions = [question("f", "function"), question("n", "number"), question("c", "choice", typed=True)]
    plan = {"questions": questions, "tries": [{}], "folders": [{"a": "1"}, {"a": "2"}]}
    everything = {"f", "n", "c"}
    assert list(hidden_runs(plan, everything)) == [(0, {"a": "1"}, ["f", "n"]), (1, {"a": "2"}, ["n"])]
    assert list(hidden_runs(plan, {"f", "c"})) == [(0, {"a": "1"}, ["f"])]
    assert list(hidden_runs(plan, {"c"})) == []
    # No text is needed: there is a run for the functions alone.
    assert list(hidden_runs({**plan, "folders": []}, everything)) == [(0, {}, ["f"])]
    assert list(hidden_runs({**plan, "folders": [], "tries": []}, everything)) == []
