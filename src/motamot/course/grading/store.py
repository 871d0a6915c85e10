"""What is known of a class so far, in one SQLite file: killed at any moment, it loses and repeats nothing."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType

from motamot._language import message
from motamot.course.grading.results import Graded
from motamot.course.grading.submissions_findings import Finding
from motamot.course.grading.submissions_groups import plain_name
from motamot.course.grading.submissions_layouts import Owner
from motamot.errors import MotamotError

FILE = "grading.sqlite"
_SCHEMA = """
CREATE TABLE IF NOT EXISTS about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS submissions (
    student TEXT NOT NULL, unit TEXT NOT NULL, slot TEXT NOT NULL, source TEXT NOT NULL,
    key TEXT NOT NULL, facts TEXT NOT NULL, PRIMARY KEY (student, unit, slot)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS results (
    key TEXT PRIMARY KEY, student TEXT NOT NULL, unit TEXT NOT NULL, status TEXT NOT NULL,
    graded TEXT NOT NULL
) WITHOUT ROWID;
"""
_VERSION = "1"
# To be graded again: the fault was the grader's.
_UNSETTLED = "failed"


@dataclass(frozen=True)
class Row:
    """One unit of one student: which file counts, and how it was read.

    Parameters
    ----------
    owner : Owner
        The student.
    unit : str
        Empty if it could not be told.
    file : str
        The path inside the hand-in.
    key : str
        Of its result: a hash of the student, the unit, the code and all that the marks depend on; empty if
        the file was refused.
    findings : tuple of Finding
        What was noticed on reading.
    language : str
        The language the notebook asks for.
    group : str
        The student's group.
    """

    owner: Owner
    unit: str
    file: str = ""
    key: str = ""
    findings: tuple[Finding, ...] = ()
    language: str = ""
    group: str = ""

    @property
    def slot(self) -> str:
        """Return what tells rows of one student apart whose unit is unknown."""
        return "" if self.unit else self.file

    def facts(self) -> str:
        """Return all but the row's place as JSON."""
        values = {
            "name": self.owner.name,
            "number": self.owner.number,
            "file": self.file,
            "findings": [finding.to_json() for finding in self.findings],
            "language": self.language,
            "group": self.group,
        }
        return json.dumps(values, ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_store(cls, student: str, unit: str, key: str, facts: str) -> Row:
        """Return the row that was stored."""
        values = json.loads(facts)
        findings = tuple(Finding.from_json(one) for one in values["findings"])
        owner = Owner(student, values["name"], values["number"])
        return cls(owner, unit, values["file"], key, findings, values["language"], values["group"])


@dataclass
class Store:
    """The store of a folder of results; a context manager. One run at a time has it.

    Parameters
    ----------
    folder : pathlib.Path
        The folder of results; made if it does not exist.

    Raises
    ------
    MotamotError
        If the folder holds other things, cannot be written, or another run is at work in it.
    """

    folder: Path
    _base: sqlite3.Connection = field(init=False, repr=False)

    def __post_init__(self) -> None:
        _claim(self.folder)
        path = self.folder / FILE
        try:
            # The seed of hidden texts may lie in it: for the instructor's eyes only.
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
            self._base = sqlite3.connect(path, timeout=2, isolation_level=None, check_same_thread=False)
            # Holding the file locked as long as the connection lasts keeps a second run out; a killed process
            # lets go of it.
            self._base.execute("PRAGMA locking_mode=EXCLUSIVE")
            self._base.execute("PRAGMA journal_mode=WAL")
            self._base.execute("PRAGMA synchronous=NORMAL")
            self._base.executescript(_SCHEMA)
            self._base.create_function("plain", 1, plain_name, deterministic=True)
            version = self.about("version") or _VERSION
            self.note("version", _VERSION)
        except sqlite3.OperationalError as error:
            key = "grade.busy" if "locked" in str(error) else "grade.cannot_write"
            raise MotamotError(message(key, place=path, reason=error)) from error
        except sqlite3.DatabaseError as error:
            raise MotamotError(message("grade.bad_store", place=path)) from error
        except OSError as error:
            raise MotamotError(message("grade.cannot_write", place=path, reason=error.strerror)) from error
        if version != _VERSION:
            raise MotamotError(message("grade.other_version", place=path))

    def __enter__(self) -> Store:
        """Return the store."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file; a disk that is full or gone is told in a sentence."""
        self._base.close()
        if isinstance(error, sqlite3.DatabaseError):
            place = self.folder / FILE
            key = "cannot_write" if isinstance(error, sqlite3.OperationalError) else "bad_store"
            raise MotamotError(message(f"grade.{key}", place=place, reason=error)) from error

    def about(self, name: str) -> str:
        """Return what was noted under a name, empty if nothing was."""
        found = self._base.execute("SELECT value FROM about WHERE name = ?", (name,)).fetchone()
        return str(found[0]) if found else ""

    def note(self, name: str, value: str) -> None:
        """Note something about the whole folder."""
        self._base.execute("INSERT OR REPLACE INTO about VALUES (?, ?)", (name, value))

    def put_student(self, source: str, owner: Owner, rows: Sequence[Row]) -> None:
        """Put the rows of one student in place of those of the same source, all or none."""
        with self._whole():
            self._base.execute(
                "DELETE FROM submissions WHERE student = ? AND source = ?", (owner.key, source)
            )
            self._base.executemany(
                "INSERT OR REPLACE INTO submissions VALUES (?, ?, ?, ?, ?, ?)",
                [(owner.key, row.unit, row.slot, source, row.key, row.facts()) for row in rows],
            )

    def forget_others(self, source: str, students: Sequence[str]) -> None:
        """Drop the rows of students who are no longer in a source."""
        stored = self._base.execute("SELECT DISTINCT student FROM submissions WHERE source = ?", (source,))
        gone = {str(student) for (student,) in stored} - set(students)
        with self._whole():
            self._base.executemany(
                "DELETE FROM submissions WHERE source = ? AND student = ?",
                [(source, student) for student in sorted(gone)],
            )

    def has_result(self, key: str, *, sandboxed: bool = False) -> bool:
        """Tell whether a result is known that need not be found again.

        Parameters
        ----------
        key : str
            Of the result.
        sandboxed : bool
            Whether only a result from within the sandbox will do.
        """
        found = self._base.execute("SELECT status, graded FROM results WHERE key = ?", (key,)).fetchone()
        if not found or found[0] == _UNSETTLED:
            return False
        return not sandboxed or bool(json.loads(found[1])["sandboxed"])

    def put_result(self, row: Row, graded: Graded) -> None:
        """Keep a result; from here on it survives whatever happens."""
        values = json.dumps({**graded.to_json(), "seconds": 0.0}, ensure_ascii=False, sort_keys=True)
        entry = (row.key, row.owner.key, row.unit, graded.status, values)
        self._base.execute("INSERT OR REPLACE INTO results VALUES (?, ?, ?, ?, ?)", entry)

    def forget_results(self, units: Sequence[str], student: str = "") -> int:
        """Drop the results of some units, of one student if one is named; return how many."""
        with self._whole():
            dropped = 0
            for unit in units:
                done = self._base.execute(
                    "DELETE FROM results WHERE unit = ? AND ? IN ('', student)", (unit, student)
                )
                dropped += done.rowcount
        return dropped

    def units(self) -> list[str]:
        """Return the units that anybody handed in."""
        found = self._base.execute("SELECT DISTINCT unit FROM submissions WHERE unit != '' ORDER BY unit")
        return [str(unit) for (unit,) in found]

    def rows(self) -> Iterator[tuple[Row, Graded | None]]:
        """Yield every row with its result, by student, Aïcha beside Alice, and by unit."""
        found = self._base.execute(
            "SELECT s.student, s.unit, s.key, s.facts, r.graded FROM submissions AS s "
            "LEFT JOIN results AS r ON r.key = s.key AND s.key != '' "
            "ORDER BY plain(s.student), s.student, s.unit, s.slot"
        )
        for student, unit, key, facts, graded in found:
            row = Row.from_store(student, unit, key, facts)
            yield row, Graded.from_json(json.loads(graded)) if graded else None

    @contextmanager
    def _whole(self) -> Iterator[None]:
        self._base.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._base.execute("ROLLBACK")
            raise
        self._base.execute("COMMIT")


def _claim(folder: Path) -> None:
    """Make the folder, or say why results cannot go there."""
    try:
        if folder.exists() and not folder.is_dir():
            raise MotamotError(message("grade.out_is_file", place=folder))
        if folder.is_dir() and not (folder / FILE).is_file() and any(folder.iterdir()):
            raise MotamotError(message("grade.out_not_ours", place=folder))
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise MotamotError(message("grade.cannot_write", place=folder, reason=reason)) from error
