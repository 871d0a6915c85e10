"""A new fork of the warm parent shuts itself in, and is from then on the runner."""

from __future__ import annotations

import contextlib
import os
import socket
from typing import NoReturn

from . import limits as limiting
from . import system
from .filter import Filter
from .limits import Limits
from .root import Plan, build_root
from .runner import run

# Users as the new namespace numbers them: root's setup, root's runner, anybody else's runner.
SETUP, SPARE, SINGLE = 0, 1, 1000


def be_runner(
    order: int, claims: int, parent: socket.socket, limits: Limits, plan: Plan, rules: Filter | None
) -> NoReturn:
    """Be the runner: called in a fork of the parent into new namespaces, and never returns.

    Parameters
    ----------
    order, claims : int
        The descriptors of this run.
    parent : socket.socket
        Over which the parent tells which user the runner is, once the namespace has users.
    limits : Limits
        What the run may use.
    plan : Plan
        The root that it sees.
    rules : Filter, optional
        Its system calls.
    """
    try:
        # A session of its own comes first: kill(0) reaches a whole process group, whatever the namespace.
        os.setsid()
        system.close_others({order, claims, parent.fileno()})
        system.die_with_parent()
        owner = int.from_bytes(parent.recv(2), "big")
        parent.close()
        if owner not in (SPARE, SINGLE):
            raise OSError("the new namespace was given no users")
        _shut_in(owner, limits, plan, rules)
    except BaseException as error:
        os.write(claims, f"!{type(error).__name__}: {error}"[:500].encode())
        os._exit(1)
    run(order, claims, limits)


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
    if owner == SPARE:
        os.setgroups([])
        os.setresgid(owner, owner, owner)
        os.setresuid(owner, owner, owner)
    system.drop_capabilities()
    system.refuse_dumps()
    system.die_with_parent()
    system.refuse_new_privileges()
    if rules is not None:
        rules.load()
