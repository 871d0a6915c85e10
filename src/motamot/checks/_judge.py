"""Judging an answer: not attempted, wrong type, near miss, wrong or right.

One engine, two places: in a notebook `judge` describes the answer and tries it; in grading both happen in
another process, and only `judge_described` runs here.
"""

from __future__ import annotations

from collections.abc import Sequence

from motamot._language import message
from motamot.checks._describe import Description, describe
from motamot.checks._evidence import judge_evidence
from motamot.checks._functions import judge_results, refuse
from motamot.checks._names import shadowed_names
from motamot.checks._question import TRIED, NearMiss, Question
from motamot.checks._readers import read_answer, read_expected, same
from motamot.checks._remarks import remark
from motamot.checks._states import NEAR_MISS, NOT_ATTEMPTED, RIGHT, WRONG, WRONG_TYPE, Verdict
from motamot.checks._trial import attempt, describe_in_time
from motamot.checks._values import Failure, FunctionOf, Mark, Value, read
from motamot.checks._wrong_type import WrongType


def judge(question: Question, answer: object) -> Verdict:
    """Return the state of an answer and the sentence for the learner.

    Parameters
    ----------
    question : Question
        What was asked.
    answer : object
        What was given; nothing of it is trusted to compare itself.

    Returns
    -------
    tuple of str
        State and sentence, in the language in use.
    """
    description = describe_in_time(answer)
    if question.kind not in TRIED or _not_attempted(description) or refuse(question, description):
        return judge_described(question, description)
    results = _try(question, answer)
    state, text = judge_described(question, description, results)
    last = read(results[-1])
    if isinstance(last, Failure) and last.reason == "raised":
        text += shadowed_names(answer)
    return state, text


def _try(question: Question, answer: object) -> list[Description]:
    """Try an answer on the visible inputs, up to the first failure."""
    how = "call" if question.kind == "function" else question.match
    results = []
    for arguments in question.inputs:
        results.append(attempt(answer, arguments, how))
        if isinstance(read(results[-1]), Failure):
            break
    return results


def judge_described(
    question: Question,
    description: Description,
    results: Sequence[Description] | None = None,
    inputs: Sequence[tuple[object, ...]] | None = None,
) -> Verdict:
    """Return the state of an answer that was described elsewhere, and the sentence for the learner.

    Parameters
    ----------
    question : Question
        What was asked; its reference is computed here, from the text in use here.
    description : description
        What `describe` returned for the answer. It may have been forged: any JSON is read without harm.
    results : list of descriptions, optional
        For functions and patterns: what `attempt` returned for each input.
    inputs : list of tuples, optional
        The inputs that gave `results`, if they are hidden ones; then the sentence tells nothing of them. The
        question's own, visible inputs if left out.

    Returns
    -------
    tuple of str
        State (``"empty"``, ``"type"``, ``"near"``, ``"wrong"`` or ``"right"``) and sentence, in the language
        in use.
    """
    if _not_attempted(description):
        return NOT_ATTEMPTED, message("checks.empty", name=question.name.partition(".")[2])
    if question.kind in TRIED:
        refused = refuse(question, description)
        tried = question.inputs if inputs is None else inputs
        return refused or judge_results(question, results or (), tried, _name(description), inputs is None)
    try:
        given = read_answer(description, question)
    except WrongType as error:
        return WRONG_TYPE, _with_content(error, question)
    if question.kind == "evidence":
        return judge_evidence(question, given)
    expected = _expected(question)
    if same(given, expected, question):
        return RIGHT, str(question.because or message("checks.right"))
    for miss in question.near_misses:
        if _went(given, miss, question):
            # Of two or four choices one is right, and no other is nearly so.
            return WRONG if question.kind in ("choice", "bool") else NEAR_MISS, str(miss.text)
    return remark(question, given, expected)


def _not_attempted(description: Description) -> bool:
    value = read(description)
    placeholder = Mark("placeholder")
    return value is None or value == placeholder or (
        isinstance(value, list | tuple) and len(value) > 0 and all(one == placeholder for one in value)
    )  # fmt: skip


def _name(description: Description) -> str:
    value = read(description)
    return value.name if isinstance(value, FunctionOf) else ""


def _expected(question: Question) -> Value:
    return read_expected(describe(question.reference()), question)


def _went(given: Value, miss: NearMiss, question: Question) -> bool:
    """Tell whether the answer is what a wrong way gives; some do not exist on the text in use."""
    try:
        wrong = read_expected(describe(miss.way()), question)
    except Exception:
        return False
    return same(given, wrong, question)


def _with_content(error: WrongType, question: Question) -> str:
    """Say so if only the type is wrong."""
    if error.content is not None and same(error.content, _expected(question), question):
        return f"{message('checks.content_right')} {error}"
    return str(error)
