"""What misled an instructor with forty hand-ins on a Sunday evening."""

import csv
import io
from pathlib import Path

import pytest
from graded_class import COURSE, class_of_five, graded, right

from motamot.course.grading.command import write_reports
from motamot.course.grading.reports_charts import stacked
from motamot.course.grading.results import Mark
from motamot.course.grading.store import Row, Store
from motamot.course.grading.submissions_findings import Finding
from motamot.course.grading.submissions_groups import group_of
from motamot.course.grading.submissions_layouts import Owner


def put(
    store: Store, name: str, unit: str, *marks: Mark, number: str = "", findings: tuple[str, ...] = ()
) -> None:
    owner = Owner(f"{name}_{number}" if number else name, name, number)
    row = Row(
        owner,
        unit,
        f"{unit}.ipynb" if unit else "",
        owner.key if marks else "",
        tuple(map(Finding, findings)),
    )
    store.put_student("in", owner, [row])
    if marks:
        store.put_result(row, graded(marks[0], marks[1]))


def comments(folder: Path) -> dict[str, str]:
    text = (folder / "moodle.csv").read_text(encoding="utf-8-sig")
    return {row["Nom complet"]: row["Feedback par commentaires"] for row in csv.DictReader(io.StringIO(text))}


def page(folder: Path, name: str) -> str:
    (path,) = (folder / "feedback").glob(f"{name}*.html")
    return path.read_text(encoding="utf-8")


def test_names_are_in_the_order_of_the_alphabet_whatever_their_accents(tmp_path: Path) -> None:
    with Store(tmp_path / "out") as store:
        for name in ("Zoé", "Émile", "Arthur", "Aïcha", "eva"):
            put(store, name, "01_cleaning", right(), right("01.voices", 2))
        assert [row.owner.name for row, _ in store.rows()] == ["Aïcha", "Arthur", "Émile", "eva", "Zoé"]


def test_a_hand_in_without_a_notebook_has_a_comment_with_a_subject_and_a_page_without_an_account(
    tmp_path: Path,
) -> None:
    with Store(tmp_path / "out") as store:
        put(store, "Lucas", "", findings=("nothing",))
        write_reports(store, COURSE, store.folder, "fr")
        assert comments(store.folder)["Lucas"].startswith("Ce qui a été remis :")
        assert "Il a aussi été exécuté" not in page(store.folder, "Lucas")


def test_nobody_is_told_that_a_unit_that_was_not_handed_in_is_no_zero(tmp_path: Path) -> None:
    for store in class_of_five(tmp_path):
        write_reports(store, COURSE, store.folder, "fr")
        text = page(store.folder, "Zoé")
        assert "Rien n’a été remis pour cette unité." in text and "ce n’est pas un zéro" not in text


def test_a_unit_that_hardly_anybody_handed_in_is_named_with_the_file_to_upload(tmp_path: Path) -> None:
    with Store(tmp_path / "out") as store:
        for number in range(5):
            put(store, f"n{number}", "01_cleaning", right(), right("01.voices", 2))
        write_reports(store, COURSE, store.folder, "en")
        assert "moodle_01_cleaning.csv" not in (store.folder / "class.html").read_text(encoding="utf-8")
        put(store, "Yasmine", "02_themes", right(), right("01.voices", 2))
        write_reports(store, COURSE, store.folder, "en")
        text = (store.folder / "class.html").read_text(encoding="utf-8")
        assert "02_themes was handed in by 1 of 6 (Yasmine)" in text and "moodle_01_cleaning.csv" in text


def test_people_of_one_name_are_told_apart_and_variants_not_compared_are_counted(tmp_path: Path) -> None:
    with Store(tmp_path / "out") as store:
        put(
            store,
            "Camille Martin",
            "01_cleaning",
            right(),
            right("01.voices", 2),
            number="7",
            findings=("blank",),
        )
        put(store, "Camille Martin", "01_cleaning", right(), right("01.voices", 2), number="8")
        row = Row(Owner("Max", "Max"), "01_cleaning", "m", "m", (Finding("no_group", {"student": "Max"}),))
        store.put_student("in", row.owner, [row])
        write_reports(store, COURSE, store.folder, "en")
        text = (store.folder / "class.html").read_text(encoding="utf-8")
        assert "Camille Martin_7" in text and "Camille Martin_8" not in text
        assert "Notebooks whose variant was not compared: 1" in text


@pytest.mark.parametrize(
    ("name", "group"), [("TD 1-Zoé Petit", "TD 1"), ("TD 2-Zoé Petit", ""), ("Zoé Petit", "TD 1")]
)
def test_the_team_that_moodle_writes_before_a_name_is_known(name: str, group: str) -> None:
    assert group_of(Owner(f"{name}_12", name, "12"), {"zoe petit": "TD 1"}) == group


def test_the_key_of_a_chart_is_hatched_as_its_bars_are() -> None:
    assert (
        str(stacked([("a", {"error": 1})], {"error": "stopped"}, "one", "text")).count("url(#one-hatch)") == 2
    )
