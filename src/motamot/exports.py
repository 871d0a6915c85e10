"""Exports, so that a class can go on in TXM or IRaMuTeQ."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from motamot._language import message
from motamot.errors import MotamotError

if TYPE_CHECKING:
    import pandas as pd


def to_iramuteq(table: pd.DataFrame, file: str | Path, variables: Sequence[str]) -> Path:
    """Write texts as one IRaMuTeQ corpus file.

    Parameters
    ----------
    table : pandas.DataFrame
        One row a text or paragraph, with a column `text`.
    file : str or path
        The file to write; it must not exist yet.
    variables : list of str
        Columns to carry as starred variables (``*company_carrefour``). Rows that follow one another
        with the same values make one text.

    Returns
    -------
    pathlib.Path
        The file written: UTF-8, one line ``**** *variable_value ...`` before each text. Asterisks in
        the texts, which IRaMuTeQ would take for a border, become a space.

    Raises
    ------
    MotamotError
        If a column is missing, there is no text, or the file exists.

    Examples
    --------
    >>> import pandas as pd, tempfile
    >>> texts = pd.DataFrame({"company": ["La Redoute"], "text": ["Le prix."]})
    >>> folder = tempfile.TemporaryDirectory()
    >>> print(to_iramuteq(texts, Path(folder.name) / "corpus.txt", ["company"]).read_text(encoding="utf-8"))
    **** *company_la_redoute
    Le prix.
    <BLANKLINE>
    >>> folder.cleanup()
    """
    _check_columns(table, ["text", *variables])
    lines: list[str] = []
    previous = None
    for _, row in table.iterrows():
        stars = " ".join(f"*{_plain(name)}_{_plain(row[name])}" for name in variables)
        if stars != previous:
            lines.append(f"**** {stars}".rstrip())
            previous = stars
        lines.append(" ".join(str(row["text"]).replace("*", " ").split()))
    path = Path(file)
    _write_new(path, "\n".join(lines) + "\n")
    return path


def to_txm(table: pd.DataFrame, folder: str | Path, variables: Sequence[str]) -> Path:
    """Write texts as a folder for TXM's import module TXT + CSV.

    Parameters
    ----------
    table : pandas.DataFrame
        One row a text or paragraph, with a column `text`.
    folder : str or path
        The folder to write; it must not exist yet.
    variables : list of str
        Columns that name a text; its rows are joined, an empty line between them.

    Returns
    -------
    pathlib.Path
        The folder: one UTF-8 .txt file a text, and metadata.csv with the column `id` (file name
        without ending) and one column a variable.

    Raises
    ------
    MotamotError
        If a column is missing, there is no text or no variable, or the folder exists.

    Examples
    --------
    >>> import pandas as pd, tempfile
    >>> texts = pd.DataFrame({"company": ["Auchan", "Auchan"], "text": ["Un.", "Deux."]})
    >>> folder = tempfile.TemporaryDirectory()
    >>> sorted(path.name for path in to_txm(texts, Path(folder.name) / "corpus", ["company"]).iterdir())
    ['auchan.txt', 'metadata.csv']
    >>> folder.cleanup()
    """
    _check_columns(table, ["text", *variables])
    if not variables:
        raise MotamotError(message("exports.no_variable"))
    groups = [(key, group["text"]) for key, group in table.groupby(list(variables), sort=False)]
    names = ["_".join(_plain(value) for value in key) for key, _ in groups]
    if len(set(names)) < len(names):
        raise MotamotError(message("exports.same_name", columns=", ".join(variables)))
    path = Path(folder)
    try:
        path.mkdir(parents=True)
    except FileExistsError as error:
        raise MotamotError(message("exports.exists", name=path.name)) from error
    for name, (_, texts) in zip(names, groups, strict=True):
        _write_new(path / f"{name}.txt", "\n\n".join(map(str, texts)) + "\n")
    with (path / "metadata.csv").open("x", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, quoting=csv.QUOTE_ALL)
        writer.writerow(["id", *variables])
        writer.writerows([name, *key] for name, (key, _) in zip(names, groups, strict=True))
    return path


def _check_columns(table: pd.DataFrame, needed: Sequence[str]) -> None:
    missing = [name for name in needed if name not in table.columns]
    if missing:
        raise MotamotError(
            message("exports.columns", missing=", ".join(missing), found=", ".join(map(str, table.columns)))
        )
    if table.empty:
        raise MotamotError(message("exports.empty"))


def _plain(value: object) -> str:
    """Return a value as both programs accept it: lower-case letters without accents, digits, underscores."""
    letters = unicodedata.normalize("NFKD", str(value).lower().replace("œ", "oe").replace("æ", "ae"))
    return re.sub(r"[^a-z0-9]+", "_", letters.encode("ascii", "ignore").decode()).strip("_") or "x"


def _write_new(path: Path, text: str) -> None:
    try:
        with path.open("x", encoding="utf-8", newline="\n") as out:
            out.write(text)
    except FileExistsError as error:
        raise MotamotError(message("exports.exists", name=path.name)) from error
