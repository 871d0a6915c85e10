"""A learner's first minutes in a real browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from lab_driver import (
    browser_on_this_machine,
    clean_environment,
    open_notebook,
    opened_browser,
    run_all_cells,
    running_lab,
)
from playwright.sync_api import Browser

EXECUTABLE = browser_on_this_machine()
pytestmark = pytest.mark.skipif(EXECUTABLE is None, reason="no Chromium, Chrome or Edge on this machine")
MINUTE = 60_000
CHART = ".jp-OutputArea-output img"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    assert EXECUTABLE
    with opened_browser(EXECUTABLE) as browser:
        yield browser


@pytest.mark.parametrize(("language", "alt"), [("en", "Bar chart"), ("fr", "Diagramme en barres")])
def test_the_first_lesson_reaches_a_chart_and_no_pop_up(
    browser: Browser, tmp_path: Path, language: str, alt: str
) -> None:
    environment = clean_environment(tmp_path / "home")
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
    context.close()
