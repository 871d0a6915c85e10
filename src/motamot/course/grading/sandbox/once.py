"""One run in a process of its own, where there are no namespaces: limits, and no more."""

from __future__ import annotations

import json
import os
import sys
from typing import NoReturn

from . import limits as limiting
from .limits import Limits
from .runner import run
from .warmth import load_group


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
        line += os.read(source, 1)
    if sys.platform == "win32":
        import msvcrt

        msvcrt.setmode(source, os.O_BINARY)
        msvcrt.setmode(claims, os.O_BINARY)
    load_group("base")
    limits = Limits.from_json(json.loads(line))
    if sys.platform != "win32":
        limiting.apply(limits, own_user=False)
    run(source, claims, limits)
