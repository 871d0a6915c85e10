# %% [markdown] lang="en"
# # 03 Word frequencies: what a count shows, and what it hides
#
# **Our question.** Which words carry the answers, and how far can a ranking be trusted when the text is this short?
#
# After this lesson you can
#
# - **O1** build a frequency table and read a row: [count](glossary.ipynb#count), [rate](glossary.ipynb#rate-per-1,000), interval;
# - **O2** change the list of [stop words](glossary.ipynb#stop-words) or merge forms, and report what that does to the ranking;
# - **O3** draw the ranking as bars, and name three things that a [word cloud](glossary.ipynb#word-cloud) of the same words hides;
# - **O4** check a frequent word against the text: its lines, its neighbors, the [turns](glossary.ipynb#turn) it stands in.
#
# | minutes | you need | next |
# |---|---|---|
# | 75 | [01, cleaning](01_cleaning.ipynb) | the exercises of this lesson |
#
# ## Read before you count
#
# We keep the answers and read how they begin.

# %% [markdown] lang="fr"
# # 03 Les fréquences : ce qu’un comptage montre, ce qu’il cache
#
# **Notre question.** Quels mots portent les réponses, et jusqu’où se fier à un classement quand le texte est si court ?
#
# Après cette leçon, vous saurez
#
# - **O1** construire un tableau de fréquences et en lire une ligne : [fréquence](glossary.ipynb#fréquence), [fréquence relative](glossary.ipynb#fréquence-relative), intervalle ;
# - **O2** changer de liste de [mots vides](glossary.ipynb#mots-vides) ou réunir des formes, et dire ce qui change dans le classement ;
# - **O3** représenter le classement en barres, et nommer trois choses que cache un [nuage de mots](glossary.ipynb#nuage-de-mots) ;
# - **O4** confronter un mot fréquent au texte : ses lignes, ses voisins, les [tours de parole](glossary.ipynb#tour-de-parole) où il se trouve.
#
# | minutes | prérequis | suite |
# |---|---|---|
# | 75 | [01, nettoyer](01_cleaning.ipynb) | les exercices de cette leçon |
#
# ## Lire avant de compter
#
# Gardons les réponses, et lisons-en le début.

# %%
from textwrap import fill

from motamot import load_interview, read_interview, words

turns = read_interview(load_interview())
answers = turns[turns["role"] == "answer"]
text = " ".join(answers["text"])
spoken = words(text)
print(fill(text[:400], 90))
len(spoken)

# %% [markdown] lang="en"
# The first lines, then the number of words, each occurrence counted: of [tokens](glossary.ipynb#token), as linguists say. Which word will stand first in the ranking? Write it between quotes in place of the three dots.
#
# Then we count twice: as Python does, and with the kit's `frequencies`, which settles ties by the alphabet and adds what a bare count lacks. `rate` writes a row as a sentence.

# %% [markdown] lang="fr"
# Les premières lignes, puis le nombre de mots, chaque [occurrence](glossary.ipynb#occurrence) étant comptée. Quel mot arrivera en tête du classement ? Écrivez-le entre guillemets à la place des trois points.
#
# Ensuite, comptons deux fois : à la manière de Python, puis avec la fonction `frequencies` du kit, qui départage les ex æquo par ordre alphabétique et ajoute ce qui manque à un simple comptage. `rate` écrit une ligne sous forme de phrase.

# %%
prediction = ...

# %%
from collections import Counter

import pandas as pd

print(Counter(spoken).most_common(4))
pd.Series(spoken).value_counts().head(8)

# %%
from motamot import frequencies, rate

full = frequencies(spoken)
print(full["word"][0], ":", rate(full["count"][0], len(spoken)))
full.head(6).round(1)

# %% [markdown] lang="en"
# Python's own ranking needs one line. In French the first places go mostly to [function words](glossary.ipynb#function-words), the mortar between the bricks. In the second table, `word` is the word, `count` its count, `per_1000` its rate per 1,000 words; `low` and `high` will come later. A count says little until the length of the text stands beside it. The French *fréquence* is a trap: alone it means the count, never the rate.
#
# ## A list with opinions
#
# Stop words are small words one takes out before looking. Many notebooks load a list and never read it. The kit's list comes in groups; two of them are printed in full.

