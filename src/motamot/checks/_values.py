"""Reading a description back: plain values that compare without any code of the learner.

A description may come from a process that is not trusted. Whatever has not the form that `describe` gives
becomes `Opaque`, which is equal to nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

Value = Any
_DEPTH = 40


class Opaque:
    """What was not looked into, was cut, or has no known form; equal to nothing but itself."""

    __slots__ = ()


@dataclass(frozen=True)
class Mark:
    """A value without content: ``Mark("placeholder")``, ``Mark("missing")``."""

    name: str


@dataclass(frozen=True)
class SetOf:
    """What a set held, in no order."""

    items: list[Value]


@dataclass(frozen=True)
class DictOf:
    """The pairs of a dict, in no order."""

    pairs: list[tuple[Value, Value]]


@dataclass(frozen=True)
class ColumnOf:
    """A Series, an Index or an array: values one after another, and the index that goes with them."""

    items: list[Value]
    name: Value = None
    index_names: list[Value] = field(default_factory=list)
    index: list[Value] = field(default_factory=list)
    shape: tuple[int, ...] = ()


@dataclass(frozen=True)
class TableOf:
    """A DataFrame: names of columns, the values of each, and the index."""

    columns: list[Value]
    values: list[list[Value]]
    index_names: list[Value]
    index: list[Value]


@dataclass(frozen=True)
class Bars:
    """One set of bars in the order they are read: label or None, value, position."""

    name: str
    bars: list[tuple[Value, Value, Value]]


@dataclass(frozen=True)
class FigureOf:
    """What an Axes shows: sets of bars, and its texts."""

    series: list[Bars]
    title: str
    x_label: str
    y_label: str


@dataclass(frozen=True)
class CloudOf:
    """The words of a cloud with their sizes, the largest being 1."""

    words: list[tuple[Value, Value]]


@dataclass(frozen=True)
class PatternOf:
    """A compiled regular expression."""

    pattern: str
    flags: int


@dataclass(frozen=True)
class FunctionOf:
    """Something that can be called."""

    name: str
    module: str
    blank: bool = False


@dataclass(frozen=True)
class Failure:
    """A trial that gave no result: a reason known to the message catalogue, and a detail."""

    reason: str
    detail: str


class _Malformed(Exception):
    """The description has not the form that `describe` gives."""


def read(description: object) -> Value:
    """Return the value that a description stands for; `Opaque` if it stands for none.

    Examples
    --------
    >>> read(["prix", {"is": "numpy", "type": "int64", "value": 2}])
    ['prix', 2]
    >>> read({"is": "placeholder"})
    Mark(name='placeholder')
    """
    try:
        return _read(description, 0)
    except _Malformed:
        return Opaque()


def type_of(description: object) -> str:
    """Return the name of the type that was described, for messages."""
    if isinstance(description, dict):
        name = description.get("type", _NAMES.get(str(description.get("is")), description.get("is")))
        return name[:60] if isinstance(name, str) else "?"
    return type(description).__name__


_NAMES = {
    "series": "Series",
    "table": "DataFrame",
    "array": "ndarray",
    "figure": "Axes",
    "cloud": "WordCloud",
}


def _read(given: object, depth: int) -> Value:
    if depth > _DEPTH:
        raise _Malformed
    if given is None or isinstance(given, bool | int | float | str):
        return given
    if isinstance(given, list):
        return [_read(one, depth + 1) for one in given]
    if not isinstance(given, dict):
        raise _Malformed
    reader = _READERS.get(given["is"]) if isinstance(given.get("is"), str) else None
    if reader is None:
        raise _Malformed
    return reader(_Fields(given, depth + 1))


class _Fields:
    """The fields of a tagged description, each read as what it has to be."""

    def __init__(self, given: dict[str, Any], depth: int) -> None:
        self.given = given
        self.depth = depth

    def raw(self, name: str, *kinds: type) -> Any:
        value = self.given.get(name)
        if type(value) not in kinds:
            raise _Malformed
        return value

    def value(self, name: str) -> Value:
        if name not in self.given:
            raise _Malformed
        return _read(self.given.get(name), self.depth)

    def several(self, name: str) -> list[Value]:
        return [_read(one, self.depth) for one in self.raw(name, list)]

    def whole(self, name: str) -> list[Value]:
        """Return a list that was not cut."""
        items = self.several(name)
        if len(items) != self.raw("length", int):
            raise _Malformed
        return items

    def tuples(self, name: str, size: int) -> list[tuple[Value, ...]]:
        rows = self.several(name)
        if not all(isinstance(row, list) and len(row) == size for row in rows):
            raise _Malformed
        return [tuple(row) for row in rows]


def _float(fields: _Fields) -> float:
    if fields.raw("value", str) not in ("nan", "inf", "-inf"):
        raise _Malformed
    return float(fields.given["value"])


def _int(fields: _Fields) -> int:
    if not re.fullmatch(r"-?0x[0-9a-f]{1,2000}", fields.raw("hex", str)):
        raise _Malformed
    return int(fields.given["hex"], 16)


def _dict(fields: _Fields) -> DictOf:
    pairs = fields.tuples("pairs", 2)
    if len(pairs) != fields.raw("length", int):
        raise _Malformed
    return DictOf([(key, value) for key, value in pairs])


def _array(fields: _Fields) -> ColumnOf:
    shape = tuple(fields.raw("shape", list))
    items = fields.several("items")
    if not all(type(size) is int for size in shape) or len(items) != next(iter(shape), -1):
        raise _Malformed
    return ColumnOf(items, shape=shape)


def _series(fields: _Fields) -> ColumnOf:
    items, index = fields.whole("items"), fields.whole("index")
    return ColumnOf(items, fields.value("name"), fields.several("index_names"), index, (len(items),))


def _table(fields: _Fields) -> TableOf:
    columns, index = fields.several("columns"), fields.whole("index")
    values = [_read(one, fields.depth) for one in fields.raw("values", list)]
    if len(values) != len(columns) or any(type(one) is not list or len(one) != len(index) for one in values):
        raise _Malformed
    return TableOf(columns, values, fields.several("index_names"), index)


def _figure(fields: _Fields) -> FigureOf:
    series = []
    for one in fields.raw("series", list):
        if type(one) is not dict:
            raise _Malformed
        part = _Fields(one, fields.depth + 1)
        bars = part.tuples("bars", 3)
        if len(bars) != part.raw("length", int):
            raise _Malformed
        series.append(Bars(part.raw("name", str), [(label, value, place) for label, value, place in bars]))
    return FigureOf(series, *(fields.raw(name, str) for name in ("title", "x_label", "y_label")))


def _function(fields: _Fields) -> FunctionOf:
    blank = fields.given.get("blank") is True
    return FunctionOf(fields.raw("name", str)[:200], fields.raw("module", str), blank)


_READERS: dict[str, Any] = {
    "placeholder": lambda fields: Mark("placeholder"),
    "missing": lambda fields: Mark("missing"),
    "other": lambda fields: Opaque(),
    "unreadable": lambda fields: Opaque(),
    "float": _float,
    "int": _int,
    "numpy": lambda fields: fields.value("value"),
    "tuple": lambda fields: tuple(fields.whole("items")),
    "set": lambda fields: SetOf(fields.whole("items")),
    "dict": _dict,
    "array": _array,
    "index": lambda fields: ColumnOf(fields.whole("items")),
    "series": _series,
    "table": _table,
    "figure": _figure,
    "cloud": lambda fields: CloudOf(fields.tuples("words", 2)),
    "pattern": lambda fields: PatternOf(fields.raw("pattern", str), fields.raw("flags", int)),
    "function": _function,
    "failed": lambda fields: Failure(fields.raw("reason", str)[:40], fields.raw("detail", str)[:300]),
}
