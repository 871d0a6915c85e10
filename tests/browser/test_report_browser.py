"""In a real browser a report fetches nothing, fits a small screen, and prints on two pages at most."""

import re
from collections.abc import Iterator
from pathlib import Path

import matplotlib

matplotlib.use("agg")
import matplotlib.pyplot as plt
import pandas as pd
import pytest
from lab_driver import browser_on_this_machine, opened_browser
from playwright.sync_api import Browser

from motamot import concordance, frequencies, load_interview, plot_frequencies, report, use_language, words

EXECUTABLE = browser_on_this_machine()
pytestmark = pytest.mark.skipif(EXECUTABLE is None, reason="no Chromium, Chrome or Edge on this machine")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    assert EXECUTABLE
    with opened_browser(EXECUTABLE) as browser:
        yield browser


@pytest.fixture(params=["en", "fr"])
def saved(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("MOTAMOT_TEXT", "kit")
    use_language(request.param)
    raw = load_interview()
    choices = pd.DataFrame([("stop", f"stop_words({n})", n, "pays, live, shopping") for n in range(5)])
    choices.columns = ["choice", "setting", "words", "first"]
    report(
        "Qui sont les vendeurs ?",
        dict.fromkeys(("who", "to_whom", "when", "why"), "une réponse qui tient sur une ligne"),
        choices,
        ["Une phrase.", concordance(raw, "vendeur*", window=4).head(5)],
        [f"Limite numéro {n} de ce compte rendu." for n in range(6)],
        figures=[plot_frequencies(frequencies(words(raw)), n=10)],
        file=tmp_path / "report",
    )
    yield tmp_path / "report.html"
    use_language("en")
    plt.close("all")


def test_a_report_prints_on_two_pages_at_most(browser: Browser, saved: Path) -> None:
    page = browser.new_page()
    page.goto(saved.as_uri())
    pdf = page.pdf(prefer_css_page_size=True)
    page.close()
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", pdf)) <= 2


def test_a_report_asks_for_nothing_and_fits_a_small_screen(browser: Browser, saved: Path) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 800})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.partition(":")[0]))
    page.goto(saved.as_uri())
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.close()
    assert set(asked) <= {"file", "data"} and asked.count("file") == 1
    assert wide <= 390
