"""Questions of lesson 01; every reference is computed from the text in use."""

import re

import pandas as pd

from motamot import frequencies, load_interview, normalize, read_interview, stop_words, words
from motamot.checks import NearMiss, Question, Text

OTHER_PAGE = """La rédaction : Pourquoi ouvrir une librairie aujourd’hui ?

Mme Roche : Parce qu’on me l’a demandé. Qui vend encore des livres au village ? Personne.

Et l’avenir ?

Nous verrons l’été prochain."""


def turns() -> pd.DataFrame:
    """Return the table of turns of the text in use."""
    return read_interview(load_interview())


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


def cut(sentence: str) -> list[str]:
    """Cut a short sentence as lesson 01 does."""
    return re.findall(r"aujourd'hui|(?:qu|[cdjlmnst])'|\w+", sentence.lower())


def top(text: str, stop: frozenset[str]) -> list[str]:
    """Return the five most frequent words."""
    return frequencies(words(text, stop=stop))["word"].head(5).tolist()


QUESTIONS = [
    Question(
        "01.nbsp_count",
        "number",
        lambda: load_interview().count("\u00a0"),
        (
            Text(
                "A text can count a piece of itself: text.count(...).",
                "Un texte sait compter un morceau de lui-même : texte.count(...).",
            ),
            Text(
                'The piece is one character, written "\\u00a0". Ask the raw page, not the normalized one.',
                'Le morceau est un seul caractère, écrit "\\u00a0". Interrogez la page brute, et non la page normalisée.',
            ),
            Text(
                'On another sentence: "Oui\\u00a0? Non\\u00a0!".count("\\u00a0") gives 2.',
                'Sur une autre phrase : "Oui\\u00a0? Non\\u00a0!".count("\\u00a0") donne 2.',
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
                    "You found none: after normalize none is left, and without its backslash \\u00a0 is five letters.",
                    "Vous n’en trouvez aucune : après normalize il n’en reste pas, et sans sa barre oblique \\u00a0 n’est que cinq signes.",
                ),
            ),
            NearMiss(
                lambda: sum(sign.isspace() and sign not in " \n\r" for sign in load_interview()),
                Text(
                    "You also count narrow no-break spaces (\\u202f): the question asks for \\u00a0 only.",
                    "Vous comptez aussi les espaces fines insécables (\\u202f) : la question porte sur \\u00a0 seulement.",
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
                'turns[turns["role"] == ...] keeps some rows; then join their texts and count with words().',
                'turns[turns["role"] == ...] garde certaines lignes ; réunissez ensuite leurs textes et comptez avec words().',
            ),
            Text(
                'On another page: len(words(" ".join(["Oui.", "L\'été."]))) gives 3.',
                'Sur une autre page : len(words(" ".join(["Oui.", "L\'été."]))) donne 3.',
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
                'Give each row its number of words, keep the answers, then groupby("turn")[...].sum().max().',
                'Donnez à chaque ligne son nombre de mots, gardez les réponses, puis groupby("turn")[...].sum().max().',
            ),
            Text(
                'On another table: pd.DataFrame({"turn": [2, 2, 4], "words": [3, 4, 6]}).groupby("turn")["words"].sum().max() gives 7.',
                'Sur un autre tableau : pd.DataFrame({"turn": [2, 2, 4], "words": [3, 4, 6]}).groupby("turn")["words"].sum().max() donne 7.',
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
                lambda: int(turns()["turn"].max()),
                Text(
                    "You give the number of the last turn: count the words of each turn, then take the largest.",
                    "Vous donnez le numéro du dernier tour : comptez les mots de chaque tour, puis prenez le plus grand.",
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
                'First a column words in the table of turns, then groupby("role").',
                'D’abord une colonne words dans le tableau des tours, puis groupby("role").',
            ),
            Text(
                'groupby("role", as_index=False)["words"].sum() keeps role as a column.',
                'groupby("role", as_index=False)["words"].sum() garde role comme colonne.',
            ),
            Text(
                'On two rows: pd.DataFrame({"role": ["x", "x"], "words": [2, 3]}).groupby("role", as_index=False)["words"].sum() gives 5 for x.',
                'Sur deux lignes : pd.DataFrame({"role": ["x", "x"], "words": [2, 3]}).groupby("role", as_index=False)["words"].sum() donne 5 pour x.',
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
                "re.findall(pattern, sentence) returns all matches, from the left.",
                "re.findall(motif, phrase) renvoie toutes les correspondances, de gauche à droite.",
            ),
            Text(
                "Alternatives are tried in order: the exception first, then the elided words, then \\w+.",
                "Les alternatives sont essayées dans l’ordre : l’exception d’abord, puis les mots élidés, puis \\w+.",
            ),
            Text(
                'On another language: re.findall(r"o\'clock|\\w+", "five o\'clock") gives [\'five\', "o\'clock"].',
                'Dans une autre langue : re.findall(r"o\'clock|\\w+", "five o\'clock") donne [\'five\', "o\'clock"].',
            ),
        ),
        inputs=[("L'activité reprend.",), ("C'est aujourd'hui, dit-on",), ("Qu'attend l'équipe ?",)],
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
                    "The apostrophes are gone: l' became l, and aujourd'hui two pieces.",
                    "Les apostrophes ont disparu : l’ est devenu l, et aujourd’hui deux morceaux.",
                ),
            ),
            NearMiss(
                lambda sentence: re.sub(r"[^\w\s]", "", sentence.lower()).split(),
                Text(
                    "Deleting punctuation glued the words: cest is none. Cut first.",
                    "Supprimer la ponctuation a collé les mots : cest n’en est pas un. Coupez d’abord.",
                ),
            ),
            NearMiss(
                lambda sentence: re.findall(r"aujourd'hui|(?:qu|[cdjlmnst])'|\w+", sentence),
                Text(
                    "The elided words after a capital are not cut, or capitals remain: lower case first.",
                    "Les mots élidés après une majuscule ne sont pas coupés, ou il reste des majuscules : mettez d’abord en minuscules.",
                ),
            ),
            NearMiss(
                lambda sentence: re.findall(r"(?:qu|[cdjlmnst])'|\w+", sentence.lower()),
                Text(
                    "aujourd'hui is broken: name the exception before the rest.",
                    "aujourd’hui est brisé : nommez l’exception avant le reste.",
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
                "Dans un autre tableau : « c' » et « c’ » formeraient une telle paire.",
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
                'frequencies(...)["word"].head(5) is a column; .tolist() makes a list of it.',
                'frequencies(...)["word"].head(5) est une colonne ; .tolist() en fait une liste.',
            ),
            Text(
                'On another list: frequencies(["a", "b", "a"])["word"].head(1).tolist() gives [\'a\'].',
                'Sur une autre liste : frequencies(["a", "b", "a"])["word"].head(1).tolist() donne [\'a\'].',
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
                lambda: words(text_of(turns(), "answer"))[:5],
                Text(
                    "These are the words with which the answers begin: frequencies(...) puts the most frequent first.",
                    "Ce sont les mots par lesquels commencent les réponses : frequencies(...) met en tête les plus fréquents.",
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
        objective="O4",
    ),
    Question(
        "01.transfer_words",
        "number",
        lambda: len(words(text_of(read_interview(OTHER_PAGE), "answer"))),
        (
            Text(
                "read_interview(other_page) first: look at its table.",
                "D’abord read_interview(other_page) : regardez son tableau.",
            ),
            Text("Then the same steps as in question 2.", "Ensuite, les mêmes étapes qu’à la question 2."),
            Text(
                'On another sentence: len(words("L\'été, oui.")) gives 3.',
                'Sur une autre phrase : len(words("L\'été, oui.")) donne 3.',
            ),
        ),
        near_misses=[
            NearMiss(
                lambda: len(words(" ".join(read_interview(OTHER_PAGE)["text"]))),
                Text(
                    "You also count the questions: look at the column role.",
                    "Vous comptez aussi les questions : regardez la colonne role.",
                ),
            ),
            NearMiss(
                lambda: len(words(OTHER_PAGE)),
                Text(
                    "You count the labels as well: the speaker's name is no word of the answer.",
                    "Vous comptez aussi les noms des locuteurs : ils ne font pas partie de la réponse.",
                ),
            ),
            NearMiss(
                lambda: len(text_of(read_interview(OTHER_PAGE), "answer").split()),
                Text(
                    "You count pieces between blanks; the rule here is words().",
                    "Vous comptez les morceaux entre deux espaces ; la règle est ici words().",
                ),
            ),
            NearMiss(
                lambda: len(text_of(read_interview(OTHER_PAGE), "answer")),
                Text(
                    "You count characters: len of a text, not of a list of words.",
                    "Vous comptez des caractères : len d’un texte, et non d’une liste de mots.",
                ),
            ),
            NearMiss(
                lambda: int((read_interview(OTHER_PAGE)["role"] == "answer").sum()),
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
