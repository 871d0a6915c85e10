"""Variants: the same seed gives the same codes and choices everywhere, and the seed stays secret."""

import collections
import stat
import subprocess
import sys
from pathlib import Path

import exercise_runner as runner
import pytest

import motamot
from motamot import checks, use_language
from motamot._variant import ALPHABET, current_variant
from motamot.checks import _library, pick
from motamot.checks._library import find_question, load_questions
from motamot.course.variants import create_seed, read_seed, variant_code
from motamot.errors import MotamotError

SEED = bytes(range(32))
THEMES = ["price", "logistics", "jobs"]


@pytest.fixture(autouse=True)
def no_variant_left():
    yield
    motamot.use_variant("")


def test_the_same_seed_and_group_give_the_same_code_on_every_system() -> None:
    # Written down once: these codes stand in notebooks that were handed out.
    assert variant_code(SEED, "groupe A") == "W4XB4DMK"
    assert variant_code(SEED, "e\u0301te\u0301 ") == variant_code(SEED, "été")
    motamot.use_variant("W4XB4DMK")
    assert [pick(f"02.slot{number}", THEMES) for number in range(6)] == SIX
    assert pick("02.slot0", THEMES) == motamot.pick("02.slot0", THEMES)


SIX = ["price", "jobs", "price", "price", "jobs", "logistics"]


def test_groups_and_seeds_differ() -> None:
    codes = {variant_code(SEED, f"group {number}") for number in range(3000)}
    assert len(codes) == 3000
    assert not codes & {variant_code(SEED[::-1], f"group {number}") for number in range(3000)}
    assert all(len(code) == 8 and set(code) <= set(ALPHABET) for code in codes)
    assert not set("0O1ILU") & set(ALPHABET)


def test_each_option_is_taken_about_as_often() -> None:
    taken = collections.Counter()
    for number in range(3000):
        motamot.use_variant(variant_code(SEED, str(number)))
        taken[pick("02.theme", THEMES)] += 1
    assert set(taken) == set(THEMES) and min(taken.values()) > 850


def test_without_a_variant_the_first_option_holds() -> None:
    assert pick("02.theme", THEMES) == "price" and current_variant() == ""


@pytest.mark.parametrize("code", ["short", "W4XB4DM0", "w4xb4dmk", "W4XB4DMKD", 5, None, "W4XB4DM\n"])
def test_what_is_no_code_is_refused_with_a_sentence(code: object) -> None:
    with pytest.raises(MotamotError, match="use_variant"):
        motamot.use_variant(code)


def test_nothing_to_choose_from_is_refused() -> None:
    with pytest.raises(MotamotError, match=r"02\.theme"):
        pick("02.theme", [])


