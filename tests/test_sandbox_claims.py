"""Whatever comes back from a run is read without harm, and believed no further."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from motamot.course.grading.claimed import read_claims, read_report
from motamot.course.grading.sandbox.claims import encode
from motamot.course.grading.seen import seen

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=20,
)
KEYS = st.sampled_from(
    [
        "begun",
        "ended",
        "cell",
        "error",
        "kind",
        "text",
        "answer",
        "named",
        "checked",
        "result",
        "value",
        "variant",
    ]
)


def framed(claim: object) -> bytes:
    body = json.dumps(claim).encode()
    return len(body).to_bytes(4, "big") + body


@given(st.binary(max_size=300))
def test_any_bytes_are_read(stream: bytes) -> None:
    run = read_report(stream, read_claims(stream))
    assert run.failed or run.begun


@given(st.lists(st.dictionaries(KEYS, PLAIN, max_size=6), max_size=5))
@settings(max_examples=300)
def test_any_claims_are_read(claims: list[dict[str, object]]) -> None:
    run = read_claims(b"".join(map(framed, claims)))
    assert run.last_cell is None or run.last_cell >= 0
    assert all(isinstance(kind, str) and isinstance(text, str) for kind, text in run.errors.values())
    assert all(isinstance(name, str) for name in (*run.named, *run.checked, *run.results, run.variant))


@given(
    PLAIN
    | st.dictionaries(
        st.sampled_from(["is", "items", "pairs", "series", "bars", "words", "columns", "index", "value"]),
        PLAIN,
    )
)
@settings(max_examples=300)
def test_any_description_is_shown_in_one_short_line(description: object) -> None:
    for form in ("table", "figure", "cloud", "dict", "tuple", "function", "pattern", "numpy", "str", "set"):
        value = {**description, "is": form} if isinstance(description, dict) else description
        line = seen(value)
        assert len(line) <= 200 and line.isprintable()
        line.encode("utf-8")


@pytest.mark.parametrize(
    "body",
    [
        b"[" * 100_000,
        b'{"answer": "90.total", "named": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        b'{"answer": "90.total", "named": ' + b"9" * 100_000 + b"}",
        b'{"answer": "90.total", "named": NaN}',
        b'{"answer": "90.total", "named": -Infinity}',
        b"[1, 2]",
        b"\xff\xfe",
    ],
)
def test_a_frame_that_is_none_ends_the_reading(body: bytes) -> None:
    good = encode({"answer": "90.first", "named": 1})
    run = read_claims(good + len(body).to_bytes(4, "big") + body + encode({"answer": "90.last", "named": 1}))
    assert run.named == {"90.first": 1}


def test_a_flood_of_frames_is_read_no_further_than_any_notebook_goes() -> None:
    run = read_claims(encode({}) * 19_999 + encode({"cell": 1}) + encode({"cell": 2}))
    assert run.last_cell == 1


def test_a_frame_longer_than_agreed_is_not_read() -> None:
    assert read_claims(b"\x7f\xff\xff\xff" + b"x" * 100).named == {}


def test_a_run_that_could_not_be_shut_in_is_the_graders_failure() -> None:
    run = read_claims(b"!OSError: unshare")
    assert run.failed == "OSError: unshare"
    # Once a runner has begun, nothing that it writes can look like that.
    begun = read_claims(encode({"begun": True}) + b"!OSError: unshare")
    assert begun.failed == "" and not begun.ended
