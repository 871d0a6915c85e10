"""The learner's folder: lessons, exercises and data, in which nothing of theirs is ever overwritten."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path, PurePosixPath

from motamot._language import message
from motamot._paths import share
from motamot.errors import MotamotError

DEFAULT_FOLDER = "motamot-work"
MARK = ".motamot"
FIRST_LESSON = "00_start"
_MANIFEST = "manifest.json"
_VARIANT = b"motamot.use_variant("


@dataclass
class Report:
    """What preparing the folder did: names of files, relative to the folder."""

    folder: Path
    added: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)


@dataclass
class Manifest:
    """What the kit brought: every hash it ever shipped under a name, and the last one that arrived."""

    shipped: dict[str, list[str]] = field(default_factory=dict)
    delivered: dict[str, str] = field(default_factory=dict)

    def knows(self, name: str, content: bytes) -> bool:
        """Return whether the kit ever shipped this content under this name."""
        return _hash(content) in self.shipped.get(name, ())


def prepare_folder(folder: Path, root: Path | None = None) -> Report:
    """Make, repair or update a learner's folder.

    The lessons come from ``notebooks/``, with the exercises and the data, outputs cleared. A file that the
    learner deleted comes back. If both the learner and the kit changed a file, the kit's new version is put
    beside it: ``01_cleaning.new.ipynb``.

    Parameters
    ----------
    folder : pathlib.Path
        The folder; made if it does not exist.
    root : pathlib.Path, optional
        Where the kit's ``notebooks/``, ``exercises/`` and ``data/`` lie; the installed kit by default.

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
        manifest = read_manifest(folder)
        files = list(_shipped_files(root))
        # What is about to come is noted first and what has come last: whenever this is killed, the next start
        # neither takes a file of the kit for the learner's nor forgets to bring one.
        for name, content in files:
            if not manifest.knows(name, content):
                manifest.shipped.setdefault(name, []).append(_hash(content))
        _write_manifest(folder, manifest)
        for name, content in files:
            _bring(report, name, content, manifest)
            manifest.delivered[name] = _hash(content)
        _write_manifest(folder, manifest)
    except OSError as error:
        place, reason = error.filename or folder, error.strerror or str(error)
        raise MotamotError(message("workspace.cannot_write", folder=place, reason=reason)) from error
    return report


def refresh(
    folder: Path,
    name: str,
    language: str | None = None,
    root: Path | None = None,
    now: datetime | None = None,
) -> list[tuple[str, str | None]]:
    """Put fresh copies of a notebook in place and keep the old files under dated names.

    Parameters
    ----------
    folder : pathlib.Path
        A learner's folder.
    name : str
        The notebook's name, ``"01_cleaning"``: the lesson and the exercise; or with its folder,
        ``"exercises/fr/01_cleaning"``: that one alone.
    language : {"en", "fr"}, optional
        Which edition is meant by a name without folder; both if left out.
    root : pathlib.Path, optional
        Where the kit's files lie; the installed kit by default.
    now : datetime.datetime, optional
        The date in the old file's new name; the present by default.

    Returns
    -------
    list of pairs of str
        File refreshed, and the name under which the old one is kept; None if it was as fresh already.

    Raises
    ------
    MotamotError
        If no notebook has that name, or the folder cannot be written.
    """
    wanted = name.replace("\\", "/").removesuffix(".ipynb")
    files = {one: content for one, content in _shipped_files(root) if one.endswith(".ipynb")}
    chosen = [one for one in files if _is_called(one, wanted, language)]
    if not chosen:
        known = ", ".join(sorted({PurePosixPath(one).stem for one in files}))
        raise MotamotError(message("workspace.no_notebook", name=name, known=known))
    try:
        return [(one, _renew(folder, one, files[one], now or datetime.now())) for one in chosen]
    except OSError as error:
        place, reason = error.filename or folder, error.strerror or str(error)
        raise MotamotError(message("workspace.cannot_write", folder=place, reason=reason)) from error


def find_folder(start: Path) -> Path | None:
    """Return the learner's folder that `start` lies in, or the default one below it, or None."""
    for candidate in (start, *start.parents, start / DEFAULT_FOLDER):
        if (candidate / MARK / _MANIFEST).is_file():
            return candidate
    return None


def free_name(path: Path, stamp: str) -> Path:
    """Return ``name_stamp.ending`` beside `path`, with a number after it if that is taken."""
    dated = path.with_name(f"{path.stem}_{stamp}{path.suffix}")
    number = 2
    while os.path.lexists(dated):
        dated = path.with_name(f"{path.stem}_{stamp}_{number}{path.suffix}")
        number += 1
    return dated


