"""Each wall of the sandbox by itself, looked at from outside while a run lasts, and leaned on from inside."""

import contextlib
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from sandbox_runs import Looked, found, open_parent, run

import motamot
from motamot._paths import repository
from motamot.course.grading.parent import Parent


@pytest.fixture(scope="module")
def filtered() -> Iterator[Parent]:
    yield from open_parent(True)


@pytest.fixture(scope="module")
def unfiltered() -> Iterator[Parent]:
    """Where calls are not filtered the other walls stand alone."""
    yield from open_parent(False)


@pytest.fixture(scope="module")
def looked(filtered: Parent) -> Looked:
    """A run as it is while its cell sleeps."""
    thread = threading.Thread(target=run, args=(filtered, "import time\ntime.sleep(3)"))
    thread.start()
    assert filtered._process is not None
    parent = psutil.Process(filtered._process.pid)
    while thread.is_alive():
        # Runners of a moment ago may be gone while they are looked at.
        with contextlib.suppress(psutil.NoSuchProcess, FileNotFoundError, ProcessLookupError):
            for runner in parent.children():
                if "Seccomp:\t2" in Path(f"/proc/{runner.pid}/status").read_text():
                    # The keeper closes what is the runner's alone once it has forked.
                    time.sleep(0.5)
                    seen = Looked(parent.pid, runner.pid)
                    thread.join()
                    return seen
        time.sleep(0.02)
    thread.join()
    raise AssertionError("no runner with a filter was seen")


@pytest.mark.parametrize("space", ["user", "pid", "mnt", "net", "ipc", "uts", "cgroup"])
def test_a_run_has_every_namespace_for_itself(looked: Looked, space: str) -> None:
    assert looked.spaces[space] != str(Path(f"/proc/self/ns/{space}").readlink())


def test_a_run_has_no_right_and_can_gain_none(looked: Looked) -> None:
    for held in ("CapInh", "CapPrm", "CapEff", "CapAmb"):
        assert int(looked.status[held], 16) == 0, held
    assert looked.status["NoNewPrivs"] == "1"
    assert looked.status["Seccomp"] == "2"
    assert looked.status["Groups"] == ""


def test_roots_runs_belong_to_nobody(looked: Looked) -> None:
    assert looked.status["Uid"].split() == looked.status["Gid"].split() == ["65534"] * 4


def test_a_run_is_the_first_to_go_when_memory_is_short(looked: Looked) -> None:
    assert looked.short_of_memory == "1000"


def test_a_run_has_a_session_of_its_own(looked: Looked) -> None:
    """The warm process stays in the judge's, as a Ctrl-C is for both."""
    assert len(looked.sessions) == 2


def test_a_run_holds_one_pipe_and_the_keeper_another(looked: Looked) -> None:
    mine, keepers = dict(looked.held), dict(looked.keeper_held)
    for held in (mine, keepers):
        assert [held.pop(number) for number in (0, 1, 2)] == ["/dev/null"] * 3
    (pipe,) = mine.values()
    # The report's, the judge's socket, and a handle of the run; matplotlib keeps its fonts open.
    kinds = sorted(one.partition("[")[0] for one in keepers.values() if not one.endswith(".ttf"))
    assert pipe.startswith("pipe:") and pipe not in keepers.values()
    assert kinds == ["anon_inode:", "pipe:", "socket:"], keepers


def test_of_all_that_is_mounted_only_the_scratch_can_be_written(looked: Looked) -> None:
    for place, flags, kind, _ in looked.mounts:
        assert {"nosuid"} <= flags, place
        assert ("rw" in flags) == (place == "/scratch"), place
        # The devices are files of devtmpfs, and only those four.
        assert "nodev" in flags or (kind == "devtmpfs" and place in DEVICES), place
    shown = {place: flags for place, flags, _, _ in looked.mounts}
    for place in ("/", "/scratch", *DEVICES):
        assert "noexec" in shown[place], place
    assert set(DEVICES) <= set(shown)


DEVICES = ("/dev/null", "/dev/zero", "/dev/urandom", "/dev/random")


def test_nothing_is_mounted_but_what_python_and_the_kit_need(looked: Looked) -> None:
    import sysconfig

    home = repository()
    assert home is not None
    places = [Path(place) for place, *_ in looked.mounts]
    libraries = [Path(sysconfig.get_path(name)) for name in ("stdlib", "purelib")]
    allowed = [
        *libraries,
        *(p.parent for p in libraries),
        Path("/usr/lib"),
        Path("/lib"),
        home / "src" / "motamot",
        home / "data",
        Path("/dev"),
    ]
    for place in places:
        if place in (Path("/"), Path("/scratch")) or "site-packages" in place.parts:
            continue
        assert any(place.is_relative_to(one) for one in allowed) or any(
            (place / name).exists() for name in ("libpython3.so", "python3", "libc.so.6")
        ), place
    assert not [place for place in places if place.is_relative_to("/proc") or place.is_relative_to("/sys")]


