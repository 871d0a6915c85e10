"""Trying a learner's function: output swallowed, time limited where the system allows it."""

from __future__ import annotations

import io
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, redirect_stdout
from types import FrameType, GeneratorType

from motamot._language import message

SECONDS = 2.0


class Failed(Exception):
    """The function gave no result; the text says why."""


class _Sink(io.TextIOBase):
    """Takes any amount of output and keeps none."""

    def write(self, text: str) -> int:
        return len(text)


def run(function: Callable[..., object], arguments: Sequence[object]) -> object:
    """Return what the function gives for the arguments, or raise Failed with one sentence."""
    try:
        with redirect_stdout(_Sink()), _time_limit():
            result = function(*arguments)
    except Failed:
        raise
    except Exception as error:
        reason = f"{type(error).__name__}: {error}"[:200]
        raise Failed(message("checks.raised", reason=reason)) from error
    if isinstance(result, GeneratorType):
        raise Failed(message("checks.generator"))
    if result is None:
        raise Failed(message("checks.returned_none"))
    if result is ...:
        raise Failed(message("checks.placeholder"))
    return result


@contextmanager
def _time_limit() -> Iterator[None]:
    """Stop a loop after two seconds; on Windows, or outside the main thread, there is no limit."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(number: int, frame: FrameType | None) -> None:
        raise Failed(message("checks.too_long", seconds=round(SECONDS)))

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
