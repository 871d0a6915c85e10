# %% [markdown] lang="en"
# # Exercises 03: word frequencies
#
# Replace the three dots, run the cell and the check below it, read what it says. `hint()`, typed in a new cell (button **+** above), gives a hint for the question checked last; there are three for each question, and they cost nothing. Questions marked *core* belong to the short course.
#
# | minutes | you need |
# |---|---|
# | 70 | lesson 03 |

# %% [markdown] lang="fr"
# # Exercices 03 : les fréquences
#
# Remplacez les trois points, exécutez la cellule puis la vérification placée dessous, lisez ce qu’elle dit. `hint()`, tapé dans une nouvelle cellule (bouton **+**, en haut), donne un indice pour la dernière question vérifiée ; il y en a trois par question, et ils ne coûtent rien. Les questions marquées *essentiel* font partie du cours bref.
#
# | minutes | prérequis |
# |---|---|
# | 70 | la leçon 03 |

# %%
from motamot import check, frequencies, hint, load_interview, read_interview, stop_words, words

turns = read_interview(load_interview())
answers = turns[turns["role"] == "answer"]
text = " ".join(answers["text"])
spoken = words(text)
full = frequencies(spoken)
stop = stop_words(keep=())
full.head(5).round(1)

# %% [markdown] lang="en"
# `spoken` holds all words of the answers, `full` their frequency table, `stop` the whole stop list. A **content word** is, in these exercises, a word that is not in `stop`.
#
# ## 1. Fill in (core): which total?
#
# Take the most frequent content word of the answers. What is its rate per 1,000 words, *all* words of the answers being counted? Give the number as it comes, without rounding it.

# %% [markdown] lang="fr"
# `spoken` contient tous les mots des réponses, `full` leur tableau de fréquences, `stop` la liste entière des mots vides. Dans ces exercices, un **mot plein** est un mot qui n’est pas dans `stop`.
#
# ## 1. Compléter (essentiel) : quel total ?
#
# Prenez le mot plein le plus fréquent des réponses. Quelle est sa fréquence relative pour 1 000 mots, *tous* les mots des réponses étant comptés ? Donnez le nombre tel quel, sans l’arrondir.

# %%
content_rate = ...
### BEGIN SOLUTION
content = full[~full["word"].isin(stop)]
content_rate = content["per_1000"].iloc[0]
### END SOLUTION
check("03.content_rate", content_rate)

# %% [markdown] lang="en" tags=["solution"]
# The table was counted on all words, and rows were hidden afterwards: the total stays. Another way does the division. The common mistake takes stop words out first; the last line shows how much larger the rate then looks, for the same count.

# %% [markdown] lang="fr" tags=["solution"]
# Le tableau a été compté sur tous les mots, et des lignes masquées ensuite : le total demeure. Autre façon : faire la division. L’erreur fréquente retire d’abord les mots vides ; la dernière ligne montre combien la fréquence relative paraît alors plus grande, pour une même fréquence.

# %% tags=["solution"]
print(1000 * content["count"].iloc[0] / len(spoken))
print(frequencies(words(text, stop=stop))["per_1000"].iloc[0])

# %% [markdown] lang="en"
# ## 2. Modify (core): two stop lists
#
# `strict` is the top ten with every stop word out. Make a second top ten with a list that keeps the negation and the group `kept`. `newcomers`: the words that stand in the second top ten and not in the first, as a set or a list, in any order.

# %% [markdown] lang="fr"
# ## 2. Modifier (essentiel) : deux listes de mots vides
#
# `strict` donne les dix premiers mots quand tous les mots vides sont retirés. Établissez un second classement, avec une liste qui garde la négation et le groupe `kept`. `newcomers` : les mots qui figurent parmi les dix premiers du second classement et non du premier, sous forme d’ensemble ou de liste, dans n’importe quel ordre.

# %%
from motamot.checks import pick

kept = pick("03.kept", ["nous_notre", "pronouns", "prepositions"])
strict = frequencies(words(text, stop=stop_words(keep=())))["word"].head(10).tolist()
print(kept)
newcomers = ...
### BEGIN SOLUTION
loose = frequencies(words(text, stop=stop_words(keep=["negation", kept])))["word"].head(10)
newcomers = set(loose) - set(strict)
### END SOLUTION
check("03.newcomers", newcomers)

