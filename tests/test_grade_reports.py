"""Reports: what an instructor, a learner, Moodle, a spreadsheet and nbgrader get."""

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from motamot.course.grading.command import write_reports
from motamot.course.grading.gradebook import defused
from motamot.course.grading.gradebook_nbgrader import write_nbgrader
from motamot.course.grading.reports_student import file_name
from motamot.course.grading.results import Graded, Mark
from motamot.course.grading.run_units import Asked, Course
from motamot.course.grading.store import Row, Store
from motamot.course.grading.submissions_findings import Finding
from motamot.course.grading.submissions_layouts import Owner

HINTS = (
    {"en": "First hint.", "fr": "Premier indice."},
    {"en": "2", "fr": "2"},
    {"en": "Elsewhere: 3 < 4.", "fr": "Ailleurs : 3 < 4."},
)
COURSE: Course = {
    "01_cleaning": (Asked("01.claim", 1, HINTS, "O1"), Asked("01.voices", 2, HINTS, "O2")),
    "02_themes": (Asked("02.theme", 1, HINTS, "O1"),),
}
EVIL = "<script>alert('x')</script>&\"'"
NEAR = {
    "en": "You count the questions, too.\nInput\tShape\n'l'\ttext",
    "fr": "Vous comptez aussi les questions.",
}
RIGHT = {"en": "Right.", "fr": "Juste."}
WRONG = {"en": "The value differs.", "fr": "La valeur diffère."}
RAN = {"en": "All cells were run.", "fr": "Toutes les cellules ont été exécutées."}
STOPPED = {"en": f"Cell 3 stopped: {EVIL}.", "fr": f"La cellule 3 s’est arrêtée : {EVIL}."}


def graded(first: Mark, second: Mark, **further: object) -> Graded:
    values = {"status": "graded", "sentence": RAN, "sandboxed": True, **further}
    return Graded("01_cleaning", marks=(first, second), **values)  # type: ignore[arg-type]


def right(question: str = "01.claim", points: float = 1) -> Mark:
    return Mark(question, "right", points, points, "'b'", RIGHT)


def near(seen: str = "475") -> Mark:
    return Mark("01.voices", "near", 0, 2, seen, NEAR, "1")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Return a class of five: Zoé, an evil one, one cut short, one refused, one of another group."""
    people = {
        "zoe": Owner("Zoé Pétit_12", "Zoé Pétit", "12"),
        "evil": Owner(f"=cmd|' /C calc'!A0{EVIL}_13", f"=cmd|' /C calc'!A0{EVIL}", "13"),
        "max": Owner("max@école.fr", "max@école.fr"),
        "anna": Owner("anna_14", "anna", "14"),
    }
    with Store(tmp_path / "out") as store:
        results = {
            "zoe": graded(right(), near(), variant="ok"),
            "evil": graded(right(), near(EVIL), notes=(STOPPED,), sandboxed=False, variant="mismatch"),
            "max": graded(Mark("01.claim", "wrong", 0, 1, "'a'", WRONG), right("01.voices", 2)),
        }
        for name, result in results.items():
            row = Row(people[name], "01_cleaning", f"{name}.ipynb", name, (), "fr" if name == "zoe" else "")
            store.put_student("in", row.owner, [row])
            store.put_result(row, result)
        refused = Row(people["anna"], "01_cleaning", "a.ipynb", "", (Finding("invalid"),))
        pending = Row(people["anna"], "02_themes", "b.ipynb", "pending")
        store.put_student("in", people["anna"], [refused, pending])
        yield store


def table(path: Path, delimiter: str = ",") -> list[dict[str, str]]:
    text = path.read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=delimiter))


class Pages(HTMLParser):
    """Collects elements and what they would fetch or run."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_gradebook_has_a_line_for_everybody_and_no_silent_zero(store: Store) -> None:
    write_reports(store, COURSE, store.folder, "en")
    rows = {(row["student"], row["unit"]): row for row in table(store.folder / "gradebook.csv")}
    zoe = rows["Zoé Pétit", "01_cleaning"]
    assert (zoe["total"], zoe["out_of"], zoe["01.claim"], zoe["01.voices"]) == ("1", "3", "1", "0")
    assert (zoe["status"], zoe["sandboxed"], zoe["variant"], zoe["identifier"]) == (
        "graded",
        "yes",
        "ok",
        "12",
    )
    assert rows["Zoé Pétit", "02_themes"]["status"] == "not_handed_in"
    anna = rows["anna", "01_cleaning"]
    assert (anna["status"], anna["read_as"], anna["total"], anna["01.claim"]) == (
        "refused",
        "invalid",
        "",
        "",
    )
    assert "Ask for the file again." in anna["remarks"]
    assert rows["anna", "02_themes"]["status"] == "pending"
    assert "run the same command again" in rows["anna", "02_themes"]["remarks"]


