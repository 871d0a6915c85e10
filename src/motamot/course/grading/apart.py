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


class Apart:
    """Makes each run in a new process; a stand-in for `Parent` that promises much less."""

    sandboxed = False
    seccomp = False

    def run(self, order: dict[str, Any], limits: Limits) -> Run:
        """Make a run, and return what it claims."""
        start = monotonic()
        expired = threading.Event()
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

            def end() -> None:
                expired.set()
                _kill(process)

            body = json.dumps(limits.to_json()).encode() + b"\n" + json.dumps(order).encode()
            clock = threading.Timer(limits.run_seconds + _START_SECONDS, end)
            writer = threading.Thread(target=_write, args=(process, body), daemon=True)
            clock.start()
            writer.start()
            assert process.stdout is not None
            claims = process.stdout.read(limits.claims + 65536)
            clock.cancel()
            _kill(process)
            process.stdout.close()
            process.wait()
            writer.join()
        report = {"timeout": expired.is_set(), "wall": round(monotonic() - start, 3)}
        return read_report(json.dumps(report).encode(), read_claims(claims))

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


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End the process and its group."""
    if sys.platform == "win32":
        process.kill()
        return
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except OSError:
        process.kill()
