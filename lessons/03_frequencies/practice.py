"""Questions of lesson 03; every reference is computed from the text in use."""

import pandas as pd

from motamot import (
    dispersion,
    frequencies,
    load_interview,
    load_statements,
    normalize,
    read_interview,
    stop_words,
    words,
)
from motamot.checks import NearMiss, Question, Text, pick

KEPT = ("nous_notre", "pronouns", "prepositions")


def page() -> str:
    """Return all texts of the page in use, joined."""
    return " ".join(read_interview(load_interview())["text"])


def turns() -> dict[int, str]:
    """Return the text of each turn of the answers."""
    answers = read_interview(load_interview()).query("role == 'answer'")
    return answers.groupby("turn")["text"].agg(" ".join).to_dict()


def spoken() -> str:
    """Return the answers, joined."""
    return " ".join(turns().values())


def whole_list() -> frozenset[str]:
    """Return every stop word."""
    return stop_words(keep=())


def counted_then_hidden(spoken: list[str]) -> pd.DataFrame:
    """Return the frequency table of all words, without the rows of stop words."""
    table = frequencies(spoken)
    return table[~table["word"].isin(whole_list())]


def content(text: str) -> pd.DataFrame:
    """Return the frequency table of the content words of a text."""
    return counted_then_hidden(words(text))


def top_ten(text: str, *keep: str) -> list[str]:
    """Return the first ten words, some groups of stop words being kept."""
    return frequencies(words(text, stop=stop_words(keep=keep)))["word"].head(10).tolist()


def newcomers(text: str, *keep: str) -> set[str]:
    """Return the words of the top ten that only a shorter stop list lets in."""
    return set(top_ten(text, *keep)) - set(top_ten(text))


def kept() -> str:
    """Return the group of stop words that this learner keeps."""
    return pick("03.kept", list(KEPT))


def joined(text: str, strict: bool = True) -> list[str]:
    """Return the words of a text, forms in -s joined to the form without s (if strict: that occurs too)."""
    spoken = words(text)
    forms = set(spoken)
    return [w[:-1] if w.endswith("s") and (not strict or w[:-1] in forms) else w for w in spoken]


def without_s(forms: list[str], longer_than: int = 0) -> list[str]:
    """Return words without a final s, if they are longer than so many letters."""
    return [form.removesuffix("s") if len(form) > longer_than else form for form in forms]


def most_frequent(forms: list[str]) -> list[str]:
    """Return the ten most frequent words of all."""
    return frequencies(forms)["word"].head(10).tolist()


def lemmas_of() -> set[str]:
    """Return the forms without -s to which others are joined."""
    forms = set(words(spoken()))
    return {w[:-1] for w in forms if w.endswith("s") and w[:-1] in forms}


def top_content(spoken: list[str]) -> list[str]:
    """Return the ten most frequent words that are no stop words."""
    return counted_then_hidden(spoken)["word"].head(10).tolist()


def pairs(counts: list[int], sizes: list[int]) -> list[tuple[int, int]]:
    """Return count and size of each part."""
    return list(zip(counts, sizes, strict=True))


def gaps(counts: list[int], sizes: list[int]) -> list[float]:
    """Return for each part its share of the word less its share of the text."""
    return [n / sum(counts) - size / sum(sizes) for n, size in zip(counts, sizes, strict=True)]


def half_of_gaps(counts: list[int], sizes: list[int]) -> float:
    """Return half the sum of all gaps."""
    return sum(map(abs, gaps(counts, sizes))) / 2


def dp(counts: list[int], sizes: list[int]) -> float:
    """Return the dispersion measure of Gries, rounded."""
    return round(half_of_gaps(counts, sizes), 3)


def claim() -> str:
    """Return the claim that the counts support."""
    first = content(spoken())["word"].iloc[0]
    return "b" if all(first in words(turn) for turn in turns().values()) else "none"


def spread(
    clean=normalize, part: str = "title", hide: bool = True, first: bool = False, decimals: int = 2
) -> pd.DataFrame:
    """Return the dispersion of the words of the statements over their parts; stop words go last, or first."""
    tokens = load_statements()
    tokens = tokens.assign(word=[words(clean(text)) for text in tokens["text"]]).explode("word")
    if first:
        tokens = tokens[~tokens["word"].isin(whole_list())]
    table = dispersion(tokens["word"].tolist(), tokens[part].tolist()).round(decimals)
    return table[~table["word"].isin(whole_list())] if hide else table


def steady(table: pd.DataFrame) -> list[str]:
    """Return the ten words with the lowest DP."""
    return table.sort_values(["DP", "word"])["word"].head(10).tolist()


