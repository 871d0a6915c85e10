"""The notebook that asks: IPython's shell, where there is one."""

from __future__ import annotations

from typing import Any


def running_shell() -> Any | None:
    """Return the shell of the running notebook, None outside one."""
    try:
        from IPython import get_ipython
    except ImportError:
        return None
    return get_ipython()


def last_cell_failed() -> bool:
    """Tell whether the cell run before this one stopped with an error, so that names hold older values."""
    return not getattr(running_shell(), "last_execution_succeeded", True)
