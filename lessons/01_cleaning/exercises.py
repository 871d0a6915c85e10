# %% [markdown] lang="en"
# # Exercises 01: cleaning
#
# Replace the three dots, run the cell and the check below it, read what it says. `hint()`, typed in a new cell (button **+** above), gives a hint for the question checked last; there are three for each question, and they cost nothing. Questions marked *core* belong to the short course.
#
# | minutes | you need |
# |---|---|
# | 45 | lesson 01 |

# %% [markdown] lang="fr"
# # Exercices 01 : nettoyer
#
# Remplacez les trois points, exécutez la cellule puis la vérification placée dessous, lisez ce qu’elle dit. `hint()`, tapé dans une nouvelle cellule (bouton **+**, en haut), donne un indice pour la dernière question vérifiée ; il y en a trois par question, et ils ne coûtent rien. Les questions marquées *essentiel* font partie du cours bref.
#
# | minutes | prérequis |
# |---|---|
# | 45 | la leçon 01 |

# %%
from motamot import check, hint, load_interview, read_interview, stop_words, words

raw = load_interview()
turns = read_interview(raw)
turns.head(4)

# %% [markdown] lang="en"
# ## 1. Fill in (core): invisible characters
#
# How many no-break spaces (`\u00a0`) does the raw page hold?

# %% [markdown] lang="fr"
# ## 1. Compléter (essentiel) : les caractères invisibles
#
# Combien d’espaces insécables (`\u00a0`) la page brute contient-elle ?

# %%
nbsp_count = ...
### BEGIN SOLUTION
nbsp_count = raw.count("\u00a0")
### END SOLUTION
check("01.nbsp_count", nbsp_count)

# %% [markdown] lang="en" tags=["solution"]
# We ask the *raw* page: after `normalize` there is none left. Another way: go through the characters. A common wrong answer counts `" "`, the ordinary blank.

# %% [markdown] lang="fr" tags=["solution"]
# On interroge la page *brute* : après `normalize`, il n’en reste aucune. Autre façon : parcourir les caractères. Erreur fréquente : compter `" "`, l’espace ordinaire.

# %% tags=["solution"]
sum(sign == "\u00a0" for sign in raw)

# %% [markdown] lang="en"
# ## 2. Modify (core): whose words?
#
# This cell counts the words of the whole page. Change it so that `answer_words` is the number of words in the *answers* only, by the rule of `words()`.

# %% [markdown] lang="fr"
# ## 2. Modifier (essentiel) : de qui sont les mots ?
#
# Cette cellule compte les mots de toute la page. Modifiez-la pour que `answer_words` soit le nombre de mots des *réponses* seules, selon la règle de `words()`.

# %%
page_words = len(words(" ".join(turns["text"])))
answer_words = ...
### BEGIN SOLUTION
answers = turns[turns["role"] == "answer"]
answer_words = len(words(" ".join(answers["text"])))
### END SOLUTION
check("01.answer_words", answer_words)

# %% [markdown] lang="en" tags=["solution"]
# First the rows, then the words. Joining with a blank keeps the last word of one paragraph apart from the first of the next. Adding up paragraph by paragraph gives the same number.

# %% [markdown] lang="fr" tags=["solution"]
# D’abord les lignes, puis les mots. Réunir avec une espace sépare le dernier mot d’un paragraphe du premier du suivant. Additionner paragraphe par paragraphe donne le même nombre.

# %% tags=["solution"]
sum(len(words(text)) for text in answers["text"])

# %% [markdown] lang="en"
# ## 3. Fill in (core): the longest answer
#
# How many words does the longest *turn* of the answers have, by the rule of `words()`? Use the columns `role` and `turn`; a turn may have several paragraphs.

# %% [markdown] lang="fr"
# ## 3. Compléter (essentiel) : la plus longue réponse
#
# Combien de mots compte le plus long *tour de parole* parmi les réponses, selon la règle de `words()` ? Servez-vous des colonnes `role` et `turn` ; un tour peut compter plusieurs paragraphes.

# %%
longest_answer = ...
### BEGIN SOLUTION
counted = turns.assign(words=[len(words(text)) for text in turns["text"]])
longest_answer = counted[counted["role"] == "answer"].groupby("turn")["words"].sum().max()
### END SOLUTION
check("01.longest_answer", longest_answer)

# %% [markdown] lang="en" tags=["solution"]
# Rows are paragraphs, turns are not: `groupby("turn")` adds the paragraphs of one turn before `max()` chooses. Taking the longest row is the common mistake; here is what it gives.

# %% [markdown] lang="fr" tags=["solution"]
# Les lignes sont des paragraphes, non des tours : `groupby("turn")` additionne les paragraphes d’un tour avant que `max()` ne choisisse. Prendre la plus longue ligne est l’erreur fréquente ; voici ce qu’elle donne.

