"""Text of strangers in signs that any file can hold and any page can show."""

from __future__ import annotations

import unicodedata


def legible(text: str, instead: str, kept: str = "") -> str:
    r"""Return a text without half characters, control signs and marks that turn the order of what follows.

    Parameters
    ----------
    text : str
        Any text.
    instead : str
        What stands in the place of such a sign.
    kept : str
        Signs that stay all the same.

    Examples
    --------
    >>> legible("été\u00a0: \u202e\x1b[2J", "·")
    'été\xa0: ··[2J'
    """
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return "".join(sign if _is_legible(sign) or sign in kept else instead for sign in whole)


def _is_legible(sign: str) -> bool:
    """Tell whether a sign may stay; French needs its blanks that do not break."""
    return sign.isprintable() or unicodedata.category(sign) == "Zs"
