"""A wrong answer is told in what it differs, as its kind allows, in both languages, and never what is right."""

import math

import matplotlib.pyplot as plt
import pandas as pd
import pytest
from wordcloud import WordCloud

from motamot import frequencies, use_language
from motamot._language import LANGUAGES, message
from motamot.checks import Question, Text
from motamot.checks._judge import judge, judge_described
from motamot.checks._question import KINDS
from motamot.checks._scales import unit_or_rounding
from motamot.checks._trial import attempt

HINTS = (Text("one", "un"), Text("two", "deux"), Text("three", "trois"))
COUNTS = {"prix": 3, "client": 2, "le": 1}
TABLE = frequencies([word for word, count in COUNTS.items() for _ in range(count)])


def question(kind: str, reference, **more) -> Question:
    return Question(f"99.{kind}", kind, reference, HINTS, **more)


def barh(*sets: list[int], words=tuple(COUNTS)):
    ax = plt.subplots()[1]
    for lengths in sets:
        ax.barh(words, lengths)
    ax.invert_yaxis()
    return ax


COUNT = question("number", lambda: 475)
RATE = question("number", lambda: 16.5745)
BOOL = question("bool", lambda: True)
CHOICE = question("choice", lambda: "b", choices=("a", "b"))
TEXT = question("text", lambda: "le prix")
WORDS = question("words", lambda: ["prix", "client", "le"])
MATCH = question("words", lambda: ["a", "b", "c", "d"], typed=True)
SET = question("set", lambda: {"prix", "client"})
RANKED = question(
    "table",
    lambda: pd.DataFrame({"word": ["prix", "le"], "rate": [12.345, 6.789]}),
    columns=("word", "rate"),
)
GROUPED = question("table", lambda: TABLE, columns=("word", "count"), ordered=False)
FIGURE = question("figure", lambda: TABLE, columns=("word", "count"))
BOTH = question("figure", lambda: TABLE.assign(other=[1, 2, 3]), columns=("word", "count", "other"))
WRAPPED = question(
    "figure", lambda: pd.DataFrame({"word": ["seconde vie"], "count": [3]}), columns=("word", "count")
)
CLOUD = question("cloud", lambda: TABLE, columns=("word", "count"))
CUT = question("function", lambda text: text.split(), inputs=[("a b",), ("c",)])
SHARE = question("function", lambda text: len(text) / 7, inputs=[("a",), ("bb",)])
MANY = question("function", lambda text: len(text.split()), inputs=[("a b",), ("c",)])
FIND = question("pattern", lambda: "prix", inputs=[("le prix",), ("rien",)])


def frame(words: list[object], rates: list[object]) -> pd.DataFrame:
    return pd.DataFrame({"word": words, "rate": rates})


def nothing_for_c(text: str) -> list[str] | None:
    return text.split() if text != "c" else None


def cut_it(text, more):
    return text.split()


def misspelt(text):
    raise NameError("name 'wrods' is not defined")


def inner_trouble(text):
    return cut_it(text)


