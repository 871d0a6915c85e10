"""Attacks on the reader: a notebook made to be slow to read takes no longer than it is worth."""

import io
import json
import time
from collections.abc import Callable
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motamot.course.grading import salvage_stream
from motamot.course.grading.salvage import salvage
from motamot.course.grading.submissions_findings import Refused

HEAD = b'{"cells": [{"cell_type": "code", "source": "a = 1", "outputs": '


def of_empty_lists() -> bytes:
    return HEAD + b"[" + b"[]," * (4 << 20) + b"[]]}]}"


def of_deep_lists() -> bytes:
    return HEAD + b"[" * (6 << 20) + b"]" * (6 << 20) + b"}]}"


def of_empty_texts_and_lists() -> bytes:
    return HEAD + b"[" + b'[""],' * (12 << 20) + b"[]]}]}"


def of_cells_that_never_end() -> bytes:
    begun = b'{"cell_type": "code", "source": "x"}, ' + b'{"cell_type":' * 300
    return b'{"cells":[' + begun + b'["' + b'","' * 1_500_000


@pytest.mark.parametrize(
    "make", [of_empty_lists, of_deep_lists, of_empty_texts_and_lists, of_cells_that_never_end]
)
def test_a_notebook_made_to_be_slow_to_read_is_not(make: Callable[[], bytes]) -> None:
    raw = make()
    start = time.process_time()
    try:
        cells: tuple[str, ...] = salvage(io.BytesIO(raw)).cells
    except Refused as refused:
        assert refused.finding.code == "too_intricate"
    else:
        assert cells in (("a = 1",), ("x",))
    assert time.process_time() - start < 20


OUTPUTS = st.recursive(
    st.floats(allow_nan=False, allow_infinity=False) | st.text(alphabet='a"\\[]{}', max_size=5),
    lambda inner: st.lists(inner, max_size=6) | st.dictionaries(st.sampled_from("ab"), inner, max_size=4),
    max_leaves=60,
)


@given(st.lists(OUTPUTS, max_size=9), st.integers(20, 400))
@pytest.mark.parametrize("long", [1, 16])
def test_brackets_counted_together_end_where_those_looked_at_one_by_one_do(
    long: int, outputs: list[object], size: int
) -> None:
    cells = [{"outputs": outputs, "source": "a = [1]", "metadata": {"b": outputs}} for _ in range(3)]
    raw = json.dumps({"cells": cells}).encode()
    dropper, kept = salvage_stream._Dropper(), b""
    with mock.patch.object(salvage_stream, "_LONG", long):
        for place in range(0, len(raw), size):
            kept += dropper.take(raw[place : place + size])
    assert json.loads(kept) == {"cells": [{**cell, "outputs": []} for cell in cells]}
