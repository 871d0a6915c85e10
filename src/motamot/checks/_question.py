"""What a question is: its reference, its near misses, its hints."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from motamot._language import current_language

KINDS = (
    "number",
    "bool",
    "text",
    "choice",
    "words",
    "set",
    "table",
    "function",
    "pattern",
    "figure",
    "cloud",
    "evidence",
)
# Their answers are tried on arguments; those of all others are values.
TRIED = ("function", "pattern")


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
    """One question of an exercise; ``docs/questions.md`` shows one of each kind.

    Parameters
    ----------
    name : str
        Unit prefix, a dot, and the name of the answer's variable: ``"01.nbsp_count"``.
    kind : str
        One of ``KINDS``.
    reference : callable
        Computes the right answer from the text in use. For a function question it is the right function; for
        a pattern it returns one that is right; for figures and clouds it returns the table they show; for
        evidence the table (`word`, `count`) that the answer must draw from.
    hints : three Text
        Graded; the third works the same step on another sentence.
    near_misses : list of NearMiss
        Typical wrong ways.
    inputs : list of tuples
        For functions and patterns: the visible arguments they are tried on.
    match : {"findall", "fullmatch"}
        For a pattern: compare the list of its whole matches in each input, or whether it fits all of it.
    columns : list of str
        For tables: the columns that are compared. For figures: the labels of the bars, then each set of
        bars. For clouds: the words, then their counts. For evidence: the column, if any, whose entry for
        the word must be named as well, such as its theme.
    ordered : bool
        Whether order counts (words, table, figure).
    tolerance : float
        For numbers: the largest distance that is still right.
    choices : list of str
        For a choice: the answers there are.
    source : callable
        For evidence: returns the text that the quoted line must stand in.
    begins : Text, optional
        For evidence: how the text is to begin; either language will do.
    points : int
        Marks.
    core : bool
        Whether the question belongs to the short course.
    objective : str
        The lesson's objective it trains: ``"O1"``.
    library_allowed : bool
        Whether a function of motamot may be the answer.
    because : Text, optional
        Why the right answer is right, said once it is given, in the place of the usual sentence;
        above all for a choice, which can be guessed.
    typed : bool, optional
        Whether the answer is reasoned and typed rather than computed, so that the grader judges it on the
        text the learner had before them and not on a hidden one; by default so for choice, bool, evidence.
    """

    name: str
    kind: str
    reference: Callable[..., object]
    hints: tuple[Text, Text, Text]
    near_misses: Sequence[NearMiss] = ()
    inputs: Sequence[tuple[object, ...]] = ()
    match: str = "findall"
    columns: Sequence[str] = ()
    ordered: bool = True
    tolerance: float = 0.0
    choices: Sequence[str] = ()
    source: Callable[[], str] | None = None
    begins: Text | None = None
    points: int = 1
    core: bool = False
    objective: str = ""
    library_allowed: bool = True
    because: Text | None = None
    typed: bool | None = None

    def __post_init__(self) -> None:
        """Refuse what the engine could not judge."""
        if self.kind not in KINDS:
            raise ValueError(f"{self.name}: unknown kind {self.kind!r}; there are {', '.join(KINDS)}")
        for kinds, field in _NEEDED.items():
            if self.kind in kinds and not getattr(self, field):
                raise ValueError(f"{self.name}: a question of kind {self.kind!r} needs {field}=")
        if self.match not in ("findall", "fullmatch"):
            raise ValueError(f'{self.name}: match= is "findall" or "fullmatch", not {self.match!r}')
        if len(self.hints) != 3:
            raise ValueError(f"{self.name}: a question has three hints, not {len(self.hints)}")
        if self.typed is None:
            object.__setattr__(self, "typed", self.kind in ("choice", "bool", "evidence"))


_NEEDED = {
    TRIED: "inputs",
    ("table", "figure", "cloud"): "columns",
    ("choice",): "choices",
    ("evidence",): "source",
}
