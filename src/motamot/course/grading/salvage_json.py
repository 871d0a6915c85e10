"""The cells of a notebook's JSON, cut off or damaged though it may be."""

from __future__ import annotations

import json
import re
from typing import Any

from motamot.course.grading.submissions_findings import Finding, Refused

Cells = list[dict[str, Any]]
_CELLS = re.compile(r'"cells"\s*:\s*\[')
_KEYS = "cell_type|attachments|execution_count|id|metadata|outputs|source|input|collapsed"
_NEXT_CELL = re.compile(rf'\{{(?=\s*"(?:{_KEYS})"\s*:)')
_BETWEEN = re.compile(r"[\s,]*")
# What else is handed in under the name of a notebook, by how it begins.
_OTHER_THINGS = (
    (re.compile(r"\s*<(?:!doctype|html|head|\?xml)", re.IGNORECASE), "web_page"),
    (re.compile(r"version https://git-lfs"), "pointer"),
    (re.compile(r"PK\x03\x04|%PDF|\{\\rtf|\x89PNG"), "not_notebook"),
)
_CONFLICT = re.compile(r"^(?:<{7}|>{7}) ", re.MULTILINE)
_MOST_RESTARTS = 200
# How often, on average, a sign may be read again in search of the next whole cell.
_MOST_LOOKED_AT = 3


def parse(text: str, findings: list[Finding]) -> tuple[Cells, dict[str, Any] | None]:
    """Return the cells and the metadata of a notebook.

    Parameters
    ----------
    text : str
        The file.
    findings : list of Finding
        What is noticed is added to it.

    Returns
    -------
    tuple of list and dict
        Cells as the file has them, and the notebook's metadata; None if it was lost with the end of the file.

    Raises
    ------
    Refused
        If there is no cell to be had.
    """
    try:
        notebook = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return _rescue(text, findings), None
    return _cells_of(notebook, findings)


def _cells_of(notebook: object, findings: list[Finding]) -> tuple[Cells, dict[str, Any]]:
    if not isinstance(notebook, dict):
        raise Refused("not_notebook")
    metadata = notebook.get("metadata")
    metadata = metadata if isinstance(metadata, dict) else {}
    cells = notebook.get("cells")
    sheets = notebook.get("worksheets")
    if not isinstance(cells, list) and isinstance(sheets, list):
        findings.append(Finding("old_format", {"version": str(notebook.get("nbformat", "?"))[:5]}))
        tables = [sheet.get("cells") for sheet in sheets if isinstance(sheet, dict)]
        cells = [cell for table in tables if isinstance(table, list) for cell in table]
    if not isinstance(cells, list):
        raise Refused("not_notebook")
    kept = [cell for cell in cells if isinstance(cell, dict)]
    if len(kept) < len(cells):
        findings.append(Finding("odd_cells", {"cells": len(cells) - len(kept)}))
    return kept, metadata


def _rescue(text: str, findings: list[Finding]) -> Cells:
    """Take the complete cells out of broken JSON, or say what the file is instead."""
    for pattern, code in _OTHER_THINGS:
        if pattern.match(text):
            raise Refused(code)
    if _CONFLICT.search(text):
        raise Refused("conflict")
    start = _CELLS.search(text)
    if not start:
        raise Refused("invalid")
    cells, skipped, ended = _complete_cells(text, start.end())
    if not any(cell.get("cell_type") == "code" for cell in cells):
        raise Refused("invalid")
    code = "damaged" if skipped else "cut_end" if ended else "truncated"
    findings.append(Finding(code, {"cells": len(cells), "skipped": skipped}))
    return cells


def _complete_cells(text: str, place: int) -> tuple[Cells, int, bool]:
    """Return the cells that can be read, how many stretches cannot, and whether the list ends."""
    decoder = json.JSONDecoder(strict=False)
    cells: Cells = []
    skipped = restarts = looked_at = 0
    lost = False
    while True:
        between = _BETWEEN.match(text, place)
        place = between.end() if between else place
        if text.startswith("]", place) and not lost:
            return cells, skipped, True
        try:
            cell, place = decoder.raw_decode(text, place)
        except (ValueError, RecursionError) as error:
            further = _NEXT_CELL.search(text, place + 1)
            restarts += 1
            looked_at += _reach(error, text) - place
            if not further or restarts > _MOST_RESTARTS or looked_at > _MOST_LOOKED_AT * len(text):
                return cells, skipped, False
            lost, place = True, further.start()
            continue
        if isinstance(cell, dict) and "cell_type" in cell:
            skipped += lost
            lost = False
            cells.append(cell)


def _reach(error: Exception, text: str) -> int:
    """Return how far a failed reading may have come."""
    if isinstance(error, json.JSONDecodeError) and not error.msg.startswith("Unterminated"):
        return error.pos
    return len(text)
