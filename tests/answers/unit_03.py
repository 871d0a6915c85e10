"""Answers to the questions of lesson 03: wrong ones that must not pass, right ones that must."""

import math

import matplotlib.pyplot as plt
import pandas as pd
from wordcloud import WordCloud

from motamot import (
    concordance,
    dispersion,
    frequencies,
    load_interview,
    load_statements,
    normalize,
    plot_frequencies,
    read_interview,
    stop_words,
    word_cloud,
    words,
    zipf,
)

TURNS = read_interview(load_interview())
ANSWERS = TURNS[TURNS["role"] == "answer"]
PAGE = " ".join(TURNS["text"])
TEXT = " ".join(ANSWERS["text"])
SPOKEN = words(TEXT)
STOP = stop_words(keep=())
FULL = frequencies(SPOKEN)
CONTENT = FULL[~FULL["word"].isin(STOP)]
PAGE_CONTENT = frequencies(words(PAGE)).query("word not in @STOP")
QUESTION_CONTENT = frequencies(words(" ".join(TURNS.query("role == 'question'")["text"]), stop=STOP))
HIDDEN_FIRST = frequencies(words(TEXT, stop=STOP))
FIRST, COUNT = CONTENT["word"].iloc[0], int(CONTENT["count"].iloc[0])
LINE = " ".join(concordance(TEXT, FIRST, window=4).iloc[0])
SHEETS = load_statements()


def top_ten(*keep, text=TEXT):
    return frequencies(words(text, stop=stop_words(keep=keep)))["word"].head(10).tolist()


STRICT, LOOSE = top_ten(), top_ten("negation", "nous_notre")


def top_content(spoken):
    table = frequencies(spoken)
    return table[~table["word"].isin(STOP)]["word"].head(10).tolist()


def joined(spoken):
    pairs = {word + "s": word for word in spoken}
    return [pairs.get(word, word) for word in spoken]


BEFORE, AFTER = top_content(SPOKEN), top_content(joined(SPOKEN))


def share_gaps(counts, sizes):
    return [abs(n / sum(counts) - size / sum(sizes)) for n, size in zip(counts, sizes, strict=True)]


def by_hand(counts, sizes):
    total, length, found = sum(counts), sum(sizes), 0.0
    for i in range(len(sizes)):
        found += abs(counts[i] / total - sizes[i] / length)
    return round(0.5 * found, 3)


def with_pandas(counts, sizes):
    observed = pd.Series(counts) / sum(counts)
    return round(float((observed - pd.Series(sizes) / sum(sizes)).abs().sum() / 2), 3)


def by_share(counts, sizes):
    return (pd.Series(counts) / sum(counts) - pd.Series(sizes) / sum(sizes)).abs().sum() / 2


def whole_sum(counts, sizes):
    shares = [n / sum(counts) - size / sum(sizes) for n, size in zip(counts, sizes, strict=True)]
    return round(sum(map(abs, shares)), 3)


def surplus_only(counts, sizes):
    shares = [n / sum(counts) - size / sum(sizes) for n, size in zip(counts, sizes, strict=True)]
    return round(sum(share for share in shares if share > 0), 3)


def measured(clean=normalize, part="title", minimum=5, first=False):
    tokens = SHEETS.assign(word=SHEETS["text"].map(clean).map(words)).explode("word")
    tokens = tokens[~tokens["word"].isin(STOP)] if first else tokens
    return dispersion(tokens["word"].tolist(), tokens[part].tolist(), minimum=minimum)


def steady(stop=STOP, by=("DP", "word"), decimals=2, n=10, **how):
    table = measured(**how).round(decimals)
    return table[~table["word"].isin(stop)].sort_values(list(by))["word"].head(n).tolist()


def steady_text_by_text():
    pairs = [
        (word, title)
        for title, group in SHEETS.groupby("title", sort=False)
        for text in group["text"]
        for word in words(normalize(text))
    ]
    table = dispersion([word for word, _ in pairs], [title for _, title in pairs])
    ranked = sorted(
        (round(measure, 2), word)
        for word, measure in zip(table["word"], table["DP"], strict=True)
        if word not in STOP
    )
    return [word for _, word in ranked[:10]]


