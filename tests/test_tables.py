"""Text columns start on the left in a notebook, numbers end on the right."""

import subprocess
import sys

import pandas as pd

from motamot._tables import as_html


def test_text_columns_and_their_heads_start_on_the_left_below_an_index_of_two_levels() -> None:
    table = pd.DataFrame({"n": [1], "text": ["Le prix."]}, index=pd.MultiIndex.from_tuples([("a", 1)]))
    html = as_html(table)
    assert html is not None
    assert "td:nth-of-type(2)" in html
    assert "thead th:nth-of-type(4)" in html
    assert "nth-of-type(1)" not in html


def test_the_left_context_of_a_concordance_ends_at_its_word() -> None:
    html = as_html(pd.DataFrame({"left": ["les"], "node": ["prix"], "right": ["bas"]}))
    assert html is not None
    assert html.startswith('<div class="motamot-text-2-3">')


def test_numbers_and_tables_cut_for_width_stay_as_pandas_shows_them() -> None:
    with pd.option_context("display.max_columns", 20):  # as in a notebook
        for table in (pd.DataFrame({"n": [1, 2]}), pd.DataFrame([["x"] * 30])):
            assert as_html(table) == table._repr_html_()  # type: ignore[operator]


def test_tables_put_side_by_side_stand_apart_each_text_on_its_left() -> None:
    one = pd.DataFrame({"word": ["prix"], "count": [3]})
    html = as_html(pd.concat({"short": one, "long": one}, axis=1))
    assert html is not None
    style = html.partition("</style>")[0]
    left, gap = style.partition("{text-align:left}")[::2]
    assert [f"td:nth-of-type({place})" in left for place in (1, 2, 3, 4)] == [True, False, True, False]
    assert "thead tr:nth-of-type(2) th:nth-of-type(4)" in left
    assert gap.endswith("{padding-left:2.5em}")
    assert [f"td:nth-of-type({place})" in gap for place in (1, 2, 3, 4)] == [False, False, True, False]


def test_what_a_cell_holds_stays_escaped() -> None:
    html = as_html(pd.DataFrame({"text": ["<script>"]}))
    assert html is not None
    assert "<script>" not in html


def test_choosing_a_language_outside_a_notebook_loads_neither_ipython_nor_pandas() -> None:
    code = 'import sys, motamot; motamot.use_language("fr"); print({"IPython", "pandas"} & set(sys.modules))'
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "set()"
