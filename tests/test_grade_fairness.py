"""Runs side by side, and beside other programs: however busy the machine, no run takes a point from another."""

import threading
import time

import psutil
import pytest
from handed_in import ATTACKS, HONEST, grade

from motamot.course.grading.claimed import Run
from motamot.course.grading.fairness import Turns, was_held_up
from motamot.course.grading.grader import Grader
from motamot.course.grading.parent import Parent
from motamot.course.grading.results import Graded
from motamot.course.grading.sandbox.limits import Limits


class Crowded:
    """Stands in for the sandbox: a run beside another one comes to nothing."""

    sandboxed = True

    def __init__(self) -> None:
        self.now = 0
        self.alone: list[str] = []
        self.lock = threading.Lock()

    def run(self, order: dict[str, object], limits: Limits) -> Run:
        with self.lock:
            self.now += 1
        time.sleep(0.2)
        with self.lock:
            crowd = self.now
        time.sleep(0.1)
        with self.lock:
            self.now -= 1
            if crowd == 1:
                self.alone.append(str(order["name"]))
        return Run(ended=crowd == 1, timeout=crowd > 1, cpu=0.1 if crowd > 1 else 0.3, own=0.3)


def test_a_run_that_others_held_up_is_made_again_alone() -> None:
    place, turns, ended = Crowded(), Turns(4), []

    def work(name: str) -> None:
        ended.append(turns.run(place, {"name": name}, Limits()).ended)

    threads = [threading.Thread(target=work, args=(name,)) for name in "abcdef"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert ended == [True] * 6 and sorted(place.alone) == list("abcdef")


def test_a_run_that_was_too_long_by_itself_is_not_made_again() -> None:
    for run in (
        Run(ended=True, errors={0: ("CellTooLong", "")}, cpu=15.0, own=15.2),
        Run(ended=True, errors={0: ("ValueError", "")}, cpu=0.1, own=15.2),
        Run(ended=True, results={"90.shuffle": {0: ["too_long"], 1: {"reason": "raised"}}}, cpu=0.1, own=9.0),
    ):
        assert not was_held_up(run)
    assert was_held_up(Run(ended=True, results={"90.shuffle": {0: {"reason": "too_long"}}}, cpu=0.1, own=9.0))


class Scarce:
    """Stands in for a system that has room for no process at first."""

    sandboxed = True

    def __init__(self) -> None:
        self.made = 0

    def run(self, order: dict[str, object], limits: Limits) -> Run:
        self.made += 1
        return Run(failed="OSError: clone" if self.made == 1 else "")


def test_a_run_that_could_not_be_made_beside_others_is_made_alone_and_by_itself_is_not_made_again() -> None:
    for jobs, made, failed in ((2, 2, ""), (1, 1, "OSError: clone")):
        place = Scarce()
        assert Turns(jobs).run(place, {}, Limits()).failed == failed
        assert place.made == made


def test_runs_are_made_again_if_the_warm_process_is_killed_in_the_middle() -> None:
    with Grader(ATTACKS / "questions", jobs=2, limits=Limits()) as one:
        place = one._place
        if not isinstance(place, Parent):
            pytest.skip(f"no sandbox on this computer: {one.reason}")
        first = place._process
        assert first is not None
        done: list[Graded] = []
        waiting = "import time\ntime.sleep(1)"
        threads = [
            threading.Thread(target=lambda: done.append(grade(one, waiting, *HONEST))) for _ in range(2)
        ]
        for thread in threads:
            thread.start()
        while len(psutil.Process(first.pid).children()) < 3:
            time.sleep(0.02)
        first.kill()
        for thread in threads:
            thread.join()
        assert place._process is not first
    assert [(graded.points, graded.status) for graded in done] == [(13, "graded")] * 2


GREEDY = """
import os
for _ in range(3):
    if os.fork() == 0:
        os.setsid()
while True:
    pass
"""


PATIENT = "import time\nwhile time.process_time() < {seconds}:\n    pass"


def test_a_greedy_neighbor_costs_nobody_a_point(monkeypatch: pytest.MonkeyPatch) -> None:
    limits = Limits(run_seconds=8, cell_seconds=4)
    with Grader(ATTACKS / "questions", jobs=2, limits=limits) as one:
        if not one.sandboxed:
            pytest.skip(f"no sandbox on this computer: {one.reason}")
        begun, real = threading.Event(), one._place.run

        def run(order: dict[str, object], limits: Limits) -> Run:
            begun.set()
            return real(order, limits)

        monkeypatch.setattr(one._place, "run", run)
        neighbor = threading.Thread(target=grade, args=(one, GREEDY))
        neighbor.start()
        assert begun.wait(60)
        # Processor time counts from the start of the fork.
        graded = grade(one, PATIENT.format(seconds=1.2), *HONEST)
        neighbor.join()
    assert (graded.points, graded.status, graded.notes) == (graded.out_of, "graded", ())
