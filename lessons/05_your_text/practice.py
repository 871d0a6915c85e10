"""Questions of lesson 05; every reference is computed from the text in use."""

import re
from collections.abc import Callable
from functools import cache

import pandas as pd

from motamot import concordance, frequencies, load_interview, read_interview, stop_words, tokenize, words
from motamot.checks import NearMiss, Question, Text, pick

LETTER = (
    "Chers clients, l'atelier ferme en août. Chaque réparation commencée sera finie avant "
    "cette date. Pour une réparation urgente, l'atelier de Nice reste ouvert ; nos clients y "
    "gardent leurs prix. À la rentrée, l'atelier s'agrandit : plus de place, deux établis, et "
    "une réparation sur trois faite devant vous. Nos clients l'ont demandé, nous l'avons "
    "entendu. Le devis d'une réparation reste gratuit, l'atelier ne change pas de mains, et "
    "les clients de la première heure gardent leur carte. Écrivez-nous : l'atelier répond à "
    "tous ses clients. Nous serons trois au lieu de deux : une apprentie nous rejoint, et elle "
    "saura vous dire ce qui peut encore durer, ce qui ne le peut plus."
)
LETTER_WORD = pick("05.letter_word", ["clients", "atelier", "réparation"])


def turns() -> pd.DataFrame:
    """Return the table of turns of the text in use."""
    return read_interview(load_interview())


@cache
def answers_in(page: str) -> str:
    """Return the text of the answers on a page, once for each page."""
    return " ".join(read_interview(page).query("role == 'answer'")["text"])


def spoken() -> str:
    """Return the text of the answers."""
    return answers_in(load_interview())


def page() -> str:
    """Return the text of the whole page."""
    return " ".join(turns()["text"])


@cache
def left_of(text: str) -> tuple[str, ...]:
    """Return the words of a text without stop words, once for each text."""
    return tuple(words(text, stop=stop_words(keep=())))


def content() -> list[str]:
    """Return the words of the answers without stop words."""
    return list(left_of(spoken()))


def first_word() -> str:
    """Return the most frequent content word."""
    return str(frequencies(content())["word"].iloc[0])


def cell(listed: list[str], column: str) -> float:
    """Return a figure of the first content word in the table of a list of words."""
    return float(frequencies(listed).set_index("word").loc[first_word(), column])


def pairs() -> dict[str, str]:
    """Return each plural of the content words whose singular, of at least four letters, occurs as well."""
    listed = content()
    # Without the limit, cutting off every s would give the very same ranks.
    return {one + "s": one for one in listed if len(one) > 3 and one + "s" in listed}


def watched() -> list[str]:
    """Return the words whose ranks are asked for: singulars of pairs, and three others that end in s."""
    merged = pairs()
    known = {*merged, *merged.values()}
    whole = [one for one in frequencies(content())["word"] if one.endswith("s") and one not in known]
    return [*merged.values(), *whole[:2], *whole[2:][-1:]]


def exchanged_plurals(listed: list[str]) -> list[str]:
    """Return a list in which each plural of pairs is exchanged for its singular."""
    merged = pairs()
    return [merged.get(one, one) for one in listed]


def ranked(listed: list[str], method: str = "min", ascending: bool = False) -> pd.Series:
    """Return the rank of each word of a list."""
    return frequencies(listed).set_index("word")["count"].rank(ascending=ascending, method=method)


def ranks(method: str = "min", ascending: bool = False, reverse: bool = False) -> pd.DataFrame:
    """Return the ranks of the singulars of pairs, before and after merging."""
    exchanged = {one: many for many, one in pairs().items()} if reverse else pairs()
    together = [exchanged.get(one, one) for one in content()]
    both = {"rank_apart": ranked(content(), method, ascending)}
    both["rank_merged"] = ranked(together, method, ascending)
    return side_by_side(both["rank_apart"], both["rank_merged"], reverse)


def side_by_side(apart: pd.Series, merged: pd.Series, reverse: bool = False) -> pd.DataFrame:
    """Return two columns of ranks, one row a watched word; of plurals, if singulars were exchanged for them."""
    plurals = {one: many for many, one in pairs().items()} if reverse else {}
    kept = [plurals.get(one, one) for one in watched()]
    both = pd.DataFrame({"rank_apart": apart, "rank_merged": merged})
    return both.reindex(kept).rename_axis("word").reset_index()


def ranks_of_all_words() -> pd.DataFrame:
    """Return the ranks as a learner gets them who merges with the stop words still there."""
    listed = words(spoken())
    return side_by_side(ranked(listed), ranked(exchanged_plurals(listed)))


def ranks_of_stumps() -> pd.DataFrame:
    """Return the ranks as a learner gets them who cuts off every s."""
    return side_by_side(ranked(content()), ranked([one.rstrip("s") for one in content()]))


def ranks_found_as_stumps() -> pd.DataFrame:
    """Return the ranks as a learner gets them who cuts off every s and looks up what is left."""
    merged = ranked([one.removesuffix("s") for one in content()])
    return ranks().assign(rank_merged=lambda table: table["word"].str.removesuffix("s").map(merged))


def merged_only(wrong: pd.DataFrame) -> pd.DataFrame:
    """Return the ranks with the wrong ones in the new column only; the other is that of the exercise."""
    return ranks().assign(rank_merged=wrong["rank_merged"])


def counts_for_ranks() -> pd.DataFrame:
    """Return the counts of the watched words in the columns of their ranks."""
    together = exchanged_plurals(content())
    apart, merged = (frequencies(one).set_index("word")["count"] for one in (content(), together))
    return side_by_side(apart, merged)


def singulars_only(table: pd.DataFrame) -> pd.DataFrame:
    """Leave out the words that stand in no pair."""
    return table[table["word"].isin(pairs().values())]


def plurals_left() -> pd.DataFrame:
    """Return the ranks of someone who adds plurals to singulars and leaves the plurals in the table."""
    counts = frequencies(content()).set_index("word")["count"]
    for many, one in pairs().items():
        counts[one] += counts[many]
    return side_by_side(ranked(content()), counts.rank(ascending=False, method="min"))


def row_numbers() -> pd.DataFrame:
    """Return the numbers of the rows, from 0, in the columns of ranks."""
    return ranks("first").assign(
        rank_apart=lambda table: table["rank_apart"] - 1, rank_merged=lambda table: table["rank_merged"] - 1
    )


def anonymize(sentence: str, names: list[str]) -> str:
    """Replace each whole name by its number in the list, the longest first."""
    ordered = sorted(names, key=lambda name: -len(name))
    numbers = {name: f"[{number}]" for number, name in enumerate(names, start=1)}
    return re.sub(rf"\b(?:{'|'.join(ordered)})\b", lambda found: numbers[found[0]], sentence)


