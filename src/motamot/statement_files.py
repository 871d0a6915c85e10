"""Statements in files: a CSV file's rows, a folder's texts, with file and line of what is wrong."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from motamot._language import message
from motamot._sheets import Row, read_sheet
from motamot.corpus import read_text
from motamot.errors import MotamotError

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = ["company", "year", "title", "paragraph", "text"]
_INDEX = "index.csv"


class Paragraph(NamedTuple):
    """A row of the table of statements."""

    company: str
    year: int
    title: str
    paragraph: int
    text: str


def read_statements(place: Path) -> pd.DataFrame:
    """Return the statements of a CSV file or a folder.

    Parameters
    ----------
    place : pathlib.Path
        A CSV file with the columns of :func:`load_statements`, or a folder of .txt files; an ``index.csv``
        in the folder (`file`, `company`, `year`) gives the names as they are written, and the order.

    Returns
    -------
    pandas.DataFrame
        As :func:`load_statements`.

    Raises
    ------
    MotamotError
        If something is missing, stands twice or cannot be understood.
    """
    import pandas as pd

    if place.is_dir():
        rows = [row for file, company, year in _listed(place) for row in _paragraphs(file, company, year)]
    elif place.suffix.lower() == ".csv":
        rows = rows_of_sheet(read_sheet(place, COLUMNS))
    else:
        raise MotamotError(message("statements.not_statements", name=place.name, columns=", ".join(COLUMNS)))
    return pd.DataFrame(rows, columns=COLUMNS)


def has_index(folder: Path) -> bool:
    """Return whether a folder of statements has an index of their names."""
    return (folder / _INDEX).is_file()


def company_and_year(file: Path) -> tuple[str, int]:
    """Return company and year from the name of a file.

    Raises
    ------
    MotamotError
        If the name does not end with a year of four digits, or begins with it.

    Examples
    --------
    >>> company_and_year(Path("La_Belle-Brume_2021.txt")), company_and_year(Path("Alba (2022).docx"))
    (('La Belle-Brume', 2021), ('Alba', 2022))
    """
    # A Mac may write é as two signs; nobody who types the company's name does.
    stem = unicodedata.normalize("NFC", file.stem)
    found = re.fullmatch(r"(.*[^-_ (])[-_ (]+(\d{4})\)?", stem, flags=re.ASCII)
    if not found:
        raise MotamotError(message("statements.file_name", file=file.name))
    return found[1].replace("_", " ").strip(), int(found[2])


def rows_of_sheet(rows: Sequence[Row]) -> list[Paragraph]:
    """Return the paragraphs of a CSV file.

    Raises
    ------
    MotamotError
        If a cell is empty, a number is none, a text has two titles or a paragraph stands twice.
    """
    seen: dict[tuple[str, int, int], int] = {}
    titles: dict[tuple[str, int], str] = {}
    paragraphs = []
    for row in rows:
        company, year = row.filled("company"), row.whole("year", 2022)
        number = row.whole("paragraph", 1)
        title = titles.setdefault((company, year), row.cells["title"])
        if title != row.cells["title"]:
            raise row.fault(message("statements.two_titles", company=company, year=year))
        if (company, year, number) in seen:
            what = message("statements.paragraph", company=company, year=year, paragraph=number)
            raise row.fault(message("sheets.twice", what=what, line=seen[company, year, number]))
        seen[company, year, number] = row.line
        paragraphs.append(Paragraph(company, year, title, number, row.filled("text")))
    return paragraphs


def _listed(folder: Path) -> list[tuple[Path, str, int]]:
    """Return file, company and year of each text of a folder, in the order of its index or of the names."""
    if has_index(folder):
        return [_indexed(folder, row) for row in read_sheet(folder / _INDEX, ["file", "company", "year"])]
    files = sorted(folder.glob("*.txt"))
    if not files:
        raise MotamotError(message("statements.folder_empty", name=folder.name))
    return [(file, *company_and_year(file)) for file in files]


def _indexed(folder: Path, row: Row) -> tuple[Path, str, int]:
    file = (folder / row.filled("file")).resolve()
    if not (file.is_relative_to(folder.resolve()) and file.is_file()):
        raise row.fault(message("statements.no_file", name=row.cells["file"]))
    return file, row.filled("company"), row.whole("year", 2022)


def _paragraphs(file: Path, company: str, year: int) -> list[Paragraph]:
    """Cut a text file into its title and its paragraphs; a line end inside a paragraph is a space."""
    text = read_text(file).removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    title, *paragraphs = [
        re.sub(r" *\n *", " ", part.strip("\n "))
        for part in re.split(r"\n[ \t\u00a0]*\n", text)
        if part.strip()
    ]
    if not paragraphs:
        raise MotamotError(message("statements.no_paragraph", file=file.name))
    return [Paragraph(company, year, title, number, part) for number, part in enumerate(paragraphs, 1)]
