"""Answers to the questions of lesson 04a: wrong ones that must not pass, right ones that must."""

from collections import Counter
from itertools import chain
from math import log, log2, log10
from random import Random

from matplotlib.figure import Figure
from scipy.stats import chi2_contingency

from motamot import (
    count_themes,
    keyness,
    keyness_by_chance,
    load_lexicon,
    load_statements,
    normalize,
    plot_comparison,
    plot_frequencies,
    stop_words,
    words,
)

STATEMENTS = load_statements()
names = STATEMENTS["company"] + " " + STATEMENTS["year"].astype(str)
STOP = stop_words(keep=())


def side(name, stop=None):
    return [words(normalize(text), stop=stop) for text in STATEMENTS["text"][names.eq(name)]]


def tested(target, reference):
    return keyness(target, reference, resamples=1000)


PAIR = ("Cdiscount 2022", "Decathlon 2022")
FIRST, SECOND = map(side, PAIR)
TABLE = keyness(FIRST, SECOND)
TESTED = tested(FIRST, SECOND)
REST = [words(normalize(text)) for text in STATEMENTS["text"][names.ne(PAIR[0])]]
WIDE = keyness(REST, FIRST)
MORE = WIDE[WIDE["log_ratio"] > 0]
CONTENT = TABLE[~TABLE["word"].isin(STOP) & ~TABLE["word"].str.contains(r"\d")]
CHANCE = keyness_by_chance(FIRST, SECOND)
_CARDS = Random(0).sample(FIRST + SECOND, len(FIRST + SECOND))
OTHER = tested(side("Veepee 2022"), side("Leroy Merlin 2022"))
FIRST_TEXT = " ".join(STATEMENTS["text"][names.eq(PAIR[0])])


def in_words(table, limit, column):
    return table.loc[table[column] < limit, "word"].tolist()


def four(a, n_a, b, n_b):
    share = (a + b) / (n_a + n_b)
    expected = [n_a * share, n_a * (1 - share), n_b * share, n_b * (1 - share)]
    return list(zip([a, n_a - a, b, n_b - b], expected, strict=True))


def g2(*counts):
    return 2 * sum(o * log(o / e) for o, e in four(*counts) if o > 0)


def g2_with_mean_share(a, n_a, b, n_b):
    share = (a / n_a + b / n_b) / 2
    expected = [n_a * share, n_a * (1 - share), n_b * share, n_b * (1 - share)]
    return 2 * sum(o * log(o / e) for o, e in zip([a, n_a - a, b, n_b - b], expected, strict=True) if o)


def g2_by_entropy(a, n_a, b, n_b):
    def total(*numbers):
        return sum(x * log(x) for x in numbers if x)

    inside = total(a, b, n_a - a, n_b - b) + total(n_a + n_b)
    return 2 * (inside - total(a + b, n_a + n_b - a - b, n_a, n_b))


def g2_by_contingency(a, n_a, b, n_b):
    return chi2_contingency([[a, b], [n_a - a, n_b - b]], correction=False, lambda_="log-likelihood")[0]


def rate_by_counter(word, paragraphs):
    counts = Counter()
    for paragraph in paragraphs:
        counts.update(paragraph)
    return counts[word] / counts.total() * 1000


def side_by_side(table, columns=("target_per_1000", "reference_per_1000")):
    ax = Figure().subplots()
    for shift, column in zip((-0.2, 0.2), columns, strict=True):
        ax.barh([n + shift for n in range(len(table))], table[column], height=0.4)
    ax.set_yticks(range(len(table)), table["word"])
    ax.invert_yaxis()
    return ax


def drawn(table):
    return plot_comparison(table, texts=PAIR, ax=Figure().subplots())


def without_stop_words():
    table = keyness(*(side(name, STOP) for name in PAIR))
    return table[~table["word"].str.contains(r"\d")]


_LINE = next(part for part in FIRST_TEXT.split(". ") if "millions" in part)

