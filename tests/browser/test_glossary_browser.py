"""In a real JupyterLab, the links of a lesson open the glossary at their term, accents included."""

import re
from pathlib import Path

import pytest
from lab_driver import (
    clean_environment,
    open_notebook,
    running_lab,
)
from playwright.sync_api import Browser, Page

MINUTE = 60_000
SHOWN = ".jp-NotebookPanel:not(.lm-mod-hidden)"
# The distance of a heading from the top of the notebook in view, if it is drawn at all.
DISTANCE = """([panel, title]) => {
    const view = document.querySelector(panel + ' .jp-WindowedPanel-outer');
    const headings = [...document.querySelectorAll(panel + ' h2')];
    const heading = headings.find(one => one.textContent.replace('¶', '').trim() === title);
    if (!view || !heading) return false;
    const distance = heading.getBoundingClientRect().top - view.getBoundingClientRect().top;
    return distance > -30 && distance < view.clientHeight;
}"""


def follow(page: Page, anchor: str, title: str) -> None:
    page.click('.lm-DockPanel-tabBar .lm-TabBar-tab:has-text("00_start.ipynb")')
    page.locator(f'{SHOWN} a[href$="{anchor}"]').first.click()
    page.wait_for_selector('.lm-TabBar-tab.lm-mod-current:has-text("glossary.ipynb")')
    page.wait_for_function(DISTANCE, arg=[SHOWN, title])


@pytest.mark.parametrize(
    ("language", "titles"),
    [
        ("en", {"rate-per-1000": "rate per 1,000", "stop-words": "stop words", "cell": "cell"}),
        (
            "fr",
            {"frequence-relative": "fréquence relative", "mots-vides": "mots vides", "cellule": "cellule"},
        ),
    ],
)
def test_a_term_of_the_first_lesson_opens_its_explanation(
    browser: Browser, tmp_path: Path, language: str, titles: dict[str, str]
) -> None:
    environment = clean_environment(tmp_path / "home")
    context = browser.new_context(viewport={"width": 1400, "height": 1000})
    context.set_default_timeout(MINUTE)
    work = tmp_path / "work"
    with (
        running_lab(work, "--lang", language, environment=environment, current=tmp_path) as (address, _),
        context.new_page() as page,
    ):
        open_notebook(page, address)
        linked = re.findall(
            r"glossary\.ipynb#cell-id=term-([\w-]+)",
            (work / "lessons" / language / "00_start.ipynb").read_text("utf-8"),
        )
        assert set(titles) <= set(linked)
        for name, title in titles.items():
            follow(page, f"#cell-id=term-{name}", title)
    context.close()
