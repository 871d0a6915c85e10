"""Whether a text is in French, the one language that the kit cuts and cleans."""

from __future__ import annotations

from motamot._language import message
from motamot.errors import MotamotError
from motamot.tokens import words

# Frequent in French and rare in its neighbors; shared forms such as "de" or "la" would tell nothing.
_TELLING = frozenset(
    "les des est et dans pour pas une du au aux nous vous qu' c' sur avec cette sont ont mais où leur".split()
)
_LEAST_SHARE = 0.05


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
    found = words(text)
    if not found:
        raise MotamotError(message("readers.empty", name=name))
    share = sum(word.replace("’", "'") in _TELLING for word in found) / len(found)
    if share < _LEAST_SHARE:
        raise MotamotError(message("usetext.not_french", name=name))