def test_course_code_is_covered_and_the_rest_of_the_package_is_shown(unfiltered: Parent) -> None:
    cell = """
import os, motamot
package = os.path.dirname(motamot.__file__)
found = {folder: sorted(os.listdir(os.path.join(package, folder))) for folder in ("", "course", "checks")}
"""
    package = Path(motamot.__file__).parent
    shown = json.loads(found(unfiltered, f"{cell}import json\nfound = json.dumps(found)"))
    assert shown["course"] == [] and sorted(path.name for path in (package / "course").iterdir()) != []
    for folder in ("", "checks"):
        assert shown[folder] == sorted(path.name for path in (package / folder).iterdir())
    cell = """
import os, motamot
try:
    os.mkdir(os.path.join(os.path.dirname(motamot.__file__), "course", "mine"))
    found = "written"
except OSError as error:
    found = type(error).__name__
"""
    assert found(unfiltered, cell) in ("OSError", "PermissionError")


def test_what_is_kept_in_memory_is_bounded(looked: Looked) -> None:
    options = {place: options for place, _, kind, options in looked.mounts if kind == "tmpfs"}
    course = str(Path(motamot.__file__).parent / "course")
    bounds = {"/": ("1024k", 4096), "/scratch": ("65536k", 4096), course: ("64k", 16)}
    assert set(options) == set(bounds)
    for place, (size, files) in bounds.items():
        assert {f"size={size}", f"nr_inodes={files}"} <= set(options[place].split(",")), place
    assert {"mode=700"} <= set(options["/scratch"].split(","))


def test_code_that_a_run_writes_cannot_be_mapped_to_be_executed(unfiltered: Parent) -> None:
    cell = """
import mmap
with open("code", "wb") as file:
    file.write(bytes(4096))
try:
    with open("code", "rb") as file:
        mmap.mmap(file.fileno(), 4096, mmap.MAP_PRIVATE, mmap.PROT_READ | mmap.PROT_EXEC)
    found = "mapped"
except PermissionError:
    found = "refused"
"""
    assert found(unfiltered, cell) == "refused"


def test_the_old_root_is_out_of_reach(unfiltered: Parent) -> None:
    cell = """
import os
found = []
for way in (".", "..", "../..", "/..", "/scratch/../.."):
    here = os.open(way, os.O_RDONLY | os.O_DIRECTORY)
    for _ in range(20):
        above = os.open("..", os.O_RDONLY | os.O_DIRECTORY, dir_fd=here)
        os.close(here)
        here = above
    found += [name for name in os.listdir(here) if name in ("proc", "etc", "home", "boot", "var", "sys", "run")]
    os.close(here)
"""
    assert found(unfiltered, cell) == []


def test_the_host_has_a_name_that_tells_nothing(unfiltered: Parent) -> None:
    assert found(unfiltered, "import os\nfound = os.uname().nodename") == "motamot"


def test_no_crash_is_told_to_the_system(filtered: Parent, unfiltered: Parent) -> None:
    """Else a program of root's might look, outside of all walls, at memory that a submission has prepared."""
    cell = "import ctypes\nlibc = ctypes.CDLL(None)\nfound = [libc.prctl(3, 0, 0, 0, 0)]\n"
    assert found(unfiltered, cell) == [0]
    assert found(filtered, cell + "found += [libc.prctl(4, 1, 0, 0, 0), libc.prctl(3, 0, 0, 0, 0)]") == [
        0,
        -1,
        0,
    ]


def test_no_program_gives_a_privilege(unfiltered: Parent) -> None:
    """A filter of calls brings this with it; without one it must hold as well."""
    cell = """
import ctypes, os
libc = ctypes.CDLL(None)
header, held = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
libc.capget(ctypes.byref(header), ctypes.byref(held))
found = [libc.prctl(39, 0, 0, 0, 0), any(held)]
"""
    assert found(unfiltered, cell) == [1, False]


IN_GROUPS = """
from motamot.course.grading.parent import Parent
from motamot.course.grading.sandbox.limits import Limits
parent = Parent()
order = {"cells": ["import os\\nfound = os.getgroups()"], "skip": [], "files": {}, "kit": True, "answers": ["0.found"], "tries": []}
print(parent.run(order, Limits()).named["0.found"])
parent.close()
"""


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can be in any group, and leave it")
def test_root_takes_no_group_along(filtered: Parent) -> None:
    done = subprocess.run(
        [sys.executable, "-c", IN_GROUPS], extra_groups=[0, 4242], capture_output=True, text=True
    )
    assert done.stdout.strip() == "[]", done.stderr


def test_no_namespace_is_to_be_had_within(unfiltered: Parent) -> None:
    cell = "import ctypes\nlibc = ctypes.CDLL(None)\nfound = [libc.unshare(flag) for flag in (1 << 28, 1 << 17, 1 << 30)]"
    assert found(unfiltered, cell) == [-1] * 3


def test_a_run_ends_with_the_process_that_keeps_it(unfiltered: Parent) -> None:
    assert unfiltered._process is not None
    parent = psutil.Process(unfiltered._process.pid)
    thread = threading.Thread(target=run, args=(unfiltered, "import time\ntime.sleep(4)"))
    thread.start()
    runners: list[psutil.Process] = []
    while not runners and thread.is_alive():
        time.sleep(0.1)
        with contextlib.suppress(psutil.NoSuchProcess):
            runners = parent.children()
    time.sleep(0.5)
    parent.kill()
    gone, alive = psutil.wait_procs(runners, timeout=4)
    assert len(gone) == 1 and not alive
    thread.join()
