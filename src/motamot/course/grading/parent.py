"""The judge's end of the warm parent: starts it, hands it orders, and reads what comes back."""

from __future__ import annotations

import contextlib
import json
import os
import selectors
import socket
import subprocess
import sys
import threading
from pathlib import Path
from time import monotonic
from typing import Any

from motamot.course.grading.claimed import Run, read_claims, read_report
from motamot.course.grading.needs import groups_of
from motamot.course.grading.sandbox.limits import Limits
from motamot.errors import MotamotError

START = Path(__file__).resolve().parent / "sandbox" / "start.py"
# Like -I, but for the environment, which is scrubbed anyway: a fixed hash seed makes sets come in the same
# order in every run, so that a submission graded twice has the same marks.
FLAGS = ("-s", "-P", "-B", "-X", "utf8")
# Where the user's own folders lie, above all matplotlib's list of fonts: without it each run makes one anew.
_TOLD = ("HOME", "USERPROFILE", "LOCALAPPDATA", "SYSTEMROOT", "MPLCONFIGDIR")
_START_SECONDS = 120
_GRACE = 15.0
_PATIENCE = 2.0


def environment() -> dict[str, str]:
    """Return the little that a sandbox's interpreter is told of its surroundings."""
    kept = {name: os.environ[name] for name in _TOLD if name in os.environ}
    threads = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    return {**kept, **threads, "LANG": "C.UTF-8", "PYTHONHASHSEED": "0"}


class Parent:
    """A warm process that forks a sandboxed run at each order; may be used from several threads.

    Parameters
    ----------
    filtered : bool
        Whether system calls are filtered where libseccomp is installed.

    Raises
    ------
    MotamotError
        If it does not start.
    """

    sandboxed = True

    def __init__(self, filtered: bool = True) -> None:
        self._filtered = filtered
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._socket: socket.socket | None = None
        self._closed = False
        self.seccomp = False
        with self._lock:
            self._start()

    def run(self, order: dict[str, Any], limits: Limits) -> Run:
        """Have a run made, and return what it claims."""
        process = self._process
        run, reported = self._run(order, limits)
        if not reported:
            # The warm process has ended, and with it all its runs: that is the fault of none of them.
            self._replace(process)
            run, _ = self._run(order, limits)
        return run

    def _run(self, order: dict[str, Any], limits: Limits) -> tuple[Run, bool]:
        """Have a run made, and tell whether the warm process said what became of it."""
        order_read, order_write = os.pipe()
        claims_read, claims_write = os.pipe()
        report_read, report_write = os.pipe()
        try:
            groups = groups_of(order["cells"], order["files"].values())
            wanted = {"limits": limits.to_json(), "groups": groups}
            self._ask(wanted, [order_read, claims_write, report_write])
        except OSError as error:
            for one in (order_write, claims_read, report_read):
                os.close(one)
            return Run(failed=f"The warm process is gone: {error}"), False
        finally:
            for one in (order_read, claims_write, report_write):
                os.close(one)
        body = json.dumps(order).encode()
        claims, report = _exchange(order_write, body, claims_read, report_read, limits)
        return read_report(report, read_claims(claims)), bool(report)

    def fork_aside(self, asked: int, answered: int, errors: int) -> None:
        """Have a process forked that runs no submission, and is told by its own pipe what to do.

        Parameters
        ----------
        asked, answered, errors : int
            Descriptors that it is given: pipes for orders and answers, and the judge's standard error.
        """
        self._ask({"aside": True}, [asked, answered, errors])

    def close(self) -> None:
        """End the warm process, and with it every run; none is made any more."""
        with self._lock:
            self._closed = True
            if self._socket is not None:
                with contextlib.suppress(OSError):
                    self._socket.send(json.dumps({"end": True}).encode())
                self._socket.close()
            if self._process is not None:
                end(self._process, _PATIENCE)
            self._process = self._socket = None

    def _ask(self, wanted: dict[str, Any], descriptors: list[int]) -> None:
        message = json.dumps(wanted).encode()
        with self._lock:
            if self._closed:
                raise OSError("it was ended")
            if self._process is None or self._process.poll() is not None:
                self._start()
            assert self._socket is not None
            socket.send_fds(self._socket, [message], descriptors)

    def _replace(self, process: subprocess.Popen[bytes] | None) -> None:
        """See a warm process that no longer answers to its end, so that the next order starts another."""
        with self._lock:
            if process is not None and process is self._process:
                end(process, _PATIENCE)

    def _start(self) -> None:
        if self._socket is not None:
            self._socket.close()
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        calls = "filtered" if self._filtered else "all"
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, *FLAGS, str(START), "parent", str(theirs.fileno()), calls],
                pass_fds=[theirs.fileno()],
                env=environment(),
                cwd="/",
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        self._socket = ours
        ours.settimeout(_START_SECONDS)
        try:
            answer = json.loads(ours.recv(65536) or b"{}")
        except OSError:
            answer = {}
        if not answer.get("ready"):
            reason = answer.get("failed", "it ended, or did not answer")
            raise MotamotError(f"The sandbox's warm process did not start: {reason}.")
        ours.settimeout(None)
        self.seccomp = bool(answer.get("seccomp"))


def end(process: subprocess.Popen[bytes], patience: float) -> None:
    """Wait for a process that ends by itself, and kill it if it does not."""
    try:
        process.wait(patience)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _exchange(order: int, body: bytes, claims: int, report: int, limits: Limits) -> tuple[bytes, bytes]:
    """Write the order and read the two answers to their ends, but no more and no longer than agreed."""
    most = {claims: limits.claims + 65536, report: 65536}
    read = {claims: bytearray(), report: bytearray()}
    left = memoryview(body)
    end = monotonic() + limits.clock_seconds + _GRACE
    for descriptor in (order, claims, report):
        os.set_blocking(descriptor, False)
    with selectors.DefaultSelector() as ready:
        ready.register(order, selectors.EVENT_WRITE)
        ready.register(claims, selectors.EVENT_READ)
        ready.register(report, selectors.EVENT_READ)
        while ready.get_map() and monotonic() < end:
            for key, _ in ready.select(max(0.0, end - monotonic())):
                one: int = key.fd
                if one == order:
                    left = _write_some(order, left)
                    finished = not left
                else:
                    piece = os.read(one, 65536)
                    read[one] += piece
                    # A runner that floods its pipe finds it closed.
                    finished = not piece or len(read[one]) > most[one]
                if finished:
                    ready.unregister(one)
                    os.close(one)
        for unread in [key.fd for key in ready.get_map().values()]:
            os.close(unread)
    return bytes(read[claims]), bytes(read[report])


def _write_some(descriptor: int, left: memoryview) -> memoryview:
    try:
        return left[os.write(descriptor, left) :]
    except OSError:
        # Nobody reads the order any more; what became of the run is in the report.
        return left[:0]
