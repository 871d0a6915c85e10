"""Sentences on a terminal: broken between words there, whole in a file or a pipe."""

from __future__ import annotations


def say(sentence: str, *, error: bool = False, indent: int = 0) -> None:
    """Print a sentence for a person.

    Parameters
    ----------
    sentence : str
        Plain text: nothing in it is markup.
    error : bool
        Whether it goes to the standard error.
    indent : int
        Blanks before all lines but the first, on a terminal.
    """
    from rich.console import Console
    from rich.text import Text

    console = Console(stderr=error, highlight=False)
    if not console.is_terminal:
        console.print(sentence, markup=False, soft_wrap=True)
        return
    first, *others = Text(sentence).wrap(console, max(20, console.width - indent))
    console.print(first)
    for line in others:
        console.print(" " * indent, line, sep="")
