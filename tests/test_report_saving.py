"""A report is saved only when it is complete, and people in it were looked at; nothing is overwritten."""

from __future__ import annotations

import re
from pathlib import Path

import matplotlib

matplotlib.use("agg")
import pytest
from report_pages import Read, kit_in_use, parts

from motamot import (
    MotamotError,
    concordance,
    frequencies,
    plot_frequencies,
    report,
)
from motamot.course.source import read_source

FIXTURES = Path(__file__).parent / "fixtures" / "interviews"


@pytest.fixture(autouse=True)
def kit(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    kit_in_use(monkeypatch, tmp_path)


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
