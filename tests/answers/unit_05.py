"""Answers to the questions of lesson 05: wrong ones that must not pass, right ones that must."""

import re
from itertools import accumulate

import pandas as pd

from motamot import concordance, frequencies, load_interview, read_interview, stop_words, tokenize, words
from motamot.checks._library import questions_of

TURNS = read_interview(load_interview())
SPOKEN = " ".join(TURNS.loc[TURNS["role"] == "answer", "text"])
PAGE = " ".join(TURNS["text"])
ALL, CONTENT = words(SPOKEN), words(SPOKEN, stop=stop_words(keep=()))
KEPT_NEGATION = words(SPOKEN, stop=stop_words())
WORD = frequencies(CONTENT)["word"].iloc[0]


def row(listed, column, word=WORD):
    return frequencies(listed).set_index("word").loc[word, column]


PAIRS = {one + "s": one for one in CONTENT if len(one) > 3 and one + "s" in CONTENT}
TOGETHER = [PAIRS.get(one, one) for one in CONTENT]


def ranked(listed, method="min", ascending=False):
    counts = frequencies(listed).set_index("word")["count"]
    return counts.rank(ascending=ascending, method=method)


WHOLE = [
    one
    for one in frequencies(CONTENT)["word"]
    if one.endswith("s") and one not in PAIRS and one not in PAIRS.values()
]
WATCHED = [*PAIRS.values(), *WHOLE[:2], WHOLE[-1]]
assert "pays" in WATCHED


def side_by_side(apart, merged, kept=None):
    both = pd.DataFrame({"rank_apart": apart, "rank_merged": merged})
    return both.reindex(list(kept or WATCHED)).rename_axis("word").reset_index()


def counted(listed):
    return frequencies(listed).set_index("word")["count"]


def plurals_left():
    counts = counted(CONTENT)
    return counts.add(pd.Series({one: counts[many] for many, one in PAIRS.items()}), fill_value=0).rank(
        ascending=False, method="min"
    )


STUMPS = [one.rstrip("s") for one in CONTENT]


RANKS = side_by_side(ranked(CONTENT), ranked(TOGETHER))


def merged_only(merged, cut=""):
    return RANKS.assign(rank_merged=[merged.get(word.removesuffix(cut), 0) for word in RANKS["word"]])


def by_counting(listed, word):
    return 1 + sum(listed.count(other) > listed.count(word) for other in set(listed))


def longest_first(sentence, names):
    order = sorted(range(len(names)), key=lambda i: -len(names[i]))
    for i in order:
        sentence = re.sub(rf"(?<!\w){re.escape(names[i])}(?!\w)", f"\0{i + 1}\1", sentence)
    return sentence.replace("\0", "[").replace("\1", "]")


def by_tokens(sentence, names):
    numbers = {name: f"[{i}]" for i, name in enumerate(names, start=1)}
    pattern = "|".join(rf"\b{name}\b" for name in sorted(names, key=len, reverse=True))
    return re.sub(pattern, lambda found: numbers[found.group()], sentence)


def with_borders(sentence, names, pattern):
    every = "|".join(sorted(names, key=len, reverse=True))
    return re.sub(pattern.format(every), lambda found: f"[{names.index(found[0]) + 1}]", sentence)


def in_a_loop(sentence, names):
    for i, name in enumerate(names, start=1):
        sentence = sentence.replace(name, f"[{i}]")
    return sentence


def one_after_the_other(sentence, names, pattern):
    for i, name in enumerate(names):
        sentence = re.sub(pattern.format(name), f"[{i}]", sentence)
    return sentence


def one_by_one(sentence, order, names, pattern=r"\b{}\b", count=0):
    for name in order:
        sentence = re.sub(pattern.format(name), f"[{names.index(name) + 1}]", sentence, count=count)
    return sentence


def numbered(piece, names):
    return f"[{names.index(piece) + 1}]" if piece in names else piece


def printing_only(sentence, names):
    by_tokens(sentence, names)


LINES = concordance(SPOKEN, WORD, window=4)
SHOWN = [" ".join(line) for line in LINES.head(4).itertuples(index=False)]
QUOTED = sum(len(words(line)) for line in SHOWN)


def letter_of_05():
    return questions_of("05")["05.lines_to_show"].inputs[-1][0]


def showing(
    text,
    word,
    most=None,
    count=lambda line: len(words(line)),
    window=2,
    columns=("left", "node", "right"),
    order=list,
    inside=lambda quoted, most: quoted <= most,
):
    limit = len(words(text)) / 10 if most is None else most
    table = concordance(text, word, window=window)[list(columns)]
    sizes = order(count(" ".join(line)) for line in table.values.tolist())
    return sum(inside(quoted, limit) for quoted in accumulate(sizes))


