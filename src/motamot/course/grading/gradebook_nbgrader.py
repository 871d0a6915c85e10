"""The marks in nbgrader's own gradebook, through its own programming interface."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from motamot._language import message
from motamot.course.grading.gradebook_lines import Line, students
from motamot.course.grading.run_units import Course
from motamot.course.grading.store import Store
from motamot.errors import MotamotError


def write_nbgrader(store: Store, course: Course, path: Path) -> int:
    """Put all marks into nbgrader's database; what else is in it stays.

    Parameters
    ----------
    store : Store
        What is known of the class.
    course : Course
        The questions of each unit; a unit becomes an assignment with one notebook.
    path : pathlib.Path
        The database, made if it does not exist: ``gradebook.db`` in the folder of an nbgrader course.

    Returns
    -------
    int
        How many submissions were put there.

    Raises
    ------
    MotamotError
        If the file is not such a database or cannot be written.
    """
    from nbgrader.api import Gradebook
    from sqlalchemy.exc import SQLAlchemyError

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with _own_programs(), Gradebook(f"sqlite:///{path.resolve()}") as gradebook:
            for unit in store.units():
                _put_unit(gradebook, unit, course)
            return sum(
                _put_line(gradebook, line) for lines in students(store) for line in lines if line.is_marked
            )
    except (SQLAlchemyError, OSError) as error:
        reason = str(error).splitlines()[0]
        raise MotamotError(message("grade.bad_nbgrader", place=path, reason=reason)) from error


@contextmanager
def _own_programs() -> Iterator[None]:
    """Let nbgrader find the alembic of this environment, which it starts by name to make a database."""
    before = os.environ.get("PATH", os.defpath)
    os.environ["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{before}"
    try:
        yield
    finally:
        os.environ["PATH"] = before


def _put_unit(gradebook: Any, unit: str, course: Course) -> None:
    gradebook.update_or_create_assignment(unit)
    gradebook.update_or_create_notebook(unit, unit)
    for asked in course.get(unit, ()):
        gradebook.update_or_create_grade_cell(
            grade_id(asked.name), unit, unit, max_score=asked.points, cell_type="code"
        )


def _put_line(gradebook: Any, line: Line) -> bool:
    """Put one student's unit; the student's id is the folder's name, with Moodle's number."""
    owner, unit = line.row.owner, line.row.unit
    first, _, last = owner.name.partition(" ")
    gradebook.update_or_create_student(owner.key, first_name=first, last_name=last or None)
    submission = gradebook.update_or_create_submission(unit, owner.key)
    points = {grade_id(mark.question): mark.points for mark in line.marks}
    for notebook in submission.notebooks:
        for grade in notebook.grades:
            if grade.cell.name in points:
                grade.auto_score = points[grade.cell.name]
                grade.needs_manual_grade = False
    gradebook.db.commit()
    return True


def grade_id(question: str) -> str:
    """Return the name of a question's cell for nbgrader, as built exercises have it.

    Examples
    --------
    >>> grade_id("01.turn_count")
    '01-turn_count'
    """
    return question.replace(".", "-")
