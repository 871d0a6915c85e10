# %% [markdown] lang="en"
# # Exercises 05: your text
#
# Replace the three dots, run the cell and the check below it, read what it says. `hint()`, typed in a new cell (button **+** above), gives a hint for the question checked last; there are three for each question, and they cost nothing. Questions marked *core* belong to the short course. All of them run on the text in use, the kit's or yours.
#
# | minutes | you need |
# |---|---|
# | 60 | lesson 05 |

# %% [markdown] lang="fr"
# # Exercices 05 : votre texte
#
# Remplacez les trois points, exécutez la cellule puis la vérification placée dessous, lisez ce qu’elle dit. `hint()`, tapé dans une nouvelle cellule (bouton **+**, en haut), donne un indice pour la dernière question vérifiée ; il y en a trois par question, et ils ne coûtent rien. Les questions marquées *essentiel* font partie du cours bref. Toutes fonctionnent sur le texte en place, celui du kit ou le vôtre.
#
# | minutes | prérequis |
# |---|---|
# | 60 | la leçon 05 |

# %%
import pandas as pd

from motamot import check, concordance, frequencies, hint, load_interview, read_interview, stop_words, words

turns = read_interview(load_interview())
spoken = " ".join(turns.loc[turns["role"] == "answer", "text"])
content = words(spoken, stop=stop_words(keep=()))
word = frequencies(content)["word"].iloc[0]
print(word, "|", len(words(spoken)), len(content))

# %% [markdown] lang="en"
# `spoken` is the text of the answers, `content` its words without stop words, `word` the most frequent of them.
#
# ## 1. Fill in (core): how far to trust a rate
#
# A report gives a rate with its interval. What is the upper end of the 95% interval of `word`, per 1,000 of *all* words of the answers? Do not round.

# %% [markdown] lang="fr"
# `spoken` est le texte des réponses, `content` ses mots sans les mots vides, `word` le plus fréquent d’entre eux.
#
# ## 1. Compléter (essentiel) : jusqu’où se fier à une fréquence relative
#
# Un compte rendu donne une fréquence relative avec son intervalle. Quelle est la borne haute de l’intervalle à 95 % de `word`, pour 1 000 mots, *tous* les mots des réponses étant comptés ? N’arrondissez pas.

# %%
high = ...
### BEGIN SOLUTION
full = frequencies(words(spoken))
high = full.loc[full["word"] == word, "high"].iloc[0]
### END SOLUTION
check("05.high", high)

# %% [markdown] lang="en" tags=["solution"]
# The table of *all* words first, then the row. The usual slip takes the row from `frequencies(content)`: the count is the same, but it is divided by the words that the stop list left. Side by side:

# %% [markdown] lang="fr" tags=["solution"]
# D’abord le tableau de *tous* les mots, puis la ligne. L’étourderie habituelle prend la ligne de `frequencies(content)` : la fréquence est la même, mais elle est divisée par les mots que la liste a laissés. Côte à côte :

# %% tags=["solution"]
pd.concat([full[full["word"] == word], frequencies(content).head(1)]).round(1)

# %% [markdown] lang="en"
# ## 2. Modify (core): two settings, one ranking
#
# `pairs` names each plural whose singular, of at least four letters, occurs as well: among shorter words, *fois* would pass for the plural of *foi*. `watched` holds these singulars, and up to three other words that end in *s*. The cell gives their rank among the content words; words of equal count share the best rank. Make a table `ranks` with the columns `word` (each word of `watched`), `rank_apart` (as in the cell) and `rank_merged` (once each plural counts for its singular). The order is free.

# %% [markdown] lang="fr"
# ## 2. Modifier (essentiel) : deux réglages, un classement
#
# `pairs` donne chaque pluriel dont le singulier, d’au moins quatre lettres, figure aussi : parmi les mots plus brefs, *fois* passerait pour le pluriel de *foi*. `watched` contient ces singuliers, et jusqu’à trois autres mots qui finissent par *s*. La cellule calcule leur rang parmi les mots pleins ; les mots de même fréquence partagent le meilleur rang. Faites un tableau `ranks` avec les colonnes `word` (chaque mot de `watched`), `rank_apart` (comme dans la cellule) et `rank_merged` (une fois chaque pluriel compté pour son singulier). L’ordre est libre.

