"""A folder for what nobody else may read: in memory where the system allows it, and gone with the process."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

# Folders of the system that the judge needs nothing of; one of them is covered, for this process alone.
_PLACES = ("/mnt", "/media", "/srv", "/sys")
_OPTIONS = "size=1g,mode=700"


@contextmanager
def private_folder(needed: Iterable[Path]) -> Iterator[Path]:
    """Give this process a folder of its own, which leaves nothing behind even if the process is killed.

    It lies in memory, in a mount namespace of this process. Where there are none, it is a temporary folder,
    which is cleared away at the end, but not if the process is killed.

    Parameters
    ----------
    needed : iterable of pathlib.Path
        What must stay visible, beside Python and its packages.

    Yields
    ------
    pathlib.Path
        The folder.
    """
    place = _covered([*needed, *map(Path, sys.path), Path(sys.prefix), Path(sys.base_prefix)])
    if place is not None:
        yield place
    else:
        with tempfile.TemporaryDirectory(prefix="motamot-judge-") as name:
            yield Path(name)


def _covered(needed: list[Path]) -> Path | None:
    """Mount memory over a folder of the system that nobody needs, seen by this process only."""
    if sys.platform != "linux":
        return None
    shown = [path.resolve() for path in needed]
    places = [
        place
        for place in map(Path, _PLACES)
        if place.is_dir() and not any(path.is_relative_to(place) for path in shown)
    ]
    try:
        _leave()
        _mount(places[0])
    except (OSError, IndexError):
        return None
    return places[0]


def _leave() -> None:
    """Enter a new mount namespace; those who are not root need a user namespace around it."""
    from motamot.course.grading.sandbox import system

    try:
        system.unshare(system.CLONE_NEWNS)
    except OSError:
        user, group = os.geteuid(), os.getegid()
        system.unshare(system.CLONE_NEWUSER | system.CLONE_NEWNS)
        maps = {"setgroups": "deny", "uid_map": f"{user} {user} 1", "gid_map": f"{group} {group} 1"}
        for name, text in maps.items():
            Path("/proc/self", name).write_text(text, encoding="ascii")


def _mount(place: Path) -> None:
    from motamot.course.grading.sandbox import system

    # Else the rest of the system would see it, too.
    system.mount(None, "/", None, system.MS_REC | system.MS_PRIVATE)
    flags = system.MS_NOSUID | system.MS_NODEV | system.MS_NOEXEC
    system.mount("tmpfs", str(place), "tmpfs", flags, _OPTIONS)
