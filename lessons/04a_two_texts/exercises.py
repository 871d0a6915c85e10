# %% [markdown] lang="en"
# # Exercises 04a: two texts
#
# Replace the three dots, run the cell, read the answer below it. `hint()`, typed in a new cell (button **+** above), gives a hint for the question checked last; there are three for each question, and they cost nothing. Questions marked *core* belong to the short course.
#
# | minutes | you need |
# |---|---|
# | 60 | lesson 04a |

# %% [markdown] lang="fr"
# # Exercices 04a : deux textes
#
# Remplacez les trois points, exécutez la cellule, lisez la réponse affichée dessous. `hint()`, tapé dans une nouvelle cellule (bouton **+**, en haut), donne un indice pour la dernière question vérifiée ; il y en a trois par question, et ils ne coûtent rien. Les questions marquées *essentiel* font partie du cours bref.
#
# | minutes | prérequis |
# |---|---|
# | 60 | la leçon 04a |

# %%
from motamot import check, hint, load_statements, normalize, pick, two_texts, words

statements = load_statements()
statements["text"] = statements["text"].map(normalize)
names = statements["company"] + " " + statements["year"].astype(str)
pairs = [
    ("Cdiscount 2022", "Decathlon 2022"),
    ("Amazon France 2022", "Fnac Darty 2022"),
    ("La Redoute 2022", "Back Market 2022"),
    ("AliExpress 2021", "E.Leclerc 2022"),
]
pair = two_texts(names, pick("04a.pair", pairs))
first, second = ([words(text) for text in statements.loc[names == name, "text"]] for name in pair)
print(*pair, sep=" / ")

# %% [markdown] lang="en"
# Two sheets of the kit (or the first two texts of your own; a single one stands beside a sheet): `first` and `second` are lists of paragraphs, each paragraph a list of words. The kit's sheets were written by us; they say nothing about the companies' own words.
#
# ## 1. Fill in (core): a rate
#
# Write `per_1000(word, paragraphs)`: how often the word occurs in all paragraphs together, for every 1,000 words. Two steps: count the word in each paragraph and add up; then the same for the lengths. Whole words only: *le* is not in *les*. Do not round.

# %% [markdown] lang="fr"
# Deux fiches du kit (ou les deux premiers textes à vous ; un texte seul figure à côté d’une fiche) : `first` et `second` sont des listes de paragraphes, chaque paragraphe une liste de mots. Nous avons rédigé les fiches du kit nous-mêmes ; elles ne disent rien des mots des entreprises.
#
# ## 1. Compléter (essentiel) : une fréquence relative
#
# Écrivez `per_1000(word, paragraphs)` : combien de fois le mot se trouve dans l’ensemble des paragraphes, pour 1 000 mots. Deux étapes : compter le mot dans chaque paragraphe et additionner ; puis faire de même pour les longueurs. Des mots entiers : *le* n’est pas dans *les*. N’arrondissez pas.


# %%
def per_1000(word, paragraphs):
    ...
    ### BEGIN SOLUTION
    count = sum(paragraph.count(word) for paragraph in paragraphs)
    total = sum(len(paragraph) for paragraph in paragraphs)
    return 1000 * count / total
    ### END SOLUTION


check("04a.per_1000", per_1000)

# %% [markdown] lang="en" tags=["solution"]
# First the sums, then one division. Another way strings the paragraphs together, as below. The common mistake divides in each paragraph and takes the mean: a short paragraph then weighs as much as a long one, and the last line shows another number.

# %% [markdown] lang="fr" tags=["solution"]
# D’abord les sommes, ensuite une seule division. Autre façon : mettre les paragraphes bout à bout, comme ci-dessous. L’erreur fréquente divise dans chaque paragraphe et prend la moyenne : un paragraphe bref pèse alors autant qu’un long, et la dernière ligne montre un autre nombre.

# %% tags=["solution"]
from itertools import chain
from statistics import mean

together = list(chain.from_iterable(first))
print(round(1000 * together.count("de") / len(together), 2), round(per_1000("de", first), 2))
round(mean(1000 * paragraph.count("de") / len(paragraph) for paragraph in first), 2)

# %% [markdown] lang="en"
# ## 2. Write (core): your own G2
#
# Write `g2(a, n_a, b, n_b)`: a word occurs `a` times in `n_a` words and `b` times in `n_b` words. Four cells, as in the lesson. A word that one text lacks must work too: a cell with 0 observed adds 0. Use `log`, not the kit. Do not round.

