"""What lies in a bundle, however deep, and what may not."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
UNITS = sorted(path.stem for path in (ROOT / "solutions" / "en").glob("*.ipynb"))
_LEAST_CODE = 12
_LEAST_PROSE = 30
_LEAST_JUDGE = 28


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
def judge_lines() -> dict[str, str]:
    """Return the lines of the judge's files that are more than Python's furniture, and where they stand."""
    files = [*(ROOT / "lessons").glob("*/judge.py"), *(ROOT / "lessons" / "judging").iterdir()]
    secret = {}
    for path in files:
        for line in map(str.strip, path.read_text(encoding="utf-8").splitlines()) if path.is_file() else ():
            if len(line) >= _LEAST_JUDGE and line not in taught() and not _is_import(line):
                secret[line] = path.relative_to(ROOT).as_posix()
    return secret


def _is_import(line: str) -> bool:
    return line.startswith(("import ", "from "))


def leaks(files: dict[str, bytes]) -> list[str]:
    """Return each line of a solution or judge that a bundle holds, with its place."""
    secret = solution_lines() | judge_lines()
    return sorted(
        f"{name}: {line!r} of {secret[line]}"
        for name, content in files.items()
        for line in set(lines_of(name, content))
        if line in secret
    )