# %%
pairs = {one + "s": one for one in content if len(one) > 3 and one + "s" in content}
counts = frequencies(content).set_index("word")["count"]
known = {*pairs, *pairs.values()}
whole = [one for one in counts.index if one.endswith("s") and one not in known]
watched = [*pairs.values(), *whole[:2], *whole[2:][-1:]]
rank_apart = counts.rank(ascending=False, method="min").astype(int)
print(pairs, rank_apart[watched].to_dict(), sep="\n")

# %%
ranks = ...
### BEGIN SOLUTION
together = [pairs.get(one, one) for one in content]
merged = frequencies(together).set_index("word")["count"]
rank_merged = merged.rank(ascending=False, method="min").astype(int)
both = pd.DataFrame({"rank_apart": rank_apart, "rank_merged": rank_merged})
ranks = both.loc[watched].astype(int).reset_index()
### END SOLUTION
check("05.ranks", ranks)

# %% tags=["solution"]
ranks.sort_values("rank_merged").head(8)

# %% [markdown] lang="en" tags=["solution"]
# `pairs.get(one, one)` exchanges a plural and leaves any other word alone; `rstrip("s")` would make *pay* of *pays*, and bring the short words together as well. Most of the singulars climb; one may stay or even fall, where others are merged past it. In a report this table is one row: *merged, and the first word is still …*, or no longer. Another way exchanges in the counts, not in the words:

# %% [markdown] lang="fr" tags=["solution"]
# `pairs.get(one, one)` remplace un pluriel et laisse tout autre mot tel quel ; `rstrip("s")` ferait de *pays* un *pay*, et réunirait aussi les mots brefs. La plupart des singuliers montent ; l’un d’eux peut rester, voire reculer, si d’autres mots réunis le dépassent. Dans un compte rendu, ce tableau tient en une ligne : *formes réunies, le premier mot est toujours …*, ou ne l’est plus. Autre façon, qui remplace dans les fréquences et non dans les mots :

# %% tags=["solution"]
summed = counts.groupby(lambda one: pairs.get(one, one)).sum()
summed.rank(ascending=False, method="min").astype(int).nsmallest(5).to_frame("rank_merged")

# %% [markdown] lang="en"
# ## 3. Write (core): your own `anonymize`
#
# Write a function that takes a sentence and a list of names, and returns the sentence with each name replaced by its number in the list, from 1, in square brackets: `[1]`. Only whole names, with capitals as they stand: *Rochefort* and *une roche* stay. If the list holds *Anne* and *Anne Roche*, the longer name goes first. Do it with `re`, without the kit's functions.

# %% [markdown] lang="fr"
# ## 3. Écrire (essentiel) : votre propre `anonymize`
#
# Écrivez une fonction qui prend une phrase et une liste de noms, et qui renvoie la phrase où chaque nom est remplacé par son numéro dans la liste, à partir de 1, entre crochets : `[1]`. Seulement des noms entiers, avec leur majuscule : *Rochefort* et *une roche* restent. Si la liste contient *Anne* et *Anne Roche*, le nom le plus long passe d’abord. Employez `re`, sans les fonctions du kit.

# %%
import re


def anonymize(sentence, names):
    ...
    ### BEGIN SOLUTION
    longest_first = sorted(names, key=len, reverse=True)
    pattern = rf"\b(?:{'|'.join(longest_first)})\b"
    return re.sub(pattern, lambda found: f"[{names.index(found[0]) + 1}]", sentence)
    ### END SOLUTION


check("05.anonymize", anonymize)

# %% [markdown] lang="en" tags=["solution"]
# One pattern for all names, the longest first, because alternatives are tried from the left; `\b` on both sides; the number is looked up in the list as it was given. A loop with `replace` is the usual slip:

