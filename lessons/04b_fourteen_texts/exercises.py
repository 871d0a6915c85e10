# %% [markdown] lang="en"
# # Exercises 04b: fourteen texts
#
# Replace the three dots, run the cell, read the answer below it. `hint()`, typed in a new cell (button **+** above), gives a hint for the question checked last; there are three for each question, and they cost nothing. Questions marked *core* belong to the short course.
#
# | minutes | you need |
# |---|---|
# | 70 | lesson 04b |

# %% [markdown] lang="fr"
# # Exercices 04b : quatorze textes
#
# Remplacez les trois points, exécutez la cellule, lisez la réponse affichée dessous. `hint()`, tapé dans une nouvelle cellule (bouton **+**, en haut), donne un indice pour la dernière question vérifiée ; il y en a trois par question, et ils ne coûtent rien. Les questions marquées *essentiel* font partie du cours bref.
#
# | minutes | prérequis |
# |---|---|
# | 70 | la leçon 04b |

# %%
import pandas as pd

from motamot import check, count_themes, hint, load_lexicon, load_statements, normalize, pick, words

statements = load_statements()
statements["part"] = statements["company"] + " " + statements["year"].astype(str)
texts = statements.groupby("part", sort=False)["text"].agg(" ".join)
themes = count_themes(texts, load_lexicon())
themes.head(3)

# %% [markdown] lang="en"
# ## 1. Fill in (core): one cell of a profile
#
# The next cell names a text and a theme. What is the rate of this theme in this text, per 1,000 words by the rule of `words()`? Do not round. If statements of your own are in use, the first of them stands here.

# %% [markdown] lang="fr"
# ## 1. Compléter (essentiel) : une case d’un profil
#
# La cellule suivante nomme un texte et un thème. Quelle est la fréquence relative de ce thème dans ce texte, pour 1 000 mots selon la règle de `words()` ? N’arrondissez pas. Si vos propres textes sont utilisés, c’est le premier d’entre eux qui figure ici.

# %%
cells = [
    ("Carrefour 2022", "stores"),
    ("E.Leclerc 2022", "price"),
    ("Back Market 2022", "service"),
    ("Zalando 2021", "marketplace"),
]
part, theme = pick("04b.cell", cells)
part = part if part in texts.index else texts.index[0]
print(part, "|", theme)

# %%
rate_of = ...
### BEGIN SOLUTION
row = themes[(themes["text"] == part) & (themes["theme"] == theme)]
rate_of = row["per_1000"].item()
### END SOLUTION
check("04b.rate_of", rate_of)

# %% [markdown] lang="en" tags=["solution"]
# Two conditions choose one row; `item()` takes its only value. The same by hand divides the count by the words of *this* text; dividing by the words of all texts is the common slip. In a report, `rate` writes it in full.

# %% [markdown] lang="fr" tags=["solution"]
# Deux conditions choisissent une ligne ; `item()` en prend l’unique valeur. À la main, on divise la fréquence par les mots de *ce* texte ; diviser par les mots de tous les textes est l’étourderie habituelle. Dans un compte rendu, `rate` l’écrit en entier.

# %% tags=["solution"]
from motamot import rate

print(rate(row["count"].item(), len(words(normalize(texts[part])))))

# %% [markdown] lang="en"
# ## 2. Modify: one text against all the others
#
# The cell draws two texts. Change it so that `bars` shows the text `part` and, as the second, *all other texts joined into one*, under a name that you choose. Keep `labels=names` and the note: the machine looks at the bars, your readers need names and note.

# %% [markdown] lang="fr"
# ## 2. Modifier : un texte face à tous les autres
#
# La cellule dessine deux textes. Modifiez-la pour que `bars` montre le texte `part` et, en second, *tous les autres textes réunis en un seul*, sous un nom que vous choisissez. Gardez `labels=names` et la mention d’origine : la machine regarde les barres, vos lecteurs ont besoin des noms et de la mention.

# %%
from motamot import plot_comparison, statement_note

names = {theme: theme for theme in load_lexicon().themes}
pair = count_themes(texts.head(2), load_lexicon())
draft = plot_comparison(pair, labels=names, note=statement_note())

# %%
bars = ...
### BEGIN SOLUTION
sides = {part: texts[part], "others": " ".join(texts.drop(part))}
bars = plot_comparison(count_themes(sides, load_lexicon()), labels=names, note=statement_note())
### END SOLUTION
check("04b.bars", bars)

