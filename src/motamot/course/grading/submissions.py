"""A class's files: who handed in which notebooks, whatever the layout they arrive in."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from motamot._language import current_language, message
from motamot.course.grading.submissions_archive import BROKEN, NOTHING
from motamot.course.grading.submissions_entries import Entry, Problem, entries_of, natural
from motamot.course.grading.submissions_findings import Finding
from motamot.course.grading.submissions_layouts import Layout, Owner, layout_of
from motamot.errors import MotamotError

_MANIFEST = re.compile(r"(?P<base>(?:.*/)?)\.motamot/manifest\.json$")
# Browsers add an ending of their own to what they take for text.
_NOTEBOOK = re.compile(r"\.ipynb(?:\.txt|\.json)?$", re.IGNORECASE)
_LARGEST_MANIFEST = 4 << 20
_STAMP = "timestamp.txt"
# Far more than a learner's whole folder holds, exercises in both languages and several attempts.
MOST_NOTEBOOKS = 100
_MOST_FOLDERS = 20


@dataclass(frozen=True)
class Handed:
    """One notebook file handed in: its path inside the hand-in, and the bytes behind it."""

    path: str
    entry: Entry


@dataclass
class Student:
    """One student and all that came from them.

    Parameters
    ----------
    owner : Owner
        Who it is.
    notebooks : list of Handed
        What may be graded.
    files : list of Handed
        What else came and may be needed to run it.
    findings : list of Finding
        What is to be said about this student rather than about one notebook.
    """

    owner: Owner
    notebooks: list[Handed] = field(default_factory=list)
    files: list[Handed] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


@dataclass(frozen=True)
class Collection:
    """A class's files, told apart by student."""

    layout: str
    students: tuple[Student, ...]


def collect(place: Path, units: Sequence[str] = ()) -> Collection:
    """Find out who handed in what; only lists of names and the manifests of learners' folders are read.

    Parameters
    ----------
    place : pathlib.Path
        A folder or zip in any of the layouts of ``docs/grading.md``.
    units : list of str
        The units there are, so that ``Zoé Petit_01_cleaning.ipynb`` tells a student's name.

    Returns
    -------
    Collection
        Students in order of their keys.

    Raises
    ------
    MotamotError
        If there is no such place, or nothing in it that could be graded.
    """
    if not place.exists():
        raise MotamotError(message("grade.no_place", place=place))
    if place.is_file() and place.suffix.lower() not in (".zip", ".ipynb"):
        raise MotamotError(message("grade.not_a_place", place=place))
    try:
        entries, problems = entries_of(place)
    except OSError as error:
        reason = error.strerror or str(error)
        raise MotamotError(
            message("grade.cannot_read", place=error.filename or place, reason=reason)
        ) from error
    if problems and not entries and place.is_file():
        raise MotamotError(f"{place.name}: {problems[0].finding.sentence(current_language())}")
    paths = [entry.path for entry in entries]
    paths += [f"{one.path}/" if one.finding == NOTHING else one.path for one in problems]
    layout = layout_of(paths or [""], units)
    entries = [entry for entry in entries if layout.holds(entry.path)]
    problems = [problem for problem in problems if layout.holds(problem.path)]
    students = _by_student(place, layout, entries, problems)
    if not any(_has_something(student) for student in students):
        raise MotamotError(message("grade.no_notebooks", place=place))
    return Collection(layout.kind, tuple(students))


def _has_something(student: Student) -> bool:
    return bool(student.notebooks) or any(finding.code != NOTHING.code for finding in student.findings)


def _by_student(place: Path, layout: Layout, entries: list[Entry], problems: list[Problem]) -> list[Student]:
    students: dict[str, Student] = {}
    everything: dict[str, list[Handed]] = {}

    top_name = place.resolve().stem if place.is_file() else place.resolve().name
    for entry in entries:
        owner, inner = layout.place(entry.path, top_name)
        students.setdefault(owner.key, Student(owner))
        everything.setdefault(owner.key, []).append(Handed(inner, entry))
    for problem in problems:
        owner = layout.place(problem.path, top_name)[0]
        if problem.finding != NOTHING or owner.key not in students:
            students.setdefault(owner.key, Student(owner)).findings.append(problem.finding)
    for key, student in students.items():
        _sort_files(student, everything.get(key, []), layout)
    return [students[key] for key in sorted(students)]


