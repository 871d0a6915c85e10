"""The runner: reads one submission, runs it, and claims what its answers are; only here is it ever read."""

from __future__ import annotations

import base64
import contextlib
import json
import os
import random
import select
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

from motamot._own_time import OwnTime
from motamot.checks._trial import Sink

from .cells import Session
from .claims import Claims
from .limits import Limits

_PASSES = 3
_RECURSION = 1000
_LOOK_SECONDS = 0.1
_LARGEST_RESULT = 1 << 20
_ENDED = {"is": "failed", "reason": "ended", "detail": ""}
_UNREADABLE = {"is": "unreadable", "type": "", "reason": "raised"}
_TOO_LONG = {"is": "failed", "reason": "too_long", "detail": "2"}


def run(order: int, claims: int, limits: Limits) -> NoReturn:
    """Carry out an order and end the process.

    Parameters
    ----------
    order : int
        Descriptor of a pipe that holds, as JSON: *cells*, *skip* (numbers of cells to leave out), *files*
        (name to Base64), *kit* (whether the kit's own text is in use), *answers* (names of questions),
        *tries* (question, how, inputs, whether they are hidden).
    claims : int
        Descriptor of the pipe for what the submission gives.
    limits : Limits
        For cells and calls.
    """
    code = 1
    try:
        with os.fdopen(order, "rb") as file:
            wanted = json.load(file)
        said = Claims(claims, limits.claims)
        said.send(begun=True)
        _lay_out(wanted)
        session = Session(limits.cell_seconds)
        _run_cells(session, wanted, said)
        _steady()
        _describe_answers(session, wanted, said)
        _try_functions(session, wanted, said, limits)
        said.send(ended=True, variant=_variant())
        code = 0
    finally:
        # Neither a traceback nor what the submission left for the end of Python.
        os._exit(code)


def _lay_out(wanted: dict[str, Any]) -> None:
    """Make the learner's folder and a small environment, the same for everybody."""
    top = Path.cwd()
    for name in ("tmp", "home", "work"):
        (top / name).mkdir(exist_ok=True)
    os.chdir(top / "work")
    for name, content in wanted["files"].items():
        _put_file(top / "work", name, base64.b64decode(content))
    # Windows alone has these; it finds its own libraries by the first, those for sockets among them.
    known = {"SYSTEMROOT": os.environ.get("SYSTEMROOT", ""), "USERPROFILE": str(top / "home")}
    windows = {name: value for name, value in known.items() if name in os.environ}
    os.environ.clear()
    os.environ.update(
        windows,
        HOME=str(top / "home"),
        TMPDIR=str(top / "tmp"),
        LANG="C.UTF-8",
        MPLBACKEND="agg",
        MPLCONFIGDIR=str(top / "home"),
        MOTAMOT_INERT="1",
    )
    if wanted["kit"]:
        os.environ["MOTAMOT_TEXT"] = "kit"
    # Modules beside the notebook are found, but hide none of the kit's.
    sys.path.append("")
    random.seed(0)
    numpy = sys.modules.get("numpy")
    if numpy is not None:
        numpy.random.seed(0)


def _put_file(folder: Path, name: str, content: bytes) -> None:
    """Write a file below a folder, never in place of another; a name that is too long is passed over."""
    with contextlib.suppress(OSError):
        path = (folder / name).resolve()
        if path.is_relative_to(folder) and not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)


def _run_cells(session: Session, wanted: dict[str, Any], said: Claims) -> None:
    """Run the cells from top to bottom, then again those that missed a name a later cell gives."""
    folder = Path.cwd()
    errors: dict[int, dict[str, str]] = {}
    left = [number for number in range(len(wanted["cells"])) if number not in wanted["skip"]]
    for _ in range(_PASSES):
        for number in left:
            said.send(cell=number)
            _return_to(folder)
            error = session.run_cell(number + 1, wanted["cells"][number])
            if error is None:
                errors.pop(number, None)
            else:
                errors[number] = error
        again = [number for number, error in errors.items() if error["kind"] == "NameError"]
        if not again or again == left:
            break
        left = again
    for number, error in sorted(errors.items()):
        said.send(error=number, **error)


def _return_to(folder: Path) -> None:
    """Come back to the learner's folder if a cell has left it: the text in use is found from there."""
    try:
        inside = Path.cwd().is_relative_to(folder)
    except OSError:
        inside = False
    if not inside:
        with contextlib.suppress(OSError):
            os.chdir(folder)


