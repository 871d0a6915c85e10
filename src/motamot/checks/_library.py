"""Finding a question by its name in the practice files that the kit ships."""

from __future__ import annotations

import importlib.util
from functools import cache

from motamot._language import message
from motamot._paths import share
from motamot.checks._question import Question
from motamot.errors import MotamotError


def find_question(name: str) -> Question:
    """Return the question of that name, or say which names there are."""
    if not isinstance(name, str):
        raise MotamotError(message("checks.name_not_text"))
    unit = name.partition(".")[0]
    questions = questions_of(unit)
    if name not in questions:
        raise MotamotError(message("checks.unknown", name=name, known=", ".join(questions) or "-"))
    return questions[name]


@cache
def questions_of(unit: str) -> dict[str, Question]:
    """Return the questions of a unit, ``"01"``, by name; empty if it has none."""
    for folder in sorted(share("lessons").iterdir()):
        file = folder / "practice.py"
        if folder.name.partition("_")[0] == unit and file.is_file():
            spec = importlib.util.spec_from_file_location(f"motamot_practice_{unit}", file)
            if spec is None or spec.loader is None:
                continue
            module = importlib.util.module_from_spec(spec)
            spec.loader.exec_module(module)
            return {question.name: question for question in module.QUESTIONS}
    return {}
