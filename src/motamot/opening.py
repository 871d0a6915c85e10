"""Which notebook a start shows: the one worked on last, else the first of what was handed out."""

from __future__ import annotations

import json
from pathlib import Path

from motamot._language import LANGUAGES
from motamot.workspace import FIRST_LESSON, read_manifest

_TOPS = ("lessons", "exercises")


def notebook_to_open(folder: Path, language: str, first: str = FIRST_LESSON) -> str:
    """Return the notebook that a start opens, relative to a prepared learner's folder.

    Parameters
    ----------
    folder : pathlib.Path
        A learner's folder.
    language : {"en", "fr"}
        The edition; the other one is taken where this one was not handed out.
    first : str
        The unit that comes first until the learner has run a cell.

    Returns
    -------
    str
        The notebook of the kit that was run and saved last; else the lesson of the unit `first`, its
        exercise if it came without lesson, or else the very first lesson.
    """
    ours = [folder / name for name in read_manifest(folder).shipped if name.endswith(".ipynb")]
    worked = [path for path in ours if path.parent.name == language and _was_run(path)]
    if worked:
        return max(worked, key=lambda path: path.stat().st_mtime).relative_to(folder).as_posix()
    editions = sorted(LANGUAGES, key=lambda one: one != language)
    places = [(top, edition, unit) for edition in editions for unit in (first, FIRST_LESSON) for top in _TOPS]
    names = [f"{top}/{edition}/{unit}.ipynb" for top, edition, unit in places]
    return next((name for name in names if (folder / name).is_file()), names[0])


def _was_run(path: Path) -> bool:
    """Return whether a cell was run: JupyterLab changes a notebook that is only opened, too."""
    try:
        cells = json.loads(path.read_bytes())["cells"]
        return any(cell.get("execution_count") for cell in cells)
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return False
