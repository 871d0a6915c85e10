"""Questions of lesson 01; every reference is computed from the text in use."""

import re
from collections import Counter
from collections.abc import Callable

import pandas as pd

from motamot import frequencies, load_interview, normalize, read_interview, stop_words, words
from motamot.checks import NearMiss, Question, Text

OTHER_PAGE = """La rédaction : Pourquoi ouvrir une librairie aujourd’hui ?

Mme Roche : Parce qu’on me l’a demandé. Qui vend encore des livres au village ? Personne.

Et l’avenir ?

D’autres en parlent mieux que moi. {read_out}"""

INNER = "Qui vend encore des livres au village ?"
SECOND = "Et l’avenir ?"
SHORT = "(?:qu|[cdjlmnst])'"
LETTERS = ("a-zéèêà", "a-zéèàùç", "a-zà-ÿ", "a-zàâçéèêîôûœ", "a-zàâçéèêëîïôûùœ")


def turns() -> pd.DataFrame:
    """Return the table of turns of the text in use."""
    return read_interview(load_interview())


def other_page() -> str:
    """Return the page of another form, which ends in the last paragraph of the text in use."""
    return OTHER_PAGE.format(read_out=turns()["text"].iloc[-1])


def other_answers() -> str:
    """Return the answers of the page of another form."""
    return text_of(read_interview(other_page()), "answer")


def text_of(table: pd.DataFrame, *roles: str) -> str:
    """Return the texts of some roles, joined."""
    return " ".join(table.loc[table["role"].isin(roles), "text"])


def voices(count) -> pd.DataFrame:
    """Return a number for each role."""
    table = turns()
    return (
        table.assign(words=[count(text) for text in table["text"]])
        .groupby("role", as_index=False)["words"]
        .sum()
    )


def answer_lengths(count) -> pd.DataFrame:
    """Return turn and length of each paragraph of the answers."""
    table = turns().query("role == 'answer'")
    return table.assign(words=[count(text) for text in table["text"]])[["turn", "words"]]


def claim() -> str:
    """Return the claim that the table of voices supports."""
    by_role = voices(lambda text: len(words(text))).set_index("role")["words"]
    asked, answered = by_role.get("question", 0), by_role.get("answer", 0)
    if asked > answered:
        return "a"
    return "b" if answered > by_role.sum() / 2 else "none"


def joined_turns() -> list[str]:
    """Return the text of each turn of the answers."""
    return turns().query("role == 'answer'").groupby("turn")["text"].agg(" ".join).tolist()


def grouped(by_turn: pd.DataFrame) -> pd.Series:
    """Return the words of each turn."""
    return by_turn.groupby("turn")["words"].sum()


def cut(sentence: str) -> list[str]:
    """Cut a short sentence: a word keeps the apostrophe at its end, a hyphen separates."""
    return re.findall(r"aujourd'hui|\w+'?", sentence.lower())


def cut_by(pattern: str, lower: bool = True, flags: int = 0) -> Callable[[str], list[str]]:
    """Return a function that finds a pattern in a sentence, in lower case or as it is."""
    return lambda sentence: re.findall(pattern, sentence.lower() if lower else sentence, flags=flags)


def cuts_by_letters(letters: str) -> list[Callable[[str], list[str]]]:
    """Return the usual ways to cut with some letters only, before and after the exception is named."""
    elided = (rf"[{letters}]+'?", rf"{SHORT}|[{letters}]+")
    return [cut_by(exception + pattern) for exception in ("aujourd'hui|", "") for pattern in elided]


def top(text: str, stop: frozenset[str]) -> list[str]:
    """Return the five most frequent words."""
    return frequencies(words(text, stop=stop))["word"].head(5).tolist()


def top_by_counter(text: str) -> list[str]:
    """Return five words in the order of a Counter, which breaks ties by the first place in the text."""
    return [word for word, _ in Counter(words(text, stop=stop_words())).most_common(5)]


