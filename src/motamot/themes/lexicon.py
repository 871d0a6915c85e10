"""Theme lexicons: entries with wildcards, several words and exclusions, kept in one CSV file."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from motamot._language import current_language, message
from motamot._paths import share
from motamot._sheets import parse_cells, row_fault, sheet_text
from motamot.contexts._patterns import pieces
from motamot.errors import MotamotError

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = ("theme", "label_en", "label_fr", "kind", "entry", "note")
KINDS = ("include", "exclude")


@dataclass(frozen=True)
class Entry:
    """One line of a lexicon."""

    theme: str
    label_en: str
    label_fr: str
    kind: str
    entry: str
    note: str = ""


@dataclass(frozen=True)
class Lexicon:
    """Themes and the entries that stand for them; a change gives a new lexicon.

    Parameters
    ----------
    entries : tuple of Entry
        In the order of the file.
    """

    entries: tuple[Entry, ...]

    @property
    def themes(self) -> list[str]:
        """Return the themes, in the order of the file."""
        return list(dict.fromkeys(entry.theme for entry in self.entries))

    @property
    def labels(self) -> dict[str, str]:
        """Return the label of each theme in the language in use."""
        name = f"label_{current_language()}"
        return {entry.theme: getattr(entry, name) for entry in self.entries}

    def table(self) -> pd.DataFrame:
        """Return the entries as a table: `theme`, `label_en`, `label_fr`, `kind`, `entry`, `note`."""
        import pandas as pd

        rows = [[getattr(entry, name) for name in COLUMNS] for entry in self.entries]
        return pd.DataFrame(rows, columns=list(COLUMNS))

    def add(self, theme: str, entry: str, *, exclude: bool = False) -> Lexicon:
        """Return a lexicon with one entry more in an existing theme.

        Raises
        ------
        MotamotError
            If the theme is unknown, the entry stands there already, or matches every word.
        """
        model = self._theme(theme)
        new = Entry(theme, model.label_en, model.label_fr, KINDS[exclude], entry)
        return Lexicon(tuple(_checked([*enumerate(self.entries), (len(self.entries), new)], "")))

    def remove(self, theme: str, entry: str) -> Lexicon:
        """Return a lexicon without one entry.

        Raises
        ------
        MotamotError
            If the theme or the entry is unknown.
        """
        self._theme(theme)
        kept = tuple(one for one in self.entries if (one.theme, one.entry) != (theme, entry))
        if len(kept) == len(self.entries):
            known = ", ".join(one.entry for one in self.entries if one.theme == theme)
            raise MotamotError(message("lexicon.no_entry", theme=theme, entry=entry, known=known))
        return Lexicon(kept)

    def to_csv(self) -> str:
        """Return the lexicon as CSV text with semicolons, which a French spreadsheet opens as columns."""
        out = io.StringIO()
        writer = csv.writer(out, delimiter=";", lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows([getattr(entry, name) for name in COLUMNS] for entry in self.entries)
        return out.getvalue()

    def _theme(self, theme: str) -> Entry:
        for entry in self.entries:
            if entry.theme == theme:
                return entry
        raise MotamotError(message("lexicon.no_theme", theme=theme, known=", ".join(self.themes)))


def load_lexicon(path_or_name: str | Path = "themes") -> Lexicon:
    """Read a lexicon: one of the kit's by name, or a file of your own.

    Parameters
    ----------
    path_or_name : str or path, default "themes"
        ``"themes"``, or the path of a CSV file with the columns `theme`, `label_en`, `label_fr`,
        `kind` (include or exclude), `entry`, `note`; commas or semicolons, UTF-8 with or without BOM.

    Returns
    -------
    Lexicon
        Its entries, checked.

    Raises
    ------
    MotamotError
        If the file cannot be read or a row is malformed: the message names file, line and reason.

    Examples
    --------
    >>> "price" in load_lexicon("themes").themes
    True
    """
    path = Path(path_or_name)
    if path.suffix.lower() != ".csv":
        known = sorted(folder.name for folder in share("data", "lexicons").iterdir() if folder.is_dir())
        if str(path_or_name) not in known:
            raise MotamotError(message("lexicon.unknown", name=path_or_name, known=", ".join(known)))
        path = share("data", "lexicons", str(path_or_name), "lexicon.csv")
    return parse_lexicon(sheet_text(path), path.name)


def parse_lexicon(text: str, name: str) -> Lexicon:
    r"""Read a lexicon from the text of a CSV file.

    Parameters
    ----------
    text : str
        What the file holds.
    name : str
        The file's name, for messages.

    Returns
    -------
    Lexicon
        Its entries, checked.

    Raises
    ------
    MotamotError
        If a row is malformed: the message names file, line and reason.

    Examples
    --------
    >>> lines = ["theme;label_en;label_fr;kind;entry;note", "price;Prices;Prix;include;prix;"]
    >>> parse_lexicon("\n".join(lines), "mine.csv").labels
    {'price': 'Prices'}
    """
    return _parsed(text, name)


@lru_cache(maxsize=8)
def _parsed(text: str, name: str) -> Lexicon:
    rows = parse_cells(text, name)
    if not rows or tuple(rows[0][1]) != COLUMNS:
        found = ";".join(rows[0][1]) if rows else ""
        raise row_fault(name, 1, message("lexicon.header", columns=";".join(COLUMNS), found=found))
    entries = tuple(_checked(_entries(rows[1:], name), name))
    if not entries:
        raise MotamotError(message("lexicon.empty", file=name))
    return Lexicon(entries)


def _entries(rows: Iterable[tuple[int, list[str]]], name: str) -> Iterator[tuple[int, Entry]]:
    for line, row in rows:
        if len(row) != len(COLUMNS):
            raise row_fault(name, line, message("sheets.columns", expected=len(COLUMNS), found=len(row)))
        yield line, Entry(*row)


def _checked(rows: Iterable[tuple[int, Entry]], name: str) -> Iterator[Entry]:
    """Pass the entries on, or name the line and the reason of the first that cannot stand."""
    labels: dict[str, tuple[str, str]] = {}
    seen: dict[tuple[str, tuple[str, ...]], int] = {}
    for line, entry in rows:
        reason = _fault(entry, labels, seen)
        if reason:
            raise row_fault(name, line, reason) if name else MotamotError(reason)
        labels[entry.theme] = (entry.label_en, entry.label_fr)
        seen[entry.theme, pieces(entry.entry)] = line
        yield entry


def _fault(
    entry: Entry, labels: dict[str, tuple[str, str]], seen: dict[tuple[str, tuple[str, ...]], int]
) -> str | None:
    for column in ("theme", "label_en", "label_fr", "entry"):
        if not getattr(entry, column):
            return message("sheets.empty_cell", column=column)
    if entry.kind not in KINDS:
        return message("lexicon.kind", kind=entry.kind)
    if labels.get(entry.theme, (entry.label_en, entry.label_fr)) != (entry.label_en, entry.label_fr):
        return message("lexicon.two_labels", theme=entry.theme)
    try:
        cut = pieces(entry.entry)
    except MotamotError as error:
        return str(error)
    if (entry.theme, cut) in seen:
        return message("lexicon.twice", entry=entry.entry, theme=entry.theme, line=seen[entry.theme, cut])
    return None