# %% [markdown] lang="fr"
# Le classement de Python tient en une ligne. En français, les premières places reviennent presque toutes aux [mots-outils](glossary.ipynb#mots-outils), le mortier entre les briques. Dans le second tableau, `word` est le mot, `count` sa fréquence, c’est-à-dire son nombre d’occurrences, et `per_1000` sa fréquence relative ; `low` et `high` viendront plus loin. Sans adjectif, *fréquence* désigne toujours un nombre, et ce nombre n’est ni fort ni faible tant que l’on ignore la longueur du texte.
#
# ## Une liste qui a des opinions
#
# Les mots vides sont les petits mots que l’on écarte avant de regarder. Bien souvent, on charge une liste sans la lire. Celle du kit est faite de groupes ; en voici deux en entier.

# %%
from motamot import stop_word_groups, stop_words

groups = stop_word_groups().set_index("group")
print(groups.loc["nous_notre", "words"])
print(groups.loc["negation", "words"])
groups[["label", "count"]]

# %% [markdown] lang="en"
# Each group has a `label` and a number of words. *Nous* and *pas* are on the list: do they mean nothing? Keep the question in mind. First a guess: of a hundred words of the answers, how many does the whole list take out?

# %% [markdown] lang="fr"
# Chaque groupe a un intitulé (`label`) et un nombre de mots. *Nous* et *pas* sont dans la liste : ne veulent-ils rien dire ? Gardez la question en tête. D’abord, devinez : sur cent mots des réponses, combien la liste entière en retire-t-elle ?

# %%
prediction = ...

# %%
stop = stop_words(keep=())
sample = "L'été dernier, de grosses sommes d'or sont venues de l'est."
print(words(sample, stop=stop))
round(100 * sum(word in stop for word in spoken) / len(spoken))

# %% [markdown] lang="en"
# The last number is the share in per cent: a short list removes much of any text. And the sentence above it has lost its summer, its gold, its sums of money and its east: *été*, *or*, *sommes*, *est* are spelled like function words, and a list sees spelling only.
#
# ## Two stop lists, one ranking
#
# One text, two lists. `keep=()` takes every group out; the second list leaves *nous* and the negation in. Before you run the cell: which words will come in?

# %% [markdown] lang="fr"
# Le dernier nombre est la part retirée, en pour cent : une liste brève emporte une bonne part de n’importe quel texte. Et la phrase, au-dessus, a perdu son été, son or, ses sommes d’argent et son est : ces mots s’écrivent comme des mots-outils, et une liste ne connaît que l’orthographe.
#
# ## Deux listes, un classement
#
# Un seul texte, deux listes. `keep=()` retire tous les groupes ; la seconde laisse *nous* et la négation. Avant d’exécuter la cellule : quels mots vont entrer dans le classement ?

# %%
short = frequencies(words(text, stop=stop))
mild = stop_words(keep=["nous_notre", "negation"])
long = frequencies(words(text, stop=mild))
both = {"keep=()": short, "mild": long}
pd.concat({name: table.iloc[:8, :3] for name, table in both.items()}, axis=1).round(1)

# %% [markdown] lang="en"
# The left ranking speaks of things; the right one also says who speaks and what is refused. *Stop words mean nothing* is wrong, and neither list is the true one.
#
# Now look for a word that stands on both sides: same count, two rates, because each list left another total. From here on we **count all words first and hide some afterwards**.
#
# **Your turn.** Keep `"auxiliaries"` in `mild` as well. Which verbs come in: does one say what things *are*, or what one *has*? Then `"vous_votre"`: if nothing changes, that is a finding, too.
#
# A ranking is where reading begins: here are the lines of the first word on the right, its [concordance](glossary.ipynb#concordance).

