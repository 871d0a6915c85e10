"""Judging a short text by its evidence: a word of the table, its count, a line of the source.

The machine looks whether these exist. It never judges the argument.
"""

from __future__ import annotations

import re
from itertools import groupby

from motamot._language import message
from motamot.checks._beside import Named, words_counted
from motamot.checks._compare import close
from motamot.checks._describe import describe
from motamot.checks._question import Question
from motamot.checks._states import NEAR_MISS, RIGHT, WRONG, Verdict
from motamot.checks._values import TableOf, Value, read

LINE_WORDS = 4
OWN_WORDS = 5
MOST_GROUPS = 3
MOST_FIGURES = 4
_MARKS = {"«": "»", "‹": "›", "“": "”", "„": "“”", "‘": "’", '"': '"', "'": "'"}
_SIGNS = set('«»‹›“”„"')
# Straight or curly, these are apostrophes as well: a mark has a blank or a sign on its outer side.
_OPENS = re.compile(r"[«‹“„\"]|(?<!\w)[‘'](?=\w)")
_MARKED = re.compile(r"(?<!\w)[‘'](\w[^‘'’]*)['’](?!\w)")
_CLOSES = re.compile(r"[»›“”\"]|(?<=\S)['’](?!\w)")
_AROUND = _SIGNS | {"'", "*", "_"}
_MOST_MARKS = 30
_TIMES = {"fois", "times", "time"}
_FRAME = _TIMES | {"mot", "word", "occurrence", "occurrences"}


def judge_evidence(question: Question, text: str) -> Verdict:
    """Say which piece of evidence is missing, the first one first."""
    assert question.source is not None
    quotes = _quotes(text)
    source = _tokens(question.source())
    standing = [quote for quote in quotes if _stands(_line(quote), source)]
    # What is quoted is not the learner's own: a word or a number in it is not yet named.
    own = text
    for quote in standing or [quote for quote in quotes if not _holds_marks(quote)]:
        own = own.replace(quote, " … ")
    return _judge_count(question, _MARKED.sub(r'"\1"', own), quotes, standing)


def _judge_count(question: Question, own: str, quotes: list[str], standing: list[str]) -> Verdict:
    table = read(describe(question.reference()))
    counts = _counts(table)
    tokens = _without_rows_of_figures(_tokens(own))
    named = _named(list(counts), tokens)
    if not named:
        return WRONG, message("checks.evidence_word" if any(counts.values()) else "checks.evidence_no_row")
    rates = not all(float(count).is_integer() for count in counts.values())
    beside = words_counted(
        tokens,
        _places(named, tokens),
        lambda word, figure: close(figure, counts[word], _digits(counts[word])),
        rates,
    )
    counted = [word for word in named if beside.get(word)]
    if not counted:
        return NEAR_MISS, message(_uncounted(bool(beside), tokens), word=_meant(question, table, named))
    if not quotes:
        return NEAR_MISS, message("checks.evidence_line", word=counted[0], size=LINE_WORDS)
    if not standing:
        return NEAR_MISS, message("checks.evidence_not_there", word=counted[0])
    shown = [word for word in counted if any(_stands(_tokens(word), _line(quote)) for quote in standing)]
    if not shown:
        return NEAR_MISS, message("checks.evidence_other_line", word=counted[0])
    if question.columns:
        groups = _groups(table, question.columns[0])
        meant = [group for group in sorted(set().union(*groups.values())) if _stands(_tokens(group), tokens)]
        fitting = [word for word in shown if groups[word] & {*meant}]
        if not fitting:
            return NEAR_MISS, _other_group(question.columns[0], shown[0], groups[shown[0]], meant)
        # Whoever names them all has chosen none; three leave room for a comparison.
        if len(meant) > MOST_GROUPS:
            return NEAR_MISS, _many_groups(question.columns[0], fitting[0], meant)
        shown = fitting
    if question.begins and not _begins(tokens, (question.begins.en, question.begins.fr)):
        return NEAR_MISS, message("checks.evidence_begins", word=shown[0], begins=question.begins)
    if _own_words(tokens, shown) < OWN_WORDS:
        return NEAR_MISS, message("checks.evidence_short", word=shown[0], size=OWN_WORDS)
    return RIGHT, message("checks.evidence_right", word=shown[0])


def _meant(question: Question, table: Value, named: list[str]) -> str:
    """Return the word that is talked of: a theme may be called like a word, and is then named as a theme."""
    if not question.columns:
        return named[0]
    entries = set().union(*_groups(table, question.columns[0]).values())
    return next((word for word in named if word not in entries), named[0])


def _other_group(column: str, word: str, its: set[str], meant: list[str]) -> str:
    """Say under which entries of a column a word stands, and which others the text names."""
    key = "checks.evidence_other_group" if meant else "checks.evidence_group"
    return message(key, word=word, column=column, group=", ".join(sorted(its)), named=", ".join(meant))


