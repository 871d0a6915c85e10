"""What the sandbox asks of the kernel, call by call: namespaces, descriptors, keys."""

import ctypes
import os
import platform
import threading
from pathlib import Path

import pytest
from sandbox_runs import LIMITS, found, open_parent

from motamot.course.grading.places import open_sandbox
from motamot.course.grading.sandbox import system


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
