"""Answers to the questions of lesson 04b: wrong ones that must not pass, right ones that must."""

import re
from itertools import combinations
from math import comb, log, log10
from pathlib import Path
from random import Random

import pandas as pd
from matplotlib.figure import Figure
from scipy.spatial.distance import pdist
from scipy.stats import hypergeom

from motamot import (
    correspondence,
    count_themes,
    data_of,
    load_lexicon,
    load_statements,
    normalize,
    plot_comparison,
    plot_map,
    similarity,
    specificity,
    words,
)

STATEMENTS = load_statements()
STATEMENTS["part"] = STATEMENTS["company"] + " " + STATEMENTS["year"].astype(str)
TEXTS = STATEMENTS.groupby("part", sort=False)["text"].agg(" ".join)
LEXICON = load_lexicon()
THEMES = count_themes(TEXTS, LEXICON)
PART, THEME = "Carrefour 2022", "stores"
HELD = THEMES[THEMES["text"] == PART].set_index("theme")
COUNT = HELD["count"][THEME].item()
LENGTH = len(words(normalize(TEXTS[PART])))
OF_THEME = THEMES[THEMES["theme"] == THEME]

NAMES = {theme: theme for theme in LEXICON.themes}
OTHERS = " ".join(TEXTS.drop(PART))


def drawn(**sides):
    return plot_comparison(count_themes(sides, LEXICON), labels=NAMES)


def by_hand(first, second):
    ax = Figure().subplots()
    for side in (first, second):
        ax.barh(LEXICON.themes, [side[theme] for theme in LEXICON.themes])
    return ax


JOINED = count_themes(OTHERS, LEXICON).set_index("theme")
MEAN = THEMES[THEMES["text"] != PART].groupby("theme")["per_1000"].mean()

MASKED = Random(7).sample(["Veepee 2022", "Cdiscount 2022", "Auchan 2022", "Fnac Darty 2022"], 4)


def by_scipy(f, k, t, total):
    if k < f * t / total:
        return round(hypergeom.logcdf(k, total, f, t) / log(10), 2)
    return round(-hypergeom.logsf(k - 1, total, f, t) / log(10), 2)


def other_way_round(f, k, t, total):
    total_ways = comb(total, f)
    up = sum(comb(t, i) * comb(total - t, f - i) for i in range(k, min(f, t) + 1)) / total_ways
    down = sum(comb(t, i) * comb(total - t, f - i) for i in range(min(k, t) + 1)) / total_ways
    return round(-log10(up), 2) if k * total >= f * t else round(log10(down), 2)


def by_complement(f, k, t, total):
    def fewer_than(n):
        return sum(comb(f, i) * comb(total - f, t - i) for i in range(n)) / comb(total, t)

    if k < f * t / total:
        return round(log10(fewer_than(k + 1)), 2)
    return round(-log10(1 - fewer_than(k)), 2)


def exclusive(f, k, t, total):
    if k < f * t / total:
        return round(hypergeom.logcdf(k - 1, total, f, t) / log(10), 2)
    return round(-hypergeom.logsf(k, total, f, t) / log(10), 2)


def tail(f, t, total, counts):
    return sum(hypergeom.pmf(i, total, f, t) for i in counts)


def lower(f, k, t, total):
    return round(log10(tail(f, t, total, range(k + 1))), 2)


def upper(f, k, t, total):
    return round(-log10(tail(f, t, total, range(k, f + 1))), 2)


def upper_only(f, k, t, total, counts):
    return round(-log10(tail(f, t, total, counts)), 2) if k * total >= f * t else by_scipy(f, k, t, total)


def lower_only(f, k, t, total, counts):
    return by_scipy(f, k, t, total) if k * total >= f * t else round(log10(tail(f, t, total, counts)), 2)


def unrounded(f, k, t, total):
    if k < f * t / total:
        return hypergeom.logcdf(k, total, f, t) / log(10)
    return -hypergeom.logsf(k - 1, total, f, t) / log(10)


