"""How much of a text a report quotes, and how much it may."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

# Fewer words in a row are the language's as much as the text's.
RUN = 4
MOST_SHARE = 0.10
MOST_WORDS = 250


def count_quoted(passages: Iterable[str], texts: Sequence[str]) -> tuple[int, int]:
    """Count the words of texts that stand in passages, in runs of at least four.

    Parameters
    ----------
    passages : iterable of str
        What a report says, whoever says it.
    texts : list of str
        The texts it may quote.

    Returns
    -------
    tuple of two int
        Words quoted, each place of the texts once, and words in all.

    Examples
    --------
    >>> count_quoted(["He said: nous vendons en France depuis"], ["Nous vendons en France. Et ailleurs."])
    (4, 6)
    """
    runs = {run for passage in passages for run in _runs(_words(passage))}
    quoted = total = 0
    for text in texts:
        found = _words(text)
        places = {i + k for i, run in enumerate(_runs(found)) if run in runs for k in range(RUN)}
        quoted += len(places)
        total += len(found)
    return quoted, total


def most_quoted(total: int) -> int:
    """Return how many words of a text a report may quote: one in ten, and never more than 250.

    Examples
    --------
    >>> most_quoted(742), most_quoted(9000)
    (74, 250)
    """
    return min(int(total * MOST_SHARE), MOST_WORDS)


def _runs(found: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(found[start:] for start in range(RUN)), strict=False)


def _words(text: str) -> list[str]:
    from motamot.cleaning import normalize
    from motamot.tokens import words

    return words(normalize(text))
