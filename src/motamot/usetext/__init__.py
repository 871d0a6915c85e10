"""Putting a learner's own texts in the place of the kit's, and taking them back."""

from __future__ import annotations

from motamot.usetext.folder import InUse, learners_folder, undo
from motamot.usetext.interview import Preview, parse_speakers, preview_text, use_text
from motamot.usetext.statements import StatementsPreview, preview_statements, use_statements

__all__ = [
    "InUse",
    "Preview",
    "StatementsPreview",
    "learners_folder",
    "parse_speakers",
    "preview_statements",
    "preview_text",
    "undo",
    "use_statements",
    "use_text",
]
