"""Running an exercise's solution cell by cell in this process, on the kit's texts or on hidden ones."""

from __future__ import annotations

import ast
import contextlib
import importlib.util
import io
import os
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pandas as pd

from motamot.course.refusals import BEGIN, END, PLACEHOLDER
from motamot.course.source import read_source

LESSONS = Path(__file__).parent.parent / "lessons"
UNITS = sorted(file.parent.name for file in LESSONS.glob("*/exercises.py"))
_CALL = re.compile(r"check\(\s*[\"'](?P<question>[\w.]+)[\"']")


@dataclass
class Cell:
    """A code cell of an exercise, its solution in place of the placeholder.

    Attributes
    ----------
    code : str
        Without markers, placeholders, and without the call of check.
    question : str
        The question it answers, "" if none.
    answer : str
        The expression that check is given.
    solution : set of int
        The lines that the solution fills.
    """

    code: str
    question: str = ""
    answer: str = ""
    solution: set[int] = field(default_factory=set)


@cache
def cells_of(unit: str) -> list[Cell]:
    """Return the code cells of a unit's exercise, solutions in place, remarks on solutions left out."""
    source = read_source(LESSONS / unit / "exercises.py")
    return [_cell(cell.text) for cell in source if cell.kind == "code" and "solution" not in cell.tags]


def _cell(text: str) -> Cell:
    lines: list[str] = []
    solution: set[int] = set()
    inside = False
    for line in text.split("\n"):
        if line.strip() == BEGIN:
            while lines and PLACEHOLDER.match(lines[-1]):
                lines.pop()
            inside = True
        elif line.strip() == END:
            inside = False
        else:
            lines.append(line)
            if inside:
                solution.add(len(lines))
    code = "\n".join(lines)
    call = next(
        (
            node
            for node in ast.parse(code).body
            if isinstance(node, ast.Expr) and _CALL.match(ast.get_source_segment(code, node) or "")
        ),
        None,
    )
    if call is None:
        return Cell(code)
    assert isinstance(call.value, ast.Call)
    name, answer = call.value.args
    kept = "\n".join(lines[: call.lineno - 1])
    return Cell(kept, ast.literal_eval(name), ast.unparse(answer), solution)


def module_of(file: Path) -> ModuleType:
    """Load a Python file that is no part of any package."""
    spec = importlib.util.spec_from_file_location(f"loaded_{file.parent.name}_{file.stem}", file)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def hidden_inputs(unit: str, seed: int = 1) -> dict[str, list[tuple[Any, ...]]]:
    """Return what a unit's judge.py draws, nothing if it has none."""
    file = LESSONS / unit / "judge.py"
    return module_of(file).inputs(random.Random(seed)) if file.is_file() else {}


def hidden_folder(folder: Path, seed: int) -> Path:
    """Write the files of a learner's folder that holds hidden texts."""
    for name, text in _hidden_texts().hidden_folder(random.Random(seed)).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8", newline="")
    return folder


@cache
def _hidden_texts() -> ModuleType:
    return module_of(LESSONS / "judging" / "hidden_texts.py")


@contextlib.contextmanager
def texts_of(folder: Path | None) -> Iterator[None]:
    """Let load_interview and load_statements read a learner's folder; the kit's texts for None."""
    before, place = os.environ.pop("MOTAMOT_TEXT", None), Path.cwd()
    if folder is None:
        os.environ["MOTAMOT_TEXT"] = "kit"
    else:
        os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(place)
        os.environ.pop("MOTAMOT_TEXT", None)
        if before is not None:
            os.environ["MOTAMOT_TEXT"] = before


def run(code: str | ast.Module, names: dict[str, Any]) -> None:
    """Run code as a cell; what it prints is dropped, its figures are closed."""
    import matplotlib.pyplot as plt

    with contextlib.redirect_stdout(io.StringIO()):
        exec(compile(code, "<exercise>", "exec"), names)
    plt.close("all")


def copied(names: dict[str, Any]) -> dict[str, Any]:
    """Return names whose tables and lists are copies, so that one run does not change the next."""
    return {
        name: value.copy() if isinstance(value, pd.DataFrame | pd.Series | list | dict | set) else value
        for name, value in names.items()
    }


def answers_of(unit: str) -> dict[str, tuple[Cell, dict[str, Any], Any]]:
    """Run an exercise on the texts in use; return for each question its cell, the names before it, the answer."""
    names: dict[str, Any] = {"__name__": "__main__"}
    found = {}
    for cell in cells_of(unit):
        before = copied(names) if cell.question else {}
        run(cell.code, names)
        if cell.question:
            found[cell.question] = (cell, before, eval(cell.answer, names))
    return found
