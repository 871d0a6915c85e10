"""Putting a learner's own interview in the place of the kit's, and taking it back."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from motamot._language import message
from motamot.corpus import SETTINGS_FILE
from motamot.errors import MotamotError
from motamot.interview import ROLES, interview_guesses, read_interview
from motamot.interview.emphasis import bold_remarks
from motamot.readers import Reading, read_file
from motamot.tokens import words
from motamot.workspace import MARK, find_folder, write_whole

if TYPE_CHECKING:
    import pandas as pd

_HISTORY = "texts.json"
# Frequent in French and rare in its neighbors; shared forms such as "de" or "la" would tell nothing.
_TELLING = frozenset(
    "les des est et dans pour pas une du au aux nous vous qu' c' sur avec cette sont ont mais où leur".split()
)
_LEAST_SHARE = 0.05


class Preview(NamedTuple):
    """A text ready to be used, and how it was understood."""

    name: str
    reading: Reading
    turns: pd.DataFrame
    guesses: pd.DataFrame
    speakers: dict[str, str] | None


def preview_text(path: Path, speakers: Mapping[str, str] | None = None) -> Preview:
    """Read a file and its turns without writing anything.

    Parameters
    ----------
    path : pathlib.Path
        The learner's file.
    speakers : mapping of label to role, optional
        Corrections: who asks (``"question"``) and who answers (``"answer"``).

    Returns
    -------
    Preview
        Name for the text, what was read, its table of turns, and what in it was guessed.

    Raises
    ------
    MotamotError
        If the file cannot be read, is not in French, or holds no question.
    """
    reading = read_file(path)
    _require_french(reading.text, path.name)
    chosen = dict(speakers) if speakers else None
    turns = read_interview(reading.text, speakers=chosen)
    remarks = bold_remarks(reading.text, turns, reading.bold) if reading.bold else []
    remarks = [number for number in remarks if str(number) not in (chosen or {})]
    if remarks:
        chosen = {**dict.fromkeys(map(str, remarks), "question"), **(chosen or {})}
        turns = read_interview(reading.text, speakers=chosen)
    guesses = interview_guesses(reading.text, speakers=chosen)
    guesses = _with_remarks(guesses, remarks)
    return Preview(_plain_name(path), reading, turns, guesses, chosen)


def _with_remarks(guesses: pd.DataFrame, remarks: list[int]) -> pd.DataFrame:
    """Put the remarks in bold type among the guesses."""
    import pandas as pd

    told = message("interview.did_bold"), message("interview.why_bold")
    rows = pd.DataFrame([(number, *told) for number in remarks], columns=guesses.columns)
    return pd.concat([guesses, rows]).sort_values("paragraph", kind="stable") if remarks else guesses


def use_text(preview: Preview, start: Path) -> Path:
    """Put a previewed text in use in the learner's folder.

    Parameters
    ----------
    preview : Preview
        From :func:`preview_text`.
    start : pathlib.Path
        Where to look for the learner's folder from.

    Returns
    -------
    pathlib.Path
        The file written in ``texts/``; a text of the same name is never overwritten.

    Raises
    ------
    MotamotError
        If there is no learner's folder, or it cannot be written.
    """
    folder = learners_folder(start)
    content = preview.reading.text.removeprefix("\ufeff").encode("utf-8")
    try:
        file = _free_file(folder / "texts", preview.name, content)
        write_whole(file, content)
        _remember(folder)
        settings = _settings(file.name, preview.speakers, _statements_line(folder))
        write_whole(folder / SETTINGS_FILE, settings.encode("utf-8"))
    except OSError as error:
        reason = error.strerror or str(error)
        raise MotamotError(message("workspace.cannot_write", folder=folder, reason=reason)) from error
    return file


def undo(start: Path) -> str | None:
    """Go back to the text used before.

    Parameters
    ----------
    start : pathlib.Path
        Where to look for the learner's folder from.

    Returns
    -------
    str or None
        The file now in use, or None for the kit's interview. Files in ``texts/`` are kept.

    Raises
    ------
    MotamotError
        If there is no learner's folder, or nothing to undo.
    """
    folder = learners_folder(start)
    history = _history(folder)
    if not history:
        raise MotamotError(message("usetext.nothing_to_undo"))
    before = history.pop()
    if before is None:
        (folder / SETTINGS_FILE).unlink(missing_ok=True)
    else:
        write_whole(folder / SETTINGS_FILE, before.encode("utf-8"))
    write_whole(folder / MARK / _HISTORY, json.dumps(history).encode("utf-8"))
    found = re.search(r'^interview = "(.*)"$', before or "", flags=re.MULTILINE)
    return found[1] if found else None


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


def parse_speakers(value: str) -> dict[str, str]:
    """Read ``"La rédaction=question, Mme Roche=answer, 14=caption"``; a name alone asks the questions.

    Parameters
    ----------
    value : str
        Labels with question or answer, and paragraph numbers with any role.

    Returns
    -------
    dict of str to str
        As ``read_interview`` takes it.

    Raises
    ------
    MotamotError
        If a name is empty, or a role does not exist.

    Examples
    --------
    >>> parse_speakers("JDN, Mme Roche=answer")
    {'JDN': 'question', 'Mme Roche': 'answer'}
    """
    speakers: dict[str, str] = {}
    for part in value.split(","):
        name, _, role = (piece.strip() for piece in part.partition("="))
        allowed: tuple[str, ...] = ROLES if name.isdigit() else ("question", "answer")
        if not name or (role and role not in allowed):
            raise MotamotError(message("usetext.speakers", part=part.strip()))
        speakers[name] = role or "question"
    return speakers


def _require_french(text: str, name: str) -> None:
    found = words(text)
    if not found:
        raise MotamotError(message("readers.empty", name=name))
    share = sum(word.replace("’", "'") in _TELLING for word in found) / len(found)
    if share < _LEAST_SHARE:
        raise MotamotError(message("usetext.not_french", name=name))


def _plain_name(path: Path) -> str:
    """Return a file name that every system takes: letters, digits, hyphens."""
    spread = unicodedata.normalize("NFKD", path.stem.replace("œ", "oe"))
    letters = "".join(sign for sign in spread if not unicodedata.combining(sign))
    return re.sub(r"[^A-Za-z0-9]+", "-", letters).strip("-").lower()[:60] or "text"


def _free_file(folder: Path, name: str, content: bytes) -> Path:
    folder.mkdir(exist_ok=True)
    file, number = folder / f"{name}.txt", 2
    while file.exists() and file.read_bytes() != content:
        file, number = folder / f"{name}-{number}.txt", number + 1
    return file


def _statements_line(folder: Path) -> str | None:
    """Return the line by which the learner put statements in use, so that another interview keeps them."""
    settings = folder / SETTINGS_FILE
    present = settings.read_text(encoding="utf-8") if settings.is_file() else ""
    found = re.search(r"^[ \t]*statements[ \t]*=.*$", present, flags=re.MULTILINE)
    return found[0].strip() if found else None


def _settings(file: str, speakers: Mapping[str, str] | None, statements: str | None) -> str:
    # JSON strings are TOML strings; both quote names with any sign in them.
    lines = ["[text]", f'interview = "texts/{file}"']
    if speakers:
        pairs = ", ".join(
            f"{json.dumps(k, ensure_ascii=False)} = {json.dumps(v)}" for k, v in speakers.items()
        )
        lines.append(f"speakers = {{ {pairs} }}")
    if statements:
        lines.append(statements)
    return "\n".join(lines) + "\n"


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
