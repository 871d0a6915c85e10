"""What there is to grade of one student: which file counts for each unit, and the key of its result."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from motamot.course.grading.salvage import Salvaged, salvage
from motamot.course.grading.store import Row
from motamot.course.grading.store_seed import Seed
from motamot.course.grading.submissions import Handed, Student
from motamot.course.grading.submissions_archive import BROKEN
from motamot.course.grading.submissions_entries import natural
from motamot.course.grading.submissions_findings import Finding, Refused
from motamot.course.grading.submissions_groups import group_of
from motamot.course.grading.submissions_unit import Units
from motamot.course.variants import variant_code

LARGEST_FILE = 1 << 20
LARGEST_FILES = 8 << 20
MOST_FILES = 40


@dataclass(frozen=True)
class Rules:
    """What marks depend on beside the submissions.

    Parameters
    ----------
    units : Units
        The units and their questions.
    content : mapping of str to str
        A hash of the questions of each unit.
    seed : Seed
        The private seed.
    groups : mapping of str to str
        The group of each student.
    variants : str
        *group*, *student*, or empty if the class has no variants.
    sandboxed : bool
        Whether marks from outside the sandbox do not count.
    """

    units: Units
    content: Mapping[str, str]
    seed: Seed
    groups: Mapping[str, str] = field(default_factory=dict)
    variants: str = ""
    sandboxed: bool = False


@dataclass(frozen=True)
class Task:
    """A notebook to be graded."""

    row: Row
    cells: tuple[str, ...]
    variant: str | None
    files: Mapping[str, bytes]


@dataclass(frozen=True)
class _Attempt:
    """A file as it was read: its unit and code, or why there is none."""

    handed: Handed
    unit: str
    notebook: Salvaged | None
    findings: tuple[Finding, ...]
    attempted: bool = False

    @property
    def order(self) -> tuple[bool, bool, str, list[tuple[int, str]]]:
        """Return what attempts are put in order by: the last one counts."""
        return (
            self.notebook is not None,
            self.attempted,
            self.handed.entry.moment,
            natural(self.handed.path),
        )


def plan_student(
    student: Student, rules: Rules, advance: Callable[[int], None] = lambda files: None
) -> tuple[list[Row], list[Task]]:
    """Read what a student handed in and decide what counts.

    Parameters
    ----------
    student : Student
        The student.
    rules : Rules
        What marks depend on.
    advance : callable
        Told how many files need no grading.

    Returns
    -------
    tuple of lists
        A row for each unit and for each file whose unit is unknown; and the notebooks to be graded.
    """
    group = group_of(student.owner, rules.groups)
    by_unit: dict[str, list[_Attempt]] = {}
    lost: list[_Attempt] = []
    for handed in student.notebooks:
        attempt = _read(handed, rules.units)
        if attempt.unit:
            by_unit.setdefault(attempt.unit, []).append(attempt)
        else:
            lost.append(attempt)
    rows = [Row(student.owner, "", one.handed.path, "", one.findings, "", group) for one in lost]
    if student.findings:
        rows.append(Row(student.owner, "", "", "", tuple(student.findings), "", group))
    tasks = []
    for unit in sorted(by_unit):
        attempts = sorted(by_unit[unit], key=lambda one: one.order)
        chosen = attempts[-1]
        findings = (*_on_attempts(attempts), *chosen.findings)
        row = Row(student.owner, unit, chosen.handed.path, "", findings, "", group)
        if chosen.notebook is not None:
            task = _task(row, chosen, student, rules)
            row = task.row
            tasks.append(task)
        rows.append(row)
    advance(len(student.notebooks) - len(tasks))
    return rows, tasks


def _read(handed: Handed, units: Units) -> _Attempt:
    try:
        with handed.entry.open() as file:
            notebook = salvage(file, handed.entry.name[:80])
    except Refused as refused:
        return _Attempt(handed, units.by_name(handed.path), None, (refused.finding,))
    except BROKEN:
        finding = Finding("unreadable", {"file": handed.entry.name[:80]})
        return _Attempt(handed, units.by_name(handed.path), None, (finding,))
    try:
        unit, findings = units.recognize(handed.path, notebook)
    except Refused as refused:
        unit = str(refused.finding.values.get("unit", ""))
        return _Attempt(handed, unit, None, (*notebook.findings, refused.finding))
    attempted = units.attempts(unit, notebook) > 0
    return _Attempt(handed, unit, notebook, (*notebook.findings, *findings), attempted)


def _on_attempts(attempts: Sequence[_Attempt]) -> list[Finding]:
    """Say which of several files counts, and why."""
    if len(attempts) == 1:
        return []
    chosen = attempts[-1]
    latest = max(attempts, key=lambda one: (one.handed.entry.moment, natural(one.handed.path)))
    values = {"n": len(attempts), "file": chosen.handed.path, "latest": latest.handed.path}
    if latest is chosen:
        return [Finding("attempts", values)]
    return [Finding("attempts_unreadable" if latest.notebook is None else "attempts_blank", values)]


def _task(row: Row, chosen: _Attempt, student: Student, rules: Rules) -> Task:
    notebook = chosen.notebook
    assert notebook is not None
    variant, found = expected_variant(row, notebook, rules)
    files, further = _files_for(chosen.handed, student.files)
    blank = [] if chosen.attempted else [Finding("blank")]
    findings = (*row.findings, *blank, *found, *further)
    facts = [
        row.owner.key,
        row.unit,
        notebook.cells,
        sorted((name, hashlib.sha256(content).hexdigest()) for name, content in files.items()),
        rules.content[row.unit],
        rules.seed.fingerprint,
        variant,
    ]
    key = hashlib.sha256(json.dumps(facts, ensure_ascii=False).encode("utf-8", "replace")).hexdigest()
    row = replace(row, key=key, findings=findings, language=notebook.language)
    return Task(row, notebook.cells, variant, files)


def expected_variant(row: Row, notebook: Salvaged, rules: Rules) -> tuple[str | None, list[Finding]]:
    """Return the variant code that a notebook should hold, and what is to be said about it."""
    if not rules.variants:
        found = notebook.variant
        return None, [Finding("variant_unchecked", {"code": found})] if found else []
    if rules.variants == "group":
        if not row.group:
            return None, [Finding("no_group", {"student": row.owner.name})]
        return variant_code(rules.seed.value, row.group), []
    # The release knows a student by the folder's name, which may be with or without Moodle's number.
    names = [name for name in (row.owner.name, row.owner.key, row.owner.number) if name]
    codes = [variant_code(rules.seed.value, name) for name in names]
    return (notebook.variant if notebook.variant in codes else codes[0]), []


def _files_for(notebook: Handed, files: Iterable[Handed]) -> tuple[dict[str, bytes], list[Finding]]:
    """Read the files beside a notebook and below, as far as they are few and small."""
    folder = notebook.path.rpartition("/")[0]
    prefix = f"{folder}/" if folder else ""
    taken: dict[str, bytes] = {}
    left_out = 0
    room = LARGEST_FILES
    for one in files:
        if not one.path.startswith(prefix):
            continue
        if one.entry.size > min(LARGEST_FILE, room) or len(taken) >= MOST_FILES:
            left_out += 1
            continue
        try:
            with one.entry.open() as file:
                content = file.read(LARGEST_FILE + 1)
        except BROKEN:
            left_out += 1
            continue
        taken[one.path.removeprefix(prefix)] = content
        room -= len(content)
    return taken, [Finding("files_left_out", {"n": left_out})] if left_out else []
