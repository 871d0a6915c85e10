"""The texts in use: the kit's, or those that the learner put in their place."""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from motamot._language import message
from motamot._paths import share
from motamot.errors import MotamotError

SETTINGS_FILE = "motamot.toml"
MAX_BYTES = 5_000_000
Speakers = list[str] | dict[str, str]


@dataclass(frozen=True)
class TextSettings:
    """The interview in use.

    Attributes
    ----------
    interview : pathlib.Path
        The file that holds the raw page text.
    speakers : list of str, dict of str to str, or None
        Who asks the questions, as the learner settled it; see `read_interview`.
    settings : pathlib.Path or None
        The learner's motamot.toml, or None for the kit's text.
    """

    interview: Path
    speakers: Speakers | None = None
    settings: Path | None = None


def load_interview() -> str:
    r"""Return the raw page text of the interview in use.

    That is the learner's own text if a ``motamot.toml`` in the current folder, or in a folder above it,
    names one (``[text]``, ``interview = "texts/mine.txt"``), otherwise the kit's.
    ``MOTAMOT_TEXT=kit`` in the environment asks for the kit's in any folder.

    Returns
    -------
    str
        The page as it was copied: nothing is cleaned, line ends stay as they are in the file.

    Raises
    ------
    MotamotError
        If the learner's file is missing, empty, too large, outside the folder, or not in UTF-8.

    Examples
    --------
    >>> raw = load_interview()
    >>> raw.count("\N{NO-BREAK SPACE}")
    19
    """
    return read_text(text_settings().interview)


def text_settings(folder: Path | None = None) -> TextSettings:
    """Find the interview in use and what the learner settled about its speakers.

    Parameters
    ----------
    folder : pathlib.Path, optional
        Where to begin looking for ``motamot.toml``; the current folder if left out.

    Returns
    -------
    TextSettings
        The kit's text if no ``motamot.toml`` names another.

    Raises
    ------
    MotamotError
        If ``motamot.toml`` cannot be understood or leads out of its folder.
    """
    kit = TextSettings(share("data", "interview", "raw.txt"))
    path, text = _text_table(folder)
    if path is None or "interview" not in text:
        return kit
    interview = _inside(path.parent, "interview", text["interview"])
    if not interview.is_file():
        raise _missing("interview", text["interview"])
    return TextSettings(interview, _speakers(text.get("speakers")), path)


def statements_in_use(folder: Path | None = None) -> Path | None:
    """Find the learner's own strategy statements.

    Parameters
    ----------
    folder : pathlib.Path, optional
        Where to begin looking for ``motamot.toml``; the current folder if left out.

    Returns
    -------
    pathlib.Path or None
        The CSV file or the folder that ``motamot.toml`` names, or None for the kit's statements.

    Raises
    ------
    MotamotError
        If ``motamot.toml`` cannot be understood, leads out of its folder, or names nothing that is there.
    """
    path, text = _text_table(folder)
    if path is None or "statements" not in text:
        return None
    statements = _inside(path.parent, "statements", text["statements"])
    if not statements.exists():
        raise _missing("statements", text["statements"])
    return statements


def coding_in_use(coding: str, folder: Path | None = None) -> Path | None:
    """Find the learner's own coding of the kit's paragraphs.

    Parameters
    ----------
    coding : {"a", "b"}
        In the place of which of the kit's two.
    folder : pathlib.Path, optional
        Where to begin looking for ``motamot.toml``; the current folder if left out.

    Returns
    -------
    pathlib.Path or None
        The CSV file that ``motamot.toml`` names, or None for the kit's coding.

    Raises
    ------
    MotamotError
        If ``motamot.toml`` cannot be understood, leads out of its folder, or names no file that is there.
    """
    path, text = _text_table(folder)
    key = f"coding_{coding}"
    if path is None or key not in text:
        return None
    file = _inside(path.parent, key, text[key])
    if not file.is_file():
        raise _missing(key, text[key])
    return file


def read_text(path: Path) -> str:
    """Return a UTF-8 file as it is, line ends included.

    Raises
    ------
    MotamotError
        If it is empty, too large, not in UTF-8, or cannot be read.
    """
    text = _decode(path)
    if not text.strip("\ufeff \t\r\n\u00a0"):
        raise MotamotError(message("corpus.empty", name=path.name))
    return text


def read_settings(path: Path) -> dict[str, Any]:
    """Return what stands under [text] in a learner's settings file.

    Raises
    ------
    MotamotError
        If the file cannot be read or understood.
    """
    try:
        settings: Any = tomllib.loads(_decode(path).removeprefix("\ufeff"))
    except tomllib.TOMLDecodeError as error:
        raise MotamotError(message("corpus.toml", settings=SETTINGS_FILE, reason=error)) from None
    text = settings.get("text", {})
    if not isinstance(text, dict):
        raise _wrong("interview", "kind_interview")
    return text


def _decode(path: Path) -> str:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise MotamotError(message("corpus.too_large", name=path.name, limit=MAX_BYTES // 1_000_000))
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise MotamotError(message("corpus.encoding", name=path.name, position=error.start + 1)) from None
    except OSError as error:
        raise MotamotError(message("corpus.unreadable", name=path.name, reason=error.strerror)) from error


def _text_table(folder: Path | None) -> tuple[Path | None, dict[str, Any]]:
    """Return the learner's settings file, if there is one that counts, and what stands in it under [text]."""
    if os.environ.get("MOTAMOT_TEXT") == "kit":
        return None, {}
    start = (folder or Path.cwd()).resolve()
    for candidate in (start, *start.parents):
        if (candidate / SETTINGS_FILE).is_file():
            return candidate / SETTINGS_FILE, read_settings(candidate / SETTINGS_FILE)
    return None, {}


def _inside(folder: Path, key: str, name: object) -> Path:
    """Return the path that the learner's settings name; it may lead nowhere outside their folder."""
    if not isinstance(name, str) or not name.strip() or "\0" in name:
        raise _wrong(key, f"kind_{key}")
    path = (folder / name.replace("\\", "/")).resolve()
    if not path.is_relative_to(folder.resolve()):
        raise MotamotError(message("corpus.outside", settings=SETTINGS_FILE, key=key, name=name))
    return path


def _speakers(value: object) -> Speakers | None:
    if value is None:
        return None
    if isinstance(value, list) and all(isinstance(name, str) for name in value):
        return value
    if isinstance(value, dict) and all(isinstance(role, str) for role in value.values()):
        return value
    raise _wrong("speakers", "kind_speakers")


def _missing(key: str, name: object) -> MotamotError:
    return MotamotError(message("corpus.missing", settings=SETTINGS_FILE, key=key, name=name))


def _wrong(name: str, kind: str) -> MotamotError:
    text = message(f"corpus.{kind}")
    return MotamotError(message("corpus.setting", settings=SETTINGS_FILE, name=name, kind=text))
