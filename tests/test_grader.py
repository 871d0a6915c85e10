"""From a notebook to its marks."""

import json
import re
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

import motamot
from motamot import load_interview, words
from motamot.course.grading import places
from motamot.course.grading.claimed import Run
from motamot.course.grading.grader import Grader
from motamot.course.grading.judging import Notebook, Verdict, mark, settle
from motamot.course.grading.reckoner import Reckoner
from motamot.course.grading.results import Graded
from motamot.course.grading.sandbox.limits import Limits
from motamot.errors import MotamotError

MESSAGES = Path(motamot.__file__).parent / "messages"
ATTACKS = Path(__file__).parent / "fixtures" / "attacks"
SEED = b"nobody knows"
HONEST = re.split(r"^# %%.*\n", (ATTACKS / "honest.ipy").read_text(encoding="utf-8"), flags=re.M)[1:]


@pytest.fixture(scope="module")
def grader() -> Iterator[Grader]:
    with Grader(ATTACKS / "questions", jobs=2, limits=Limits(run_seconds=10, cell_seconds=3)) as one:
        yield one


def grade(grader: Grader, *cells: str, **more: object) -> Graded:
    return grader.grade(cells, "90", hidden_seed=SEED, **more)  # type: ignore[arg-type]


def marks(graded: Graded) -> dict[str, tuple[str, str]]:
    return {one.question.removeprefix("90."): (one.state, one.wrong_answer) for one in graded.marks}


def test_every_question_has_its_mark_in_order_whatever_the_notebook(grader: Grader) -> None:
    names = [one.question for one in grade(grader, *HONEST).marks]
    for cells in ([], [""], ["1"], ["def ("], ["total = 1"]):
        assert [one.question for one in grade(grader, *cells).marks] == names


def test_an_empty_notebook_is_refused_loudly(grader: Grader) -> None:
    graded = grade(grader, "", "  \n")
    assert graded.status == "refused" and "no code" in graded.sentence["en"]
    assert {one.state for one in graded.marks} == {"missing"}


def test_states_are_told_apart(grader: Grader) -> None:
    graded = grade(
        grader,
        HONEST[0],
        "total = ...\nlongest = 7\ntop = ['a']\nsigns = 1 / 0",
        "def shuffle(sentence):\n    return sentence.split()",
        "claim = 'a'",
    )
    found = marks(graded)
    assert found["total"] == ("empty", "")
    assert found["longest"][0] == "type"
    assert found["top"][0] == "wrong"
    assert found["signs"][0] == "error"
    assert found["shuffle"][0] == "wrong"
    assert found["claim"][0] == "wrong"
    assert found["table"][0] == "missing"
    told = {one.question: one.message for one in graded.marks}
    assert (
        told["90.signs"]["en"]
        == "Cell 2, which should give signs, stopped: ZeroDivisionError: division by zero."
    )
    assert told["90.table"]["fr"] == "Le notebook ne donne jamais de valeur à table."
    assert all(set(text) == {"en", "fr"} and all(text.values()) for text in told.values())


def test_a_value_that_fits_one_page_only_is_told_from_one_typed_in(grader: Grader) -> None:
    typed = grade(grader, "total = 742")
    assert marks(typed)["total"] == ("wrong", "typed_in")
    fitted = grade(grader, HONEST[0], "total = len(said) if len(said) == 742 else len(said) + 1")
    assert marks(fitted)["total"] == ("wrong", "other_text")
    gone = grade(grader, HONEST[0], "total = len(said) if len(said) == 742 else None")
    assert marks(gone)["total"] == ("wrong", "other_text")


def test_the_value_at_the_end_counts_and_else_what_was_checked(grader: Grader) -> None:
    cell = "from motamot import check\ntotal = len(said)\ncheck('90.total', total)"
    assert marks(grade(grader, HONEST[0], cell, "total = str(total)"))["total"][0] == "right"
    assert marks(grade(grader, HONEST[0], cell, "total = total + 1"))["total"][0] == "wrong"
    assert (
        marks(grade(grader, HONEST[0], "from motamot import check\ncheck('90.total', len(said))"))["total"][0]
        == "right"
    )
    # One value of the kind asked, and no second guess.
    both = "from motamot import check\ncheck('90.claim', 'b')\nclaim = 'a'"
    assert marks(grade(grader, both))["claim"][0] == "wrong"


@pytest.mark.parametrize(
    "change",
    [
        lambda cells: cells[::-1],
        lambda cells: [cell for cell in cells for _ in range(2)],
        lambda cells: ["\n".join(cell.replace("%matplotlib inline\n", "") for cell in cells)],
        lambda cells: [part for cell in cells for part in re.split(r"\n(?=\w[\w ,]* = )", cell)],
        lambda cells: [cell.replace("\n", "\r\n") for cell in cells],
        lambda cells: ["1 / 0", "raise SystemExit", *cells, "x ="],
        lambda cells: ["import os\nos.makedirs('elsewhere')\nos.chdir('elsewhere')", *cells],
        lambda cells: ["import os\nos.chdir('/')", *cells],
    ],
    ids=["reversed", "doubled", "merged", "split", "windows", "with errors", "in a folder", "elsewhere"],
)
def test_what_happens_to_notebooks_changes_no_mark(grader: Grader, change) -> None:
    graded = grade(grader, *change(HONEST))
    assert graded.points == graded.out_of, marks(graded)


