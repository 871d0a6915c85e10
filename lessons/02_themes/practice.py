"""Questions of lesson 02; every reference is computed from the text in use and the kit's codings."""

import re
from collections.abc import Callable
from dataclasses import replace

import pandas as pd

from motamot import (
    concordance,
    count_themes,
    gold_paragraphs,
    load_gold,
    load_interview,
    load_lexicon,
    read_interview,
    validate_themes,
    words,
)
from motamot.checks import NearMiss, Question, Text, pick

ENTRIES = [
    ("stores", "magasin*"),
    ("service", "client*"),
    ("data", "e-commerce"),
    ("marketplace", "vendeur*"),
]
LETTER = [
    "À l'occasion de nos vingt ans, nous avons invité tous nos clients et baissé nos prix.",
    "Nos meubles d'occasion plaisent à nos clients : la seconde main et le recyclage progressent.",
    "Nous construisons avec nos clients et nos fournisseurs des relations durables.",
    "Les emballages en plastique ont disparu de nos entrepôts, et nos émissions de carbone reculent.",
    "Nos magasins et nos camions consomment moins d'énergie.",
    "Un magasin sur deux recycle ses cartons, et nos clients y rapportent les leurs.",
    "Chaque table rapportée par un client sera démontée, et son bois servira de nouveau.",
]


def turns() -> pd.DataFrame:
    """Return the table of turns of the text in use."""
    return read_interview(load_interview())


def answers() -> pd.DataFrame:
    """Return the paragraphs of the answers."""
    return turns().query("role == 'answer'")


def spoken() -> str:
    """Return the text of the answers."""
    return " ".join(answers()["text"])


def page() -> str:
    """Return the text of the whole page."""
    return " ".join(turns()["text"])


def country_hits(text: str, pattern: str = "fran*") -> int:
    """Count the tokens of a text that fit the pattern."""
    return len(concordance(text, pattern))


def touched_table(texts: pd.Series) -> pd.DataFrame:
    """Return in how many texts each theme occurs."""
    counted = count_themes(texts, load_lexicon())
    counted["paragraphs"] = counted["count"].gt(0)
    return counted.groupby("theme", as_index=False)["paragraphs"].sum()


def hits_table(texts: pd.Series) -> pd.DataFrame:
    """Return the hits of each theme in the texts, as a learner would who forgets the paragraphs."""
    counted = count_themes(texts, load_lexicon())
    return counted.groupby("theme", as_index=False)["count"].sum().rename(columns={"count": "paragraphs"})


def touched_between(before: str, after: str, ignore_case: bool = True) -> Callable[..., int]:
    """Return a function that counts the paragraphs, in lower case, in which an entry stands between borders."""
    flags = re.IGNORECASE if ignore_case else 0
    return lambda paragraphs, entries: sum(
        bool(re.search(f"{before}(?:{'|'.join(entries)}){after}", text.lower(), flags=flags))
        for text in paragraphs
    )


def touched(paragraphs: list[str], entries: list[str]) -> int:
    """Count the paragraphs in which an entry stands as a whole word."""
    entry = re.compile(rf"\b(?:{'|'.join(entries)})\b", re.IGNORECASE)
    return len([text for text in paragraphs if entry.search(text)])


def codings() -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the kit's two codings as True and False."""
    return load_gold("a") == 1, load_gold("b") == 1


def found_by(lexicon) -> pd.DataFrame:
    """Return where a lexicon finds each theme, in the rows and columns of the codings."""
    coding = load_gold("a")
    counted = count_themes(gold_paragraphs().loc[coding.index, "text"], lexicon)
    wide = counted.pivot(index="text", columns="theme", values="count")
    return wide.loc[coding.index, coding.columns] > 0


def same_decision() -> pd.DataFrame:
    """Return where the kit's two codings agree, on a 1 or on a 0."""
    first, second = codings()
    return first == second


def share(part: pd.DataFrame, whole: pd.DataFrame) -> float:
    """Return which share of the true cells of `whole` are true in `part` too."""
    return float((part & whole).to_numpy().sum() / whole.to_numpy().sum())


def found_where_all_agree() -> pd.DataFrame:
    """Return what the lexicon found in the paragraphs on which the codings agree for every theme."""
    return found_by(load_lexicon())[same_decision().all(axis=1)]


def agreed_precision() -> float:
    """Return the lexicon's precision where both codings agree."""
    return share(codings()[0], found_by(load_lexicon()) & same_decision())


def trade_off(coding: str = "a", row: str = "", pair: tuple[str, str] | None = None) -> pd.DataFrame:
    """Return precision and recall of the kit's lexicon with and without this variant's entry, or another."""
    theme, entry = pair or pick("02.entry", ENTRIES)
    lexicon, coded = load_lexicon(), load_gold(coding)
    versions = {"with": lexicon, "without": lexicon.remove(theme, entry)}
    parts = [validate_themes(found_by(one), coded).assign(version=name) for name, one in versions.items()]
    table = pd.concat(parts)
    kept = table["theme"].eq(row or theme) | (row == "*")
    return table.loc[kept, ["version", "precision", "recall"]]


def trade_off_on_average() -> pd.DataFrame:
    """Return the means of the ten themes, with and without this variant's entry."""
    # The row all comes last.
    themes = trade_off(row="*").groupby("version").head(len(load_lexicon().themes))
    return themes.groupby("version", as_index=False)[["precision", "recall"]].mean()


def other_entry(place: int) -> tuple[str, str]:
    """Return a pair of theme and entry that this variant does not ask for."""
    return [pair for pair in ENTRIES if pair != tuple(pick("02.entry", ENTRIES))][place]


def claim() -> str:
    """Return the claim that the table of paragraphs touched supports."""
    return "b" if touched_table(answers()["text"])["paragraphs"].max() == len(answers()) else "none"


def hits_in(theme: str, paragraphs: list[str], exclude: bool = True) -> pd.Series:
    """Return the hits of a theme in each paragraph."""
    lexicon = load_lexicon()
    if not exclude:
        kept = tuple(entry for entry in lexicon.entries if entry.kind == "include")
        lexicon = replace(lexicon, entries=kept)
    hits = count_themes(paragraphs, lexicon)
    return hits.loc[hits["theme"] == theme, "count"]


def paragraphs_with(theme: str, paragraphs: list[str]) -> int:
    """Count the paragraphs in which the kit's lexicon finds a theme."""
    return int((hits_in(theme, paragraphs) > 0).sum())


