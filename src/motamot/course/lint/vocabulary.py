"""The words the lint knows, from ``rules.toml``."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True)
class Wording:
    """A wording to avoid in one language, and what to write."""

    language: str
    wrong: re.Pattern[str]
    right: str
    unless: re.Pattern[str] | None


@dataclass(frozen=True)
class Vocabulary:
    """Wordings to avoid, words of each language, measurable verbs, words with an accented capital."""

    terms: tuple[Wording, ...]
    voices: tuple[Wording, ...]
    words: dict[str, frozenset[str]]
    verbs: dict[str, frozenset[str]]
    capitals: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    """Read ``rules.toml`` once."""
    table = tomllib.loads(Path(__file__).with_name("rules.toml").read_text(encoding="utf-8"))
    return Vocabulary(
        terms=tuple(_wording(row) for row in table["term"]),
        voices=tuple(_wording(row) for row in table["voice"]),
        words={language: frozenset(words.split()) for language, words in table["words"].items()},
        verbs={language: frozenset(verbs.split()) for language, verbs in table["verbs"].items()},
        capitals=frozenset(table["capitals"]["fr"].split()),
    )


def _wording(row: dict[str, str]) -> Wording:
    flags = 0 if row.get("exact") else re.IGNORECASE
    wrong = re.compile(rf"(?<![\w-])(?:{row['wrong']})(?!\w)", flags)
    unless = re.compile(row["unless"], re.IGNORECASE) if "unless" in row else None
    return Wording(row["language"], wrong, row["right"], unless)