# %% [markdown] lang="fr" tags=["solution"]
# Un seul motif pour tous les noms, le plus long d’abord, car les possibilités sont essayées de gauche à droite ; `\b` des deux côtés ; le numéro se cherche dans la liste telle qu’elle a été donnée. L’étourderie habituelle est une boucle avec `replace` :

# %% tags=["solution"]
sample = "Anne Roche quitte Rochefort."
print(sample.replace("Roche", "[1]"), anonymize(sample, ["Roche", "Anne Roche"]))

# %% [markdown] lang="en"
# ## 4. Write: the share that is quoted
#
# You show the first four lines of the concordance of `word`, four tokens on each side, punctuation included. Which share of the words of the answers do they quote? A word counts by the rule of `words()`, the node is quoted as well, and a word in two lines counts twice. `quoted_share` is a number between 0 and 1. Do not round.

# %% [markdown] lang="fr"
# ## 4. Écrire : la part citée
#
# Vous montrez les quatre premières lignes de la concordance de `word`, quatre mots ou signes de ponctuation de chaque côté. Quelle part des mots des réponses citent-elles ? Un mot compte selon la règle de `words()`, le pivot est cité lui aussi, et un mot présent dans deux lignes compte deux fois. `quoted_share` est un nombre entre 0 et 1. N’arrondissez pas.

# %%
lines = concordance(spoken, word, window=4)
lines

# %%
quoted_share = ...
### BEGIN SOLUTION
shown = [" ".join(line) for line in lines.head(4).itertuples(index=False)]
quoted_share = sum(len(words(line)) for line in shown) / len(words(spoken))
### END SOLUTION
check("05.quoted_share", quoted_share)

# %% [markdown] lang="en" tags=["solution"]
# Each line is put together again, node included, and counted by the same rule as the whole. `len(line.split())` counts pieces between spaces and leaves *l'activité* whole: the two sides of the division then follow two rules. As a percentage, for the report:

# %% [markdown] lang="fr" tags=["solution"]
# Chaque ligne est recomposée, pivot compris, et comptée selon la même règle que l’ensemble. `len(line.split())` compte les morceaux entre deux espaces et laisse *l’activité* entier : les deux membres de la division suivent alors deux règles. En pourcentage, pour le compte rendu :

# %% tags=["solution"]
round(100 * quoted_share, 1)

# %% [markdown] lang="en"
# ## 5. Explain: what is wrong in this report?
#
# The row below comes from the evidence of a report. It gives the words of the answers, what the stop list left of them, a word, its count, its rate per 1,000 words *of the answers*, and the interval. One thing is wrong:
#
# - `"denominator"`: the rate is divided by the wrong number of words;
# - `"count"`: the word was counted in the questions as well;
# - `"unit"`: the rate is per 100 words;
# - `"interval"`: the interval belongs to another rate.

# %% [markdown] lang="fr"
# ## 5. Expliquer : qu’est-ce qui cloche dans ce compte rendu ?
#
# La ligne ci-dessous vient des preuves d’un compte rendu. Elle donne les mots des réponses, ce que la liste de mots vides en a laissé, un mot, sa fréquence, sa fréquence relative pour 1 000 mots *des réponses*, et l’intervalle. Une chose est fausse :
#
# - `"denominator"` : la division se fait par un mauvais nombre de mots ;
# - `"count"` : le mot a été compté aussi dans les questions ;
# - `"unit"` : la fréquence relative est pour 100 mots ;
# - `"interval"` : l’intervalle appartient à une autre fréquence relative.

# %%
row = {"answers": 600, "left": 280, "word": "clients", "count": 6, "per_1000": 21.4, "low": 7.9, "high": 46.6}
pd.DataFrame([row])

# %%
fault = ...
### BEGIN SOLUTION
fault = "denominator"
### END SOLUTION
check("05.fault", fault)

# %% [markdown] lang="en" tags=["solution"]
# Do the division again, by hand, with each number that could be the denominator. Only one gives the rate of the report:

# %% [markdown] lang="fr" tags=["solution"]
# Refaites la division à la main, avec chaque nombre qui pourrait être le dénominateur. Un seul donne la fréquence relative du compte rendu :

