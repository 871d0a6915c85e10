"""More attacks: by the names and bytes of what is handed in, by its variant, by what a hidden run lets out."""

import csv
import io
import json
import os
import re
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motamot.course.grading import salvage_stream
from motamot.course.grading import submissions as submissions_module
from motamot.course.grading.claimed import Run
from motamot.course.grading.command import Options, grade_submissions
from motamot.course.grading.fairness import Turns, was_starved
from motamot.course.grading.grader import Grader
from motamot.course.grading.results import Graded
from motamot.course.grading.salvage import salvage
from motamot.course.grading.sandbox.limits import Limits
from motamot.course.grading.submissions import Collection, collect
from motamot.course.grading.submissions_findings import Finding, Refused

ATTACKS = Path(__file__).parent / "fixtures" / "attacks"
HONEST = re.split(r"^# %%.*\n", (ATTACKS / "honest.ipy").read_text(encoding="utf-8"), flags=re.M)[1:]
UNIT = "90_attacks"


def notebook(*sources: str, **more: object) -> bytes:
    cells = [{"cell_type": "code", "source": one, "metadata": {}, "outputs": []} for one in sources]
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5, **more}).encode()


ANSWERED = notebook(*HONEST)


def lay_out(top: Path, files: dict[str, bytes]) -> Path:
    for name, content in files.items():
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).write_bytes(content)
    return top


def found(collection: Collection) -> dict[str, list[str]]:
    return {one.owner.key: [handed.path for handed in one.notebooks] for one in collection.students}


# --- What one student hands in decides nothing about the others -----------------------------------------------


@pytest.mark.parametrize(
    "planted",
    [
        "x_1_assignsubmission_file_/a.ipynb",
        "x_1_assignsubmission_file_.ipynb",
        "submitted/a/b/c.ipynb",
        "a/timestamp.txt",
        "exercises/fr/a.ipynb",
        ".motamot/manifest.json",
    ],
)
def test_no_folder_of_one_student_changes_whose_the_others_are(tmp_path: Path, planted: str) -> None:
    others = {f"{name}/{UNIT}.ipynb": ANSWERED for name in ("anna", "bela", "cem")}
    lay_out(tmp_path, {**others, f"mallory/{UNIT}.ipynb": ANSWERED, f"mallory/{planted}": ANSWERED})
    whose = found(collect(tmp_path))
    assert set(whose) == {"anna", "bela", "cem", "mallory"}
    assert all(whose[name] == [f"{UNIT}.ipynb"] for name in ("anna", "bela", "cem"))


def test_a_wrapped_download_with_a_file_beside_it_is_read(tmp_path: Path) -> None:
    lay_out(
        tmp_path,
        {
            f"Devoir/Zoé Petit_12_assignsubmission_file_/{UNIT}.ipynb": ANSWERED,
            f"Devoir/Max Roy_13_assignsubmission_file_/{UNIT}.ipynb": ANSWERED,
            "read me.txt": b"x",
        },
    )
    collection = collect(tmp_path)
    assert collection.layout == "moodle"
    assert {"Zoé Petit_12", "Max Roy_13"} <= set(found(collection))


def test_of_an_nbgrader_course_only_what_was_submitted_is_read(tmp_path: Path) -> None:
    lay_out(
        tmp_path,
        {
            f"submitted/zoe/{UNIT}/{UNIT}.ipynb": ANSWERED,
            f"submitted/max/{UNIT}/{UNIT}.ipynb": ANSWERED,
            f"source/{UNIT}/{UNIT}.ipynb": ANSWERED,
            f"autograded/zoe/{UNIT}/{UNIT}.ipynb": ANSWERED,
            "nbgrader_config.py": b"",
        },
    )
    assert set(found(collect(tmp_path))) == {"zoe", "max"}


