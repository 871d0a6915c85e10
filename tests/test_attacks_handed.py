"""Hand-ins that are attacks by their kind, name, form or words: all are told of, and none reaches beyond itself."""

import csv
import io
import json
import os
import socket
import tempfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from handed_in import ATTACKS, HONEST, UNIT, lay_out, notebook

from motamot.course.grading.command import Options, grade_submissions
from motamot.course.grading.gradebook import defused
from motamot.course.grading.reports_student import file_name
from motamot.course.grading.submissions import collect

# What takes little time to run.
ANSWERED = notebook(*HONEST[:2])
POINTS = 7
CELLS = json.dumps(json.loads(ANSWERED)["cells"]).encode()
WICKED = notebook(
    HONEST[0],
    "total = \"=cmd|' /C calc'!A0\"\nlongest = '\u202e<script>alert(1)</script>\\x1b[2J'\nclaim = '<b onclick=x>'",
    "raise ValueError(\"a,=cmd|' /C calc'!A0;=1+cmd|'x'!A1\\t@SUM(1)\\n<img src=x onerror=alert(1)>\")",
    "raise type('<script>', (Exception,), {})('=HYPERLINK(1)')",
)
# Whole, whatever their folder is called.
NAMES = (
    "anna", "Anna", "ANNA", "CON", "-rf", "--out=x", "$(reboot)`id`", "a;b&c|d", "%2e%2e%2f",
    "\U00020000" * 60, "x\x1b]0;pwned\x07\x1b[31m\n\r\u202eevil", "\u05d0\u0301\u0301\u0301",
)  # fmt: skip
EVIL = (
    "<img src=x onerror=alert(1)>",
    "=cmd|' C calc'!A0",
    "@SUM(1),=1+1",
    "a;=2+3",
    '"><svg onload=alert(1)>',
)
# Name, bytes, status and how it was read.
FORMS = {
    "two lists of cells": (b'{"cells": [], "cells": ' + CELLS + b', "nbformat": NaN, "metadata": {"a": Infinity}}', "graded", POINTS),
    "deep": (b'{"metadata": ' + b'{"a":' * 100_000 + b"1" + b"}" * 100_000 + b', "cells": ' + CELLS + b"}", "graded", POINTS),
    "deep code": (notebook(*HONEST[:2], "(" * 100_000 + ")" * 100_000, "-" * 200_000 + "1", "lambda: " * 50_000 + "1"), "graded", POINTS),
    "half signs": (notebook(*HONEST[:2], "x = '\ud800'\udfff", metadata={"\ud800": "\udc00"}), "graded", POINTS),
    "millions of cells": (b'{"cells": [' + b"{}," * 2_500_000 + b"{}]}", "refused", None),
    "many cells": (b'{"cells": [' + b'{"cell_type":"code","source":"1"},' * 200_000 + b"{}]}", "refused", None),
}  # fmt: skip


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """A class of hostile hand-ins, graded in one go; its folder, and the lines that were said."""
    top = tmp_path_factory.mktemp("handed")
    folder = top / "in"
    lay_out(folder, {f"{name}/{UNIT}.ipynb": ANSWERED for name in NAMES})
    lay_out(folder, {f"{name}/{UNIT}.ipynb": WICKED for name in EVIL})
    lay_out(folder, {f"{name}/{UNIT}.ipynb": content for name, (content, _, _) in FORMS.items()})
    lay_out(folder, {f"a folder/{UNIT}.ipynb/{UNIT}.ipynb": ANSWERED})
    for kind in ("pipe", "pipe as zip", "socket", "link to itself", "copy by link"):
        (folder / kind).mkdir()
    os.mkfifo(folder / "pipe" / f"{UNIT}.ipynb")
    os.mkfifo(folder / "pipe as zip" / "all.zip")
    before = Path.cwd()
    # The name of a socket may not be long.
    os.chdir(folder / "socket")
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(f"{UNIT}.ipynb")
    os.chdir(before)
    (folder / "link to itself" / f"{UNIT}.ipynb").symlink_to(f"{UNIT}.ipynb")
    (folder / "copy by link" / f"{UNIT}.ipynb").hardlink_to(folder / "anna" / f"{UNIT}.ipynb")
    said: list[str] = []
    grade_submissions(Options(folder, top / "out", questions=ATTACKS / "questions", jobs=2), say=said.append)
    grade_submissions(
        Options(folder, top / "fr", questions=ATTACKS / "questions", language="fr", only="pipe as zip")
    )
    return top / "out", said


def rows_of(out: Path) -> dict[str, dict[str, str]]:
    text = (out / "gradebook.csv").read_text(encoding="utf-8-sig")
    return {row["student"]: row for row in csv.DictReader(io.StringIO(text))}


def shown(name: str) -> str:
    """Return a folder's name as the gradebook has it."""
    return defused("".join(sign if sign.isprintable() else "\ufffd" for sign in name))


def test_a_name_decides_nothing(graded: tuple[Path, list[str]]) -> None:
    rows = rows_of(graded[0])
    for name in (*NAMES, "a folder", "copy by link"):
        assert (rows[shown(name)]["status"], rows[shown(name)]["total"]) == ("graded", str(POINTS)), name
    for name in EVIL:
        assert (rows[shown(name)]["status"], rows[shown(name)]["total"]) == ("graded", "0"), name


@pytest.mark.parametrize("form", FORMS)
def test_a_form_that_is_odd_is_read_or_told_of(graded: tuple[Path, list[str]], form: str) -> None:
    row = rows_of(graded[0])[form]
    _, status, points = FORMS[form]
    assert (row["status"], row["total"]) == (status, "" if points is None else str(points)), row
    assert row["remarks"]


