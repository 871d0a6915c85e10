"""From the bytes of a notebook, whole or broken, to the code it holds."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from typing import IO, Any

from motamot.course.grading.salvage_json import parse
from motamot.course.grading.salvage_stream import read_bounded
from motamot.course.grading.submissions_archive import BROKEN
from motamot.course.grading.submissions_findings import Finding, Refused

MOST_CELLS = 2_000
LARGEST_CODE = 2 << 20
WORTH_TELLING = 5 << 20
_LANGUAGE = re.compile(r"use_language\(\s*[\"'](en|fr)[\"']")
_VARIANT = re.compile(r"use_variant\(\s*[\"']([^\"'\n]{0,40})[\"']")


@dataclass(frozen=True)
class Salvaged:
    """The code of a notebook and what was noticed on the way.

    Parameters
    ----------
    cells : tuple of str
        Sources of the code cells, in order, with plain line ends.
    ids : tuple of str
        The ids of all cells, as far as they have any.
    grade_ids : tuple of str
        The names nbgrader knows cells by.
    findings : tuple of Finding
        What was noticed.
    """

    cells: tuple[str, ...]
    ids: tuple[str, ...]
    grade_ids: tuple[str, ...]
    findings: tuple[Finding, ...]

    @property
    def language(self) -> str:
        """Return the language that the notebook asks for, empty if it asks for none."""
        return self._last(_LANGUAGE)

    @property
    def variant(self) -> str:
        """Return the variant code in the notebook, empty if there is none."""
        return self._last(_VARIANT)

    def _last(self, pattern: re.Pattern[str]) -> str:
        found = [text for cell in self.cells for text in pattern.findall(cell)]
        return found[-1] if found else ""


def salvage(file: IO[bytes], name: str = "") -> Salvaged:
    """Read a notebook, or as much of it as there is.

    Parameters
    ----------
    file : binary file
        The notebook.
    name : str
        Its name, for messages.

    Returns
    -------
    Salvaged
        Its code.

    Raises
    ------
    Refused
        If there is nothing to run.

    Examples
    --------
    >>> import io
    >>> broken = b'{"cells": [{"cell_type": "code", "source": "a = 1"}, {"cell_type": "co'
    >>> salvage(io.BytesIO(broken)).cells
    ('a = 1',)
    """
    findings: list[Finding] = []
    try:
        raw, dropped = read_bounded(file)
    except Refused as refused:
        raise Refused(refused.finding.code, **{**refused.finding.values, "file": name}) from None
    except BROKEN:
        raise Refused("unreadable", file=name) from None
    if dropped > WORTH_TELLING:
        findings.append(Finding("outputs", {"size": round(dropped / (1 << 20))}))
    cells, metadata = parse(_decoded(raw, findings), findings)
    if metadata is not None:
        _check_kernel(metadata)
        _note_origin(cells, metadata, findings)
    return _gather(cells, findings)


def _decoded(raw: bytes, findings: list[Finding]) -> str:
    if not raw.strip(b"\x00 \t\r\n"):
        raise Refused("nothing")
    encoding = json.detect_encoding(raw)
    if encoding != "utf-8":
        # With an order of bytes in its name it was told by the zeros between letters, without a mark.
        without_mark = encoding.endswith(("le", "be"))
        findings.append(
            Finding("encoding", {"encoding": encoding.upper()})
            if without_mark
            else Finding("byte_order_mark")
        )
        return raw.decode(encoding, "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        # A file cut off in the middle of a letter is UTF-8 all the same.
        if error.start >= len(raw) - 3:
            return raw[: error.start].decode("utf-8")
    text = raw.decode("utf-8", "replace")
    spoiled = text.count("\ufffd")
    if spoiled <= sum(sign > "\x7f" for sign in text) - spoiled:
        findings.append(Finding("bad_bytes", {"n": spoiled}))
        return text
    findings.append(Finding("encoding", {"encoding": "Windows-1252"}))
    return raw.decode("cp1252", "replace")


def _check_kernel(metadata: dict[str, Any]) -> None:
    """Refuse notebooks in another language than Python."""
    info, kernel = metadata.get("language_info"), metadata.get("kernelspec")
    names = [
        str(table.get(key, "")).lower()
        for table, key in ((info, "name"), (kernel, "language"))
        if isinstance(table, dict) and table.get(key)
    ]
    if names and not any("python" in name for name in names):
        raise Refused("other_kernel", kernel=names[0][:40])


def _note_origin(cells: list[dict[str, Any]], metadata: dict[str, Any], findings: list[Finding]) -> None:
    """Say which program saved the notebook, if that program leaves things out."""
    tables = [cell["metadata"] for cell in cells if isinstance(cell.get("metadata"), dict)]
    if "colab" in metadata or any("colab" in table for table in tables):
        findings.append(Finding("colab"))
    elif any("vscode" in table for table in (metadata, *tables)):
        findings.append(Finding("vscode"))
    elif not metadata:
        findings.append(Finding("no_metadata"))


def _gather(cells: list[dict[str, Any]], findings: list[Finding]) -> Salvaged:
    sources: list[str] = []
    ids: list[str] = []
    grade_ids: list[str] = []
    odd = windows = 0
    for cell in cells:
        ids.append(cell["id"][:80] if isinstance(cell.get("id"), str) else "")
        grade_ids.append(_grade_id(cell))
        kind = cell.get("cell_type")
        if isinstance(kind, str) and kind.lower() != "code":
            continue
        source = _source(cell) if isinstance(kind, str) else None
        if source is None:
            odd += 1
            continue
        windows += "\r" in source
        sources.append(source.replace("\r\n", "\n").replace("\r", "\n"))
    if odd:
        findings.append(Finding("odd_cells", {"cells": odd}))
    if windows:
        findings.append(Finding("windows_lines"))
    if not any(source.strip() for source in sources):
        raise Refused("invalid" if odd else "empty")
    if len(sources) > MOST_CELLS or sum(map(len, sources)) > LARGEST_CODE:
        raise Refused("too_much_code", cells=len(sources), limit=LARGEST_CODE >> 20, most=MOST_CELLS)
    _note_repeats(ids, grade_ids, findings)
    return Salvaged(tuple(sources), tuple(filter(None, ids)), tuple(filter(None, grade_ids)), tuple(findings))


def _source(cell: dict[str, Any]) -> str | None:
    """Return a cell's code; format 3 calls it input, and both a text and a list of lines are in use."""
    source = cell.get("source", cell.get("input", ""))
    if isinstance(source, list) and all(isinstance(line, str) for line in source):
        # Some programs leave the line ends out of a list of lines, as nbformat itself once did.
        source = ("" if any("\n" in line for line in source[:-1]) else "\n").join(source)
    if not isinstance(source, str):
        return None
    return source.encode("utf-8", "replace").decode("utf-8")


def _grade_id(cell: dict[str, Any]) -> str:
    metadata = cell.get("metadata")
    nbgrader = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    grade_id = nbgrader.get("grade_id") if isinstance(nbgrader, dict) else None
    return grade_id[:80] if isinstance(grade_id, str) else ""


def _note_repeats(ids: list[str], grade_ids: list[str], findings: list[Finding]) -> None:
    repeats = max(
        sum(count - 1 for name, count in Counter(names).items() if name) for names in (ids, grade_ids)
    )
    if repeats:
        findings.append(Finding("duplicated", {"cells": repeats}))
