# %% [markdown] lang="en"
# # 04b Fourteen texts: profiles, specificity, a map
#
# **Our question.** Each of the fourteen sheets has its own mix of themes: can tables and a map find it again?
#
# After this lesson you can
#
# - **O1** compare theme profiles on one scale, and with a plan;
# - **O2** compute a specificity, and sort specificities by a stated rule;
# - **O3** read the map of a correspondence analysis, and say what it hides;
# - **O4** choose the claim that a table supports, and question a figure by its sources.
#
# | minutes | you need | next |
# |---|---|---|
# | 90 | [02, themes](02_themes.ipynb) | the exercises |
#
# These sheets were written by us to a profile; we ask whether our tools recover it. They say nothing about the companies' own words: findings begin "In these sheets …".

# %% [markdown] lang="fr"
# # 04b Quatorze textes : profils, spécificités, une carte
#
# **Notre question.** Chacune des quatorze fiches a son dosage de thèmes : des tableaux et une carte le retrouvent-ils ?
#
# Après cette leçon, vous saurez
#
# - **O1** comparer des profils thématiques entre eux, et avec un plan ;
# - **O2** calculer une spécificité, et trier des spécificités selon une règle énoncée ;
# - **O3** lire la carte d’une analyse des correspondances, et dire ce qu’elle cache ;
# - **O4** choisir l’affirmation qu’un tableau appuie, et interroger un chiffre par ses sources.
#
# | minutes | prérequis | suite |
# |---|---|---|
# | 90 | [02, les thèmes](02_themes.ipynb) | les exercices |
#
# Nous avons rédigé ces fiches selon un profil : nos outils le retrouvent-ils ? Elles ne disent rien des mots des entreprises : tout résultat commence par « Dans ces fiches … ».

# %%
from textwrap import fill

import pandas as pd

from motamot import load_statements, normalize, words

statements = load_statements()
statements["part"] = statements["company"] + " " + statements["year"].astype(str)
statements["word"] = [words(normalize(text)) for text in statements["text"]]
texts = statements.groupby("part", sort=False)["text"].agg(" ".join)
long = statements.explode("word")
long.groupby("part", sort=False).agg(paragraphs=("paragraph", "nunique"), words=("word", "size"))

# %% [markdown] lang="en"
# One row for each sheet. We [normalize](glossary.ipynb#normalize) first: the sheets have curly apostrophes and [no-break spaces](glossary.ipynb#no-break-space). `long` has one row for each [token](glossary.ipynb#token). Your own texts will do as well, two or thirty; a single one is put among the kit's. A sentence that begins "In these sheets" is about the kit's.
#
# ## A profile in five lines
#
# A [theme profile](glossary.ipynb#theme-profile) sets the rates of all themes of a text side by side. Here is the idea, with five words and four themes. Look for a row that is no use: what happened there?

# %% [markdown] lang="fr"
# Une ligne par fiche. Nous commençons par [normaliser](glossary.ipynb#normaliser), car les fiches ont des apostrophes courbes et des [espaces insécables](glossary.ipynb#espace-insécable). `long` a une ligne par [occurrence](glossary.ipynb#occurrence). Des textes à vous, deux ou trente, conviennent aussi, et un texte seul se place parmi les fiches ; une phrase qui commence par « Dans ces fiches » parle de celles du kit.
#
# ## Un profil en cinq lignes
#
# Un [profil thématique](glossary.ipynb#profil-thématique) met côte à côte les [fréquences relatives](glossary.ipynb#fréquence-relative) de tous les thèmes d’un texte. Voici l’idée, avec cinq mots et quatre thèmes. Cherchez une ligne inutilisable : que s’y est-il passé ?

# %%
mine = {
    "tarifs": "price",
    "magasin": "stores",
    "magasins": "stores",
    "vendeurs": "sellers",
    "emplois": "jobs",
}
themed = long.assign(theme=long["word"].map(mine))
hits = themed.groupby(["part", "theme"], sort=False).size().unstack(fill_value=0)
(1000 * hits.div(long.groupby("part").size(), axis=0)).round(1)