# %% [markdown] lang="en" tags=["solution"]
# Joining first and counting once gives the rate of the others *together*. A mean of their rates counts short texts as much as long ones, and the whole corpus would hold the text twice, on both sides.

# %% [markdown] lang="fr" tags=["solution"]
# Réunir d’abord et compter une fois donne la fréquence relative des autres *ensemble*. Une moyenne de leurs fréquences relatives pèse autant les textes brefs que les longs, et le corpus entier contiendrait le texte des deux côtés.

# %% tags=["solution"]
from motamot import data_of

data_of(bars).head(4).round(1)

# %% [markdown] lang="en"
# ## 3. Explain: a blind match
#
# Four texts as A, B, C, D, with their rates; below, the plan they were written to, from 0 (absent) to 3 (dominant). Who is who? `match` is the list of the four names, in the order A, B, C, D. For texts of your own there is no plan: read them instead.

# %% [markdown] lang="fr"
# ## 3. Expliquer : qui est qui, à l’aveugle
#
# Quatre textes sous les lettres A, B, C, D, avec leurs fréquences relatives ; dessous, le plan suivi pour les rédiger, de 0 (absent) à 3 (dominant). Qui est qui ? `match` est la liste des quatre noms, dans l’ordre A, B, C, D. Pour vos propres textes, il n’y a pas de plan : lisez-les.

# %%
from random import Random

levels = {
    "Cdiscount 2022": "2331011011",
    "Fnac Darty 2022": "0023201132",
    "Veepee 2022": "1003021311",
    "Auchan 2022": "2021312011",
    "Back Market 2022": "1313021022",
    "Zalando 2021": "3212103111",
    "E.Leclerc 2022": "2011230011",
}
quads = [
    ["Veepee 2022", "Cdiscount 2022", "Auchan 2022", "Fnac Darty 2022"],
    ["Zalando 2021", "E.Leclerc 2022", "Back Market 2022", "Fnac Darty 2022"],
    ["Auchan 2022", "Back Market 2022", "Cdiscount 2022", "Veepee 2022"],
]
four = pick("04b.quad", quads)
four = four if set(four) <= set(texts.index) else texts.index[:4].tolist()
rates = themes.pivot(index="text", columns="theme", values="per_1000")[load_lexicon().themes]
masked = rates.loc[Random(7).sample(four, len(four))].set_axis(list("ABCD")[: len(four)])
masked.round(1)

# %%
plan = pd.DataFrame({name: list(row) for name, row in levels.items()}, index=load_lexicon().themes).T
plan.reindex(sorted(four))

# %%
match = ...
### BEGIN SOLUTION
match = [(rates - row).abs().sum(axis=1).idxmin() for _, row in masked.iterrows()]
### END SOLUTION
check("04b.match", match)

# %% [markdown] lang="en" tags=["solution"]
# This line looks for the row at no distance, so that it holds for any text; you reasoned. Begin with the theme that only one of the four was given, then with one that only one was denied. One high rate alone is weak; two that agree with the plan make a match.

# %% [markdown] lang="fr" tags=["solution"]
# Cette ligne cherche la rangée à distance nulle, pour valoir sur tout texte ; vous, vous avez raisonné. Commencez par le thème qu’un seul des quatre a reçu, puis par celui qui n’a été refusé qu’à un seul. Une seule valeur élevée ne suffit guère ; deux qui s’accordent avec le plan désignent le texte.

# %% [markdown] lang="en"
# ## 4. Explain: which step was missed?
#
# Somebody hands in this table and says of its first row: "this is what sets the text apart". Which step of the lesson was left out? Write its name between quotes: `"names"` (company names set apart), `"rates"` (counts divided by lengths), `"spread"` (two paragraphs or more) or `"normalize"` (one spelling for one word).

# %% [markdown] lang="fr"
# ## 4. Expliquer : quelle étape manque ?
#
# Quelqu’un remet ce tableau et dit de sa première ligne : « voilà ce qui distingue ce texte ». Quelle étape de la leçon a été oubliée ? Écrivez son nom entre guillemets : `"names"` (noms d’entreprise mis à part), `"rates"` (fréquences divisées par les longueurs), `"spread"` (deux paragraphes ou plus) ou `"normalize"` (une graphie pour un mot).

