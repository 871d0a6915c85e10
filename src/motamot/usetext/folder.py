"""What use-text writes in the learner's folder: texts, the settings that name them, and the way back."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal, NamedTuple

from motamot._language import message
from motamot.corpus import SETTINGS_FILE, read_settings
from motamot.errors import MotamotError
from motamot.workspace import MARK, find_folder, write_whole

_HISTORY = "texts.json"
_KEYS = ("interview", "speakers", "statements", "coding_a", "coding_b")


class InUse(NamedTuple):
    """The files that the learner's settings name; None stands for the kit's texts."""

    interview: str | None
    statements: str | None


def learners_folder(start: Path) -> Path:
    """Return the learner's folder from `start` upward, or the default one below it.

    Raises
    ------
    MotamotError
        If there is none: ``motamot lab`` makes it.
    """
    folder = find_folder(start.resolve())
    if folder is None:
        raise MotamotError(message("usetext.no_folder"))
    return folder


def put_in_use(
    start: Path,
    name: str,
    content: bytes,
    kind: Literal["interview", "statements"],
    also: Mapping[str, Any] | None = None,
) -> Path:
    """Write a file into ``texts/`` and name it in the settings; the other kind of text stays in use.

    Parameters
    ----------
    start : pathlib.Path
        Where to look for the learner's folder from.
    name : str
        The wished name of the file; a number is added if another content has it.
    content : bytes
        What goes into the file.
    kind : {"interview", "statements"}
        Which line of the settings names it.
    also : mapping, optional
        Other lines of the settings; None takes one out.

    Returns
    -------
    pathlib.Path
        The file.

    Raises
    ------
    MotamotError
        If there is no learner's folder, its settings cannot be understood, or it cannot be written.
    """
    folder = learners_folder(start)
    settings = folder / SETTINGS_FILE
    present = read_settings(settings) if settings.is_file() else {}
    with _writing(folder):
        file = _free_file(folder / "texts", name, content)
        write_whole(file, content)
        _remember(folder)
        wanted = {**present, kind: f"texts/{file.name}", **(also or {})}
        write_whole(settings, _written(wanted).encode("utf-8"))
    return file


def undo(start: Path) -> InUse:
    """Go back to the texts used before the last use-text, whatever it put in use.

    Parameters
    ----------
    start : pathlib.Path
        Where to look for the learner's folder from.

    Returns
    -------
    InUse
        The files now in use. Files in ``texts/`` are kept.

    Raises
    ------
    MotamotError
        If there is no learner's folder, nothing to undo, or the folder cannot be written.
    """
    folder = learners_folder(start)
    history = _history(folder)
    if not history:
        raise MotamotError(message("usetext.nothing_to_undo"))
    before = history.pop()
    settings = folder / SETTINGS_FILE
    with _writing(folder):
        if before is None:
            settings.unlink(missing_ok=True)
        else:
            write_whole(settings, before.encode("utf-8"))
        write_whole(folder / MARK / _HISTORY, json.dumps(history).encode("utf-8"))
    table = read_settings(settings) if before is not None else {}
    return InUse(table.get("interview"), table.get("statements"))


@contextmanager
def _writing(folder: Path) -> Iterator[None]:
    """Say in a sentence that a folder cannot be written."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise MotamotError(message("workspace.cannot_write", folder=folder, reason=reason)) from error


def plain_name(name: str) -> str:
    """Return a file name, without ending, that every system takes: letters, digits, hyphens.

    Examples
    --------
    >>> plain_name("mots d’été (1)")
    'mots-d-ete-1'
    """
    spread = unicodedata.normalize("NFKD", name.replace("œ", "oe"))
    letters = "".join(sign for sign in spread if not unicodedata.combining(sign))
    return re.sub(r"[^A-Za-z0-9]+", "-", letters).strip("-").lower()[:60] or "text"


def _free_file(folder: Path, name: str, content: bytes) -> Path:
    folder.mkdir(exist_ok=True)
    wished = folder / name
    file, number = wished, 2
    while file.exists() and not (file.is_file() and file.read_bytes() == content):
        file, number = wished.with_stem(f"{wished.stem}-{number}"), number + 1
    return file


def _written(table: Mapping[str, Any]) -> str:
    """Return the settings as TOML; JSON strings and lists are TOML's as well, with any sign in them."""
    lines = ["[text]"]
    for key in _KEYS:
        value = table.get(key)
        if isinstance(value, dict):
            pairs = ", ".join(f"{_quoted(label)} = {_quoted(role)}" for label, role in value.items())
            lines.append(f"{key} = {{ {pairs} }}")
        elif isinstance(value, str | list):
            lines.append(f"{key} = {_quoted(value)}")
    return "\n".join(lines) + "\n"


def _quoted(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)


def _history(folder: Path) -> list[str | None]:
    try:
        history = json.loads((folder / MARK / _HISTORY).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    return (
        [one for one in history if one is None or isinstance(one, str)] if isinstance(history, list) else []
    )


def _remember(folder: Path) -> None:
    """Keep the present settings, so that --undo can bring them back."""
    settings = folder / SETTINGS_FILE
    present = settings.read_text(encoding="utf-8") if settings.is_file() else None
    history = [*_history(folder), present]
    write_whole(folder / MARK / _HISTORY, json.dumps(history, ensure_ascii=False).encode("utf-8"))
