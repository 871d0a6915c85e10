"""Runs side by side that take no marks from each other, however much one of them takes of memory and disk."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Protocol

from motamot.course.grading.claimed import Run
from motamot.course.grading.sandbox.limits import Limits

# Nearly all of its own time a run is on the processor, unless it sleeps, or waits for memory or the disk.
_SHARE = 0.7


class Place(Protocol):
    """Where submissions run."""

    sandboxed: bool

    def run(self, order: dict[str, Any], limits: Limits) -> Run:
        """Make a run, and return what it claims."""
        ...


class Turns:
    """Makes runs at the same time; one that lacked what others may have held is made again alone.

    Parameters
    ----------
    jobs : int
        How many runs there are at the same time.
    """

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._changed = threading.Condition()
        self._running = 0
        self._reserved = False

    def run(self, place: Place, order: dict[str, Any], limits: Limits) -> Run:
        """Make a run, and return what it claims."""
        with self._beside_others():
            run = place.run(order, limits)
        # Only a sandbox tells the time on the processor.
        late = place.sandboxed and was_held_up(run)
        # Others may have had the processes or the memory that it lacked to be made at all.
        if self._jobs > 1 and (late or run.failed):
            with self._alone():
                run = place.run(order, limits)
        return run

    @contextmanager
    def _beside_others(self) -> Iterator[None]:
        with self._changed:
            self._changed.wait_for(lambda: not self._reserved)
            self._running += 1
        try:
            yield
        finally:
            with self._changed:
                self._running -= 1
                self._changed.notify_all()

    @contextmanager
    def _alone(self) -> Iterator[None]:
        with self._changed:
            self._changed.wait_for(lambda: not self._reserved)
            self._reserved = True
            self._changed.wait_for(lambda: not self._running)
        try:
            yield
        finally:
            with self._changed:
                self._reserved = False
                self._changed.notify_all()


def was_held_up(run: Run) -> bool:
    """Tell whether a run lacked time, and was at work for a part of it only.

    Own time leaves out what it waited for a processor, but not what it waited for memory or the disk.

    Examples
    --------
    >>> [was_held_up(Run(timeout=True, cpu=seconds, own=40.0)) for seconds in (9.0, 39.0)]
    [True, False]
    """
    late = (
        run.timeout
        or any(kind == "CellTooLong" for kind, _ in run.errors.values())
        or any(_is_late(one) for results in run.results.values() for one in results.values())
    )
    return late and run.cpu < _SHARE * run.own


def _is_late(result: object) -> bool:
    return isinstance(result, dict) and result.get("reason") == "too_long"