# %% [markdown] lang="en"
# Each cell is a [rate per 1,000](glossary.ipynb#rate-per-1,000) words. `NaN`, not a number, stands where a text has none of the five words: `groupby` knows what is there, not what is missing. But silence is a result, and its rate is 0. The kit's `count_themes` keeps zeros, and brings the [lexicon](glossary.ipynb#lexicon) of lesson 02.
#
# ## A blind match
#
# First read one paragraph of each of four sheets. Then come the same texts as A, B, C, D, in small multiples: all on one scale, so that a bar of one panel may be compared with a bar of any other.

# %% [markdown] lang="fr"
# Chaque case est une fréquence relative pour 1 000 mots. `NaN`, « pas un nombre », figure là où un texte n’a aucun des cinq mots : `groupby` connaît ce qui est là, non ce qui manque. Or le silence est un résultat, et sa valeur est 0. La fonction `count_themes` du kit garde les zéros, et apporte le [lexique](glossary.ipynb#lexique-thématique) de la leçon 02.
#
# ## Qui est qui, à l’aveugle
#
# Lisez d’abord un paragraphe dans chacune de ces quatre fiches. Viennent ensuite les mêmes textes, sous les lettres A, B, C, D, en petits multiples : une seule échelle, de sorte qu’une barre se compare à n’importe quelle autre.

# %%
wished = ["Amazon France 2022", "Carrefour 2022", "Leroy Merlin 2022", "AliExpress 2021"]
four = wished if set(wished) <= set(texts.index) else texts.index[:4].tolist()
for row in statements[statements["part"].isin(four) & (statements["paragraph"] == 2)].itertuples():
    print(row.part.upper(), fill(row.text, 90), sep="\n", end="\n\n")

# %%
from random import Random

from motamot import count_themes, data_of, load_lexicon, plot_small_multiples, statement_note

themes = count_themes(texts, load_lexicon())
letters = dict(zip(Random(4).sample(four, len(four)), "ABCD", strict=False))
masked = themes.assign(text=themes["text"].map(letters)).dropna(subset="text")
ax = plot_small_multiples(masked.sort_values("text", kind="stable"), note=statement_note())
shown = data_of(ax).pivot(index="theme", columns="text", values="per_1000")
order = masked.groupby("theme", sort=False)["count"].sum().sort_values(ascending=False, kind="stable").index
shown.loc[order].round(1).rename(index=load_lexicon().labels)

# %% [markdown] lang="en"
# Which sheet is which? One paragraph was a small clue; two bars that stand far out are a better one. Beware of what you know about the companies from elsewhere: it is not in these texts. Write your match; the cell after it unmasks, and draws all texts.

# %% [markdown] lang="fr"
# À qui est chaque profil ? Un paragraphe était un petit indice ; deux barres très longues en sont un meilleur. Méfiez-vous de ce que vous savez par ailleurs de ces entreprises : ce n’est pas dans ces textes. Notez vos réponses ; la cellule d’après lève les masques et dessine tous les textes.

# %%
prediction = {"A": ..., "B": ..., "C": ..., "D": ...}

# %%
from motamot import plot_themes

print(dict(sorted((letter, name) for name, letter in letters.items())))
ax = plot_themes(themes, note=statement_note())
data_of(ax).head(3).round(1)

# %% [markdown] lang="en"
# The darker the cell, the higher the rate; themes run from the most frequent to the rarest, and texts with the same leading theme stand together. Above the figure, the first rows of its table.
#
# ## The plan, and what was found
#
# Here is the plan we wrote to: ten digits a sheet, in the order of the lexicon, from 0 (absent) through 1 (mentioned) and 2 (developed) to 3 (dominant). How many hits do the cells of each level have? For texts of your own there is no plan, and the table stays empty.

# %% [markdown] lang="fr"
# Plus la case est foncée, plus la fréquence relative est élevée ; les thèmes vont du plus fréquent au plus rare, et les textes de même thème dominant se suivent. Au-dessus de la figure, les premières lignes de son tableau.
#
# ## Le plan, et ce que l’on retrouve
#
# Voici le plan suivi à la rédaction : dix chiffres par fiche, dans l’ordre du lexique, de 0 (absent) à 3 (dominant), en passant par 1 (évoqué) et 2 (développé). Combien d’occurrences les cases de chaque niveau ont-elles ? Pour vos propres textes, il n’y a pas de plan, et le tableau reste vide.

