"""Time keyness on a million words and its resampling on two statements, beside other libraries.

    uv run --with scikit-learn benchmarks/keyness.py [--words 1000000] [--resamples 1000]

All ways must give the same G2 for every word, or the run fails. Times are processor seconds, the best of
three, in one process, words already cut; what is not installed is left out. The exit status is 1 when a
promise is not kept: a million words without resampling in under 3 seconds, 1,000 resamples of two statements
in under 2, time and memory in proportion to the text.
"""

from __future__ import annotations

import sys
from pathlib import Path

# Beside this file lies tokenize.py, which has the name of a module of the standard library.
HERE = Path(__file__).resolve().parent
sys.path[:] = [folder for folder in sys.path if Path(folder or ".").resolve() != HERE]

import argparse  # noqa: E402
import importlib.util  # noqa: E402
import random  # noqa: E402
from collections.abc import Callable  # noqa: E402
from itertools import chain  # noqa: E402

import numpy as np  # noqa: E402
import pandas as pd  # noqa: E402
from scipy.stats import chi2_contingency  # noqa: E402

import motamot  # noqa: E402
from motamot._paths import share  # noqa: E402
from motamot.statement_files import read_statements  # noqa: E402

spec = importlib.util.spec_from_file_location("corpus", HERE / "corpus.py")
corpus = importlib.util.module_from_spec(spec)
spec.loader.exec_module(corpus)

SECONDS, RESAMPLE_SECONDS, GROWTH, FEW = 3.0, 2.0, 5.5, 500_000
Side = list[list[str]]


def main() -> int:
    """Print the tables and return the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--words", type=int, default=1_000_000, help="words of the corpus (default 1 million)"
    )
    parser.add_argument("--resamples", type=int, default=1000, help="shuffles (default 1,000)")
    arguments = parser.parse_args()
    # Below half a million words fixed costs and the clock decide: only the results are compared.
    kept = growth(arguments.words) or arguments.words < FEW
    kept &= rivals(*sides(arguments.words), arguments.words)
    kept &= resampling(arguments.resamples)
    print("all promises kept" if kept else "A PROMISE IS NOT KEPT")
    return 0 if kept else 1


def sides(size: int) -> tuple[Side, Side]:
    """Return two sides of paragraphs, each half of `size` words."""
    cut = [motamot.words(text) for text in corpus.paragraphs(size)]
    return cut[: len(cut) // 2], cut[len(cut) // 2 :]


def growth(size: int) -> bool:
    """Print time and memory for a quarter, half and the whole; return whether they grow in proportion."""
    print(f"{'motamot.keyness':28}{'words':>12}{'seconds':>10}{'peak MB':>10}")
    rows = []
    for words in (size // 4, size // 2, size):
        two = sides(words)
        seconds = corpus.timed(lambda two=two: motamot.keyness(*two)).seconds
        memory = corpus.peak_memory(lambda two=two: motamot.keyness(*two))
        rows.append((seconds, memory))
        print(f"{'':28}{words:12,}{seconds:10.2f}{memory:10.1f}", flush=True)
    time_ratio, memory_ratio = rows[2][0] / rows[0][0], rows[2][1] / rows[0][1]
    print(f"whole / quarter: time {time_ratio:.1f}, memory {memory_ratio:.1f}\n")
    return bool(time_ratio < GROWTH and memory_ratio < GROWTH)


def rivals(target: Side, reference: Side, size: int) -> bool:
    """Print the table of rivals; return whether motamot keeps its promise and all agree."""
    print(f"{'G2 of every word in ' + format(size, ',') + ' words':44}{'seconds':>10}{'same G2':>10}")
    ours = corpus.timed(lambda: motamot.keyness(target, reference))
    expected = ours.value.set_index("word")["G2"].sort_index()
    print(f"{'motamot.keyness':44}{ours.seconds:10.2f}")
    agree = True
    for name, call in others(target, reference):
        run = corpus.timed(call, repeat=1)
        got = run.value.reindex(expected.index)
        same = np.allclose(got, expected, atol=1e-6, rtol=1e-6)
        agree &= same
        print(f"{name:44}{run.seconds:10.2f}{'yes' if same else 'NO':>10}", flush=True)
    print()
    return bool(agree and ours.seconds < SECONDS * max(1.0, size / 1_000_000))


def others(target: Side, reference: Side) -> list[tuple[str, Callable[[], pd.Series]]]:
    """Return other ways to the G2 of every word; the last steps are theirs, or plain numpy."""
    found: list[tuple[str, Callable[[], pd.Series]]] = [
        ("pandas value_counts, scipy a word at a time", lambda: by_pandas(target, reference))
    ]
    try:
        from nltk import BigramAssocMeasures, FreqDist

        def by_nltk() -> pd.Series:
            a, b = (FreqDist(chain.from_iterable(side)) for side in (target, reference))
            n, n_a = a.N() + b.N(), a.N()
            return pd.Series(
                {
                    w: BigramAssocMeasures.likelihood_ratio(a[w], (a[w] + b[w], n_a), n)
                    for w in a.keys() | b.keys()
                }
            )

        found.append(("nltk FreqDist, likelihood_ratio", by_nltk))
    except ImportError:
        print("# nltk is not installed", file=sys.stderr)
    try:
        from sklearn.feature_extraction.text import CountVectorizer

        def by_sklearn() -> pd.Series:
            vectorizer = CountVectorizer(analyzer=lambda words: words)
            table = vectorizer.fit_transform([*target, *reference])
            a = np.asarray(table[: len(target)].sum(axis=0)).ravel()
            b = np.asarray(table[len(target) :].sum(axis=0)).ravel()
            return pd.Series(g2(a, b), index=vectorizer.get_feature_names_out())

        found.append(("scikit-learn CountVectorizer, numpy", by_sklearn))
    except ImportError:
        print("# scikit-learn is not installed", file=sys.stderr)
    return found


def by_pandas(target: Side, reference: Side) -> pd.Series:
    """Count with pandas and test each word with scipy."""
    counts = [pd.Series(list(chain.from_iterable(side))).value_counts() for side in (target, reference)]
    table = pd.concat(counts, axis=1, keys=["a", "b"]).fillna(0)
    n_a, n_b = table.sum()
    return pd.Series(
        {
            word: chi2_contingency([[a, b], [n_a - a, n_b - b]], correction=False, lambda_="log-likelihood")[
                0
            ]
            for word, a, b in table.itertuples()
        }
    )


def g2(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Return G2 over four cells, written out."""
    n_a, n_b = a.sum(), b.sum()
    observed = np.array([a, b, n_a - a, n_b - b], dtype=float)
    rows = np.array([a + b, a + b, n_a + n_b - a - b, n_a + n_b - a - b], dtype=float)
    expected = rows * (np.array([n_a, n_b, n_a, n_b]) / (n_a + n_b))[:, None]
    with np.errstate(divide="ignore", invalid="ignore"):
        return 2 * np.where(observed > 0, observed * np.log(observed / expected), 0).sum(axis=0)


