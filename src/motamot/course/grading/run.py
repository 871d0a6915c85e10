"""Grading a class: student by student, a few notebooks at a time, each result kept as soon as it is there."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from typing import Protocol

from motamot._language import message
from motamot.course.grading.results import Graded
from motamot.course.grading.run_plan import Rules, Task, plan_student
from motamot.course.grading.store import Row, Store
from motamot.course.grading.submissions import Collection, Student
from motamot.course.grading.submissions_findings import Finding, both_languages
from motamot.course.grading.submissions_groups import plain_name
from motamot.errors import MotamotError

_AHEAD = 2


class GradesNotebooks(Protocol):
    """What is needed of :class:`motamot.course.grading.grader.Grader`."""

    def grade(
        self,
        cells: Sequence[str],
        unit: str,
        *,
        hidden_seed: bytes,
        variant: str | None = None,
        files: Mapping[str, bytes] | None = None,
    ) -> Graded:
        """Grade one submission."""
        ...


@dataclass
class Tally:
    """What a run did.

    Parameters
    ----------
    graded : int
        Notebooks graded in this run.
    kept : int
        Notebooks whose results were there already.
    refused : int
        Files or students without anything to be graded.
    """

    graded: int = 0
    kept: int = 0
    refused: int = 0


def grade_class(
    collection: Collection,
    source: str,
    rules: Rules,
    store: Store,
    grader: GradesNotebooks,
    *,
    jobs: int = 1,
    only: str = "",
    advance: Callable[[int], None] = lambda files: None,
) -> Tally:
    """Grade all that has no result yet.

    Parameters
    ----------
    collection : Collection
        What was handed in.
    source : str
        Where it lies: a later run on the same source replaces its rows, one on another adds to them.
    rules : Rules
        What marks depend on.
    store : Store
        Where results go.
    grader : Grader
        Grades one notebook.
    jobs : int
        How many at the same time.
    only : str
        The key of the one student to grade; all if empty.
    advance : callable
        Told how many files are done with.

    Returns
    -------
    Tally
        What was done.
    """
    students = [one for one in collection.students if only in ("", one.owner.key)]
    if not only:
        store.forget_others(source, [one.owner.key for one in collection.students])
    tally = Tally()
    pool = ThreadPoolExecutor(max_workers=jobs)
    running: dict[Future[Graded], Row] = {}
    is_stopped = False

    def settle(most: int) -> None:
        while len(running) > most:
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                row = running.pop(future)
                store.put_result(row, future.result())
                tally.graded += 1
                advance(1)

    try:
        for task in _tasks(students, source, rules, store, tally, advance):
            running[pool.submit(_grade, grader, task, rules)] = task.row
            settle(jobs * _AHEAD)
        settle(0)
    except KeyboardInterrupt:
        # A notebook can take minutes: closing the grader ends its run, and the next time it is run again.
        is_stopped = True
        raise
    finally:
        pool.shutdown(wait=not is_stopped, cancel_futures=True)
    return tally


def _tasks(
    students: Sequence[Student],
    source: str,
    rules: Rules,
    store: Store,
    tally: Tally,
    advance: Callable[[int], None],
) -> Iterator[Task]:
    """Yield the notebooks without a result, reading one student at a time."""
    for student in students:
        rows, tasks = plan_student(student, rules, advance)
        store.put_student(source, student.owner, rows)
        tally.refused += len(rows) - len(tasks)
        for task in tasks:
            if store.has_result(task.row.key, sandboxed=rules.sandboxed):
                tally.kept += 1
                advance(1)
            else:
                yield task


def _grade(grader: GradesNotebooks, task: Task, rules: Rules) -> Graded:
    """Grade one notebook; whatever goes wrong with it must not stop the others."""
    unit = task.row.unit
    try:
        return grader.grade(
            task.cells, unit, hidden_seed=rules.seed.hidden, variant=task.variant, files=task.files
        )
    except MotamotError:
        raise
    except Exception as error:
        reason = f"{type(error).__name__}: {error}"[:200]
        return Graded(unit, "failed", both_languages(Finding("failed", {"reason": reason})), (), False)


def find_student(collection: Collection, wanted: str) -> str:
    """Return the key of the one student that a name means.

    Parameters
    ----------
    collection : Collection
        The class.
    wanted : str
        A name, a folder's name or Moodle's number, with or without accents and capitals.

    Raises
    ------
    MotamotError
        If it means nobody, or several.
    """
    plain = plain_name(wanted)
    names = {
        one.owner.key: {
            plain_name(name) for name in (one.owner.key, one.owner.name, one.owner.number) if name
        }
        for one in collection.students
    }
    found = [key for key in names if key == wanted]
    found = found or [key for key, known in names.items() if plain in known]
    found = found or [key for key, known in names.items() if any(plain in name for name in known)]
    if len(found) == 1:
        return found[0]
    if found:
        raise MotamotError(message("grade.several_students", wanted=wanted, names=", ".join(found[:5])))
    close = {name: key for key, known in names.items() for name in known}
    near = [close[name] for name in difflib.get_close_matches(plain, close, n=3, cutoff=0.5)]
    raise MotamotError(
        message("grade.no_student", wanted=wanted, names=", ".join(dict.fromkeys(near)) or "—")
    )