# %% [markdown] lang="en" tags=["solution"]
# The difference of two sets needs no loop. Turned round, it gives the words that had to leave: they did not become rarer, they were pushed out.

# %% [markdown] lang="fr" tags=["solution"]
# La différence de deux ensembles se passe de boucle. Retournée, elle donne les mots qui ont dû sortir : ils ne sont pas devenus plus rares, d’autres les ont repoussés.

# %% tags=["solution"]
print([word for word in loose if word not in strict])
print(sorted(set(strict) - set(loose)))

# %% [markdown] lang="en"
# The cell shows the lines of the first word of `strict`. Put one newcomer in its place, between quotes, and read. What does the first ranking never tell you?

# %% [markdown] lang="fr"
# La cellule montre les lignes du premier mot de `strict`. Écrivez à sa place l’un des nouveaux mots, entre guillemets, et lisez. Qu’est-ce que le premier classement ne vous apprend pas ?

# %%
from motamot import concordance

my_word = strict[0]
concordance(text, my_word).head(5)

# %% tags=["solution"]
concordance(text, min(newcomers, default="pas")).head(5)

# %% [markdown] lang="en"
# ## 3. Modify: forms or lemmas?
#
# Here is a careful rule: a form in *-s* joins the form without *s*, but only if both occur in the answers. `lemma_of` holds the pairs. Count again with the rule. `merged_top`: the list of the ten most frequent content words, most frequent first; `frequencies` settles ties. Which words climb?

# %% [markdown] lang="fr"
# ## 3. Modifier : formes ou lemmes ?
#
# Voici une règle prudente : une forme en *-s* rejoint la forme sans *s*, mais seulement si les deux figurent dans les réponses. `lemma_of` contient les paires. Comptez de nouveau avec la règle. `merged_top` : la liste des dix mots pleins les plus fréquents, le plus fréquent en tête ; `frequencies` départage les ex æquo. Quels mots montent ?

# %%
forms = set(spoken)
lemma_of = {word: word[:-1] for word in forms if word.endswith("s") and word[:-1] in forms}
merged_top = ...
### BEGIN SOLUTION
merged = frequencies([lemma_of.get(word, word) for word in spoken])
merged_top = merged.loc[~merged["word"].isin(stop), "word"].head(10).tolist()
### END SOLUTION
check("03.merged_top", merged_top)

# %% [markdown] lang="en" tags=["solution"]
# `lemma_of.get(word, word)` gives the pair's lemma, and the word itself if there is none. Below, the forms that were joined, and the words that climbed into the top ten. Without the condition *if both occur*, *pays* would have become *pay*; with it the rule still joins *les* to *le*, and it would join *été* and *étés* whatever they mean.

# %% [markdown] lang="fr" tags=["solution"]
# `lemma_of.get(word, word)` donne le lemme de la paire, et le mot lui-même s’il n’y en a pas. Ci-dessous, les formes réunies, puis les mots montés parmi les dix premiers. Sans la condition *si les deux figurent*, *pays* serait devenu *pay* ; avec elle, la règle réunit quand même *les* et *le*, et elle réunirait *été* et *étés* quel que soit leur sens.

# %% tags=["solution"]
print(sorted(lemma_of))
print([word for word in merged_top if word not in content["word"].head(10).tolist()])

# %% [markdown] lang="en"
# ## 4. Write (core): bars
#
# Draw the eight most frequent content words of the answers as bars, the longest bar on top, with their rates per 1,000 words, all words of the answers being counted. `bars` is what `plot_frequencies` returns.

# %% [markdown] lang="fr"
# ## 4. Écrire (essentiel) : des barres
#
# Représentez en barres les huit mots pleins les plus fréquents des réponses, la barre la plus longue en haut, avec leurs fréquences relatives pour 1 000 mots, tous les mots des réponses étant comptés. `bars` est ce que renvoie `plot_frequencies`.

# %%
from motamot import plot_frequencies

bars = ...
### BEGIN SOLUTION
bars = plot_frequencies(full[~full["word"].isin(stop)], n=8, per_1000=True)
### END SOLUTION
check("03.bars", bars)

# %% tags=["solution"]
from motamot import data_of

data_of(bars).round(1)