# %% [markdown] lang="fr"
# ## 2. Écrire (essentiel) : votre propre G2
#
# Écrivez `g2(a, n_a, b, n_b)` : un mot se trouve `a` fois dans `n_a` mots et `b` fois dans `n_b` mots. Quatre cases, comme dans la leçon. La fonction doit valoir aussi pour un mot absent de l’un des textes : une case observée à 0 ajoute 0. Employez `log`, et non le kit. N’arrondissez pas.


# %%
from math import log


def g2(a, n_a, b, n_b):
    ...
    ### BEGIN SOLUTION
    share = (a + b) / (n_a + n_b)
    observed = [a, n_a - a, b, n_b - b]
    expected = [n_a * share, n_a * (1 - share), n_b * share, n_b * (1 - share)]
    return 2 * sum(o * log(o / e) for o, e in zip(observed, expected, strict=True) if o > 0)
    ### END SOLUTION


check("04a.g2", g2)

# %% [markdown] lang="en" tags=["solution"]
# `if o > 0` is all that the zero needs. Many formulas on the web stop after the two cells of the word itself; they leave out the words that are not it, and give a little less or more. The kit counts all four:

# %% [markdown] lang="fr" tags=["solution"]
# `if o > 0` suffit pour le zéro. Beaucoup de formules en ligne s’arrêtent aux deux cases du mot lui-même ; elles oublient les autres mots, et donnent un peu plus ou un peu moins. Le kit, lui, compte bien les quatre cases :

# %% tags=["solution"]
from motamot import keyness

leader = keyness(first, second).iloc[0]
sizes = sum(map(len, first)), sum(map(len, second))
mine = g2(leader["target"], sizes[0], leader["reference"], sizes[1])
print(round(mine, 4), round(leader["G2"], 4))

# %%
hint("04a.g2")

# %% [markdown] lang="en"
# ## 3. Modify: who uses it more?
#
# Here *all* the other texts together, `others`, stand against the first: they are `target`, and have far more words. `keyness` puts the largest G2 first, whichever side uses the word more, and the cell prints twelve such words. `top_words` is to be another list: the twelve words with the largest G2 among those that the **others** use more, in the order of the table. Which of them tell what the first text speaks of less?

# %% [markdown] lang="fr"
# ## 3. Modifier : qui l’emploie davantage ?
#
# Ici, *tous* les autres textes réunis, `others`, font face au premier : ils sont `target`, et ont bien plus de mots. `keyness` met en tête le plus grand G2, quel que soit le côté qui emploie davantage le mot, et la cellule affiche douze de ces mots. `top_words` doit être une autre liste : les douze mots au plus grand G2 parmi ceux que les **autres** emploient davantage, dans l’ordre du tableau. Lesquels disent de quoi le premier texte parle moins ?

# %%
from motamot import keyness

others = [words(text) for text in statements.loc[names != pair[0], "text"]]
table = keyness(others, first)
print(*table["word"].head(12))
top_words = ...
### BEGIN SOLUTION
top_words = table.loc[table["log_ratio"] > 0, "word"].head(12).tolist()
### END SOLUTION
check("04a.top_words", top_words)

# %% [markdown] lang="en" tags=["solution"]
# The sign of the log ratio tells the side, its size the amount; G2 has no side. Comparing the two rates does the same. Comparing the two *counts* is the slip: the others have many times as many words, and win nearly every count.

# %% [markdown] lang="fr" tags=["solution"]
# Le signe du log-rapport dit le côté, sa valeur l’ampleur ; le G2 n’a pas de côté. Comparer les deux fréquences relatives revient au même. Comparer les deux *fréquences* est l’étourderie : les autres ont bien plus de mots, et l’emportent presque à chaque fois.

# %% tags=["solution"]
table[table["target_per_1000"] > table["reference_per_1000"]].head(12).round(2)

# %% [markdown] lang="en"
# ## 4. Write: words as bars
#
# Back to the pair, with stop words and numbers hidden after counting: `content` is what is left. Draw its first six rows as pairs of bars, with the names of the two texts (`texts=pair`) and the note. `bars` is what `plot_comparison` returns. The machine looks at the bars; names and note are for whoever reads the figure without you.

