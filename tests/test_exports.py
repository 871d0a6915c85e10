"""Exports follow the formats that TXM and IRaMuTeQ document, and lose no text."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from motamot import MotamotError, coding_sheet, load_statements, to_iramuteq, to_txm, words

TABLE = pd.DataFrame(
    {
        "Société": ["Électro & Fils", "Électro & Fils", "Le Bœuf"],
        "année": [2021, 2021, 2022],
        "text": ["Un *** prix, « dit-on »\u00a0; _rire_", "L’été\nfinit.", "**** *x_1"],
    }
)


def read_iramuteq(file: Path) -> list[tuple[dict[str, str], str]]:
    """Read a corpus as IRaMuTeQ's manual describes it: four asterisks open a text, then starred variables."""
    texts: list[tuple[dict[str, str], str]] = []
    for line in file.read_bytes().decode("utf-8").splitlines():
        if line.startswith("****"):
            starred = line.split()[1:]
            assert all(re.fullmatch(r"\*[a-z0-9]+_[a-z0-9_]+", one) for one in starred)
            texts.append((dict(one[1:].split("_", 1) for one in starred), ""))
        else:
            assert "*" not in line
            variables, text = texts[-1]
            texts[-1] = (variables, f"{text}{line}\n")
    return texts


def test_iramuteq_reads_texts_and_variables_back(tmp_path: Path) -> None:
    file = to_iramuteq(TABLE, tmp_path / "corpus.txt", ["Société", "année"])
    assert read_iramuteq(file) == [
        ({"societe": "electro_fils", "annee": "2021"}, "Un prix, « dit-on » ; rire\nL'été finit.\n"),
        ({"societe": "le_boeuf", "annee": "2022"}, "x 1\n"),
    ]


def test_a_variable_name_holds_no_underscore_because_the_first_one_ends_it(tmp_path: Path) -> None:
    table = pd.DataFrame({"nom_complet": ["a_b"], "text": ["Un."]})
    assert read_iramuteq(to_iramuteq(table, tmp_path / "c.txt", ["nom_complet"])) == [
        ({"nomcomplet": "a_b"}, "Un.\n")
    ]


def test_txm_finds_its_texts_and_their_metadata(tmp_path: Path) -> None:
    folder = to_txm(TABLE, tmp_path / "corpus", ["Société", "année"])
    raw = (folder / "metadata.csv").read_bytes()
    assert not raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(raw.decode("utf-8").splitlines(), delimiter=",", quotechar='"'))
    assert rows == [
        ["id", "societe", "annee"],
        ["electro_fils_2021", "Électro & Fils", "2021"],
        ["le_boeuf_2022", "Le Bœuf", "2022"],
    ]
    assert {path.stem for path in folder.glob("*.txt")} == {row[0] for row in rows[1:]}
    text = (folder / "electro_fils_2021.txt").read_bytes().decode("utf-8")
    assert text == "\n\n".join(TABLE["text"][:2]) + "\n"


def test_no_word_of_the_statements_is_lost(tmp_path: Path) -> None:
    table = load_statements()
    expected = sorted(word.replace("’", "'") for text in table["text"] for word in words(text))
    corpus = read_iramuteq(to_iramuteq(table, tmp_path / "corpus.txt", ["company", "year"]))
    assert len(corpus) == len(table[["company", "year"]].drop_duplicates())
    found = sorted(word for _, text in corpus for word in words(text))
    assert [w for w in found if w.isalpha()] == [w for w in expected if w.isalpha()]
    folder = to_txm(table, tmp_path / "txm", ["company", "year"])
    kept = [word for file in folder.glob("*.txt") for word in words(file.read_text(encoding="utf-8"))]
    assert sorted(word.replace("’", "'") for word in kept) == expected


@pytest.mark.parametrize("export", [to_iramuteq, to_txm])
@pytest.mark.parametrize(
    ("table", "variables", "says"),
    [
        (TABLE, ["pays"], "no column pays"),
        (TABLE.head(0), ["année"], "no text"),
        (TABLE.assign(text=["a", None, "b"]), ["année"], "Row 1, column 'text' is empty"),
        (TABLE.assign(année=[2021, np.nan, 2022]), ["année"], "Row 1, column 'année' is empty"),
        (TABLE.assign(text=[1, 2, 3]), ["année"], "Text 0 is not a text but int"),
        (TABLE.assign(annee=1), ["année", "annee"], "two columns would be called “annee”".capitalize()),
    ],
)
def test_what_cannot_be_exported_is_said(
    tmp_path: Path, export, table: pd.DataFrame, variables: list[str], says: str
) -> None:
    with pytest.raises(MotamotError, match=says):
        export(table, tmp_path / "out", variables)


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    for export, name in ((to_iramuteq, "c.txt"), (to_txm, "c")):
        export(TABLE, tmp_path / name, ["Société"])
        with pytest.raises(MotamotError, match="not overwritten"):
            export(TABLE, tmp_path / name, ["Société"])
    with pytest.raises(MotamotError, match="at least one column"):
        to_txm(TABLE, tmp_path / "d", [])
    with pytest.raises(MotamotError, match="“id”"):
        to_txm(TABLE.assign(id=[1, 1, 2]), tmp_path / "e", ["id"])
    with pytest.raises(MotamotError, match="same file name"):
        to_txm(pd.DataFrame({"company": ["A b", "a-b"], "text": ["x", "y"]}), tmp_path / "f", ["company"])


def test_an_iramuteq_file_ends_in_txt_and_one_column_may_be_named_alone(tmp_path: Path) -> None:
    table = pd.DataFrame({"role": ["answer"], "text": ["Le prix."]})
    assert to_iramuteq(table, tmp_path / "corpus", "role") == tmp_path / "corpus.txt"
    assert to_iramuteq(table, tmp_path / "v2.0", ["role"]).name == "v2.0.txt"
    assert to_iramuteq(table, tmp_path / "other.TXT", ["role"]).name == "other.TXT"
    assert (to_txm(table, tmp_path / "txm", "role") / "answer.txt").is_file()


def test_a_cell_that_pandas_holds_for_missing_is_named(tmp_path: Path) -> None:
    table = pd.DataFrame({"turn": pd.array([1, None], dtype="Int64"), "text": ["Un.", "Deux."]})
    with pytest.raises(MotamotError, match="Row 1, column 'turn' is empty"):
        to_iramuteq(table, tmp_path / "corpus.txt", ["turn"])


@pytest.mark.parametrize(
    ("write", "says"),
    [
        (lambda top: to_iramuteq(TABLE, top / "none" / "corpus.txt", "année"), "there is no folder"),
        (lambda top: to_iramuteq(TABLE, top / "taken.txt", "année"), "exists already"),
        (lambda top: to_iramuteq(TABLE, top / "taken.txt" / "corpus.txt", "année"), "could not be written"),
        (lambda top: to_txm(TABLE, top / "taken.txt", "année"), "exists already"),
        (lambda top: to_txm(TABLE, top / "taken.txt" / "corpus", "année"), "could not be written"),
        (lambda top: coding_sheet(TABLE, ["prix"], top / "none" / "sheet.csv"), "there is no folder"),
        (lambda top: coding_sheet(TABLE, ["prix"], top / "taken.txt"), "exists already"),
    ],
)
def test_what_cannot_be_written_is_said_in_a_sentence(
    tmp_path: Path, write: Callable[[Path], object], says: str
) -> None:
    (tmp_path / "taken.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(MotamotError, match=says):
        write(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["taken.txt"]
    assert (tmp_path / "taken.txt").read_text(encoding="utf-8") == "mine"
