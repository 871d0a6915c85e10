"""What an answer looked like, in one short line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

_SHOWN = 200
_ITEMS = 5


def seen(description: Any) -> str:
    """Write a description as a line for people; it may have been forged.

    Examples
    --------
    >>> seen(["prix", "produit", "client", "offre", "site", "an"])
    "['prix', 'produit', 'client', 'offre', 'site', …] (6)"
    >>> seen({"is": "table", "columns": ["role", "words"], "values": [], "index": [0, 1]})
    'DataFrame 2 × 2: role, words'
    >>> seen({"is": "function", "name": "cut"})
    'cut()'
    """
    text = _write(description)
    kept = "".join(sign if sign.isprintable() else "·" for sign in text)
    kept = kept.encode("utf-8", "replace").decode("utf-8")
    return kept if len(kept) <= _SHOWN else kept[: _SHOWN - 1] + "…"


def _write(value: Any, depth: int = 0) -> str:
    if value is None or isinstance(value, bool | int | float):
        return repr(value)
    if isinstance(value, str):
        return repr(value[:_SHOWN])
    if isinstance(value, list):
        return f"[{_several(value, depth)}]{_size(value)}"
    if not isinstance(value, dict):
        return "?"
    form = _FORMS.get(str(value.get("is")))
    return form(value, depth) if form else str(value.get("type", "?"))[:60]


def _items(value: dict[str, Any], key: str) -> list[Any]:
    items = value.get(key)
    return items if isinstance(items, list) else []


def _several(items: Any, depth: int) -> str:
    if not isinstance(items, list):
        return "?"
    if depth > 2:
        return "…"
    shown = ", ".join(_write(item, depth + 1) for item in items[:_ITEMS])
    return f"{shown}, …" if len(items) > _ITEMS else shown


def _size(items: Any) -> str:
    return f" ({len(items)})" if isinstance(items, list) and len(items) > _ITEMS else ""


def _collection(value: dict[str, Any], depth: int) -> str:
    return f"{value.get('is')}({_several(value.get('items'), depth)}){_size(value.get('items'))}"


def _pairs(value: dict[str, Any], depth: int) -> str:
    pairs = [pair for pair in _items(value, "pairs") if isinstance(pair, list) and len(pair) == 2]
    shown = ", ".join(f"{_write(key, depth + 1)}: {_write(one, depth + 1)}" for key, one in pairs[:_ITEMS])
    return f"{{{shown}{', …' if len(pairs) > _ITEMS else ''}}}{_size(pairs)}"


def _table(value: dict[str, Any], depth: int) -> str:
    columns = value.get("columns")
    rows = value.get("index")
    if not isinstance(columns, list) or not isinstance(rows, list):
        return "DataFrame"
    names = ", ".join(str(name) for name in columns[:8] if isinstance(name, str | int))
    return f"DataFrame {len(rows)} × {len(columns)}: {names}"


def _figure(value: dict[str, Any], depth: int) -> str:
    bars = [
        bar
        for one in _items(value, "series")
        if isinstance(one, dict)
        for bar in _items(one, "bars")
        if isinstance(bar, list) and bar
    ]
    labels = ", ".join(str(bar[0])[:40] for bar in bars[:_ITEMS])
    return f"Axes, {len(bars)} bars: {labels}{', …' if len(bars) > _ITEMS else ''}"


def _cloud(value: dict[str, Any], depth: int) -> str:
    words = value.get("words")
    return f"WordCloud, {len(words) if isinstance(words, list) else 0} words"


def _function(value: dict[str, Any], depth: int) -> str:
    return f"{str(value.get('name') or value.get('type'))[:60]}()"


def _pattern(value: dict[str, Any], depth: int) -> str:
    return f"re.compile({_write(value.get('pattern'))})"


def _number(value: dict[str, Any], depth: int) -> str:
    return _write(value.get("value")) if "value" in value else str(value.get("is"))


_FORMS: dict[str, Callable[[dict[str, Any], int], str]] = {
    "placeholder": lambda value, depth: "...",
    "tuple": _collection,
    "set": _collection,
    "array": _collection,
    "series": _collection,
    "index": _collection,
    "list": _collection,
    "dict": _pairs,
    "table": _table,
    "figure": _figure,
    "cloud": _cloud,
    "function": _function,
    "pattern": _pattern,
    "numpy": _number,
    "float": lambda value, depth: str(value.get("value"))[:10],
    "str": lambda value, depth: repr(str(value.get("start"))) + "…",
}
