"""Judging a short text by its evidence: a word of the table, its count, a line of the source.

The machine looks whether these exist. It never judges the argument.
"""

from __future__ import annotations

import re

from motamot._language import message
from motamot.checks._compare import close
from motamot.checks._question import Question
from motamot.checks._states import NEAR_MISS, RIGHT, WRONG, Verdict
from motamot.checks._values import TableOf, Value, read

LINE_WORDS = 4
OWN_WORDS = 5
_QUOTED = re.compile(r"«([^«»]*)»|“([^“”]*)”|\"([^\"]*)\"")
_NUMBER = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)?(?![\w])")


def judge_evidence(question: Question, text: str) -> Verdict:
    """Say which piece of evidence is missing, the first one first."""
    from motamot.checks._describe import describe

    table = read(describe(question.reference()))
    quotes = [" ".join(filter(None, match.groups())) for match in _QUOTED.finditer(text)]
    own = _QUOTED.sub(" … ", text)
    counts = _counts(table)
    # A word may be named in quotation marks as well as without.
    named = [
        word
        for word in counts
        if _find(word, _tokens(own)) or any(_tokens(q) == _tokens(word) for q in quotes)
    ]
    if not named:
        return WRONG, message("checks.evidence_word")
    numbers = [float(match[0].replace(",", ".")) for match in _NUMBER.finditer(own)]
    counted = [
        word
        for word in named
        if any(close(number, counts[word], _digits(counts[word])) for number in numbers)
    ]
    if not counted:
        return NEAR_MISS, message("checks.evidence_count", word=named[0])
    return _judge_line(question, own, quotes, counted)


def _judge_line(question: Question, own: str, quotes: list[str], counted: list[str]) -> Verdict:
    assert question.source is not None
    source = _tokens(question.source())
    lines = [line for line in map(_line, quotes) if len(line) >= LINE_WORDS]
    if not lines:
        return NEAR_MISS, message("checks.evidence_line", word=counted[0], size=LINE_WORDS)
    standing = [line for line in lines if _stands(line, source)]
    if not standing:
        return NEAR_MISS, message("checks.evidence_not_there")
    if not any(_find(word, line) for word in counted for line in standing):
        return NEAR_MISS, message("checks.evidence_other_line", word=counted[0])
    if len([token for token in _tokens(own) if token[0].isalpha()]) < OWN_WORDS:
        return NEAR_MISS, message("checks.evidence_short", size=OWN_WORDS)
    return RIGHT, message("checks.evidence_right", word=counted[0])


def _counts(table: Value) -> dict[str, float]:
    if not isinstance(table, TableOf):
        return {}
    words, counts = (table.values[table.columns.index(name)] for name in ("word", "count"))
    return {word: count for word, count in zip(words, counts, strict=True) if isinstance(word, str)}


def _digits(count: float) -> float:
    """Return how far a number may lie from a count: whole numbers are exact, rates may be rounded."""
    return 1e-9 if float(count).is_integer() else 0.05


def _tokens(text: str) -> list[str]:
    """Cut a text for comparison: case, blanks and the kind of apostrophe do not matter."""
    from motamot.cleaning import normalize
    from motamot.tokens import tokenize

    return tokenize(normalize(text).lower())


def _line(quote: str) -> list[str]:
    """Return the words of a quoted line; what frames a line of a concordance is taken away."""
    return [token for token in _tokens(quote.replace("|", " ")) if token not in ("…", "...", "[…]")]


def _find(word: str, tokens: list[str]) -> bool:
    return _stands(_tokens(word), tokens)


def _stands(part: list[str], whole: list[str]) -> bool:
    """Tell whether tokens follow each other in a text."""
    size = len(part)
    return size > 0 and any(whole[i : i + size] == part for i in range(len(whole) - size + 1))
