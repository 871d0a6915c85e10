"""One row of the table of turns."""

from __future__ import annotations

from dataclasses import dataclass

from motamot.interview.voices import Role


@dataclass
class Row:
    """One paragraph of the page with its role.

    Attributes
    ----------
    paragraph : int
        Its number on the page, from 1.
    role : str
        One of the five roles.
    turn : int or None
        The number of its turn, from 1; None for what nobody says.
    speaker : str
        The speaker's label, or nothing.
    text : str
        The text without the label.
    """

    paragraph: int
    role: Role
    turn: int | None
    speaker: str
    text: str
