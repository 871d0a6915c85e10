"""Submissions that attack the grader: no unearned point, no lost submission, no effect on others."""

import json
import os
import re
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from motamot import frequencies, load_interview, load_statements, words
from motamot._paths import repository
from motamot.course.grading.grader import Grader
from motamot.course.grading.legible import legible
from motamot.course.grading.places import open_sandbox
from motamot.course.grading.results import Graded
from motamot.course.grading.sandbox.limits import Limits

ATTACKS = Path(__file__).parent / "fixtures" / "attacks"
NOTEBOOKS = sorted((ATTACKS / "notebooks").glob("*.ipy"))
LIMITS = Limits(run_seconds=8, cell_seconds=3, call_seconds=2, cpu_seconds=10, memory=512 << 20)
SEED = b"nobody knows"

# Stand-ins for the places of the outside, where nothing needs to be there.
FAKED = {"PORT": 9, "UNIX_SOCKET": "/run/socket", "ABSTRACT_SOCKET": "x", "REPOSITORY": repository()}
FAKED["SEEN_TOPS"] = sorted(
    {path.split("/")[1] for path in (*sys.path, sys.prefix, __file__) if path[:1] == "/"}
)


def cells_of(file: Path) -> list[str]:
    return re.split(r"^# %%.*\n", file.read_text(encoding="utf-8"), flags=re.M)[1:]


def header_of(file: Path) -> dict[str, str]:
    lines = re.findall(
        r"^# ([a-z]+)(?:: (.*))?$", file.read_text(encoding="utf-8").split("# %%")[0], flags=re.M
    )
    return dict(lines)


@pytest.fixture(scope="module")
def outside(tmp_path_factory) -> Iterator[dict[str, object]]:
    """Things of the outside that a submission would like to reach."""
    server = socket.create_server(("127.0.0.1", 0))
    folder = tmp_path_factory.mktemp("outside")
    named, abstract = socket.socket(socket.AF_UNIX), socket.socket(socket.AF_UNIX)
    named.bind(str(folder / "socket"))
    # Two runs of these tests may go on at the same time.
    name = f"motamot-attack-{os.getpid()}"
    abstract.bind(f"\0{name}")
    for one in (named, abstract):
        one.listen()
    yield {
        "PORT": server.getsockname()[1],
        "UNIX_SOCKET": folder / "socket",
        "ABSTRACT_SOCKET": name,
        "REPOSITORY": repository(),
    }
    for one in (server, named, abstract):
        one.close()


def known_of_the_kit() -> dict[str, object]:
    said = words(load_interview())
    table = frequencies(said)
    return {
        "KIT_SIGNS": set(said[:40]),
        "KIT_WORDS": table["word"].head(20).tolist(),
        "KIT_COUNTS": table["count"].head(20).tolist(),
        "KIT_COMPANIES": int(load_statements()["text"].str.len().sum()),
    }


@pytest.fixture(scope="module")
def known(outside) -> dict[str, object]:
    """What an attacker can know: the kit's page, and some places."""
    return {**outside, **known_of_the_kit(), "SEEN_TOPS": FAKED["SEEN_TOPS"]}


def open_grader(filtered: bool) -> Iterator[Grader]:
    place, reason = open_sandbox(LIMITS)
    place.close()
    if reason:
        pytest.skip(f"no sandbox on this computer: {reason}")
    if filtered and not place.seccomp:
        pytest.skip("no libseccomp on this computer")
    os.environ["SECRET_SEED"] = "SECRET-OF-THE-JUDGE"
    with Grader(ATTACKS / "questions", limits=LIMITS, filtered=filtered) as one:
        yield one
    os.environ.pop("SECRET_SEED", None)


@pytest.fixture(scope="module")
def filtered() -> Iterator[Grader]:
    yield from open_grader(True)


@pytest.fixture(scope="module")
def unfiltered() -> Iterator[Grader]:
    yield from open_grader(False)


def typed_in(known: dict[str, object]) -> list[str]:
    cells = cells_of(ATTACKS / "typed.ipy")
    return [re.sub(r"KIT_\w+", lambda name: repr(known[name[0]]), cell) for cell in cells]


