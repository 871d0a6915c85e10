"""Questions of lesson 04b; every reference is computed from the statements in use."""

from functools import cache
from math import comb, log, log10
from random import Random

import pandas as pd

from motamot import (
    correspondence,
    count_themes,
    load_lexicon,
    load_statements,
    normalize,
    similarity,
    specificity,
    stop_words,
    words,
)
from motamot.checks import NearMiss, Question, Text, pick

CELLS = [
    ("Carrefour 2022", "stores"),
    ("E.Leclerc 2022", "price"),
    ("Back Market 2022", "service"),
    ("Zalando 2021", "marketplace"),
]
QUADS = [
    ["Veepee 2022", "Cdiscount 2022", "Auchan 2022", "Fnac Darty 2022"],
    ["Zalando 2021", "E.Leclerc 2022", "Back Market 2022", "Fnac Darty 2022"],
    ["Auchan 2022", "Back Market 2022", "Cdiscount 2022", "Veepee 2022"],
]
LEFT_OUT = ["stores", "sustainability", "logistics", "jobs"]
STEPS = ["names", "rates", "spread"]
NEWCOMER = (
    "Mirabelle ouvre trois magasins de quartier, et chaque magasin garde son rayon de fruits. Les prix y "
    "restent bas, une remise attend les familles. On la suit sur les réseaux sociaux ; le service client "
    "répond le jour même. Un dernier point de vente ouvrira au printemps."
)


def statements() -> pd.DataFrame:
    """Return the statements in use with the name of each text in `part`."""
    table = load_statements()
    return table.assign(part=table["company"] + " " + table["year"].astype(str))


def texts() -> pd.Series:
    """Return the texts in use, each in one piece, by name."""
    return statements().groupby("part", sort=False)["text"].agg(" ".join)


@cache
def counted(items: tuple[tuple[str, str], ...]) -> pd.DataFrame:
    """Count the themes of some named texts, once for each set of texts."""
    return count_themes(dict(items), load_lexicon())


def themes(**others: str) -> pd.DataFrame:
    """Return the themes of the texts in use, and of others."""
    return counted((*texts().items(), *others.items()))


def cell() -> tuple[str, str]:
    """Return this variant's text and theme."""
    part, theme = pick("04b.cell", CELLS)
    return (part if part in texts().index else texts().index[0]), theme


def held(part: str) -> pd.DataFrame:
    """Return the themes of one text, indexed by theme."""
    return themes().query("text == @part").set_index("theme")


def rate_of(measure: str = "per_1000") -> float:
    """Return a measure of this variant's cell."""
    part, theme = cell()
    return held(part)[measure][theme].item()


def rate_in_all() -> float:
    """Return the rate of this variant's theme in all texts together."""
    table = themes().query("theme == @theme", local_dict={"theme": cell()[1]})
    return 1000 * table["count"].sum() / table["words"].sum()


def rate_in_first() -> float:
    """Return the rate of this variant's theme in the first row that has it."""
    return float(themes().query("theme == @theme", local_dict={"theme": cell()[1]})["per_1000"].iloc[0])


def rate_between_blanks() -> float:
    """Return the rate by another rule for words: pieces between blanks."""
    return 1000 * rate_of("count") / len(texts()[cell()[0]].split())


def against(other: pd.Series, measure: str = "per_1000") -> pd.DataFrame:
    """Return the bars of this variant's text beside those of other texts joined."""
    joined = counted((("others", " ".join(other)),)).set_index("theme")
    sides = {"part": held(cell()[0])[measure], "others": joined[measure]}
    return pd.DataFrame(sides).rename_axis("theme").reset_index()


def against_mean() -> pd.DataFrame:
    """Return the bars of someone who takes the mean of the other texts' rates."""
    part = cell()[0]
    mean = themes().query("text != @part").groupby("theme")["per_1000"].mean()
    return against(texts().drop(part)).assign(others=lambda table: table["theme"].map(mean))


def two_firsts() -> pd.DataFrame:
    """Return the bars of the draft, which shows the first two texts."""
    table = themes().pivot(index="theme", columns="text", values="per_1000")
    return table[list(texts().index[:2])].set_axis(["part", "others"], axis=1).reset_index()


def masked() -> list[str]:
    """Return the names behind A, B, C, D."""
    four = pick("04b.quad", QUADS)
    four = four if set(four) <= set(texts().index) else texts().index[:4].tolist()
    return Random(7).sample(four, len(four))


def exchanged(one: int, other: int) -> list[str]:
    """Return the match of someone who has taken two texts for each other."""
    names = masked()
    names[one], names[other] = names[other], names[one]
    return names


def missed() -> str:
    """Return the step that this variant's table lacks."""
    return STEPS[pick("04b.spoiled", [0, 1, 2])]


def other_than_missed(step: str) -> str:
    """Return a step, or a fourth one where it is the right answer."""
    return step if step != missed() else "normalize"


def chance(f: int, counts: range, t: int, total: int) -> float:
    """Return the chance of drawing one of these counts."""
    return sum(comb(f, i) * comb(total - f, t - i) for i in counts if i <= t) / comb(total, t)


def score(f: int, k: int, t: int, total: int) -> float:
    """Return the specificity of a word, rounded to 2 decimals."""
    many = k * total >= f * t
    found = chance(f, range(k, f + 1) if many else range(k + 1), t, total)
    return round(-log10(found) if many else log10(found), 2)


def exclusive(f: int, k: int, t: int, total: int) -> float:
    """Leave the observed count out of its tail."""
    many = k * total >= f * t
    found = chance(f, range(k + 1, f + 1) if many else range(k), t, total)
    return round(-log10(found) if many else log10(found), 2)