def _steady() -> None:
    """Undo what a notebook may have set up for a while and would disturb what follows."""
    sys.setrecursionlimit(_RECURSION)
    sys.settrace(None)
    sys.setprofile(None)
    sys.stdout, sys.stderr = Sink(), Sink()
    if os.getpid() == 1:
        # The first process of a namespace of its own: this ends all others in it, and none elsewhere.
        with contextlib.suppress(OSError):
            os.kill(-1, signal.SIGKILL)


def _describe_answers(session: Session, wanted: dict[str, Any], said: Claims) -> None:
    """Claim, for each question, the value of the name at the end, and what check() was given last."""
    for question in wanted["answers"]:
        claim: dict[str, Any] = {"answer": question}
        name = question.partition(".")[2]
        if name in session.names:
            claim["named"] = _described(session.names[name])
        if question in session.given:
            claim["checked"] = _described(session.given[question])
        said.send(**claim)


def _described(answer: object) -> Any:
    from motamot.checks._trial import describe_in_time

    try:
        return describe_in_time(answer)
    except BaseException:
        # A figure's labels may be the submission's own code, which no other answer need suffer from.
        return _UNREADABLE


def _try_functions(session: Session, wanted: dict[str, Any], said: Claims, limits: Limits) -> None:
    """Claim what each function and pattern gives, one fork for each input."""
    for trial in wanted["tries"]:
        answer = _function(session, trial)
        inputs = trial["inputs"]
        # One fork for each hidden input; those that the exercise shows are tried together if all goes well.
        together = None if trial["hidden"] else _try_apart(answer, inputs, trial["how"], limits.call_seconds)
        result: Any = None
        for number, arguments in enumerate(inputs):
            if isinstance(together, list):
                result = together[number]
            elif result is not _TOO_LONG:
                # What never comes to an end for one input is not tried on the next.
                found = _try_apart(answer, [arguments], trial["how"], limits.call_seconds)
                result = found[0] if isinstance(found, list) else found
            said.send(result=[trial["question"], number], value=result)


def _function(session: Session, trial: dict[str, Any]) -> object:
    """Return the answer: by its name if that is of the kind asked, else as check() was given it."""
    named = session.names.get(trial["question"].partition(".")[2])
    fits = callable(named) if trial["how"] == "call" else named not in (None, ...)
    return named if fits else session.given.get(trial["question"], named)


def _try_apart(answer: object, inputs: list[list[Any]], how: str, seconds: float) -> Any:
    """Return what an answer gives for some inputs in a fork, as a list, or else how it failed."""
    from motamot.checks._trial import attempt

    if not hasattr(os, "fork"):
        return [attempt(answer, arguments, how) for arguments in inputs]
    try:
        ours, theirs = os.pipe()
        process = os.fork()
    except OSError:
        # The submission has used up its processes or descriptors.
        return [attempt(answer, arguments, how) for arguments in inputs]
    if process == 0:
        try:
            os.close(ours)
            found = [attempt(answer, arguments, how) for arguments in inputs]
            body = json.dumps(found, allow_nan=False).encode()
            with os.fdopen(theirs, "wb") as file:
                file.write(body)
        finally:
            os._exit(0)
    os.close(theirs)
    own = OwnTime(_processor_clock(process))
    body = _read_in_time(ours, own, seconds)
    late = own.read() >= seconds
    with contextlib.suppress(OSError):
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
    os.close(ours)
    try:
        results = json.loads(body)
        return results if isinstance(results, list) and len(results) == len(inputs) else _ENDED
    except (ValueError, RecursionError):
        return _TOO_LONG if late else _ENDED


def _read_in_time(descriptor: int, own: OwnTime, seconds: float) -> bytes:
    """Read a pipe to its end, or as long as there is time and the result is not too large."""
    body = b""
    while len(body) <= _LARGEST_RESULT and own.read() < seconds:
        if select.select([descriptor], [], [], _LOOK_SECONDS)[0]:
            piece = os.read(descriptor, 65536)
            if not piece:
                break
            body += piece
    return body


def _processor_clock(process: int) -> Callable[[], float]:
    """Return a clock of the time that a child has had of the processor: it stands where none is told."""

    def told() -> float:
        if sys.platform != "linux":
            return 0.0
        try:
            # As clock_getcpuclockid numbers it, which Python does not offer.
            return time.clock_gettime(~process << 3 | 2)
        except OSError:
            return 0.0

    return told


def _variant() -> str | None:
    from motamot._variant import current_variant

    code = current_variant()
    return code[:80] if type(code) is str else None
