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
    bold : frozenset of str
        Paragraphs that are set in bold type, or as headings, from their first sign to their last.
    """

    text: str
    encoding: str
    format: str = "text"
    bold: frozenset[str] = frozenset()
