"""The examples of docs/questions.md run as they stand, and there is one of each kind."""

import re
from pathlib import Path

import pytest

from motamot import (
    frequencies,
    load_interview,
    plot_frequencies,
    read_interview,
    stop_words,
    word_cloud,
    words,
)
from motamot.checks import Question
from motamot.checks._judge import judge
from motamot.checks._question import KINDS
from motamot.course.grading.references import make_key

PAGE = (Path(__file__).parent.parent / "docs" / "questions.md").read_text(encoding="utf-8")


*PRACTICE, JUDGE = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture(scope="module")
def asked() -> dict[str, Question]:
    names: dict[str, object] = {}
    exec("\n".join(PRACTICE), names)
    return {question.name.partition(".")[2]: question for question in names["QUESTIONS"]}


def test_there_is_one_of_each_kind_and_each_is_explained(asked: dict[str, Question]) -> None:
    assert {question.kind for question in asked.values()} == set(KINDS)
    assert [kind for kind in KINDS if f"**{kind}**" not in PAGE] == []


def test_each_example_takes_a_right_answer_and_refuses_a_wrong_one(
    asked: dict[str, Question], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MOTAMOT_TEXT", "kit")
    turns = read_interview(load_interview())
    spoken = " ".join(turns.loc[turns["role"] == "answer", "text"])
    table = frequencies(words(spoken, stop=stop_words()))
    word, count = table[["word", "count"]].iloc[0]
    line = next(sentence for sentence in re.split(r"(?<=\.) ", spoken) if word in words(sentence))
    right = {
        "answer_words": len(words(spoken)), "share": 33.3, "negation_kept": True, "first_word": word, "claim": "b",
        "top_words": table["word"].head(5).tolist(), "companies": asked["companies"].reference(),
        "table": table.head(5), "cut": lambda sentence: sentence.lower().split(), "pattern": r"\bmarchés?\b",
        "bars": plot_frequencies(table, n=5), "cloud": word_cloud(table, n=30),
        "evidence": f"Le mot {word}, {count} fois, le montre très bien ici : « {line} »",
    }  # fmt: skip
    wrong = {
        "answer_words": len(spoken.split()), "share": 33, "negation_kept": False, "first_word": word.upper(), "claim": "a",
        "top_words": table["word"].head(4).tolist(), "companies": ["Carrefour"], "table": table.head(4),
        "cut": str.split, "pattern": "marché", "bars": plot_frequencies(table, n=6), "cloud": word_cloud(table, n=20),
        "evidence": f"Le mot {word}, {count} fois, le montre très bien ici.",
    }  # fmt: skip
    assert set(asked) == set(right) == set(wrong)
    assert {
        name: judge(asked[name], answer)
        for name, answer in right.items()
        if judge(asked[name], answer)[0] != "right"
    } == {}
    assert [
        name for name, answer in wrong.items() if judge(asked[name], answer)[0] in ("right", "empty")
    ] == []


def test_the_examples_make_a_unit_that_can_be_graded(tmp_path: Path) -> None:
    unit = tmp_path / "units" / "99_mine"
    unit.mkdir(parents=True)
    (unit / "practice.py").write_text("\n".join(PRACTICE), encoding="utf-8")
    (unit / "judge.py").write_text(JUDGE, encoding="utf-8")
    key = make_key(unit.parent, "99", "seed", "", tmp_path / "hidden")
    assert {name: len(inputs) for name, inputs in key.inputs.items()} == {"99.cut": 4, "99.pattern": 4}
    assert len(key.hidden) == 1