def point(f: int, k: int, t: int, total: int) -> float:
    """Take the chance of exactly this count."""
    found = log10(chance(f, range(k, k + 1), t, total))
    return round(-found if k >= f * t / total else found, 2)


def ends(f: int, k: int, t: int, total: int, up: range, down: range, digits: int = 2) -> float:
    """Return the specificity with other ends of the two tails, or other digits."""
    many = k * total >= f * t
    found = chance(f, up if many else down, t, total)
    return round(-log10(found) if many else log10(found), digits)


def strictly(f: int, k: int, t: int, total: int) -> float:
    """Take a count that is just as expected for one that is lower."""
    many = k * total > f * t
    found = chance(f, range(k, f + 1) if many else range(k + 1), t, total)
    return round(-log10(found) if many else log10(found), 2)


def natural(f: int, k: int, t: int, total: int) -> float:
    """Take the natural logarithm."""
    many = k * total >= f * t
    found = chance(f, range(k, f + 1) if many else range(k + 1), t, total)
    return round(-log(found) if many else log(found), 2)


def with_replacement(f: int, k: int, t: int, total: int) -> float:
    """Put each word back into the urn."""
    many = k * total >= f * t
    tail = range(k, f + 1) if many else range(k + 1)
    found = sum(comb(f, i) * (t / total) ** i * (1 - t / total) ** (f - i) for i in tail)
    return round(-log10(found) if many else log10(found), 2)


@cache
def scored(
    paragraphs: tuple[tuple[str, str], ...], stop: frozenset[str] | None = None, lengths: bool = True
) -> pd.DataFrame:
    """Score every word in every text, once for each set of texts, with the paragraphs it stands in.

    Without the true lengths, those of the frequent words stand for them.
    """
    rows = [
        (part, n, word)
        for n, (part, text) in enumerate(paragraphs)
        for word in words(normalize(text), stop=stop)
    ]
    long = pd.DataFrame(rows, columns=["part", "paragraph", "word"])
    table = pd.crosstab(long["word"], long["part"])
    places = long.groupby(["word", "part"])["paragraph"].nunique().reset_index()
    frequent = table[table.sum(axis=1) >= 5]
    return specificity(table if lengths else frequent).merge(places, on=["word", "part"])


def own_names() -> frozenset[str]:
    """Return the words of the companies' names."""
    return frozenset(words(normalize(" ".join(statements()["company"]))))


def specific(
    lowest: int = 5,
    limit: float = 2,
    paragraphs: int = 3,
    apart: bool = True,
    stop: frozenset[str] | None = None,
    lengths: bool = True,
    column: str = "f",
) -> pd.DataFrame:
    """Return what passes the rule, or a rule with one condition changed."""
    table = scored(tuple(zip(statements()["part"], statements()["text"], strict=True)), stop, lengths)
    passing = (table["specificity"] >= limit) & (table[column] >= lowest) & (table["paragraph"] >= paragraphs)
    if apart:
        passing &= ~table["word"].isin(own_names())
    return table.loc[passing, ["word", "part", "specificity"]]


def counts() -> pd.DataFrame:
    """Return the theme counts, one row a text, without empty rows and columns."""
    table = themes().pivot(index="text", columns="theme", values="count")
    return table.loc[table.sum(axis=1) > 0, table.sum() > 0]


def cos2(
    axes: int = 2, without: bool = True, side: str = "rows", largest: bool = False, smallest: bool = False
) -> pd.Series:
    """Return how well the first axes show each point of one side, or its best or worst axis alone."""
    table = counts()
    if without:
        table = table.drop(columns=pick("04b.left_out", LEFT_OUT), errors="ignore")
    points = getattr(correspondence(table[table.sum(axis=1) > 0]), side)
    shown = points.filter(like="cos2").iloc[:, :axes]
    return shown.max(axis=1) if largest else shown.min(axis=1) if smallest else shown.sum(axis=1)


def poor(shown: pd.Series) -> set[str]:
    """Return the points that are shown badly."""
    return set(shown.index[shown < 0.5])


def likeness(measure: str = "cosine") -> pd.Series:
    """Return how like the newcomer each text is."""
    table = themes(Mirabelle=NEWCOMER).pivot(index="text", columns="theme", values="count")
    return similarity(table[table.sum(axis=1) > 0], measure)["Mirabelle"].drop("Mirabelle")


def likeness_of_words() -> pd.Series:
    """Return how like the newcomer each text is in its words."""
    every = {**texts(), "Mirabelle": NEWCOMER}
    listed = pd.Series({name: words(normalize(text)) for name, text in every.items()}).explode()
    return similarity(pd.crosstab(listed.index, listed))["Mirabelle"].drop("Mirabelle")


def first_three(shown: pd.Series) -> pd.DataFrame:
    """Return the three largest as a table."""
    return shown.nlargest(3).rename_axis("text").reset_index(name="cosine")


def with_itself() -> pd.Series:
    """Return the likeness of someone who has not dropped the newcomer's own row."""
    return pd.concat([pd.Series({"Mirabelle": 1.0}), likeness()])


def sums_of_products() -> pd.Series:
    """Return what all texts share with the newcomer in counts; long profiles have most."""
    table = themes(Mirabelle=NEWCOMER).pivot(index="text", columns="theme", values="count")
    return (table @ table.loc["Mirabelle"]).drop("Mirabelle")


