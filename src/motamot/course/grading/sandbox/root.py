"""The small read-only file system that a runner sees."""

from __future__ import annotations

import contextlib
import os
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from .system import (
    MS_BIND,
    MS_NODEV,
    MS_NOEXEC,
    MS_NOSUID,
    MS_PRIVATE,
    MS_RDONLY,
    MS_REC,
    MS_REMOUNT,
    enter_root,
    mount,
    restrict,
)

SCRATCH = Path("/scratch")
_BASES = tuple(map(Path, ("/sys", "/mnt", "/media", "/srv", "/tmp")))
_DEVICES = tuple(Path("/dev") / name for name in ("null", "zero", "urandom", "random"))
_LINKS = tuple(map(Path, ("/lib", "/lib64", "/usr/lib64")))
# Folders of the package that hold course code, or questions that a wheel ships.
_HIDDEN = ("course", "_share")
_TMPFS = MS_NOSUID | MS_NODEV
_READ_ONLY = MS_RDONLY | MS_NOSUID | MS_NODEV


@dataclass(frozen=True)
class Plan:
    """What the root is made of.

    Attributes
    ----------
    base : pathlib.Path
        The folder it is put together in, hidden from nobody but the run.
    binds : tuple of pathlib.Path
        Folders that are shown, read-only, where they are: those of Python, and the learner's library.
    hidden : tuple of pathlib.Path
        Folders below them that are covered, so that they look empty, under every name that leads there.
    data : pathlib.Path
        The kit's texts, which may lie in a hidden folder and are shown all the same.
    links : tuple of pairs of pathlib.Path
        Links at the top, such as ``/lib`` to ``usr/lib``.
    """

    base: Path
    binds: tuple[Path, ...]
    hidden: tuple[Path, ...]
    data: Path
    links: tuple[tuple[Path, Path], ...]


def make_plan() -> Plan:
    """Find what this interpreter and the kit need, once everything a notebook imports is loaded."""
    import motamot
    from motamot._paths import share

    package, data = Path(motamot.__file__).resolve().parent, share("data")
    links = tuple((link, link.readlink()) for link in _LINKS if link.is_symlink())
    binds = tuple(_without_nested([*_python_folders(), package]))
    hidden = tuple(
        folder for one in _seen_as(package, binds) for name in _HIDDEN if (folder := one / name).is_dir()
    )
    shown = (*binds, data)
    bases = (base for base in _BASES if base.is_dir() and not any(one.is_relative_to(base) for one in shown))
    return Plan(next(bases), binds, hidden, data, links)


def build_root(plan: Plan, scratch_bytes: int, owner: int) -> None:
    """Make the root in a new mount namespace and enter it; the current folder is then the scratch.

    Parameters
    ----------
    plan : Plan
        What to show.
    scratch_bytes : int
        How much the scratch holds.
    owner : int
        User and group that own the scratch, as this user namespace numbers them.
    """
    mount(None, "/", None, MS_REC | MS_PRIVATE)
    base = plan.base
    mount("tmpfs", str(base), "tmpfs", _TMPFS, "size=1m,nr_inodes=4096,mode=755")
    for path in plan.binds:
        _show(base, path)
    covers = [str(_below(base, path)) for path in plan.hidden]
    for cover in covers:
        mount("tmpfs", cover, "tmpfs", _TMPFS, "size=64k,nr_inodes=16,mode=755")
    _show(base, plan.data)
    for cover in covers:
        restrict(cover, MS_RDONLY)
    for path in _DEVICES:
        _show(base, path, MS_RDONLY | MS_NOSUID | MS_NOEXEC)
    for link, target in plan.links:
        place = _below(base, link)
        if not os.path.lexists(place):
            place.parent.mkdir(parents=True, exist_ok=True)
            place.symlink_to(target)
    scratch = _below(base, SCRATCH)
    scratch.mkdir()
    if not os.path.lexists(base / "tmp"):
        # It exists where Python itself lies below /tmp.
        (base / "tmp").symlink_to(SCRATCH / "tmp")
    options = f"size={scratch_bytes},nr_inodes=4096,mode=700,uid={owner},gid={owner}"
    mount("tmpfs", str(scratch), "tmpfs", _TMPFS | MS_NOEXEC, options)
    mount(None, str(base), None, MS_REMOUNT | MS_BIND | _READ_ONLY | MS_NOEXEC)
    enter_root(str(base))
    os.chdir(SCRATCH)


def _below(base: Path, path: Path) -> Path:
    return base / path.relative_to("/")


def _show(base: Path, path: Path, flags: int = _READ_ONLY) -> None:
    """Bind a file or folder to the same place below the new root."""
    target = _below(base, path)
    if path.is_dir():
        target.mkdir(parents=True, exist_ok=True)
    else:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.touch()
    mount(str(path), str(target), None, MS_BIND | MS_REC)
    restrict(str(target), flags)


def _python_folders() -> Iterator[str]:
    """Yield the folders of the standard library, of installed packages, and of the libraries in use."""
    for name in ("stdlib", "platstdlib", "purelib", "platlib"):
        yield sysconfig.get_path(name)
    yield from (path for path in sys.path if "site-packages" in path or "dist-packages" in path)
    with contextlib.suppress(OSError), Path("/proc/self/maps").open(encoding="utf-8") as maps:
        for line in maps:
            path = Path(line.split(None, 5)[-1].strip())
            if path.is_absolute() and ".so" in path.name:
                yield str(path.parent)


def _seen_as(folder: Path, binds: Iterable[Path]) -> Iterator[Path]:
    """Yield each path below the binds that leads to a folder: where lib64 is a link to lib there are two."""
    for bind in binds:
        real = bind.resolve()
        if folder.is_relative_to(real):
            yield bind / folder.relative_to(real)


def _without_nested(folders: Iterable[str | Path]) -> list[Path]:
    """Keep each existing folder once, and none that lies in another."""
    kept: list[Path] = []
    for folder in sorted({Path(path).absolute() for path in folders}):
        if folder.is_dir() and not any(folder.is_relative_to(above) for above in kept):
            kept.append(folder)
    return kept