# %%
levels = {
    "AliExpress 2021": "3210102311",
    "Amazon France 2022": "3212002013",
    "Cdiscount 2022": "2331011011",
    "Carrefour 2021": "2131200112",
    "Carrefour 2022": "0013231101",
    "Auchan 2022": "2021312011",
    "Fnac Darty 2022": "0023201132",
    "La Redoute 2022": "2112202211",
    "Veepee 2022": "1003021311",
    "Zalando 2021": "3212103111",
    "Back Market 2022": "1313021022",
    "Decathlon 2022": "0023221210",
    "E.Leclerc 2022": "2011230011",
    "Leroy Merlin 2022": "1222300032",
}
plan = pd.DataFrame({name: list(map(int, row)) for name, row in levels.items()}, index=load_lexicon().themes)
counts = themes.pivot(index="theme", columns="text", values="count").loc[plan.index, texts.index]
found = pd.DataFrame({"level": plan.stack(), "hits": counts.stack()}).dropna()
found.groupby("level")["hits"].agg(["size", "mean", "min", "max"]).round(1)

# %% [markdown] lang="en"
# `size` is the number of cells. In these sheets the mean rises with each level, so the lexicon recovers the plan. But `min` and `max` overlap: one dominant theme has fewer hits than some theme that was only developed.
#
# ## A score is not the truth
#
# Two sentences of ours. The first is about price, the second is not. What will the lexicon see?

# %% [markdown] lang="fr"
# `size` est le nombre de cases. Dans ces fiches, la moyenne monte à chaque niveau : le lexique retrouve le plan. Mais `min` et `max` se recouvrent : tel thème dominant a moins d’occurrences que tel autre, seulement développé.
#
# ## Un score n’est pas la vérité
#
# Deux phrases inventées. La première parle de prix, la seconde non. Que verra le lexique ?

# %%
sample = ["Chaque dépense se surveille au centime.", "Une soirée de promotion réunit les créateurs."]
seen = count_themes(sample, load_lexicon())
seen.loc[seen["theme"] == "price", ["text", "theme", "count", "hits"]]

# %% [markdown] lang="en"
# A paraphrase missed, a [false friend](glossary.ipynb#false-positive) taken. We planted both kinds in the sheets, and they move every profile a little. A count of hits measures the lexicon as much as the text.
#
# ## How surprising is a count?
#
# A rate says how much, and not whether chance could do as much. Take a [corpus](glossary.ipynb#corpus) of 1,000 words in which one word occurs 10 times, and a text that makes up 100 of the 1,000. Throw all words into an urn and draw the text blindly: you expect the word once. From which count on would you no longer believe in chance?

# %% [markdown] lang="fr"
# Une paraphrase manquée, un [faux ami](glossary.ipynb#faux-positif) retenu. Nous avons semé les deux dans les fiches, et chacun déplace un peu les profils. Un nombre d’occurrences mesure le lexique autant que le texte.
#
# ## À quel point une fréquence surprend-elle ?
#
# Une fréquence relative dit combien, et non si le hasard ferait autant. Prenez un [corpus](glossary.ipynb#corpus) de 1 000 mots où un mot se trouve 10 fois, et l’un de ses textes, long de 100 mots. Jetez tous les mots dans une urne et tirez le texte à l’aveugle : vous attendez ce mot une fois. À partir de quelle fréquence ne croiriez-vous plus au hasard ?

# %%
prediction = ...

# %%
from math import comb, log10

f, t, T = 10, 100, 1000
for k in range(1, 8):
    chance = sum(comb(f, i) * comb(T - f, t - i) for i in range(k, f + 1)) / comb(T, t)
    print(k, f"{chance:.6f}", round(-log10(chance), 1))
for f in (10, 40, 70):
    print(f, f * t / T, round(log10(comb(T - f, t) / comb(T, t)), 1))