def with_cumsum(text, word):
    table = concordance(text, word, window=2)
    table["words"] = [len(words(" ".join(line))) for line in table.to_numpy()]
    return (table["words"].cumsum() * 10 <= len(words(text))).sum()


def one_by_one_until_full(text, word):
    quoted = shown = 0
    for left, node, right in concordance(text, word, window=2).itertuples(index=False):
        quoted += len(words(f"{left} {node} {right}"))
        if quoted > len(words(text)) / 10:
            break
        shown += 1
    return shown


def from_all_lines_down(text, word):
    table = concordance(text, word, window=2)
    while len(words(" . ".join(table.agg(" ".join, axis=1)) if len(table) else "")) > len(words(text)) / 10:
        table = table.iloc[:-1]
    return float(len(table))


LINE = "On ne comprend pas un pays à distance"

WRONG = {
    "05.high": [
        row(CONTENT, "high"),
        row(KEPT_NEGATION, "high"),
        row(ALL, "low"),
        row(ALL, "per_1000"),
        row(ALL, "count"),
        row(words(PAGE), "high"),
        row(words(load_interview()), "high"),
        frequencies(ALL)["high"].iloc[0],
        row(ALL, "high") / 10,
        round(row(ALL, "high"), 1),
        round(row(ALL, "high")),
        f"{row(ALL, 'high')}",
        [row(ALL, "low"), row(ALL, "high")],
        float("nan"),
    ],
    "05.ranks": [
        side_by_side(ranked(CONTENT), ranked(CONTENT)),
        side_by_side(ranked(TOGETHER), ranked(CONTENT)),
        side_by_side(ranked(CONTENT, "average"), ranked(TOGETHER, "average")),
        side_by_side(ranked(CONTENT), ranked(TOGETHER, "average")),
        side_by_side(ranked(CONTENT), ranked(TOGETHER, "average").astype(int)),
        side_by_side(ranked(CONTENT, "dense"), ranked(TOGETHER, "dense")),
        side_by_side(ranked(CONTENT, "first"), ranked(TOGETHER, "first")),
        side_by_side(ranked(CONTENT, ascending=True), ranked(TOGETHER, ascending=True)),
        side_by_side(ranked(ALL), ranked([PAIRS.get(one, one) for one in ALL])),
        side_by_side(ranked(CONTENT), ranked(TOGETHER), PAIRS),
        side_by_side(ranked(CONTENT), ranked(TOGETHER), PAIRS.values()),
        side_by_side(ranked(CONTENT), ranked(TOGETHER), set(TOGETHER)),
        side_by_side(ranked(CONTENT), ranked(STUMPS)),
        side_by_side(ranked(CONTENT), plurals_left()),
        side_by_side(ranked(CONTENT), ranked(STUMPS)).dropna(),
        side_by_side(ranked(CONTENT), ranked(STUMPS)).fillna(0),
        side_by_side(ranked(CONTENT), ranked(STUMPS), [one.rstrip("s") for one in WATCHED]).assign(
            word=WATCHED
        ),
        merged_only(ranked([one.removesuffix("s") for one in CONTENT]), "s"),
        merged_only(ranked([one.removesuffix("s") for one in CONTENT])),
        merged_only(ranked(TOGETHER, "average")),
        merged_only(ranked(TOGETHER, "dense")),
        merged_only(ranked(TOGETHER, "first")),
        merged_only(ranked(TOGETHER, ascending=True)),
        merged_only(ranked(TOGETHER, "average", ascending=True)),
        merged_only(counted(TOGETHER)),
        side_by_side(counted(CONTENT), counted(TOGETHER)),
        side_by_side(ranked(CONTENT, "first") - 1, ranked(TOGETHER, "first") - 1),
        RANKS.head(1),
        RANKS[["word", "rank_merged"]],
        RANKS.rename(columns={"word": "singular"}),
        RANKS["rank_merged"].tolist(),
        PAIRS,
    ],
    "05.anonymize": [
        in_a_loop,
        lambda sentence, names: in_a_loop(sentence, sorted(names, key=len, reverse=True)),
        lambda sentence, names: re.sub(rf"\b(?:{'|'.join(names)})\b", "[1]", sentence),
        lambda sentence, names: re.sub(rf"\b(?:{'|'.join(names)})\b", "", sentence),
        lambda sentence, names: re.sub(
            rf"\b(?:{'|'.join(names)})\b", lambda found: f"[{names.index(found[0]) + 1}]", sentence
        ),
        lambda sentence, names: with_borders(sentence, names, r"\b{}\b"),
        lambda sentence, names: with_borders(sentence, names, r"(?<![A-Za-z])(?:{})(?![A-Za-z])"),
        lambda sentence, names: with_borders(sentence, names, r"\B(?:{})\B"),
        lambda sentence, names: with_borders(sentence, names, "(?:{})"),
        lambda sentence, names: with_borders(sentence, names, r"\b(?:{})"),
        lambda sentence, names: with_borders(sentence, names, r"(?:{})\b"),
        lambda sentence, names: with_borders(sentence, names, "\b(?:{})\b"),
        lambda sentence, names: one_by_one(sentence, sorted(names, key=len, reverse=True), names, "{}"),
        lambda sentence, names: one_by_one(
            sentence, sorted(names, key=len, reverse=True), names, r"(?i)\b{}\b"
        ),
        lambda sentence, names: by_tokens(sentence, names).replace("[", "(").replace("]", ")"),
        lambda sentence, names: by_tokens(sentence.lower(), [name.lower() for name in names]),
        lambda sentence, names: by_tokens(sentence, names).replace("[", "").replace("]", ""),
        lambda sentence, names: one_after_the_other(sentence, names, r"\b{}\b"),
        lambda sentence, names: one_after_the_other(sentence, names, "{}"),
        lambda sentence, names: one_by_one(sentence, names[::-1], names),
        lambda sentence, names: one_by_one(sentence, sorted(names, reverse=True), names),
        lambda sentence, names: one_by_one(sentence, sorted(names, key=len, reverse=True), names, count=1),
        lambda sentence, names: one_by_one(
            sentence, sorted(names, key=len, reverse=True), names, pattern=r"\b{}(?=\W)"
        ),
        lambda sentence, names: one_by_one(
            sentence, sorted(names, key=len, reverse=True), names, pattern=r"(?<!\S){}\b"
        ),
        lambda sentence, names: re.sub(r"\w+", lambda found: numbered(found[0], names), sentence),
        lambda sentence, names: " ".join(numbered(piece, names) for piece in sentence.split()),
        lambda sentence, names: [by_tokens(sentence, names)],
        lambda sentence, names: by_tokens(sentence, names[:1]),
        lambda sentence, names: sentence,
        lambda sentence, names: len(names),
        lambda sentence: by_tokens(sentence, ["Roche"]),
        printing_only,
    ],
    "05.quoted_share": [
        QUOTED,
        100 * QUOTED / len(ALL),
        QUOTED / len(words(PAGE)),
        QUOTED / len(CONTENT),
        QUOTED / len(SPOKEN.split()),
        sum(len(line.split()) for line in SHOWN) / len(SPOKEN.split()),
        sum(map(len, SHOWN)) / len(SPOKEN),
        4 / len(LINES),
        4 * 9 / len(ALL),
        sum(len(words(" ".join(line))) for line in LINES.itertuples(index=False)) / len(ALL),
        sum(len(set(words(line))) for line in SHOWN) / len(ALL),
        len(set(words(" ".join(SHOWN)))) / len(ALL),
        round(QUOTED / len(ALL), 2),
        round(QUOTED / len(ALL), 3),
        QUOTED / len(SPOKEN),
        f"{QUOTED / len(ALL)}",
    ],
    "05.fault": ["count", "unit", "interval", "stop", 21.4, ["denominator"]],
    "05.claim": ["a", "b", "c", "d", 0, ["none"]],
    "05.lines_to_show": [
        lambda text, word: 3,
        lambda text, word: {"clients": 3, "atelier": 3, "réparation": 2}.get(word, 1),
        lambda text, word: showing(letter_of_05(), word),
        lambda text, word: showing(text, word, most=len(words(letter_of_05())) / 10),
        lambda text, word: showing(text, word) + 1,
        lambda text, word: showing(text, word) - 1,
        lambda text, word: showing(text, word, inside=lambda quoted, most: quoted < most),
        lambda text, word: showing(text, word, most=round(len(words(text)) / 10)),
        lambda text, word: showing(text, word, most=len(text) / 10),
        lambda text, word: showing(text, word, count=lambda line: len(tokenize(line))),
        lambda text, word: showing(text, word, count=lambda line: len(line.split())),
        lambda text, word: showing(text, word, count=lambda line: len(set(words(line)))),
        lambda text, word: showing(text, word, window=5),
        lambda text, word: showing(text, word, columns=["left", "right"]),
        lambda text, word: showing(text, word, order=sorted),
        lambda text, word: showing(text, word, order=lambda sizes: sorted(sizes, reverse=True)),
        lambda text, word: len(concordance(text, word, window=2)),
        lambda text, word: min(showing(text, word), 4),
        lambda text, word: min(showing(text, word), 3),
        lambda text, word: showing(text, word, count=lambda line: 3),
        lambda text, word: showing(letter_of_05(), "clients", most=len(words(text)) / 10),
        lambda text, word: sum(
            len(words(" ".join(line))) for line in concordance(text, word, 2).values.tolist()
        ),
        lambda text, word: len(words(text)) // 10,
        lambda text, word: len(words(text)) // 50,
        lambda text, word: round(len(words(text)) / 10 / 5),
        lambda text, word: str(showing(text, word)),
        lambda text, word: [showing(text, word)],
        lambda text, word: concordance(text, word, window=2).head(showing(text, word)),
        lambda text, word: concordance(text, word, window=2)["node"].tolist()[: showing(text, word)],
        lambda text, word: showing(text, word) / len(words(text)),
        lambda text, word: showing(text, word) or None,
        lambda text: showing(text, "clients"),
        3,
    ],
    "05.evidence": [
        "",
        "La direction parle beaucoup des pays.",
        f"Le mot pays figure 8 fois dans les réponses de la direction : « {LINE} »",
        "Le mot pays figure 7 fois dans les réponses de la direction.",
        "Le mot pays figure 7 fois dans les réponses : « le pays entier attend nos colis »",
        "Le mot pays figure 7 fois dans les réponses : « Il nous reste un public à gagner »",
        f"pays 7 « {LINE} »",
        f"Le mot caddie figure 7 fois dans les réponses : « {LINE} »",
        "Le mot pays revient 7 fois : « On ne comprend pas un pays à distance ».",
        f"pays occurs often, in 7 % of the lines; in « {LINE} »",
        f"Le mot pays est dit 7 fois pour 1 000 mots, ce que montre « {LINE} »",
        f"Il y a 7 jours dans la semaine ; le mot pays se lit dans « {LINE} »",
        f"Le mot pays figure dans 11,3 pour cent des réponses : « {LINE} »",
        f"Le mot pays figure 7 fois plus souvent que les autres mots pleins : « {LINE} »",
        f"Le mot pays arrive au rang 7 dans le classement des réponses : « {LINE} »",
        f"Depuis 7 ans, le mot pays revient souvent dans les réponses : « {LINE} »",
        f"Le mot pays revient 7 fois ici : « {LINE} » bla bla bla bla bla",
        f"pays 1 2 3 4 5 6 7 8 9 10 11 12 : « {LINE} ». On voit bien ici que tout y est.",
        ["pays", 7, LINE],
        7,
    ],
}

