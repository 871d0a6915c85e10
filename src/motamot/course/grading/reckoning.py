"""The reckoner's own process: key and verdicts, with a current folder, language and variant of its own."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any

from motamot._language import message, use_language
from motamot._variant import use_variant
from motamot.checks import Question
from motamot.checks._judge import judge_described
from motamot.checks._question import TRIED
from motamot.checks._states import NEAR_MISS, WRONG
from motamot.course.grading.legible import legible
from motamot.course.grading.private import private_folder
from motamot.course.grading.references import AnswerKey, make_key
from motamot.course.grading.run_units import read_course
from motamot.course.grading.units import find_unit
from motamot.errors import MotamotError

_MOST_KEPT = 64
# More than any sentence on an answer that `describe` has described, with its table.
_LONGEST_TEXT = 6000
# The first verdict on a wrong answer also goes every wrong way that the question knows, which takes seconds.
_VERDICT_SECONDS = 20.0


class _TooLong(BaseException):
    """A verdict takes more time than any answer is worth; no ``except Exception`` stops it."""


class Work:
    """What the process does; each public method is a task."""

    def __init__(self, root: Path, place: Path) -> None:
        self._root = root
        self._place = place
        self._kept: dict[tuple[str, str, str], tuple[AnswerKey, Path]] = {}

    def course(self, units: list[str], language: str) -> dict[str, list[dict[str, Any]]]:
        """Return the questions of units as reports need them."""
        use_language(language)
        use_variant("")
        course = read_course(self._root, units)
        return {unit: [asdict(one) for one in asked] for unit, asked in course.items()}

    def prepare(self, unit: str, seed: str, variant: str) -> dict[str, Any]:
        """Return what a run needs to know: names, hidden folders and arguments, but no answer."""
        key = self._key(unit, seed, variant)
        questions = key.kit.questions
        return {
            "unit": find_unit(self._root, unit).name,
            "questions": [
                {"name": one.name, "kind": one.kind, "points": one.points, "typed": bool(one.typed)}
                for one in questions.values()
            ],
            "tries": [
                {
                    "question": name,
                    "how": "call" if questions[name].kind == "function" else questions[name].match,
                    "shown": questions[name].inputs,
                    "hidden": inputs,
                }
                for name, inputs in key.inputs.items()
            ],
            "folders": [_files(setting.folder) for setting in key.hidden if setting.folder],
        }

    def judge(
        self, unit: str, seed: str, variant: str, text: int, given: dict[str, Any], results: dict[str, Any]
    ) -> dict[str, Any]:
        """Return a verdict on each answer given on the kit's text (-1) or on a hidden one.

        Functions and patterns: on the arguments that the exercise shows (-1), or on hidden ones.
        """
        key = self._key(unit, seed, variant)
        setting = key.hidden[text] if 0 <= text < len(key.hidden) else key.kit
        verdicts = {}
        with setting.in_use():
            for name, description in given.items():
                question = setting.questions[name]
                inputs = key.inputs.get(name) if text >= 0 and question.kind in TRIED else None
                verdicts[name] = _verdict(question, description, results.get(name), inputs)
        return verdicts

    def _key(self, unit: str, seed: str, variant: str) -> AnswerKey:
        key = (unit, seed, variant)
        if key not in self._kept:
            if len(self._kept) >= _MOST_KEPT:
                # Its hidden texts lie in memory, too.
                _, oldest = self._kept.pop(next(iter(self._kept)))
                shutil.rmtree(oldest)
            place = Path(tempfile.mkdtemp(dir=self._place))
            try:
                self._kept[key] = make_key(self._root, unit, seed, variant, place), place
            except BaseException:
                shutil.rmtree(place)
                raise
        return self._kept[key][0]


def _files(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes().decode("utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _verdict(
    question: Question, description: Any, results: Any, inputs: list[tuple[object, ...]] | None
) -> dict[str, Any]:
    said = {}
    state = WRONG
    try:
        with _time_limit(_VERDICT_SECONDS):
            for language in ("en", "fr"):
                use_language(language)
                state, text = judge_described(question, description, results, inputs)
                said[language] = legible(text[:_LONGEST_TEXT], "·", kept="\n\t")
    except (Exception, _TooLong) as error:
        return {"state": "error", "text": {}, "miss": "", "reason": type(error).__name__}
    texts = [{"en": miss.text.en, "fr": miss.text.fr} for miss in question.near_misses]
    miss = str(texts.index(said) + 1) if said in texts else "remark" if state == NEAR_MISS else ""
    return {"state": state, "text": said, "miss": miss}


@contextlib.contextmanager
def _time_limit(seconds: float) -> Iterator[None]:
    """Raise after so much time on the processor, as all submissions wait for a verdict; not on Windows."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def stop(number: int, frame: object) -> None:
        raise _TooLong

    # Not SIGALRM: trying a pattern has that for itself.
    signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def serve(asked: IO[str], answered: IO[str]) -> None:
    """Do one task a line to the end of the input; first hear where the units lie, and say who one is.

    Parameters
    ----------
    asked, answered : text files
        Tasks, and what becomes of them, as JSON.
    """
    root = Path(json.loads(asked.readline()))
    _answer(answered, os.getpid())
    with private_folder([root]) as place:
        work = Work(root, place)
        tasks: dict[str, Callable[..., Any]] = {
            "course": work.course,
            "prepare": work.prepare,
            "judge": work.judge,
        }
        for line in asked:
            task, values = json.loads(line)
            try:
                answer = ["answer", tasks[task](**values)]
            except MotamotError as error:
                answer = ["error", str(error)]
            except (Exception, SystemExit) as error:
                reason = f"{type(error).__name__}: {error}"[:200]
                place = root / str(values.get("unit", ""))
                answer = ["error", message("grade.bad_questions", place=place, reason=reason)]
            _answer(answered, answer)


def _answer(answered: IO[str], value: object) -> None:
    answered.write(json.dumps(value) + "\n")
    answered.flush()


def _main() -> None:
    # Whatever a practice.py prints must not mix with the answers.
    answered = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    serve(sys.stdin, answered)


if __name__ == "__main__":
    _main()