def distances() -> pd.Series:
    """Return how far each text is from the newcomer in counts."""
    table = themes(Mirabelle=NEWCOMER).pivot(index="text", columns="theme", values="count")
    return ((table - table.loc["Mirabelle"]) ** 2).sum(axis=1).drop("Mirabelle")


def claim() -> str:
    """Return the claim that the table of texts touched supports."""
    present = themes().query("count > 0").groupby("theme").size()
    return "b" if present.max() == len(texts()) else "none"


def hit_words() -> pd.DataFrame:
    """Return the words that the lexicon found in this variant's text, and how often."""
    listed = held(cell()[0])["hits"].str.split(", ").explode()
    return listed.str.extract(r"(?P<word>.+) ×(?P<count>\d+)").dropna().astype({"count": int})


QUESTIONS = [
    Question(
        "04b.rate_of",
        "number",
        rate_of,
        (
            Text(
                "themes has one row for each text and theme: which row is yours?",
                "themes a une ligne par texte et par thème : laquelle est la vôtre ?",
            ),
            Text(
                'Join two conditions with &, each in brackets; the column is "per_1000", and .item() takes a single value.',
                'Réunissez deux conditions par &, chacune entre parenthèses ; la colonne est "per_1000", et .item() prend une valeur unique.',
            ),
            Text(
                "On another text: 4 hits in 250 words are 1000 * 4 / 250.",
                "Sur un autre texte : 4 occurrences sur 250 mots font 1000 * 4 / 250.",
            ),
        ),
        near_misses=[
            NearMiss(
                lambda: rate_of("count"),
                Text(
                    "This is the count. A rate divides it by the words of the text, times 1,000.",
                    "C’est la fréquence. Pour la fréquence relative, divisez-la par les mots du texte, fois 1 000.",
                ),
            ),
            NearMiss(
                lambda: rate_of() / 1000,
                Text(
                    "This is the share of one word; the rate is per 1,000 words.",
                    "C’est la part pour un mot ; la fréquence relative est pour 1 000 mots.",
                ),
            ),
            NearMiss(
                lambda: rate_of() / 10,
                Text(
                    "This is per cent; the kit's rates are per 1,000.",
                    "C’est un pourcentage ; les fréquences relatives du kit sont pour 1 000 mots.",
                ),
            ),
            NearMiss(
                lambda: round(rate_of(), 1),
                Text(
                    "You round: leave the number as it comes.",
                    "Vous arrondissez : laissez le nombre tel quel.",
                ),
            ),
            NearMiss(
                rate_in_all,
                Text(
                    "This is the rate of the theme in all texts together: keep the rows of one text.",
                    "C’est la fréquence relative du thème dans tous les textes réunis : gardez les lignes d’un seul texte.",
                ),
            ),
            NearMiss(
                rate_between_blanks,
                Text(
                    "You divide by the pieces between spaces; the rule here is words().",
                    "Vous divisez par les morceaux entre deux espaces ; la règle est ici words().",
                ),
            ),
            NearMiss(
                lambda: 1000 * rate_of("count") / len(texts()[cell()[0]]),
                Text(
                    "You divide by the number of characters: len of a text, not of a list of words.",
                    "Vous divisez par le nombre de caractères : len d’un texte, et non d’une liste de mots.",
                ),
            ),
            NearMiss(
                lambda: float(
                    themes().query("theme == @theme", local_dict={"theme": cell()[1]})["per_1000"].mean()
                ),
                Text(
                    "This is the mean rate of the theme over all texts: keep the row of one text.",
                    "C’est la moyenne du thème sur tous les textes : gardez la ligne d’un seul texte.",
                ),
            ),
            NearMiss(
                lambda: float(
                    themes().query("theme == @theme", local_dict={"theme": cell()[1]})["per_1000"].max()
                ),
                Text(
                    "This is the highest rate of the theme over all texts: keep the row of the text that is asked for.",
                    "C’est la plus haute fréquence relative du thème, tous textes confondus : gardez la ligne du texte demandé.",
                ),
            ),
            NearMiss(
                lambda: float(held(cell()[0])["per_1000"].max()),
                Text(
                    "This is the strongest theme of the text: keep the row of the theme that is asked for.",
                    "C’est le thème le plus présent du texte : gardez la ligne du thème demandé.",
                ),
            ),
            NearMiss(
                lambda: float(held(cell()[0])["per_1000"].sum()),
                Text(
                    "This adds up all themes of the text: keep the row of one theme.",
                    "C’est la somme de tous les thèmes du texte : gardez la ligne d’un seul thème.",
                ),
            ),
            NearMiss(
                rate_in_first,
                Text(
                    "This is the theme in the first text of the table: keep the row of the text that is asked for.",
                    "C’est le thème dans le premier texte du tableau : gardez la ligne du texte demandé.",
                ),
            ),
            NearMiss(
                lambda: float(held(cell()[0])["per_1000"].mean()),
                Text(
                    "This is the mean of all themes of the text: keep the row of one theme.",
                    "C’est la moyenne de tous les thèmes du texte : gardez la ligne d’un seul thème.",
                ),
            ),
            NearMiss(
                lambda: float(held(cell()[0])["per_1000"].iloc[0]),
                Text(
                    "This is the first theme of the text: keep the row of the theme that is asked for.",
                    "C’est le premier thème du texte : gardez la ligne du thème demandé.",
                ),
            ),
        ],
        core=True,
        objective="O1",
    ),
    Question(
        "04b.bars",
        "figure",
        lambda: against(texts().drop(cell()[0])),
        (
            Text(
                "plot_comparison wants a table of exactly two texts: which two?",
                "plot_comparison demande un tableau d’exactement deux textes : lesquels ?",
            ),
            Text(
                'texts.drop(part) is all the others; " ".join(...) makes one text of them; count_themes takes a dict of name and text.',
                'texts.drop(part), ce sont tous les autres ; " ".join(...) en fait un seul texte ; count_themes prend un dictionnaire de noms et de textes.',
            ),
            Text(
                'On other texts: count_themes({"A": "Le prix.", "others": " ".join(["Un prix.", "Rien."])}, load_lexicon()).',
                'Sur d’autres textes : count_themes({"A": "Le prix.", "others": " ".join(["Un prix.", "Rien."])}, load_lexicon()).',
            ),
        ),
        near_misses=[
            NearMiss(
                lambda: against(texts()),
                Text(
                    "Your second text is the whole corpus, with the first text in it: drop it before joining.",
                    "Votre second texte est le corpus entier, qui contient le premier : retirez-le avant de réunir.",
                ),
            ),
            NearMiss(
                lambda: against(texts().drop(cell()[0])).replace({"theme": load_lexicon().labels}),
                Text(
                    "The bars are right; their labels are not those of the draft: keep labels=names.",
                    "Les barres sont justes ; leurs étiquettes ne sont pas celles du brouillon : gardez labels=names.",
                ),
            ),
            NearMiss(
                against_mean,
                Text(
                    "You take the mean of the other texts' rates: join the texts first, then count once.",
                    "Vous prenez la moyenne des fréquences relatives des autres textes : réunissez d’abord, comptez une fois.",
                ),
            ),
            NearMiss(
                lambda: against(texts().drop(cell()[0]), "count"),
                Text(
                    "Your bars are counts. The others are many times longer: compare rates.",
                    "Vos barres sont des fréquences. Les autres sont bien plus longs : comparez des fréquences relatives.",
                ),
            ),
            NearMiss(
                lambda: against(texts().drop(cell()[0]))[["theme", "others", "part"]].set_axis(
                    ["theme", "part", "others"], axis=1
                ),
                Text(
                    "The two sides have changed places: the text comes first.",
                    "Les deux côtés ont changé de place : le texte vient d’abord.",
                ),
            ),
            NearMiss(
                lambda: against(texts().drop(cell()[0])).assign(others=lambda table: table["part"]),
                Text(
                    "Both sets of bars show the same text: the second is all the others, joined.",
                    "Les deux séries de barres montrent le même texte : la seconde, ce sont tous les autres, réunis.",
                ),
            ),
            NearMiss(
                two_firsts,
                Text(
                    "These are still the two texts of the draft: count part and all the others joined, then draw.",
                    "Ce sont encore les deux textes du brouillon : comptez part et tous les autres réunis, puis dessinez.",
                ),
            ),
            NearMiss(
                lambda: against(texts().drop(cell()[0]).head(1)),
                Text(
                    "Your second text is a single one of the others: join them all.",
                    "Votre second texte n’est qu’un seul des autres : réunissez-les tous.",
                ),
            ),
        ],
        columns=("theme", "part", "others"),
        ordered=False,
        because=Text(
            "The bars fit. Names and note the machine does not read: does each name stand for its own bars, and is the note there?",
            "Les barres conviennent. La machine ne lit ni les noms ni la mention : chaque nom désigne-t-il bien ses barres, et la mention y est-elle ?",
        ),
        points=2,
        objective="O1",
    ),
    Question(
        "04b.match",
        "words",
        masked,
        (
            Text(
                "Begin with the theme that only one of the four has at level 3.",
                "Commencez par le thème qu’un seul des quatre a au niveau 3.",
            ),
            Text(
                "Then look for zeros: a level 0 goes with a rate of 0, or close to it. Write the names as the plan has them.",
                "Cherchez ensuite les zéros : un niveau 0 va avec une fréquence relative nulle, ou presque. Écrivez les noms comme dans le plan.",
            ),
            Text(
                "With two other texts: if A has jobs 20.0 and B none, and only Tournesol was given jobs, then A is Tournesol.",
                "Avec deux autres textes : si A a jobs 20,0 et B rien, et que seul Tournesol a reçu jobs, alors A est Tournesol.",
            ),
        ),
        near_misses=[
            NearMiss(
                lambda: exchanged(0, 1),
                Text(
                    "A and B have changed places: which theme tells them apart in the plan?",
                    "A et B ont changé de place : quel thème les distingue dans le plan ?",
                ),
            ),
            NearMiss(
                lambda: exchanged(2, 3),
                Text(
                    "C and D have changed places: which theme tells them apart in the plan?",
                    "C et D ont changé de place : quel thème les distingue dans le plan ?",
                ),
            ),
            NearMiss(
                lambda: exchanged(0, 2),
                Text(
                    "A and C have changed places: which theme tells them apart in the plan?",
                    "A et C ont changé de place : quel thème les distingue dans le plan ?",
                ),
            ),
            NearMiss(
                lambda: exchanged(0, 3),
                Text(
                    "A and D have changed places: which theme tells them apart in the plan?",
                    "A et D ont changé de place : quel thème les distingue dans le plan ?",
                ),
            ),
            NearMiss(
                lambda: exchanged(1, 2),
                Text(
                    "B and C have changed places: which theme tells them apart in the plan?",
                    "B et C ont changé de place : quel thème les distingue dans le plan ?",
                ),
            ),
            NearMiss(
                lambda: exchanged(1, 3),
                Text(
                    "B and D have changed places: which theme tells them apart in the plan?",
                    "B et D ont changé de place : quel thème les distingue dans le plan ?",
                ),
            ),
            NearMiss(
                lambda: masked()[::-1],
                Text("The order is A first, D last.", "L’ordre va de A, en premier, à D, en dernier."),
            ),
            NearMiss(
                lambda: [name.rsplit(" ", 1)[0] for name in masked()],
                Text(
                    "The names lack their year: write them as the plan has them.",
                    "Il manque l’année aux noms : écrivez-les comme dans le plan.",
                ),
            ),
        ],
        points=2,
        objective="O1",
        typed=True,
    ),
    Question(
        "04b.missed_step",
        "choice",
        missed,
        (
            Text(
                "Read the first row aloud, all its columns. What would you tell a reader?",
                "Lisez la première ligne à voix haute, toutes ses colonnes. Que diriez-vous à qui vous écoute ?",
            ),
            Text(
                "Compare the columns two by two: word and name of the text; count and words; k and paragraphs.",
                "Comparez les colonnes deux à deux : mot et nom du texte ; fréquence et longueur ; k et paragraphes.",
            ),
            Text(
                'In another table: "l\'" and "l’" in two rows would be a missed "normalize".',
                "Dans un autre tableau : « l' » et « l’ » sur deux lignes trahiraient l’oubli de « normalize ».",
            ),
        ),
        near_misses=[
            NearMiss(
                lambda: "normalize",
                Text(
                    "Then one word would stand in two rows, in two spellings. Is there such a pair?",
                    "Alors un même mot figurerait sur deux lignes, sous deux graphies. Y a-t-il une telle paire ?",
                ),
            ),
            NearMiss(
                lambda: other_than_missed("names"),
                Text(
                    "Then a word of the first row would be part of the text's own name. Is it?",
                    "Alors un mot de la première ligne ferait partie du nom du texte. Est-ce le cas ?",
                ),
            ),
            NearMiss(
                lambda: other_than_missed("rates"),
                Text(
                    "Specificity takes lengths into account. Are there raw counts of texts of unlike length?",
                    "La spécificité tient compte des longueurs. Y a-t-il des fréquences brutes de textes de longueurs différentes ?",
                ),
            ),
            NearMiss(
                lambda: other_than_missed("spread"),
                Text(
                    "Then the word would stand in a single paragraph. Is there a column that says so?",
                    "Alors le mot figurerait dans un seul paragraphe. Une colonne le dit-elle ?",
                ),
            ),
        ],
        choices=(*STEPS, "normalize"),
        objective="O2",
    ),
    Question(
        "04b.score",
        "function",
        score,
        (
            Text(
                "First decide on which side k lies: at least f * t / total, or below.",
                "Décidez d’abord de quel côté se trouve k : au moins f * t / total, ou au-dessous.",
            ),
            Text(
                "The ways to draw i of the f: comb(f, i) * comb(total - f, t - i). Add them up for all i of the tail, k included; divide by comb(total, t).",
                "Les façons de tirer i des f : comb(f, i) * comb(total - f, t - i). Additionnez-les pour tous les i du côté voulu, k compris ; divisez par comb(total, t).",
            ),
            Text(
                "In a small urn, f=2, k=2, t=2, total=4: 1 way of 6, and -log10(1 / 6) is about 0.78.",
                "Dans une petite urne, f=2, k=2, t=2, total=4 : 1 façon sur 6, et -log10(1 / 6) vaut environ 0,78.",
            ),
        ),
        inputs=[
            (10, 4, 100, 1000),
            (3, 2, 50, 100),
            (60, 2, 100, 1000),
            (10, 1, 100, 1000),
            (16, 7, 505, 7257),
            (10, 1, 140, 1000),
        ],
        near_misses=[
            NearMiss(
                exclusive,
                Text(
                    "Your tail leaves k itself out: “k or more” begins with k, “k or fewer” ends with it.",
                    "Votre côté oublie k lui-même : « k ou davantage » commence par k, « k ou moins » finit par lui.",
                ),
            ),
            NearMiss(
                lambda f, k, t, total: ends(f, k, t, total, range(k, f), range(k + 1)),
                Text(
                    "Your upper side stops before f: range(k, f) ends with f - 1.",
                    "Votre côté supérieur s’arrête avant f : range(k, f) finit par f - 1.",
                ),
            ),
            NearMiss(
                lambda f, k, t, total: ends(f, k, t, total, range(k + 1, f + 1), range(k + 1)),
                Text(
                    "Your upper side leaves k out: “k or more” begins with k; with scipy it is sf(k - 1, ...).",
                    "Votre côté supérieur oublie k : « k ou davantage » commence par k ; avec scipy, c’est sf(k - 1, ...).",
                ),
            ),
            NearMiss(
                lambda f, k, t, total: ends(f, k, t, total, range(k, f + 1), range(k)),
                Text(
                    "Your lower side leaves k out: “k or fewer” ends with k, range(k + 1).",
                    "Votre côté inférieur oublie k : « k ou moins » finit par k, range(k + 1).",
                ),
            ),
            NearMiss(
                strictly,
                Text(
                    "A count that is just as expected belongs to the upper side: >=, not >.",
                    "Une fréquence exactement égale à l’attendu appartient au côté supérieur : >=, et non >.",
                ),
            ),
            NearMiss(
                lambda f, k, t, total: ends(f, k, t, total, range(k, f + 1), range(k + 1), 15),
                Text(
                    "Right but for the rounding, which is asked for here: round(..., 2).",
                    "C’est juste, à l’arrondi près, qui est demandé ici : round(..., 2).",
                ),
            ),
            NearMiss(
                lambda f, k, t, total: ends(f, k, t, total, range(k, f + 1), range(k + 1), 1),
                Text(
                    "One decimal: two are asked for, round(..., 2).",
                    "Une décimale : on en demande deux, round(..., 2).",
                ),
            ),
            NearMiss(
                point,
                Text(
                    "This is the chance of exactly k: add up the whole tail.",
                    "C’est la probabilité d’obtenir exactement k : additionnez tout le côté.",
                ),
            ),
            NearMiss(
                natural,
                Text(
                    "This is the natural logarithm, log: the question asks for log10, to base 10.",
                    "C’est le logarithme népérien, log : la question demande log10, en base 10.",
                ),
            ),
            NearMiss(
                lambda f, k, t, total: abs(score(f, k, t, total)),
                Text(
                    "The minus is missing for words that are rarer than expected.",
                    "Il manque le signe moins aux mots plus rares qu’attendu.",
                ),
            ),
            NearMiss(
                lambda f, k, t, total: round(-log10(chance(f, range(k, f + 1), t, total)), 2),
                Text(
                    "You always take “k or more”: for a rarer word it is “k or fewer”, with a minus.",
                    "Vous prenez toujours « k ou davantage » : pour un mot plus rare, c’est « k ou moins », avec le signe moins.",
                ),
            ),
            NearMiss(
                with_replacement,
                Text(
                    "You put each word back into the urn (a binomial); the text is drawn without putting back.",
                    "Vous remettez chaque mot dans l’urne (loi binomiale) ; le texte se tire sans remise.",
                ),
            ),
            NearMiss(
                lambda f, k, t, total: -score(f, k, t, total),
                Text(
                    "Your signs are turned round: a word that is more frequent than expected has a positive specificity.",
                    "Vos signes sont inversés : un mot plus fréquent qu’attendu a une spécificité positive.",
                ),
            ),
            NearMiss(
                lambda f, k, t, total: round(-log10(chance(f, range(k, k + 1), t, total)), 2),
                Text(
                    "This is the chance of exactly k: add up k and more, or k and fewer where the word is rarer than expected.",
                    "C’est la probabilité d’exactement k : additionnez k et au-delà, ou k et en deçà si le mot est plus rare qu’attendu.",
                ),
            ),
            NearMiss(
                lambda f, k, t, total: round(-log(chance(f, range(k, f + 1), t, total)), 2),
                Text(
                    "You take the natural logarithm, log, and always the upper end: log10 counts the zeros, and a rarer word needs k and fewer, with a minus sign.",
                    "Vous prenez le logarithme népérien, log, et toujours le même côté : log10 compte les zéros, et un mot plus rare demande k et en deçà, avec le signe moins.",
                ),
            ),
            NearMiss(
                lambda f, k, t, total: chance(f, range(k, f + 1), t, total),
                Text(
                    "This is the chance itself: the specificity counts its zeros, -log10(...).",
                    "C’est la probabilité elle-même : la spécificité en compte les zéros, -log10(...).",
                ),
            ),
            NearMiss(
                lambda f, k, t, total: round(score(f, k, t, total)),
                Text(
                    "Rounded to whole numbers: two decimals are asked for, round(..., 2).",
                    "Arrondi à l’unité : on demande deux décimales, round(..., 2).",
                ),
            ),
        ],
        points=2,
        core=True,
        objective="O2",
        library_allowed=False,
    ),
    Question(
        "04b.specific",
        "table",
        specific,
        (
            Text(
                "specificity(table of frequent words, totals=...) first; then one condition after another.",
                "D’abord specificity(tableau des mots fréquents, totals=...) ; ensuite une condition après l’autre.",
            ),
            Text(
                'table.sum(axis=1) >= 5 chooses words, table.sum().to_dict() gives the lengths; groupby(["word", "part"])["paragraph"].nunique() on long counts paragraphs.',
                'table.sum(axis=1) >= 5 choisit les mots, table.sum().to_dict() donne les longueurs ; groupby(["word", "part"])["paragraph"].nunique() sur long compte les paragraphes.',
            ),
            Text(
                'On another table: both[(both["a"] >= 1) & ~both["b"].isin({"x"})] keeps the rows that meet both conditions.',
                'Sur un autre tableau : both[(both["a"] >= 1) & ~both["b"].isin({"x"})] garde les lignes qui remplissent les deux conditions.',
            ),
        ),
        near_misses=[
            NearMiss(
                lambda: specific(lengths=False),
                Text(
                    "The lengths are those of the frequent words only: give the true ones, totals=table.sum().to_dict().",
                    "Les longueurs sont celles des seuls mots fréquents : donnez les vraies, totals=table.sum().to_dict().",
                ),
            ),
            NearMiss(
                lambda: specific(apart=False, paragraphs=0),
                Text(
                    "Two conditions are missing: company names are still in, and some words fill one or two paragraphs only. Begin with the names.",
                    "Il manque deux conditions : les noms d’entreprise y sont encore, et certains mots n’occupent qu’un ou deux paragraphes. Commencez par les noms.",
                ),
            ),
            NearMiss(
                lambda: specific(stop=own_names()),
                Text(
                    "You dropped the names before counting, so the lengths shrank: hide their rows afterwards.",
                    "Vous avez retiré les noms avant de compter, et les longueurs ont diminué : masquez leurs lignes ensuite.",
                ),
            ),
            NearMiss(
                lambda: specific(column="k"),
                Text(
                    "You ask for 5 occurrences in the text, k: the rule asks for 5 in the whole corpus, f.",
                    "Vous demandez 5 occurrences dans le texte, k : la règle en demande 5 dans le corpus entier, f.",
                ),
            ),
            NearMiss(
                lambda: specific(lowest=6),
                Text(
                    "Words of exactly 5 occurrences are missing: 5 or more is >= 5.",
                    "Il manque les mots de 5 occurrences tout juste : au moins 5 s’écrit >= 5.",
                ),
            ),
            NearMiss(
                lambda: specific(paragraphs=4),
                Text(
                    "Words in exactly 3 paragraphs are missing: 3 or more is >= 3.",
                    "Il manque les mots de 3 paragraphes tout juste : au moins 3 s’écrit >= 3.",
                ),
            ),
            NearMiss(
                lambda: specific(apart=False, lengths=False),
                Text(
                    "Company names are still in, and the lengths are those of the frequent words only: begin with totals.",
                    "Les noms d’entreprise y sont encore, et les longueurs sont celles des seuls mots fréquents : commencez par totals.",
                ),
            ),
            NearMiss(
                lambda: specific(apart=False),
                Text(
                    "Company names are still in: set own_names apart, after counting.",
                    "Les noms d’entreprise y sont encore : mettez own_names à part, après le comptage.",
                ),
            ),
            NearMiss(
                lambda: specific(lowest=3),
                Text(
                    "Some words occur fewer than 5 times in the corpus.",
                    "Certains mots ont moins de 5 occurrences dans le corpus.",
                ),
            ),
            NearMiss(
                lambda: specific(limit=3, paragraphs=2),
                Text(
                    "This is the lesson's rule: read the threshold and the spread of this one again.",
                    "C’est la règle de la leçon : relisez le seuil et la répartition de celle-ci.",
                ),
            ),
            NearMiss(
                lambda: specific(paragraphs=0),
                Text(
                    "Some words fill one or two paragraphs only: count the paragraphs of the text that hold them.",
                    "Certains mots n’occupent qu’un ou deux paragraphes : comptez ceux du texte où ils figurent.",
                ),
            ),
            NearMiss(
                lambda: specific(stop=stop_words(keep=())),
                Text(
                    "You took stop words out before counting, so the lengths shrank: the rule says nothing of stop words.",
                    "Vous avez retiré les mots vides avant de compter, et les longueurs ont diminué : la règle ne dit rien des mots vides.",
                ),
            ),
        ],
        columns=("word", "part", "specificity"),
        ordered=False,
        tolerance=0.006,
        points=2,
        core=True,
        objective="O2",
    ),
    Question(
        "04b.poorly_shown",
        "set",
        lambda: poor(cos2()),
        (
            Text(
                "mapped(...) of the table without the theme gives a result: its .rows are about texts, with columns cos2_1 and cos2_2.",
                "mapped(...) du tableau sans le thème donne un résultat : ses .rows portent sur les textes, avec les colonnes cos2_1 et cos2_2.",
            ),
            Text(
                "cos² adds up over axes: sum the two columns, keep the names where the sum is below 0.5, make a set.",
                "Les cos² s’additionnent : sommez les deux colonnes, gardez les noms où la somme est inférieure à 0,5, faites-en un ensemble.",
            ),
            Text(
                "With other numbers: 0.30 on axis 1 and 0.25 on axis 2 make 0.55, well shown.",
                "Avec d’autres nombres : 0,30 sur l’axe 1 et 0,25 sur l’axe 2 font 0,55, bien représenté.",
            ),
        ),
        near_misses=[
            NearMiss(
                lambda: poor(cos2(without=False)),
                Text(
                    "The theme is still in your table: take out its column before you map.",
                    "Le thème est encore dans votre tableau : retirez sa colonne avant de faire la carte.",
                ),
            ),
            NearMiss(
                lambda: poor(cos2(axes=1)),
                Text(
                    "You look at the first axis only; the plane has two.",
                    "Vous ne regardez que le premier axe ; le plan en a deux.",
                ),
            ),
            NearMiss(
                lambda: poor(cos2(largest=True)),
                Text(
                    "You look at each axis by itself: add up the two cos², then compare the sum with 0.5.",
                    "Vous regardez chaque axe à part : additionnez les deux cos², puis comparez la somme à 0,5.",
                ),
            ),
            NearMiss(
                lambda: poor(cos2(smallest=True)),
                Text(
                    "One cos² below 0.5 is not enough: add up those of the two axes, then compare.",
                    "Un seul cos² inférieur à 0,5 ne suffit pas : additionnez ceux des deux axes, puis comparez.",
                ),
            ),
            NearMiss(
                lambda: set(cos2().index) - poor(cos2()),
                Text("These are the texts shown well.", "Ce sont les textes bien représentés."),
            ),
            NearMiss(
                lambda: poor(cos2(side="columns")),
                Text(
                    "These are themes; the question asks for texts.",
                    "Ce sont des thèmes ; la question porte sur les textes.",
                ),
            ),
            NearMiss(
                lambda: poor(cos2(axes=3)),
                Text(
                    "You add the cos² of three axes; the map shows two.",
                    "Vous additionnez les cos² de trois axes ; la carte en montre deux.",
                ),
            ),
            NearMiss(
                lambda: poor(cos2()) | poor(cos2(side="columns")),
                Text(
                    "Themes stand among your texts: keep the rows of the table, the circles of the map.",
                    "Des thèmes figurent parmi vos textes : gardez les lignes du tableau, les ronds de la carte.",
                ),
            ),
        ],
        points=2,
        core=True,
        objective="O3",
    ),
    Question(
        "04b.nearest",
        "table",
        lambda: first_three(likeness()),
        (
            Text(
                "The newcomer has to be a row of the same table as the others.",
                "La nouvelle venue doit être une ligne du même tableau que les autres.",
            ),
            Text(
                'count_themes({**texts, "Mirabelle": newcomer}, load_lexicon()), then pivot, then similarity; take its column, drop its own row, nlargest(3).',
                'count_themes({**texts, "Mirabelle": newcomer}, load_lexicon()), puis pivot, puis similarity ; prenez sa colonne, retirez sa propre ligne, nlargest(3).',
            ),
            Text(
                'On other numbers: pd.Series({"A": 0.4, "B": 0.7}).nlargest(1).rename_axis("text").reset_index(name="cosine") is a table of B and 0.7.',
                'Sur d’autres nombres : pd.Series({"A": 0.4, "B": 0.7}).nlargest(1).rename_axis("text").reset_index(name="cosine") est un tableau de B et 0,7.',
            ),
        ),
        near_misses=[
            NearMiss(
                lambda: first_three(with_itself()),
                Text(
                    "Nothing is more like Mirabelle than itself: drop its own row first.",
                    "Rien ne lui ressemble plus qu’elle-même : retirez d’abord sa ligne.",
                ),
            ),
            NearMiss(
                lambda: first_three(likeness("jaccard")),
                Text(
                    "These are the nearest by Jaccard, which forgets how often; the question asks for the cosine.",
                    "Ce sont les plus proches selon Jaccard, qui oublie les fréquences ; la question demande le cosinus.",
                ),
            ),
            NearMiss(
                lambda: first_three(sums_of_products()),
                Text(
                    "In a sum of products long profiles win: the cosine divides by their lengths.",
                    "Dans une somme de produits, les profils longs l’emportent : le cosinus divise par leurs longueurs.",
                ),
            ),
            NearMiss(
                lambda: first_three(likeness_of_words()),
                Text(
                    "You compare words; the question asks for theme profiles: count_themes first.",
                    "Vous comparez des mots ; la question porte sur les profils thématiques : d’abord count_themes.",
                ),
            ),
            NearMiss(
                lambda: likeness().nsmallest(3).rename_axis("text").reset_index(name="cosine"),
                Text("These are the least similar texts.", "Ce sont les textes les moins semblables."),
            ),
            NearMiss(
                lambda: likeness().sort_values().tail(3).rename_axis("text").reset_index(name="cosine"),
                Text(
                    "The right three, in the wrong order: the most similar comes first.",
                    "Les bons textes, dans le mauvais ordre : le plus semblable vient en tête.",
                ),
            ),
            NearMiss(
                lambda: first_three(-distances()),
                Text(
                    "These are distances between counts, in which a long text is far from everyone: the question asks for the cosine.",
                    "Ce sont des distances entre fréquences, où un texte long est loin de tous : la question demande le cosinus.",
                ),
            ),
        ],
        columns=("text", "cosine"),
        tolerance=0.006,
        points=2,
        objective="O3",
    ),
    Question(
        "04b.claim",
        "choice",
        claim,
        (
            Text("What does one number of the table count?", "Que compte un nombre de ce tableau ?"),
            Text(
                "Compare the largest number with the number of texts, printed above.",
                "Comparez le plus grand nombre au nombre de textes, affiché au-dessus.",
            ),
            Text(
                "With 6 of 7 texts, a theme is in most of them, and not in every one.",
                "Avec 6 textes sur 7, un thème est dans la plupart, mais pas dans chacun.",
            ),
        ),
        near_misses=[
            NearMiss(
                lambda: "a",
                Text(
                    "Frequent is not important, and the sheets are ours: no count tells what matters to a company.",
                    "Fréquent ne veut pas dire important, et les fiches sont de nous : aucun comptage ne dit ce qui compte pour une entreprise.",
                ),
            ),
            NearMiss(
                lambda: "c",
                Text(
                    "No hit means that no entry was found. A paraphrase may speak of the subject all the same.",
                    "Aucune occurrence veut dire qu’aucune entrée n’a été trouvée. Une paraphrase peut en parler quand même.",
                ),
            ),
            NearMiss(
                lambda: "d",
                Text(
                    "This table knows no map; and near on the plane is not alike.",
                    "Ce tableau ne connaît pas de carte ; et proche sur le plan ne veut pas dire semblable.",
                ),
            ),
            NearMiss(
                lambda: "none" if claim() == "b" else "b",
                Text(
                    "Look at the largest number again, and at the number of texts.",
                    "Revoyez le plus grand nombre, et le nombre de textes.",
                ),
            ),
        ],
        choices=("a", "b", "c", "d", "none"),
        objective="O4",
    ),
    Question(
        "04b.finding",
        "evidence",
        hit_words,
        (
            Text(
                "Choose the word in the column hits, then read its lines: concordance(texts[part], word).",
                "Choisissez le mot dans la colonne hits, puis lisez ses lignes : concordance(texts[part], mot).",
            ),
            Text(
                "Word and count as hits has them, the count in figures; then copy at least four words of one line into « … ».",
                "Le mot et la fréquence comme dans hits, la fréquence en chiffres ; puis copiez au moins quatre mots d’une ligne entre guillemets (« … »).",
            ),
            Text(
                "On another text: In these sheets, Tournesol returns to prix 3 times: « nous gardons nos prix bas ».",
                "Sur un autre texte : Dans ces fiches, Tournesol revient sur prix 3 fois : « nous gardons nos prix bas ».",
            ),
        ),
        source=lambda: texts()[cell()[0]],
        begins=Text("In these sheets", "Dans ces fiches"),
        points=2,
        objective="O4",
    ),
]
