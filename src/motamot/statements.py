"""Strategy statements: the kit's fourteen, or the learner's own, and where their facts come from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from motamot._language import message
from motamot._paths import share
from motamot._sheets import Row, read_sheet
from motamot.corpus import read_text, statements_in_use
from motamot.errors import MotamotError

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = ["company", "year", "title", "paragraph", "text"]
SOURCE_COLUMNS = ["company", "year", "figure", "fact", "source", "confidence"]
_INDEX, _FACTS = "index.csv", "facts.csv"


class _Paragraph(NamedTuple):
    """A row of the table."""

    company: str
    year: int
    title: str
    paragraph: int
    text: str


def load_statements() -> pd.DataFrame:
    """Return the strategy statements in use, one row a paragraph.

    These are the learner's own if ``motamot.toml`` names them (``[text]``, ``statements = "texts/mine.csv"``
    for a CSV file with the columns below, or ``"texts/mine"`` for a folder of files named
    ``company_year.txt``: the title, an empty line, then paragraphs with an empty line between them),
    otherwise the kit's. ``MOTAMOT_TEXT=kit`` in the environment asks for the kit's in any folder.

    Returns
    -------
    pandas.DataFrame
        `company`, `year`, `title`, `paragraph` (from 1 in each text), `text`. The kit's texts are
        teaching texts written from cited facts; nothing in them is a quotation.

    Raises
    ------
    MotamotError
        If the learner's statements cannot be read: the message names file, line and column.

    Examples
    --------
    >>> load_statements().columns.tolist()
    ['company', 'year', 'title', 'paragraph', 'text']
    """
    place = statements_in_use() or share("data", "statements")
    return read_statements(place)


def statement_note() -> str:
    """Return the line that goes under a figure of the statements: whose words they are.

    Returns
    -------
    str
        In the language in use, for the ``note=`` of the plots; ``""`` for statements of the learner's own.

    Examples
    --------
    >>> statement_note().endswith("not the companies’ own words")
    True
    """
    return "" if statements_in_use() else message("statements.note")


def two_texts(names: Iterable[str], wished: Sequence[str], last: bool = False) -> list[str]:
    """Return which two texts a lesson compares.

    Parameters
    ----------
    names : iterable of str
        The names of the texts in use; they may be repeated, once a paragraph.
    wished : pair of str
        The two that the lesson would like; taken if both are in use.
    last : bool, optional
        Otherwise take the last two texts instead of the first two.

    Returns
    -------
    list of str
        Two names.

    Raises
    ------
    MotamotError
        If fewer than two texts are in use.

    Examples
    --------
    >>> two_texts(["Alba 2021", "Alba 2021", "Bora 2022", "Cima 2022"], ["Cima 2022", "Alba 2021"])
    ['Cima 2022', 'Alba 2021']
    >>> two_texts(["Alba 2021", "Bora 2022", "Cima 2022"], ["Carrefour 2021", "Carrefour 2022"])
    ['Alba 2021', 'Bora 2022']
    """
    texts = list(dict.fromkeys(names))
    if len(texts) < 2:
        raise MotamotError(message("statements.one_text", name=", ".join(texts)))
    if set(wished) <= set(texts):
        return list(wished)
    return texts[-2:] if last else texts[:2]


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
        rows = _from_sheet(read_sheet(place, COLUMNS))
    else:
        raise MotamotError(message("statements.not_statements", name=place.name, columns=", ".join(COLUMNS)))
    return pd.DataFrame(rows, columns=COLUMNS)


def statement_sources() -> pd.DataFrame:
    """Return where the facts of the statements come from, one row a figure or fact.

    Returns
    -------
    pandas.DataFrame
        `company`, `year`, `figure` (as the text writes it), `fact`, `source`, `confidence` (H a company
        release or several press reports, M one press report). No row for statements of the learner's own,
        unless a file ``facts.csv`` with these columns lies in their folder.

    Raises
    ------
    MotamotError
        If the learner's facts.csv cannot be read.

    Examples
    --------
    >>> statement_sources().columns.tolist()
    ['company', 'year', 'figure', 'fact', 'source', 'confidence']
    """
    import pandas as pd

    place = statements_in_use() or share("data", "statements")
    file = (place if place.is_dir() else place.parent) / _FACTS
    rows = read_sheet(file, SOURCE_COLUMNS) if file.is_file() else []
    records = [{**row.cells, "year": row.whole("year", 2022)} for row in rows]
    return pd.DataFrame(records, columns=SOURCE_COLUMNS)


def _listed(folder: Path) -> list[tuple[Path, str, int]]:
    """Return file, company and year of each text of a folder, in the order of its index or of the names."""
    if (folder / _INDEX).is_file():
        return [_indexed(folder, row) for row in read_sheet(folder / _INDEX, ["file", "company", "year"])]
    files = sorted(folder.glob("*.txt"))
    if not files:
        raise MotamotError(message("statements.folder_empty", name=folder.name))
    return [(file, *_named(file)) for file in files]


def _indexed(folder: Path, row: Row) -> tuple[Path, str, int]:
    file = (folder / row.filled("file")).resolve()
    if not (file.is_relative_to(folder.resolve()) and file.is_file()):
        raise row.fault(message("statements.no_file", name=row.cells["file"]))
    return file, row.filled("company"), row.whole("year", 2022)


def _named(file: Path) -> tuple[str, int]:
    found = re.fullmatch(r"(.*[^_ ])[_ ]+(\d{4})", file.stem)
    if not found:
        raise MotamotError(message("statements.file_name", file=file.name))
    return found[1].replace("_", " ").strip(), int(found[2])


def _paragraphs(file: Path, company: str, year: int) -> list[_Paragraph]:
    """Cut a text file into its title and its paragraphs; a line end inside a paragraph is a space."""
    text = read_text(file).removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    title, *paragraphs = [
        re.sub(r" *\n *", " ", part.strip("\n "))
        for part in re.split(r"\n[ \t\u00a0]*\n", text)
        if part.strip()
    ]
    if not paragraphs:
        raise MotamotError(message("statements.no_paragraph", file=file.name))
    return [_Paragraph(company, year, title, number, part) for number, part in enumerate(paragraphs, 1)]


def _from_sheet(rows: list[Row]) -> list[_Paragraph]:
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
        paragraphs.append(_Paragraph(company, year, title, number, row.filled("text")))
    return paragraphs
