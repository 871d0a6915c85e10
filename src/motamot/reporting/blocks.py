"""Parts of a report: text, cards, tables, lines of a concordance and figures, as HTML and as passages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from numbers import Integral, Real
from typing import TYPE_CHECKING, Any

from motamot._display import alt_text, as_image, data_of
from motamot._language import format_number, message
from motamot.errors import MotamotError
from motamot.reporting.html import Markup, joined, tag

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

MOST_ROWS = 40
_LINE = ("left", "node", "right")
_COLUMNS = (
    "word", "count", "per_1000", "low", "high", "left", "node", "right",
    "choice", "setting", "words", "first", "theme", "hits", "role", "rank", "text",
)  # fmt: skip
_CARD = ("who", "to_whom", "when", "why", "written_by", "source", "words", "paragraphs")
# From here on digits are grouped; years are not.
_GROUPED = 10_000


def is_written(part: Any) -> bool:
    """Tell whether a part holds something, and no `...` in place of something."""
    if part is None or part is ...:
        return False
    if isinstance(part, str):
        return bool(part.strip()) and part.strip() not in ("...", "…")
    if isinstance(part, Mapping):
        return bool(part) and all(map(is_written, part.values()))
    if hasattr(part, "columns"):
        return len(part) > 0
    return not isinstance(part, Sequence) or (bool(part) and all(map(is_written, part)))


def render(part: Any, name: str) -> list[Markup]:
    """Return a part as HTML; what is not written yet is asked for."""
    if isinstance(part, Mapping):
        return [_card(part)]
    if hasattr(part, "columns"):
        return [table(part)]
    if isinstance(part, Sequence) and not isinstance(part, str) and part:
        if all(one is ... or isinstance(one, str) for one in part):
            return [tag("ul", *(tag("li", _text(one)) for one in part))]
        return [piece for one in part for piece in render(one, name)]
    if not is_written(part):
        return [tag("p", message(f"report.ask_{name}"), class_="open")]
    if isinstance(part, str):
        return [tag("p", paragraph.strip()) for paragraph in part.split("\n\n") if paragraph.strip()]
    raise MotamotError(message("report.kind", part=message(f"report.name_{name}"), kind=type(part).__name__))


def table(frame: pd.DataFrame, caption: str = "") -> Markup:
    """Return a table with headers for columns and rows.

    Raises
    ------
    MotamotError
        If it has more rows than fit on a page.
    """
    if len(frame) > MOST_ROWS:
        raise MotamotError(message("report.long_table", rows=len(frame), most=MOST_ROWS))
    if set(_LINE) <= set(map(str, frame.columns)):
        return _lines(frame)
    if frame.index.name or frame.index.dtype == object or frame.index.dtype == "str":
        frame = frame.reset_index()
    columns = [_column(name) for name in frame.columns]
    places = [i for i, name in enumerate(frame.columns) if _is_numeric(frame.iloc[:, i])]
    look = [{"class_": "number"} if i in places else {} for i in range(len(columns))]
    head = [tag("th", name, scope="col", **look[i]) for i, name in enumerate(columns)]
    body = []
    for row in frame.itertuples(index=False, name=None):
        first, *rest = (_value(value, name) for value, name in zip(row, frame.columns, strict=True))
        cells = [tag("td", cell, **look[i]) for i, cell in enumerate(rest, start=1)]
        body.append(tag("tr", tag("th", first, scope="row", **look[0]), *cells))
    told = [tag("caption", caption)] if caption else []
    return tag("table", *told, tag("thead", tag("tr", *head)), tag("tbody", joined(body)))


def figure(ax: Axes) -> Markup:
    """Return a drawing of the kit with its alt text, and its data below.

    Raises
    ------
    MotamotError
        If the kit did not draw it: nobody could read its data.
    """
    data = data_of(ax)
    image = as_image(ax.figure.get_figure(root=True))
    assert image is not None
    details = tag("details", tag("summary", message("report.data")), table(data))
    return tag("figure", Markup(image), details)


def passages(part: Any) -> Iterator[str]:
    """Yield all that a part says: each text, and the rows and columns of tables as one text each."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, Mapping):
        for name, value in part.items():
            yield str(name)
            yield from passages(value)
    elif hasattr(part, "columns"):
        yield " ".join(map(str, part.columns))
        yield from (" ".join(map(str, row)) for row in part.itertuples(name=None))
        yield from (" ".join(map(str, part.iloc[:, i])) for i in range(len(part.columns)))
    elif isinstance(part, Sequence):
        for one in part:
            yield from passages(one)
    elif hasattr(part, "get_figure"):
        yield alt_text(part.figure.get_figure(root=True))
        yield from passages(data_of(part))


def _card(part: Mapping[Any, Any]) -> Markup:
    rows = []
    for name, value in part.items():
        label = message(f"report.card_{name}") if name in _CARD else str(name)
        rows.append(tag("tr", tag("th", label, scope="row"), tag("td", _text(value))))
    return tag("table", tag("tbody", joined(rows)), class_="card")


def _lines(frame: pd.DataFrame) -> Markup:
    """Return lines of a concordance, the node in the middle; the kit's texts are in French."""
    head = [tag("th", message(f"report.column_{name}"), scope="col", class_=name) for name in _LINE]
    body = []
    for row in frame.to_dict("records"):
        left, node, right = (str(row[name]) for name in _LINE)
        cells = (tag("td", left, class_="left"), tag("th", node, scope="row"), tag("td", right))
        body.append(tag("tr", *cells, lang="fr"))
    return tag("table", tag("thead", tag("tr", *head)), tag("tbody", joined(body)), class_="lines")


def _text(value: Any) -> Markup:
    if not is_written(value):
        return tag("span", message("report.ask"), class_="open")
    return tag("span", _value(value))


def _column(name: object) -> str:
    text = " ".join(map(str, name)) if isinstance(name, tuple) else str(name)
    return message(f"report.column_{text}") if text in _COLUMNS else text


def _is_numeric(column: pd.Series[Any]) -> bool:
    return column.dtype.kind in "iuf"


def _value(value: object, column: object = "") -> str:
    if isinstance(value, bool) or not isinstance(value, Real):
        return str(value)
    if isinstance(value, Integral):
        return format_number(int(value)) if abs(int(value)) >= _GROUPED else str(int(value))
    if value != value:
        return "–"
    return format_number(float(value), 1 if column in ("per_1000", "low", "high") else 2)
