"""Which modules a notebook is likely to use, so that the warm process has them loaded before it forks."""

from __future__ import annotations

import re
from collections.abc import Sequence

# A wrong guess costs time, nothing else.
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


def groups_of(cells: Sequence[str]) -> list[str]:
    """Return the groups of modules that the cells speak of.

    Examples
    --------
    >>> groups_of(["import nltk", "x = 1"]), groups_of(["import pandas"])
    (['science'], [])
    """
    return [group for group, sign in _SIGNS.items() if any(sign.search(cell) for cell in cells)]
