"""Putting a learner's own strategy statements in the place of the kit's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from motamot._language import message
from motamot._sheets import sheet_rows
from motamot.errors import MotamotError
from motamot.interview.paragraphs import page_paragraphs
from motamot.readers import MAX_BYTES, READABLE, Reading, as_typed, read_file
from motamot.statement_files import (
    COLUMNS,
    Paragraph,
    company_and_year,
    has_index,
    read_statements,
    rows_of_sheet,
)
from motamot.tokens import words
from motamot.usetext.folder import plain_name, put_in_use
from motamot.usetext.french import require_french

if TYPE_CHECKING:
    import pandas as pd

LONGEST_TITLE = 20
_SPREADSHEETS = frozenset({".xls", ".xlsx", ".ods"})


class StatementsPreview(NamedTuple):
    """Statements ready to be used, and how they were read.

    Attributes
    ----------
    name : str
        The name that their file will have.
    table : pandas.DataFrame
        As ``load_statements()`` will return it.
    readings : list of Reading
        What was read, file by file; nothing for a folder with an index, which is in UTF-8.
    left_aside : list of str
        Files of a folder that are in no format that can be read.
    """

    name: str
    table: pd.DataFrame
    readings: list[Reading]
    left_aside: list[str]


class _Source(NamedTuple):
    """A file, the paragraphs it holds, and how it was read."""

    file: str
    rows: list[Paragraph]
    reading: Reading | None


def preview_statements(places: Sequence[Path]) -> StatementsPreview:
    """Read strategy statements without writing anything.

    Parameters
    ----------
    places : list of pathlib.Path
        Files named ``company_year`` (.txt, .docx, saved .html), folders of such files, and CSV files with
        the columns of ``load_statements()``. The first paragraph of a file is the title of its text, unless
        it has more than 20 words or is the only one.

    Returns
    -------
    StatementsPreview
        Name for the statements, their table, and how each file was read.

    Raises
    ------
    MotamotError
        If something cannot be read, has no company or year in its name, is not in French, stands twice,
        or is too large.
    """
    import pandas as pd

    typed = [as_typed(place) for place in places]
    sources = [source for place in typed for source in _sources(place)]
    _refuse_twice(sources)
    for source in sources:
        for company, year in dict.fromkeys((row.company, row.year) for row in source.rows):
            text = " ".join(row.text for row in source.rows if (row.company, row.year) == (company, year))
            require_french(
                text, f"{source.file}, {message('statements.document', company=company, year=year)}"
            )
    table = pd.DataFrame([row for source in sources for row in source.rows], columns=COLUMNS)
    name = plain_name(typed[0].resolve().stem) if len(typed) == 1 else "statements"
    if len(_sheet(table)) > MAX_BYTES:
        raise MotamotError(message("usetext.statements_too_large", limit=MAX_BYTES // 1_000_000))
    left_aside = [file.name for place in typed if place.is_dir() for file in _other_files(place)]
    return StatementsPreview(name, table, [one.reading for one in sources if one.reading], left_aside)


def use_statements(preview: StatementsPreview, start: Path) -> Path:
    """Put previewed statements in use in the learner's folder; the interview in use stays.

    Parameters
    ----------
    preview : StatementsPreview
        From :func:`preview_statements`.
    start : pathlib.Path
        Where to look for the learner's folder from.

    Returns
    -------
    pathlib.Path
        The CSV file written in ``texts/``, which a spreadsheet opens; one of the same name is never
        overwritten.

    Raises
    ------
    MotamotError
        If there is no learner's folder, or it cannot be written.
    """
    return put_in_use(start, f"{preview.name}.csv", _sheet(preview.table), "statements")


def _sources(place: Path) -> Iterator[_Source]:
    if place.is_dir():
        yield from _in_folder(place)
    elif place.suffix.lower() == ".csv":
        reading = read_file(place)
        yield _Source(place.name, rows_of_sheet(sheet_rows(reading.text, place.name, COLUMNS)), reading)
    elif place.suffix.lower() in _SPREADSHEETS:
        raise MotamotError(message("usetext.spreadsheet", name=place.name, columns=", ".join(COLUMNS)))
    else:
        yield _in_file(place)


def _in_folder(folder: Path) -> Iterator[_Source]:
    """Yield the texts of a folder."""
    if has_index(folder):
        rows = read_statements(folder).itertuples(index=False)
        yield _Source(folder.name, [Paragraph(*row) for row in rows], None)
        return
    files = [file for file in _files(folder) if file.suffix.lower() in READABLE]
    if not files:
        raise MotamotError(message("usetext.statements_folder_empty", name=folder.resolve().name))
    yield from map(_in_file, files)


def _other_files(folder: Path) -> list[Path]:
    if has_index(folder):
        return []
    return [file for file in _files(folder) if file.suffix.lower() not in READABLE]


def _files(folder: Path) -> list[Path]:
    """Return the files that a person sees in a folder; Word keeps ~$name.docx beside an open name.docx."""
    seen = [file for file in folder.iterdir() if not file.name.startswith((".", "~$"))]
    return sorted(file for file in seen if file.is_file())


def _in_file(file: Path) -> _Source:
    reading = read_file(file)
    company, year = company_and_year(file)
    parts = page_paragraphs(reading.text.removeprefix("\ufeff"))
    titled = len(parts) > 1 and len(words(parts[0])) <= LONGEST_TITLE
    title, body = (parts[0], parts[1:]) if titled else ("", parts)
    rows = [Paragraph(company, year, title, number, part) for number, part in enumerate(body, 1)]
    return _Source(file.name, rows, reading)


def _refuse_twice(sources: Sequence[_Source]) -> None:
    seen: dict[tuple[str, int], str] = {}
    for source in sources:
        for company, year in dict.fromkeys((row.company, row.year) for row in source.rows):
            if (company, year) in seen:
                raise MotamotError(
                    message(
                        "usetext.statements_twice",
                        company=company,
                        year=year,
                        one=seen[company, year],
                        other=source.file,
                    )
                )
            seen[company, year] = source.file


def _sheet(table: pd.DataFrame) -> bytes:
    """Return the statements as a CSV file for a spreadsheet, which takes "- Oui" or "=" for a formula."""
    guarded = table.assign(
        **{name: table[name].str.replace(r"^([=+@-])", r" \1", regex=True) for name in ("title", "text")}
    )
    return guarded.to_csv(sep=";", index=False, lineterminator="\n").encode("utf-8-sig")
