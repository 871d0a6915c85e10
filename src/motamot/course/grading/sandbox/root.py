"""The small read-only file system that a runner sees."""

from __future__ import annotations

import contextlib
import os
import sys
import sysconfig
from collections.abc import Iterator
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

SCRATCH = "/scratch"
_BASES = ("/sys", "/mnt", "/media", "/srv", "/tmp")
_DEVICES = ("null", "zero", "urandom", "random")
_LINKS = ("/lib", "/lib64", "/usr/lib64")
_READ_ONLY = MS_REMOUNT | MS_BIND | MS_RDONLY | MS_NOSUID | MS_NODEV | MS_NOEXEC
_NEVER = {"course", "_share", "__pycache__"}


@dataclass(frozen=True)
class Plan:
    """What the root is made of.

    Attributes
    ----------
    base : str
        The folder it is put together in, hidden from nobody but the run.
    binds : tuple of str
        Files and folders that are shown, read-only, where they are.
    covered : str
        The folder of the package motamot, of which only the entries in `runtime` are shown.
    runtime : tuple of str
        Entries of that folder and the data it reads: neither course code nor questions.
    links : tuple of pairs of str
        Links at the top, such as ``("/lib", "usr/lib")``.
    """

    base: str
    binds: tuple[str, ...]
    covered: str
    runtime: tuple[str, ...]
    links: tuple[tuple[str, str], ...]


def make_plan() -> Plan:
    """Find what this interpreter and the kit need, once everything a notebook imports is loaded."""
    import motamot
    from motamot._paths import share

    package = Path(motamot.__file__).resolve().parent
    runtime = [str(path) for path in sorted(package.iterdir()) if path.name not in _NEVER]
    runtime.append(str(share("data")))
    links = tuple((name, os.readlink(name)) for name in _LINKS if os.path.islink(name))
    binds = tuple(_without_nested(_python_folders()))
    shown = (*binds, *runtime)
    base = next(
        base
        for base in _BASES
        if os.path.isdir(base) and not any(f"{path}/".startswith(f"{base}/") for path in shown)
    )
    return Plan(base, binds, str(package), tuple(runtime), links)


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
    base, covered = plan.base, plan.base + plan.covered
    mount("tmpfs", base, "tmpfs", MS_NOSUID | MS_NODEV, "size=1m,nr_inodes=4096,mode=755")
    for path in plan.binds:
        _show(base, path)
    os.makedirs(covered, exist_ok=True)
    mount("tmpfs", covered, "tmpfs", MS_NOSUID | MS_NODEV, "size=64k,nr_inodes=512,mode=755")
    for path in plan.runtime:
        _show(base, path)
    restrict(covered, MS_RDONLY)
    for name in _DEVICES:
        _show(base, f"/dev/{name}", MS_RDONLY | MS_NOSUID | MS_NOEXEC)
    for link, target in plan.links:
        if not os.path.lexists(base + link):
            os.makedirs(os.path.dirname(base + link), exist_ok=True)
            os.symlink(target, base + link)
    os.mkdir(base + SCRATCH)
    os.symlink(f"{SCRATCH[1:]}/tmp", f"{base}/tmp")
    options = f"size={scratch_bytes},nr_inodes=4096,mode=700,uid={owner},gid={owner}"
    mount("tmpfs", base + SCRATCH, "tmpfs", MS_NOSUID | MS_NODEV | MS_NOEXEC, options)
    mount(None, base, None, _READ_ONLY)
    enter_root(base)
    os.chdir(SCRATCH)


def _show(base: str, path: str, flags: int = MS_RDONLY | MS_NOSUID | MS_NODEV) -> None:
    """Bind a file or folder to the same place below the new root."""
    target = base + path
    if os.path.isdir(path):
        os.makedirs(target, exist_ok=True)
    else:
        os.makedirs(os.path.dirname(target), exist_ok=True)
        os.close(os.open(target, os.O_CREAT | os.O_WRONLY, 0o644))
    mount(path, target, None, MS_BIND | MS_REC)
    restrict(target, flags)


def _python_folders() -> Iterator[str]:
    """Yield the folders of the standard library, of installed packages, and of the libraries in use."""
    for name in ("stdlib", "platstdlib", "purelib", "platlib"):
        yield sysconfig.get_path(name)
    yield from (path for path in sys.path if "site-packages" in path or "dist-packages" in path)
    with contextlib.suppress(OSError), Path("/proc/self/maps").open(encoding="utf-8") as maps:
        for line in maps:
            path = line.split(None, 5)[-1].strip()
            if path.startswith("/") and ".so" in os.path.basename(path):
                yield os.path.dirname(path)


def _without_nested(folders: Iterator[str]) -> list[str]:
    """Keep each existing folder once, and none that lies in another."""
    kept: list[str] = []
    for folder in sorted({os.path.abspath(path) for path in folders}):
        if os.path.isdir(folder) and not any(folder.startswith(f"{above}/") for above in kept):
            kept.append(folder)
    return kept