# %% [markdown] lang="en" tags=["solution"]
# `per_1000=True` draws rates with their intervals. Look at the lines: most of them reach far into their neighbors', so the order of these eight is a description of this text and no more.

# %% [markdown] lang="fr" tags=["solution"]
# `per_1000=True` représente les fréquences relatives avec leurs intervalles. Regardez les traits : la plupart empiètent largement sur ceux des voisins ; l’ordre de ces huit mots décrit ce texte, et rien de plus.

# %% [markdown] lang="en"
# ## 5. Modify: an honest cloud
#
# This cloud mixes everybody's words and leaves the stop words in. Change it: at most 20 words, content words of the *answers* only, sized by their counts.

# %% [markdown] lang="fr"
# ## 5. Modifier : un nuage honnête
#
# Ce nuage mélange les paroles de tous et garde les mots vides. Modifiez-le : 20 mots au plus, les seuls mots pleins des *réponses*, leur taille suivant leur fréquence.

# %%
from motamot import word_cloud

page_words = words(" ".join(turns["text"]))
word_cloud(frequencies(page_words), n=40)
cloud = ...
### BEGIN SOLUTION
cloud = word_cloud(full[~full["word"].isin(stop)], n=20)
### END SOLUTION
check("03.cloud", cloud)

# %% [markdown] lang="en" tags=["solution"]
# The cloud needs counts only, so `words(text, stop=stop)` would do as well. Set it beside your bars: the order, the values and the intervals are gone, and of two words with one count the longer looks larger.

# %% [markdown] lang="fr" tags=["solution"]
# Le nuage n’a besoin que de fréquences ; `words(text, stop=stop)` conviendrait donc aussi. Comparez-le à vos barres : l’ordre, les valeurs et les intervalles ont disparu, et de deux mots de même fréquence le plus long paraît plus grand.

# %% [markdown] lang="en"
# ## 6. Explain: which step went wrong?
#
# Somebody put a text into lower case, took out the words of `stop_words(keep=())`, counted, and got the table below. One step was done badly. Which? Write its name between quotes.
#
# - `"tokenize"`: cutting into words
# - `"normalize"`: making apostrophes and blanks alike
# - `"case"`: lower case
# - `"stop_words"`: applying the list

# %% [markdown] lang="fr"
# ## 6. Expliquer : quelle étape a mal tourné ?
#
# Quelqu’un a mis un texte en minuscules, retiré les mots de `stop_words(keep=())`, compté, et obtenu le tableau ci-dessous. Une étape a été mal faite. Laquelle ? Écrivez son nom entre guillemets.
#
# - `"tokenize"` : segmenter en mots
# - `"normalize"` : unifier apostrophes et espaces
# - `"case"` : mettre en minuscules
# - `"stop_words"` : appliquer la liste

# %%
import pandas as pd

found = ["l", "d", "prix", "qu", "clients", "livraison", "hui", "aujourd"]
pd.DataFrame({"word": found, "count": [9, 7, 6, 4, 4, 3, 1, 1]})

# %%
wrong_step = ...
### BEGIN SOLUTION
wrong_step = "tokenize"
### END SOLUTION
check("03.wrong_step", wrong_step)

# %% [markdown] lang="en" tags=["solution"]
# *Le*, *la* and *de* are gone, so the list was applied. But it holds `l'`, `d'` and `qu'` with their apostrophe, and the text was cut without it, as `\w+` does: what the list does not know, it cannot take out.

# %% [markdown] lang="fr" tags=["solution"]
# *Le*, *la* et *de* ont disparu : la liste a donc été appliquée. Mais elle contient `l'`, `d'` et `qu'` avec leur apostrophe, et le texte a été coupé sans elle, comme le fait `\w+` : ce que la liste ne connaît pas, elle ne peut pas le retirer.

# %% tags=["solution"]
import re

print([word for word in re.findall(r"\w+", "l'été d'aujourd'hui") if word not in stop])

# %% [markdown] lang="en"
# ## 7. Write: the measure DP by hand
#
# `dp(counts, sizes)` returns DP, rounded to three decimals: how bunched a word is. `counts` says how often the word occurs in each part, `sizes` how many words each part has. For each part take the difference between its share of the word and its share of the text; add up the absolute values; halve the sum. Without the kit's functions.