# %% [markdown] lang="fr"
# À gauche, le classement parle de choses ; à droite, il dit aussi qui parle et ce qui est refusé. *Les mots vides ne veulent rien dire* : c’est faux, et aucune des deux listes n’est la vraie.
#
# Cherchez un mot présent des deux côtés : une même fréquence, mais deux fréquences relatives, car chaque liste laisse un autre total. Désormais, nous **comptons d’abord tous les mots, et n’en masquons qu’ensuite**.
#
# **À vous.** Gardez aussi `"auxiliaries"` dans `mild`. Quels verbes entrent : dit-on ce que les choses *sont*, ou ce que l’on *a* ? Puis `"vous_votre"` : si rien ne change, c’est aussi un constat.
#
# Un classement invite à la lecture : voici les lignes du premier mot de droite, sa [concordance](glossary.ipynb#concordance).

# %%
from motamot import concordance

leader = long["word"][0]
concordance(text, leader, window=6).head(8)

# %% [markdown] lang="en"
# One line for each occurrence, with its neighbors. If the word is *nous*: who is in it? The firm, its partners, all of us? Is it the one who acts, or the one to whom something is done? The table could not tell; the lines can.
#
# ## Forms or lemmas?
#
# The table counts [types](glossary.ipynb#type), that is, spellings. *Marché* and *marchés* are two types of one [lemma](glossary.ipynb#lemma). Taking off the last *s* looks easy: see what it does to five words. Then a dictionary of our own.

# %% [markdown] lang="fr"
# Une ligne par occurrence, avec ses voisins. Si le mot est *nous* : qui en fait partie ? L’entreprise, ses partenaires, nous tous ? Agit-il, ou subit-il ? Le tableau ne pouvait pas le dire ; les lignes le peuvent.
#
# ## Formes ou lemmes ?
#
# Le tableau compte des [formes](glossary.ipynb#forme), c’est-à-dire des graphies. *Marché* et *marchés* sont deux formes d’un seul [lemme](glossary.ipynb#lemme). Ôter le *s* final semble facile : voyez ce qu’il advient de cinq mots. Ensuite, un dictionnaire à nous.

# %%
sample = ["marchés", "pays", "plus", "bureaux", "été"]
print([word.removesuffix("s") for word in sample])
lemma_of = {"marchés": "marché", "clients": "client", "vendeurs": "vendeur", "acteurs": "acteur"}
merged = frequencies([lemma_of.get(word, word) for word in spoken])
table = full[~full["word"].isin(stop)].reset_index(drop=True)
merged = merged[~merged["word"].isin(stop)].reset_index(drop=True)
pd.concat({"form": table.iloc[:10, :2], "lemma": merged.iloc[:10, :2]}, axis=1)

# %% [markdown] lang="en"
# The rule turns *pays* (country) into `pay` and *plus* into `plu`, and misses *bureaux*. A large dictionary, such as the kit's optional `lemmas`, does better, but takes *été*, the summer, for *être*. Ours merges what we wrote and nothing else: does a word climb?
#
# Merging has a price. *Le marché* may be trade, *nos marchés* countries, *a marché* a form of *marcher*. We go on with forms, and say so. **Your turn.** Add an entry and run the cell again.
#
# ## How sure, with so few words?
#
# If the conversation had gone on, would the same words lead? We can try: cut the answers into halves and count twice.

# %% [markdown] lang="fr"
# La règle change *pays* en `pay` et *plus* en `plu`, et oublie *bureaux*. Un grand dictionnaire, comme `lemmas`, fonction facultative du kit, fait mieux, mais prend *été*, la saison, pour *être*. Le nôtre réunit ce que nous avons écrit, et rien d’autre : un mot monte-t-il ?
#
# Réunir a un prix. *Le marché* peut être le commerce, *nos marchés* des pays, *a marché* une forme de *marcher*. Nous gardons les formes, et nous le disons. **À vous.** Ajoutez une entrée et exécutez de nouveau la cellule.
#
# ## Quelle confiance, avec si peu de mots ?
#
# Si l’entretien avait continué, les mêmes mots seraient-ils en tête ? Essayons : coupons les réponses en deux moitiés, et comptons deux fois.