# %% tags=["solution"]
print(round(1000 * 6 / 600, 1), round(1000 * 6 / 280, 1), round(100 * 6 / 600, 1))

# %% [markdown] lang="en"
# ## 6. Explain: which claim holds?
#
# The two most frequent content words of the answers, with rates over all words. Which claim does the table support?
#
# - `"a"`: the first word is what matters most to whoever speaks;
# - `"b"`: if the same kind of text went on, the first word would plausibly stay ahead, since the two intervals do not overlap;
# - `"c"`: the intervals overlap, so both words are equally frequent for this voice;
# - `"none"`: none of them.

# %% [markdown] lang="fr"
# ## 6. Expliquer : quelle affirmation tient ?
#
# Les deux mots pleins les plus fréquents des réponses, avec des fréquences relatives sur tous les mots. Quelle affirmation le tableau permet-il d’appuyer ?
#
# - `"a"` : le premier mot est ce qui importe le plus à la personne qui parle ;
# - `"b"` : si le même genre de texte continuait, le premier mot resterait vraisemblablement devant, car les deux intervalles ne se chevauchent pas ;
# - `"c"` : les intervalles se chevauchent, les deux mots sont donc aussi fréquents l’un que l’autre pour cette voix ;
# - `"none"` : aucune.

# %%
every = frequencies(words(spoken))
two = every[every["word"].isin(content)].head(2)
two.round(1)

# %%
claim = ...
### BEGIN SOLUTION
first, second = two.to_dict("records")
claim = "b" if first["low"] > second["high"] else "none"
### END SOLUTION
check("05.claim", claim)

# %% [markdown] lang="en" tags=["solution"]
# Compare `low` of the first row with `high` of the second. Where they overlap, the table leaves open which word is ahead: that is less than saying that they are equal. And no interval measures importance.

# %% [markdown] lang="fr" tags=["solution"]
# Comparez `low` de la première ligne avec `high` de la seconde. S’ils se chevauchent, le tableau laisse ouverte la question de savoir quel mot est devant : c’est moins que de les dire égaux. Et aucun intervalle ne mesure l’importance.

# %% [markdown] lang="en"
# ## 7. Transfer: how many lines may you show?
#
# Another text, and a word that differs from group to group. Write `lines_to_show(text, word)`. Take the concordance of the word, two tokens on each side. Show its lines from the first one on, as long as together they quote at most one in ten of the words of the text, counted as in exercise 4. Return how many lines that makes; where there is no line, 0. *A text of 70 words allows 7: of lines that quote 3, 4 and 2 words, you show two.* The function will be tried on other texts and words.

# %% [markdown] lang="fr"
# ## 7. Transférer : combien de lignes pouvez-vous montrer ?
#
# Un autre texte, et un mot qui change d’un groupe à l’autre. Écrivez `lines_to_show(text, word)`. Prenez la concordance du mot, deux mots ou signes de ponctuation de chaque côté, et montrez-en les lignes dans l’ordre, à partir de la première. Ensemble, elles ne peuvent citer qu’un dixième des mots du texte, comptés comme à l’exercice 4. Renvoyez le nombre de lignes ainsi montrées ; s’il n’y en a aucune, 0. *Un texte de 70 mots en permet 7 : de lignes qui en citent 3, 4 et 2, vous montrez deux.* La fonction sera essayée sur d’autres textes et d’autres mots.

# %%
from motamot.checks import pick

letter = (
    "Chers clients, l'atelier ferme en août. Chaque réparation commencée sera finie avant "
    "cette date. Pour une réparation urgente, l'atelier de Nice reste ouvert ; nos clients y "
    "gardent leurs prix. À la rentrée, l'atelier s'agrandit : plus de place, deux établis, et "
    "une réparation sur trois faite devant vous. Nos clients l'ont demandé, nous l'avons "
    "entendu. Le devis d'une réparation reste gratuit, l'atelier ne change pas de mains, et "
    "les clients de la première heure gardent leur carte. Écrivez-nous : l'atelier répond à "
    "tous ses clients. Nous serons trois au lieu de deux : une apprentie nous rejoint, et elle "
    "saura vous dire ce qui peut encore durer, ce qui ne le peut plus."
)
letter_word = pick("05.letter_word", ["clients", "atelier", "réparation"])
concordance(letter, letter_word, window=2)


