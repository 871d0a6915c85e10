"""Every file below a folder or in an archive, archives inside archives included, as one flat list."""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import takewhile
from pathlib import Path
from typing import IO

from motamot.course.grading.legible import legible
from motamot.course.grading.submissions_archive import LARGEST_NESTED, NOTHING, Archive
from motamot.course.grading.submissions_findings import Finding, Refused
from motamot.course.grading.submissions_layouts import MOODLE

DEEPEST_NESTING = 2
_IGNORED = ("__MACOSX", ".ipynb_checkpoints", "__pycache__")
_NUMBERS = re.compile(r"(\d+)")
_LAST_SECOND = datetime(9999, 12, 31, tzinfo=UTC).timestamp()
_ARCHIVES = (".rar", ".7z", ".tar", ".gz", ".tgz", ".bz2", ".xz")


@dataclass(frozen=True)
class Entry:
    """A file handed in, not read yet.

    Parameters
    ----------
    path : str
        Where it is, from the top, with slashes; archives inside count as folders.
    moment : str
        When it was last changed, in a form whose alphabetical order is that of time.
    size : int
        Bytes, as the folder or archive claims.
    open : callable
        Opens it for reading bytes.
    """

    path: str
    moment: str
    size: int
    open: Callable[[], IO[bytes]] = field(compare=False)

    @property
    def name(self) -> str:
        """Return the file's own name."""
        return self.path.rpartition("/")[2]


@dataclass(frozen=True, order=True)
class Problem:
    """A file or archive that cannot be looked at: where it is, and why."""

    path: str
    finding: Finding = field(compare=False)


def entries_of(place: Path) -> tuple[list[Entry], list[Problem]]:
    """List the files of a folder, of a zip, or one notebook alone.

    Parameters
    ----------
    place : pathlib.Path
        The folder or file.

    Returns
    -------
    tuple of lists
        Files in order of their paths, and what had to be left out.
    """
    found: list[Entry] = []
    problems: list[Problem] = []
    first = _walk(place, problems) if place.is_dir() else iter([_file(place, place.name)])
    if place.suffix.lower() == ".zip":
        _expand(next(iter(first)), "", found, problems, depth=0)
    else:
        for entry in first:
            _take(entry, found, problems, depth=1)
    return sorted(found, key=lambda one: one.path), sorted(_worth_telling(found, problems))


def _worth_telling(found: list[Entry], problems: list[Problem]) -> Iterator[Problem]:
    """Leave out folders and archives that hold something after all."""
    real = [one.path for one in found] + [one.path for one in problems if one.finding != NOTHING]
    holding = {path[:at] for path in real for at, sign in enumerate(path) if sign == "/"}
    return (one for one in problems if one.finding != NOTHING or one.path not in holding)


def _take(entry: Entry, found: list[Entry], problems: list[Problem], depth: int) -> None:
    low = entry.name.lower()
    if low.endswith(".zip"):
        _expand(entry, f"{entry.path}/", found, problems, depth)
    elif low.endswith(_ARCHIVES):
        problems.append(Problem(entry.path, Finding("other_archive", {"file": entry.name})))
    else:
        found.append(entry)


def _expand(outer: Entry, prefix: str, found: list[Entry], problems: list[Problem], depth: int) -> None:
    """Take the members of an archive; nothing of it is written to disk under a name."""
    if depth > DEEPEST_NESTING:
        problems.append(Problem(outer.path, Finding("nested", {"file": outer.name})))
        return
    try:
        archive = Archive(outer.open, outer.size, nested=depth > 0)
        members, left_out = archive.members()
    except Refused as refused:
        problems.append(Problem(outer.path, refused.finding))
        return
    hollow = {prefix.rstrip("/")}
    for name, finding in left_out:
        path = prefix + normal_path(name)
        if finding != NOTHING:
            problems.append(Problem(path, finding))
        else:
            hollow.add(_before_ignored(path))
    for member in members:
        path = prefix + normal_path(member.path)
        if is_ignored(path):
            hollow.add(_before_ignored(path))
            continue
        entry = Entry(path, member.moment, member.size, member.open)
        if entry.name.lower().endswith(".zip") and entry.size > LARGEST_NESTED:
            problems.append(
                Problem(path, Finding("too_large", {"file": entry.name, "limit": LARGEST_NESTED >> 20}))
            )
        else:
            _take(entry, found, problems, depth + 1)
    problems.extend(Problem(path, NOTHING) for path in hollow - {""})


