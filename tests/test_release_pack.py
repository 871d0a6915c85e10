"""The instructor pack does what it is for: what it holds grades a class, without the repository's own questions."""

import csv
import os
import subprocess
import sys
from pathlib import Path

import pytest
from release_files import ROOT
from robots.learners import answers_of, exercise, save, work

from motamot.course.release.command import Options, release

GRADED = ("01_cleaning", "04a_two_texts")


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return release(ROOT, Options(GRADED, tmp_path_factory.mktemp("mine") / "pack", "fr", instructor=True))


def grade(submissions: Path, out: Path, questions: Path) -> dict[tuple[str, str], tuple[str, str]]:
    words = ["grade", submissions, "--out", out, "--questions", questions, "--lang", "en"]
    done = subprocess.run(
        [sys.executable, "-c", "from motamot.cli import main; main()", *map(str, words)],
        cwd=submissions, env={**os.environ, "PYTHONUTF8": "1"},
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    with (out / "gradebook.csv").open(encoding="utf-8-sig", newline="") as file:
        return {
            (row["student"], row["unit"]): (row["status"], row["total"], row["out_of"])
            for row in csv.DictReader(file)
        }


def test_its_questions_give_solved_work_all_points_and_empty_and_wrong_work_none(
    pack: Path, tmp_path: Path
) -> None:
    points = {"01_cleaning": "13", "04a_two_texts": "15"}
    for unit in GRADED:
        wrong = {name: f"{name.partition('.')[2]} = 0" for name in answers_of(unit)}
        hands = {"Solved": work(unit), "Empty": exercise(unit), "Wrong": work(unit, given=wrong)}
        for student, notebook in hands.items():
            (tmp_path / "in" / student).mkdir(parents=True, exist_ok=True)
            (tmp_path / "in" / student / f"{unit}.ipynb").write_bytes(save(notebook))
    marks = grade(tmp_path / "in", tmp_path / "out", pack / "questions")
    assert marks == {
        (student, unit): ("graded", points[unit] if student == "Solved" else "0", points[unit])
        for student in ("Solved", "Empty", "Wrong")
        for unit in GRADED
    }


def test_its_questions_and_not_the_repositorys_are_asked(pack: Path, tmp_path: Path) -> None:
    unit = GRADED[0]
    practice = pack / "questions" / unit / "practice.py"
    kept = practice.read_text(encoding="utf-8")
    (tmp_path / "in" / "Solved").mkdir(parents=True)
    (tmp_path / "in" / "Solved" / f"{unit}.ipynb").write_bytes(save(work(unit)))
    try:
        practice.write_text(kept + "\nQUESTIONS = QUESTIONS[:2]\n", encoding="utf-8")
        marks = grade(tmp_path / "in", tmp_path / "out", pack / "questions")
    finally:
        practice.write_text(kept, encoding="utf-8")
    ((status, total, out_of),) = marks.values()
    assert (status, total) == ("graded", out_of)
    assert 0 < int(out_of) < 13
