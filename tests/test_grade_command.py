"""`motamot grade` as a person calls it."""

import io
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from grading_runs import UNIT, Recorder, gradebook, recording
from robots.learners import exercise, save, work

from motamot.course.grading.command import Options, grade_submissions
from motamot.course.grading.store import FILE
from motamot.course.grading.submissions_groups import read_groups
from motamot.course.variants import create_seed
from motamot.errors import MotamotError
from motamot.workspace import prepare_folder

ROOT = Path(__file__).parent.parent


def motamot(*arguments: object) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-c", "from motamot.cli import main; main()", "grade", *map(str, arguments)],
        env={**os.environ, "PYTHONUTF8": "1", "LANG": "C.UTF-8"},
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


@pytest.fixture
def recorder(monkeypatch: pytest.MonkeyPatch) -> type[Recorder]:
    return recording(monkeypatch)


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """Return the submissions of two students, one with a file that the notebook needs."""
    for name in ("Zoé", "max"):
        (tmp_path / "in" / name).mkdir(parents=True)
        (tmp_path / "in" / name / f"{UNIT}.ipynb").write_bytes(save(work(UNIT)))
    (tmp_path / "in" / "max" / "mine.csv").write_text("a,b\n", encoding="utf-8")
    (tmp_path / "in" / "max" / "large.bin").write_bytes(bytes(2 << 20))
    return tmp_path / "in"


def test_a_moodle_download_becomes_marks_and_pages(tmp_path: Path) -> None:
    prepare_folder(tmp_path / "folder")
    worked = tmp_path / "folder" / "exercises" / "fr" / f"{UNIT}.ipynb"
    worked.write_bytes(save(work(UNIT, given={"01.nbsp_count": None})))
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in (tmp_path / "folder").rglob("*"):
            archive.write(path, f"motamot-work/{path.relative_to(tmp_path / 'folder').as_posix()}")
    with zipfile.ZipFile(tmp_path / "devoir.zip", "w") as archive:
        archive.writestr("Zoé Petit_12_assignsubmission_file_/mots (1).ipynb", save(work(UNIT, "en")))
        archive.writestr("Max Roux_13_assignsubmission_file_/travail.zip", inner.getvalue())
    done = motamot(tmp_path / "devoir.zip", "--out", tmp_path / "out", "--lang", "en")
    assert done.returncode == 0, done.stderr
    assert "is a Moodle bulk download. Students: 2. Notebooks: 2." in done.stdout
    rows = gradebook(tmp_path / "out")
    assert rows["Zoé Petit", UNIT]["total"] == "13"
    assert (rows["Max Roux", UNIT]["total"], rows["Max Roux", UNIT]["01.nbsp_count"]) == ("12", "0")
    assert rows["Max Roux", UNIT]["file"] == f"travail.zip/motamot-work/exercises/fr/{UNIT}.ipynb"
    assert sorted(path.name for path in (tmp_path / "out").iterdir() if "sqlite" not in path.name) == [
        "class.html", "feedback", "gradebook.csv", "moodle.csv", "moodle_feedback.zip",
    ]  # fmt: skip


BAD = {
    "missing": (["{top}/none", "--out", "{top}/out"], "There is no "),
    "no notebook": (["{top}/empty", "--out", "{top}/out"], "There is no notebook in"),
    "not ours": (["{top}/in", "--out", "{top}/thesis"], "holds other things"),
    "a file": (["{top}/in", "--out", "{top}/file"], "is a file"),
    "below a file": (["{top}/in", "--out", "{top}/file/out"], "cannot be written"),
    "inside": (["{top}/in", "--out", "{top}/in/out"], "where the submissions are"),
    "jobs": (["{top}/in", "--out", "{top}/out", "--jobs", "0"], "a number from 1 to 64"),
    "unit": (["{top}/in", "--out", "{top}/out", "--regrade", "99"], "There is no unit 99"),
    "student": (["{top}/in", "--out", "{top}/out", "--only", "Zoë P"], "Names like it: Zoé"),
    "seed": (["{top}/in", "--out", "{top}/out", "--seed-file", "{top}/file"], "holds no seed"),
    "groups": (["{top}/in", "--out", "{top}/out", "--groups", "{top}/file"], "needs the two columns"),
    "no seed": (["{top}/in", "--out", "{top}/out", "--variants", "student"], "with --seed-file"),
    "variants": (["{top}/in", "--out", "{top}/out", "--variants", "x"], "--variants is group or student"),
    "questions": (["{top}/in", "--out", "{top}/out", "--questions", "{top}/empty"], ""),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD)
