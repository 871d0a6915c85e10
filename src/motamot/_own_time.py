"""The time that a process takes for itself: other programs that keep the processor busy do not shorten it."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic, process_time

# Who gets the processor now and then, on whatever busy machine, gets more of it than this; who sleeps, less.
_ASLEEP = 0.005
_SHORTEST = 0.05
# Who wakes up now and then looks like who waits: the clock may show so many times the own time, and no more.
_PATIENCE = 5


class OwnTime:
    """Counts seconds that are used or slept through, but not those spent waiting for a processor.

    To be read a few times a second. What sleeps and what waits differ by a trickle of processor time.

    Parameters
    ----------
    clock : callable
        Tells the seconds that a processor has worked for the process; this process if left out.

    Examples
    --------
    >>> from unittest import mock
    >>> hours = mock.patch("motamot._own_time.monotonic", side_effect=[0.0, 10.0, 20.0])
    >>> used = iter([0.0, 4.0, 4.0])
    >>> with hours:
    ...     own = OwnTime(lambda: next(used))
    ...     # Four seconds of work in ten, as others were at work as well; then ten seconds asleep.
    ...     own.read(), own.read()
    (4.0, 14.0)
    """

    def __init__(self, clock: Callable[[], float] = process_time) -> None:
        self._clock = clock
        self._used = clock()
        self._start = self._at = monotonic()
        self._own = 0.0

    def read(self) -> float:
        """Return the seconds so far."""
        now = monotonic()
        passed = now - self._at
        if passed < _SHORTEST:
            return self._own
        used = self._clock()
        worked = used - self._used
        self._own += passed if worked < _ASLEEP * passed else min(worked, passed)
        self._own = max(self._own, (now - self._start) / _PATIENCE)
        self._used, self._at = used, now
        return self._own
