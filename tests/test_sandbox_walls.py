"""Each wall of the sandbox by itself, looked at from outside while a run lasts, and leaned on from inside."""

import contextlib
import ctypes
import os
import platform
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from motamot._paths import repository
from motamot.course.grading.claimed import Run
from motamot.course.grading.parent import Parent
from motamot.course.grading.places import open_sandbox
from motamot.course.grading.sandbox import system
from motamot.course.grading.sandbox.limits import Limits

LIMITS = Limits(run_seconds=20, cell_seconds=10)


def open_parent(filtered: bool) -> Iterator[Parent]:
    place, reason = open_sandbox(LIMITS, filtered)
    if not isinstance(place, Parent):
        pytest.skip(f"no sandbox on this computer: {reason}")
    if filtered and not place.seccomp:
        place.close()
        pytest.skip("no libseccomp on this computer")
    yield place
    place.close()


@pytest.fixture(scope="module")
def filtered() -> Iterator[Parent]:
    yield from open_parent(True)


@pytest.fixture(scope="module")
def unfiltered() -> Iterator[Parent]:
    """Where calls are not filtered the other walls stand alone."""
    yield from open_parent(False)


def run(place: Parent, cell: str) -> Run:
    order = {"cells": [cell], "skip": [], "files": {}, "kit": True, "answers": ["0.found"], "tries": []}
    return place.run(order, LIMITS)


def found(place: Parent, cell: str) -> object:
    done = run(place, cell)
    assert done.ended and done.errors == {}, done
    return done.named["0.found"]


def test_where_the_system_has_namespaces_there_is_a_sandbox() -> None:
    """Else all other tests of it would be passed over, and nobody might notice."""
    child = os.fork()
    if child == 0:
        os._exit(ctypes.CDLL(None).unshare(system.CLONE_NEWUSER | system.CLONE_NEWNS) & 1)
    if os.waitpid(child, 0)[1] != 0:
        pytest.skip("no user namespaces on this computer")
    place, reason = open_sandbox(LIMITS)
    place.close()
    assert reason == ""


# --- From outside ---------------------------------------------------------------------------------------------


class Looked:
    """What /proc says of a runner and of the warm process that keeps it."""

    def __init__(self, keeper: int, runner: int) -> None:
        if os.geteuid() != 0:
            pytest.skip("only root may look at a run from outside")
        here = Path("/proc") / str(runner)
        self.status = {
            name: value.strip()
            for name, _, value in (line.partition(":") for line in (here / "status").read_text().splitlines())
        }
        self.spaces = {one.name: str(one.readlink()) for one in (here / "ns").iterdir()}
        self.held = {int(one.name): str(one.readlink()) for one in (here / "fd").iterdir()}
        self.keeper_held = {
            int(one.name): str(one.readlink()) for one in (Path("/proc") / str(keeper) / "fd").iterdir()
        }
        self.mounts = [_mount(line) for line in (here / "mountinfo").read_text().splitlines()]
        self.short_of_memory = (here / "oom_score_adj").read_text().strip()
        self.sessions = {os.getsid(one) for one in (0, keeper, runner)}
        self.environment = (here / "environ").read_bytes()


def _mount(line: str) -> tuple[str, set[str], str, str]:
    """Return place, flags, kind and options of a mount."""
    first, _, second = line.partition(" - ")
    parts, more = first.split(), second.split()
    return parts[4], set(parts[5].split(",")), more[0], more[2]


@pytest.fixture(scope="module")
def looked(filtered: Parent) -> Looked:
    """A run as it is while its cell sleeps."""
    thread = threading.Thread(target=run, args=(filtered, "import time\ntime.sleep(3)"))
    thread.start()
    assert filtered._process is not None
    parent = psutil.Process(filtered._process.pid)
    end = time.monotonic() + 3.5
    while time.monotonic() < end:
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


def test_a_run_lets_go_of_every_descriptor_that_is_not_its_own() -> None:
    """Those of the warm process, which opens more of them over time than it has now."""
    child = os.fork()
    if child == 0:
        try:
            null = os.open("/dev/null", os.O_RDONLY)
            for number in (3, 17, 40, 400):
                os.dup2(null, number)
            system.close_others({17, 40})
            held = {int(one.name) for one in Path("/proc/self/fd").iterdir() if one.exists()}
            os._exit(0 if held == {0, 1, 2, 17, 40} else 1)
        finally:
            os._exit(2)
    assert os.waitpid(child, 0)[1] == 0


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
    # Of the package only what learners use: neither course code, nor questions that a wheel ships.
    shown = {place.name for place in places if place.parent == home / "src" / "motamot"}
    assert {"checks", "tokens.py"} <= shown and not {"course", "_share", "__pycache__"} & shown


def test_what_is_kept_in_memory_is_bounded(looked: Looked) -> None:
    options = {place: options for place, _, kind, options in looked.mounts if kind == "tmpfs"}
    assert set(options) == {"/", "/scratch", str(repository() / "src" / "motamot")}  # type: ignore[operator]
    for place, size, files in (("/", "size=1024k", 4096), ("/scratch", "size=65536k", 4096), (str(repository() / "src" / "motamot"), "size=64k", 512)):  # type: ignore[operator]  # fmt: skip
        assert {size, f"nr_inodes={files}"} <= set(options[place].split(",")), place
    assert {"mode=700"} <= set(options["/scratch"].split(","))


# --- From inside, with no filter of calls ---------------------------------------------------------------------


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


KEYS = {"x86_64": (248, 250), "aarch64": (217, 219)}


@pytest.mark.skipif(platform.machine() not in KEYS, reason="the numbers of these calls are not known here")
def test_keys_of_the_one_who_grades_are_not_found() -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    add, control = KEYS[platform.machine()]
    kept: list[object] = []

    def grade() -> None:
        # A thread has credentials of its own: the session of the tests stays as it was.
        session = libc.syscall(control, 1, None)
        key = libc.syscall(add, b"user", b"motamot-secret", b"x", ctypes.c_size_t(1), ctypes.c_long(-3))
        for place in open_parent(False):
            cell = (
                f"import ctypes\nlibc = ctypes.CDLL(None)\nfound = [libc.syscall({control}, 10, ctypes.c_long(place), "
                "b'user', b'motamot-secret', 0) for place in (-1, -2, -3, -4, -5)]"
            )
            kept.extend([session, key, found(place, cell)])

    thread = threading.Thread(target=grade)
    thread.start()
    thread.join()
    session, key, seen = kept
    assert session != -1 and key != -1  # type: ignore[comparison-overlap]
    assert seen == [-1] * 5


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
    thread = threading.Thread(target=run, args=(unfiltered, "import time\ntime.sleep(9)"))
    thread.start()
    end = time.monotonic() + 8
    runners: list[psutil.Process] = []
    while not runners and time.monotonic() < end:
        time.sleep(0.1)
        with contextlib.suppress(psutil.NoSuchProcess):
            runners = parent.children()
    time.sleep(0.5)
    parent.kill()
    gone, alive = psutil.wait_procs(runners, timeout=4)
    assert len(gone) == 1 and not alive
    thread.join()
