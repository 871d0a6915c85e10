"""A learner's marks as the notebook that nbgrader's formgrader opens, and lists a submission by."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from motamot._language import message
from motamot.course.grading.gradebook_lines import Line
from motamot.course.grading.results import Mark
from motamot.workspace import write_whole

# nbgrader's own name for the folder of what it has graded.
FOLDER = "autograded"
_LONGEST_NAME = 200
_NO_NAME = re.compile(r'[<>:"|?*/\\]|[ .]$')
_MADE_BY = {"made_by": "motamot grade"}


def write_page(course: Path, line: Line, language: str) -> Path | None:
    """Write a submission's page where formgrader looks for it; one that nbgrader made itself stays.

    Parameters
    ----------
    course : pathlib.Path
        The folder of the nbgrader course.
    line : Line
        A unit of a student, with marks.
    language : {"en", "fr"}
        The learner's language, as nbgrader makes its feedback for learners of this page.

    Returns
    -------
    pathlib.Path or None
        The page; None if nbgrader's own lies there, or if no folder can be called as the student is.
    """
    student, unit = line.row.owner.key, line.row.unit
    if _NO_NAME.search(student) or len(student.encode("utf-8", "replace")) > _LONGEST_NAME:
        return None
    path = course / FOLDER / student / unit / f"{unit}.ipynb"
    if path.exists() and not _is_ours(path):
        return None
    content = json.dumps(_notebook(line, language), ensure_ascii=False, indent=1)
    write_whole(path, f"{content}\n".encode("utf-8", "replace"))
    return path


def grade_id(question: str) -> str:
    """Return the name of a question's cell for nbgrader, as built exercises have it.

    Examples
    --------
    >>> grade_id("01.nbsp_count")
    '01-nbsp_count'
    """
    return question.replace(".", "-")


def _is_ours(path: Path) -> bool:
    try:
        metadata = json.loads(path.read_bytes())["metadata"]
        return bool(metadata["made_by"] == _MADE_BY["made_by"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return False


def _notebook(line: Line, language: str) -> dict[str, Any]:
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    metadata = {**_MADE_BY, "kernelspec": kernel, "language_info": {"name": "python"}}
    return {"cells": list(_cells(line, language)), "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}


def _cells(line: Line, language: str) -> Iterator[dict[str, Any]]:
    intro = message("grade.nbgrader_page", language)
    yield {"cell_type": "markdown", "id": "intro", "metadata": {}, "source": intro}
    remarks = line.remarks(language, reader="learner")
    if remarks:
        yield _code("remarks", "", "\n".join(remarks), {})
    for mark in line.marks:
        name = grade_id(mark.question)
        graded = {
            "cell_type": "code",
            "grade": True,
            "grade_id": name,
            "locked": True,
            "points": mark.out_of,
            "schema_version": 3,
            "solution": False,
            "task": False,
        }
        source = f'check("{mark.question}", {mark.question.partition(".")[2]})'
        yield _code(re.sub(r"\W", "-", name), source, _said(mark, language), {"nbgrader": graded})


def _said(mark: Mark, language: str) -> str:
    state = message(f"grade.state_{mark.state}", language)
    return "\n".join(filter(None, [mark.seen, f"{state}. {mark.message[language]}"]))


def _code(name: str, source: str, said: str, metadata: dict[str, Any]) -> dict[str, Any]:
    """Return a cell whose output is plain text: what a learner's code gave is nothing that a page runs."""
    output = {"name": "stdout", "output_type": "stream", "text": f"{said}\n"}
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": name,
        "metadata": metadata,
        "outputs": [output],
        "source": source,
    }
