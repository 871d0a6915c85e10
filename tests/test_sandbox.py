"""The sandbox holds nothing worth attacking, and leaves nothing behind."""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from motamot.course.grading.apart import Apart
from motamot.course.grading.claimed import Run
from motamot.course.grading.parent import Parent
from motamot.course.grading.places import open_sandbox
from motamot.course.grading.sandbox.limits import Limits

LIMITS = Limits(run_seconds=10, cell_seconds=4)
REPOSITORY = Path(__file__).parents[1]
UNPRIVILEGED = (
    "os_exit fork_bomb kill_everything daemon memory_flood disk_flood outside_scratch links environment descriptors "
    "kernel_calls new_namespaces rights devices threads".split()
)
# With a filter of calls one cannot even ask for one's rights.
UNFILTERED = ("rights", "new_namespaces", "descriptors")
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
    place, reason = open_sandbox(LIMITS)
    if not isinstance(place, Parent):
        pytest.skip(f"no sandbox on this computer: {reason}")
    yield place
    place.close()


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
    )
    found = answers_of(parent.run(order(ask, answers=("hits", "here", "package")), LIMITS))
    assert shown
    assert [hit for hit in found["hits"] if str(REPOSITORY) in hit or "motamot" in hit] == []
    assert set(found["here"]) <= {"data", "src", ".venv"}
    assert "checks" in found["package"] and "course" not in found["package"]


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


NOBODY = r"""
set -e
mount --make-rprivate /
top="$1"; shift
if [ -n "$top" ]; then
    mkdir -p "$HOLD"; mount --bind "$KEEP" "$HOLD"
    mount -t tmpfs -o mode=755 tmpfs "$top"; mkdir -p "$KEEP"; mount --bind "$HOLD" "$KEEP"
fi
exec setpriv --reuid 65534 --regid 65534 --clear-groups "$@"
"""


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user can enter, unlike those of pytest."""
    with tempfile.TemporaryDirectory(prefix="motamot-test-") as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def as_nobody(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a command as the user nobody, for whom this Python is made reachable where it lies in a closed folder."""
    if os.getuid() != 0:
        return subprocess.run(command, capture_output=True, text=True)
    if not shutil.which("setpriv") or not shutil.which("unshare"):
        pytest.skip("setpriv and unshare are needed to become another user")
    keep = Path(sys.base_prefix)
    closed = [path for path in (keep, *keep.parents) if not path.stat().st_mode & 0o001]
    home, hold = folder / "home", folder / "hold"
    home.mkdir()
    os.chown(home, 65534, 65534)
    environment = {
        **os.environ,
        "HOME": str(home),
        "KEEP": str(keep),
        "HOLD": str(hold),
        "MPLCONFIGDIR": str(home),
    }
    top = str(closed[-1]) if closed else ""
    return subprocess.run(
        ["unshare", "-m", "sh", "-c", NOBODY, "sh", top, *command],
        capture_output=True,
        text=True,
        env=environment,
        cwd=folder,
    )


def test_an_unprivileged_user_has_the_same_sandbox(parent: Parent, open_folder: Path) -> None:
    script = open_folder / "attack.py"
    script.write_text(
        "import json, os, sys\n"
        "from pathlib import Path\n"
        f"sys.path.insert(0, {str(Path(__file__).parent)!r})\n"
        "import test_attacks as attacks\n"
        "from motamot.course.grading.grader import Grader\n"
        "if __name__ == '__main__':\n"
        "    results = {'user': os.getuid()}\n"
        "    with Grader(attacks.ATTACKS / 'questions', limits=attacks.LIMITS, require_sandbox=True) as grader:\n"
        f"        for name in {UNPRIVILEGED!r}:\n"
        "            file = attacks.ATTACKS / 'notebooks' / f'{name}.ipy'\n"
        "            graded, header = attacks.attack(grader, file, attacks.FAKED)\n"
        "            results[name] = [graded.points, graded.status, [note['en'] for note in graded.notes]]\n"
        "    with Grader(attacks.ATTACKS / 'questions', limits=attacks.LIMITS, filtered=False) as grader:\n"
        f"        for name in {UNFILTERED!r}:\n"
        "            file = attacks.ATTACKS / 'notebooks' / f'{name}.ipy'\n"
        "            graded, header = attacks.attack(grader, file, attacks.FAKED)\n"
        "            notes = [note['en'] for note in graded.notes]\n"
        "            results[f'unfiltered {name}'] = [graded.points, graded.status, notes]\n"
        "    print(json.dumps(results))\n"
    )
    script.chmod(0o644)
    done = as_nobody(open_folder, sys.executable, str(script))
    assert done.returncode == 0, done.stderr[-2000:]
    results = json.loads(done.stdout.splitlines()[-1])
    assert results.pop("user") != 0
    for name, (points, status, notes) in results.items():
        assert (points, status) == (13, "crashed" if name in ("os_exit", "fork_bomb") else "graded"), name
        assert name in ("memory_flood", "refused_magics") or notes == [], (name, notes)


IN_A_WHEEL = """
import json, motamot
from pathlib import Path
from motamot.course.grading.parent import Parent
from motamot.course.grading.sandbox.limits import Limits

package = Path(motamot.__file__).parent
share = package / "_share"
source = (
    f"import os, motamot\\nshown = sorted(os.listdir({str(package)!r}))\\n"
    f"share = sorted(os.listdir({str(share)!r}))\\nsize = len(motamot.load_interview())"
)
wanted = {"cells": [source], "skip": [], "files": {}, "kit": True, "tries": []}
parent = Parent()
run = parent.run({**wanted, "answers": ["0.shown", "0.share", "0.size"]}, Limits())
parent.close()
print(json.dumps([str(package), run.failed, run.named, sorted(one.name for one in share.iterdir())]))
"""


def test_an_installed_wheel_shows_no_more_than_the_repository_does(parent: Parent, tmp_path: Path) -> None:
    """In a wheel the package holds the exercises and practice.py as well: they must be covered."""
    built = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
    )
    assert built.returncode == 0, built.stderr
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(tmp_path / "venv")], check=True)
    python = tmp_path / "venv" / "bin" / "python"
    site = Path(
        subprocess.run(
            [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
            capture_output=True,
            text=True,
        ).stdout.strip()
    )
    shutil.unpack_archive(next(tmp_path.glob("*.whl")), site, "zip")
    packages = next(path for path in sys.path if path.endswith("site-packages"))
    (site / "others.pth").write_text(packages + "\n")
    done = subprocess.run([python, "-c", IN_A_WHEEL], capture_output=True, text=True, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    package, failed, named, shipped = json.loads(done.stdout)
    assert package.startswith(str(tmp_path)) and failed == ""
    assert named["0.share"] == ["data"] and "lessons" in shipped
    assert "course" not in named["0.shown"] and "checks" in named["0.shown"]
    assert named["0.size"] > 1000
