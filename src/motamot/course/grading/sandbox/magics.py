"""A small stand-in for IPython's shell: harmless magics work, others are refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

# These change how a notebook looks, or tell something to a person; without one they mean nothing.
IGNORED_LINE_MAGICS = frozenset(
    "matplotlib pylab config precision load_ext reload_ext unload_ext autoreload pdb xmode colors who whos "
    "who_ls pinfo pinfo2 pdoc pdef psource pfile pprint pwd history hist".split()
)
IGNORED_CELL_MAGICS = frozenset("html HTML markdown latex svg SVG javascript js".split())
RUN_CELL_MAGICS = frozenset("time timeit capture prun".split())


class Refused(Exception):
    """The notebook asks for what a grader does not do; the text is what it asked for."""


class Shell:
    """What ``get_ipython()`` returns.

    Parameters
    ----------
    names : dict
        The names of the notebook.
    run : callable
        Runs a piece of source there and returns the value of its last expression.
    """

    def __init__(self, names: dict[str, Any], run: Callable[[str], object]) -> None:
        self.user_ns: Mapping[str, Any] = names
        self._run = run

    def run_line_magic(self, name: str, line: str, _stack_depth: int = 1) -> object:
        """Do what a line such as ``%time f()`` asks for.

        Examples
        --------
        >>> Shell({}, eval).run_line_magic("time", "1 + 1")
        2
        """
        if name in ("time", "timeit"):
            return self._run(line)
        if name not in IGNORED_LINE_MAGICS:
            raise Refused(f"%{name}")
        return None

    def run_cell_magic(self, name: str, line: str, cell: str) -> object:
        """Do what a cell that begins ``%%time`` asks for."""
        if name in RUN_CELL_MAGICS:
            return self._run(cell)
        if name == "writefile":
            Path(line.strip()).write_text(cell, encoding="utf-8")
        elif name not in IGNORED_CELL_MAGICS:
            raise Refused(f"%%{name}")
        return None

    def magic(self, text: str) -> object:
        """Do what an old-style call of a magic asks for."""
        name, _, line = text.partition(" ")
        return self.run_line_magic(name, line)

    def system(self, command: str) -> None:
        """Refuse ``!command``."""
        raise Refused(f"!{command.strip().split(' ')[0]}")

    def getoutput(self, command: str) -> None:
        """Refuse ``x = !command``."""
        self.system(command)
