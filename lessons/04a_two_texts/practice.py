"""Questions of lesson 04a; every reference is computed from the statements in use."""

from functools import cache
from math import log, log2, log10
from random import Random
from statistics import mean

import pandas as pd

from motamot import keyness, keyness_by_chance, load_statements, normalize, stop_words, two_texts, words
from motamot.checks import NearMiss, Question, Text, pick

PAIRS = [
    ("Cdiscount 2022", "Decathlon 2022"),
    ("Amazon France 2022", "Fnac Darty 2022"),
    ("La Redoute 2022", "Back Market 2022"),
    ("AliExpress 2021", "E.Leclerc 2022"),
]
OTHERS = [
    ("Veepee 2022", "Leroy Merlin 2022"),
    ("Back Market 2022", "Leroy Merlin 2022"),
    ("Auchan 2022", "Veepee 2022"),
    ("Fnac Darty 2022", "Veepee 2022"),
]
NOTICE = [["le", "prix", "baisse"], ["un", "magasin"]]
NEWS = [
    ["le", "prix", "baisse"],
    ["un", "magasin", "ouvre"],
    ["le", "client", "revient"],
    ["le", "groupe", "livre"],
    ["un", "prix", "bas"],
    ["le", "magasin", "change"],
]
REPLIES = [
    ["le", "client", "compare"],
    ["un", "prix", "monte"],
    ["le", "magasin", "ferme"],
    ["un", "client", "attend"],
    ["le", "groupe", "recrute"],
    ["le", "prix", "compte"],
]
MISTAKES = ["raw_counts", "p_as_error", "equal", "important"]
RESAMPLES = 1000
Side = tuple[str, ...]


def texts_of(pair: tuple[str, str], last: bool = False) -> tuple[Side, Side]:
    """Return the paragraphs of a pair of statements; of two others where it is not in use."""
    statements = load_statements()
    names = statements["company"] + " " + statements["year"].astype(str)
    texts = statements["text"].map(normalize)
    first, second = (tuple(texts[names == name]) for name in two_texts(names, pair, last))
    return first, second


def this_pair() -> tuple[Side, Side]:
    """Return the paragraphs of the pair of questions 1 to 8 and 10."""
    return texts_of(pick("04a.pair", PAIRS))


def others() -> Side:
    """Return the paragraphs of all texts but the first of the pair."""
    statements = load_statements()
    names = statements["company"] + " " + statements["year"].astype(str)
    first, _ = two_texts(names, pick("04a.pair", PAIRS))
    return tuple(statements["text"][names != first].map(normalize))


def other_pair() -> tuple[Side, Side]:
    """Return the paragraphs of the pair of the transfer question."""
    return texts_of(pick("04a.other", OTHERS), last=True)


@cache
def table_of(first: Side, second: Side, resamples: int = RESAMPLES, seed: int = 0) -> pd.DataFrame:
    """Return the keyness table of two texts."""
    return keyness(cut(first), cut(second), resamples=resamples, seed=seed)


@cache
def chance_of(
    first: Side, second: Side, column: str = "words_passing", resamples: int = RESAMPLES, seed: int = 0
) -> pd.Series:
    """Return how many words pass in each shuffle of two texts, or the largest G2."""
    return keyness_by_chance(cut(first), cut(second), resamples=resamples, seed=seed)[column]


def one_shuffle() -> int:
    """Return how many words pass in the one shuffle that the exercise shows."""
    first, second = (cut(side) for side in this_pair())
    shuffled = Random(0).sample(first + second, len(first + second))
    return int((keyness(shuffled[: len(first)], shuffled[len(first) :])["p"] < 0.05).sum())


def cut(side: Side, stop: frozenset[str] | None = None) -> list[list[str]]:
    """Return the words of each paragraph."""
    return [words(text, stop=stop) for text in side]


def survivors(target: list[list[str]], reference: list[list[str]], column: str = "p_largest") -> list[str]:
    """Return the words that pass at 0.05 by some column."""
    table = keyness(target, reference, resamples=RESAMPLES)
    return table.loc[table[column] < 0.05, "word"].tolist()


def content(table: pd.DataFrame) -> pd.DataFrame:
    """Return the rows that are neither stop words nor numbers."""
    return table[~table["word"].isin(stop_words(keep=())) & ~table["word"].str.contains(r"\d")]


def against_first() -> pd.DataFrame:
    """Return the keyness table of all others against the first text."""
    return table_of(others(), this_pair()[0])


def more_in_others(column: str = "G2", ascending: bool = False) -> list[str]:
    """Return twelve words that the others use more than the first text, by some column."""
    table = against_first().sort_values(column, ascending=ascending, kind="stable")
    return table.loc[table["log_ratio"] > 0, "word"].head(12).tolist()


def more_among_twelve() -> list[str]:
    """Return what is left of the first twelve rows where the others use the word more."""
    return against_first().head(12).query("log_ratio > 0")["word"].tolist()


def bars(table: pd.DataFrame) -> pd.DataFrame:
    """Return what the six first pairs of bars show."""
    return table.head(6)[["word", "target_per_1000", "reference_per_1000"]]


def words_taken_out() -> pd.DataFrame:
    """Return the keyness table of a pair whose stop words were taken out before counting."""
    first, second = (cut(side, stop_words(keep=())) for side in this_pair())
    return content(keyness(first, second))


def claim() -> str:
    """Return the claim that the table of the pair supports."""
    return "d" if table_of(*this_pair())["p_largest"].iloc[0] > 0.5 else "none"


def to_quote() -> pd.DataFrame:
    """Return the content words of the first text with their counts."""
    table = content(table_of(*this_pair()))
    return table.loc[table["target"] > 0, ["word", "target"]].rename(columns={"target": "count"})


def per_1000(word: str, paragraphs: list[list[str]]) -> float:
    """Return the rate of a word over all paragraphs."""
    return 1000 * sum(part.count(word) for part in paragraphs) / sum(map(len, paragraphs))


def in_letters(word: str, paragraphs: list[list[str]]) -> int:
    """Return how often a word's letters stand in the joined text, in other words as well."""
    return " ".join(" ".join(part) for part in paragraphs).count(word)


