"""The judge's end of the process that knows the reference answers: key and verdicts are reckoned there."""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol

from motamot.course.grading.parent import end
from motamot.errors import MotamotError

MODULE = "motamot.course.grading.reckoning"
_PATIENCE = 10.0
_MOST_PLANS = 64
_STANDARD_ERROR = 2


class Warm(Protocol):
    """A process with the libraries loaded, which forks one more for the judge."""

    def fork_aside(self, asked: int, answered: int, errors: int) -> None:
        """Fork, and give the new process these descriptors."""
        ...


class Reckoner:
    """The judge's side of the process; may be used from several threads, which take turns.

    Parameters
    ----------
    root : pathlib.Path
        The folder of units.
    warm : Warm, optional
        What the process is forked from; without it a new interpreter is started.

    Raises
    ------
    MotamotError
        If the process does not start.
    """

    def __init__(self, root: Path, warm: Warm | None = None) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._pid = 0
        self._plans: dict[tuple[tuple[str, str], ...], dict[str, Any]] = {}
        environment = {**os.environ, "PYTHONHASHSEED": "0"}
        asked, to_ask = os.pipe()
        to_hear, answered = os.pipe()
        self._asked = os.fdopen(to_ask, "w", encoding="utf-8")
        self._answered = os.fdopen(to_hear, encoding="utf-8")
        try:
            try:
                if warm is not None:
                    warm.fork_aside(asked, answered, _STANDARD_ERROR)
                else:
                    self._process = _interpreter(asked, answered, environment)
            finally:
                os.close(asked)
                os.close(answered)
            if warm is not None:
                self._tell({"module": MODULE, "environment": environment, "path": sys.path})
            self._tell(str(root))
            self._pid = int(self._answered.readline())
        except (OSError, ValueError) as error:
            self.close()
            raise MotamotError("The process that knows the reference answers did not start.") from error

    def ask(self, task: str, **values: Any) -> Any:
        """Have a task of `reckoning.Work` done.

        Raises
        ------
        MotamotError
            If the questions are not in order.
        """
        with self._lock:
            try:
                self._tell([task, values])
                line = self._answered.readline()
            except OSError:
                # Windows calls a broken pipe an invalid argument.
                line = ""
        if not line:
            raise MotamotError("The process that knows the reference answers has ended; start again.")
        kind, answer = json.loads(line)
        if kind == "error":
            raise MotamotError(answer)
        return answer

    def plan(self, **values: str) -> dict[str, Any]:
        """Return what `reckoning.Work.prepare` tells of a unit, which is not asked for twice.

        Raises
        ------
        MotamotError
            If the questions are not in order.
        """
        key = tuple(sorted(values.items()))
        plan = self._plans.get(key)
        if plan is None:
            plan = self.ask("prepare", **values)
            with self._lock:
                if len(self._plans) >= _MOST_PLANS:
                    del self._plans[next(iter(self._plans))]
                self._plans[key] = plan
        return plan

    def close(self) -> None:
        """End the process."""
        with self._lock:
            # At the end of its input it clears its hidden texts away.
            with contextlib.suppress(OSError):
                self._asked.close()
            if self._process is not None:
                end(self._process, _PATIENCE)
            elif self._pid and not select.select([self._answered], [], [], _PATIENCE)[0]:
                os.kill(self._pid, signal.SIGKILL)
            self._answered.close()

    def _tell(self, value: object) -> None:
        self._asked.write(json.dumps(value) + "\n")
        self._asked.flush()


def _interpreter(asked: int, answered: int, environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-X", "utf8", "-m", MODULE],
        stdin=asked,
        stdout=answered,
        cwd=Path(sys.executable).anchor,
        env=environment,
    )
