"""Built-in names that the learner's notebook took for something else: ``list = [...]``."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from types import FunctionType
from typing import Any

from motamot._language import message
from motamot._shell import running_shell

_MOST_NAMED = 5


def shadowed_names(answer: object) -> str:
    """Return a sentence on the built-in names that the notebook overwrote, empty if there are none.

    Examples
    --------
    >>> exec("len = 3", names := {})
    >>> exec("def count(text): return len(text)", names)
    >>> shadowed_names(names["count"]).strip()[:38]
    'In this notebook, len is not Python’s '
    """
    names = dict(_notebook())
    if type(answer) is FunctionType:
        names.update(answer.__globals__)
    taken = [name for name, value in names.items() if _is_taken(name, value)]
    if not taken:
        return ""
    return "\n" + message("checks.shadowed", names=", ".join(sorted(taken)[:_MOST_NAMED]))


def _is_taken(name: object, value: object) -> bool:
    """Tell whether a built-in function or type now is a value that cannot be called."""
    return (
        type(name) is str
        and not name.startswith("_")
        and callable(getattr(builtins, name, None))
        and not callable(value)
    )


def _notebook() -> Mapping[str, Any]:
    names: Mapping[str, Any] = getattr(running_shell(), "user_ns", {})
    return names
