"""Whether a text is in French, the one language that the kit cuts and cleans."""

from __future__ import annotations

from motamot._language import message
from motamot.errors import MotamotError
from motamot.readers.languages import may_be_french
from motamot.tokens import words


def require_french(text: str, name: str) -> None:
    """Refuse a text without words, or in another language.

    Parameters
    ----------
    text : str
        The text.
    name : str
        What to call it in the message.

    Raises
    ------
    MotamotError
        If it holds no word, or too few of the words that French cannot do without.
    """
    if not words(text):
        raise MotamotError(message("readers.empty", name=name))
    if not may_be_french(text):
        raise MotamotError(message("usetext.not_french", name=name))
