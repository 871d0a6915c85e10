"""A process of its own for key and verdicts: it has its own current folder, language and variant."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

from motamot._language import use_language
from motamot.checks import Question
from motamot.checks._judge import judge_described
from motamot.checks._states import NEAR_MISS, WRONG
from motamot.course.grading.references import TRIED, AnswerKey, find_unit, make_key
from motamot.errors import MotamotError

_MOST_KEPT = 64
_PATIENCE = 10.0


class Reckoner:
    """The judge's side of the process; may be used from several threads, which take turns.

    Parameters
    ----------
    root : pathlib.Path
        The folder of units.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._lock = threading.Lock()
        self._process = subprocess.Popen(
            [sys.executable, "-X", "utf8", "-m", __name__, str(root)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=Path(sys.executable).anchor,
            text=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONHASHSEED": "0"},
        )

    def ask(self, task: str, **values: Any) -> Any:
        """Have a task of `_Work` done.

        Raises
        ------
        MotamotError
            If the questions are not in order.
        """
        with self._lock:
            assert self._process.stdin is not None and self._process.stdout is not None
            try:
                self._process.stdin.write(json.dumps([task, values]) + "\n")
                self._process.stdin.flush()
                line = self._process.stdout.readline()
            except BrokenPipeError:
                line = ""
        if not line:
            raise MotamotError("The process that knows the reference answers has ended; start again.")
        kind, answer = json.loads(line)
        if kind == "error":
            raise MotamotError(answer)
        return answer

    def close(self) -> None:
        """End the process."""
        with self._lock:
            assert self._process.stdin is not None and self._process.stdout is not None
            # At the end of its input it clears its hidden texts away.
            with contextlib.suppress(OSError):
                self._process.stdin.close()
            try:
                self._process.wait(_PATIENCE)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
            self._process.stdout.close()


class _Work:
    """What the process does; each public method is a task."""

    def __init__(self, root: Path, place: Path) -> None:
        self._root = root
        self._place = place
        self._kept: dict[tuple[str, str, str], AnswerKey] = {}

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
                del self._kept[next(iter(self._kept))]
            place = Path(tempfile.mkdtemp(dir=self._place))
            self._kept[key] = make_key(self._root, unit, seed, variant, place)
        return self._kept[key]


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
    for language in ("en", "fr"):
        use_language(language)
        try:
            state, text = judge_described(question, description, results, inputs)
            said[language] = _writable(text)
        except Exception as error:
            return {"state": "error", "text": {}, "miss": "", "reason": type(error).__name__}
    texts = [{"en": miss.text.en, "fr": miss.text.fr} for miss in question.near_misses]
    miss = str(texts.index(said) + 1) if said in texts else "remark" if state == NEAR_MISS else ""
    return {"state": state, "text": said, "miss": miss}


def _writable(text: str) -> str:
    """Return a sentence that may quote an answer as one that every file can hold."""
    kept = text.encode("utf-8", "replace").decode("utf-8")
    return "".join(sign if sign.isprintable() or sign in "\n\t" else "·" for sign in kept)


def _serve(root: Path, asked: IO[str], answered: IO[str]) -> None:
    with tempfile.TemporaryDirectory(prefix="motamot-judge-") as place:
        work = _Work(root, Path(place))
        tasks: dict[str, Callable[..., Any]] = {"prepare": work.prepare, "judge": work.judge}
        for line in asked:
            task, values = json.loads(line)
            try:
                answer = ["answer", tasks[task](**values)]
            except MotamotError as error:
                answer = ["error", str(error)]
            except Exception as error:
                answer = ["error", f"The questions cannot be used: {type(error).__name__}: {error}"]
            answered.write(json.dumps(answer) + "\n")
            answered.flush()


def _main() -> None:
    # Whatever a practice.py prints must not mix with the answers.
    answered = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    _serve(Path(sys.argv[1]), sys.stdin, answered)


if __name__ == "__main__":
    _main()
