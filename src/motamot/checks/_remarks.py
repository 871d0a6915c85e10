"""What can be said about a wrong answer without giving the right one away, kind by kind."""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import pairwise

from motamot._language import message
from motamot.checks._compare import ROUNDING, alike, alike_in_any_order, all_alike, in_order, is_number
from motamot.checks._pictures import cloud_remark, figure_remark
from motamot.checks._question import Question
from motamot.checks._scales import unit_or_rounding
from motamot.checks._states import NEAR_MISS, WRONG, Verdict
from motamot.checks._values import Value


def remark(question: Question, given: Value, expected: Value) -> Verdict:
    """Return the verdict on a wrong answer: what is right about it, or what differs, else where to look.

    Parameters
    ----------
    question : Question
        What was asked.
    given, expected : value
        Both as `read_answer` returns them for the question's kind.

    Returns
    -------
    tuple of str
        ``"near"`` or ``"wrong"``, and the sentence, in the language in use.
    """
    find = _REMARKS.get(question.kind)
    found = find(question, given, expected) if find else None
    return found or (WRONG, message(f"checks.wrong_{question.kind}"))


def _number(question: Question, given: Value, expected: Value) -> Verdict | None:
    if isinstance(given, float) and not math.isfinite(given):
        return WRONG, message("checks.number_nan", found=repr(given))
    if isinstance(expected, int) and isinstance(given, float) and not given.is_integer():
        return WRONG, message("checks.number_whole")
    near = unit_or_rounding([given], [expected], question.tolerance)
    return (NEAR_MISS, message(f"checks.number_{near}")) if near else None


def _text(question: Question, given: Value, expected: Value) -> Verdict | None:
    return (NEAR_MISS, message("checks.text_case")) if given.lower() == expected.lower() else None


def _words(question: Question, given: Value, expected: Value) -> Verdict | None:
    if question.ordered and alike_in_any_order(given, expected):
        return NEAR_MISS, _places(given, expected) if question.typed else message("checks.words_order")
    if _lower(given) == _lower(expected):
        return NEAR_MISS, message("checks.words_case")
    if _kinds(given) and _kinds(expected) and not _kinds(given) & _kinds(expected):
        return WRONG, message(
            "checks.words_kind", found=_named(_kinds(given)), expected=_named(_kinds(expected))
        )
    if len(given) != len(expected):
        more = "fewer" if len(given) > len(expected) else "more"
        return WRONG, message(f"checks.words_{more}", found=len(given))
    if _repeats(given) and not _repeats(expected):
        return WRONG, message("checks.words_twice")
    strangers = [str(one) for one in given if not _among(one, expected)]
    if question.typed and strangers:
        return WRONG, message("checks.words_strangers", names=", ".join(strangers)[:200])
    return None


def _places(given: list[Value], expected: list[Value]) -> str:
    """Say which elements of a match have their place: there, no rule says which one comes first."""
    right = [str(n) for n, (one, two) in enumerate(zip(given, expected, strict=True), 1) if alike(one, two)]
    return (
        message("checks.words_places", places=", ".join(right)) if right else message("checks.words_no_place")
    )


def _set(question: Question, given: Value, expected: Value) -> Verdict | None:
    strangers = [one for one in given if not _among(one, expected)]
    missing = [one for one in expected if not _among(one, given)]
    if not given:
        return WRONG, message("checks.set_empty")
    if len(strangers) == len(given):
        return None
    if not strangers:
        return WRONG, message("checks.set_missing")
    return WRONG, message("checks.set_both" if missing else "checks.set_extra")


def _table(question: Question, given: Value, expected: Value) -> Verdict | None:
    if question.ordered and alike_in_any_order(given, expected, ROUNDING):
        return NEAR_MISS, message("checks.table_order")
    if len(given) != len(expected):
        more = "fewer" if len(given) > len(expected) else "more"
        return WRONG, message(f"checks.table_{more}", found=len(given))
    columns = {
        name: (_column(given, place, question), _column(expected, place, question))
        for place, name in enumerate(question.columns)
    }
    tolerance = max(question.tolerance, ROUNDING)
    off = [name for name, (one, two) in columns.items() if not all_alike(one, two, tolerance)]
    found = {unit_or_rounding(*columns[name], question.tolerance) for name in off}
    if len(found) == 1 and (near := found.pop()):
        return NEAR_MISS, message(f"checks.table_{near}", column=", ".join(off))
    if not off:
        return NEAR_MISS, message("checks.table_pairing")
    if len(off) < len(columns):
        right = ", ".join(name for name in columns if name not in off)
        return WRONG, message("checks.table_columns", right=right, off=", ".join(off))
    return None


def _column(rows: list[list[Value]], place: int, question: Question) -> list[Value]:
    column = [row[place] for row in rows]
    return column if question.ordered else in_order(column)


def _figure(question: Question, given: Value, expected: Value) -> Verdict | None:
    found = figure_remark(given, expected)
    return found and ((NEAR_MISS if found[0] else WRONG), found[1])


def _cloud(question: Question, given: Value, expected: Value) -> Verdict | None:
    text = cloud_remark(given, expected)
    return (NEAR_MISS, text) if text else None


def _lower(values: list[Value]) -> list[Value] | None:
    """Return texts in lower case; None if there are others, which equals no list."""
    return [one.lower() for one in values] if values and _kinds(values) == {"text"} else None


def _kinds(values: list[Value]) -> set[str]:
    return {
        "text" if isinstance(one, str) else "number" if is_number(one) else type(one).__name__
        for one in values
    }


def _named(kinds: set[str]) -> str:
    known = [
        f"checks.words_of_{kind}" for kind in sorted(kinds) if kind in ("text", "number", "list", "tuple")
    ]
    return ", ".join(message(key) for key in known) or message("checks.words_of_other")


def _repeats(values: list[Value]) -> bool:
    ordered = in_order(values)
    return any(alike(one, two) for one, two in pairwise(ordered))


def _among(value: Value, values: list[Value]) -> bool:
    return any(alike(value, one) for one in values)


_REMARKS: dict[str, Callable[[Question, Value, Value], Verdict | None]] = {
    "number": _number,
    "text": _text,
    "words": _words,
    "set": _set,
    "table": _table,
    "figure": _figure,
    "cloud": _cloud,
}