def test_questions_follow_the_variant(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    unit = tmp_path / "99_sample"
    unit.mkdir()
    (unit / "practice.py").write_text(
        "from motamot.checks import Question, Text, pick\n"
        "text = Text('one', 'un')\n"
        "WORD = pick('99.word', list('abcdefgh'))\n"
        "QUESTIONS = [Question('99.word', 'text', lambda: WORD, (text, text, text))]\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(_library, "share", lambda *parts: tmp_path)
    _library._questions_of.cache_clear()
    found = []
    for code in ("", "W4XB4DMK", "22222222", ""):
        motamot.use_variant(code)
        found.append(find_question("99.word").reference())
    _library._questions_of.cache_clear()
    assert found[0] == found[3] == "a" and len(set(found)) == 3


def test_a_seed_is_written_once_for_its_owner_alone(tmp_path: Path) -> None:
    path = create_seed(tmp_path / "secret" / "seed")
    seed = read_seed(path)
    assert len(seed) == 32 and seed != read_seed(create_seed(tmp_path / "another"))
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with pytest.raises(MotamotError, match="exists already"):
        create_seed(path)
    assert read_seed(path) == seed


def test_a_seed_inside_a_git_work_tree_is_refused(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    inside = tmp_path / "course" / "seed"
    inside.parent.mkdir()
    inside.write_text("00" * 32, encoding="ascii")
    for use in (read_seed, create_seed):
        with pytest.raises(MotamotError, match="outside"):
            use(inside)
    outside = tmp_path.parent / f"{tmp_path.name}-linked"
    outside.symlink_to(inside)
    with pytest.raises(MotamotError, match="outside"):
        read_seed(outside)


def test_what_is_wrong_with_a_seed_is_said_in_the_language_in_use(tmp_path: Path) -> None:
    seed = create_seed(tmp_path / "seed")
    use_language("fr")
    with pytest.raises(MotamotError, match="existe déjà"):
        create_seed(seed)
    with pytest.raises(MotamotError, match="Impossible de lire"):
        read_seed(tmp_path / "none")


@pytest.mark.parametrize("content", ["", "secret words", "00" * 15, "é" * 40, "0" * 33])
def test_what_is_no_seed_is_refused_without_showing_it(tmp_path: Path, content: str) -> None:
    path = tmp_path / "seed"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(MotamotError) as refused:
        read_seed(path)
    assert not content or content not in str(refused.value)


def test_a_seed_that_is_missing_or_too_short_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MotamotError, match="cannot be read"):
        read_seed(tmp_path / "none")
    with pytest.raises(MotamotError, match="16 bytes"):
        variant_code(b"short", "a")
    with pytest.raises(MotamotError, match="empty"):
        variant_code(SEED, " ")


def test_no_code_holds_a_piece_of_the_seed() -> None:
    seed = b"W4XB4DMKQRSTVWXYZ" * 2
    codes = [variant_code(seed, f"group {number}") for number in range(500)]
    assert not any(code[i : i + 5].encode() in seed for code in codes for i in range(4))


@pytest.fixture
def picked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, list]]:
    """Every slot and its options, as they are asked for."""
    found = []

    def recording(slot: str, options: list) -> object:
        found.append((slot, list(options)))
        return pick(slot, options)

    for place in (motamot, checks):
        monkeypatch.setattr(place, "pick", recording)
    return found


@pytest.mark.parametrize("unit", runner.UNITS)
def test_exercise_and_practice_pick_from_the_same_options(unit: str, picked: list) -> None:
    with runner.texts_of(None):
        runner.answers_of(unit)
        exercise = dict(picked)
        assert all((slot, exercise[slot]) == pair for slot in exercise for pair in picked if pair[0] == slot)
        picked.clear()
        for question in load_questions(runner.LESSONS / unit / "practice.py"):
            if question.kind not in ("function", "pattern"):
                question.reference()
    assert {slot: dict(picked).get(slot) for slot in exercise} == exercise
    assert all(slot.startswith(unit.partition("_")[0] + ".") for slot in exercise)


def test_some_exercise_picks() -> None:
    sources = [(runner.LESSONS / unit / "exercises.py").read_text(encoding="utf-8") for unit in runner.UNITS]
    assert any("pick(" in source for source in sources)


def test_no_cell_of_04b_is_the_largest_smallest_first_or_last_rate_of_its_theme_or_text() -> None:
    cells = runner.module_of(runner.LESSONS / "04b_fourteen_texts" / "practice.py").CELLS
    with runner.texts_of(None):
        statements = motamot.load_statements()
    names = statements["company"] + " " + statements["year"].astype(str)
    texts = statements["text"].groupby(names, sort=False).agg(" ".join)
    rates = motamot.count_themes(texts, motamot.load_lexicon())
    for part, theme in cells:
        asked = rates.query("text == @part and theme == @theme")["per_1000"].item()
        for column, entry in (("theme", theme), ("text", part)):
            others = rates.loc[rates[column] == entry, "per_1000"]
            lazy = [others.max(), others.min(), others.median(), others.iloc[0], others.iloc[-1]]
            assert asked not in lazy, (part, theme, column)
