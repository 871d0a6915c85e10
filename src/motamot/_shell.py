"""The notebook that runs this code: IPython's shell, where there is one."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any


def running_shell() -> Any | None:
    """Return the shell of the running notebook, None outside one."""
    # A notebook has loaded IPython before its first cell; elsewhere it is not worth its import.
    if "IPython" not in sys.modules:
        return None
    from IPython import get_ipython

    return get_ipython()


def formatters() -> Mapping[str, Any]:
    """Return what the running notebook shows values with, by kind of output; empty outside one."""
    display = getattr(running_shell(), "display_formatter", None)
    return {} if display is None else display.formatters
