"""A description is bounded JSON that tells values apart, asks nothing of the answer, and survives forgery."""

import collections
import json
import math
import re
from fractions import Fraction

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from wordcloud import WordCloud

from motamot import frequencies, plot_frequencies, word_cloud
from motamot.checks import Question, Text
from motamot.checks._compare import alike
from motamot.checks._describe import MAX_CHARACTERS, MAX_ITEMS, describe
from motamot.checks._judge import judge_described
from motamot.checks._question import KINDS
from motamot.checks._states import RIGHT, STATES
from motamot.checks._values import Failure, FigureOf, Mark, Opaque, PatternOf, read

TABLE = frequencies(["prix", "client", "prix", "le"])
ONE = Text("one", "un")


def carried(answer: object) -> object:
    """Return an answer as it arrives on the other side of a pipe."""
    return read(json.loads(json.dumps(describe(answer), allow_nan=False)))


SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.tuples(inner, inner), max_leaves=20
)


@given(VALUES)
def test_plain_values_arrive_as_they_were(value: object) -> None:
    assert alike(carried(value), value)


def is_same(one: object, two: object) -> bool:
    """Compare two values by exact arithmetic, up to what rounding may do to a number."""
    if isinstance(one, list | tuple) and isinstance(two, list | tuple):
        return len(one) == len(two) and all(map(is_same, one, two))
    if one is None or two is None or one != one or two != two:
        return (one is None or one != one) and (two is None or two != two)
    if not {type(one), type(two)} <= {int, float}:
        return type(one) is type(two) and one == two
    if math.inf in (abs(one), abs(two)):
        return one == two
    return abs(Fraction(one) - Fraction(two)) <= max(
        2e-9, 1e-15 * max(abs(Fraction(one)), abs(Fraction(two)))
    )


@given(VALUES, VALUES)
def test_two_values_are_alike_only_if_they_are_the_same(one: object, two: object) -> None:
    if alike(carried(one), carried(two)):
        assert is_same(one, two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (True, 1), (1, "1"), (float("nan"), 0.0), (float("inf"), 1e308), (float("inf"), float("-inf")),
        (2**70, 2**70 + 1), (10**5000, 10**5000), ("a", ["a"]), ([], ()), ({"a"}, ["a"]), ({}, []), ("", None),
        ("x" * 30_000, "x" * 30_000), ([0] * 60_000, [0] * 60_000), ({1: 2}, {1: 3}), ({1, 2}, {1, 3}),
    ],
    ids=lambda value: type(value).__name__,
)  # fmt: skip
def test_what_is_not_the_same_or_cannot_be_known_is_told_apart(one: object, two: object) -> None:
    # A tuple and an empty list are told apart where a function returns them, not in general.
    assert not alike(carried(one), carried(two)) or (one, two) == ([], ())


def test_a_negative_zero_keeps_its_sign() -> None:
    assert math.copysign(1, describe(-0.0)) == -1


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (np.int64(5), 5), (np.float32(0.5), 0.5), (np.bool_(True), True), (np.str_("é"), "é"), (np.array(3), 3),
        ([np.int8(1), np.nan], [1, math.nan]), (pd.NA, Mark("missing")), ([...], [Mark("placeholder")]),
        (NotImplemented, Mark("placeholder")), (2**70, 2**70), (-(2**64), -(2**64)),
        (re.compile("a", re.I), PatternOf("a", int(re.I | re.U))),
    ],
)  # fmt: skip
def test_library_scalars_are_read_as_the_plain_values_they_hold(value: object, plain: object) -> None:
    assert alike(carried(value), plain)


def test_tables_keep_columns_index_and_doubled_names() -> None:
    table = pd.DataFrame([[1, "a"], [2, "b"]], columns=["x", "x"], index=pd.Index([7, 8], name="k"))
    found = carried(table)
    assert (found.columns, found.values) == (["x", "x"], [[1, 2], ["a", "b"]])
    assert (found.index_names, found.index) == (["k"], [7, 8])
    column = carried(table.iloc[:, 1])
    assert (column.items, column.name, column.index_names) == (["a", "b"], "x", ["k"])


