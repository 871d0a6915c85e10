"""How tables look in a notebook: text from the left, numbers from the right."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

# What stands before the word of a concordance ends at the word.
_ENDS_AT_THE_WORD = "left"


def register() -> None:
    """Teach the running notebook to show tables so; outside one, do nothing."""
    # A notebook has loaded IPython before its first cell; elsewhere it is not worth its import.
    if "IPython" not in sys.modules:
        return
    from IPython import get_ipython

    shell = get_ipython()
    if shell is None or not hasattr(shell, "display_formatter"):
        return
    html = shell.display_formatter.formatters["text/html"]
    # By name, so that the first cell does not wait for pandas, which has called itself by both.
    for home in ("pandas", "pandas.core.frame"):
        html.for_type_by_name(home, "DataFrame", as_html)


def as_html(table: pd.DataFrame) -> str | None:
    """Return a table as pandas shows it, its text columns aligned on the left.

    None where pandas shows no HTML.

    Examples
    --------
    >>> import pandas as pd
    >>> print(as_html(pd.DataFrame({"word": ["prix"], "count": [3]}))[:62])
    <div class="motamot-text-1"><style>.motamot-text-1 td:nth-of-t
    """
    import pandas as pd

    html: str | None = table._repr_html_()  # type: ignore[operator]
    shown_whole = table.columns.nlevels == 1 and table.shape[1] <= (
        pd.get_option("display.max_columns") or 1000
    )
    if html is None or not shown_whole:
        return html
    texts = [
        place
        for place, name in enumerate(table.columns, start=1)
        if name != _ENDS_AT_THE_WORD and not pd.api.types.is_numeric_dtype(table.dtypes.iloc[place - 1])
    ]
    if not texts:
        return html
    name = "motamot-text-" + "-".join(map(str, texts))
    before = table.index.nlevels
    places = [
        f".{name} {cell}"
        for place in texts
        for cell in (f"td:nth-of-type({place})", f"thead th:nth-of-type({place + before})")
    ]
    return f'<div class="{name}"><style>{",".join(places)}{{text-align:left}}</style>{html}</div>'