def printing_only(f, k, t, total):
    by_scipy(f, k, t, total)


LONG = STATEMENTS.assign(word=[words(normalize(text)) for text in STATEMENTS["text"]]).explode("word")
TABLE = pd.crosstab(LONG["word"], LONG["part"])
OWN = set(words(normalize(" ".join(STATEMENTS["company"]))))
SCORED = specificity(TABLE[TABLE.sum(axis=1) >= 3], totals=TABLE.sum().to_dict())
SCORED["paragraphs"] = [
    LONG[(LONG["word"] == word) & (LONG["part"] == part)]["paragraph"].nunique() if score >= 2 else 0
    for word, part, score in SCORED[["word", "part", "specificity"]].itertuples(index=False)
]


def passing(lowest=5, limit=2, paragraphs=3, apart=OWN):
    rule = (SCORED["f"] >= lowest) & (SCORED["specificity"] >= limit) & (SCORED["paragraphs"] >= paragraphs)
    return SCORED.loc[rule & ~SCORED["word"].isin(apart), ["word", "part", "specificity"]]


def with_other_lengths(listed):
    """Score as a learner does who forgets totals, or drops words before counting."""
    rows = SPECIFIC.drop(columns="specificity")
    return rows.merge(specificity(listed), on=["word", "part"])[["word", "part", "specificity"]]


SPECIFIC = passing()

COUNTS = THEMES.pivot(index="text", columns="theme", values="count")
FEWER = correspondence(COUNTS.drop(columns="stores"))
POINTS = data_of(plot_map(FEWER, ax=Figure().subplots()))
POOR = set(POINTS.loc[POINTS["poor"] & (POINTS["kind"] == "row"), "label"])


def below(result, axes, limit=0.5, side="rows"):
    shown = getattr(result, side).filter(like="cos2").iloc[:, :axes].sum(axis=1)
    return set(shown.index[shown < limit])


NEWCOMER = (
    "Mirabelle ouvre trois magasins de quartier, et chaque magasin garde son rayon de fruits. Les prix y "
    "restent bas, une remise attend les familles. On la suit sur les réseaux sociaux ; le service client "
    "répond le jour même. Un dernier point de vente ouvrira au printemps."
)
TOGETHER = count_themes({**TEXTS, "Mirabelle": NEWCOMER}, LEXICON)
WITH = TOGETHER.pivot(index="text", columns="theme", values="count")
RATES = TOGETHER.pivot(index="text", columns="theme", values="per_1000")
LIKE = similarity(WITH)["Mirabelle"].drop("Mirabelle")


_listed = pd.Series({name: words(normalize(text)) for name, text in {**TEXTS, "Mirabelle": NEWCOMER}.items()})
_crossed = pd.crosstab(_listed.explode().index, _listed.explode())
IN_WORDS = similarity(_crossed)["Mirabelle"].drop("Mirabelle")


def three(shown, n=3):
    return shown.nlargest(n).rename_axis("text").reset_index(name="cosine")


APART = ((WITH - WITH.loc["Mirabelle"]) ** 2).sum(axis=1).drop("Mirabelle")

LINE = "Le groupe annonce 2 400 ouvertures dans les quartiers"
PRICE = "Pour tenir des tarifs serrés, il faut dépenser moins"

