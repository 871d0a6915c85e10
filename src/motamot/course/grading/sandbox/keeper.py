"""The keeper of one run: shuts itself in, forks the runner, ends it in time, and says what became of it."""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import socket
from dataclasses import dataclass
from time import monotonic
from typing import Any, NoReturn

from . import limits as limiting
from . import system
from .filter import Filter
from .limits import Limits
from .root import Plan, build_root
from .runner import run

_SETUP, _SINGLE, _SPARE = 0, 1000, 1
_NOBODY = 65534


@dataclass(frozen=True)
class Ends:
    """The descriptors of one run: order, claims, and the keeper's report, which the runner never holds."""

    order: int
    claims: int
    report: int


def keep(ends: Ends, parent: socket.socket, limits: Limits, plan: Plan, rules: Filter | None) -> NoReturn:
    """Be the keeper: called in a fork of the parent, and never returns.

    Parameters
    ----------
    ends : Ends
        This run's own descriptors.
    parent : socket.socket
        Over which the parent is asked to name the users of the new namespace.
    limits : Limits
        What the run may use.
    plan : Plan
        The root that the runner sees.
    rules : Filter, optional
        Its system calls.
    """
    try:
        # A session of its own comes first: kill(0) reaches a whole process group, whatever the namespace.
        os.setsid()
        system.close_others({*vars(ends).values(), parent.fileno()})
        system.die_with_parent()
        owner = _leave(parent)
        runner = os.fork()
        if runner == 0:
            _be_runner(ends, owner, limits, plan, rules)
        os.close(ends.order)
        os.close(ends.claims)
        report: dict[str, Any] = _wait(runner, limits.run_seconds)
    except BaseException as error:
        report = {"failed": f"{type(error).__name__}: {error}"[:500]}
    with contextlib.suppress(OSError):
        os.write(ends.report, json.dumps(report).encode())
    os._exit(0)


def name_users(keeper: int, child: socket.socket) -> None:
    """Give the namespace of a keeper its users; the parent's part, which alone has the right to do it.

    As root, the runner gets a second user, "nobody" outside: limits on processes do not hold for root.
    """
    child.settimeout(10)
    with contextlib.suppress(OSError):
        if child.recv(1) != b"u":
            return
        user, group = os.geteuid(), os.getegid()
        spare = user == 0 and _write_maps(
            keeper, f"{_SETUP} 0 1\n{_SPARE} {_NOBODY} 1\n", f"{_SETUP} {group} 1\n{_SPARE} {_NOBODY} 1\n"
        )
        if spare:
            child.send(b"2")
            return
        _write(keeper, "setgroups", "deny")
        single = _write_maps(keeper, f"{_SINGLE} {user} 1\n", f"{_SINGLE} {group} 1\n")
        child.send(b"1" if single else b"0")


def _write_maps(keeper: int, users: str, groups: str) -> bool:
    return _write(keeper, "uid_map", users) and _write(keeper, "gid_map", groups)


def _write(keeper: int, name: str, text: str) -> bool:
    try:
        with open(f"/proc/{keeper}/{name}", "w", encoding="ascii") as file:  # noqa: PTH123
            file.write(text)
    except OSError:
        return False
    return True


def _leave(parent: socket.socket) -> int:
    """Enter new namespaces and return the user that the runner will be there."""
    system.unshare(system.NAMESPACES)
    parent.send(b"u")
    answer = parent.recv(1)
    parent.close()
    if answer not in (b"1", b"2"):
        raise OSError("the new namespace was given no users")
    return _SPARE if answer == b"2" else _SINGLE


def _wait(runner: int, seconds: float) -> dict[str, Any]:
    """Wait for the runner, end it and all that it started, and report its end and what it used."""
    start = monotonic()
    handle = os.pidfd_open(runner)
    ready, _, _ = select.select([handle], [], [], seconds)
    if not ready:
        # The runner is the first process of its namespace: none there outlives it.
        os.kill(runner, signal.SIGKILL)
    _, status, usage = os.wait4(runner, 0)
    return {
        "timeout": not ready,
        "signal": os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0,
        "cpu": round(usage.ru_utime + usage.ru_stime, 3),
        "wall": round(monotonic() - start, 3),
        "memory": usage.ru_maxrss,
    }


def _be_runner(ends: Ends, owner: int, limits: Limits, plan: Plan, rules: Filter | None) -> NoReturn:
    try:
        # Another session than the keeper's: see keep.
        os.setsid()
        os.close(ends.report)
        _shut_in(owner, limits, plan, rules)
    except BaseException as error:
        os.write(ends.claims, f"!{type(error).__name__}: {error}"[:500].encode())
        os._exit(1)
    run(ends.order, ends.claims, limits)


def _shut_in(owner: int, limits: Limits, plan: Plan, rules: Filter | None) -> None:
    """Take away, in this order, the sight of the system, the means, the rights, and the calls."""
    # No namespaces in the namespace; and when memory is short, this process is the first to go.
    for name, text in (("sys/user/max_user_namespaces", "0"), ("self/oom_score_adj", "1000")):
        with contextlib.suppress(OSError), open(f"/proc/{name}", "w", encoding="ascii") as file:  # noqa: PTH123
            file.write(text)
    limiting.apply(limits)
    build_root(plan, limits.scratch, owner)
    system.set_host_name("motamot")
    system.leave_keyring()
    for descriptor, flags in ((0, os.O_RDONLY), (1, os.O_WRONLY), (2, os.O_WRONLY)):
        null = os.open("/dev/null", flags)
        os.dup2(null, descriptor)
        os.close(null)
    if owner == _SPARE:
        os.setgroups([])
        os.setresgid(owner, owner, owner)
        os.setresuid(owner, owner, owner)
    system.drop_capabilities()
    system.refuse_dumps()
    system.die_with_parent()
    system.refuse_new_privileges()
    if rules is not None:
        rules.load()
