"""The grader: runs a submission in the sandbox, and judges what it claims outside of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType

from motamot.course.grading.results import Graded


class Grader:
    """Grades submissions; a context manager that starts the warm process and ends it.

    Parameters
    ----------
    questions : pathlib.Path, optional
        The folder that holds the units (``NN_slug/practice.py`` and ``judge.py``); the repository's ``lessons/``
        if left out.
    jobs : int
        How many threads may call :meth:`grade` at the same time; each call uses one core at most.
    require_sandbox : bool
        Refuse to work where code cannot be shut in.

    Raises
    ------
    MotamotError
        If there are no such questions, or a sandbox is required and there is none.
    """

    def __init__(
        self, questions: Path | None = None, *, jobs: int = 1, require_sandbox: bool = False
    ) -> None: ...

    sandboxed: bool
    units: tuple[str, ...]

    def __enter__(self) -> Grader: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...

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
            Always: whatever the submission does, nothing is raised for it.
        """
        ...
