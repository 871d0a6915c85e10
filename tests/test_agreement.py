"""Agreement and validation agree with published values and say what they cannot compute."""

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from motamot.errors import MotamotError
from motamot.themes.agreement import agreement, krippendorff_alpha, share_with_interval, validate_themes

PEERS = json.loads((Path(__file__).parent / "reference" / "measures.json").read_text(encoding="utf-8"))
CELLS = st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=40)


def column(*values: object) -> pd.DataFrame:
    return pd.DataFrame({"price": values})


def test_kappa_equals_cohens_example() -> None:
    (yes, a_only), (b_only, no) = PEERS["agreement"]["cohen_kappa"]["table"]
    a = column(*[1] * yes, *[1] * a_only, *[0] * b_only, *[0] * no)
    b = column(*[1] * yes, *[0] * a_only, *[1] * b_only, *[0] * no)
    row = agreement(a, b).iloc[0]
    assert row["kappa"] == pytest.approx(PEERS["agreement"]["cohen_kappa"]["kappa"])
    assert (row["a_only"], row["b_only"], row["both"], row["per_cent"]) == (a_only, b_only, yes, 70.0)


def test_alpha_equals_krippendorffs_example_with_missing_values() -> None:
    peer = PEERS["agreement"]["krippendorff"]
    assert krippendorff_alpha(peer["data"]) == pytest.approx(peer["nominal"])


@given(CELLS)
def test_agreement_is_the_same_from_both_sides_and_never_above_one(cells: list[tuple[bool, bool]]) -> None:
    a, b = column(*[x for x, _ in cells]), column(*[y for _, y in cells])
    one, other = agreement(a, b).iloc[0], agreement(b, a).iloc[0]
    for name in ("per_cent", "kappa", "alpha"):
        assert np.isclose(one[name], other[name], equal_nan=True)
    assert 0 <= one["per_cent"] <= 100
    assert not one["kappa"] > 1 + 1e-12


def test_kappa_without_variation_is_undefined_not_zero() -> None:
    row = agreement(column(0, 0, 0), column(0, 0, 0)).iloc[0]
    assert row["per_cent"] == 100
    assert np.isnan(row["kappa"]) and np.isnan(row["alpha"])


def test_precision_recall_and_f1_equal_the_worked_example() -> None:
    peer = PEERS["rates_ci"]["f1"]
    tp, fp, fn = peer["tp"], peer["fp"], peer["fn"]
    found = column(*[1] * tp, *[1] * fp, *[0] * fn, 0, 0)
    coded = column(*[1] * tp, *[0] * fp, *[1] * fn, 0, 0)
    row = validate_themes(found, coded).iloc[0]
    assert (row["precision"], row["recall"], row["F1"]) == pytest.approx((peer["P"], peer["R"], peer["F1"]))
    wilson = PEERS["rates_ci"]["precision_18_of_22_wilson"]
    assert (row["precision_low"], row["precision_high"]) == pytest.approx(wilson)


def test_a_theme_with_few_coded_paragraphs_has_no_figures_of_its_own_but_counts_in_the_pool() -> None:
    found = pd.DataFrame({"price": [1, 0, 0], "jobs": [0, 0, 1]})
    table = validate_themes(found, pd.DataFrame({"price": [1, 0, 0], "jobs": [0, 1, 0]})).set_index("theme")
    assert np.isnan(table.loc["price", "precision"])
    assert (table.loc["all", "precision"], table.loc["all", "recall"]) == (0.5, 0.5)
    enough = [column(*[1] * count) for count in (9, 10)]
    assert [np.isnan(validate_themes(one, one)["precision"].iloc[0]) for one in enough] == [True, False]


def test_a_share_of_nothing_is_undefined() -> None:
    assert np.isnan(share_with_interval(0, 0)).all()


@pytest.mark.parametrize(
    ("other", "says"),
    [
        (pd.DataFrame({"jobs": [1, 0]}), "jobs, price"),
        (pd.DataFrame({"price": [1, 0, 1]}), "same rows.*2"),
        (pd.DataFrame({"price": [1, np.nan]}), "Row 1, column 'price' holds nan"),
        (pd.DataFrame({"price": [1, 2]}), "holds 2"),
    ],
)
def test_tables_that_cannot_be_compared_are_named(other: pd.DataFrame, says: str) -> None:
    with pytest.raises(MotamotError, match=says):
        agreement(column(1, 0), other)
