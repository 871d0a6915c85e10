"""The warm parent: loads what notebooks use, then forks a runner at each order.

It never sees a submission: an order is a message of limits, and of groups of modules to have loaded, with
three descriptors; the code goes over one of them from the judge to the runner.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import socket
from typing import NoReturn

from .aside import step_aside
from .filter import make_filter
from .keeper import Ends, Keeper
from .limits import Limits
from .root import Plan, make_plan
from .system import use_large_pages
from .warmth import GROUPS, load_group

_LARGEST_ORDER = 65536


def serve(descriptor: int, filtered: bool) -> NoReturn:
    """Answer orders from the judge until its end of the socket closes.

    Parameters
    ----------
    descriptor : int
        A socket that keeps messages apart.
    filtered : bool
        Whether system calls are filtered where libseccomp is installed.
    """
    judge = socket.socket(fileno=descriptor)
    try:
        plan, rules = _load("base"), make_filter() if filtered else None
    except Exception as error:
        judge.send(json.dumps({"failed": f"{type(error).__name__}: {error}"[:500]}).encode())
        os._exit(1)
    loaded = {"base"}
    keeper = Keeper()
    judge.send(json.dumps({"ready": True, "seccomp": rules is not None, "pid": os.getpid()}).encode())
    while True:
        keeper.wait_for(judge)
        message, descriptors, _, _ = socket.recv_fds(judge, _LARGEST_ORDER, 3)
        if not message:
            # The judge is gone, and with this process all runs are.
            os._exit(0)
        order = json.loads(message)
        if order.get("end"):
            _end()
        if order.get("aside"):
            _fork_aside(descriptors)
            continue
        for group in order["groups"]:
            if group in GROUPS and group not in loaded:
                plan = _load(group)
                loaded.add(group)
        keeper.start(Ends(*descriptors), Limits.from_json(order["limits"]), plan, rules)


def _fork_aside(descriptors: list[int]) -> None:
    if os.fork() == 0:
        step_aside(*descriptors)
    for one in descriptors:
        os.close(one)


def _load(group: str) -> Plan:
    """Load a group of modules, make what is in memory cheap to fork, and see what runs need to be shown."""
    # Loading makes next to no garbage: to look for it takes longer than to keep it.
    gc.disable()
    load_group(group)
    gc.freeze()
    gc.enable()
    use_large_pages()
    return make_plan()


def _end() -> NoReturn:
    """End when all that was forked has ended; the judge, which waits, kills what takes too long."""
    with contextlib.suppress(ChildProcessError):
        while True:
            os.wait()
    os._exit(0)
