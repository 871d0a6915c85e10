"""Each kind of question tells its typical answers apart, and says what to do."""

import json
import re
import sys
from collections.abc import Callable

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest
from wordcloud import WordCloud

from motamot import frequencies, plot_frequencies, word_cloud
from motamot.checks import NearMiss, Question, Text
from motamot.checks._describe import describe
from motamot.checks._judge import judge, judge_described
from motamot.checks._question import KINDS
from motamot.checks._trial import attempt

HINTS = (Text("one", "un"), Text("two", "deux"), Text("three", "trois"))
COUNTS = {"prix": 3, "client": 2, "le": 1}
TABLE = frequencies([word for word, count in COUNTS.items() for _ in range(count)])
SOURCE = "Le client choisit. Nous baissons le prix pour le client, et le prix reste bas. Aujourd’hui, l'équipe suit."


def question(kind: str, reference, **more) -> Question:
    return Question(f"99.{kind}", kind, reference, HINTS, **more)


def axes():
    return plt.subplots()[1]


def barh(words, counts, upside_down=True, **more):
    ax = axes()
    ax.barh(words, counts, **more)
    if upside_down:
        ax.invert_yaxis()
    return ax


NUMBER = question("number", lambda: 5)
SHARE = question("number", lambda: 1 / 3, tolerance=0.005)
BOOL = question(
    "bool",
    lambda: True,
    near_misses=[NearMiss(lambda: False, Text("look again", "revoyez"))],
    because=Text("as is seen", "on le voit"),
)
WORDS = question("words", lambda: ["prix", "client"])
BAG = question("words", lambda: ["prix", "client"], ordered=False)
SET = question("set", lambda: {"prix", "client"})
TEXT = question("text", lambda: "le prix")
GROUPED = question(
    "table",
    lambda: pd.DataFrame({"role": ["a", "b"], "words": [2, 0.5]}),
    columns=("role", "words"),
    ordered=False,
)
FIGURE = question(
    "figure",
    lambda: TABLE,
    columns=("word", "count"),
    near_misses=[NearMiss(lambda: TABLE.assign(count=TABLE["per_1000"]), Text("rates", "des taux"))],
)
TWO = question(
    "figure",
    lambda: pd.DataFrame({"year": [2021, 2022], "a": [1, 2], "b": [3, 4]}),
    columns=("year", "a", "b"),
)
CLOUD = question("cloud", lambda: TABLE, columns=("word", "count"))
FIND = question(
    "pattern",
    lambda: r"\bprix\b",
    inputs=[("Le prix des prix.",), ("Hors de prix, méprix.",)],
    near_misses=[NearMiss(lambda: "prix", Text("word borders", "bornes de mot"))],
)
FULL = question(
    "pattern", lambda: r"[^\W\d_]+", inputs=[("été",), ("20",), ("mot à mot",)], match="fullmatch"
)


class Sly(str):
    pass