# %%
half = len(spoken) // 2
first, second = Counter(spoken[:half]), Counter(spoken[half:])
top = table["word"].head(8)
pd.DataFrame({"word": top, "first_half": top.map(first), "second_half": top.map(second)})

# %% [markdown] lang="en"
# Read each column from its largest number down: one conversation, one day, and yet two rankings. So each rate gets a [confidence interval](glossary.ipynb#confidence-interval), `low` to `high`. In plain words: if the same kind of text went on, the word's rate would plausibly lie there.
#
# Two warnings. The interval assumes independent hits; words come in bursts, so it is too narrow. And overlap does not mean equal: where two intervals overlap widely, so short a text cannot tell which word leads.

# %% [markdown] lang="fr"
# Lisez chaque colonne à partir de son plus grand nombre : un seul entretien, un seul jour, et pourtant deux classements. Chaque fréquence relative reçoit donc un [intervalle de confiance](glossary.ipynb#intervalle-de-confiance), de `low` à `high`. En clair : si le même genre de texte continuait, la fréquence relative du mot s’y trouverait vraisemblablement.
#
# Deux mises en garde. L’intervalle suppose des occurrences indépendantes ; or les mots viennent par rafales, et il est donc trop étroit. Et se chevaucher n’est pas être égal : là où deux intervalles se chevauchent largement, un texte si court ne permet pas de dire quel mot l’emporte.

# %%
import matplotlib.pyplot as plt

from motamot import data_of, plot_frequencies

ax = plot_frequencies(table, n=10, per_1000=True)
plt.show()
data_of(ax).round(1)

# %% [markdown] lang="en"
# Each bar is a rate, each line its interval. The number written after the line is the rate, where the *bar* ends, not the line. Compare the length of the lines with the differences between bars: the order of neighbors is hardly settled. Say "among the first", not "third".
#
# ## The same words as a cloud
#
# Many reports show a cloud instead. Look at the figure only, and say aloud: which word is fifth, and how many times more often does the first occur than the fifth? Then read the table under it.

# %% [markdown] lang="fr"
# Chaque barre est une fréquence relative, chaque trait son intervalle. Le nombre écrit après le trait est cette fréquence relative, celle où finit la *barre*, non le trait. Comparez la longueur des traits aux écarts entre les barres : l’ordre entre voisins n’est guère établi. Dites « parmi les premiers », et non « troisième ».
#
# ## Les mêmes mots en nuage
#
# Beaucoup de rapports préfèrent un nuage. Ne regardez que la figure, et dites à voix haute : quel mot est le cinquième, et combien de fois le premier est-il plus fréquent que lui ? Lisez ensuite le tableau placé dessous.

# %%
from motamot import word_cloud

ax = word_cloud(table, n=30)
plt.show()
shown = data_of(ax)
shown.assign(letters=shown["word"].str.len()).head(8)

# %% [markdown] lang="en"
# What the bars said at a glance has to be guessed here.
#
# - **Order** is gone: who finds the fifth word?
# - **Area** misleads: look in the table for two equal counts; the word with more `letters` covers more ground.
# - **Color** means nothing: it only keeps neighbors apart.
#
# Rates and intervals are gone too. A big word is a frequent form that the stop list spared, not a big idea; and words that go together were torn apart.
#
# ## Words that come together
#
# A [repeated segment](glossary.ipynb#repeated-segment) is a run of words that comes back. Do stop words go before we look for neighbors, or after? First a small sentence, then the answers.

# %% [markdown] lang="fr"
# Ce que les barres disaient d’un coup d’œil, il faut ici le deviner.
#
# - **L’ordre** a disparu : qui trouve le cinquième mot ?
# - **La surface** trompe : cherchez deux fréquences égales dans le tableau ; le mot qui a le plus de lettres (`letters`) occupe plus de place.
# - **La couleur** ne dit rien : elle sépare les voisins.
#
# Fréquences relatives et intervalles manquent aussi. Un grand mot est une forme fréquente que la liste a épargnée, non une grande idée ; et les mots qui vont ensemble sont séparés.
#
# ## Les mots qui vont ensemble
#
# Un [segment répété](glossary.ipynb#segment-répété) est une suite de mots qui revient. Retire-t-on les mots vides avant de chercher les voisins, ou après ? D’abord une phrase, puis les réponses.