def resampling(resamples: int) -> bool:
    """Print the times of shuffles of two statements; return whether the promise is kept."""
    table = read_statements(share("data", "statements"))
    table = table[table["company"] == "Carrefour"]
    two = [[motamot.words(text) for text in rows["text"]] for _, rows in table.groupby("year")]
    ours = corpus.timed(lambda: motamot.keyness(*two, resamples=resamples))
    plain = corpus.timed(lambda: shuffled(*two, resamples), repeat=1)
    chance = motamot.keyness_by_chance(*two, resamples=resamples)["largest_G2"]
    print(
        f"{format(resamples, ',') + ' resamples, Carrefour 2021 and 2022':44}{'seconds':>10}{'95 % G2':>10}"
    )
    print(f"{'motamot.keyness(..., resamples=)':44}{ours.seconds:10.2f}{chance.quantile(0.95):10.2f}")
    looped = np.quantile(plain.value, 0.95)
    print(f"{'motamot.keyness in a loop of shuffles':44}{plain.seconds:10.2f}{looped:10.2f}")
    return bool(ours.seconds < RESAMPLE_SECONDS * max(1.0, resamples / 1000))


def shuffled(target: Side, reference: Side, resamples: int) -> list[float]:
    """Return the largest G2 of shuffles, one after the other."""
    rng = random.Random(0)
    both, largest = [*target, *reference], []
    for _ in range(resamples):
        rng.shuffle(both)
        largest.append(motamot.keyness(both[: len(target)], both[len(target) :])["G2"].max())
    return largest


if __name__ == "__main__":
    sys.exit(main())