def _many_groups(column: str, word: str, meant: list[str]) -> str:
    """Say that a text names too many entries of a column to speak of one."""
    key = "checks.evidence_many_groups"
    return message(key, word=word, column=column, number=len(meant), named=", ".join(meant))


def _without_rows_of_figures(tokens: list[str]) -> list[str]:
    """Leave out figures in a row: of many, one is the count of any word."""
    kept: list[str] = []
    for in_row, part in groupby(tokens, lambda token: token[0].isdigit() or token in (",", ";")):
        row = list(part)
        if not in_row or sum(token[0].isdigit() for token in row) <= MOST_FIGURES:
            kept += row
    return kept


def _begins(tokens: list[str], beginnings: tuple[str, ...]) -> bool:
    """Tell whether a text begins in one of some ways; signs around it do not matter."""
    first = next((place for place, token in enumerate(tokens) if token not in _AROUND), 0)
    starts = map(_tokens, beginnings)
    return any(tokens[first : first + len(start)] == start for start in starts)


def _own_words(tokens: list[str], shown: list[str]) -> int:
    """Count the different words that say something: not the word itself, nor how often it occurs."""
    frame = {*_FRAME, *(token for word in shown for token in _tokens(word))}
    return len({token for token in tokens if token[0].isalpha()} - frame)


def _groups(table: Value, column: str) -> dict[str, set[str]]:
    """Return under which entries of a column each word stands."""
    assert isinstance(table, TableOf)
    words, groups = (table.values[table.columns.index(name)] for name in ("word", column))
    found: dict[str, set[str]] = {}
    for word, group in zip(words, groups, strict=True):
        found.setdefault(str(word), set()).add(str(group))
    return found


def _places(words: list[str], tokens: list[str]) -> list[Named]:
    """Return where words stand; a word within a longer one is not named there."""
    found: list[Named] = []
    for word in sorted(words, key=lambda word: -len(_tokens(word))):
        for start, end in _stretches(_tokens(word), tokens):
            if not any(other.start <= start and end <= other.end for other in found):
                found.append(Named(word, start, end))
    return found


def _stretches(parts: list[str], tokens: list[str]) -> list[tuple[int, int]]:
    size = len(parts)
    found = [(i, i + size) for i in range(len(tokens)) if parts and tokens[i : i + size] == parts]
    # In "3 fois", fois is no word that is talked of.
    return [(i, end) for i, end in found if not (i and parts[0] in _TIMES and tokens[i - 1][0].isdigit())]


def _uncounted(beside: bool, tokens: list[str]) -> str:
    """Say what is missing: a figure, a count beside a rate, or the word's own count."""
    if beside:
        return "checks.evidence_other_count"
    figures = any(token[0].isdigit() for token in tokens)
    return "checks.evidence_no_count" if figures else "checks.evidence_count"


def _named(words: list[str], tokens: list[str]) -> list[str]:
    """Return the words a text names: first those between marks, last the stop words, else as they come."""
    from motamot.stopwords import stop_words

    stop = stop_words(keep=())
    places = []
    for word in words:
        found = _stretches(_tokens(word), tokens)
        if found:
            marked = any(_is_marked(tokens, start, end) for start, end in found)
            start, end = found[0]
            places.append((not marked, word in stop, start, start - end, word))
    return [word for *_, word in sorted(places)]


def _is_marked(tokens: list[str], start: int, end: int) -> bool:
    around = {*tokens[max(0, start - 1) : start], *tokens[end : end + 1]}
    return len(around) > 0 and around <= _AROUND and start > 0 and end < len(tokens)


def _quotes(text: str) -> list[str]:
    """Return what may be quoted, the longest first; a line may hold quotation marks, or half a pair."""
    opening, closing = _places_of(_OPENS, text), _places_of(_CLOSES, text)
    found = [
        text[i + 1 : j] for i in opening for j in closing if i < j and text[j] in _MARKS.get(text[i], "")
    ]
    return sorted((quote for quote in found if _size(quote) >= LINE_WORDS), key=len, reverse=True)


def _places_of(mark: re.Pattern[str], text: str) -> list[int]:
    return [match.start() for match in mark.finditer(text)][:_MOST_MARKS]


def _size(quote: str) -> int:
    """Count the words and numbers of a quoted line, which its signs are not."""
    return sum(token[0].isalnum() for token in _line(quote))


def _holds_marks(quote: str) -> bool:
    """Tell whether a mark stands inside: then this may reach from one quotation to the next."""
    return bool(set(quote) & _SIGNS or _OPENS.search(quote))


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

    return tokenize(re.sub(r"(?<=\d)/(?=\d)", " / ", normalize(text).lower()))


def _line(quote: str) -> list[str]:
    """Return the words of a quoted line; what frames a line of a concordance is taken away."""
    return [token for token in _tokens(quote.replace("|", " ")) if token not in ("…", "...", "[…]")]


def _stands(part: list[str], whole: list[str]) -> bool:
    """Tell whether tokens follow each other in a text."""
    size = len(part)
    return size > 0 and any(whole[i : i + size] == part for i in range(len(whole) - size + 1))
