"""Reading an answer as its question asks for it, or saying what type was expected and what was given."""

from __future__ import annotations

from collections.abc import Callable

from motamot._language import message
from motamot.checks._compare import ROUNDING, alike, alike_in_any_order, in_order
from motamot.checks._pictures import (
    bars_of_table,
    cloud_of_table,
    read_cloud,
    read_figure,
    same_cloud,
    same_figure,
)
from motamot.checks._question import Question
from motamot.checks._values import (
    ColumnOf,
    DictOf,
    FunctionOf,
    Opaque,
    SetOf,
    TableOf,
    Value,
    read,
    type_of,
)
from motamot.checks._wrong_type import WrongType, wrong_type

_ITERATORS = ("generator", "map", "filter", "zip", "range", "dict_keys", "dict_values", "dict_items")


def read_answer(description: object, question: Question) -> Value:
    """Return the answer as the question's kind has it.

    Raises
    ------
    WrongType
        With one sentence; and with the content, if that could be read all the same.
    """
    value = read(description)
    if isinstance(value, FunctionOf):
        raise WrongType(message("checks.not_called", name=value.name or type_of(description)))
    found = type_of(description)
    if question.kind == "table" and isinstance(value, Opaque) and found == "DataFrame":
        raise WrongType(_too_large(description, question))
    return _READERS[question.kind](value, found, question)


def _too_large(description: object, question: Question) -> str:
    """Say which columns, and how many rows, a table has that was cut because of its size."""
    given = description if isinstance(description, dict) else {}
    rows, columns = given.get("length"), given.get("columns")
    names = [one for one in columns if isinstance(one, str)] if isinstance(columns, list) else []
    return message(
        "checks.table_too_large",
        rows=rows if isinstance(rows, int) else "?",
        found=", ".join(names)[:200] or "-",
        columns=", ".join(question.columns),
    )


def read_expected(description: object, question: Question) -> Value:
    """Return the reference, or a wrong way, as the question's kind has it; a figure may be its table."""
    value = read(description)
    if question.kind == "figure" and isinstance(value, TableOf):
        return bars_of_table(value, question.columns)
    if question.kind == "cloud" and isinstance(value, TableOf):
        return cloud_of_table(value, question.columns)
    return read_answer(description, question)


def same(one: Value, two: Value, question: Question) -> bool:
    """Compare two answers that were read, as the question wants it."""
    if question.kind == "figure":
        return same_figure(one, two, question.ordered)
    if question.kind == "cloud":
        return same_cloud(one, two)
    tolerance = max(question.tolerance, ROUNDING)
    if question.kind in ("words", "table") and not question.ordered:
        return alike_in_any_order(one, two, tolerance)
    return alike(one, two, tolerance)


def _number(value: Value, found: str, question: Question) -> float:
    if isinstance(value, str):
        raise WrongType(message("checks.number_as_text", text=value[:40]))
    if isinstance(value, list | tuple | SetOf | DictOf):
        raise WrongType(message("checks.number_from_list", found=found))
    if isinstance(value, ColumnOf):
        raise WrongType(message("checks.number_from_column", found=found))
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise wrong_type("number", found)
    return value


def _bool(value: Value, found: str, question: Question) -> bool:
    if isinstance(value, str) or (type(value) is int and value in (0, 1)):
        raise WrongType(message("checks.bool_as", found=repr(value)[:40]))
    if not isinstance(value, bool):
        raise wrong_type("bool", found)
    return value


def _text(value: Value, found: str, question: Question) -> str:
    if isinstance(value, list | tuple) and len(value) == 1 and isinstance(value[0], str):
        raise WrongType(message("checks.text_in_list", found=found))
    if not isinstance(value, str):
        raise wrong_type("text", found)
    return " ".join(value.split())


def _choice(value: Value, found: str, question: Question) -> str:
    text = _text(value, found, question).lower()
    known = {choice.lower(): choice for choice in question.choices}
    if text not in known:
        raise WrongType(message("checks.choice", choices=", ".join(question.choices), found=text[:40]))
    return known[text]


def _words(value: Value, found: str, question: Question) -> list[Value]:
    if isinstance(value, list | tuple):
        return list(value)
    if isinstance(value, ColumnOf):
        raise WrongType(message("checks.list_from_column", found=found), value.items)
    if isinstance(value, SetOf):
        raise WrongType(message("checks.list_from_set"), None if question.ordered else value.items)
    if isinstance(value, DictOf):
        raise WrongType(message("checks.list_from_dict"), [key for key, _ in value.pairs])
    if isinstance(value, TableOf):
        raise WrongType(message("checks.list_from_table"))
    if isinstance(value, str):
        raise WrongType(message("checks.list_from_text"))
    if isinstance(value, Opaque) and (found in _ITERATORS or found.endswith("iterator")):
        raise WrongType(message("checks.list_from_iterator", found=found))
    raise wrong_type("words", found)


def _set(value: Value, found: str, question: Question) -> list[Value]:
    if isinstance(value, SetOf):
        return in_order(value.items)
    if isinstance(value, ColumnOf):
        raise WrongType(message("checks.set_from_column", found=found), in_order(value.items))
    if not isinstance(value, list | tuple):
        raise wrong_type("set", found)
    ordered = in_order(value)
    return [one for i, one in enumerate(ordered) if i == 0 or not alike(one, ordered[i - 1])]


def _table(value: Value, found: str, question: Question) -> list[list[Value]]:
    if isinstance(value, DictOf) or (
        isinstance(value, list) and any(isinstance(row, DictOf) for row in value)
    ):
        raise WrongType(message("checks.table_from", found=found))
    if isinstance(value, ColumnOf) and value.index:
        columns, values = [value.name], [value.items]
    elif isinstance(value, TableOf):
        columns, values = list(value.columns), list(value.values)
    else:
        raise wrong_type("table", found)
    # The index is forgiven: only the columns asked for are compared, and a named index counts as one.
    if len(value.index_names) == 1:
        columns, values = [*columns, value.index_names[0]], [*values, value.index]
    elif value.index_names:
        columns += value.index_names
        values += [list(level) for level in zip(*value.index, strict=True)] or [[] for _ in value.index_names]
    missing = [name for name in question.columns if name not in columns]
    if missing:
        shown = ", ".join(str(name) for name in columns if isinstance(name, str | int)) or "-"
        raise WrongType(message("checks.columns", missing=", ".join(missing), found=shown[:200]))
    chosen = [values[columns.index(name)] for name in question.columns]
    return [list(row) for row in zip(*chosen, strict=True)]


_READERS: dict[str, Callable[[Value, str, Question], Value]] = {
    "number": _number,
    "bool": _bool,
    "text": _text,
    "choice": _choice,
    "words": _words,
    "set": _set,
    "table": _table,
    "figure": read_figure,
    "cloud": read_cloud,
    "evidence": _text,
}
