"""Trying a learner's function or pattern: output swallowed, time limited where the system allows it.

Like `describe`, this runs where the learner's code runs, and knows nothing of the question.
"""

from __future__ import annotations

import copy
import io
import re
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from types import FrameType
from typing import Any

from motamot._own_time import OwnTime
from motamot.checks._describe import Description, describe, type_name

SECONDS = 2.0
_LOOK_SECONDS = 0.2
_MOST_MATCHES = 5000
_SHOWN = 200


class TooLong(BaseException):
    """Time is up; no ``except Exception`` of the learner stops it."""


class Sink(io.TextIOBase):
    """Takes any amount of output and keeps none."""

    encoding = "utf-8"

    def write(self, text: str) -> int:
        """Forget the text."""
        return len(text)

    def writable(self) -> bool:
        """Say that one may write."""
        return True


def attempt(answer: object, arguments: Sequence[object], how: str = "call") -> Description:
    """Return the description of what an answer does with some arguments, or a description of its failure.

    Parameters
    ----------
    answer : object
        A function; or a regular expression, as a text or compiled.
    arguments : sequence
        What it is tried on: copies are handed over. For a pattern, one text.
    how : {"call", "findall", "fullmatch"}
        Call the function; list the pattern's whole matches from the left, groups or not; tell whether the
        pattern fits the whole text.

    Returns
    -------
    description
        As `describe` gives it, or ``{"is": "failed", "reason": ..., "detail": ...}``.

    Examples
    --------
    >>> attempt(str.lower, ("PRIX",))
    'prix'
    >>> attempt(r"(l')?été", ("L'été, l'été",), "findall")
    ['été', "l'été"]
    >>> attempt(r"(", ("a",), "fullmatch")["reason"]
    'pattern'
    """
    try:
        with redirect_stdout(Sink()), redirect_stderr(Sink()), time_limit():
            return describe(_result(answer, copy.deepcopy(tuple(arguments)), how))
    except TooLong:
        return _failed("too_long", f"{SECONDS:g}")
    except re.error as error:
        return _failed("raised" if how == "call" else "pattern", said(error))
    except MemoryError:
        return _failed("memory", "")
    except (SystemExit, KeyboardInterrupt, GeneratorExit) as error:
        return _failed("exit", type_name(error))
    except Exception as error:
        return _failed("raised", f"{type_name(error)}: {said(error)}")


def describe_in_time(answer: object) -> Description:
    """Describe an answer; a figure whose labels never come to an end is stopped."""
    try:
        with redirect_stdout(Sink()), redirect_stderr(Sink()), time_limit():
            return describe(answer)
    except TooLong:
        return {"is": "unreadable", "type": type_name(answer), "reason": "TimeoutError"}


def _result(answer: Any, arguments: tuple[Any, ...], how: str) -> object:
    if how == "call":
        return answer(*arguments)
    pattern = re.compile(answer)
    if how == "fullmatch":
        return pattern.fullmatch(*arguments) is not None
    found = []
    for match in pattern.finditer(*arguments):
        found.append(match[0])
        if len(found) == _MOST_MATCHES:
            break
    return found


def _failed(reason: str, detail: str) -> Description:
    return {"is": "failed", "reason": reason, "detail": detail[:_SHOWN]}


def said(error: BaseException) -> str:
    """Return what an error says, shortened; a learner's own class may fail at that, too, and in any way."""
    try:
        # A text of the learner's own class may be cut in a way of its own.
        return str.__getitem__(str(error), slice(_SHOWN))
    except BaseException:
        return ""


@contextmanager
def time_limit(seconds: float = SECONDS, error: type[BaseException] = TooLong) -> Iterator[None]:
    """Raise an error when this process's own time is up: never on Windows, or outside the main thread."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(number: int, frame: FrameType | None) -> None:
        if own.read() >= seconds:
            raise error

    own = OwnTime()
    before: Callable[..., Any] | int | None = signal.signal(signal.SIGALRM, stop)
    # Again and again: the first may be swallowed by a bare except of the learner.
    signal.setitimer(signal.ITIMER_REAL, _LOOK_SECONDS, _LOOK_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
