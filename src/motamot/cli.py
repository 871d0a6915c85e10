"""The command ``motamot``: one thin layer of typer over functions that live elsewhere."""

from __future__ import annotations

import io
import sys
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import typer
from typer.core import TyperGroup

from motamot.errors import MotamotError

# Each command is imported when it is called or listed, never at start.
_COMMANDS = {
    "lab": "motamot.commands",
    "use-text": "motamot.commands",
    "doctor": "motamot.commands",
    "build": "motamot.course.commands",
    "grade": "motamot.course.commands",
    "lint": "motamot.course.commands",
    "lock": "motamot.course.commands",
    "release": "motamot.course.commands",
}
_EXTRA_OF = {
    "jupytext": "course",
    "markdown_it": "course",
    "nbclient": "course",
    "nbformat": "course",
    "nbgrader": "course",
    "hatchling": "course",
    "nbval": "course",
    "bs4": "readers",
    "docx": "readers",
    "simplemma": "lemmas",
}


class _LazyGroup(TyperGroup):
    def list_commands(self, ctx: Any) -> list[str]:
        # The wheel of a class bundle has no motamot.course.
        has_course = find_spec("motamot.course") is not None
        return [name for name, module in _COMMANDS.items() if has_course or "course" not in module]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in self.list_commands(ctx):
            return None
        function = getattr(import_module(_COMMANDS[cmd_name]), cmd_name.replace("-", "_"))
        alone = typer.Typer(add_completion=False, rich_markup_mode=None)
        alone.command(cmd_name)(function)
        return typer.main.get_command(alone)


app = typer.Typer(cls=_LazyGroup, add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)


@app.callback()
def motamot() -> None:
    """Word for word: a kit that teaches the analysis of French text."""


def main() -> None:
    """Run the command line; what a person can put right is told in a sentence, with exit status 2."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # In a pipe or file Windows writes in the code page of the computer, which lacks signs of ours.
            stream.reconfigure(errors="replace")
    try:
        app()
    except MotamotError as error:
        _leave(str(error))
    except ModuleNotFoundError as error:
        package = (error.name or "").partition(".")[0]
        if package not in _EXTRA_OF:
            raise
        extra = _EXTRA_OF[package]
        _leave(
            f'This command needs {package}, which is not installed: python -m pip install "motamot[{extra}]"'
        )


def _leave(sentence: str) -> None:
    from motamot._terminal import say

    say(sentence, error=True)
    raise SystemExit(2)
