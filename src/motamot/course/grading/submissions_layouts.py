"""The four ways in which a class's files arrive, told apart by their paths alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

MOODLE = re.compile(
    r"(?P<name>[^/]+?)_(?P<number>\d+)_assignsubmission_(?P<plugin>file|onlinetext)(?:_(?P<rest>[^/]*))?$"
)
_MARK = ".motamot"
_STAMP = "timestamp.txt"
_SUBMITTED = "submitted"


@dataclass(frozen=True)
class Owner:
    """Whose file it is.

    Parameters
    ----------
    key : str
        Unique in a class: the folder's name, for Moodle the name with Moodle's number.
    name : str
        For people.
    number : str
        Moodle's number of the submission, else empty.
    """

    key: str
    name: str
    number: str = ""


@dataclass(frozen=True)
class Layout:
    """How a collection is laid out, how many of its topmost folders say nothing, and what units there are."""

    kind: str
    skip: int = 0
    units: tuple[str, ...] = field(default=(), repr=False)

    def holds(self, path: str) -> bool:
        """Tell whether a path was handed in: an nbgrader course has other folders beside ``submitted/``."""
        return self.kind != "nbgrader" or self.skip < 1 or path.split("/")[self.skip - 1] == _SUBMITTED

    def place(self, path: str, top_name: str) -> tuple[Owner, str]:
        """Return whose a path is, and the path inside what that person handed in."""
        parts = path.split("/")
        # A file may lie beside the topmost folder.
        parts = parts[self.skip :] if len(parts) > self.skip else parts[-1:]
        first, rest = parts[0], "/".join(parts[1:])
        if self.kind == "moodle" and (found := MOODLE.match(first)):
            name, number = found["name"].strip(), found["number"]
            inner = "/".join(part for part in (found["rest"], rest) if part)
            return Owner(f"{name}_{number}", name, number), inner
        if self.kind == "folders" and self.skip < 0:
            return Owner(top_name, top_name), path
        if not rest:
            # A file beside the students' folders belongs to whom its name says.
            return _owner_in_name(first, self.units), first
        # An archive is a student's whole folder, or a file of theirs.
        if first.lower().endswith(".zip"):
            return _owner_in_name(first, self.units), rest
        return Owner(first, first), rest


def layout_of(paths: Sequence[str], units: Sequence[str] = ()) -> Layout:
    """Tell how a collection is laid out.

    Parameters
    ----------
    paths : list of str
        Every path of the collection, with slashes.
    units : list of str
        The units there are.

    Returns
    -------
    Layout
        *moodle*: a bulk download; *nbgrader*: its ``submitted/`` folder; *folders*: whole learner's folders;
        *students*: a folder for each student; *files*: notebooks side by side.

    Examples
    --------
    >>> layout_of(["Zoé Petit_12_assignsubmission_file_/mots.ipynb"]).kind
    'moodle'
    >>> layout_of(["submitted/zoe/01_cleaning/01_cleaning.ipynb"])
    Layout(kind='nbgrader', skip=1)
    >>> layout_of(["zoe/01_cleaning.ipynb", "max/01_cleaning.ipynb"]).kind
    'students'
    """
    return Layout(*_kind_and_skip([path.split("/") for path in paths], units), tuple(units))


def _kind_and_skip(split: Sequence[Sequence[str]], units: Sequence[str]) -> tuple[str, int]:
    for skip in (0, 1):
        if _is_common(split, skip, lambda parts, at: bool(MOODLE.match(parts[at]))):
            return "moodle", skip
    for at in (0, 1):
        if _is_common(split, at, lambda parts, at: parts[at] == _SUBMITTED and len(parts) >= at + 4):
            return "nbgrader", at + 1
    if any(len(parts) == 3 and parts[-1] == _STAMP for parts in split):
        return "nbgrader", 0
    if any(parts[0] in (_MARK, "exercises") for parts in split):
        return "folders", -1
    skip = _wrapper(split, units)
    if any(_MARK in parts or "exercises" in parts for parts in split):
        return "folders", skip
    if all(len(parts) == skip + 1 for parts in split):
        return "files", skip
    return "students", skip


def _is_common(split: Sequence[Sequence[str]], at: int, fits: Callable[[Sequence[str], int], bool]) -> bool:
    """Tell whether paths fit at some depth: at the top one will do, below it most topmost folders have one.

    What lies in the folder of one student must not change whose the others' files are.
    """
    fitting = {parts[0] for parts in split if len(parts) > at and fits(parts, at)}
    tops = {parts[0] for parts in split if len(parts) > 1}
    return bool(fitting) if at == 0 else 2 * len(fitting) > len(tops)


def _wrapper(split: Sequence[Sequence[str]], units: Sequence[str]) -> int:
    """Return 1 if one folder holds the whole class, as an unpacked archive has it, not one student's work.

    In doubt it is the class: taken for one student, all but one would be lost.
    """
    notebooks = [parts for parts in split if parts[-1].lower().endswith(".ipynb")]
    tops = {parts[0] for parts in split if len(parts) > 1}
    if len(tops) != 1 or any(len(parts) == 1 for parts in notebooks):
        return 0
    # What lies beside folders may be a list of the class, or the work of one student whose folders hold else.
    are_alone = all(len(parts) != 2 for parts in split)
    folders = {parts[1] for parts in (split if are_alone else notebooks) if len(parts) > 2}
    beside = [parts[1] for parts in notebooks if len(parts) == 2]
    if folders & {"exercises", "lessons", "data", "texts", _MARK}:
        return 0
    if folders:
        return int(len(folders) > max(1, len(beside)))
    return int(bool(units) and len(beside) > 1 and all(_left_of(name, units) for name in beside))


def _owner_in_name(name: str, units: Sequence[str]) -> Owner:
    """Return the student that a lone notebook's name tells, the unit left out but no other number.

    Examples
    --------
    >>> _owner_in_name("Zoé Petit_01_cleaning.ipynb", ["01_cleaning"]).name
    'Zoé Petit'
    >>> _owner_in_name("Petit_20261101_devoir.ipynb", ["01_cleaning"]).name
    'Petit_20261101_devoir'
    """
    student = _left_of(name, units) or name.rpartition(".")[0] or name
    return Owner(student, student)


def _left_of(name: str, units: Sequence[str]) -> str:
    """Return a file's name without its ending and the name of a unit."""
    student = name.rpartition(".")[0] or name
    for unit in units:
        written = re.escape(unit).replace("_", "[ _-]+")
        student = re.sub(rf"[ _-]*(?<!\d){written}.*$", "", student, flags=re.IGNORECASE).strip(" _-")
    return student
