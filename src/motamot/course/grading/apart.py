"""Runs where code cannot be shut in: a process with limits each, and reports that say so."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
from time import monotonic
from typing import Any

from motamot.course.grading.claimed import Run, read_claims, read_report
from motamot.course.grading.parent import FLAGS, START, environment
from motamot.course.grading.sandbox.limits import Limits

# Loading pandas and matplotlib anew comes on top of the run itself.
_START_SECONDS = 30.0
_PATIENCE = 2.0


class Apart:
    """Makes each run in a new process; a stand-in for `Parent` that promises much less."""

    sandboxed = False
    seccomp = False

    def run(self, order: dict[str, Any], limits: Limits) -> Run:
        """Make a run, and return what it claims."""
        start = monotonic()
        claims = bytearray()
        body = json.dumps(limits.to_json()).encode() + b"\n" + json.dumps(order).encode()
        with tempfile.TemporaryDirectory(prefix="motamot-", ignore_cleanup_errors=True) as scratch:
            process = subprocess.Popen(
                [sys.executable, *FLAGS, str(START), "once"],
                env=environment(),
                cwd=scratch,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
            threads = [
                threading.Thread(target=_write, args=(process, body), daemon=True),
                threading.Thread(target=_read, args=(process, claims, limits.claims + 65536), daemon=True),
            ]
            for thread in threads:
                thread.start()
            try:
                process.wait(limits.run_seconds + _START_SECONDS)
                expired = False
            except subprocess.TimeoutExpired:
                expired = True
            _kill(process)
            process.wait()
            # What the submission left running may hold the pipe open for ever.
            threads[1].join(_PATIENCE)
        report = {"timeout": expired, "wall": round(monotonic() - start, 3)}
        return read_report(json.dumps(report).encode(), read_claims(bytes(claims)))

    def close(self) -> None:
        """Do nothing: no process outlives its run, as far as that can be had."""


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
