"""Codings are read with care, and a sheet for one's own coding comes back from a spreadsheet."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from motamot import (
    MotamotError,
    agreement,
    coding_sheet,
    count_themes,
    gold_paragraphs,
    load_gold,
    load_interview,
    load_lexicon,
    load_statements,
    read_interview,
    validate_themes,
)
from motamot._paths import share

HEAD = "document;paragraph;price;jobs"


def test_both_codings_hold_every_paragraph_of_the_kit_and_every_theme_of_its_lexicon() -> None:
    paragraphs = gold_paragraphs()
    assert len(paragraphs) == 15 + 112
    assert paragraphs.index[0] == "interview §1"
    for coder in "ab":
        gold = load_gold(coder)
        assert gold.index.tolist() == paragraphs.index.tolist()
        assert sorted(gold.columns) == sorted(load_lexicon().themes)
        assert gold.isin([0, 1]).all(axis=None)


def test_the_gold_is_of_the_kits_texts_whatever_text_is_in_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = gold_paragraphs()
    monkeypatch.delenv("MOTAMOT_TEXT", raising=False)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "motamot.toml").write_text(
        "[text]\ninterview = 'x.txt'\nstatements = 'x'\n", encoding="utf-8"
    )
    assert gold_paragraphs().equals(before)


@pytest.fixture
def learner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("MOTAMOT_TEXT", raising=False)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "motamot.toml").write_text("[text]\ncoding_b = 'mine.csv'\n", encoding="utf-8")
    return tmp_path


def kits(coder: str = "b") -> list[list[str]]:
    rows = (share("data", "gold") / f"coding_{coder}.csv").read_text(encoding="utf-8").splitlines()
    return [row.split(",") for row in rows]


def write_coding(folder: Path, rows: list[list[str]], sign: str = ",") -> None:
    (folder / "mine.csv").write_text("\n".join(map(sign.join, rows)), encoding="utf-8")


def test_a_coding_that_the_settings_name_is_read_in_the_place_of_the_kits(
    learner: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    head, *rows = kits()
    rows[0][-1] = "1"
    # Another order of rows and columns is the same coding.
    write_coding(learner, [row[:2] + row[:1:-1] for row in [head, *reversed(rows)]], ";")
    own = load_gold("b")
    monkeypatch.setenv("MOTAMOT_TEXT", "kit")
    kit = load_gold("b")
    assert kit.loc["interview §1", "jobs"] == 0
    kit.loc["interview §1", "jobs"] = 1
    assert own.equals(kit)
    monkeypatch.delenv("MOTAMOT_TEXT")
    (learner / "mine.csv").unlink()
    assert load_gold("a").shape == own.shape


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda rows: rows[:-1], "paragraphs and the themes of the kit's coding.*look at: .* §"),
        (lambda rows: [*rows, ["Alba 2021", "1", *rows[1][2:]]], r"mine\.csv must have .*: Alba 2021 §1\."),
        (lambda rows: [row[:-1] for row in rows], r"mine\.csv must have .*: jobs\."),
        (lambda rows: [rows[0], ["interview", "1", "x", *rows[1][3:]]], r"mine\.csv, line 2: .*holds “x”"),
        (lambda rows: [], r"mine\.csv is empty"),
    ],
)
def test_a_broken_coding_in_the_place_of_the_kits_is_said(learner: Path, change: object, says: str) -> None:
    write_coding(learner, change(kits()))
    with pytest.raises(MotamotError, match=says):
        load_gold("b")


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("coding_b = 'absent.csv'", "names “absent.csv”, but there is no such file.*coding_b ="),
        ("coding_b = '../mine.csv'", "outside the folder"),
        ("coding_b = 3", "“coding_b” under .text. must be the path of a CSV file"),
        ("coding_b = ", "cannot be understood"),
    ],
)
def test_settings_that_name_no_coding_that_can_be_read_are_said(learner: Path, line: str, says: str) -> None:
    (learner / "motamot.toml").write_text(f"[text]\n{line}\n", encoding="utf-8")
    with pytest.raises(MotamotError, match=says):
        load_gold("b")


@pytest.mark.parametrize("delimiter", [";", ","])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_sheet_comes_back_filled_in(tmp_path: Path, delimiter: str, bom: str, newline: str) -> None:
    table = pd.DataFrame(
        {
            "company": ["Alba"] * 2,
            "year": [2021] * 2,
            "paragraph": [1, 2],
            "text": ["Un ; deux, trois.", "- Oui."],
        }
    )
    file = tmp_path / "sheet.csv"
    sheet = coding_sheet(table, ["price", "jobs"], file)
    assert sheet.values.tolist() == [
        ["Alba 2021", 1, "Un ; deux, trois.", "", ""],
        ["Alba 2021", 2, "- Oui.", "", ""],
    ]
    # A spreadsheet would take a cell that opens with a hyphen for a formula.
    assert "\nAlba 2021;2; - Oui.;;\n" in file.read_text(encoding="utf-8-sig")
    filled = pd.read_csv(file, sep=";", encoding="utf-8").assign(price=[1, 0], jobs=[0, 1])
    text = bom + filled.to_csv(sep=delimiter, index=False, lineterminator=newline)
    file.write_bytes(text.encode("utf-8"))
    gold = load_gold(file)
    assert gold.to_dict("index") == {
        "Alba 2021 §1": {"price": 1, "jobs": 0},
        "Alba 2021 §2": {"price": 0, "jobs": 1},
    }


def test_a_sheet_written_is_in_utf8_with_a_mark_and_is_never_overwritten(tmp_path: Path) -> None:
    file = tmp_path / "sheet.csv"
    coding_sheet(read_interview(load_interview()), load_lexicon(), file)
    assert file.read_bytes().startswith(b"\xef\xbb\xbfdocument;paragraph;text;logistics;")
    with pytest.raises(MotamotError, match="not overwritten"):
        coding_sheet(load_statements(), load_lexicon(), file)
    with pytest.raises(MotamotError, match="line 2: column logistics holds “”; write 1"):
        load_gold(file)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", r"coding\.csv is empty"),
        ("document;price\nA;1", "line 1: .*missing: paragraph"),
        ("document;paragraph\nA;1", "no column for a theme"),
        (f"{HEAD}\nA;1;1;2", "line 2: column jobs holds “2”"),
        (f"{HEAD}\nA;1;1;0\nA;deux;1;0", "line 3: column paragraph holds “deux”"),
        (f"{HEAD}\nA;1;1;0\nA;1;1;0", r"line 3: A §1 stands there already \(line 2\)"),
        (f"{HEAD}\nA;1;1", "line 2: 4 columns are needed, 3 found"),
        (f"{HEAD};price\nA;1;1;0;1", "line 1: .*column price twice"),
    ],
)  # fmt: skip
def test_a_malformed_coding_names_file_line_and_column(tmp_path: Path, text: str, says: str) -> None:
    file = tmp_path / "coding.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(MotamotError, match=says):
        load_gold(file)


def test_a_coding_in_another_encoding_is_to_be_saved_again_by_the_spreadsheet(tmp_path: Path) -> None:
    file = tmp_path / "coding.csv"
    file.write_bytes(f"{HEAD}\nÉté;1;1;0".encode("cp1252"))
    with pytest.raises(MotamotError, match=r"not in UTF-8\. In the spreadsheet, save it as “CSV UTF-8”"):
        load_gold(file)


@pytest.mark.parametrize(
    ("table", "themes", "says"),
    [
        (pd.DataFrame({"text": ["a"]}), ["price", "price"], "each once.*price"),
        (pd.DataFrame({"text": ["a"]}), ["text"], "each once.*text"),
        (pd.DataFrame({"text": ["a"]}), [], "Give the themes"),
        (pd.DataFrame({"texte": ["a"]}), ["price"], "column text"),
        (pd.DataFrame({"text": []}), ["price"], "at least one row"),
        ("a text", ["price"], "column text"),
    ],
)
def test_what_makes_no_sheet_is_said(table: object, themes: list[str], says: str) -> None:
    with pytest.raises(MotamotError, match=says):
        coding_sheet(table, themes)


def test_rows_in_another_order_are_the_same_coding() -> None:
    a, b = load_gold("a"), load_gold("b")
    assert agreement(a, b.sample(frac=1, random_state=3)).equals(agreement(a, b))
    counts = count_themes(gold_paragraphs()["text"], load_lexicon())
    found = counts.pivot(index="text", columns="theme", values="count") > 0
    row = validate_themes(found, a).set_index("theme").loc["all"]
    assert row["coded"] == a.to_numpy().sum()
    assert row["right"] == (found.loc[a.index, a.columns] & (a == 1)).to_numpy().sum()


def test_the_data_sheet_reports_the_agreement_of_the_two_codings() -> None:
    sheet = (share("data", "gold") / "README.md").read_text(encoding="utf-8")
    pooled = agreement(load_gold("a"), load_gold("b")).set_index("theme").loc["all"]
    assert f"{pooled['per_cent']:.1f} per cent" in sheet
    assert f"{int(pooled['cells']):,}" in " ".join(sheet.split())
    assert f"kappa {pooled['kappa']:.2f}" in " ".join(sheet.split())