@pytest.mark.parametrize("counter", [collections.Counter("aab"), collections.OrderedDict(a=2, b=1)])
def test_dicts_of_the_standard_library_are_dicts(counter: dict) -> None:
    assert alike(carried(counter), carried({"b": 1, "a": 2}))


@pytest.mark.parametrize("base", [list, tuple, str, int, float, dict, set])
def test_a_subclass_is_named_and_not_looked_into(base: type) -> None:
    kind = type(
        "Sly", (base,), {"__iter__": lambda self: 1 / 0, "__len__": lambda self: 1 / 0, "__hash__": None}
    )
    assert describe(kind()) == {"is": "other", "type": "Sly", "of": base.__name__}
    assert isinstance(read(describe(kind())), Opaque)


def test_nothing_of_a_learners_class_is_called() -> None:
    class Meta(type):
        def __eq__(cls, other: object) -> bool:
            raise AssertionError("asked the metaclass")

        def __hash__(cls) -> int:
            raise AssertionError("asked the metaclass")

        @property
        def __name__(cls) -> str:
            raise AssertionError("asked the metaclass")

    class Trap(metaclass=Meta):
        def __getattribute__(self, name: str) -> object:
            raise AssertionError(f"asked for {name}")

    class Number(np.float64, metaclass=type("MoreMeta", (Meta, type(np.float64)), {})):
        pass

    assert describe(Trap())["type"] == "Trap"
    assert describe([Trap(), Number(5)])[1]["type"] == "Number"


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ((x for x in "a"), "generator"), (map(str, "a"), "map"), (range(3), "range"), (iter([1]), "list_iterator"),
        (json, "module"), (plt.figure(), "Figure"), (b"a", "bytes"), (1j, "complex"), (object(), "object"),
        (TABLE.groupby("word"), "DataFrameGroupBy"), (plt.subplots()[1].barh([0], [1]), "BarContainer"),
    ],
)  # fmt: skip
def test_other_things_are_told_by_the_name_of_their_type(value: object, name: str) -> None:
    assert describe(value)["type"] == name
    assert isinstance(carried(value), Opaque)


def test_functions_are_told_by_module_and_name() -> None:
    def blank(sentence: str) -> None: ...

    assert describe(frequencies) == {
        "is": "function", "type": "function", "name": "frequencies", "module": "motamot.counts"
    }  # fmt: skip

    def documented(sentence: str) -> None:
        """Cut a sentence."""

    assert describe(blank)["blank"] is True and describe(documented)["blank"] is True
    assert all(
        "blank" not in describe(function) for function in (lambda: 5, lambda text: text, lambda: "", print)
    )
    assert describe(str.split)["name"] == "split"


def test_size_depth_and_loops_are_bounded() -> None:
    ring: list[object] = []
    ring.append(ring)
    deep: object = 1
    for _ in range(10_000):
        deep = [deep]
    many = [["x" * 50] * 1000] * 1000
    huge = ["é" * 19_000] * 100
    for value in (ring, deep, many, huge, np.zeros(10**7), pd.DataFrame(np.zeros((10**5, 50)))):
        written = json.dumps(describe(value))
        assert len(written) < 6 * MAX_CHARACTERS + 60 * MAX_ITEMS
        assert not alike(read(describe(value)), read(describe(value)))


def test_a_figure_is_described_by_its_artists() -> None:
    found = carried(plot_frequencies(TABLE))
    assert isinstance(found, FigureOf)
    assert found.series[0].bars == [("prix", 2, 0), ("client", 1, 1), ("le", 1, 2)]
    assert (found.title, found.x_label) == ("The 3 most frequent words of the table", "count")