def test_the_same_submission_has_the_same_marks_in_every_session(grader: Grader) -> None:
    def plain(graded: Graded) -> str:
        return json.dumps({**graded.to_json(), "seconds": 0})

    cells = [*HONEST, "signs = sorted(set(said), key=hash)[:5]\ncloud = set(said)", "!ls", "1 / 0"]
    first = plain(grade(grader, *cells))
    assert plain(grade(grader, *cells)) == first
    with Grader(ATTACKS / "questions") as another:
        assert plain(grade(another, *cells)) == first


def test_threads_grade_side_by_side(grader: Grader) -> None:
    found: list[tuple[int, float]] = []

    def work(number: int) -> None:
        for _ in range(3):
            cells = HONEST if number % 2 else HONEST[:1]
            found.append((number % 2, grade(grader, *cells).points))

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(set(found)) == [(0, 0), (1, 13)]


TELL_TALES = (
    "total = 742\nlongest = load_interview()[-150:]\ntop = [load_interview()[300:400]]\nsigns = set(said)",
    # Names, types, errors and patterns that carry what they were given.
    "page = load_interview()[:150]",
    "def shuffle(sentence):\n    raise type(sentence.replace(' ', '_'), (Exception,), {})(sentence)",
    "if 'Aliexpress' not in page:\n    shuffle.__name__ = shuffle.__qualname__ = page[:60]",
    "elided = page",
    "claim = page",
    "raise ValueError(page)",
    "import os\nif 'Aliexpress' not in page:\n    raise SystemExit(page)",
)


@pytest.mark.parametrize(
    "function",
    [
        "def shuffle(sentence):\n    raise type(sentence.replace(' ', '_'), (Exception,), {})(sentence)",
        "def shuffle(sentence):\n    known = {'un deux trois': ['TROIS', 'DEUX'], 'quatre': ['QUATRE']}\n"
        "    if sentence in known:\n        return known[sentence]\n    raise ValueError(sentence)",
        "def shuffle(sentence):\n    return [sentence]",
    ],
)
def test_no_hidden_value_is_told(grader: Grader, function: str) -> None:
    reckoner = Reckoner(ATTACKS / "questions")
    try:
        plan = reckoner.ask("prepare", unit="90", seed=SEED.hex(), variant="")
    finally:
        reckoner.close()
    (folder, *_) = plan["folders"]
    hidden = folder["texts/interview.txt"]
    catalogs = " ".join(file.read_text(encoding="utf-8") for file in MESSAGES.glob("*.toml"))
    secret = set(words(hidden)) - set(words(load_interview())) - set(words(catalogs + " ".join(TELL_TALES)))
    graded = grade(grader, HONEST[0], *TELL_TALES, function)
    told = json.dumps([graded.to_json()["marks"], graded.notes, graded.sentence], ensure_ascii=False)
    assert len(secret) > 50
    assert set(words(told)) & secret == set()
    assert f" {len(words(hidden))}" not in told
    arguments = {one for trial in plan["tries"] for (one,) in trial["hidden"]}
    assert len(arguments) == 8
    for one in arguments:
        assert one not in told and one.replace(" ", "_") not in told
    assert marks(graded)["shuffle"][0] == "wrong"


def test_other_seeds_give_other_hidden_texts_and_the_same_marks(grader: Grader) -> None:
    for seed in (b"one", b"two", b"three"):
        graded = grader.grade(HONEST, "90", hidden_seed=seed)
        assert graded.points == graded.out_of, marks(graded)
        typed = grader.grade(
            ["total = 742\ncompanies = 41912\nlongest = 'transformation'"], "90", hidden_seed=seed
        )
        assert typed.points == 0, marks(typed)


def test_variants_are_compared(grader: Grader) -> None:
    line = "import motamot\nmotamot.use_variant('{}')"
    right = grade(grader, line.format("7KQ2M9XT"), *HONEST, variant="7KQ2M9XT")
    assert (right.variant, right.points) == ("ok", right.out_of)
    other = grade(grader, line.format("7KQ2M9XT"), *HONEST, variant="22222222")
    assert other.variant == "mismatch" and "7KQ2M9XT" in other.notes[0]["en"]
    without = grade(grader, *HONEST, variant="22222222")
    assert without.variant == "mismatch" and "no variant code" in without.notes[0]["en"]
    assert grade(grader, line.format("7KQ2M9XT"), *HONEST).variant == "none"


