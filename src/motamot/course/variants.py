"""Codes of variants: derived from a private seed and a group's name, again so when marks are given."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import unicodedata
from pathlib import Path

from motamot._language import message
from motamot._variant import ALPHABET, LENGTH
from motamot.errors import MotamotError

SEED_BYTES = 32
_LEAST_BYTES = 16
_PURPOSE = b"motamot variant 1\0"


def variant_code(seed: bytes, who: str) -> str:
    """Return the code of a group's or a learner's variant.

    Parameters
    ----------
    seed : bytes
        The private seed, from :func:`read_seed`.
    who : str
        The name of the group or of the submission's folder; composed or decomposed accents and blanks around
        it make no difference, because file systems change them.

    Returns
    -------
    str
        Eight signs of the alphabet that :func:`motamot.use_variant` takes, from HMAC-SHA256 of the name.

    Raises
    ------
    MotamotError
        If the seed is too short to be secret, or the name is empty.

    Examples
    --------
    >>> variant_code(bytes(32), "group 1"), variant_code(bytes(32), "group 2")
    ('3T3WXN2H', 'PHRVHZ4M')
    """
    if len(seed) < _LEAST_BYTES:
        raise MotamotError(message("grade.seed_short", least=_LEAST_BYTES, found=len(seed)))
    name = unicodedata.normalize("NFC", who).strip()
    if not name:
        raise MotamotError("A variant needs the name of a group or of a submission; this one is empty.")
    number = int.from_bytes(hmac.digest(seed, _PURPOSE + name.encode(), hashlib.sha256), "big")
    signs = []
    for _ in range(LENGTH):
        number, place = divmod(number, len(ALPHABET))
        signs.append(ALPHABET[place])
    return "".join(signs)


def create_seed(path: Path) -> Path:
    """Write a new secret seed to a file that only its owner can read.

    Parameters
    ----------
    path : pathlib.Path
        Where to write it, outside any git work tree; an existing file is never overwritten.

    Returns
    -------
    pathlib.Path
        The file.

    Raises
    ------
    MotamotError
        If the place is in a git work tree, the file exists, or it cannot be written.
    """
    _refuse_repository(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600, exist_ok=False)
        path.write_text(secrets.token_hex(SEED_BYTES) + "\n", encoding="ascii")
    except FileExistsError:
        raise MotamotError(message("grade.seed_exists", place=path)) from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise MotamotError(message("grade.seed_unwritable", place=path, reason=reason)) from error
    return path


def read_seed(path: Path) -> bytes:
    """Return the seed that a file holds, as hexadecimal digits.

    Parameters
    ----------
    path : pathlib.Path
        A file that :func:`create_seed` wrote, outside any git work tree.

    Returns
    -------
    bytes
        At least 16 of them.

    Raises
    ------
    MotamotError
        If the file is in a git work tree, cannot be read, or holds no seed; the message never shows the seed.
    """
    _refuse_repository(path)
    try:
        seed = bytes.fromhex(path.read_text(encoding="ascii").strip())
    except OSError as error:
        reason = error.strerror or str(error)
        raise MotamotError(message("grade.seed_unreadable", place=path, reason=reason)) from error
    except ValueError:
        raise MotamotError(message("grade.seed_none", place=path)) from None
    if len(seed) < _LEAST_BYTES:
        raise MotamotError(message("grade.seed_short", least=_LEAST_BYTES, found=len(seed)))
    return seed


def _refuse_repository(path: Path) -> None:
    """Refuse a place where a commit could publish the seed."""
    for folder in path.resolve().parents:
        # In a linked work tree or a submodule .git is a file.
        if (folder / ".git").exists():
            raise MotamotError(message("grade.seed_in_repository", place=path, folder=folder))


def is_variant(code: str) -> bool:
    """Tell whether a text has the form of a variant's code.

    Examples
    --------
    >>> is_variant("7KQ2M9XT"), is_variant("OOOOOOOO"), is_variant("../../..")
    (True, False, False)
    """
    return len(code) == LENGTH and not set(code) - set(ALPHABET)
