"""Time theme counts on a million words, beside a plain regular expression and other libraries.

    uv run --with scikit-learn benchmarks/themes.py [--words 1000000]

The plain way is one regular expression a theme, with the lexicon's rules: longest entry first, exclusions,
whole tokens. It must give the same counts and hits, or the run fails. Other libraries cannot say all of
that; the table shows how many hits they find. Times are processor seconds, the best of three, in one
process. What is not installed is left out. The exit status is 1 when a promise is not kept: under 3 seconds
for a million words, at least 3 times the plain way, time and memory in proportion to the text.
"""

from __future__ import annotations

import sys
from pathlib import Path

# Beside this file lies tokenize.py, which has the name of a module of the standard library.
HERE = Path(__file__).resolve().parent
sys.path[:] = [folder for folder in sys.path if Path(folder or ".").resolve() != HERE]

import argparse  # noqa: E402
import importlib.util  # noqa: E402
import re  # noqa: E402
from collections import Counter  # noqa: E402
from collections.abc import Callable  # noqa: E402

import pandas as pd  # noqa: E402

import motamot  # noqa: E402
from motamot.contexts._patterns import fits, fold, pieces  # noqa: E402
from motamot.themes.counting import _matcher_of  # noqa: E402

spec = importlib.util.spec_from_file_location("corpus", HERE / "corpus.py")
corpus = importlib.util.module_from_spec(spec)
spec.loader.exec_module(corpus)

SECONDS, TIMES, GROWTH, FEW = 3.0, 3.0, 5.5, 500_000
LEXICON = motamot.load_lexicon()


def main() -> int:
    """Print the tables and return the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--words", type=int, default=1_000_000, help="words of the corpus (default 1 million)"
    )
    arguments = parser.parse_args()
    # Below half a million words fixed costs and the clock decide: only the results are compared.
    kept = growth(arguments.words) or arguments.words < FEW
    kept &= rivals(corpus.paragraphs(arguments.words), arguments.words)
    print("all promises kept" if kept else "A PROMISE IS NOT KEPT")
    return 0 if kept else 1


def counted(texts: list[str]) -> pd.DataFrame:
    """Count with a lexicon that has met no word yet, as for the first text of a day."""
    _matcher_of.cache_clear()
    return motamot.count_themes(texts, LEXICON)


def growth(size: int) -> bool:
    """Print time and memory for a quarter, half and the whole; return whether they grow in proportion."""
    print(f"{'motamot.count_themes':28}{'words':>12}{'seconds':>10}{'peak MB':>10}")
    rows = []
    for words in (size // 4, size // 2, size):
        texts = corpus.paragraphs(words)
        seconds = corpus.timed(lambda texts=texts: counted(texts)).seconds
        memory = corpus.peak_memory(lambda texts=texts: counted(texts))
        rows.append((seconds, memory))
        print(f"{'':28}{words:12,}{seconds:10.2f}{memory:10.1f}", flush=True)
    time_ratio, memory_ratio = rows[2][0] / rows[0][0], rows[2][1] / rows[0][1]
    print(f"whole / quarter: time {time_ratio:.1f}, memory {memory_ratio:.1f}\n")
    return bool(time_ratio < GROWTH and memory_ratio < GROWTH)


def rivals(texts: list[str], size: int) -> bool:
    """Print the table of rivals; return whether motamot keeps its promises."""
    print(f"{'themes in ' + format(size, ',') + ' words':40}{'seconds':>10}{'hits':>10}")
    ours = corpus.timed(lambda: counted(texts))
    table = ours.value
    show("motamot.count_themes", ours.seconds, table["count"].sum())
    plain = corpus.timed(lambda: by_regular_expression(texts), repeat=1)
    show("pandas and re, same rules", plain.seconds, plain.value["count"].sum())
    names = ["text", "theme", "count", "words", "hits"]
    same = table[names].equals(plain.value[names])
    print(
        f"    same counts and hits: {'yes' if same else 'NO'};"
        f" motamot is {plain.seconds / ours.seconds:.1f} times as fast"
    )
    for name, call in others(texts):
        run = corpus.timed(call, repeat=1)
        show(name, run.seconds, run.value)
    quick = ours.seconds < SECONDS * max(1.0, size / 1_000_000)
    quicker = plain.seconds / ours.seconds >= TIMES or size < FEW
    return bool(same and quick and quicker)


def show(name: str, seconds: float, hits: int) -> None:
    """Print one row."""
    print(f"{name:40}{seconds:10.2f}{hits:10,}", flush=True)


def by_regular_expression(texts: list[str]) -> pd.DataFrame:
    """Count themes with one regular expression a theme."""
    patterns = {theme: re.compile(alternatives(theme)) for theme in LEXICON.themes}
    folded = pd.Series(texts).str.lower().str.replace("’", "'")
    lengths = folded.map(lambda text: len(motamot.words(text)))
    rows = []
    for label, text in folded.items():
        for theme, pattern in patterns.items():
            hits = Counter(
                " ".join(m[0].split()).replace("' ", "'")
                for m in pattern.finditer(text)
                if m.lastindex is None
            )
            listed = ", ".join(
                f"{word} ×{n}" for word, n in sorted(hits.items(), key=lambda item: (-item[1], item[0]))
            )
            rows.append((label, theme, sum(hits.values()), lengths[label], listed))
    return pd.DataFrame(rows, columns=["text", "theme", "count", "words", "hits"])


def alternatives(theme: str) -> str:
    """Return a theme's entries as alternatives, longest first; those that exclude stand in a group."""
    entries = [
        (len(pieces(e.entry)), e.kind == "exclude", e.entry) for e in LEXICON.entries if e.theme == theme
    ]
    parts = []
    for _, excludes, entry in sorted(entries, key=lambda one: (-one[0], not one[1])):
        written = ""
        for piece in pieces(entry):
            if written:
                written += r"\s*" if written.endswith("'") else r"\s+"
            written += re.escape(piece).replace(r"\*", r"[\w-]*")
        if not written.endswith("'"):
            written += r"(?![\w-])"
        parts.append(f"({written})" if excludes else f"(?:{written})")
    return rf"(?<![\w-])(?:{'|'.join(parts)})"


def others(texts: list[str]) -> list[tuple[str, Callable[[], int]]]:
    """Return what other libraries offer: words and n-grams that are listed beforehand."""
    found: list[tuple[str, Callable[[], int]]] = []
    forms = sorted({fold(token) for text in texts for token in motamot.tokenize(text)})
    single = {
        form
        for entry in LEXICON.entries
        if entry.kind == "include" and len(pieces(entry.entry)) == 1
        for form in forms
        if fits(form, pieces(entry.entry)[0])
    }
    try:
        from nltk import FreqDist
        from nltk.tokenize import wordpunct_tokenize

        found.append(
            (
                "nltk, single words only",
                lambda: sum(
                    n
                    for t in texts
                    for word, n in FreqDist(wordpunct_tokenize(t.lower())).items()
                    if word in single
                ),
            )
        )
    except ImportError:
        print("# nltk is not installed", file=sys.stderr)
    try:
        from sklearn.feature_extraction.text import CountVectorizer

        vectorizer = CountVectorizer(vocabulary=sorted(single), token_pattern=r"(?u)\b\w[\w-]*")
        found.append(("scikit-learn, single words only", lambda: int(vectorizer.transform(texts).sum())))
    except ImportError:
        print("# scikit-learn is not installed", file=sys.stderr)
    return found


if __name__ == "__main__":
    sys.exit(main())
