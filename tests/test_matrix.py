"""The table of objectives, questions and wrong answers in each guide is the one its sources make."""

import shutil
from pathlib import Path

import pytest

from motamot.checks import NearMiss, Question, Text
from motamot.course.matrix import BEGIN, END, GUIDES, check_matrices, matrix, write_matrices

ROOT = Path(__file__).parent.parent
ONE = Text("one", "un")


def asked(name: str, objective: str, *misses: str) -> Question:
    ways = [NearMiss(lambda: 0, Text(text, text)) for text in misses]
    return Question(
        name, "number", lambda: 1, (ONE, ONE, ONE), near_misses=ways, objective=objective, core=True
    )


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    unit = tmp_path / "lessons" / "01_cleaning"
    unit.mkdir(parents=True)
    for name in ("lesson.py", "practice.py", *GUIDES.values()):
        shutil.copy(ROOT / "lessons" / "01_cleaning" / name, unit)
    return tmp_path


def test_the_guides_are_current() -> None:
    assert check_matrices(ROOT) == []


def test_every_guide_of_a_unit_with_questions_holds_the_table() -> None:
    units = [file.parent for file in (ROOT / "lessons").glob("*/practice.py")]
    guides = [unit / name for unit in units for name in GUIDES.values()]
    assert [str(guide) for guide in guides if BEGIN not in guide.read_text("utf-8")] == []


def test_a_changed_question_makes_the_guide_stale_until_it_is_written(repository: Path) -> None:
    assert check_matrices(repository) == []
    practice = repository / "lessons" / "01_cleaning" / "practice.py"
    practice.write_text(practice.read_text("utf-8").replace("You count ordinary blanks:", "Blanks:"), "utf-8")
    assert len(check_matrices(repository, ["01"])) == 1 and check_matrices(repository, ["02"]) == []
    assert write_matrices(repository) == ["lessons/01_cleaning/guide.md"]
    practice.write_text(
        practice.read_text("utf-8").replace("Vous comptez les espaces", "Les espaces"), "utf-8"
    )
    assert write_matrices(repository) == ["lessons/01_cleaning/guide_fr.md"]
    assert check_matrices(repository) == [] and write_matrices(repository) == []
    guide = (practice.parent / "guide.md").read_text("utf-8")
    assert "| Blanks ·" in guide and guide.count(BEGIN) == guide.count(END) == 1
    assert guide.startswith("# 01 Cleaning") and "## Rubric" in guide


def test_a_unit_without_a_lesson_has_no_objectives_to_tabulate(repository: Path) -> None:
    (repository / "lessons" / "01_cleaning" / "lesson.py").unlink()
    assert write_matrices(repository) == []


def test_the_links_of_an_objective_stay_in_the_lesson(repository: Path) -> None:
    lesson = repository / "lessons" / "01_cleaning" / "lesson.py"
    text = lesson.read_text("utf-8").replace(
        "- **O1** find", "- **O1** find [tokens](glossary.ipynb#token),", 1
    )
    lesson.write_text(text, "utf-8")
    write_matrices(repository)
    guide = lesson.with_name("guide.md").read_text("utf-8")
    assert "**O1** find tokens," in guide and "glossary.ipynb" not in guide


def test_each_objective_question_and_named_wrong_answer_has_its_place() -> None:
    objectives = {"O1": "count a|b", "O2": "doubt"}
    questions = [asked("9.b", "", "Odd."), asked("9.a", "O1", "Bad: see.", "x")]
    assert matrix(objectives, questions, "fr").splitlines()[2] == (
        "| **O1** count a\\|b | `9.a` | nombre | 1, essentielle | Bad · x |"
    )
    table = matrix(objectives, questions, "en")
    assert table.splitlines()[2:] == [
        "| **O1** count a\\|b | `9.a` | number | 1, core | Bad · x |",
        "| **O2** doubt | none: judged in the discussion |  |  |  |",
        "|  | `9.b` | number | 1, core | Odd |",
        "",
        "2 questions, 2 points, of which 2 core.",
    ]
