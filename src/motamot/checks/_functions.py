"""Judging functions and patterns by what they gave for some inputs."""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence

from motamot._language import message
from motamot.checks._compare import same_result
from motamot.checks._describe import Description, describe
from motamot.checks._question import NearMiss, Question
from motamot.checks._result_remarks import near_result, wrong_arguments, wrong_results
from motamot.checks._states import NEAR_MISS, NOT_ATTEMPTED, RIGHT, WRONG, WRONG_TYPE, Verdict
from motamot.checks._trial import attempt
from motamot.checks._values import (
    ColumnOf,
    DictOf,
    Failure,
    FunctionOf,
    Mark,
    Opaque,
    PatternOf,
    SetOf,
    TableOf,
    Value,
    read,
    type_of,
)

_SHOWN = 120
_CAUSES = {
    "math domain error": "log",
    "expected a positive input": "log",
    "KeyError": "key",
    "NameError": "name",
}
_KNOWN = ("raised", "too_long", "pattern", "memory", "exit")


def refuse(question: Question, description: Description) -> Verdict | None:
    """Return a verdict on an answer that there is no use in trying, else None."""
    value = read(description)
    if question.kind == "pattern":
        if isinstance(value, str | PatternOf):
            return None
        return WRONG_TYPE, message("checks.not_pattern", kind=type_of(description))
    if not isinstance(value, FunctionOf):
        return WRONG_TYPE, message("checks.not_function", kind=type_of(description))
    if value.blank:
        return NOT_ATTEMPTED, message("checks.empty_function")
    if not question.library_allowed and value.module.split(".")[0] == "motamot":
        return WRONG_TYPE, message("checks.library")
    return None


def judge_results(
    question: Question,
    results: Sequence[Description],
    inputs: Sequence[tuple[object, ...]],
    name: str,
    shown: bool,
) -> Verdict:
    """Judge what a function or a pattern gave, one result an input; hidden inputs are never told."""
    given = [read(result) for result in results]
    for arguments, value in zip(inputs, given, strict=False):
        if isinstance(value, Failure):
            return WRONG, _failure(value, arguments, name, shown)
    if len(given) != len(inputs):
        return WRONG, message("checks.failed_other")
    if all(value == Mark("placeholder") for value in given):
        return NOT_ATTEMPTED, message("checks.empty_function")
    if all(value is None for value in given):
        return WRONG, message("checks.returned_none")
    described = [_do(question, question.reference, arguments) for arguments in inputs]
    expected = [read(one) for one in described]
    if all(map(same_result, given, expected)):
        return RIGHT, str(question.because or message(f"checks.right_{question.kind}"))
    for miss in question.near_misses:
        wrong = [_wrong_way(question, miss, arguments) for arguments in inputs]
        if all(map(same_result, given, wrong)):
            return NEAR_MISS, str(miss.text)
    kinds = list(map(type_of, results))
    near = near_result(given, kinds, expected) if question.kind == "function" else None
    if near or not shown:
        return near or (WRONG, message("checks.wrong_hidden"))
    fitting = sum(map(same_result, given, expected))
    told = message(f"checks.wrong_{question.kind}", right=fitting, total=len(inputs))
    reason = wrong_results(given, kinds, expected) if question.kind == "function" else None
    return WRONG, f"{reason or told}\n{_table(inputs, results, described)}"


def _do(question: Question, way: Callable[..., object], arguments: tuple[object, ...]) -> Description:
    """Describe what the right or a wrong way gives; a pattern is made first, then tried."""
    if question.kind == "pattern":
        return attempt(way(), arguments, question.match)
    return describe(way(*copy.deepcopy(arguments)))


def _wrong_way(question: Question, miss: NearMiss, arguments: tuple[object, ...]) -> Value:
    try:
        return read(_do(question, miss.way, arguments))
    except Exception:
        # A wrong way may fail where the right one does not; then nobody went it.
        return Opaque()


def _failure(failure: Failure, arguments: tuple[object, ...], name: str, shown: bool) -> str:
    if failure.reason not in _KNOWN:
        return message("checks.failed_other")
    if told := wrong_arguments(failure, name, len(arguments)):
        return told
    reason = message(f"checks.failed_{failure.reason}", detail=failure.detail) + _cause(failure)
    if not shown:
        return reason[0].upper() + reason[1:]
    return message("checks.failed", arguments=_short(", ".join(map(repr, arguments))), reason=reason)


def _cause(failure: Failure) -> str:
    """Say what an error means that Python words for others than beginners."""
    found = [name for words, name in _CAUSES.items() if words in failure.detail]
    return message(f"checks.cause_{found[0]}") if failure.reason == "raised" and found else ""


def _table(
    inputs: Sequence[tuple[object, ...]], results: Sequence[Description], expected: Sequence[Description]
) -> str:
    """Return a table, cells between tabs: what went in, the shape expected, what came out."""
    head = [message(f"checks.column_{name}") for name in ("sign", "input", "expected", "got")]
    rows = ["\t".join(head)]
    for arguments, result, wanted in zip(inputs, results, expected, strict=True):
        fits = same_result(read(result), read(wanted))
        word = message("checks.row_right" if fits else "checks.row_wrong")
        went_in = _short(", ".join(map(repr, arguments)))
        got = message("checks.shape_and_value", shape=_shape(result), value=_short(_written(result)))
        rows.append("\t".join((word, went_in, _shape(wanted), got)))
    return "\n".join(rows)


def _shape(description: Description) -> str:
    """Name kind and size of a value, which is all that is told of the expected one."""
    value = read(description)
    if isinstance(value, bool):
        return message("checks.shape_bool")
    if isinstance(value, int | float):
        return message("checks.shape_number")
    if isinstance(value, str):
        return message("checks.shape_text", size=len(value))
    if isinstance(value, list | tuple):
        return message(f"checks.shape_{type(value).__name__}", size=len(value))
    if isinstance(value, SetOf | ColumnOf):
        return message("checks.shape_several", kind=type_of(description), size=len(value.items))
    if isinstance(value, DictOf):
        return message("checks.shape_several", kind=type_of(description), size=len(value.pairs))
    if isinstance(value, TableOf):
        return message("checks.shape_table", rows=len(value.index), columns=len(value.columns))
    return type_of(description)


def _written(description: Description) -> str:
    value = read(description)
    if isinstance(value, SetOf | ColumnOf):
        return repr(value.items)
    if isinstance(value, DictOf):
        return "{" + ", ".join(f"{key!r}: {one!r}" for key, one in value.pairs) + "}"
    if isinstance(value, bool | int | float | str | list | tuple) and "Opaque" not in repr(value):
        return repr(value)
    return type_of(description)


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
