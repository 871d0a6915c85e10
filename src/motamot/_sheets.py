"""Tables that people keep in spreadsheets: CSV with commas, semicolons or tabs, read with line numbers."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from motamot._language import message
from motamot.corpus import MAX_BYTES
from motamot.errors import MotamotError


class Row(NamedTuple):
    """A row of a sheet, the line it begins in, and the file's name for messages."""

    file: str
    line: int
    cells: dict[str, str]

    def fault(self, reason: str) -> MotamotError:
        """Return the error that names file, line and reason."""
        return row_fault(self.file, self.line, reason)

    def filled(self, column: str) -> str:
        """Return a cell, or raise the error that says it is empty."""
        if not self.cells[column]:
            raise self.fault(message("sheets.empty_cell", column=column))
        return self.cells[column]

    def whole(self, column: str, example: int) -> int:
        """Return a cell as a whole number, or raise the error that shows what stands there."""
        value = self.filled(column)
        if not (value.isascii() and value.isdigit() and len(value) < 10):
            raise self.fault(message("sheets.not_whole", column=column, value=value, example=example))
        return int(value)


def row_fault(file: str, line: int, reason: str) -> MotamotError:
    """Return the error that names file, line and reason."""
    return MotamotError(message("sheets.row", file=file, line=line, reason=reason))


def parse_cells(text: str, file: str) -> list[tuple[int, list[str]]]:
    """Cut CSV text into cells, with the line that each row begins in; empty rows are left out.

    Parameters
    ----------
    text : str
        Commas, semicolons or tabs, with or without a byte order mark.
    file : str
        The file's name, for messages.

    Returns
    -------
    list of tuple
        Line number and stripped cells of each row, the first line included.

    Raises
    ------
    MotamotError
        If a quotation is never closed or goes on after its end: the message names file and line.
    """
    text = text.removeprefix("\ufeff")
    header = text.partition("\n")[0]
    delimiter = max(",;\t", key=header.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[tuple[int, list[str]]] = []
    start = 1
    try:
        for row in reader:
            cells = [cell.strip() for cell in row]
            if any(cells):
                rows.append((start, cells))
            start = reader.line_num + 1
    except csv.Error as error:
        raise row_fault(file, start, message("sheets.quotes")) from error
    return rows


def read_sheet(path: Path, columns: Sequence[str]) -> list[Row]:
    """Read a CSV file whose first line names its columns, in any order.

    Parameters
    ----------
    path : pathlib.Path
        The file, in UTF-8.
    columns : list of str
        The columns that must be there; others are kept as well.

    Returns
    -------
    list of Row
        At least one.

    Raises
    ------
    MotamotError
        If the file cannot be read, a column is missing or there twice, a row has too many or too few
        cells, or there is no row.
    """
    return sheet_rows(sheet_text(path), path.name, columns)


def sheet_text(path: Path) -> str:
    """Return the text of a CSV file in UTF-8.

    Raises
    ------
    MotamotError
        If the file is too large, not in UTF-8, or cannot be read.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise MotamotError(message("sheets.too_large", file=path.name, limit=MAX_BYTES // 1_000_000))
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        raise MotamotError(message("sheets.encoding", file=path.name)) from None
    except OSError as error:
        raise MotamotError(message("sheets.unreadable", file=path.name, reason=error.strerror)) from error


def sheet_rows(text: str, file: str, columns: Sequence[str]) -> list[Row]:
    r"""Read CSV text whose first line names its columns.

    Parameters
    ----------
    text : str
        What the file holds.
    file : str
        The file's name, for messages.
    columns : list of str
        The columns that must be there; others are kept as well.

    Returns
    -------
    list of Row
        At least one.

    Raises
    ------
    MotamotError
        As :func:`read_sheet`.

    Examples
    --------
    >>> sheet_rows("year;text\n2021;Cap\n", "mine.csv", ["text"])[0].cells
    {'year': '2021', 'text': 'Cap'}
    """
    rows = parse_cells(text, file)
    if not rows:
        raise MotamotError(message("corpus.empty", name=file))
    header = rows[0][1]
    missing = [name for name in columns if name not in header]
    if missing:
        reason = message("sheets.header", columns=", ".join(columns), missing=", ".join(missing))
        raise row_fault(file, 1, reason)
    twice = [name for name in dict.fromkeys(header) if header.count(name) > 1]
    if twice:
        raise row_fault(file, 1, message("sheets.header_twice", columns=", ".join(twice)))
    for line, cells in rows[1:]:
        if len(cells) != len(header):
            reason = message("sheets.columns", expected=len(header), found=len(cells))
            raise row_fault(file, line, reason)
    if len(rows) == 1:
        raise MotamotError(message("sheets.no_rows", file=file))
    return [Row(file, line, dict(zip(header, cells, strict=True))) for line, cells in rows[1:]]
