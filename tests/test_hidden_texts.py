"""Hidden texts: of the kit's form, never its counts; solutions earn full marks on them, typed answers none."""

import copy
import random
import re
from pathlib import Path

import exercise_runner as runner
import pytest

import motamot
from motamot import agreement, load_gold, load_interview, load_statements, read_interview
from motamot.checks import Question
from motamot.checks._describe import describe
from motamot.checks._judge import judge, judge_described
from motamot.checks._library import questions_of
from motamot.checks._trial import attempt

SEEDS = range(50)


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return [runner.hidden_folder(tmp_path_factory.mktemp(f"hidden{seed}"), seed) for seed in SEEDS]


def questions(unit: str) -> dict[str, Question]:
    return questions_of(unit.partition("_")[0])


def test_the_same_seed_gives_the_same_bytes_and_another_other_texts() -> None:
    texts = runner.module_of(runner.LESSONS / "judging" / "hidden_texts.py")
    made = [texts.hidden_folder(random.Random(seed)) for seed in (1, 1, 2)]
    assert made[0] == made[1]
    assert all(made[0][name] != made[2][name] for name in made[0] if name != "motamot.toml")


def test_every_hidden_interview_has_the_kits_form_and_its_traps(folders: list[Path]) -> None:
    with runner.texts_of(None):
        kit = read_interview(load_interview())
    for folder in folders:
        with runner.texts_of(folder):
            raw = load_interview()
        table = read_interview(raw)
        assert table["role"].iloc[:5].tolist() == kit["role"].iloc[:5].tolist()
        assert set(table["role"]) == set(kit["role"])
        assert {"La rédaction", "La direction"} == set(table["speaker"]) - {""}
        assert table[table["role"] == "answer"].groupby("turn").size().max() == 2
        for sign in ("\u00a0", "\u202f", "\u00ad", "’", "'", "«", "©"):
            assert sign in raw


def test_hidden_codings_have_the_kits_form_and_other_decisions(folders: list[Path]) -> None:
    with runner.texts_of(None):
        kit = [load_gold(coding) for coding in "ab"]
    for folder in folders[:10]:
        with runner.texts_of(folder):
            hidden = [load_gold(coding) for coding in "ab"]
        for old, new in zip(kit, hidden, strict=True):
            assert new.index.tolist() == old.index.tolist() and list(new) == list(old)
            assert new.sum().equals(old.sum()) and (new != old).any().all()
        assert (agreement(*hidden).set_index("theme").loc["all", "kappa"]) > 0.85


def test_hidden_statements_have_the_companies_of_the_kit_and_other_texts(folders: list[Path]) -> None:
    with runner.texts_of(None):
        kit = load_statements()
    for folder in folders[:10]:
        with runner.texts_of(folder):
            table = load_statements()
        keys = ["company", "year", "title"]
        assert table[keys].drop_duplicates().values.tolist() == kit[keys].drop_duplicates().values.tolist()
        assert table.groupby(keys).size().min() >= 5
        old, new = (one.groupby("title")["text"].agg(" ".join) for one in (kit, table))
        assert (old.sort_index() != new.sort_index()).all()


@pytest.mark.parametrize("unit", runner.UNITS)
def test_solutions_earn_full_marks_on_hidden_texts_and_inputs(unit: str, folders: list[Path]) -> None:
    asked, inputs = questions(unit), runner.hidden_inputs(unit)
    for folder in (None, *folders[:3]):
        with runner.texts_of(folder):
            for name, (_, _, answer) in runner.answers_of(unit).items():
                assert judge(asked[name], answer)[0] == "right", (name, folder)
                if name in inputs:
                    assert judge_hidden(asked[name], answer, inputs[name]) == "right"


@pytest.mark.parametrize("unit", runner.UNITS)
def test_solutions_earn_full_marks_in_every_variant(unit: str) -> None:
    if "pick(" not in (runner.LESSONS / unit / "exercises.py").read_text(encoding="utf-8"):
        assert not re.search(r"\bpick\(", (runner.LESSONS / unit / "practice.py").read_text(encoding="utf-8"))
        return
    with runner.texts_of(None):
        for code in VARIANTS:
            motamot.use_variant(code)
            try:
                asked = questions(unit)
                for name, (_, _, answer) in runner.answers_of(unit).items():
                    assert judge(asked[name], answer)[0] == "right", (name, code)
            finally:
                motamot.use_variant("")


VARIANTS = ["22222222", "33333333", "44444444", "55555555", "66666666", "77777777"]


def judge_hidden(question: Question, answer: object, inputs: list[tuple]) -> str:
    how = "call" if question.kind == "function" else question.match
    results = [attempt(answer, arguments, how) for arguments in inputs]
    return judge_described(question, describe(answer), results, inputs)[0]


@pytest.mark.parametrize("unit", runner.UNITS)
def test_typed_in_answers_are_wrong_on_every_hidden_text(unit: str, folders: list[Path]) -> None:
    """Functions and patterns are tried on hidden inputs instead; choices and evidence are reasoned."""
    computed = {
        name: one
        for name, one in questions(unit).items()
        if not one.typed and one.kind not in ("function", "pattern")
    }
    with runner.texts_of(None):
        kit = {name: describe(one.reference()) for name, one in computed.items()}
    lucky = {}
    for folder in folders:
        with runner.texts_of(folder):
            for name, one in computed.items():
                lucky[name] = lucky.get(name, 0) + (describe(one.reference()) == kit[name])
    assert {name: count for name, count in lucky.items() if count} == {}


@pytest.mark.parametrize("unit", runner.UNITS)
def test_a_function_that_knows_the_visible_inputs_by_heart_fails_on_hidden_ones(unit: str) -> None:
    for name, one in questions(unit).items():
        if one.kind == "function":
            known = {repr(arguments): one.reference(*copy.deepcopy(arguments)) for arguments in one.inputs}

            def by_heart(*arguments: object, known: dict[str, object] = known) -> object:
                return known.get(repr(arguments), known[min(known)])

            assert judge(one, by_heart)[0] == "right"
            for seed in range(5):
                assert judge_hidden(one, by_heart, runner.hidden_inputs(unit, seed)[name]) != "right", name


@pytest.mark.parametrize("unit", runner.UNITS)
def test_every_function_has_hidden_inputs_that_a_seed_draws(unit: str) -> None:
    tried = {name for name, one in questions(unit).items() if one.kind in ("function", "pattern")}
    drawn = [runner.hidden_inputs(unit, seed) for seed in (1, 1, 2)]
    assert set(drawn[0]) == tried and drawn[0] == drawn[1]
    for name in tried:
        assert drawn[0][name] != drawn[2][name]
        assert all(isinstance(arguments, tuple) for arguments in drawn[0][name])


@pytest.mark.parametrize("unit", runner.UNITS)
def test_no_function_is_right_by_giving_one_answer_to_all_hidden_inputs(unit: str) -> None:
    for name, one in questions(unit).items():
        if one.kind == "function":
            for seed in range(5):
                inputs = runner.hidden_inputs(unit, seed)[name]
                answers = {repr(one.reference(*copy.deepcopy(arguments))) for arguments in inputs}
                assert len(answers) > 1, (name, seed)
