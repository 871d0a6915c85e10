"""Where there are no namespaces: what is kept from a submission all the same."""

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from motamot.course.grading.apart import Apart
from motamot.course.grading.parent import FLAGS, START, environment
from motamot.course.grading.sandbox.limits import Limits

LIMITS = Limits(run_seconds=20, cell_seconds=10)
PROBE = """
import ctypes, os, socket, subprocess, sys
import motamot
def tried(act):
    try:
        act()
    except OSError as error:
        return type(error).__name__
    return "done"
libc = ctypes.CDLL(None)
found = {
    "user": [os.getuid(), os.geteuid(), os.getgid()],
    "root again": tried(lambda: os.setuid(0)) if os.getuid() else "",
    "network": tried(lambda: socket.socket()),
    "programs": tried(lambda: subprocess.run(["/bin/true"])),
    "privileges": libc.prctl(39, 0, 0, 0, 0),
    "dumps": libc.prctl(3, 0, 0, 0, 0),
    "scratch": tried(lambda: open("written", "w").close()),
    "library": len(motamot.words(motamot.load_interview())),
}
"""
SHOWN = """
import json
from motamot.course.grading.apart import Apart
from motamot.course.grading.parent import FLAGS, START, environment
from motamot.course.grading.sandbox.limits import Limits
order = {order!r}
print(json.dumps(Apart().run(order, Limits(run_seconds=20, cell_seconds=10)).named["0.found"]["pairs"]))
"""
# Root, with this Python where every user can read it: it may lie in a folder that is root's alone.
OPENED = r"""
set -e
mount --make-rprivate /
if [ -n "$TOP" ]; then
    mkdir -p "$HOLD"; mount --bind "$KEEP" "$HOLD"
    mount -t tmpfs -o mode=755 tmpfs "$TOP"; mkdir -p "$KEEP"; mount --bind "$HOLD" "$KEEP"
fi
exec "$@"
"""
ORDER = {"cells": [PROBE], "skip": [], "files": {}, "kit": True, "answers": ["0.found"], "tries": []}

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="these walls are Linux's")


def test_no_program_no_network_and_no_privilege_is_to_be_had() -> None:
    run = Apart().run(ORDER, LIMITS)
    assert run.ended and run.errors == {}, run
    found = dict(run.named["0.found"]["pairs"])
    assert found["scratch"] == "done" and found["library"] > 500
    assert found["dumps"] == 0
    if found["privileges"] == 1:
        pytest.skip("no libseccomp on this computer")
    # The filter answers even this question.
    assert (found["privileges"], found["network"], found["programs"]) == (
        -1,
        "PermissionError",
        "PermissionError",
    )


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can stop being root")
def test_roots_submissions_are_run_as_nobody(tmp_path: Path) -> None:
    if not shutil.which("unshare"):
        pytest.skip("unshare is needed to show this Python to every user")
    keep = Path(sys.base_prefix)
    closed = [path for path in (keep, *keep.parents) if not path.stat().st_mode & 0o001]
    top = str(closed[-1]) if closed else ""
    done = subprocess.run(
        ["unshare", "-m", "sh", "-c", OPENED, "sh", sys.executable, "-c", SHOWN.format(order=ORDER)],
        capture_output=True,
        text=True,
        env={**os.environ, "KEEP": str(keep), "HOLD": str(tmp_path / "hold"), "TOP": top},
        cwd="/",
    )
    assert done.returncode == 0, done.stderr[-1500:]
    found = dict(json.loads(done.stdout.splitlines()[-1]))
    assert found["user"] == [65534] * 3 and found["root again"] == "PermissionError"
    assert found["scratch"] == "done" and found["library"] > 500


def test_a_run_without_an_order_ends_at_once() -> None:
    # So it is where the judge was killed before it wrote the order.
    once = [sys.executable, *FLAGS, str(START), "once"]
    assert subprocess.run(once, stdin=subprocess.DEVNULL, timeout=20, check=False).returncode == 1


def test_what_windows_finds_its_libraries_by_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SYSTEMROOT", "USERPROFILE", "LOCALAPPDATA"):
        monkeypatch.setenv(name, rf"C:\{name}")
    cell = (
        "import os\nfound = [os.environ.get(name) for name in ('SYSTEMROOT', 'USERPROFILE', 'LOCALAPPDATA')]"
    )
    root, profile, data = Apart().run({**ORDER, "cells": [cell]}, LIMITS).named["0.found"]
    assert root == r"C:\SYSTEMROOT" and data is None
    # The submission has a home of its own.
    assert Path(profile).name == "home"
    assert environment()["LOCALAPPDATA"] == r"C:\LOCALAPPDATA"


def test_a_run_apart_ends_with_the_judge() -> None:
    asleep = {**ORDER, "cells": ["import time\ntime.sleep(600)"]}
    judge = subprocess.Popen([sys.executable, "-c", SHOWN.format(order=asleep)])
    started: list[psutil.Process] = []
    end = time.monotonic() + 30
    # It sleeps once it has loaded what notebooks use.
    while time.monotonic() < end and not (
        started and started[0].status() == psutil.STATUS_SLEEPING and started[0].cpu_times().user > 0.3
    ):
        time.sleep(0.1)
        started = psutil.Process(judge.pid).children()
    time.sleep(2)
    judge.kill()
    judge.wait()
    gone, alive = psutil.wait_procs(started, timeout=10)
    assert len(gone) == 1 and not alive
