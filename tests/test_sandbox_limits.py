"""Each limit of a run is felt at its value, and is no longer felt when it is lifted: none is there for show."""

import re
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sandbox_runs import sandbox

from motamot.course.grading.claimed import Run
from motamot.course.grading.parent import Parent
from motamot.course.grading.sandbox.limits import MEBIBYTE, Limits

DOCS = Path(__file__).parents[1] / "docs" / "sandbox.md"
PATIENT = Limits(run_seconds=60, cell_seconds=30, call_seconds=30, cpu_seconds=60)

FORKS = """
import os, time
reached = 0
try:
    while reached < 40:
        if os.fork() == 0:
            time.sleep(600)
        reached += 1
except OSError:
    pass
"""
# Small stacks and one heap for all threads: else their memory would run out before their number does.
THREADS = """
import ctypes, threading
ctypes.CDLL(None).mallopt(-8, 1)
threading.stack_size(64 << 10)
end = threading.Event()
try:
    while threading.active_count() < 40:
        threading.Thread(target=end.wait, daemon=True).start()
except RuntimeError:
    pass
reached = threading.active_count() - 1
end.set()
"""
MEMORY = """
import mmap
kept = []
try:
    while len(kept) < 60:
        kept.append(mmap.mmap(-1, 8 << 20))
except OSError:
    pass
reached = len(kept) * 8
kept.clear()
"""
ONE_FILE = """
reached = 0
with open("one", "wb", buffering=0) as file:
    try:
        while reached < 12:
            reached += file.write(bytes(1 << 20)) >> 20
    except OSError:
        pass
"""
MANY_FILES = """
reached = 0
try:
    while reached < 40:
        with open(f"file{reached}", "wb", buffering=0) as file:
            written = file.write(bytes(1 << 20))
        reached += written >> 20
        if not written:
            break
except OSError:
    pass
"""
OPEN_FILES = """
import os
reached = 0
kept = []
try:
    while reached < 300:
        kept.append(os.open("/dev/null", os.O_RDONLY))
        reached += 1
except OSError:
    pass
for one in kept:
    os.close(one)
"""
# What is probed, the limit and its value, how far the probe comes with it, and how far without.
PROBES = {
    "processes": (FORKS, {"processes": 6}, range(4, 6), {"processes": 4000}, range(40, 41)),
    "threads": (THREADS, {"processes": 6}, range(4, 6), {"processes": 4000}, range(39, 41)),
    "memory": (MEMORY, {"memory": 128 * MEBIBYTE}, range(64, 129), {"memory": 8192 * MEBIBYTE}, range(480, 481)),
    "file": (ONE_FILE, {"file": 4 * MEBIBYTE}, range(4, 5), {"file": 1 << 40}, range(12, 13)),
    "scratch": (MANY_FILES, {"scratch": 8 * MEBIBYTE}, range(7, 9), {"scratch": 1 << 36}, range(40, 41)),
    "descriptors": (OPEN_FILES, {"descriptors": 32}, range(20, 32), {"descriptors": 4000}, range(300, 301)),
}  # fmt: skip


@pytest.fixture(scope="module")
def parent() -> Iterator[Parent]:
    with sandbox(Limits()) as place:
        yield place


def run(parent: Parent, limits: Limits, *cells: str, answers: str = "reached", **more: object) -> Run:
    wanted = [f"00.{name}" for name in answers.split()]
    order = {"cells": cells, "skip": [], "files": {}, "kit": True, "answers": wanted, "tries": [], **more}
    return parent.run(order, limits)


@pytest.mark.parametrize("probe", PROBES)
def test_a_run_comes_as_far_as_its_limit_and_no_further(parent: Parent, probe: str) -> None:
    cell, low, within, lifted, beyond = PROBES[probe]
    limited = run(parent, replace(PATIENT, **low), cell)
    assert limited.ended and limited.errors == {} and limited.named["00.reached"] in within, limited
    # Nothing else stops the probe: without this limit it would go on.
    free = run(parent, replace(PATIENT, **lifted), cell)
    assert free.ended and free.errors == {} and free.named["00.reached"] in beyond, free