# %% [markdown] lang="en"
# Each line: a count `k`; the chance of drawing `k` or more, the draws that fit over all draws; and, roughly, the number of zeros of that chance. This last is the [specificity](glossary.ipynb#specificity); three stands for once in a thousand. A word *rarer* than expected gets a minus sign.
#
# Below, words of 10, 40, 70 occurrences and the specificity of finding *none*: a word must be expected about 7 times before its absence is that rare. In short texts *not said* is hardly ever a finding.
#
# ## All words at once
#
# `specificity` does this for every word and text; we keep words of 5 occurrences or more. `totals` are the true lengths. Which will come first?

# %% [markdown] lang="fr"
# Chaque ligne : une fréquence `k` ; la probabilité d’en tirer `k` ou davantage, soit les tirages favorables sur tous les tirages ; et, à peu près, son nombre de zéros. C’est la [spécificité](glossary.ipynb#spécificité) ; trois : une fois sur mille. Un mot *plus rare* qu’attendu reçoit le signe moins.
#
# Dessous, un mot de 10, 40, 70 occurrences, et la spécificité de n’en trouver *aucune* : il faut attendre un mot environ 7 fois pour une absence aussi rare. Dans un texte bref, *ne pas dire* n’est presque jamais un résultat.
#
# ## Tous les mots à la fois
#
# `specificity` le fait pour chaque mot et chaque texte ; gardons les mots d’au moins 5 occurrences, et donnons les vraies longueurs dans `totals`. Lesquels viendront en tête ?

# %%
from motamot import specificity

table = pd.crosstab(long["word"], long["part"])
scored = specificity(table[table.sum(axis=1) >= 5], totals=table.sum().to_dict())
scored.sort_values("specificity", ascending=False, kind="stable").head(8).round(1)

# %% [markdown] lang="en"
# `f`, `k`, `t`, `T` are the letters of our urn: the word in the corpus and in the text, all words of the text and of the corpus. In these sheets company names take the first rows: each text says its own name, which is true and teaches nothing. So a rule, which we ought to have stated before we looked:
#
# - specificity 3 or more, in 2 paragraphs or more; or −3 or less;
# - company names set apart: hidden *after* counting, so that the lengths stay true.
#
# The price: *la* of La Redoute and *France* of Amazon France go with the names.

# %% [markdown] lang="fr"
# `f`, `k`, `t`, `T` sont les lettres de notre urne : le mot dans le corpus et dans le texte, tous les mots du texte et du corpus. Dans ces fiches, des noms d’entreprise occupent les premières lignes : chaque texte dit son propre nom, ce qui est vrai et n’apprend rien. D’où une règle, qu’il aurait fallu énoncer avant de regarder :
#
# - spécificité de 3 ou plus, dans 2 paragraphes ou plus ; ou bien de −3 ou moins ;
# - noms d’entreprise mis à part : masqués *après* le comptage, pour que les longueurs restent vraies.
#
# Le prix à payer : *la* de La Redoute et *France* d’Amazon France partent avec les noms.


# %%
own_names = set(words(normalize(" ".join(statements["company"]))))


def passing(parts):
    placed = statements.assign(part=list(parts)).explode("word")
    table = pd.crosstab(placed["word"], placed["part"])
    scored = specificity(table[table.sum(axis=1) >= 5], totals=table.sum().to_dict())
    once = placed.reset_index().drop_duplicates(["index", "word"])
    spread = once.groupby(["word", "part"]).size().to_dict()
    scored["paragraphs"] = [spread.get(cell, 0) for cell in zip(scored["word"], scored["part"], strict=True)]
    over = (scored["specificity"] >= 3) & (scored["paragraphs"] >= 2)
    kept = scored[(over | (scored["specificity"] <= -3)) & ~scored["word"].isin(own_names)]
    return kept.sort_values("specificity", ascending=False, kind="stable")


kept = passing(statements["part"])
kept.round(1)

# %% [markdown] lang="en"
# `passing` is our rule as a function, since we shall need it again: count, score, count paragraphs, keep. The names are gone. In these sheets few words are left, and none is below −3. Back to the text with the first of them; if none is left, with the first of the whole table.