# %% [markdown] lang="fr"
# ## 4. Écrire : des mots en barres
#
# Revenons à la paire ; les mots vides et les nombres sont masqués après le comptage : `content` est ce qui reste. Représentez ses six premières lignes en paires de barres, avec les noms des deux textes (`texts=pair`) et la mention d’origine. `bars` est ce que renvoie `plot_comparison`. La machine regarde les barres ; les noms et la mention sont pour qui lira la figure sans vous.

# %%
from motamot import plot_comparison, statement_note, stop_words

table = keyness(first, second)
content = table[~table["word"].isin(stop_words(keep=())) & ~table["word"].str.contains(r"\d")]
bars = ...
### BEGIN SOLUTION
bars = plot_comparison(content.head(6), texts=pair, note=statement_note())
### END SOLUTION
check("04a.bars", bars)

# %% tags=["solution"]
from motamot import data_of

data_of(bars).round(1)

# %% [markdown] lang="en" tags=["solution"]
# `head(6)` keeps the order of G2. Look at the lines before the bars: where one reaches over the other's, the figure describes and settles nothing: neither a difference nor equality. Had the stop words gone *before* counting, every rate would have grown, because the total shrank.

# %% [markdown] lang="fr" tags=["solution"]
# `head(6)` garde l’ordre du G2. Regardez les traits avant les barres : là où l’un empiète sur l’autre, la figure décrit, elle ne prouve pas encore un écart. Si l’on avait retiré les mots vides *avant* de compter, toutes les fréquences relatives auraient augmenté, puisque le total aurait diminué.

# %% [markdown] lang="en"
# ## 5. Modify: what chance alone gives
#
# How many words set two texts apart when there is nothing to find? This cell looks at one shuffle. Change it so that it looks at a thousand, with `keyness_by_chance`, `resamples=1000` and `seed=0`: `by_chance` is the number of words with p < 0.05 **on average** over all shuffles. Do not round.

# %% [markdown] lang="fr"
# ## 5. Modifier : ce que donne le hasard seul
#
# Combien de mots séparent deux textes quand il n’y a rien à trouver ? Cette cellule n’examine qu’un seul mélange. Modifiez-la pour en examiner mille, avec `keyness_by_chance`, `resamples=1000` et `seed=0` : `by_chance` est le nombre de mots dont p < 0,05, **en moyenne** sur tous les mélanges. N’arrondissez pas.

# %%
from random import Random

from motamot import keyness_by_chance

shuffled = Random(0).sample(first + second, len(first + second))
dealt = keyness(shuffled[: len(first)], shuffled[len(first) :])
print((dealt["p"] < 0.05).sum())
by_chance = ...
### BEGIN SOLUTION
by_chance = keyness_by_chance(first, second, resamples=1000, seed=0)["words_passing"].mean()
### END SOLUTION
check("04a.by_chance", by_chance)

# %% [markdown] lang="en" tags=["solution"]
# Set the number beside what the real texts give, below. If chance does as much, the list of words with p < 0.05 proves nothing. Five per cent of all words, a rule of thumb, is far off here, because most words occur once and cannot pass.

# %% [markdown] lang="fr" tags=["solution"]
# Rapprochez ce nombre de celui des vrais textes, ci-dessous. Si le hasard en donne autant, la liste des mots dont p < 0,05 ne prouve rien. La règle approximative des cinq pour cent de tous les mots est loin du compte ici, car la plupart des mots n’ont qu’une occurrence et ne peuvent pas passer.

# %% tags=["solution"]
print((table["p"] < 0.05).sum(), round(0.05 * len(table)))

# %% [markdown] lang="en"
# ## 6. Write (core): the words that are left
#
# Write `survivors(target, reference)`: the list of the words whose `p_largest` is below 0.05, in the order of the `keyness` table, with `resamples=1000` and `seed=0`. It is tried on several small pairs of texts. In one, *soldes* stands in every paragraph of the first side; in another, nine times, but all in one paragraph: what should come out then?

# %% [markdown] lang="fr"
# ## 6. Écrire (essentiel) : les mots qui restent
#
# Écrivez `survivors(target, reference)` : la liste des mots dont `p_largest` est inférieur à 0,05, dans l’ordre du tableau de `keyness`, avec `resamples=1000` et `seed=0`. La fonction sera essayée sur plusieurs petites paires de textes. Dans l’une, *soldes* figure dans chaque paragraphe du premier côté ; dans une autre, neuf fois, mais dans un seul paragraphe : que doit-il alors en sortir ?


