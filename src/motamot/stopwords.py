"""Stop words: the kit's own list of French function words, in groups that can be kept or left out."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from motamot._language import current_language, message
from motamot._paths import share
from motamot.errors import MotamotError

if TYPE_CHECKING:
    import pandas as pd


def stop_words(keep: Iterable[str] = ("negation",)) -> frozenset[str]:
    """Return the stop words, without the groups that shall stay in the text.

    Parameters
    ----------
    keep : list of str, default ("negation",)
        Groups whose words are kept in the text. Negation is kept by default, because *nous ne baissons
        pas les prix* without it says the contrary. ``keep=()`` returns the whole list;
        :func:`stop_word_groups` shows the groups.

    Returns
    -------
    frozenset of str
        Words in lower case with a straight apostrophe, each one token of :func:`motamot.tokenize`.

    Raises
    ------
    MotamotError
        For a group that does not exist; the message lists those that do.

    Examples
    --------
    >>> "pas" in stop_words(), "pas" in stop_words(keep=())
    (False, True)
    >>> "nous" in stop_words(keep=["negation", "nous_notre"])
    False
    """
    groups = _groups()
    kept = {keep} if isinstance(keep, str) else set(keep)
    for name in sorted(kept - groups.keys()):
        raise MotamotError(message("stopwords.unknown", group=name, known=", ".join(groups)))
    return frozenset(word for name, words in groups.items() if name not in kept for word in words)


def stop_word_groups() -> pd.DataFrame:
    """Return the groups of the stop list, so that it can be read and questioned.

    Returns
    -------
    pandas.DataFrame
        One row a group: `group` (the name for ``keep=``), `label` (in the language in use), `count`
        (number of words) and `words`.

    Examples
    --------
    >>> stop_word_groups()["group"].tolist()[:2]
    ['articles', 'pronouns']
    """
    import pandas as pd

    label = f"label_{current_language()}"
    labels = {row["group"]: row[label] for row in _rows()}
    rows = [(name, labels[name], len(words), " ".join(words)) for name, words in _groups().items()]
    return pd.DataFrame(rows, columns=["group", "label", "count", "words"])


@cache
def _rows() -> tuple[dict[str, str], ...]:
    with share("data", "stopwords", "stopwords.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file, delimiter=";"))


def _groups() -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for row in _rows():
        groups.setdefault(row["group"], []).append(row["word"])
    return groups
