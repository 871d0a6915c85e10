"""One run in a process of its own, where there are no namespaces: limits, and what else can be taken away."""

from __future__ import annotations

import contextlib
import json
import os
import sys
from typing import NoReturn

from . import limits as limiting
from .limits import Limits
from .runner import run
from .warmth import load_group

_NOBODY = 65534


def serve() -> NoReturn:
    """Read the limits, a line of standard input, and the order, its rest; claim on standard output."""
    source = os.dup(0)
    claims = os.dup(1)
    for descriptor, flags in ((0, os.O_RDONLY), (1, os.O_WRONLY), (2, os.O_WRONLY)):
        null = os.open(os.devnull, flags)
        os.dup2(null, descriptor)
        os.close(null)
    line = b""
    while not line.endswith(b"\n"):
        sign = os.read(source, 1)
        if not sign:
            # The judge has ended.
            os._exit(1)
        line += sign
    if sys.platform == "win32":
        import msvcrt

        msvcrt.setmode(source, os.O_BINARY)
        msvcrt.setmode(claims, os.O_BINARY)
    for group in ("base", "shell"):
        load_group(group)
    limits = Limits.from_json(json.loads(line))
    if sys.platform != "win32":
        limiting.apply(limits, own_user=False)
    if sys.platform == "linux":
        _step_down()
    run(source, claims, limits)


def _step_down() -> None:
    """Give up what Linux lets a process give up without namespaces: root's rights, programs, the network."""
    from . import system
    from .filter import make_filter

    if os.geteuid() == 0:
        _become_nobody()
    system.die_with_parent()
    system.refuse_new_privileges()
    system.refuse_dumps()
    rules = make_filter()
    if rules is not None:
        with contextlib.suppress(OSError):
            rules.load()


def _become_nobody() -> None:
    """Stop being root for good, unless nobody else could read Python and the kit: then nothing would run."""
    import motamot
    from motamot._paths import share

    needed = (os.__file__, motamot.__file__, str(share("data")), *filter(os.path.exists, sys.path))
    os.setgroups([])
    os.setegid(_NOBODY)
    os.seteuid(_NOBODY)
    can_read = all(os.access(path, os.R_OK, effective_ids=True) for path in needed)
    os.seteuid(0)
    os.setegid(0)
    if can_read:
        os.chown(".", _NOBODY, _NOBODY)
        os.setresgid(_NOBODY, _NOBODY, _NOBODY)
        os.setresuid(_NOBODY, _NOBODY, _NOBODY)