def paragraphs_by_pattern(border: str, flags: int = 0) -> Callable[[str, list[str]], int]:
    """Return a function that looks for the entries itself, without what the lexicon excludes."""

    def count(theme: str, paragraphs: list[str]) -> int:
        entries = [one.entry for one in load_lexicon().entries if (one.theme, one.kind) == (theme, "include")]
        patterns = [re.escape(entry).replace(r"\*", r"\w*") for entry in entries]
        pattern = re.compile(f"{border}(?:{'|'.join(patterns)}){border}", flags)
        return sum(bool(pattern.search(text)) for text in paragraphs)

    return count


def hit_words() -> pd.DataFrame:
    """Return the words that the lexicon found in the answers, how often, and for which theme."""
    by_theme = count_themes(spoken(), load_lexicon()).set_index("theme")["hits"]
    table = by_theme.str.split(", ").explode().str.extract(r"(?P<word>.+) ×(?P<count>\d+)").dropna()
    return table.astype({"count": int}).reset_index()


QUESTIONS = [
    Question(
        "02.france_rate",
        "number",
        lambda: 1000 * country_hits(spoken()) / len(words(spoken())),
        (
            Text(
                "Two numbers are needed: how often, and in how many words.",
                "Il faut deux nombres : combien de fois, et dans combien de mots.",
            ),
            Text(
                "`len(concordance(spoken, pattern))` counts lines; the star stands for the ending. Then a division, times 1,000.",
                "`len(concordance(spoken, motif))` compte les lignes ; l’étoile remplace la terminaison. Puis une division, fois 1 000.",
            ),
            Text(
                'On another sentence: in "Le prix, les prix" the rate of prix is `1000 * 2 / 4`.',
                "Sur une autre phrase : dans « Le prix, les prix », la fréquence relative de prix est `1000 * 2 / 4`.",
            ),
        ),
        near_misses=[
            NearMiss(
                lambda: country_hits(spoken()),
                Text(
                    "This is the count. A rate divides it by the number of words, times 1,000.",
                    "C’est la fréquence. Pour la fréquence relative, divisez-la par le nombre de mots, fois 1 000.",
                ),
            ),
            NearMiss(
                lambda: country_hits(spoken()) / len(words(spoken())),
                Text(
                    "This is a share, the rate for a single word; the rate asked for is per 1,000 words.",
                    "C’est une part, c’est-à-dire la fréquence relative pour un seul mot ; on la demande pour 1 000 mots.",
                ),
            ),
            NearMiss(
                lambda: 100 * country_hits(spoken()) / len(words(spoken())),
                Text(
                    "This is per cent; the kit's rates are per 1,000.",
                    "C’est un pourcentage ; les fréquences relatives du kit sont pour 1 000 mots.",
                ),
            ),
            NearMiss(
                lambda: 1000 * country_hits(page()) / len(words(page())),
                Text(
                    "This is the rate in the whole page: questions and headline count as well. Look at the column role.",
                    "C’est la fréquence relative dans la page entière : les questions et le titre comptent aussi. Regardez la colonne role.",
                ),
            ),
            NearMiss(
                lambda: 1000 * country_hits(spoken()) / len(words(page())),
                Text(
                    "The count comes from the answers, the number of words from the page: both must come from the same voice.",
                    "La fréquence vient des réponses, le nombre de mots de la page : les deux doivent venir de la même voix.",
                ),
            ),
            NearMiss(
                lambda: 1000 * country_hits(spoken()) / len(spoken().split()),
                Text(
                    "You divide by the pieces between blanks; the rule here is words().",
                    "Vous divisez par les morceaux entre deux espaces ; la règle est ici words().",
                ),
            ),
            NearMiss(
                lambda: 1000 * country_hits(spoken()) / len(spoken()),
                Text(
                    "len(spoken) counts characters; words(spoken) gives the words.",
                    "len(spoken) compte des caractères ; words(spoken) donne les mots.",
                ),
            ),
            NearMiss(
                lambda: 1000 * country_hits(spoken(), "fran") / len(words(spoken())),
                Text(
                    "Nothing is found: fran alone is no word. A star stands for every ending.",
                    "Rien n’est trouvé : fran seul n’est pas un mot. Une étoile remplace toutes les terminaisons.",
                ),
            ),
            *[
                NearMiss(
                    lambda pattern=pattern: 1000 * country_hits(spoken(), pattern) / len(words(spoken())),
                    Text(
                        "Only some of these tokens are counted: France and français both begin with fran. A star stands for every ending; and count() on a text misses capitals, concordance does not.",
                        "Seule une partie de ces occurrences est comptée : France et français commencent tous deux par fran. Une étoile remplace toutes les terminaisons ; et count(), sur un texte, manque les majuscules, que concordance voit.",
                    ),
                )
                for pattern in ("France", "français*")
            ],
            NearMiss(
                lambda: country_hits(page()),
                Text(
                    "This is the count in the whole page: keep the answers, then divide by their number of words, times 1,000.",
                    "C’est la fréquence dans la page entière : gardez les réponses, puis divisez par leur nombre de mots, fois 1 000.",
                ),
            ),
        ],
        core=True,
        objective="O1",
    ),
    Question(
        "02.touched_answers",
        "table",
        lambda: touched_table(answers()["text"]),
        (
            Text(
                'One row per paragraph and theme: `count_themes(answers["text"], lexicon)`. Then yes or no.',
                'Une ligne par paragraphe et par thème : `count_themes(answers["text"], lexicon)`. Ensuite, oui ou non.',
            ),
            Text(
                'A column `counted["count"] > 0`, then `groupby("theme")` and sum: True counts as 1.',
                'Une colonne `counted["count"] > 0`, puis `groupby("theme")` et sum : True vaut 1.',
            ),
            Text(
                "On another column: `(pd.Series([3, 0, 1]) > 0).sum()` gives 2, though there are 4 hits.",
                "Sur une autre colonne : `(pd.Series([3, 0, 1]) > 0).sum()` donne 2, pour 4 occurrences.",
            ),
        ),
        near_misses=[
            NearMiss(
                lambda: hits_table(answers()["text"]),
                Text(
                    "You add up hits: a paragraph with five hits counts five times. First ask count > 0.",
                    "Vous additionnez des occurrences : un paragraphe qui en a cinq compte cinq fois. Demandez d’abord count > 0.",
                ),
            ),
            NearMiss(
                lambda: hits_table(turns()["text"]),
                Text(
                    "This is the table you were given, under another name: it holds the whole page, and it adds up hits. Two things change: the rows, and what is counted.",
                    "C’est le tableau de départ sous un autre nom : il porte sur la page entière et additionne des occurrences. Deux choses changent : les lignes, et ce que l’on compte.",
                ),
            ),
            NearMiss(
                lambda: touched_table(turns()["text"]),
                Text(
                    "Your table holds the whole page: headline and questions, too. Keep the rows of the answers.",
                    "Votre tableau porte sur la page entière, titre et questions compris. Gardez les lignes des réponses.",
                ),
            ),
            NearMiss(
                lambda: touched_table(turns().query("role == 'question'")["text"]),
                Text(
                    "These are the questions; the answers are asked for.",
                    "Ce sont les questions ; on demande les réponses.",
                ),
            ),
            NearMiss(
                lambda: touched_table(answers()["text"]).assign(paragraphs=len(answers())),
                Text(
                    "count() counts all rows, True and False alike: sum() adds up the True.",
                    "count() compte toutes les lignes, True comme False : sum() additionne les True.",
                ),
            ),
            NearMiss(
                lambda: touched_table(answers()["text"]).query("paragraphs > 0"),
                Text(
                    "The themes that touch no paragraph are gone: 0 is a result, too.",
                    "Les thèmes qui ne touchent aucun paragraphe ont disparu : 0 est aussi un résultat.",
                ),
            ),
            NearMiss(
                lambda: touched_table(answers().groupby("turn")["text"].agg(" ".join)),
                Text(
                    "You count turns; a turn may have several paragraphs.",
                    "Vous comptez des tours de parole ; un tour peut avoir plusieurs paragraphes.",
                ),
            ),
            NearMiss(
                lambda: touched_table(answers()["text"]).replace({"theme": load_lexicon().labels}),
                Text(
                    "The numbers are right; the themes have their labels, and are expected by their names, as count_themes gives them.",
                    "Les nombres sont justes ; les thèmes portent leur étiquette, alors qu’on attend leur nom, tel que count_themes le donne.",
                ),
            ),
            NearMiss(
                lambda: touched_table([spoken()]),
                Text(
                    "Joined into one text, the answers are a single paragraph: give count_themes the column, one text a row.",
                    "Réunies en un seul texte, les réponses ne font plus qu’un paragraphe : donnez la colonne à count_themes, un texte par ligne.",
                ),
            ),
            NearMiss(
                lambda: touched_table(answers()["text"]).assign(
                    paragraphs=lambda table: table["paragraphs"] / len(answers())
                ),
                Text(
                    "These are shares of the answers; the number of paragraphs is asked for.",
                    "Ce sont des parts des réponses ; on demande le nombre de paragraphes.",
                ),
            ),
        ],
        columns=("theme", "paragraphs"),
        ordered=False,
        points=2,
        core=True,
        objective="O3",
    ),
    Question(
        "02.touched",
        "function",
        touched,
        (
            Text(
                "Build one pattern from all entries, then ask it of each paragraph.",
                "Faites un seul motif de toutes les entrées, puis appliquez-le à chaque paragraphe.",
            ),
            Text(
                r'`"|".join(entries)` joins them; put brackets around it, `\b` on both sides in a text `r"..."`, and let re.search ignore case.',
                r'`"|".join(entries)` les réunit ; mettez des parenthèses autour, `\b` des deux côtés dans un texte `r"..."`, et faites ignorer les majuscules à re.search.',
            ),
            Text(
                'On another list: `re.search(r"\\b(?:chat|chien)\\b", "Le CHIEN", flags=re.IGNORECASE)` finds one; in "chienne" it finds none.',
                'Sur une autre liste : `re.search(r"\\b(?:chat|chien)\\b", "Le CHIEN", flags=re.IGNORECASE)` en trouve un ; dans « chienne », aucun.',
            ),
        ),
        inputs=[
            (["La presse en parle.", "Elle s'empresse de répondre."], ["presse"]),
            (["L'ART du partage.", "Un artiste, un quart."], ["art"]),
            (["Le live shopping, en direct, dure.", "Un direct court."], ["live shopping", "direct"]),
            (["Le directeur arrive.", "Il s'empresse.", "La presse attend."], ["direct", "presse"]),
            (["Prix, prix et prix.", "Le prix.", "Sans rien."], ["prix"]),
            (["Du live shopping.", "Un live, du shopping."], ["live shopping"]),
            (["Prix en baisse.", "Prix en baisse.", "PORT gratuit.", "Les ports."], ["prix", "port"]),
            (["Une étape de plus.", "Il TAPE.", "C'est tout un art."], ["tape", "port", "art"]),
            (["Une seconde main.", "Une seconde maintenance.", "La seconde attend."], ["seconde main"]),
            (["Un départ.", "De l'art.", "Du live shopping."], ["ART", "Live Shopping"]),
            (["Le prix !", "Quel prix ?", "Le prix; rien.", "Ce prix: 3 euros.", "(prix)"], ["prix"]),
        ],
        near_misses=[
            NearMiss(
                lambda paragraphs, entries: touched(list(set(paragraphs)), entries),
                Text(
                    "Two paragraphs may hold the same words, and each of them counts: a set keeps only one.",
                    "Deux paragraphes peuvent contenir les mêmes mots, et chacun compte : un ensemble n’en garde qu’un.",
                ),
            ),
            *[
                NearMiss(
                    lambda paragraphs, entries, fold=fold: sum(
                        any(fold(entry) in text.lower() for entry in entries) for text in paragraphs
                    ),
                    Text(
                        "Your entries are found inside other words: art in partage. Whole words have a border on each side.",
                        "Vos entrées sont trouvées à l’intérieur d’autres mots : « art » dans « partage ». Un mot entier a une limite de chaque côté.",
                    ),
                )
                for fold in (str, str.lower)
            ],
            NearMiss(
                touched_between(r"\b", r"\b", ignore_case=False),
                Text(
                    "Only the paragraph is put into lower case: an entry in capitals, ART, is then found nowhere. Put the entry into lower case, too, or let re.search ignore case.",
                    "Seul le paragraphe est mis en minuscules : une entrée en majuscules, ART, n’y est alors jamais trouvée. Mettez aussi l’entrée en minuscules, ou faites ignorer les majuscules à re.search.",
                ),
            ),
            *[
                NearMiss(
                    touched_between(before, after),
                    Text(
                        "Borders written by hand forget signs: after a word may stand ! ? ; : or a bracket, before it an apostrophe or a bracket. \\b knows them all.",
                        "Des limites écrites à la main oublient des signes : un mot peut être suivi de ! ? ; : ou d’une parenthèse, et précédé d’une apostrophe ou d’une parenthèse. \\b les connaît tous.",
                    ),
                )
                for before, after in (
                    ("(?:^|[ '])", "(?:[ .,]|$)"),
                    ("(?:^|[ '])", "(?:[ .,!?]|$)"),
                    ("(?:^| )", "(?:[ .,]|$)"),
                    ("(?:^| )", "(?: |$)"),
                    ("(?<![^ '])", "(?![^ .,;:!?])"),
                )
            ],
            NearMiss(
                lambda paragraphs, entries: touched(paragraphs, entries) > 0,
                Text(
                    "True or False tells whether any paragraph has an entry: the number of paragraphs is asked for. Count those for which it is true.",
                    "True ou False dit si l’un des paragraphes contient une entrée : on demande le nombre de paragraphes. Comptez ceux pour lesquels c’est vrai.",
                ),
            ),
            *[
                NearMiss(
                    way,
                    Text(
                        "Only one paragraph is looked at: return stands inside the loop and ends it. Put it after the loop, in line with for.",
                        "Un seul paragraphe est pris : return se trouve dans la boucle et l’arrête. Placez-le après elle, aligné sur for.",
                    ),
                )
                for way in (
                    lambda paragraphs, entries: touched(paragraphs[:1], entries),
                    lambda paragraphs, entries: touched(paragraphs[:1], entries) > 0,
                    lambda paragraphs, entries: 1,
                )
            ],
            NearMiss(
                lambda paragraphs, entries: touched(paragraphs[-1:], entries),
                Text(
                    "Only the last paragraph is counted: the counter is set to 0 inside the loop. Set it once, before the loop.",
                    "Seul le dernier paragraphe est compté : le compteur est remis à 0 dans la boucle. Mettez-le à 0 une seule fois, avant elle.",
                ),
            ),
            NearMiss(
                lambda paragraphs, entries: sum(
                    all(touched([text], [entry]) for entry in entries) for text in paragraphs
                ),
                Text(
                    "You ask for all entries in one paragraph: a single one is enough, any(...).",
                    "Vous demandez toutes les entrées dans un même paragraphe : une seule suffit, any(...).",
                ),
            ),
            NearMiss(
                lambda paragraphs, entries: sum(
                    bool(re.search(rf"\b(?:{'|'.join(entries)})", text, flags=re.IGNORECASE))
                    for text in paragraphs
                ),
                Text(
                    "A border at the beginning only: artiste still counts as art.",
                    "Une limite au début seulement : « artiste » compte encore pour « art ».",
                ),
            ),
            NearMiss(
                lambda paragraphs, entries: sum(
                    bool(re.search(rf"\b{'|'.join(entries)}\b", text, flags=re.IGNORECASE))
                    for text in paragraphs
                ),
                Text(
                    "With two entries, one \\b guards the first and the other the last: directeur counts as direct. Put brackets around what | separates.",
                    "Avec deux entrées, un \\b garde la première et l’autre la dernière : « directeur » compte pour « direct ». Mettez entre parenthèses ce que | sépare.",
                ),
            ),
            NearMiss(
                lambda paragraphs, entries: sum(
                    bool(re.search(rf"\b(?:{'|'.join(entries)})\b", text)) for text in paragraphs
                ),
                Text(
                    "Words in capitals are missed: ART is to be found like art.",
                    "Les mots en majuscules vous échappent : ART doit être trouvé comme art.",
                ),
            ),
            NearMiss(
                lambda paragraphs, entries: sum(
                    len(re.findall(rf"\b(?:{'|'.join(entries)})\b", text, flags=re.IGNORECASE))
                    for text in paragraphs
                ),
                Text(
                    "You count hits; a paragraph with three of them still counts once.",
                    "Vous comptez des occurrences ; un paragraphe qui en a trois ne compte qu’une fois.",
                ),
            ),
            NearMiss(
                lambda paragraphs, entries: sum(touched(paragraphs, [entry]) for entry in entries),
                Text(
                    "A paragraph with two entries counts twice: ask for all entries at once.",
                    "Un paragraphe qui contient deux entrées compte deux fois : cherchez toutes les entrées à la fois.",
                ),
            ),
            NearMiss(
                lambda paragraphs, entries: sum(
                    any(entry in re.findall(r"\w+", text.lower()) for entry in entries) for text in paragraphs
                ),
                Text(
                    "An entry of two words is never in a list of single words: search in the text.",
                    "Une entrée de deux mots n’est jamais dans une liste de mots isolés : cherchez dans le texte.",
                ),
            ),
            NearMiss(
                lambda paragraphs, entries: sum(
                    text.lower().count(e) for text in paragraphs for e in entries
                ),
                Text(
                    "You count every hit, even inside other words: a paragraph counts once, if an entry stands in it as a whole word.",
                    "Vous comptez chaque occurrence, même à l’intérieur d’autres mots : un paragraphe compte une fois, si une entrée y figure comme mot entier.",
                ),
            ),
            NearMiss(
                lambda paragraphs, entries: sum(
                    bool(re.search(rf"\b{e}\b", text)) for text in paragraphs for e in entries
                ),
                Text(
                    "Capitals are missed and a paragraph with two entries counts twice: ignore case, and ask for all entries at once.",
                    "Les majuscules vous échappent et un paragraphe à deux entrées compte deux fois : faites-les ignorer, et cherchez toutes les entrées à la fois.",
                ),
            ),
            NearMiss(
                lambda paragraphs, entries: sum(
                    any(e in text.lower().split() for e in entries) for text in paragraphs
                ),
                Text(
                    "Between blanks a full stop sticks to its word, and an entry of two words is never one piece: search in the text.",
                    "Entre deux espaces, un point colle à son mot, et une entrée de deux mots n’est jamais un seul morceau : cherchez dans le texte.",
                ),
            ),
            NearMiss(
                lambda paragraphs, entries: sum(any(e in text for e in entries) for text in paragraphs),
                Text(
                    "Your entries are found inside other words, art in partage, and missed in capitals: first a border on each side, then ignore case.",
                    "Vos entrées sont trouvées à l’intérieur d’autres mots, « art » dans « partage », et manquées en majuscules : d’abord une limite de chaque côté, puis faites ignorer les majuscules.",
                ),
            ),
            NearMiss(
                lambda paragraphs, entries: sum(e in text for text in paragraphs for e in entries),
                Text(
                    "Your entries are found inside other words, art in partage: give them a border on each side. Then let a paragraph with two entries count once, and ignore case.",
                    "Vos entrées sont trouvées à l’intérieur d’autres mots, « art » dans « partage » : donnez-leur une limite de chaque côté. Ensuite, un paragraphe à deux entrées compte une fois, et les majuscules sont à ignorer.",
                ),
            ),
            NearMiss(
                lambda paragraphs, entries: sum(e in text.lower() for text in paragraphs for e in entries),
                Text(
                    "Your entries are found inside other words, art in partage: give them a border on each side. Then let a paragraph with two entries count once.",
                    "Vos entrées sont trouvées à l’intérieur d’autres mots, « art » dans « partage » : donnez-leur une limite de chaque côté. Ensuite, un paragraphe à deux entrées compte une fois.",
                ),
            ),
            NearMiss(
                lambda paragraphs, entries: sum(text.count(e) for text in paragraphs for e in entries),
                Text(
                    "You count every hit, even inside other words, and miss capitals: a paragraph counts once, if an entry stands in it as a whole word.",
                    "Vous comptez chaque occurrence, même à l’intérieur d’autres mots, et manquez les majuscules : un paragraphe compte une fois, si une entrée y figure comme mot entier.",
                ),
            ),
            NearMiss(
                lambda paragraphs, entries: sum(
                    any(
                        entry in (text.lower() if " " in entry else re.findall(r"\w+", text.lower()))
                        for entry in entries
                    )
                    for text in paragraphs
                ),
                Text(
                    "An entry of several words wants its borders, too: seconde main is not in seconde maintenance.",
                    "Une entrée de plusieurs mots veut aussi ses limites : « seconde main » n’est pas dans « seconde maintenance ».",
                ),
            ),
            NearMiss(
                lambda paragraphs, entries: sum(
                    bool(re.search(rf"(?<![a-z])(?:{'|'.join(entries)})(?![a-z])", text, flags=re.IGNORECASE))
                    for text in paragraphs
                ),
                Text(
                    "For [a-z], an é is no letter: tape is found in étape. \\b knows the accents.",
                    "Pour [a-z], é n’est pas une lettre : « tape » est trouvé dans « étape ». \\b connaît les accents.",
                ),
            ),
            NearMiss(
                lambda paragraphs, entries: 0,
                Text(
                    'Nothing is ever found. If your pattern holds \\b, begin it with r: in r"\\b" it is a border, without r another sign.',
                    'Rien n’est jamais trouvé. Si votre motif contient \\b, faites-le précéder de r : dans r"\\b", c’est une limite de mot ; sans r, un autre signe.',
                ),
            ),
            NearMiss(
                lambda paragraphs, entries: touched(paragraphs, entries[:1]),
                Text(
                    "Only the first entry is looked for: join all of them with |.",
                    "Seule la première entrée est cherchée : réunissez-les toutes par |.",
                ),
            ),
            NearMiss(
                lambda paragraphs, entries: touched(paragraphs, entries) / len(paragraphs),
                Text(
                    "This is the share of the paragraphs; their number is asked for.",
                    "C’est la part des paragraphes ; on en demande le nombre.",
                ),
            ),
        ],
        points=2,
        core=True,
        objective="O2",
        library_allowed=False,
    ),
    Question(
        "02.missed_step",
        "choice",
        lambda: "longest",
        (
            Text(
                "Mark with a pencil each word that is counted. Is one marked twice?",
                "Marquez au crayon chaque mot compté. Y en a-t-il un qui l’est deux fois ?",
            ),
            Text(
                "How often does the word itself stand in the sentences? Compare with the sum.",
                "Combien de fois le mot lui-même figure-t-il dans les phrases ? Comparez avec la somme.",
            ),
            Text(
                "In another pair of entries, pomme and pomme de terre, the same would happen.",
                "Avec une autre paire d’entrées, pomme et pomme de terre, il arriverait la même chose.",
            ),
        ),
        near_misses=[
            NearMiss(
                lambda: "borders",
                Text(
                    "Each hit here is a whole word. But is each counted once?",
                    "Chaque occurrence est ici un mot entier. Mais chacune est-elle comptée une seule fois ?",
                ),
            ),
            NearMiss(
                lambda: "case",
                Text(
                    "Capitals change nothing here: the entries stand in lower case each time.",
                    "Les majuscules n’y changent rien : les entrées y sont toujours en minuscules.",
                ),
            ),
            NearMiss(
                lambda: "roles",
                Text(
                    "There is one voice here. Look at the two entries: what do they share?",
                    "Il n’y a ici qu’une voix. Regardez les deux entrées : qu’ont-elles en commun ?",
                ),
            ),
        ],
        choices=("borders", "longest", "case", "roles"),
        because=Text(
            "The word marché stands there three times; two of them belong to place de marché and were counted twice.",
            "Il y a trois occurrences de « marché » ; deux d’entre elles appartiennent à « place de marché » et ont été comptées deux fois.",
        ),
        objective="O2",
    ),
    Question(
        "02.agreed_precision",
        "number",
        agreed_precision,
        (
            Text(
                "Where do the two codings hold the same value? That is a table of True and False.",
                "Où les deux codages ont-ils la même valeur ? C’est un tableau de True et de False.",
            ),
            Text(
                "Give that table a name, for instance same. Join tables with &: `found & same` are the hits that count. Which of them does first have, too? `.to_numpy().sum()` adds up a whole table.",
                "Donnez un nom à ce tableau, par exemple same. Combinez les tableaux avec & : `found & same`, ce sont les trouvailles qui comptent. Lesquelles sont aussi dans first ? `.to_numpy().sum()` additionne un tableau entier.",
            ),
            Text(
                "On four decisions: found 1 1 1 0, first 1 0 1 1, second 1 0 0 1. They agree on 1, 2 and 4; of the two hits there, one is right: 1 / 2.",
                "Sur quatre décisions : found 1 1 1 0, first 1 0 1 1, second 1 0 0 1. Accord sur 1, 2 et 4 ; des deux trouvailles qui s’y trouvent, une est juste : 1 / 2.",
            ),
        ),
        near_misses=[
            NearMiss(
                lambda: share(codings()[0], found_by(load_lexicon())),
                Text(
                    "This is the precision against the first coding alone: leave out the decisions on which the two differ.",
                    "C’est la précision par rapport au premier codage seul : laissez de côté les décisions où les deux diffèrent.",
                ),
            ),
            NearMiss(
                lambda: share(codings()[1], found_by(load_lexicon())),
                Text(
                    "This is the precision against the second coding alone: leave out the decisions on which the two differ.",
                    "C’est la précision par rapport au second codage seul : laissez de côté les décisions où les deux diffèrent.",
                ),
            ),
            NearMiss(
                lambda: share(codings()[0] & codings()[1], found_by(load_lexicon())),
                Text(
                    "A decision on which they differ counts as wrong here. Take it out of the number you divide by, too.",
                    "Une décision où ils diffèrent compte ici comme fausse. Retirez-la aussi du dénominateur.",
                ),
            ),
            NearMiss(
                lambda: share(found_by(load_lexicon()), codings()[0] & codings()[1]),
                Text(
                    "This is recall: you divide by what was coded. Precision divides by what was found.",
                    "C’est le rappel : vous divisez par ce qui est codé. La précision divise par ce qui est trouvé.",
                ),
            ),
            NearMiss(
                lambda: share(found_by(load_lexicon()), codings()[0]),
                Text(
                    "This is recall, and against the first coding alone: precision divides by what was found, and only decisions on which both agree are to stay.",
                    "C’est le rappel, et par rapport au premier codage seul : la précision divise par ce qui est trouvé, et ne restent que les décisions où les deux s’accordent.",
                ),
            ),
            NearMiss(
                lambda: share(codings()[0][same_decision().all(axis=1)], found_where_all_agree()),
                Text(
                    "You keep the paragraphs on which both agree for all ten themes: a decision is one paragraph and one theme, a single cell of the table.",
                    "Vous gardez les paragraphes où les deux s’accordent sur les dix thèmes : une décision, c’est un paragraphe et un thème, une seule case du tableau.",
                ),
            ),
            NearMiss(
                lambda: share(codings()[0] | codings()[1], found_by(load_lexicon())),
                Text(
                    "You take what either coding has; only decisions on which both agree are to stay.",
                    "Vous prenez ce que l’un ou l’autre codage contient ; ne gardez que les décisions où les deux s’accordent.",
                ),
            ),
            NearMiss(
                lambda: float((found_by(load_lexicon()) == codings()[0]).to_numpy().mean()),
                Text(
                    "This share counts the zeros as well: precision looks only at what the lexicon found.",
                    "Cette part compte aussi les zéros : la précision ne regarde que ce que le lexique a trouvé.",
                ),
            ),
            NearMiss(
                lambda: round(agreed_precision(), 2),
                Text(
                    "Right but for the rounding: give the number as it comes.",
                    "C’est juste, à l’arrondi près : donnez le nombre tel quel.",
                ),
            ),
            NearMiss(
                lambda: 1.0,
                Text(
                    "A precision of 1: are only decisions kept in which both say yes, so that every hit is right? They also agree where both say no: first == second.",
                    "Une précision de 1 : n’avez-vous gardé que les décisions où les deux disent oui, si bien que toute trouvaille est juste ? Ils s’accordent aussi quand tous deux disent non : first == second.",
                ),
            ),
            NearMiss(
                lambda: float(
                    (((found_by(load_lexicon()) == codings()[0]) & same_decision()).to_numpy().sum())
                    / same_decision().to_numpy().sum()
                ),
                Text(
                    "This share counts the zeros as well: of the decisions on which both agree, precision looks only at what the lexicon found.",
                    "Cette part compte aussi les zéros : parmi les décisions où les deux s’accordent, la précision ne regarde que ce que le lexique a trouvé.",
                ),
            ),
            NearMiss(
                lambda: float(
                    (
                        (found_by(load_lexicon()) & same_decision() & codings()[0]).sum()
                        / (found_by(load_lexicon()) & same_decision()).sum()
                    ).mean()
                ),
                Text(
                    "This is the mean of ten precisions, one a theme: add up the hits of all themes first, then divide once.",
                    "C’est la moyenne de dix précisions, une par thème : additionnez d’abord les trouvailles de tous les thèmes, puis divisez une seule fois.",
                ),
            ),
            NearMiss(
                lambda: 100 * agreed_precision(),
                Text(
                    "This is per cent; give a share between 0 and 1.",
                    "C’est un pourcentage ; donnez une part entre 0 et 1.",
                ),
            ),
            NearMiss(
                lambda: float((codings()[0] == codings()[1]).to_numpy().mean()),
                Text(
                    "This is the percentage agreement of the two codings, as a share: what the lexicon found is not in it.",
                    "C’est le taux d’accord entre les deux codages : ce que le lexique a trouvé n’y est pas.",
                ),
            ),
        ],
        points=2,
        objective="O4",
    ),
    Question(
        "02.trade_off",
        "table",
        trade_off,
        (
            Text(
                "`lexicon.remove(theme, entry)` gives a new lexicon; found_by does the rest.",
                "`lexicon.remove(theme, entry)` donne un nouveau lexique ; found_by fait le reste.",
            ),
            Text(
                "`validate_themes(found, first)` has one row a theme: keep the row of the theme you changed, for each of the two.",
                "`validate_themes(found, first)` a une ligne par thème : gardez celle du thème modifié, pour chacun des deux.",
            ),
            Text(
                'For another theme: `table.loc[table["theme"] == "price", ["precision", "recall"]]`; `.assign(version="with")` adds the name.',
                'Pour un autre thème : `table.loc[table["theme"] == "price", ["precision", "recall"]]` ; `.assign(version="with")` ajoute le nom.',
            ),
        ),
        near_misses=[
            NearMiss(
                lambda: trade_off(row="all"),
                Text(
                    "This is the row all: ten themes together hide what one entry did.",
                    "C’est la ligne all : dix thèmes ensemble cachent l’effet d’une entrée.",
                ),
            ),
            NearMiss(
                lambda: trade_off(coding="b"),
                Text(
                    "These figures are against the second coding; the first is asked for.",
                    "Ces mesures sont prises par rapport au second codage ; on demande le premier.",
                ),
            ),
            NearMiss(
                lambda: trade_off().rename(columns={"precision": "recall", "recall": "precision"}),
                Text(
                    "Precision and recall have changed places: precision is the share of what was found.",
                    "Précision et rappel ont changé de place : la précision est la part de ce qui est trouvé.",
                ),
            ),
            NearMiss(
                lambda: trade_off().assign(version=["without", "with"]),
                Text(
                    "The two versions have changed places: which of the lexicons has lost an entry?",
                    "Les deux versions ont changé de place : lequel des lexiques a perdu une entrée ?",
                ),
            ),
            NearMiss(
                lambda: pd.concat([trade_off().head(1), trade_off().head(1).assign(version="without")]),
                Text(
                    "Both rows are alike: lexicon.remove(...) leaves lexicon as it is and returns a new one. Count with what it returns; if you do, is it the entry of this theme that you took out?",
                    "Les deux lignes sont pareilles : lexicon.remove(...) laisse lexicon tel quel et en renvoie un nouveau. Comptez avec ce qu’il renvoie ; si c’est le cas, avez-vous bien retiré l’entrée de ce thème ?",
                ),
            ),
            NearMiss(
                lambda: trade_off().head(1),
                Text("The lexicon without the entry is missing.", "Il manque le lexique sans l’entrée."),
            ),
            NearMiss(
                lambda: trade_off(row="*"),
                Text(
                    "All themes are still in: keep the row of the theme that the cell names, in both versions.",
                    "Tous les thèmes y sont encore : gardez la ligne du thème nommé dans la cellule, pour les deux versions.",
                ),
            ),
            *[
                NearMiss(
                    lambda names=names: trade_off().assign(version=names),
                    Text(
                        'The figures are right; the versions are to be called "with" and "without".',
                        'Les mesures sont justes ; les versions doivent s’appeler "with" et "without", en anglais et en minuscules.',
                    ),
                )
                for names in (
                    ["kit", "smaller"],
                    ["avec", "sans"],
                    ["Avec", "Sans"],
                    ["With", "Without"],
                    ["WITH", "WITHOUT"],
                    [True, False],
                )
            ],
            NearMiss(
                trade_off_on_average,
                Text(
                    "These are means of the ten themes: keep the row of the theme that the cell names.",
                    "Ce sont les moyennes des dix thèmes : gardez la ligne du thème nommé dans la cellule.",
                ),
            ),
            *[
                NearMiss(
                    lambda place=place: trade_off(pair=other_entry(place)),
                    Text(
                        "These are the figures of another theme and its entry: look at theme and entry in the cell.",
                        "Ce sont les mesures d’un autre thème et de son entrée : regardez theme et entry dans la cellule.",
                    ),
                )
                for place in range(len(ENTRIES) - 1)
            ],
            *[
                NearMiss(
                    lambda place=place: trade_off(row=other_entry(place)[0]),
                    Text(
                        "The entry is the right one, but you kept the row of another theme: look at theme in the cell.",
                        "C’est la bonne entrée, mais vous avez gardé la ligne d’un autre thème : regardez theme dans la cellule.",
                    ),
                )
                for place in range(len(ENTRIES) - 1)
            ],
        ],
        columns=("version", "precision", "recall"),
        ordered=False,
        points=2,
        core=True,
        objective="O4",
    ),
    Question(
        "02.claim",
        "choice",
        claim,
        (
            Text(
                "What does one number of each table count?", "Que compte un nombre de chacun des tableaux ?"
            ),
            Text(
                "Compare the largest number of paragraphs touched with `len(answers)`.",
                "Comparez le plus grand nombre de paragraphes touchés avec `len(answers)`.",
            ),
            Text(
                "With 4 paragraphs touched of 6, a theme is in most of them, and not in every one.",
                "Avec 4 paragraphes touchés sur 6, un thème est dans la plupart, mais pas dans tous.",
            ),
        ),
        near_misses=[
            NearMiss(
                lambda: "a",
                Text(
                    "Frequent is not important: no count tells what somebody finds important.",
                    "Fréquent ne veut pas dire important : aucun comptage ne dit ce que quelqu’un juge important.",
                ),
            ),
            NearMiss(
                lambda: "none" if claim() == "b" else "b",
                Text(
                    "Look at your table touched_answers again, and at len(answers).",
                    "Revoyez votre tableau touched_answers, et len(answers).",
                ),
            ),
            NearMiss(
                lambda: "c",
                Text(
                    "0 hits mean that no entry was found. The subject may have been put in other words.",
                    "0 occurrence veut dire qu’aucune entrée n’a été trouvée. Le sujet a pu être dit autrement.",
                ),
            ),
        ],
        choices=("a", "b", "c", "none"),
        because=Text(
            "The tables count words and paragraphs, so they decide b, and nothing else: no count shows importance, or why something is not said.",
            "Les tableaux comptent des mots et des paragraphes : ils tranchent b, et rien d’autre. Aucun comptage ne montre l’importance, ni pourquoi une chose n’est pas dite.",
        ),
        objective="O3",
    ),
    Question(
        "02.paragraphs_with",
        "function",
        paragraphs_with,
        (
            Text(
                "`count_themes(paragraphs, lexicon)` has one row for each paragraph and theme: look at it with the letter.",
                "`count_themes(paragraphs, lexicon)` a une ligne par paragraphe et par thème : regardez-le avec la lettre.",
            ),
            Text(
                "Inside the function use its own two names: keep the rows in which the column theme equals `theme`, then count those in which count > 0, and return their number.",
                "Dans la fonction, employez ses deux noms à elle : gardez les lignes où la colonne theme vaut `theme`, puis comptez celles où count > 0, et renvoyez leur nombre.",
            ),
            Text(
                'On other texts: in `count_themes(["Le prix.", "Un prix, des prix.", "Rien."], lexicon)` the theme price has the counts 1, 2 and 0, which is two paragraphs.',
                'Sur d’autres textes : dans `count_themes(["Le prix.", "Un prix, des prix.", "Rien."], lexicon)`, le thème price a les fréquences 1, 2 et 0, soit deux paragraphes.',
            ),
        ),
        inputs=[
            ("price", ["Le prix, les prix, tous les prix.", "Un tarif en baisse.", "Rien de neuf."]),
            (
                "sustainability",
                ["À l'occasion de nos vingt ans.", "Des relations durables.", "Le recyclage."],
            ),
            ("jobs", ["Nous recrutons.", "Un magasin ouvre.", "Le mode d'emploi.", "Des clients, des prix."]),
            ("brand", ["Le live shopping, en direct.", "Un LIVE SHOPPING.", "Un live, du shopping."]),
            ("price", ["Prix en baisse.", "Prix en baisse.", "À tout prix.", "Le PRIX."]),
            ("local", ["Une localisation.", "Un pays.", "Le commerce local.", "TERRITOIRE."]),
            ("logistics", ["Le plastique recule.", "Rien de neuf."]),
        ],
        near_misses=[
            NearMiss(
                lambda theme, paragraphs: int(hits_in(theme, paragraphs).sum()),
                Text(
                    "These are hits: a paragraph with three of them still counts once. Ask for count > 0 first.",
                    "Ce sont des occurrences : un paragraphe qui en a trois ne compte qu’une fois. Demandez d’abord count > 0.",
                ),
            ),
            *[
                NearMiss(
                    way,
                    Text(
                        "Every theme counts here: keep the rows of the theme that the function is given.",
                        "Tous les thèmes comptent ici : gardez les lignes du thème que reçoit la fonction.",
                    ),
                )
                for way in (
                    lambda theme, paragraphs: int(
                        count_themes(paragraphs, load_lexicon())["count"].gt(0).sum()
                    ),
                    lambda theme, paragraphs: int(
                        count_themes(paragraphs, load_lexicon()).groupby("text")["count"].sum().gt(0).sum()
                    ),
                    lambda theme, paragraphs: int(count_themes(paragraphs, load_lexicon())["count"].sum()),
                )
            ],
            *[
                NearMiss(
                    way,
                    Text(
                        "Your function looks at the letter, whatever paragraphs it is given: inside it, use the name paragraphs instead of letter.",
                        "Votre fonction regarde la lettre, quels que soient les paragraphes reçus : à l’intérieur, employez le nom paragraphs à la place de letter.",
                    ),
                )
                for way in (
                    lambda theme, paragraphs: paragraphs_with(theme, LETTER),
                    lambda theme, paragraphs: int(hits_in(theme, LETTER).sum()),
                    lambda theme, paragraphs: paragraphs_with("sustainability", LETTER),
                )
            ],
            NearMiss(
                lambda theme, paragraphs: paragraphs_with("sustainability", paragraphs),
                Text(
                    "Your function looks for sustainability, whatever theme it is given: inside it, use the name theme without quotes.",
                    "Votre fonction cherche sustainability, quel que soit le thème reçu : à l’intérieur, employez le nom theme, sans guillemets.",
                ),
            ),
            NearMiss(
                lambda theme, paragraphs: paragraphs_with(theme, [" ".join(paragraphs)]),
                Text(
                    "Joined into one text, the paragraphs are a single one: give count_themes the list as it is.",
                    "Réunis en un seul texte, les paragraphes n’en font plus qu’un : donnez à count_themes la liste telle quelle.",
                ),
            ),
            NearMiss(
                lambda theme, paragraphs: bool((hits_in(theme, paragraphs) > 0).any()),
                Text(
                    "True or False tells whether any paragraph has the theme: the number of paragraphs is asked for.",
                    "True ou False dit si l’un des paragraphes contient le thème : on demande le nombre de paragraphes.",
                ),
            ),
            NearMiss(
                lambda theme, paragraphs: int((hits_in(theme, paragraphs) == 0).sum()),
                Text(
                    "These are the paragraphs without the theme: you ask for count == 0, or take away from all of them.",
                    "Ce sont les paragraphes sans le thème : vous demandez count == 0, ou vous soustrayez du total.",
                ),
            ),
            NearMiss(
                lambda theme, paragraphs: len(paragraphs),
                Text(
                    "These are all paragraphs: the rows with a count of 0 are still in. Keep those with count > 0.",
                    "Ce sont tous les paragraphes : les lignes où count vaut 0 y sont encore. Gardez celles où count > 0.",
                ),
            ),
            *[
                NearMiss(
                    way,
                    Text(
                        "A paragraph counts once, whether it has one hit or several: ask for count > 0.",
                        "Un paragraphe compte une fois, qu’il ait une occurrence ou plusieurs : demandez count > 0.",
                    ),
                )
                for way in (
                    lambda theme, paragraphs: int((hits_in(theme, paragraphs) > 1).sum()),
                    lambda theme, paragraphs: int((hits_in(theme, paragraphs) == 1).sum()),
                )
            ],
            NearMiss(
                lambda theme, paragraphs: paragraphs_with(theme, paragraphs) / len(paragraphs),
                Text(
                    "This is the share of the paragraphs; their number is asked for.",
                    "C’est la part des paragraphes ; on en demande le nombre.",
                ),
            ),
            NearMiss(
                lambda theme, paragraphs: paragraphs_with(theme, list(set(paragraphs))),
                Text(
                    "Two paragraphs may hold the same words, and each of them counts: a set keeps only one.",
                    "Deux paragraphes peuvent contenir les mêmes mots, et chacun compte : un ensemble n’en garde qu’un.",
                ),
            ),
            NearMiss(
                lambda theme, paragraphs: paragraphs_with(theme, paragraphs[:1]),
                Text(
                    "Only the first paragraph is looked at: return stands inside the loop and ends it. Put it after the loop, in line with for.",
                    "Seul le premier paragraphe est pris : return se trouve dans la boucle et l’arrête. Placez-le après elle, aligné sur for.",
                ),
            ),
            NearMiss(
                lambda theme, paragraphs: paragraphs_with(theme, paragraphs[-1:]),
                Text(
                    "Only the last paragraph is counted: the counter is set to 0 inside the loop. Set it once, before the loop.",
                    "Seul le dernier paragraphe est compté : le compteur est remis à 0 dans la boucle. Mettez-le à 0 une seule fois, avant elle.",
                ),
            ),
            *[
                NearMiss(
                    way,
                    Text(
                        "You take in false friends such as “à l'occasion” or “mode d'emploi”: entries of the kind exclude keep them out, and count_themes heeds them.",
                        "Vous prenez des faux amis comme « à l’occasion » ou « mode d’emploi » : les entrées de sorte exclude les écartent, et count_themes en tient compte.",
                    ),
                )
                for way in (
                    lambda theme, paragraphs: int((hits_in(theme, paragraphs, exclude=False) > 0).sum()),
                    paragraphs_by_pattern(r"\b", re.IGNORECASE),
                )
            ],
            *[
                NearMiss(
                    way,
                    Text(
                        "You look for the entries by yourself: whole words, capitals and what the lexicon excludes are then yours to mind. count_themes minds all three.",
                        "Vous cherchez les entrées vous-même : à vous alors de veiller aux mots entiers, aux majuscules et à ce que le lexique exclut. count_themes veille aux trois.",
                    ),
                )
                for way in (
                    paragraphs_by_pattern(r"\b"),
                    paragraphs_by_pattern(""),
                    paragraphs_by_pattern("", re.IGNORECASE),
                )
            ],
            NearMiss(
                lambda theme, paragraphs: sum(theme in text.lower() for text in paragraphs),
                Text(
                    "You look for the name of the theme in the paragraphs: it is a label in English. The lexicon has the words that stand for it, and count_themes finds them.",
                    "Vous cherchez le nom du thème dans les paragraphes : c’est une étiquette en anglais. Le lexique a les mots qui le représentent, et count_themes les trouve.",
                ),
            ),
        ],
        objective="O2",
        points=2,
    ),
    Question(
        "02.evidence",
        "evidence",
        hit_words,
        (
            Text(
                "Choose the word first, then read its lines: `concordance(spoken, word)`.",
                "Choisissez d’abord le mot, puis lisez ses lignes : `concordance(spoken, mot)`.",
            ),
            Text(
                "Theme, word and count as one row of the table has them; then copy at least four words of one line between quotation marks.",
                "Le thème, le mot et la fréquence tels qu’ils sont dans une ligne du tableau ; puis copiez au moins quatre mots d’une ligne entre guillemets.",
            ),
            Text(
                "On another text: The theme price carries this letter: the word prix stands in it 3 times, as in “nous gardons nos prix bas”.",
                "Sur un autre texte : Le thème price domine cette lettre : le mot prix y figure 3 fois, par exemple « nous gardons nos prix bas ».",
            ),
        ),
        source=spoken,
        columns=("theme",),
        points=2,
        objective="O1",
    ),
]
