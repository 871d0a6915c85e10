"""A learner's first minutes in a real browser."""

import json
import re
from pathlib import Path

import pytest
from lab_driver import (
    clean_environment,
    open_notebook,
    run_all_cells,
    running_lab,
)
from playwright.sync_api import Browser, Page

MINUTE = 60_000
CHART = ".jp-OutputArea-output img"
ROOT = Path(__file__).parent.parent.parent
ENTRY = ".lm-Menu-itemLabel"
MENUS = {"en": ["File", "Edit", "View", "Run"], "fr": ["Fichier", "Édition", "Affichage", "Exécution"]}


def menus_named(language: str) -> dict[str, set[str]]:
    """Return the menus that lessons send a learner to, each with the entries named after it."""
    found: dict[str, set[str]] = {}
    for path in (ROOT / "notebooks" / language).glob("*.ipynb"):
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        text = " ".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")
        for way in re.findall(r"[Mm]enu (\*\*[^.;\n]+(?:\n\*\*[^.;\n]+)?)", text):
            menu, *entries = re.findall(r"\*\*(.+?)\*\*", way)
            found.setdefault(menu, set()).update(entries)
    return found


def menus_shown(page: Page) -> dict[str, set[str]]:
    """Open every menu, and what its first entry opens, and return the entries read there."""
    shown = {}
    for bar in page.locator(".lm-MenuBar-item").all():
        bar.click()
        page.locator(ENTRY).first.wait_for()
        page.locator(".lm-Menu-item").first.hover()
        if page.locator(".lm-Menu-item").first.get_attribute("data-type") == "submenu":
            page.locator(".lm-Menu").nth(1).wait_for()
        shown[bar.inner_text()] = {text.rstrip("…") for text in page.locator(ENTRY).all_inner_texts()}
        while page.locator(".lm-Menu").count():
            page.keyboard.press("Escape")
    return shown


@pytest.mark.parametrize(("language", "alt"), [("en", "Bar chart"), ("fr", "Diagramme en barres")])
def test_the_first_lesson_reaches_a_chart_and_no_pop_up(
    browser: Browser, tmp_path: Path, language: str, alt: str
) -> None:
    # The computer speaks the other language.
    locale = "fr_FR.UTF-8" if language == "en" else "en_US.UTF-8"
    environment = clean_environment(tmp_path / "home", LANG=locale)
    context = browser.new_context(viewport={"width": 1400, "height": 1000})
    context.set_default_timeout(MINUTE)
    with (
        running_lab(tmp_path / "work", "--lang", language, environment=environment, current=tmp_path) as (
            address,
            _,
        ),
        context.new_page() as page,
    ):
        requests: list[str] = []
        page.on("request", lambda request: requests.append(request.url))
        open_notebook(page, address)
        run_all_cells(page)
        chart = page.locator(CHART).first
        chart.wait_for(state="attached")
        chart.scroll_into_view_if_needed()
        assert chart.evaluate("image => image.decode().then(() => image.naturalWidth)") > 300
        assert (chart.get_attribute("alt") or "").startswith(alt)
        # JupyterLab asks about its news in such a pop-up, once all is loaded.
        assert page.locator(".Toastify__toast").all_inner_texts() == []
        assert [one for one in requests if "/api/news" in one or "/api/update" in one] == []
        server = address.partition("lab/tree")[0]
        outside = [one for one in requests if not one.startswith((server, "data:", "blob:"))]
        assert outside == []
        shown = menus_shown(page)
        assert list(shown)[:4] == MENUS[language]
        named = menus_named(language)
        assert len(named) == 3
        assert [(menu, one) for menu in named for one in named[menu] if one not in shown[menu]] == []
    context.close()