# %%
columns = ["word", "part", "f", "k", "paragraphs", "specificity"]
other = ("location", "Tournesol 2021", 9, 6, 4, 3.8)
tables = [
    pd.DataFrame([("mirabelle", "Mirabelle 2022", 6, 6, 3, 5.4), other], columns=columns),
    pd.DataFrame(
        [("Mirabelle 2022", 1940, 9), ("Tournesol 2021", 480, 6)], columns=["text", "words", "prix"]
    ),
    pd.DataFrame([("perceuse", "Mirabelle 2022", 7, 7, 1, 6.3), other], columns=columns),
]
which = pick("04b.spoiled", [0, 1, 2])
tables[which]

# %%
missed_step = ...
### BEGIN SOLUTION
missed_step = ["names", "rates", "spread"][which]
### END SOLUTION
check("04b.missed_step", missed_step)

# %% [markdown] lang="en" tags=["solution"]
# A text says its own name: true of every text, and it teaches nothing. A count is large because the text is long: divide. A word that fills a single paragraph tells of this paragraph. Where one spelling was missed, two rows of the table would be one word.

# %% [markdown] lang="fr" tags=["solution"]
# Un texte dit son propre nom : c’est vrai de tous, et n’apprend rien. Une fréquence est élevée parce que le texte est long : divisez. Un mot qui remplit un seul paragraphe ne parle que de ce paragraphe. Là où une graphie a été oubliée, deux lignes du tableau seraient un seul mot.

# %% [markdown] lang="en"
# ## 5. Write (core): your own `score`
#
# Write a function that takes `f`, `k`, `t` as in the lesson and `total`, its `T`, and returns the specificity, here rounded to 2 decimals, `round(..., 2)`. If `k` is at least the expected count `f * t / total`: minus the log10 of the chance of `k` *or more*. Otherwise: the log10 of the chance of `k` *or fewer*, which is negative. Use `math.comb`, or `scipy.stats.hypergeom`, without the kit's functions.

# %% [markdown] lang="fr"
# ## 5. Écrire (essentiel) : votre propre `score`
#
# Écrivez une fonction qui prend `f`, `k`, `t` comme dans la leçon et `total`, son `T`, et renvoie la spécificité, arrondie ici à 2 décimales, `round(..., 2)`. Si `k` atteint la fréquence attendue `f * t / total` : moins le log10 de la probabilité de `k` *ou davantage*. Sinon : le log10 de la probabilité de `k` *ou moins*, qui est négatif. Employez `math.comb`, ou `scipy.stats.hypergeom`, sans les fonctions du kit.

# %%
from math import comb, log10


def score(f, k, t, total):
    ...
    ### BEGIN SOLUTION
    over = k >= f * t / total
    counts = range(k, f + 1) if over else range(k + 1)
    chance = sum(comb(f, i) * comb(total - f, t - i) for i in counts if i <= t) / comb(total, t)
    return round(-log10(chance) if over else log10(chance), 2)
    ### END SOLUTION


check("04b.score", score)

# %% [markdown] lang="en" tags=["solution"]
# The observed `k` belongs to both tails: `range(k, f + 1)` begins with it, `range(k + 1)` ends with it. With scipy, "or more" is `sf(k - 1, ...)`, because `sf(k, ...)` means *more than* `k`, the common slip:

# %% [markdown] lang="fr" tags=["solution"]
# La fréquence observée `k` appartient aux deux côtés : `range(k, f + 1)` commence par elle, `range(k + 1)` finit par elle. Avec scipy, « ou davantage » s’écrit `sf(k - 1, ...)`, car `sf(k, ...)` veut dire *plus de* `k`, l’étourderie habituelle :

# %% tags=["solution"]
from scipy.stats import hypergeom

print(score(10, 4, 100, 1000), round(-log10(hypergeom.sf(3, 1000, 10, 100)), 2))
print(round(-log10(hypergeom.sf(4, 1000, 10, 100)), 2))

# %%
hint("04b.score")

# %% [markdown] lang="en"
# ## 6. Write (core): what is specific, by a rule
#
# Another class has agreed on another rule, with a lower threshold and a wider spread: 5 or more occurrences in the corpus, a specificity of 2 or more in the text, found in 3 or more of its paragraphs, company names set apart. Make a table `specific` of all that passes, with the columns `word`, `part` and `specificity`, not rounded. Give the true lengths as `totals`, which the specificity depends on. The order is free; an empty table can be right.

