"""Writing a bundle as a folder or a zip: the same files give the same bytes."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Mapping
from pathlib import Path

# A file is given by its bytes, or by the path it is copied from.
Files = dict[str, "bytes | Path"]

_EXECUTABLE = (".sh", ".command")
_COMPRESSED = (".whl", ".zip")
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_UNIX = 3


def write_zip(path: Path, files: Mapping[str, bytes | Path], top: str = "") -> None:
    """Write a zip without times and owners, scripts executable.

    Parameters
    ----------
    path : pathlib.Path
        The file.
    files : mapping of str to bytes or pathlib.Path
        Contents by name, with slashes.
    top : str, optional
        A folder that holds them all.
    """
    with zipfile.ZipFile(path, "w") as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(f"{top}/{name}" if top else name, _EARLIEST)
            entry.create_system = _UNIX
            entry.external_attr = (0o100000 | _mode(name)) << 16
            entry.compress_type = zipfile.ZIP_STORED if name.endswith(_COMPRESSED) else zipfile.ZIP_DEFLATED
            content = files[name]
            with archive.open(entry, "w") as target:
                if isinstance(content, bytes):
                    target.write(content)
                else:
                    with content.open("rb") as source:
                        shutil.copyfileobj(source, target, 1 << 20)


def write_folder(folder: Path, files: Mapping[str, bytes | Path]) -> None:
    """Write files into a new folder, scripts executable.

    Parameters
    ----------
    folder : pathlib.Path
        The folder; made here.
    files : mapping of str to bytes or pathlib.Path
        Contents by name, with slashes.
    """
    for name in sorted(files):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        content = files[name]
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            shutil.copyfile(content, path)
        path.chmod(_mode(name))


def _mode(name: str) -> int:
    return 0o755 if name.endswith(_EXECUTABLE) else 0o644