# %% [markdown] lang="fr"
# `passing` est notre règle sous forme de fonction, car elle resservira : compter, calculer, compter les paragraphes, garder. Les noms ont disparu. Dans ces fiches, il reste peu de mots, et aucun au-dessous de −3. Retour au texte avec le premier d’entre eux ; s’il n’en reste aucun, avec le premier du tableau entier.

# %%
from motamot import concordance

first = (kept if len(kept) else scored.nlargest(1, "specificity")).iloc[0]
concordance(texts[first["part"]], first["word"], window=6)

# %% [markdown] lang="en"
# In these sheets the first word is *on*: a manner of writing, in which one walks through the shop. No strategy. **Specific does not mean important**: the [concordance](glossary.ipynb#concordance) decides what a word stands for.
#
# ## What chance alone gives
#
# So many words were tested in each text that some may pass by luck. How many? We deal the paragraphs to the texts at random, so that there is nothing to find, and apply the same rule, five times.

# %% [markdown] lang="fr"
# Dans ces fiches, le premier mot est *on* : une manière d’écrire, qui fait visiter le magasin. Rien d’une stratégie. **Spécifique ne veut pas dire important** : c’est la [concordance](glossary.ipynb#concordance) qui dit ce que vaut un mot.
#
# ## Ce que donne le hasard seul
#
# On a éprouvé tant de mots dans chaque texte que certains peuvent passer par hasard. Combien ? Distribuons les paragraphes au hasard entre les textes, pour qu’il n’y ait rien à trouver, et appliquons la même règle, cinq fois.

# %%
places, dealer = statements["part"].tolist(), Random(1)
deals = [dealer.sample(places, len(places)) for _ in range(5)]
print(len(kept), [len(passing(deal)) for deal in deals])

# %% [markdown] lang="en"
# First how many words passed in the real texts, then in five random deals. In these sheets a deal mostly has one or two, and now and then as many as the real texts, or more. So one or two of our words may well be luck, and nothing says which: they are places to read, not proofs.
#
# **Your turn.** Put `>= 2` in place of `>= 3` in `passing` and run both cells again. How many words pass, and how many by chance?
#
# ## The same for themes
#
# A theme is many words at once. We hand over the counts of themes as if they were words, and add the `level` of the plan.

# %% [markdown] lang="fr"
# D’abord le nombre de mots qui passent dans les vrais textes, puis dans cinq donnes au hasard. Dans ces fiches, une donne en laisse souvent passer un ou deux, et parfois autant que les vrais textes, ou plus. Un ou deux de nos mots sont donc peut-être dus au hasard, et rien ne dit lesquels : ce sont des endroits à lire, non des preuves.
#
# **À vous.** Mettez `>= 2` à la place de `>= 3` dans `passing`, et relancez les deux cellules. Combien de mots passent, et combien par hasard ?
#
# ## De même pour les thèmes
#
# Un thème réunit beaucoup de mots. Donnons les fréquences des thèmes comme si c’étaient des mots, et ajoutons le niveau du plan, `level`.

# %%
filled = counts.loc[:, counts.sum() > 0]
scored = specificity(filled, totals=themes.set_index("text")["words"].to_dict())
scored["level"] = [found["level"].get(cell) for cell in zip(scored["word"], scored["part"], strict=True)]
scored[scored["specificity"].abs() >= 3].round(1)

# %% [markdown] lang="en"
# In these sheets all that pass were planned as dominant, and most dominant cells do not pass: the threshold is rarely wrong and often silent. And hits come in bursts, not one by one as from an urn, so a threshold of 3 is still generous.
#
# ## A map of the whole table
#
# Ten numbers for each of fourteen texts are hard to hold in mind. A [correspondence analysis](glossary.ipynb#correspondence-analysis) draws texts with similar profiles near one another. From the heat map: which two texts will be the nearest neighbors?

# %% [markdown] lang="fr"
# Dans ces fiches, tout ce qui passe était prévu comme dominant, et la plupart des cases dominantes ne passent pas : le seuil se trompe rarement et se tait souvent. Et les occurrences viennent par rafales, non une à une comme d’une urne : un seuil de 3 est encore généreux.
#
# ## Une carte du tableau entier
#
# Dix nombres pour chacun des quatorze textes, c’est beaucoup pour la mémoire. Une [analyse factorielle des correspondances](glossary.ipynb#analyse-factorielle-des-correspondances) (AFC) dessine proches les uns des autres les textes de profils semblables. D’après la carte de chaleur, quels seront les deux plus proches voisins ?

