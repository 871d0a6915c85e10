"""The table of objectives, questions and named wrong answers in each unit's guide, from the sources."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from motamot.checks import Question
from motamot.checks._library import load_questions

BEGIN, END = "<!-- matrix -->", "<!-- /matrix -->"
_PLACE = re.compile(rf"{re.escape(BEGIN)}.*?{re.escape(END)}", re.DOTALL)
_OBJECTIVE = re.compile(r"^# - \*\*(?P<name>O\d+)\*\* (?P<text>.+?)[;.]?$", re.MULTILINE)
_LINK = re.compile(r"\[([^\]]+)\]\([^)]+\)")
_HEAD = ("objective", "question", "kind", "points", "wrong answers that check names")


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


def matrix(objectives: dict[str, str], questions: Sequence[Question]) -> str:
    """Return the table in Markdown, one row a question, by objective.

    Parameters
    ----------
    objectives : dict of str to str
        What each objective says, in the lesson's order.
    questions : list of Question
        The unit's questions.

    Returns
    -------
    str
        A table whose wrong answers are the first words of their messages.
    """
    rows = [_HEAD, ("---",) * len(_HEAD)]
    for name, text in objectives.items():
        asked = [question for question in questions if question.objective == name]
        rows += [_row(f"**{name}** {text}" if i == 0 else "", one) for i, one in enumerate(asked)]
        if not asked:
            rows.append((f"**{name}** {text}", "none: judged in the discussion", "", "", ""))
    rows += [_row("", question) for question in questions if question.objective not in objectives]
    core = sum(question.points for question in questions if question.core)
    total = sum(question.points for question in questions)
    table = "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |" for row in rows)
    return f"{table}\n\n{len(questions)} questions, {total} points, of which {core} core."


def _row(objective: str, question: Question) -> tuple[str, ...]:
    core = ", core" if question.core else ""
    named = " · ".join(_first_words(miss.text.en) for miss in question.near_misses) or "by kind only"
    return objective, f"`{question.name}`", question.kind, f"{question.points}{core}", named


def _first_words(text: str) -> str:
    """Return a message up to its first pause.

    Examples
    --------
    >>> _first_words("You count ordinary blanks: the no-break space is another character.")
    'You count ordinary blanks'
    """
    return re.split(r"[:;]\s|\.(?:\s|$)", text, maxsplit=1)[0]


def _stale(root: Path, units: Sequence[str]) -> list[tuple[Path, str]]:
    """Return each guide that has to change, and what it has to hold."""
    found = []
    for guide in sorted((root / "lessons").glob("*/guide.md")):
        practice = guide.with_name("practice.py")
        text = guide.read_text(encoding="utf-8")
        if not _PLACE.search(text) or not practice.is_file() or not _is_meant(guide, units):
            continue
        lesson = guide.with_name("lesson.py").read_text(encoding="utf-8")
        table = matrix(_objectives(lesson), load_questions(practice))
        before, after = _PLACE.split(text, maxsplit=1)
        content = f"{before}{BEGIN}\n{table}\n{END}{after}"
        if content != text:
            found.append((guide, content))
    return found


def _is_meant(guide: Path, units: Sequence[str]) -> bool:
    return not units or guide.parent.name.startswith(tuple(units))


def _objectives(lesson: str) -> dict[str, str]:
    """Return the objectives of a lesson's header, first and in English, without its links."""
    found: dict[str, str] = {}
    for match in _OBJECTIVE.finditer(lesson):
        found.setdefault(match["name"], _LINK.sub(r"\1", match["text"]))
    return found
