"""What can be said about the results of a function, whatever the question."""

from __future__ import annotations

import re
from collections.abc import Sequence

from motamot._language import message
from motamot.checks._compare import alike, in_order, same_result
from motamot.checks._scales import unit_or_rounding
from motamot.checks._states import NEAR_MISS, Verdict
from motamot.checks._values import ColumnOf, Failure, SetOf, Value

_PLAIN = (str, int, float, list, tuple)


def near_result(given: Sequence[Value], kinds: Sequence[str], expected: Sequence[Value]) -> Verdict | None:
    """Name what alone is wrong about results that are right otherwise; nothing of an input is told.

    Parameters
    ----------
    given, expected : sequence
        Results, one an input.
    kinds : list of str
        The names of the types of `given`.

    Returns
    -------
    tuple of str or None
        ``"near"`` and the sentence, in the language in use.
    """
    if all(map(_same_content, given, expected)):
        expected_kind = type(expected[0]).__name__
        return NEAR_MISS, message("checks.function_container", found=kinds[0], expected=expected_kind)
    if all(map(_is_count_of, given, expected)):
        return NEAR_MISS, message("checks.function_counted")
    if all(map(_is_count_of, expected, given)):
        return NEAR_MISS, message("checks.function_uncounted")
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


def _items(value: Value) -> list[Value] | None:
    """Return what a container holds, None for what is none."""
    if isinstance(value, SetOf | ColumnOf):
        return list(value.items)
    return list(value) if isinstance(value, list | tuple) else None


def _same_content(given: Value, expected: Value) -> bool:
    """Tell whether containers of two kinds hold the same; a set keeps no order."""
    some, others = _items(given), _items(expected)
    if some is None or others is None:
        return False
    unordered = isinstance(given, SetOf)
    return alike(in_order(some) if unordered else some, in_order(others) if unordered else others)


def _is_count_of(count: Value, things: Value) -> bool:
    items = _items(things)
    return type(count) is int and items is not None and count == len(items)


def _same_number(given: Value, expected: Value) -> bool:
    if not isinstance(given, str) or isinstance(expected, bool) or not isinstance(expected, int | float):
        return False
    try:
        return alike(float(given.replace(",", ".")), expected)
    except ValueError:
        return False