# %% [markdown] lang="fr"
# ## 7. Écrire : la mesure DP à la main
#
# `dp(counts, sizes)` renvoie DP, arrondi à trois décimales : à quel point un mot est concentré. `counts` donne la fréquence du mot dans chaque partie, `sizes` le nombre de mots de chaque partie. Pour chaque partie, prenez l’écart entre sa part du mot et sa part du texte ; additionnez les valeurs absolues ; divisez la somme par deux. Sans les fonctions du kit.


# %%
def dp(counts, sizes):
    ...
    ### BEGIN SOLUTION
    pairs = zip(counts, sizes, strict=True)
    gaps = [abs(count / sum(counts) - size / sum(sizes)) for count, size in pairs]
    return round(sum(gaps) / 2, 3)
    ### END SOLUTION


check("03.dp", dp)

# %%
hint("03.dp")

# %% [markdown] lang="en" tags=["solution"]
# A long part is *expected* to hold more of the word: three of four occurrences in a part with three quarters of the text give 0. Comparing with equal shares, the common mistake, would call that bunched.

# %% [markdown] lang="fr" tags=["solution"]
# D’une longue partie, on *attend* plus d’occurrences : trois sur quatre dans une partie qui fait les trois quarts du texte donnent 0. Comparer à des parts égales, l’erreur fréquente, y verrait une concentration.

# %% tags=["solution"]
dp([3, 1], [300, 100]), dp([4, 0], [300, 100]), dp([0, 4], [300, 100])

# %% [markdown] lang="en"
# ## 8. Explain: which claim holds?
#
# Here are the first two content words of the answers. Which claim do the counts support? Write its letter between quotes.
#
# - `"a"`: the first word matters more to the speaker than the second.
# - `"b"`: the first word stands in every turn of the answers. (For this one, count once more.)
# - `"c"`: if the interview went on, the first word would certainly stay ahead of the second.
# - `"none"`: none of them.

# %% [markdown] lang="fr"
# ## 8. Expliquer : quelle affirmation tient ?
#
# Voici les deux premiers mots pleins des réponses. Quelle affirmation les comptages permettent-ils d’appuyer ? Écrivez sa lettre entre guillemets.
#
# - `"a"` : le premier mot importe plus que le second à la personne qui parle.
# - `"b"` : le premier mot figure dans chacun des tours de parole des réponses. (Pour celle-ci, comptez encore.)
# - `"c"` : si l’entretien continuait, le premier mot resterait à coup sûr devant le second.
# - `"none"` : aucune.

# %%
full[~full["word"].isin(stop)].head(2).round(1)

# %%
claim = ...
### BEGIN SOLUTION
first_word = full.loc[~full["word"].isin(stop), "word"].iloc[0]
by_turn = answers.groupby("turn")["text"].agg(" ".join)
everywhere = all(first_word in words(turn) for turn in by_turn)
claim = "b" if everywhere else "none"
### END SOLUTION
check("03.claim", claim)

# %% [markdown] lang="en" tags=["solution"]
# Only b can be counted, and the cell below shows in how many turns it holds, of how many. Importance stands in no column, so not a. As for c, an interval says what is plausible, never what is certain; and in a text of this length the two mostly overlap.

# %% [markdown] lang="fr" tags=["solution"]
# Seul b peut se compter, et la cellule suivante montre dans combien de tours il se vérifie, sur combien. L’importance n’est dans aucune colonne : a ne tient donc pas. Quant à c, un intervalle dit ce qui est vraisemblable, jamais ce qui est certain ; et dans un texte de cette longueur, les deux se chevauchent le plus souvent.

# %% tags=["solution"]
print(first_word, sum(first_word in words(turn) for turn in by_turn), len(by_turn))

# %% [markdown] lang="en"
# ## 9. Explain (core): evidence
#
# The cell shows the ten most frequent content words of the answers. Choose one and read its lines. Then write one sentence, in any language, that names the word, gives its count as a figure, and quotes, between quotation marks of any kind, at least four words of the answers in a row with that word among them. Add at least five different words of your own. Your argument is yours: only word, count and quotation are checked.

