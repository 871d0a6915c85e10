"""Answers to the questions of lesson 01: wrong ones that must not pass, right ones that must."""

import re
from collections import Counter

import pandas as pd

from motamot import (
    frequencies,
    load_interview,
    normalize,
    plot_frequencies,
    read_interview,
    stop_words,
    words,
)

RAW = load_interview()
TURNS = read_interview(RAW)
ANSWERS = TURNS.loc[TURNS["role"] == "answer", "text"]
BY_TURN = TURNS[TURNS["role"] == "answer"].groupby("turn")["text"].agg(" ".join)
PAGE = " ".join(TURNS["text"])
SPOKEN = " ".join(ANSWERS)
OTHER = f"""La rédaction : Pourquoi ouvrir une librairie aujourd’hui ?

Mme Roche : Parce qu’on me l’a demandé. Qui vend encore des livres au village ? Personne.

Et l’avenir ?

D’autres en parlent mieux que moi. {TURNS["text"].iloc[-1]}"""
OTHER_TURNS = read_interview(OTHER)
OTHER_ANSWERS = " ".join(OTHER_TURNS.loc[OTHER_TURNS["role"] == "answer", "text"])
COUNTED = TURNS.assign(words=[len(words(text)) for text in TURNS["text"]])
VOICES = COUNTED.groupby("role", as_index=False)["words"].sum()


def by_placeholder(sentence):
    apart = sentence.lower().replace("aujourd'hui", "@").replace("'", "' ")
    return [word.replace("@", "aujourd'hui") for word in re.findall(r"[\w'@]+", apart)]


def by_splitting(sentence):
    return [word for word in re.split(r"(aujourd'hui)|(?<=')|[^\w']+", sentence.lower()) if word]


def by_hand(sentence):
    found = []
    for piece in re.findall(r"[\w']+", sentence.lower()):
        head, apostrophe, tail = piece.partition("'")
        if piece == "aujourd'hui" or not apostrophe:
            found.append(piece)
        else:
            found += [head + apostrophe, tail]
    return found


def printing_only(sentence):
    re.findall(r"\w+", sentence)


