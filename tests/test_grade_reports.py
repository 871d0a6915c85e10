"""Reports: what an instructor, a learner, Moodle, a spreadsheet and nbgrader get."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from graded_class import COURSE, EVIL, WRONG, class_of_five, graded, near, right

from motamot._language import message
from motamot.course.grading.command import write_reports
from motamot.course.grading.reports_statistics import UnitCount, count_unit
from motamot.course.grading.reports_student import file_name
from motamot.course.grading.results import Mark
from motamot.course.grading.store import Row, Store
from motamot.course.grading.submissions_layouts import Owner


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    yield from class_of_five(tmp_path)


class Pages(HTMLParser):
    """Collects elements and what they would fetch or run."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_a_learner_s_page_is_in_the_language_of_the_notebook(store: Store) -> None:
    write_reports(store, COURSE, store.folder, "en")
    zoe = (store.folder / "feedback" / file_name("Zoé Pétit_12")).read_text(encoding="utf-8")
    assert '<html lang="fr">' in zoe
    assert "Vous comptez aussi les questions." in zoe
    assert "1 sur 3 points" in zoe
    anna = (store.folder / "feedback" / file_name("anna_14")).read_text(encoding="utf-8")
    assert '<html lang="en">' in anna
    assert "No mark yet; this is not a zero." in anna
    assert "Hand in the .ipynb file again." in anna
    assert "run the same command again" not in anna


def test_a_learner_s_page_gives_a_hint_where_an_answer_is_wrong_and_says_what_to_do_with_doubts(
    store: Store,
) -> None:
    write_reports(store, COURSE, store.folder, "en")
    pages = {
        key: (store.folder / "feedback" / file_name(key)).read_text(encoding="utf-8")
        for key in ("Zoé Pétit_12", "max@école.fr", f"=cmd|' /C calc'!A0{EVIL}_13")
    }
    zoe, most, evil = pages.values()
    # Only Max has an answer that is wrong; a near miss says more than a hint.
    assert most.count("Hint: First hint.") == 1 and "First hint" not in evil and "Premier indice" not in zoe
    assert "Input" not in evil and "You count the questions, too." in evil
    assert "Show this page to your instructor" in most
    said = message("grade.not_sandboxed", "en")
    assert said in evil and said not in most


@pytest.mark.parametrize("language", ["en", "fr"])
def test_pages_hold_no_script_no_address_and_close_what_they_open(store: Store, language: str) -> None:
    write_reports(store, COURSE, store.folder, language)
    pages = [*sorted((store.folder / "feedback").glob("*.html")), store.folder / "class.html"]
    assert len(pages) == 5
    for path in pages:
        text = path.read_text(encoding="utf-8")
        seen = Pages(text)
        assert not {"script", "img", "link", "iframe", "a", "object"} & set(seen.tags)
        assert not [
            name for name, _ in seen.attributes if name.startswith("on") or name in ("src", "href", "style")
        ]
        assert not re.search(r"https?:|//", text.replace("<!doctype html>", ""))
        assert any(value.startswith("default-src 'none';") for _, value in seen.attributes)
        assert seen.tags.count("h1") == 1
        assert seen.tags.count("table") == seen.tags.count("caption")
    evil = (store.folder / "feedback" / file_name(f"=cmd|' /C calc'!A0{EVIL}_13")).read_text(encoding="utf-8")
    assert evil.count("&lt;script&gt;") >= 3


