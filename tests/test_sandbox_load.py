"""Limits on a busy machine: what a run waits for a processor is not its own time, and it still ends."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from sandbox_runs import sandbox

from motamot.course.grading.claimed import Run
from motamot.course.grading.parent import Parent
from motamot.course.grading.sandbox import waiting
from motamot.course.grading.sandbox.limits import Limits
from motamot.course.grading.sandbox.waiting import TreeTime

OTHERS = 6
LIMITS = Limits(run_seconds=2, cell_seconds=1, call_seconds=0.6)
BUSY = "while True:\n    pass"
# Processor time counts from the start of the process.
WORK = "import time\nend = time.process_time() + {}\nwhile time.process_time() < end:\n    pass"

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/schedstat").exists(), reason="this system does not tell who waits for a processor"
)


@pytest.fixture(scope="module")
def parent() -> Iterator[Parent]:
    with sandbox(Limits()) as place:
        yield place


@contextmanager
def one_core(*processes: int, others: int) -> Iterator[None]:
    """Have processes, and what they start, share one core with others that never rest."""
    core = min(os.sched_getaffinity(0))
    # Some systems give each session its share, however many it has in it.
    busy = [subprocess.Popen([sys.executable, "-c", BUSY], start_new_session=True) for _ in range(others)]
    before = {one: os.sched_getaffinity(one) for one in processes}
    try:
        for one in (*processes, *(other.pid for other in busy)):
            os.sched_setaffinity(one, {core})
        yield
    finally:
        for one in busy:
            one.kill()
            one.wait()
        for one, cores in before.items():
            with suppress(ProcessLookupError):
                os.sched_setaffinity(one, cores)


def run(parent: Parent, limits: Limits, *cells: str, others: int = OTHERS, tries: object = ()) -> Run:
    order = {"cells": cells, "skip": [], "files": {}, "kit": True, "answers": ["00.reached"], "tries": tries}
    assert parent._process is not None
    with one_core(parent._process.pid, others=others):
        return parent.run(order, limits)


def test_a_run_that_waits_for_a_processor_has_all_its_time(parent: Parent) -> None:
    function = f"def slow(text):\n    {WORK.format(0.3).replace(chr(10), chr(10) + '    ')}\n    return text"
    tries = [{"question": "00.slow", "how": "call", "inputs": [["a"]], "hidden": True}]
    made = run(parent, LIMITS, WORK.format(0.6), function, "reached = 1", tries=tries)
    assert made.ended and made.errors == {} and made.named == {"00.reached": 1}, made
    assert made.results == {"00.slow": {0: "a"}}
    # By the clock each limit was passed: the processor was shared by seven.
    assert made.own < LIMITS.run_seconds < made.wall


def test_a_run_that_only_sleeps_ends_in_its_own_time(parent: Parent) -> None:
    asleep = "import signal, time\nsignal.setitimer(signal.ITIMER_REAL, 0)\ntime.sleep(600)"
    made = run(parent, LIMITS, asleep)
    assert made.timeout and not made.ended and made.wall < LIMITS.clock_seconds / 2


def test_a_cell_and_a_call_that_only_sleep_end_alone(parent: Parent) -> None:
    cells = ("import time\ntime.sleep(600)", "def slow(text):\n    time.sleep(600)\nreached = 1")
    tries = [{"question": "00.slow", "how": "call", "inputs": [["a"]], "hidden": True}]
    made = run(parent, Limits(run_seconds=20, cell_seconds=1, call_seconds=1), *cells, tries=tries)
    assert made.ended and made.errors == {0: ("CellTooLong", "")} and made.named == {"00.reached": 1}
    assert made.results["00.slow"][0]["reason"] == "too_long"


def test_a_cell_and_a_call_that_keep_waking_up_end_alone(parent: Parent) -> None:
    drowsy = "while True:\n    time.sleep(0.001)"
    cells = (
        f"import time\n{drowsy}",
        f"def slow(text):\n    {drowsy.replace(chr(10), chr(10) + '    ')}\nreached = 1",
    )
    tries = [{"question": "00.slow", "how": "call", "inputs": [["a"]], "hidden": True}]
    limits = Limits(run_seconds=20, cell_seconds=0.5, call_seconds=0.5)
    made = run(parent, limits, *cells, others=0, tries=tries)
    assert made.ended and made.errors == {0: ("CellTooLong", "")} and made.named == {"00.reached": 1}
    assert made.results["00.slow"][0]["reason"] == "too_long"


def test_a_run_does_not_slow_its_clock_by_keeping_itself_waiting(parent: Parent) -> None:
    many = f"import os, signal\nfor _ in range(2):\n    os.fork()\n{BUSY}"
    made = run(parent, Limits(run_seconds=2, cell_seconds=60), many, others=0)
    # Four processes had the two seconds together.
    assert made.timeout and made.cpu < 1


def test_processes_of_a_run_that_wait_for_each_other_do_not_slow_its_clock(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    second = 10**9
    now = 0.0

    def own_after(*looks: list[tuple[int, tuple[int, int]]]) -> float:
        nonlocal now
        seen, time_of = iter(looks), TreeTime(1)
        monkeypatch.setattr(waiting, "_threads", lambda process: next(seen))
        for _ in looks:
            now += 1
            own = time_of.read()
        return own

    monkeypatch.setattr(waiting, "monotonic", lambda: now)
    monkeypatch.setattr(TreeTime, "_find_children", lambda self: None)
    alone = [[(1, (n * second // 10, n * second * 9 // 10))] for n in (1, 2, 3, 4)]
    # Eight at a time, all of them others than a second ago: what those had done is not told any more.
    brief = [[(8 * n + one, (second // 100, second * 7 // 8)) for one in range(8)] for n in (1, 2, 3, 4)]
    assert own_after(*alone) == pytest.approx(0.4)
    assert own_after(*brief) > 3.5


def test_what_a_process_starts_counts_as_its_own() -> None:
    code = f"import subprocess, sys\nsubprocess.run([sys.executable, '-c', {WORK.format(1)!r}])"
    with subprocess.Popen([sys.executable, "-c", code]) as process:
        seen = TreeTime(process.pid)
        with one_core(process.pid, others=3):
            while process.poll() is None:
                own = seen.read()
                time.sleep(0.1)
        # Of four seconds by the clock three belonged to others.
        assert own < 0.6 * seen.elapsed
