"""What the kit ships is what its data sheets say; the folder in use is the learner's or the kit's."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from motamot import MotamotError, load_interview
from motamot._paths import share
from motamot.corpus import text_settings

DATA = share("data")
CHECKSUMS = sorted(DATA.rglob("checksums.txt"))
SHEET = "README.md"


def folders_with_data() -> list[Path]:
    """Return the folders below data/ that hold files other than texts about them, each with what lies below."""
    files = [path for path in DATA.rglob("*") if path.is_file() and path.suffix in (".txt", ".csv")]
    listed = {path.parent for path in CHECKSUMS}
    return sorted({next((p for p in path.parents if p in listed), path.parent) for path in files})


@pytest.mark.parametrize("folder", folders_with_data(), ids=lambda path: path.relative_to(DATA).as_posix())
def test_checksums_hold_for_every_file_of_a_data_folder(folder: Path) -> None:
    lines = (folder / "checksums.txt").read_text(encoding="utf-8").splitlines()
    listed = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
    files = [path for path in folder.rglob("*") if path.suffix in (".txt", ".csv")]
    present = {path.relative_to(folder).as_posix() for path in files} - {"checksums.txt"}
    assert set(listed) >= present
    for name, digest in listed.items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest, name


@pytest.mark.parametrize("folder", folders_with_data(), ids=lambda path: path.relative_to(DATA).as_posix())
def test_every_data_folder_has_a_data_sheet(folder: Path) -> None:
    assert (folder / SHEET).is_file()


RAW = (DATA / "interview" / "raw.txt").read_bytes().decode("utf-8")
PARAGRAPHS = RAW.split("\n\n")

# How often each planted form stands in raw.txt, compared as it is written ...
EXACTLY = {
    "\u00a0": 19,
    "\u00a0?": 5,
    "©\u00a0": 1,
    "«\u00a0méga tendance\u00a0»": 1,
    "\u202f": 1,
    "’": 1,
    '"': 2,
    "Aliexpress": 3,
    "AliExpress": 0,
    "E-commerce": 1,
    "vendeurs Français": 1,
    "vendeurs français": 2,
    "1000": 1,
    "mega tendance": 1,
    "méga tendance": 1,
    "\r": 0,
    "\ufeff": 0,
}
# ... and without regard to case.
IN_ANY_CASE = {
    "live shopping": 7,
    "e-commerce": 4,
    "business": 1,
    "retail": 1,
    "marketplace": 1,
    "challenge": 1,
    "buzz": 1,
    "general manager": 1,
    "réseaux sociaux": 1,
    "jeunes consommateurs": 1,
    "transformation digitale": 1,
    "pop up store": 1,
    "magasins physiques": 1,
    "partenaires locaux": 1,
    "qualité de service": 1,
    "jeux olympiques": 1,
    "long terme": 1,
}


@pytest.mark.parametrize("planted", EXACTLY)
def test_planted_typography_is_there_as_counted(planted: str) -> None:
    assert RAW.count(planted) == EXACTLY[planted]


@pytest.mark.parametrize("planted", IN_ANY_CASE)
def test_planted_words_are_there_as_counted(planted: str) -> None:
    assert RAW.lower().count(planted) == IN_ANY_CASE[planted]


def test_the_page_has_its_fifteen_paragraphs() -> None:
    assert len(PARAGRAPHS) == 15
    assert "\n" not in "".join(PARAGRAPHS)
    assert 650 <= len(RAW.split()) <= 900
    assert PARAGRAPHS[0].endswith('"')
    assert "’" in PARAGRAPHS[3]
    assert not PARAGRAPHS[3].endswith(".")


def test_no_break_spaces_stand_where_the_sheet_says() -> None:
    at_line_ends = [number for number, text in enumerate(PARAGRAPHS, 1) if text.endswith("\u00a0")]
    assert at_line_ends == [5, 6, 9, 10, 11, 12]
    assert PARAGRAPHS[8].endswith(". \u00a0")
    within = re.findall(r"\w\u00a0\w", "".join(text for place, text in enumerate(PARAGRAPHS) if place != 3))
    assert len(within) == 5
    assert len(re.findall(r"\u00a0\?", RAW)) + len(at_line_ends) + len(within) + 1 == 17


def test_three_rules_give_three_counts_of_words() -> None:
    kept = len(re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", RAW))
    split = len(re.findall(r"[^\W_]+(?:-[^\W_]+)*", RAW))
    by_blanks = len(RAW.split())
    sheet = (DATA / "interview" / SHEET).read_text(encoding="utf-8")
    for count in (kept, split, by_blanks):
        assert f"{count}" in sheet
    assert len({kept, split, by_blanks}) == 3


def test_the_data_sheet_gives_the_counts_that_are_tested() -> None:
    sheet = (DATA / "interview" / SHEET).read_text(encoding="utf-8")
    for words, count in IN_ANY_CASE.items():
        assert re.search(rf"{words}[^|]*\| {count} \|", sheet, re.I), words


@pytest.fixture
def learner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("MOTAMOT_TEXT", raising=False)
    folder = tmp_path / "work"
    (folder / "notebooks").mkdir(parents=True)
    monkeypatch.chdir(folder / "notebooks")
    return folder


def settle(folder: Path, lines: str) -> None:
    (folder / "motamot.toml").write_text(lines, encoding="utf-8")


def test_without_settings_the_kit_is_in_use(learner: Path) -> None:
    assert load_interview() == RAW


@pytest.mark.parametrize("lines", ["", "\ufeff", "[text]\n", "# nothing\r\n"])
def test_settings_that_name_no_text_leave_the_kit_in_use(learner: Path, lines: str) -> None:
    settle(learner, lines)
    assert load_interview() == RAW


@pytest.mark.parametrize("name", ["texts/mine.txt", "texts\\\\mine.txt", "./texts/../texts/mine.txt"])
def test_settings_are_found_upward(learner: Path, name: str) -> None:
    (learner / "texts").mkdir()
    (learner / "texts" / "mine.txt").write_bytes(b"Quel bilan ?\r\nBon.")
    settle(learner, f'[text]\ninterview = "{name}"\nspeakers = {{ JDN = "question" }}\n')
    assert load_interview() == "Quel bilan ?\r\nBon."
    assert text_settings().speakers == {"JDN": "question"}
    assert text_settings().settings == learner / "motamot.toml"


def test_the_environment_forces_the_kit(learner: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settle(learner, "[text]\ninterview = 3\n")
    monkeypatch.setenv("MOTAMOT_TEXT", "kit")
    assert load_interview() == RAW


@pytest.mark.parametrize(
    ("lines", "part"),
    [
        ('interview = "absent.txt"', "no such file"),
        ('interview = "../outside.txt"', "outside the folder"),
        ('interview = "/etc/hostname"', "outside the folder"),
        ('interview = "empty.txt"', "is empty"),
        ('interview = "latin.txt"', "not in UTF-8"),
        ('interview = "notebooks"', "no such file"),
        ('interview = ""', "must be the path"),
        ("interview = 3", "must be the path"),
        ("interview = ", "cannot be understood"),
        ('interview = "good.txt"\nspeakers = "JDN"', "must be a list"),
        ('interview = "good.txt"\nspeakers = {JDN = 1}', "must be a list"),
        ('interview = "large.txt"', "larger than 5 MB"),
    ],
)
def test_what_is_wrong_with_the_learners_text_is_said(learner: Path, lines: str, part: str) -> None:
    (learner.parent / "outside.txt").write_text("Quel bilan ?", encoding="utf-8")
    (learner / "empty.txt").write_text(" \n\u00a0", encoding="utf-8")
    (learner / "latin.txt").write_bytes("été".encode("cp1252"))
    (learner / "good.txt").write_text("Quel bilan ?", encoding="utf-8")
    (learner / "large.txt").write_bytes(b"a" * 5_000_001)
    settle(learner, f"[text]\n{lines}\n")
    with pytest.raises(MotamotError, match=part):
        load_interview()


def test_a_link_cannot_lead_out_of_the_folder(learner: Path) -> None:
    (learner.parent / "outside.txt").write_text("Quel bilan ?", encoding="utf-8")
    try:
        (learner / "inside.txt").symlink_to(learner.parent / "outside.txt")
    except OSError:
        pytest.skip("this system does not let a test make links")
    settle(learner, '[text]\ninterview = "inside.txt"\n')
    with pytest.raises(MotamotError, match="outside the folder"):
        load_interview()
