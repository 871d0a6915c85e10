"""What grading costs: nbgrader's autograde, otter run, nbclient and motamot on the same submissions.

Twenty submissions of exercise 01, solved, each with two more cells that plot. Processor time counts all
processes that a grader starts, from start-up to the last report: ``motamot grade`` is the command, with its
store and all its reports; the grader as a library stands beside it. The exit status is 1 when the promise is
not kept: at most half a processor second a submission, and a tenth of nbgrader's.

``motamot grade`` takes two seconds where the others take forty, and the machine may have something else to do
just then: it is measured before, between and after them, and the middle one of the three counts.

All modules are compiled beforehand, as they are from the second use on: where they are not, nbgrader compiles
them for each submission, and motamot once.

Otter is no dependency of this kit: give the Python of an environment that holds it and the kit by ``--otter``
(``python -m venv OTTER``, then ``OTTER/bin/pip install otter-grader ipykernel .``).

    uv run python benchmarks/grade.py --otter OTTER/bin/python
"""

from __future__ import annotations

import argparse
import compileall
import csv
import ctypes
import json
import os
import resource
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

# What motamot grade may take for a submission: processor seconds, and of nbgrader's.
MOST_SECONDS, MOST_SHARE = 0.5, 0.1
OURS, _TIMES = "motamot grade", 3
ROOT = Path(__file__).resolve().parents[1]
UNIT = "01_cleaning"
PLOTS = (
    "from motamot import frequencies, plot_frequencies\n\n"
    'plot_frequencies(frequencies(words(" ".join(turns["text"]), stop=stop_words())))',
    "import matplotlib.pyplot as plt\n\nfig, ax = plt.subplots()\n"
    'ax.bar(["page", "answers"], [page_words, answer_words])\nplt.show()',
)
OTTER_TEST = """OK_FORMAT = True
test = {"name": "q1", "points": 1, "suites": [{"cases": [
    {"code": ">>> nbsp_count == 19\\nTrue", "hidden": False, "locked": False}],
    "scored": True, "setup": "", "teardown": "", "type": "doctest"}]}
"""
NBCLIENT = """
import sys, nbformat
from nbclient import NotebookClient
for name in sys.argv[1:]:
    NotebookClient(nbformat.read(name, as_version=4), kernel_name="python3", timeout=120).execute()
"""
LIBRARY = """
import json, sys
from motamot.course.grading.grader import Grader
if __name__ == "__main__":
    with Grader() as grader:
        points = set()
        for name in sys.argv[1:]:
            cells = json.load(open(name, encoding="utf-8"))["cells"]
            code = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
            graded = grader.grade(code, "01", hidden_seed=b"benchmark")
            points.add(f"{graded.points:g} of {graded.out_of:g}")
        print("sandboxed" if grader.sandboxed else "not sandboxed", *points)
"""


def submission(number: int) -> dict[str, Any]:
    """Return the exercise with its solutions put in, two plots, and a number of its own."""
    notebook = json.loads((ROOT / "exercises" / "en" / f"{UNIT}.ipynb").read_text(encoding="utf-8"))
    solved = json.loads((ROOT / "solutions" / "en" / f"{UNIT}.ipynb").read_text(encoding="utf-8"))
    sources = {cell["id"]: cell["source"] for cell in solved["cells"]}
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code" and "nbgrader" not in cell["metadata"]:
            cell["source"] = sources[cell["id"]]
    for at, source in enumerate((*PLOTS, f"submission = {number}")):
        notebook["cells"].append(
            {
                "cell_type": "code",
                "id": f"plot-{at}",
                "metadata": {},
                "execution_count": None,
                "outputs": [],
                "source": source,
            }
        )
    return notebook