def test_bars_are_read_as_the_eye_reads_them_whoever_drew_them() -> None:
    lying, standing, by_pandas = plt.subplots()[1], plt.subplots()[1], TABLE.set_index("word")["count"]
    lying.barh(["prix", "le"], [2, 1])
    standing.bar([2020, 2021], [5, 6])
    assert [bar[:2] for bar in carried(lying).series[0].bars] == [("le", 1), ("prix", 2)]
    assert [bar[1:] for bar in carried(standing).series[0].bars] == [(5, 2020), (6, 2021)]
    assert [bar[:2] for bar in carried(by_pandas.plot.barh(ax=plt.subplots()[1])).series[0].bars] == [
        ("le", 1),
        ("client", 1),
        ("prix", 2),
    ]


def test_clouds_are_described_by_their_words() -> None:
    own = WordCloud().generate_from_frequencies({"prix": 4, "client": 1})
    assert carried(own).words == [("prix", 1.0), ("client", 0.25)]
    assert carried(word_cloud(TABLE)).words == [("prix", 1.0), ("client", 0.5), ("le", 0.5)]
    assert carried(WordCloud()).words == []


def test_a_figure_whose_labels_fail_is_unreadable_and_no_more() -> None:
    ax = plot_frequencies(TABLE)
    ax.yaxis.set_major_formatter(lambda value, place: 1 / 0)
    assert describe(ax) == {"is": "unreadable", "type": "Axes", "reason": "ZeroDivisionError"}


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["is", "items", "length", "values", "columns", "index", "series", "bars", "hex", "words",
                             "name", "module", "pairs", "shape", "value", "pattern", "flags", "reason", "detail",
                             "index_names", "title", "x_label", "y_label"]),
            inner | st.sampled_from(["tuple", "set", "dict", "table", "series", "array", "figure", "cloud", "float",
                                     "int", "numpy", "pattern", "function", "failed", "index"]),
            max_size=7,
        )
    ),
    max_leaves=25,
)  # fmt: skip
QUESTIONS = {
    kind: Question(
        f"99.{kind}",
        kind,
        {"number": lambda: 5, "bool": lambda: True, "function": lambda text: text.split(), "pattern": lambda: "a",
         "text": lambda: "five", "choice": lambda: "b", "words": lambda: ["z"], "set": lambda: {"z"}}.get(kind, lambda: TABLE),
        (ONE, ONE, ONE),
        inputs=[("a b",)], columns=("word", "count"), choices=("a", "b"), source=lambda: "le prix du client",
    )
    for kind in KINDS
}  # fmt: skip


@given(JSON, st.lists(JSON, max_size=2), st.sampled_from(KINDS))
def test_any_json_in_place_of_a_description_is_judged_without_harm(
    forged: object, results: list, kind: str
) -> None:
    state, text = judge_described(QUESTIONS[kind], forged, results)
    assert state in STATES and text
    if state == RIGHT:
        assert kind in ("number", "bool") or forged in (["z"], "b", "B", "a")


@pytest.mark.parametrize(
    "forged",
    [
        {"is": "table", "columns": ["word", "count"], "values": [["a"], 5], "index_names": [], "index": [0], "length": 1},
        {"is": "list", "items": ["z"], "length": 1},
        {"is": "int", "hex": "0x" + "f" * 10_000_000},
        {"is": "numpy", "value": {"is": "numpy", "value": {"is": "numpy"}}},
        {"is": ["unhashable"]},
        {"is": "figure", "series": [{"name": "", "bars": [["prix"]], "length": 1}], "title": ""},
    ],
)  # fmt: skip
def test_a_forged_form_stands_for_nothing(forged: dict) -> None:
    assert isinstance(read(forged), Opaque)


def test_a_failure_is_read_with_its_reason() -> None:
    assert read({"is": "failed", "reason": "raised", "detail": "x"}) == Failure("raised", "x")


def test_a_forged_description_without_a_bottom_is_read_as_nothing_known() -> None:
    deep: object = 1
    for _ in range(100_000):
        deep = [deep]
    assert isinstance(read(deep), Opaque)
