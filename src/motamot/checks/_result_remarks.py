"""What can be said about the results of a function, whatever the question."""

from __future__ import annotations

import re
from collections.abc import Sequence

from motamot._language import message
from motamot.checks._compare import alike, same_result
from motamot.checks._scales import unit_or_rounding
from motamot.checks._states import NEAR_MISS, Verdict
from motamot.checks._values import Failure, Value

_PLAIN = (str, int, float, list, tuple)


def near_result(given: Sequence[Value], expected: Sequence[Value]) -> Verdict | None:
    """Name what alone is wrong about results that are right otherwise; nothing of an input is told."""
    if all(map(alike, given, expected)) and all(isinstance(one, list | tuple) for one in given):
        kinds = {"found": _kind(given[0]), "expected": _kind(expected[0])}
        return NEAR_MISS, message("checks.function_container", **kinds)
    if all(isinstance(one, list) and len(one) == 1 for one in given) and all(
        map(same_result, (one[0] for one in given), expected)
    ):
        return NEAR_MISS, message("checks.function_in_list")
    if all(map(_same_number, given, expected)):
        return NEAR_MISS, message("checks.function_number_as_text")
    filled = [[part for part in one if part != ""] if isinstance(one, list) else one for one in given]
    if all(map(same_result, filled, expected)):
        return NEAR_MISS, message("checks.function_empty_text")
    unit = unit_or_rounding(given, expected)
    return (NEAR_MISS, message(f"checks.function_{unit}")) if unit else None


def wrong_results(given: Sequence[Value], kinds: Sequence[str], expected: Sequence[Value]) -> str | None:
    """Return a sentence on results that are wrong in kind, or do not depend on the input, else None.

    Parameters
    ----------
    given, expected : sequence
        Results, one an input.
    kinds : list of str
        The names of the types of `given`.

    Returns
    -------
    str or None
        In the language in use.
    """
    if any(one is None for one in given):
        return message("checks.function_none")
    if "generator" in kinds:
        return message("checks.function_generator")
    if len(given) > 1 and not all(alike(expected[0], one) for one in expected):
        same = all(isinstance(one, _PLAIN) and alike(given[0], one) for one in given)
        if same:
            return message("checks.function_constant")
    return None


def wrong_arguments(failure: Failure, name: str, count: int) -> str | None:
    """Return a sentence if a function could not be called with so many arguments, else None."""
    own = re.escape(f"{name}()")
    called = rf"TypeError: (?:[\w.<>]+\.)?{own} .*positional argument"
    return message("checks.failed_arguments", count=count) if re.match(called, failure.detail) else None


def _kind(value: Value) -> str:
    return type(value).__name__


def _same_number(given: Value, expected: Value) -> bool:
    if not isinstance(given, str) or isinstance(expected, bool) or not isinstance(expected, int | float):
        return False
    try:
        return alike(float(given.replace(",", ".")), expected)
    except ValueError:
        return False
