"""Runs in the sandbox, with and without a filter of calls, and what they find."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from motamot.course.grading.claimed import Run
from motamot.course.grading.parent import Parent
from motamot.course.grading.places import open_sandbox
from motamot.course.grading.sandbox.limits import Limits

LIMITS = Limits(run_seconds=20, cell_seconds=10)


@contextmanager
def sandbox(limits: Limits = LIMITS, filtered: bool = True) -> Iterator[Parent]:
    """Open a sandbox, or skip the test and say why there is none."""
    place, reason = open_sandbox(limits, filtered)
    if not isinstance(place, Parent):
        pytest.skip(f"no sandbox on this computer: {reason}")
    try:
        yield place
    finally:
        place.close()


def open_parent(filtered: bool) -> Iterator[Parent]:
    with sandbox(filtered=filtered) as place:
        if filtered and not place.seccomp:
            pytest.skip("no libseccomp on this computer")
        yield place


def run(place: Parent, cell: str) -> Run:
    order = {"cells": [cell], "skip": [], "files": {}, "kit": True, "answers": ["0.found"], "tries": []}
    return place.run(order, LIMITS)


def found(place: Parent, cell: str) -> object:
    done = run(place, cell)
    assert done.ended and done.errors == {}, done
    return done.named["0.found"]


class Looked:
    """What /proc says of a runner and of the warm process that keeps it."""

    def __init__(self, keeper: int, runner: int) -> None:
        if os.geteuid() != 0:
            pytest.skip("only root may look at a run from outside")
        here = Path("/proc") / str(runner)
        self.status = {
            name: value.strip()
            for name, _, value in (line.partition(":") for line in (here / "status").read_text().splitlines())
        }
        self.spaces = {one.name: str(one.readlink()) for one in (here / "ns").iterdir()}
        self.held = {int(one.name): str(one.readlink()) for one in (here / "fd").iterdir()}
        self.keeper_held = {
            int(one.name): str(one.readlink()) for one in (Path("/proc") / str(keeper) / "fd").iterdir()
        }
        self.mounts = [_mount(line) for line in (here / "mountinfo").read_text().splitlines()]
        self.short_of_memory = (here / "oom_score_adj").read_text().strip()
        self.sessions = {os.getsid(one) for one in (0, keeper, runner)}
        self.environment = (here / "environ").read_bytes()


def _mount(line: str) -> tuple[str, set[str], str, str]:
    """Return place, flags, kind and options of a mount."""
    first, _, second = line.partition(" - ")
    parts, more = first.split(), second.split()
    return parts[4], set(parts[5].split(",")), more[0], more[2]
