"""Variants of exercises: each group gets other themes, excerpts or pairs of the same difficulty."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TypeVar

from motamot._language import message
from motamot.errors import MotamotError

# Digits and capitals that cannot be taken for one another: no 0 or O, no 1, I or L, no U beside V.
ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 8
T = TypeVar("T")
_current = ""


def use_variant(code: str) -> None:
    """Choose the variant of the exercises; the line stands in the notebook that the class was given.

    Parameters
    ----------
    code : str
        Eight letters and digits, as the notebook has them; ``""`` for no variant.

    Raises
    ------
    MotamotError
        If this is not the code of a variant.

    Examples
    --------
    >>> use_variant("")
    """
    global _current
    if not isinstance(code, str) or (code and (len(code) != LENGTH or set(code) - set(ALPHABET))):
        raise MotamotError(message("checks.variant", code=str(code)[:20]))
    _current = code


def current_variant() -> str:
    """Return the code of the variant in use, ``""`` if there is none."""
    return _current


def pick(slot: str, options: Sequence[T]) -> T:
    """Return this variant's option, and without a variant the first one.

    The choice is the first eight bytes of SHA-256 over the UTF-8 bytes of ``code + "|" + slot``, read as a
    big-endian number, modulo the number of options: the same on every system and in every version.

    Parameters
    ----------
    slot : str
        What is varied, with the unit's prefix: ``"02.theme"``.
    options : sequence
        What there is to choose from; exercise and ``practice.py`` name the same ones in the same order.

    Returns
    -------
    object
        One of the options.

    Raises
    ------
    MotamotError
        If there is no option.

    Examples
    --------
    >>> pick("02.theme", ["price", "logistics", "jobs"])
    'price'
    """
    if not options:
        raise MotamotError(message("checks.no_options", slot=slot))
    if not _current:
        return options[0]
    digest = hashlib.sha256(f"{_current}|{slot}".encode()).digest()
    return options[int.from_bytes(digest[:8], "big") % len(options)]