@pytest.mark.parametrize(
    ("asked", "answer", "state", "says"),
    [
        (COUNT, 476, "wrong", "The number differs"), (COUNT, 4750, "wrong", "The number differs"),
        (COUNT, 475.5, "wrong", "whole number"), (COUNT, float("nan"), "wrong", "divided by 0"),
        (COUNT, float("-inf"), "wrong", "is -inf"), (RATE, 1.65745, "near", "unit"), (RATE, 1657.45, "near", "unit"),
        (RATE, 0.0165745, "near", "unit"), (RATE, 16.6, "near", "rounded"), (RATE, 17, "near", "rounded"),
        (RATE, 16.7, "wrong", "The number differs"), (RATE, -16.5745, "wrong", "The number differs"),
        (BOOL, False, "wrong", "other way round"), (CHOICE, "a", "wrong", "Another choice"),
        (TEXT, "Le Prix", "near", "capitals"), (TEXT, "le client", "wrong", "another one"),
        (WORDS, ["prix", "client"], "wrong", "Elements in your list: 2; more"), (WORDS, [], "wrong", "list: 0; more"),
        (WORDS, ["prix", "client", "le", "de"], "wrong", "4 elements; fewer"), (WORDS, ["prix", "client", "de"], "wrong", "as long as"),
        (WORDS, ["Prix", "client", "Le"], "near", "capitals"), (WORDS, ["prix", "prix", "le"], "wrong", "twice"),
        (WORDS, [1, 2, 3], "wrong", "are numbers; texts are"), (WORDS, [("prix", 3), ("le", 1)], "wrong", "pairs"),
        (WORDS, [["prix", "client", "le"]], "wrong", "are lists"), (WORDS, [None, True, 5], "wrong", "numbers; texts"),
        (WORDS, [None, True], "wrong", "something else"),
        (MATCH, ["b", "a", "c", "d"], "near", "number 3, 4."), (MATCH, ["b", "c", "d", "a"], "near", "none of them"),
        (WORDS, ["client", "prix", "le"], "near", "comes first"), (MATCH, ["a", "b", "c", "e"], "wrong", "belong here: e."),
        (SHARE, lambda text: math.log(len(text) - 1), "wrong", "log(0) does not exist"), (CUT, lambda text: {}[text], "wrong", "no column or key"),
        (CUT, misspelt, "wrong", "not known inside"),
        (SET, {"prix"}, "wrong", "something is missing"), (SET, {"prix", "client", "le"}, "wrong", "Nothing is missing"),
        (SET, {"prix", "le"}, "wrong", "Part of it"), (SET, {"le"}, "wrong", "Nothing in your set"), (SET, set(), "wrong", "empty"),
        (RANKED, frame(["le", "prix"], [6.789, 12.345]), "near", "another order"),
        (RANKED, frame(["prix"], [12.345]), "wrong", "table: 1; more"),
        (RANKED, frame(["prix", "le", "de"], [12.345, 6.789, 1.5]), "wrong", "3 rows; fewer"),
        (RANKED, frame(["prix", "le"], [1.2345, 0.6789]), "near", "in rate are right, the unit"),
        (RANKED, frame(["prix", "le"], [12.3, 6.8]), "near", "in rate are rounded"),
        (RANKED, frame(["prix", "le"], [5.0, 6.0]), "wrong", "Right so far: word. Not yet: rate"),
        (RANKED, frame(["prix", "le"], ["12.345", "6.789"]), "wrong", "Not yet: rate"),
        (RANKED, frame(["de", "la"], [5.0, 6.0]), "wrong", "no column is right"),
        (RANKED, frame(["de", "la"], [1.2345, 0.6789]), "wrong", "no column is right"),
        (GROUPED, TABLE.assign(count=[1, 2, 3]), "near", "stand beside the wrong"),
        (GROUPED, TABLE.assign(word=["x", "y", "z"]), "wrong", "Right so far: count. Not yet: word"),
        (FIGURE, barh([3, 2], words=("prix", "client")), "wrong", "figure: 2; more"),
        (FIGURE, barh([3, 2, 1, 1], words=("a", "b", "c", "d")), "wrong", "4 bars; fewer"),
        (FIGURE, barh([3, 2, 1], [1, 1, 2], words=("prix", "le", "client")), "wrong", "figure: 2; fewer"),
        (FIGURE, barh([7, 8, 9], words=("a", "b", "c")), "wrong", "neither their labels"),
        (BOTH, barh([3, 2, 1], [9, 9, 9]), "wrong", "set number 2"), (BOTH, barh([9, 9, 9], [1, 2, 3]), "wrong", "set number 1"),
        (BOTH, barh([3, 2, 1]), "wrong", "Sets of bars in your figure: 1; more"),
        (BOTH, barh([3, 2, 1], [1, 2, 3], [0, 0, 1]), "wrong", "Sets of bars in your figure: 3; fewer"),
        (WRAPPED, barh([3], words=("seconde\nvie",)), "right", "fits"),
        (CLOUD, WordCloud().generate_from_frequencies({"prix": 3, "client": 2}), "near", "others are missing"),
        (BOTH, barh([3, 2, 1], [9, 9, 9]), "wrong", "set number 2"), (BOTH, barh([9, 9, 9], [1, 2, 3]), "wrong", "set number 1"),
        (BOTH, barh([3, 2, 1]), "wrong", "Sets of bars in your figure: 1; more"),
        (BOTH, barh([3, 2, 1], [1, 2, 3], [0, 0, 1]), "wrong", "Sets of bars in your figure: 3; fewer"),
        (WRAPPED, barh([3], words=("seconde\nvie",)), "right", "fits"),
        (CLOUD, WordCloud().generate_from_frequencies({"prix": 3, "de": 2}), "wrong", "lacks words"),
        (CUT, lambda text: tuple(text.split()), "near", "return a list instead of a tuple"),
        (CUT, lambda text: [*text.split(), ""], "near", "empty text"), (CUT, lambda text: [text.split()], "near", "inside a list"),
        (CUT, lambda text: pd.Series(text.split()), "near", "instead of a Series"),
        (CUT, lambda text: set(text.split()), "near", "instead of a set"), (CUT, lambda text: len(text.split()), "near", "how many"),
        (MANY, lambda text: text.split(), "near", "len(...)"), (CUT, lambda text: (word for word in text.split()), "wrong", "generator"), (CUT, nothing_for_c, "wrong", "every way"),
        (CUT, lambda text: ["a", "b"], "wrong", "same result for every input"), (CUT, list, "wrong", "expected for 1 of 2"),
        (CUT, lambda one, two: [], "wrong", "is called with is 1"), (CUT, cut_it, "wrong", "is called with is 1"),
        (CUT, inner_trouble, "wrong", "stopped with TypeError"), (CUT, lambda text: {"x", text}, "wrong", "expected for 0 of 2"),
        (SHARE, lambda text: str(len(text) / 7), "near", "str(...)"), (SHARE, lambda text: 100 * len(text) / 7, "near", "unit"),
        (SHARE, lambda text: round(len(text) / 7, 2), "near", "rounded"), (SHARE, lambda text: "much", "wrong", "same result"),
        (FIND, r"\w+", "wrong", "in 0 of 2"), (FIND, "r|prix", "wrong", "in 1 of 2"),
    ],
)  # fmt: skip
def test_a_wrong_answer_is_told_in_what_it_differs(
    asked: Question, answer: object, state: str, says: str
) -> None:
    found, text = judge(asked, answer)
    assert (found, says if says in text else text) == (state, says)