def test_a_refused_file_is_never_told_of_another_student(tmp_path: Path) -> None:
    """Cut to its last signs, a long path would begin with a folder that bears somebody else's name."""
    inner = "Zoé Petit_12_assignsubmission_file_/"
    inner += "a" * (200 - len(inner) - len(".zip")) + ".zip"
    with zipfile.ZipFile(tmp_path / "class.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"Zoé Petit_12_assignsubmission_file_/{UNIT}.ipynb", ANSWERED)
        archive.writestr(f"Mallory_1_assignsubmission_file_/{inner}", bytes(1 << 20))
    students = {one.owner.key: one for one in collect(tmp_path / "class.zip").students}
    assert students["Zoé Petit_12"].findings == []
    assert [finding.code for finding in students["Mallory_1"].findings] == ["bomb"]


def test_a_refused_file_is_told_of_the_same_student_however_a_mac_writes_the_name(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "class.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"Zoe\u0301_12_assignsubmission_file_/{UNIT}.ipynb", ANSWERED)
        archive.writestr("Zoe\u0301_12_assignsubmission_file_/\x1b[31mnull.zip", bytes(1 << 20))
    (student,) = collect(tmp_path / "class.zip").students
    assert [finding.code for finding in student.findings] == ["bomb"]
    assert student.findings[0].sentence("en").isprintable()


def test_a_name_that_is_no_text_is_told_in_signs_that_every_file_holds(tmp_path: Path) -> None:
    lay_out(tmp_path, {f"anna/{UNIT}.ipynb": ANSWERED})
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/anna/\xff\x1b.ipynb")).symlink_to("/etc/passwd")
    (student,) = collect(tmp_path).students
    told = student.findings[0].sentence("fr")
    assert told.encode("utf-8") and "\x1b" not in told


def test_what_a_file_says_of_itself_is_told_in_signs_that_every_file_holds() -> None:
    finding = Finding("other_kernel", {"kernel": "\ud800\x1b[31m\u202eR"})
    assert finding.values == {"kernel": "?\ufffd[31m\ufffdR"}
    assert finding.sentence("en").encode("utf-8")
    assert Finding.from_json(json.loads(json.dumps(finding.to_json()))) == finding


def test_a_date_beyond_all_calendars_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay_out(tmp_path, {f"anna/{UNIT}.ipynb": ANSWERED, f"bela/{UNIT}.ipynb": ANSWERED})
    real = Path.stat

    def stat(path: Path, **more: bool) -> os.stat_result:
        values = list(real(path, **more))
        # Some file systems keep times of 64 bits; the one of this test may not.
        values[8] = 10**13 if path.parent.name == "anna" else values[8]
        return os.stat_result(values)

    monkeypatch.setattr(Path, "stat", stat)
    collection = collect(tmp_path)
    assert found(collection) == {"anna": [f"{UNIT}.ipynb"], "bela": [f"{UNIT}.ipynb"]}
    assert all(one.findings == [] for one in collection.students)


# --- Reading takes no longer than a notebook is worth ---------------------------------------------------------


HEAD = b'{"cells": [{"cell_type": "code", "source": "a = 1", "outputs": '


def of_empty_lists() -> bytes:
    return HEAD + b"[" + b"[]," * (4 << 20) + b"[]]}]}"


def of_deep_lists() -> bytes:
    return HEAD + b"[" * (6 << 20) + b"]" * (6 << 20) + b"}]}"


def of_empty_texts_and_lists() -> bytes:
    return HEAD + b"[" + b'[""],' * (12 << 20) + b"[]]}]}"


def of_cells_that_never_end() -> bytes:
    begun = b'{"cell_type": "code", "source": "x"}, ' + b'{"cell_type":' * 300
    return b'{"cells":[' + begun + b'["' + b'","' * 1_500_000


@pytest.mark.parametrize(
    "make", [of_empty_lists, of_deep_lists, of_empty_texts_and_lists, of_cells_that_never_end]
)
def test_a_notebook_made_to_be_slow_to_read_is_not(make: Callable[[], bytes]) -> None:
    raw = make()
    start = time.process_time()
    try:
        cells: tuple[str, ...] = salvage(io.BytesIO(raw)).cells
    except Refused as refused:
        assert refused.finding.code == "too_intricate"
    else:
        assert cells in (("a = 1",), ("x",))
    assert time.process_time() - start < 20


OUTPUTS = st.recursive(
    st.floats(allow_nan=False, allow_infinity=False) | st.text(alphabet='a"\\[]{}', max_size=5),
    lambda inner: st.lists(inner, max_size=6) | st.dictionaries(st.sampled_from("ab"), inner, max_size=4),
    max_leaves=60,
)


@given(st.lists(OUTPUTS, max_size=9), st.integers(20, 400))
@pytest.mark.parametrize("long", [1, 16])
def test_brackets_counted_together_end_where_those_looked_at_one_by_one_do(
    long: int, outputs: list[object], size: int
) -> None:
    cells = [{"outputs": outputs, "source": "a = [1]", "metadata": {"b": outputs}} for _ in range(3)]
    raw = json.dumps({"cells": cells}).encode()
    dropper, kept = salvage_stream._Dropper(), b""
    with mock.patch.object(salvage_stream, "_LONG", long):
        for place in range(0, len(raw), size):
            kept += dropper.take(raw[place : place + size])
    assert json.loads(kept) == {"cells": [{**cell, "outputs": []} for cell in cells]}


def test_more_notebooks_than_anyone_writes_are_not_all_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(submissions_module, "MOST_NOTEBOOKS", 5)
    files = {f"mallory/mots ({number}).ipynb": ANSWERED for number in range(1, 13)}
    lay_out(tmp_path, {**files, f"anna/{UNIT}.ipynb": ANSWERED})
    for path in tmp_path.rglob("*.ipynb"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    students = {one.owner.key: one for one in collect(tmp_path).students}
    # As among any attempts, the last ones count.
    assert [one.path for one in students["mallory"].notebooks] == [f"mots ({n}).ipynb" for n in range(8, 13)]
    (told,) = students["mallory"].findings
    assert told.code == "notebooks_left_out" and "7" in told.sentence("en")
    assert students["anna"].findings == []


# --- In a whole run -------------------------------------------------------------------------------------------


def test_no_file_of_one_student_stops_the_class(tmp_path: Path) -> None:
    odd = {"worksheets": [{"cells": [{"cell_type": "code", "input": "total = 1"}]}], "nbformat": "\ud800=1"}
    forged = "import motamot._variant\nmotamot._variant._current = 'OOOOOOOO'"
    lay_out(
        tmp_path / "in",
        {
            f"anna/{UNIT}.ipynb": ANSWERED,
            f"mallory 1/{UNIT}.ipynb": json.dumps(odd).encode(),
            f"mallory 2/{UNIT}.ipynb": notebook(
                *HONEST, metadata={"kernelspec": {"language": "\udfff\x1bR"}}
            ),
            f"mallory 3/{UNIT}.ipynb": notebook(*HONEST, forged),
            f"zoe/{UNIT}.ipynb": ANSWERED,
        },
    )
    grade_submissions(Options(tmp_path / "in", tmp_path / "out", questions=ATTACKS / "questions"))
    text = (tmp_path / "out" / "gradebook.csv").read_text(encoding="utf-8-sig")
    rows = {row["student"]: row for row in csv.DictReader(io.StringIO(text))}
    assert {name: (row["status"], row["total"]) for name, row in rows.items()} == {
        "anna": ("graded", "13"),
        "mallory 1": ("graded", "0"),
        "mallory 2": ("refused", ""),
        "mallory 3": ("graded", "13"),
        "zoe": ("graded", "13"),
    }
    assert "\x1b" not in text


@pytest.fixture(scope="module")
def grader() -> Iterator[Grader]:
    with Grader(ATTACKS / "questions", limits=Limits(run_seconds=10, cell_seconds=3)) as one:
        yield one


def grade(grader: Grader, *cells: str, **more: object) -> Graded:
    return grader.grade(cells, "90", hidden_seed=b"nobody knows", **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "files",
    [
        {"é" * 150 + ".txt": b"longer than any file name"},
        {"a": b"a file", "a/b": b"and a folder"},
        {"texts": b"where the hidden text goes"},
        {"motamot.toml/x": b"where the hidden text is named"},
        {"Motamot.toml": b'[text]\ninterview = "own.txt"\n', "own.txt": b"x"},
    ],
)
def test_no_file_beside_a_notebook_costs_it_its_points(grader: Grader, files: dict[str, bytes]) -> None:
    graded = grade(grader, *HONEST, files=files)
    assert (graded.points, graded.status) == (graded.out_of, "graded"), graded


@pytest.mark.parametrize("code", ["OOOOOOOO", "IIIILLLL", "7KQ2M9XT", "../../..", "7KQ2M9XT\n"])
def test_a_variant_that_a_notebook_makes_up_harms_nobody(grader: Grader, code: str) -> None:
    graded = grade(grader, *HONEST, f"import motamot._variant\nmotamot._variant._current = {code!r}")
    assert (graded.points, graded.status) == (graded.out_of, "graded")


def test_questions_that_fail_in_a_made_up_variant_fail_for_this_notebook_only(tmp_path: Path) -> None:
    unit = tmp_path / "91_variant"
    unit.mkdir()
    (tmp_path / "judging").mkdir()
    (tmp_path / "judging" / "hidden_texts.py").write_text("def hidden_folder(rng):\n    return {}\n")
    (unit / "practice.py").write_text(
        "from motamot.checks import Question, Text, pick\n"
        "HINTS = (Text('1', '1'), Text('2', '2'), Text('3', '3'))\n"
        "WAY = pick('91.way', [*range(50)])\n"
        "QUESTIONS = [Question('91.way', 'choice', lambda: 'ab'[WAY], HINTS, choices=('a', 'b'))]\n"
    )
    with Grader(tmp_path) as one:
        forged = "import motamot._variant\nmotamot._variant._current = '7KQ2M9XT'"
        graded = one.grade(["way = 'a'", forged], "91", hidden_seed=b"x")
        assert graded.status == "failed" and graded.points == 0
        assert "7KQ2M9XT" in graded.sentence["en"]
        assert one.grade(["way = 'a'"], "91", hidden_seed=b"x").points == 1


LOOK = "import motamot, os, signal\nhidden = 'Aliexpress' not in motamot.load_interview()"
ENDING = "if hidden and {place} == {n}:\n    os._exit(1)"
STUCK = "if hidden and {place} == {n}:\n    signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))\n    while True: pass"


@pytest.mark.parametrize("cell", [ENDING, STUCK])
def test_which_cell_ends_on_a_hidden_text_is_not_told(grader: Grader, cell: str) -> None:
    """Else the learner would read in the report which of many cells ended: some letters of the hidden text."""
    told = []
    for n in (2, 5):
        cells = [cell.format(place=place, n=n) for place in range(6)]
        told.append(json.dumps({**grade(grader, *HONEST, LOOK, *cells).to_json(), "seconds": 0}))
    assert told[0] == told[1]
    assert '"status": "graded"' in told[0]


def test_only_answers_that_are_right_on_the_kits_page_are_judged_on_hidden_ones(
    grader: Grader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else huge wrong answers would keep the judge busy three times over, and everybody else waiting."""
    asked: list[tuple[int, str]] = []
    real = grader._reckoner.ask

    def ask(task: str, **values: object) -> object:
        if task == "judge":
            asked.extend((values["text"], name) for name in values["given"])  # type: ignore[misc, attr-defined]
        return real(task, **values)

    monkeypatch.setattr(grader._reckoner, "ask", ask)
    grade(
        grader,
        *HONEST,
        "top = ['x'] * 9\nsigns = set()\ntable = 3\ncheck('90.top', top)\ncheck('90.total', total)",
    )
    assert {name for text, name in asked if text >= 0}.isdisjoint({"90.top", "90.signs", "90.table"})
    assert {name for text, name in asked if text >= 0} >= {"90.total", "90.shuffle", "90.bars"}
    # What check() was given is looked at only where the name gives no answer of the kind asked.
    assert sum(name == "90.top" for _, name in asked) == 1


# --- Side by side ---------------------------------------------------------------------------------------------


class Crowded:
    """Stands in for the sandbox: a run beside another one comes to nothing."""

    sandboxed = True

    def __init__(self) -> None:
        self.now = 0
        self.alone: list[str] = []
        self.lock = threading.Lock()

    def run(self, order: dict[str, object], limits: Limits) -> Run:
        with self.lock:
            self.now += 1
        time.sleep(0.2)
        with self.lock:
            crowd = self.now
        time.sleep(0.1)
        with self.lock:
            self.now -= 1
            if crowd == 1:
                self.alone.append(str(order["name"]))
        return Run(ended=crowd == 1, timeout=crowd > 1, cpu=0.1 if crowd > 1 else 0.3, wall=0.3)


def test_a_run_that_others_starved_is_made_again_alone() -> None:
    place, turns, ended = Crowded(), Turns(4), []

    def work(name: str) -> None:
        ended.append(turns.run(place, {"name": name}, Limits()).ended)

    threads = [threading.Thread(target=work, args=(name,)) for name in "abcdef"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert ended == [True] * 6 and sorted(place.alone) == list("abcdef")


def test_a_run_that_was_too_long_by_itself_is_not_made_again() -> None:
    for run in (
        Run(ended=True, errors={0: ("CellTooLong", "")}, cpu=15.0, wall=15.2),
        Run(ended=True, errors={0: ("ValueError", "")}, cpu=0.1, wall=15.2),
        Run(
            ended=True, results={"90.shuffle": {0: ["too_long"], 1: {"reason": "raised"}}}, cpu=0.1, wall=9.0
        ),
    ):
        assert not was_starved(run)
    assert was_starved(
        Run(ended=True, results={"90.shuffle": {0: {"reason": "too_long"}}}, cpu=0.1, wall=9.0)
    )


GREEDY = """
import os
for _ in range(3):
    if os.fork() == 0:
        os.setsid()
while True:
    pass
"""
PATIENT = "import time\nwhile time.process_time() < {seconds}:\n    pass"


def test_a_greedy_neighbor_costs_nobody_a_point() -> None:
    limits = Limits(run_seconds=8, cell_seconds=4)
    with Grader(ATTACKS / "questions", jobs=2, limits=limits) as one:
        if not one.sandboxed:
            pytest.skip(f"no sandbox on this computer: {one.reason}")
        neighbor = threading.Thread(target=grade, args=(one, GREEDY))
        neighbor.start()
        time.sleep(1)
        # Processor time counts from the start of the fork.
        graded = grade(one, PATIENT.format(seconds=1.2), *HONEST)
        neighbor.join()
    assert (graded.points, graded.status, graded.notes) == (graded.out_of, "graded", ())
