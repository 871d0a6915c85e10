"""The grader: runs a submission in the sandbox, and judges what it claims outside of it."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from time import monotonic
from types import TracebackType

from motamot._language import current_language, message
from motamot.course.grading.fairness import Turns
from motamot.course.grading.marking import Marking, Means
from motamot.course.grading.parent import Parent
from motamot.course.grading.places import open_sandbox
from motamot.course.grading.reckoner import Reckoner
from motamot.course.grading.results import Graded
from motamot.course.grading.run_units import Asked, Course
from motamot.course.grading.sandbox.limits import Limits
from motamot.course.grading.units import find_questions
from motamot.errors import MotamotError


class Grader:
    """Grades submissions; a context manager that starts the warm process and ends it.

    Parameters
    ----------
    questions : pathlib.Path, optional
        The folder that holds the units (``NN_slug/practice.py`` and ``judge.py``); ``lessons/`` of the
        repository if left out.
    jobs : int
        How many threads may call :meth:`grade` at the same time; each call uses one core at most.
    require_sandbox : bool
        Refuse to work where code cannot be shut in.
    limits : Limits, optional
        What a run may use.
    filtered : bool
        Whether system calls are filtered where libseccomp is installed.

    Attributes
    ----------
    sandboxed : bool
        Whether code is shut in.
    seccomp : bool
        Whether its system calls are filtered, too.
    reason : str
        Why code is not shut in; empty if it is.

    Raises
    ------
    MotamotError
        If there are no such questions, or a sandbox is required and there is none.
    """

    def __init__(
        self,
        questions: Path | None = None,
        *,
        jobs: int = 1,
        require_sandbox: bool = False,
        limits: Limits | None = None,
        filtered: bool = True,
    ) -> None:
        self.questions = find_questions(questions)
        self.units = tuple(file.parent.name for file in sorted(self.questions.glob("*/practice.py")))
        self.limits = limits or Limits()
        self._require = require_sandbox
        self._filtered = filtered
        self._jobs = threading.BoundedSemaphore(jobs)
        self._turns = Turns(jobs)
        self.sandboxed = False
        self.seccomp = False
        self.reason = ""

    def __enter__(self) -> Grader:
        """Start the processes."""
        self._place, self.reason = open_sandbox(self.limits, self._filtered)
        self.sandboxed, self.seccomp = self._place.sandboxed, self._place.seccomp
        if self._require and not self.sandboxed:
            raise MotamotError(message("grade.sandbox_required", reason=self.reason))
        warm = self._place if isinstance(self._place, Parent) else None
        try:
            self._reckoner = Reckoner(self.questions, warm)
        except MotamotError:
            self._place.close()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the processes."""
        self._reckoner.close()
        self._place.close()

    def course(self) -> Course:
        """Return the questions of each unit, as reports need them.

        Raises
        ------
        MotamotError
            If a ``practice.py`` does not run.
        """
        found = self._reckoner.ask("course", units=self.units, language=current_language())
        return {unit: tuple(Asked.from_json(one) for one in asked) for unit, asked in found.items()}

    def grade(
        self,
        cells: Sequence[str],
        unit: str,
        *,
        hidden_seed: bytes,
        variant: str | None = None,
        files: Mapping[str, bytes] | None = None,
    ) -> Graded:
        """Grade one submission; may be called from several threads.

        Parameters
        ----------
        cells : list of str
            The sources of the code cells, in order.
        unit : str
            ``"01_cleaning"`` or its number, ``"01"``.
        hidden_seed : bytes
            Private; the hidden texts and arguments of the unit derive from it and from nothing else, so give
            the same for a whole class: the same submission then has the same marks.
        variant : str, optional
            The variant code that the notebook should hold; None where the class has no variants.
        files : mapping of str to bytes, optional
            Further files of the learner, by their path from the notebook's folder.

        Returns
        -------
        Graded
            Always, whatever the submission does.

        Raises
        ------
        MotamotError
            If the questions are not in order; never for what a submission does.
        """
        with self._jobs:
            start = monotonic()
            means = Means(self._place, self._turns, self.limits, self._reckoner)
            done = Marking(means, cells, unit, hidden_seed.hex(), variant, files or {}).grade()
            return replace(done, seconds=round(monotonic() - start, 3))
