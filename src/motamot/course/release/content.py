"""What of the repository a class gets: notebooks without outputs, exercises of a variant, data, practice."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from motamot._language import message
from motamot.course.build import check_notebooks, targets
from motamot.errors import MotamotError
from motamot.workspace import FIRST_LESSON, without_outputs

_GLOSSARY = "glossary"
_OPENING = re.compile(r'^motamot\.use_language\("(?:en|fr)"\)$', re.MULTILINE)


@dataclass(frozen=True)
class Selection:
    """What is handed out.

    Parameters
    ----------
    units : tuple of str
        Whole names of units: ``"01_cleaning"``.
    languages : tuple of str
        Editions.
    lessons : bool
        Whether the lessons come with the exercises; the first one, which starts everything, always does.
    """

    units: tuple[str, ...]
    languages: tuple[str, ...]
    lessons: bool = True


def find_units(root: Path, asked: Sequence[str]) -> tuple[str, ...]:
    """Return the whole names of units, all of them built as their sources say.

    Parameters
    ----------
    root : pathlib.Path
        The repository.
    asked : list of str
        Names or their beginnings: ``"01"``.

    Raises
    ------
    MotamotError
        If a unit is unknown, or a notebook is not what its source would build.
    """
    chosen = sorted({target.unit for target in targets(root, asked)})
    problems = check_notebooks(root, [*chosen, FIRST_LESSON, _GLOSSARY])
    if problems:
        raise MotamotError(message("release.not_built", first=problems[0]))
    return tuple(chosen)


def shared_files(root: Path, selection: Selection, code: str = "") -> dict[str, bytes]:
    """Return the files that the library reads and ``motamot lab`` copies to the learner's folder.

    Parameters
    ----------
    root : pathlib.Path
        The repository.
    selection : Selection
        What is handed out.
    code : str, optional
        The code of a variant, which is written into the exercises.

    Returns
    -------
    dict of str to bytes
        Contents by path in the repository.
    """
    lessons = {FIRST_LESSON, _GLOSSARY, *(selection.units if selection.lessons else ())}
    files: dict[str, bytes] = {}
    for language in selection.languages:
        for unit in sorted(lessons):
            path = root / "notebooks" / language / f"{unit}.ipynb"
            if path.is_file():
                files[f"notebooks/{language}/{unit}.ipynb"] = without_outputs(path.read_bytes())
        for unit in selection.units:
            path = root / "exercises" / language / f"{unit}.ipynb"
            if path.is_file():
                exercise = without_outputs(path.read_bytes())
                files[f"exercises/{language}/{unit}.ipynb"] = (
                    with_variant(exercise, code) if code else exercise
                )
    for unit in selection.units:
        practice = root / "lessons" / unit / "practice.py"
        if practice.is_file():
            files[f"lessons/{unit}/practice.py"] = practice.read_bytes()
    for path in sorted((root / "data").rglob("*")):
        inner = path.relative_to(root)
        if path.is_file() and not any(part.startswith(".") for part in inner.parts):
            files[inner.as_posix()] = path.read_bytes()
    return files


def with_variant(content: bytes, code: str) -> bytes:
    """Write the line ``motamot.use_variant("CODE")`` into the first code cell of a notebook.

    Parameters
    ----------
    content : bytes
        An exercise as the build wrote it.
    code : str
        The code of a variant.

    Returns
    -------
    bytes
        The exercise of the variant; what nbgrader locks is as it was.
    """
    notebook = json.loads(content)
    first = next(cell for cell in notebook["cells"] if cell["cell_type"] == "code")
    source = "".join(first["source"])
    written, count = _OPENING.subn(lambda line: f'{line[0]}\nmotamot.use_variant("{code}")', source, count=1)
    if not count:
        raise MotamotError(message("release.no_opening", cell=first["id"]))
    first["source"] = written.splitlines(keepends=True)
    return (json.dumps(notebook, ensure_ascii=False, indent=1) + "\n").encode()


def title_of(content: bytes) -> str:
    r"""Return the first heading of a notebook, without its mark.

    Examples
    --------
    >>> title_of(b'{"cells": [{"cell_type": "markdown", "source": ["# One\\n", "two"]}]}')
    'One'
    """
    for cell in json.loads(content)["cells"]:
        for line in "".join(cell["source"]).splitlines():
            if line.startswith("# "):
                return line.removeprefix("# ").strip()
    return ""
