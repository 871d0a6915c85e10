"""Strategy statements: the kit's fourteen, or the learner's own, and where their facts come from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from motamot._language import message
from motamot._paths import share
from motamot._sheets import Row, read_sheet
from motamot.corpus import statements_in_use
from motamot.errors import MotamotError
from motamot.statement_files import read_statements

if TYPE_CHECKING:
    import pandas as pd

SOURCE_COLUMNS = ["company", "year", "figure", "fact", "source", "confidence"]
_FACTS = "facts.csv"


def load_statements() -> pd.DataFrame:
    """Return the strategy statements in use, one row a paragraph.

    These are the learner's own if ``motamot use-text --statements`` put some in use, or if ``motamot.toml``
    names them (``[text]``, ``statements = "texts/mine.csv"`` for a CSV file with the columns below, or
    ``"texts/mine"`` for a folder of files named ``company_year.txt``: the title, an empty line, then
    paragraphs with an empty line between them), otherwise the kit's. One text alone cannot be compared: the
    kit's stand behind it. ``MOTAMOT_TEXT=kit`` in the environment asks for the kit's alone in any folder.

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
    own = _own_statements()
    if own is None:
        return _kits_statements()
    return own if len(_names(own)) > 1 else _beside_the_kits(own)


def statement_note() -> str:
    """Return the line that goes under a figure of the statements: whose words they are.

    Returns
    -------
    str
        In the language in use, for the ``note=`` of the plots; ``""`` for statements of the learner's own,
        unless the kit's stand behind a single one.

    Examples
    --------
    >>> statement_note().endswith("not the companies’ own words")
    True
    """
    own = _own_statements()
    if own is None:
        return message("statements.note")
    return message("statements.note_but_one", name=name) if (name := _single_name(own)) else ""


def two_texts(names: Iterable[str], wished: Sequence[str], last: bool = False) -> list[str]:
    """Return which two texts a lesson compares.

    Parameters
    ----------
    names : iterable of str
        The names of the texts in use; they may be repeated, once a paragraph.
    wished : pair of str
        The two that the lesson would like; taken if both are in use. A single text of the learner's own is
        compared with the first of them.
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
    own = _own_statements()
    single = None if own is None else _single_name(own)
    if single in texts and single not in wished and set(wished) <= set(texts):
        return [single, wished[0]]
    if set(wished) <= set(texts):
        return list(wished)
    return texts[-2:] if last else texts[:2]


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

    kit, place = share("data", "statements"), statements_in_use()
    places = [place or kit]
    if place and _single_name(read_statements(place)):
        places.append(kit)
    rows = [row for one in places for row in _facts(one)]
    records = [{**row.cells, "year": row.whole("year", 2022)} for row in rows]
    return pd.DataFrame(records, columns=SOURCE_COLUMNS)


def _own_statements() -> pd.DataFrame | None:
    place = statements_in_use()
    return None if place is None else read_statements(place)


def _kits_statements() -> pd.DataFrame:
    return read_statements(share("data", "statements"))


def _names(table: pd.DataFrame) -> list[str]:
    return list(dict.fromkeys(table["company"] + " " + table["year"].astype(str)))


def _single_name(table: pd.DataFrame) -> str | None:
    """Return the name of the only text of a table, None if there are more."""
    first, *others = _names(table)
    return None if others else first


def _beside_the_kits(own: pd.DataFrame) -> pd.DataFrame:
    """Put the kit's statements behind the learner's only one; theirs replaces one of the same name."""
    import pandas as pd

    kits = _kits_statements()
    same = (kits["company"] == own["company"].iloc[0]) & (kits["year"] == own["year"].iloc[0])
    both: pd.DataFrame = pd.concat([own, kits[~same]], ignore_index=True)
    return both


def _facts(place: Path) -> list[Row]:
    file = (place if place.is_dir() else place.parent) / _FACTS
    return read_sheet(file, SOURCE_COLUMNS) if file.is_file() else []
