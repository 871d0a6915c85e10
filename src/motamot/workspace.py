"""The learner's folder: lessons, exercises and data, in which nothing of theirs is ever overwritten."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path, PurePosixPath

from motamot._language import message
from motamot._paths import share
from motamot.errors import MotamotError

DEFAULT_FOLDER = "motamot-work"
MARK = ".motamot"
_MANIFEST = "manifest.json"
FIRST_LESSON = "00_start"


@dataclass
class Report:
    """What preparing the folder did: names of files, relative to the folder."""

    folder: Path
    added: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)


def prepare_folder(folder: Path, root: Path | None = None) -> Report:
    """Make or update a learner's folder.

    Parameters
    ----------
    folder : pathlib.Path
        The folder; made if it does not exist.
    root : pathlib.Path, optional
        Where the kit's files lie; the installed kit by default.

    Returns
    -------
    Report
        Files added; files updated because the kit changed and the learner did not; files put *beside* a
        file that both changed; and files of the learner that were kept as they are.

    Raises
    ------
    MotamotError
        If the folder is a file, holds other things than a learner's folder, or cannot be written.
    """
    report = Report(folder)
    try:
        _claim(folder)
        shipped = _read_manifest(folder)
        for name, content in _shipped_files(root):
            _bring(report, name, content, shipped)
            # The manifest follows each file: a kill between the two leaves a file that equals the kit's.
            if shipped.get(name) != _hash(content):
                shipped[name] = _hash(content)
                _write(folder / MARK / _MANIFEST, json.dumps(shipped, indent=1).encode())
    except OSError as error:
        reason = error.strerror or str(error)
        raise MotamotError(message("workspace.cannot_write", folder=folder, reason=reason)) from error
    return report


def refresh(
    folder: Path, name: str, root: Path | None = None, now: datetime | None = None
) -> list[tuple[str, str]]:
    """Put fresh copies of a notebook in place and keep the old files under dated names.

    Parameters
    ----------
    folder : pathlib.Path
        A learner's folder.
    name : str
        The notebook's name, with or without folder and ending: ``"01_cleaning"``,
        ``"exercises/fr/01_cleaning"``.
    root : pathlib.Path, optional
        Where the kit's files lie; the installed kit by default.
    now : datetime.datetime, optional
        The date of the old file's new name; the present by default.

    Returns
    -------
    list of pairs of str
        File refreshed and the name under which its old content is kept.

    Raises
    ------
    MotamotError
        If no notebook has that name.
    """
    wanted = name.replace("\\", "/").removesuffix(".ipynb")
    files = dict(_shipped_files(root))
    chosen = [one for one in files if _is_called(one, wanted)]
    if not chosen:
        known = ", ".join(sorted({PurePosixPath(one).stem for one in files if one.endswith(".ipynb")}))
        raise MotamotError(message("workspace.no_notebook", name=name, known=known))
    stamp = (now or datetime.now()).strftime("%Y-%m-%d_%Hh%M")
    kept = []
    for one in chosen:
        path = folder / one
        if path.is_file() and path.read_bytes() != files[one]:
            dated = _free_name(path, stamp)
            path.replace(dated)
            kept.append((one, dated.relative_to(folder).as_posix()))
        _write(path, files[one])
    return kept


def find_folder(start: Path) -> Path | None:
    """Return the learner's folder that `start` lies in, or the default one below it, or None."""
    for candidate in (start, *start.parents):
        if (candidate / MARK).is_dir():
            return candidate
    below = start / DEFAULT_FOLDER
    return below if (below / MARK).is_dir() else None


def _claim(folder: Path) -> None:
    """Make the folder and its mark, or say why it cannot be the learner's."""
    if folder.exists() and not folder.is_dir():
        raise MotamotError(message("workspace.is_file", folder=folder))
    if folder.is_dir() and not (folder / MARK).is_dir() and any(_visible(folder)):
        raise MotamotError(message("workspace.not_empty", folder=folder))
    (folder / MARK).mkdir(parents=True, exist_ok=True)
    (folder / "texts").mkdir(exist_ok=True)


def _visible(folder: Path) -> Iterator[Path]:
    return (path for path in folder.iterdir() if not path.name.startswith("."))


def _bring(report: Report, name: str, content: bytes, shipped: dict[str, str]) -> None:
    path = report.folder / name
    if not path.exists():
        _write(path, content)
        report.added.append(name)
        return
    present = path.read_bytes()
    if present == content:
        return
    if _hash(present) == shipped.get(name):
        _write(path, content)
        report.updated.append(name)
    elif shipped.get(name) == _hash(content):
        report.kept.append(name)
    else:
        # Changed here and in the kit: theirs stays, ours stands beside it.
        beside = path.with_name(f"{path.stem}.new{path.suffix}")
        if beside.exists() and beside.read_bytes() != content:
            beside = _free_name(beside, datetime.now().strftime("%Y-%m-%d_%Hh%M"))
        _write(beside, content)
        report.beside.append(beside.relative_to(report.folder).as_posix())


def _shipped_files(root: Path | None) -> Iterator[tuple[str, bytes]]:
    """Yield name in the learner's folder and content of each file the kit ships to learners."""
    for top in ("notebooks", "exercises", "data"):
        base = (root / top) if root else share(top)
        for path in sorted(base.rglob("*")) if base.is_dir() else ():
            if not path.is_file() or any(part.startswith(".") for part in path.relative_to(base).parts):
                continue
            inner = path.relative_to(base).as_posix()
            content = path.read_bytes()
            name = f"lessons/{inner}" if top == "notebooks" else f"{top}/{inner}"
            yield name, _without_outputs(content) if path.suffix == ".ipynb" else content


def _without_outputs(content: bytes) -> bytes:
    """Clear the outputs of a notebook: kept ones would answer every prediction."""
    notebook = json.loads(content)
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"] = []
            cell["execution_count"] = None
    return (json.dumps(notebook, ensure_ascii=False, indent=1) + "\n").encode()


def _read_manifest(folder: Path) -> dict[str, str]:
    try:
        manifest = json.loads((folder / MARK / _MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        # Without a manifest every file that differs counts as the learner's own.
        return {}
    return {str(k): str(v) for k, v in manifest.items()} if isinstance(manifest, dict) else {}


def _write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all: a kill leaves the old content or the new."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    part.write_bytes(content)
    part.replace(path)


def _free_name(path: Path, stamp: str) -> Path:
    dated = path.with_name(f"{path.stem}_{stamp}{path.suffix}")
    number = 2
    while dated.exists():
        dated = path.with_name(f"{path.stem}_{stamp}_{number}{path.suffix}")
        number += 1
    return dated


def _is_called(file: str, wanted: str) -> bool:
    path = PurePosixPath(file)
    return path.suffix == ".ipynb" and wanted in (path.stem, str(path.with_suffix("")))


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