def test_processes_are_counted_for_each_run_alone(parent: Parent) -> None:
    """One run may not use up what another needs, though all of root's runs belong to one user."""
    limits = replace(PATIENT, processes=6)
    found: list[Run] = []
    cell = FORKS + "time.sleep(2)\n"
    threads = [threading.Thread(target=lambda: found.append(run(parent, limits, cell))) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [one.named for one in found] == [{"00.reached": 5}] * 3


BUSY = "while True:\n    pass"
IGNORING = (
    "import signal\nsignal.signal(signal.SIGXCPU, signal.SIG_IGN)\nsignal.setitimer(signal.ITIMER_REAL, 0)\n"
)


def test_processor_time_ends_a_run_that_ignores_every_signal(parent: Parent) -> None:
    limited = run(parent, Limits(run_seconds=30, cell_seconds=30, cpu_seconds=1), IGNORING + BUSY)
    assert not limited.ended and not limited.timeout and 0.5 < limited.cpu < 3
    free = run(parent, Limits(run_seconds=3, cell_seconds=30, cpu_seconds=1000), IGNORING + BUSY)
    assert not free.ended and free.timeout


def test_the_time_of_a_run_ends_one_that_only_sleeps(parent: Parent) -> None:
    asleep = "import signal, time\nsignal.setitimer(signal.ITIMER_REAL, 0)\ntime.sleep({})\nreached = 1"
    limited = run(parent, replace(PATIENT, run_seconds=1), asleep.format(600))
    assert limited.timeout and not limited.ended and limited.wall < 10
    free = run(parent, PATIENT, asleep.format(1.5))
    assert free.ended and not free.timeout and free.wall > 1.5


def test_the_time_of_a_cell_ends_that_cell_alone(parent: Parent) -> None:
    cells = ("import time\ntime.sleep({})\nslow = 1", "reached = 1")
    limited = run(parent, replace(PATIENT, cell_seconds=0.5), cells[0].format(600), cells[1])
    assert limited.errors == {0: ("CellTooLong", "")} and limited.named == {"00.reached": 1}
    free = run(parent, PATIENT, cells[0].format(1.0), cells[1])
    assert free.ended and free.errors == {}


def test_the_time_of_a_call_ends_that_call_alone(parent: Parent) -> None:
    cell = """
import signal, time
def reached(seconds):
    signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))
    time.sleep(seconds)
    return "done"
"""
    tries = [{"question": "00.reached", "how": "call", "inputs": [[0], [1.0]], "hidden": True}]
    limited = run(parent, replace(PATIENT, call_seconds=0.5), cell, tries=tries)
    assert limited.ended and limited.results["00.reached"][0] == "done"
    assert limited.results["00.reached"][1]["reason"] == "too_long"
    free = run(parent, PATIENT, cell, tries=tries)
    assert free.results["00.reached"] == {0: "done", 1: "done"}


def test_no_more_comes_back_than_agreed_and_what_is_left_out_is_said(parent: Parent) -> None:
    names = [f"a{number}" for number in range(12)]
    cell = "\n".join(f"{name} = ['{'x' * 1000}'] * 200" for name in names)
    limited = run(parent, replace(PATIENT, claims=MEBIBYTE), cell, answers=" ".join(names))
    whole = [one for one in limited.named.values() if isinstance(one, list)]
    assert limited.ended and 3 <= len(whole) <= 5
    assert all(
        one == {"is": "unreadable", "type": "", "reason": "TooLarge"}
        for one in limited.named.values()
        if one not in whole
    )
    free = run(parent, replace(PATIENT, claims=64 * MEBIBYTE), cell, answers=" ".join(names))
    assert all(isinstance(one, list) for one in free.named.values()) and len(free.named) == 12


def test_a_flood_past_the_library_is_read_no_further_than_agreed(parent: Parent) -> None:
    """A submission that writes to the pipe itself finds it closed."""
    cell = """
import os, stat
body = b'{"x": "' + b"x" * 50_000 + b'"}'
frame = len(body).to_bytes(4, "big") + body
for one in range(3, 64):
    try:
        if stat.S_ISFIFO(os.fstat(one).st_mode):
            for _ in range(100):
                assert os.write(one, frame) == len(frame)
            reached = 1
    except OSError:
        pass
"""
    limited = run(parent, replace(PATIENT, claims=MEBIBYTE), cell)
    assert limited.begun and not limited.ended and limited.named == {}
    free = run(parent, replace(PATIENT, claims=64 * MEBIBYTE), cell)
    assert free.ended and free.named == {"00.reached": 1}


def test_neither_locked_memory_nor_queues_nor_dumps_are_to_be_had(parent: Parent) -> None:
    cell = """
import resource
reached = [resource.getrlimit(one) for one in (resource.RLIMIT_CORE, resource.RLIMIT_MEMLOCK, resource.RLIMIT_MSGQUEUE)]
"""
    found = run(parent, Limits(), cell).named["00.reached"]
    assert [one["items"] for one in found] == [[0, 0]] * 3


def test_every_limit_is_as_the_page_on_the_sandbox_says() -> None:
    text = " ".join(DOCS.read_text(encoding="utf-8").split())
    wanted = Limits()
    said = {
        "run_seconds": r"(\d+) s of own time and processor",
        "cpu_seconds": r"(\d+) s of own time and processor",
        "cell_seconds": r"(\d+) s a cell",
        "call_seconds": r"(\d+) s a function call",
        "processes": r"(\d+) processes and threads",
        "descriptors": r"(\d+) open files",
        "file": r"(\d+) MB a file",
        "scratch": r"Files lie in memory \((\d+) MB\)",
        "claims": r"(\d+) MB of answers",
        "memory": r"(\d+) GB of memory beyond",
    }
    unit = {"file": MEBIBYTE, "scratch": MEBIBYTE, "claims": MEBIBYTE, "memory": 1024 * MEBIBYTE}
    for name, pattern in said.items():
        found = re.search(pattern, text)
        assert found, name
        assert int(found[1]) * unit.get(name, 1) == getattr(wanted, name), name
    assert set(said) == set(wanted.to_json())
    times = re.search(r"by the clock a run ends after (\d+) times as much", text)
    assert times and wanted.clock_seconds == int(times[1]) * wanted.run_seconds