def _sort_files(student: Student, files: list[Handed], layout: Layout) -> None:
    """Tell what may be graded from what came with it."""
    notebooks = [one for one in files if _NOTEBOOK.search(one.entry.name)]
    others = [one for one in files if one not in notebooks]
    bases = [found["base"] for one in others if (found := _MANIFEST.match(one.path))][:_MOST_FOLDERS]
    notebooks = [one for one in notebooks if not _is_lesson(one.path, bases)]
    notebooks = _latest(notebooks, student)
    if bases:
        shipped = _shipped(others, bases)
        touched = [one for one in notebooks if not _is_untouched(one, shipped)]
        if notebooks and not touched:
            student.findings.append(Finding("untouched"))
        notebooks = touched
    elif any("/exercises/" in f"/{one.path}" for one in notebooks):
        notebooks = [one for one in notebooks if "/lessons/" not in f"/{one.path}"]
    if layout.kind == "nbgrader":
        notebooks = [_with_stamp(one, others) for one in notebooks]
    if not notebooks and not student.findings:
        shown = [one.path for one in others[:3] if "/.motamot/" not in f"/{one.path}"]
        names = ", ".join(path.rpartition("/")[2][:80] for path in shown)
        student.findings.append(Finding("no_notebook", {"files": names or "—"}))
    student.notebooks = notebooks
    student.files = [one for one in others if "/.motamot/" not in f"/{one.path}" and one.entry.name != _STAMP]


def _latest(notebooks: list[Handed], student: Student) -> list[Handed]:
    """Keep, where there are more than anybody writes, the last ones, and say so."""
    if len(notebooks) <= MOST_NOTEBOOKS:
        return notebooks
    student.findings.append(Finding("notebooks_left_out", {"n": len(notebooks) - MOST_NOTEBOOKS}))
    by_age = sorted(notebooks, key=lambda one: (one.entry.moment, natural(one.path)))
    return by_age[-MOST_NOTEBOOKS:]


def _is_lesson(path: str, bases: list[str]) -> bool:
    return any(path.startswith(f"{base}lessons/") for base in bases)


def _shipped(files: list[Handed], bases: list[str]) -> dict[str, set[str]]:
    """Return, by path in the hand-in, the hashes of all that the kit ever shipped under that name."""
    shipped: dict[str, set[str]] = {}
    for one in files:
        found = _MANIFEST.match(one.path)
        if not found or found["base"] not in bases or one.entry.size > _LARGEST_MANIFEST:
            continue
        try:
            with one.entry.open() as file:
                table = json.loads(file.read(_LARGEST_MANIFEST))["shipped"]
            for name, hashes in table.items():
                shipped.setdefault(f"{found['base']}{name}", set()).update(map(str, hashes))
        except (*BROKEN, TypeError, KeyError, AttributeError, RecursionError):
            # Without a manifest every notebook counts as worked on.
            continue
    return shipped


def _is_untouched(one: Handed, shipped: dict[str, set[str]]) -> bool:
    """Tell whether a notebook is as the kit shipped it, here or put beside as ``name.new.ipynb``."""
    path = one.path.replace(".new.ipynb", ".ipynb")
    if path not in shipped:
        return False
    digest = hashlib.sha256()
    try:
        with one.entry.open() as file:
            while block := file.read(1 << 20):
                digest.update(block)
    except BROKEN:
        return False
    return digest.hexdigest() in shipped[path]


def _with_stamp(one: Handed, others: list[Handed]) -> Handed:
    """Give a notebook the time that nbgrader noted beside it."""
    folder = one.path.rpartition("/")[0]
    for other in others:
        if other.path == f"{folder}/{_STAMP}" and other.entry.size < 200:
            try:
                with other.entry.open() as file:
                    stamp = file.read(200).decode("utf-8", "replace").strip()
            except BROKEN:
                return one
            entry = Entry(one.entry.path, stamp.replace(" ", "T", 1), one.entry.size, one.entry.open)
            return Handed(one.path, entry)
    return one
