"""Sentences of the grader, in both languages at once."""

from __future__ import annotations

from motamot._language import LANGUAGES, message
from motamot.course.grading.results import Sentence


def sentence(key: str, **values: object) -> Sentence:
    """Return a sentence of messages/grading.toml in each language.

    Examples
    --------
    >>> sentence("missing", name="voices")["en"]
    'The notebook never gives a value to voices.'
    """
    return {language: message(f"grading.{key}", language, **values) for language in LANGUAGES}
