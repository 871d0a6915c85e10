"""Judging an answer: not attempted, wrong type, near miss, wrong or right."""

from __future__ import annotations

from motamot._language import message
from motamot.checks._plain import WrongType, plain, same
from motamot.checks._question import Question
from motamot.checks._trial import Failed, run

NOT_ATTEMPTED, WRONG_TYPE, NEAR_MISS, WRONG, RIGHT = "empty", "type", "near", "wrong", "right"
Verdict = tuple[str, str]


def judge(question: Question, answer: object) -> Verdict:
    """Return the state of an answer and the sentence for the learner.

    Parameters
    ----------
    question : Question
        What was asked.
    answer : object
        What was given; nothing of it is trusted to compare itself.

    Returns
    -------
    tuple of str
        State and sentence, in the language in use.
    """
    if answer is ... or answer is None or answer is NotImplemented:
        return NOT_ATTEMPTED, message("checks.empty", name=question.name.partition(".")[2])
    if question.kind == "function":
        return _judge_function(question, answer)
    try:
        given = plain(answer, question)
    except WrongType as error:
        return WRONG_TYPE, str(error)
    if same(given, plain(question.reference(), question), question):
        return RIGHT, message("checks.right")
    for miss in question.near_misses:
        if same(given, plain(miss.way(), question), question):
            return NEAR_MISS, str(miss.text)
    return WRONG, message("checks.wrong")


def _judge_function(question: Question, answer: object) -> Verdict:
    if not callable(answer):
        return WRONG_TYPE, message("checks.not_function", kind=type(answer).__name__)
    if not question.library_allowed and str(getattr(answer, "__module__", "")).split(".")[0] == "motamot":
        return WRONG_TYPE, message("checks.library")
    results = []
    for arguments in question.inputs:
        try:
            results.append(run(answer, arguments))
        except Failed as error:
            shown = ", ".join(map(repr, arguments))
            return WRONG, message("checks.failed", arguments=shown, reason=str(error))
    expected = [question.reference(*arguments) for arguments in question.inputs]
    if all(_alike(one, two) for one, two in zip(results, expected, strict=True)):
        return RIGHT, message("checks.right")
    for miss in question.near_misses:
        wrong = [miss.way(*arguments) for arguments in question.inputs]
        if all(_alike(one, two) for one, two in zip(results, wrong, strict=True)):
            return NEAR_MISS, str(miss.text)
    return WRONG, message("checks.wrong_function") + "\n" + _table(question, results, expected)


def _alike(one: object, two: object) -> bool:
    """Compare results of plain built-in types; another type is another result."""
    if type(one) is not type(two):
        return False
    if isinstance(one, list | tuple) and isinstance(two, list | tuple):
        return len(one) == len(two) and all(map(_alike, one, two))
    return bool(one == two)


def _table(question: Question, results: list[object], expected: list[object]) -> str:
    """Return one line an input: what went in, the shape expected, what came out."""
    lines = []
    for arguments, got, wanted in zip(question.inputs, results, expected, strict=True):
        sign = "✓" if _alike(got, wanted) else "✗"
        shown = ", ".join(map(repr, arguments))
        lines.append(f"{sign} ({shown}) → {_shape(wanted)} | {_short(got)}")
    return "\n".join(lines)


def _shape(value: object) -> str:
    size = f" ({len(value)})" if isinstance(value, list | str | tuple | dict) else ""
    return type(value).__name__ + size


def _short(value: object) -> str:
    text = (
        repr(value)
        if isinstance(value, str | int | float | list | tuple | dict | bool)
        else type(value).__name__
    )
    return text if len(text) <= 80 else text[:79] + "…"
