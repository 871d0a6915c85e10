"""The instructor pack: solutions, guides, rubric and judge files, built apart from what a class gets."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from motamot._language import LANGUAGES, message
from motamot.course.matrix import GUIDES
from motamot.course.release.archive import Files
from motamot.course.release.pages import html_pages
from motamot.course.release.rubric import rubric
from motamot.workspace import FIRST_LESSON

WARNING = "INSTRUCTORS-ONLY"
_JUDGING = "judging"
_READ = ("docs", "data/gold")


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
    # The guides speak of what the lessons show, the first among them.
    for name in (f"notebooks/{one}/{unit}.ipynb" for one in languages for unit in (FIRST_LESSON, *units)):
        _add(files, root / name, name)
    files |= html_pages(_pages(root, units, languages))
    for unit in units:
        lesson = root / "lessons" / unit
        for name in ("practice.py", "judge.py"):
            _add(files, lesson / name, f"questions/{unit}/{name}")
    for path in sorted((root / "lessons" / _JUDGING).iterdir()):
        _add(files, path, f"questions/{_JUDGING}/{path.name}")
    return files


def _pages(root: Path, units: Sequence[str], languages: Sequence[str]) -> dict[str, str]:
    """Return what there is to read about the units, and about teaching, releasing and grading at all."""
    # The first lesson is in every bundle.
    lessons = [root / "lessons" / unit for unit in sorted({FIRST_LESSON, *units})]
    guides = [lesson / GUIDES[language] for lesson in lessons for language in languages]
    more = [path for folder in _READ for path in sorted((root / folder).glob("*.md"))]
    return {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8")
        for path in (*guides, *more)
        if path.is_file()
    }


def _add(files: Files, path: Path, name: str) -> None:
    if path.is_file():
        files[name] = path.read_bytes()
