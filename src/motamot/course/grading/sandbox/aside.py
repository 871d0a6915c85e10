"""A fork of the warm parent that runs no submission: the judge's own, with the libraries loaded already.

What it is to do, and all that it needs for it, comes over its own pipe: the parent never knows.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
import tempfile
from typing import NoReturn

from .system import close_others


def step_aside(asked: int, answered: int, errors: int) -> NoReturn:
    """Do the judge's work until it closes its pipe: called in a fork of the parent, and never returns.

    Parameters
    ----------
    asked, answered : int
        Descriptors of pipes. The first line names a module, whose ``serve`` is given the rest, and the
        judge's environment and module path.
    errors : int
        The judge's standard error.
    """
    code = 1
    try:
        # A session of its own: a Ctrl-C is for the judge, which then closes the pipe.
        os.setsid()
        os.dup2(errors, 1)
        os.dup2(errors, 2)
        close_others({asked, answered})
        with os.fdopen(asked, encoding="utf-8") as orders, os.fdopen(answered, "w", encoding="utf-8") as said:
            told = json.loads(orders.readline())
            os.environ.clear()
            os.environ.update(told["environment"])
            sys.path[:] = told["path"]
            tempfile.tempdir = None
            importlib.import_module(told["module"]).serve(orders, said)
        code = 0
    except BaseException:
        sys.excepthook(*sys.exc_info())
    finally:
        os._exit(code)
