"""Trying the mutants of a unit's solutions on the kit's texts, on hidden ones and on hidden inputs.

Where the answer is reasoned and typed, the answer is changed instead of the code.
"""

from __future__ import annotations

import ast
import warnings
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import exercise_runner as runner
from mutants import mutants, other_answers

from motamot.checks import Question
from motamot.checks._describe import describe
from motamot.checks._functions import refuse
from motamot.checks._judge import TRIED, judge_described
from motamot.checks._library import questions_of
from motamot.checks._trial import TooLong, attempt, time_limit

# Seconds for a mutant that loops: no busy machine takes so long for one that does not.
_PATIENCE = 20.0


@dataclass
class Trials:
    """What became of a question's mutants: how many were tried, and which were right everywhere."""

    tried: int
    survivors: list[str]


def try_mutants(unit: str, folders: list[Path]) -> dict[str, Trials]:
    """Run every mutant of a unit; one that is wrong on any text is not run on the next."""
    questions = questions_of(unit.partition("_")[0])
    hidden = runner.hidden_inputs(unit)
    left: dict[str, dict[str, Any]] = {}
    trials: dict[str, Trials] = {}
    for folder in (None, *folders):
        with runner.texts_of(folder):
            for name, (cell, before, answer) in runner.answers_of(unit).items():
                question = _computed_once(questions[name])
                if name not in left:
                    left[name] = dict(
                        other_answers(question, answer)
                        if question.typed
                        else mutants(ast.parse(cell.code), cell.solution)
                    )
                    trials[name] = Trials(len(left[name]), [])
                if question.typed and folder is not None:
                    continue
                left[name] = {
                    text: mutant
                    for text, mutant in left[name].items()
                    if _is_right(question, mutant, cell, before, hidden.get(name, []))
                }
    for name, survivors in left.items():
        trials[name].survivors = sorted(survivors)
    return trials


def _computed_once(question: Question) -> Question:
    """Keep the reference of a value question, so that each mutant is only compared."""
    if question.kind in TRIED:
        return replace(question, near_misses=())
    answer = question.reference()
    source = question.source() if question.source else ""
    return replace(
        question, reference=lambda: answer, source=question.source and (lambda: source), near_misses=()
    )


def _is_right(
    question: Question, mutant: Any, cell: runner.Cell, before: dict[str, Any], inputs: list[Any]
) -> bool:
    if question.typed:
        return judge_described(question, describe(mutant))[0] == "right"
    names = runner.copied(before)
    try:
        with time_limit(_PATIENCE), warnings.catch_warnings(action="ignore"):
            runner.run(mutant, names)
            answer = eval(cell.answer, names)
    except (Exception, TooLong):
        return False
    if question.kind not in TRIED:
        return judge_described(question, describe(answer))[0] == "right"
    description = describe(answer)
    return not refuse(question, description) and all(
        _fits(question, description, answer, arguments) for arguments in (*question.inputs, *inputs)
    )


def _fits(question: Question, description: Any, answer: Any, arguments: tuple[Any, ...]) -> bool:
    result = attempt(answer, arguments, "call" if question.kind == "function" else question.match)
    return judge_described(question, description, [result], [arguments])[0] == "right"


def table(rows: Iterable[tuple[str, int, int]], head: tuple[str, str, str]) -> str:
    """Return a table of text: question, how many were tried, how many were accepted."""
    listed = [(name, str(tried), str(accepted)) for name, tried, accepted in rows]
    total = ("sum", str(sum(int(row[1]) for row in listed)), str(sum(int(row[2]) for row in listed)))
    return "\n".join(f"{one:24}{two:>8}{three:>24}" for one, two, three in (head, *listed, total))