WRONG = {
    "04b.rate_of": [
        COUNT,
        COUNT / LENGTH,
        100 * COUNT / LENGTH,
        round(1000 * COUNT / LENGTH, 1),
        1000 * COUNT / len(TEXTS[PART].split()),
        1000 * COUNT / len(TEXTS[PART]),
        1000 * OF_THEME["count"].sum() / OF_THEME["words"].sum(),
        OF_THEME["per_1000"].mean(),
        OF_THEME["per_1000"].iloc[0],
        HELD["per_1000"].mean(),
        HELD["per_1000"].sum(),
        HELD["per_1000"]["jobs"],
        OF_THEME["per_1000"].max(),
        OF_THEME["per_1000"].min(),
        OF_THEME["per_1000"].median(),
        OF_THEME["per_1000"].iloc[0],
        OF_THEME["per_1000"].iloc[-1],
        OF_THEME[OF_THEME["text"].str.startswith("Carrefour")]["per_1000"].iloc[0],
        HELD["per_1000"].max(),
        HELD["per_1000"].iloc[0],
        THEMES["per_1000"].max(),
        1000 * COUNT / THEMES.drop_duplicates("text")["words"].sum(),
        HELD["per_1000"],
        [1000 * COUNT / LENGTH],
        str(1000 * COUNT / LENGTH),
    ],
    "04b.bars": [
        drawn(part=TEXTS[PART], others=" ".join(TEXTS)),
        drawn(others=OTHERS, part=TEXTS[PART]),
        drawn(part=TEXTS[PART], others=" ".join(TEXTS[~TEXTS.index.str.startswith("Carrefour")])),
        drawn(part=TEXTS[PART], others=" ".join(TEXTS.iloc[1:])),
        drawn(part=TEXTS[PART], others=" ".join(TEXTS.drop(PART).iloc[:-1])),
        drawn(part=TEXTS.iloc[0], others=" ".join(TEXTS.iloc[1:])),
        plot_comparison(count_themes(TEXTS.head(2), LEXICON), labels=NAMES),
        plot_comparison(count_themes({"part": TEXTS[PART], "others": OTHERS}, LEXICON)),
        drawn(part=TEXTS[PART], others=TEXTS["Carrefour 2021"]),
        by_hand(HELD["per_1000"], MEAN),
        by_hand(HELD["count"], JOINED["count"]),
        by_hand(HELD["per_1000"], HELD["per_1000"]),
        plot_comparison(count_themes({"part": TEXTS[PART], "others": OTHERS}, LEXICON)),
        count_themes({"part": TEXTS[PART], "others": OTHERS}, LEXICON),
        HELD["per_1000"].tolist(),
        Figure().subplots(),
    ],
    "04b.match": [
        [MASKED[2], MASKED[1], MASKED[0], MASKED[3]],
        [MASKED[0], MASKED[3], MASKED[2], MASKED[1]],
        [*MASKED[1:], MASKED[0]],
        [MASKED[0]] * 4,
        [MASKED[1], MASKED[0], *MASKED[2:]],
        [*MASKED[:2], MASKED[3], MASKED[2]],
        MASKED[::-1],
        MASKED[:3],
        ["Veepee 2022", "Cdiscount 2022", "Auchan 2022", "Fnac Darty 2022"],
        [name.rsplit(" ", 1)[0] for name in MASKED],
        set(MASKED),
        ", ".join(MASKED),
        dict(zip("ABCD", MASKED, strict=True)),
    ],
    "04b.missed_step": ["rates", "spread", "normalize", "lengths", 0, ["names"]],
    "04b.score": [
        exclusive,
        lambda f, k, t, total: upper_only(f, k, t, total, range(k, f)),
        lambda f, k, t, total: upper_only(f, k, t, total, range(k + 1, f + 1)),
        lambda f, k, t, total: lower_only(f, k, t, total, range(k)),
        lambda f, k, t, total: lower_only(f, k, t, total, range(1, k + 1)),
        lambda f, k, t, total: by_scipy(f, k, t, total) if k * total > f * t else lower(f, k, t, total),
        lambda f, k, t, total: round(by_scipy(f, k, t, total), 1),
        unrounded,
        lambda f, k, t, total: abs(by_scipy(f, k, t, total)),
        lambda f, k, t, total: -by_scipy(f, k, t, total),
        lambda f, k, t, total: round(-log10(hypergeom.sf(k - 1, total, f, t)), 2),
        lambda f, k, t, total: round(-log10(hypergeom.pmf(k, total, f, t)), 2),
        lambda f, k, t, total: round(-log(hypergeom.sf(k - 1, total, f, t)), 2),
        lambda f, k, t, total: hypergeom.sf(k - 1, total, f, t),
        lambda f, k, t, total: round(by_scipy(f, k, t, total)),
        lambda f, k, t, total: by_scipy(f, k, t, total) + 0.01,
        lambda f, k, t, total: upper(f, k, t, total) if k >= f * t // total else lower(f, k, t, total),
        lambda f, k, t, total: upper(f, k, t, total) if k >= round(f * t / total) else lower(f, k, t, total),
        lambda f, k, t, total: by_scipy(k, f, t, total),
        lambda f, k, t, total: by_scipy(10, 4, 100, 1000),
        lambda f, k, t, total: str(by_scipy(f, k, t, total)),
        lambda f, k, t: by_scipy(f, k, t, 1000),
        printing_only,
        specificity,
    ],
    "04b.specific": [
        passing(apart=()),
        passing(lowest=3),
        passing(lowest=6),
        SPECIFIC[SCORED.loc[SPECIFIC.index, "k"] >= 5],
        passing(paragraphs=4),
        passing(apart=(), paragraphs=0),
        with_other_lengths(TABLE[TABLE.sum(axis=1) >= 5]),
        with_other_lengths(TABLE.drop(index=list(OWN), errors="ignore")),
        SPECIFIC[["word", "part"]],
        SPECIFIC.round(1),
        passing(limit=3, paragraphs=2),
        passing(limit=2.5),
        passing(paragraphs=2),
        SPECIFIC.iloc[1:],
        SPECIFIC.assign(part="Carrefour 2022"),
        SPECIFIC.rename(columns={"part": "text"}),
        SPECIFIC[~SPECIFIC["word"].str.contains(r"\d")],
        SCORED[["word", "part"]].head(4),
        SPECIFIC["word"].tolist(),
        SPECIFIC.to_dict(),
        specificity(TABLE, totals=TABLE.sum().to_dict()),
        specificity(TABLE)[["word", "part", "specificity"]],
    ],
    "04b.poorly_shown": [
        below(correspondence(COUNTS), 2),
        below(FEWER, 1),
        below(FEWER, 3),
        below(FEWER, 2, limit=0.4),
        set(FEWER.rows.index[FEWER.rows["cos2_2"] < 0.5]),
        set(FEWER.rows.index[FEWER.rows[["cos2_2", "cos2_3"]].sum(axis=1) < 0.5]),
        set(FEWER.rows.index[FEWER.rows[["axis_1", "axis_2"]].abs().sum(axis=1) < 0.5]),
        set(FEWER.rows[["cos2_1", "cos2_2"]].sum(axis=1).nsmallest(5).index),
        set(FEWER.rows.index[(FEWER.rows[["cos2_1", "cos2_2"]] < 0.5).all(axis=1)]),
        set(FEWER.rows.index[(FEWER.rows[["cos2_1", "cos2_2"]] < 0.5).any(axis=1)]),
        set(COUNTS.index) - POOR,
        below(FEWER, 2, side="columns"),
        set(POINTS.loc[POINTS["poor"], "label"]),
        sorted(POOR)[:-1],
        len(POOR),
        ", ".join(sorted(POOR)),
        dict.fromkeys(POOR, True),
    ],
    "04b.nearest": [
        three(similarity(WITH)["Mirabelle"]),
        three(similarity(WITH, "jaccard")["Mirabelle"].drop("Mirabelle")),
        three((WITH @ WITH.loc["Mirabelle"]).drop("Mirabelle")),
        three(-APART),
        three(IN_WORDS),
        three(LIKE).iloc[::-1],
        three(LIKE).head(1),
        three(LIKE, 5),
        three(LIKE).rename(columns={"text": "name"}),
        three(LIKE).assign(cosine=100 * three(LIKE)["cosine"]),
        LIKE.nsmallest(3).rename_axis("text").reset_index(name="cosine"),
        LIKE.idxmax(),
        LIKE.nlargest(3).index.tolist(),
        LIKE.nlargest(3).to_dict(),
    ],
    "04b.claim": ["a", "c", "d", "none", "e", 2, ["b"]],
    "04b.finding": [
        "",
        "Dans ces fiches, Carrefour parle beaucoup de tarifs.",
        f"In these sheets, Carrefour names tarifs at 1.9 per 1,000 words: « {PRICE} »",
        f"I like Carrefour a lot, it has 1 cat; tarifs: “{PRICE}”",
        f"Dans ces fiches, tarifs fait 1 % du texte de Carrefour : « {PRICE} »",
        f"In these sheets, Carrefour has tarifs in 1 of 14 texts of the whole corpus: “{PRICE}”",
        f"Dans ces fiches, tarifs revient 9 fois chez Carrefour : « {PRICE} »",
        "Dans ces fiches, le mot tarifs figure 1 fois dans celle de 2022.",
        "Dans ces fiches, tarifs figure 1 fois : « les tarifs baissent partout en France »",
        f"Dans ces fiches, tarifs figure 1 fois dans celle de 2022 : « {LINE} »",
        f"Dans ces fiches, caddie figure 1 fois dans celle de 2022 : « {PRICE} »",
        f"tarifs 1 « {PRICE} »",
        f"Carrefour will never raise its prices again: tarifs stands 1 time in its sheet, « {PRICE} »",
        f"Le mot tarifs figure 1 fois chez Carrefour, et la fiche parle surtout de prix : « {PRICE} »",
        ["tarifs", 1, PRICE],
        1,
    ],
}

