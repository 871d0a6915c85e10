"""One way to take a text, or several with or without labels, and to put its letters and accents together."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Hashable, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from motamot._language import message
from motamot.errors import MotamotError

if TYPE_CHECKING:
    import pandas as pd

# No writing puts 32 marks on one letter; only a damaged file has runs like these.
_RUN_OF_MARKS = re.compile(r"[^\x00-\u02ff]{32,}")


def check_text(text: object, function: str) -> None:
    """Refuse what is no str; the message names the public function."""
    if not isinstance(text, str):
        raise MotamotError(message("tokens.not_text", function=function, kind=type(text).__name__))


def compose(text: str) -> str:
    """Put letters and accents together (NFC), in linear time whatever the text."""
    return unicodedata.normalize("NFC", _RUN_OF_MARKS.sub(_in_order, text))


def _in_order(run: re.Match[str]) -> str:
    """Put long runs of accents in canonical order, which unicodedata does in quadratic time."""
    signs = [part for sign in run[0] for part in unicodedata.normalize("NFD", sign)]
    groups = groupby(signs, key=lambda sign: unicodedata.combining(sign) > 0)
    return "".join(
        "".join(sorted(group, key=unicodedata.combining) if marks else group) for marks, group in groups
    )


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
