"""Turning answers into plain values, and comparing those: an answer never compares itself."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from motamot._language import message
from motamot.checks._question import Question

Plain = Any


class WrongType(Exception):
    """The answer is of another type than asked; the text says what was expected and what was given."""


def plain(answer: object, question: Question) -> Plain:
    """Return the answer as built-in values, or raise WrongType."""
    return _READERS[question.kind](answer, question)


def same(one: Plain, two: Plain, question: Question) -> bool:
    """Compare two plain answers as the question wants it."""
    if question.kind == "number":
        return _close(one, two, question.tolerance)
    if question.kind in ("words", "table") and not question.ordered:
        return len(one) == len(two) and all(
            _equal(a, b, question) for a, b in zip(_sorted(one), _sorted(two), strict=True)
        )
    return _equal(one, two, question)


def _sorted(values: list[Any]) -> list[Any]:
    return sorted(values, key=repr)


def _equal(one: Plain, two: Plain, question: Question) -> bool:
    if isinstance(one, float | int) and isinstance(two, float | int) and not isinstance(one, bool):
        return _close(one, two, max(question.tolerance, 1e-9))
    if isinstance(one, list | tuple) and isinstance(two, list | tuple):
        return len(one) == len(two) and all(_equal(a, b, question) for a, b in zip(one, two, strict=True))
    return type(one) is type(two) and bool(one == two)


def _close(one: float, two: float, tolerance: float) -> bool:
    if math.isnan(one) or math.isnan(two):
        return math.isnan(one) and math.isnan(two)
    return abs(one - two) <= tolerance


def _wrong(expected: str, answer: object) -> WrongType:
    return WrongType(
        message("checks.type", expected=message(f"checks.kind_{expected}"), found=type(answer).__name__)
    )


def _scalar(value: object) -> object:
    """Return a numpy or pandas scalar as the built-in value it holds."""
    item = getattr(value, "item", None)
    if (
        callable(item)
        and type(value).__module__.partition(".")[0] == "numpy"
        and getattr(value, "ndim", 0) == 0
    ):
        return item()
    return value


def _number(answer: object, question: Question) -> float:
    value = _scalar(answer)
    if isinstance(value, str):
        raise WrongType(message("checks.number_as_text", text=value[:40]))
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise _wrong("number", answer)
    return float(value) if isinstance(value, float) else int(value)


def _text(answer: object, question: Question) -> str:
    if not isinstance(answer, str):
        raise _wrong("text", answer)
    return " ".join(str.split(answer))


def _choice(answer: object, question: Question) -> str:
    text = _text(answer, question).strip().lower()
    if text not in question.choices:
        raise WrongType(message("checks.choice", choices=", ".join(question.choices), found=text[:40]))
    return text


def _words(answer: object, question: Question) -> list[object]:
    if isinstance(answer, str) or hasattr(answer, "columns") or not isinstance(answer, list):
        name = type(answer).__name__
        if name in ("Series", "Index", "ndarray", "tuple", "set", "dict", "generator"):
            raise WrongType(message("checks.list_from", found=name))
        raise _wrong("words", answer)
    return [_scalar(value) for value in list.__iter__(answer)]


def _set(answer: object, question: Question) -> list[object]:
    if isinstance(answer, str) or not isinstance(answer, set | frozenset | list | tuple):
        raise _wrong("set", answer)
    return _sorted(list({_scalar(value) for value in answer}))


def _table(answer: object, question: Question) -> list[tuple[object, ...]]:
    import pandas as pd

    if isinstance(answer, pd.Series):
        answer = answer.reset_index()
    if not isinstance(answer, pd.DataFrame):
        raise _wrong("table", answer)
    missing = [name for name in question.columns if name not in answer.columns]
    if missing:
        missing_names = ", ".join(missing)
        found = ", ".join(map(str, answer.columns))
        raise WrongType(message("checks.columns", missing=missing_names, found=found))
    # The index is forgiven: only the columns asked for are compared.
    rows = zip(*(answer[name].tolist() for name in question.columns), strict=True)
    return [tuple(_scalar(value) for value in row) for row in rows]


def _figure(answer: object, question: Question) -> list[tuple[str, float]]:
    import pandas as pd
    from matplotlib.axes import Axes

    if isinstance(answer, pd.DataFrame):
        # A reference answer is the table whose rows are the bars.
        columns = (answer[name] for name in question.columns)
        return [(str(word), float(value)) for word, value in zip(*columns, strict=True)]
    if not isinstance(answer, Axes):
        if hasattr(answer, "axes"):
            raise WrongType(message("checks.figure_not_axes"))
        raise _wrong("figure", answer)
    answer.figure.canvas.draw()
    labels = [label.get_text() for label in answer.get_yticklabels()]
    widths = [float(bar.get_width()) for bar in answer.patches if hasattr(bar, "get_width")]
    bars = list(zip(labels, widths, strict=False))
    return bars if answer.yaxis_inverted() else bars[::-1]


_READERS: dict[str, Callable[[object, Question], Plain]] = {
    "number": _number,
    "text": _text,
    "choice": _choice,
    "words": _words,
    "set": _set,
    "table": _table,
    "figure": _figure,
}
