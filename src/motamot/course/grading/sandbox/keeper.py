"""The warm parent as the keeper of its runs: forks each, ends it in time, and says what became of it."""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import socket
from dataclasses import dataclass
from typing import Any

from . import system
from .filter import Filter
from .limits import Limits
from .root import Plan
from .shut_in import SETUP, SINGLE, SPARE, be_runner
from .waiting import TreeTime

_NOBODY = 65534
# How often it is looked at what a run has had of the processor.
_LOOK_SECONDS = 0.1


@dataclass(frozen=True)
class Ends:
    """The descriptors of one run: order, claims, and the report on it, which the runner never holds."""

    order: int
    claims: int
    report: int


@dataclass
class _Watched:
    """A run that goes on."""

    process: int
    report: int
    limits: Limits
    time: TreeTime
    timeout: bool = False

    def left(self) -> float:
        """Return the seconds that it may still take."""
        return min(self.limits.run_seconds - self.time.read(), self.limits.clock_seconds - self.time.elapsed)


class Keeper:
    """Keeps the runs of one process, which alone may wait for them."""

    def __init__(self) -> None:
        self._runs: dict[int, _Watched] = {}

    def start(self, ends: Ends, limits: Limits, plan: Plan, rules: Filter | None) -> None:
        """Fork a run; its descriptors are the keeper's from now on.

        Parameters
        ----------
        ends : Ends
            The run's own descriptors.
        limits : Limits
            What it may use.
        plan : Plan
            The root that it sees.
        rules : Filter, optional
            Its system calls.
        """
        try:
            handle, process = _fork(ends, limits, plan, rules)
        except OSError as error:
            _report(ends.report, {"failed": f"{type(error).__name__}: {error}"[:500]})
        else:
            self._runs[handle] = _Watched(process, ends.report, limits, TreeTime(process))
        os.close(ends.order)
        os.close(ends.claims)

    def wait_for(self, judge: socket.socket) -> None:
        """Wait for the next order, and meanwhile end runs whose time is up and report on those that ended."""
        while True:
            poll = select.poll()
            for one in (judge.fileno(), *self._runs):
                poll.register(one, select.POLLIN)
            left = [run.left() for run in self._runs.values() if not run.timeout]
            patience = max(0.0, min(_LOOK_SECONDS, *left)) * 1000 if left else None
            ready = [one for one, _ in poll.poll(patience)]
            for handle in self._runs.keys() & ready:
                _bury(handle, self._runs.pop(handle))
            for handle, run in self._runs.items():
                if not run.timeout and run.left() <= 0:
                    run.timeout = True
                    # The runner is the first process of its namespace: none there outlives it.
                    signal.pidfd_send_signal(handle, signal.SIGKILL)
            if judge.fileno() in ready:
                return


def _fork(ends: Ends, limits: Limits, plan: Plan, rules: Filter | None) -> tuple[int, int]:
    """Fork the runner, and return a handle of it and its number."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        process = system.fork_into(system.NAMESPACES)
        if process == 0:
            be_runner(ends.order, ends.claims, theirs, limits, plan, rules)
        handle = os.pidfd_open(process)
        ours.send(_name_users(process).to_bytes(2, "big"))
    return handle, process


def _name_users(runner: int) -> int:
    """Give the namespace of a runner its users, and return which it will be; 0 if that is not to be had.

    As root, the runner gets a second user, "nobody" outside: limits on processes do not hold for root.
    """
    user, group = os.geteuid(), os.getegid()
    if user == 0 and _write_maps(
        runner, f"{SETUP} 0 1\n{SPARE} {_NOBODY} 1\n", f"{SETUP} {group} 1\n{SPARE} {_NOBODY} 1\n"
    ):
        return SPARE
    _write(runner, "setgroups", "deny")
    return SINGLE if _write_maps(runner, f"{SINGLE} {user} 1\n", f"{SINGLE} {group} 1\n") else 0


def _write_maps(runner: int, users: str, groups: str) -> bool:
    return _write(runner, "uid_map", users) and _write(runner, "gid_map", groups)


def _write(runner: int, name: str, text: str) -> bool:
    try:
        with open(f"/proc/{runner}/{name}", "w", encoding="ascii") as file:  # noqa: PTH123
            file.write(text)
    except OSError:
        return False
    return True


def _bury(handle: int, run: _Watched) -> None:
    """Report a run's end, which is that of all that it started, and what it used."""
    own = run.time.read()
    _, status, usage = os.wait4(run.process, 0)
    os.close(handle)
    _report(
        run.report,
        {
            "timeout": run.timeout,
            "signal": os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0,
            "cpu": round(usage.ru_utime + usage.ru_stime, 3),
            "own": round(own, 3),
            "wall": round(run.time.elapsed, 3),
            "memory": usage.ru_maxrss,
        },
    )


def _report(descriptor: int, said: dict[str, Any]) -> None:
    # A judge that has ended reads no more.
    with contextlib.suppress(OSError):
        os.write(descriptor, json.dumps(said).encode())
    os.close(descriptor)
