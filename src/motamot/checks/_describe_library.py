"""Describing what pandas, numpy, matplotlib and wordcloud make; nothing is imported that was not in use."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from motamot.checks._describe import Describer, Description, loaded, type_name

_INDEXES = ("RangeIndex", "MultiIndex", "CategoricalIndex", "IntervalIndex", "DatetimeIndex")
Reader = Callable[[Describer, Any], Description]
_MOST_BARS = 500
_MOST_WORDS = 2000


def reader_for(kind: type) -> Reader | None:
    """Return the function that describes values of a library's type, by the very type, else None."""
    for module, name, reader in _TYPES:
        if kind is loaded(module, name):
            return reader
    generic = loaded("numpy", "generic")
    if generic is not None and _is_one_of(kind, loaded("numpy", "sctypeDict").values()):
        return _numpy_scalar
    index = loaded("pandas", "Index")
    if index is None:
        return None
    if _is_one_of(kind, (index, *(loaded("pandas", name) for name in _INDEXES))):
        return _index
    if _is_one_of(kind, (type(loaded("pandas", "NA")), type(loaded("pandas", "NaT")))):
        return _missing
    return None


def _is_one_of(kind: type, kinds: Iterable[type]) -> bool:
    """Look for a type by identity: a learner's metaclass may define == and hash."""
    return any(kind is one for one in kinds)


def _numpy_scalar(describer: Describer, value: Any) -> Description:
    plain = value.item()
    if type(plain) is type(value):
        return describer.other(value)
    return {"is": "numpy", "type": type_name(value), "value": describer.describe(plain)}


def _missing(describer: Describer, value: object) -> Description:
    return {"is": "missing"}


def _array(describer: Describer, value: Any) -> Description:
    shape = [int(size) for size in value.shape]
    found = {"is": "array", "shape": shape, "items": []}
    if value.ndim == 0:
        return {"is": "numpy", "type": "ndarray", "value": describer.describe(value.item())}
    if value.ndim == 1 or value.size <= describer.items:
        found["items"] = describer.several(value[: max(0, describer.items)].tolist())
    return found


def _index(describer: Describer, value: Any) -> Description:
    items = describer.several(value[: max(0, describer.items)].tolist())
    return {"is": "index", "type": type_name(value), "items": items, "length": len(value)}


def _series(describer: Describer, value: Any) -> Description:
    head = value.iloc[: max(0, describer.items // 2)]
    return {
        "is": "series",
        "name": describer.describe(value.name),
        "index_names": describer.several(value.index.names),
        "index": describer.several(head.index.tolist()),
        "items": describer.several(head.tolist()),
        "length": len(value),
    }


def _table(describer: Describer, value: Any) -> Description:
    width = value.shape[1] + value.index.nlevels
    head = value.iloc[: max(0, describer.items // max(1, width)), : describer.items]
    return {
        "is": "table",
        "columns": describer.several(head.columns.tolist()),
        # By position, because two columns may have one name.
        "values": [describer.several(head.iloc[:, i].tolist()) for i in range(head.shape[1])],
        "index_names": describer.several(value.index.names),
        "index": describer.several(head.index.tolist()),
        "length": len(value),
    }


def _cloud(describer: Describer, value: Any) -> Description:
    return _words(describer, getattr(value, "words_", None))


def _words(describer: Describer, words: object) -> Description:
    if type(words) is not dict:
        return {"is": "cloud", "words": []}
    pairs = list(words.items())[:_MOST_WORDS]
    return {"is": "cloud", "words": [[describer.describe(word), describer.describe(n)] for word, n in pairs]}


def _axes(describer: Describer, value: Any) -> Description:
    if "words_" in vars(value):
        return _words(describer, value.words_)
    series = [_series_of_bars(describer, value, *group) for group in _bar_groups(value)]
    return {
        "is": "figure",
        "series": series,
        "title": describer.text(
            " ".join(value.get_title(side) for side in ("left", "center", "right")).strip()
        ),
        "x_label": describer.text(value.get_xlabel()),
        "y_label": describer.text(value.get_ylabel()),
    }


def _bar_groups(ax: Any) -> list[tuple[str, bool, list[Any]]]:
    """Return name, direction and rectangles of each set of bars."""
    from matplotlib.container import BarContainer
    from matplotlib.patches import Rectangle

    groups = []
    for container in ax.containers:
        if isinstance(container, BarContainer):
            label = str(container.get_label())
            name = "" if label.startswith("_") else label
            groups.append((name, container.orientation == "horizontal", list(container.patches)))
    if not groups:
        loose = [patch for patch in ax.patches if type(patch) is Rectangle]
        groups = [("", all(bar.get_x() == 0 for bar in loose), loose)] if loose else []
    return groups


def _series_of_bars(describer: Describer, ax: Any, name: str, lying: bool, bars: list[Any]) -> Description:
    """Describe bars in the order they are read: from the top, or from the left."""
    axis = ax.yaxis if lying else ax.xaxis
    labels = _tick_labels(axis)
    found = []
    for bar in bars[:_MOST_BARS]:
        low, extent = (bar.get_y(), bar.get_height()) if lying else (bar.get_x(), bar.get_width())
        position = float(low + extent / 2)
        value = float(bar.get_width() if lying else bar.get_height())
        near = min(labels, key=lambda tick: abs(tick[0] - position), default=(position, None))
        label = near[1] if abs(near[0] - position) < 0.5 else None
        found.append((position, label, value))
    inverted = bool(ax.yaxis_inverted() if lying else ax.xaxis_inverted())
    found.sort(key=lambda bar: bar[0], reverse=lying != inverted)
    described = [
        [
            None if label is None else describer.text(label),
            describer.describe(value),
            describer.describe(place),
        ]
        for place, label, value in found
    ]
    return {"name": describer.text(name), "lying": lying, "bars": described, "length": len(bars)}


def _tick_labels(axis: Any) -> list[tuple[float, str]]:
    """Return place and text of the labels that were set, not the numbers that matplotlib writes itself."""
    from matplotlib.ticker import NullFormatter, ScalarFormatter

    formatter = axis.get_major_formatter()
    if type(formatter) in (ScalarFormatter, NullFormatter):
        return []
    places = [float(place) for place in axis.get_majorticklocs()]
    return [pair for pair in zip(places, map(str, formatter.format_ticks(places)), strict=False) if pair[1]]


_TYPES: list[tuple[str, str, Reader]] = [
    ("pandas", "DataFrame", _table),
    ("pandas", "Series", _series),
    ("numpy", "ndarray", _array),
    ("matplotlib.axes", "Axes", _axes),
    ("wordcloud", "WordCloud", _cloud),
]
