"""Reading what a runner claims: any bytes at all are read without harm, and believed no further."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from motamot.course.grading.legible import legible

_LARGEST_FRAME = 1 << 20
_SHOWN = 200
# Far more than the cells, answers and results of any notebook.
_MOST_FRAMES = 20_000
# What `describe` keeps to; whoever claims more has not used it.
_DEPTH, _ITEMS, _TEXT = 40, 200_000, 20_000
_TOO_LARGE = {"is": "unreadable", "type": "", "reason": "TooLarge"}


@dataclass
class Run:
    """What one run gave.

    Attributes
    ----------
    begun, ended : bool
        Whether the runner was shut in and had its order; whether it came to its end.
    last_cell : int or None
        The cell it was at last.
    errors : dict of int to pair of str
        Kind and text of what a cell raised.
    named, checked : dict of str to description
        Answers as their names hold them at the end, and as check() was given them last.
    results : dict of str to dict of int to description
        What functions and patterns gave, by the number of the input.
    variant : str
        The variant code in use at the end.
    timeout : bool
        Whether it was ended because its time was up.
    failed : str
        What went wrong on the grader's side; empty if nothing did.
    cpu, own, wall : float
        Seconds on the processor, without those spent waiting for it, and by the clock.
    """

    begun: bool = False
    ended: bool = False
    last_cell: int | None = None
    errors: dict[int, tuple[str, str]] = field(default_factory=dict)
    named: dict[str, Any] = field(default_factory=dict)
    checked: dict[str, Any] = field(default_factory=dict)
    results: dict[str, dict[int, Any]] = field(default_factory=dict)
    variant: str = ""
    timeout: bool = False
    failed: str = ""
    cpu: float = 0.0
    own: float = 0.0
    wall: float = 0.0


def read_claims(stream: bytes) -> Run:
    """Return what a stream of frames claims, up to the first that is none.

    Examples
    --------
    >>> from motamot.course.grading.sandbox.claims import encode
    >>> run = read_claims(encode({"begun": True}) + encode({"answer": "01.claim", "named": "b"}) + b"!?")
    >>> run.begun, run.named, run.ended
    (True, {'01.claim': 'b'}, False)
    """
    run = Run()
    if stream.startswith(b"!"):
        # No frame can be so large: the runner could not shut itself in, and has not read its order.
        run.failed = stream[1:].decode("utf-8", "replace")[:500]
        return run
    for claim in _frames(stream):
        _take(run, claim)
    return run


def read_report(report: bytes, run: Run) -> Run:
    """Add what the keeper, whose word counts, says of a run."""
    try:
        said = dict(json.loads(report))
        run.failed = run.failed or str(said.get("failed", ""))
        run.timeout = bool(said.get("timeout", False))
        run.cpu, run.own, run.wall = (float(said.get(name, 0)) for name in ("cpu", "own", "wall"))
    except (ValueError, TypeError, RecursionError):
        run.failed = run.failed or "The run was not reported on."
    if not run.begun and not run.failed:
        run.failed = "The run did not begin."
    return run


def _frames(stream: bytes) -> Iterator[dict[str, Any]]:
    start = 0
    for _ in range(_MOST_FRAMES):
        if start + 4 > len(stream):
            return
        length = int.from_bytes(stream[start : start + 4], "big")
        body = stream[start + 4 : start + 4 + length]
        if length > _LARGEST_FRAME or len(body) < length:
            return
        try:
            claim = json.loads(body, parse_constant=_refuse)
        except (ValueError, RecursionError):
            return
        if not isinstance(claim, dict):
            return
        yield claim
        start += 4 + length


def _refuse(name: str) -> Any:
    raise ValueError(name)


def _take(run: Run, claim: dict[str, Any]) -> None:
    run.begun = run.begun or claim.get("begun") is True
    if claim.get("ended") is True:
        run.ended = True
        run.variant = _text(claim.get("variant"))
    if _is_number(claim.get("cell")):
        run.last_cell = claim["cell"]
    if _is_number(claim.get("error")):
        run.errors[claim["error"]] = (_text(claim.get("kind")), _text(claim.get("text")))
    if isinstance(claim.get("answer"), str):
        for key, place in (("named", run.named), ("checked", run.checked)):
            if key in claim:
                place[claim["answer"]] = _bounded(claim[key])
    match claim.get("result"):
        case [str(question), int(number)]:
            run.results.setdefault(question, {})[number] = _bounded(claim.get("value"))


def _bounded(description: Any) -> Any:
    """Return a description, or a note that it is deeper or longer than any that `describe` gives."""
    level, items = [description], 0
    for _ in range(_DEPTH):
        below: list[Any] = []
        for value in level:
            if isinstance(value, str) and len(value) > _TEXT:
                return _TOO_LARGE
            if isinstance(value, dict):
                below.extend(value.values())
            elif isinstance(value, list):
                below.extend(value)
        items += len(below)
        if not below or items > _ITEMS:
            break
        level = below
    return description if not below and items <= _ITEMS else _TOO_LARGE


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 100_000


def _text(value: object) -> str:
    """Return a short text that can be written anywhere: no half characters, no control signs."""
    if not isinstance(value, str):
        return ""
    return legible(value[:_SHOWN], " ")