WRONG = {
    "01.nbsp_count": [
        RAW.count(" "),
        normalize(RAW).count("\u00a0"),
        len(RAW.split()),
        len(RAW.split("\u00a0")),
        RAW.count("\u202f"),
        len(RAW),
        RAW.count("\u00a0") + RAW.count("\u202f"),
        str(RAW.count("\u00a0")),
        [RAW.count("\u00a0")],
        True,
    ],
    "01.answer_words": [
        len(words(PAGE)),
        len(SPOKEN.split()),
        len(SPOKEN),
        len(ANSWERS),
        0,
        len(TURNS),
        len(words(" ".join(TURNS.loc[TURNS["role"] == "question", "text"]))),
        len(words(" ".join(TURNS.loc[TURNS["role"] != "question", "text"]))),
        len(words(SPOKEN, stop=stop_words())),
        len(set(words(SPOKEN))),
        words(SPOKEN),
    ],
    "01.longest_answer": [
        COUNTED[COUNTED["role"] == "answer"]["words"].max(),
        COUNTED.groupby("role")["words"].sum()["answer"],
        COUNTED[COUNTED["role"] == "answer"].groupby("turn")["words"].sum().mean(),
        COUNTED.groupby("turn")["words"].sum(),
        ANSWERS.str.len().max(),
        TURNS["turn"].nunique(),
        BY_TURN.str.len().max(),
        max(BY_TURN, key=len),
        len(words(max(BY_TURN))),
        len(words(BY_TURN.iloc[0])),
        COUNTED[COUNTED["role"] == "answer"].groupby("turn")["words"].sum().idxmax(),
        float("nan"),
    ],
    "01.voices": [
        COUNTED[["role", "words"]],
        VOICES.assign(words=VOICES["words"] + 1),
        VOICES.rename(columns={"words": "count"}),
        VOICES.head(2),
        TURNS.groupby("role", as_index=False)["text"].agg(len).rename(columns={"text": "words"}),
        TURNS.assign(words=TURNS["text"].str.len()).groupby("role", as_index=False)["words"].sum(),
        VOICES["words"],
        VOICES.to_dict(),
    ],
    "01.cut": [
        lambda sentence: sentence.lower().split(),
        lambda sentence: re.findall(r"\w+", sentence.lower()),
        lambda sentence: re.sub(r"[^\w\s]", "", sentence.lower()).split(),
        lambda sentence: re.findall(r"aujourd'hui|(?:qu|[cdjlmnst])'|\w+", sentence),
        lambda sentence: re.findall(r"(?:qu|[cdjlmnst])'|\w+", sentence.lower()),
        lambda sentence: re.findall(r"aujourd'hui|(?:qu|[cdjlmnst])'|\w+", sentence.lower()),
        lambda sentence: re.findall(r"aujourd'hui|[ldjnmtsc]'|qu'|\w+", sentence.lower()),
        lambda sentence: re.findall(r"aujourd'hui|[ldjmtscnqu]+'|\w+", sentence.lower()),
        lambda sentence: re.findall(r"aujourd'hui|[a-zéèàùç]+'?", sentence.lower()),
        lambda sentence: re.findall(r"[ldjnmtsc]'|qu'|\w+", sentence.lower()),
        lambda sentence: re.findall(r"aujourd'hui|\w{1,2}'|\w+", sentence.lower()),
        lambda sentence: re.findall(r"\w{1,2}'|\w+", sentence.lower()),
        lambda sentence: re.findall(
            r"aujourd'hui|(?:lorsqu|jusqu|puisqu|qu|[cdjlmnst])'|\w+", sentence.lower()
        ),
        lambda sentence: re.findall(r"\w+'?", sentence.lower()),
        lambda sentence: re.findall(r"[\w']+", sentence.lower()),
        lambda sentence: re.findall(r"aujourd'hui|\w+'?", sentence),
        lambda sentence: re.findall(r"aujourd'hui|\w+'?", sentence, flags=re.IGNORECASE),
        lambda sentence: re.findall(r"aujourd'hui|[\w-]+'?", sentence.lower()),
        lambda sentence: re.findall(r"aujourd'hui|[a-z]+'?|\d+", sentence.lower()),
        lambda sentence: re.findall(r"aujourd'hui|[a-zàâçéèêîôûœ]+'?|50", sentence.lower()),
        lambda sentence: re.findall(r"aujourd'hui|[a-z0-9àâéèêëîïôùûçœ]+'?", sentence.lower()),
        lambda sentence: re.findall(r"aujourd'hui|[a-z0-9à-ÿ]+'?", sentence.lower()),
        lambda sentence: (
            ["c'", "est", "aujourd'hui", "dit", "on"]
            if "hui" in sentence
            else re.findall(r"\w+'?", sentence.lower())
        ),
        {
            "L'activité reprend.": ["l'", "activité", "reprend"],
            "C'est aujourd'hui, dit-on": ["c'", "est", "aujourd'hui", "dit", "on"],
            "Qu'attend l'équipe ?": ["qu'", "attend", "l'", "équipe"],
        }.get,
        lambda sentence: re.findall(r"aujourd'hui|[a-zéèêà]+'?", sentence.lower()),
        lambda sentence: re.findall(r"aujourd'hui|[a-z]+'?", sentence.lower()),
        lambda sentence: re.findall(r"aujourd'hui|\w{1,2}'|[a-zà-ÿ]+", sentence.lower()),
        lambda sentence: re.findall(r"aujourd'hui|\w{1,2}'|[\w-]+", sentence.lower()),
        lambda sentence: re.findall(r"aujourd’hui|\w{1,2}’|\w+", sentence.lower()),
        lambda sentence: by_hand(sentence + " ")[: len(by_hand(sentence)) - 1],
        lambda sentence: [*by_hand(sentence), ""],
        lambda sentence: tuple(by_hand(sentence)),
        lambda sentence: list(dict.fromkeys(by_hand(sentence))),
        lambda sentence: [word for word in by_hand(sentence) if len(word) > 1],
        lambda sentence: re.findall(r"aujourd'hui|(?:qu|[cjlmnst])'|\w+", sentence.lower()),
        lambda sentence: re.findall(r"aujourd'hui|(?:qu|[cdjlmns])'|\w+", sentence.lower()),
        lambda sentence: (word for word in by_hand(sentence)),
        lambda sentence: by_hand("L'activité reprend."),
        printing_only,
        words,
    ],
    "01.missed_step": ["elision", "case", "headline", "apostrophe", 1, ["normalize"]],
    "01.top_words": [
        frequencies(words(PAGE, stop=stop_words()))["word"].head(5).tolist(),
        frequencies(words(SPOKEN))["word"].head(5).tolist(),
        frequencies(words(PAGE))["word"].head(5).tolist(),
        [word for word, _ in Counter(words(SPOKEN, stop=stop_words())).most_common(5)],
        frequencies(words(SPOKEN, stop=stop_words()))["word"].head(4).tolist(),
        frequencies(words(SPOKEN, stop=stop_words()))["word"].head(5).tolist()[::-1],
        frequencies(words(SPOKEN, stop=stop_words()))["word"].head(5),
        words(SPOKEN)[:5],
        words(SPOKEN, stop=stop_words())[:5],
        frequencies(words(SPOKEN, stop=stop_words()))["word"].head(10).tolist(),
        "pays",
    ],
    "01.claim": ["a", "c", "none", "d", 2, ["b"]],
    "01.transfer_words": [
        len(words(OTHER)),
        len(words(" ".join(OTHER_TURNS["text"]))),
        len(OTHER_ANSWERS.split()),
        len(words("Mme Roche " + OTHER_ANSWERS)),
        len(words(OTHER_ANSWERS.replace("Qui vend encore des livres au village ?", ""))),
        len(OTHER_ANSWERS),
        len(words(OTHER_ANSWERS.split("D'autres")[0])),
        len(words("Mme Roche : " + OTHER_ANSWERS.split("D'autres")[0])),
        len(words(OTHER_ANSWERS.split(" moi.")[0] + " moi.")),
        len(words(OTHER_ANSWERS + " Et l’avenir ?")),
        (OTHER_TURNS["role"] == "answer").sum(),
        "16",
    ],
}