# %% [markdown] lang="fr"
# ## 6. Écrire (essentiel) : ce qui est spécifique, selon une règle
#
# Une autre classe a choisi une autre règle, au seuil plus bas et à la répartition plus large : au moins 5 occurrences dans le corpus, une spécificité d’au moins 2 dans le texte, une présence dans au moins 3 de ses paragraphes, noms d’entreprise mis à part. Faites un tableau `specific` de tout ce qui passe, avec les colonnes `word`, `part` et `specificity`, sans arrondir. Donnez les vraies longueurs dans `totals`, dont dépend la spécificité. L’ordre est libre ; un tableau vide peut être juste.

# %%
from motamot import specificity

long = statements.assign(word=[words(normalize(text)) for text in statements["text"]]).explode("word")
own_names = set(words(normalize(" ".join(statements["company"]))))
table = pd.crosstab(long["word"], long["part"])
table.iloc[:3, :6]

# %%
specific = ...
### BEGIN SOLUTION
scored = specificity(table[table.sum(axis=1) >= 5], totals=table.sum().to_dict())
spread = long.groupby(["word", "part"], as_index=False)["paragraph"].nunique()
both = scored.merge(spread, on=["word", "part"])
rule = (both["specificity"] >= 2) & (both["paragraph"] >= 3) & ~both["word"].isin(own_names)
specific = both.loc[rule, ["word", "part", "specificity"]]
### END SOLUTION
check("04b.specific", specific)

# %% tags=["solution"]
specific.head(8)

# %% [markdown] lang="en" tags=["solution"]
# Four conditions, each one a decision that a report has to state: with this rule more words pass than in the lesson, and by chance more would pass too. Another way asks for each word and text in turn; it is slower and reads like the rule. (In these sheets `abs()` around the specificity would change nothing: no word that occurs there is rare enough for −2. In long texts words rarer than expected would come in, and the rule does not want them.)

# %% [markdown] lang="fr" tags=["solution"]
# Quatre conditions, dont chacune est une décision qu’un compte rendu doit énoncer : selon cette règle, il passe plus de mots que dans la leçon, et par hasard il en passerait plus aussi. Autre façon, plus lente, qui se lit comme la règle : interroger chaque mot de chaque texte. (Dans ces fiches, `abs()` autour de la spécificité ne changerait rien : aucun mot présent n’est assez rare pour −2. Dans de longs textes, des mots plus rares qu’attendu entreraient, et la règle n’en veut pas.)

# %% tags=["solution"]
strong = scored[scored["specificity"] >= 2]
found_in = long.groupby(["word", "part"])["paragraph"].nunique()
[
    (row.word, row.part)
    for row in strong.itertuples()
    if row.word not in own_names and found_in[row.word, row.part] >= 3
][:4]

# %% [markdown] lang="en"
# ## 7. Write (core): what the map shows badly
#
# The next cell prints a theme. Take it out of `counts`, where a row is a text and a column a theme: `drop(columns=...)`, and not `drop(index=...)` as in the lesson. Then map the rest: `mapped` first drops texts and themes without any hit. `poorly_shown` is the set of the *texts* whose cos² on the plane of the first two axes is below 0.5. The cell shows, for the map of all themes, the first columns that `.rows` holds.

# %% [markdown] lang="fr"
# ## 7. Écrire (essentiel) : ce que la carte montre mal
#
# La cellule suivante affiche un thème. Retirez-le de `counts`, où une ligne est un texte et une colonne un thème : `drop(columns=...)`, et non `drop(index=...)` comme dans la leçon. Faites ensuite la carte du reste : `mapped` écarte d’abord les textes et les thèmes sans aucune occurrence. `poorly_shown` est l’ensemble des *textes* dont le cos² sur le plan des deux premiers axes est inférieur à 0,5. La cellule montre, pour la carte de tous les thèmes, les premières colonnes de `.rows`.

# %%
from motamot import correspondence, plot_map


def mapped(table):
    return correspondence(table.loc[table.sum(axis=1) > 0, table.sum() > 0])