# %%
prediction = [..., ...]

# %%
from motamot import correspondence, plot_map


def mapped(table):
    return correspondence(table.loc[table.sum(axis=1) > 0, table.sum() > 0].T)


result = mapped(counts)
ax = plot_map(result, note=statement_note())
print(result.inertia["per_cent"].round(1).tolist())
result.columns.filter(like="contribution").iloc[:, :2].round(1)

# %% [markdown] lang="en"
# First, axis by axis, the [inertia](glossary.ipynb#inertia) in percent: what sets profiles apart. The map shows the first two axes, like shadows on a wall. (With two texts, it is a line.)
#
# Hollow points have a [cos²](glossary.ipynb#cos²) below one half: poorly shown. Name an axis after its largest [contributions](glossary.ipynb#contribution); the map shows their sides: in these sheets the first sets marketplaces, logistics and other countries against stores and prices. **Read no distance between a circle and a triangle**: each kind has its own scale. In these sheets the triangle nearest to Amazon France is logistics, its first theme jobs.
#
# ## Near on the map does not mean alike
#
# How far apart are two texts on the plane, and with all axes?

# %% [markdown] lang="fr"
# D’abord, par axe, l’[inertie](glossary.ipynb#inertie) en pourcentage : ce qui sépare les profils. La carte montre les deux premiers axes, telles des ombres sur un mur. (Avec deux textes, c’est une ligne.)
#
# Les points en creux ont un [cos²](glossary.ipynb#cos²) sous 0,5 : mal représentés. Nommez un axe d’après ses plus grandes [contributions](glossary.ipynb#contribution) ; la carte montre leur côté : dans ces fiches, le premier oppose places de marché, logistique et international aux magasins et aux prix. **Ne lisez aucune distance entre un rond et un triangle** : chaque sorte a son échelle. Dans ces fiches, le triangle le plus proche d’Amazon France est la logistique ; son thème, l’emploi.
#
# ## Proche sur la carte ne veut pas dire semblable
#
# À quelle distance sont deux textes sur le plan, puis avec tous les axes ?

# %%
from itertools import combinations

from scipy.spatial.distance import pdist


def pairs_of(result):
    points = result.rows.filter(like="axis_")
    pairs = pd.DataFrame(combinations(points.index, 2), columns=["one", "other"])
    pairs["plane"], pairs["whole"] = pdist(points.iloc[:, :2]), pdist(points)
    for space in ("plane", "whole"):
        pairs[f"{space}_rank"] = pairs[space].rank(method="min").astype(int)
    return pairs.sort_values("plane", kind="stable").round({"plane": 2, "whole": 2})


pairs_of(result).head(6)

# %% [markdown] lang="en"
# `plane_rank` follows the map, `whole_rank` the whole table. Were your two neighbors there? In these sheets the two nearest pairs hold in both; others are near on the plane only, and far apart off it.
#
# ## One choice changed: without the most frequent theme
#
# One frequent theme can pull a whole map. We take out the most frequent and draw again: which neighbors will stay?

# %% [markdown] lang="fr"
# `plane_rank` suit la carte, `whole_rank` le tableau entier. Vos deux voisins y étaient-ils ? Dans ces fiches, les deux paires les plus proches le sont des deux façons ; d’autres ne sont proches que sur le plan, et éloignées hors de lui.
#
# ## Un choix modifié : sans le thème le plus fréquent
#
# Un seul thème fréquent peut tirer toute la carte. Retirons le plus fréquent et redessinons : quels voisins resteront ?

# %%
dominant = counts.sum(axis=1).idxmax()
again = mapped(counts.drop(index=dominant))
ax = plot_map(again, note=statement_note())
pairs_of(again).head(6).assign(without=dominant)