def _before_ignored(path: str) -> str:
    """Return a folder's path, or as much of it as is not ignored."""
    parts = path.split("/")
    return "/".join(takewhile(lambda part: not is_ignored(part), parts))


def _walk(top: Path, problems: list[Problem]) -> Iterator[Entry]:
    """Yield the files below a folder; links are told, not followed."""

    def tell(error: OSError) -> None:
        path = Path(error.filename)
        if path == top:
            raise error
        shown = normal_path(path.relative_to(top).as_posix())
        problems.append(Problem(shown, Finding("unreadable", {"file": path.name})))

    for folder, folders, files in os.walk(top, onerror=tell):
        inner = Path(folder).relative_to(top)
        wanted = {name: Path(folder) / name for name in sorted([*folders, *files]) if not is_ignored(name)}
        objections = {name: _objection(path, name in folders) for name, path in wanted.items()}
        for name, code in objections.items():
            if code:
                shown = normal_path((inner / name).as_posix())
                problems.append(Problem(shown, Finding(code, {"file": name})))
        folders[:] = [name for name in wanted if name in folders and objections[name] != "link"]
        if folder != str(top) and not folders and not set(files) & set(wanted):
            problems.append(Problem(normal_path(inner.as_posix()), NOTHING))
        for name in wanted:
            if name not in folders and not objections[name]:
                shown = normal_path((inner / name).as_posix())
                try:
                    yield _file(wanted[name], shown)
                except OSError:
                    problems.append(Problem(shown, Finding("unreadable", {"file": name})))


def _objection(path: Path, is_folder: bool) -> str:
    """Return why a path is not read; links are not followed, and a pipe that nobody writes to never ends."""
    try:
        mode = path.lstat().st_mode
    except OSError:
        return "unreadable"
    if stat.S_ISLNK(mode):
        return "link"
    return "" if is_folder or stat.S_ISREG(mode) else "not_a_file"


def _file(path: Path, shown: str) -> Entry:
    status = path.stat()
    # Some file systems keep times beyond all calendars.
    seconds = min(max(status.st_mtime, 0), _LAST_SECOND)
    moment = datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")
    return Entry(shown, moment, status.st_size, lambda: path.open("rb"))


def normal_path(path: str) -> str:
    r"""Return a path with composed letters (a Mac writes é as two signs) and nothing unprintable.

    Examples
    --------
    >>> normal_path("Zoe\u0301/mots (1).ipynb")
    'Zoé/mots (1).ipynb'
    """
    text = "/".join(_letters(part.encode("utf-8", "surrogateescape")) for part in path.split("/"))
    return legible(unicodedata.normalize("NFC", text), "\ufffd")


def _letters(name: bytes) -> str:
    """Read a name in an old encoding so that two names, as of two students, stay two."""
    for encoding in ("utf-8", "cp1252"):
        try:
            return name.decode(encoding)
        except UnicodeDecodeError:
            continue
    return name.decode("cp850")


def is_ignored(path: str) -> bool:
    """Tell files that systems and editors leave about; a person may be called anything."""
    parts = [part for part in path.split("/") if not MOODLE.match(part)]
    return any(
        part in _IGNORED or part.startswith(("._", "~$")) or (part.startswith(".") and part != ".motamot")
        for part in parts
    )


def natural(path: str) -> list[tuple[int, str]]:
    """Order names as people do: *mots*, *mots (2)*, *mots (10)*.

    Examples
    --------
    >>> sorted(["mots (10).ipynb", "mots (2).ipynb", "mots.ipynb"], key=natural)
    ['mots.ipynb', 'mots (2).ipynb', 'mots (10).ipynb']
    """
    stem = path.removesuffix(".ipynb")
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in _NUMBERS.split(stem)]