# %% tags=["solution"]
int(counted.loc[counted["role"] == "answer", "words"].max())

# %%
hint("01.longest_answer")

# %% [markdown] lang="en"
# ## 4. Write: a table of voices
#
# Make a table `voices` with the columns `role` and `words`: for each role of the page, how many words it has. The order of the rows does not matter.

# %% [markdown] lang="fr"
# ## 4. Écrire : un tableau des voix
#
# Faites un tableau `voices` avec les colonnes `role` et `words` : pour chaque rôle de la page, son nombre de mots. L’ordre des lignes est libre.

# %%
voices = ...
### BEGIN SOLUTION
counted = turns.assign(words=[len(words(text)) for text in turns["text"]])
voices = counted.groupby("role", as_index=False)["words"].sum()
### END SOLUTION
check("01.voices", voices)

# %% tags=["solution"]
voices.sort_values("words", ascending=False)

# %% [markdown] lang="en" tags=["solution"]
# Another way: join the texts of each role, then count once. `len(text)` instead of `len(words(text))` is the usual slip: it counts characters.

# %% [markdown] lang="fr" tags=["solution"]
# Autre façon : réunir les textes de chaque rôle, puis compter une fois. `len(text)` au lieu de `len(words(text))` est l’étourderie habituelle : on compte des caractères.

# %% tags=["solution"]
turns.groupby("role")["text"].agg(" ".join).map(lambda text: len(words(text)))

# %% [markdown] lang="en"
# ## 5. Write: your own `cut`
#
# Write a function that cuts a sentence into words in lower case: elided words keep their apostrophe, however long they are (*l'* and *activité*, *jusqu'* and *à*), *aujourd'hui* stays whole, a hyphen separates (*dit-on* gives *dit* and *on*), punctuation goes, numbers stay. Do it with `re`, without the kit's functions. It is tried on short sentences, whose apostrophes are straight (`'`).

# %% [markdown] lang="fr"
# ## 5. Écrire : votre propre `cut`
#
# Écrivez une fonction qui segmente une phrase en mots, en minuscules : les mots élidés gardent leur apostrophe, quelle que soit leur longueur (*l’* et *activité*, *jusqu’* et *à*), *aujourd’hui* reste entier, le trait d’union sépare (*dit-on* donne *dit* et *on*), la ponctuation disparaît, les nombres restent. Employez `re`, sans les fonctions du kit. Elle sera essayée sur des phrases brèves, dont les apostrophes sont droites (`'`).


# %%
import re


def cut(sentence):
    ...
    ### BEGIN SOLUTION
    pattern = r"aujourd'hui|\w+'?"
    return re.findall(pattern, sentence.lower())
    ### END SOLUTION


check("01.cut", cut)

# %% [markdown] lang="en" tags=["solution"]
# The order inside the pattern decides: the exception first, then the rest, and the `?` says that an apostrophe may end a word. A list of elided words (`[ldjnmtsc]'|qu'`) would forget *jusqu'* and *lorsqu'*. Deleting punctuation before cutting would glue *c'est* into *cest*.

# %% [markdown] lang="fr" tags=["solution"]
# L’ordre à l’intérieur du motif décide : l’exception d’abord, puis le reste, et le `?` dit qu’une apostrophe peut terminer un mot. Une liste de mots élidés (`[ldjnmtsc]'|qu'`) oublierait *jusqu’* et *lorsqu’*. Supprimer la ponctuation avant de couper souderait *c’est* en *cest*.

# %% [markdown] lang="en"
# ## 6. Explain: which step was missed?
#
# Somebody counted two lines and got this table. One step of the lesson was left out. Which? Write its name between quotes.
#
# - `"normalize"`: making blanks and apostrophes alike
# - `"elision"`: cutting *l'* off from *activité*
# - `"case"`: lower case
# - `"headline"`: taking the headline out

# %% [markdown] lang="fr"
# ## 6. Expliquer : quelle étape manque ?
#
# Quelqu’un a compté deux lignes et obtenu ce tableau. Une étape de la leçon a été oubliée. Laquelle ? Écrivez son nom entre guillemets.
#
# - `"normalize"` : unifier espaces et apostrophes
# - `"elision"` : détacher *l’* d’*activité*
# - `"case"` : mettre en minuscules
# - `"headline"` : écarter le titre

# %%
import pandas as pd

pd.DataFrame({"word": ["l'", "l’", "activité", "reprend", "été"], "count": [1, 1, 1, 1, 1]})

# %%
missed_step = ...
### BEGIN SOLUTION
missed_step = "normalize"
### END SOLUTION
check("01.missed_step", missed_step)

# %% [markdown] lang="en" tags=["solution"]
# Two rows for *l'*: one apostrophe is straight, the other curly. Elision was cut, capitals are gone; only `normalize` would have made the two equal.

