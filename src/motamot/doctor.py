"""What the kit needs on this computer, one finding each: in order, or what to do."""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import NamedTuple

from motamot._language import format_number, message
from motamot.errors import MotamotError

_LEAST_PYTHON = (3, 11)
# These hold compiled code; that they are installed does not mean that they load.
_LOADED = ("numpy", "pandas", "scipy", "matplotlib", "wordcloud", "nltk", "zmq", "jupyterlab")
# Narrow no-break space, œ and É: what French charts are written with.
_GLYPHS = "\u202fœÉ"


class Finding(NamedTuple):
    """One thing looked at: its name, whether it is in order, and what was found or is to be done."""

    name: str
    ok: bool
    text: str


def examine(folder: Path) -> Iterator[Finding]:
    """Look at Python, packages, fonts, the learner's folder, the port and the texts in use.

    Parameters
    ----------
    folder : pathlib.Path
        The learner's folder, which need not exist yet.

    Yields
    ------
    Finding
        In the language in use; the name is ``python``, ``packages``, ``fonts``, ``folder``, ``port`` or
        ``text``.

    Examples
    --------
    >>> from pathlib import Path
    >>> next(examine(Path("motamot-work"))).name
    'python'
    """
    looks: dict[str, Callable[[], tuple[bool, str]]] = {
        "python": _python,
        "packages": _packages,
        "fonts": _fonts,
        "folder": lambda: _folder(folder),
        "port": _port,
        "text": lambda: _text(folder),
    }
    for name, look in looks.items():
        yield Finding(name, *look())


def _python() -> tuple[bool, str]:
    found = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info < _LEAST_PYTHON:
        return False, message("doctor.python_old", found=found, least=".".join(map(str, _LEAST_PYTHON)))
    return True, message("doctor.python", found=found, place=sys.executable)


def _packages() -> tuple[bool, str]:
    try:
        wanted = [line for line in requires("motamot") or [] if "extra ==" not in line]
    except PackageNotFoundError:
        return False, message("doctor.not_installed")
    names = [re.split(r"[^\w.-]", line, maxsplit=1)[0] for line in wanted]
    missing = [name for name in names if not _is_installed(name)]
    if missing:
        return False, message("doctor.missing", names=", ".join(missing))
    for name in _LOADED:
        try:
            import_module(name)
        except Exception as error:
            reason = str(error).strip().partition("\n")[0]
            return False, message("doctor.broken", name=name, reason=reason)
    old = [line for line in wanted if not _is_within_bounds(line)]
    if old:
        return False, message("doctor.bounds", names=", ".join(old))
    return True, message("doctor.packages", n=len(names))


def _is_installed(name: str) -> bool:
    try:
        version(name)
    except PackageNotFoundError:
        return False
    return True


def _is_within_bounds(line: str) -> bool:
    from packaging.requirements import Requirement

    wanted = Requirement(line)
    return wanted.specifier.contains(version(wanted.name), prereleases=True)


def _fonts() -> tuple[bool, str]:
    try:
        import matplotlib
        from matplotlib.ft2font import FT2Font

        font = FT2Font(str(Path(matplotlib.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"))
    except (ImportError, OSError, RuntimeError):
        return False, message("doctor.no_font")
    if not all(font.get_char_index(ord(sign)) for sign in _GLYPHS):
        return False, message("doctor.no_font")
    return True, message("doctor.fonts")


def _folder(folder: Path) -> tuple[bool, str]:
    place = folder.resolve()
    while not place.exists():
        place = place.parent
    if not place.is_dir():
        return False, message("workspace.is_file", folder=place)
    try:
        with tempfile.TemporaryFile(dir=place):
            pass
    except OSError as error:
        reason = error.strerror or str(error)
        return False, message("workspace.cannot_write", folder=place, reason=reason)
    key = "doctor.folder" if folder.exists() else "doctor.folder_new"
    return True, message(key, folder=folder.resolve())


def _port() -> tuple[bool, str]:
    from motamot.lab import FIRST_PORT, is_free

    if is_free(FIRST_PORT):
        return True, message("doctor.port", port=FIRST_PORT)
    if is_free(0):
        return True, message("doctor.port_other", port=FIRST_PORT)
    return False, message("doctor.no_port")


def _text(folder: Path) -> tuple[bool, str]:
    from motamot.corpus import read_text, statements_in_use, text_settings
    from motamot.statement_files import read_statements

    try:
        settings = text_settings(folder)
        text = read_text(settings.interview)
        if statements := statements_in_use(folder):
            read_statements(statements)
    except MotamotError as error:
        return False, str(error)
    key = "doctor.text_own" if settings.settings else "doctor.text_kit"
    return True, message(key, name=settings.interview.name, n=format_number(len(text)))
