"""One way to take a text, or several with or without labels."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import TYPE_CHECKING

from motamot._language import message
from motamot.errors import MotamotError

if TYPE_CHECKING:
    import pandas as pd


def check_text(text: object, function: str) -> None:
    """Refuse what is no str; the message names the public function."""
    if not isinstance(text, str):
        raise MotamotError(message("tokens.not_text", function=function, kind=type(text).__name__))


def labeled_texts(
    texts: str | Sequence[str] | Mapping[Hashable, str] | pd.Series[str],
) -> list[tuple[Hashable, str]]:
    """Return pairs of label and text; a lone text and a list are labeled 0, 1, 2 ...

    Raises
    ------
    MotamotError
        If an element is not a str; the message names its label.
    """
    if isinstance(texts, str):
        pairs: list[tuple[Hashable, str]] = [(0, texts)]
    elif hasattr(texts, "items") and not hasattr(texts, "columns"):
        pairs = list(texts.items())
    elif hasattr(texts, "__iter__") and not hasattr(texts, "columns"):
        pairs = list(enumerate(texts))
    else:
        raise MotamotError(message("texts.not_texts", kind=type(texts).__name__))
    for label, text in pairs:
        if not isinstance(text, str):
            raise MotamotError(message("texts.not_text", label=label, kind=type(text).__name__))
    return pairs
