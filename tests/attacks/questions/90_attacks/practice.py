"""One question of each kind, for submissions that want marks without answers."""

import pandas as pd

from motamot import frequencies, load_interview, load_statements, read_interview, words
from motamot.checks import Question, Text

HINTS = (Text("One.", "Un."), Text("Two.", "Deux."), Text("Three.", "Trois."))


def counted() -> pd.DataFrame:
    """Return words and counts of the text in use."""
    return frequencies(words(load_interview()))[["word", "count"]]


def shuffle(sentence: str) -> list[str]:
    """Return the words of a sentence, from the last to the first, the short ones left out."""
    return [word.upper() for word in reversed(sentence.split()) if len(word) > 2]


def claim() -> str:
    """Return which role of the page speaks first."""
    return "a" if read_interview(load_interview())["role"].iloc[0] == "question" else "b"


QUESTIONS = [
    Question("90.total", "number", lambda: len(words(load_interview())), HINTS, points=2),
    Question("90.longest", "text", lambda: max(sorted(words(load_interview())), key=len), HINTS),
    Question("90.top", "words", lambda: counted()["word"].head(5).tolist(), HINTS),
    Question("90.signs", "set", lambda: set(words(load_interview())[:40]), HINTS),
    Question("90.table", "table", lambda: counted().head(8), HINTS, columns=("word", "count")),
    Question("90.companies", "number", lambda: int(load_statements()["text"].str.len().sum()), HINTS),
    Question("90.shuffle", "function", shuffle, HINTS, inputs=[("un deux trois",), ("quatre",)], points=2),
    Question("90.elided", "pattern", lambda: r"\b[ldjmtsnc]['’]", HINTS, inputs=[("L'été l'air",)]),
    Question("90.bars", "figure", lambda: counted().head(5), HINTS, columns=("word", "count")),
    Question("90.cloud", "cloud", lambda: counted().head(20), HINTS, columns=("word", "count")),
    Question("90.claim", "choice", claim, HINTS, choices=("a", "b")),
]