def test_a_french_spreadsheet_gets_semicolons_and_decimal_commas(store: Store) -> None:
    half = Row(Owner("lea", "lea"), "01_cleaning", "l.ipynb", "lea")
    store.put_student("in", half.owner, [half])
    store.put_result(half, graded(Mark("01.claim", "near", 0.5, 1, "", NEAR), right("01.voices", 2)))
    write_reports(store, COURSE, store.folder, "fr")
    assert (store.folder / "gradebook.csv").read_bytes().startswith(b"\xef\xbb\xbfstudent;")
    (lea,) = [row for row in table(store.folder / "gradebook.csv", ";") if row["student"] == "lea"][:1]
    assert (lea["total"], lea["01.claim"]) == ("2,5", "0,5")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r", " =", "＝"])
def test_no_field_is_a_formula(start: str) -> None:
    assert defused(f"{start}cmd|' /C calc'!A0").startswith("'")
    assert defused("Zoé-Anne + Max") == "Zoé-Anne + Max"


def test_no_csv_holds_a_formula(store: Store) -> None:
    write_reports(store, COURSE, store.folder, "en")
    files = sorted(store.folder.glob("*.csv"))
    assert [path.name for path in files] == [
        "gradebook.csv", "moodle.csv", "moodle_01_cleaning.csv", "moodle_02_themes.csv",
    ]  # fmt: skip
    fields = [field for path in files for row in table(path) for field in row.values()]
    assert any(field.startswith("'=cmd") for field in fields)
    assert not [field for field in fields if field[:1] in tuple("=+-@\t\r")]


def test_moodle_finds_its_own_columns(store: Store) -> None:
    write_reports(store, COURSE, store.folder, "en")
    rows = {row["Full name"]: row for row in table(store.folder / "moodle_01_cleaning.csv")}
    zoe = rows["Zoé Pétit"]
    assert (zoe["Identifier"], zoe["Grade"], zoe["Maximum Grade"]) == ("Participant 12", "1", "3")
    assert zoe["Last modified (grade)"] == ""
    assert "01.voices – You count the questions, too." in zoe["Feedback comments"]
    assert "Input" not in zoe["Feedback comments"]
    assert rows["anna"]["Grade"] == ""
    assert "could be saved" in rows["anna"]["Feedback comments"]
    assert rows["max@école.fr"]["Email address"] == "max@école.fr"
    evil = next(row for name, row in rows.items() if "cmd" in name)
    assert "<script" not in evil["Feedback comments"]
    write_reports(store, COURSE, store.folder, "fr")
    (first, *_) = table(store.folder / "moodle.csv")
    assert {"Identifiant", "Note", "Dernière modification (note)", "Feedback par commentaires"} <= set(first)


def test_a_grade_on_all_units_stays_open_while_one_is_not_graded(store: Store) -> None:
    write_reports(store, COURSE, store.folder, "en")
    rows = {row["Full name"]: row for row in table(store.folder / "moodle.csv")}
    assert rows["anna"]["Grade"] == ""
    # Nothing handed in for the second unit: the points of the first, and the comment says so.
    assert rows["Zoé Pétit"]["Grade"] == "1"
    assert "02_themes: Nothing was handed in" in rows["Zoé Pétit"]["Feedback comments"]


def test_feedback_for_moodle_is_named_as_its_import_wants(store: Store) -> None:
    write_reports(store, COURSE, store.folder, "en")
    with zipfile.ZipFile(store.folder / "moodle_feedback.zip") as archive:
        names = archive.namelist()
        page = archive.read("Zoé Pétit_12_assignfeedback_file_/motamot.html").decode()
    assert len(names) == 3
    for name in names:
        _, number, plugin, kind, _ = name.split("/")[0].split("_", 4)
        assert number.isdecimal()
        assert (plugin, kind) == ("assignfeedback", "file")
        assert name.count("/") == 1
    assert "Retour pour Zoé Pétit" in page


def test_a_learner_s_page_is_in_the_language_of_the_notebook(store: Store) -> None:
    write_reports(store, COURSE, store.folder, "en")
    zoe = (store.folder / "feedback" / file_name("Zoé Pétit_12")).read_text(encoding="utf-8")
    assert '<html lang="fr">' in zoe
    assert "Vous comptez aussi les questions." in zoe
    assert "1 sur 3 points" in zoe
    anna = (store.folder / "feedback" / file_name("anna_14")).read_text(encoding="utf-8")
    assert '<html lang="en">' in anna
    assert "No mark yet; this is not a zero." in anna
    assert "Hand in the .ipynb file again." in anna
    assert "run the same command again" not in anna