WRONG = {
    "04a.per_1000": [
        lambda word, paragraphs: sum(part.count(word) for part in paragraphs),
        lambda word, paragraphs: rate_by_counter(word, paragraphs) / 10,
        lambda word, paragraphs: rate_by_counter(word, paragraphs) / 1000,
        lambda word, paragraphs: (
            sum(1000 * part.count(word) / len(part) for part in paragraphs) / len(paragraphs)
        ),
        lambda word, paragraphs: 1000 * sum(word in part for part in paragraphs) / sum(map(len, paragraphs)),
        lambda word, paragraphs: 1000 * paragraphs.count(word) / len(paragraphs),
        lambda word, paragraphs: (
            1000 * str(paragraphs).count(word) / sum(len(set(part)) for part in paragraphs)
        ),
        lambda word, paragraphs: (
            1000 * " ".join(map(" ".join, paragraphs)).count(word) / sum(map(len, paragraphs))
        ),
        lambda word, paragraphs: sum(1000 * part.count(word) / len(part) for part in paragraphs),
        lambda word, paragraphs: rate_by_counter(word, FIRST),
        lambda word, paragraphs: round(rate_by_counter(word, paragraphs), 2),
        lambda word, paragraphs: str(rate_by_counter(word, paragraphs)),
        lambda word, paragraphs: round(rate_by_counter(word, paragraphs)),
        lambda word, paragraphs: round(rate_by_counter(word, paragraphs), 1),
        lambda word, paragraphs: round(rate_by_counter(word, paragraphs), 2),
        lambda word, paragraphs: rate_by_counter(word, paragraphs[:3]),
        lambda word, paragraphs: rate_by_counter(word, paragraphs[:1]),
        lambda word, paragraphs: rate_by_counter(word, [part for part in paragraphs if word in part]),
        lambda word, paragraphs: rate_by_counter(word, [list(set(part)) for part in paragraphs]),
        lambda word, paragraphs: rate_by_counter("le", paragraphs),
        lambda word, paragraphs: 200.0,
        1000,
    ],
    "04a.g2": [
        lambda *counts: 2 * sum(o * log(o / e) for o, e in four(*counts)),
        lambda *counts: 2 * sum(o * log(o / e) for o, e in four(*counts)[::2] if o),
        lambda *counts: sum(o * log(o / e) for o, e in four(*counts) if o),
        lambda *counts: 2 * sum(o * log2(o / e) for o, e in four(*counts) if o),
        lambda *counts: sum((o - e) ** 2 / e for o, e in four(*counts)),
        lambda *counts: 2 * sum(e * log(e / o) for o, e in four(*counts) if o),
        lambda a, n_a, b, n_b: 1000 * a / n_a - 1000 * b / n_b,
        lambda a, n_a, b, n_b: log2((a or 0.5) / n_a) - log2((b or 0.5) / n_b),
        lambda *counts: round(g2(*counts), 2),
        lambda *counts: g2(counts[0] + 0.5, counts[1], counts[2] + 0.5, counts[3]),
        lambda *counts: g2(*(count or 0.5 for count in counts)),
        lambda *counts: g2(*counts) if all(counts) else 0,
        lambda a, n_a, b, n_b: g2(a, n_a, b, n_b) if a else 0,
        lambda a, n_a, b, n_b: g2(a or 1, n_a, b, n_b),
        lambda a, n_a, b, n_b: g2(a, n_b, b, n_a),
        lambda *counts: 2 * sum(o * log(o / e) for o, e in four(*counts)[:3] if o),
        lambda *counts: 2 * sum(o * log((o + 0.5) / e) for o, e in four(*counts)),
        lambda *counts: next(2 * o * log(o / e) if o else 0 for o, e in four(*counts)),
        lambda *counts: next(o * log(o / e) if o else 0 for o, e in four(*counts)),
        lambda *counts: 2 * sum(o * log10(o / e) for o, e in four(*counts) if o),
        g2_with_mean_share,
        lambda *counts: -g2(*counts),
        lambda *counts: sum(o * log(o / e) for o, e in four(*counts)[::2] if o),
        lambda *counts: None if g2(*counts) else 0,
        g2(12, 600, 2, 400),
    ],
    "04a.top_words": [
        WIDE["word"].head(12).tolist(),
        WIDE.loc[WIDE["log_ratio"] < 0, "word"].head(12).tolist(),
        WIDE.query("target > reference")["word"].head(12).tolist(),
        WIDE.query("target > 0")["word"].head(12).tolist(),
        WIDE.head(12).query("log_ratio > 0")["word"].tolist(),
        WIDE.sort_values("log_ratio")["word"].head(12).tolist(),
        TABLE.query("log_ratio > 0")["word"].head(12).tolist(),
        MORE.sort_values("log_ratio", kind="stable")["word"].head(12).tolist(),
        MORE["word"].head(8).tolist(),
        MORE.sort_values("log_ratio", ascending=False, kind="stable")["word"].head(12).tolist(),
        MORE.sort_values("log_ratio", ascending=False)["word"].head(12).tolist(),
        MORE["word"].head(12).tolist()[::-1],
        MORE["word"].head(11).tolist(),
        MORE["word"].head(12),
        MORE.head(12),
        keyness(FIRST, REST).query("log_ratio > 0")["word"].head(12).tolist(),
        WIDE[~WIDE["word"].isin(STOP)].query("log_ratio > 0")["word"].head(12).tolist(),
        Counter(word for part in FIRST for word in part).most_common(5),
        "millions",
    ],
    "04a.bars": [
        drawn(TABLE.head(6)),
        drawn(CONTENT.head()),
        drawn(CONTENT.head(10)),
        drawn(CONTENT),
        drawn(WIDE[~WIDE["word"].isin(STOP)].head(6)),
        drawn(CONTENT.head(6)[::-1]),
        drawn(without_stop_words().head(6)),
        drawn(CONTENT.sort_values("word").head(6)),
        side_by_side(CONTENT.head(6), ("target", "reference")),
        side_by_side(CONTENT.head(6), ("reference_per_1000", "target_per_1000")),
        plot_frequencies(CONTENT.rename(columns={"target": "count"}), n=6, ax=Figure().subplots()),
        CONTENT.head(6),
        Figure(),
    ],
    "04a.by_chance": [
        (keyness(_CARDS[: len(FIRST)], _CARDS[len(FIRST) :])["p"] < 0.05).sum(),
        (TABLE["p"] < 0.05).sum(),
        CHANCE["words_passing"].median(),
        round(CHANCE["words_passing"].mean()),
        round(CHANCE["words_passing"].mean(), 1),
        CHANCE["words_passing"].max(),
        CHANCE["largest_G2"].mean(),
        0.05 * len(TABLE),
        round(0.05 * len(TABLE)),
        CHANCE["words_passing"].sum(),
        keyness_by_chance(FIRST, SECOND, resamples=1000, seed=1)["words_passing"].mean(),
        keyness_by_chance(FIRST, SECOND, resamples=100, seed=0)["words_passing"].mean(),
        keyness_by_chance(FIRST, SECOND, resamples=100, seed=1)["words_passing"].mean(),
        CHANCE["words_passing"],
        len(CHANCE),
        0,
        str(CHANCE["words_passing"].mean()),
    ],
    "04a.survivors": [
        lambda target, reference: in_words(keyness(target, reference), 0.05, "p"),
        lambda target, reference: in_words(keyness(target, reference), 0.05, "p_adjusted"),
        lambda target, reference: tested(target, reference)["word"].head(1).tolist(),
        lambda target, reference: in_words(tested(target, reference), 0.05, "p"),
        lambda target, reference: [],
        lambda target, reference: in_words(tested(reference, target), 0.05, "p_largest") or None,
        lambda target, reference: tested(target, reference).query("p_largest >= 0.05")["word"].tolist(),
        lambda target, reference: in_words(
            tested(target, reference).query("log_ratio > 0"), 0.05, "p_largest"
        ),
        lambda target, reference: in_words(tested(FIRST, SECOND), 0.05, "p_largest"),
        lambda target, reference: in_words(keyness(target, reference), 0.05, "p_largest"),
        lambda target, reference: in_words(tested(target, reference), 0.01, "p_largest"),
        lambda target, reference: in_words(tested(target, reference), 0.1, "p_largest"),
        lambda target, reference: in_words(tested(target, reference).head(1), 0.05, "p_largest"),
        lambda target, reference: in_words(tested(target, reference).head(3), 0.05, "p_largest"),
        lambda target, reference: sorted(in_words(tested(target, reference), 0.05, "p_largest"))[::-1],
        lambda target, reference: sorted(in_words(tested(target, reference), 0.05, "p_largest")),
        lambda target, reference: tested(target, reference).query("p_largest < 0.05"),
        lambda target, reference: [
            word for word in in_words(tested(target, reference), 0.05, "p_largest") if word not in STOP
        ],
        lambda target, reference: [
            word
            for word in keyness(target, reference)["word"]
            if all(word in part for part in target) or all(word in part for part in reference)
        ],
        lambda target, reference: set(in_words(tested(target, reference), 0.05, "p_largest")),
        lambda target, reference: tested(target, reference).query("p_largest < 0.05")["word"],
        lambda target, reference: len(in_words(tested(target, reference), 0.05, "p_largest")),
        lambda target, reference: in_words(tested(target[:1], reference[:1]), 0.05, "p_largest"),
        lambda target, reference: ["soldes"],
        [],
    ],
    "04a.mistakes": [
        ["important", "p_as_error", "equal", "raw_counts"],
        ["raw_counts", "equal", "p_as_error", "important"],
        ["raw_counts", "important", "equal", "p_as_error"],
        ["raw_counts", "p_as_error", "important", "equal"],
        ["raw_counts", "p_as_error", "equal"],
        ["raw_counts"] * 4,
        ["raw_counts", "p_as_eror", "equal", "important"],
        ["p_as_error", "equal", "important", "raw_counts"],
        {"raw_counts", "p_as_error", "equal", "important"},
        "raw_counts, p_as_error, equal, important",
        [1, 2, 3, 4],
    ],
    "04a.claim": ["a", "b", "c", "d", "e", ["none"], 4, True, ""],
    "04a.transfer": [
        OTHER,
        OTHER.head(2),
        OTHER.head(5),
        tested(side("Leroy Merlin 2022"), side("Veepee 2022")).head(3),
        tested(*(side(name, STOP) for name in ("Veepee 2022", "Leroy Merlin 2022"))).head(3),
        tested(
            *([list(chain.from_iterable(side(name)))] for name in ("Veepee 2022", "Leroy Merlin 2022"))
        ).head(3),
        keyness(side("Veepee 2022"), side("Leroy Merlin 2022"), resamples=1000, seed=1).head(3),
        keyness(side("Veepee 2022"), side("Leroy Merlin 2022"), resamples=100, seed=0).head(3),
        keyness(side("Veepee 2022"), side("Leroy Merlin 2022"), resamples=100, seed=1).head(3),
        OTHER.tail(3),
        TESTED.head(3),
        OTHER[~OTHER["word"].isin(STOP)].head(3),
        OTHER.head(3).assign(p_largest=OTHER["p"]),
        OTHER.head(3).assign(p_largest=OTHER["p_adjusted"]),
        OTHER.head(3).drop(columns="p_largest"),
        OTHER.sort_values("p_adjusted").tail(3),
        OTHER.sort_values("word").head(3),
        OTHER["word"].head(3).tolist(),
        [],
        "on",
    ],
    "04a.finding": [
        "Dans ces fiches, tout diffère.",
        "Dans ces fiches, millions : 9 sur 543 (16,6 pour 1 000), contre 1 sur 514.",
        "Dans ces fiches, le mot millions revient 7 fois dans la première : « il a investi des millions ».",
        "Dans ces fiches, millions : 9 sur 543. « des millions de poissons rouges dans un bocal »",
        "Dans ces fiches, le mot de se trouve 30 fois : « le site français accueille ».",
        f"Dans ces fiches, le mot millions figure 8 fois pour 1 000 mots : « {_LINE} ».",
        f"In these sheets, année occurs 9 times and millions 5 times: « {_LINE} ».",
        f"Dans ces fiches, millions a 9 pour 1 000 : « {_LINE} ».",
        f"Dans ces fiches, millions fait 9 % de la première : « {_LINE} ».",
        f"Dans ces fiches, millions y est 9 fois plus fréquent que chez Decathlon : « {_LINE} ».",
        f"In these sheets, millions is 9 times as frequent in the first text as in the second: « {_LINE} ».",
        f"In these sheets, millions occurs in 9 paragraphs of the first text: « {_LINE} ».",
        f"In these sheets, millions makes up 9 in 1,000 words of the first text: « {_LINE} ».",
        f"In these sheets, millions has a G2 of 9, which proves that it matters: « {_LINE} ».",
        f"The word millions occurs 9 times in this company, which surely loves money above all: « {_LINE} ».",
        f"Cdiscount parle beaucoup plus de millions : 9 fois sur 543 mots, « {_LINE} ».",
        "Dans ces fiches, decathlon revient 0 fois dans la première : « des millions de clients ».",
        f"In these sheets, millions occurs 9 times in the first text: <<{_LINE}>>, as in no other.",
        f"Dans ces fiches, il y a 9 chats ; le mot millions domine : « {_LINE} ».",
        "",
        9,
        ["millions", 9],
        CONTENT.head(1),
    ],
}

