"""nbgrader's Validate button in the instructor's JupyterLab, on an exercise of the kit."""

import json
import sys
from pathlib import Path

import nbgrader_course as course
import pytest
from lab_driver import clean_environment, open_notebook, running
from playwright.sync_api import Browser

UNIT = "01_cleaning"
TOKEN = "instructor"


@pytest.mark.parametrize("solved", [True, False], ids=["solved", "empty"])
def test_the_button_says_whether_an_exercise_passes(browser: Browser, tmp_path: Path, solved: bool) -> None:
    work = tmp_path / "work"
    code = course.solution_code(UNIT) if solved else course.EMPTY
    course.write(work / f"{UNIT}.ipynb", course.handed_in(UNIT, code))
    settings = {"ServerApp": {"root_dir": str(work), "allow_root": True, "open_browser": False},
                "IdentityProvider": {"token": TOKEN}}  # fmt: skip
    (tmp_path / "config.json").write_text(json.dumps(settings), encoding="utf-8")
    environment = clean_environment(tmp_path / "home", MOTAMOT_TEXT="kit")
    words = [sys.executable, "-m", "jupyterlab", f"--config={tmp_path / 'config.json'}"]
    context = browser.new_context(viewport={"width": 1400, "height": 1000})
    context.set_default_timeout(120_000)
    with running(words, environment=environment, current=work) as (address, _), context.new_page() as page:
        server = address.partition("/lab")[0]
        open_notebook(page, f"{server}/lab/tree/{UNIT}.ipynb?token={TOKEN}")
        page.locator(".jp-NotebookPanel-toolbar").get_by_text("Validate").click()
        dialog = page.locator(".jp-Dialog-content").filter(has_text="Validation Results")
        dialog.wait_for()
        said = dialog.inner_text()
        page.screenshot(path=str(tmp_path / "validated.png"))
    context.close()
    if solved:
        assert "Your notebook passes all the tests" in said
    else:
        assert "failed" in said.lower() and "passes all the tests" not in said
        assert 'check("01.nbsp_count", nbsp_count)' in said
