"""Figures of every kind, drawn from statements."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
from matplotlib.axes import Axes

from motamot import (
    correspondence,
    count_themes,
    frequencies,
    keyness,
    load_lexicon,
    plot_comparison,
    plot_dispersion,
    plot_frequencies,
    plot_map,
    plot_small_multiples,
    plot_themes,
    plot_zipf,
    word_cloud,
    words,
    zipf,
)
from motamot.statement_files import read_statements

FIXTURES = Path(__file__).parent / "fixtures" / "statements"
NOTE = "Fiches rédigées par nous à partir de faits cités ; rien n’y est une citation."


def statements(name: str) -> pd.Series:
    table = read_statements(FIXTURES / name)
    return table.groupby("company", sort=False)["text"].agg("\n".join)


def counted(name: str) -> pd.DataFrame:
    return count_themes(statements(name), load_lexicon())


def crossed(table: pd.DataFrame) -> pd.DataFrame:
    wide = table.pivot(index="text", columns="theme", values="count")
    return wide.loc[:, wide.sum() > 0]


def draw(kind: str, name: str) -> Axes:
    texts, table = statements(name), counted(name)
    first, second = texts.index[:2]
    match kind:
        case "themes":
            return plot_themes(table, note=NOTE)
        case "comparison":
            return plot_comparison(table, texts=(first, second), note=NOTE)
        case "keyness":
            rows = keyness([words(texts[first])], [words(texts[second])])
            return plot_comparison(rows.head(8), texts=(first, second), note=NOTE)
        case "dispersion":
            return plot_dispersion(texts, ["client*", "magasin*", "prix", "place de marché"], note=NOTE)
        case "map":
            return plot_map(correspondence(crossed(table)), note=NOTE)
        case "panels":
            return plot_small_multiples(table, note=NOTE)
        case "frequencies":
            return plot_frequencies(frequencies(words(" ".join(texts))), per_1000=True, note=NOTE)
        case "frequencies of themes":
            return plot_frequencies(count_themes(" ".join(texts), load_lexicon()), per_1000=True, note=NOTE)
        case "zipf":
            return plot_zipf(zipf(words(" ".join(texts))), note=NOTE)
        case _:
            return word_cloud(words(" ".join(texts)), note=NOTE)
