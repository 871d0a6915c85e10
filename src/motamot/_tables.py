"""How tables look in a notebook: text from the left, numbers from the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from motamot._shell import formatters

if TYPE_CHECKING:
    import pandas as pd

# What stands before the word of a concordance ends at the word.
_ENDS_AT_THE_WORD = "left"


def register() -> None:
    """Teach the running notebook to show tables so; outside one, do nothing."""
    if html := formatters().get("text/html"):
        # By name, so that the first cell does not wait for pandas, which has called itself by both.
        for home in ("pandas", "pandas.core.frame"):
            html.for_type_by_name(home, "DataFrame", as_html)


def as_html(table: pd.DataFrame) -> str | None:
    """Return a table as pandas shows it, its text columns aligned on the left.

    None where pandas shows no HTML.

    Examples
    --------
    >>> import pandas as pd
    >>> print(as_html(pd.DataFrame({"word": ["prix"], "count": [3]}))[:74])
    <div class="motamot-text-1"><style>.motamot-text-1.motamot-text-1 td:nth-o
    """
    import pandas as pd

    html: str | None = table._repr_html_()  # type: ignore[operator]
    if html is None or table.shape[1] > (pd.get_option("display.max_columns") or 1000):
        return html
    levels, before = table.columns.nlevels, table.index.nlevels
    texts = [
        place
        for place, name in enumerate(table.columns, start=1)
        if name != _ENDS_AT_THE_WORD and not pd.api.types.is_numeric_dtype(table.dtypes.iloc[place - 1])
    ]
    groups = _first_places(table) if levels > 1 else []
    if not texts and not groups:
        return html
    name = "motamot-text-" + "-".join(map(str, texts)) + "".join(f"-from-{place}" for place in groups)
    # Twice, because pandas styles all heads of a page once one of its tables has a head of two rows.
    own = f".{name}.{name}"
    # Where columns have names above their names, the last row of the head has one cell a column.
    head = f"thead tr:nth-of-type({levels})" if levels > 1 else "thead"

    def cells(places: list[int]) -> str:
        return ",".join(
            f"{own} {cell}"
            for place in places
            for cell in (f"td:nth-of-type({place})", f"{head} th:nth-of-type({place + before})")
        )

    style = f"{cells(texts)}{{text-align:left}}" if texts else ""
    if groups:
        style += f"{own} thead tr:nth-of-type(1) th{{text-align:left}}"
        style += f"{cells(groups)},{own} thead tr:nth-of-type(1) th+th+th{{padding-left:2.5em}}"
    return f'<div class="{name}"><style>{style}</style>{html}</div>'


def _first_places(table: pd.DataFrame) -> list[int]:
    """Return the places, from 1, at which another table begins that was put beside the first."""
    tops = [name[0] for name in table.columns]
    return [place for place in range(2, len(tops) + 1) if tops[place - 1] != tops[place - 2]]
