"""The folders of units: found by the judge, which loads no question."""

from __future__ import annotations

from pathlib import Path

from motamot._language import message
from motamot._paths import repository
from motamot.errors import MotamotError


def find_unit(root: Path, unit: str) -> Path:
    """Return the folder of a unit, given its name or its number.

    Raises
    ------
    MotamotError
        If there is none with a practice.py.
    """
    units = [path.parent for path in sorted(root.glob("*/practice.py"))]
    for folder in units:
        if unit in (folder.name, folder.name.partition("_")[0]):
            return folder
    known = ", ".join(folder.name for folder in units) or "-"
    raise MotamotError(f"There is no unit {unit!r} with questions in {root.name}/; there are {known}.")


def find_questions(root: Path | None) -> Path:
    """Return the folder that holds the units: the one given, or lessons/ of the repository.

    Raises
    ------
    MotamotError
        If it holds no practice.py.
    """
    home = repository()
    folder = root or (home / "lessons" if home else None)
    if folder is None:
        raise MotamotError(message("grade.questions_where"))
    if not any(folder.glob("*/practice.py")):
        raise MotamotError(message("grade.questions_none", place=folder))
    return folder.resolve()
