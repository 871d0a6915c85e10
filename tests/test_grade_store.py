"""The store: killed at any moment it loses and repeats nothing, and one run at a time has it."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from robots.learners import hand_in_class

from motamot.course.grading.command import Options, grade_submissions
from motamot.course.grading.results import Graded, Mark
from motamot.course.grading.store import FILE, Row, Store
from motamot.course.grading.store_seed import seed_for
from motamot.course.grading.submissions_findings import Finding
from motamot.course.grading.submissions_layouts import Owner
from motamot.course.variants import create_seed
from motamot.errors import MotamotError

ZOE, MAX = Owner("Zoé_1", "Zoé", "1"), Owner("max", "max")
SAID = {"en": "Right.", "fr": "Juste."}
KILLS = 4


def result(points: float = 1, status: str = "graded") -> Graded:
    mark = Mark("01.claim", "right" if points else "wrong", points, 1, "'b'", SAID)
    return Graded("01_cleaning", status, SAID, (mark,), True, seconds=1.5)


# Says each result as soon as it is kept, so that a test knows when to kill.
TELLING = """
from motamot.course.grading.store import Store
keep = Store.put_result
def told(self, row, graded):
    keep(self, row, graded)
    print("kept", flush=True)
Store.put_result = told
from motamot.cli import main
main()
"""


def start(*arguments: object) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", TELLING, "grade", *map(str, arguments)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
        start_new_session=True, env={**os.environ, "PYTHONUTF8": "1"},
    )  # fmt: skip


def reports(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith("grading.sqlite")
    }


def test_rows_and_results_come_back_as_they_were_put(tmp_path: Path) -> None:
    row = Row(ZOE, "01_cleaning", "mots (1).ipynb", "k", (Finding("attempts", {"n": 2}),), "fr", "A")
    lost = Row(ZOE, "", "x.ipynb", "", (Finding("unknown_unit", {"file": "x.ipynb"}),))
    with Store(tmp_path / "out") as store:
        store.put_student("here", ZOE, [row, lost])
        store.put_result(row, result())
    with Store(tmp_path / "out") as store:
        assert store.has_result("k")
        (first, no_result), (second, graded) = store.rows()
    assert (first, no_result) == (lost, None)
    assert second == row
    assert graded is not None
    assert graded.marks == result().marks
    assert graded.seconds == 0


def test_a_failure_of_the_grader_is_no_settled_result(tmp_path: Path) -> None:
    row = Row(MAX, "01_cleaning", "a.ipynb", "k")
    with Store(tmp_path / "out") as store:
        store.put_result(row, result(0, "failed"))
        assert not store.has_result("k")
        store.put_result(row, result())
        assert store.has_result("k")


def test_a_mark_from_outside_the_sandbox_does_not_do_where_one_is_required(tmp_path: Path) -> None:
    row = Row(MAX, "01_cleaning", "a.ipynb", "k")
    with Store(tmp_path / "out") as store:
        store.put_result(row, replace(result(), sandboxed=False))
        assert store.has_result("k")
        assert not store.has_result("k", sandboxed=True)
        store.put_result(row, result())
        assert store.has_result("k", sandboxed=True)


def test_another_source_adds_and_the_same_source_replaces(tmp_path: Path) -> None:
    with Store(tmp_path / "out") as store:
        store.put_student("monday.zip", ZOE, [Row(ZOE, "01_cleaning", "a.ipynb", "k1")])
        store.put_student("monday.zip", MAX, [Row(MAX, "01_cleaning", "a.ipynb", "k2")])
        store.put_student("late.zip", ZOE, [Row(ZOE, "02_themes", "b.ipynb", "k3")])
        assert [row.key for row, _ in store.rows()] == ["k2", "k1", "k3"]
        store.put_student("monday.zip", ZOE, [])
        store.forget_others("monday.zip", [ZOE.key])
        assert [row.key for row, _ in store.rows()] == ["k3"]


def test_results_of_a_unit_are_dropped_for_all_or_for_one(tmp_path: Path) -> None:
    with Store(tmp_path / "out") as store:
        for owner in (ZOE, MAX):
            store.put_result(Row(owner, "01_cleaning", "a.ipynb", owner.key), result())
        assert store.forget_results(["01_cleaning"], MAX.key) == 1
        assert store.has_result(ZOE.key)
        assert store.forget_results(["02_themes"]) == 0
        assert store.forget_results(["01_cleaning"]) == 1


def test_a_second_run_in_the_same_folder_is_refused(tmp_path: Path) -> None:
    with Store(tmp_path / "out"), pytest.raises(MotamotError, match="Another run of motamot grade"):
        Store(tmp_path / "out")
    Store(tmp_path / "out").__exit__(None, None, None)


def test_only_its_owner_can_read_the_store(tmp_path: Path) -> None:
    with Store(tmp_path / "out"):
        assert (tmp_path / "out" / FILE).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("content", [b"hello", b"SQLite format 3\x00" + b"\xff" * 4000])
def test_a_store_that_is_none_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    with pytest.raises(MotamotError, match="is not a store of motamot grade"):
        Store(tmp_path)


def test_a_store_that_breaks_later_is_told(tmp_path: Path) -> None:
    with pytest.raises(MotamotError, match="or is damaged: give another folder"), Store(tmp_path):
        raise sqlite3.DatabaseError("database disk image is malformed")


def test_a_folder_of_other_things_is_refused(tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").touch()
    with pytest.raises(MotamotError, match="holds other things"):
        Store(tmp_path)
    with pytest.raises(MotamotError, match="is a file"):
        Store(tmp_path / "thesis.docx")


def test_the_seed_stays_the_same_and_marks_of_two_seeds_are_not_mixed(tmp_path: Path) -> None:
    first, second = (create_seed(tmp_path / f"seed{number}") for number in (1, 2))
    with Store(tmp_path / "drawn") as store:
        drawn = seed_for(store, None, tmp_path / "in")
        assert seed_for(store, None, tmp_path / "in") == drawn
        with pytest.raises(MotamotError, match="another seed"):
            seed_for(store, first, tmp_path / "in")
    with Store(tmp_path / "given") as store:
        given = seed_for(store, first, tmp_path / "in")
        assert given.hidden != drawn.hidden
        assert store.about("seed") == ""
        for file, said in ((second, "another seed"), (None, "give it again with --seed-file")):
            with pytest.raises(MotamotError, match=said):
                seed_for(store, file, tmp_path / "in")
        with pytest.raises(MotamotError, match="among the submissions"):
            seed_for(store, first, tmp_path)


def test_killed_again_and_again_it_ends_with_the_same_bytes_and_grades_nothing_twice(tmp_path: Path) -> None:
    notebooks = hand_in_class(tmp_path / "in", 16, ["01_cleaning"])
    seed = create_seed(tmp_path / "seed")
    grade_submissions(Options(tmp_path / "in", tmp_path / "undisturbed", seed_file=seed, jobs=2))
    arguments = (
        tmp_path / "in",
        "--out",
        tmp_path / "killed",
        "--seed-file",
        seed,
        "--lang",
        "en",
        "--jobs",
        2,
    )
    rng = random.Random(11)
    done = [0]
    for _ in range(KILLS):
        process = start(*arguments)
        assert process.stdout is not None
        if "kept\n" not in iter(process.stdout.readline, ""):
            raise AssertionError(process.communicate()[1])
        time.sleep(rng.random() * 0.3)
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        done.append(results_in(tmp_path / "killed" / FILE))
    assert done == sorted(done)
    assert 0 < done[-1] < notebooks
    out, errors = start(*arguments).communicate()
    assert f"Graded: {notebooks - done[-1]}. Graded before: {done[-1]}." in out, errors
    assert out.count("kept\n") == notebooks - done[-1]
    expected, found = reports(tmp_path / "undisturbed"), reports(tmp_path / "killed")
    assert "gradebook.csv" in expected
    assert found == expected


def results_in(store: Path) -> int:
    with closing(sqlite3.connect(store)) as base:
        return int(base.execute("SELECT count(*) FROM results").fetchone()[0])
