"""Patterns over tokens: wildcards and several words, the same for concordances and lexicons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from motamot._language import message
from motamot.errors import MotamotError

# A letter that no text holds stands in for the asterisk while a pattern is cut into tokens.
_STAR = "\ua7ff"


def fold(token: str) -> str:
    """Return a token as it is compared: lower case, straight apostrophe."""
    return token.lower().replace("’", "'")


@lru_cache(maxsize=4096)
def pieces(pattern: str) -> tuple[str, ...]:
    """Cut a pattern into folded pieces, one a token; ``*`` stands for any end, start or middle of a token.

    Raises
    ------
    MotamotError
        If the pattern is empty, or one of its pieces would match every token.
    """
    from motamot.cleaning import normalize
    from motamot.tokens import tokenize

    cut = tuple(fold(token).replace(_STAR, "*") for token in tokenize(normalize(pattern).replace("*", _STAR)))
    if not cut:
        raise MotamotError(message("patterns.empty"))
    if any(set(piece) == {"*"} for piece in cut):
        raise MotamotError(message("patterns.everything", pattern=pattern))
    return cut


def fits(token: str, piece: str) -> bool:
    """Tell whether a folded token fits a piece; linear in the token, whatever the number of asterisks.

    Examples
    --------
    >>> fits("clientèle", "client*"), fits("client", "*tion")
    (True, False)
    """
    parts = piece.split("*")
    if len(parts) == 1:
        return token == piece
    start, *middle, end = parts
    if len(token) < len(start) + len(end) or not (token.startswith(start) and token.endswith(end)):
        return False
    position, limit = len(start), len(token) - len(end)
    for part in middle:
        position = token.find(part, position, limit)
        if position < 0:
            return False
        position += len(part)
    return True


def find(tokens: Sequence[str], cut: Sequence[str]) -> Iterator[int]:
    """Yield where the pieces of a pattern follow one another in folded tokens.

    Examples
    --------
    >>> list(find(["place", "de", "marché"], ("de", "march*")))
    [1]
    """
    first, *further = cut
    for start in range(len(tokens) - len(further)):
        if fits(tokens[start], first) and all(
            fits(tokens[start + j], piece) for j, piece in enumerate(further, 1)
        ):
            yield start
