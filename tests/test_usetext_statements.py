"""One's own company texts: files, folders or a sheet; shown, refused with a sentence, taken back."""

import re
from pathlib import Path

import pytest
from own_texts import PAGE, learners_folder, page
from own_texts import use_text_command as run

from motamot import load_interview, load_statements, use_language
from motamot._preview_statements import show_statements
from motamot.errors import MotamotError
from motamot.usetext import preview_statements, preview_text, undo, use_statements, use_text

ALBA = "Alba : le cap\n\nNous vendons des livres pour les gens du village.\n\nEt nous restons dans la rue haute.\n"
BORA = "Bora avance\n\nLe groupe livre ses clients chez eux, et les prix sont stables pour tous.\n"
HEAD = "company;year;title;paragraph;text"
ROWS = [
    "Cima & Fils;2021;Cap;1;Nous livrons les clients, et nous baissons les prix.",
    "Cima & Fils;2021;Cap;2;- Élargir l’offre dans les magasins pour tous.",
    'Dora;2022;Élan;1;"Un ""bon"" service ; et des prix pour les gens."',
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("MOTAMOT_TEXT", raising=False)
    work = learners_folder(tmp_path)
    monkeypatch.chdir(work)
    return work


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    place = tmp_path / "Mes fiches"
    place.mkdir()
    write(place / "Alba_2021.txt", ALBA)
    write(place / "La_Belle-Bora-2022.txt", BORA)
    return place


def write(file: Path, text: str, encoding: str = "utf-8") -> Path:
    file.write_bytes(text.encode(encoding))
    return file


def word_file(file: Path, text: str) -> Path:
    import docx

    document = docx.Document()
    for paragraph in text.strip().split("\n\n"):
        document.add_paragraph(paragraph)
    document.save(str(file))
    return file


def web_page(file: Path, text: str) -> Path:
    title, *paragraphs = text.strip().split("\n\n")
    body = "".join(f"<p>{part}</p>" for part in paragraphs)
    return write(file, f"<html><body><article><h1>{title}</h1>{body}</article></body></html>")


def rows() -> list[list[object]]:
    return load_statements().to_dict("split")["data"]


def test_a_folder_takes_the_statements_place_and_gives_it_back(folder: Path, mine: Path) -> None:
    kits = rows()
    file = use_statements(preview_statements([mine]), folder)
    assert file == folder / "texts" / "mes-fiches.csv"
    assert rows() == [
        ["Alba", 2021, "Alba : le cap", 1, "Nous vendons des livres pour les gens du village."],
        ["Alba", 2021, "Alba : le cap", 2, "Et nous restons dans la rue haute."],
        ["La Belle-Bora", 2022, "Bora avance", 1, BORA.split("\n\n")[1].strip()],
    ]
    assert undo(folder) == (None, None)
    assert rows() == kits and file.exists()


def test_another_text_of_the_same_name_overwrites_nothing(folder: Path, mine: Path) -> None:
    first = use_statements(preview_statements([mine]), folder)
    kept = first.read_bytes()
    assert use_statements(preview_statements([mine]), folder) == first
    write(mine / "Alba_2021.txt", ALBA.replace("livres", "cartes"))
    second = use_statements(preview_statements([mine]), folder)
    assert (second.name, first.read_bytes()) == ("mes-fiches-2.csv", kept)
    assert "cartes" in load_statements()["text"][0]


@pytest.mark.parametrize("interview_first", [True, False])
def test_both_doors_leave_each_others_texts_in_use(
    folder: Path, mine: Path, tmp_path: Path, interview_first: bool
) -> None:
    interview = preview_text(page(tmp_path), {"LJ": "question", "Mme Roche": "answer"})
    doors = [lambda: use_text(interview, folder), lambda: use_statements(preview_statements([mine]), folder)]
    for door in doors if interview_first else reversed(doors):
        door()
    assert load_interview() == PAGE and rows()[0][0] == "Alba"
    assert '"Mme Roche" = "answer"' in (folder / "motamot.toml").read_text(encoding="utf-8")
    left = undo(folder)
    assert left == (("texts/mots-d-ete-1.txt", None) if interview_first else (None, "texts/mes-fiches.csv"))
    assert (load_interview() == PAGE, rows()[0][0] == "Alba") == (interview_first, not interview_first)


def test_settings_written_by_hand_are_kept(folder: Path, mine: Path) -> None:
    write(folder / "texts" / "mine.txt", PAGE)
    write(
        folder / "motamot.toml",
        "[text]\ninterview = 'texts/mine.txt'\nspeakers = ['LJ']\ncoding_a = 'a.csv'\n",
    )
    use_statements(preview_statements([mine]), folder)
    assert load_interview() == PAGE
    settings = (folder / "motamot.toml").read_text(encoding="utf-8")
    assert 'speakers = ["LJ"]' in settings and 'coding_a = "a.csv"' in settings


def test_word_files_and_saved_pages_are_read_beside_plain_ones(folder: Path, mine: Path) -> None:
    word_file(mine / "Cima (2020).docx", ALBA)
    web_page(mine / "Dora 2019.html", BORA)
    (mine / "Dora 2019_files").mkdir()
    for other in ("photo.png", "old.pdf", ".DS_Store", "~$Cima (2020).docx"):
        write(mine / other, "x")
    preview = preview_statements([mine])
    use_statements(preview, folder)
    table = load_statements().drop_duplicates("company").set_index("company")
    assert table.loc[["Cima", "Dora"], "title"].tolist() == ["Alba : le cap", "Bora avance"]
    assert [reading.format for reading in preview.readings] == ["text", "docx", "html", "text"]
    assert preview.left_aside == ["old.pdf", "photo.png"]


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_sheet_of_a_spreadsheet_comes_in_whole(
    folder: Path, tmp_path: Path, delimiter: str, encoding: str
) -> None:
    quoted = [re.sub(r";([^;\"]*,[^;\"]*)$", r';"\1"', row) for row in ROWS]
    lines = [HEAD.replace(";", delimiter)]
    lines += [re.sub(r';(?=(?:[^"]*"[^"]*")*[^"]*$)', delimiter, row) for row in quoted]
    file = write(tmp_path / "Mes textes.csv", "\r\n".join(lines) + "\r\n", encoding)
    written = use_statements(preview_statements([file]), folder)
    assert rows() == [
        ["Cima & Fils", 2021, "Cap", 1, "Nous livrons les clients, et nous baissons les prix."],
        ["Cima & Fils", 2021, "Cap", 2, "- Élargir l’offre dans les magasins pour tous."],
        ["Dora", 2022, "Élan", 1, 'Un "bon" service ; et des prix pour les gens.'],
    ]
    assert written.read_bytes().startswith(b"\xef\xbb\xbf") and b"; - \xc3\x89largir" in written.read_bytes()


def test_a_folder_with_an_index_keeps_its_names(folder: Path, mine: Path) -> None:
    write(mine / "index.csv", "file;company;year\nAlba_2021.txt;Alba & Cie;2020\n")
    use_statements(preview_statements([mine]), folder)
    assert load_statements()[["company", "year"]].values.tolist()[0] == ["Alba & Cie", 2020]


def test_several_places_are_put_together(folder: Path, mine: Path, tmp_path: Path) -> None:
    sheet = write(tmp_path / "sheet.csv", "\n".join([HEAD, *ROWS]))
    file = use_statements(preview_statements([mine / "Alba_2021.txt", sheet]), folder)
    assert file.name == "statements.csv"
    assert list(dict.fromkeys(load_statements()["company"])) == ["Alba", "Cima & Fils", "Dora"]


LONG = "Nous " + "vendons des livres pour les gens " * 4 + "du village."


@pytest.mark.parametrize(
    ("text", "title", "paragraphs"),
    [
        ("Le cap\n\nNous vendons des livres.", "Le cap", ["Nous vendons des livres."]),
        (f"{LONG}\n\nEt des cartes.", "", [LONG, "Et des cartes."]),
        ("Nous vendons des livres.", "", ["Nous vendons des livres."]),
        (f"Le cap\n{LONG}\n{LONG}", "Le cap", [LONG, LONG]),
        ("\ufeffLe cap\r\n\r\nNous vendons\u00a0: des livres.\r\n", "Le cap", ["Nous vendons\u00a0: des livres."]),
    ],
)  # fmt: skip
def test_a_first_paragraph_is_the_title_if_it_is_short_and_not_alone(
    folder: Path, tmp_path: Path, text: str, title: str, paragraphs: list[str]
) -> None:
    table = preview_statements([write(tmp_path / "Alba_2021.txt", text)]).table
    assert (table["title"][0], table["text"].tolist()) == (title, paragraphs)


ENGLISH = "The plan\n\nWe sell books in the village because people asked us to, and we were ready for it.\n"


@pytest.mark.parametrize(
    ("files", "given", "says"),
    [
        ({}, [], r"holds no \.txt"),
        ({"a.pdf": "x"}, [], r"holds no \.txt"),
        ({}, ["absent"], "no file .*absent"),
        ({"Alba.txt": ALBA}, [], r"Alba\.txt: the name must be company_year"),
        ({"2021.txt": ALBA}, [], r"2021\.txt: the name must be company_year"),
        ({"Alba_2021.txt": " \n"}, [], r"Alba_2021\.txt holds no text"),
        ({"Alba_2021.txt": "…\n\n— !\n"}, [], r"Alba_2021\.txt, Alba \(2021\) holds no text"),
        ({"Alba_2021.txt": ENGLISH}, [], r"Alba_2021\.txt, Alba \(2021\) does not seem to be in French"),
        ({"Alba_2021.txt": ALBA, "Alba 2021.htm": ALBA}, [], r"Alba \(2021\) is there twice: in Alba 2021\.htm"),
        ({"Alba_2021.docx": "no zip"}, [], r"Alba_2021\.docx is damaged"),
        ({"Alba_2021.pdf": "x"}, ["Alba_2021.pdf"], r"\.pdf files cannot be read"),
        ({"t.xlsx": "x"}, ["t.xlsx"], "is a spreadsheet.*company, year, title, paragraph, text"),
        ({"t.csv": "company;year\nAlba;2021"}, ["t.csv"], r"t\.csv, line 1: .*missing: title, paragraph, text"),
        ({"t.csv": f"{HEAD}\n{ROWS[0]}\nAlba;soon;Cap;1;x"}, ["t.csv"], "line 3: column year holds “soon”"),
        ({"t.csv": f"{HEAD}\n{ROWS[0]}\n{ROWS[0]}"}, ["t.csv"], "line 3: .*paragraph 1 stands there already"),
        ({"t.csv": f'{HEAD}\n"Alba;2021;Cap;1;x'}, ["t.csv"], "line 2: the quotation marks do not match"),
        ({"Alba_2021.txt": ALBA}, ["Alba_2021.txt", "--speakers", "LJ"], "--speakers says who speaks"),
    ],
)  # fmt: skip
def test_bad_input_gets_one_sentence_status_2_and_nothing_is_written(
    files: dict[str, str], given: list[str], says: str, folder: Path, tmp_path: Path
) -> None:
    place = tmp_path / "mine"
    place.mkdir()
    for name, text in files.items():
        write(place / name, text)
    before = sorted(folder.rglob("*"))
    given = [one if one.startswith("-") or one == "LJ" else str(place / one) for one in given]
    done = run(folder, "--statements", *(given or [str(place)]))
    assert (done.returncode, done.stdout) == (2, "")
    assert re.search(says, done.stderr), done.stderr
    assert "Traceback" not in done.stderr and done.stderr.strip().count("\n") == 0
    assert sorted(folder.rglob("*")) == before


def test_texts_that_are_too_large_together_are_refused(folder: Path, tmp_path: Path) -> None:
    half = "Le cap\n\n" + "Nous vendons des livres pour les gens. " * 70_000
    files = [write(tmp_path / f"Alba_{year}.txt", half) for year in (2021, 2022)]
    with pytest.raises(MotamotError, match="larger than 5 MB"):
        preview_statements(files)


def test_settings_that_cannot_be_understood_stop_it_before_anything_is_written(
    folder: Path, mine: Path
) -> None:
    write(folder / "motamot.toml", "[text\n")
    with pytest.raises(MotamotError, match=r"motamot\.toml cannot be understood"):
        use_statements(preview_statements([mine]), folder)
    assert list((folder / "texts").iterdir()) == []
    assert (folder / "motamot.toml").read_text(encoding="utf-8") == "[text\n"


def test_the_command_shows_the_texts_and_a_privacy_line_and_undoes(folder: Path, mine: Path) -> None:
    write(mine / "Alba_2021.txt", ALBA + "\nÉcrivez à claire.roche@exemple.fr.\n", "cp1252")
    done = run(folder, "--statements", str(mine))
    assert done.returncode == 0, done.stderr
    assert "Texts: 2; words: " in done.stdout and "cp1252" in done.stdout and "UTF-8" in done.stdout
    assert re.search(r"La Belle-Bora +2022 +1 +14 +Bora avance", done.stdout)
    assert "e-mail addresses (1)" in done.stdout and "mes-fiches.csv" in done.stdout
    again = run(folder, "--undo")
    assert "the kit's interview; strategy statements: the kit's" in again.stdout.replace("\n", " ")
    french = run(folder, "--statements", "--lang", "fr")
    assert french.returncode == 2 and "Indiquez un dossier" in french.stderr


def test_two_files_without_the_option_are_told_of_it(folder: Path, mine: Path) -> None:
    done = run(folder, *(str(file) for file in sorted(mine.iterdir())))
    assert done.returncode == 2
    assert 'motamot use-text --statements "Alba_2021.txt" "La_Belle-Bora-2022.txt"' in done.stderr


@pytest.mark.parametrize("width", [60, 80, 200])
def test_the_table_can_be_read_on_a_terminal_of_any_width(
    folder: Path, width: int, mine: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    write(mine / "Une_entreprise_au_nom_vraiment_long_2021.txt", "Un titre " * 10 + "\n\n" + ALBA)
    show_statements(preview_statements([mine]))
    lines = capsys.readouterr().out.split("\n")
    row = next(line for line in lines if "Une entreprise" in line)
    assert re.match(r" Une entreprise au nom v… +2021 +3 +\d+ +Un titre", row)
    assert len(row) <= width


def test_a_single_text_is_said_to_have_the_kits_behind_it(
    folder: Path, mine: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    use_language("fr")
    show_statements(preview_statements([mine / "Alba_2021.txt"]))
    assert "Un texte seul ne se compare pas" in " ".join(capsys.readouterr().out.split())
