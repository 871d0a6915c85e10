"""The sandbox holds nothing worth attacking, and leaves nothing behind."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from sandbox_runs import sandbox

from motamot.course.grading.apart import Apart
from motamot.course.grading.claimed import Run
from motamot.course.grading.parent import Parent
from motamot.course.grading.sandbox.limits import Limits

LIMITS = Limits(run_seconds=10, cell_seconds=4)
REPOSITORY = Path(__file__).parents[1]
LIST_ROOT = """
import os, sys
shown = [os.path.join(folder, name) for folder, folders, files in os.walk("/") for name in folders + files]
modules = sorted(sys.modules)
"""


def order(*cells: str, answers: tuple[str, ...] = (), kit: bool = True) -> dict[str, object]:
    wanted = [f"00.{name}" for name in answers]
    return {"cells": cells, "skip": [], "files": {}, "kit": kit, "answers": wanted, "tries": []}


def answers_of(run: Run) -> dict[str, object]:
    assert run.ended and not run.failed, run
    return {name.partition(".")[2]: value for name, value in run.named.items()}


@pytest.fixture(scope="module")
def parent() -> Iterator[Parent]:
    with sandbox(LIMITS) as place:
        yield place


def processes() -> set[int]:
    """Return the warm process and its runners: forks keep the command line."""
    found = set()
    for one in psutil.process_iter(["cmdline"]):
        line = one.info["cmdline"] or []
        if any(part.endswith("sandbox/start.py") for part in line):
            found.add(one.pid)
    return found


def wait_until(condition, seconds: float = 60.0) -> bool:
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


def test_the_root_holds_no_question_no_course_code_and_no_repository(parent: Parent) -> None:
    shown = answers_of(parent.run(order(LIST_ROOT, answers=("shown",)), LIMITS))["shown"]
    # The list is long, and comes back as far as there is room; ask for what matters besides.
    ask = (
        "import os\nhits = [os.path.join(folder, name) for folder, folders, files in os.walk('/') "
        "for name in folders + files if name in ('practice.py', 'judge.py', 'guide.md', 'judging', "
        "'solutions', 'exercises', 'notebooks', 'lessons', '.git', 'pyproject.toml', 'tests_of_motamot') "
        "and 'site-packages' not in folder or folder.endswith('motamot/course')]"
        f"\nhere = sorted(os.listdir({str(REPOSITORY)!r}))"
        f"\npackage = sorted(os.listdir({str(REPOSITORY / 'src' / 'motamot')!r}))"
        f"\ncourse = os.listdir({str(REPOSITORY / 'src' / 'motamot' / 'course')!r})"
    )
    found = answers_of(parent.run(order(ask, answers=("hits", "here", "package", "course")), LIMITS))
    assert shown
    assert [hit for hit in found["hits"] if str(REPOSITORY) in hit or "motamot" in hit] == []
    assert set(found["here"]) <= {"data", "src", ".venv"}
    assert "checks" in found["package"] and found["course"] == []


def test_the_warm_process_has_loaded_nothing_of_the_course(parent: Parent) -> None:
    modules = answers_of(parent.run(order(LIST_ROOT, answers=("modules",)), LIMITS))["modules"]
    assert "motamot.checks" in modules and "motamot_sandbox.runner" in modules
    assert [
        name for name in modules if "motamot.course" in name or "practice" in name or "nbgrader" in name
    ] == []


def test_what_one_run_leaves_another_does_not_find(parent: Parent) -> None:
    leave = """
import builtins, json, os, pandas, sys, tempfile
open("left", "w").write("x")
open(tempfile.gettempdir() + "/left", "w").write("x")
builtins.left = json.left = pandas.left = sys.left = True
os.environ["LEFT"] = "x"
"""
    look = """
