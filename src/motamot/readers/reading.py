"""What a reader returns."""

from __future__ import annotations

from typing import NamedTuple


class Reading(NamedTuple):
    """A text and how it was read.

    Attributes
    ----------
    text : str
        The text.
    encoding : str
        Its encoding as Python names it; empty for .docx, where there is nothing to guess.
    format : str
        ``"text"``, ``"html"`` or ``"docx"``.
    """

    text: str
    encoding: str
    format: str = "text"