# %% [markdown] lang="fr" tags=["solution"]
# Deux lignes pour *l’* : une apostrophe est droite, l’autre courbe. L’élision est coupée, les majuscules ont disparu ; seul `normalize` aurait rendu les deux égales.

# %% [markdown] lang="en"
# ## 7. Write (core): the words they use
#
# `top_words`: the list of the five most frequent words of the *answers*, without the words of `stop_words()` (which keeps the negation, *ne* and *pas*), most frequent first. `frequencies` settles ties.

# %% [markdown] lang="fr"
# ## 7. Écrire (essentiel) : leurs mots
#
# `top_words` : la liste des cinq mots les plus fréquents des *réponses*, sans les mots de `stop_words()` (qui garde la négation, *ne* et *pas*), le plus fréquent en tête. `frequencies` départage les égalités.

# %%
from motamot import frequencies

top_words = ...
### BEGIN SOLUTION
spoken = words(" ".join(turns.loc[turns["role"] == "answer", "text"]), stop=stop_words())
top_words = frequencies(spoken)["word"].head(5).tolist()
### END SOLUTION
check("01.top_words", top_words)

# %% [markdown] lang="en" tags=["solution"]
# `tolist()` turns the column into a list. With the whole page instead of the answers, the headline and the questions would help to choose the winners.

# %% [markdown] lang="fr" tags=["solution"]
# `tolist()` fait une liste de la colonne. Avec la page entière au lieu des réponses, le titre et les questions contribueraient à désigner les premiers.

# %% [markdown] lang="en"
# ## 8. Explain: which claim holds?
#
# Which one of these does your table of voices support? Write its letter between quotes.
#
# - `"a"`: the questions hold more words than the answers.
# - `"b"`: more than half of the page's words stand in answers.
# - `"c"`: the management finds its most frequent word the most important.
# - `"none"`: none of them.

# %% [markdown] lang="fr"
# ## 8. Expliquer : quelle affirmation tient ?
#
# Laquelle votre tableau des voix permet-il d’appuyer ? Écrivez sa lettre entre guillemets.
#
# - `"a"` : les questions contiennent plus de mots que les réponses.
# - `"b"` : plus de la moitié des mots de la page sont dans les réponses.
# - `"c"` : la direction juge son mot le plus fréquent le plus important.
# - `"none"` : aucune.

# %%
claim = ...
### BEGIN SOLUTION
by_role = voices.set_index("role")["words"]
claim = "b" if by_role["answer"] > by_role.sum() / 2 else "none"
claim = "a" if by_role["question"] > by_role["answer"] else claim
### END SOLUTION
check("01.claim", claim)

# %% [markdown] lang="en" tags=["solution"]
# The table counts words by role: it can decide a and b. It says nothing about importance, so c can never follow from it.

# %% [markdown] lang="fr" tags=["solution"]
# Le tableau compte des mots par rôle : il peut trancher a et b. Il ne dit rien de l’importance, et c n’en découle jamais.

# %% [markdown] lang="en"
# ## 9. Transfer: another page
#
# Here is a page of another form; at its end Mme Roche reads out the last paragraph of our page. How many words do *the answers* have, by the rule of `words()`?

# %% [markdown] lang="fr"
# ## 9. Transférer : une autre page
#
# Voici une page d’une autre forme ; à la fin, Mme Roche lit à voix haute le dernier paragraphe de la nôtre. Combien de mots *les réponses* ont-elles, selon la règle de `words()` ?

# %%
read_out = turns["text"].iloc[-1]
other_page = f"""La rédaction : Pourquoi ouvrir une librairie aujourd’hui ?

Mme Roche : Parce qu’on me l’a demandé. Qui vend encore des livres au village ? Personne.

Et l’avenir ?

D’autres en parlent mieux que moi. {read_out}"""

# %%
transfer_words = ...
### BEGIN SOLUTION
other_turns = read_interview(other_page)
transfer_words = len(words(" ".join(other_turns.loc[other_turns["role"] == "answer", "text"])))
### END SOLUTION
check("01.transfer_words", transfer_words)

# %% [markdown] lang="en" tags=["solution"]
# The question inside the answer of Mme Roche belongs to her: it does not start a turn. Read the table of turns before you count.

# %% [markdown] lang="fr" tags=["solution"]
# La question posée à l’intérieur de la réponse de Mme Roche est à elle : elle n’ouvre pas un tour. Lisez le tableau des tours avant de compter.

# %% tags=["solution"]
other_turns

# %% [markdown] lang="en"
# ## What is recorded
#
# Nothing: answers and hints stay in this notebook. Save it, and hand it in if your instructor asks for it.

# %% [markdown] lang="fr"
# ## Ce qui est enregistré
#
# Rien : réponses et indices restent dans ce notebook. Enregistrez-le, et remettez-le si on vous le demande.
