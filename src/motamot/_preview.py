"""What a learner is shown before their own text is in use: how it was read, its turns, the people in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from motamot._language import message
from motamot._terminal import say

if TYPE_CHECKING:
    import pandas as pd
    from rich.table import Table

    from motamot.readers import Reading
    from motamot.usetext import Preview

_SPEAKER_WIDTH = 20
_LEAST_TEXT = 20
GAP = 2


def show_preview(name: str, preview: Preview) -> None:
    """Print how a file was read, its turns, what was guessed, and what in it may point to people."""
    from rich.console import Console

    from motamot.readers import is_mojibake
    from motamot.tokens import words

    text = preview.reading.text
    console = Console()
    say(message("usetext.read_as", name=name, kind=kind_of(preview.reading), words=len(words(text))))
    if is_mojibake(text):
        say(message("usetext.mojibake"))
    console.print(_table(preview.turns, console.width))
    if len(preview.guesses):
        say(message("usetext.guessed"))
    for (decision, why), rows in preview.guesses.groupby(["decision", "why"], sort=False):
        numbers = ", ".join(str(number) for number in rows["paragraph"])
        say(message("usetext.guess", paragraphs=numbers, decision=decision, why=why), indent=2)
    console.print()
    say(message("usetext.ask"))
    console.print()
    say(privacy_line(text))


def kind_of(reading: Reading) -> str:
    """Name the format and the encoding of what was read."""
    if reading.format == "docx":
        return message("readers.as_docx")
    encoding = message(f"readers.as_{reading.encoding}")
    return f"{message('readers.as_html')}, {encoding}" if reading.format == "html" else encoding


def _table(turns: pd.DataFrame, terminal_width: int) -> Table:
    names = ["paragraph", "role", "turn", "speaker", "text"]
    rows = [[_cell(value) for value in row] for row in turns[names].itertuples(index=False)]
    widths = [
        min(_SPEAKER_WIDTH, max(len(name), *(len(row[place]) for row in rows)))
        for place, name in enumerate(names[:-1])
    ]
    # Left to itself, rich squeezes these to nothing for the sake of the text.
    widths.append(max(_LEAST_TEXT, terminal_width - sum(widths) - GAP * len(names)))
    return laid_out(message("usetext.table"), names, rows, widths)


def laid_out(title: str, names: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int]) -> Table:
    """Lay a table out in columns of given widths, so that it can be read on the narrowest terminal."""
    from rich import box
    from rich.markup import escape
    from rich.table import Table

    table = Table(
        title=title, title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0)
    )
    for name, width in zip(names, widths, strict=True):
        table.add_column(name, no_wrap=True, min_width=width, max_width=width)
    for row in rows:
        table.add_row(*(escape(_fit(cell, width)) for cell, width in zip(row, widths, strict=True)))
    return table


def _fit(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"


def _cell(value: Any) -> str:
    """Return a table cell on one line."""
    import pandas as pd

    text = "" if pd.isna(value) else str(value)
    return " ".join(text.split())[:200]


def privacy_line(text: str) -> str:
    """Return what in a text may point to people, and what to do about it."""
    from motamot.privacy import personal_data

    people = personal_data(text)
    if people.empty:
        return message("usetext.privacy_none")
    kinds = people["kind"].value_counts()
    return message(
        "usetext.privacy",
        names=kinds.get("name", 0),
        mails=kinds.get("e-mail", 0),
        phones=kinds.get("telephone", 0),
        examples=", ".join(_examples(people)),
    )


def _examples(people: pd.DataFrame) -> list[str]:
    """Return addresses and numbers first, because they are fewer and point to one person."""
    order = people["kind"].map({"e-mail": 0, "telephone": 1, "name": 2})
    return list(people["text"].iloc[order.argsort(kind="stable")].head(5))
