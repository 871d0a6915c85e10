"""Sentences on a terminal: broken between words there, whole in a file or a pipe."""

from __future__ import annotations

import os
import sys


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
    if not is_terminal(error=error):
        print(sentence, file=sys.stderr if error else sys.stdout)
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(stderr=error, highlight=False)
    first, *others = Text(sentence).wrap(console, max(20, console.width - indent))
    console.print(first)
    for line in others:
        console.print(" " * indent, line, sep="")


def is_terminal(*, error: bool = False) -> bool:
    """Tell whether a person reads along, or wants it to look so; rich, slow to load, is not asked."""
    return bool(os.environ.get("FORCE_COLOR")) or (sys.stderr if error else sys.stdout).isatty()
