"""Paragraphs coded for themes by reading: the kit's two codings, and a sheet for one's own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from motamot._files import write_new
from motamot._language import message
from motamot._paths import share
from motamot._sheets import Row, read_sheet
from motamot.corpus import coding_in_use
from motamot.errors import MotamotError

if TYPE_CHECKING:
    import pandas as pd

    from motamot.themes.lexicon import Lexicon

CODERS = ("a", "b")
INTERVIEW = "interview"
_KEYS = ("document", "paragraph", "text")


def load_gold(coding: str | Path = "a") -> pd.DataFrame:
    """Return a coding of paragraphs for themes: one of the kit's two, or your own.

    Parameters
    ----------
    coding : str or path, default "a"
        ``"a"`` or ``"b"``, the kit's two independent codings of its own texts, whatever text is in use, or
        the coding of these texts that the learner's ``motamot.toml`` puts in its place (``[text]``,
        ``coding_a = "texts/mine.csv"``); or the path of a sheet made by :func:`motamot.coding_sheet` and
        filled in: commas or semicolons, UTF-8 with or without BOM.

    Returns
    -------
    pandas.DataFrame
        One row a paragraph, indexed by its place (``"interview §5"``, ``"Auchan 2020 §2"``), one column a
        theme, 1 where the coder found it and 0 where not: as :func:`motamot.agreement` and
        :func:`motamot.validate_themes` take it.

    Raises
    ------
    MotamotError
        If the sheet cannot be read, a cell holds neither 0 nor 1, or a paragraph stands twice; if a coding
        put in the kit's place does not have its paragraphs and themes.

    Examples
    --------
    >>> gold = load_gold("a")
    >>> sorted(set(gold.to_numpy().ravel().tolist()))
    [0, 1]
    """
    if str(coding) not in CODERS:
        return _coding(Path(coding))
    kits = _coding(share("data", "gold", f"coding_{coding}.csv"))
    file = coding_in_use(str(coding))
    if file is None:
        return kits
    own = _coding(file)
    differing = [*kits.index.symmetric_difference(own.index), *kits.columns.symmetric_difference(own.columns)]
    if differing:
        raise MotamotError(message("gold.not_the_kits", file=file.name, what=", ".join(differing[:3])))
    return own.loc[kits.index, kits.columns]


def _coding(file: Path) -> pd.DataFrame:
    """Return a coding that was filled in."""
    import pandas as pd

    rows = read_sheet(file, _KEYS[:2])
    themes = [name for name in rows[0].cells if name not in _KEYS]
    if not themes:
        raise rows[0].fault(message("gold.no_theme"))
    places = _places(rows)
    codes = [[_code(row, theme) for theme in themes] for row in rows]
    return pd.DataFrame(codes, index=pd.Index(places, name="place"), columns=themes)


def gold_paragraphs() -> pd.DataFrame:
    """Return the paragraphs of the kit's texts that were coded, whatever text is in use.

    Returns
    -------
    pandas.DataFrame
        One row a paragraph, indexed by its place as in :func:`load_gold`: `document` (company and year, or
        ``"interview"``), `paragraph`, `text`.

    Examples
    --------
    >>> gold_paragraphs().loc["interview §3", "text"][:10]
    'Quel bilan'
    """
    import pandas as pd

    from motamot.corpus import read_text
    from motamot.interview import read_interview
    from motamot.statement_files import read_statements

    interview = read_interview(read_text(share("data", "interview", "raw.txt")))
    both = [_paragraphs(interview), _paragraphs(read_statements(share("data", "statements")))]
    table = pd.concat(both, ignore_index=True)
    return table.set_index(pd.Index(_labels(table), name="place"))


def coding_sheet(
    table: pd.DataFrame, themes: Lexicon | Sequence[str], file: str | Path | None = None
) -> pd.DataFrame:
    """Make an empty sheet in which a coder writes 1 or 0 for each theme of each paragraph.

    Parameters
    ----------
    table : pandas.DataFrame
        Paragraphs with a column `text`: from ``load_statements()``, ``read_interview(raw)`` or your own.
    themes : Lexicon or list of str
        The themes to code.
    file : str or path, optional
        Where to write the sheet, as CSV with semicolons that a French spreadsheet opens; it must not exist
        yet. Fill it in, save it as “CSV UTF-8”, and read it with ``load_gold(file)``.

    Returns
    -------
    pandas.DataFrame
        `document`, `paragraph`, `text` and one empty column a theme.

    Raises
    ------
    MotamotError
        If the table has no text, a theme stands twice, or the file exists or cannot be written.

    Examples
    --------
    >>> import pandas as pd
    >>> coding_sheet(pd.DataFrame({"text": ["Le prix baisse."]}), ["price"]).values.tolist()
    [['interview', 1, 'Le prix baisse.', '']]
    """
    names = list(themes) if isinstance(themes, list | tuple) else list(getattr(themes, "themes", []))
    twice = [name for name in dict.fromkeys(names) if names.count(name) > 1 or name in _KEYS]
    if twice or not names:
        raise MotamotError(message("gold.themes", names=", ".join(twice) or "-"))
    sheet = _paragraphs(table)
    for name in names:
        sheet[name] = ""
    if file is not None:
        # A blank in front keeps a spreadsheet from taking "- Oui" for a formula.
        guarded = sheet.assign(text=sheet["text"].str.replace(r"^([=+@-])", r" \1", regex=True))
        # A spreadsheet knows UTF-8 by the mark in front.
        write_new(Path(file), "\ufeff" + guarded.to_csv(sep=";", index=False, lineterminator="\n"))
    return sheet


def _paragraphs(table: pd.DataFrame) -> pd.DataFrame:
    """Return `document`, `paragraph` and `text` of a table of paragraphs."""
    import pandas as pd

    if not hasattr(table, "columns") or "text" not in table.columns or table.empty:
        raise MotamotError(message("gold.no_text"))
    if {"company", "year"} <= set(table.columns):
        documents = table["company"].astype(str) + " " + table["year"].astype(str)
    else:
        documents = table.get("document", pd.Series(INTERVIEW, index=table.index))
    numbers = table.get("paragraph", pd.Series(range(1, len(table) + 1), index=table.index))
    return pd.DataFrame({"document": documents, "paragraph": numbers, "text": table["text"]}).reset_index(
        drop=True
    )


def _labels(table: pd.DataFrame) -> list[str]:
    return [f"{document} §{n}" for document, n in zip(table["document"], table["paragraph"], strict=True)]


def _places(rows: Sequence[Row]) -> list[str]:
    seen: dict[str, int] = {}
    for row in rows:
        place = f"{row.filled('document')} §{row.whole('paragraph', 1)}"
        if place in seen:
            raise row.fault(message("sheets.twice", what=place, line=seen[place]))
        seen[place] = row.line
    return list(seen)


def _code(row: Row, theme: str) -> int:
    value = row.cells[theme]
    if value not in ("0", "1"):
        raise row.fault(message("sheets.not_code", column=theme, value=value))
    return int(value)
