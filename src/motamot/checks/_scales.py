"""Numbers that are right but for their unit, their rounding, or their not being numbers at all."""

from __future__ import annotations

import math
from collections.abc import Sequence

from motamot.checks._compare import ROUNDING, close, is_number
from motamot.checks._values import Value

# A share, a percentage and a rate per 1,000 differ by these; an interval's end may be off by ten.
_FACTORS = (0.001, 0.01, 0.1, 10.0, 100.0, 1000.0)
_MOST_DIGITS = 6


def unit_or_rounding(given: Sequence[Value], expected: Sequence[Value], tolerance: float = 0.0) -> str | None:
    """Say in what way numbers miss the expected ones that are right otherwise.

    Parameters
    ----------
    given, expected : sequence
        Values that were read; whole expected numbers are counts, and have no unit and no rounding.
    tolerance : float
        The distance that is still right.

    Returns
    -------
    {"scale", "rounded"} or None
        None if it is something else.

    Examples
    --------
    >>> unit_or_rounding([12.5], [0.125]), unit_or_rounding([0.13], [0.126]), unit_or_rounding([12], [1200])
    ('scale', 'rounded', None)
    """
    if len(given) != len(expected) or not all(map(_is_finite, [*given, *expected])):
        return None
    if not any(isinstance(one, float) and one for one in expected):
        return None
    pairs = list(zip(given, expected, strict=True))
    for factor in _FACTORS:
        if all(close(one * factor, two, max(tolerance, ROUNDING * max(1, abs(two)))) for one, two in pairs):
            return "scale"
    # Nobody rounds a share to a whole number: 1 for 0.55 is another answer.
    fewest = int(all(abs(two) < 1 for two in expected))
    for digits in range(fewest, _MOST_DIGITS):
        rounded = [round(two, digits) for two in expected]
        if any(rounded) and all(close(one, two, ROUNDING) for one, two in zip(given, rounded, strict=True)):
            return "rounded"
    return None


def _is_finite(value: Value) -> bool:
    if not is_number(value):
        return False
    try:
        return math.isfinite(float(value))
    except OverflowError:
        return False