def one_by_one(sentence: str, names: list[str], pattern: str = "{}", flags: int = 0, start: int = 1) -> str:
    """Replace names in the order of the list."""
    for number, name in enumerate(names, start=start):
        sentence = re.sub(pattern.format(re.escape(name)), f"[{number}]", sentence, flags=flags)
    return sentence


def numbered_by_length(sentence: str, names: list[str]) -> str:
    """Replace the longest first, and number them in that order."""
    return one_by_one(sentence, sorted(names, key=len, reverse=True), r"\b{}\b")


def with_borders(pattern: str) -> Callable[[str, list[str]], str]:
    """Return a function that replaces the longest names first, each where a pattern around all of them fits."""

    def replaced(sentence: str, names: list[str]) -> str:
        every = pattern.format("|".join(sorted(names, key=len, reverse=True)))
        return re.sub(every, lambda found: f"[{names.index(found[0]) + 1}]", sentence)

    return replaced


def ignoring_case(sentence: str, names: list[str]) -> str:
    """Replace the longest names first, in capitals or not."""
    every = "|".join(sorted(names, key=len, reverse=True))
    numbers = {name.lower(): f"[{number}]" for number, name in enumerate(names, start=1)}
    return re.sub(rf"\b(?:{every})\b", lambda found: numbers[found[0].lower()], sentence, flags=re.I)


def lines(
    text: str, word: str, window: int = 4, parts: tuple[str, ...] = ("left", "node", "right")
) -> list[str]:
    """Return the lines of a concordance as texts."""
    found = concordance(text, word, window)[list(parts)]
    return [" ".join(line) for line in found.itertuples(index=False)]


def share(count=lambda line: len(words(line)), most: int = 4, whole: int = 0, **shown) -> float:
    """Return which share of the answers the first lines quote."""
    return sum(map(count, lines(spoken(), first_word(), **shown)[:most])) / (whole or len(words(spoken())))


def different_words() -> int:
    """Return how many different words the first four lines quote."""
    return len({word for line in lines(spoken(), first_word())[:4] for word in words(line)})


def two_words() -> list[dict]:
    """Return the rows of the two most frequent content words, with rates over all words."""
    every = frequencies(words(spoken()))
    return every[every["word"].isin(content())].head(2).to_dict("records")


def claim() -> str:
    """Return the claim that the intervals of the two words support."""
    first, second = two_words()
    return "b" if first["low"] > second["high"] else "none"


def sizes(text: str, word: str, count=lambda line: len(words(line)), window: int = 2, **shown) -> list[int]:
    """Return how many words each line of a concordance quotes."""
    return [count(line) for line in lines(text, word, window, **shown)]


def count_tokens(text: str) -> int:
    """Return how many tokens a text has, punctuation included."""
    return len(tokenize(text))


def count_pieces(text: str) -> int:
    """Return how many pieces stand between the spaces of a text."""
    return len(text.split())


def tenth(text: str) -> float:
    """Return how many words of a text may be quoted."""
    return len(words(text)) / 10


def fitting(listed: list[int], most: float) -> int:
    """Return how many numbers, added up from the first, stay within a limit."""
    return int((pd.Series(listed, dtype=float).cumsum() <= most).sum())


def lines_to_show(text: str, word: str) -> int:
    """Return how many lines, from the first, quote at most a tenth of the words of a text."""
    return fitting(sizes(text, word), tenth(text))


def skipping(text: str, word: str) -> int:
    """Return how many lines are shown by someone who goes on after a line that is too long."""
    shown: list[int] = []
    for size in sizes(text, word):
        if sum(shown) + size <= tenth(text):
            shown.append(size)
    return len(shown)


def different_so_far(text: str, word: str) -> int:
    """Return how many lines are shown by someone who counts each word of the lines once."""
    found = [set(words(line)) for line in lines(text, word, 2)]
    return sum(len(set().union(*found[:number])) <= tenth(text) for number in range(1, len(found) + 1))


