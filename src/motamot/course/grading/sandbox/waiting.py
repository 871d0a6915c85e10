"""How long a run has really had: the kernel tells how long each of its threads waited for a processor."""

from __future__ import annotations

import contextlib
import os
from time import monotonic

_SHORTEST = 0.05
# Most runs have ended by then: only those that go on are looked at, as each look takes time, too.
_FIRST_LOOK = 0.3
_NANOSECONDS = 1e9


class TreeTime:
    """Counts the own seconds of a process and of all that it starts, seen from outside.

    Own time is time by the clock without what was spent waiting for a processor, but at least the time that
    processors worked: who starts many processes does not slow the clock by it. Where the kernel does not tell
    (``/proc/*/schedstat``), it is time by the clock.

    Parameters
    ----------
    process : int
        The process.
    """

    def __init__(self, process: int) -> None:
        self._tree = {process}
        self._others: set[int] = set()
        self._known: dict[int, tuple[int, int]] = {}
        self._start = self._at = monotonic()
        self._worked = self._waited = 0.0

    @property
    def elapsed(self) -> float:
        """Return the seconds by the clock."""
        return monotonic() - self._start

    def read(self) -> float:
        """Return the own seconds so far; to be read some times a second, as what has ended tells nothing."""
        if monotonic() - self._at >= _SHORTEST and self.elapsed >= _FIRST_LOOK:
            self._at = monotonic()
            self._look()
        elapsed = self.elapsed
        return max(elapsed - self._waited, min(elapsed, self._worked))

    def _look(self) -> None:
        """Add what has come to the counts of all threads since the last look."""
        self._find_children()
        found = {task: counts for process in self._tree for task, counts in _threads(process)}
        zero = (0, 0)
        new = []
        for task, (worked, waited) in found.items():
            worked_before, waited_before = self._known.get(task, zero)
            new.append((worked - worked_before, max(0, waited - waited_before)))
        self._worked += sum(worked for worked, _ in new) / _NANOSECONDS
        self._waited += _waited_for_others(new) / _NANOSECONDS
        self._known = found

    def _find_children(self) -> None:
        try:
            present = {int(name) for name in os.listdir("/proc") if name.isdecimal()}  # noqa: PTH208
        except OSError:
            return
        parents = {one: _parent(one) for one in present - self._others - self._tree}
        self._tree &= present
        while children := {one for one, parent in parents.items() if parent in self._tree} - self._tree:
            self._tree |= children
        # Each is looked at once: what is not of this run now will never be.
        self._others = (self._others & present) | (parents.keys() - self._tree)


def _waited_for_others(counts: list[tuple[int, int]]) -> float:
    """Return how long the threads of a run, each of which worked and waited, waited for other programs.

    Threads that wait at the same time wait once, and the more of them want a processor, the more they wait
    for each other: else a run that starts many, and ends them soon, has all the time it likes.
    """
    wanted = [worked + waited for worked, waited in counts]
    longest = max((waited for _, waited in counts), default=0)
    return longest * max(wanted) / sum(wanted) if longest else 0.0


def _threads(process: int) -> list[tuple[int, tuple[int, int]]]:
    """Return, for each thread, the nanoseconds that it worked and those that it waited for a processor."""
    found: list[tuple[int, tuple[int, int]]] = []
    try:
        tasks = os.listdir(f"/proc/{process}/task")  # noqa: PTH208
    except OSError:
        return found
    for task in tasks:
        # It may have ended meanwhile, or this kernel does not count.
        with contextlib.suppress(OSError, ValueError):
            with open(f"/proc/{process}/task/{task}/schedstat", encoding="ascii") as file:  # noqa: PTH123
                worked, waited, _ = map(int, file.read().split())
            found.append((int(task), (worked, waited)))
    return found


def _parent(process: int) -> int:
    try:
        with open(f"/proc/{process}/stat", "rb") as file:  # noqa: PTH123
            # The name before it may hold blanks and brackets.
            return int(file.read().rpartition(b")")[2].split()[1])
    except (OSError, ValueError, IndexError):
        return 0
