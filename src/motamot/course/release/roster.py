"""Who gets which variant: the groups or students of a class, and a file name for each."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from motamot._language import message
from motamot.course.grading.submissions_groups import read_members
from motamot.course.variants import create_seed, read_seed, variant_code
from motamot.errors import MotamotError

BY = ("group", "student")


@dataclass(frozen=True)
class Recipient:
    """A group or a student, the name of its bundle, and the code of its variant."""

    name: str
    file: str
    code: str


@dataclass(frozen=True)
class Roster:
    """What was asked about variants.

    Parameters
    ----------
    groups : pathlib.Path, optional
        CSV with the columns *student* and *group*.
    names : tuple of str
        Groups named one by one.
    by : {"group", "student"}
        Who gets a variant of their own.
    seed_file : pathlib.Path, optional
        The private seed.
    new_seed : bool
        Whether to make that file.
    """

    groups: Path | None = None
    names: tuple[str, ...] = ()
    by: str = "group"
    seed_file: Path | None = None
    new_seed: bool = False


def find_recipients(roster: Roster) -> list[Recipient]:
    """Return who gets a bundle, and make the seed if that was asked.

    Parameters
    ----------
    roster : Roster
        What was asked.

    Returns
    -------
    list of Recipient
        By name; the same seed and names give the same codes.

    Raises
    ------
    MotamotError
        As :func:`find_files` does, or if the seed cannot be read or made.
    """
    files = find_files(roster)
    assert roster.seed_file is not None
    if roster.new_seed:
        create_seed(roster.seed_file)
    seed = read_seed(roster.seed_file)
    return [Recipient(name, file, variant_code(seed, name)) for name, file in files.items()]


def find_files(roster: Roster) -> dict[str, str]:
    """Return the name of the bundle of each group or student, and write nothing.

    Parameters
    ----------
    roster : Roster
        What was asked.

    Raises
    ------
    MotamotError
        If there is no seed or nobody to give a variant to, or two names would give one file.
    """
    if roster.by not in BY:
        raise MotamotError(message("release.by_what", asked=roster.by))
    if roster.seed_file is None:
        raise MotamotError(message("release.no_seed"))
    if not roster.new_seed and not roster.seed_file.exists():
        raise MotamotError(message("release.seed_missing", place=roster.seed_file))
    names = _names(roster)
    if not names:
        raise MotamotError(message("release.nobody"))
    files: dict[str, str] = {}
    taken: dict[str, str] = {}
    for name in names:
        files[name] = file_name(name)
        other = taken.setdefault(files[name].casefold(), name)
        if other != name:
            raise MotamotError(message("release.same_file", one=name, other=other, file=files[name]))
    return files


def file_name(name: str) -> str:
    """Return a name as a file name that every system takes.

    Examples
    --------
    >>> file_name("Groupe 1 / été"), file_name("..."), file_name("con")
    ('Groupe_1_été', 'bundle', 'con_')
    """
    text = re.sub(r"[^\w.-]+", "_", unicodedata.normalize("NFC", name)).strip("._-")[:60] or "bundle"
    # Windows keeps these names for devices.
    return f"{text}_" if re.fullmatch(r"(?i)con|prn|aux|nul|com\d|lpt\d", text.partition(".")[0]) else text


def _names(roster: Roster) -> list[str]:
    members = read_members(roster.groups) if roster.groups else []
    if roster.by == "student":
        if not roster.groups:
            raise MotamotError(message("release.no_students"))
        found: Sequence[str] = [student for student, _ in members]
    else:
        found = [*roster.names, *(group for _, group in members)]
    return sorted({unicodedata.normalize("NFC", name).strip() for name in found} - {""})
