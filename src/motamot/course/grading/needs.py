"""Which modules a notebook is likely to use, so that the warm process has them loaded before it forks."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Sequence

# A wrong guess costs time, and nothing else but for IPython: its shell must be in place before a cell runs.
_SIGNS = {
    # IPython by its name, or by what only it understands: ``%time``, ``!ls``, ``x = !ls``, ``words?``.
    "shell": re.compile(
        r"IPython|ipywidgets|asyncio|\bawait\b|^[ \t]*[%!?]|=[ \t]*[%!]|^[ \t]*[\w.]+\?\??[ \t]*$",
        re.MULTILINE,
    ),
    "clouds": re.compile(r"word_?cloud", re.IGNORECASE),
    "pictures": re.compile(r"\b(?:savefig|plot_map|tight_layout|\w*draw\w*)\b"),
    "themes": re.compile(
        r"\b(?:load_lexicon|count_themes|count_entries|validate_themes|load_gold|gold_\w+)\b"
    ),
    "science": re.compile(r"\b(?:nltk|scipy|simplemma)\b"),
}


def groups_of(cells: Sequence[str], files: Iterable[str] = ()) -> list[str]:
    """Return the groups of modules that the cells speak of, or files beside them, in Base64.

    Of files only IPython matters: else a module of the learner's own would find the notebook's shell in those
    classes alone where somebody else's notebook had asked for it before.

    Examples
    --------
    >>> groups_of(["import nltk", "x = 1"]), groups_of(["import pandas"])
    (['science'], [])
    """
    groups = [group for group, sign in _SIGNS.items() if any(sign.search(cell) for cell in cells)]
    if "shell" not in groups and any(b"IPython" in base64.b64decode(one) for one in files):
        groups.append("shell")
    return groups