# %% [markdown] lang="fr"
# ## 9. Expliquer (essentiel) : une preuve
#
# La cellule montre les dix mots pleins les plus fréquents des réponses. Choisissez-en un et lisez ses lignes. Écrivez ensuite une phrase, dans la langue de votre choix, qui nomme le mot, donne sa fréquence en chiffres et cite, entre guillemets, au moins quatre mots consécutifs des réponses dont ce mot fait partie. Ajoutez-y au moins cinq mots différents à vous. Votre argument vous appartient : seuls le mot, la fréquence et la citation sont vérifiés.

# %%
full.loc[~full["word"].isin(stop), ["word", "count"]].head(10)

# %%
evidence = ...
### BEGIN SOLUTION
row = full[~full["word"].isin(stop)].iloc[0]
line = concordance(text, row["word"], window=4).iloc[0]
quotation = " ".join([line["left"], line["node"], line["right"]])
evidence = f"Le mot {row['word']} revient {row['count']} fois dans les réponses : « {quotation} »"
### END SOLUTION
check("03.evidence", evidence)

# %% tags=["solution"]
evidence

# %% [markdown] lang="en" tags=["solution"]
# Built by code here, so that it holds for any text; yours says more, for instance who does what in that line, and whether the other lines agree.

# %% [markdown] lang="fr" tags=["solution"]
# La phrase est construite ici par du code, afin de valoir pour tout texte ; la vôtre en dit plus, par exemple qui fait quoi dans cette ligne, et si les autres lignes vont dans le même sens.

# %% [markdown] lang="en"
# ## 10. Transfer: other texts, other parts
#
# The kit's statements are several texts with curly apostrophes; now each text is a part, known by its `title`. `dispersion(words, parts)` takes two lists of one length: each word, and beside it the part it stands in; it leaves out what occurs fewer than five times in all. `steady`: the list of the ten content words that are spread most evenly over the texts. Round DP to two decimals, then put the lowest first; ties in alphabetical order, as `sort_values` has it.

# %% [markdown] lang="fr"
# ## 10. Transférer : d’autres textes, d’autres parties
#
# Les fiches du kit forment plusieurs textes, aux apostrophes courbes ; chaque texte est maintenant une partie, désignée par son titre (`title`). `dispersion(words, parts)` reçoit deux listes de même longueur : chaque mot et, en face, la partie où il se trouve ; elle écarte ce qui figure moins de cinq fois en tout. `steady` : la liste des dix mots pleins répartis le plus régulièrement entre les textes. Arrondissez DP à deux décimales, puis placez le plus petit en tête ; les ex æquo par ordre alphabétique, tel que le donne `sort_values`.

# %%
from motamot import dispersion, load_statements, normalize

sheets = load_statements()
steady = ...
### BEGIN SOLUTION
tokens = sheets.assign(word=sheets["text"].map(normalize).map(words)).explode("word")
spread = dispersion(tokens["word"].tolist(), tokens["title"].tolist()).round(2)
spread = spread[~spread["word"].isin(stop)].sort_values(["DP", "word"])
steady = spread["word"].head(10).tolist()
### END SOLUTION
check("03.steady", steady)

# %% tags=["solution"]
spread[["word", "count", "parts", "DP"]].head(10)

# %% [markdown] lang="en" tags=["solution"]
# Without `normalize`, *l’* with its curly apostrophe is no stop word and would come first. A word that is spread evenly belongs to the kind of text; one that is bunched, to a single text, or it is merely rare: five occurrences cannot stand in fourteen texts. Stop words are hidden at the end, because the shares are shares of all words.

# %% [markdown] lang="fr" tags=["solution"]
# Sans `normalize`, *l’* avec son apostrophe courbe n’est pas un mot vide, et arriverait en tête. Un mot réparti régulièrement appartient au genre de texte ; un mot concentré, à un seul texte, à moins qu’il ne soit simplement rare : cinq occurrences ne peuvent être dans quatorze textes. Les mots vides sont masqués à la fin, car les parts sont des parts de tous les mots.

# %% [markdown] lang="en"
# ## What is recorded
#
# Nothing: answers and hints stay in this notebook. Save it, and hand it in if your instructor asks for it.

# %% [markdown] lang="fr"
# ## Ce qui est enregistré
#
# Rien : réponses et indices restent dans ce notebook. Enregistrez-le, et remettez-le si on vous le demande.
