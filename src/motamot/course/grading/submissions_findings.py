"""What was noticed about a file handed in: a code for programs, a sentence for people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from motamot._language import LANGUAGES, message
from motamot.course.grading.legible import legible

# Without a mark: there was nothing that could be run.
REFUSING = (
    "too_large",
    "too_intricate",
    "unreadable",
    "encrypted",
    "nothing",
    "web_page",
    "pointer",
    "conflict",
    "invalid",
    "not_notebook",
    "other_kernel",
    "empty",
    "no_questions",
    "questions_lost",
    "unknown_unit",
    "untouched",
    "no_notebook",
    "too_much_code",
    "broken_archive",
    "other_archive",
    "nested",
    "bomb",
    "unsafe_name",
    "link",
    "not_a_file",
    "notebooks_left_out",
)
# Read in spite of something; the first found in this order is the one a table shows.
READ_AS = (
    "truncated",
    "damaged",
    "cut_end",
    "wrong_unit",
    "mixed",
    "renamed",
    "old_format",
    "attempts",
    "attempts_unreadable",
    "attempts_blank",
    "blank",
    "odd_cells",
    "duplicated",
    "missing",
    "outputs",
    "bad_bytes",
    "encoding",
    "no_metadata",
    "byte_order_mark",
    "windows_lines",
    "colab",
    "vscode",
)
# With these only a new file helps.
ASK_AGAIN = frozenset({*REFUSING, "truncated", "damaged"}) - {"empty", "untouched", "other_kernel"}
# Not for the eyes of learners, who can do nothing about them.
INSTRUCTORS = frozenset({"variant_unchecked", "no_group", "files_left_out"})


@dataclass(frozen=True)
class Finding:
    """Something noticed about a file handed in.

    Parameters
    ----------
    code : str
        One of ``REFUSING`` or ``READ_AS``, or a remark; also the name of its sentence in
        ``messages/grade.toml``.
    values : mapping
        What the sentence's placeholders stand for.
    """

    code: str
    values: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Take signs out of the values that no file or page could hold: a submission may have set them."""
        values = {
            key: legible(one, "\ufffd") if isinstance(one, str) else one for key, one in self.values.items()
        }
        object.__setattr__(self, "values", values)

    def sentence(self, language: str) -> str:
        """Return the sentence for people.

        Examples
        --------
        >>> Finding("empty").sentence("en")
        'The notebook holds no code: there is nothing to run.'
        """
        return message(f"grade.{self.code}", language, **self.values)

    def to_json(self) -> list[Any]:
        """Return the finding as plain JSON values."""
        return [self.code, dict(self.values)]

    @classmethod
    def from_json(cls, values: list[Any]) -> Finding:
        """Return the finding that :meth:`to_json` wrote."""
        return cls(*values)


class Refused(Exception):
    """A file that cannot be graded, with the finding that says why."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.finding = Finding(code, values)


def read_as(findings: Iterable[Finding]) -> str:
    """Return the weightiest of some findings, ``"whole"`` if there is none.

    Examples
    --------
    >>> read_as([Finding("windows_lines"), Finding("truncated", {"cells": 3})])
    'truncated'
    """
    codes = {finding.code for finding in findings}
    return next((code for code in (*REFUSING, *READ_AS) if code in codes), "whole")


def both_languages(finding: Finding) -> dict[str, str]:
    """Return a finding's sentence in each language."""
    return {language: finding.sentence(language) for language in LANGUAGES}
