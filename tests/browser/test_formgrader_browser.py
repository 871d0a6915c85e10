"""The marks in nbgrader's formgrader, as an instructor sees them: whole, and with nothing of a name run."""

import json
import sys
from pathlib import Path

import pytest
from lab_driver import clean_environment, running
from playwright.sync_api import Browser, Dialog
from robots.learners import save, work

from motamot.course.grading.command import Options, grade_submissions

UNIT = "01_cleaning"
TOKEN = "instructor"
WICKED = "Mallory <img src=x onerror=alert(1)>"


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course of nbgrader's with the marks of three students in it, one of whom has an odd name."""
    top = tmp_path_factory.mktemp("formgrader")
    students = {"Zoé Petit_12": {}, "Max O'Hara_13": {"01.claim": 'claim = "c"'}, f"{WICKED}_14": {}}
    for name, given in students.items():
        folder = top / "in" / f"{name}_assignsubmission_file_"
        folder.mkdir(parents=True)
        (folder / f"{UNIT}.ipynb").write_bytes(save(work(UNIT, given=given)))
    grade_submissions(Options(top / "in", top / "out", nbgrader=top / "course" / "gradebook.db"))
    (top / "course" / "source" / UNIT).mkdir(parents=True)
    return top / "course"


def test_formgrader_shows_every_student_with_the_points(browser: Browser, course: Path) -> None:
    settings = {
        "ServerApp": {"root_dir": str(course), "allow_root": True, "open_browser": False},
        "IdentityProvider": {"token": TOKEN},
    }
    (course / "config.json").write_text(json.dumps(settings), encoding="utf-8")
    where = f"c = get_config()\nc.CourseDirectory.root = {str(course)!r}\n"
    (course / "nbgrader_config.py").write_text(where, encoding="utf-8")
    words = [sys.executable, "-m", "jupyterlab", f"--config={course / 'config.json'}"]
    heard: list[str] = []

    def hear(dialog: Dialog) -> None:
        heard.append(dialog.message)
        dialog.dismiss()

    with (
        running(words, environment=clean_environment(course / "home"), current=course) as (address, _),
        browser.new_page() as page,
    ):
        page.set_default_timeout(60_000)
        page.on("dialog", hear)
        server = address.partition("/lab")[0]
        # What the page asks for afterwards needs a cookie, which comes with the first page.
        page.goto(f"{server}/formgrader/manage_assignments?token={TOKEN}")
        page.goto(f"{server}/formgrader/manage_submissions/{UNIT}")
        page.get_by_text("Petit, Zoé").wait_for()
        rows = [row.inner_text().split("\t") for row in page.locator("table tbody tr").all()]
        pictures = page.locator("table img").count()
        page.goto(f"{server}/formgrader/manage_students")
        page.get_by_text("Petit, Zoé").wait_for()
        totals = page.locator("table tbody").first.inner_text()
    seen = {row[1]: (row[3], row[4]) for row in rows}
    assert seen == {
        "Zoé Petit_12": ("graded", "13 / 13"),
        "Max O'Hara_13": ("graded", "12 / 13"),
        f"{WICKED}_14": ("graded", "13 / 13"),
    }
    assert totals.count("13 / 13") == 2 and totals.count("12 / 13") == 1
    assert heard == [] and pictures == 0
