"""A report stands alone, escapes all it is given, quotes little, and is saved only when it is complete."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import matplotlib

matplotlib.use("agg")
import matplotlib.pyplot as plt
import pandas as pd
import pytest

from motamot import (
    MotamotError,
    concordance,
    frequencies,
    load_interview,
    load_statements,
    plot_frequencies,
    read_interview,
    report,
    sentences,
    use_language,
    words,
)
from motamot.course.source import read_source
from motamot.reporting.quoting import count_quoted, most_quoted

FIXTURES = Path(__file__).parent / "fixtures" / "interviews"
VOID = {"meta", "img", "br"}


@pytest.fixture(autouse=True)
def kit(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("MOTAMOT_TEXT", "kit")
    monkeypatch.chdir(tmp_path)
    yield
    use_language("en")
    plt.close("all")


class Read(HTMLParser):
    """Every element with its attributes, the text, and whether what opens is closed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text += data

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def spoken() -> str:
    turns = read_interview(load_interview())
    return " ".join(turns.loc[turns["role"] == "answer", "text"])


def parts(**changed):
    lines = concordance(spoken(), "vendeur*", window=4).head(3)
    whole = {
        "question": "Who are the sellers?",
        "corpus": {"who": "the management", "to_whom": "a journalist", "words": len(words(spoken()))},
        "choices": pd.DataFrame([("stop", "stop_words()", 274)], columns=["choice", "setting", "words"]),
        "evidence": ["Sellers come up often.", lines],
        "limits": ["One text."],
        "figures": [plot_frequencies(frequencies(words(spoken())), n=5)],
    }
    return whole | changed


def test_a_report_holds_its_five_parts_in_order_and_says_how_much_it_quotes() -> None:
    page = Read(report(**parts()))
    assert page.open == []
    places = [page.text.index(name) for name in ("Who are", "corpus", "Choices", "Evidence", "Limits")]
    assert places == sorted(places)
    assert "25 of 742 words quoted (3.4 %)" in page.text
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


@pytest.mark.parametrize("where", ["question", "corpus", "choices", "evidence", "limits", "tables"])
def test_the_whole_article_is_refused_wherever_it_is_put(where: str) -> None:
    whole = load_interview()
    lots = {
        "question": whole,
        "corpus": {"text": whole},
        "choices": pd.DataFrame({"paragraph": whole.split("\n\n")}),
        "evidence": [*sentences(whole)],
        "limits": whole,
        "tables": {str(i): pd.DataFrame({"word": words(whole)[i : i + 40]}) for i in range(0, 742, 40)},
    }
    with pytest.raises(MotamotError, match="at most 74 are allowed"):
        report(**parts(**{where: lots[where]}))


def test_quoting_is_allowed_up_to_the_limit_and_no_further() -> None:
    found = words(spoken())
    assert most_quoted(742) == 74
    fits = report(**parts(evidence=[" ".join(found[:74])]))
    assert "74 of 742 words quoted" in fits
    with pytest.raises(MotamotError, match="quotes 75 of 742 words"):
        report(**parts(evidence=[" ".join(found[:75])]))


def test_a_line_quoted_twice_counts_once_and_three_words_in_a_row_do_not_count() -> None:
    text = "Un deux trois quatre cinq six sept huit."
    assert count_quoted(["un deux trois quatre", "Un deux trois quatre !"], [text]) == (4, 8)
    assert count_quoted(["un deux trois", "deux trois quatre cinq six"], [text]) == (5, 8)
    assert count_quoted(["six sept huit, un deux trois"], [text]) == (0, 8)


def test_curly_apostrophes_and_capitals_do_not_hide_a_quotation() -> None:
    assert count_quoted(["C’EST L’AVENIR DU COMMERCE"], ["c'est l'avenir du commerce."]) == (6, 6)


def test_other_texts_may_be_the_source() -> None:
    texts = load_statements()["text"].tolist()
    lines = concordance(" ".join(texts), "client*", window=4).head(3)
    assert re.search(r" of [\d,]+ words quoted", report(**parts(evidence=["…?", lines]), text=texts))
    with pytest.raises(MotamotError, match="text= is empty"):
        report(**parts(), text=[" "])


def test_what_is_not_written_is_asked_for_and_not_saved(tmp_path: Path) -> None:
    draft = report(..., {"who": ..., "when": "2021"}, None, [..., "Seen."], [])
    text = Read(draft).text
    assert "Still to be written: question, corpus card, choices, evidence, limits." in text
    assert "A question that counting can answer" in text and "to be written" in text
    with pytest.raises(MotamotError, match=r"was not saved\. Still to be written: question, corpus"):
        report(..., {"who": ...}, None, [...], [], file="draft")
    assert list(tmp_path.iterdir()) == []


def test_a_report_without_a_line_of_the_text_is_not_saved() -> None:
    with pytest.raises(MotamotError, match="No line of the text is quoted"):
        report(**parts(evidence=["Sellers come up often."]), file="report")