# %% [markdown] lang="en"
# The new map, and its nearest pairs; `without` names the theme. A map turned over is the same map. In these sheets one pair stays together, while the two sheets that shared their stores part. A neighborhood that lives on a single theme should be reported as that.
#
# **Your turn.** Leave out another theme. Which pair stays in every map?
#
# ## Going further: tf-idf and similarity
#
# Two more ways. *[Tf-idf](glossary.ipynb#tf-idf)* weighs a word by how few texts hold it; we leave [stop words](glossary.ipynb#stop-words) out. *[Similarity](glossary.ipynb#similarity)*, here the cosine, compares whole profiles without a map.

# %% [markdown] lang="fr"
# La nouvelle carte et ses paires les plus proches ; `without` nomme le thème. Une carte retournée est la même carte. Dans ces fiches, une paire tient, tandis que les deux fiches qui avaient leurs magasins en commun se séparent. Un voisinage qui ne tient qu’à un thème doit être présenté comme tel.
#
# **À vous.** Retirez un autre thème. Quelle paire reste sur toutes les cartes ?
#
# ## Pour aller plus loin : tf-idf et similarité
#
# Deux autres voies. Le *[tf-idf](glossary.ipynb#tf-idf)* donne d’autant plus de poids à un mot que moins de textes le contiennent ; nous écartons les [mots vides](glossary.ipynb#mots-vides). La *[similarité](glossary.ipynb#similarité)*, ici le cosinus, compare des profils entiers, sans carte.

# %%
from motamot import similarity, stop_words, tfidf

content = long[~long["word"].isin(stop_words(keep=()))].groupby("part")["word"].agg(list)
heaviest = tfidf(content.to_dict()).apply(lambda row: ", ".join(row.nlargest(4).index), axis=1)
alike = similarity(filled.T).apply(lambda row: row.drop(row.name), axis=1)
pd.DataFrame({"words": heaviest, "nearest": alike.idxmax(axis=1), "cosine": alike.max(axis=1).round(2)})

# %% [markdown] lang="en"
# Tf-idf brings the names back: it sorts and tests nothing. The cosine finds a nearest neighbor for each text, even where nothing is near; read the number.
#
# ## Question the sources
#
# Every figure in the sheets came from somewhere, and sources disagree. On paper, in pairs: for each line below, which version would you print, and why? Ask who says it, how near they are to it, in which unit, of which date, and whether a calculation can decide.

# %% [markdown] lang="fr"
# Le tf-idf ramène les noms : il classe et ne teste rien. Le cosinus trouve à chaque texte un plus proche voisin, même si rien n’est proche ; lisez le nombre.
#
# ## Interroger les sources
#
# Chaque chiffre des fiches vient de quelque part, et les sources ne s’accordent pas. Sur papier, à deux : pour chaque ligne ci-dessous, quelle version imprimeriez-vous, et pourquoi ? Demandez-vous qui parle, comment on l’a su, dans quelle unité, à quelle date, et si un calcul peut trancher.

# %%
versions = [
    ("Back Market, valorisation, janvier 2022", "5,1 milliards d'euros", "5,1 milliards de dollars"),
    ("Leroy Merlin, chiffre d'affaires 2020", "7 milliards d'euros", "7,9 milliards d'euros"),
    ("Carrefour, ouvertures de proximité prévues", "400", "2 400"),
    ("Decathlon, magasins en 2022", "1 571", "1 751"),
    ("E.Leclerc, ventes 2022", "43,9 milliards d'euros", "67,3 milliards d'euros"),
    ("AliExpress, débuts en France", "2018", "vers 2015"),
]
print("Leroy Merlin", "2021 (+12,7 %)", 8.975, "2020", round(8.975 / 1.127, 2), sep=" | ")
pd.DataFrame(versions, columns=["what", "one", "other"])