QUESTIONS = [
    Question(
        "03.content_rate",
        "number",
        lambda: content(spoken())["per_1000"].iloc[0],
        (
            Text(
                "full was counted on all words of the answers. Which of its rows are content words?",
                "full a été compté sur tous les mots des réponses. Lesquelles de ses lignes sont des mots pleins ?",
            ),
            Text(
                '`full[~full["word"].isin(stop)]` hides the stop words; the first row that stays has a column per_1000.',
                '`full[~full["word"].isin(stop)]` masque les mots vides ; la première ligne qui reste a une colonne per_1000.',
            ),
            Text(
                'On another sentence: `frequencies(words("Le prix, le prix."))` gives prix 2 of 4 words, so 500 per 1,000.',
                'Sur une autre phrase : `frequencies(words("Le prix, le prix."))` donne prix, 2 mots sur 4, soit 500 pour 1 000.',
            ),
        ),
        near_misses=[
            NearMiss(
                lambda: frequencies(words(spoken(), stop=whole_list()))["per_1000"].iloc[0],
                Text(
                    "Your total is the content words only, so the rate looks larger: count all words first, hide the stop words afterwards.",
                    "Votre total ne compte que les mots pleins, et la fréquence relative paraît plus grande : comptez d’abord tous les mots, masquez les mots vides ensuite.",
                ),
            ),
            NearMiss(
                lambda: content(spoken())["count"].iloc[0],
                Text(
                    "This is the count (in French: la fréquence): the question asks for the rate per 1,000 words.",
                    "C’est la fréquence, c’est-à-dire le nombre d’occurrences : on demande la fréquence relative pour 1 000 mots.",
                ),
            ),
            NearMiss(
                lambda: content(spoken())["per_1000"].iloc[0] / 1000,
                Text(
                    "This is the share of all words; the rate is per 1,000 words.",
                    "C’est la part de tous les mots ; la fréquence relative est pour 1 000 mots.",
                ),
            ),
            NearMiss(
                lambda: content(spoken())["per_1000"].iloc[0] / 10,
                Text(
                    "This is the rate in per cent: multiply by 1,000 instead of 100.",
                    "C’est la fréquence relative en pourcentage : multipliez par 1 000 au lieu de 100.",
                ),
            ),
            NearMiss(
                lambda: content(page())["per_1000"].iloc[0],
                Text(
                    "You counted the whole page: headline and questions are in your total. Keep the answers.",
                    "Vous avez compté toute la page : le titre et les questions sont dans votre total. Gardez les réponses.",
                ),
            ),
            NearMiss(
                lambda: frequencies(words(spoken()))["per_1000"].iloc[0],
                Text(
                    "This is the rate of the first word of all: is it a content word, or is it in stop?",
                    "C’est la fréquence relative du premier mot de tous : est-ce un mot plein, ou figure-t-il dans stop ?",
                ),
            ),
            NearMiss(
                lambda: 1000 * content(spoken())["count"].iloc[0] / len(set(words(spoken()))),
                Text(
                    "You divide by the number of different words: divide by that of all words, each occurrence counted.",
                    "Vous divisez par le nombre de mots différents : divisez par celui de tous les mots, chaque occurrence étant comptée.",
                ),
            ),
            NearMiss(
                lambda: 1000 * content(spoken())["count"].iloc[0] / len(spoken()),
                Text(
                    "You divide by the number of characters: len of a text, not of a list of words.",
                    "Vous divisez par le nombre de caractères : len d’un texte, et non d’une liste de mots.",
                ),
            ),
        ],
        core=True,
        objective="O1",
    ),
    Question(
        "03.newcomers",
        "set",
        lambda: newcomers(spoken(), "negation", kept()),
        (
            Text(
                "Build the second top ten exactly like strict, with another keep=.",
                "Formez le second classement exactement comme strict, avec un autre keep=.",
            ),
            Text(
                '`stop_words(keep=["negation", kept])` leaves two groups in; `set(second) - set(strict)` is what is new, if second holds ten words as strict does.',
                '`stop_words(keep=["negation", kept])` laisse deux groupes ; `set(second) - set(strict)` donne ce qui est nouveau, si second contient dix mots comme strict.',
            ),
            Text(
                'With other words: `set(["a", "b"]) - set(["b", "c"])` gives {\'a\'}.',
                'Avec d’autres mots : `set(["a", "b"]) - set(["b", "c"])` donne {\'a\'}.',
            ),
        ),
        near_misses=[
            NearMiss(
                lambda: set(top_ten(spoken())) - set(top_ten(spoken(), "negation", kept())),
                Text(
                    "These are the words that had to leave: turn the difference round.",
                    "Ce sont les mots qui ont dû sortir : retournez la différence.",
                ),
            ),
            NearMiss(
                lambda: set(top_ten(spoken())),
                Text(
                    "This is strict itself, and nothing has left it. The words of the second top ten that do not stand in strict are asked for; with a column, not in looks at the row numbers: .tolist() first.",
                    "C’est strict lui-même, rien n’en est sorti. On demande les mots du second classement qui ne figurent pas dans strict ; avec une colonne, not in regarde les numéros de ligne : d’abord .tolist().",
                ),
            ),
            NearMiss(
                lambda: set(top_ten(spoken(), "negation", kept())),
                Text(
                    "This is the whole second top ten: leave out the words that also stand in strict. If you did, was strict made a column? In a column, not in looks at the row numbers: .tolist() first.",
                    "C’est tout le second classement : écartez les mots qui figurent aussi dans strict. Si vous l’avez fait, strict est-il devenu une colonne ? Dans une colonne, not in regarde les numéros de ligne : d’abord .tolist().",
                ),
            ),
            NearMiss(
                lambda: (
                    set(words(spoken(), stop=stop_words(keep=["negation", kept()]))) - set(top_ten(spoken()))
                ),
                Text(
                    "You compare the whole second list: take its first ten words, .head(10), as strict does.",
                    "Vous comparez toute la seconde liste : prenez-en les dix premiers mots, .head(10), comme dans strict.",
                ),
            ),
            NearMiss(
                lambda: newcomers(spoken(), kept()),
                Text(
                    'keep= replaces the default: without "negation" in it, ne and pas go. Name both groups.',
                    "keep= remplace la valeur par défaut : sans « negation », « ne » et « pas » disparaissent. Nommez les deux groupes.",
                ),
            ),
            NearMiss(
                lambda: newcomers(spoken(), "negation"),
                Text(
                    "Only the negation was kept: add the group kept to the list.",
                    "Seule la négation a été gardée : ajoutez le groupe kept à la liste.",
                ),
            ),
            NearMiss(
                lambda: newcomers(page(), "negation", kept()),
                Text(
                    "These newcomers come from the whole page: use text, which holds the answers only.",
                    "Ces mots viennent de toute la page : employez text, qui ne contient que les réponses.",
                ),
            ),
            NearMiss(
                lambda: (
                    newcomers(spoken(), "negation", "pronouns")
                    if kept() != "pronouns"
                    else newcomers(spoken(), "negation", "prepositions")
                ),
                Text(
                    "You kept another group of stop words than the cell names: look at kept.",
                    "Vous avez gardé un autre groupe de mots vides que celui de la cellule : regardez kept.",
                ),
            ),
            NearMiss(
                lambda: set(top_ten(spoken())) | set(top_ten(spoken(), "negation", kept())),
                Text(
                    "These are the words of both rankings together: one of them less the other is asked for.",
                    "Ce sont les mots des deux classements réunis : on demande l’un moins l’autre.",
                ),
            ),
        ],
        core=True,
        points=2,
        objective="O2",
    ),
    Question(
        "03.merged_top",
        "words",
        lambda: top_content(joined(spoken())),
        (
            Text(
                "First a new list of words: each word replaced by its lemma, if it has one in lemma_of.",
                "D’abord une nouvelle liste de mots : chaque mot remplacé par son lemme, s’il en a un dans lemma_of.",
            ),
            Text(
                "`[lemma_of.get(word, word) for word in spoken]`, then frequencies, then hide the stop words, then `head(10).tolist()`.",
                "`[lemma_of.get(word, word) for word in spoken]`, puis frequencies, puis masquez les mots vides, puis `head(10).tolist()`.",
            ),
            Text(
                'With another dictionary: `[{"mois": "an"}.get(w, w) for w in ("mois", "jour")]` gives [\'an\', \'jour\'].',
                'Avec un autre dictionnaire : `[{"mois": "an"}.get(w, w) for w in ("mois", "jour")]` donne [\'an\', \'jour\'].',
            ),
        ),
        near_misses=[
            NearMiss(
                lambda: top_content(words(spoken())),
                Text(
                    "This is the ranking of the forms: replace each word by its lemma before you count.",
                    "C’est le classement des formes : remplacez chaque mot par son lemme avant de compter.",
                ),
            ),
            *[
                NearMiss(
                    way,
                    Text(
                        "You took off every final s: pays became pay. Use lemma_of, which joins two forms only if both occur.",
                        "Vous avez ôté tout s final : « pays » est devenu « pay ». Employez lemma_of, qui ne réunit deux formes que si les deux figurent.",
                    ),
                )
                for way in (
                    lambda: top_content(joined(spoken(), strict=False)),
                    lambda: top_content(without_s(words(spoken()), longer_than=3)),
                    lambda: most_frequent(without_s(words(spoken(), stop=whole_list()))),
                    lambda: most_frequent(without_s(words(spoken(), stop=whole_list()), longer_than=3)),
                    lambda: most_frequent(without_s(words(spoken(), stop=stop_words()))),
                    lambda: most_frequent(without_s(words(spoken()))),
                    lambda: without_s(top_content(words(spoken()))),
                )
            ],
            NearMiss(
                lambda: frequencies(joined(spoken()))["word"].head(10).tolist(),
                Text(
                    "Well joined; now hide the stop words, then take the first ten.",
                    "Les formes sont bien réunies ; masquez maintenant les mots vides, puis prenez les dix premiers.",
                ),
            ),
            NearMiss(
                lambda: top_content([w for w in joined(spoken()) if w in {*joined(spoken())} & lemmas_of()]),
                Text(
                    "Only the words that lemma_of holds are left: lemma_of.get(word, word) keeps every other word as it is.",
                    "Seuls restent les mots que contient lemma_of : lemma_of.get(word, word) garde tous les autres tels quels.",
                ),
            ),
            NearMiss(
                lambda: [w for w in frequencies(joined(spoken()))["word"].head(10) if w not in whole_list()],
                Text(
                    "You took the first ten, then hid the stop words, and few are left: hide first.",
                    "Vous avez pris les dix premiers, puis masqué les mots vides, et il en reste peu : masquez d’abord.",
                ),
            ),
            NearMiss(
                lambda: top_content(joined(page())),
                Text(
                    "You counted the whole page: use spoken, the words of the answers.",
                    "Vous avez compté toute la page : employez spoken, les mots des réponses.",
                ),
            ),
            NearMiss(
                lambda: [w for w in top_content(joined(spoken())) if w not in top_content(words(spoken()))],
                Text(
                    "These are only the words that are new in the ranking: the whole new top ten is asked for.",
                    "Ce ne sont que les mots nouveaux du classement : on demande les dix premiers en entier.",
                ),
            ),
        ],
        points=2,
        objective="O2",
    ),
    Question(
        "03.bars",
        "figure",
        lambda: content(spoken()).head(8),
        (
            Text(
                "First the table without stop words, then the figure: plot_frequencies takes a table.",
                "D’abord le tableau sans mots vides, puis la figure : plot_frequencies reçoit un tableau.",
            ),
            Text(
                "`n=` says how many bars, `per_1000=True` draws rates; full keeps the right total.",
                "`n=` fixe le nombre de barres, `per_1000=True` représente les fréquences relatives ; full garde le bon total.",
            ),
            Text(
                'On another text: `plot_frequencies(frequencies(words("prix, client, prix")), n=1, per_1000=True)` draws one bar.',
                'Sur un autre texte : `plot_frequencies(frequencies(words("prix, client, prix")), n=1, per_1000=True)` trace une barre.',
            ),
        ),
        near_misses=[
            NearMiss(
                lambda: frequencies(words(spoken(), stop=whole_list())).head(8),
                Text(
                    "Right words, rates too large: the total must be all words of the answers. Hide rows of full instead.",
                    "Les mots sont justes, les fréquences relatives trop grandes : le total doit être tous les mots des réponses. Masquez plutôt des lignes de full.",
                ),
            ),
            NearMiss(
                lambda: content(spoken()).head(8).assign(per_1000=content(spoken())["count"].head(8)),
                Text(
                    "Your bars show counts: the question asks for rates per 1,000 words.",
                    "Vos barres montrent des fréquences : on demande des fréquences relatives, pour 1 000 mots.",
                ),
            ),
            NearMiss(
                lambda: frequencies(words(spoken())).head(8).assign(per_1000=lambda table: table["count"]),
                Text(
                    "Two things are left: stop words are still there, and the bars show counts, not rates per 1,000 words.",
                    "Il reste deux choses : des mots vides sont encore là, et les barres montrent des fréquences, non des fréquences relatives pour 1 000 mots.",
                ),
            ),
            NearMiss(
                lambda: frequencies(words(spoken())).head(8),
                Text(
                    "Stop words are still there: hide the rows of full whose word is in stop.",
                    "Il reste des mots vides : masquez les lignes de full dont le mot est dans stop.",
                ),
            ),
            NearMiss(
                lambda: frequencies(words(spoken())).head(15).assign(per_1000=lambda table: table["count"]),
                Text(
                    "Three things are left: hide the stop words, draw eight bars (n=), and rates instead of counts (per_1000=True).",
                    "Il reste trois choses : masquer les mots vides, tracer huit barres (n=), et des fréquences relatives au lieu des fréquences (per_1000=True).",
                ),
            ),
            NearMiss(
                lambda: content(spoken()).head(15).assign(per_1000=lambda table: table["count"]),
                Text(
                    "Right table. Two things are left: eight bars (n=), and rates instead of counts (per_1000=True).",
                    "C’est le bon tableau. Il reste deux choses : huit barres (n=), et des fréquences relatives au lieu des fréquences (per_1000=True).",
                ),
            ),
            NearMiss(
                lambda: content(spoken()).head(15),
                Text(
                    "Fifteen bars are the default: how many does the question want?",
                    "Quinze barres sont la valeur par défaut : combien en demande la question ?",
                ),
            ),
            NearMiss(
                lambda: content(page()).head(8),
                Text(
                    "These are the words of the whole page: headline and questions are among them.",
                    "Ce sont les mots de toute la page : le titre et les questions en font partie.",
                ),
            ),
        ],
        columns=("word", "per_1000"),
        core=True,
        points=2,
        objective="O3",
    ),
    Question(
        "03.cloud",
        "cloud",
        lambda: content(spoken()).head(20),
        (
            Text(
                "Three things to change: whose words, which words, how many.",
                "Trois choses à changer : de qui sont les mots, lesquels, et combien.",
            ),
            Text(
                "The table of question 1 holds the right rows; n= is the largest number of words.",
                "Le tableau de la question 1 contient les bonnes lignes ; n= est le nombre maximal de mots.",
            ),
            Text(
                'On another text: `word_cloud(frequencies(words("prix et client", stop=stop)), n=1)` draws one word.',
                'Sur un autre texte : `word_cloud(frequencies(words("prix et client", stop=stop)), n=1)` dessine un mot.',
            ),
        ),
        near_misses=[
            NearMiss(
                lambda: frequencies(words(page())).head(40),
                Text(
                    "This is the cloud you were given: everybody's words, stop words included.",
                    "C’est le nuage de départ : les paroles de tous, mots vides compris.",
                ),
            ),
            NearMiss(
                lambda: frequencies(words(page())).head(20),
                Text(
                    "Twenty words at most, good; but they are everybody's, and stop words are among them.",
                    "Vingt mots au plus, c’est bien ; mais ce sont ceux de tous, et des mots vides en font partie.",
                ),
            ),
            NearMiss(
                lambda: content(spoken()).head(40),
                Text(
                    "The right words, but forty: at most 20 are asked for, n=20.",
                    "Ce sont les bons mots, mais il y en a quarante : on en demande 20 au plus, n=20.",
                ),
            ),
            NearMiss(
                lambda: frequencies(words(spoken(), stop=whole_list())).head(40),
                Text(
                    "The right words, but forty: at most 20 are asked for, n=20.",
                    "Ce sont les bons mots, mais il y en a quarante : on en demande 20 au plus, n=20.",
                ),
            ),
            NearMiss(
                lambda: frequencies(words(spoken())).head(40),
                Text(
                    "The answers only, good; but the stop words are still there, and there are forty words instead of 20 at most.",
                    "Les réponses seules, c’est bien ; mais les mots vides sont encore là, et il y a quarante mots au lieu de 20 au plus.",
                ),
            ),
            NearMiss(
                lambda: frequencies(words(spoken())).head(20),
                Text(
                    "The answers only, good; but the stop words are still there, and they are the largest.",
                    "Les réponses seules, c’est bien ; mais les mots vides sont encore là, et ce sont les plus grands.",
                ),
            ),
            NearMiss(
                lambda: frequencies(words(spoken(), stop=stop_words())).head(20),
                Text(
                    "stop_words() alone keeps the negation: use stop, the whole list.",
                    "stop_words() sans argument garde la négation : employez stop, la liste entière.",
                ),
            ),
            NearMiss(
                lambda: content(page()).head(20),
                Text(
                    "These are the content words of the whole page: headline and questions make some of them larger.",
                    "Ce sont les mots pleins de toute la page : le titre et les questions en grossissent certains.",
                ),
            ),
        ],
        columns=("word", "count"),
        objective="O3",
    ),
    Question(
        "03.wrong_step",
        "choice",
        lambda: "tokenize",
        (
            Text(
                "Which of these rows are no words? What is missing at their end?",
                "Lesquelles de ces lignes ne sont pas des mots ? Que manque-t-il à leur fin ?",
            ),
            Text(
                "The list holds l', d', qu' with an apostrophe. Ask: \"l\" in stop.",
                "La liste contient l', d', qu' avec une apostrophe. Demandez : \"l\" in stop.",
            ),
            Text(
                "On another sentence: `re.findall(r\"\\w+\", \"c'est\")` gives ['c', 'est'].",
                "Sur une autre phrase : `re.findall(r\"\\w+\", \"c'est\")` donne ['c', 'est'].",
            ),
        ),
        near_misses=[
            NearMiss(
                lambda: "stop_words",
                Text(
                    "le, la, les and de are not in the table, so the list was applied. Why did it miss l and d?",
                    "« le », « la », « les » et « de » ne sont pas dans le tableau : la liste a donc été appliquée. Pourquoi a-t-elle laissé « l » et « d » ?",
                ),
            ),
            NearMiss(
                lambda: "normalize",
                Text(
                    "With two kinds of apostrophe you would see l' and l’. Here there is no apostrophe at all.",
                    "Avec deux sortes d’apostrophes, vous verriez l' et l’. Ici, il n’y a aucune apostrophe.",
                ),
            ),
            NearMiss(
                lambda: "case",
                Text(
                    "There is no capital in the table: this step was done.",
                    "Il n’y a aucune majuscule dans le tableau : cette étape est faite.",
                ),
            ),
        ],
        choices=("tokenize", "normalize", "case", "stop_words"),
        because=Text(
            "The list was applied, for le and de are gone; but it holds l' with its apostrophe, and the text was cut without it.",
            "La liste a été appliquée, puisque « le » et « de » ont disparu ; mais elle contient « l' » avec son apostrophe, et le texte a été coupé sans elle.",
        ),
        objective="O2",
    ),
    Question(
        "03.dp",
        "function",
        dp,
        (
            Text(
                "Two shares for each part: `count / sum(counts)` and `size / sum(sizes)`.",
                "Deux parts par partie : `count / sum(counts)` et `size / sum(sizes)`.",
            ),
            Text(
                "`zip(counts, sizes)` goes through the parts; `abs()` of each difference, sum, half, `round(..., 3)`.",
                "`zip(counts, sizes)` parcourt les parties ; `abs()` de chaque écart, somme, moitié, `round(..., 3)`.",
            ),
            Text(
                "On another word, 1 and 0 occurrences in parts of 20 and 80 words: |1 - 0.2| + |0 - 0.8| = 1.6, so 0.8.",
                "Sur un autre mot, 1 et 0 occurrence dans des parties de 20 et 80 mots : |1 - 0,2| + |0 - 0,8| = 1,6, soit 0,8.",
            ),
        ),
        inputs=[
            ([4, 0], [100, 100]),
            ([3, 1], [300, 100]),
            ([1, 0, 4], [50, 50, 100]),
            ([5, 3, 1, 0], [120, 80, 90, 60]),
            ([2, 1, 0, 3, 0, 1], [70, 30, 45, 110, 60, 25]),
            ([1, 1, 0, 3, 0, 2, 0], [50, 50, 40, 90, 40, 75, 60]),
        ],
        near_misses=[
            NearMiss(
                lambda counts, sizes: round(2 * half_of_gaps(counts, sizes), 3),
                Text(
                    "The sum is not halved: every excess in one part is a lack in another and counts twice.",
                    "La somme n’est pas divisée par deux : ce qu’une partie a en trop manque à une autre, et compte deux fois.",
                ),
            ),
            NearMiss(
                lambda counts, sizes: dp(counts, [1] * len(sizes)),
                Text(
                    "You expect the same share in every part: a longer part is expected to hold more. Use sizes.",
                    "Vous attendez la même part dans chaque partie : d’une partie plus longue, on attend davantage. Employez sizes.",
                ),
            ),
            NearMiss(
                lambda counts, sizes: round(sum(gaps(counts, sizes)) / 2, 3),
                Text(
                    "The result is 0 for every input. Is abs() missing? Then gaps above and below cancel out, and everything seems even. Or does return stand before the sum?",
                    "Le résultat est 0 à chaque essai. Manque-t-il abs() ? Alors les écarts en plus et en moins s’annulent, et tout paraît également réparti. Ou return vient-il avant la somme ?",
                ),
            ),
            NearMiss(
                lambda counts, sizes: 2 * half_of_gaps(counts, sizes),
                Text(
                    "Two steps are left: halve the sum, then round it to three decimals.",
                    "Il reste deux pas : divisez la somme par deux, puis arrondissez à trois décimales.",
                ),
            ),
            NearMiss(
                lambda counts, sizes: round(sum(abs(n - size) for n, size in pairs(counts, sizes)) / 2, 3),
                Text(
                    "You compare counts with numbers of words: take shares first, count / sum(counts) and size / sum(sizes).",
                    "Vous comparez des fréquences à des nombres de mots : prenez d’abord des parts, count / sum(counts) et size / sum(sizes).",
                ),
            ),
            NearMiss(
                lambda counts, sizes: sum(abs(n - size) for n, size in pairs(counts, sizes)),
                Text(
                    "You compare counts with numbers of words: take shares first, count / sum(counts) and size / sum(sizes). Then halve the sum.",
                    "Vous comparez des fréquences à des nombres de mots : prenez d’abord des parts, count / sum(counts) et size / sum(sizes). Divisez ensuite la somme par deux.",
                ),
            ),
            NearMiss(
                lambda counts, sizes: round(sum(abs(n / size) for n, size in pairs(counts, sizes)) / 2, 3),
                Text(
                    "You divide the count by the size of its part: DP takes the difference of two shares, of the word and of the text.",
                    "Vous divisez la fréquence par la taille de la partie : DP prend l’écart entre deux parts, celle du mot et celle du texte.",
                ),
            ),
            NearMiss(
                lambda counts, sizes: round(abs(gaps(counts, sizes)[-1]) / 2, 3),
                Text(
                    "Only the last part is left: add up the gaps of all parts in the loop, and return after it.",
                    "Seule reste la dernière partie : additionnez dans la boucle les écarts de toutes les parties, et renvoyez le résultat après elle.",
                ),
            ),
            NearMiss(
                lambda counts, sizes: round(abs(gaps(counts, sizes)[0]) / 2, 3),
                Text(
                    "Only the first part is looked at: return stands inside the loop. Put it after the loop.",
                    "Seule la première partie est prise : return se trouve dans la boucle. Placez-le après elle.",
                ),
            ),
            NearMiss(
                lambda counts, sizes: round(sum(round(abs(gap), 3) for gap in gaps(counts, sizes)) / 2, 3),
                Text(
                    "You round each part, and the small errors add up: round once, at the end.",
                    "Vous arrondissez chaque partie, et les petites erreurs s’additionnent : arrondissez une seule fois, à la fin.",
                ),
            ),
            NearMiss(
                half_of_gaps,
                Text(
                    "The measure is right: round it to three decimals.",
                    "La mesure est juste : arrondissez-la à trois décimales.",
                ),
            ),
            NearMiss(
                lambda counts, sizes: round(max(map(abs, gaps(counts, sizes))), 3),
                Text(
                    "This is the largest gap: DP adds up all gaps, then halves the sum.",
                    "C’est le plus grand écart : DP additionne tous les écarts, puis divise la somme par deux.",
                ),
            ),
        ],
        points=2,
        objective="O4",
        library_allowed=False,
    ),
    Question(
        "03.claim",
        "choice",
        claim,
        (
            Text(
                "For each claim: which column of a table could show it?",
                "Pour chaque affirmation : quelle colonne d’un tableau pourrait la montrer ?",
            ),
            Text(
                'For "b", join the texts of each turn and ask whether the word is in `words(...)` of each.',
                "Pour « b », réunissez les textes de chaque tour et demandez si le mot est dans `words(...)` de chacun.",
            ),
            Text(
                'With other turns: `["prix" in words(turn) for turn in ("Le prix.", "Oui.")]` gives [True, False].',
                'Avec d’autres tours : `["prix" in words(turn) for turn in ("Le prix.", "Oui.")]` donne [True, False].',
            ),
        ),
        near_misses=[
            NearMiss(
                lambda: "a",
                Text(
                    "Frequent is not important: no column tells what matters to somebody.",
                    "Fréquent ne veut pas dire important : aucune colonne ne dit ce qui importe à quelqu’un.",
                ),
            ),
            NearMiss(
                lambda: "c",
                Text(
                    "Nothing is certain here: look at low and high of both words, and remember that words come in bursts.",
                    "Rien n’est certain ici : regardez low et high des deux mots, et rappelez-vous que les mots viennent par rafales.",
                ),
            ),
            NearMiss(
                lambda: "b",
                Text(
                    "Count the turns: in how many of them does the word stand, and how many are there?",
                    "Comptez les tours de parole : dans combien le mot figure-t-il, et combien y en a-t-il ?",
                ),
            ),
        ],
        choices=("a", "b", "c", "none"),
        because=Text(
            "Only b can be counted, turn by turn. Importance stands in no column, and an interval says what is plausible, never what is certain.",
            "Seul b peut se compter, tour par tour. L’importance n’est dans aucune colonne, et un intervalle dit ce qui est vraisemblable, jamais ce qui est certain.",
        ),
        objective="O1",
    ),
    Question(
        "03.evidence",
        "evidence",
        lambda: content(spoken()).head(10)[["word", "count"]],
        (
            Text(
                'Choose the word in the table above, then read its lines: `concordance(text, "...")`.',
                'Choisissez le mot dans le tableau ci-dessus, puis lisez ses lignes : `concordance(text, "...")`.',
            ),
            Text(
                "The sentence needs three things: the word, its count in figures (not its rate), a quotation copied from a line.",
                "Il faut trois choses : le mot, sa fréquence en chiffres (non sa fréquence relative), une citation copiée d’une ligne.",
            ),
            Text(
                "About another text: The village worries about its school: the word école comes 3 times, as in “l’école du village ferme”.",
                "À propos d’un autre texte : Le village s’inquiète pour son école : le mot école revient 3 fois, par exemple « l’école du village ferme ».",
            ),
        ),
        source=spoken,
        core=True,
        points=2,
        objective="O4",
    ),
    Question(
        "03.steady",
        "words",
        lambda: steady(spread()),
        (
            Text(
                "`dispersion(words, parts)` wants two lists of one length: each word, and the text it stands in.",
                "`dispersion(words, parts)` attend deux listes de même longueur : chaque mot, et le texte où il se trouve.",
            ),
            Text(
                '`sheets.assign(word=...).explode("word")` gives one row a word, with its title beside it; hide stop words at the end.',
                '`sheets.assign(word=...).explode("word")` donne une ligne par mot, son titre à côté ; masquez les mots vides à la fin.',
            ),
            Text(
                'On other data: `dispersion(["a", "b", "a"], [1, 1, 2], minimum=2)["word"].tolist()` gives [\'a\'].',
                'Sur d’autres données : `dispersion(["a", "b", "a"], [1, 1, 2], minimum=2)["word"].tolist()` donne [\'a\'].',
            ),
        ),
        near_misses=[
            NearMiss(
                lambda: steady(spread(clean=str)),
                Text(
                    "A curly apostrophe hides a stop word from the list: normalize each text before words().",
                    "Une apostrophe courbe cache un mot vide à la liste : appliquez normalize à chaque texte avant words().",
                ),
            ),
            NearMiss(
                lambda: (
                    spread().sort_values(["DP", "word"], ascending=[False, True])["word"].head(10).tolist()
                ),
                Text(
                    "These are the most bunched words: 0 means even, so the lowest DP comes first.",
                    "Ce sont les mots les plus concentrés : 0 signifie également réparti, le plus petit DP vient donc en tête.",
                ),
            ),
            NearMiss(
                lambda: steady(spread(hide=False)),
                Text(
                    "Stop words are spread most evenly of all: hide them after measuring.",
                    "Les mots vides sont les mieux répartis de tous : masquez-les après la mesure.",
                ),
            ),
            NearMiss(
                lambda: steady(spread(first=True)),
                Text(
                    "You took the stop words out before measuring: the shares are then shares of the content words. Measure all words, hide the stop words afterwards.",
                    "Vous avez retiré les mots vides avant de mesurer : les parts sont alors celles des seuls mots pleins. Mesurez tous les mots, masquez les mots vides ensuite.",
                ),
            ),
            NearMiss(
                lambda: steady(spread(decimals=9)),
                Text(
                    "You sort by the DP as it comes: rounded to two decimals, some words are level, and then the alphabet decides.",
                    "Vous triez selon DP tel quel : arrondi à deux décimales, il met des mots à égalité, et l’alphabet les départage.",
                ),
            ),
            NearMiss(
                lambda: spread().sort_values("DP", kind="stable")["word"].head(10).tolist(),
                Text(
                    "Of words with the same DP you leave the more frequent one in front: ties go by the alphabet, so sort by two columns.",
                    "À DP égal, vous laissez le mot le plus fréquent devant : les égalités vont par ordre alphabétique ; triez donc selon deux colonnes.",
                ),
            ),
            NearMiss(
                lambda: steady(spread(part="paragraph")),
                Text(
                    "paragraph starts again at 1 in each text: your parts mix all texts. Use title.",
                    "paragraph recommence à 1 dans chaque texte : vos parties mélangent tous les textes. Employez title.",
                ),
            ),
            NearMiss(
                lambda: steady(spread(part="company")),
                Text(
                    "A company may have two texts, and you count them as one: each title is a part.",
                    "Une entreprise peut avoir deux textes, et vous n’en faites qu’une partie : chaque title en est une.",
                ),
            ),
            NearMiss(
                list,
                Text(
                    "Your list is empty: no element comes five times. Were whole texts given? Cut each with words(), so that dispersion gets one word an element.",
                    "Votre liste est vide : aucun élément ne figure cinq fois. A-t-on donné des textes entiers ? Segmentez chacun avec words(), pour que dispersion reçoive un mot par élément.",
                ),
            ),
            NearMiss(
                lambda: spread()["word"].head(10).tolist(),
                Text(
                    "These are the most frequent words: sort by DP, not by count.",
                    "Ce sont les mots les plus fréquents : triez selon DP, et non selon la fréquence.",
                ),
            ),
            NearMiss(
                lambda: spread().sort_values(["count", "word"])["word"].head(10).tolist(),
                Text(
                    "You sort by count, the rarest first: the column that measures the spread is DP.",
                    "Vous triez selon la fréquence, les plus rares d’abord : la colonne qui mesure la répartition est DP.",
                ),
            ),
        ],
        points=2,
        objective="O4",
    ),
]