@pytest.mark.parametrize("found", ["Anne Le Goff", "anne@exemple.fr", "06 12 34 56 78"])
def test_people_are_looked_at_before_a_report_is_saved(found: str, tmp_path: Path) -> None:
    named = parts(limits=[f"To be asked: {found}."])
    assert found in Read(report(**named)).text.partition("Limits")[0]
    with pytest.raises(MotamotError, match=re.escape(found)):
        report(**named, file="report")
    assert list(tmp_path.iterdir()) == []
    saved = report(**named, file="report", looked_at=[found])
    assert f"looked at and left: {found}" in saved
    assert (tmp_path / "report.html").read_text(encoding="utf-8") == saved


def test_what_may_stay_is_written_so_that_it_can_be_copied() -> None:
    named = parts(corpus={"who": "la direction France d'AliExpress, selon Mme LaRoche"})
    with pytest.raises(MotamotError, match='finds: "France d\'AliExpress", "Mme LaRoche"') as refused:
        report(**named, file="report")
    found = re.findall(r'"(.*?)"', str(refused.value))
    assert repr(report(**named, file="report", looked_at=found)).startswith("Saved as report.html")


def test_one_figure_and_one_find_need_no_list() -> None:
    bars = plot_frequencies(frequencies(["prix", "Anne Roche"]))
    assert report(**parts(figures=bars)) == report(**parts(figures=[bars]))
    saved = report(**parts(figures=bars), file="report", looked_at="Anne Roche")
    assert "looked at and left: Anne Roche." in saved


def test_names_in_lines_and_figures_are_found_as_well() -> None:
    raw = (FIXTURES / "librairies.txt").read_text(encoding="utf-8")
    lines = concordance(raw, "Librairies", window=4).head(2)
    with pytest.raises(MotamotError, match="Librairies Montclar"):
        report(**parts(evidence=[lines]), text=raw, file="report")
    bars = plot_frequencies(frequencies(["Anne Roche", "prix"]))
    with pytest.raises(MotamotError, match="Anne Roche"):
        report(**parts(figures=[bars]), file="report")


def test_no_file_is_overwritten(tmp_path: Path) -> None:
    first = tmp_path / "report.html"
    first.write_text("mine", encoding="utf-8")
    one = report(**parts(), file="report")
    again = report(**parts(), file=tmp_path / "report.html")
    other = report(**parts(limits=["Other limits."]), file="report.html")
    assert first.read_text(encoding="utf-8") == "mine"
    assert [repr(page)[:23] for page in (one, again, other)] == [
        "Saved as report-2.html,",
        "Saved as report-2.html,",
        "Saved as report-3.html,",
    ]
    assert sorted(file.name for file in tmp_path.iterdir()) == [
        "report-2.html",
        "report-3.html",
        "report.html",
    ]


def test_a_place_that_cannot_be_written_is_named() -> None:
    with pytest.raises(MotamotError, match=r"there\.html could not be written: there is no folder no_folder"):
        report(**parts(), file=Path("no_folder") / "there")


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


LESSON = Path(__file__).parent.parent / "lessons" / "05_your_text" / "lesson.py"
FILLED = {
    "question = ...": 'question = "Qui lit dans les petites villes ?"',
    '"who": ...': '"who": "Anne-Sophie de La Tour et un autre dirigeant"',
    '"to_whom": ...': '"to_whom": "un journal"',
    '"when": ...': '"when": "au printemps"',
    '"why": ...': '"why": "annoncer des ouvertures"',
    '"written_by": ...': '"written_by": "la rédaction"',
    "sentence = ...": 'sentence = "Le mot désigne une boutique et un projet."',
    "limits = [..., ..., ...]": 'limits = ["Un seul entretien.", "Des mots.", "Peu de lignes."]',
}


def test_the_lesson_filled_in_by_a_learner_saves_the_page_once_people_are_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("MOTAMOT_TEXT")
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "mine.txt").write_bytes((FIXTURES / "librairies.txt").read_bytes())
    (tmp_path / "motamot.toml").write_text('[text]\ninterview = "texts/mine.txt"\n', encoding="utf-8")
    code = "\n\n".join(cell.text for cell in read_source(LESSON) if cell.kind == "code")
    for empty, written in FILLED.items():
        assert code.count(empty) == 1
        code = code.replace(empty, written)
    exec(compile(code, "lesson", "exec"), {})
    assert 'Look at these finds: "Anne-Sophie de La Tour"' in capsys.readouterr().out
    assert not (tmp_path / "report.html").exists()
    found = 'looked_at = ["Anne-Sophie de La Tour"]'
    exec(compile(code.replace("looked_at = []", found), "lesson", "exec"), {})
    assert "Saved as report.html" in capsys.readouterr().out
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "librairie" in page and "to be written" not in page
    assert sorted(file.name for file in tmp_path.iterdir()) == ["motamot.toml", "report.html", "texts"]