# %%
from itertools import pairwise

from motamot import repeated_segments

sample = "Le prix et la qualité, le prix ou la qualité."
print(Counter(pairwise(words(sample, stop=stop))).most_common(2))
print(Counter(pairwise(words(sample))).most_common(2))
segments = repeated_segments([words(part) for part in answers["text"]])
segments.head(10)

# %% [markdown] lang="en"
# In the first printed line *prix qualité* comes twice, and nobody said it; the second line holds the true neighbors. So segments are looked for in the full text, paragraph by paragraph. `repeated_segments` puts the longest first, with `length` in words and `count`.
#
# Many are grammar only. We take the most frequent one that holds more than stop words, and read its lines. `set(…) - stop` is what is left of a segment without them; nothing left, grammar only.

# %% [markdown] lang="fr"
# À la première ligne affichée, *prix qualité* revient deux fois, et personne ne l’a dit ; la seconde donne les vrais voisins. On cherche donc les segments dans le texte complet, paragraphe par paragraphe. `repeated_segments` place les plus longs en tête, avec leur longueur en mots (`length`) et leur fréquence (`count`).
#
# Beaucoup ne sont que de la grammaire. Prenons le plus fréquent de ceux qui contiennent autre chose que des mots vides, et lisons ses lignes. `set(…) - stop`, c’est ce qu’il reste d’un segment sans eux ; s’il ne reste rien, ce n’est que de la grammaire.

# %%
told = segments[segments["segment"].map(lambda segment: bool(set(segment.split()) - stop)).astype(bool)]
told = told.sort_values("count", ascending=False, kind="stable")
chosen = told["segment"].iloc[0] if len(told) else leader
concordance(text, chosen, window=4)

# %% [markdown] lang="en"
# Two or three rows of a ranking may turn out to be one expression, or a habit of the speaker. Which is it here?
#
# ## Everywhere, or in one place?
#
# A word said five times in one answer is another matter than a word said in five answers. Take the first word of our table: which share of the text does each turn hold, and which share of the word? Half the sum of the differences is DP, the [dispersion](glossary.ipynb#dispersion) measure of Gries. Near 0 the word is spread as the text is; near 1 it is bunched.
#
# `dispersion` then does this for every word with a count of at least five: below that, the measure says too little.

# %% [markdown] lang="fr"
# Deux ou trois lignes d’un classement ne forment parfois qu’une expression, ou une habitude de langage. Et ici ?
#
# ## Partout, ou à un seul endroit ?
#
# Un mot dit cinq fois dans une seule réponse n’est pas un mot dit dans cinq réponses. Prenons le premier mot de notre tableau : quelle part du texte chaque tour de parole contient-il, et quelle part du mot ? La moitié de la somme des écarts est DP, la mesure de [dispersion](glossary.ipynb#dispersion) de Gries. Près de 0, le mot est réparti comme le texte ; près de 1, il est concentré.
#
# `dispersion` fait ensuite de même pour tous les mots d’une fréquence d’au moins cinq : en dessous, la mesure ne dit pas grand-chose.

# %%
tokens = answers.assign(word=answers["text"].map(words)).explode("word")
word = table["word"][0]
part_of_text = tokens["turn"].value_counts(normalize=True, sort=False)
part_of_word = tokens.loc[tokens["word"] == word, "turn"].value_counts(normalize=True)
shares = pd.DataFrame({"text": part_of_text, word: part_of_word}).fillna(0).astype(float)
print(word, "DP", round((shares[word] - shares["text"]).abs().sum() / 2, 2))
shares.round(2)

# %%
from motamot import dispersion

spread = dispersion(tokens["word"].tolist(), tokens["turn"].tolist())
spread = spread[~spread["word"].isin(mild)].sort_values(["DP", "word"], ascending=[False, True])
spread[["word", "count", "parts", "DP"]].round(2).reset_index(drop=True)

