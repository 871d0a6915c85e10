"""Notebooks of any size in little memory: their outputs are dropped while they are read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO

from motamot.course.grading.submissions_findings import Refused

BLOCK = 1 << 20
LARGEST_KEPT = 8 << 20
LARGEST_READ = 256 << 20
# Brackets and strings that are looked at one by one: some seconds' worth.
MOST_STEPS = 4_000_000
# Outputs, and pictures pasted into text: nothing that is run.
_DROPPED = (b"outputs", b"attachments")
_LONGEST_KEY = 16
_OUTSIDE = re.compile(rb'[^"{}\[\]]*+')
# Lines of output: whole strings and what stands between them, at one go.
_LINES = re.compile(rb'(?:[^"{}\[\]]++|"(?:[^"\\]++|\\.)*+")*+', re.DOTALL)
_NO_STRING = re.compile(rb'[^"]*+')
# Where a stretch without strings is so long that its brackets are better counted all together.
_LONG = 4096
_INSIDE = re.compile(rb'(?:[^"\\]++|\\.)*+', re.DOTALL)


def read_bounded(file: IO[bytes]) -> tuple[bytes, int]:
    """Read a notebook without its outputs.

    Parameters
    ----------
    file : binary file
        The notebook.

    Returns
    -------
    tuple of bytes and int
        The notebook, with empty lists for its outputs if it is large; and how many bytes were dropped.

    Raises
    ------
    Refused
        If even so it is too large, or made of nothing but brackets and quotation marks.

    Examples
    --------
    >>> import io
    >>> read_bounded(io.BytesIO(b'{"cells": []}'))
    (b'{"cells": []}', 0)
    """
    start = file.read(BLOCK)
    if len(start) < BLOCK:
        return start, 0
    dropper, kept, read = _Dropper(), bytearray(), 0
    for block in _blocks(file, start):
        read += len(block)
        kept += dropper.take(block)
        if read > LARGEST_READ or len(kept) > LARGEST_KEPT:
            limit = LARGEST_KEPT if len(kept) > LARGEST_KEPT else LARGEST_READ
            raise Refused("too_large", file="", limit=limit >> 20)
    return bytes(kept), read - len(kept)


def _blocks(file: IO[bytes], block: bytes) -> Iterator[bytes]:
    while block:
        yield block
        block = file.read(BLOCK)


class _Dropper:
    """Follows the strings and the nesting of JSON through blocks cut anywhere; checks nothing."""

    def __init__(self) -> None:
        self._carry = b""
        self._in_string = False
        self._string = b""
        self._since_string = b""
        self._depth = 0
        self._dropping = 0
        self._steps = 0

    def take(self, block: bytes) -> bytes:
        """Return what of a block is kept."""
        block = self._carry + block
        self._carry = b""
        kept = bytearray()
        place = 0
        while place < len(block):
            step = self._inside if self._in_string else self._outside
            place, piece = step(block, place)
            self._steps += 1
            if self._steps > MOST_STEPS:
                raise Refused("too_intricate", file="")
            kept += piece
        return bytes(kept)

    def _inside(self, block: bytes, place: int) -> tuple[int, bytes]:
        found = _INSIDE.match(block, place)
        end = found.end() if found else place
        self._string += block[place : min(end, place + _LONGEST_KEY - len(self._string))]
        if end < len(block) and block[end] == ord("\\"):
            self._carry = block[end:]
            return len(block), self._unless_dropping(block[place:end])
        if end < len(block):
            self._in_string = False
            end += 1
        return end, self._unless_dropping(block[place:end])

    def _outside(self, block: bytes, place: int) -> tuple[int, bytes]:
        numbers = _NO_STRING.match(block, place) if self._dropping else None
        if numbers and numbers.end() - place >= _LONG:
            return place + self._skip_numbers(numbers[0]), b""
        found = (_LINES if self._dropping else _OUTSIDE).match(block, place)
        end = found.end() if found else place
        self._since_string = (self._since_string + block[place:end])[-_LONGEST_KEY:]
        piece = self._unless_dropping(block[place:end])
        if end == len(block):
            return end, piece
        return end + 1, piece + self._sign(block[end : end + 1])

    def _skip_numbers(self, stretch: bytes) -> int:
        """Follow the nesting through lists of numbers; return where what is dropped ends, or the stretch."""
        import numpy as np

        change = np.zeros(256, dtype=np.int8)
        change[list(b"[{")], change[list(b"]}")] = 1, -1
        depths = self._depth + np.cumsum(change[np.frombuffer(stretch, dtype=np.uint8)], dtype=np.int64)
        left = np.flatnonzero(depths < self._dropping)
        end = int(left[0]) + 1 if left.size else len(stretch)
        self._depth = int(depths[end - 1])
        self._since_string = stretch[max(0, end - _LONGEST_KEY) : end]
        self._dropping = 0 if left.size else self._dropping
        return end

    def _sign(self, sign: bytes) -> bytes:
        """Follow a quote or bracket; return what of it is kept."""
        if sign == b'"':
            self._in_string = True
            self._string = self._since_string = b""
        elif sign in b"{[":
            self._depth += 1
            if not self._dropping and self._string in _DROPPED and self._since_string.strip() == b":":
                self._dropping = self._depth
                return b"[]"
        else:
            self._depth -= 1
            if self._dropping > self._depth:
                self._dropping = 0
                return b""
        return self._unless_dropping(sign)

    def _unless_dropping(self, piece: bytes) -> bytes:
        return b"" if self._dropping else piece