def attack(grader: Grader, file: Path, known: dict[str, object]) -> tuple[Graded, dict[str, str]]:
    header = header_of(file)
    cells = cells_of(file)
    for name, value in known.items():
        cells = [
            cell.replace(
                name, str(value) if name in ("UNIX_SOCKET", "ABSTRACT_SOCKET", "REPOSITORY") else repr(value)
            )
            for cell in cells
        ]
    honest = cells_of(ATTACKS / "honest.ipy")
    if header["outcome"].startswith("everything"):
        cells = honest + cells if header.get("first") == "honest" else cells + honest
    elif header.get("then") != "alone":
        cells = cells + typed_in(known)
    return grader.grade(cells, "90", hidden_seed=SEED), header


def earned(graded: Graded) -> set[str]:
    return {mark.question for mark in graded.marks if mark.points}


def fails_on(grader: Grader, file: Path, known: dict[str, object]) -> None:
    """Attack, and assert what the notebook's first lines say of the outcome."""
    graded, header = attack(grader, file, known)
    questions = {mark.question for mark in graded.marks}
    wanted, _, spared = header["outcome"].partition(" but ")
    expected = questions - set(spared.split(", ")) if wanted == "everything" else set(spared.split())
    assert earned(graded) == expected, [
        (mark.question, mark.state, mark.seen, mark.message["en"]) for mark in graded.marks
    ]
    assert graded.sandboxed
    # From 3.12 on Python raises before its own stack runs over, whatever limit is set.
    guarded = sys.version_info >= (3, 12) and "guarded" in header
    status = header["guarded"] if guarded else header.get("status", "graded")
    assert graded.status == (status if grader.seccomp else header.get("unfiltered", status)), graded
    if "clean" in header:
        assert graded.notes == ()
    told = json.dumps(graded.to_json(), ensure_ascii=False)
    assert "SECRET-OF-THE-JUDGE" not in told
    # It can be written to any file, and shown on any page.
    assert told == legible(told, "?")
    # The next one in line is none the worse for it.
    after = grader.grade(cells_of(ATTACKS / "honest.ipy"), "90", hidden_seed=SEED)
    assert after.points == after.out_of
    assert after.status == "graded"


@pytest.mark.parametrize("file", NOTEBOOKS, ids=lambda file: file.stem)
def test_an_attack_changes_nobodys_marks(filtered: Grader, known: dict[str, object], file: Path) -> None:
    fails_on(filtered, file, known)


# Without libseccomp there are still the namespaces: what reaches for the system is tried on both.
BOTH = [file for file in NOTEBOOKS if "both" in header_of(file)]


@pytest.mark.parametrize("file", BOTH, ids=lambda file: file.stem)
def test_without_a_filter_of_calls_nothing_is_gained(
    unfiltered: Grader, known: dict[str, object], file: Path
) -> None:
    assert not unfiltered.seccomp
    fails_on(unfiltered, file, known)


def test_typed_in_answers_alone_earn_nothing(filtered: Grader, known: dict[str, object]) -> None:
    graded = filtered.grade(typed_in(known), "90", hidden_seed=SEED)
    assert earned(graded) == set()
    told = {mark.question: mark.wrong_answer for mark in graded.marks}
    assert {told[f"90.{name}"] for name in COMPUTED} == {"typed_in"}
    assert told["90.shuffle"] == "other_inputs"


COMPUTED = ("total", "top", "signs", "table", "companies", "bars", "cloud")


def test_an_honest_submission_earns_every_point(filtered: Grader) -> None:
    graded = filtered.grade(cells_of(ATTACKS / "honest.ipy"), "90", hidden_seed=SEED)
    assert (graded.points, graded.status, graded.notes) == (graded.out_of, "graded", ())


def test_every_attack_says_what_becomes_of_it() -> None:
    assert len(NOTEBOOKS) >= 65 and len(BOTH) >= 25
    for file in NOTEBOOKS:
        header = header_of(file)
        assert header["outcome"].split(" but ")[0] in ("nothing", "everything"), file
        assert set(header) <= {
            "outcome",
            "status",
            "unfiltered",
            "guarded",
            "first",
            "then",
            "clean",
            "both",
        }, file
