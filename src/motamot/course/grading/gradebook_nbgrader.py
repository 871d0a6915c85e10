"""The marks in nbgrader's own gradebook, through its own programming interface."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from motamot._language import current_language, message
from motamot.course.grading.gradebook_lines import Line, students
from motamot.course.grading.gradebook_pages import grade_id, write_page
from motamot.course.grading.reports_student import language_of
from motamot.course.grading.run_units import Course
from motamot.course.grading.store import Store
from motamot.course.grading.submissions_layouts import Owner
from motamot.errors import MotamotError


def write_nbgrader(store: Store, course: Course, path: Path) -> int:
    """Put all marks into nbgrader's database, and beside it the pages it shows; what else is there stays.

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
            units = {unit: _put_unit(gradebook, unit, course) for unit in store.units()}
            known = {str(student.id) for student in gradebook.students}
            put = 0
            for lines in students(store):
                marked = [line for line in lines if line.is_marked]
                language = language_of(lines, current_language())
                for line in marked:
                    if line.row.owner.key not in known:
                        known.add(line.row.owner.key)
                        _put_student(gradebook, line.row.owner)
                    units[line.row.unit].put(line, _moment(path.parent, line))
                    write_page(path.parent, line, language)
                put += len(marked)
                # What is written is let go of: otherwise each commit looks at all that went before.
                gradebook.db.commit()
                gradebook.db.expunge_all()
            return put
    except (SQLAlchemyError, OSError) as error:
        reason = str(error).splitlines()[0]
        raise MotamotError(message("grade.bad_nbgrader", place=path, reason=reason)) from error


@dataclass
class _Unit:
    """An assignment in the gradebook: the ids of its parts, and of the notebooks submitted so far."""

    gradebook: Any
    assignment: str
    notebook: str
    cells: dict[str, str]
    submitted: dict[str, str]

    def put(self, line: Line, moment: datetime | None) -> None:
        """Put one student's marks; a mark that somebody gave by hand stays, and takes precedence."""
        from nbgrader.api import Grade, SubmittedAssignment

        notebook = self.submitted.get(line.row.owner.key) or self._submit(line.row.owner.key)
        grades = {one.cell_id: one for one in self.gradebook.db.query(Grade).filter_by(notebook_id=notebook)}
        for mark in line.marks:
            cell = self.cells.get(grade_id(mark.question))
            if cell is None:
                continue
            grade = grades.get(cell) or Grade(cell_id=cell, notebook_id=notebook)
            grade.auto_score, grade.needs_manual_grade = mark.points, False
            self.gradebook.db.add(grade)
        mine = self.gradebook.db.query(SubmittedAssignment).filter_by(
            assignment_id=self.assignment, student_id=line.row.owner.key
        )
        mine.update({"timestamp": moment})

    def _submit(self, student: str) -> str:
        """Note a submission; nbgrader's own add_submission takes a tenth of a second for it."""
        from nbgrader.api import SubmittedAssignment, SubmittedNotebook, new_uuid

        submission, notebook = str(new_uuid()), str(new_uuid())
        self.gradebook.db.add(
            SubmittedAssignment(id=submission, assignment_id=self.assignment, student_id=student)
        )
        self.gradebook.db.flush()
        self.gradebook.db.add(
            SubmittedNotebook(id=notebook, assignment_id=submission, notebook_id=self.notebook)
        )
        self.gradebook.db.flush()
        self.submitted[student] = notebook
        return notebook


@contextmanager
def _own_programs() -> Iterator[None]:
    """Let nbgrader find the alembic of this environment, which it starts by name to make a database."""
    before = os.environ.get("PATH", os.defpath)
    os.environ["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{before}"
    try:
        yield
    finally:
        os.environ["PATH"] = before


def _put_unit(gradebook: Any, unit: str, course: Course) -> _Unit:
    from nbgrader.api import SubmittedAssignment, SubmittedNotebook

    assignment = gradebook.update_or_create_assignment(unit)
    notebook = gradebook.update_or_create_notebook(unit, unit)
    for asked in course.get(unit, ()):
        gradebook.update_or_create_grade_cell(
            grade_id(asked.name), unit, unit, max_score=asked.points, cell_type="code"
        )
    submitted = gradebook.db.query(SubmittedAssignment.student_id, SubmittedNotebook.id).join(
        SubmittedNotebook, SubmittedNotebook.assignment_id == SubmittedAssignment.id
    )
    mine = submitted.filter(SubmittedNotebook.notebook_id == notebook.id)
    cells = {str(cell.name): str(cell.id) for cell in notebook.grade_cells}
    return _Unit(gradebook, str(assignment.id), str(notebook.id), cells, dict(mine.all()))


def _moment(course: Path, line: Line) -> datetime | None:
    """Return when nbgrader collected a submission: by it, it tells what it has graded from what is new."""
    from nbgrader.utils import parse_utc

    stamp = course / "submitted" / line.row.owner.key / line.row.unit / "timestamp.txt"
    try:
        moment: datetime = parse_utc(stamp.read_text(encoding="utf-8").strip())
    except (OSError, ValueError):
        return None
    return moment


def _put_student(gradebook: Any, owner: Owner) -> None:
    """Put a student whose id is the folder's name, with Moodle's number."""
    first, _, last = owner.name.partition(" ")
    gradebook.update_or_create_student(owner.key, first_name=first, last_name=last or None)