def measured(work: Callable[[], object]) -> tuple[float, float]:
    """Return seconds of processor and of the clock, all descendants included."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    work()
    while True:
        # Orphans come to this process, a subreaper, and count as well.
        try:
            os.waitpid(-1, 0)
        except ChildProcessError:
            break
    after, end = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return used, end - start


def call(*command: str | Path, folder: Path) -> str:
    """Run a command, or stop with what it said."""
    scripts = sysconfig.get_path("scripts")
    environment = {**os.environ, "PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}", "MOTAMOT_TEXT": "kit"}
    done = subprocess.run(
        list(map(str, command)), cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"{command[:4]} failed:\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}")
    return done.stdout


def nbgrader_course(folder: Path, files: list[Path]) -> None:
    """Lay out a course with the submissions handed in, and its assignment generated."""
    source = folder / "source" / UNIT
    source.mkdir(parents=True)
    shutil.copy(ROOT / "exercises" / "en" / f"{UNIT}.ipynb", source)
    (folder / "nbgrader_config.py").write_text(
        f"c = get_config()\nc.CourseDirectory.root = {str(folder)!r}\n"
    )
    call(sys.executable, "-m", "nbgrader", "generate_assignment", UNIT, "--create", folder=folder)
    for file in files:
        place = folder / "submitted" / file.stem / UNIT
        place.mkdir(parents=True)
        shutil.copy(file, place / f"{UNIT}.ipynb")


def main() -> int:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--submissions", type=int, default=20)
    parser.add_argument("--otter", type=Path, help="the Python of an environment that holds otter-grader")
    asked = parser.parse_args()
    ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)
    for modules in (sysconfig.get_path("purelib"), ROOT / "src"):
        # Some packages bring files for other versions of Python, which do not compile.
        compileall.compile_dir(modules, quiet=2, workers=0)
    with tempfile.TemporaryDirectory(prefix="motamot-grade-") as name:
        folder = Path(name)
        files = [folder / f"student{number:02d}.ipynb" for number in range(asked.submissions)]
        for number, file in enumerate(files):
            file.write_text(json.dumps(submission(number)), encoding="utf-8")
        course = folder / "course"
        nbgrader_course(course, files)
        handed_in = folder / "handed-in"
        for file in files:
            (handed_in / file.stem).mkdir(parents=True)
            shutil.copy(file, handed_in / file.stem / f"{UNIT}.ipynb")
        command = Path(sysconfig.get_path("scripts"), "motamot")
        said: list[str] = []
        marks = [folder / f"marks{number}" for number in range(_TIMES)]
        grade = [partial(call, command, "grade", handed_in, "--out", out, folder=folder) for out in marks]
        rows: dict[str, Callable[[], object]] = {
            f"{OURS} (1)": grade[0],
            "nbgrader autograde": lambda: call(
                sys.executable, "-m", "nbgrader", "autograde", UNIT, folder=course
            ),
            f"{OURS} (2)": grade[1],
            "nbclient": lambda: call(sys.executable, "-c", NBCLIENT, *files, folder=folder),
            f"{OURS} (3)": grade[2],
            "motamot as library": lambda: said.append(
                call(sys.executable, "-c", LIBRARY, *files, folder=folder)
            ),
            "the same, one alone": lambda: call(sys.executable, "-c", LIBRARY, files[0], folder=folder),
        }
        if asked.otter:
            tests = folder / "tests"
            tests.mkdir()
            (folder / "out").mkdir()
            (tests / "q1.py").write_text(OTTER_TEST)
            otter = (asked.otter, "-m", "otter")
            call(*otter, "generate", "-t", tests, "-o", folder / "autograder.zip", folder=folder)

            def run_otter() -> None:
                for file in files:
                    call(
                        *otter,
                        "run",
                        "-a",
                        folder / "autograder.zip",
                        "-o",
                        folder / "out",
                        file,
                        folder=folder,
                    )

            rows["otter run"] = run_otter
        print(f"{asked.submissions} submissions of {UNIT}, each with two plots; start-up included")
        print(f"{'':20} {'CPU-s':>8} {'wall s':>8} {'CPU-s each':>12} {'wall s each':>12}")
        spent = {}
        for title, work in rows.items():
            used, wall = measured(work)
            each = 1 if "alone" in title else asked.submissions
            spent[title] = used / each
            print(f"{title:20} {used:8.1f} {wall:8.1f} {used / each:12.2f} {wall / each:12.2f}", flush=True)
        ours = median(spent[f"{OURS} ({number})"] for number in range(1, _TIMES + 1))
        print(f"motamot gave {said[0].strip()}; the command {_points(marks[0])}")
        for title in ("nbgrader autograde", "otter run", "nbclient"):
            if title in spent:
                print(f"{title}: {spent[title] / ours:.1f} times {OURS}")
        return int(ours > MOST_SECONDS or ours > spent["nbgrader autograde"] * MOST_SHARE)


def _points(marks: Path) -> str:
    """Return the points in the gradebook that the command wrote."""
    with (marks / "gradebook.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    return f"{len(rows)} students, " + " ".join(
        sorted({f"{row['total']} of {row['out_of']}" for row in rows})
    )


if __name__ == "__main__":
    sys.exit(main())