counts = themes.pivot(index="text", columns="theme", values="count")
left_out = pick("04b.left_out", ["stores", "sustainability", "logistics", "jobs"])
print(left_out)
mapped(counts).rows.filter(regex="(axis|cos2)_[123]").head(2).round(2)

# %%
poorly_shown = ...
### BEGIN SOLUTION
result = mapped(counts.drop(columns=left_out))
cos2 = result.rows.filter(like="cos2").iloc[:, :2].sum(axis=1)
poorly_shown = set(cos2.index[cos2 < 0.5])
### END SOLUTION
check("04b.poorly_shown", poorly_shown)

# %% [markdown] lang="en" tags=["solution"]
# cos² adds up over axes, so two columns make the plane. The map says the same in its hollow circles, and `data_of` gives them with the themes, which have to be left out. Do not compare these texts by eye.

# %% [markdown] lang="fr" tags=["solution"]
# Les cos² s’additionnent d’un axe à l’autre : deux colonnes font le plan. La carte dit de même par ses ronds en creux, et `data_of` les donne avec les thèmes, qu’il faut écarter. Ne comparez pas ces textes à l’œil.

# %% tags=["solution"]
ax = plot_map(result, note=statement_note())
points = data_of(ax)
points.loc[points["poor"] & (points["kind"] == "row"), ["label", "cos2"]].round(2)

# %% [markdown] lang="en"
# ## 8. Transfer: a newcomer
#
# A firm that does not exist writes to its members. Add it to the table of theme counts under the name `"Mirabelle"`. Which three texts have the most similar theme profiles, by the cosine? `nearest` is a table with the columns `text` and `cosine`, the most similar first.

# %% [markdown] lang="fr"
# ## 8. Transférer : une nouvelle venue
#
# Une entreprise qui n’existe pas écrit à ses membres. Ajoutez-la au tableau des fréquences de thèmes sous le nom `"Mirabelle"`. Quels sont les trois textes aux profils thématiques les plus semblables, selon le cosinus ? `nearest` est un tableau aux colonnes `text` et `cosine`, le plus semblable en tête.

# %%
newcomer = (
    "Mirabelle ouvre trois magasins de quartier, et chaque magasin garde son rayon de fruits. Les prix y "
    "restent bas, une remise attend les familles. On la suit sur les réseaux sociaux ; le service client "
    "répond le jour même. Un dernier point de vente ouvrira au printemps."
)

# %%
from motamot import similarity

nearest = ...
### BEGIN SOLUTION
everyone = count_themes({**texts, "Mirabelle": newcomer}, load_lexicon())
profiles = everyone.pivot(index="text", columns="theme", values="count")
alike = similarity(profiles[profiles.any(axis=1)])["Mirabelle"].drop("Mirabelle")
nearest = alike.nlargest(3).reset_index(name="cosine")
### END SOLUTION
check("04b.nearest", nearest)

# %% tags=["solution"]
nearest.round(2)

# %% [markdown] lang="en" tags=["solution"]
# The cosine compares proportions, so that counts and rates give the same, and a short letter may stand beside a long sheet. It always names a nearest text, however far. Jaccard asks only which themes are there at all:

# %% [markdown] lang="fr" tags=["solution"]
# Le cosinus compare des proportions : fréquences et fréquences relatives donnent le même résultat, et une lettre brève peut côtoyer une longue fiche. Il nomme toujours un plus proche, si loin soit-il. L’indice de Jaccard demande seulement quels thèmes sont présents :

# %% tags=["solution"]
jaccard = similarity(profiles[profiles.any(axis=1)], "jaccard")["Mirabelle"].drop("Mirabelle")
jaccard.nlargest(3).round(2).reset_index(name="jaccard")

# %% [markdown] lang="en"
# ## 9. Explain: which claim holds?
#
# Above the table, the number of texts; in it, in how many of them each theme has a hit. Which claim does it support?
#
# - `"a"`: the theme found in most texts matters most to the companies;
# - `"b"`: at least one theme is found in every text;
# - `"c"`: where a theme has no hit, the text does not speak of it;
# - `"d"`: two texts that touch on the map have the same profile;
# - `"none"`: none of them.

