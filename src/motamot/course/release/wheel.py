"""The runtime wheel: the learner's library with the files of one bundle, without the instructor's tools."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

_SHIPPED = (".py", ".toml", ".typed")
_BESIDE = ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE", "LICENSE-CONTENT")
_INSTRUCTORS = "course"


def build_wheel(root: Path, files: Mapping[str, bytes], scratch: Path) -> Path:
    """Build a wheel from the library and some files, the same bytes for the same inputs.

    Parameters
    ----------
    root : pathlib.Path
        The repository.
    files : mapping of str to bytes
        What the library is to find, from :func:`motamot.course.release.content.shared_files`.
    scratch : pathlib.Path
        An empty folder, outside the repository, to work in.

    Returns
    -------
    pathlib.Path
        The wheel, in that folder.
    """
    from hatchling.builders.wheel import WheelBuilder

    stage, out = scratch / "stage", scratch / "wheel"
    library = root / "src" / "motamot"
    for path in library.rglob("*"):
        inner = path.relative_to(library)
        if path.suffix in _SHIPPED and inner.parts[0] != _INSTRUCTORS:
            _copy(path, stage / "src" / "motamot" / inner)
    for name in _BESIDE:
        _copy(root / name, stage / name)
    # hatchling would look for one further up.
    (stage / ".gitignore").touch()
    for name, content in files.items():
        path = stage / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    (built,) = WheelBuilder(str(stage)).build(directory=str(out), versions=["standard"])
    return Path(built)


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
