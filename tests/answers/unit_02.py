"""Answers to the questions of lesson 02: wrong ones that must not pass, right ones that must."""

import re

import pandas as pd

from motamot import (
    concordance,
    count_entries,
    count_themes,
    gold_paragraphs,
    load_gold,
    load_interview,
    load_lexicon,
    read_interview,
    validate_themes,
    words,
)

TURNS = read_interview(load_interview())
ANSWERS = TURNS[TURNS["role"] == "answer"]
QUESTIONS = TURNS[TURNS["role"] == "question"]
SPOKEN = " ".join(ANSWERS["text"])
PAGE = " ".join(TURNS["text"])
LEXICON = load_lexicon()
COUNTRY = len(concordance(SPOKEN, "fran*"))
LETTER = [
    "À l'occasion de nos vingt ans, nous avons invité tous nos clients et baissé nos prix.",
    "Nos meubles d'occasion plaisent à nos clients : la seconde main et le recyclage progressent.",
    "Nous construisons avec nos clients et nos fournisseurs des relations durables.",
    "Les emballages en plastique ont disparu de nos entrepôts, et nos émissions de carbone reculent.",
    "Nos magasins et nos camions consomment moins d'énergie.",
    "Un magasin sur deux recycle ses cartons, et nos clients y rapportent les leurs.",
    "Chaque table rapportée par un client sera démontée, et son bois servira de nouveau.",
]


def touching(texts):
    counted = count_themes(texts, LEXICON)
    counted["paragraphs"] = counted["count"] > 0
    return counted.groupby("theme", as_index=False)["paragraphs"].sum()


TOUCHED = touching(ANSWERS["text"])
HITS = count_themes(ANSWERS["text"], LEXICON).groupby("theme", as_index=False)["count"].sum()

FIRST, SECOND = load_gold("a") == 1, load_gold("b") == 1
PARAGRAPHS = gold_paragraphs().loc[FIRST.index, "text"]


def found_by(lexicon):
    table = count_themes(PARAGRAPHS, lexicon)
    return table.pivot(index="text", columns="theme", values="count").loc[FIRST.index, FIRST.columns] > 0


FOUND = found_by(LEXICON)
SETTLED = (FIRST == SECOND).all(axis=1)
FEWER = found_by(LEXICON.remove("stores", "magasin*"))
CELLS = list(zip(FOUND.to_numpy().ravel(), FIRST.to_numpy().ravel(), SECOND.to_numpy().ravel(), strict=True))


def figures(found, coded, theme):
    table = validate_themes(found, coded).set_index("theme")
    return table.loc[theme, ["precision", "recall"]].tolist()


def trade(coded=FIRST, theme="stores", names=("with", "without"), tables=(FOUND, FEWER)):
    rows = [[name, *figures(found, coded, theme)] for name, found in zip(names, tables, strict=True)]
    return pd.DataFrame(rows, columns=["version", "precision", "recall"])


def averaged():
    rows = [trade(theme=theme) for theme in LEXICON.themes]
    return pd.concat(rows).groupby("version", as_index=False)[["precision", "recall"]].mean()


def by_share(found):
    both = (found["stores"] & FIRST["stores"]).sum()
    return both / found["stores"].sum(), both / FIRST["stores"].sum()


def by_words(paragraphs, entries):
    total = 0
    for paragraph in paragraphs:
        tokens = " " + " ".join(re.findall(r"\w+", paragraph.lower())) + " "
        total += any(f" {entry.lower()} " in tokens for entry in entries)
    return total


def one_by_one(paragraphs, entries):
    touched = set()
    for number, paragraph in enumerate(paragraphs):
        for entry in entries:
            if re.search(rf"(?i)(?<!\w){re.escape(entry)}(?!\w)", paragraph):
                touched.add(number)
    return len(touched)


def with_pandas(paragraphs, entries):
    return pd.Series(paragraphs).str.contains(rf"\b(?:{'|'.join(entries)})\b", case=False).sum()


def in_each(theme, paragraphs):
    table = count_themes(paragraphs, LEXICON)
    return table.loc[table["theme"] == theme, "count"]


def entries_of(theme):
    table = LEXICON.table()
    return table.loc[(table["theme"] == theme) & (table["kind"] == "include"), "entry"]


def paragraph_by_paragraph(theme, paragraphs):
    table = count_themes(paragraphs, LEXICON).pivot(index="text", columns="theme", values="hits")
    return sum(1 for hits in table[theme] if hits)