def cells(a: int, n_a: int, b: int, n_b: int, share: float | None = None) -> list[tuple[float, float]]:
    """Return observed and expected counts of the four cells."""
    rate = (a + b) / (n_a + n_b) if share is None else share
    expected = [n_a * rate, n_a * (1 - rate), n_b * rate, n_b * (1 - rate)]
    return list(zip([a, n_a - a, b, n_b - b], expected, strict=True))


def added(pairs: list[tuple[float, float]], logarithm=log) -> float:
    """Return the sum of observed times the log of observed by expected; 0 adds 0."""
    return sum(o * logarithm(o / e) for o, e in pairs if o > 0)


def g2(a: int, n_a: int, b: int, n_b: int) -> float:
    """Return G2 over four cells."""
    return 2 * added(cells(a, n_a, b, n_b))


QUESTIONS = [
    Question(
        "04a.per_1000",
        "function",
        per_1000,
        (
            Text(
                "Two numbers first: how often the word stands in all paragraphs, and how many words they have together.",
                "D’abord deux nombres : combien de fois le mot figure dans tous les paragraphes, et combien de mots ils ont ensemble.",
            ),
            Text(
                "sum(len(paragraph) for paragraph in paragraphs) adds up lengths; a list counts with paragraph.count(word).",
                "sum(len(paragraph) for paragraph in paragraphs) additionne les longueurs ; une liste compte avec paragraph.count(word).",
            ),
            Text(
                'On other lists: 1000 * sum(part.count("a") for part in [["a", "b"], ["a", "c", "d"]]) / 5 gives 400.0.',
                'Sur d’autres listes : 1000 * sum(part.count("a") for part in [["a", "b"], ["a", "c", "d"]]) / 5 donne 400.0.',
            ),
        ),
        inputs=[
            ("prix", NOTICE),
            ("livraison", NOTICE),
            ("le", [["le", "groupe", "livre", "le"], ["le", "prix"], ["demain"]]),
            ("le", [["les", "clients", "voient", "le", "seuil"], ["elle", "livre"]]),
            ("prix", [["le", "prix"], ["rien"], ["un", "prix", "bas"], ["demain", "soir"], ["prix", "prix"]]),
        ],
        near_misses=[
            NearMiss(
                lambda word, paragraphs: sum(part.count(word) for part in paragraphs),
                Text(
                    "This is the count: divide by the number of words, and state it for 1,000.",
                    "C’est la fréquence : divisez par le nombre de mots, et rapportez-la à 1 000.",
                ),
            ),
            NearMiss(
                lambda word, paragraphs: per_1000(word, paragraphs) / 10,
                Text(
                    "This is a percentage: the rate is stated for 1,000 words.",
                    "C’est un pourcentage : la fréquence relative se donne pour 1 000 mots.",
                ),
            ),
            NearMiss(
                lambda word, paragraphs: per_1000(word, paragraphs) / 1000,
                Text(
                    "This is a share of all words: multiply by 1,000.",
                    "C’est une part de tous les mots : multipliez par 1 000.",
                ),
            ),
            NearMiss(
                lambda word, paragraphs: round(per_1000(word, paragraphs), 1),
                Text(
                    "You round: leave the number as it comes.",
                    "Vous arrondissez : laissez le nombre tel quel.",
                ),
            ),
            NearMiss(
                lambda word, paragraphs: mean(1000 * part.count(word) / len(part) for part in paragraphs),
                Text(
                    "You take the mean of the paragraphs' rates: a short one weighs too much. Add up first, divide once.",
                    "Vous prenez la moyenne des paragraphes : un bref y pèse trop. Additionnez d’abord, divisez une seule fois.",
                ),
            ),
            NearMiss(
                lambda word, paragraphs: (
                    1000 * sum(part.count(word) for part in paragraphs) / len(paragraphs)
                ),
                Text(
                    "You divide by the number of paragraphs: divide by the number of their words.",
                    "Vous divisez par le nombre de paragraphes : divisez par le nombre de leurs mots.",
                ),
            ),
            NearMiss(
                lambda word, paragraphs: (
                    1000 * sum(word in part for part in paragraphs) / sum(map(len, paragraphs))
                ),
                Text(
                    "You count paragraphs that have the word: count the word each time it occurs.",
                    "Vous comptez les paragraphes qui ont le mot : comptez-le chaque fois qu’il se trouve.",
                ),
            ),
            NearMiss(
                lambda word, paragraphs: sum(1000 * part.count(word) / len(part) for part in paragraphs),
                Text(
                    "You add up the paragraphs' rates: add up counts and lengths first, divide once.",
                    "Vous additionnez les fréquences relatives des paragraphes : additionnez d’abord fréquences et longueurs, divisez une seule fois.",
                ),
            ),
            NearMiss(
                lambda word, paragraphs: per_1000(word, cut(this_pair()[0])),
                Text(
                    "Your function counts in first, whatever it is given: count in paragraphs, the name between its brackets.",
                    "Votre fonction compte dans first, quoi qu’on lui donne : comptez dans paragraphs, le nom entre ses parenthèses.",
                ),
            ),
            NearMiss(
                lambda word, paragraphs: 1000 * in_letters(word, paragraphs) / sum(map(len, paragraphs)),
                Text(
                    "You count letters in a joined text: le is found in les and in elle, too. A list counts whole words.",
                    "Vous comptez des lettres dans un texte recollé : le se trouve aussi dans les et dans elle. Une liste compte des mots entiers.",
                ),
            ),
            NearMiss(
                lambda word, paragraphs: 1000 * paragraphs.count(word) / len(paragraphs),
                Text(
                    "paragraphs is a list of lists: paragraphs.count(word) looks for a paragraph that is the word. Count inside each one.",
                    "paragraphs est une liste de listes : paragraphs.count(word) cherche un paragraphe qui serait le mot. Comptez à l’intérieur de chacun.",
                ),
            ),
        ],
        core=True,
        objective="O1",
    ),
    Question(
        "04a.g2",
        "function",
        g2,
        (
            Text(
                "Take the cell of the lesson apart: the share, four observed counts, four expected ones, one sum.",
                "Reprenez la cellule de la leçon pièce par pièce : la part commune, quatre fréquences observées, quatre attendues, une somme.",
            ),
            Text(
                "log(0) does not exist. A condition at the end of the sum leaves such cells out: ... for o, e in ... if o > 0.",
                "log(0) n’existe pas. Une condition à la fin de la somme écarte ces cases : ... for o, e in ... if o > 0.",
            ),
            Text(
                "One cell on other numbers: 3 observed, 1 expected: 2 * 3 * log(3 / 1) is about 6.59. G2 adds four of them.",
                "Une case sur d’autres nombres : 3 observées, 1 attendue : 2 * 3 * log(3 / 1) vaut environ 6,59. Le G2 en additionne quatre.",
            ),
        ),
        inputs=[
            (12, 600, 2, 400),
            (6, 520, 0, 530),
            (0, 480, 5, 700),
            (5, 500, 10, 1000),
            (1, 300, 7, 450),
        ],
        near_misses=[
            NearMiss(
                lambda a, n_a, b, n_b: 2 * added(cells(a, n_a, b, n_b)[::2]),
                Text(
                    "You add two cells: all the other words of both texts make two more.",
                    "Vous additionnez deux cases : tous les autres mots des deux textes en font deux de plus.",
                ),
            ),
            NearMiss(
                lambda a, n_a, b, n_b: g2(a, n_a, b, n_b) / 2,
                Text(
                    "The sum is right; the factor 2 is missing.",
                    "La somme est juste ; il manque le facteur 2.",
                ),
            ),
            NearMiss(
                lambda a, n_a, b, n_b: 2 * added(cells(a, n_a, b, n_b), log2),
                Text(
                    "You use the binary logarithm, that of the log ratio: G2 wants log.",
                    "Vous employez le logarithme binaire, celui du log-rapport : le G2 demande log.",
                ),
            ),
            NearMiss(
                lambda a, n_a, b, n_b: (
                    2 * added([(a, (a + b) / 2), (n_a - a, n_a - (a + b) / 2)])
                    + 2 * added([(b, (a + b) / 2), (n_b - b, n_b - (a + b) / 2)])
                ),
                Text(
                    "You expect half of the occurrences on each side: a longer text is to expect more of them.",
                    "Vous attendez la moitié des occurrences de chaque côté : un texte plus long doit en attendre davantage.",
                ),
            ),
            NearMiss(
                lambda a, n_a, b, n_b: (
                    2 * added(cells(a, n_a, b, n_b, share=b / n_b)) if b else 2 * added(cells(a, n_a, b, n_b))
                ),
                Text(
                    "You expect the rate of the second text in both: take the rate of both texts together.",
                    "Vous attendez partout la fréquence relative du second texte : prenez celle des deux réunis.",
                ),
            ),
            NearMiss(
                lambda a, n_a, b, n_b: round(g2(a, n_a, b, n_b), 2),
                Text(
                    "You round: leave the number as it comes.",
                    "Vous arrondissez : laissez le nombre tel quel.",
                ),
            ),
            NearMiss(
                lambda a, n_a, b, n_b: sum((o - e) ** 2 / e for o, e in cells(a, n_a, b, n_b)),
                Text(
                    "This is chi squared, (o - e)² / e in each cell: G2 adds up o times log(o / e).",
                    "C’est le khi-deux, (o - e)² / e dans chaque case : le G2 additionne o fois log(o / e).",
                ),
            ),
            NearMiss(
                lambda a, n_a, b, n_b: 2 * sum(e * log(e / o) for o, e in cells(a, n_a, b, n_b) if o),
                Text(
                    "Observed and expected have changed places: o * log(o / e).",
                    "L’observé et l’attendu ont échangé leurs places : o * log(o / e).",
                ),
            ),
            NearMiss(
                lambda a, n_a, b, n_b: 1000 * a / n_a - 1000 * b / n_b,
                Text(
                    "This is the difference of the two rates: G2 compares each count with the one expected.",
                    "C’est la différence des deux fréquences relatives : le G2 compare chaque fréquence à celle que l’on attend.",
                ),
            ),
            NearMiss(
                lambda a, n_a, b, n_b: log2((a or 0.5) / n_a) - log2((b or 0.5) / n_b),
                Text(
                    "This is the log ratio, how much; G2 says how sure.",
                    "C’est le log-rapport, l’ampleur ; le G2 dit le degré de certitude.",
                ),
            ),
            NearMiss(
                lambda a, n_a, b, n_b: g2(a, n_a, b, n_b) if a and b else 0,
                Text(
                    "You return 0 for a word that one text lacks: only its empty cell adds 0, the three others count.",
                    "Vous renvoyez 0 pour un mot absent de l’un des textes : seule sa case vide ajoute 0, les trois autres comptent.",
                ),
            ),
            NearMiss(
                lambda a, n_a, b, n_b: -g2(a, n_a, b, n_b),
                Text(
                    "Your sum is negative: the logarithm is that of observed by expected, o / e.",
                    "Votre somme est négative : le logarithme est celui de l’observé divisé par l’attendu, o / e.",
                ),
            ),
            NearMiss(
                lambda a, n_a, b, n_b: (
                    2
                    * added(
                        [
                            (a, n_a * (a + b) / (n_a + n_b)),
                            (n_a, n_a * (1 - (a + b) / (n_a + n_b))),
                            (b, n_b * (a + b) / (n_a + n_b)),
                            (n_b, n_b * (1 - (a + b) / (n_a + n_b))),
                        ]
                    )
                ),
                Text(
                    "For the other words you take the whole length: observed are n_a - a and n_b - b.",
                    "Pour les autres mots, vous prenez la longueur entière : l’observé est n_a - a et n_b - b.",
                ),
            ),
            NearMiss(
                lambda a, n_a, b, n_b: -2 * added(cells(a, n_a, b, n_b)[::2]),
                Text(
                    "You add two cells, and divide e by o: the other words make two more cells, and it is o / e.",
                    "Vous additionnez deux cases, et divisez e par o : les autres mots font deux cases de plus, et c’est o / e.",
                ),
            ),
            NearMiss(
                lambda a, n_a, b, n_b: added(cells(a, n_a, b, n_b)[::2]),
                Text(
                    "You add two cells, without the factor 2: all the other words of both texts make two more.",
                    "Vous additionnez deux cases, sans le facteur 2 : tous les autres mots des deux textes en font deux de plus.",
                ),
            ),
            NearMiss(
                lambda a, n_a, b, n_b: 2 * added(cells(a, n_a, b, n_b)[:1]),
                Text(
                    "Only the first cell is counted: does return stand inside the loop? It ends the function there and then.",
                    "Seule la première case est comptée : return se trouve-t-il dans la boucle ? Il met aussitôt fin à la fonction.",
                ),
            ),
            NearMiss(
                lambda a, n_a, b, n_b: added(cells(a, n_a, b, n_b)[:1]),
                Text(
                    "Only the first cell is counted, without the factor 2: does return stand inside the loop, which it ends at once?",
                    "Seule la première case est comptée, sans le facteur 2 : return se trouve-t-il dans la boucle, à laquelle il met aussitôt fin ?",
                ),
            ),
            NearMiss(
                lambda a, n_a, b, n_b: 2 * added(cells(a, n_a, b, n_b), log10),
                Text(
                    "You use the logarithm to base 10: G2 wants log, the natural one.",
                    "Vous employez le logarithme décimal : le G2 demande log, le logarithme naturel.",
                ),
            ),
            NearMiss(
                lambda a, n_a, b, n_b: 2 * added(cells(a, n_a, b, n_b, share=(a / n_a + b / n_b) / 2)),
                Text(
                    "You take the mean of the two shares: the share of both texts together is (a + b) / (n_a + n_b).",
                    "Vous prenez la moyenne des deux parts : celle des deux textes réunis est (a + b) / (n_a + n_b).",
                ),
            ),
            NearMiss(
                lambda a, n_a, b, n_b: 2 * sum(o * log((o + 0.5) / e) for o, e in cells(a, n_a, b, n_b)),
                Text(
                    "One half inside the logarithm changes every cell: in G2 a cell with 0 observed adds 0, the others stay as they are.",
                    "Une demi-occurrence dans le logarithme change toutes les cases : dans le G2, une case observée à 0 ajoute 0, les autres restent telles quelles.",
                ),
            ),
            NearMiss(
                lambda a, n_a, b, n_b: g2(a + 0.5, n_a, b + 0.5, n_b),
                Text(
                    "One half is added for the log ratio only: in G2 a cell with 0 observed adds 0.",
                    "On n’ajoute une demi-occurrence que pour le log-rapport : dans le G2, une case observée à 0 ajoute 0.",
                ),
            ),
            NearMiss(
                lambda a, n_a, b, n_b: g2(a or 0.5, n_a, b or 0.5, n_b),
                Text(
                    "One half in place of 0 is for the log ratio only: in G2 a cell with 0 observed adds 0.",
                    "Une demi-occurrence à la place de 0 ne vaut que pour le log-rapport : dans le G2, une case observée à 0 ajoute 0.",
                ),
            ),
        ],
        points=2,
        core=True,
        objective="O2",
        library_allowed=False,
    ),
    Question(
        "04a.top_words",
        "words",
        more_in_others,
        (
            Text(
                "Which column tells which side uses the word more?",
                "Quelle colonne dit de quel côté le mot est plus employé ?",
            ),
            Text(
                'table[table["log_ratio"] > 0] keeps rows and their order; head(12) and tolist() come after.',
                'table[table["log_ratio"] > 0] garde des lignes et leur ordre ; head(12) et tolist() viennent après.',
            ),
            Text(
                'On another table: t = keyness([["a", "a", "b"]], [["b", "c", "c"]]); t.loc[t["log_ratio"] < 0, "word"].tolist() gives [\'c\'].',
                'Sur un autre tableau : t = keyness([["a", "a", "b"]], [["b", "c", "c"]]); t.loc[t["log_ratio"] < 0, "word"].tolist() donne [\'c\'].',
            ),
        ),
        near_misses=[
            NearMiss(
                lambda: against_first()["word"].head(12).tolist(),
                Text(
                    "These are not words that the others use more, or not all of them: the sign of log_ratio tells whose they are.",
                    "Ces mots ne sont pas, ou pas tous, de ceux que les autres emploient davantage : le signe de log_ratio dit de quel côté ils sont.",
                ),
            ),
            NearMiss(
                lambda: against_first().query("target > reference")["word"].head(12).tolist(),
                Text(
                    "You compare counts: the others have many times the room, and win nearly all. Compare rates, or look at the sign of log_ratio.",
                    "Vous comparez des fréquences : les autres ont bien plus de place et l’emportent presque partout. Comparez des fréquences relatives, ou voyez le signe de log_ratio.",
                ),
            ),
            NearMiss(
                lambda: against_first().query("target > 0")["word"].head(12).tolist(),
                Text(
                    "You keep the words that the others have at all: the question asks for those they use more, by rate.",
                    "Vous gardez les mots que les autres ont, peu ou prou : la question porte sur ceux qu’ils emploient davantage, relativement.",
                ),
            ),
            NearMiss(
                more_among_twelve,
                Text(
                    "You take twelve rows and then keep some of them: keep the rows of one side first, then take twelve.",
                    "Vous prenez douze lignes, puis en gardez certaines : gardez d’abord celles d’un côté, puis prenez-en douze.",
                ),
            ),
            NearMiss(
                lambda: more_in_others("log_ratio"),
                Text(
                    "You sort by the log ratio, how much: the question asks for G2, how sure.",
                    "Vous triez par log-rapport, l’ampleur : la question porte sur le G2, la certitude.",
                ),
            ),
            NearMiss(
                lambda: (
                    against_first()
                    .query("log_ratio > 0")
                    .sort_values("log_ratio", ascending=False)["word"]
                    .head(12)
                    .tolist()
                ),
                Text(
                    "You sort by log_ratio, how much: the rows stand in the order of G2 already, how sure.",
                    "Vous triez par log_ratio, l’ampleur : les lignes sont déjà dans l’ordre du G2, la certitude.",
                ),
            ),
            NearMiss(
                lambda: more_in_others("log_ratio", ascending=True),
                Text(
                    "You sort by the log ratio, the smallest first: keep the order of the table, that of G2.",
                    "Vous triez par log-rapport, le plus petit en tête : gardez l’ordre du tableau, celui du G2.",
                ),
            ),
            NearMiss(
                lambda: against_first().sort_values("log_ratio")["word"].head(12).tolist(),
                Text(
                    "Sorted by log_ratio, the words of the first text come first: keep the order of G2, and the rows above 0.",
                    "Triés par log_ratio, les mots du premier texte viennent en tête : gardez l’ordre du G2, et les lignes au-dessus de 0.",
                ),
            ),
            NearMiss(
                lambda: against_first().query("log_ratio < 0")["word"].head(12).tolist(),
                Text(
                    "These are the words that the first text uses more: above 0 it is the target, the others.",
                    "Ce sont les mots que le premier texte emploie davantage : au-dessus de 0, c’est target, les autres.",
                ),
            ),
            NearMiss(
                lambda: (
                    against_first()
                    .sort_values("target", ascending=False, kind="stable")["word"]
                    .head(12)
                    .tolist()
                ),
                Text(
                    "These are the most frequent words of the others: a comparison needs both sides.",
                    "Ce sont les mots les plus fréquents des autres : une comparaison demande les deux côtés.",
                ),
            ),
            NearMiss(
                lambda: content(against_first()).query("log_ratio > 0")["word"].head(12).tolist(),
                Text(
                    "You hid stop words and numbers as well: here every word of the table counts.",
                    "Vous avez aussi masqué les mots vides et les nombres : ici, chaque mot du tableau compte.",
                ),
            ),
            NearMiss(
                lambda: table_of(*this_pair()).query("log_ratio > 0")["word"].head(12).tolist(),
                Text(
                    "Your table compares the two texts of the pair: here all the others stand against the first.",
                    "Votre tableau compare les deux textes de la paire : ici, tous les autres font face au premier.",
                ),
            ),
        ],
        objective="O2",
    ),
    Question(
        "04a.bars",
        "figure",
        lambda: bars(content(table_of(*this_pair()))),
        (
            Text(
                "plot_comparison takes rows of a keyness table as they stand.",
                "plot_comparison prend les lignes d’un tableau de keyness telles quelles.",
            ),
            Text(
                "content.head(6) for the rows, texts=pair for the names, note=statement_note() for the note.",
                "content.head(6) pour les lignes, texts=pair pour les noms, note=statement_note() pour la mention.",
            ),
            Text(
                'On other data: plot_comparison(keyness([["a", "b"]], [["b", "c"]]).head(1), texts=["X", "Y"]) draws one pair.',
                'Sur d’autres données : plot_comparison(keyness([["a", "b"]], [["b", "c"]]).head(1), texts=["X", "Y"]) dessine une paire.',
            ),
        ),
        near_misses=[
            NearMiss(
                lambda: bars(table_of(*this_pair())),
                Text(
                    "Stop words and numbers are still in: draw rows of content.",
                    "Il reste des mots vides et des nombres : représentez des lignes de content.",
                ),
            ),
            NearMiss(
                lambda: bars(words_taken_out()),
                Text(
                    "You took the stop words out before counting: the totals shrank and the rates grew. Count all words, hide afterwards.",
                    "Vous avez retiré les mots vides avant de compter : les totaux ont diminué, les fréquences relatives augmenté. Comptez tous les mots, masquez ensuite.",
                ),
            ),
            NearMiss(
                lambda: bars(content(table_of(*this_pair())).head(5)),
                Text(
                    "These are five rows (head() alone gives five): the question asks for six.",
                    "Ce sont cinq lignes (head() seul en donne cinq) : la question en demande six.",
                ),
            ),
            NearMiss(
                lambda: (
                    content(table_of(*this_pair()))
                    .head(6)[["word", "reference_per_1000", "target_per_1000"]]
                    .set_axis(["word", "target_per_1000", "reference_per_1000"], axis=1)
                ),
                Text(
                    "The two texts have changed places: keyness(first, second), first as target.",
                    "Les deux textes ont échangé leurs places : keyness(first, second), first étant target.",
                ),
            ),
            NearMiss(
                lambda: bars(content(table_of(*this_pair())).sort_values("word")),
                Text(
                    "These are the first words of the alphabet: content is in the order of G2 as it stands.",
                    "Ce sont les premiers mots de l’alphabet : content est dans l’ordre du G2 tel quel.",
                ),
            ),
            NearMiss(
                lambda: bars(
                    content(table_of(*this_pair())).assign(
                        target_per_1000=lambda table: table["target"],
                        reference_per_1000=lambda table: table["reference"],
                    )
                ),
                Text(
                    "Your bars are counts: two texts of unequal length are compared by their rates.",
                    "Vos barres sont des fréquences : deux textes de longueurs inégales se comparent par leurs fréquences relatives.",
                ),
            ),
        ],
        columns=("word", "target_per_1000", "reference_per_1000"),
        because=Text(
            "The bars fit. Names and note the machine does not read: does each name stand for its own bars, and is the note there?",
            "Les barres conviennent. La machine ne lit ni les noms ni la mention : chaque nom désigne-t-il bien ses barres, et la mention y est-elle ?",
        ),
        points=2,
        objective="O1",
    ),
    Question(
        "04a.by_chance",
        "number",
        lambda: float(chance_of(*this_pair()).mean()),
        (
            Text(
                "keyness_by_chance(...) returns one row a shuffle: look at its columns.",
                "keyness_by_chance(...) renvoie une ligne par mélange : regardez ses colonnes.",
            ),
            Text(
                'Take the column "words_passing"; a column has a method mean().',
                'Prenez la colonne "words_passing" ; une colonne a une méthode mean().',
            ),
            Text(
                "On other numbers: pd.Series([2, 9, 4]).mean() gives 5.0.",
                "Sur d’autres nombres : pd.Series([2, 9, 4]).mean() donne 5.0.",
            ),
        ),
        near_misses=[
            NearMiss(
                lambda: int((table_of(*this_pair())["p"] < 0.05).sum()),
                Text(
                    "So many words pass for the real texts, or by luck in one shuffle: the question is what a thousand shuffles give on average.",
                    "C’est le nombre des vrais textes, ou par hasard celui d’un seul mélange : la question porte sur la moyenne de mille mélanges.",
                ),
            ),
            NearMiss(
                one_shuffle,
                Text(
                    "This is the one shuffle of the cell: keyness_by_chance makes a thousand, then take their mean.",
                    "C’est l’unique mélange de la cellule : keyness_by_chance en fait mille, prenez-en la moyenne.",
                ),
            ),
            NearMiss(
                lambda: round(float(chance_of(*this_pair()).mean())),
                Text(
                    "A whole number: is it the mean, rounded, or the middle shuffle, the median? The mean is asked for, as it comes.",
                    "Un nombre entier : est-ce la moyenne, arrondie, ou le mélange du milieu, la médiane ? On demande la moyenne, telle quelle.",
                ),
            ),
            NearMiss(
                lambda: float(chance_of(*this_pair()).median()),
                Text(
                    "This is the middle shuffle, the median: the question asks for the mean.",
                    "C’est le mélange du milieu, la médiane : la question porte sur la moyenne.",
                ),
            ),
            NearMiss(
                lambda: round(float(chance_of(*this_pair()).mean()), 1),
                Text(
                    "You round: leave the number as it comes.",
                    "Vous arrondissez : laissez le nombre tel quel.",
                ),
            ),
            NearMiss(
                lambda: 0.05 * len(table_of(*this_pair())),
                Text(
                    "Five percent of all words is a rule of thumb: ask the shuffles themselves.",
                    "Cinq pour cent de tous les mots, c’est une règle approximative : interrogez les mélanges eux-mêmes.",
                ),
            ),
            NearMiss(
                lambda: float(chance_of(*this_pair(), "largest_G2").mean()),
                Text(
                    "This is the mean of the largest G2: the question is how many words pass.",
                    "C’est la moyenne du plus grand G2 : la question porte sur le nombre de mots qui passent.",
                ),
            ),
            NearMiss(
                lambda: int(chance_of(*this_pair()).max()),
                Text(
                    "This is the most that any shuffle gave: take the mean of all.",
                    "C’est le plus qu’un mélange ait donné : prenez la moyenne de tous.",
                ),
            ),
            NearMiss(
                lambda: int(chance_of(*this_pair()).sum()),
                Text(
                    "You add up all shuffles: take their mean.",
                    "Vous additionnez tous les mélanges : prenez-en la moyenne.",
                ),
            ),
            NearMiss(
                lambda: len(chance_of(*this_pair())),
                Text(
                    "This is the number of shuffles, not of the words that pass in them.",
                    "C’est le nombre de mélanges, et non celui des mots qui y passent.",
                ),
            ),
            NearMiss(
                lambda: float(chance_of(*this_pair(), seed=1).mean()),
                Text(
                    "Your shuffles began with seed=1, as in the lesson: seed=0 is asked for, so that everyone has the same ones.",
                    "Vos mélanges partent de seed=1, comme dans la leçon : on demande seed=0, pour que tout le monde ait les mêmes.",
                ),
            ),
            NearMiss(
                lambda: float(chance_of(*this_pair(), resamples=100).mean()),
                Text(
                    "These are a hundred shuffles: resamples=1000 is asked for.",
                    "Ce sont cent mélanges : on demande resamples=1000.",
                ),
            ),
            NearMiss(
                lambda: float(chance_of(*this_pair(), resamples=100, seed=1).mean()),
                Text(
                    "These are a hundred shuffles from seed=1: resamples=1000 and seed=0 are asked for.",
                    "Ce sont cent mélanges à partir de seed=1 : on demande resamples=1000 et seed=0.",
                ),
            ),
            NearMiss(
                lambda: round(0.05 * len(table_of(*this_pair()))),
                Text(
                    "Five percent of all words, rounded, is a rule of thumb: ask the shuffles themselves.",
                    "Cinq pour cent de tous les mots, arrondis, c’est une règle approximative : interrogez les mélanges eux-mêmes.",
                ),
            ),
        ],
        objective="O3",
    ),
    Question(
        "04a.survivors",
        "function",
        survivors,
        (
            Text(
                "keyness has a column p_largest once it is told how many shuffles to make.",
                "keyness a une colonne p_largest dès qu’on lui dit combien de mélanges faire.",
            ),
            Text(
                'In the function: table = keyness(target, reference, resamples=1000, seed=0), then return table.loc[... < 0.05, "word"].tolist(). An empty list can be right.',
                'Dans la fonction : table = keyness(target, reference, resamples=1000, seed=0), puis return table.loc[... < 0.05, "word"].tolist(). Une liste vide peut être juste.',
            ),
            Text(
                'On another table: t = pd.DataFrame({"word": ["a", "b"], "x": [0.2, 0.6]}); t.loc[t["x"] < 0.5, "word"].tolist() gives [\'a\'].',
                'Sur un autre tableau : t = pd.DataFrame({"word": ["a", "b"], "x": [0.2, 0.6]}); t.loc[t["x"] < 0.5, "word"].tolist() donne [\'a\'].',
            ),
        ),
        inputs=[
            ([[*part, "soldes"] for part in NEWS], REPLIES),
            ([NEWS[0] + ["soldes"] * 9, *NEWS[1:]], REPLIES),
            ([[*part, "stock"] for part in NEWS], [[*part, "soldes"] for part in REPLIES]),
            ([*([*part, "soldes"] for part in NEWS[:5]), NEWS[5]], REPLIES),
            ([part + ["soldes"] * 2 for part in NEWS], [REPLIES[0] + ["soldes"] * 2, *REPLIES[1:]]),
            (
                [part + ["nous", "soldes"] * 2 for part in NEWS],
                [part + ["stock", "vous"] * 2 for part in REPLIES],
            ),
        ],
        near_misses=[
            NearMiss(
                lambda target, reference: survivors(target, reference, "p"),
                Text(
                    "You filter by p, which was meant for one word chosen beforehand and takes a burst for many signs: filter by p_largest.",
                    "Vous filtrez par p, qui valait pour un seul mot choisi d’avance et prend une rafale pour autant de preuves : filtrez par p_largest.",
                ),
            ),
            NearMiss(
                lambda target, reference: survivors(target, reference, "p_adjusted"),
                Text(
                    "p_adjusted allows for the number of words, not for bursts: filter by p_largest.",
                    "p_adjusted tient compte du nombre de mots, non des rafales : filtrez par p_largest.",
                ),
            ),
            NearMiss(
                lambda target, reference: keyness(target, reference)["word"].head(1).tolist(),
                Text(
                    "You always give the leading word: is its p_largest below 0.05 each time?",
                    "Vous donnez toujours le mot de tête : son p_largest est-il chaque fois inférieur à 0,05 ?",
                ),
            ),
            NearMiss(
                lambda target, reference: keyness(target, reference, resamples=RESAMPLES).query(
                    "p_largest < 0.05"
                ),
                Text(
                    "The right rows, but a whole table: return a list of their words, with the column word and .tolist().",
                    "Les bonnes lignes, mais un tableau entier : renvoyez la liste de leurs mots, avec la colonne word et .tolist().",
                ),
            ),
            NearMiss(
                lambda target, reference: sorted(survivors(target, reference)),
                Text(
                    "The right words, in the order of the alphabet: leave them in that of the table, without sorted(...).",
                    "Les bons mots, dans l’ordre alphabétique : laissez-les dans celui du tableau, sans sorted(...).",
                ),
            ),
            NearMiss(
                lambda target, reference: survivors(target, reference)[:1],
                Text(
                    "You keep one word at most: of several that pass, all belong into the list.",
                    "Vous gardez un mot au plus : s’il y en a plusieurs qui passent, tous entrent dans la liste.",
                ),
            ),
            NearMiss(
                lambda target, reference: [
                    word for word in survivors(target, reference) if word not in stop_words(keep=())
                ],
                Text(
                    "You leave the stop words out: the question asks for every word that passes, nous and vous included.",
                    "Vous écartez les mots vides : on demande tous les mots qui passent, nous et vous compris.",
                ),
            ),
            NearMiss(
                lambda target, reference: [],
                Text(
                    "Always empty is as wrong as never empty: in one of the pairs a word stands in every paragraph of one side only. Does your function use target and reference, or first and second of the notebook?",
                    "Toujours vide est aussi faux que jamais vide : dans l’une des paires, un mot figure dans chaque paragraphe d’un seul côté. Votre fonction emploie-t-elle target et reference, ou first et second du notebook ?",
                ),
            ),
            NearMiss(
                lambda target, reference: (
                    keyness(target, reference, resamples=RESAMPLES)
                    .query("p_largest < 0.05 and log_ratio > 0")["word"]
                    .tolist()
                ),
                Text(
                    "You keep only words that the target uses more: a word of the other side sets the two apart as well.",
                    "Vous ne gardez que les mots que target emploie davantage : un mot de l’autre côté distingue tout autant.",
                ),
            ),
            NearMiss(
                lambda target, reference: (
                    keyness(target, reference, resamples=RESAMPLES)
                    .query("p_largest >= 0.05")["word"]
                    .tolist()
                ),
                Text(
                    "These are the words that do not pass: a small share of shuffles, below 0.05, is what passes.",
                    "Ce sont les mots qui ne passent pas : passe ce que peu de mélanges atteignent, moins de 0,05.",
                ),
            ),
        ],
        core=True,
        points=2,
        objective="O3",
    ),
    Question(
        "04a.mistakes",
        "words",
        lambda: MISTAKES,
        (
            Text(
                "For each sentence: what is said, and which column or step would be needed to say it?",
                "Pour chaque phrase : que dit-elle, et quelle colonne ou quelle étape faudrait-il pour le dire ?",
            ),
            Text(
                "Look for the sentence about a list without words, and for the one that calls p a risk; two remain.",
                "Cherchez la phrase sur une liste sans mots, et celle qui fait de p un risque ; il en reste deux.",
            ),
            Text(
                "Another sentence: “Nobody found a difference, so there is none” is of the same kind as the third.",
                "Une autre phrase : « Personne n’a trouvé d’écart, donc il n’y en a pas » est de même nature que la troisième.",
            ),
        ),
        near_misses=[
            NearMiss(
                lambda: ["important", "p_as_error", "equal", "raw_counts"],
                Text(
                    "First and fourth: in which of them are two texts of unequal length compared by count?",
                    "La première et la quatrième : dans laquelle compare-t-on par leur fréquence deux textes de longueurs inégales ?",
                ),
            ),
            NearMiss(
                lambda: ["raw_counts", "equal", "p_as_error", "important"],
                Text(
                    "Second and third: which one takes silence for equality?",
                    "La deuxième et la troisième : laquelle prend un silence pour une égalité ?",
                ),
            ),
            NearMiss(
                lambda: ["raw_counts", "important", "equal", "p_as_error"],
                Text(
                    "Second and fourth: which one speaks of the chance of being wrong?",
                    "La deuxième et la quatrième : laquelle parle de la probabilité de se tromper ?",
                ),
            ),
            NearMiss(
                lambda: ["raw_counts", "p_as_error", "important", "equal"],
                Text(
                    "Third and fourth: which one takes a large G2 for a large weight?",
                    "La troisième et la quatrième : laquelle prend un grand G2 pour un grand poids ?",
                ),
            ),
        ],
        objective="O4",
        typed=True,
    ),
    Question(
        "04a.claim",
        "choice",
        claim,
        (
            Text(
                "Ask of each claim: which cell of the table could decide it?",
                "Demandez-vous pour chaque affirmation : quelle case du tableau pourrait la trancher ?",
            ),
            Text(
                "One claim is about shuffles: read p_largest of the first row against it.",
                "Une affirmation porte sur les mélanges : confrontez-lui p_largest à la première ligne.",
            ),
            Text(
                "On another table: a first row with p_largest 0.7 says that seven shuffles in ten do as much.",
                "Sur un autre tableau : une première ligne où p_largest vaut 0,7 dit que sept mélanges sur dix en font autant.",
            ),
        ),
        near_misses=[
            NearMiss(
                lambda: "a",
                Text(
                    "No difference shown is not equality: the texts may be too short to tell.",
                    "Ne montrer aucun écart n’est pas l’égalité : les textes sont peut-être trop courts pour trancher.",
                ),
            ),
            NearMiss(
                lambda: "b",
                Text(
                    "p is computed as if there were nothing to find: it is not the chance of being wrong.",
                    "p se calcule comme s’il n’y avait rien à trouver : ce n’est pas la probabilité de se tromper.",
                ),
            ),
            NearMiss(
                lambda: "c",
                Text(
                    "Which column holds what a company cares about? G2 says how sure, not how dear.",
                    "Quelle colonne contient ce qui tient à cœur ? Le G2 dit la certitude, non l’attachement.",
                ),
            ),
            NearMiss(
                lambda: "none" if claim() == "d" else "d",
                Text(
                    "Read p_largest of the first row once more: is it above one half?",
                    "Relisez p_largest à la première ligne : dépasse-t-il la moitié ?",
                ),
            ),
        ],
        choices=("a", "b", "c", "d", "none"),
        objective="O4",
    ),
    Question(
        "04a.transfer",
        "table",
        lambda: table_of(*other_pair()).head(3),
        (
            Text(
                "Two lists of paragraphs first, as at the top of this notebook, with other_pair.",
                "D’abord deux listes de paragraphes, comme au début de ce notebook, avec other_pair.",
            ),
            Text(
                "Then keyness with resamples=1000 and seed=0, and head(3).",
                "Ensuite keyness avec resamples=1000 et seed=0, puis head(3).",
            ),
            Text(
                'On two sentences: [words(text) for text in ["Le prix.", "Un prix bas."]] gives two lists, of 2 and of 3 words.',
                'Sur deux phrases : [words(text) for text in ["Le prix.", "Un prix bas."]] donne deux listes, de 2 et de 3 mots.',
            ),
        ),
        near_misses=[
            NearMiss(
                lambda: table_of(*this_pair()).head(3),
                Text(
                    "These rows belong to the first pair: use the two texts of other_pair.",
                    "Ces lignes sont celles de la première paire : prenez les deux textes de other_pair.",
                ),
            ),
            NearMiss(
                lambda: content(table_of(*other_pair())).head(3),
                Text(
                    "You hid stop words: the question asks for the first rows of the whole table, small words too.",
                    "Vous avez masqué les mots vides : la question porte sur les premières lignes du tableau entier, petits mots compris.",
                ),
            ),
            NearMiss(
                lambda: table_of(*other_pair()),
                Text(
                    "This is the whole table: the question asks for its first three rows.",
                    "C’est le tableau entier : la question en demande les trois premières lignes.",
                ),
            ),
            NearMiss(
                lambda: table_of(*other_pair()).tail(3),
                Text(
                    "These are the last rows, with the smallest G2: the question asks for the first ones.",
                    "Ce sont les dernières lignes, aux plus petits G2 : la question porte sur les premières.",
                ),
            ),
            NearMiss(
                lambda: table_of(*other_pair()).sort_values("word").head(3),
                Text(
                    "These rows are in the order of the alphabet: keep that of keyness, the largest G2 first.",
                    "Ces lignes suivent l’alphabet : gardez l’ordre de keyness, le plus grand G2 en tête.",
                ),
            ),
            NearMiss(
                lambda: table_of(*other_pair()).head(3).assign(p_largest=lambda table: table["p"]),
                Text(
                    "Column p_largest holds p here, which was meant for one word chosen beforehand.",
                    "La colonne p_largest contient ici p, qui vaut pour un seul mot choisi d’avance.",
                ),
            ),
            NearMiss(
                lambda: table_of(*other_pair())[lambda table: ~table["word"].isin(stop_words(keep=()))].head(
                    3
                ),
                Text(
                    "Stop words are hidden: the question asks for the first rows of the whole table, small words too.",
                    "Les mots vides sont masqués : la question porte sur les premières lignes du tableau entier, petits mots compris.",
                ),
            ),
            NearMiss(
                lambda: keyness(
                    *(cut(side, stop_words(keep=())) for side in other_pair()), resamples=RESAMPLES
                ).head(3),
                Text(
                    "You left the stop words out before counting: words(text) without stop= keeps them.",
                    "Vous avez retiré les mots vides avant de compter : words(text) sans stop= les garde.",
                ),
            ),
            NearMiss(
                lambda: table_of(*other_pair()).head(),
                Text(
                    "These are five rows (head() alone gives five): the question asks for three.",
                    "Ce sont cinq lignes (head() seul en donne cinq) : la question en demande trois.",
                ),
            ),
            NearMiss(
                lambda: table_of(*other_pair(), seed=1).head(3),
                Text(
                    "Your shuffles began with seed=1, as in the lesson: seed=0 is asked for.",
                    "Vos mélanges partent de seed=1, comme dans la leçon : on demande seed=0.",
                ),
            ),
            NearMiss(
                lambda: table_of(*other_pair(), resamples=100).head(3),
                Text(
                    "p_largest comes from a hundred shuffles here: resamples=1000 is asked for.",
                    "p_largest vient ici de cent mélanges : on demande resamples=1000.",
                ),
            ),
            NearMiss(
                lambda: table_of(*other_pair(), resamples=100, seed=1).head(3),
                Text(
                    "p_largest comes from a hundred shuffles from seed=1 here: resamples=1000 and seed=0 are asked for.",
                    "p_largest vient ici de cent mélanges à partir de seed=1 : on demande resamples=1000 et seed=0.",
                ),
            ),
            NearMiss(
                lambda: table_of(*other_pair()[::-1]).head(3),
                Text(
                    "The two sides have changed places: they come in the order of other_pair.",
                    "Les deux côtés ont échangé leurs places : ils viennent dans l’ordre de other_pair.",
                ),
            ),
            NearMiss(
                lambda: keyness(*(cut((" ".join(side),)) for side in other_pair()), resamples=RESAMPLES).head(
                    3
                ),
                Text(
                    "Each side is one long paragraph in your table, so that there is nothing to shuffle: give a list of words for each paragraph.",
                    "Chaque côté est un seul long paragraphe dans votre tableau, et il n’y a rien à mélanger : donnez une liste de mots par paragraphe.",
                ),
            ),
        ],
        columns=("word", "p_largest"),
        tolerance=1e-6,
        points=2,
        objective="O3",
    ),
    Question(
        "04a.finding",
        "evidence",
        to_quote,
        (
            Text(
                'Choose a row of content with target above 0; concordance(text, "...") shows its lines.',
                'Choisissez une ligne de content où target dépasse 0 ; concordance(texte, "...") montre ses contextes.',
            ),
            Text(
                "Word, count in figures, rate(...) for each text, a quotation copied from a line, then what shuffles give.",
                "Le mot, sa fréquence en chiffres, rate(...) pour chaque texte, une citation copiée d’une ligne, puis ce que donnent les mélanges.",
            ),
            Text(
                "About two other texts: “In these sheets, école: 3 in 400 (7.5 per 1,000) against 1 in 500 (2.0 per 1,000): « l’école du village ferme ». Half of the shuffles give as much.”",
                "À propos de deux autres textes : Dans ces fiches, école : 3 sur 400 (7,5 pour 1 000) contre 1 sur 500 (2,0 pour 1 000) : « l’école du village ferme ». La moitié des mélanges en donnent autant.",
            ),
        ),
        source=lambda: " ".join(this_pair()[0]),
        begins=Text("In these sheets", "Dans ces fiches"),
        points=2,
        core=True,
        objective="O4",
    ),
]
