"""From what the runs claim to marks with their reasons."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from typing import Any

from motamot.course.grading.claimed import Run
from motamot.course.grading.results import Mark, Sentence
from motamot.course.grading.seen import seen
from motamot.course.grading.sentences import sentence

# As the engine has it, which the judge does not load.
TRIED = ("function", "pattern")
_NO_ANSWER = ("empty", "type", "missing", "error")


@dataclass(frozen=True)
class Verdict:
    """What the engine says of one answer on one text."""

    state: str
    text: Sentence
    miss: str
    description: Any


@dataclass(frozen=True)
class Notebook:
    """The cells of a submission, those that had to be left out, and what its run gave on the kit's text."""

    cells: Sequence[str]
    left_out: frozenset[int]
    run: Run


def tries_of(plan: dict[str, Any], which: str) -> list[dict[str, Any]]:
    """Return the functions and patterns of a unit with the arguments that are shown, or the hidden ones."""
    return [
        {"question": one["question"], "how": one["how"], "inputs": one[which], "hidden": which == "hidden"}
        for one in plan["tries"]
    ]


def hidden_runs(plan: dict[str, Any], right: Set[str]) -> Iterator[tuple[int, dict[str, str], list[str]]]:
    """Yield the runs that remain to be made: number of the hidden text, its files, and what is asked there.

    Parameters
    ----------
    plan : dict
        Of the unit.
    right : set of str
        The questions whose answers are right on the text and the arguments that the learner knows.
    """
    folders = plan["folders"]
    # Where no question needs a text, there is still one run for the functions.
    for number, files in enumerate(folders or ([{}] if plan["tries"] else [])):
        wanted = [
            one["name"]
            for one in plan["questions"]
            if one["name"] in right
            and (number == 0 if one["kind"] in TRIED else bool(folders) and not one["typed"])
        ]
        if wanted:
            yield number, files, wanted


def answers_of(run: Run, names: Sequence[str]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Return the answers by their names at the end, and for the same questions what check() was given."""
    named = {name: run.named[name] for name in names if name in run.named}
    checked = {name: run.checked[name] for name in names if name in run.checked}
    results = {
        name: [found.get(number) for number in range(max(found) + 1)]
        for name, found in run.results.items()
        if name in names and found and max(found) < 1000
    }
    return [(named, results), (checked, results)]


def is_open(name: str, *judged: dict[str, Verdict]) -> bool:
    """Tell whether a further answer to a question may count, after what has been judged already."""
    return all(name not in found or found[name].state in _NO_ANSWER for found in judged)


def settle(
    names: Sequence[str], by_name: dict[str, Verdict], by_check: dict[str, Verdict]
) -> dict[str, Verdict]:
    """Choose for each question the value that counts: that of its name at the end.

    Only where this is no answer of the kind asked, what check() was given last counts, so that nobody
    answers twice.
    """
    chosen = {}
    for name in names:
        first, second = by_name.get(name), by_check.get(name)
        if first is None or (is_open(name, by_name) and second and second.state not in _NO_ANSWER):
            first = second
        if first is not None:
            chosen[name] = first
    return chosen


def mark(
    question: dict[str, Any],
    notebook: Notebook,
    on_kit: Verdict | None,
    on_hidden: Sequence[Verdict | None],
) -> Mark:
    """Give the mark of one question.

    Parameters
    ----------
    question : dict
        Its name, kind, points, and whether it is typed.
    notebook : Notebook
        What was run.
    on_kit : Verdict or None
        On the text and the arguments that the learner knows; None if the notebook gives no value.
    on_hidden : list of Verdict or None
        On each hidden text, or for functions on the hidden arguments; empty for typed answers.

    Returns
    -------
    Mark
        Full points if the answer is right on every text, else none.
    """
    name, out_of = question["name"], question["points"]
    if on_kit is None:
        state, reason = _why_missing(name, notebook)
        return Mark(name, state, 0, out_of, "", reason)
    if on_kit.state != "right":
        return _from_verdict(name, out_of, on_kit)
    # What a run on something hidden says is not passed on: only whether it was right, and the question's own
    # texts. A submission could put what it was given into any other.
    for other in on_hidden:
        if other is None or other.state != "right":
            text, key = _why_not_there(question["kind"] in TRIED, on_kit, other)
            return Mark(name, "wrong", 0, out_of, seen(on_kit.description), text, key)
    return _from_verdict(name, out_of, on_kit)


def _why_not_there(tried: bool, on_kit: Verdict, other: Verdict | None) -> tuple[Sentence, str]:
    """Say why an answer that is right where the learner sees it is not right elsewhere."""
    if tried:
        known = other is not None and other.miss.isdigit()
        return (other.text, other.miss) if other and known else (sentence("other_inputs"), "other_inputs")
    if other is None or other.state in _NO_ANSWER:
        return sentence("other_text_failed"), "other_text"
    key = "typed_in" if other.description == on_kit.description else "other_text"
    return sentence(key), key


def _from_verdict(name: str, out_of: float, verdict: Verdict) -> Mark:
    text = verdict.text or sentence("unreadable", name=_variable(name))
    points = out_of if verdict.state == "right" else 0
    return Mark(name, verdict.state, points, out_of, seen(verdict.description), text, verdict.miss)


def _why_missing(name: str, notebook: Notebook) -> tuple[str, Sentence]:
    """Say why a name has no value: the cell that gives it failed, was left out, or is not there."""
    variable = _variable(name)
    gives = re.compile(rf"\b{re.escape(variable)}\b\s*(?:=(?!=)|,|:)|\bdef\s+{re.escape(variable)}\b")
    for number, source in enumerate(notebook.cells):
        if not gives.search(source):
            continue
        if number in notebook.left_out:
            return "error", sentence("cell_left_out", cell=number + 1, name=variable)
        if number in notebook.run.errors:
            kind, text = notebook.run.errors[number]
            reason = f"{kind}: {text}" if text else kind
            return "error", sentence("cell_failed", cell=number + 1, name=variable, reason=reason)
    return "missing", sentence("missing", name=variable)


def _variable(name: str) -> str:
    return name.partition(".")[2]
