"""The one place that knows where the kit's files lie."""

from pathlib import Path

from motamot.errors import MotamotError

_PACKAGE = Path(__file__).resolve().parent
# A wheel carries the files under motamot/_share; an editable install reads them from the repository,
# because hatchling's force-include does nothing there.
_ROOTS = (_PACKAGE / "_share", _PACKAGE.parent.parent)


def share(*parts: str) -> Path:
    """Return the path of a shipped file or folder, for example ``share("data", "interview")``.

    Parameters
    ----------
    *parts : str
        Path below the root of the repository, one name at a time.

    Returns
    -------
    pathlib.Path
        An existing path.

    Raises
    ------
    MotamotError
        If the installation does not hold the file.
    """
    for root in _ROOTS:
        path = root.joinpath(*parts)
        if path.exists():
            return path
    raise MotamotError(
        f"The installed kit has no {'/'.join(parts)}. Install motamot again; your own files are not touched."
    )


def repository() -> Path | None:
    """Return the root of the repository this package runs from, or None for an installed wheel."""
    root = _ROOTS[1]
    return root if (root / "lessons").is_dir() and (root / "pyproject.toml").is_file() else None
