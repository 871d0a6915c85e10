"""What was built from what: the hashes in ``notebooks/built.json``.

Three hashes stand for each built file: of its source, of the engine (library, data, lock) it was
executed with, and of its own bytes. They tell in milliseconds what needs building and what was
touched by hand, in a fresh clone too.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

Manifest = dict[str, dict[str, str]]
_PLACE = Path("notebooks", "built.json")


def read_manifest(root: Path) -> Manifest:
    """Return the hashes of each built file, by its path in the repository; empty before the first build."""
    path = root / _PLACE
    if not path.is_file():
        return {}
    manifest: Manifest = json.loads(path.read_text(encoding="utf-8"))
    return manifest


def write_manifest(root: Path, manifest: Manifest) -> None:
    """Write the hashes, one file a line, so that versions compare well."""
    lines = [f"{json.dumps(name)}: {json.dumps(manifest[name], sort_keys=True)}" for name in sorted(manifest)]
    path = root / _PLACE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8", newline="\n")


def hash_files(paths: Iterable[Path], root: Path) -> str:
    """Return one hash of names and bytes of some files."""
    digest = hashlib.sha256()
    for path in sorted(paths):
        digest.update(path.relative_to(root).as_posix().encode())
        # Line ends are those of the check-out, not of the source.
        digest.update(hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).digest())
    return digest.hexdigest()[:20]


def engine_hash(root: Path) -> str:
    """Return the hash of what outputs depend on beside the lesson: library, build, data, lock."""
    library = root / "src" / "motamot"
    # The build's own modules count; the packages beside them (lint, release, grading) change no output.
    aside = [path for path in (library / "course").glob("*") if path.is_dir()]
    paths = [
        path
        for path in library.rglob("*")
        if path.suffix in (".py", ".toml") and not any(path.is_relative_to(folder) for folder in aside)
    ]
    # A data sheet is read by people only.
    paths += [path for path in (root / "data").rglob("*") if path.is_file() and path.suffix != ".md"]
    paths += [path for path in [root / "requirements.lock"] if path.is_file()]
    return hash_files(paths, root)