def printing_only(paragraphs, entries):
    by_words(paragraphs, entries)


PAYS = " ".join(concordance(SPOKEN, "pays", window=4).iloc[0])
LINE = "Plus de 1000 vendeurs français sont déjà inscrits"

THREE = "les vendeurs, nous"

WRONG = {
    "02.france_rate": [
        COUNTRY,
        COUNTRY / len(words(SPOKEN)),
        100 * COUNTRY / len(words(SPOKEN)),
        1000 * COUNTRY / len(SPOKEN.split()),
        1000 * COUNTRY / len(SPOKEN),
        1000 * COUNTRY / len(words(PAGE)),
        1000 * len(concordance(PAGE, "fran*")) / len(words(PAGE)),
        1000 * len(concordance(SPOKEN, "fran")) / len(words(SPOKEN)),
        1000 * len(concordance(SPOKEN, "France")) / len(words(SPOKEN)),
        1000 * len(concordance(SPOKEN, "français")) / len(words(SPOKEN)),
        1000 * len(concordance(SPOKEN, "français*")) / len(words(SPOKEN)),
        1000 * SPOKEN.count("fran") / len(words(SPOKEN)),
        f"{1000 * COUNTRY / len(words(SPOKEN))}",
        [1000 * COUNTRY / len(words(SPOKEN))],
        len(concordance(PAGE, "fran*")),
        round(1000 * COUNTRY / len(words(SPOKEN)), 1),
        round(1000 * COUNTRY / len(words(SPOKEN)), 2),
        float("nan"),
    ],
    "02.touched_answers": [
        HITS.rename(columns={"count": "paragraphs"}),
        touching(TURNS["text"]),
        touching(QUESTIONS["text"]),
        TOUCHED[TOUCHED["paragraphs"] > 0],
        touching(ANSWERS.groupby("turn")["text"].agg(" ".join)),
        touching([SPOKEN]),
        TOUCHED.assign(paragraphs=len(ANSWERS)),
        count_themes(TURNS["text"], LEXICON)
        .groupby("theme", as_index=False)["count"]
        .sum()
        .rename(columns={"count": "paragraphs"}),
        TOUCHED.assign(paragraphs=TOUCHED["paragraphs"] / len(ANSWERS)),
        TOUCHED.assign(theme=TOUCHED["theme"].map(LEXICON.labels)),
        TOUCHED.rename(columns={"paragraphs": "count"}),
        TOUCHED["paragraphs"].tolist(),
        HITS,
    ],
    "02.touched": [
        lambda paragraphs, entries: sum(any(e in p for e in entries) for p in paragraphs),
        lambda paragraphs, entries: sum(any(e in p.lower() for e in entries) for p in paragraphs),
        lambda paragraphs, entries: sum(any(e in words(p) for e in entries) for p in paragraphs),
        lambda paragraphs, entries: sum(p.lower().count(e) for p in paragraphs for e in entries),
        lambda paragraphs, entries: sum(p.count(e) for p in paragraphs for e in entries),
        lambda paragraphs, entries: sum(1 for p in paragraphs for e in entries if e in p),
        lambda paragraphs, entries: sum(1 for p in paragraphs for e in entries if re.search(e, p.lower())),
        lambda paragraphs, entries: sum(
            bool(re.search("\b" + e + "\b", p)) for p in paragraphs for e in entries
        ),
        lambda paragraphs, entries: sum(bool(re.search(rf"\b{e}\b", p)) for p in paragraphs for e in entries),
        lambda paragraphs, entries: sum(any(e in p.lower().split() for e in entries) for p in paragraphs),
        lambda paragraphs, entries: sum(
            any(re.search(r"\b" + e + r"\b", p.lower()) for e in entries) for p in paragraphs
        ),
        *[
            lambda paragraphs, entries, after=after: sum(
                bool(re.search(rf"(?i)(^|[ '])({'|'.join(entries)}){after}", p)) for p in paragraphs
            )
            for after in ("([ .,]|$)", "([ .,!?]|$)", "( |$)", r"[\s.,;:!?]")
        ],
        lambda paragraphs, entries: sum(
            any(f" {e.lower()} " in f" {p.lower()} " for e in entries) for p in paragraphs
        ),
        lambda paragraphs, entries: sum(any(e.lower() in p.lower() for e in entries) for p in paragraphs),
        lambda paragraphs, entries: any(by_words([p], entries) for p in paragraphs),
        lambda paragraphs, entries: by_words(paragraphs[:1], entries),
        lambda paragraphs, entries: by_words(paragraphs[-1:], entries),
        lambda paragraphs, entries: True,
        lambda paragraphs, entries: 1,
        lambda paragraphs, entries: [p for p in paragraphs if by_words([p], entries)],
        lambda paragraphs, entries: bool(by_words(paragraphs, entries)),
        lambda paragraphs, entries: str(by_words(paragraphs, entries)),
        lambda paragraphs, entries: by_words(paragraphs, entries[:1]),
        lambda paragraphs, entries: by_words(paragraphs, entries[-1:]),
        lambda paragraphs, entries: by_words(set(paragraphs), entries),
        lambda paragraphs, entries: sum(
            bool(re.search(rf"\b{'|'.join(entries)}\b", p, flags=re.IGNORECASE)) for p in paragraphs
        ),
        lambda paragraphs, entries: sum(
            any(e in (p.lower() if " " in e else re.findall(r"\w+", p.lower())) for e in entries)
            for p in paragraphs
        ),
        lambda paragraphs, entries: sum(
            bool(re.search(rf"[^a-z](?:{'|'.join(entries)})[^a-z]", f" {p.lower()} ")) for p in paragraphs
        ),
        lambda paragraphs, entries: max(by_words(paragraphs, [e]) for e in entries),
        lambda paragraphs, entries: sum(all(by_words([p], [e]) for e in entries) for p in paragraphs),
        lambda paragraphs, entries: sum(by_words([p], " ".join(entries).split()) for p in paragraphs),
        lambda paragraphs, entries: by_words(paragraphs, entries[:2]),
        lambda paragraphs, entries: by_words(paragraphs, entries) / len(paragraphs),
        lambda paragraphs: by_words(paragraphs, ["presse"]),
        printing_only,
        count_themes,
    ],
    "02.missed_step": ["borders", "case", "roles", "double", 2, ["longest"]],
    "02.agreed_precision": [
        (FOUND & FIRST).to_numpy().sum() / FOUND.to_numpy().sum(),
        (FOUND & SECOND).to_numpy().sum() / FOUND.to_numpy().sum(),
        (FOUND & FIRST & SECOND).to_numpy().sum() / FOUND.to_numpy().sum(),
        (FOUND & FIRST & SECOND).to_numpy().sum() / (FIRST & SECOND).to_numpy().sum(),
        (FIRST == SECOND).to_numpy().mean(),
        (FOUND & FIRST & SECOND).to_numpy().sum() / (FOUND & FIRST & SECOND).to_numpy().sum(),
        ((FOUND == FIRST) & (FIRST == SECOND)).to_numpy().sum() / (FIRST == SECOND).to_numpy().sum(),
        ((FOUND & FIRST & SECOND).sum() / (FOUND & (FIRST == SECOND)).sum()).mean(),
        round((FOUND & FIRST & SECOND).to_numpy().sum() / (FOUND & (FIRST == SECOND)).to_numpy().sum(), 3),
        (FOUND == FIRST).to_numpy().mean(),
        (FOUND & (FIRST | SECOND)).to_numpy().sum() / FOUND.to_numpy().sum(),
        (FOUND & FIRST).to_numpy().sum() / FIRST.to_numpy().sum(),
        (FOUND & FIRST)[SETTLED].to_numpy().sum() / FOUND[SETTLED].to_numpy().sum(),
        1.0,
        FOUND & FIRST & SECOND,
        "0.63",
    ],
    "02.trade_off": [
        trade(theme="all"),
        trade(coded=SECOND),
        trade(names=("without", "with")),
        trade(names=("kit", "smaller")),
        trade(names=("avec", "sans")),
        trade(names=("With", "Without")),
        trade().assign(precision=1, recall=1),
        trade().assign(precision=0.0, recall=0.0),
        trade(tables=(FOUND, found_by(LEXICON.remove("service", "client*")))),
        trade(theme="service", tables=(FOUND, found_by(LEXICON.remove("service", "client*")))),
        averaged(),
        trade().rename(columns={"precision": "recall", "recall": "precision"}),
        trade().head(1),
        trade(tables=(FOUND, FOUND)),
        trade(theme="service"),
        trade().assign(precision=100 * trade()["precision"]),
        validate_themes(FEWER, FIRST),
        trade().round(2),
        pd.concat(
            [
                validate_themes(found, FIRST).assign(version=name)
                for name, found in (("with", FOUND), ("without", FEWER))
            ]
        ),
        trade().drop(columns="recall"),
        figures(FOUND, FIRST, "stores"),
    ],
    "02.claim": ["a", "b", "c", "d", 0, ["none"]],
    "02.paragraphs_with": [
        lambda theme, paragraphs: in_each(theme, paragraphs).sum(),
        lambda theme, paragraphs: in_each(theme, paragraphs).max(),
        lambda theme, paragraphs: in_each(theme, paragraphs).nunique(),
        lambda theme, paragraphs: in_each(theme, paragraphs).count(),
        lambda theme, paragraphs: in_each(theme, paragraphs) > 0,
        lambda theme, paragraphs: (in_each(theme, paragraphs) > 0).mean(),
        lambda theme, paragraphs: (in_each(theme, paragraphs) > 0).any(),
        lambda theme, paragraphs: (in_each(theme, paragraphs) > 0).sum() > 0,
        lambda theme, paragraphs: (in_each(theme, paragraphs) == 0).sum(),
        lambda theme, paragraphs: (in_each(theme, paragraphs) > 1).sum(),
        lambda theme, paragraphs: (in_each(theme, paragraphs) == 1).sum(),
        lambda theme, paragraphs: (in_each(theme, LETTER) > 0).sum(),
        lambda theme, paragraphs: (in_each("sustainability", paragraphs) > 0).sum(),
        lambda theme, paragraphs: (in_each("sustainability", LETTER) > 0).sum(),
        lambda theme, paragraphs: (in_each(theme, sorted(set(paragraphs))) > 0).sum(),
        lambda theme, paragraphs: (in_each(theme, " ".join(paragraphs)) > 0).sum(),
        lambda theme, paragraphs: int(in_each(theme, " ".join(paragraphs)).iloc[0]),
        lambda theme, paragraphs: (in_each(theme, paragraphs[:1]) > 0).sum(),
        lambda theme, paragraphs: (in_each(theme, paragraphs[1:]) > 0).sum(),
        lambda theme, paragraphs: (in_each(theme, paragraphs[-1:]) > 0).sum(),
        lambda theme, paragraphs: (count_themes(paragraphs, LEXICON)["count"] > 0).sum(),
        lambda theme, paragraphs: count_themes(paragraphs, LEXICON)["theme"].eq(theme).sum(),
        lambda theme, paragraphs: count_themes(paragraphs, LEXICON).query("count > 0")["theme"].nunique(),
        lambda theme, paragraphs: count_themes(paragraphs, LEXICON).query("count > 0")["text"].nunique(),
        lambda theme, paragraphs: count_entries(paragraphs, LEXICON).query("theme == @theme")["texts"].sum(),
        lambda theme, paragraphs: count_entries(paragraphs, LEXICON).query("theme == @theme")["texts"].max(),
        lambda theme, paragraphs: sum(theme in paragraph for paragraph in paragraphs),
        lambda theme, paragraphs: sum("occasion" in paragraph for paragraph in paragraphs),
        lambda theme, paragraphs: sum(
            any(entry.strip("*") in paragraph.lower() for entry in entries_of(theme))
            for paragraph in paragraphs
        ),
        lambda theme, paragraphs: sum(
            any(
                re.search(rf"(?i)\b{entry.replace('*', '[a-zé]*')}\b", paragraph)
                for entry in entries_of(theme)
            )
            for paragraph in paragraphs
        ),
        lambda theme, paragraphs: str((in_each(theme, paragraphs) > 0).sum()),
        lambda theme, paragraphs: [p for p in paragraphs if in_each(theme, p).sum()],
        lambda paragraphs, theme: (in_each(theme, paragraphs) > 0).sum(),
        lambda theme: (in_each(theme, LETTER) > 0).sum(),
        lambda theme, paragraphs: 4,
        lambda theme, paragraphs: {"price": 3, "local": 3, "brand": 2, "logistics": 0}.get(theme, 1),
        count_themes,
        (in_each("sustainability", LETTER) > 0).sum(),
        4,
    ],
    "02.evidence": [
        "",
        "Les réponses parlent beaucoup des vendeurs.",
        f"Les vendeurs reviennent 6 fois dans les réponses de la direction : « {LINE} »",
        "Les vendeurs reviennent 5 fois dans les réponses de la direction.",
        "Les vendeurs reviennent 5 fois dans les réponses : « mille vendeurs attendent à la porte »",
        "Les vendeurs reviennent 5 fois dans les réponses : « Il nous reste un public à gagner »",
        f"vendeurs 5 « {LINE} »",
        f"Le thème brand : les vendeurs reviennent 5 fois dans les réponses, par exemple « {LINE} »",
        f"Les vendeurs reviennent 5 fois dans les réponses de la direction, par exemple : « {LINE} »",
        f"I would choose the theme brand: the word pays stands there 7 times: « {PAYS} »",
        f"Les vendeurs reviennent 5 fois, thème marketplace et rien de plus à dire : « {THREE} »",
        f"Le thème marketplace domine : vendeurs revient cinq fois dans ces réponses, comme « {LINE} »",
        f"Le thème marketplace domine : vendeurs revient 7 fois dans ces réponses, comme « {LINE} »",
        f"Les caddies reviennent 5 fois dans les réponses : « {LINE} »",
        f"Thèmes : {', '.join(LEXICON.themes)}. Les vendeurs reviennent 5 fois dans les réponses : « {LINE} »",
        f"Marketplace, brand, service and local: the word vendeurs is said 5 times, as in « {LINE} »",
        ["vendeurs", 5, LINE],
        5,
    ],
}

