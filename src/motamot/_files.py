"""Files that the library writes for a learner: never in the place of another."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from motamot._language import message
from motamot.errors import MotamotError


def write_new(path: Path, text: str) -> None:
    """Write a file in UTF-8, line ends as they are.

    Raises
    ------
    MotamotError
        If there is such a file already, no such folder, or the file cannot be written.
    """
    with writing(path), path.open("x", encoding="utf-8", newline="") as out:
        out.write(text)


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Say in a sentence why a file or folder cannot be written."""
    try:
        yield
    except FileExistsError as error:
        raise MotamotError(message("files.exists", name=path.name)) from error
    except FileNotFoundError as error:
        raise MotamotError(message("files.no_folder", name=path.name, folder=path.parent)) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise MotamotError(message("files.cannot_write", name=path.name, reason=reason)) from error