def bars(table, column="per_1000", n=8):
    ax = plt.subplots()[1]
    ax.barh(table["word"].head(n), table[column].head(n))
    ax.invert_yaxis()
    return ax


def columns(table):
    ax = plt.subplots()[1]
    ax.bar(table["word"].head(8), table["per_1000"].head(8))
    return ax


WRONG = {
    "03.content_rate": [
        HIDDEN_FIRST["per_1000"].iloc[0],
        COUNT,
        CONTENT["per_1000"].iloc[0] / 10,
        COUNT / len(SPOKEN),
        round(1000 * COUNT / len(SPOKEN), 1),
        PAGE_CONTENT["per_1000"].iloc[0],
        FULL["per_1000"].iloc[0],
        1000 * COUNT / len(set(SPOKEN)),
        1000 * COUNT / len(TEXT),
        CONTENT["per_1000"],
        str(CONTENT["per_1000"].iloc[0]),
        FIRST,
    ],
    "03.newcomers": [
        set(STRICT) - set(LOOSE),
        set(LOOSE),
        [word for word in LOOSE if word not in pd.Series(STRICT)],
        [word for word in STRICT if word not in pd.Series(LOOSE)],
        set(top_ten("nous_notre")) - set(STRICT),
        set(words(TEXT, stop=stop_words(keep=["negation", "nous_notre"]))) - set(STRICT),
        set(top_ten("negation")) - set(STRICT),
        set(top_ten("negation", "pronouns")) - set(STRICT),
        set(top_ten("negation", "nous_notre", text=PAGE)) - set(top_ten(text=PAGE)) | {"vous"},
        set(LOOSE) | set(STRICT),
        set(),
        "nous",
        len(set(LOOSE) - set(STRICT)),
    ],
    "03.merged_top": [
        BEFORE,
        top_content([word.removesuffix("s") for word in SPOKEN]),
        top_content([word[:-1] if word.endswith("s") and len(word) > 3 else word for word in SPOKEN]),
        *[
            frequencies([word.rstrip("s") for word in SPOKEN if word not in hidden])["word"].head(10).tolist()
            for hidden in (STOP, stop_words(), ())
        ],
        [word.rstrip("s") for word in BEFORE],
        frequencies(joined(SPOKEN))["word"].head(10).tolist(),
        [word for word in frequencies(joined(SPOKEN))["word"].head(10) if word not in STOP],
        top_content(joined(words(PAGE))),
        AFTER[:9],
        top_content([word for word in joined(SPOKEN) if word + "s" in SPOKEN and word in SPOKEN]),
        AFTER[::-1],
        [word for word in AFTER if word not in BEFORE],
        pd.Series(AFTER),
        set(AFTER),
        " ".join(AFTER),
    ],
    "03.bars": [
        plot_frequencies(HIDDEN_FIRST, n=8, per_1000=True),
        plot_frequencies(CONTENT, n=8),
        plot_frequencies(CONTENT, n=15, per_1000=True),
        plot_frequencies(FULL, n=8, per_1000=True),
        plot_frequencies(FULL, n=8),
        plot_frequencies(FULL),
        plot_frequencies(CONTENT),
        plot_frequencies(PAGE_CONTENT, n=8, per_1000=True),
        bars(CONTENT.head(8).sort_values("per_1000", kind="stable")),
        word_cloud(CONTENT, n=8),
        CONTENT.head(8),
        plt.subplots()[1],
    ],
    "03.cloud": [
        word_cloud(frequencies(words(PAGE)), n=40),
        word_cloud(frequencies(words(PAGE)), n=20),
        word_cloud(FULL, n=20),
        word_cloud(frequencies(words(TEXT, stop=stop_words())), n=20),
        word_cloud(PAGE_CONTENT, n=20),
        word_cloud(CONTENT),
        word_cloud(CONTENT, n=40),
        word_cloud(HIDDEN_FIRST, n=40),
        word_cloud(FULL, n=40),
        word_cloud(CONTENT.assign(count=1), n=20),
        word_cloud(CONTENT.assign(count=range(len(CONTENT), 0, -1)), n=20),
        word_cloud(CONTENT.assign(count=range(1, len(CONTENT) + 1)), n=20),
        word_cloud(CONTENT.assign(count=CONTENT["count"].rank()), n=20),
        word_cloud(CONTENT, n=10),
        word_cloud(CONTENT, n=19),
        word_cloud(CONTENT, n=21),
        word_cloud(CONTENT.tail(20)),
        word_cloud(FULL[FULL["word"].isin(STOP)], n=20),
        word_cloud(FULL.head(40).query("word not in @STOP"), n=20),
        word_cloud(QUESTION_CONTENT, n=20),
        word_cloud(sorted({*SPOKEN} - STOP), n=20),
        word_cloud([word for word in SPOKEN if len(word) > 3], n=20),
        word_cloud([word for word in TEXT.lower().split() if word not in STOP], n=20),
        word_cloud(joined([word for word in SPOKEN if word not in STOP]), n=20),
        word_cloud(CONTENT.sort_values("word").head(20)),
        word_cloud(words(TEXT, stop=STOP) + words(PAGE), n=20),
        WordCloud(max_words=20, stopwords=STOP).generate(TEXT),
        plot_frequencies(CONTENT, n=20),
        CONTENT.head(20),
    ],
    "03.wrong_step": ["stop_words", "normalize", "case", "elision", 1, ["tokenize"]],
    "03.dp": [
        whole_sum,
        lambda counts, sizes: by_hand(counts, [1] * len(sizes)),
        lambda counts, sizes: 0.0,
        lambda counts, sizes: 0,
        lambda counts, sizes: round(
            sum(n / sum(counts) - size / sum(sizes) for n, size in zip(counts, sizes, strict=True)) / 2, 3
        ),
        lambda counts, sizes: 2 * by_share(counts, sizes),
        lambda counts, sizes: sum(abs(n - size) for n, size in zip(counts, sizes, strict=True)),
        lambda counts, sizes: round(sum(abs(n - size) for n, size in zip(counts, sizes, strict=True)) / 2, 3),
        lambda counts, sizes: round(sum(abs(n / size) for n, size in zip(counts, sizes, strict=True)) / 2, 3),
        lambda counts, sizes: round(abs(counts[-1] / sum(counts) - sizes[-1] / sum(sizes)) / 2, 3),
        lambda counts, sizes: round(abs(counts[0] / sum(counts) - sizes[0] / sum(sizes)) / 2, 3),
        lambda counts, sizes: by_hand(counts, sizes) + 0.001,
        lambda counts, sizes: math.floor(500 * sum(share_gaps(counts, sizes))) / 1000,
        lambda counts, sizes: round(sum(round(gap, 3) for gap in share_gaps(counts, sizes)) / 2, 3),
        lambda counts, sizes: round(sum(share_gaps(counts, sizes)[:4]) / 2, 3),
        lambda counts, sizes: round(sum(share_gaps(counts, sizes)[:6]) / 2, 3),
        lambda counts, sizes: round(sum(set(share_gaps(counts, sizes))) / 2, 3),
        lambda counts, sizes: round(math.sqrt(sum(gap**2 for gap in share_gaps(counts, sizes))) / 2, 3),
        lambda counts, sizes: by_hand([n for n in counts if n], sizes[: sum(map(bool, counts))]),
        lambda counts, sizes: by_hand(sorted(counts), sorted(sizes)),
        lambda counts, sizes: round(by_hand(counts, sizes), 1),
        lambda counts, sizes: by_hand(sizes, counts) + by_hand(counts, sizes),
        lambda counts, sizes: str(by_hand(counts, sizes)),
        lambda counts, sizes: [by_hand(counts, sizes)],
        lambda counts, sizes: None,
        lambda counts: 0.5,
        dispersion,
    ],
    "03.claim": ["a", "b", "c", "d", 2, ["none"]],
    "03.evidence": [
        f"Le mot {FIRST} est celui que la direction emploie souvent.",
        f"Le mot {FIRST} revient {COUNT + 1} fois dans les réponses : « {LINE} »",
        f"Le mot {FIRST} revient {COUNT} fois dans les réponses : « {FIRST} »",
        f"Le mot {FIRST} revient {COUNT} fois dans les réponses : « le {FIRST} le plus cher du monde »",
        f"Le mot {FIRST} revient {COUNT} fois dans les réponses, comme on le voit.",
        f"« {LINE} » {FIRST} {COUNT}",
        f"Le mot {FIRST} revient {COUNT} ou {COUNT + 1} fois dans les réponses : « {LINE} »",
        f"Le mot {FIRST} revient {COUNT - 2} à {COUNT} fois dans les réponses : « {LINE} »",
        f"The word {FIRST} occurs between {COUNT} and {COUNT + 2} times in the answers: « {LINE} »",
        f"Le mot {FIRST} revient plus de {COUNT} fois dans les réponses : « {LINE} »",
        f"The word clown comes {COUNT} times in the answers: « {LINE} »",
        COUNT,
        [FIRST, COUNT, LINE],
    ],
    "03.steady": [
        steady(clean=str),
        steady(stop=()),
        steady(stop=stop_words()),
        steady(first=True),
        steady(part="paragraph"),
        steady(part="company"),
        steady(part="year"),
        steady(by=("count", "word")),
        steady(by=("parts", "word")),
        steady(decimals=9),
        steady(decimals=3),
        steady(decimals=1),
        measured().round(2).query("word not in @STOP").nsmallest(10, "DP")["word"].tolist(),
        measured().query("word not in @STOP")["word"].head(10).tolist(),
        measured().round(2).sort_values(["DP", "word"], ascending=False)["word"].head(10).tolist(),
        dispersion(SHEETS["text"].tolist(), SHEETS["title"].tolist())["word"].head(10).tolist(),
        steady(clean=str.upper),
        CONTENT["word"].head(10).tolist(),
        SHEETS["title"].head(10).tolist(),
        steady(n=11)[1:],
        sorted(steady()),
        steady()[::-1],
        steady()[:3],
        steady(n=11),
        [],
        set(steady()),
        ", ".join(steady()),
        pd.Series(steady()),
    ],
}

