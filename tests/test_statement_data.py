"""The kit's statements are what their data sheet says, and each figure in them has a source."""

from __future__ import annotations

import re
from functools import cache

import numpy as np
import pandas as pd
import pytest
from scipy.stats import spearmanr

from motamot import (
    count_themes,
    gold_paragraphs,
    load_gold,
    load_lexicon,
    normalize,
    validate_themes,
    words,
)
from motamot._paths import share
from motamot.statement_files import COLUMNS, read_statements

FOLDER = share("data", "statements")
SHEET = (FOLDER / "README.md").read_text(encoding="utf-8")
STATEMENTS = read_statements(FOLDER)
DOCUMENTS = sorted(
    {(company, year) for company, year in zip(STATEMENTS["company"], STATEMENTS["year"], strict=True)}
)
NUMBER = re.compile(r"\d+(?:[\u00a0\u202f ]\d{3})*(?:,\d+)?")
# Spelled-out figures; not those that are seldom one: un, deux, neuf (new), premier, tiers (third party).
SPELLED = re.compile(
    r"\b(trois|quatre|cinq|six|sept|huit|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante"
    r"|cinquante|soixante|cents?|mille|dizaine|douzaine|quinzaine|vingtaine|trentaine|cinquantaine|centaines?"
    r"|milliers?|milliards?|millions?|moitié|quart|demi|doubler|tripler?|quatrième)\b",
    re.I,
)  # fmt: skip


@cache
def table(name: str) -> pd.DataFrame:
    return pd.read_csv(FOLDER / f"{name}.csv", sep=";", encoding="utf-8", keep_default_na=False)


def text_of(company: str, year: int) -> str:
    rows = STATEMENTS[(STATEMENTS["company"] == company) & (STATEMENTS["year"] == year)]
    return "\n".join([rows["title"].iloc[0], *rows["text"]])


def numbers(text: str) -> set[str]:
    return {re.sub(r"[\u00a0\u202f ]", "", number) for number in NUMBER.findall(text)}


def unsourced(text: str, figures: pd.Series) -> set[str]:
    """Return the figures of a text that stand in none of the cells."""
    spelled = {word.lower() for word in SPELLED.findall(text)}
    known = {word.lower() for figure in figures for word in SPELLED.findall(figure)}
    return (numbers(text) - set().union(*map(numbers, figures))) | (spelled - known)


def test_fourteen_texts_of_thirteen_retailers_have_eight_paragraphs() -> None:
    assert STATEMENTS.columns.tolist() == COLUMNS
    assert len(DOCUMENTS) == 14
    assert STATEMENTS["company"].nunique() == 13
    assert (STATEMENTS.groupby(["company", "year"]).size() == 8).all()
    assert sorted(FOLDER.glob("texts/*.txt")) == sorted(FOLDER / name for name in table("index")["file"])


@pytest.mark.parametrize(("company", "year"), DOCUMENTS)
def test_every_figure_in_a_text_has_a_source(company: str, year: int) -> None:
    facts = table("facts")
    figures = facts.loc[(facts["company"] == company) & (facts["year"] == year), "figure"]
    assert unsourced(text_of(company, year), figures) == set()


def test_a_figure_without_a_source_would_be_found() -> None:
    figures = pd.Series(["30\u202f000 m²", "12,5\u00a0%", "cinq ans"])
    text = "Sur 30\u202f000 m², 12,5\u00a0% en cinq ans, 13\u00a0% en six ans."
    assert unsourced(text, figures) == {"13", "six"}


def test_every_fact_has_a_source_and_a_confidence() -> None:
    facts = table("facts")
    assert facts.columns.tolist() == ["company", "year", "figure", "fact", "source", "confidence"]
    assert set(zip(facts["company"], facts["year"], strict=True)) == set(DOCUMENTS)
    assert facts["confidence"].isin(["H", "M"]).all()
    assert not (facts.map(lambda cell: not str(cell).strip())).any(axis=None)
    assert f"{len(facts)} rows" in SHEET


def test_paragraphs_have_the_length_that_the_sheet_gives() -> None:
    lengths = STATEMENTS["text"].map(lambda text: len(text.split()))
    assert lengths.between(58, 72).all()
    assert f"{sum(len(words(text)) for text in STATEMENTS['text']):,} words" in SHEET