import builtins, json, os, pandas, sys, tempfile
found = [os.path.exists("left"), os.path.exists(tempfile.gettempdir() + "/left"), "LEFT" in os.environ]
found += [hasattr(one, "left") for one in (builtins, json, pandas, sys)]
files = sorted(os.listdir("/scratch")) + os.listdir(".")
"""
    assert parent.run(order(leave), LIMITS).errors == {}
    found = answers_of(parent.run(order(look, answers=("found", "files")), LIMITS))
    assert found == {"found": [False] * 7, "files": ["home", "tmp", "work"]}


def test_no_process_is_left_of_a_run(parent: Parent) -> None:
    before = processes()
    daemon = "import os, time\nif os.fork() == 0:\n    os.setsid()\n    time.sleep(600)"
    assert parent.run(order(daemon, "kept = 1"), LIMITS).begun
    stuck = "import signal, time\nsignal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))\ntime.sleep(600)"
    assert parent.run(order(stuck), Limits(run_seconds=1, cell_seconds=1)).timeout
    assert wait_until(lambda: len(processes() - before) <= 1)


def test_a_killed_warm_process_is_started_again(parent: Parent) -> None:
    assert parent._process is not None
    first = parent._process.pid
    os.kill(first, signal.SIGKILL)
    parent._process.wait()
    run = parent.run(order("one = 1", answers=("one",)), LIMITS)
    assert answers_of(run) == {"one": 1}
    assert parent._process.pid != first


def test_runs_end_with_the_process_that_asked_for_them(tmp_path: Path) -> None:
    script = tmp_path / "judge.py"
    script.write_text(
        "from motamot.course.grading.places import open_sandbox\n"
        "from motamot.course.grading.sandbox.limits import Limits\n"
        "place, reason = open_sandbox(Limits())\n"
        "print(reason or 'open', flush=True)\n"
        "place.run({'cells': ['import time; time.sleep(600)'], 'skip': [], 'files': {}, 'kit': True, "
        "'answers': [], 'tries': []}, Limits(run_seconds=600, cell_seconds=600))\n"
    )
    before = processes()
    judge = subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True)
    assert judge.stdout is not None
    said = judge.stdout.readline().strip()
    if said != "open":
        judge.kill()
        pytest.skip(f"no sandbox on this computer: {said}")
    assert wait_until(lambda: len(processes() - before) >= 2)
    started = processes() - before
    judge.kill()
    judge.wait()
    judge.stdout.close()
    assert wait_until(lambda: not started & processes()), started & processes()


def test_runs_of_several_threads_do_not_mix(parent: Parent) -> None:
    found: dict[int, object] = {}

    def work(number: int) -> None:
        for _ in range(5):
            source = f"import time\nvalue = {number}\nopen('value', 'w').write(str(value))\ntime.sleep(0.05)\nread = open('value').read()"
            found[number] = answers_of(parent.run(order(source, answers=("value", "read")), LIMITS))

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {number: {"value": number, "read": str(number)} for number in range(4)}


def test_a_large_notebook_and_large_files_arrive_whole(parent: Parent) -> None:
    wanted = order(f"text = '{'é' * 3_000_000}'\nsize = len(text)", answers=("size",))
    wanted["files"] = {"texts/ä b.bin": "QUJD" * 1_000_000, "../outside": "QUJD", "/absolute": "QUJD"}
    wanted["cells"] = [
        *wanted["cells"],
        "import os\nkept = os.path.getsize('texts/ä b.bin')\nall = sorted(os.listdir('/scratch'))",
    ]
    wanted["answers"] = ["00.size", "00.kept", "00.all"]
    assert answers_of(parent.run(wanted, LIMITS)) == {
        "size": 3_000_000,
        "kept": 3_000_000,
        "all": ["home", "tmp", "work"],
    }


def test_without_a_sandbox_code_runs_apart_within_limits() -> None:
    place = Apart()
    run = place.run(order("import os\none = os.getpid()", answers=("one",)), LIMITS)
    assert answers_of(run)["one"] not in (os.getpid(), 1)
    limits = Limits(run_seconds=3, cell_seconds=1, memory=256 << 20)
    assert place.run(order("while True:\n    pass"), limits).errors == {0: ("CellTooLong", "")}
    assert (
        place.run(order("kept = [bytearray(64 << 20) for _ in range(99)]"), limits).errors[0][0]
        == "MemoryError"
    )
    flood = "import os\nwhile True:\n    for one in range(3, 9):\n        try:\n            os.write(one, bytes(1 << 16))\n        except BlockingIOError: pass\n        except OSError: pass"
    assert not place.run(order(flood), limits).ended
    daemon = "import os, time\nif os.fork() == 0:\n    os.setsid()\n    time.sleep(20)\n    os._exit(0)"
    start = time.monotonic()
    assert place.run(order(daemon), limits).ended
    assert time.monotonic() - start < 15