# %%
def survivors(target, reference):
    ...
    ### BEGIN SOLUTION
    tested = keyness(target, reference, resamples=1000, seed=0)
    return tested.loc[tested["p_largest"] < 0.05, "word"].tolist()
    ### END SOLUTION


check("04a.survivors", survivors)

# %% [markdown] lang="en" tags=["solution"]
# Nine times in one paragraph is a burst: every shuffle hands it to one side or the other, so chance does as much each time, and the list is empty. The usual mistake filters by `p`, which takes the nine for nine independent signs.

# %% [markdown] lang="fr" tags=["solution"]
# Neuf fois dans un seul paragraphe, c’est une rafale : chaque mélange la donne à un côté ou à l’autre, le hasard en fait donc autant à chaque fois, et la liste est vide. L’erreur habituelle filtre par `p`, qui prend ces neuf occurrences pour neuf preuves indépendantes.

# %% [markdown] lang="en"
# Now your pair. Whatever list comes out, it is a result: write below, in one sentence, what it lets you say.

# %% [markdown] lang="fr"
# À présent, votre paire. Quelle que soit la liste, c’est un résultat : écrivez dessous, en une phrase, ce qu’elle permet de dire.

# %%
my_sentence = ...
survivors(first, second)

# %% [markdown] lang="en" tags=["solution"]
# An empty list is a right answer, and harder to give than a full one. Do not lower the bar until something passes; write: no word sets these two sheets apart by more than chance does. Not: they use the same words.

# %% [markdown] lang="fr" tags=["solution"]
# Une liste vide est une réponse juste, plus difficile à donner qu’une liste pleine. Ne baissez pas le seuil jusqu’à ce que quelque chose passe ; écrivez : aucun mot ne sépare ces deux fiches plus que ne le fait le hasard. Et non : elles emploient les mêmes mots.

# %% [markdown] lang="en"
# ## 7. What went wrong?
#
# Four people wrote one sentence each about two texts. Each sentence makes a different mistake:
#
# - first: "*Prix* occurs 13 times in text A and 6 times in text B, so A speaks of prices more."
# - second: "*Livraison* has p = 0.02: the chance that we are wrong is 2%."
# - third: "No word passes, so both companies choose the same words."
# - fourth: "*Nous* has the largest G2: the company cares about *nous* most."
#
# `mistakes`: a list of four names, in the order of the sentences, each used once: `"important"`, `"raw_counts"`, `"p_as_error"`, `"equal"`.

# %% [markdown] lang="fr"
# ## 7. Où est l’erreur ?
#
# Quatre personnes ont écrit chacune une phrase sur deux textes. Chaque phrase commet une erreur différente :
#
# - la première : « *Prix* se trouve 13 fois dans le texte A et 6 fois dans le texte B, donc A parle davantage de prix. »
# - la deuxième : « *Livraison* a p = 0,02 : la probabilité que nous nous trompions est de 2 %. »
# - la troisième : « Aucun mot ne passe, donc les deux entreprises choisissent les mêmes mots. »
# - la quatrième : « *Nous* a le plus grand G2 : c’est à *nous* que l’entreprise tient le plus. »
#
# `mistakes` : une liste de quatre noms, dans l’ordre des phrases, chacun une fois : `"important"` (importance), `"raw_counts"` (fréquences brutes), `"p_as_error"` (p pris pour un risque d’erreur), `"equal"` (égalité).

# %%
import pandas as pd

pd.DataFrame({"text": ["A", "B"], "words": [2600, 400], "prix": [13, 6], "per_1000": [5, 15]})

# %%
mistakes = ...
### BEGIN SOLUTION
mistakes = ["raw_counts", "p_as_error", "equal", "important"]
### END SOLUTION
check("04a.mistakes", mistakes)

# %% [markdown] lang="en" tags=["solution"]
# The table belongs to the first sentence: the rates turn its order round. The second computes nothing wrong, it reads p wrong: p supposes that there is nothing to find. The third takes silence for equality. The fourth takes a measure of certainty for a measure of weight; its author should read the lines.

