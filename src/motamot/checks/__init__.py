"""Exercises that answer back: ``check("01.nbsp_count", nbsp_count)`` and ``hint("01.nbsp_count")``."""

from __future__ import annotations

import os

from motamot._language import message
from motamot._shell import running_shell
from motamot._variant import pick
from motamot.checks._feedback import Feedback, show
from motamot.checks._judge import judge
from motamot.checks._library import find_question
from motamot.checks._question import NearMiss, Question, Text
from motamot.checks._states import RIGHT, Verdict
from motamot.errors import MotamotError

__all__ = ["CheckFailed", "NearMiss", "Question", "Text", "check", "hint", "pick"]

_hints_given: dict[str, int] = {}
_last_checked = ""


class CheckFailed(AssertionError):
    """Raised under nbgrader only, which gives full points to a cell that raises nothing."""


def check(question: str, answer: object) -> None:
    """Say whether an answer is right, and if not, where to look next; the answer is never shown.

    Where the environment holds ``MOTAMOT_INERT=1``, as in grading, nothing happens.

    Parameters
    ----------
    question : str
        The question's name, as the exercise writes it: ``"01.nbsp_count"``.
    answer : object
        Your answer; ``...`` means not attempted.

    Raises
    ------
    CheckFailed
        Under nbgrader only (environment variable NBGRADER_EXECUTION), for an answer that is not right.

    Examples
    --------
    >>> check("01.nbsp_count", ...)
    … Not attempted yet. Replace the three dots after nbsp_count = and run the cell again.
    """
    global _last_checked
    if _inert():
        return
    _last_checked = question
    state, text = _verdict(question, answer)
    if _last_cell_failed():
        text += "\n" + message("checks.after_error")
    # Nobody has judged the argument of a finding.
    complete = state == RIGHT and find_question(question).kind == "evidence"
    show(Feedback(state, text, "complete" if complete else ""))
    if state != RIGHT and os.environ.get("NBGRADER_EXECUTION"):
        raise CheckFailed(text)


def hint(question: str = "") -> None:
    """Show the next of three hints; hints cost nothing, and nothing is recorded.

    Parameters
    ----------
    question : str
        The question's name, as the exercise writes it: ``"01.nbsp_count"``; left out, the one checked last.

    Examples
    --------
    >>> hint("01.nbsp_count")  # doctest: +ELLIPSIS
    → Hint. 1 of 3 ...
    """
    if _inert():
        return
    question = question or _last_checked
    if not question:
        show(Feedback("error", message("checks.hint_for_what")))
        return
    try:
        hints = find_question(question).hints
    except MotamotError as error:
        show(Feedback("error", str(error)))
        return
    given = _hints_given.get(question, 0) % len(hints)
    _hints_given[question] = given + 1
    head = message("checks.hint_again" if given else "checks.hint", number=given + 1, total=len(hints))
    show(Feedback("hint", f"{head} {hints[given]}"))


def _last_cell_failed() -> bool:
    """Tell whether the cell run before this one stopped with an error, so that names hold older values."""
    return not getattr(running_shell(), "last_execution_succeeded", True)


def _inert() -> bool:
    return os.environ.get("MOTAMOT_INERT") == "1"


def _verdict(question: str, answer: object) -> Verdict:
    try:
        return judge(find_question(question), answer)
    except MotamotError as error:
        return "error", str(error)
    except Exception as error:
        # The reference does not fit the text in use, for example one's own; the learner is not to blame.
        return "error", message("checks.not_here", reason=f"{type(error).__name__}: {error}"[:200])
