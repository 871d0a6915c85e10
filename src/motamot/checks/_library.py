"""Finding a question by its name in the practice files that the kit ships."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from motamot._language import message
from motamot._paths import share
from motamot._variant import current_variant
from motamot.checks._question import Question
from motamot.errors import MotamotError

_LONGEST_REASON = 200


def find_question(name: str) -> Question:
    """Return the question of that name, or say which names there are."""
    if not isinstance(name, str):
        raise MotamotError(message("checks.name_not_text"))
    unit = name.partition(".")[0]
    questions = questions_of(unit)
    if name not in questions:
        known = ", ".join(questions) or ", ".join(_units()) or "-"
        raise MotamotError(message("checks.unknown", name=name[:60], known=known))
    return questions[name]


def questions_of(unit: str) -> dict[str, Question]:
    """Return the questions of a unit, ``"01"``, by name, in the variant in use; empty if it has none."""
    return _questions_of(unit, current_variant())


@cache
def _questions_of(unit: str, variant: str) -> dict[str, Question]:
    file = next((path for path in _practice_files() if _prefix(path) == unit), None)
    if file is None:
        return {}
    return {question.name: question for question in load_questions(file)}


def load_questions(file: Path) -> list[Question]:
    """Run a ``practice.py`` and return its questions.

    Parameters
    ----------
    file : pathlib.Path
        The kit's own, or one that an instructor wrote.

    Returns
    -------
    list of Question
        In the order of the file.

    Raises
    ------
    MotamotError
        If the file does not run, or holds no list ``QUESTIONS`` or two questions of one name.
    """
    spec = importlib.util.spec_from_file_location(f"motamot_practice_{_prefix(file)}", file)
    place = f"{file.parent.name}/{file.name}"
    if spec is None or spec.loader is None:
        raise MotamotError(message("checks.no_questions", file=place))
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except (Exception, SystemExit) as error:
        reason = f"{type(error).__name__}: {error}"[:_LONGEST_REASON]
        raise MotamotError(message("checks.bad_questions", file=place, reason=reason)) from error
    questions = getattr(module, "QUESTIONS", None)
    if not isinstance(questions, list) or not all(isinstance(one, Question) for one in questions):
        raise MotamotError(message("checks.no_questions", file=place))
    names = [question.name for question in questions]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice:
        raise MotamotError(message("checks.two_questions", file=place, name=twice))
    return questions


def _practice_files() -> Iterator[Path]:
    for folder in sorted(share("lessons").iterdir()):
        file = folder / "practice.py"
        if file.is_file():
            yield file


def _prefix(file: Path) -> str:
    return file.parent.name.partition("_")[0]


def _units() -> list[str]:
    """Return the names of all questions, for a name whose unit is not there."""
    return [name for file in _practice_files() for name in questions_of(_prefix(file))]