# %% [markdown] lang="fr"
# ## 9. Expliquer : quelle affirmation tient ?
#
# Au-dessus du tableau, le nombre de textes ; dedans, le nombre de ceux où chaque thème est présent. Quelle affirmation permet-il d’appuyer ?
#
# - `"a"` : le thème présent dans le plus de textes est celui qui compte le plus pour les entreprises ;
# - `"b"` : un thème au moins est présent dans chaque texte ;
# - `"c"` : là où un thème n’a aucune occurrence, le texte n’en parle pas ;
# - `"d"` : deux textes qui se touchent sur la carte ont le même profil ;
# - `"none"` : aucune.

# %%
present = themes[themes["count"] > 0].groupby("theme").size().sort_values(ascending=False, kind="stable")
print(len(texts))
present.to_frame("texts")

# %%
claim = ...
### BEGIN SOLUTION
claim = "b" if present.max() == len(texts) else "none"
### END SOLUTION
check("04b.claim", claim)

# %% [markdown] lang="en" tags=["solution"]
# The table counts texts by theme: it decides b. It measures no importance (a) and sees no paraphrase (c), and the map comes from another table (d). In these sheets the finding reads: "In these sheets, … is found in … of … texts, by the kit's lexicon."

# %% [markdown] lang="fr" tags=["solution"]
# Le tableau compte des textes par thème : il tranche b. Il ne mesure aucune importance (a), ne voit aucune paraphrase (c), et la carte vient d’un autre tableau (d). Le résultat se rédige ainsi : « Dans ces fiches, … est présent dans … textes sur …, selon le lexique du kit. »

# %% [markdown] lang="en"
# ## 10. Explain: a finding with evidence
#
# Write one sentence about the text of question 1: a word that the lexicon found there, beside it how often it was found, and at least four words in a row of the text that contain it. Begin with “In these sheets”. The sentence stands between `"` and `"`, so put the quotation in « … » (copy these signs). Add at least five different words of your own. The cell prints the words and counts; `concordance` gives the lines of one. The program looks at the beginning, and whether word, count and line exist; whether the sentence convinces is for a reader to say.

# %% [markdown] lang="fr"
# ## 10. Expliquer : un résultat et sa preuve
#
# Écrivez une phrase sur le texte de la question 1 : un mot que le lexique y a trouvé, à côté combien de fois, et au moins quatre mots consécutifs du texte qui le contiennent. Commencez par « Dans ces fiches ». La phrase se place entre `"` et `"` ; mettez donc la citation entre guillemets français, « … » (copiez ces signes). Ajoutez au moins cinq mots différents à vous. La cellule affiche les mots et leurs fréquences ; `concordance` donne les lignes de l’un d’eux. Le programme vérifie le début, et que le mot, la fréquence et la ligne existent ; si la phrase convainc, c’est à une personne de le dire.

# %%
from motamot import concordance

for row in themes[(themes["text"] == part) & (themes["count"] > 0)].itertuples():
    print(row.theme, row.hits, sep=" | ")
concordance(texts[part], "prix").head(3)

# %%
finding = ...
### BEGIN SOLUTION
finding = "No word of the lexicon here. / Aucun mot du lexique ici."
hits = themes.loc[themes["text"] == part, "hits"].str.split(", ").explode()
for hit in hits[hits.str.contains(" ×")].head(1):
    word, count = hit.rsplit(" ×", 1)
    line = concordance(texts[part], word, window=8).iloc[0]
    shown = f"{line['left']} {line['node']} {line['right']}"
    finding = f"In these sheets / Dans ces fiches, {word} ({count}), {part} : « {shown} »"
### END SOLUTION
check("04b.finding", finding)

# %% [markdown] lang="en" tags=["solution"]
# Here code chooses the first word; you choose one that carries your point. "Carrefour cares about prices" would not follow: the sheet is ours, and no count measures caring.

# %% [markdown] lang="fr" tags=["solution"]
# Ici, le code choisit le premier mot ; choisissez celui qui porte votre propos. « Carrefour tient aux prix » n’en découlerait pas : la fiche est de nous, et une fréquence ne dit pas ce à quoi l’on tient.

# %% [markdown] lang="en"
# ## What is recorded
#
# Nothing: answers and hints stay in this notebook. Save it, and hand it in if your instructor asks for it.

# %% [markdown] lang="fr"
# ## Ce qui est enregistré
#
# Rien : réponses et indices restent dans ce notebook. Enregistrez-le, et remettez-le si on vous le demande.