@pytest.mark.parametrize("kind", ["pipe", "pipe as zip", "socket", "link to itself"])
def test_what_is_no_file_is_told_of_and_never_opened(graded: tuple[Path, list[str]], kind: str) -> None:
    row = rows_of(graded[0])[kind]
    assert (row["status"], row["total"]) == ("refused", "")
    assert row["read_as"] == ("link" if "link" in kind else "not_a_file") and row["remarks"]


def test_nobody_is_missing_and_nobody_has_anothers_page(graded: tuple[Path, list[str]]) -> None:
    out = graded[0]
    rows, pages = rows_of(out), list((out / "feedback").iterdir())
    assert len(rows) == len(pages) == len(NAMES) + len(EVIL) + len(FORMS) + 6
    assert len({page.name.casefold() for page in pages}) == len(pages)


def test_nobody_is_lost_for_a_name_that_begins_like_a_hidden_file(tmp_path: Path) -> None:
    names = (".x_1_assignsubmission_file_", "~$y_2_assignsubmission_file_", "._z_3_assignsubmission_file_")
    lay_out(tmp_path, {f"{name}/{UNIT}.ipynb": ANSWERED for name in names})
    lay_out(tmp_path, {".git/x.ipynb": ANSWERED, f"{names[0]}/.ipynb_checkpoints/{UNIT}.ipynb": ANSWERED})
    found = {one.owner.key: [handed.path for handed in one.notebooks] for one in collect(tmp_path).students}
    assert found == {name: [f"{UNIT}.ipynb"] for name in (".x_1", "._z_3", "~$y_2")}


def test_what_is_said_on_the_terminal_is_plain_text(graded: tuple[Path, list[str]]) -> None:
    assert graded[1] and all(line.isprintable() for line in graded[1])


class Tags(HTMLParser):
    """Collects what a browser would see of elements and attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add(tag)
        self.attributes.update(name for name, _ in attrs)


def test_no_words_of_a_submission_are_taken_for_html(graded: tuple[Path, list[str]]) -> None:
    for page in (*graded[0].glob("*.html"), *(graded[0] / "feedback").iterdir()):
        text = page.read_text(encoding="utf-8")
        tags = Tags()
        tags.feed(text)
        assert not {"script", "img", "b", "iframe", "object", "a"} & tags.found, page
        assert not [name for name in tags.attributes if name.startswith("on")], page
        # The charts of the class report are SVG of our own.
        assert page.name == "class.html" or "svg" not in tags.found
        assert "\x1b" not in text and "\u202e" not in text


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_no_words_of_a_submission_are_taken_for_a_formula(
    graded: tuple[Path, list[str]], delimiter: str
) -> None:
    """Whatever a spreadsheet, in the other language, takes for what sets fields apart."""
    tables = list(graded[0].glob("*.csv"))
    assert len(tables) == 2
    for table in tables:
        text = table.read_text(encoding="utf-8-sig")
        for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_NONE):
            for row in csv.reader(io.StringIO(text), delimiter=delimiter, quoting=quoting):  # type: ignore[arg-type]
                for field in row:
                    assert not field.strip(' "').startswith(("=", "@")), field
                    assert not (field.strip(' "')[:1] in ("+", "-") and "|" in field), field


@pytest.mark.parametrize(
    ("field", "wanted"),
    [
        ("a, -2; +3", "a, -2; +3"),
        ("x;-2+3+cmd|' /C calc'!A0", "x;'-2+3+cmd|' /C calc'!A0"),
        ('x, "=1"', 'x, "\'=1"'),
        ("f(a = 1, b=2)", "f(a = 1, b=2)"),
        ("1,＝1", "1,'＝1"),
    ],
)
def test_a_field_is_defused_only_where_a_spreadsheet_might_cut_it(field: str, wanted: str) -> None:
    assert defused(field) == wanted


@pytest.mark.parametrize(
    "name", ["\U00020000" * 200, "é" * 200, "a" * 300, "́" * 200, "..", " ", "", "\ud800"]
)
def test_every_name_gives_a_file_that_every_system_takes(tmp_path: Path, name: str) -> None:
    path = tmp_path / f".{file_name(name)}.part"
    path.write_bytes(b"x")
    assert path.parent == tmp_path and not file_name(name).startswith((".", " "))


@pytest.fixture
def closed_folder() -> Iterator[Path]:
    """A class in which one student's folder can be listed, but not entered, by other users."""
    with tempfile.TemporaryDirectory(prefix="motamot-test-") as name:
        top = Path(name)
        top.chmod(0o755)
        lay_out(top, {f"anna/{UNIT}.ipynb": ANSWERED, f"mallory/{UNIT}.ipynb": ANSWERED, "zoe/x": b""})
        (top / "mallory").chmod(0o744)
        (top / "zoe").chmod(0o000)
        yield top
        for student in top.iterdir():
            student.chmod(0o755)


def test_a_folder_that_cannot_be_entered_stops_nobody_else(closed_folder: Path) -> None:
    """Root can enter all of them: a fork of this process looks as nobody."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            if os.geteuid() == 0:
                os.setgroups([])
                os.setresgid(65534, 65534, 65534)
                os.setresuid(65534, 65534, 65534)
            else:
                (closed_folder / "mallory").chmod(0o444)
            students = {
                one.owner.key: [len(one.notebooks), [found.code for found in one.findings]]
                for one in collect(closed_folder).students
            }
            os.write(write, json.dumps(students).encode())
        finally:
            os._exit(0)
    os.close(write)
    with os.fdopen(read) as file:
        found = json.loads(file.read() or "{}")
    os.waitpid(child, 0)
    assert found == {"anna": [1, []], "mallory": [0, ["unreadable"]], "zoe": [0, ["unreadable"]]}