def test_each_cell_names_its_column_for_phones_that_show_no_heads(store: Store) -> None:
    write_reports(store, COURSE, store.folder, "fr")
    for path in [*(store.folder / "feedback").glob("*.html"), store.folder / "class.html"]:
        text = path.read_text(encoding="utf-8")
        assert "@media screen and (max-width: 40rem)" in text
        for table in re.findall(r"<table>.*?</table>", text, re.DOTALL):
            _, *columns = re.findall(r'<th scope="col"[^>]*>([^<]*)</th>', table)
            named = re.findall(r'<td[^>]* data-column="([^"]*)"', table)
            assert len(named) == table.count("<td") and named == columns * (len(named) // len(columns))


def test_charts_have_a_text_and_a_table(store: Store) -> None:
    write_reports(store, COURSE, store.folder, "fr")
    text = (store.folder / "class.html").read_text(encoding="utf-8")
    charts = re.findall(r"<svg.*?</svg>", text, re.DOTALL)
    # On paper nobody can open what is folded.
    assert "details::details-content { content-visibility: visible; }" in text[text.index("@media print") :]
    assert len(charts) == 2
    for chart in charts:
        (name,) = re.findall(r'aria-labelledby="([^"]+)"', chart)
        assert f'<title id="{name}">01_cleaning\u00a0:' in chart
        assert 'role="img"' in chart
    assert text.count("<figure>") == text.count("<details>") == 2


def test_the_next_lesson_begins_with_the_most_frequent_near_miss(store: Store) -> None:
    write_reports(store, COURSE, store.folder, "en")
    text = (store.folder / "class.html").read_text(encoding="utf-8")
    lesson = text[text.index("the first five minutes") :].partition("</ol>")[0]
    assert "01.voices: 2 of 3 learners (67%) went the same wrong way." in lesson
    assert "You count the questions, too." in lesson
    assert "then run:" in lesson
    assert "Elsewhere: <code>3 &lt; 4</code>." in lesson


def count(*marks: Mark) -> UnitCount:
    """Return what a class did, one mark a learner."""
    unit = count_unit("01_cleaning", COURSE["01_cleaning"])
    for mark in marks:
        unit.questions[mark.question].add(mark)
    return unit


def wrong(seen: str) -> Mark:
    return Mark("01.claim", "wrong", 0, 1, seen, WRONG)


def test_where_no_two_went_the_same_way_the_question_most_got_wrong_comes_first() -> None:
    unit = count(
        right(), wrong("'c'"), wrong("'a'"), wrong("'a'"), wrong("'c'"), near(), right("01.voices", 2)
    )
    assert [one.asked.name for one in unit.hardest()] == ["01.claim", "01.voices"]
    claim = unit.questions["01.claim"]
    assert unit.next_lesson() == (claim, ("wrong", ""))
    assert claim.commonest(("wrong", "")) == ("'a'", 2)


def test_near_misses_stand_before_answers_that_are_only_wrong() -> None:
    rare = replace(near(), wrong_answer="2")
    unit = count(near(), near(), rare, *[replace(near(), state="wrong", wrong_answer="")] * 3)
    voices = unit.questions["01.voices"]
    assert voices.frequent() == [(("near", "1"), 2), (("near", "2"), 1), (("wrong", ""), 3)]
    assert unit.next_lesson() == (voices, ("near", "1"))


def test_a_choice_is_talked_over_with_its_first_hint_as_the_third_may_give_it_away(store: Store) -> None:
    claim, voices = COURSE["01_cleaning"]
    write_reports(store, {**COURSE, "01_cleaning": (claim, replace(voices, talked=True))}, store.folder, "en")
    lesson = (store.folder / "class.html").read_text(encoding="utf-8").partition("</ol>")[0]
    assert "talk it over" in lesson
    assert "First hint." in lesson
    assert "Elsewhere" not in lesson


def test_what_needs_a_look_is_listed(store: Store) -> None:
    write_reports(store, COURSE, store.folder, "en")
    text = (store.folder / "class.html").read_text(encoding="utf-8")
    listed = text[text.index("Look at these yourself") :].partition("</table>")[0]
    assert "anna" in listed
    assert "calc" in listed
    assert "Zoé" not in listed
    assert "with the rights of the person who graded: 1." in text


def test_no_point_for_all_the_answers_is_listed_with_a_sentence(store: Store) -> None:
    row = Row(Owner("nil", "nil"), "01_cleaning", "a.ipynb", "nil")
    store.put_student("in", row.owner, [row])
    store.put_result(row, graded(Mark("01.claim", "wrong", 0, 1, "'a'", WRONG), near()))
    write_reports(store, COURSE, store.folder, "en")
    text = (store.folder / "class.html").read_text(encoding="utf-8")
    listed = text[text.index("Look at these yourself") :].partition("</table>")[0]
    assert "nil" in listed
    assert "no answer earned a point" in listed


def test_pages_of_students_who_left_are_removed(store: Store) -> None:
    write_reports(store, COURSE, store.folder, "en")
    store.put_student("in", Owner("anna_14", "anna", "14"), [])
    write_reports(store, COURSE, store.folder, "en")
    assert not (store.folder / "feedback" / file_name("anna_14")).exists()


def test_names_that_no_file_can_have_still_have_a_page() -> None:
    names = ["a/b", "a_b", "CON", "", "..", "x" * 300, "Élodie", "élodie"]
    files = [file_name(name) for name in names]
    assert len({name.casefold() for name in files}) == len(names)
    assert not [name for name in files if set(name) & set('/\\:*?"<>|') or len(name) > 80]
