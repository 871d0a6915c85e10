"""One's own interview: shown, refused with a sentence, never overwritten, taken back."""

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from own_texts import PAGE, learners_folder, page
from own_texts import use_text_command as run

from motamot import load_interview, read_interview
from motamot._preview import show_preview
from motamot.corpus import statements_in_use
from motamot.errors import MotamotError
from motamot.usetext import parse_speakers, preview_text, undo, use_text


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return learners_folder(tmp_path)


def test_the_text_takes_the_interviews_place_and_gives_it_back(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("MOTAMOT_TEXT", raising=False)
    inner = folder / "lessons" / "en"
    monkeypatch.chdir(inner)
    kit = load_interview()
    first = use_text(preview_text(page(tmp_path)), inner)
    assert load_interview() == PAGE
    assert first == folder / "texts" / "mots-d-ete-1.txt"
    other = PAGE.replace("demain", "après")
    second = use_text(preview_text(page(tmp_path, content=other.encode())), inner)
    assert (load_interview(), second.name) == (other, "mots-d-ete-1-2.txt")
    assert undo(inner) == ("texts/mots-d-ete-1.txt", None)
    assert load_interview() == PAGE
    assert undo(inner) == (None, None)
    assert load_interview() == kit
    assert first.exists() and second.exists()
    with pytest.raises(MotamotError, match="nothing to undo"):
        undo(inner)


def test_another_interview_keeps_the_learners_statements(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("MOTAMOT_TEXT", raising=False)
    monkeypatch.chdir(folder)
    (folder / "texts").mkdir(exist_ok=True)
    (folder / "texts" / "Alba_2021.txt").write_text("Cap\n\nLe prix.", encoding="utf-8")
    (folder / "motamot.toml").write_text('[text]\nstatements = "texts/Alba_2021.txt"\n', encoding="utf-8")
    use_text(preview_text(page(tmp_path), {"LJ": "question"}), folder)
    assert statements_in_use() == folder.resolve() / "texts" / "Alba_2021.txt"
    assert load_interview().startswith("Une librairie")


def test_speakers_settle_the_roles_and_are_kept(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from motamot import read_interview

    monkeypatch.delenv("MOTAMOT_TEXT", raising=False)
    monkeypatch.chdir(folder)
    speakers = parse_speakers("Mme Roche=question, LJ=answer")
    use_text(preview_text(page(tmp_path), speakers), folder)
    turns = read_interview(load_interview()).set_index("speaker")["role"]
    assert set(turns["Mme Roche":"Mme Roche"]) == {"question"}


@pytest.mark.parametrize("value", ["", "JDN=asks", "=question"])
def test_speakers_that_cannot_be_read_are_named(value: str) -> None:
    with pytest.raises(MotamotError, match="--speakers"):
        parse_speakers(value)


def word_file(path: Path, paragraphs: list[tuple[str, bool]]) -> Path:
    """Write a Word file whose paragraphs are in bold type or not."""
    import docx

    document = docx.Document()
    for text, bold in paragraphs:
        document.add_paragraph().add_run(text).bold = bold
    document.save(str(path))
    return path


BOLD_PAGE = [
    ("Rencontre avec Nora Belaïd", True),
    ("Quel bilan tirez-vous de l’année ?", True),
    ("Il est bon, et nous sommes contents des ventes.", False),
    ("Le marché recule.", True),
    ("Chez les autres. Pour nous, les clients sont là, et ils reviennent.", False),
    ("Et demain ?", True),
    ("Nous verrons avec les salariés.", False),
]


def test_a_remark_in_bold_is_a_question_where_the_questions_are_bold(tmp_path: Path) -> None:
    found = preview_text(word_file(tmp_path / "page.docx", BOLD_PAGE))
    assert found.turns["role"].tolist() == ["headline"] + ["question", "answer"] * 3
    assert found.speakers == {"4": "question"}
    assert "bold type" in found.guesses.set_index("paragraph").loc[4, "why"]
    plain = preview_text(word_file(tmp_path / "plain.docx", [(text, False) for text, _ in BOLD_PAGE]))
    assert plain.turns["role"].tolist()[3] == "answer"
    settled = preview_text(tmp_path / "page.docx", {"4": "answer"})
    assert settled.turns["role"].tolist()[3] == "answer"


def test_what_bold_told_stays_when_the_text_is_in_use(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("MOTAMOT_TEXT", raising=False)
    use_text(preview_text(word_file(tmp_path / "page.docx", BOLD_PAGE)), folder)
    monkeypatch.chdir(folder)
    assert (read_interview(load_interview())["role"] == "question").sum() == 3


def test_a_page_as_browsers_save_it_is_read() -> None:
    found = preview_text(Path(__file__).parent / "fixtures" / "page_forms" / "saved_page.html")
    assert found.reading.text.startswith("Interview\n\nNadège Ferrer, Transvallée")
    assert not any(
        word in found.reading.text for word in ("cookies", "PUBLICITÉ", "Facebook", "Bravo", "Dossiers")
    )
    roles = found.turns["role"].tolist()
    assert [role[0] for role in roles] == list("hhscqaqahqachqa")


def damaged_docx(tmp_path: Path) -> bytes:
    with zipfile.ZipFile(tmp_path / "z.docx", "w") as archive:
        archive.writestr("word/document.xml", "<not xml")
    return (tmp_path / "z.docx").read_bytes()


def bomb(tmp_path: Path) -> bytes:
    with zipfile.ZipFile(tmp_path / "bomb.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 60_000_000)
    return (tmp_path / "bomb.docx").read_bytes()


ENGLISH = "JDN. Why did you open a shop in the village?\n\nMrs Roche. Because people asked me to, and we were ready for it.\n"
GERMAN = "JDN. Warum haben Sie einen Laden im Dorf geöffnet?\n\nFrau Roche. Weil die Leute mich gebeten haben, und wir waren bereit.\n"
SPANISH = "JDN. ¿Por qué abrió una librería en el pueblo?\n\nSra. Roche. Porque la gente de aquí me lo pidió y estábamos listos.\n"
ITALIAN = "JDN. Perché ha aperto una libreria nel paese?\n\nSignora Roche. Perché la gente di qui me l'ha chiesto, e noi eravamo pronti.\n"


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("empty.txt", b"", "holds no text"),
        ("blank.txt", "\ufeff \n\u00a0\n".encode(), "holds no text"),
        ("image.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "not a text file"),
        ("noise.txt", bytes(range(1, 32)) * 50, "not a text file"),
        ("packed.txt", b"PK\x03\x04" + b"\0" * 50, "not a text file"),
        ("scan.pdf", b"%PDF-1.7", "save it as plain text"),
        ("old.doc", b"\xd0\xcf\x11\xe0", "save it as plain text"),
        ("large.txt", b"a" * 5_000_001, "larger than 5 MB"),
        ("odd.txt", "été".encode("utf-16-le") + b"\0", "cannot be decoded|not a text file|does not seem"),
        ("english.txt", ENGLISH.encode(), "French"),
        ("german.txt", GERMAN.encode(), "French"),
        ("spanish.txt", SPANISH.encode(), "French"),
        ("italian.txt", ITALIAN.encode(), "French"),
        (
            "statement.txt",
            b"Nous vendons des livres et nous aimons les gens du village.\n\nLa vie est belle.",
            "question",
        ),
        ("damaged.docx", damaged_docx, "damaged"),
        ("renamed.docx", PAGE.encode(), "damaged"),
        ("bomb.docx", bomb, "larger than 50 MB"),
        ("image.html", b"\x89PNG\r\n\x1a\n", "not a text file"),
    ],
)
def test_bad_input_gets_one_sentence_status_2_and_nothing_is_written(
    name: str, content: object, says: str, folder: Path, tmp_path: Path
) -> None:
    import re

    file = page(tmp_path, name, content(tmp_path) if callable(content) else content)
    before = sorted(folder.rglob("*"))
    done = run(folder, str(file))
    assert (done.returncode, done.stdout) == (2, "")
    assert re.search(says, done.stderr), done.stderr
    assert "Traceback" not in done.stderr and done.stderr.strip().count("\n") == 0
    assert sorted(folder.rglob("*")) == before


@pytest.mark.parametrize(("target", "says"), [("absent.txt", "no file"), (".", "is a folder")])
def test_a_missing_file_and_a_folder_are_told_apart(target: str, says: str, folder: Path) -> None:
    done = run(folder, target)
    assert done.returncode == 2 and says in done.stderr


def test_without_a_learners_folder_the_sentence_says_how_to_make_one(tmp_path: Path) -> None:
    empty = tmp_path / "elsewhere"
    empty.mkdir()
    done = run(empty, str(page(tmp_path)))
    assert done.returncode == 2 and "motamot lab" in done.stderr
    assert list(empty.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_said_on_the_way_back_too(folder: Path, tmp_path: Path) -> None:
    use_text(preview_text(page(tmp_path)), folder)
    settings = folder / "motamot.toml"
    settings.unlink()
    settings.mkdir()
    with pytest.raises(MotamotError, match="Nothing can be written"):
        undo(folder)


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps a folder that is in use")
@pytest.mark.parametrize("arguments", [("page.txt",), ("--undo",)])
def test_a_current_folder_that_is_gone_is_said(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    script = (
        "import os, sys; os.rmdir(os.getcwd()); sys.argv[0] = 'motamot'; from motamot.cli import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-c", script, "use-text", *arguments, "--lang", "fr"],
        cwd=gone, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 2 and "Traceback" not in done.stderr
    assert "dossier" in done.stderr


def test_the_preview_shows_roles_the_encoding_and_a_privacy_line(folder: Path, tmp_path: Path) -> None:
    text = PAGE + "\nÉcrivez à claire.roche@exemple.fr ou au 06 12 34 56 78.\n"
    done = run(folder, str(page(tmp_path, content=text.encode("cp1252"))))
    assert done.returncode == 0, done.stderr
    assert "cp1252" in done.stdout and "question" in done.stdout
    assert "e-mail addresses (1), telephone numbers (1): claire.roche@exemple.fr, 06 12 34" in done.stdout
    again = run(folder, "--undo")
    assert again.returncode == 0 and "the kit's interview" in again.stdout
    french = run(folder, "--undo", "--lang", "fr")
    assert french.returncode == 2 and "rien à annuler" in french.stderr


@pytest.mark.parametrize("width", [60, 80, 200])
def test_role_turn_and_speaker_can_be_read_on_a_terminal_of_any_width(
    width: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    pages = Path(__file__).parent / "fixtures" / "interviews"
    show_preview("librairies.txt", preview_text(pages / "librairies.txt"))
    lines = capsys.readouterr().out.split("\n")
    row = next(line for line in lines if "Jean-Marc" in line and " answer " in line)
    assert re.match(r" \d+ +answer +\d+ +Jean-Marc Le Goff d…  \w+", row)
    assert all(len(line) <= width for line in lines[2 : lines.index(row)])


def test_the_same_guess_about_several_paragraphs_is_told_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    questions = "".join(
        f"Que pensez-vous du bilan {n} ?\n\nNous sommes contents pour les clients.\n\n" for n in range(5)
    )
    show_preview("page.txt", preview_text(page(tmp_path, content=questions.encode())))
    said = capsys.readouterr().out
    assert "no name, e-mail address or telephone number was noticed" in said
    assert said.count("Read as a question without a label") == 1
    assert "- 3, 5, 7, 9: Read as" in said
