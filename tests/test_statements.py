"""Statements and codings are read with their line numbers: the kit's, a CSV file's, a folder's."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pandas as pd
import pytest

from motamot import (
    MotamotError,
    load_interview,
    load_statements,
    statement_note,
    statement_sources,
    two_texts,
    use_language,
)
from motamot._paths import share
from motamot.statement_files import COLUMNS, company_and_year, read_statements
from motamot.statements import SOURCE_COLUMNS

HEAD = "company;year;title;paragraph;text"
ROW = "Alba;2021;Cap;1;Le prix baisse."


@pytest.fixture
def learner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("MOTAMOT_TEXT", raising=False)
    folder = tmp_path / "work"
    (folder / "texts").mkdir(parents=True)
    monkeypatch.chdir(folder)
    return folder


def kits_statements() -> pd.DataFrame:
    return read_statements(share("data", "statements"))


def use(folder: Path, name: str = "texts/statements.csv") -> None:
    (folder / "motamot.toml").write_text(f'[text]\nstatements = "{name}"\n', encoding="utf-8")


def write(folder: Path, text: str, name: str = "texts/statements.csv") -> Path:
    (folder / name).write_bytes(text.encode("utf-8"))
    return folder / name


@pytest.mark.parametrize("delimiter", [";", ","])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_csv_file_comes_back_from_a_spreadsheet(
    learner: Path, delimiter: str, bom: str, newline: str
) -> None:
    lines = [HEAD, ROW, 'Alba;2021;Cap;2;"Un ""bon"" service."', "Brume;2022;Élan;1;Ailleurs."]
    write(learner, bom + newline.join(lines).replace(";", delimiter) + newline)
    use(learner)
    assert load_statements().to_dict("split")["data"] == [
        ["Alba", 2021, "Cap", 1, "Le prix baisse."],
        ["Alba", 2021, "Cap", 2, 'Un "bon" service.'],
        ["Brume", 2022, "Élan", 1, "Ailleurs."],
    ]


def test_columns_may_stand_in_any_order_and_others_are_left_out(learner: Path) -> None:
    write(learner, "note;text;paragraph;title;year;company\nx;Le prix.;1;Cap;2021;Alba\n")
    use(learner)
    table = load_statements()
    assert table.columns.tolist() == COLUMNS
    assert table.iloc[0].tolist() == ["Alba", 2021, "Cap", 1, "Le prix."]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_a_folder_of_texts_is_read_by_their_names(learner: Path, newline: str) -> None:
    text = "\ufeffCap 2025\n\nUn\nparagraphe.\n \nUn autre\u00a0; fin.\n".replace("\n", newline)
    write(learner, text, "texts/La_Belle-Brume_2021.txt")
    write(learner, "Élan\n\nSeul.", "texts/Alba 2022.txt")
    use(learner, "texts")
    assert load_statements().to_dict("split")["data"] == [
        ["Alba", 2022, "Élan", 1, "Seul."],
        ["La Belle-Brume", 2021, "Cap 2025", 1, "Un paragraphe."],
        ["La Belle-Brume", 2021, "Cap 2025", 2, "Un autre\u00a0; fin."],
    ]


def test_an_index_in_the_folder_gives_names_and_order(learner: Path) -> None:
    write(learner, "Cap\n\nUn.", "texts/brume_2021.txt")
    write(learner, "Élan\n\nDeux.", "texts/alba_2021.txt")
    write(
        learner,
        "file;company;year\nbrume_2021.txt;Brume & Cie;2021\nalba_2021.txt;Alba;2020\n",
        "texts/index.csv",
    )
    use(learner, "texts")
    assert load_statements()[["company", "year"]].values.tolist() == [["Brume & Cie", 2021], ["Alba", 2020]]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", r"statements\.csv is empty"),
        (HEAD, "holds no row"),
        ("company;year;text\nA;2021;x", "line 1: .*missing: title, paragraph"),
        (f"{HEAD};text\n{ROW};x", "line 1: .* column text twice"),
        (f"{HEAD}\n{ROW}\nAlba;2021;Cap;2", "line 3: 5 columns are needed, 4 found"),
        (f"{HEAD}\n\n;2021;Cap;1;x", "line 3: column company is empty"),
        (f"{HEAD}\n{ROW}\nAlba;2021;Cap;2;", "line 3: column text is empty"),
        (f"{HEAD}\nAlba;vers 2021;Cap;1;x", "line 2: column year holds “vers 2021”"),
        (f"{HEAD}\nAlba;2021;Cap;1.5;x", "line 2: column paragraph holds “1.5”"),
        (f"{HEAD}\nAlba;²;Cap;1;x", "line 2: column year holds “²”"),
        (f"{HEAD}\n{ROW}\n{ROW}", r"line 3: Alba \(2021\), paragraph 1 stands there already \(line 2\)"),
        (f"{HEAD}\n{ROW}\nAlba;2021;Cup;2;x", "line 3: .*another title"),
        (f'{HEAD}\n{ROW}\nAlba;2021;Cap;2;"x', "line 3: "),
        (f'{HEAD}\nAlba;2021;Cap;1;"two\nlines"\nAlba;x;Cap;2;x', "line 4: column year"),
    ],
)  # fmt: skip
def test_a_malformed_file_names_file_line_and_column(learner: Path, text: str, says: str) -> None:
    write(learner, text)
    use(learner)
    with pytest.raises(MotamotError, match=says):
        load_statements()


@pytest.mark.parametrize(
    ("files", "name", "says"),
    [
        ({}, "texts", "holds no statement"),
        ({"Alba.txt": "Cap\n\nUn."}, "texts", r"Alba\.txt: the name must be company_year"),
        ({"Alba_2021.txt": "Cap\n"}, "texts", "holds a title and no paragraph"),
        ({"Alba_2021.txt": " \n"}, "texts", r"Alba_2021\.txt is empty"),
        ({"index.csv": "file;company;year\na.txt;A;2021"}, "texts", r"index\.csv, line 2: there is no file “a\.txt”"),
        ({"index.csv": "file;company;year\n../../x.txt;A;2021"}, "texts", "there is no file"),
        ({"a.xlsx": "x"}, "texts/a.xlsx", "neither a CSV file nor a folder"),
        ({}, "texts/absent.csv", "no such file"),
        ({}, "../outside.csv", "outside the folder"),
        ({}, "", "must be the path of a CSV file"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_folder_or_its_name_is_said(
    learner: Path, files: dict[str, str], name: str, says: str
) -> None:
    (learner.parent / "x.txt").write_text("Cap\n\nUn.", encoding="utf-8")
    for file, text in files.items():
        write(learner, text, f"texts/{file}")
    use(learner, name)
    with pytest.raises(MotamotError, match=says):
        load_statements()


def test_own_statements_leave_the_interview_and_a_wrong_one_does_not_stop_the_other(learner: Path) -> None:
    before = load_interview()
    write(learner, f"{HEAD}\n{ROW}")
    use(learner)
    assert load_interview() == before
    (learner / "motamot.toml").write_text(
        '[text]\ninterview = "absent.txt"\nstatements = "texts/statements.csv"\n', encoding="utf-8"
    )
    assert load_statements()["company"][0] == "Alba"


def test_own_statements_have_the_sources_that_lie_beside_them_or_none(learner: Path) -> None:
    write(learner, f"{HEAD}\n{ROW}\nBora;2022;Cap;1;x")
    use(learner)
    assert statement_sources().empty
    assert statement_sources().columns.tolist() == SOURCE_COLUMNS
    write(
        learner, "company;year;figure;fact;source;confidence\nAlba;2021;12 %;Part;(a);H\n", "texts/facts.csv"
    )
    assert statement_sources().values.tolist() == [["Alba", 2021, "12 %", "Part", "(a)", "H"]]


def test_the_environment_asks_for_the_kits(learner: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use(learner, "absent.csv")
    with pytest.raises(MotamotError, match="no such file"):
        load_statements()
    monkeypatch.setenv("MOTAMOT_TEXT", "kit")
    assert "AliExpress" in set(load_statements()["company"])


def test_a_path_can_be_read_without_settings(tmp_path: Path) -> None:
    assert len(read_statements(write(tmp_path, f"{HEAD}\n{ROW}", "mine.CSV"))) == 1


def test_the_note_says_whose_words_the_kits_are_in_both_languages_and_is_empty_for_ones_own(
    learner: Path,
) -> None:
    notes = []
    for language in ("en", "fr"):
        use_language(language)
        notes.append(statement_note())
    assert "not the companies" in notes[0] and "rédigées par nous" in notes[1]
    write(learner, f"{HEAD}\n{ROW}\nBora;2022;Cap;1;x\n")
    use(learner)
    assert statement_note() == ""


def test_behind_a_single_text_of_ones_own_stand_the_kits(learner: Path) -> None:
    kits = kits_statements()
    write(learner, f"{HEAD}\n{ROW}\nAlba;2021;Cap;2;Et encore.\n")
    use(learner)
    table = load_statements()
    assert table["company"].tolist() == ["Alba", "Alba", *kits["company"]]
    assert table.index.tolist() == list(range(len(table)))
    assert statement_note().startswith("Alba 2021: your own text")
    assert set(statement_sources()["company"]) == set(kits["company"])


def test_ones_own_text_takes_the_place_of_the_kits_of_the_same_name(learner: Path) -> None:
    kits = kits_statements()
    write(learner, f"{HEAD}\n{ROW}".replace("Alba", "Carrefour"))
    use(learner)
    table = load_statements()
    same = table[(table["company"] == "Carrefour") & (table["year"] == 2021)]
    assert same["text"].tolist() == ["Le prix baisse."]
    replaced = kits[(kits["company"] == "Carrefour") & (kits["year"] == 2021)]
    assert len(table) == len(kits) - len(replaced) + 1


def test_a_single_text_of_ones_own_is_compared_with_the_first_of_those_wished_for(learner: Path) -> None:
    write(learner, f"{HEAD}\n{ROW}\n")
    use(learner)
    table = load_statements()
    names = table["company"] + " " + table["year"].astype(str)
    assert two_texts(names, ["Carrefour 2021", "Carrefour 2022"]) == ["Alba 2021", "Carrefour 2021"]
    assert two_texts(names, ["Decathlon 2022", "Zalando 2021"], last=True) == ["Alba 2021", "Decathlon 2022"]
    assert two_texts(names, ["Decathlon 2022", "Alba 2021"]) == ["Decathlon 2022", "Alba 2021"]


def test_a_table_with_one_text_is_not_compared_and_one_sentence_says_so() -> None:
    with pytest.raises(MotamotError, match=r"needs two texts; only one is there \(Alba\).*--statements"):
        two_texts(["Alba", "Alba"], ["Carrefour 2021", "Carrefour 2022"])


def test_two_texts_are_those_wished_for_or_the_first_or_the_last_in_use() -> None:
    names = ["Bora", "Bora", "Alba", "Cima", "Cima"]
    assert two_texts(names, ["Cima", "Bora"]) == ["Cima", "Bora"]
    assert two_texts(names, ["Cima", "Dora"]) == ["Bora", "Alba"]
    assert two_texts(names, ["Cima", "Dora"], last=True) == ["Alba", "Cima"]


def test_a_company_is_named_in_one_form_whatever_the_file_system_does() -> None:
    file = Path(unicodedata.normalize("NFD", "Société_2022.txt"))
    assert company_and_year(file) == ("Société", 2022)