# %% [markdown] lang="en"
# For Leroy Merlin a division decides: turnover (in billions) and growth of 2021, printed above the table, give the turnover of 2020, close to one version and far from the other. For E.Leclerc both may be right, with fuel and without. This is [source criticism](glossary.ipynb#source-criticism); no count replaces it. `statement_sources()` says what we printed, and on whose word.
#
# ## Check yourself
#
# **1. Which claim does the heat map support?**
#
# <details><summary>E.Leclerc cares about prices more than Auchan</summary>It knows our sheets, not what anyone cares about.</details>
# <details><summary>In these sheets, E.Leclerc has the higher rate of prices of the two</summary>Yes, and no word more.</details>
# <details><summary>Amazon France avoids prices</summary>Having no hits shows no intention.</details>
# <details><summary>La Redoute has no strategy</summary>A flat profile was its plan.</details>
#
# **2. Two points touch on the map. So the texts are alike.**
#
# <details><summary>True</summary>Look at their cos², and at all axes.</details>
# <details><summary>False</summary>Right: they may be far apart off it.</details>
#
# **3. A word has specificity 4. So it is important.**
#
# <details><summary>True</summary>Think of <em>on</em>.</details>
# <details><summary>False</summary>Right: surprising for an urn, that is all.</details>

# %% [markdown] lang="fr"
# Pour Leroy Merlin, un calcul tranche : le chiffre d’affaires (en milliards) et la hausse de 2021, affichés au-dessus du tableau, donnent le chiffre d’affaires de 2020, proche d’une version et loin de l’autre. Pour E.Leclerc, les deux peuvent être justes, avec et sans carburant. C’est la [critique des sources](glossary.ipynb#critique-des-sources), que nul comptage ne remplace. `statement_sources()` dit ce que nous avons imprimé, et sur la foi de qui.
#
# ## Faites le point
#
# **1. Quelle affirmation la carte de chaleur permet-elle d’appuyer ?**
#
# <details><summary>E.Leclerc tient plus aux prix qu’Auchan</summary>Elle connaît nos fiches, non ce à quoi l’on tient.</details>
# <details><summary>Dans ces fiches, E.Leclerc a, des deux, la fréquence relative des prix la plus élevée</summary>Oui, et pas un mot de plus.</details>
# <details><summary>Amazon France évite les prix</summary>Aucune occurrence n’est pas une intention.</details>
# <details><summary>La Redoute n’a pas de stratégie</summary>Un profil plat, tel était son plan.</details>
#
# **2. Deux points se touchent sur la carte. Les textes se ressemblent donc.**
#
# <details><summary>Vrai</summary>Voyez leur cos², et tous les axes.</details>
# <details><summary>Faux</summary>En effet : hors du plan, ils peuvent être éloignés.</details>
#
# **3. Un mot a une spécificité de 4. Il est donc important.**
#
# <details><summary>Vrai</summary>Pensez à <em>on</em>.</details>
# <details><summary>Faux</summary>En effet : surprenant pour une urne, c’est tout.</details>

# %% [markdown] lang="en"
# ## To keep
#
# - **O1** Rates on one scale, zeros included; the plan comes back on average, not cell by cell.
# - **O2** Specificity: the zeros of a chance. State the rule first, set names apart, shuffle.
# - **O3** Inertia: how much a map shows; cos²: of which points; contributions: what an axis is about.
# - **O4** A claim ends with its cells; a figure is as good as its source.
#
# **Limits.** One hand, one lexicon: read companies in their own words.
#
# **Transfer.** Five reviews of one restaurant: which themes, and what does your map not show?
#
# **Source and licence.** Our wording of published facts, CC BY 4.0 (`data/statements/README.md`). Your own texts: see [04a](04a_two_texts.ipynb); leave out names of people who have not agreed.

# %% [markdown] lang="fr"
# ## À retenir
#
# - **O1** Une échelle, zéros compris ; le plan se retrouve en moyenne, non case par case.
# - **O2** La spécificité : les zéros d’une probabilité. Énoncez d’abord la règle, mettez les noms à part, mélangez.
# - **O3** L’inertie : ce qu’une carte montre ; le cos² : de quels points ; les contributions : de quoi parle un axe.
# - **O4** Une affirmation s’arrête à ses cases ; un chiffre vaut sa source.
#
# **Limites.** Une plume, un lexique : lisez les entreprises dans leurs mots.
#
# **Transfert.** Cinq avis sur un restaurant : quels thèmes, et que ne montre pas votre carte ?
#
# **Source et licence.** Faits publiés, rédaction du kit, CC BY 4.0 (`data/statements/LISEZMOI.md`). Vos textes : voyez [04a](04a_two_texts.ipynb) ; retirez les noms des personnes qui n’ont pas donné leur accord.
