"""The questions of a unit with their hidden texts and arguments: what only the judge's side ever knows."""

from __future__ import annotations

import contextlib
import os
import random
import runpy
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import wraps
from pathlib import Path
from typing import Any

from motamot._paths import repository
from motamot._variant import use_variant
from motamot.checks import NearMiss, Question
from motamot.checks._describe import describe
from motamot.checks._library import load_questions
from motamot.checks._question import TRIED
from motamot.checks._readers import read_expected, same
from motamot.course.grading.units import find_unit
from motamot.errors import MotamotError

_CANDIDATES = 4
_MOST_FOLDERS = 2


@dataclass(frozen=True)
class Setting:
    """A text in use, and the questions of a unit as they are on it.

    Parameters
    ----------
    folder : pathlib.Path or None
        The learner's folder that holds the hidden text; None for the kit's text.
    questions : dict of str to Question
        By name; each reference and near miss is computed once.
    """

    folder: Path | None
    questions: dict[str, Question]

    @contextlib.contextmanager
    def in_use(self) -> Iterator[None]:
        """Make this the text in use."""
        before = Path.cwd()
        if self.folder is None:
            os.environ["MOTAMOT_TEXT"] = "kit"
        else:
            os.environ.pop("MOTAMOT_TEXT", None)
            os.chdir(self.folder)
        try:
            yield
        finally:
            os.chdir(before)


@dataclass(frozen=True)
class AnswerKey:
    """All that is needed to judge one unit, in one variant, with one seed.

    Parameters
    ----------
    kit : Setting
        The text that learners have before them.
    hidden : list of Setting
        The texts their notebooks are run on, one or two.
    inputs : dict of str to list of tuple
        Hidden arguments of functions and patterns.
    """

    kit: Setting
    hidden: list[Setting]
    inputs: dict[str, list[tuple[object, ...]]]


def make_key(root: Path, unit: str, seed: str, variant: str, place: Path) -> AnswerKey:
    """Load a unit and draw its hidden texts and arguments.

    Parameters
    ----------
    root : pathlib.Path
        The folder of units.
    unit : str
        Name or number of the unit.
    seed : str
        Everything hidden derives from it.
    variant : str
        Code of the variant, or ``""``.
    place : pathlib.Path
        An empty private folder for the hidden texts.

    Returns
    -------
    AnswerKey
        The hidden texts are chosen so that every computed answer that depends on the text is another one than
        on the kit's: one that was typed in is then wrong.

    Raises
    ------
    MotamotError
        If a question cannot be computed, or has no hidden arguments.
    """
    folder = find_unit(root, unit)
    use_variant(variant)
    questions = {one.name: one for one in load_questions(folder / "practice.py")}
    inputs = _hidden_inputs(folder, questions, f"{seed}|{folder.name}|inputs")
    kit = _setting(None, questions)
    _compute(kit, questions)
    computed = [name for name, one in questions.items() if one.kind not in TRIED and not one.typed]
    if not computed:
        return AnswerKey(kit, [], inputs)
    candidates: list[tuple[Setting, set[str]]] = []
    for number in range(_CANDIDATES):
        rng = random.Random(f"{seed}|{folder.name}|text|{number}")
        files = _hidden_folder(root)(rng)
        hidden = _setting(_lay_out(place / str(number), files), questions)
        try:
            _compute(hidden, computed)
        except MotamotError:
            if number + 1 == _CANDIDATES and not candidates:
                raise
            continue
        changed = {name for name in computed if not _same_answer(kit, hidden, name)}
        known: set[str] = set().union(*(before for _, before in candidates))
        candidates.append((hidden, changed))
        # Some answers change on no text; they are not waited for.
        if len(changed) == len(computed) or (number and changed <= known):
            break
    return AnswerKey(kit, _fewest(candidates), inputs)


def _hidden_inputs(
    folder: Path, questions: Mapping[str, Question], seed: str
) -> dict[str, list[tuple[object, ...]]]:
    tried = [name for name, question in questions.items() if question.kind in TRIED]
    if not tried:
        return {}
    file = folder / "judge.py"
    drawn = runpy.run_path(str(file))["inputs"](random.Random(seed)) if file.is_file() else {}
    missing = [name for name in tried if not drawn.get(name)]
    if missing:
        raise MotamotError(
            f"{folder.name}/judge.py gives no hidden arguments for {', '.join(missing)}: "
            "let inputs(rng) return a list of tuples for each."
        )
    return {name: [tuple(arguments) for arguments in drawn[name]] for name in tried}


def _hidden_folder(root: Path) -> Callable[[random.Random], dict[str, str]]:
    """Return the generator of hidden texts: that of these questions, else the kit's."""
    home = repository()
    for place in (root, *([home / "lessons"] if home else [])):
        file = place / "judging" / "hidden_texts.py"
        if file.is_file():
            generator: Callable[[random.Random], dict[str, str]] = runpy.run_path(str(file))["hidden_folder"]
            return generator
    raise MotamotError(f"{root.name}/ has no judging/hidden_texts.py to draw hidden texts from.")


def _lay_out(folder: Path, files: Mapping[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    return folder


def _setting(folder: Path | None, questions: Mapping[str, Question]) -> Setting:
    return Setting(folder, {name: _remembering(question) for name, question in questions.items()})


def _remembering(question: Question) -> Question:
    """Return the question with every way of it computed once for each arguments."""
    return replace(
        question,
        reference=_once(question.reference),
        near_misses=[NearMiss(_once(miss.way), miss.text) for miss in question.near_misses],
        source=_once(question.source) if question.source else None,
    )


def _once(way: Callable[..., Any]) -> Callable[..., Any]:
    known: dict[str, Any] = {}

    @wraps(way)
    def ask(*arguments: object) -> Any:
        key = repr(arguments)
        if key not in known:
            known[key] = way(*arguments)
        return known[key]

    return ask


def _compute(setting: Setting, names: Sequence[str] | Mapping[str, Question]) -> None:
    """Compute the references, so that what fails, fails before any submission is judged by it."""
    with setting.in_use():
        for name in names:
            question = setting.questions[name]
            if question.kind in TRIED:
                continue
            try:
                question.reference()
            except Exception as error:
                where = "on the kit's text" if setting.folder is None else "on a hidden text"
                raise MotamotError(f"The reference answer of {name} fails {where}: {error!r}") from error


def _same_answer(one: Setting, two: Setting, name: str) -> bool:
    question = one.questions[name]
    with one.in_use():
        first = read_expected(describe(question.reference()), question)
    with two.in_use():
        second = read_expected(describe(two.questions[name].reference()), question)
    return same(first, second, question)


def _fewest(candidates: Sequence[tuple[Setting, set[str]]]) -> list[Setting]:
    """Choose the text on which most answers change, and a second one if that adds some."""
    chosen: list[Setting] = []
    covered: set[str] = set()
    for _ in range(_MOST_FOLDERS):
        best, changed = max(candidates, key=lambda one: len(one[1] - covered))
        if chosen and not changed - covered:
            break
        chosen.append(best)
        covered |= changed
    return chosen
