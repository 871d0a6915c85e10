"""Putting a learner's own interview in the place of the kit's."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from motamot._language import message
from motamot.errors import MotamotError
from motamot.interview import ROLES, interview_guesses, read_interview
from motamot.interview.emphasis import bold_remarks
from motamot.readers import Reading, read_file
from motamot.usetext.folder import plain_name, put_in_use
from motamot.usetext.french import require_french

if TYPE_CHECKING:
    import pandas as pd


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
    require_french(reading.text, path.name)
    chosen = dict(speakers) if speakers else None
    turns = read_interview(reading.text, speakers=chosen)
    remarks = bold_remarks(reading.text, turns, reading.bold) if reading.bold else []
    remarks = [number for number in remarks if str(number) not in (chosen or {})]
    if remarks:
        chosen = {**dict.fromkeys(map(str, remarks), "question"), **(chosen or {})}
        turns = read_interview(reading.text, speakers=chosen)
    guesses = interview_guesses(reading.text, speakers=chosen)
    guesses = _with_remarks(guesses, remarks)
    return Preview(plain_name(path.stem), reading, turns, guesses, chosen)


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
    content = preview.reading.text.removeprefix("\ufeff").encode("utf-8")
    return put_in_use(start, f"{preview.name}.txt", content, "interview", {"speakers": preview.speakers})


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
