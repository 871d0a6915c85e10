"""Comparing plain values: forgiving about numpy and order where that is harmless, never about content."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from itertools import chain

from motamot.checks._values import ColumnOf, DictOf, Mark, SetOf, TableOf, Value

# What binary fractions may differ by, and no more.
ROUNDING = 1e-9
_CONTAINERS = (list, tuple, SetOf, DictOf, ColumnOf, TableOf)


def close(one: float, two: float, tolerance: float) -> bool:
    """Compare two numbers; not-a-number is close to itself only.

    Examples
    --------
    >>> close(0.1 + 0.2, 0.3, ROUNDING), close(float("nan"), 0.3, 1)
    (True, False)
    """
    if isinstance(one, int) and isinstance(two, int):
        return abs(one - two) <= tolerance
    try:
        one, two = float(one), float(two)
    except OverflowError:
        return False
    if math.isnan(one) or math.isnan(two):
        return math.isnan(one) and math.isnan(two)
    return one == two or abs(one - two) <= tolerance


def alike(one: Value, two: Value, tolerance: float = ROUNDING) -> bool:
    """Compare two values of whatever kind; numbers by value, containers by kind and content."""
    if _is_missing(one) or _is_missing(two):
        return _is_missing(one) and _is_missing(two)
    if is_number(one) and is_number(two):
        return close(one, two, tolerance)
    if isinstance(one, list | tuple) and isinstance(two, list | tuple):
        return all_alike(one, two, tolerance)
    if isinstance(one, SetOf) and isinstance(two, SetOf):
        return alike_in_any_order(one.items, two.items, tolerance)
    if isinstance(one, DictOf) and isinstance(two, DictOf):
        return alike_in_any_order(one.pairs, two.pairs, tolerance)
    if isinstance(one, ColumnOf) and isinstance(two, ColumnOf):
        return all_alike(one.items, two.items, tolerance) and one.shape == two.shape
    if isinstance(one, TableOf) and isinstance(two, TableOf):
        return one.columns == two.columns and all_alike(one.values, two.values, tolerance)
    return type(one) is type(two) and not isinstance(one, _CONTAINERS) and bool(one == two)


def all_alike(some: Sequence[Value], others: Sequence[Value], tolerance: float = ROUNDING) -> bool:
    """Compare two sequences item by item."""
    return len(some) == len(others) and all(
        alike(one, two, tolerance) for one, two in zip(some, others, strict=True)
    )


def alike_in_any_order(some: Sequence[Value], others: Sequence[Value], tolerance: float = ROUNDING) -> bool:
    """Compare two collections; their sizes first, as long ones take time to put in order."""
    return len(some) == len(others) and all_alike(in_order(some), in_order(others), tolerance)


def same_result(one: Value, two: Value) -> bool:
    """Compare what two functions return: here a tuple is no list, because the next step may care."""
    if isinstance(one, list | tuple) and type(one) is not type(two):
        return False
    return alike(one, two)


def in_order(values: Sequence[Value]) -> list[Value]:
    """Put values in an order that depends on their content only, for comparisons in which order is free."""
    return sorted(values, key=_place)


def _place(value: Value) -> tuple[tuple[str, float, str], ...]:
    """Return what a value is sorted by: first its texts and whole numbers, then its fractions, rounded."""
    atoms = list(_atoms(value))
    fractions = [atom for atom in atoms if isinstance(atom, float) and not atom.is_integer()]
    rest = [atom for atom in atoms if not (isinstance(atom, float) and not atom.is_integer())]
    return tuple(_key(atom) for atom in chain(rest, fractions))


def _key(atom: Value) -> tuple[str, float, str]:
    if _is_missing(atom):
        return ("missing", 0.0, "")
    if is_number(atom):
        try:
            return ("number", float(f"{float(atom):.6g}"), "")
        except OverflowError:
            return ("number", math.inf, hex(atom))
    return (type(atom).__name__, 0.0, atom if isinstance(atom, str) else json.dumps(str(atom)))


def _atoms(value: Value) -> chain[Value] | list[Value]:
    if isinstance(value, list | tuple):
        return chain.from_iterable(map(_atoms, value))
    return [value]


def is_number(value: Value) -> bool:
    """Tell whether a value that was read is a number, which True and False are not."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_missing(value: Value) -> bool:
    """Take None, NA and not-a-number for one thing: pandas turns each into the other."""
    return value is None or value == Mark("missing") or (isinstance(value, float) and math.isnan(value))