plt.close("all")


def test_the_table_of_inputs_tells_the_shape_expected_and_what_came_out_cut_short() -> None:
    asked = question("function", lambda text: text.split(), inputs=[("a b",), ("c " * 60,)])
    some = judge(asked, lambda text: ["a", "b"] if text == "a b" else ["x" * 200])[1].split("\n")
    assert some[0].startswith("As expected for 1 of 2 inputs.")
    (sign, went_in, expected, got), (other, long, shape, cut) = (row.split("\t") for row in some[2:])
    assert (sign, went_in, expected, got) == (
        "✓ as expected", "'a b'", "list of length 2", "list of length 2: ['a', 'b']"
    )  # fmt: skip
    assert (other, shape) == ("✗ differs", "list of length 60")
    assert long.startswith("'c c") and cut.startswith("list of length 1: ['xxx")
    assert long.endswith("c …") and len(long) == 120 and cut.endswith("x…")
    tables = judge(asked, lambda text: pd.DataFrame({"a": [1, 2]}))[1]
    assert tables.count("\ttable of 2 × 1: DataFrame") == 2
    assert judge(asked, lambda text: ...)[0] == "empty"


def test_yes_or_no_in_quotes_or_as_a_number_is_told_how_to_be_written() -> None:
    for answer in ("True", 1, 0):
        assert judge(BOOL, answer)[1].endswith(f"without quotes, instead of {answer!r}.")
    assert "got a whole number" in judge(BOOL, 2)[1]


def test_every_kind_has_a_general_sentence_of_its_own_in_both_languages() -> None:
    kinds = [kind for kind in KINDS if kind != "evidence"]
    for language in LANGUAGES:
        use_language(language)
        sentences = {message(f"checks.wrong_{kind}", right=1, total=2) for kind in kinds}
        assert len(sentences) == len(kinds)


def test_hidden_inputs_may_tell_the_slip_and_never_the_input() -> None:
    inputs = [("un secret",), ("caché",)]
    for answer, state in ((lambda text: tuple(text.split()), "near"), (lambda text: ["x"], "wrong")):
        results = [attempt(answer, arguments) for arguments in inputs]
        description = {"is": "function", "type": "function", "name": "f", "module": ""}
        found, text = judge_described(CUT, description, results, inputs)
        assert found == state and "secret" not in text and "\t" not in text


@pytest.mark.parametrize(
    ("given", "expected", "way"),
    [
        ([1, 2], [10, 20], None), ([1.0], [True], None), (["1"], [1.5], None), ([0.0], [0.2], None),
        ([10**400], [1.5], None), ([float("nan")], [1.5], None), ([1.5], [float("inf")], None), ([], [], None),
        ([0.1, 0.2], [10.0, 20.0], "scale"), ([0.1, 0.3], [10.0, 20.0], None), ([1.2, 3.5], [1.23, 3.61], None),
        ([1.2, 3.4], [1.23, 3.44], "rounded"), ([2, 3], [1.5, 3.4], "rounded"),
    ],
)  # fmt: skip
def test_unit_and_rounding_are_told_from_other_numbers(given: list, expected: list, way: str | None) -> None:
    assert unit_or_rounding(given, expected) == way


def test_a_table_too_large_to_be_read_is_told_by_its_rows_and_columns() -> None:
    large = pd.DataFrame({"word": ["prix"] * 30_000, "count": 1, "G2": 0.5})
    state, text = judge(GROUPED, large)
    assert state == "type" and "30000 rows, and the columns word, count, G2" in text
    assert "Far fewer rows" in text and "columns word, count:" in text