@pytest.mark.parametrize("language", ["en", "fr"])
def test_pages_hold_no_script_no_address_and_close_what_they_open(store: Store, language: str) -> None:
    write_reports(store, COURSE, store.folder, language)
    pages = [*sorted((store.folder / "feedback").glob("*.html")), store.folder / "class.html"]
    assert len(pages) == 5
    for path in pages:
        text = path.read_text(encoding="utf-8")
        seen = Pages(text)
        assert not {"script", "img", "link", "iframe", "a", "object"} & set(seen.tags)
        assert not [
            name for name, _ in seen.attributes if name.startswith("on") or name in ("src", "href", "style")
        ]
        assert not re.search(r"https?:|//", text.replace("<!doctype html>", ""))
        assert any(value.startswith("default-src 'none';") for _, value in seen.attributes)
        assert seen.tags.count("h1") == 1
        assert seen.tags.count("table") == seen.tags.count("caption")
    evil = (store.folder / "feedback" / file_name(f"=cmd|' /C calc'!A0{EVIL}_13")).read_text(encoding="utf-8")
    assert evil.count("&lt;script&gt;") >= 3


def test_charts_have_a_text_and_a_table(store: Store) -> None:
    write_reports(store, COURSE, store.folder, "fr")
    text = (store.folder / "class.html").read_text(encoding="utf-8")
    charts = re.findall(r"<svg.*?</svg>", text, re.DOTALL)
    assert len(charts) == 2
    for chart in charts:
        (name,) = re.findall(r'aria-labelledby="([^"]+)"', chart)
        assert f'<title id="{name}">01_cleaning\u00a0:' in chart
        assert 'role="img"' in chart
    assert text.count("<figure>") == text.count("<details>") == 2


def test_the_next_lesson_begins_with_the_most_frequent_near_miss(store: Store) -> None:
    write_reports(store, COURSE, store.folder, "en")
    text = (store.folder / "class.html").read_text(encoding="utf-8")
    lesson = text[text.index("the first five minutes") :].partition("</ol>")[0]
    assert "01.voices: 2 of 3 learners (67%) went the same wrong way." in lesson
    assert "You count the questions, too." in lesson
    assert "then run:" in lesson
    assert "Elsewhere: 3 &lt; 4." in lesson


def test_a_choice_is_talked_over_with_its_first_hint_as_the_third_may_give_it_away(store: Store) -> None:
    claim, voices = COURSE["01_cleaning"]
    write_reports(store, {**COURSE, "01_cleaning": (claim, replace(voices, talked=True))}, store.folder, "en")
    lesson = (store.folder / "class.html").read_text(encoding="utf-8").partition("</ol>")[0]
    assert "talk it over" in lesson
    assert "First hint." in lesson
    assert "Elsewhere" not in lesson


def test_what_needs_a_look_is_listed(store: Store) -> None:
    write_reports(store, COURSE, store.folder, "en")
    text = (store.folder / "class.html").read_text(encoding="utf-8")
    listed = text[text.index("Look at these yourself") :].partition("</table>")[0]
    assert "anna" in listed
    assert "calc" in listed
    assert "Zoé" not in listed
    assert "Not sandboxed: 1 notebooks" in text


def test_pages_of_students_who_left_are_removed(store: Store) -> None:
    write_reports(store, COURSE, store.folder, "en")
    store.put_student("in", Owner("anna_14", "anna", "14"), [])
    write_reports(store, COURSE, store.folder, "en")
    assert not (store.folder / "feedback" / file_name("anna_14")).exists()


def test_names_that_no_file_can_have_still_have_a_page() -> None:
    names = ["a/b", "a_b", "CON", "", "..", "x" * 300, "Élodie", "élodie"]
    files = [file_name(name) for name in names]
    assert len({name.casefold() for name in files}) == len(names)
    assert not [name for name in files if set(name) & set('/\\:*?"<>|') or len(name) > 80]


def test_nbgrader_s_own_interface_shows_the_marks(store: Store, tmp_path: Path) -> None:
    from nbgrader.apps.api import NbGraderAPI
    from nbgrader.coursedir import CourseDirectory
    from traitlets.config import Config

    path = tmp_path / "course" / "gradebook.db"
    assert write_nbgrader(store, COURSE, path) == 3
    assert write_nbgrader(store, COURSE, path) == 3
    config = Config()
    config.CourseDirectory.root = str(path.parent)
    config.CourseDirectory.db_url = f"sqlite:///{path}"
    interface = NbGraderAPI(CourseDirectory(config=config), config=config)
    students = {one["id"]: one for one in interface.get_students()}
    assert set(students) == {"Zoé Pétit_12", f"=cmd|' /C calc'!A0{EVIL}_13", "max@école.fr"}
    assert (students["Zoé Pétit_12"]["score"], students["Zoé Pétit_12"]["max_score"]) == (1, 4)
    with interface.gradebook as gradebook:
        grade = gradebook.find_grade("01-voices", "01_cleaning", "01_cleaning", "max@école.fr")
        assert (grade.score, grade.max_score, grade.needs_manual_grade) == (2, 2, False)


def test_a_file_that_is_no_gradebook_of_nbgrader_is_refused(store: Store, tmp_path: Path) -> None:
    from motamot.errors import MotamotError

    (tmp_path / "gradebook.db").write_bytes(b"hello" * 500)
    with pytest.raises(MotamotError, match="cannot be used as nbgrader’s gradebook"):
        write_nbgrader(store, COURSE, tmp_path / "gradebook.db")