@pytest.mark.parametrize(
    ("wrong", "example"),
    [
        (r"(?<![\u00a0\u202f])[;:?!»%]", "bon : oui"),
        (r"«(?![\u00a0\u202f])", "« Cap"),
        (r"['\"]", "l'an"),
        (r"  ", "un  an"),
        (r"\d (?=\d{3}\b)", "30 000"),
        (r"\d (?=m²|€|millions?\b|milliards?\b)", "3 milliards"),
        (r"\.\.\.|…", "Un…"),
        (r"[\r\t\ufeff]|[ \u00a0]\n", "a\r\n"),
        (r"(?i)\b(je|nous|notre|nos|mon|mes)\b", "Notre plan"),
    ],
)
def test_typography_and_person_are_as_the_sheet_says(wrong: str, example: str) -> None:
    assert re.search(wrong, example)
    for file in sorted(FOLDER.glob("texts/*.txt")):
        found = re.search(wrong, file.read_bytes().decode("utf-8"))
        assert not found, (file.name, found)


def test_planted_wordings_stand_where_the_table_says() -> None:
    planted = table("planted")
    paragraphs = STATEMENTS.set_index(["company", "year", "paragraph"])["text"]
    for row in planted.itertuples():
        assert row.wording in paragraphs[row.company, row.year, row.paragraph], row
    lexicon = load_lexicon()
    assert {theme for cell in planted["theme"] for theme in cell.split(",")} <= set(lexicon.themes)
    for kind, says in (("paraphrase", "52 **paraphrases**"), ("false friend", "54\n**false friends**")):
        assert f"{(planted['kind'] == kind).sum()}" == says[:2]
        assert says in SHEET
    found = {"paraphrase": 0, "false friend": 0}
    for row in planted.itertuples():
        hits = count_themes(normalize(row.wording), lexicon).set_index("theme")["count"]
        found[row.kind] += any(hits[theme] for theme in row.theme.split(","))
    assert f"finds {found['paraphrase']} of the paraphrases and falls for {found['false friend']} of" in SHEET


@cache
def profiles() -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return intended levels and hits, one row a text."""
    intended = table("profile")
    names = intended["company"] + " " + intended["year"].astype(str)
    intended = intended.drop(columns=["company", "year"]).set_index(pd.Index(names))
    named = STATEMENTS["company"] + " " + STATEMENTS["year"].astype(str)
    counts = count_themes(STATEMENTS.groupby(named)["text"].agg("\n".join), load_lexicon())
    hits = counts.pivot(index="text", columns="theme", values="count")
    return intended, hits.loc[intended.index, intended.columns]


def test_the_sheet_reports_how_far_the_lexicon_diverges_from_the_intended_profile() -> None:
    intended, hits = profiles()
    for document in intended.index:
        cells = [f"{intended.at[document, theme]} · {hits.at[document, theme]}" for theme in intended]
        assert f"| {document} | {' | '.join(cells)} |" in SHEET
    rho = [f"{spearmanr(intended[theme], hits[theme]).statistic:.2f}" for theme in intended]
    assert f"| *Spearman* | {' | '.join(rho)} |" in SHEET
    levels, found = intended.to_numpy().ravel(), hits.to_numpy().ravel()
    assert f"Spearman's correlation is {spearmanr(levels, found).statistic:.2f}" in SHEET
    off = np.digitize(found, [1, 4, 8]) - levels
    flat = " ".join(SHEET.split())
    assert f"intended level in {(off == 0).sum()} cells, one level too few in {(off == -1).sum()}" in flat
    assert f"one too many in {(off == 1).sum()}, and are never two levels off" in flat
    assert abs(off).max() == 1
    means = [f"{found[levels == level].mean():.1f}" for level in range(4)]
    for level, mean in enumerate(means):
        assert f"{mean}{' on average' if level == 0 else ''} for level {level}" in flat


def test_the_sheet_reports_precision_and_recall_against_both_codings() -> None:
    gold = gold_paragraphs()
    counts = count_themes(gold["text"], load_lexicon())
    flat = " ".join(SHEET.split())
    percents = []
    for coder in ("a", "b"):
        coded = load_gold(coder)
        assert coded.index.tolist() == gold.index.tolist()
        found = counts.pivot(index="text", columns="theme", values="count") > 0
        row = validate_themes(found, coded).set_index("theme")
        percents.append([round(100 * row.at["all", name]) for name in ("precision", "recall")])
        assert f"*service* ({row['precision'].min():.2f})" in flat
        assert f"*sustainability* ({row['precision'].max():.2f})" in flat
    (p_a, r_a), (p_b, r_b) = percents
    assert f"{p_a} per cent of the cases by the first coding and {p_b} by the second" in flat
    assert f"has a hit in {r_a} and {r_b} per cent" in flat
