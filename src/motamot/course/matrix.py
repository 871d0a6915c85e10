"""The table of objectives, questions and named wrong answers in each unit's guides, from the sources."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from motamot._language import LANGUAGES, message
from motamot.checks import Question
from motamot.checks._library import load_questions

GUIDES = {"en": "guide.md", "fr": "guide_fr.md"}
BEGIN, END = "<!-- matrix -->", "<!-- /matrix -->"
PLACE = re.compile(rf"{re.escape(BEGIN)}.*?{re.escape(END)}", re.DOTALL)
_OBJECTIVE = re.compile(r"^# - \*\*(?P<name>O\d+)\*\* (?P<text>.+?)\s?[;.]?$", re.MULTILINE)
_LINK = re.compile(r"\[([^\]]+)\]\([^)]+\)")


def write_matrices(root: Path, units: Sequence[str] = ()) -> list[str]:
    """Write the table into the guides that have a place for it and where it is not as the sources say.

    Parameters
    ----------
    root : pathlib.Path
        The repository.
    units : list of str
        Units by name or by the beginning of their name; empty for all.

    Returns
    -------
    list of str
        The guides that were changed.
    """
    changed = []
    for guide, content in _stale(root, units):
        guide.write_text(content, encoding="utf-8", newline="\n")
        changed.append(guide.relative_to(root).as_posix())
    return changed


def check_matrices(root: Path, units: Sequence[str] = ()) -> list[str]:
    """Return one sentence for each guide whose table is not as the sources say."""
    return [
        f"{guide.relative_to(root).as_posix()}: the table of questions is not as practice.py says; build"
        for guide, _ in _stale(root, units)
    ]


def matrix(objectives: dict[str, str], questions: Sequence[Question], language: str) -> str:
    """Return the table in Markdown, one row a question, by objective.

    Parameters
    ----------
    objectives : dict of str to str
        What each objective says, in the lesson's order.
    questions : list of Question
        The unit's questions.
    language : {"en", "fr"}
        Of the table.

    Returns
    -------
    str
        A table whose wrong answers are the first words of their messages.
    """
    head = tuple(message("matrix.columns", language).split("|"))
    rows = [head, ("---",) * len(head)]
    for name, text in objectives.items():
        asked = [question for question in questions if question.objective == name]
        rows += [_row(f"**{name}** {text}" if i == 0 else "", one, language) for i, one in enumerate(asked)]
        if not asked:
            rows.append((f"**{name}** {text}", message("matrix.none", language), "", "", ""))
    rows += [_row("", question, language) for question in questions if question.objective not in objectives]
    core = sum(question.points for question in questions if question.core)
    total = sum(question.points for question in questions)
    table = "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |" for row in rows)
    return (
        f"{table}\n\n{message('matrix.total', language, questions=len(questions), points=total, core=core)}"
    )


def _row(objective: str, question: Question, language: str) -> tuple[str, ...]:
    core = message("matrix.core", language) if question.core else ""
    # The same mistake may be found in several ways.
    said = dict.fromkeys(_first_words(getattr(miss.text, language)) for miss in question.near_misses)
    return (
        objective,
        f"`{question.name}`",
        message(f"matrix.kind_{question.kind}", language),
        f"{question.points}{core}",
        " · ".join(said) or message("matrix.unnamed", language),
    )


def _first_words(text: str) -> str:
    """Return a message up to its first pause.

    Examples
    --------
    >>> _first_words("You count ordinary blanks: the no-break space is another character.")
    'You count ordinary blanks'
    """
    return re.split(r"\s?[:;]\s|\.(?:\s|$)", text, maxsplit=1)[0]


def _stale(root: Path, units: Sequence[str]) -> list[tuple[Path, str]]:
    """Return each guide that has to change, and what it has to hold."""
    found = []
    for practice in sorted((root / "lessons").glob("*/practice.py")):
        guides = {language: practice.with_name(name) for language, name in GUIDES.items()}
        places = {language: guide for language, guide in guides.items() if _has_place(guide)}
        lesson = practice.with_name("lesson.py")
        if not places or not lesson.is_file() or not _is_meant(practice, units):
            continue
        questions = load_questions(practice)
        for language, guide in places.items():
            text = guide.read_text(encoding="utf-8")
            before, after = PLACE.split(text, maxsplit=1)
            table = matrix(_objectives(lesson.read_text(encoding="utf-8"), language), questions, language)
            content = f"{before}{BEGIN}\n{table}\n{END}{after}"
            if content != text:
                found.append((guide, content))
    return found


def _has_place(guide: Path) -> bool:
    return guide.is_file() and PLACE.search(guide.read_text(encoding="utf-8")) is not None


def _is_meant(practice: Path, units: Sequence[str]) -> bool:
    return not units or practice.parent.name.startswith(tuple(units))


def _objectives(lesson: str, language: str) -> dict[str, str]:
    """Return the objectives of a lesson's header, without its links; the English list comes first."""
    told: dict[str, list[str]] = {}
    for match in _OBJECTIVE.finditer(lesson):
        told.setdefault(match["name"], []).append(_LINK.sub(r"\1", match["text"]))
    return {name: texts[LANGUAGES.index(language)] for name, texts in told.items()}
