"""Cells run as in IPython, for the subset that docs/sandbox.md states."""

from collections.abc import Iterator

import pytest

from motamot.course.grading.apart import Apart
from motamot.course.grading.claimed import Run
from motamot.course.grading.parent import Parent
from motamot.course.grading.places import open_sandbox
from motamot.course.grading.sandbox.limits import Limits

LIMITS = Limits(run_seconds=10, cell_seconds=2)


@pytest.fixture(scope="module")
def place() -> Iterator[Parent | Apart]:
    one, _ = open_sandbox(LIMITS)
    yield one
    one.close()


def run(place: Parent | Apart, *cells: str, answers: str = "answer", **more: object) -> Run:
    wanted = [f"00.{name}" for name in answers.split()]
    order = {"cells": cells, "skip": [], "files": {}, "kit": True, "answers": wanted, "tries": [], **more}
    return place.run(order, LIMITS)


@pytest.mark.parametrize(
    "cells",
    [
        ["answer = 7"],
        ["%matplotlib inline\nanswer = 7"],
        ["%time answer = 7"],
        ["%%time\nanswer = 7"],
        ["%%capture out\nprint(1)\nanswer = 7"],
        ["3 + 4", "answer = _"],
        ["3 + 4", "answer = Out[1]"],
        ["answer = len(In) + 5", "1"],
        ["display(7)\nanswer = 7;"],
        ["from IPython.display import display, HTML\ndisplay(HTML('x'))\nanswer = 7"],
        ["print?\nanswer = 7"],
        ["?print", "answer = 7"],
        ["answer = get_ipython() is not None and 7"],
        ["from IPython import get_ipython\nget_ipython().run_line_magic('matplotlib', 'inline')\nanswer = 7"],
        ["import asyncio\nawait asyncio.sleep(0)\nanswer = 7"],
        ["async def f():\n    return 7", "answer = await f()"],
        ["def f(:", "answer = 7"],
        ["1 / 0", "answer = 7"],
        ["answer = 7\n1 / 0"],
        ["%%writefile helpers.py\nseven = 7", "import helpers\nanswer = helpers.seven"],
        [
            "import matplotlib.pyplot as plt\nfig, ax = plt.subplots()\nax.bar([1], [7])",
            "answer = int(ax.patches[0].get_height())",
        ],
        ["if __name__ == '__main__':\n    answer = 7"],
        [
            "from dataclasses import dataclass\nimport pickle\n@dataclass\nclass A:\n    x: int",
            "answer = pickle.loads(pickle.dumps(A(7))).x",
        ],
        ["import inspect\ndef f():\n    return 7", "answer = 'return 7' in inspect.getsource(f) and 7"],
        ["answer = 7\r\nprint(answer)\r\n"],
        ["# only a comment", "", "answer = 7"],
    ],
)
def test_cells_run_as_in_a_notebook(place, cells: list[str]) -> None:
    found = run(place, *cells)
    assert found.ended and found.named == {"00.answer": 7}, found


@pytest.mark.parametrize(
    ("cell", "asked"),
    [
        ("!ls", "!ls"),
        ("x = !ls -l", "!ls"),
        ("%pip install requests", "%pip"),
        ("%conda install requests", "%conda"),
        ("%run other.py", "%run"),
        ("%%bash\nls", "%%bash"),
        ("%%script python\n1", "%%script"),
        ("%cd ..", "%cd"),
        ("%env HOME", "%env"),
    ],
)
def test_what_a_grader_does_not_do_is_refused(place, cell: str, asked: str) -> None:
    found = run(place, cell, "answer = 7")
    assert found.errors == {0: ("Refused", asked)}
    assert found.named == {"00.answer": 7}


def test_a_cell_that_stands_too_early_is_run_again(place) -> None:
    found = run(place, "answer = two + 1", "two = one + 1", "one = 5")
    assert found.named == {"00.answer": 7} and found.errors == {}


def test_a_name_that_is_nowhere_stays_an_error(place) -> None:
    found = run(place, "answer = nowhere", "other = also_nowhere", "ready = 1")
    assert {number: kind for number, (kind, _) in found.errors.items()} == {0: "NameError", 1: "NameError"}


def test_both_the_last_value_and_what_was_checked_are_told(place) -> None:
    found = run(
        place,
        "from motamot import check, hint\nanswer = 7\ncheck('00.answer', answer)\nhint('00.answer')",
        "answer = 'another'",
    )
    assert found.named == {"00.answer": "another"} and found.checked == {"00.answer": 7}


def test_left_out_cells_are_not_run(place) -> None:
    assert run(place, "answer = 7", "answer = 8", skip=[1]).named == {"00.answer": 7}


def test_each_hidden_input_is_tried_in_a_fork_of_its_own(place) -> None:
    cell = """
calls = []
def answer(word):
    calls.append(word)
    if word == "exit":
        import os
        os._exit(0)
    return [len(calls), word]
"""
    tries = [{"question": "00.answer", "how": "call", "inputs": [["a"], ["exit"], ["b"]], "hidden": True}]
    found = run(place, cell, tries=tries)
    results = found.results["00.answer"]
    assert results[0] == [1, "a"] and results[2] == [1, "b"]
    assert results[1]["is"] == "failed"


def test_the_same_notebook_claims_the_same_twice(place) -> None:
    cells = [
        "import random\nimport numpy as np\nanswer = [random.random(), float(np.random.rand()), list(set('motamot'))]"
    ]
    assert run(place, *cells).named == run(place, *cells).named


def test_output_is_swallowed(place) -> None:
    assert run(place, "for _ in range(100):\n    print('x' * 100_000)\nanswer = 7").named == {"00.answer": 7}


def test_input_has_nobody_to_ask(place) -> None:
    found = run(place, "input('?')", "answer = 7")
    assert found.errors[0][0] == "EOFError" and found.named == {"00.answer": 7}
