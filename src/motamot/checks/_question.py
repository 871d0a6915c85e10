"""What a question is: its reference, its near misses, its hints."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from motamot._language import current_language

KINDS = ("number", "text", "choice", "words", "set", "table", "function", "figure")


@dataclass(frozen=True)
class Text:
    """A text in both languages; ``str()`` gives the one in use."""

    en: str
    fr: str

    def __str__(self) -> str:
        """Return the text in the language in use."""
        return self.fr if current_language() == "fr" else self.en


@dataclass(frozen=True)
class NearMiss:
    """A wrong way and the message that names it.

    Parameters
    ----------
    way : callable
        Computes the wrong answer from the text in use (for a function question: is the wrong function).
    text : Text
        Names the cause and the next look, without the answer.
    """

    way: Callable[..., object]
    text: Text


@dataclass(frozen=True)
class Question:
    """One question of an exercise.

    Parameters
    ----------
    name : str
        Unit prefix, a dot, and the name of the answer's variable: ``"01.turn_count"``.
    kind : str
        One of ``KINDS``.
    reference : callable
        Computes the right answer from the text in use; for a function question it is the right function.
    hints : three Text
        Graded; the third works the same step on another sentence.
    near_misses : list of NearMiss
        Typical wrong ways.
    inputs : list of tuples
        For a function question: the visible arguments it is tried on.
    columns : list of str
        For a table: the columns that are compared.
    ordered : bool
        Whether order counts (words, table).
    tolerance : float
        For numbers: the largest distance that is still right.
    choices : list of str
        For a choice: the answers there are.
    points : int
        Marks.
    core : bool
        Whether the question belongs to the short course.
    objective : str
        The lesson's objective it trains: ``"O1"``.
    library_allowed : bool
        Whether a function of motamot may be the answer.
    """

    name: str
    kind: str
    reference: Callable[..., object]
    hints: tuple[Text, Text, Text]
    near_misses: Sequence[NearMiss] = ()
    inputs: Sequence[tuple[object, ...]] = ()
    columns: Sequence[str] = ()
    ordered: bool = True
    tolerance: float = 0.0
    choices: Sequence[str] = ()
    points: int = 1
    core: bool = False
    objective: str = ""
    library_allowed: bool = True

    def __post_init__(self) -> None:
        """Refuse a kind the engine does not know."""
        if self.kind not in KINDS:
            raise ValueError(f"{self.name}: unknown kind {self.kind!r}; there are {', '.join(KINDS)}")