def by_one_division(text: str, word: str) -> int:
    """Return the tenth of a text, divided by the words of the first line."""
    return int(tenth(text) // sizes(text, word)[0]) if sizes(text, word) else 0


def often() -> pd.DataFrame:
    """Return the content words that occur at least twice."""
    table = frequencies(content())[["word", "count"]]
    return table[table["count"] > 1]


QUESTIONS = [
    Question(
        "05.high",
        "number",
        lambda: cell(words(spoken()), "high"),
        (
            Text(
                "frequencies has a column high. Which list of words do you give it?",
                "frequencies a une colonne high. Quelle liste de mots lui donnez-vous ?",
            ),
            Text(
                'Make the table of words(spoken), then keep the row in which table["word"] == word.',
                'Faites le tableau de words(spoken), puis gardez la ligne où table["word"] == word.',
            ),
            Text(
                'On another list: table = frequencies(["a", "b", "a", "c"]); table.loc[table["word"] == "a", "count"].iloc[0] gives 2.',
                'Sur une autre liste : table = frequencies(["a", "b", "a", "c"]) ; table.loc[table["word"] == "a", "count"].iloc[0] donne 2.',
            ),
        ),
        near_misses=[
            NearMiss(
                lambda: cell(content(), "high"),
                Text(
                    "Your table holds only what the stop list left, so the rate is per 1,000 of those words. Count all words.",
                    "Votre tableau ne contient que ce que la liste a laissé : la fréquence relative vaut pour 1 000 de ces mots-là. Comptez tous les mots.",
                ),
            ),
            NearMiss(
                lambda: cell(words(spoken()), "low"),
                Text("This is the lower end.", "C’est la borne basse."),
            ),
            NearMiss(
                lambda: cell(words(spoken()), "per_1000"),
                Text(
                    "This is the rate itself; its interval stands in the next columns.",
                    "C’est la fréquence relative elle-même ; son intervalle est dans les colonnes suivantes.",
                ),
            ),
            NearMiss(
                lambda: cell(words(page()), "high"),
                Text(
                    "Your table holds the whole page: headline and questions, too.",
                    "Votre tableau porte sur la page entière, titre et questions compris.",
                ),
            ),
            NearMiss(
                lambda: cell(words(load_interview()), "high"),
                Text(
                    "Your table holds the raw page, load_interview(): keep the answers, spoken.",
                    "Votre tableau porte sur la page brute, load_interview() : gardez les réponses, spoken.",
                ),
            ),
            NearMiss(
                lambda: cell(words(spoken(), stop=stop_words()), "high"),
                Text(
                    "Your list lacks stop words, so the rate is per 1,000 of the words that are left. Count all words.",
                    "Il manque des mots vides à votre liste : la fréquence relative vaut pour 1 000 des mots restants. Comptez tous les mots.",
                ),
            ),
            NearMiss(
                lambda: cell(words(spoken()), "count"),
                Text(
                    "This is the count: the end of an interval is asked for, in the column high.",
                    "C’est la fréquence : on demande une borne d’intervalle, dans la colonne high.",
                ),
            ),
            NearMiss(
                lambda: float(frequencies(words(spoken()))["high"].iloc[0]),
                Text(
                    "This is the first word of all, a stop word: keep the row in which the word stands.",
                    "C’est le premier mot de tous, un mot vide : gardez la ligne où se trouve le mot demandé.",
                ),
            ),
        ],
        core=True,
        objective="O3",
    ),
    Question(
        "05.ranks",
        "table",
        ranks,
        (
            Text(
                "First a list in which each plural is exchanged for its singular, then the same three steps as in the cell.",
                "D’abord une liste où chaque pluriel est remplacé par son singulier, puis les trois mêmes étapes que dans la cellule.",
            ),
            Text(
                "pairs.get(one, one) gives the singular of a plural in pairs, and any other word as it is. pd.DataFrame puts two columns of ranks side by side.",
                "pairs.get(one, one) donne le singulier d’un pluriel de pairs, et tout autre mot tel quel. pd.DataFrame met deux colonnes de rangs côte à côte.",
            ),
            Text(
                'On another list: [{"bs": "b"}.get(one, one) for one in ["a", "bs", "b"]] gives [\'a\', \'b\', \'b\'], in which b has rank 1.',
                'Sur une autre liste : [{"bs": "b"}.get(one, one) for one in ["a", "bs", "b"]] donne [\'a\', \'b\', \'b\'], où b a le rang 1.',
            ),
        ),
        near_misses=[
            NearMiss(
                lambda: singulars_only(ranks()),
                Text(
                    "These are the singulars of pairs only: watched holds other words that end in s, too.",
                    "Ce ne sont que les singuliers de pairs : watched contient aussi d’autres mots qui finissent par s.",
                ),
            ),
            NearMiss(
                ranks_of_stumps,
                Text(
                    "You cut off every s, and words that end in s of themselves are lost: exchange the plurals of pairs only.",
                    "Vous coupez tous les s, et les mots qui finissent d’eux-mêmes par s se perdent : ne remplacez que les pluriels de pairs.",
                ),
            ),
            NearMiss(
                lambda: ranks_of_stumps().dropna(),
                Text(
                    "You cut off every s, and words that end in s of themselves are lost: exchange only the plurals of pairs.",
                    "Vous coupez tous les s, et les mots qui finissent d’eux-mêmes par s se perdent : remplacez seulement les pluriels de pairs.",
                ),
            ),
            NearMiss(
                lambda: ranks_of_stumps().fillna(0),
                Text(
                    "You cut off every s, and words that end in s of themselves get 0, which is no rank: exchange only the plurals of pairs.",
                    "Vous coupez tous les s, et les mots qui finissent d’eux-mêmes par s reçoivent 0, qui n’est pas un rang : remplacez seulement les pluriels de pairs.",
                ),
            ),
            NearMiss(
                ranks_found_as_stumps,
                Text(
                    "You cut off every s, and more words meet than pairs allows, short ones too: exchange the plurals of pairs, and no others.",
                    "Vous coupez tous les s, et plus de mots se confondent que pairs ne le permet, des mots brefs compris : remplacez les pluriels de pairs, et aucun autre.",
                ),
            ),
            NearMiss(
                lambda: merged_only(ranks("dense")),
                Text(
                    'In rank_merged words of equal count share a rank, and the next one follows at once; method="min" leaves the gap.',
                    'Dans rank_merged, les mots de même fréquence partagent un rang, et le suivant vient aussitôt ; method="min" laisse l’écart.',
                ),
            ),
            NearMiss(
                lambda: merged_only(ranks("first")),
                Text(
                    'In rank_merged words of equal count have different ranks; method="min" gives them one.',
                    'Dans rank_merged, des mots de même fréquence ont des rangs différents ; method="min" leur en donne un seul.',
                ),
            ),
            NearMiss(
                lambda: merged_only(ranks(ascending=True)),
                Text(
                    "In rank_merged the rarest word has rank 1: ascending=False begins with the most frequent.",
                    "Dans rank_merged, le mot le plus rare a le rang 1 : ascending=False commence par le plus fréquent.",
                ),
            ),
            NearMiss(
                lambda: merged_only(ranks("average", ascending=True)),
                Text(
                    'rank() alone begins with the rarest word, and gives words of equal count their mean rank: ascending=False, method="min".',
                    'rank() seul commence par le mot le plus rare, et donne aux mots de même fréquence leur rang moyen : ascending=False, method="min".',
                ),
            ),
            NearMiss(
                lambda: merged_only(counts_for_ranks()),
                Text(
                    'rank_merged holds counts; the rank of a word is its place: rank(ascending=False, method="min").',
                    'rank_merged contient des fréquences ; le rang d’un mot est sa place : rank(ascending=False, method="min").',
                ),
            ),
            NearMiss(
                plurals_left,
                Text(
                    "The plurals still have rows of their own and push other words down: once merged, they are gone.",
                    "Les pluriels ont encore leurs lignes et font reculer d’autres mots : une fois réunis, ils disparaissent.",
                ),
            ),
            NearMiss(
                counts_for_ranks,
                Text(
                    'These are counts; the rank of a word is its place: rank(ascending=False, method="min").',
                    'Ce sont des fréquences ; le rang d’un mot est sa place : rank(ascending=False, method="min").',
                ),
            ),
            NearMiss(
                row_numbers,
                Text(
                    "These are the numbers of the rows, from 0: ranks begin with 1, and words of equal count share one.",
                    "Ce sont les numéros des lignes, à partir de 0 : les rangs commencent à 1, et les mots de même fréquence en partagent un.",
                ),
            ),
            NearMiss(
                lambda: ranks().assign(rank_merged=ranks()["rank_apart"]),
                Text(
                    "Both columns are the same: the plurals are not merged yet.",
                    "Les deux colonnes sont les mêmes : les pluriels ne sont pas encore réunis.",
                ),
            ),
            NearMiss(
                lambda: ranks().rename(columns={"rank_apart": "rank_merged", "rank_merged": "rank_apart"}),
                Text(
                    "The two columns have changed places: which list was merged?",
                    "Les deux colonnes ont changé de place : quelle liste a été réunie ?",
                ),
            ),
            NearMiss(
                lambda: ranks("average"),
                Text(
                    'Words of equal count share the mean rank in your table; method="min" gives them the best one.',
                    'Dans votre tableau, les mots de même fréquence partagent le rang moyen ; method="min" leur donne le meilleur.',
                ),
            ),
            *[
                NearMiss(
                    way,
                    Text(
                        'One column has the best rank for words of equal count, the other the mean: method="min" in both.',
                        'Pour les mots de même fréquence, une colonne donne le meilleur rang, l’autre le rang moyen : method="min" dans les deux.',
                    ),
                )
                for way in (
                    lambda: ranks().assign(rank_merged=ranks("average")["rank_merged"]),
                    lambda: ranks().assign(rank_merged=ranks("average")["rank_merged"].astype(int)),
                )
            ],
            NearMiss(
                lambda: ranks(ascending=True),
                Text(
                    "Your rank 1 is the rarest word: ascending=False begins with the most frequent.",
                    "Votre rang 1 est le mot le plus rare : ascending=False commence par le plus fréquent.",
                ),
            ),
            NearMiss(
                ranks_of_all_words,
                Text(
                    "The stop words take part in your ranking: rank the list content.",
                    "Les mots vides participent à votre classement : classez la liste content.",
                ),
            ),
            NearMiss(
                lambda: ranks(reverse=True),
                Text(
                    "You exchange singulars for plurals; pairs goes from the plural to the singular.",
                    "Vous remplacez les singuliers par les pluriels ; pairs va du pluriel au singulier.",
                ),
            ),
            NearMiss(
                lambda: ranks("dense"),
                Text(
                    'Words of equal count share a rank, and the next one follows at once in your table; method="min" leaves the gap.',
                    'Les mots de même fréquence partagent un rang, et votre tableau passe aussitôt au suivant ; method="min" laisse l’écart.',
                ),
            ),
            NearMiss(
                lambda: ranks("first"),
                Text(
                    'Words of equal count have different ranks in your table; method="min" gives them one.',
                    'Dans votre tableau, des mots de même fréquence ont des rangs différents ; method="min" leur en donne un seul.',
                ),
            ),
            NearMiss(
                lambda: (
                    pd.DataFrame(
                        {
                            "rank_apart": ranked(content()),
                            "rank_merged": ranked(exchanged_plurals(content())),
                        }
                    )
                    .loc[list(pairs())]
                    .rename_axis("word")
                    .reset_index()
                ),
                Text(
                    "Your rows are the plurals, which have no rank once they are merged: keep those of the singulars.",
                    "Vos lignes sont les pluriels, qui n’ont plus de rang une fois réunis : gardez celles des singuliers.",
                ),
            ),
        ],
        columns=("word", "rank_apart", "rank_merged"),
        ordered=False,
        points=2,
        core=True,
        objective="O2",
    ),
    Question(
        "05.anonymize",
        "function",
        anonymize,
        (
            Text(
                "One pattern for all names: join them with |, whole words only. Which name has to come first in it?",
                "Un seul motif pour tous les noms : réunissez-les par |, en mots entiers. Lequel doit venir en premier ?",
            ),
            Text(
                "sorted(names, key=len, reverse=True) puts the longest first. re.sub takes a function that is given each find: found[0] is the name, names.index(...) its place from 0.",
                "sorted(names, key=len, reverse=True) met le plus long en premier. re.sub accepte une fonction, qui reçoit chaque trouvaille : found[0] est le nom, names.index(...) sa place à partir de 0.",
            ),
            Text(
                'On another sentence: re.sub(r"\\b(?:chat|chien)\\b", lambda found: found[0].upper(), "un chat, une chatte") gives \'un CHAT, une chatte\'.',
                'Sur une autre phrase : re.sub(r"\\b(?:chat|chien)\\b", lambda found: found[0].upper(), "un chat, une chatte") donne \'un CHAT, une chatte\'.',
            ),
        ),
        inputs=[
            ("Mme Roche et Paul quittent Nice.", ["Roche", "Paul"]),
            ("Roche quitte Rochefort.", ["Roche"]),
            ("LaRoche n'est pas Roche.", ["Roche"]),
            ("Une roche gêne Roche.", ["Roche"]),
            ("À Montélimar, Paul attend Mont.", ["Mont", "Paul"]),
            ("Anne Roche appelle Anne.", ["Anne", "Anne Roche"]),
            ("Ni Paul, ni Inès Roche : Inès seule.", ["Paul", "Inès", "Inès Roche"]),
            ("Anne Roche habite à Roche", ["Anne Roche", "Roche"]),
            ("D'Anne à Paul, d'Anne à Inès : « Paul », puis Zoé et Anne", ["Zoé", "Anne", "Inès", "Paul"]),
        ],
        near_misses=[
            NearMiss(
                one_by_one,
                Text(
                    "Names are found inside other words: Roche in Rochefort. Whole names have a border on each side.",
                    "Des noms sont trouvés à l’intérieur d’autres mots : Roche dans Rochefort. Un nom entier a une limite de chaque côté.",
                ),
            ),
            NearMiss(
                lambda sentence, names: one_by_one(sentence, names, r"\b{}\b"),
                Text(
                    "Of Anne Roche only Anne is replaced where both are in the list: the longer name goes first.",
                    "D’Anne Roche, seule Anne est remplacée quand les deux sont dans la liste : le nom le plus long passe d’abord.",
                ),
            ),
            NearMiss(
                with_borders("(?:{})"),
                Text(
                    "The longest goes first, but names are found inside other words: Roche in Rochefort. A whole name has a border on each side.",
                    "Le plus long passe d’abord, mais des noms sont trouvés à l’intérieur d’autres mots : Roche dans Rochefort. Un nom entier a une limite de chaque côté.",
                ),
            ),
            NearMiss(
                lambda sentence, names: one_by_one(sentence, names, r"\b{}"),
                Text(
                    "Roche is found at the beginning of Rochefort: a whole name has a border after it as well; and the longer name goes first.",
                    "Roche est trouvé au début de Rochefort : un nom entier a aussi une limite après lui ; et le nom le plus long passe d’abord.",
                ),
            ),
            NearMiss(
                with_borders(r"\b(?:{})"),
                Text(
                    "Roche is found at the beginning of Rochefort: a whole name has a border after it as well.",
                    "Roche est trouvé au début de Rochefort : un nom entier a aussi une limite après lui.",
                ),
            ),
            NearMiss(
                with_borders(r"(?:{})\b"),
                Text(
                    "Roche is found at the end of LaRoche: a whole name has a border before it as well.",
                    "Roche est trouvé à la fin de LaRoche : un nom entier a aussi une limite avant lui.",
                ),
            ),
            NearMiss(
                ignoring_case,
                Text(
                    "Without capitals a stone becomes a person: une roche stays. Leave re.I (re.IGNORECASE) away.",
                    "Sans les majuscules, une pierre devient une personne : une roche reste. Retirez re.I (re.IGNORECASE).",
                ),
            ),
            NearMiss(
                lambda sentence, names: one_by_one(sentence, names, r"\b{}\b", re.IGNORECASE),
                Text(
                    "A stone has become a person: une roche stays, capitals count here (no re.I); and the longer name goes first.",
                    "Une pierre est devenue une personne : une roche reste, les majuscules comptent ici (pas de re.I) ; et le nom le plus long passe d’abord.",
                ),
            ),
            NearMiss(
                lambda sentence, names: one_by_one(sentence, names[::-1], r"\b{}\b"),
                Text(
                    "The list turned round puts the longer name first only by luck, and changes the numbers: sort by length, number by the list.",
                    "Retourner la liste ne met le nom le plus long en tête que par chance, et change les numéros : triez par longueur, numérotez selon la liste.",
                ),
            ),
            NearMiss(
                lambda sentence, names: re.sub(
                    rf"\b(?:{'|'.join(sorted(names, key=len, reverse=True))})\b",
                    lambda found: f"[{names.index(found[0]) + 1}]",
                    sentence,
                    count=len(names),
                ),
                Text(
                    "A name that comes again stays as it was: replace it each time.",
                    "Un nom qui revient reste tel quel : remplacez-le chaque fois.",
                ),
            ),
            NearMiss(
                with_borders(r"\b{}\b"),
                Text(
                    "The borders belong to the first and the last name only, and Mont is found in Montélimar: put the names in a group, (?:...).",
                    "Les limites ne valent que pour le premier et le dernier nom, et Mont est trouvé dans Montélimar : mettez les noms dans un groupe, (?:...).",
                ),
            ),
            NearMiss(
                with_borders(r"(?<![A-Za-z])(?:{})(?![A-Za-z])"),
                Text(
                    "Letters with accents are letters, too: Montélimar does not end before é. \\b knows them.",
                    "Les lettres accentuées sont aussi des lettres : Montélimar ne s’arrête pas devant é. \\b les connaît.",
                ),
            ),
            NearMiss(
                numbered_by_length,
                Text(
                    "The longest goes first, but the numbers follow the list as it was given.",
                    "Le plus long passe d’abord, mais les numéros suivent la liste telle qu’elle est donnée.",
                ),
            ),
            NearMiss(
                lambda sentence, names: re.sub(
                    r"\[(\d+)\]", lambda found: f"[{int(found[1]) - 1}]", anonymize(sentence, names)
                ),
                Text("Your numbers begin with 0.", "Vos numéros commencent à 0."),
            ),
            NearMiss(
                lambda sentence, names: re.sub(r"\[\d+\]", "[1]", anonymize(sentence, names)),
                Text(
                    "Every name gets the same number: then nobody can tell who speaks to whom.",
                    "Chaque nom reçoit le même numéro : on ne sait plus qui parle à qui.",
                ),
            ),
            NearMiss(
                lambda sentence, names: one_by_one(sentence, sorted(names, key=len, reverse=True)),
                Text(
                    "Names are found inside other words and numbered in your order: Rochefort stays whole, and the numbers follow the list as it was given.",
                    "Des noms sont trouvés dans d’autres mots et numérotés dans votre ordre : Rochefort reste entier, et les numéros suivent la liste telle qu’elle est donnée.",
                ),
            ),
            NearMiss(
                lambda sentence, names: re.sub(rf"\b(?:{'|'.join(names)})\b", "[1]", sentence),
                Text(
                    "All names share one number, and a short one goes first: of Anne Roche only Anne is found, and nobody can tell who speaks to whom.",
                    "Tous les noms partagent un numéro, et un nom court passe d’abord : d’Anne Roche seule Anne est trouvée, et l’on ne sait plus qui parle à qui.",
                ),
            ),
            NearMiss(
                lambda sentence, names: re.sub(rf"\b(?:{'|'.join(names)})\b", "", sentence),
                Text(
                    "The names are deleted: a number in square brackets is to stand in their place.",
                    "Les noms sont supprimés : un numéro entre crochets doit prendre leur place.",
                ),
            ),
            NearMiss(
                lambda sentence, names: re.sub(r"\[(\d+)\]", r"\1", anonymize(sentence, names)),
                Text(
                    "The square brackets are missing: [1], not 1.",
                    "Il manque les crochets : [1], et non 1.",
                ),
            ),
            NearMiss(
                lambda sentence, names: re.sub(
                    r"\[(\d+)\]", lambda found: f"[{int(found[1]) - 1}]", one_by_one(sentence, names)
                ),
                Text(
                    "Your numbers begin with 0, and names are found inside other words: Rochefort stays whole.",
                    "Vos numéros commencent à 0, et des noms sont trouvés dans d’autres mots : Rochefort reste entier.",
                ),
            ),
            NearMiss(
                lambda sentence, names: re.sub(
                    r"\[(\d+)\]",
                    lambda found: f"[{int(found[1]) - 1}]",
                    one_by_one(sentence, names, r"\b{}\b"),
                ),
                Text(
                    "Your numbers begin with 0, and of Anne Roche only Anne is replaced: the longer name goes first.",
                    "Vos numéros commencent à 0, et d’Anne Roche seule Anne est remplacée : le nom le plus long passe d’abord.",
                ),
            ),
            NearMiss(
                lambda sentence, names: re.sub(r"\[(\d+)\]", r"(\1)", anonymize(sentence, names)),
                Text(
                    "Right but for the brackets: [1], not (1).",
                    "C’est juste, aux crochets près : [1], et non (1).",
                ),
            ),
            NearMiss(
                lambda sentence, names: anonymize(sentence.lower(), [name.lower() for name in names]),
                Text(
                    "Your sentence has lost its capitals, and a stone has become a person: une roche stays.",
                    "Votre phrase a perdu ses majuscules, et une pierre est devenue une personne : une roche reste.",
                ),
            ),
            NearMiss(
                lambda sentence, names: anonymize(sentence, names[:1]),
                Text(
                    "Only the first name of the list is replaced: does your function return inside the loop?",
                    "Seul le premier nom de la liste est remplacé : votre fonction sort-elle par return dans la boucle ?",
                ),
            ),
            NearMiss(
                lambda sentence, names: sentence,
                Text(
                    'The sentence comes back as it was. Is the new text kept, which re.sub and replace return? And does an r stand before the quotes, as in r"\\b"? Without it, \\b is no border.',
                    'La phrase revient telle quelle. Le nouveau texte que renvoient re.sub et replace est-il gardé ? Et y a-t-il un r devant les guillemets, comme dans r"\\b" ? Sans lui, \\b n’est pas une limite.',
                ),
            ),
        ],
        points=2,
        core=True,
        objective="O1",
        library_allowed=False,
    ),
    Question(
        "05.quoted_share",
        "number",
        share,
        (
            Text(
                "How many words has each of the four lines, and how many have the answers?",
                "Combien de mots a chacune des quatre lignes, et combien en ont les réponses ?",
            ),
            Text(
                'lines.head(4).itertuples(index=False) gives the lines one by one; " ".join(line) makes a text of one, words(...) counts it.',
                'lines.head(4).itertuples(index=False) donne les lignes une à une ; " ".join(line) en fait un texte, words(...) le compte.',
            ),
            Text(
                'On another line: len(words(" ".join(("à l\'heure", "de", "midi")))) gives 5.',
                'Sur une autre ligne : len(words(" ".join(("à l\'heure", "de", "midi")))) donne 5.',
            ),
        ),
        near_misses=[
            NearMiss(
                lambda: 100 * share(),
                Text(
                    "This is a percentage; give a share between 0 and 1.",
                    "C’est un pourcentage ; donnez une part entre 0 et 1.",
                ),
            ),
            NearMiss(
                lambda: round(share() * len(words(spoken()))),
                Text(
                    "So many words are quoted; divide them by all words of the answers.",
                    "C’est le nombre de mots cités ; divisez-le par tous les mots des réponses.",
                ),
            ),
            NearMiss(
                lambda: share(lambda line: len(set(words(line)))),
                Text(
                    "You count each word once a line, `set(...)`: count every word, `words(...)` alone.",
                    "Vous comptez chaque mot une fois par ligne, `set(...)` : comptez tous les mots, `words(...)` seul.",
                ),
            ),
            NearMiss(
                lambda: different_words() / len(words(spoken())),
                Text(
                    "You count different words, `set(...)`: a word in two lines counts twice.",
                    "Vous comptez des mots différents, `set(...)` : un mot présent dans deux lignes compte deux fois.",
                ),
            ),
            NearMiss(
                lambda: share(parts=("left", "right")),
                Text(
                    "The node is missing: it is quoted as well.",
                    "Il manque le pivot : il est cité, lui aussi.",
                ),
            ),
            NearMiss(
                lambda: share(most=9999),
                Text(
                    "You count all lines; you show four of them.",
                    "Vous comptez toutes les lignes ; vous en montrez quatre.",
                ),
            ),
            NearMiss(
                lambda: share(lambda line: len(line.split())),
                Text(
                    "You count pieces between spaces in the numerator; the rule is words().",
                    "Vous comptez les morceaux entre deux espaces au numérateur ; la règle est words().",
                ),
            ),
            NearMiss(
                lambda: share(whole=len(words(page()))),
                Text(
                    "You divide by the words of the page; the question is about the answers.",
                    "Vous divisez par les mots de la page ; la question porte sur les réponses.",
                ),
            ),
            NearMiss(
                lambda: share(whole=len(content())),
                Text(
                    "You divide by the words that the stop list left; divide by all words of the answers.",
                    "Vous divisez par les mots que la liste a laissés ; divisez par tous les mots des réponses.",
                ),
            ),
            NearMiss(
                lambda: share(window=5),
                Text(
                    "Your lines show five tokens on each side; four are asked for.",
                    "Vos lignes montrent cinq mots ou signes de chaque côté ; on en demande quatre.",
                ),
            ),
            NearMiss(
                lambda: share(len, whole=len(spoken())),
                Text(
                    "You compare characters, not words.",
                    "Vous comparez des caractères, et non des mots.",
                ),
            ),
            NearMiss(
                lambda: share(whole=len(spoken())),
                Text(
                    "You divide by the characters: len of a text; words(...) makes a list of its words.",
                    "Vous divisez par les caractères : len d’un texte ; words(...) en fait la liste des mots.",
                ),
            ),
            NearMiss(
                lambda: share(whole=len(spoken().split())),
                Text(
                    "You divide by the pieces between spaces; the rule is words(), in the denominator as well.",
                    "Vous divisez par les morceaux entre deux espaces ; la règle est words(), au dénominateur aussi.",
                ),
            ),
            NearMiss(
                lambda: share(lambda line: len(line.split()), whole=len(spoken().split())),
                Text(
                    "You count pieces between spaces, in numerator and denominator; the rule is words().",
                    "Vous comptez des morceaux entre deux espaces, au numérateur et au dénominateur ; la règle est words().",
                ),
            ),
            NearMiss(
                lambda: min(4, len(lines(spoken(), first_word()))) / len(lines(spoken(), first_word())),
                Text(
                    "This is the share of the lines; the question is how much of the answers they quote, in words.",
                    "C’est la part des lignes ; la question est la part des réponses qu’elles citent, en mots.",
                ),
            ),
            NearMiss(
                lambda: 4 * 9 / len(words(spoken())),
                Text(
                    "Not every line has nine words: a window holds commas as well, and the text has ends. Count the words of each line.",
                    "Toutes les lignes n’ont pas neuf mots : une fenêtre contient aussi des virgules, et le texte a des bords. Comptez les mots de chaque ligne.",
                ),
            ),
        ],
        points=2,
        objective="O4",
    ),
    Question(
        "05.fault",
        "choice",
        lambda: "denominator",
        (
            Text(
                "Do the division again: count, divided by the words of the answers, times 1,000.",
                "Refaites la division : la fréquence, divisée par les mots des réponses, fois 1 000.",
            ),
            Text(
                "Which denominator would give the rate that stands there?",
                "Quel dénominateur donnerait la fréquence relative indiquée ?",
            ),
            Text(
                "In another row, 4 in 200 words would be 20.0 per 1,000; in the 80 left, 50.0.",
                "Dans une autre ligne, 4 sur 200 mots donnerait 20,0 pour 1 000 ; sur les 80 restants, 50,0.",
            ),
        ),
        near_misses=[
            NearMiss(
                lambda: "count",
                Text(
                    "How many hits would give this rate in 600 words? Not a whole number.",
                    "Combien d’occurrences donneraient cette fréquence relative sur 600 mots ? Pas un nombre entier.",
                ),
            ),
            NearMiss(
                lambda: "unit",
                Text(
                    "Per 100 words the rate would be smaller than per 1,000; this one is too large.",
                    "Pour 100 mots, elle serait plus petite que pour 1 000 ; celle-ci est trop grande.",
                ),
            ),
            NearMiss(
                lambda: "interval",
                Text(
                    "The interval holds the rate, and both are off by the same factor.",
                    "L’intervalle contient la fréquence relative, et tous deux sont faux du même facteur.",
                ),
            ),
        ],
        choices=("denominator", "count", "unit", "interval"),
        objective="O4",
    ),
    Question(
        "05.claim",
        "choice",
        claim,
        (
            Text("What does an interval say, and what not?", "Que dit un intervalle, et que ne dit-il pas ?"),
            Text(
                "Compare low of the first row with high of the second.",
                "Comparez low de la première ligne avec high de la seconde.",
            ),
            Text(
                "With 8 to 20 for one word and 2 to 7 for another, the first plausibly stays ahead: 8 > 7.",
                "Avec 8 à 20 pour un mot et 2 à 7 pour un autre, le premier reste vraisemblablement devant : 8 > 7.",
            ),
        ),
        near_misses=[
            NearMiss(
                lambda: "a",
                Text(
                    "Frequent is not important: no column holds importance.",
                    "Fréquent ne veut pas dire important : aucune colonne ne contient l’importance.",
                ),
            ),
            NearMiss(
                lambda: "none" if claim() == "b" else "b",
                Text(
                    "Look at the two intervals again: where does the first begin, where does the second end?",
                    "Revoyez les deux intervalles : où commence le premier, où finit le second ?",
                ),
            ),
            NearMiss(
                lambda: "c",
                Text(
                    "An overlap leaves the order open; it does not make two words equal.",
                    "Un chevauchement laisse l’ordre ouvert ; il ne rend pas deux mots égaux.",
                ),
            ),
        ],
        choices=("a", "b", "c", "none"),
        objective="O3",
    ),
    Question(
        "05.lines_to_show",
        "function",
        lines_to_show,
        (
            Text(
                "How many words may be quoted at most, and how many has each line?",
                "Combien de mots peut-on citer au plus, et combien en a chaque ligne ?",
            ),
            Text(
                "Add up the words of the lines from the top, and stop before the sum is too large: cumsum() adds up a column, as the lesson does for so_far.",
                "Additionnez les mots des lignes depuis la première, et arrêtez-vous avant que la somme soit trop grande. cumsum() additionne ainsi une colonne : voyez so_far, dans la leçon.",
            ),
            Text(
                "On other lines: pd.Series([6, 9, 8]).cumsum() is 6, 15, 23; with at most 20 words, two lines.",
                "Sur d’autres lignes : pd.Series([6, 9, 8]).cumsum() donne 6, 15, 23 ; avec 20 mots au plus, deux lignes.",
            ),
        ),
        # Lines of one or two words, so that texts are short enough to be shown whole, and worked out by hand.
        inputs=[
            ("« Non ! » dit Luc. « Non ? » dit Zoé. Il n'a ni pain ni sel : il n'a pas su dire non.", "non"),
            (
                "« Oui ! » dit Zoé. « Oui, j'y vais. » Luc l'a vu : il n'a ni sac ni pain, et il a l'air las. « Oui ? » dit-il.",
                "oui",
            ),
            (
                "Là, on a vu Léa. « Là ? » dit Luc. « Là ! » dit-elle. Ni lui ni moi n'y étions, on n'a vu ni âne ni bât.",
                "là",
            ),
            (
                "« Vite, vite ! » dit Luc. On n'a ni sac ni pain, l'âne est las, et on n'a pas l'air d'un roi.",
                "vite",
            ),
            ("Ah, on y va ? « Ah ! » dit Zoé, et l'on n'y va pas.", "ah"),
            (
                "Ici on a du blé, du thé, l'eau et l'air ; on y a l'été, on n'y a ni or ni jeu, et on y va à vélo.",
                "ici",
            ),
            # No line; but the words of the letter stand in it, and chers in the letter.
            (
                "Il lut : « Atelier ». « Clients ». « Réparation ». Puis il s'en alla à pied, et n'a rien dit de l'été.",
                "chers",
            ),
            (
                "Madame, nous avons un tarif à vous proposer. L'armoire n'a plus de porte, l'étagère n'est pas d'époque, et l'on ne sait d'où vient l'odeur : l'ébéniste s'en occupe. Sans l'accord d'ici l'été, le tarif n'est plus valable.",
                "tarif",
            ),
            # Five lines to show, so that `head(4)`, as in exercise 4, is too few.
            (
                "Luc l'interroge. L'atelier est-il ouvert ? « Non ! » Y a-t-il du thé, du pain ? « Non ! » L'âne d'Anne est-il là ? « Non ! » Et l'eau, est-elle bonne l'été ? « Non ! » N'y a-t-il donc ni bal ni jeu ? « Non ! » Luc s'en va, l'air las : ici, on ne dit ni oui, ni si, ni peut-être.",
                "non",
            ),
            (LETTER, LETTER_WORD),
        ],
        near_misses=[
            *[
                NearMiss(
                    way,
                    Text(
                        "Your function looks at `letter` or `letter_word`, whatever it is given: inside it, use its own `text` and `word`.",
                        "Votre fonction regarde `letter` ou `letter_word`, quoi qu’on lui donne : à l’intérieur, employez ses propres `text` et `word`.",
                    ),
                )
                for way in (
                    lambda text, word: lines_to_show(LETTER, LETTER_WORD),
                    lambda text, word: lines_to_show(LETTER, word),
                    lambda text, word: lines_to_show(text, LETTER_WORD),
                    lambda text, word: fitting(sizes(text, word), tenth(LETTER)),
                    lambda text, word: fitting(sizes(LETTER, word), tenth(text)),
                    lambda text, word: fitting(sizes(LETTER, LETTER_WORD), tenth(text)),
                    lambda text, word: fitting(sizes(text, LETTER_WORD), tenth(LETTER)),
                )
            ],
            *[
                NearMiss(
                    way,
                    Text(
                        "With that last line you are above one in ten: stop before.",
                        "Avec cette dernière ligne, vous dépassez un dixième : arrêtez-vous avant.",
                    ),
                )
                for way in (
                    lambda text, word: lines_to_show(text, word) + 1,
                    lambda text, word: min(lines_to_show(text, word) + 1, len(sizes(text, word))),
                )
            ],
            NearMiss(
                lambda text, word: sum(
                    sum(sizes(text, word)[:number]) < tenth(text)
                    for number in range(1, len(sizes(text, word)) + 1)
                ),
                Text(
                    "Where the words quoted are exactly one in ten, you stop a line too early: at most is `<=`, not `<`.",
                    "Quand les mots cités font exactement un dixième, vous vous arrêtez une ligne trop tôt : au plus s’écrit `<=`, et non `<`.",
                ),
            ),
            *[
                NearMiss(
                    way,
                    Text(
                        "One more line fits: with it, the words quoted are still at most one in ten.",
                        "Une ligne de plus tient encore : avec elle, les mots cités font toujours au plus un dixième.",
                    ),
                )
                for way in (
                    lambda text, word: lines_to_show(text, word) - 1,
                    lambda text, word: max(lines_to_show(text, word) - 1, 0),
                )
            ],
            NearMiss(
                lambda text, word: fitting(sizes(text, word, parts=("left", "right")), tenth(text)),
                Text(
                    "The node is missing: it is quoted as well.",
                    "Il manque le pivot : il est cité, lui aussi.",
                ),
            ),
            NearMiss(
                lambda text, word: len(sizes(text, word)),
                Text(
                    "These are all lines: how many words do they quote together? Compare with the words of the text, not with `len(text)`, its characters.",
                    "Ce sont toutes les lignes : combien de mots citent-elles ensemble ? Comparez avec les mots du texte, et non avec `len(text)`, ses caractères.",
                ),
            ),
            NearMiss(
                lambda text, word: sum(size <= tenth(text) for size in sizes(text, word)),
                Text(
                    "You compare each line with the tenth by itself; add up the lines from the first one on.",
                    "Vous comparez chaque ligne, seule, avec le dixième ; additionnez les lignes à partir de la première.",
                ),
            ),
            *[
                NearMiss(
                    way,
                    Text(
                        "You count tokens, or pieces between spaces; the rule is `words()`, for the lines and for the text.",
                        "Vous comptez les signes de ponctuation avec les mots, ou des morceaux entre deux espaces ; la règle est `words()`, pour les lignes et pour le texte.",
                    ),
                )
                for way in (
                    lambda text, word: fitting(sizes(text, word, count_tokens), tenth(text)),
                    lambda text, word: fitting(sizes(text, word, count_tokens), count_tokens(text) / 10),
                    lambda text, word: fitting(sizes(text, word), count_tokens(text) / 10),
                    lambda text, word: fitting(sizes(text, word, count_pieces), tenth(text)),
                    lambda text, word: fitting(sizes(text, word, count_pieces), count_pieces(text) / 10),
                    lambda text, word: fitting(sizes(text, word), count_pieces(text) / 10),
                )
            ],
            *[
                NearMiss(
                    way,
                    Text(
                        "One division takes all lines for equally long: a window holds commas as well, and the text has ends. Count the words of each line.",
                        "Une seule division suppose des lignes de même longueur : une fenêtre contient aussi des virgules, et le texte a des bords. Comptez les mots de chaque ligne.",
                    ),
                )
                for way in (lambda text, word: int(tenth(text) // 5), by_one_division)
            ],
            *[
                NearMiss(
                    way,
                    Text(
                        "You sort the lines, or begin at the end: they are shown in the order of the text, from the first one on.",
                        "Vous triez les lignes, ou commencez par la fin : on les montre dans l’ordre du texte, à partir de la première.",
                    ),
                )
                for way in (
                    lambda text, word: fitting(sorted(sizes(text, word)), tenth(text)),
                    lambda text, word: fitting(sorted(sizes(text, word), reverse=True), tenth(text)),
                    lambda text, word: fitting(sizes(text, word)[::-1], tenth(text)),
                )
            ],
            NearMiss(
                skipping,
                Text(
                    "You jump over a line that is too long and go on with shorter ones: the first line that does not fit is the end.",
                    "Vous sautez une ligne trop longue et continuez avec de plus courtes : la première ligne qui ne tient pas met fin à la liste.",
                ),
            ),
            NearMiss(
                lambda text, word: fitting(sizes(text, word), round(tenth(text))),
                Text(
                    "You round the tenth: with 27 words it is 2.7, and three words are too many.",
                    "Vous arrondissez le dixième : pour 27 mots, c’est 2,7, et trois mots sont de trop.",
                ),
            ),
            *[
                NearMiss(
                    way,
                    Text(
                        "You count different words, `set(...)`: a word that is quoted twice counts twice.",
                        "Vous comptez des mots différents, `set(...)` : un mot cité deux fois compte deux fois.",
                    ),
                )
                for way in (
                    different_so_far,
                    lambda text, word: fitting(
                        sizes(text, word, lambda line: len(set(words(line)))), tenth(text)
                    ),
                )
            ],
            *[
                NearMiss(
                    lambda text, word, window=window: fitting(sizes(text, word, window=window), tenth(text)),
                    Text(
                        "The lines of your function have another width: two tokens on each side, `window=2`.",
                        "Les lignes de votre fonction ont une autre largeur : deux mots ou signes de chaque côté, `window=2`.",
                    ),
                )
                for window in (5, 4, 1)
            ],
            *[
                NearMiss(
                    lambda text, word, most=most: fitting(sizes(text, word)[:most], tenth(text)),
                    Text(
                        "Your function looks at the first three or four lines only: take `head(...)` off, and begin with all of them.",
                        "Votre fonction ne regarde que les trois ou quatre premières lignes : retirez `head(...)`, et partez de toutes.",
                    ),
                )
                for most in (4, 3)
            ],
            NearMiss(
                lambda text, word: fitting(sizes(text, word, lambda line: 3), tenth(text)),
                Text(
                    'You count three for every line: `len(line)` counts its columns left, node and right. Join them first, `words(" ".join(line))`.',
                    'Vous comptez trois pour chaque ligne : `len(line)` compte ses colonnes left, node et right. Réunissez-les d’abord, `words(" ".join(line))`.',
                ),
            ),
            NearMiss(
                lambda text, word: sum(sizes(text, word)) / len(words(text)),
                Text(
                    "This is the share of the text that all lines quote; the question asks for a number of lines.",
                    "C’est la part du texte que citent toutes les lignes ; la question porte sur un nombre de lignes.",
                ),
            ),
            NearMiss(
                lambda text, word: int(tenth(text)),
                Text(
                    "So many words may be quoted; the question asks for lines.",
                    "C’est le nombre de mots que l’on peut citer ; la question porte sur les lignes.",
                ),
            ),
            *[
                NearMiss(
                    way,
                    Text(
                        "These are the words that the lines quote; the question asks for lines.",
                        "Ce sont les mots que citent les lignes ; la question porte sur les lignes.",
                    ),
                )
                for way in (
                    lambda text, word: sum(sizes(text, word)[: lines_to_show(text, word)]),
                    lambda text, word: sum(sizes(text, word)),
                )
            ],
            NearMiss(
                lambda text, word: min(lines_to_show(text, word), 1),
                Text(
                    "Only the first line is looked at: `return` stands inside the loop and ends it.",
                    "Seule la première ligne est regardée : `return` se trouve dans la boucle et l’arrête.",
                ),
            ),
        ],
        objective="O4",
        points=2,
    ),
    Question(
        "05.evidence",
        "evidence",
        often,
        (
            Text(
                "Choose the word first, then read its lines: concordance(spoken, word).",
                "Choisissez d’abord le mot, puis lisez ses lignes : concordance(spoken, mot).",
            ),
            Text(
                "Word and count as the table has them; then copy at least four words of one line into « … ».",
                "Le mot et la fréquence tels qu’ils sont dans le tableau ; puis copiez au moins quatre mots d’une ligne entre guillemets (« … »).",
            ),
            Text(
                "On another text: This letter turns on repairs, réparation 4 times: « une réparation sur trois faite ». It does not say what they cost.",
                "Sur un autre texte : Cette lettre tourne autour du mot réparation, 4 fois : « une réparation sur trois faite ». Elle n’en dit pas le prix.",
            ),
        ),
        source=spoken,
        points=2,
        core=True,
        objective="O3",
    ),
]