RIGHT = {
    "04b.rate_of": [
        1000 * COUNT / LENGTH,
        OF_THEME.set_index("text")["per_1000"][PART],
        1000 * count_themes(TEXTS[PART], LEXICON).set_index("theme")["count"][THEME] / LENGTH,
    ],
    "04b.bars": [
        drawn(part=TEXTS[PART], others=OTHERS),
        drawn(**{PART: TEXTS[PART], "others": " ".join(STATEMENTS.loc[STATEMENTS["part"] != PART, "text"])}),
        by_hand(HELD["per_1000"], JOINED["per_1000"]),
    ],
    "04b.match": [MASKED, tuple(MASKED)],
    "04b.missed_step": ["names", " Names "],
    "04b.score": [by_scipy, other_way_round, by_complement],
    "04b.specific": [
        SPECIFIC.sort_values("word"),
        SPECIFIC.set_index("word"),
        SCORED.merge(SPECIFIC[["word", "part"]], on=["word", "part"]),
        SPECIFIC.round(2),
    ],
    "04b.poorly_shown": [POOR, below(FEWER, 2), sorted(POOR), list(POOR) * 2],
    "04b.nearest": [
        three(LIKE).round(2),
        three(similarity(RATES)["Mirabelle"].drop("Mirabelle")),
        LIKE.sort_values(ascending=False).head(3).rename_axis("text").to_frame("cosine"),
    ],
    "04b.claim": ["b", "B"],
    "04b.finding": [
        f"Dans ces fiches, le mot tarifs ne figure que 1 fois dans celle de 2022 : « {PRICE} »",
        f'In these sheets the word tarifs stands 1 time in the one on 2022: "{PRICE}"',
        f"In these sheets, that of Carrefour 2022 has tarifs ×1 (1.9 per 1,000 words): « {PRICE} »",
    ],
}