@pytest.mark.parametrize(
    ("asked", "answer", "state", "says"),
    [
        (NUMBER, np.float64(5), "right", ""), (NUMBER, np.array(5), "right", ""),
        (NUMBER, [1, 2, 3, 4, 5], "type", "len(...)"), (NUMBER, pd.Series([5]), "type", "column"),
        (NUMBER, np.bool_(True), "type", "a number"), (NUMBER, "abc".count, "type", "brackets"),
        (NUMBER, 5 + 1e-7, "wrong", ""), (NUMBER, float("inf"), "wrong", ""), (NUMBER, 10**400, "wrong", ""),
        (NUMBER, 2**4097, "type", "a number"), (NUMBER, 5j, "type", "complex"), (NUMBER, [...], "empty", ""),
        (SHARE, 0.33, "right", ""), (SHARE, 33.3, "near", "unit"), (SHARE, np.float32(1 / 3), "right", ""),
        (BOOL, pd.DataFrame({"a": [1]}), "type", "a whole table"), (BOOL, [True], "type", "a list"),
        (BOOL, True, "right", "seen"), (BOOL, np.bool_(True), "right", "seen"), (BOOL, False, "wrong", "look again"),
        (BOOL, "True", "type", "without quotes"), (BOOL, 1, "type", "True or False"), (BOOL, None, "empty", ""),
        (BOOL, [True], "type", "list"), (BOOL, pd.Series([True]), "type", "Series"),
        (TEXT, "le  prix ", "right", ""), (TEXT, ["le prix"], "type", "[0]"), (TEXT, np.str_("le prix"), "right", ""),
        (TEXT, Sly("le prix"), "type", "Sly"), (TEXT, "Le prix", "near", "capitals"), (TEXT, 5, "type", "text"),
        (WORDS, ("prix", "client"), "right", ""), (WORDS, np.array(["prix", "client"]), "type", ".tolist()"),
        (WORDS, pd.Series(["prix", "client"]), "type", "The content is right"),
        (WORDS, pd.Series(["prix", "le"]), "type", "Expected a list; got Series: write .tolist()"),
        (WORDS, pd.Index(["prix"]), "type", ".tolist()"), (WORDS, {"prix", "client"}, "type", "order"),
        (WORDS, {"prix": 3, "client": 2}, "type", "The content is right"), (WORDS, TABLE, "type", "column"),
        (WORDS, map(str, ["prix"]), "type", "list(...)"), (WORDS, iter(["prix"]), "type", "list(...)"),
        (WORDS, ["client", "prix"], "near", "order"), (WORDS, ["prix"], "wrong", ""), (WORDS, [], "wrong", ""),
        (WORDS, "prix client", "type", "square brackets"), (WORDS, [["prix", "client"]], "wrong", ""),
        (WORDS, frequencies, "type", "not called"), (WORDS, [Sly("prix"), Sly("client")], "wrong", ""),
        (BAG, ["client", "prix"], "right", ""), (BAG, {"client", "prix"}, "type", "The content is right"),
        (BAG, ["client", "prix", "prix"], "wrong", ""),
        (SET, {"client", "prix"}, "right", ""), (SET, frozenset({"client", "prix"}), "right", ""),
        (SET, ["client", "prix", "prix"], "right", ""), (SET, {"client"}, "wrong", ""), (SET, "prix", "type", "set"),
        (SET, {"client": 1}, "type", "set"),
        (GROUPED, pd.DataFrame({"words": [0.5, 2], "role": ["b", "a"]}, index=[9, 8]), "right", ""),
        (GROUPED, pd.DataFrame({"role": ["a", "b"], "words": [2, 0.5]}).set_index("role"), "right", ""),
        (GROUPED, pd.Series([2, 0.5], index=pd.Index(["a", "b"], name="role"), name="words"), "right", ""),
        (GROUPED, pd.Series([2, 0.5], index=["a", "b"], name="words"), "type", "role"),
        (GROUPED, pd.DataFrame({"role": ["a", "b"], "words": [0.5, 2]}), "near", "beside the wrong"),
        (GROUPED, pd.DataFrame({"role": ["a", "b"], "words": ["2", "0.5"]}), "wrong", ""),
        (GROUPED, pd.DataFrame({"role": ["a", "b", "b"], "words": [2, 0.5, 0.5]}), "wrong", ""),
        (GROUPED, pd.DataFrame({"Role": ["a"], "words": [2]}), "type", "role"),
        (GROUPED, [{"role": "a", "words": 2}], "type", "pd.DataFrame"), (GROUPED, pd.DataFrame(), "type", "role"),
        (GROUPED, np.array([["a", 2]]), "type", "table"),
        (FIGURE, plot_frequencies(TABLE), "right", ""), (FIGURE, barh(list(COUNTS), list(COUNTS.values())), "right", ""),
        (FIGURE, barh(list(COUNTS), list(COUNTS.values()), upside_down=False), "near", "invert_yaxis"),
        (FIGURE, barh(range(3), [3, 2, 1]), "wrong", "no labels"), (FIGURE, barh(list(COUNTS), [3, 2, 2]), "wrong", "lengths"),
        (FIGURE, barh(["a", "b", "c"], [3, 2, 1]), "wrong", "own word"), (FIGURE, barh(["a"], [7]), "wrong", "more are expected"),
        (FIGURE, barh(list(COUNTS), TABLE["per_1000"]), "near", "rates"), (FIGURE, axes(), "type", "no bar"),
        (FIGURE, plot_frequencies(TABLE).figure, "type", "whole figure"), (FIGURE, TABLE, "type", "a figure"),
        (FIGURE, plt.subplots(1, 2)[1], "type", "axes[0]"), (FIGURE, [axes()], "type", "axes[0]"),
        (FIGURE, axes().barh(["prix"], [3]), "type", "ax.barh"), (FIGURE, word_cloud(TABLE), "type", "cloud"),
        (FIGURE, TABLE.set_index("word")["count"].plot.bar(ax=axes()), "right", ""),
        (TWO, pd.DataFrame({"a": [1, 2], "b": [3, 4]}, index=["2021", "2022"]).plot.bar(), "right", ""),
        (TWO, pd.DataFrame({"b": [3, 4], "a": [1, 2]}, index=["2021", "2022"]).plot.bar(), "wrong", ""),
        (CLOUD, word_cloud(TABLE), "right", ""), (CLOUD, WordCloud().generate_from_frequencies(COUNTS), "right", ""),
        (CLOUD, WordCloud().generate_from_frequencies(dict.fromkeys(COUNTS, 1)), "near", "one size"),
        (CLOUD, WordCloud().generate_from_frequencies(COUNTS | {"prix": 30}), "near", "sizes"),
        (CLOUD, WordCloud().generate_from_frequencies(COUNTS | {"de": 1}), "near", "others besides"),
        (CLOUD, WordCloud().generate_from_frequencies({"prix": 3}), "near", "others are missing"), (CLOUD, WordCloud(), "type", "no words"),
        (CLOUD, plot_frequencies(TABLE), "type", "bars"), (CLOUD, COUNTS, "type", "word cloud"), (CLOUD, TABLE, "type", ""),
        (CLOUD, word_cloud(TABLE).figure, "type", "whole figure"),
        (FIND, r"\bprix\b", "right", ""), (FIND, re.compile(r"\b(p)rix\b"), "right", ""), (FIND, "prix", "near", "borders"),
        (FIND, r"\bprix", "right", ""), (FIND, "x+", "wrong", "as expected"), (FIND, "(prix", "wrong", "cannot read"),
        (FIND, r"(\w+\s?)+\d", "wrong", "Shape"), (FIND, 5, "type", "pattern"), (FIND, re.compile(b"prix"), "type", "pattern"),
        (FIND, ["prix"], "type", "pattern"), (FIND, ..., "empty", ""), (FIND, Sly("prix"), "type", "Sly"),
        (FULL, r"[^\W\d_]+", "right", ""), (FULL, r"\w+", "wrong", "True or False"), (FULL, "[a-z]+", "wrong", ""),
    ],
)  # fmt: skip
def test_answers_are_told_apart_and_told_why(asked: Question, answer: object, state: str, says: str) -> None:
    found, text = judge(asked, answer)
    assert (found, says if says in text else text) == (state, says)


