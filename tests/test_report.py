"""A report stands alone, escapes all it is given, and shows what it is given as the language does."""

from __future__ import annotations

import re
from pathlib import Path

import matplotlib

matplotlib.use("agg")
import matplotlib.pyplot as plt
import pandas as pd
import pytest
from report_pages import Read, kit_in_use, parts

from motamot import (
    MotamotError,
    report,
    use_language,
)


@pytest.fixture(autouse=True)
def kit(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    kit_in_use(monkeypatch, tmp_path)


def test_a_report_holds_its_five_parts_in_order_and_says_how_much_it_quotes() -> None:
    page = Read(report(**parts()))
    assert page.open == []
    places = [page.text.index(name) for name in ("Who are", "corpus", "Choices", "Evidence", "Limits")]
    assert places == sorted(places)
    assert "25 of 742 words quoted (3.4%)" in page.text
    assert [tag for tag, _ in page.elements if tag in ("h1", "h2")] == ["h1", "h2", "h2", "h2", "h2"]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_report_asks_nothing_of_the_network_and_runs_nothing(language: str) -> None:
    use_language(language)
    html = report(**parts())
    page = Read(html)
    assert page.named("html")[0]["lang"] == language
    assert {"script", "link", "iframe", "object", "a"} & {tag for tag, _ in page.elements} == set()
    addresses = [value for _, one in page.elements for key, value in one.items() if key in ("src", "href")]
    assert addresses and all(value.startswith("data:image/png;base64,") for value in addresses)
    assert not re.search(r"@import|url\(|https?:|//\w", re.sub(r"base64,[\w+/=]+", "", html))
    assert "default-src 'none'" in page.named("meta")[1]["content"]


def test_what_people_write_is_text_and_never_markup() -> None:
    evil = "<script>alert('&')</script><img src=x onerror=1>"
    table = pd.DataFrame({evil: [evil]}, index=[evil])
    html = report(
        **parts(
            question=evil,
            corpus={evil: evil},
            choices=table,
            evidence=[evil, pd.DataFrame([[evil] * 3], columns=["left", "node", "right"])],
            limits=evil,
            tables={evil: table},
        )
    )
    page = Read(html)
    assert page.named("script") == [] and page.open == []
    assert len(page.named("img")) == 1
    assert page.text.count(evil) == 16


def test_each_figure_has_alt_text_and_its_data() -> None:
    page = Read(report(**parts()))
    assert "Bar chart of the 5 most frequent words" in page.named("img")[0]["alt"]
    assert len(page.named("details")) == 1
    assert page.text.index("Data of the figure") < page.text.index("per 1,000 words")


def test_tables_have_headers_for_columns_and_rows() -> None:
    scopes = [one.get("scope") for one in Read(report(**parts())).named("th")]
    assert None not in scopes and {"col", "row"} == set(scopes)


def test_quoted_lines_are_marked_as_french() -> None:
    rows = [one for one in Read(report(**parts())).named("tr") if one.get("lang") == "fr"]
    assert len(rows) == 3


def test_the_french_page_is_french() -> None:
    use_language("fr")
    text = Read(report(**parts(question="Qui vend ?"))).text
    assert "Les choix, et ce qu’ils ont changé" in text and "3,4\u00a0%" in text and "réglage" in text
    assert not re.search(r"\b(?:word|count|left|right|who speaks)\b", text)


def test_a_figure_of_another_hand_and_a_long_table_are_refused() -> None:
    with pytest.raises(MotamotError, match="not drawn by the kit"):
        report(**parts(figures=[plt.subplots()[1]]))
    with pytest.raises(MotamotError, match="41 rows does not fit"):
        report(**parts(tables={"long": pd.DataFrame({"n": range(41)})}))


@pytest.mark.parametrize(("part", "name"), [("question", "question"), ("limits", "limits")])
def test_a_part_of_another_kind_is_named(part: str, name: str) -> None:
    with pytest.raises(MotamotError, match=f"“{name}” takes .* not int"):
        report(**parts(**{part: 5}))


def test_numbers_are_written_as_the_language_does() -> None:
    table = pd.DataFrame(
        {"word": ["prix"], "per_1000": [3.456], "share": [0.126], "year": [2021], "n": [12345], "gap": [None]}
    ).astype({"gap": float})
    assert "prix3.50.13202112,345–" in Read(report(**parts(choices=table))).text
    use_language("fr")
    assert "prix3,50,13202112\u202f345–" in Read(report(**parts(choices=table))).text


def test_a_notebook_shows_the_page_in_a_frame_that_runs_nothing() -> None:
    page = report(**parts(question="Who? <b>"))
    frame = Read(page._repr_html_())
    (attributes,) = frame.named("iframe")
    assert attributes["srcdoc"] == page and attributes["sandbox"] == ""
    assert attributes["title"] and frame.text.startswith("Ready to be saved")
    assert repr(page).startswith("Ready to be saved")