RIGHT = {
    "04a.per_1000": [
        rate_by_counter,
        lambda word, paragraphs: (
            1000 * sum(one == word for part in paragraphs for one in part) / sum(map(len, paragraphs))
        ),
    ],
    "04a.g2": [g2, g2_by_entropy, g2_by_contingency],
    "04a.top_words": [
        MORE["word"].head(12).tolist(),
        tuple(WIDE.query("target_per_1000 > reference_per_1000")["word"].iloc[:12]),
    ],
    "04a.bars": [drawn(CONTENT.head(6)), side_by_side(CONTENT.head(6))],
    "04a.by_chance": [
        CHANCE["words_passing"].mean(),
        sum(CHANCE["words_passing"]) / len(CHANCE),
    ],
    "04a.survivors": [
        lambda target, reference: in_words(tested(target, reference), 0.05, "p_largest"),
        lambda target, reference: [
            row.word
            for row in keyness(target, reference, resamples=1000).itertuples()
            if row.p_largest < 0.05
        ],
    ],
    "04a.mistakes": [
        ["raw_counts", "p_as_error", "equal", "important"],
        ("raw_counts", "p_as_error", "equal", "important"),
    ],
    "04a.claim": ["none", " None "],
    "04a.transfer": [
        OTHER.head(3),
        OTHER.nlargest(3, "G2")[["p_largest", "word"]].set_index("word"),
    ],
    "04a.finding": [
        f"Dans ces fiches, millions se trouve 9 fois : « {_LINE} ». Le hasard suffit.",
        f"In these sheets, the first text uses *millions* 9 in 543 (16.6 per 1,000), the second 1 in 514: “{_LINE}”.",
        f"Dans ces fiches, millions est plus fréquent chez Cdiscount (9/543) que chez Decathlon (1/514) : « {_LINE} ».",
        f"Dans ces fiches, les deux textes diffèrent : millions, 9 et 1 fois (16,6 et 1,9 pour 1 000) : « {_LINE} ».",
        f"Dans ces fiches, on trouve chez Cdiscount 2022 (543 mots) 9 fois millions : « {_LINE} ».",
        f"In these sheets, millions occurs 9 times in the first text: “{_LINE}”. Chance does as much.",
    ],
}