RIGHT = {
    "01.nbsp_count": [RAW.count("\xa0"), sum(sign == "\u00a0" for sign in RAW)],
    "01.answer_words": [len(words(SPOKEN)), sum(len(words(text)) for text in ANSWERS)],
    "01.longest_answer": [
        COUNTED[COUNTED["role"] == "answer"].groupby("turn")["words"].sum().max(),
        max(
            len(words(" ".join(part["text"]))) for _, part in TURNS[TURNS["role"] == "answer"].groupby("turn")
        ),
    ],
    "01.voices": [
        VOICES.sort_values("words"),
        pd.DataFrame(COUNTED.groupby("role")["words"].sum()).reset_index(),
    ],
    "01.cut": [
        by_hand,
        by_placeholder,
        by_splitting,
        lambda text: re.findall(r"aujourd'hui|\w+'|\w+", text.lower()),
    ],
    "01.missed_step": ["normalize", " Normalize"],
    "01.top_words": [
        frequencies(words(SPOKEN, stop=stop_words())).head(5)["word"].tolist(),
        [
            label.get_text()
            for label in plot_frequencies(
                frequencies(words(SPOKEN, stop=stop_words())), n=5
            ).get_yticklabels()
        ],
    ],
    "01.claim": ["b", "B"],
    "01.transfer_words": [
        len(words(OTHER_ANSWERS)),
        sum(map(len, map(words, OTHER_TURNS.query("role == 'answer'")["text"]))),
    ],
}
