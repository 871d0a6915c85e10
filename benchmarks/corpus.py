"""A corpus as long as is asked for, with as many different words as French has at that length.

It is made of the kit's own sentences and of invented words: new forms keep coming, as they do in real texts,
so that no cache of known words makes a function look faster than it is.
"""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from motamot import tokenize
from motamot._paths import share
from motamot.statement_files import read_statements

PARAGRAPH = 70
# Heaps' law: V = K n^B different words; about 60,000 in a million.
K, B = 15.0, 0.6
_SYLLABLES = [
    "ba",
    "cher",
    "dou",
    "fe",
    "gi",
    "lan",
    "mé",
    "non",
    "pru",
    "ri",
    "son",
    "tou",
    "vi",
    "zé",
    "quan",
    "eur",
]


class Run(NamedTuple):
    """What a call gave, and its processor time."""

    value: object
    seconds: float


def paragraphs(size: int, seed: int = 1) -> list[str]:
    """Return paragraphs of `PARAGRAPH` words, `size` words in all, half of them from the kit's statements."""
    rng = np.random.default_rng(seed)
    own = [token for text in read_statements(share("data", "statements"))["text"] for token in tokenize(text)]
    texts = []
    position = written = 0
    while written < size:
        half = own[position % len(own) : position % len(own) + PARAGRAPH // 2]
        position += PARAGRAPH // 2
        kinds = int(K * max(written, PARAGRAPH) ** B)
        # Ranks drawn so that a word of rank r comes about 1 / r as often as the first.
        ranks = np.exp(rng.random(PARAGRAPH - len(half)) * np.log(kinds)).astype(int)
        texts.append(join([*half, *map(invented, ranks), "."]))
        written += PARAGRAPH
    return texts


def invented(rank: int) -> str:
    """Return the invented word of a rank."""
    word, left = "", int(rank) + len(_SYLLABLES)
    while left:
        left, n = divmod(left, len(_SYLLABLES))
        word += _SYLLABLES[n]
    return word


def join(tokens: list[str]) -> str:
    """Write tokens as a text."""
    return " ".join(tokens).replace("’ ", "’").replace("' ", "'")


def timed(call: Callable[[], object], repeat: int = 3) -> Run:
    """Return the value and the best processor time of some calls."""
    best, value = float("inf"), None
    for _ in range(repeat):
        start = time.process_time()
        value = call()
        best = min(best, time.process_time() - start)
    return Run(value, best)


def peak_memory(call: Callable[[], object]) -> float:
    """Return the most memory in MB that a call holds at once."""
    tracemalloc.start()
    call()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 1e6