# %% [markdown] lang="en"
# First one word across the turns, then all with at least five occurrences, the most bunched on top, our second list hidden; `parts` counts the turns that hold the word. Compare words of like count: a rare one cannot stand everywhere, and so looks bunched. Few rows, or none? The text is too short for this measure, and that is a result.
#
# *Frequent means important* is wrong twice: one question can make a word frequent, and what matters most may be said once.
#
# **Your turn.** The cell shows the lines of the same `word`, with the number of the turn (`text`). Put another in its place, between quotes, for instance the most bunched one.

# %% [markdown] lang="fr"
# D’abord un mot à travers les tours, puis tous ceux d’au moins cinq occurrences, les plus concentrés en haut, notre seconde liste étant masquée ; `parts` compte les tours où le mot se trouve. Comparez des mots de fréquences voisines : un mot rare ne peut être partout, et paraît donc concentré. Peu de lignes, ou aucune ? Le texte est trop court pour cette mesure, et c’est un résultat.
#
# *Fréquent, donc important* : doublement faux. Une seule question peut rendre un mot fréquent, et l’essentiel peut n’être dit qu’une fois.
#
# **À vous.** La cellule montre les lignes du même mot (`word`), avec le numéro du tour (`text`). Écrivez-en un autre à sa place, entre guillemets, par exemple le plus concentré.

# %%
my_word = word
concordance(answers.set_index("turn")["text"], my_word)

# %% [markdown] lang="en"
# ## More text: the shape of a ranking
#
# Some things show only in longer texts. The kit's statements are sheets about the strategies of retailers, in our wording of published facts, typeset with curly apostrophes: `normalize` comes first.
#
# [Zipf](glossary.ipynb#zipf's-law) saw that the second word of a long text occurs about half as often as the first, the tenth a tenth as often. If so, rank times count keeps its order of magnitude, and on two logarithmic axes, where each step multiplies by ten, the words come to lie on a falling line. Then the table of doubled ranks: which columns will move much, which little?

# %% [markdown] lang="fr"
# ## Plus de texte : l’allure d’un classement
#
# Certaines choses ne se voient que dans des textes plus longs. Le kit contient des fiches sur la stratégie de distributeurs, rédigées par nous à partir de faits publiés, avec des apostrophes courbes : `normalize` vient d’abord.
#
# [Zipf](glossary.ipynb#loi-de-zipf) a remarqué que, dans un long texte, le deuxième mot est environ deux fois moins fréquent que le premier, le dixième dix fois moins. Dans ce cas, le produit du rang par la fréquence garde le même ordre de grandeur, et sur deux axes logarithmiques, où chaque pas multiplie par dix, les mots se rangent sur une ligne qui descend. Ensuite, le tableau des rangs doublés : quelles colonnes bougeront beaucoup, lesquelles peu ?

# %%
from motamot import load_statements, normalize, plot_zipf, zipf

sheets = load_statements()["text"].map(normalize)
law = zipf(words(" ".join(sheets)))
once = (law["count"] == 1).sum()
print("tokens", law["count"].sum(), "types", len(law), "once", once)
ax = plot_zipf(law)
plt.show()
law[law["rank"].isin([2**step for step in range(12)])]

# %% [markdown] lang="en"
# Each point is a word. In these sheets the counts fall from hundreds to one, and from the third row on `rank_x_count` keeps its order of magnitude; at the very top it does not. We fit no slope: so few texts prove no law. Each step on the right is words of one count; the last holds those that occur `once`, more than half of the `types`. About these a count says nothing.
#
# ## Neighbors: chance or habit?
#
# A [collocate](glossary.ipynb#collocate) stands beside a word more often than their two counts let us expect. Two choices: every pair by surprise (`PMI`: 1, twice as often; 2, four times); or pairs seen at least five times, by weight of evidence ([G2](glossary.ipynb#g2)).

