"""What lies in a bundle, however deep, and what may not."""

from __future__ import annotations

import ast
import io
import json
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
UNIT = "01_cleaning"
UNITS = sorted(path.stem for path in (ROOT / "solutions" / "en").glob("*.ipynb"))
_LEAST_CODE = 12
_LEAST_PROSE = 30
# Signs without blanks. Shorter ones are Python's small change (`return False`) and the words anybody uses.
_LEAST_JUDGE = 16


def motamot(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command as from a shell."""
    return subprocess.run(
        [sys.executable, "-c", "from motamot.cli import main; main()", *arguments],
        env={**os.environ, "PYTHONUTF8": "1", "LC_ALL": "C.UTF-8", **environment},
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


def unpacked(path: Path) -> dict[str, bytes]:
    """Return every file of a folder or zip, those in zips and wheels inside of it too."""
    if path.is_dir():
        found = {}
        for file in path.rglob("*"):
            if file.is_file():
                found |= _opened(file.relative_to(path).as_posix(), file.read_bytes())
        return found
    return _opened(path.name, path.read_bytes())


def _opened(name: str, content: bytes) -> dict[str, bytes]:
    if not name.endswith((".zip", ".whl")):
        return {name: content}
    found = {name: content}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for inner in archive.namelist():
            found |= {f"{name}!{key}": value for key, value in _opened(inner, archive.read(inner)).items()}
    return found


def lines_of(name: str, content: bytes) -> Iterator[str]:
    """Yield the lines of a file without the blanks around them: of a notebook, those of its cells."""
    if name.endswith(".ipynb"):
        for kind, line in cell_lines(content):
            if kind:
                yield line
    elif not name.endswith((".zip", ".whl")):
        yield from (line.strip() for line in content.decode("utf-8", "replace").splitlines())


def cell_lines(content: bytes) -> Iterator[tuple[str, str]]:
    """Yield kind of cell and line of a notebook, its outputs included."""
    for cell in json.loads(content)["cells"]:
        texts = ["".join(cell["source"])]
        for output in cell.get("outputs", ()):
            texts += ["".join(output.get("text", "")), *map(str, output.get("data", {}).values())]
        for text in texts:
            yield from ((cell["cell_type"], line.strip()) for line in text.splitlines())


@cache
def taught() -> frozenset[str]:
    """Return the lines that lessons and exercises show: no secret, wherever they stand."""
    files = [path for edition in ("notebooks", "exercises") for path in (ROOT / edition).glob("*/*.ipynb")]
    return frozenset(line for path in files for _, line in cell_lines(path.read_bytes()))


@cache
def solution_lines() -> dict[str, str]:
    """Return the lines that only solutions show, and where: code, and the prose of remarks on solutions."""
    secret: dict[str, str] = {}
    for path in (ROOT / "solutions").glob("*/*.ipynb"):
        cells = json.loads(path.read_bytes())["cells"]
        for cell in cells:
            least = _LEAST_CODE if cell["cell_type"] == "code" else _LEAST_PROSE
            for line in map(str.strip, "".join(cell["source"]).splitlines()):
                if len(line) >= least and line not in taught() and not _is_import(line):
                    secret[line] = f"{path.parent.name}/{path.name}"
    return secret


@cache
def judge_pieces() -> dict[str, str]:
    """Return the judge's statements and phrases, squeezed, and where they stand.

    Left out are imports, what lessons and exercises show anyway, and small change.
    """
    shown = squeezed("\n".join(sorted(taught())))
    pieces = _all_pieces()
    return {one: pieces[one] for one in pieces if len(one) >= _LEAST_JUDGE and one not in shown}


def small_change() -> list[str]:
    """Return the pieces of the judge that are too short to be searched for."""
    return [piece for piece in _all_pieces() if len(piece) < _LEAST_JUDGE]


@cache
def _all_pieces() -> dict[str, str]:
    files = [*(ROOT / "lessons").glob("*/judge.py"), *(ROOT / "lessons" / "judging").iterdir()]
    return {
        squeezed(piece): path.relative_to(ROOT).as_posix()
        for path in files
        if path.is_file()
        for piece in _pieces(path.suffix, path.read_text(encoding="utf-8"))
    }


def _pieces(suffix: str, text: str) -> Iterator[str]:
    """Yield each statement of a Python file, heads of longer ones alone, and each phrase in quotes."""
    if suffix == ".toml":
        yield from _phrases(tomllib.loads(text))
        return
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Constant):
            yield from _phrases(node.value)
        elif isinstance(node, ast.stmt) and not isinstance(node, (ast.Import, ast.ImportFrom)):
            end = node.body[0].lineno - 1 if hasattr(node, "body") else node.end_lineno
            yield "\n".join(text.splitlines()[node.lineno - 1 : end])


def _phrases(value: object) -> Iterator[str]:
    if isinstance(value, str):
        if " " in value.strip():
            yield value
    elif isinstance(value, (dict, list)):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _phrases(inner)


def squeezed(text: str) -> str:
    """Return a text without what a formatter changes: blanks, line ends, kinds of quotes, last commas."""
    return re.sub(r",(?=[)\]}])", "", re.sub(r"\\\n|\s+", "", text).replace('"', "'"))


def _is_import(line: str) -> bool:
    return line.startswith(("import ", "from "))


def leaks(files: dict[str, bytes]) -> list[str]:
    """Return each line of a solution and each piece of a judge that a bundle holds, with its place."""
    secret, pieces = solution_lines(), judge_pieces()
    found = []
    for name, content in files.items():
        lines = set(lines_of(name, content))
        found += [f"{name}: {line!r} of {secret[line]}" for line in lines if line in secret]
        text = squeezed("\n".join(lines_of(name, content)))
        found += [f"{name}: {piece!r} of {place}" for piece, place in pieces.items() if piece in text]
    return sorted(found)