RIGHT = {
    "05.high": [
        row(ALL, "high"),
        float(frequencies(ALL).query("word == @WORD")["high"].max()),
    ],
    "05.ranks": [
        RANKS.iloc[::-1],
        RANKS.astype({"rank_apart": int, "rank_merged": int}).set_index("word"),
        pd.DataFrame(
            [(one, by_counting(CONTENT, one), by_counting(TOGETHER, one)) for one in WATCHED],
            columns=["word", "rank_apart", "rank_merged"],
        ),
    ],
    "05.anonymize": [
        longest_first,
        by_tokens,
        lambda sentence, names: with_borders(sentence, names, r"(?<!\w)(?:{})(?!\w)"),
    ],
    "05.quoted_share": [
        QUOTED / len(ALL),
        sum(len(words(line)) for line in SHOWN) / len(words(SPOKEN)),
    ],
    "05.fault": ["denominator", " Denominator "],
    "05.claim": ["none", "None"],
    "05.lines_to_show": [showing, with_cumsum, one_by_one_until_full, from_all_lines_down],
    "05.evidence": [
        f"Le mot pays figure 7 fois dans les réponses de la direction, par exemple : « {LINE} »",
        'In the answers live occurs 5 times, and as a test: "Nous testons donc le live shopping sur plusieurs marchés"',
        f"Avec 7 occurrences sur 619 mots (11,3 pour 1 000 ; intervalle de 5 à 23), pays mène : « {LINE} »",
        f"The content word with the highest count (7) is pays; “{LINE}” is one of its lines.",
        f"Je lirais pays, 7 occurrences, comme un lieu de vente, ce que “{LINE}” confirme à moitié.",
    ],
}
