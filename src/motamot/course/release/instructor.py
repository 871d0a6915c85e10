"""The instructor pack: solutions, guides, rubric and judge files, built apart from what a class gets."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from motamot._language import LANGUAGES, message
from motamot.course.matrix import GUIDES
from motamot.course.release.archive import Files
from motamot.course.release.rubric import rubric
from motamot.workspace import FIRST_LESSON

WARNING = "INSTRUCTORS-ONLY"
_JUDGING = "judging"
_PAPER = "docs/paper_coding.md"


def make_pack(root: Path, units: Sequence[str], languages: Sequence[str]) -> Files:
    """Return the files of the pack.

    Parameters
    ----------
    root : pathlib.Path
        The repository.
    units : list of str
        Whole names of units.
    languages : list of str
        Editions of solutions, guides and rubric.

    Returns
    -------
    dict of str to bytes or pathlib.Path
        Contents by name; ``motamot grade --questions`` takes its folder ``questions``.
    """
    warning = "\n\n".join(message("release.warning", one) for one in LANGUAGES) + "\n"
    files: Files = {f"{WARNING}.txt": warning.encode()}
    for language in languages:
        files[f"rubric-{language}.html"] = rubric(root, units, language)
        for unit in units:
            _add(files, root / "solutions" / language / f"{unit}.ipynb", f"solutions/{language}/{unit}.ipynb")
    # The first lesson is in every bundle; the sheets for coding on paper are what guide 02 links to.
    for unit in sorted({FIRST_LESSON, *units}):
        for name in (GUIDES[language] for language in languages):
            _add(files, root / "lessons" / unit / name, f"guides/{unit}/{name}")
    _add(files, root / _PAPER, _PAPER)
    for unit in units:
        lesson = root / "lessons" / unit
        for name in ("practice.py", "judge.py"):
            _add(files, lesson / name, f"questions/{unit}/{name}")
    for path in sorted((root / "lessons" / _JUDGING).iterdir()):
        _add(files, path, f"questions/{_JUDGING}/{path.name}")
    return files


def _add(files: Files, path: Path, name: str) -> None:
    if path.is_file():
        files[name] = path.read_bytes()
