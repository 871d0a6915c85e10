"""Exports, so that a class can go on in TXM or IRaMuTeQ."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from motamot._files import write_new, writing
from motamot._language import message
from motamot.errors import MotamotError

if TYPE_CHECKING:
    import pandas as pd

# Borders and marked forms of IRaMuTeQ, and the apostrophe that it does not cut at.
_TAKEN_SIGNS = str.maketrans({"*": " ", "_": " ", "’": "'"})


def to_iramuteq(table: pd.DataFrame, file: str | Path, variables: str | Sequence[str]) -> Path:
    """Write texts as one IRaMuTeQ corpus file.

    Parameters
    ----------
    table : pandas.DataFrame
        One row a text or paragraph, with a column `text`.
    file : str or path
        The file to write; it must not exist yet. Without the ending ``.txt``, which IRaMuTeQ looks for,
        it gets that ending.
    variables : str or list of str
        Columns to carry as starred variables (``*company_carrefour``). Rows that follow one another
        with the same values make one text.

    Returns
    -------
    pathlib.Path
        The file written: UTF-8, one line ``**** *variable_value ...`` before each text, names and values
        without accents, blanks or signs. In the texts, signs that IRaMuTeQ would take for its own change:
        asterisks and underscores become spaces, typographic apostrophes straight ones; each paragraph
        is a line.

    Raises
    ------
    MotamotError
        If a column is missing, a cell is empty, two variables get one name, there is no text, or the
        file exists or cannot be written.

    References
    ----------
    Ratinaud, P., IRaMuTeQ, manuel utilisateur, « Format des données en entrée ».

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
    variables = _listed(variables)
    _check_columns(table, ["text", *variables])
    # The first underscore parts a variable from its value, so that a name holds none.
    names = _distinct([_plain(name).replace("_", "") for name in variables])
    values = table[variables].map(_plain).itertuples(index=False)
    lines: list[str] = []
    previous = None
    for text, row in zip(table["text"], values, strict=True):
        stars = " ".join(f"*{name}_{value}" for name, value in zip(names, row, strict=True))
        if stars != previous:
            lines.append(f"**** {stars}".rstrip())
            previous = stars
        lines.append(" ".join(text.translate(_TAKEN_SIGNS).split()))
    path = Path(file)
    if path.suffix.lower() != ".txt":
        path = path.with_name(f"{path.name}.txt")
    write_new(path, "\n".join(lines) + "\n")
    return path


def to_txm(table: pd.DataFrame, folder: str | Path, variables: str | Sequence[str]) -> Path:
    """Write texts as a folder for TXM's import module TXT + CSV.

    Parameters
    ----------
    table : pandas.DataFrame
        One row a text or paragraph, with a column `text`.
    folder : str or path
        The folder to write; it must not exist yet.
    variables : str or list of str
        Columns that name a text; its rows are joined, an empty line between them.

    Returns
    -------
    pathlib.Path
        The folder: one UTF-8 .txt file a text, and metadata.csv with commas and double quotes, the column
        `id` (file name without ending) first and one column a variable, named without accents or signs.

    Raises
    ------
    MotamotError
        If a column is missing, a cell is empty, two texts or two variables get one name, there is no text
        or no variable, or the folder exists or cannot be written.

    References
    ----------
    TXM, manuel utilisateur 0.7.9, section 6.1.2 « Texte brut (.txt) : module d’import TXT+CSV ».

    Examples
    --------
    >>> import pandas as pd, tempfile
    >>> texts = pd.DataFrame({"company": ["Auchan", "Auchan"], "text": ["Un.", "Deux."]})
    >>> folder = tempfile.TemporaryDirectory()
    >>> sorted(path.name for path in to_txm(texts, Path(folder.name) / "corpus", ["company"]).iterdir())
    ['auchan.txt', 'metadata.csv']
    >>> folder.cleanup()
    """
    variables = _listed(variables)
    _check_columns(table, ["text", *variables])
    if not variables:
        raise MotamotError(message("exports.no_variable"))
    columns = _distinct(["id", *map(_plain, variables)])
    groups = [(key, group["text"]) for key, group in table.groupby(variables, sort=False)]
    names = ["_".join(_plain(value) for value in key) for key, _ in groups]
    if len(set(names)) < len(names):
        raise MotamotError(message("exports.same_name", columns=", ".join(variables)))
    path = Path(folder)
    with writing(path):
        path.mkdir(parents=True)
    for name, (_, texts) in zip(names, groups, strict=True):
        write_new(path / f"{name}.txt", "\n\n".join(map(str, texts)) + "\n")
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)
    writer.writerow(columns)
    writer.writerows([name, *key] for name, (key, _) in zip(names, groups, strict=True))
    write_new(path / "metadata.csv", out.getvalue())
    return path


def _check_columns(table: pd.DataFrame, needed: Sequence[str]) -> None:
    missing = [name for name in needed if name not in table.columns]
    if missing:
        raise MotamotError(
            message("exports.columns", missing=", ".join(missing), found=", ".join(map(str, table.columns)))
        )
    if table.empty:
        raise MotamotError(message("exports.empty"))
    for column in needed:
        for (row, value), missing_value in zip(table[column].items(), table[column].isna(), strict=True):
            if missing_value or not str(value).strip():
                raise MotamotError(message("exports.cell", row=row, column=column))
    for row, text in table["text"].items():
        if not isinstance(text, str):
            raise MotamotError(message("texts.not_text", label=row, kind=type(text).__name__))


def _listed(variables: str | Sequence[str]) -> list[str]:
    """Return the columns as a list; one name is not taken for its letters."""
    return [variables] if isinstance(variables, str) else list(variables)


def _distinct(names: list[str]) -> list[str]:
    """Return the names as they are written, or say that two of them became one."""
    for name in names:
        if names.count(name) > 1:
            raise MotamotError(message("exports.same_variable", name=name))
    return names


def _plain(value: object) -> str:
    """Return a value as both programs accept it: lower-case letters without accents, digits, underscores."""
    letters = unicodedata.normalize("NFKD", str(value).lower().replace("œ", "oe").replace("æ", "ae"))
    return re.sub(r"[^a-z0-9]+", "_", letters.encode("ascii", "ignore").decode()).strip("_") or "x"
