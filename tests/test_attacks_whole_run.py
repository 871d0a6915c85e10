"""Attacks in a whole run: by files beside a notebook, by its variant, by what a hidden run lets out."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from handed_in import ANSWERED, ATTACKS, HONEST, UNIT, grade, lay_out, notebook

from motamot.course.grading.command import Options, grade_submissions
from motamot.course.grading.grader import Grader
from motamot.course.grading.sandbox.limits import Limits


def test_no_file_of_one_student_stops_the_class(tmp_path: Path) -> None:
    odd = {"worksheets": [{"cells": [{"cell_type": "code", "input": "total = 1"}]}], "nbformat": "\ud800=1"}
    forged = "import motamot._variant\nmotamot._variant._current = 'OOOOOOOO'"
    lay_out(
        tmp_path / "in",
        {
            f"anna/{UNIT}.ipynb": ANSWERED,
            f"mallory 1/{UNIT}.ipynb": json.dumps(odd).encode(),
            f"mallory 2/{UNIT}.ipynb": notebook(
                *HONEST, metadata={"kernelspec": {"language": "\udfff\x1bR"}}
            ),
            f"mallory 3/{UNIT}.ipynb": notebook(*HONEST, forged),
            f"zoe/{UNIT}.ipynb": ANSWERED,
        },
    )
    grade_submissions(Options(tmp_path / "in", tmp_path / "out", questions=ATTACKS / "questions"))
    text = (tmp_path / "out" / "gradebook.csv").read_text(encoding="utf-8-sig")
    rows = {row["student"]: row for row in csv.DictReader(io.StringIO(text))}
    assert {name: (row["status"], row["total"]) for name, row in rows.items()} == {
        "anna": ("graded", "13"),
        "mallory 1": ("graded", "0"),
        "mallory 2": ("refused", ""),
        "mallory 3": ("graded", "13"),
        "zoe": ("graded", "13"),
    }
    assert "\x1b" not in text


@pytest.fixture(scope="module")
def grader() -> Iterator[Grader]:
    with Grader(ATTACKS / "questions", limits=Limits(run_seconds=10, cell_seconds=3)) as one:
        yield one


@pytest.mark.parametrize(
    "files",
    [
        {"é" * 150 + ".txt": b"longer than any file name"},
        {"a": b"a file", "a/b": b"and a folder"},
        {"texts": b"where the hidden text goes"},
        {"motamot.toml/x": b"where the hidden text is named"},
        {"Motamot.toml": b'[text]\ninterview = "own.txt"\n', "own.txt": b"x"},
    ],
)
def test_no_file_beside_a_notebook_costs_it_its_points(grader: Grader, files: dict[str, bytes]) -> None:
    graded = grade(grader, *HONEST, files=files)
    assert (graded.points, graded.status) == (graded.out_of, "graded"), graded


@pytest.mark.parametrize("code", ["OOOOOOOO", "IIIILLLL", "7KQ2M9XT", "../../..", "7KQ2M9XT\n"])
def test_a_variant_that_a_notebook_makes_up_harms_nobody(grader: Grader, code: str) -> None:
    graded = grade(grader, *HONEST, f"import motamot._variant\nmotamot._variant._current = {code!r}")
    assert (graded.points, graded.status) == (graded.out_of, "graded")


def test_questions_that_fail_in_a_made_up_variant_fail_for_this_notebook_only(tmp_path: Path) -> None:
    unit = tmp_path / "91_variant"
    unit.mkdir()
    (tmp_path / "judging").mkdir()
    (tmp_path / "judging" / "hidden_texts.py").write_text("def hidden_folder(rng):\n    return {}\n")
    (unit / "practice.py").write_text(
        "from motamot.checks import Question, Text, pick\n"
        "HINTS = (Text('1', '1'), Text('2', '2'), Text('3', '3'))\n"
        "WAY = pick('91.way', [*range(50)])\n"
        "QUESTIONS = [Question('91.way', 'choice', lambda: 'ab'[WAY], HINTS, choices=('a', 'b'))]\n"
    )
    with Grader(tmp_path) as one:
        forged = "import motamot._variant\nmotamot._variant._current = '7KQ2M9XT'"
        graded = one.grade(["way = 'a'", forged], "91", hidden_seed=b"x")
        assert graded.status == "failed" and graded.points == 0
        assert "7KQ2M9XT" in graded.sentence["en"]
        assert one.grade(["way = 'a'"], "91", hidden_seed=b"x").points == 1


LOOK = "import motamot, os, signal\nhidden = 'Aliexpress' not in motamot.load_interview()"


ENDING = "if hidden and {place} == {n}:\n    os._exit(1)"


STUCK = "if hidden and {place} == {n}:\n    signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))\n    while True: pass"


@pytest.mark.parametrize("cell", [ENDING, STUCK])
def test_which_cell_ends_on_a_hidden_text_is_not_told(grader: Grader, cell: str) -> None:
    """Else the learner would read in the report which of many cells ended: some letters of the hidden text."""
    told = []
    for n in (2, 5):
        cells = [cell.format(place=place, n=n) for place in range(6)]
        told.append(json.dumps({**grade(grader, *HONEST, LOOK, *cells).to_json(), "seconds": 0}))
    assert told[0] == told[1]
    assert '"status": "graded"' in told[0]


def test_only_answers_that_are_right_on_the_kits_page_are_judged_on_hidden_ones(
    grader: Grader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else huge wrong answers would keep the judge busy three times over, and everybody else waiting."""
    asked: list[tuple[int, str]] = []
    real = grader._reckoner.ask

    def ask(task: str, **values: object) -> object:
        if task == "judge":
            asked.extend((values["text"], name) for name in values["given"])  # type: ignore[misc, attr-defined]
        return real(task, **values)

    monkeypatch.setattr(grader._reckoner, "ask", ask)
    grade(
        grader,
        *HONEST,
        "top = ['x'] * 9\nsigns = set()\ntable = 3\ncheck('90.top', top)\ncheck('90.total', total)",
    )
    assert {name for text, name in asked if text >= 0}.isdisjoint({"90.top", "90.signs", "90.table"})
    assert {name for text, name in asked if text >= 0} >= {"90.total", "90.shuffle", "90.bars"}
    # What check() was given is looked at only where the name gives no answer of the kind asked.
    assert sum(name == "90.top" for _, name in asked) == 1