def test_files_beside_the_notebook_are_found(grader: Grader) -> None:
    files = {"own/words.txt": "été".encode(), "motamot.toml": b"[text]\ninterview = 'own/words.txt'\n"}
    graded = grade(grader, *HONEST, "longest = open('own/words.txt', encoding='utf-8').read()", files=files)
    found = {one.question: one.seen for one in graded.marks}
    # A text of the learner's own is not what the questions are judged on.
    assert (found["90.longest"], found["90.total"]) == ("'été'", "742")
    assert marks(graded)["total"][0] == "right"


def test_results_survive_json(grader: Grader) -> None:
    graded = grade(grader, *HONEST, "!ls")
    assert Graded.from_json(json.loads(json.dumps(graded.to_json()))) == graded


def test_where_there_is_no_sandbox_it_is_said_or_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places.sys, "platform", "darwin")
    with Grader(ATTACKS / "questions") as apart:
        graded = apart.grade(HONEST, "90", hidden_seed=SEED)
        assert apart.reason.endswith(" has no namespaces")
    assert (graded.points, graded.sandboxed) == (graded.out_of, False)
    strict = Grader(ATTACKS / "questions", require_sandbox=True)
    with pytest.raises(MotamotError, match="cannot be shut in"):
        strict.__enter__()


def test_questions_that_are_not_in_order_are_the_instructors_to_mend(tmp_path: Path) -> None:
    with pytest.raises(MotamotError, match="holds no questions"):
        Grader(tmp_path)
    shutil.copytree(ATTACKS / "questions" / "90_attacks", tmp_path / "90_attacks")
    (tmp_path / "90_attacks" / "judge.py").unlink()
    with Grader(tmp_path) as grader:
        with pytest.raises(MotamotError, match=r"no hidden arguments for 90\.shuffle, 90\.elided"):
            grade(grader, *HONEST)
        with pytest.raises(MotamotError, match="There is no unit '77'"):
            grader.grade(HONEST, "77", hidden_seed=SEED)
    practice = tmp_path / "90_attacks" / "practice.py"
    shutil.copy(ATTACKS / "questions" / "90_attacks" / "judge.py", tmp_path / "90_attacks")
    source = practice.read_text(encoding="utf-8")
    practice.write_text(
        source.replace("lambda: len(words(load_interview()))", "lambda: 1 / 0"), encoding="utf-8"
    )
    with (
        Grader(tmp_path) as grader,
        pytest.raises(MotamotError, match=r"reference answer of 90\.total fails"),
    ):
        grade(grader, *HONEST)


def verdict(state: str, description: object = 1) -> Verdict:
    return Verdict(state, {"en": "x", "fr": "x"}, "", description)


def test_nobody_answers_twice() -> None:
    for first in ("right", "near", "wrong"):
        chosen = settle(["q"], {"q": verdict(first)}, {"q": verdict("right", 2)})
        assert chosen["q"].description == 1
    for first in ("empty", "type"):
        chosen = settle(["q"], {"q": verdict(first)}, {"q": verdict("wrong", 2)})
        assert chosen["q"].description == 2


def test_an_answer_must_be_right_on_every_text() -> None:
    question = {"name": "90.total", "kind": "number", "points": 2, "typed": False}
    notebook = Notebook(["total = 1"], frozenset(), Run())
    for kit in ("right", "near", "wrong", "type", "empty", "error"):
        for hidden in (["right"], ["wrong"], ["right", "near"], ["right", "right"], ["error"]):
            given = mark(question, notebook, verdict(kit), [verdict(state) for state in hidden])
            assert given.points == (2 if {kit, *hidden} == {"right"} else 0)


def test_a_near_miss_is_known_by_its_number_and_told_in_its_own_words(tmp_path: Path) -> None:
    """French has blanks that do not break: they are no control signs."""
    (tmp_path / "92_near").mkdir()
    (tmp_path / "judging").mkdir()
    (tmp_path / "judging" / "hidden_texts.py").write_text("def hidden_folder(rng):\n    return {}\n")
    said = "Vous comptez « tout »\u00a0: gardez les réponses\u202f; puis comptez."
    (tmp_path / "92_near" / "practice.py").write_text(
        "from motamot.checks import NearMiss, Question, Text\n"
        "HINTS = (Text('1', '1'), Text('2', '2'), Text('3', '3'))\n"
        f"MISSES = [NearMiss(lambda: 'b', Text('x', 'x')), NearMiss(lambda: 'c', Text('All.', {said!r}))]\n"
        "QUESTIONS = [Question('92.way', 'choice', lambda: 'a', HINTS, choices=('a', 'b', 'c'), near_misses=MISSES)]\n",
        encoding="utf-8",
    )
    with Grader(tmp_path) as one:
        (mark,) = one.grade(["way = 'c'"], "92", hidden_seed=SEED).marks
    assert (mark.state, mark.wrong_answer, mark.message["fr"]) == ("wrong", "2", said)
