"""One small change to a solution is not accepted, or it changes nothing and is listed with the reason."""

import ast
import tomllib
from pathlib import Path

import exercise_runner as runner
import pytest
from mutant_trials import Trials, try_mutants
from mutants import mutants, other_answers

from motamot.checks._library import questions_of

SURVIVORS = tomllib.loads((Path(__file__).parent / "answers" / "survivors.toml").read_text("utf-8"))[
    "survivor"
]
FEWEST = 3


@pytest.fixture(scope="module", params=runner.UNITS)
def unit(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(scope="module")
def trials(unit: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Trials]:
    folders = [runner.hidden_folder(tmp_path_factory.mktemp(f"hidden{seed}"), seed) for seed in (1, 2)]
    return try_mutants(unit, folders)


def test_every_survivor_is_explained_and_no_explanation_is_stale(
    unit: str, trials: dict[str, Trials]
) -> None:
    alive = {(name, text) for name, one in trials.items() for text in one.survivors}
    prefix = unit.partition("_")[0] + "."
    listed = {(row["question"], row["mutant"]) for row in SURVIVORS if row["question"].startswith(prefix)}
    assert (alive - listed, listed - alive) == (set(), set())


def test_every_question_is_tried(unit: str, trials: dict[str, Trials]) -> None:
    assert set(trials) == set(questions_of(unit.partition("_")[0]))
    assert {name: one.tried for name, one in trials.items() if one.tried < FEWEST} == {}


def test_explanations_name_questions_that_exist() -> None:
    known = {name for unit in runner.UNITS for name in questions_of(unit.partition("_")[0])}
    assert {row["question"] for row in SURVIVORS} <= known
    assert all(len(row["reason"].split()) > 5 for row in SURVIVORS)


def test_a_mutant_changes_one_place_and_leaves_the_original_as_it_was() -> None:
    tree = ast.parse("a = 1\nb = max(words(text, stop=stop), 2)\n")
    before = ast.dump(tree)
    made = dict(mutants(tree, {2}))
    assert ast.dump(tree) == before
    assert all("a = 1" in ast.unparse(one) for one in made.values())
    assert {
        "max -> min",
        "words(text, stop=stop) -> words(text)",
        "2 -> 3",
        "words(text, stop=stop) -> text",
    } & set(made)
    assert len({ast.unparse(one) for one in made.values()}) == len(made)


def test_a_checker_that_accepts_too_much_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    import mutant_trials

    monkeypatch.setattr(mutant_trials, "judge_described", lambda *arguments: ("right", ""))
    found = try_mutants("01_cleaning", [])
    assert all(one.survivors for one in found.values())


def test_typed_answers_are_changed_themselves() -> None:
    question = questions_of("01")["01.claim"]
    assert dict(other_answers(question, "b")) == {"a": "a", "c": "c", "none": "none"}