QUESTIONS = [
    Question(
        "01.nbsp_count",
        "number",
        lambda: load_interview().count("\u00a0"),
        (
            Text(
                "A text can count a piece of itself: `text.count(...)`.",
                "Un texte sait compter un morceau de lui-même : `texte.count(...)`.",
            ),
            Text(
                'The piece is one character, written "\\u00a0". Ask the raw page, not the normalized one.',
                'Le morceau est un seul caractère, écrit "\\u00a0". Interrogez la page brute, et non la page normalisée.',
            ),
            Text(
                'On another sentence: `"Oui\\u00a0? Non\\u00a0!".count("\\u00a0")` gives 2.',
                'Sur une autre phrase : `"Oui\\u00a0? Non\\u00a0!".count("\\u00a0")` donne 2.',
            ),
        ),
        near_misses=[
            NearMiss(
                lambda: load_interview().count(" "),
                Text(
                    "You count ordinary blanks: the no-break space is another character.",
                    "Vous comptez les espaces ordinaires : l’espace insécable est un autre caractère.",
                ),
            ),
            NearMiss(
                lambda: normalize(load_interview()).count("\u00a0"),
                Text(
                    "You found none: after normalize none is left, and without its backslash u00a0 is five letters.",
                    "Vous n’en trouvez aucune : après normalize il n’en reste pas, et sans la barre oblique inverse, u00a0 n’est que cinq signes.",
                ),
            ),
            NearMiss(
                lambda: sum(sign.isspace() and sign not in " \n\r" for sign in load_interview()),
                Text(
                    "Your number is that of the no-break spaces of both kinds: the question asks for \\u00a0 only, without the narrow \\u202f. Or is it one too many because you count the pieces of split()?",
                    "C’est le nombre des espaces insécables des deux sortes : la question porte sur \\u00a0 seulement, sans la fine \\u202f. Ou bien comptez-vous les morceaux de split(), qui sont un de plus ?",
                ),
            ),
            NearMiss(
                lambda: len(load_interview().split("\u00a0")),
                Text(
                    "split() gives the pieces between the no-break spaces, and there is one more piece than there are spaces: use count.",
                    "split() donne les morceaux entre les espaces insécables, et il y a un morceau de plus que d’espaces : employez count.",
                ),
            ),
            NearMiss(
                lambda: load_interview().count("\u202f"),
                Text(
                    "You count the narrow no-break spaces, \\u202f; the question asks for \\u00a0.",
                    "Vous comptez les espaces fines insécables, \\u202f ; la question porte sur \\u00a0.",
                ),
            ),
            NearMiss(
                lambda: len(load_interview()),
                Text(
                    "These are all characters of the page: ask it for one of them, with count.",
                    "Ce sont tous les caractères de la page : demandez-lui un seul d’entre eux, avec count.",
                ),
            ),
            NearMiss(
                lambda: len(load_interview().split()),
                Text(
                    "split() gives the pieces between blanks of every kind: ask the text for one character, with count.",
                    "split() donne les morceaux entre des espaces de toutes sortes : demandez au texte un seul caractère, avec count.",
                ),
            ),
        ],
        core=True,
        objective="O1",
    ),
    Question(
        "01.answer_words",
        "number",
        lambda: len(words(text_of(turns(), "answer"))),
        (
            Text(
                "Look at the column role: which rows do you want?",
                "Regardez la colonne role : quelles lignes voulez-vous ?",
            ),
            Text(
                '`turns[turns["role"] == ...]` keeps some rows; then join their texts and count with `words()`.',
                '`turns[turns["role"] == ...]` garde certaines lignes ; réunissez ensuite leurs textes et comptez avec `words()`.',
            ),
            Text(
                'On another page: `len(words(" ".join(["Oui.", "L\'été."])))` gives 3.',
                'Sur une autre page : `len(words(" ".join(["Oui.", "L\'été."])))` donne 3.',
            ),
        ),
        near_misses=[
            NearMiss(
                lambda: len(words(" ".join(turns()["text"]))),
                Text(
                    "You count the whole page: keep the rows whose role is answer.",
                    "Vous comptez toute la page : gardez les lignes dont le role est answer.",
                ),
            ),
            NearMiss(
                lambda: len(words(text_of(turns(), "answer", "question"))),
                Text(
                    "You also count the questions: look at the column role.",
                    "Vous comptez aussi les questions : regardez la colonne role.",
                ),
            ),
            NearMiss(
                lambda: 0,
                Text(
                    'No row was kept: look in the column role how this role is written. It is "answer", without s.',
                    "Aucune ligne n’a été gardée : voyez dans la colonne role comment ce rôle s’écrit. C’est « answer », sans s.",
                ),
            ),
            NearMiss(
                lambda: len(words(text_of(turns(), "question"))),
                Text(
                    "These are the words of the questions: the answers are asked for.",
                    "Ce sont les mots des questions : on demande ceux des réponses.",
                ),
            ),
            NearMiss(
                lambda: len(words(" ".join(turns().loc[turns()["role"] != "question", "text"]))),
                Text(
                    "The questions are out, but headline, standfirst and caption are still in: keep the rows whose role is answer.",
                    "Les questions sont écartées, mais le titre, le chapô et la légende sont encore là : gardez les lignes dont le role est answer.",
                ),
            ),
            NearMiss(
                lambda: len(turns()),
                Text(
                    "These are all rows of the table: keep those of the answers, join their texts, then count words.",
                    "Ce sont toutes les lignes du tableau : gardez celles des réponses, réunissez leurs textes, puis comptez les mots.",
                ),
            ),
            NearMiss(
                lambda: len(text_of(turns(), "answer").split()),
                Text(
                    "You count pieces between blanks: l'activité is two words for words().",
                    "Vous comptez les morceaux entre deux espaces : l’activité fait deux mots pour words().",
                ),
            ),
            NearMiss(
                lambda: len(text_of(turns(), "answer")),
                Text(
                    "You count characters: len of a text, not of a list of words.",
                    "Vous comptez des caractères : len d’un texte, et non d’une liste de mots.",
                ),
            ),
            NearMiss(
                lambda: int((turns()["role"] == "answer").sum()),
                Text(
                    "You count paragraphs: join the column text of these rows, then count with words().",
                    "Vous comptez des paragraphes : réunissez la colonne text de ces lignes, puis comptez avec words().",
                ),
            ),
            NearMiss(
                lambda: len(words(" ".join(turns().columns))),
                Text(
                    'You joined the names of the columns: choose the column text first, turns[...]["text"].',
                    'Vous avez réuni les noms des colonnes : choisissez d’abord la colonne text, turns[...]["text"].',
                ),
            ),
            NearMiss(
                lambda: len(words(text_of(turns(), "answer"), stop=stop_words())),
                Text(
                    "The stop words are missing: every word of the answers counts here, words(text) without stop=.",
                    "Il manque les mots vides : ici, chaque mot des réponses compte, words(texte) sans stop=.",
                ),
            ),
            NearMiss(
                lambda: len(set(words(text_of(turns(), "answer")))),
                Text(
                    "You count each word once, however often it occurs: leave set(...) away.",
                    "Vous comptez chaque mot une seule fois, quel que soit son nombre d’occurrences : retirez set(...).",
                ),
            ),
        ],
        core=True,
        objective="O3",
    ),
    Question(
        "01.longest_answer",
        "number",
        lambda: int(answer_lengths(lambda text: len(words(text))).groupby("turn")["words"].sum().max()),
        (
            Text(
                "A turn is numbered in the column turn.",
                "Un tour de parole est numéroté dans la colonne turn.",
            ),
            Text(
                'A new column gives each row its number of words: `turns.assign(words=[... for text in turns["text"]])`. Keep the answers, then `groupby("turn")["words"].sum().max()`.',
                'Une nouvelle colonne donne à chaque ligne son nombre de mots : `turns.assign(words=[... for text in turns["text"]])`. Gardez les réponses, puis `groupby("turn")["words"].sum().max()`.',
            ),
            Text(
                'On another table: `pd.DataFrame({"turn": [2, 2, 4], "words": [3, 4, 6]}).groupby("turn")["words"].sum().max()` gives 7.',
                'Sur un autre tableau : `pd.DataFrame({"turn": [2, 2, 4], "words": [3, 4, 6]}).groupby("turn")["words"].sum().max()` donne 7.',
            ),
        ),
        near_misses=[
            NearMiss(
                lambda: int(answer_lengths(lambda text: len(words(text)))["words"].max()),
                Text(
                    "You take the longest paragraph: add up the paragraphs of each turn first.",
                    "Vous prenez le plus long paragraphe : additionnez d’abord les paragraphes de chaque tour.",
                ),
            ),
            NearMiss(
                lambda: int(answer_lengths(len).groupby("turn")["words"].sum().max()),
                Text(
                    "You count characters: len(text) instead of len(words(text)).",
                    "Vous comptez des caractères : len(text) au lieu de len(words(text)).",
                ),
            ),
            NearMiss(
                lambda: int(
                    answer_lengths(lambda text: len(text.split())).groupby("turn")["words"].sum().max()
                ),
                Text(
                    "You count pieces between blanks; the rule here is words().",
                    "Vous comptez les morceaux entre deux espaces ; la règle est ici words().",
                ),
            ),
            NearMiss(
                lambda: int(answer_lengths(lambda text: len(words(text)))["words"].sum()),
                Text(
                    "You count all answers together: the question asks for the longest turn.",
                    "Vous comptez toutes les réponses ensemble : la question porte sur le plus long tour.",
                ),
            ),
            NearMiss(
                lambda: int(grouped(answer_lengths(lambda text: len(words(text)))).idxmax()),
                Text(
                    "This is the number of the longest turn: max() gives its words, idxmax() says which turn it is.",
                    "C’est le numéro du plus long tour : max() donne son nombre de mots, idxmax() dit de quel tour il s’agit.",
                ),
            ),
            NearMiss(
                lambda: int(turns()["turn"].max()),
                Text(
                    "You give the number of the last turn: count the words of each turn, then take the largest.",
                    "Vous donnez le numéro du dernier tour : comptez les mots de chaque tour, puis prenez le plus grand.",
                ),
            ),
            NearMiss(
                lambda: max(map(len, joined_turns())),
                Text(
                    "These are the characters of the longest turn: count its words, len(words(text)).",
                    "Ce sont les caractères du plus long tour : comptez ses mots, len(words(texte)).",
                ),
            ),
            NearMiss(
                lambda: len(words(max(joined_turns()))),
                Text(
                    "max() of texts takes the last by the alphabet, not the longest: give each turn its number of words, then take the largest number.",
                    "max() appliqué à des textes prend le dernier par ordre alphabétique, non le plus long : donnez à chaque tour son nombre de mots, puis prenez le plus grand nombre.",
                ),
            ),
            NearMiss(
                lambda: len(words(joined_turns()[0])),
                Text(
                    "These are the words of the first answer: compare all turns, and take the largest number.",
                    "Ce sont les mots de la première réponse : comparez tous les tours, et prenez le plus grand nombre.",
                ),
            ),
            NearMiss(
                lambda: int(answer_lengths(len)["words"].max()),
                Text(
                    "These are the characters of the longest paragraph: count words, and add up the paragraphs of each turn.",
                    "Ce sont les caractères du plus long paragraphe : comptez des mots, et additionnez les paragraphes de chaque tour.",
                ),
            ),
        ],
        core=True,
        objective="O3",
    ),
    Question(
        "01.voices",
        "table",
        lambda: voices(lambda text: len(words(text))),
        (
            Text(
                'First a column words in the table of turns, then `groupby("role")`.',
                'D’abord une colonne words dans le tableau des tours, puis `groupby("role")`.',
            ),
            Text(
                '`groupby("role", as_index=False)["words"].sum()` keeps role as a column.',
                '`groupby("role", as_index=False)["words"].sum()` garde role comme colonne.',
            ),
            Text(
                'On two rows: `pd.DataFrame({"role": ["x", "x"], "words": [2, 3]}).groupby("role", as_index=False)["words"].sum()` gives 5 for x.',
                'Sur deux lignes : `pd.DataFrame({"role": ["x", "x"], "words": [2, 3]}).groupby("role", as_index=False)["words"].sum()` donne 5 pour x.',
            ),
        ),
        near_misses=[
            NearMiss(
                lambda: voices(len),
                Text(
                    "You count characters: len(text) instead of len(words(text)).",
                    "Vous comptez des caractères : len(text) au lieu de len(words(text)).",
                ),
            ),
            NearMiss(
                lambda: voices(lambda text: len(text.split())),
                Text(
                    "You count pieces between blanks; the rule here is words().",
                    "Vous comptez les morceaux entre deux espaces ; la règle est ici words().",
                ),
            ),
            NearMiss(
                lambda: voices(lambda text: 1),
                Text("You count paragraphs, not words.", "Vous comptez des paragraphes, et non des mots."),
            ),
            NearMiss(
                lambda: turns().assign(words=[len(words(text)) for text in turns()["text"]]),
                Text(
                    "One row is still one paragraph: add up the rows of each role, groupby, then sum.",
                    "Une ligne est encore un paragraphe : additionnez les lignes de chaque rôle, groupby, puis sum.",
                ),
            ),
            NearMiss(
                lambda: voices(words),
                Text(
                    "The column holds lists of words: their number is asked for, len(words(text)).",
                    "La colonne contient des listes de mots : on en demande le nombre, len(words(texte)).",
                ),
            ),
        ],
        columns=("role", "words"),
        ordered=False,
        points=2,
        objective="O3",
    ),
    Question(
        "01.cut",
        "function",
        cut,
        (
            Text(
                "`re.findall(pattern, sentence)` returns all matches, from the left.",
                "`re.findall(motif, phrase)` renvoie toutes les correspondances, de gauche à droite.",
            ),
            Text(
                "Alternatives are tried in order: the exception first, then the elided words, short or long, then \\w+, which knows every letter and stops at a hyphen. A sign that may be there has a ? after it.",
                "Les possibilités sont essayées dans l’ordre : l’exception d’abord, puis les mots élidés, courts ou longs, puis \\w+, qui connaît toutes les lettres et s’arrête au trait d’union. Un signe facultatif est suivi de ?.",
            ),
            Text(
                'On another language: `re.findall(r"o\'clock|\\w+", "five o\'clock")` gives [\'five\', "o\'clock"].',
                'Dans une autre langue : `re.findall(r"o\'clock|\\w+", "five o\'clock")` donne [\'five\', "o\'clock"].',
            ),
        ),
        inputs=[
            ("L'activité reprend.",),
            ("C'est aujourd'hui, dit-on",),
            ("Qu'attend l'équipe ?",),
            ("Ça coûte 50 euros, ma sœur.",),
            ("J'ai dit qu'il n'y a rien d'autre ; s'il m'appelle, je t'écris.",),
            ("Lorsqu'il dit jusqu'à quand, puisqu'on part...",),
            ("Aujourd'hui, viendra-t-il avant après-demain ?",),
            ("En 2030, l'Île d'Oléron fêtera Noël.",),
            ("À l'ÉTÉ 1998, quoiqu'elle dise, ce capharnaüm naïf !",),
        ],
        near_misses=[
            NearMiss(
                lambda sentence: sentence.lower().split(),
                Text(
                    "Punctuation sticks to your words, and elided words are not cut: blanks are not enough.",
                    "La ponctuation colle à vos mots, et les mots élidés ne sont pas coupés : les espaces ne suffisent pas.",
                ),
            ),
            NearMiss(
                lambda sentence: re.findall(r"\w+", sentence.lower()),
                Text(
                    "The apostrophes are gone: l' became l, and aujourd'hui two pieces. If your pattern has one, is it the straight one (') of the sentences?",
                    "Les apostrophes ont disparu : « l' » est devenu « l », et « aujourd'hui » deux morceaux. Si votre motif en contient une, est-ce la droite ('), celle des phrases ?",
                ),
            ),
            NearMiss(
                lambda sentence: re.findall(r"\w+", sentence),
                Text(
                    "The apostrophes are gone, and capitals remain: cut l' off with its apostrophe, and put the sentence into lower case.",
                    "Les apostrophes ont disparu, et il reste des majuscules : coupez « l' » avec son apostrophe, et mettez la phrase en minuscules.",
                ),
            ),
            *[
                NearMiss(
                    cut_by(pattern),
                    Text(
                        "A hyphen separates here: dit-on is two words, so the hyphen must not stand among the signs of a word.",
                        "Le trait d’union sépare ici : « dit-on » fait deux mots ; il ne doit donc pas figurer parmi les signes d’un mot.",
                    ),
                )
                for pattern in (r"aujourd'hui|[\w-]+'?", rf"aujourd'hui|{SHORT}|[\w-]+")
            ],
            *[
                NearMiss(
                    cut_by(pattern, lower=False, flags=re.IGNORECASE),
                    Text(
                        "Capitals remain, and dit-on is one word: lower case first, and a hyphen separates.",
                        "Il reste des majuscules, et « dit-on » n’est qu’un mot : mettez d’abord en minuscules ; le trait d’union sépare.",
                    ),
                )
                for pattern in (r"aujourd'hui|[\w-]+'?", rf"aujourd'hui|{SHORT}|[\w-]+")
            ],
            NearMiss(
                lambda sentence: words(sentence, stop=frozenset()),
                Text(
                    "This is what the kit's words() gives, with its own rule for hyphens (-on): cut with re alone.",
                    "C’est ce que donne words(), la fonction du kit, qui a sa propre règle pour le trait d’union (-on) : coupez avec re seulement.",
                ),
            ),
            *[
                NearMiss(
                    way,
                    Text(
                        "[a-z] knows no accents and no digits: activité and coûte break, 50 is lost. \\w knows them all.",
                        "[a-z] ne connaît ni accents ni chiffres : « activité » et « coûte » se brisent, 50 se perd. \\w les connaît tous.",
                    ),
                )
                for way in cuts_by_letters("a-z")
            ],
            *[
                NearMiss(
                    way,
                    Text(
                        "Letters written one by one forget some, such as ç, œ, ë or ü, and break words; without 0-9, numbers are lost. \\w knows them all.",
                        "Une liste de lettres en oublie, comme ç, œ, ë ou ü, et brise des mots ; sans 0-9, les nombres se perdent. \\w les connaît toutes.",
                    ),
                )
                for letters in LETTERS
                for digits in ("", "0-9")
                for way in cuts_by_letters(letters + digits)
            ],
            NearMiss(
                lambda sentence: re.sub(r"[^\w\s]", "", sentence.lower()).split(),
                Text(
                    "Deleting punctuation glued the words: cest is none. Cut first.",
                    "Supprimer la ponctuation a collé les mots : « cest » n’en est pas un. Coupez d’abord.",
                ),
            ),
            *[
                NearMiss(
                    cut_by(pattern, lower=False),
                    Text(
                        "The elided words after a capital are not cut, or capitals remain: lower case first.",
                        "Les mots élidés après une majuscule ne sont pas coupés, ou il reste des majuscules : mettez d’abord en minuscules.",
                    ),
                )
                for pattern in (rf"aujourd'hui|{SHORT}|\w+", r"aujourd'hui|\w+'?", r"\w+'?")
            ],
            NearMiss(
                cut_by(r"aujourd'hui|\w+'?", lower=False, flags=re.IGNORECASE),
                Text(
                    "Well cut, but the capitals are still there: sentence.lower().",
                    "C’est bien coupé, mais les majuscules sont encore là : phrase.lower().",
                ),
            ),
            *[
                NearMiss(
                    cut_by(pattern),
                    Text(
                        "aujourd'hui is broken: name the exception before the rest.",
                        "aujourd’hui est brisé : nommez l’exception avant le reste.",
                    ),
                )
                for pattern in (r"\w+'?", rf"{SHORT}|\w+")
            ],
            NearMiss(
                cut_by(rf"aujourd'hui|{SHORT}|\w+"),
                Text(
                    "The short elided words keep their apostrophe, the long ones have lost it: jusqu' and lorsqu' end in one like l'. Must a list name them all?",
                    "Les mots élidés courts gardent leur apostrophe, les longs l’ont perdue : « jusqu' » et « lorsqu' » en portent une, comme « l' ». Faut-il en dresser la liste ?",
                ),
            ),
            NearMiss(
                cut_by(r"aujourd'hui|[cdjlmnstqu]+'|\w+"),
                Text(
                    "Elided words with a letter outside your list have lost their apostrophe: lorsqu', puisqu', quoiqu'. Any word may end in one.",
                    "Les mots élidés dont une lettre manque à votre liste ont perdu leur apostrophe : « lorsqu' », « puisqu' », « quoiqu' ». Tout mot peut en porter une à la fin.",
                ),
            ),
            NearMiss(
                cut_by(rf"aujourd'hui|(?:lors|jus|puis)?{SHORT}|\w+"),
                Text(
                    "Nearly: your list of elided words lacks one, quoiqu'. A word may have any length before its apostrophe.",
                    "Presque : il manque un mot à votre liste de mots élidés, « quoiqu' ». Avant l’apostrophe, un mot peut avoir n’importe quelle longueur.",
                ),
            ),
            NearMiss(
                lambda sentence: re.findall(r"[\w']+", sentence.lower()),
                Text(
                    "Punctuation is gone, but elided words are not cut: l'activité is two words, l' and activité.",
                    "La ponctuation a disparu, mais les mots élidés ne sont pas coupés : « l'activité » fait deux mots, « l' » et « activité ».",
                ),
            ),
        ],
        points=2,
        objective="O2",
        library_allowed=False,
    ),
    Question(
        "01.missed_step",
        "choice",
        lambda: "normalize",
        (
            Text("Which two rows should be one?", "Quelles lignes devraient n’en faire qu’une ?"),
            Text("Look at their last character.", "Regardez leur dernier caractère."),
            Text(
                'In another table: "c\'" and "c’" would be such a pair.',
                "Dans un autre tableau : « c' » et « c’ » formeraient une telle paire.",
            ),
        ),
        near_misses=[
            NearMiss(
                lambda: "elision",
                Text(
                    "Elision was cut: l' stands alone. But it stands there twice.",
                    "L’élision est coupée : l’ est seul. Mais il figure deux fois.",
                ),
            ),
            NearMiss(
                lambda: "case",
                Text(
                    "There is no capital in the table: this step was done.",
                    "Il n’y a aucune majuscule dans le tableau : cette étape est faite.",
                ),
            ),
            NearMiss(
                lambda: "headline",
                Text(
                    "A headline left in would add words, not write one word in two ways. Look at the pair again.",
                    "Un titre oublié ajouterait des mots, sans écrire un même mot de deux façons. Revoyez la paire.",
                ),
            ),
        ],
        choices=("normalize", "elision", "case", "headline"),
        because=Text(
            "The two rows differ by the kind of their apostrophe, straight and curly: normalize makes them one.",
            "Les deux lignes ne diffèrent que par leur apostrophe, droite ou courbe : normalize n’en fait qu’une.",
        ),
        objective="O1",
    ),
    Question(
        "01.top_words",
        "words",
        lambda: top(text_of(turns(), "answer"), stop_words()),
        (
            Text(
                "Answers, then words with stop=..., then frequencies.",
                "Les réponses, puis words avec stop=..., puis frequencies.",
            ),
            Text(
                '`frequencies(...)["word"].head(5)` is a column; `.tolist()` makes a list of it.',
                '`frequencies(...)["word"].head(5)` est une colonne ; `.tolist()` en fait une liste.',
            ),
            Text(
                'On another list: `frequencies(["a", "b", "a"])["word"].head(1).tolist()` gives [\'a\'].',
                'Sur une autre liste : `frequencies(["a", "b", "a"])["word"].head(1).tolist()` donne [\'a\'].',
            ),
        ),
        near_misses=[
            NearMiss(
                lambda: top(" ".join(turns()["text"]), stop_words()),
                Text(
                    "These are the words of the whole page: headline, caption and questions have a say in it.",
                    "Ce sont les mots de la page entière : le titre, la légende et les questions y ont leur part.",
                ),
            ),
            NearMiss(
                lambda: top(text_of(turns(), "answer"), frozenset()),
                Text(
                    "The stop words are still there: give them to words(text, stop=stop_words()).",
                    "Les mots vides sont encore là : donnez-les à words(text, stop=stop_words()).",
                ),
            ),
            NearMiss(
                lambda: top(text_of(turns(), "answer"), stop_words(keep=())),
                Text(
                    "Your stop list also removes negation; stop_words() keeps it.",
                    "Votre liste retire aussi la négation ; stop_words() la garde.",
                ),
            ),
            NearMiss(
                lambda: top_by_counter(text_of(turns(), "answer")),
                Text(
                    "The counts are right; only words of one count stand in another order. frequencies(...) settles ties by the alphabet, a Counter by what comes first in the text.",
                    "Les fréquences sont justes ; seuls des mots de même fréquence sont dans un autre ordre. frequencies(...) départage les ex æquo par l’alphabet, un Counter par leur ordre dans le texte.",
                ),
            ),
            NearMiss(
                lambda: top(" ".join(turns()["text"]), frozenset()),
                Text(
                    "These are the words of the whole page, stop words among them: keep the answers, then words(text, stop=stop_words()).",
                    "Ce sont les mots de la page entière, mots vides compris : gardez les réponses, puis words(texte, stop=stop_words()).",
                ),
            ),
            NearMiss(
                lambda: words(text_of(turns(), "answer"))[:5],
                Text(
                    "These are the words with which the answers begin: frequencies(...) puts the most frequent first.",
                    "Ce sont les mots par lesquels commencent les réponses : frequencies(...) met en tête les plus fréquents.",
                ),
            ),
            NearMiss(
                lambda: words(text_of(turns(), "answer"), stop=stop_words())[:5],
                Text(
                    "These are the first words as they come in the text: count them with frequencies(...), which puts the most frequent first.",
                    "Ce sont les premiers mots dans l’ordre du texte : comptez-les avec frequencies(...), qui met en tête les plus fréquents.",
                ),
            ),
            NearMiss(
                lambda: (
                    frequencies(words(text_of(turns(), "answer"), stop=stop_words()))["word"]
                    .head(10)
                    .tolist()
                ),
                Text(
                    "The ranking is right, and ten words long: the first five are asked for.",
                    "Le classement est juste, mais il a dix mots : on demande les cinq premiers.",
                ),
            ),
            NearMiss(
                lambda: frequencies(text_of(turns(), "answer").split())["word"].head(5).tolist(),
                Text(
                    "You count pieces between blanks, stop words among them: words(text, stop=stop_words()) first.",
                    "Vous comptez des morceaux entre deux espaces, mots vides compris : d’abord words(texte, stop=stop_words()).",
                ),
            ),
        ],
        core=True,
        objective="O2",
        points=2,
    ),
    Question(
        "01.claim",
        "choice",
        claim,
        (
            Text("What does one number of the table count?", "Que compte un nombre de ce tableau ?"),
            Text(
                "Compare the row answer with half of the sum of the column.",
                "Comparez la ligne answer à la moitié de la somme de la colonne.",
            ),
            Text(
                "With 30 for x and 20 for y, x holds more than half: 30 > 50 / 2.",
                "Avec 30 pour x et 20 pour y, x a plus de la moitié : 30 > 50 / 2.",
            ),
        ),
        near_misses=[
            NearMiss(
                lambda: "c",
                Text(
                    "Frequent is not important: no count tells what somebody finds important.",
                    "Fréquent ne veut pas dire important : aucun comptage ne dit ce que quelqu’un juge important.",
                ),
            ),
            NearMiss(
                lambda: "a",
                Text(
                    "Compare the rows question and answer of your table once more.",
                    "Comparez encore une fois les lignes question et answer de votre tableau.",
                ),
            ),
            NearMiss(
                lambda: "none",
                Text(
                    "Your table decides a and b: compare each with its numbers before you reject it.",
                    "Votre tableau permet de trancher a et b : comparez chacune à ses nombres avant de l’écarter.",
                ),
            ),
        ],
        choices=("a", "b", "c", "none"),
        because=Text(
            "The table counts words by role, so it can decide a and b. No count decides c: frequent is not important.",
            "Le tableau compte des mots par rôle : il peut trancher a et b. Aucun comptage ne tranche c : fréquent ne veut pas dire important.",
        ),
        objective="O4",
    ),
    Question(
        "01.transfer_words",
        "number",
        lambda: len(words(other_answers())),
        (
            Text(
                "`read_interview(other_page)` first: look at its table.",
                "D’abord `read_interview(other_page)` : regardez son tableau.",
            ),
            Text("Then the same steps as in question 2.", "Ensuite, les mêmes étapes qu’à la question 2."),
            Text(
                'On another sentence: `len(words("L\'été, oui."))` gives 3.',
                'Sur une autre phrase : `len(words("L\'été, oui."))` donne 3.',
            ),
        ),
        near_misses=[
            NearMiss(
                lambda: len(words(" ".join(read_interview(other_page())["text"]))),
                Text(
                    "You also count the questions: look at the column role.",
                    "Vous comptez aussi les questions : regardez la colonne role.",
                ),
            ),
            NearMiss(
                lambda: len(words(other_page())),
                Text(
                    "You count the whole page: the questions are in it, and the names of the speakers. Which paragraphs are answers?",
                    "Vous comptez toute la page : les questions y sont, et les noms des locuteurs. Quels paragraphes sont des réponses ?",
                ),
            ),
            NearMiss(
                lambda: len(words(other_answers())) + len(words("Mme Roche")),
                Text(
                    "The label Mme Roche is still in your text: a speaker's name is no word of the answer.",
                    "« Mme Roche » est encore dans votre texte : le nom d’un locuteur ne fait pas partie de la réponse.",
                ),
            ),
            NearMiss(
                lambda: len(words(other_answers().replace(INNER, ""))),
                Text(
                    "The question inside her answer is missing: Mme Roche asks it herself, so these are her words. Look at the table of turns.",
                    "Il manque la question posée à l’intérieur de la réponse : c’est Mme Roche qui la pose, ce sont donc ses mots. Regardez le tableau des tours.",
                ),
            ),
            NearMiss(
                lambda: len(words("Mme Roche " + other_answers().split("D'autres")[0])),
                Text(
                    "Only the first answer is counted, with the label Mme Roche: a speaker's name is no word of the answer, and she speaks again after the second question.",
                    "Seule la première réponse est comptée, avec « Mme Roche » : le nom d’un locuteur ne fait pas partie de la réponse, et elle reprend la parole après la seconde question.",
                ),
            ),
            NearMiss(
                lambda: len(
                    words(other_answers().split("D'autres")[0] + "D'autres en parlent mieux que moi.")
                ),
                Text(
                    "The paragraph that Mme Roche reads out is missing: it belongs to her answer.",
                    "Il manque le paragraphe que Mme Roche lit à voix haute : il fait partie de sa réponse.",
                ),
            ),
            NearMiss(
                lambda: len(words(other_answers().split("D'autres")[0])),
                Text(
                    "Only the first answer is counted: Mme Roche speaks again after the second question, without her name before it.",
                    "Seule la première réponse est comptée : Mme Roche reprend la parole après la seconde question, sans que son nom la précède.",
                ),
            ),
            NearMiss(
                lambda: len(words(other_answers())) + len(words(SECOND)),
                Text(
                    "Et l’avenir ? is counted with the answers: it stands alone between two answers, and it is the interviewer who asks.",
                    "« Et l’avenir ? » est compté avec les réponses : la phrase est seule entre deux réponses, et c’est la rédaction qui la pose.",
                ),
            ),
            NearMiss(
                lambda: len(other_answers().split()),
                Text(
                    "You count pieces between blanks; the rule here is words().",
                    "Vous comptez les morceaux entre deux espaces ; la règle est ici words().",
                ),
            ),
            NearMiss(
                lambda: len(other_answers()),
                Text(
                    "You count characters: len of a text, not of a list of words.",
                    "Vous comptez des caractères : len d’un texte, et non d’une liste de mots.",
                ),
            ),
            NearMiss(
                lambda: int((read_interview(other_page())["role"] == "answer").sum()),
                Text(
                    "You count paragraphs: join the column text of these rows, then count with words().",
                    "Vous comptez des paragraphes : réunissez la colonne text de ces lignes, puis comptez avec words().",
                ),
            ),
        ],
        objective="O3",
        points=2,
    ),
]
