"""One bundle: wheel, requirements, starters and the page that explains them."""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from pathlib import Path

from motamot._language import LANGUAGES, message
from motamot.course.release.archive import Files
from motamot.course.release.content import Selection, shared_files
from motamot.course.release.readme import readme
from motamot.course.release.requirements import Pin
from motamot.course.release.wheel import build_wheel

_TEMPLATES = Path(__file__).parent / "start"
_TRIED = re.compile(r"Programming Language :: Python :: (3\.\d+)$")
_STARTING = (
    "once",
    "unpacking",
    "installed",
    "failed",
    "read_only",
    "too_deep",
    "no_room",
    "no_venv",
    "no_wheels",
    "no_network",
)


def make_bundle(root: Path, selection: Selection, pins: list[Pin], scratch: Path, code: str = "") -> Files:
    """Return the files of a bundle.

    Parameters
    ----------
    root : pathlib.Path
        The repository.
    selection : Selection
        What is handed out.
    pins : list of Pin
        What the learner's computer needs.
    scratch : pathlib.Path
        An empty folder to build the wheel in.
    code : str, optional
        The code of a variant.

    Returns
    -------
    dict of str to bytes or pathlib.Path
        Contents by name; the same for the same repository, selection and code.
    """
    shared = shared_files(root, selection, code)
    wheel = build_wheel(root, shared, scratch)
    pythons = tried_pythons(root)
    requirements = "".join(pin.line() for pin in pins).encode()
    language = selection.languages[0] if len(selection.languages) == 1 else ""
    about = {
        "language": language,
        "first": selection.units[0],
        "requirements": hashlib.sha256(requirements).hexdigest(),
        "wheel": hashlib.sha256(wheel.read_bytes()).hexdigest(),
        "messages": {
            key: {one: message(f"release.start_{key}", one) for one in LANGUAGES} for key in _STARTING
        },
    }
    files: Files = {
        "README.html": readme(shared, selection.languages, pythons),
        f"kit/{wheel.name}": wheel.read_bytes(),
        "kit/requirements.txt": requirements,
        "kit/bundle.json": (json.dumps(about, ensure_ascii=False, indent=1) + "\n").encode(),
        "kit/start.py": (_TEMPLATES / "start.py").read_bytes(),
        "kit/no-python.txt": _no_python(pythons, language),
    }
    newest_first = " ".join(reversed(pythons))
    for name in ("start.sh", "start.command", "start.bat"):
        text = (_TEMPLATES / name).read_text(encoding="ascii").replace("@VERSIONS@", newest_first)
        files[name] = (text.replace("\n", "\r\n") if name.endswith(".bat") else text).encode("ascii")
    for name in ("LICENSE", "LICENSE-CONTENT"):
        files[f"kit/{name}.txt"] = (root / name).read_bytes()
    return files


def tried_pythons(root: Path) -> list[str]:
    """Return the versions of Python the project is tested with, oldest first."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found = [match[1] for one in project["classifiers"] if (match := _TRIED.search(one))]
    return sorted(found, key=lambda version: int(version.partition(".")[2]))


def _no_python(pythons: list[str], language: str) -> bytes:
    order = sorted(LANGUAGES, key=lambda one: one != language) if language else LANGUAGES
    texts = [message("release.no_python_found", one, first=pythons[0], last=pythons[-1]) for one in order]
    return ("\n" + "\n\n".join(texts) + "\n\n").encode()