# %%
def lines_to_show(text, word):
    ...
    ### BEGIN SOLUTION
    shown = concordance(text, word, window=2).itertuples(index=False)
    sizes = pd.Series([len(words(" ".join(line))) for line in shown])
    so_far = sizes.cumsum()
    return len(so_far[so_far <= len(words(text)) / 10])
    ### END SOLUTION


lines_to_show(letter, letter_word)
check("05.lines_to_show", lines_to_show)

# %% [markdown] lang="en" tags=["solution"]
# `cumsum` adds up from the top, so each value says how many words the lines up to it quote. Lines that hold a comma quote fewer words than tokens, which is why one division is not enough.

# %% [markdown] lang="fr" tags=["solution"]
# `cumsum` additionne depuis le haut : chaque valeur dit combien de mots citent les lignes jusqu’à elle. Une ligne qui contient une virgule cite moins de mots que d’occurrences ; une seule division ne suffit donc pas.

# %% tags=["solution"]
table = concordance(letter, letter_word, window=2)
table["words"] = [len(words(" ".join(line))) for line in table.itertuples(index=False)]
print(len(words(letter)) / 10)
table.assign(so_far=table["words"].cumsum())

# %% [markdown] lang="en"
# ## 8. Explain (core): the evidence of your report
#
# Write the central sentence of your report, in any language. Name a word of the table, give its count as a figure beside it, and quote in « … » (copy these signs) at least four words of the answers in a row with that word among them. Add at least five different words of your own, the word, its count and *fois* aside: what does the line show, and what does it leave open? The check looks whether word, count and quotation exist; your peers judge the rest.

# %% [markdown] lang="fr"
# ## 8. Expliquer (essentiel) : la preuve de votre compte rendu
#
# Écrivez la phrase centrale de votre compte rendu, dans la langue de votre choix. Nommez un mot du tableau, donnez à côté sa fréquence en chiffres, et citez entre « … » (copiez ces signes) au moins quatre mots consécutifs des réponses dont ce mot fait partie. Ajoutez au moins cinq mots différents à vous, hormis le mot, sa fréquence et *fois* : que montre la ligne, que laisse-t-elle ouvert ? La vérification regarde si le mot, la fréquence et la citation existent ; vos pairs jugent le reste.

# %%
often = frequencies(content)[["word", "count"]]
often = often[often["count"] > 1]
often.head(12)

# %%
evidence = ...
### BEGIN SOLUTION
line = concordance(spoken, word, window=4).iloc[0]
quotation = " ".join([line["left"], line["node"], line["right"]])
evidence = f"Le mot {word} figure {counts[word]} fois dans les réponses : « {quotation} »"
### END SOLUTION
check("05.evidence", evidence)

# %% tags=["solution"]
evidence

# %% [markdown] lang="en" tags=["solution"]
# Assembled by code here, so that it holds for any text. Yours adds the rate with its interval, says whose words were counted by which rule, and names a line that points the other way.

# %% [markdown] lang="fr" tags=["solution"]
# La phrase est assemblée ici par du code, afin de valoir pour tout texte. La vôtre ajoute la fréquence relative et son intervalle, dit de qui sont les mots et selon quelle règle ils sont comptés, et nomme une ligne qui va dans l’autre sens.

# %%
hint("05.evidence")

# %% [markdown] lang="en"
# ## What is recorded
#
# Nothing: answers and hints stay in this notebook. Before you hand it in, look at it once more as a stranger would: whose name stands in it?

# %% [markdown] lang="fr"
# ## Ce qui est enregistré
#
# Rien : réponses et indices restent dans ce notebook. Avant de le remettre, regardez-le encore une fois comme le ferait une personne inconnue : quel nom y figure ?
