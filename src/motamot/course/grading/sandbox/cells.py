"""Running the cells of a notebook as IPython would, one after the other, whatever they raise."""

from __future__ import annotations

import ast
import builtins
import contextlib
import inspect
import linecache
import sys
import types
from typing import Any

from motamot.checks._trial import Sink, said, time_limit

from .magics import Refused, Shell

_AWAIT = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
_SHOWN = 200


class CellTooLong(BaseException):
    """Time is up for this cell; no ``except Exception`` stops it."""


class Session:
    """The names and the habits of one running notebook.

    Parameters
    ----------
    seconds : float
        Own time for one cell.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.given: dict[str, object] = {}
        main = types.ModuleType("__main__")
        sys.modules["__main__"] = main
        self.names: dict[str, Any] = main.__dict__
        # A notebook may use the names In and Out for something else.
        self._inputs: list[str] = [""]
        self._outputs: dict[int, object] = {}
        self.names.update({"In": self._inputs, "Out": self._outputs, "_": "", "__": "", "___": ""})
        self.shell = Shell(self.names, lambda source: self._run(source, "<magic>"))
        self._furnish()

    def run_cell(self, number: int, source: str) -> dict[str, str] | None:
        """Run a cell and return what it raised: its kind and, shortened, its text."""
        try:
            self._inputs.append(source)
            # Python puts its own in place where they are missing, but not where they are something else.
            self.names["__builtins__"] = builtins
            with time_limit(self.seconds, CellTooLong):
                value = self._run(source, f"<cell {number}>")
                self._remember(number, value)
        except Refused as refused:
            return {"kind": "Refused", "text": str(refused)[:_SHOWN]}
        except BaseException as error:
            return {"kind": type(error).__name__[:60], "text": said(error)}
        finally:
            self._close_figures()
        return None

    def _run(self, source: str, place: str) -> object:
        """Run source; return the value of its last expression."""
        code, tree = _parse(source, place)
        linecache.cache[place] = (len(code), None, code.splitlines(keepends=True), place)
        last = tree.body[-1] if tree.body else None
        if not isinstance(last, ast.Expr):
            return self._do(compile(tree, place, "exec", _AWAIT))
        del tree.body[-1]
        self._do(compile(tree, place, "exec", _AWAIT))
        return self._do(compile(ast.Expression(last.value), place, "eval", _AWAIT))

    def _do(self, code: types.CodeType) -> object:
        value = eval(code, self.names)
        if code.co_flags & inspect.CO_COROUTINE:
            import asyncio

            return asyncio.run(value)
        return value

    def _remember(self, number: int, value: object) -> None:
        if value is not None:
            self.names.update({"___": self.names.get("__"), "__": self.names.get("_"), "_": value})
            self._outputs[number] = value

    def _close_figures(self) -> None:
        """Close figures as the inline display does; an axes that has a name stays readable."""
        pyplot = sys.modules.get("matplotlib.pyplot")
        if pyplot is not None:
            with contextlib.suppress(Exception):
                pyplot.close("all")

    def _furnish(self) -> None:
        """Put in place what notebooks expect to find, and a check() that only remembers what it was given."""
        import motamot
        import motamot.checks

        def get_ipython() -> Shell:
            return self.shell

        def check(question: str, answer: object) -> None:
            if type(question) is str:
                self.given[question] = answer

        for name in ("builtins", "IPython.core.display_functions", "IPython.display"):
            # IPython is loaded for the notebooks that speak of it.
            if name in sys.modules:
                vars(sys.modules[name])["display"] = _display
        for name in ("builtins", "IPython", "IPython.core.getipython"):
            if name in sys.modules:
                vars(sys.modules[name])["get_ipython"] = get_ipython
        for place in (motamot, motamot.checks):
            vars(place)["check"] = check
        sys.stdout, sys.stderr = Sink(), Sink()


def _parse(source: str, place: str) -> tuple[str, ast.Module]:
    """Return the code of a cell and its tree; what is no Python may be IPython's."""
    try:
        return source, _tree(source, place)
    except SyntaxError:
        from IPython.core.inputtransformer2 import TransformerManager

        code = TransformerManager().transform_cell(source)  # type: ignore[no-untyped-call]
        return code, _tree(code, place)


def _tree(code: str, place: str) -> ast.Module:
    tree = compile(code, place, "exec", ast.PyCF_ONLY_AST | _AWAIT)
    assert isinstance(tree, ast.Module)
    return tree


def _display(*values: object, **options: object) -> None:
    """Show nothing to nobody."""