# %% [markdown] lang="fr" tags=["solution"]
# Le tableau concerne la première phrase : les fréquences relatives en renversent l’ordre. La deuxième ne calcule rien de faux, elle lit mal p, qui suppose qu’il n’y a rien à trouver. La troisième prend un silence pour une égalité. La quatrième prend un degré de certitude pour un poids ; il faudrait lire les lignes.

# %% [markdown] lang="en"
# ## 8. Explain: which claim holds?
#
# Make the `keyness` table of your pair with `resamples=1000` and `seed=0`, and look at its first row. Which claim does it support?
#
# - `"a"`: the two companies talk alike;
# - `"b"`: `p` of the first row is the chance of being wrong about its word;
# - `"c"`: the word of the first row is what its company cares about most;
# - `"d"`: in more than half of the shuffles, the largest G2 is at least as large as ours;
# - `"none"`: none of them.

# %% [markdown] lang="fr"
# ## 8. Expliquer : quelle affirmation tient ?
#
# Faites le tableau de `keyness` de votre paire avec `resamples=1000` et `seed=0`, et regardez sa première ligne. Quelle affirmation permet-il d’appuyer ?
#
# - `"a"` : les deux entreprises parlent de la même façon ;
# - `"b"` : le `p` de la première ligne est la probabilité de se tromper sur son mot ;
# - `"c"` : le mot de la première ligne est ce qui tient le plus à cœur à son entreprise ;
# - `"d"` : dans plus de la moitié des mélanges, le plus grand G2 est au moins aussi grand que le nôtre ;
# - `"none"` : aucune.

# %%
claim = ...
### BEGIN SOLUTION
tested = keyness(first, second, resamples=1000, seed=0)
claim = "d" if tested["p_largest"].iloc[0] > 0.5 else "none"
### END SOLUTION
check("04a.claim", claim)

# %% [markdown] lang="en" tags=["solution"]
# Only d is about what the table measures, and one cell decides it: `p_largest` of the first row. The three others stay wrong whatever the numbers are: not shown is not equal, p is no risk of error, G2 is no weight.

# %% [markdown] lang="fr" tags=["solution"]
# Seule d porte sur ce que le tableau mesure, et une case la tranche : `p_largest` à la première ligne. Les trois autres restent fausses quels que soient les nombres : ne pas le montrer n’est pas l’égalité, p n’est pas un risque d’erreur, le G2 n’est pas un poids.

# %% [markdown] lang="en"
# ## 9. Transfer: another pair
#
# Here are two other sheets (or the last two texts of your own). `transfer`: the first three rows of their `keyness` table, with `resamples=1000` and `seed=0` (the columns `word` and `p_largest` are looked at). Does a word pass? Put it in place of *le* in the cell below, and read its lines, sheet by sheet. Is it what you would have looked for?

# %% [markdown] lang="fr"
# ## 9. Transférer : une autre paire
#
# Voici deux autres fiches (ou les deux derniers textes à vous). `transfer` : les trois premières lignes de leur tableau de `keyness`, avec `resamples=1000` et `seed=0` (les colonnes `word` et `p_largest` sont examinées). Un mot passe-t-il ? Mettez-le à la place de *le* dans la cellule d’après, et lisez ses lignes, fiche par fiche. Est-ce ce que vous auriez cherché ?

# %%
from motamot import concordance

other_pairs = [
    ("Veepee 2022", "Leroy Merlin 2022"),
    ("Back Market 2022", "Leroy Merlin 2022"),
    ("Auchan 2022", "Veepee 2022"),
    ("Fnac Darty 2022", "Veepee 2022"),
]
other_pair = two_texts(names, pick("04a.other", other_pairs), last=True)
transfer = ...
### BEGIN SOLUTION
sides = [[words(text) for text in statements.loc[names == name, "text"]] for name in other_pair]
transfer = keyness(*sides, resamples=1000, seed=0).head(3)
### END SOLUTION
check("04a.transfer", transfer)

# %% tags=["solution"]
transfer[["word", "target", "reference", "p", "p_largest"]].round(3)

# %%
my_word = "le"
by_sheet = statements.groupby(names)["text"].agg(" ".join)[list(other_pair)]
concordance(by_sheet, my_word).groupby("text").head(4)

# %% tags=["solution"]
concordance(by_sheet, transfer["word"].iloc[0]).groupby("text").head(4)