# %% [markdown] lang="fr"
# Chaque point est un mot. Dans ces fiches, les fréquences tombent de plusieurs centaines à 1, et dès la troisième ligne `rank_x_count` garde son ordre de grandeur ; tout en haut, non. Pas de pente ajustée : si peu de textes ne prouvent rien. Chaque marche, à droite, réunit des mots de même fréquence ; la dernière, ceux vus une fois (`once`), plus de la moitié des `types` : un comptage n’en dit rien.
#
# ## Voisins : hasard ou habitude ?
#
# Un [cooccurrent](glossary.ipynb#cooccurrent) accompagne un mot plus souvent que leurs fréquences ne le laissent attendre. Deux choix : toutes les paires, selon la surprise (`PMI` : 1, deux fois plus ; 2, quatre fois) ; ou les paires vues au moins cinq fois, selon le poids des preuves ([G2](glossary.ipynb#g2)).

# %%
from motamot import collocations

parts = [words(part) for part in sheets]
every, firm = collocations(parts, minimum=1), collocations(parts, minimum=5)
firm = firm[~firm["word"].isin(stop) | ~firm["collocate"].isin(stop)]
every = every.sort_values("PMI", ascending=False, kind="stable")
pair = ["word", "collocate", "count"]
left = every[[*pair, "PMI"]].head(8).reset_index(drop=True)
right = firm[[*pair, "G2"]].head(8).reset_index(drop=True)
pd.concat({"minimum=1": left, "minimum=5": right}, axis=1).round(1)

# %%
best = " ".join(firm.iloc[0, :2]) if len(firm) else leader
concordance(sheets.tolist(), best, window=6).head(6)

# %% [markdown] lang="en"
# On the left, by `PMI`, pairs seen once: two rare words that met one day always surprise. On the right, by `G2`, pairs that come back: a noun with the small word before it, a place or a year, a set phrase. Stop words were hidden after counting. Is the right side empty? Then no pair occurs five times, and these texts are too short for it.
#
# Then the lines of the first pair on the right, each with the number of its paragraph. A finding begins "In these sheets …": they are our wording, not the companies'.
#
# ## Check yourself
#
# **1. A word has a count of twelve. Is that a lot?**
#
# <details><summary>Yes, more than ten</summary>In a text of a hundred words, yes; in a novel, no. A count without its total cannot be judged.</details>
# <details><summary>Nobody can tell yet</summary>Right: ask for the total, or for the rate per 1,000 words.</details>
#
# **2. Stop words mean nothing.**
#
# <details><summary>True</summary>Take <em>pas</em> out of <em>nous ne baissons pas les prix</em> and read again.</details>
# <details><summary>False</summary>Right: <em>nous</em> tells who speaks, <em>pas</em> reverses the sense.</details>
#
# **3. The intervals of two words overlap widely. So …**
#
# <details><summary>they are equally frequent</summary>No: not being able to tell is not the same as being equal.</details>
# <details><summary>this text does not settle which one leads</summary>Right. And with bursts reckoned in, the intervals would be wider still.</details>
#
# **4. The biggest word of the cloud is …**
#
# <details><summary>the main idea of the text</summary>Frequent is not important, and an idea may be spread over many words.</details>
# <details><summary>the most frequent form that the stop list spared</summary>Right. Now read its lines.</details>

