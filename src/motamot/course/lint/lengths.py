"""How long a lesson, its cells and its sentences are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median, quantiles

from motamot._language import LANGUAGES
from motamot.course.lint.markup import count_words, own_words, sentences_of
from motamot.course.lint.pages import Finding, Page
from motamot.course.refusals import BEGIN, END

FEWEST_CELLS, MOST_CELLS = 25, 40
SHORT_UNITS = ("00", "05")
CODE_MEDIAN, CODE_P90, CODE_MOST = 4, 10, 20
PROSE_P90 = 120
SENTENCE_P90 = {"en": 26, "fr": 28}


def number_of_cells(page: Page) -> Iterator[Finding]:
    """Count the cells of one edition."""
    if page.kind != "lesson":
        return
    count = sum(cell.language != "fr" for cell in page.cells)
    fewest = 1 if page.unit.startswith(SHORT_UNITS) else FEWEST_CELLS
    if not fewest <= count <= MOST_CELLS:
        yield 1, f"{count} cells; a lesson has {fewest} to {MOST_CELLS}"


def code_lines(page: Page) -> Iterator[Finding]:
    """Measure code cells: median, 90th percentile and the longest."""
    if page.kind != "lesson":
        return
    lengths = []
    for cell in page.cells:
        if cell.kind == "code":
            lines = [line for line in cell.text.splitlines() if line.strip() not in ("", BEGIN, END)]
            lengths.append(len(lines))
            if len(lines) > CODE_MOST:
                yield cell.line, f"{len(lines)} lines of code; {CODE_MOST} at most"
    if lengths and median(lengths) > CODE_MEDIAN:
        yield 1, f"code cells have {median(lengths):g} lines in the median; {CODE_MEDIAN} at most"
    if lengths and percentile_90(lengths) > CODE_P90:
        yield 1, f"the 90th percentile of code is {percentile_90(lengths):.0f} lines; {CODE_P90} at most"


def prose_words(page: Page) -> Iterator[Finding]:
    """Measure text cells by their 90th percentile, and name the longest."""
    if page.kind != "lesson":
        return
    for language in LANGUAGES:
        lengths = {cell.line: count_words(cell.text) for cell in page.prose(language)}
        if lengths and percentile_90(list(lengths.values())) > PROSE_P90:
            p90 = percentile_90(list(lengths.values()))
            longest = sorted(lengths, key=lambda line: -lengths[line])[:4]
            told = ", ".join(f"line {line} ({lengths[line]})" for line in longest)
            yield (
                1,
                f"the 90th percentile of {language} prose is {p90:.0f} words; {PROSE_P90} at most: {told}",
            )


def sentence_words(page: Page) -> Iterator[Finding]:
    """Measure sentences by their 90th percentile, and name the longest one."""
    if page.kind != "lesson":
        return
    for language, most in SENTENCE_P90.items():
        lengths = []
        for cell in page.prose(language):
            for position, sentence in sentences_of(own_words(cell.text)):
                lengths.append((count_words(sentence), page.place(cell, cell.text, position)))
        p90 = percentile_90([length for length, _ in lengths])
        if p90 > most:
            length, line = max(lengths)
            told = f"the 90th percentile of {language} sentences is {p90:.0f} words"
            yield line, f"{told}; {most} at most: {length} here"


def percentile_90(values: Sequence[int]) -> float:
    """Return the value nine in ten do not pass.

    Examples
    --------
    >>> percentile_90([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
    10.0
    """
    if len(values) < 2:
        return float(sum(values))
    return quantiles(values, n=10, method="inclusive")[-1]