# The figures above stay as they are; pyplot need not keep them.
plt.close("all")


def test_a_catastrophic_pattern_is_stopped() -> None:
    slow = question("pattern", lambda: "a", inputs=[("a" * 40 + "!",)], match="fullmatch")
    state, text = judge(slow, r"(a+)+b")
    assert state == "wrong" and "2 seconds" in text and "repetition" in text


def test_the_table_of_a_function_shows_input_shape_and_result_never_the_answer() -> None:
    asked = question("function", lambda text: text.split(), inputs=[("un mot\tde plus",), ("",)])
    text = judge(asked, lambda text: (text,))[1]
    head, *rows = [line.split("\t") for line in text.split("\n")[1:]]
    assert [len(row) for row in rows] == [len(head)] * 2
    assert rows[0][1:] == [
        "'un mot\\tde plus'",
        "list of length 4",
        "tuple of length 1: ('un mot\\tde plus',)",
    ]
    assert "'un', 'mot'" not in text


def test_arguments_are_copies_so_that_one_trial_does_not_spoil_the_next() -> None:
    words = ["b", "a"]
    asked = question("function", sorted, inputs=[(words,)])

    def in_place(given: list) -> list:
        given.sort()
        return given

    assert judge(asked, in_place)[0] == "right" and words == ["b", "a"]