# %% [markdown] lang="fr"
# À gauche, selon `PMI`, des paires vues une fois : deux mots rares qui se rencontrent un jour surprennent toujours. À droite, selon `G2`, des paires qui reviennent : un nom et le petit mot qui le précède, un lieu ou une année, une expression figée. Les mots vides ont été masqués après le comptage. La droite est vide ? Alors aucune paire ne revient cinq fois, et ces textes sont trop courts pour cela.
#
# Ensuite les lignes de la première paire à droite, chacune avec le numéro de son paragraphe. Un constat commence par « Dans ces fiches … » : la rédaction est la nôtre, non celle des entreprises.
#
# ## Faites le point
#
# **1. Un mot a une fréquence de douze. Est-ce beaucoup ?**
#
# <details><summary>Oui, plus de dix</summary>Dans un texte de cent mots, oui ; dans un roman, non. Une fréquence sans son total ne se juge pas.</details>
# <details><summary>On ne peut pas encore le dire</summary>En effet : demandez le total, ou la fréquence relative pour 1 000 mots.</details>
#
# **2. Les mots vides ne veulent rien dire.**
#
# <details><summary>Vrai</summary>Retirez <em>pas</em> de <em>nous ne baissons pas les prix</em>, et relisez.</details>
# <details><summary>Faux</summary>En effet : <em>nous</em> dit qui parle, <em>pas</em> renverse le sens.</details>
#
# **3. Les intervalles de deux mots se chevauchent largement. Donc …**
#
# <details><summary>ils sont aussi fréquents l’un que l’autre</summary>Non : ne pas pouvoir trancher n’est pas être égal.</details>
# <details><summary>ce texte ne permet pas de dire lequel est en tête</summary>En effet. Et si l’on tenait compte des rafales, les intervalles seraient encore plus larges.</details>
#
# **4. Le plus grand mot du nuage est …**
#
# <details><summary>l’idée principale du texte</summary>Fréquent ne veut pas dire important, et une idée peut se dire par bien des mots.</details>
# <details><summary>la forme la plus fréquente que la liste a épargnée</summary>En effet. Lisez maintenant ses lignes.</details>

# %% [markdown] lang="en"
# ## To keep
#
# - **O1** A count is read with its total and its rate; the interval tells where the rate would plausibly lie if the same kind of text went on.
# - **O2** Two stop lists gave two rankings, a dictionary a third: count all words first, hide afterwards, say what you chose.
# - **O3** Bars show order, value and interval; a cloud hides order, misleads by area, and its colors mean nothing.
# - **O4** After each table, the lines: concordance, repeated segments, collocates; DP tells a word said everywhere from one said in one place.

# %% [markdown] lang="fr"
# ## À retenir
#
# - **O1** Une fréquence se lit avec son total et sa fréquence relative ; l’intervalle dit où celle-ci se trouverait vraisemblablement si le même genre de texte continuait.
# - **O2** Deux listes ont donné deux classements, un dictionnaire un troisième : comptez d’abord tous les mots, masquez ensuite, dites ce que vous avez choisi.
# - **O3** Les barres montrent l’ordre, la valeur et l’intervalle ; un nuage cache l’ordre, trompe par la surface, et ses couleurs ne disent rien.
# - **O4** Après chaque tableau, les lignes : concordance, segments répétés, cooccurrents ; DP distingue un mot dit partout d’un mot dit à un seul endroit.

# %% [markdown] lang="en"
# ## Limits, and your own text
#
# **Limits.** In a short text most words occur once. Forms are not ideas: no ranking shows what is said in many different words; lesson [02](02_themes.ipynb) counts themes instead.
#
# **Transfer.** Take a newspaper article you know well. Write down its three main words, then count. Explain one difference with a line of the text.
#
# **Source and licence.** Interview and statements: the kit's own wording of published facts, CC BY 4.0, data sheets in `data/`. The stop list: `data/stopwords/README.md`. Your own text: [the end of lesson 00](00_start.ipynb); first remove names, addresses and telephone numbers of people who have not agreed.

# %% [markdown] lang="fr"
# ## Les limites, et votre propre texte
#
# **Limites.** Dans un texte court, la plupart des mots n’ont qu’une occurrence. Une forme n’est pas une idée : ce qui se dit en des mots divers, aucun classement ne le montre ; la leçon [02](02_themes.ipynb) compte des thèmes.
#
# **Transfert.** Prenez un article de presse que vous connaissez bien. Notez ses trois mots principaux, puis comptez. Expliquez un écart par une ligne du texte.
#
# **Source et licence.** Entretien et fiches : faits publiés, rédaction propre au kit, CC BY 4.0, documentés dans `data/`. Mots vides : `data/stopwords/LISEZMOI.md`. Votre propre texte : [la fin de la leçon 00](00_start.ipynb) ; retirez-en d’abord les noms, adresses et numéros de téléphone des personnes qui n’ont pas donné leur accord.
