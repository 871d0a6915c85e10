"""Runs where code cannot be shut in: a process with limits each, and reports that say so."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
from typing import Any

from motamot.course.grading.claimed import Run, read_claims, read_report
from motamot.course.grading.parent import FLAGS, START, environment
from motamot.course.grading.sandbox.limits import Limits
from motamot.course.grading.sandbox.waiting import TreeTime

# Loading pandas and matplotlib anew comes on top of the run itself.
_START_SECONDS = 30.0
_PATIENCE = 2.0
_LOOK_SECONDS = 0.1


class Apart:
    """Makes each run in a new process; a stand-in for `Parent` that promises much less."""

    sandboxed = False
    seccomp = False

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._running: set[subprocess.Popen[bytes]] = set()
        self._closed = False

    def run(self, order: dict[str, Any], limits: Limits) -> Run:
        """Make a run, and return what it claims."""
        claims = bytearray()
        body = json.dumps(limits.to_json()).encode() + b"\n" + json.dumps(order).encode()
        with tempfile.TemporaryDirectory(prefix="motamot-", ignore_cleanup_errors=True) as scratch:
            process = self._begin(scratch)
            if process is None:
                return Run(failed="no run is made any more")
            time = TreeTime(process.pid)
            threads = [
                threading.Thread(target=_write, args=(process, body), daemon=True),
                threading.Thread(target=_read, args=(process, claims, limits.claims + 65536), daemon=True),
            ]
            for thread in threads:
                thread.start()
            expired = not _ends(process, time, limits)
            own = time.read()
            _kill(process)
            process.wait()
            with self._lock:
                self._running.discard(process)
            # What the submission left running may hold the pipe open for ever.
            threads[1].join(_PATIENCE)
        report = {"timeout": expired, "own": round(own, 3), "wall": round(time.elapsed, 3)}
        return read_report(json.dumps(report).encode(), read_claims(bytes(claims)))

    def close(self) -> None:
        """End every run; none is made any more."""
        with self._lock:
            self._closed = True
            for process in self._running:
                _kill(process)

    def _begin(self, scratch: str) -> subprocess.Popen[bytes] | None:
        """Start the process of a run, but for one that comes after the end."""
        with self._lock:
            if self._closed:
                return None
            process = subprocess.Popen(
                [sys.executable, *FLAGS, str(START), "once"],
                env=environment(),
                cwd=scratch,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
            self._running.add(process)
            return process


def _ends(process: subprocess.Popen[bytes], time: TreeTime, limits: Limits) -> bool:
    """Wait for a run to end, and tell whether it did in time."""
    while time.read() < limits.run_seconds + _START_SECONDS and time.elapsed < limits.clock_seconds:
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(_LOOK_SECONDS)
            return True
    return False


def _write(process: subprocess.Popen[bytes], body: bytes) -> None:
    assert process.stdin is not None
    try:
        with process.stdin as pipe:
            pipe.write(body)
    except OSError:
        # The process ended before it read its order; the lack of claims tells it.
        return


def _read(process: subprocess.Popen[bytes], claims: bytearray, most: int) -> None:
    """Read to the end, or until it is more than agreed; a runner that floods is then ended."""
    assert process.stdout is not None
    with process.stdout as pipe:
        while len(claims) <= most:
            piece = os.read(pipe.fileno(), 65536)
            if not piece:
                return
            claims += piece
    _kill(process)


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End the process and its group."""
    if sys.platform == "win32":
        process.kill()
        return
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except OSError:
        process.kill()
