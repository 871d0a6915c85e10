"""The answer is of another type than asked."""

from __future__ import annotations

from motamot._language import message
from motamot.checks._values import Value

# Types that have a name for people.
_PLAIN = ("DataFrame", "Series", "list", "tuple", "set", "dict", "str", "int", "float", "bool")


class WrongType(Exception):
    """The answer is of another type; the text says what was expected, what was given, what to do.

    Parameters
    ----------
    text : str
        For the learner.
    content : value, optional
        What it would be with the right type.
    """

    def __init__(self, text: str, content: Value = None) -> None:
        super().__init__(text)
        self.content = content


def wrong_type(expected: str, found: str) -> WrongType:
    """Say which kind was expected, and which type was found."""
    found = message(f"checks.found_{found}") if found in _PLAIN else found
    return WrongType(message("checks.type", expected=message(f"checks.kind_{expected}"), found=found))