RIGHT = {
    "02.france_rate": [
        1000 * COUNTRY / len(words(SPOKEN)),
        1000 * sum(word.startswith("fran") for word in words(SPOKEN)) / len(words(SPOKEN)),
        1000 * len(re.findall(r"\bfran", SPOKEN, flags=re.IGNORECASE)) / len(words(SPOKEN)),
    ],
    "02.touched_answers": [
        TOUCHED.sort_values("paragraphs"),
        pd.DataFrame(
            [
                (
                    theme,
                    sum(
                        bool(count_themes(text, LEXICON).set_index("theme")["count"][theme])
                        for text in ANSWERS["text"]
                    ),
                )
                for theme in LEXICON.themes
            ],
            columns=["theme", "paragraphs"],
        ),
    ],
    "02.touched": [by_words, one_by_one, with_pandas],
    "02.missed_step": ["longest", " Longest "],
    "02.agreed_precision": [
        sum(f and a for f, a, b in CELLS if a == b) / sum(f for f, a, b in CELLS if a == b),
        (FOUND & FIRST & SECOND).to_numpy().sum() / (FOUND & (FIRST == SECOND)).to_numpy().sum(),
    ],
    "02.trade_off": [
        trade().iloc[::-1],
        pd.DataFrame(
            {
                "recall": [by_share(f)[1] for f in (FOUND, FEWER)],
                "precision": [by_share(f)[0] for f in (FOUND, FEWER)],
            },
            index=pd.Index(["with", "without"], name="version"),
        ).reset_index(),
    ],
    "02.claim": ["none", "None"],
    "02.paragraphs_with": [
        lambda theme, paragraphs: (in_each(theme, paragraphs) > 0).sum(),
        lambda theme, paragraphs: sum(
            bool(count_themes(text, LEXICON).set_index("theme")["count"][theme]) for text in paragraphs
        ),
        lambda theme, paragraphs: sum(
            count_entries(text, LEXICON).groupby("theme")["count"].sum()[theme] > 0 for text in paragraphs
        ),
        paragraph_by_paragraph,
        lambda theme, paragraphs: int(touching(paragraphs).set_index("theme")["paragraphs"][theme]),
        lambda theme, paragraphs: len(
            count_themes([text.lower() for text in paragraphs], LEXICON).query(
                "theme == @theme and count > 0"
            )
        ),
    ],
    "02.evidence": [
        f"Thème marketplace. Les vendeurs reviennent 5 fois dans les réponses, par exemple : « {LINE} »",
        f"Rather marketplace than price or local: vendeurs stands there 5 times, as in « {LINE} »",
        'The answers use "live shopping" (brand) 5 times, and as a test: "Nous testons donc le live shopping sur plusieurs marchés"',
        f"I would take marketplace: vendeurs stands there 5 times, as in '{LINE}'.",
        f"I would take marketplace: vendeurs stands there 5 times, as in ‘{LINE}’.",
        f"On titrerait sur *marketplace* : les vendeurs (5 occurrences), que la page compte déjà : “{LINE}”.",
    ],
}