def write_whole(path: Path, content: bytes) -> None:
    """Write a file whole or not at all: a kill or a full disk leaves the old content or the new."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = _part(path)
    try:
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise


def without_outputs(content: bytes) -> bytes:
    """Return a notebook without its outputs: kept ones would answer every prediction."""
    notebook = json.loads(content)
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"] = []
            cell["execution_count"] = None
    return (json.dumps(notebook, ensure_ascii=False, indent=1) + "\n").encode()


def _claim(folder: Path) -> None:
    """Make the folder and its mark, or say why it cannot be the learner's."""
    if folder.exists() and not folder.is_dir():
        raise MotamotError(message("workspace.is_file", folder=folder))
    if folder.is_dir() and not (folder / MARK).is_dir():
        visible = [path for path in folder.iterdir() if not path.name.startswith(".")]
        if visible:
            raise MotamotError(message("workspace.not_empty", folder=folder))
    (folder / MARK).mkdir(parents=True, exist_ok=True)
    (folder / "texts").mkdir(exist_ok=True)


def _bring(report: Report, name: str, content: bytes, manifest: Manifest) -> None:
    path = report.folder / name
    _part(path).unlink(missing_ok=True)
    if not os.path.lexists(path):
        write_whole(path, content)
        report.added.append(name)
        return
    # A link or a folder of that name is the learner's doing, and stays.
    present = path.read_bytes() if path.is_file() and not path.is_symlink() else None
    if present == content:
        return
    if _has_variant(present) and not _has_variant(content):
        # A class's own variant stays when the plain kit is started on its folder.
        report.kept.append(name)
        return
    if present is not None and manifest.knows(name, present):
        write_whole(path, content)
        report.updated.append(name)
    elif manifest.delivered.get(name) == _hash(content):
        report.kept.append(name)
    else:
        beside = _put_beside(path, name, content, manifest)
        report.beside.append(beside.relative_to(report.folder).as_posix())


def _put_beside(path: Path, name: str, content: bytes, manifest: Manifest) -> Path:
    beside = path.with_name(f"{path.stem}.new{path.suffix}")
    ours = beside.is_file() and not beside.is_symlink() and manifest.knows(name, beside.read_bytes())
    if os.path.lexists(beside) and not ours:
        beside = free_name(beside, _stamp(datetime.now()))
    write_whole(beside, content)
    return beside


def _renew(folder: Path, name: str, content: bytes, now: datetime) -> str | None:
    path = folder / name
    if not path.is_symlink() and path.is_file() and path.read_bytes() == content:
        return None
    kept = None
    if os.path.lexists(path):
        dated = free_name(path, _stamp(now))
        path.rename(dated)
        kept = dated.relative_to(folder).as_posix()
    write_whole(path, content)
    return kept


def _shipped_files(root: Path | None) -> Iterator[tuple[str, bytes]]:
    """Yield name in the learner's folder and content of each file the kit ships to learners."""
    root = root or share("notebooks").parent
    for top, pattern in (("notebooks", "*.ipynb"), ("exercises", "*.ipynb"), ("data", "*")):
        for path in sorted((root / top).rglob(pattern)):
            inner = path.relative_to(root / top)
            if not path.is_file() or any(part.startswith(".") for part in inner.parts):
                continue
            name = f"{'lessons' if top == 'notebooks' else top}/{inner.as_posix()}"
            content = path.read_bytes()
            yield name, without_outputs(content) if path.suffix == ".ipynb" else content


def _has_variant(content: bytes | None) -> bool:
    return content is not None and _VARIANT in content


def read_manifest(folder: Path) -> Manifest:
    """Return what a learner's folder remembers of what the kit brought; nothing if that is unreadable."""
    try:
        manifest = json.loads((folder / MARK / _MANIFEST).read_text(encoding="utf-8"))
        shipped = {str(name): [str(one) for one in hashes] for name, hashes in manifest["shipped"].items()}
        delivered = {str(name): str(one) for name, one in manifest["delivered"].items()}
    except (FileNotFoundError, ValueError, TypeError, KeyError, AttributeError):
        # Without a manifest every file that differs counts as the learner's own.
        return Manifest()
    return Manifest(shipped, delivered)


def _write_manifest(folder: Path, manifest: Manifest) -> None:
    table = {"shipped": manifest.shipped, "delivered": manifest.delivered}
    write_whole(folder / MARK / _MANIFEST, json.dumps(table, indent=1).encode())


def _part(path: Path) -> Path:
    return path.with_name(f".{path.name}.part")


def _stamp(now: datetime) -> str:
    return now.strftime("%Y-%m-%d_%Hh%M")


def _is_called(file: str, wanted: str, language: str | None) -> bool:
    path = PurePosixPath(file).with_suffix("")
    return str(path) == wanted or (path.name == wanted and language in (None, path.parent.name))


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
