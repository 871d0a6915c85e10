"""Measures that are reckoned here for speed give what scipy.stats gives, which nobody then has to load."""

import subprocess
import sys

import numpy as np
import pandas as pd
import pytest
from scipy.stats import chi2, chi2_contingency, false_discovery_control, hypergeom

from motamot import keyness, keyness_by_chance, load_statements, specificity, words
from motamot.compare.keyness import adjust_p, log_likelihood

TABLES = {
    "small": pd.DataFrame([[9, 1, 0], [0, 0, 4], [100, 1, 3]], index=list("abc"), columns=list("xyz")),
    "one part": pd.DataFrame([[9], [1]], index=list("ab"), columns=["x"]),
    "large": pd.DataFrame([[9000, 10], [1, 50000], [0, 1], [3, 3]], index=list("abcd"), columns=["x", "y"]),
}


def statements() -> pd.DataFrame:
    read = load_statements()
    long = read.assign(word=[words(text) for text in read["text"]]).explode("word")
    return pd.crosstab(long["word"], long["company"])


def by_scipy(row: pd.Series) -> float:
    f, k, t, whole = (int(row[name]) for name in "fktT")
    if k >= f * t / whole:
        return abs(hypergeom.logsf(k - 1, whole, f, t)) / np.log(10)
    return -abs(hypergeom.logcdf(k, whole, f, t)) / np.log(10)


@pytest.mark.parametrize("name", [*TABLES, "statements"])
def test_specificity_is_scipys_exact_tail(name: str) -> None:
    table = TABLES[name] if name in TABLES else statements().head(150)
    found = specificity(table)
    expected = found.apply(by_scipy, axis=1)
    assert found["specificity"].to_numpy() == pytest.approx(expected.to_numpy(), rel=1e-12, abs=1e-15)
    assert len(found) == table.size


def sides() -> tuple[list[list[str]], list[list[str]]]:
    paragraphs = [words(text) for text in load_statements()["text"]]
    return paragraphs[:12], paragraphs[12:30]


def test_p_values_are_scipys() -> None:
    table = keyness(*sides())
    assert table["p"].to_numpy() == pytest.approx(chi2.sf(table["G2"], 1), rel=1e-13)
    adjusted = false_discovery_control(table["p"])
    assert table["p_adjusted"].to_numpy() == pytest.approx(adjusted, rel=1e-13)
    for p in ([0.5], [0.04, 0.01, 0.04, 1.0, 0.0]):
        assert adjust_p(np.array(p)) == pytest.approx(false_discovery_control(p), rel=1e-15)


def test_shuffles_are_measured_as_keyness_measures() -> None:
    """What is looked up for whole counts is, to the last bit, what the formula gives."""
    first, second = sides()
    together = [*first, *second]
    chance = keyness_by_chance(first, second, resamples=20, seed=3)
    dealt = np.zeros((20, len(together)))
    dealt[:, : len(first)] = 1
    for row, side in enumerate(np.random.default_rng(3).permuted(dealt, axis=1)):
        ours = [one for one, is_ours in zip(together, side, strict=True) if is_ours]
        theirs = [one for one, is_ours in zip(together, side, strict=True) if not is_ours]
        table = keyness(ours, theirs)
        assert chance["largest_G2"][row] == table["G2"].max()
        assert chance["words_passing"][row] == (table["G2"] > chi2.isf(0.05, 1)).sum()


def test_g2_takes_counts_that_are_not_whole() -> None:
    peer = chi2_contingency([[2.5, 1.5], [7.5, 8.5]], correction=False, lambda_="log-likelihood")
    assert float(log_likelihood(2.5, 1.5, 10, 10)) == pytest.approx(peer.statistic, rel=1e-12)


def test_nobody_has_to_load_scipys_distributions() -> None:
    script = (
        "import sys, pandas as pd\nfrom motamot import keyness, specificity\n"
        "keyness([['a', 'b']], [['b', 'c']], resamples=10)\n"
        "specificity(pd.DataFrame([[9, 1], [1, 9]], index=['a', 'b'], columns=['x', 'y']))\n"
        "print('scipy.stats' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