# The plan in lesson and exercises is the one the sheets were written to.
ROOT = Path(__file__).parents[2]
_profile = pd.read_csv(ROOT / "data" / "statements" / "profile.csv", sep=";")
PLAN = _profile.set_index(_profile["company"] + " " + _profile["year"].astype(str))[LEXICON.themes]
for _name, _texts in (("lesson.py", 14), ("exercises.py", 7)):
    _source = (ROOT / "lessons" / "04b_fourteen_texts" / _name).read_text(encoding="utf-8")
    _levels = re.findall(r'"([^"\n]+ \d{4})": "(\d{10})"', _source)
    assert len(_levels) == _texts
    assert all("".join(map(str, PLAN.loc[name])) == digits for name, digits in _levels)

# What the lesson says of "these sheets" without a number that the lint could look up.
_found = pd.DataFrame({"level": PLAN.stack(), "hits": COUNTS.stack()}).groupby("level")["hits"]
assert _found.mean().is_monotonic_increasing
assert _found.min()[3] < _found.max()[2]
_by_theme = specificity(COUNTS.T, totals=THEMES.set_index("text")["words"].to_dict())
_strong = _by_theme[_by_theme["specificity"].abs() >= 3]
assert {PLAN.at[part, word] for word, part in zip(_strong["word"], _strong["part"], strict=True)} == {3}
assert 0 < len(_strong) < (PLAN == 3).sum().sum() / 2

