"""One way to take a list of words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from motamot._language import message
from motamot.errors import MotamotError


def checked_words(words: Sequence[str], function: str) -> list[str]:
    """Return the words as a list.

    Raises
    ------
    MotamotError
        If they are a text or no list, or one of them is no word; the message names the public function.
    """
    if isinstance(words, str):
        raise MotamotError(message("words.text", function=function))
    if not isinstance(words, Iterable):
        raise MotamotError(message("words.no_list", function=function, kind=type(words).__name__))
    listed = list(words)
    check_kinds(listed, function)
    return listed


def check_kinds(words: Iterable[object], function: str) -> None:
    """Refuse what is no str among the words."""
    for kind in set(map(type, words)):
        if not issubclass(kind, str):
            raise MotamotError(message("words.not_word", function=function, kind=kind.__name__))
