"""A third round of hostile notebooks: what runs while answers are claimed, and what cannot be taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from test_attacks import (
    ATTACKS,
    FAKED,
    SEED,
    attack,
    cells_of,
    earned,
    header_of,
    known_of_the_kit,
    open_grader,
)

from motamot.course.grading.grader import Grader
from motamot.course.grading.legible import legible

NOTEBOOKS = sorted((ATTACKS / "third").glob("*.ipy"))
BOTH = [file for file in NOTEBOOKS if "both" in header_of(file)]
# The honest notebook between them is enough to see that no attack outlives its run: one every so many.
EVERY = 6


@pytest.fixture(scope="module")
def known() -> dict[str, object]:
    """What an attacker can know of the kit's page."""
    return {**FAKED, **known_of_the_kit()}


@pytest.fixture(scope="module")
def filtered() -> Iterator[Grader]:
    yield from open_grader(True)


@pytest.fixture(scope="module")
def unfiltered() -> Iterator[Grader]:
    yield from open_grader(False)


def fails_on(grader: Grader, file: Path, known: dict[str, object]) -> None:
    graded, header = attack(grader, file, known)
    questions = {mark.question for mark in graded.marks}
    wanted, _, spared = header["outcome"].partition(" but ")
    expected = questions - set(spared.split(", ")) if wanted == "everything" else set()
    assert earned(graded) == expected, [
        (mark.question, mark.state, mark.seen, mark.message["en"]) for mark in graded.marks
    ]
    assert graded.sandboxed
    assert graded.status == header.get("status", "graded"), graded
    assert "clean" not in header or graded.notes == ()
    told = "".join(
        [*(one.seen for one in graded.marks), *(text for one in graded.notes for text in one.values())]
    )
    assert told == legible(told, "?")
    if NOTEBOOKS.index(file) % EVERY == 0:
        after = grader.grade(cells_of(ATTACKS / "honest.ipy"), "90", hidden_seed=SEED)
        assert (after.points, after.status, after.notes) == (after.out_of, "graded", ())


@pytest.mark.parametrize("file", NOTEBOOKS, ids=lambda file: file.stem)
def test_an_attack_changes_nobodys_marks(filtered: Grader, known: dict[str, object], file: Path) -> None:
    fails_on(filtered, file, known)


@pytest.mark.parametrize("file", BOTH, ids=lambda file: file.stem)
def test_without_a_filter_of_calls_nothing_is_gained(
    unfiltered: Grader, known: dict[str, object], file: Path
) -> None:
    fails_on(unfiltered, file, known)


def test_after_all_of_them_an_honest_notebook_earns_every_point(filtered: Grader) -> None:
    graded = filtered.grade(cells_of(ATTACKS / "honest.ipy"), "90", hidden_seed=SEED)
    assert (graded.points, graded.status, graded.notes) == (graded.out_of, "graded", ())
    assert len(NOTEBOOKS) >= 44 and len(BOTH) >= 8
    assert all(
        header_of(file)["outcome"].split(" but ")[0] in ("nothing", "everything") for file in NOTEBOOKS
    )