# %% [markdown] lang="en" tags=["solution"]
# In these sheets one small word passes, a habit of whoever wrote the sheet. The contrast is more than chance, and it tells nothing about strategy: significant is not important. Had we hidden the stop words first, we should never have seen it; both lists are worth a look.

# %% [markdown] lang="fr" tags=["solution"]
# Dans ces fiches, un petit mot passe, une habitude de qui a écrit la fiche. Le contraste dépasse le hasard, et il n’apprend rien sur la stratégie : significatif ne veut pas dire important. En masquant d’abord les mots vides, nous ne l’aurions jamais vu ; les deux listes méritent un regard.

# %% [markdown] lang="en"
# ## 10. Write (core): one finding
#
# Back to your pair. Choose a word of `content` that the first text has, and write one finding as a text. It begins “In these sheets”, names the word, gives its count in the first text beside it, both rates, at least four words in a row of the first text, and says what chance gives. The whole stands between `"` and `"`, so put the quotation in « … » (copy these signs). The machine checks the beginning, word, count and line, and at least five different words of your own; rates and argument are for readers.

# %% [markdown] lang="fr"
# ## 10. Écrire (essentiel) : un résultat
#
# Revenons à votre paire. Choisissez dans `content` un mot présent dans le premier texte, et rédigez un résultat sous forme de texte. Il commence par « Dans ces fiches », donne le mot et, à côté, sa fréquence dans le premier texte, les deux fréquences relatives, au moins quatre mots consécutifs du premier texte, et dit ce que donne le hasard. Le tout se place entre `"` et `"` ; mettez donc la citation entre guillemets français, « … » (copiez ces signes). La machine vérifie le début, le mot, la fréquence, la ligne, et au moins cinq mots différents à vous ; les fréquences relatives et l’argument sont pour qui vous lira.

# %%
from motamot import concordance, rate

finding = ...
### BEGIN SOLUTION
chosen = tested[tested["word"].isin(content.loc[content["target"] > 0, "word"])].iloc[0]
first_text = statements.loc[names == pair[0], "text"].str.cat(sep=" ")
line = concordance(first_text, chosen["word"], window=4).iloc[0]
quotation = " ".join([line["left"], line["node"], line["right"]])
rates = [rate(chosen[side], tested[side].sum()) for side in ("target", "reference")]
finding = f"In these sheets / Dans ces fiches, {chosen['word']} : {rates[0]}, {pair[0]} ; "
finding += f"{rates[1]}, {pair[1]}. « {quotation} » ; p_largest : {chosen['p_largest']:.2f}."
### END SOLUTION
check("04a.finding", finding)

# %% tags=["solution"]
from textwrap import fill

print(fill(finding, 90))

# %% [markdown] lang="en" tags=["solution"]
# The code only collects the evidence, so that it holds for any pair. A sentence made of it, for the first pair:
#
# > In these sheets, the one about Cdiscount has *millions* 9 times in 543 words (16.6 per 1,000), the one about Decathlon 1 time in 514 (1.9 per 1,000): "capital d'environ 300 millions d'euros". In these sheets, 30 of 100 shuffles give as large a contrast, so chance is not excluded.
#
# Both rates stand with their counts, the quotation can be found again, and the end keeps the reader from taking a description for a proof.

# %% [markdown] lang="fr" tags=["solution"]
# Le code ne fait que réunir les preuves, pour valoir pour toute paire. Une phrase qui les emploie, pour la première paire :
#
# > Dans ces fiches, celle sur Cdiscount emploie *millions* 9 fois sur 543 mots (16,6 pour 1 000), celle sur Decathlon 1 fois sur 514 (1,9 pour 1 000) : « capital d’environ 300 millions d’euros ». Dans ces fiches, 30 mélanges sur 100 donnent un contraste aussi grand : le hasard n’est pas exclu.
#
# Chaque fréquence relative est accompagnée de sa fréquence, la citation peut être retrouvée, et la fin empêche de prendre une description pour une preuve.

# %% [markdown] lang="en"
# ## What is recorded
#
# Nothing: answers and hints stay in this notebook. Save it, and hand it in if your instructor asks for it.

# %% [markdown] lang="fr"
# ## Ce qui est enregistré
#
# Rien : réponses et indices restent dans ce notebook. Enregistrez-le, et remettez-le si on vous le demande.