def test_results_of_a_function_forgive_numpy_but_not_another_container() -> None:
    share = question("function", lambda words: len(words) / 3, inputs=[(["a"],), (["a", "b", "c"],)])
    assert judge(share, lambda words: np.float64(len(words)) / 3)[0] == "right"
    pairs = question("function", lambda words: [(word, 1) for word in words], inputs=[(["a", "b"],)])
    assert judge(pairs, lambda words: [[word, 1] for word in words])[0] == "right"
    assert judge(pairs, lambda words: tuple((word, 1) for word in words))[0] == "near"
    counts = question("function", lambda words: {"a": 1, "b": 2}, inputs=[(["a"],)])
    assert judge(counts, lambda words: {"b": 2, "a": 1})[0] == "right"


@pytest.mark.parametrize("asked", [FIND, question("function", lambda text: text.split(), inputs=[("a b",)])])
def test_hidden_inputs_are_judged_elsewhere_and_never_told(asked: Question) -> None:
    inputs = [("secret prix caché",), ("rien",)]
    how = asked.match if asked.kind == "pattern" else "call"
    for answer in (r"\bprix\b", "i+", str.split, str.upper, lambda text: 1 / 0):
        description = json.loads(json.dumps(describe(answer)))
        results = json.loads(json.dumps([attempt(answer, arguments, how) for arguments in inputs]))
        state, text = judge_described(asked, description, results, inputs)
        assert "secret" not in text and "rien" not in text
        assert (state == "right") == (
            answer in (r"\bprix\b",) if asked.kind == "pattern" else answer == str.split
        )


def test_results_that_are_missing_or_too_many_are_not_right() -> None:
    for results in (None, [], [["a"], ["b"]], [{"is": "failed", "reason": "died", "detail": ""}]):
        assert judge_described(FIND, r"\bprix\b", results, [("prix",)])[0] == "wrong"


def test_what_is_typed_is_told_from_what_is_computed() -> None:
    assert [kind for kind in KINDS if KINDS_ASKED[kind].typed] == ["bool", "choice", "evidence"]
    assert question("choice", lambda: "a", choices=("a", "b"), typed=False).typed is False


KINDS_ASKED = {
    one.kind: one
    for one in (
        NUMBER, BOOL, TEXT, WORDS, SET, GROUPED, FIGURE, CLOUD, FIND,
        question("evidence", lambda: TABLE, source=lambda: SOURCE),
        question("choice", lambda: "a", choices=("a", "b")),
        question("function", len, inputs=[("a",)]),
    )
}  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "missing"),
    [("function", "inputs"), ("pattern", "inputs"), ("table", "columns"), ("cloud", "columns"), ("choice", "choices"),
     ("evidence", "source"), ("drawing", "unknown kind")],
)  # fmt: skip
def test_a_question_that_could_not_be_judged_is_refused(kind: str, missing: str) -> None:
    with pytest.raises(ValueError, match=missing):
        question(kind, lambda: 1)


def test_a_wrong_way_that_does_not_exist_on_this_text_is_passed_over() -> None:
    asked = question(
        "number", lambda: 5, near_misses=[NearMiss(lambda: {}["absent"], Text("never", "jamais"))]
    )
    assert judge(asked, 4)[0] == "wrong" and judge(asked, 5)[0] == "right"


class Odd(str):
    def __format__(self, spec: str) -> str:
        raise SystemExit

    def __getitem__(self, key: object) -> str:
        raise SystemExit


@pytest.mark.parametrize("said", [lambda error: Odd("x" * 300), lambda error: sys.exit()])
def test_an_error_that_cannot_say_what_it_is_fails_like_any_other(said: Callable[[Exception], str]) -> None:
    error = type("Own", (Exception,), {"__str__": said})

    def fails(text: str) -> str:
        raise error

    failed = attempt(fails, ("a",))
    assert failed["reason"] == "raised" and failed["detail"].startswith("Own: ")
    assert len(failed["detail"]) <= 200
