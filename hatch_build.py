"""Write down where an editable installation lies so that every Python reads it.

Before 3.13 Python reads .pth files in the encoding of the computer, and hatchling writes them in UTF-8: on
Windows, below a folder with an accent, Python would not find motamot or not even start.
"""

from __future__ import annotations

import base64
import hashlib
import os
import zipfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ReadablePath(BuildHookInterface[Any]):
    """Replaces the path in the .pth file by a line of plain ASCII, which Python runs."""

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Rewrite the wheel that was built, if it is an editable one."""
        if version != "editable":
            return
        with zipfile.ZipFile(artifact_path) as wheel:
            files = {entry.filename: wheel.read(entry) for entry in wheel.infolist()}
        path = next(name for name in files if name.endswith(".pth"))
        record = next(name for name in files if name.endswith(".dist-info/RECORD"))
        files[path] = _line(files[path].decode()).encode("ascii")
        files[record] = _with_entry(files[record].decode(), path, files[path]).encode()
        with zipfile.ZipFile(artifact_path, "w", zipfile.ZIP_DEFLATED) as wheel:
            for name, content in files.items():
                wheel.writestr(zipfile.ZipInfo(name), content)


def _line(folder: str) -> str:
    return f"import os, sys; sys.path.append(os.fsdecode({os.fsencode(Path(folder))!r}))\n"


def _with_entry(record: str, name: str, content: bytes) -> str:
    digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
    lines = record.splitlines()
    entry = f"{name},sha256={digest},{len(content)}"
    return "\n".join(entry if line.startswith(f"{name},") else line for line in lines) + "\n"
