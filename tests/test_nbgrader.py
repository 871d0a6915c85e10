"""The exercises in nbgrader as it is installed: assignment made, hand-ins graded, marks exported."""

from __future__ import annotations

import csv
import json
import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import nbgrader.api
import nbgrader_course as course
import pytest
from nbgrader.apps import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from nbgrader.plugins.export import CsvExportPlugin
from nbgrader.validator import Validator
from traitlets.config import Config

UNIT = "01_cleaning"
UNITS = sorted(path.stem for path in (course.ROOT / "exercises" / "fr").glob("*.ipynb"))
WRONG = ("01-nbsp_count", "01-answer_words")
STUDENTS = ("empty", "right", "wrong")


def wrong_code() -> dict[str, str]:
    """Return the solution with two answers replaced by wrong ones, a number too few and a text."""
    code = course.solution_code(UNIT)
    for name, answer in zip(WRONG, ("0", "'many'"), strict=True):
        variable = name.partition("-")[2]
        (cell,) = [one for one, text in code.items() if f"\n{variable} = " in f"\n{text}"]
        code[cell] += f"\n{variable} = {answer}"
    return code


@pytest.fixture(scope="module", autouse=True)
def own_programs() -> Iterator[None]:
    """nbgrader calls alembic by its name, which an environment that is not active does not have."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]))
        # Asked anew at each opening of a gradebook, the same answer takes seconds.
        patch.setattr(nbgrader.api, "get_alembic_version", cache(nbgrader.api.get_alembic_version))
        yield


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course in which all of it was done through nbgrader's interface, the marks in grades.csv."""
    root = tmp_path_factory.mktemp("nbgrader")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        patch.setenv("MOTAMOT_TEXT", "kit")
        config = Config({"CourseDirectory": {"root": str(root), "course_id": "motamot"}})
        api = NbGraderAPI(CourseDirectory(config=config), config=config)
        course.write(root / "source" / UNIT / f"{UNIT}.ipynb", course.exercise(UNIT))
        succeeded(api.generate_assignment(UNIT))
        code = {"empty": course.EMPTY, "right": course.solution_code(UNIT), "wrong": wrong_code()}
        for student in STUDENTS:
            name = root / "submitted" / student / UNIT / f"{UNIT}.ipynb"
            course.write(name, course.handed_in(UNIT, code[student]))
            succeeded(api.autograde(UNIT, student))
        with api.gradebook as gradebook:
            CsvExportPlugin(to=str(root / "grades.csv")).export(gradebook)
    return root


def succeeded(done: dict[str, Any]) -> None:
    assert done["success"], done.get("error") or done.get("log")


def marks(root: Path) -> dict[str, tuple[float, float]]:
    with (root / "grades.csv").open(encoding="utf-8") as file:
        return {
            row["student_id"]: (float(row["score"]), float(row["max_score"])) for row in csv.DictReader(file)
        }


def test_right_wrong_and_empty_earn_what_they_should(graded: Path) -> None:
    points = course.points(course.exercise(UNIT))
    total = sum(points.values())
    assert total > len(WRONG)
    assert marks(graded) == {
        "empty": (0.0, total),
        "right": (total, total),
        "wrong": (total - sum(points[name] for name in WRONG), total),
    }


def test_the_release_version_is_the_exercise_itself(graded: Path) -> None:
    released = (graded / "release" / UNIT / f"{UNIT}.ipynb").read_text("utf-8")
    sources = [("".join(cell["source"])) for cell in course.exercise(UNIT)["cells"]]
    assert ["".join(cell["source"]) for cell in json.loads(released)["cells"]] == sources


@pytest.mark.parametrize("unit", UNITS)
def test_every_exercise_is_an_assignment_without_a_complaint(
    unit: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    config = Config({"CourseDirectory": {"root": str(tmp_path), "course_id": "motamot"}})
    api = NbGraderAPI(CourseDirectory(config=config), config=config)
    for language in ("en", "fr"):
        course.write(tmp_path / "source" / unit / f"{language}.ipynb", course.exercise(unit, language))
    succeeded(api.generate_assignment(unit))
    points = course.points(course.exercise(unit))
    with api.gradebook as gradebook:
        assignment = gradebook.find_assignment(unit)
        assert {one.name: one.max_score for one in assignment.notebooks} == {
            "en": sum(points.values()), "fr": sum(points.values()),
        }  # fmt: skip


def test_its_validator_names_the_wrong_answers_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MOTAMOT_TEXT", "kit")
    course.write(tmp_path / "wrong.ipynb", course.handed_in(UNIT, wrong_code()))
    found = Validator().validate(str(tmp_path / "wrong.ipynb"))
    failed = [one["source"].strip() for one in found["failed"]]
    assert [one.partition('"')[2].partition('"')[0].replace(".", "-") for one in failed] == list(WRONG)