# What the lesson says of the two Carrefour sheets, in the order it says it.
A, B = side("Carrefour 2021"), side("Carrefour 2022")
ALL_OTHERS = [words(normalize(text)) for text in STATEMENTS["text"][names.ne("Carrefour 2021")]]
COMPARED = keyness(A, B, resamples=1000, seed=1)
SHUFFLED = keyness_by_chance(A, B, resamples=1000, seed=1)


def counted(word, paragraphs):
    return sum(part.count(word) for part in paragraphs)


assert counted("magasins", A) < counted("magasins", ALL_OTHERS)
assert rate_by_counter("magasins", A) > rate_by_counter("magasins", ALL_OTHERS)
assert COMPARED["word"][0] == "2021"
_content = COMPARED[~COMPARED["word"].isin(STOP) & ~COMPARED["word"].str.contains(r"\d")].head(8)
assert (_content["target"] + _content["reference"]).between(2, 3).all()
assert "carrefour" in keyness(A, ALL_OTHERS).query("log_ratio > 0")["word"].head(5).tolist()
assert SHUFFLED["words_passing"].median() > (COMPARED["p"] < 0.05).sum()
_deux = COMPARED.set_index("word").loc["deux"]
assert (_deux["target"], _deux["reference"]) == (0, 3) and _deux["p"] < 0.05
_rare = COMPARED[COMPARED["target"] + COMPARED["reference"] <= 2]
assert SHUFFLED["words_passing"].max() < len(COMPARED) / 20 and _rare["p"].min() >= 0.05
assert in_words(COMPARED, 0.05, "p_largest") == in_words(COMPARED, 0.05, "p_adjusted") == []


def planted(times):
    table = keyness([part + ["soldes"] * times for part in A], B, resamples=1000, seed=1)
    return table.set_index("word")["p_largest"]["soldes"]


assert planted(1) >= 0.05 > planted(2)


def themed(name):
    for text in STATEMENTS["text"][names.eq(name)]:
        found = count_themes(normalize(text), load_lexicon())
        hits = found["theme"].repeat(found["count"]).tolist()
        yield hits + ["-"] * (len(words(normalize(text))) - len(hits))


BY_THEME = keyness(list(themed("Carrefour 2021")), list(themed("Carrefour 2022")), resamples=1000, seed=1)
_more = BY_THEME.set_index("word")["log_ratio"] > 0
assert _more[["data", "jobs"]].all() and not _more[["price", "sustainability"]].any()
assert BY_THEME["p_largest"].min() >= 0.05 > BY_THEME["p_adjusted"].min()
_alone = [
    [[word if word == "price" else "-" for word in part] for part in themed(name)]
    for name in ("Carrefour 2021", "Carrefour 2022")
]
_by_name = keyness(*_alone, resamples=1000, seed=1).set_index("word")["p_largest"]
assert _by_name["price"] < 0.05 <= BY_THEME.set_index("word")["p_largest"]["price"]
