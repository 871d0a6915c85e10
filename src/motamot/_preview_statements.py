"""What a learner is shown before their own statements are in use: which texts, how long, and who in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from motamot._language import message
from motamot._preview import GAP, kind_of, laid_out, privacy_line
from motamot._terminal import say

if TYPE_CHECKING:
    import pandas as pd
    from rich.table import Table

    from motamot.usetext import StatementsPreview

_COMPANY_WIDTH = 24
_LEAST_TITLE = 12


def show_statements(preview: StatementsPreview) -> None:
    """Print which texts were found, how they were read, and what in them may point to people."""
    from rich.console import Console

    from motamot.readers import is_mojibake
    from motamot.usetext.statements import LONGEST_TITLE

    texts = _texts(preview.table)
    kinds = list(dict.fromkeys(map(kind_of, preview.readings))) or [message("readers.as_utf-8")]
    total = int(texts["words"].sum())
    say(message("usetext.statements_read", texts=len(texts), words=total, kinds=", ".join(kinds)))
    if any(is_mojibake(reading.text) for reading in preview.readings):
        say(message("usetext.mojibake"))
    if preview.left_aside:
        say(message("usetext.statements_left", names=", ".join(preview.left_aside)))
    console = Console()
    console.print(_table(texts, console.width))
    say(message("usetext.statements_title", limit=LONGEST_TITLE))
    say(message("usetext.statements_ask"))
    if len(texts) == 1:
        console.print()
        say(message("usetext.statements_single"))
    console.print()
    say(privacy_line("\n\n".join(preview.table["text"])))


def _texts(table: pd.DataFrame) -> pd.DataFrame:
    """Return one row a text: company, year, title, paragraphs, words."""
    from motamot.tokens import words

    counted = table.assign(words=[len(words(text)) for text in table["text"]])
    grouped = counted.groupby(["company", "year", "title"], sort=False)
    return grouped.agg(paragraphs=("paragraph", "size"), words=("words", "sum")).reset_index()


def _table(texts: pd.DataFrame, terminal_width: int) -> Table:
    names = ["company", "year", "paragraphs", "words", "title"]
    rows = [[str(value) for value in row] for row in texts[names].itertuples(index=False)]
    widths = [
        min(_COMPANY_WIDTH, max(len(name), *(len(row[place]) for row in rows)))
        for place, name in enumerate(names[:-1])
    ]
    longest = max(len("title"), *(len(row[-1]) for row in rows))
    room = max(_LEAST_TITLE, terminal_width - sum(widths) - GAP * len(names))
    widths.append(min(longest, room))
    return laid_out(message("usetext.statements_table"), names, rows, widths)
