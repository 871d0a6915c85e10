"""Where submissions run: shut in if this computer can do it."""

from __future__ import annotations

import platform
import sys

from motamot._language import message
from motamot.course.grading.apart import Apart
from motamot.course.grading.parent import Parent
from motamot.course.grading.sandbox.limits import Limits
from motamot.errors import MotamotError

_PROBE = "from motamot import load_interview, stop_words\nprobe = len(load_interview()) + len(stop_words())"


def open_sandbox(limits: Limits, filtered: bool = True) -> tuple[Parent | Apart, str]:
    """Return where submissions run: shut in, or, with the reason for it, apart with limits only."""
    if not sys.platform.startswith("linux"):
        return Apart(), message("grade.no_namespaces", system=platform.system())
    try:
        parent = Parent(filtered)
    except MotamotError as error:
        return Apart(), str(error)
    trial = {
        "cells": [_PROBE],
        "skip": [],
        "files": {},
        "kit": True,
        "answers": ["00.probe"],
        "tries": [],
    }
    run = parent.run(trial, limits)
    if isinstance(run.named.get("00.probe"), int):
        return parent, ""
    parent.close()
    return Apart(), run.failed or f"a first run gave nothing: {run.errors.get(0)}"