_leading = SCORED.sort_values("specificity", ascending=False).query("f >= 5").head(5)
assert _leading["word"].isin(OWN).sum() >= 3
BY_LESSON = passing(limit=3, paragraphs=2)
assert BY_LESSON["word"].iloc[SCORED.loc[BY_LESSON.index, "specificity"].argmax()] == "on"
assert SCORED["specificity"].min() > -3


def _passing_by_chance(parts):
    placed = STATEMENTS.assign(part=parts, word=LONG.groupby(level=0)["word"].agg(list)).explode("word")
    table = pd.crosstab(placed["word"], placed["part"])
    scored = specificity(table[table.sum(axis=1) >= 5], totals=table.sum().to_dict())
    once = placed.reset_index().drop_duplicates(["index", "word"]).groupby(["word", "part"]).size()
    strong = scored[(scored["specificity"] >= 3) & ~scored["word"].isin(OWN)]
    return sum(once[word, part] >= 2 for word, part in zip(strong["word"], strong["part"], strict=True))


_dealer, _places = Random(1), STATEMENTS["part"].tolist()
_dealt = [_passing_by_chance(_dealer.sample(_places, len(_places))) for _ in range(5)]
assert _passing_by_chance(_places) == len(BY_LESSON)
assert max(_dealt) >= len(BY_LESSON)
assert 1 <= sorted(_dealt)[2] <= 2

_whole = correspondence(COUNTS)
_columns = _whole.columns[["axis_1", "axis_2"]] - _whole.rows.loc["Amazon France 2022", ["axis_1", "axis_2"]]
assert (_columns**2).sum(axis=1).idxmin() == "logistics"
assert COUNTS.loc["Amazon France 2022"].idxmax() == "jobs"
_axis = _whole.columns.nlargest(5, "contribution_1")["axis_1"]
assert set(_axis.index[_axis > 0]) in ({"marketplace", "logistics", "local"}, {"stores", "price"})
assert set(_axis.index) == {"marketplace", "logistics", "local", "stores", "price"}


def _pairs(result):
    points = result.rows.filter(like="axis_")
    names = [frozenset(pair) for pair in combinations(points.index, 2)]
    spaces = {"plane": pdist(points.iloc[:, :2]), "whole": pdist(points)}
    return pd.DataFrame(spaces, index=names).rank().sort_values("plane")


_near = _pairs(_whole).head(6)
_groceries = frozenset({"Carrefour 2022", "Decathlon 2022"})
_stores = frozenset({"Auchan 2022", "Leroy Merlin 2022"})
assert set(_near.index[:2]) == {_groceries, _stores}
assert sorted(_near["whole"].head(2)) == [1, 2]
assert _near["whole"].max() > 30
_again = _pairs(FEWER).head(6)
assert _groceries in _again.index
assert _stores not in _again.index
assert COUNTS.sum().idxmax() == "stores"

_prices = THEMES[THEMES["theme"] == "price"].set_index("text")
assert _prices["per_1000"]["E.Leclerc 2022"] > _prices["per_1000"]["Auchan 2022"]
assert _prices["count"]["Amazon France 2022"] == 0