def test_bad_input_is_told_in_a_sentence_with_status_2(tmp_path: Path, two: Path, case: str) -> None:
    for name in ("empty", "thesis"):
        (tmp_path / name).mkdir()
    (tmp_path / "thesis" / "thesis.tex").touch()
    (tmp_path / "file").write_text("hello\n", encoding="utf-8")
    if case in ("groups",):
        create_seed(tmp_path / "seed")
    arguments, said = BAD[case]
    if case == "groups":
        arguments = [*arguments, "--seed-file", "{top}/seed"]
    done = motamot(*(one.format(top=tmp_path) for one in arguments), "--lang", "en")
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert not (tmp_path / "out" / "gradebook.csv").exists()


def test_a_second_run_grades_nothing_and_changes_nothing(
    tmp_path: Path, two: Path, recorder: type[Recorder]
) -> None:
    options = Options(two, tmp_path / "out")
    assert grade_submissions(options).graded == 2
    before = {path: path.read_bytes() for path in (tmp_path / "out").rglob("*.[ch]*") if path.is_file()}
    tally = grade_submissions(options)
    assert (tally.graded, tally.kept) == (0, 2)
    assert {path: path.read_bytes() for path in before} == before
    assert len(recorder.seeds) == 1


def test_changed_code_is_graded_again_and_a_changed_output_is_not(
    tmp_path: Path, two: Path, recorder: type[Recorder]
) -> None:
    options = Options(two, tmp_path / "out")
    grade_submissions(options)
    notebook = work(UNIT)
    notebook["cells"][1]["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "hello"}]
    (two / "Zoé" / f"{UNIT}.ipynb").write_bytes(save(notebook))
    assert grade_submissions(options).graded == 0
    (two / "Zoé" / f"{UNIT}.ipynb").write_bytes(save(work(UNIT, given={"01.claim": 'claim = "a"'})))
    assert grade_submissions(options).graded == 1
    (two / "max" / "mine.csv").write_text("c,d\n", encoding="utf-8")
    assert grade_submissions(options).graded == 1


def test_only_one_student_is_graded_and_the_others_stay(
    tmp_path: Path, two: Path, recorder: type[Recorder]
) -> None:
    assert grade_submissions(Options(two, tmp_path / "out", only="zoe")).graded == 1
    assert set(gradebook(tmp_path / "out")) == {("Zoé", UNIT)}
    assert grade_submissions(Options(two, tmp_path / "out")).graded == 1
    assert grade_submissions(Options(two, tmp_path / "out", only="max", regrade=("01",))).graded == 1
    assert set(gradebook(tmp_path / "out")) == {("Zoé", UNIT), ("max", UNIT)}


@pytest.mark.parametrize("judge", ["def inputs(:", "raise SystemExit(3)", "def inputs(rng): return 1 / 0"])
def test_hidden_inputs_that_cannot_be_had_are_told_with_their_unit(
    tmp_path: Path, two: Path, judge: str
) -> None:
    own = tmp_path / "own" / UNIT
    own.mkdir(parents=True)
    (own / "practice.py").write_bytes((ROOT / "lessons" / UNIT / "practice.py").read_bytes())
    (own / "judge.py").write_text(f"{judge}\n", encoding="utf-8")
    with pytest.raises(MotamotError, match=rf"The questions in .*own.{UNIT} cannot be read \("):
        grade_submissions(Options(two, tmp_path / "out", questions=tmp_path / "own"))


def test_a_list_of_groups_whose_quotation_mark_never_ends_is_told(tmp_path: Path) -> None:
    (tmp_path / "groups.csv").write_text('student,group\n"' + "Zoé,A\n" * 30_000, encoding="utf-8")
    with pytest.raises(MotamotError, match=r"groups\.csv cannot be read \(field larger"):
        read_groups(tmp_path / "groups.csv")


def test_a_whole_name_means_one_of_several_like_it(
    tmp_path: Path, two: Path, recorder: type[Recorder]
) -> None:
    (two / "zoé").mkdir()
    (two / "zoé" / f"{UNIT}.ipynb").write_bytes(save(work(UNIT)))
    grade_submissions(Options(two, tmp_path / "out", only="zoé"))
    assert set(gradebook(tmp_path / "out")) == {("zoé", UNIT)}
    with pytest.raises(MotamotError, match="may be several people: Zoé, zoé"):
        grade_submissions(Options(two, tmp_path / "out", only="zoe"))


def test_a_gradebook_open_elsewhere_is_named_and_the_marks_are_kept(
    tmp_path: Path, two: Path, recorder: type[Recorder]
) -> None:
    # As on Windows, where a spreadsheet lets nobody else write.
    (tmp_path / "out" / "gradebook.csv").mkdir(parents=True)
    (tmp_path / "out" / "grading.sqlite").touch()
    options = Options(two, tmp_path / "out")
    with pytest.raises(MotamotError, match=r"out.gradebook\.csv cannot be written .* all marks are kept"):
        grade_submissions(options)
    (tmp_path / "out" / "gradebook.csv").rmdir()
    assert grade_submissions(options).kept == 2


def test_a_unit_is_graded_again_on_request(tmp_path: Path, two: Path, recorder: type[Recorder]) -> None:
    grade_submissions(Options(two, tmp_path / "out"))
    said: list[str] = []
    tally = grade_submissions(Options(two, tmp_path / "out", regrade=(UNIT,)), said.append)
    assert (tally.graded, tally.kept) == (2, 0)
    assert f"Results of {UNIT} that were dropped and are found again: 2." in said


def test_files_beside_the_notebook_come_along_if_they_are_small(
    tmp_path: Path, two: Path, recorder: type[Recorder]
) -> None:
    grade_submissions(Options(two, tmp_path / "out"))
    assert {"mine.csv": b"a,b\n"} in [files for *_, files in recorder.calls]
    assert "too many to be taken along: 1." in gradebook(tmp_path / "out")["max", UNIT]["remarks"]


def test_a_fault_of_the_grader_stops_nothing_and_is_tried_again(
    tmp_path: Path, two: Path, recorder: type[Recorder]
) -> None:
    recorder.fails = 1
    options = Options(two, tmp_path / "out", jobs=1)
    grade_submissions(options)
    statuses = {student: row["status"] for (student, _), row in gradebook(tmp_path / "out").items()}
    assert statuses == {"Zoé": "failed", "max": "graded"}
    row = gradebook(tmp_path / "out")["Zoé", UNIT]
    assert row["total"] == ""
    assert "a fault of the grader" in row["remarks"]
    assert grade_submissions(options).graded == 1
    assert gradebook(tmp_path / "out")["Zoé", UNIT]["status"] == "graded"


def test_other_questions_are_other_marks(tmp_path: Path, two: Path, recorder: type[Recorder]) -> None:
    own = tmp_path / "own" / UNIT
    own.mkdir(parents=True)
    practice = (ROOT / "lessons" / UNIT / "practice.py").read_text(encoding="utf-8")
    (own / "practice.py").write_text(practice, encoding="utf-8")
    options = Options(two, tmp_path / "out", questions=tmp_path / "own")
    assert grade_submissions(options).graded == 2
    assert grade_submissions(options).graded == 0
    (own / "practice.py").write_text(practice + "\n", encoding="utf-8")
    assert grade_submissions(options).graded == 2
    (own / "practice.py").write_text("QUESTIONS = 1 / 0\n", encoding="utf-8")
    with pytest.raises(MotamotError, match="ZeroDivisionError"):
        grade_submissions(options)
    (own / "practice.py").write_text("raise SystemExit(3)\n", encoding="utf-8")
    with pytest.raises(MotamotError, match=rf"{UNIT}/practice.py does not run \(SystemExit: 3\)"):
        grade_submissions(options)


def test_the_seed_is_in_no_report(tmp_path: Path, two: Path, recorder: type[Recorder]) -> None:
    seed = create_seed(tmp_path / "seed")
    grade_submissions(Options(two, tmp_path / "out", seed_file=seed))
    text = seed.read_text(encoding="ascii").strip()
    for path in (tmp_path / "out").rglob("*"):
        if path.is_file():
            assert text.encode() not in path.read_bytes()
            assert bytes.fromhex(text) not in path.read_bytes()
    (hidden,) = recorder.seeds
    assert hidden != bytes.fromhex(text)
    assert (tmp_path / "out" / FILE).is_file()


def test_interrupted_it_says_how_to_go_on(tmp_path: Path, two: Path) -> None:
    code = f"""
from motamot.course.grading import command
class Interrupted(command.Grader):
    def grade(self, *rest, **more):
        raise KeyboardInterrupt
command.Grader = Interrupted
import sys
sys.argv = ["motamot", "grade", {str(two)!r}, "--out", {str(tmp_path / "out")!r}, "--lang", "fr"]
from motamot.cli import main
main()
"""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 130
    assert "relancez la même commande pour continuer" in done.stdout
    assert "Traceback" not in done.stderr


def test_the_page_on_grading_names_every_option_and_no_other() -> None:
    page = (ROOT / "docs" / "grading.md").read_text(encoding="utf-8")
    help_ = motamot("--help").stdout
    known = set(re.findall(r"--[a-z][a-z-]+", help_)) - {"--help"}
    assert known
    assert set(re.findall(r"(?<![-\w])--[a-z][a-z-]+", page)) == known


def test_a_blank_exercise_has_no_points_and_says_why(tmp_path: Path, recorder: type[Recorder]) -> None:
    (tmp_path / "in" / "zoe").mkdir(parents=True)
    (tmp_path / "in" / "zoe" / f"{UNIT}.ipynb").write_bytes(save(exercise(UNIT)))
    grade_submissions(Options(tmp_path / "in", tmp_path / "out"))
    assert "holds no answers" in gradebook(tmp_path / "out")["zoe", UNIT]["remarks"]
