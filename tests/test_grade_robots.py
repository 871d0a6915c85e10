"""Learners change and save their notebooks in many ways; the marks are those of the plain notebook."""

import random
from collections.abc import Iterable
from pathlib import Path

import pytest
from robots.learners import ROBOTS, hand_in, units, work, work_badly

from motamot.course.grading.command import Options, grade_submissions
from motamot.course.grading.gradebook_lines import Line, students
from motamot.course.grading.store import Store

# Code in one cell stops at its first error, wherever that is: what comes after it is not run, and the page says so.
ALL_OR_NOTHING = ("merges",)


# All robots do the first unit, a few do the others.
SOME = ("plain", "duplicates", "splits", "merges", "reorders", "no metadata", "windows")


def grade_robots(
    top: Path, unit: str, kinds: dict[str, dict[str, object]], robots: Iterable[str] = ROBOTS
) -> dict[tuple[str, str], Line]:
    for kind, notebook in kinds.items():
        for robot in robots:
            hand_in(top / "in" / f"{kind} – {robot}", robot, unit, notebook)
    grade_submissions(Options(top / "in", top / "out"))
    with Store(top / "out") as store:
        lines = [one[0] for one in students(store)]
    found = {}
    for line in lines:
        kind, robot = line.row.owner.key.split(" – ")
        found[kind, robot] = line
    return found


@pytest.mark.parametrize("unit", units())
def test_every_robot_has_the_marks_of_the_plain_notebook(tmp_path: Path, unit: str) -> None:
    rng = random.Random(5)
    kinds = {"right": work(unit), "mixed": work_badly(unit, rng, "en")}
    robots = ROBOTS if unit == units()[0] else SOME
    lines = grade_robots(tmp_path, unit, kinds, robots)
    for kind in kinds:
        plain = {mark.question: mark.points for mark in lines[kind, "plain"].marks}
        assert plain
        for robot in robots:
            line = lines[kind, robot]
            assert line.row.unit == unit
            marks = {mark.question: mark.points for mark in line.marks}
            if kind == "mixed" and robot in ALL_OR_NOTHING and marks != plain:
                assert any(mark.state == "error" for mark in line.marks)
                assert line.remarks("en")
                continue
            assert marks == plain, (kind, robot, line.remarks("en"))
    right = lines["right", "plain"]
    assert right.points == right.out_of
    assert lines["mixed", "plain"].points < right.points


def test_what_robots_did_is_said(tmp_path: Path) -> None:
    lines = grade_robots(tmp_path, "01_cleaning", {"right": work("01_cleaning")})
    said = {robot: " ".join(line.remarks("fr")) for (_, robot), line in lines.items()}
    assert said["plain"] == ""
    assert "reconnue à ses questions" in said["renames"]
    assert "figurent plusieurs fois" in said["duplicates"]
    assert "fins de ligne" in said["windows"]
    assert "ancien format 3" in said["format 3"]
    assert "!pip" in said["colab"]
    assert lines["right", "no metadata"].read_as == "renamed"