# The figures stay as they are; pyplot need not keep them.
plt.close("all")

RIGHT = {
    "03.content_rate": [
        CONTENT["per_1000"].iloc[0],
        1000 * COUNT / len(SPOKEN),
    ],
    "03.newcomers": [
        set(LOOSE) - set(STRICT),
        [word for word in LOOSE if word not in STRICT],
        sorted(frozenset(LOOSE).difference(STRICT)),
    ],
    "03.merged_top": [
        AFTER,
        tuple(AFTER),
        frequencies(words(" ".join(joined(SPOKEN)), stop=STOP))["word"].head(10).tolist(),
    ],
    "03.bars": [
        plot_frequencies(CONTENT, n=8, per_1000=True),
        plot_frequencies(CONTENT.head(8), per_1000=True, title="8"),
        bars(CONTENT),
        columns(CONTENT),
    ],
    "03.cloud": [
        word_cloud(CONTENT, n=20),
        word_cloud(HIDDEN_FIRST.head(20)),
        word_cloud(words(TEXT, stop=STOP), n=20),
        WordCloud(max_words=20).generate_from_frequencies(CONTENT.set_index("word")["count"].to_dict()),
    ],
    "03.wrong_step": ["tokenize", " Tokenize"],
    "03.dp": [by_hand, with_pandas, surplus_only],
    "03.claim": ["none", "None "],
    "03.evidence": [
        f"Le mot {FIRST} revient {COUNT} fois dans les réponses : « {LINE} »",
        f'The answers use the word "{FIRST}" {COUNT} times, as in "{LINE}".',
    ],
    "03.steady": [steady(), steady_text_by_text(), tuple(steady())],
}
plt.close("all")

# What the lesson says of these sheets: hundreds to one, a product of one order from the third row on.
LAW = zipf(words(" ".join(SHEETS["text"].map(normalize))))
DOUBLED = LAW[LAW["rank"].isin([2**step for step in range(12)])]
assert DOUBLED["count"].iloc[0] >= 200
assert DOUBLED["count"].iloc[-1] == 1
assert DOUBLED["rank_x_count"].iloc[2:].max() < 2 * DOUBLED["rank_x_count"].iloc[2:].min()
assert DOUBLED["rank_x_count"].iloc[0] * 2 < DOUBLED["rank_x_count"].iloc[2:].min()
assert (LAW["count"] == 1).mean() > 0.5
