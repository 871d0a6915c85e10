"""In a real browser a report fetches nothing, fits a small screen, and prints on two pages at most."""

import re
from collections.abc import Iterator
from pathlib import Path

import matplotlib

matplotlib.use("agg")
import matplotlib.pyplot as plt
import pandas as pd
import pytest
from lab_driver import (
    clean_environment,
    open_notebook,
    run_all_cells,
    running_lab,
)
from playwright.sync_api import Browser

from motamot import concordance, frequencies, load_interview, plot_frequencies, report, use_language, words


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


MINUTE = 60_000
INTERVIEW = Path(__file__).parents[1] / "fixtures" / "interviews" / "velos.txt"
FRAME = ".jp-NotebookPanel:not(.lm-mod-hidden) iframe[title]"


def test_a_terminal_of_jupyterlab_puts_a_text_in_use_and_the_lesson_shows_its_page(
    browser: Browser, tmp_path: Path
) -> None:
    environment = clean_environment(tmp_path / "home")
    context = browser.new_context(viewport={"width": 1400, "height": 1000})
    context.set_default_timeout(MINUTE)
    work = tmp_path / "work"
    with (
        running_lab(work, "--lang", "en", environment=environment, current=tmp_path) as (address, _),
        context.new_page() as page,
    ):
        (work / "entretien.txt").write_bytes(INTERVIEW.read_bytes())
        open_notebook(page, address.replace("00_start", "05_your_text"))
        page.click('.lm-MenuBar-item:has-text("File")')
        page.hover('.lm-Menu-item:has-text("New") >> nth=0')
        page.click('.lm-Menu-item:has-text("Terminal")')
        page.wait_for_selector(".jp-Terminal .xterm-cursor-layer, .jp-Terminal .xterm-screen")
        # What is typed before the shell has answered once may be lost.
        settings = work / "motamot.toml"
        for _ in range(20):
            page.keyboard.type("motamot use-text entretien.txt\n")
            page.wait_for_timeout(3000)
            if settings.is_file():
                break
        assert 'interview = "texts/entretien.txt"' in settings.read_text(encoding="utf-8")
        page.click('.lm-DockPanel-tabBar .lm-TabBar-tab:has-text("05_your_text.ipynb")')
        run_all_cells(page)
        page.wait_for_selector(".jp-Notebook")
        page.mouse.move(800, 500)
        for _ in range(60):
            page.mouse.wheel(0, -250)
            page.wait_for_timeout(150)
            if page.locator(FRAME).count():
                break
        shown = page.frame_locator(FRAME)
        assert shown.locator("h2").first.inner_text() == "The corpus"
        assert "of 662 words quoted" in shown.locator("footer").inner_text()
    context.close()
