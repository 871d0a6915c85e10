"""The warm parent: loads what notebooks use, then forks a keeper at each order.

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

from .filter import make_filter
from .keeper import Ends, keep, name_users
from .limits import Limits
from .root import make_plan
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
        load_group("base")
        plan, rules = make_plan(), make_filter() if filtered else None
    except Exception as error:
        judge.send(json.dumps({"failed": f"{type(error).__name__}: {error}"[:500]}).encode())
        os._exit(1)
    loaded = {"base"}
    _settle()
    judge.send(json.dumps({"ready": True, "seccomp": rules is not None, "pid": os.getpid()}).encode())
    while True:
        message, descriptors, _, _ = socket.recv_fds(judge, _LARGEST_ORDER, 3)
        if not message:
            os._exit(0)
        order = json.loads(message)
        for group in order["groups"]:
            if group in GROUPS and group not in loaded:
                load_group(group)
                loaded.add(group)
                plan = make_plan()
                _settle()
        ours, theirs = socket.socketpair()
        keeper = os.fork()
        if keeper == 0:
            judge.close()
            ours.close()
            keep(Ends(*descriptors), theirs, Limits.from_json(order["limits"]), plan, rules)
        theirs.close()
        for one in descriptors:
            os.close(one)
        name_users(keeper, ours)
        ours.close()
        _bury()


def _settle() -> None:
    """Make what is in memory cheap to fork."""
    gc.collect()
    gc.freeze()
    use_large_pages()


def _bury() -> None:
    """Let go of keepers that have ended; what they have to say they have said to the judge."""
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG) != (0, 0):
            pass
