"""The process that knows the answers is forked from the warm one, and nothing of it is ever seen there."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from motamot.checks import Question, Text, _compare
from motamot.checks._values import SetOf
from motamot.course.grading import reckoning
from motamot.course.grading.grader import Grader
from motamot.course.grading.parent import Parent
from motamot.course.grading.reckoner import Reckoner
from motamot.course.grading.run_units import read_course
from motamot.course.grading.sandbox.limits import Limits
from motamot.errors import MotamotError

QUESTIONS = Path(__file__).parent / "fixtures" / "attacks" / "questions"
LIMITS = Limits(run_seconds=10, cell_seconds=4)
LOOK = """
import gc, os, signal, sys
modules = sorted(sys.modules)
variables = sorted(os.environ)
held = sum(type(one).__name__ in ("AnswerKey", "Question", "Setting") for one in gc.get_objects())
try:
    os.kill({process}, signal.SIGKILL)
    reached = True
except (ProcessLookupError, PermissionError):
    reached = False
"""


@pytest.fixture(scope="module")
def grader() -> Iterator[Grader]:
    with Grader(QUESTIONS, limits=LIMITS) as one:
        if not one.sandboxed:
            pytest.skip(f"no sandbox on this computer: {one.reason}")
        yield one


def opened(process: int) -> set[str]:
    return {str(one.readlink()) for one in Path(f"/proc/{process}/fd").iterdir()}


def ended(process: int) -> bool:
    """Wait until a process has ended; it may still be there to be buried."""
    while psutil.pid_exists(process) and psutil.Process(process).status() != psutil.STATUS_ZOMBIE:
        time.sleep(0.05)
    return True


def test_it_is_a_fork_of_the_warm_process_in_a_session_of_its_own(grader: Grader) -> None:
    assert isinstance(grader._place, Parent) and grader._place._process is not None
    process = psutil.Process(grader._reckoner._pid)
    assert process.ppid() == grader._place._process.pid
    assert os.getsid(process.pid) == process.pid


def test_a_run_after_its_work_finds_nothing_of_it_and_does_not_reach_it(grader: Grader) -> None:
    before = grader.grade(["total = 1"], "90", hidden_seed=b"seed")
    process = grader._reckoner._pid
    order = {
        "cells": [LOOK.format(process=process)],
        "skip": [],
        "files": {},
        "kit": True,
        "answers": ["90.modules", "90.variables", "90.held", "90.reached"],
        "tries": [],
    }
    run = grader._place.run(order, LIMITS)
    assert run.errors == {} and run.ended
    modules = run.named["90.modules"]
    assert "pandas" in modules
    assert [name for name in modules if "motamot.course" in name or "practice" in name] == []
    assert set(run.named["90.variables"]).isdisjoint(set(os.environ) - {"HOME", "LANG", "TMPDIR"})
    assert (run.named["90.held"], run.named["90.reached"]) == (0, False)
    assert psutil.pid_exists(process)
    assert grader.grade(["total = 1"], "90", hidden_seed=b"seed").marks == before.marks


def test_its_pipes_are_the_judges_and_nobody_elses(grader: Grader) -> None:
    assert isinstance(grader._place, Parent) and grader._place._process is not None
    ends = (grader._reckoner._asked, grader._reckoner._answered)
    pipes = {str(Path(f"/proc/self/fd/{end.fileno()}").readlink()) for end in ends}
    kept = opened(grader._reckoner._pid) - {str(Path("/proc/self/fd/2").readlink())}
    assert {one for one in kept if one.startswith(("pipe:", "socket:"))} == pipes
    assert opened(grader._place._process.pid).isdisjoint(pipes)


def test_it_has_the_judges_environment_and_not_the_warm_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "91_own").mkdir()
    (tmp_path / "91_own" / "practice.py").write_text(
        "import os, tempfile\nfrom motamot.checks import Question, Text\nfrom helper_of_the_judge import POINTS\n"
        "assert os.environ['MINE'] == 'été' and tempfile.gettempdir() == os.environ['TMPDIR']\n"
        "QUESTIONS = [Question('91.one', kind='number', reference=lambda: 1, hints=[Text('a', 'b')] * 3, points=POINTS)]\n",
        encoding="utf-8",
    )
    (tmp_path / "helper_of_the_judge.py").write_text("POINTS = 3\n", encoding="utf-8")
    monkeypatch.setenv("MINE", "été")
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.syspath_prepend(str(tmp_path))
    with Grader(tmp_path, limits=LIMITS) as own:
        assert [one.points for one in own.course()["91_own"]] == [3]
        assert own.course() == read_course(tmp_path, ("91_own",))


@pytest.mark.parametrize("forked", [True, False])
def test_it_answers_the_same_forked_or_in_an_interpreter_of_its_own(grader: Grader, forked: bool) -> None:
    assert isinstance(grader._place, Parent)
    one = Reckoner(QUESTIONS, grader._place if forked else None)
    try:
        values = {"unit": "90", "seed": b"seed".hex(), "variant": ""}
        plan = one.ask("prepare", **values)
        given = {"90.total": 742, "90.top": ["x"]}
        verdicts = one.ask("judge", **values, text=-1, given=given, results={})
        with pytest.raises(MotamotError, match="no unit '77'"):
            one.ask("prepare", **{**values, "unit": "77"})
    finally:
        one.close()
    assert plan == grader._reckoner.ask("prepare", **values)
    assert verdicts == grader._reckoner.ask("judge", **values, text=-1, given=given, results={})
    assert ended(one._pid)
    with pytest.raises((MotamotError, ValueError)):
        one.ask("prepare", **values)


def test_it_ends_with_the_judge_and_leaves_nothing(tmp_path: Path) -> None:
    script = (
        "import sys, time\n"
        "from pathlib import Path\n"
        "from motamot.course.grading.grader import Grader\n"
        "with Grader(Path(sys.argv[1])) as grader:\n"
        "    grader.grade(['total = 1'], '90', hidden_seed=b'seed')\n"
        "    print(grader.sandboxed and grader._reckoner._pid, flush=True)\n"
        "    time.sleep(600)\n"
    )
    judge = subprocess.Popen(
        [sys.executable, "-c", script, str(QUESTIONS)], stdout=subprocess.PIPE, text=True,
        env={**os.environ, "TMPDIR": str(tmp_path)},
    )  # fmt: skip
    assert judge.stdout is not None
    said = judge.stdout.readline().strip()
    judge.send_signal(signal.SIGKILL)
    judge.wait()
    judge.stdout.close()
    if said == "False":
        pytest.skip("no sandbox on this computer")
    assert ended(int(said))
    assert list(tmp_path.iterdir()) == []


def test_what_a_run_needs_to_know_is_asked_once_for_each_unit_seed_and_variant(
    grader: Grader, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    real = grader._reckoner.ask

    def ask(task: str, **values: object) -> object:
        asked.append(task)
        return real(task, **values)

    monkeypatch.setattr(grader._reckoner, "ask", ask)
    monkeypatch.setattr("motamot.course.grading.reckoner._MOST_PLANS", 2)
    values = {"unit": "90", "seed": b"once".hex(), "variant": ""}
    plan = grader._reckoner.plan(**values)
    assert grader._reckoner.plan(**values) == plan and asked == ["prepare"]
    for seed in (b"twice", b"thrice"):
        assert grader._reckoner.plan(**{**values, "seed": seed.hex()}) != plan
    assert grader._reckoner.plan(**values) == plan and len(asked) == 4
    with pytest.raises(MotamotError):
        grader._reckoner.plan(**{**values, "unit": "77"})
    assert len(grader._reckoner._plans) <= 2


def test_the_judge_loads_neither_pandas_nor_questions(grader: Grader) -> None:
    """It would take longer than a notebook, and the process that knows the answers has both."""
    script = (
        "import sys\nfrom pathlib import Path\nimport motamot.course.grading.command\n"
        "from motamot.course.grading.grader import Grader\n"
        "with Grader(Path(sys.argv[1])) as one:\n"
        "    one.course()\n"
        "    one.grade(['total = 1'], '90', hidden_seed=b'seed')\n"
        "print(*({'numpy', 'pandas', 'matplotlib', 'motamot.checks', 'rich'} & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(QUESTIONS)], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no timer that stops code")
def test_the_hidden_texts_of_a_class_with_many_variants_do_not_pile_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reckoning, "_MOST_KEPT", 2)
    work = reckoning.Work(QUESTIONS, tmp_path)
    first = work.prepare("90", "aa", "")
    for code in ("AAAAAAAA", "BBBBBBBB", "CCCCCCCC"):
        work.prepare("90", "aa", code)
        assert len(list(tmp_path.iterdir())) <= 2
    with pytest.raises(MotamotError):
        work.prepare("91", "aa", "")
    monkeypatch.setattr(reckoning, "make_key", fail)
    with pytest.raises(MotamotError):
        work.prepare("90", "bb", "")
    assert len(list(tmp_path.iterdir())) <= 2
    monkeypatch.undo()
    # What was cleared away is made again, and is the same.
    assert work.prepare("90", "aa", "") == first


def fail(*arguments: object) -> None:
    raise MotamotError("a variant that nobody can answer")


def test_a_verdict_that_does_not_come_to_an_end_keeps_nobody_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    def reference() -> int:
        while True:
            try:
                sum(range(1000))
            except Exception:
                continue

    monkeypatch.setattr(reckoning, "_VERDICT_SECONDS", 0.3)
    hints = [Text("a", "b")] * 3
    late = reckoning._verdict(Question("91.late", "number", reference, hints), 1, None, None)
    assert late == {"state": "error", "text": {}, "miss": "", "reason": "_TooLong"}
    # Nothing of it is left to end what comes next.
    assert signal.getitimer(signal.ITIMER_PROF) == (0, 0)
    assert (
        reckoning._verdict(Question("91.one", "number", lambda: 1, hints), 1, None, None)["state"] == "right"
    )


def test_an_answer_of_another_size_is_not_put_in_order_first(monkeypatch: pytest.MonkeyPatch) -> None:
    placed = []
    monkeypatch.setattr(_compare, "in_order", lambda values: placed.append(len(values)) or list(values))
    pair = SetOf(["a", "b"])
    assert not _compare.alike(SetOf(["a"] * 9), pair) and placed == []
    assert _compare.alike(SetOf(["a", "b"]), pair) and placed == [2, 2]


LONG = "x" * 19_000


@pytest.mark.parametrize(
    ("kind", "reference", "given", "most"),
    [
        ("words", ["a", "b"], [f"{LONG}1", f"{LONG}2"], 1000),
        ("number", 1, {"is": "function", "name": LONG, "module": LONG}, 1000),
        ("table", [], {"is": "table", "columns": [], "values": [], "length": 10**4000}, 2000),
    ],
)
def test_what_is_said_of_a_long_answer_is_short(
    monkeypatch: pytest.MonkeyPatch, kind: str, reference: object, given: object, most: int
) -> None:
    """A report is for people, and a field of a spreadsheet holds some thousand signs."""
    monkeypatch.setattr(reckoning, "_LONGEST_TEXT", 2000)
    columns = ("word",) if kind == "table" else ()
    question = Question("91.one", kind, lambda: reference, [Text("a", "b")] * 3, columns=columns, typed=True)
    verdict = reckoning._verdict(question, given, None, None)
    assert verdict["state"] in ("wrong", "type")
    assert all(0 < len(text) <= most for text in verdict["text"].values())
