# %% [markdown] lang="en"
# # 04a Two texts: what differs, and what chance alone gives
#
# **Our question.** Carrefour announced one plan in 2021 and another in 2022: do our two sheets about them differ by more than chance alone would give?
#
# After this lesson you can
#
# - **O1** compare two texts of unequal length by their rates, with intervals and on one scale;
# - **O2** compute G2 for one word, and explain a keyness table: how sure, how much;
# - **O3** estimate what chance alone gives by shuffling paragraphs, and report an empty list;
# - **O4** write a findings sentence with word, rates, evidence and limits.
#
# | minutes | you need | next |
# |---|---|---|
# | 80 | [01, cleaning](01_cleaning.ipynb) and [02, themes](02_themes.ipynb) | the exercises of this lesson |
#
# ## Whose words?
#
# These sheets were written by us, to a plan that gives each theme more or less room. So we can ask whether our tools recover the plan. They say nothing about the companies' own words: findings begin "In these sheets …", and figures carry the same note.
#
# Each is printed as it stands, with its number of words; we count in a normalized copy, as lesson 01 makes it. Read both to the end: allow ten minutes, which no table replaces.

# %% [markdown] lang="fr"
# # 04a Deux textes : ce qui diffère, et ce que donne le hasard
#
# **Notre question.** Carrefour a annoncé un plan en 2021 et un autre en 2022 : nos deux fiches à leur sujet diffèrent-elles plus que le hasard seul ne le voudrait ?
#
# Après cette leçon, vous saurez
#
# - **O1** comparer deux textes de longueurs inégales par leurs fréquences relatives, avec des intervalles et sur une même échelle ;
# - **O2** calculer le G2 d’un mot, et expliquer un tableau de contraste lexical : quel degré de certitude, quelle ampleur ;
# - **O3** estimer ce que donne le hasard seul en mélangeant les paragraphes, et présenter une liste vide ;
# - **O4** rédiger une phrase de résultat avec le mot, les fréquences relatives, la preuve et les limites.
#
# | minutes | prérequis | suite |
# |---|---|---|
# | 80 | [01, nettoyer](01_cleaning.ipynb) et [02, les thèmes](02_themes.ipynb) | les exercices de cette leçon |
#
# ## De qui sont ces mots ?
#
# Nous avons rédigé ces fiches nous-mêmes, selon un plan qui accorde à chaque thème plus ou moins de place. La question est donc : nos outils retrouvent-ils ce plan ? Elles ne disent rien des mots des entreprises : tout résultat commence par « Dans ces fiches … », et les figures portent la même mention.
#
# Chacune s’affiche telle quelle, avec son nombre de mots ; nous comptons dans une copie normalisée, comme à la leçon 01. Lisez-les jusqu’au bout : comptez dix minutes, qu’aucun tableau ne remplace.

# %%
from textwrap import fill

from motamot import load_statements, normalize, two_texts, words

statements = load_statements()
printed = statements["text"]
statements["text"] = printed.map(normalize)
names = statements["company"] + " " + statements["year"].astype(str)
pair = two_texts(names, ["Carrefour 2021", "Carrefour 2022"])
paragraphs = {name: statements.loc[names == name, "text"].tolist() for name in pair}
texts = {name: " ".join(parts) for name, parts in paragraphs.items()}
for name in pair:
    print(name.upper(), len(words(texts[name])), end="\n\n")
    print("\n\n".join(fill(part, 90) for part in printed[names == name]), end="\n\n\n")

# %% [markdown] lang="en"
# With statements of your own in use, the first two of them stand here; a single one stands beside a sheet of the kit. What did you read? Name the theme that each text dwells on most, in a word or two, before the [lexicon](glossary.ipynb#lexicon) of lesson 02 counts the ten themes it knows.

# %% [markdown] lang="fr"
# Si vos propres textes sont utilisés, les deux premiers figurent ici ; un texte seul figure à côté d’une fiche du kit. Qu’avez-vous lu ? Nommez en un mot ou deux le thème sur lequel chaque texte insiste le plus, avant que le [lexique](glossary.ipynb#lexique-thématique) de la leçon 02 ne compte les dix thèmes qu’il connaît.

# %%
prediction = ...

# %%
from motamot import count_themes, data_of, load_lexicon, plot_comparison, statement_note

themes = count_themes(texts, load_lexicon())
ax = plot_comparison(themes, note=statement_note())
data_of(ax).head(6).round(1)

# %% [markdown] lang="en"
# Did it find the two themes that you named? Each bar, like each row of the table, is a [rate per 1,000](glossary.ipynb#rate-per-1,000) words, with the [count](glossary.ipynb#count) in brackets; both texts share one scale.
#
# The thin lines are [confidence intervals](glossary.ipynb#confidence-interval), `low` to `high`: if the same kind of text went on, its rate would plausibly lie there. They assume that [tokens](glossary.ipynb#token) fall independently. Words come in bursts, so the lines are too short; and two lines that overlap do not make two rates equal.
#
# ## Why rates?
#
# Two invented notices, one long, one short. Which one speaks more of prices? Decide by eye, then count *prix*.

# %% [markdown] lang="fr"
# A-t-on retrouvé les deux thèmes que vous aviez nommés ? Chaque barre, comme chaque ligne du tableau, est une [fréquence relative](glossary.ipynb#fréquence-relative) pour 1 000 mots, avec la [fréquence](glossary.ipynb#fréquence) entre parenthèses ; les deux textes partagent une même échelle.
#
# Les traits fins sont des [intervalles de confiance](glossary.ipynb#intervalle-de-confiance), de `low` à `high` : si le même genre de texte continuait, sa fréquence relative se situerait vraisemblablement là. Ils supposent des [occurrences](glossary.ipynb#occurrence) indépendantes. Or les mots viennent par rafales : les traits sont trop courts. Et deux traits qui se chevauchent ne rendent pas deux valeurs égales.
#
# ## Pourquoi des fréquences relatives ?
#
# Deux annonces inventées, l’une longue, l’autre brève. Laquelle parle le plus de prix ? Décidez à l’œil, puis comptez *prix*.

# %%
filler = "Le groupe ouvre des magasins et livre ses clients chez eux. " * 6
notices = [f"Le prix baisse. {filler}Le prix compte, le prix décide.", "Le prix baisse, le prix remonte."]
[words(notice).count("prix") for notice in notices]

# %% [markdown] lang="en"
# By raw counts the long notice wins. But it had far more room. Divide by the length, by hand and with `rate`; then the same for real texts: *magasins* in the first sheet, and in all the other sheets together.

# %% [markdown] lang="fr"
# À s’en tenir aux fréquences, l’annonce longue l’emporte. Mais elle avait bien plus de place. Divisons par la longueur, à la main puis avec `rate` ; ensuite, de même sur de vrais textes : *magasins* dans la première fiche, et dans toutes les autres réunies.

# %%
from motamot import rate

for notice in notices:
    print(round(1000 * words(notice).count("prix") / len(words(notice)), 1))
word = "magasins"
for part in (texts[pair[0]], " ".join(statements.loc[names != pair[0], "text"])):
    print(rate(words(part).count(word), len(words(part))))

# %% [markdown] lang="en"
# The order turns round in the notices; in the kit's sheets, too. The count says how much a rate rests on, so write both.
#
# **Your turn.** Put another word in place of *magasins*. Does its order turn round as well?
#
# ## One word by hand: G2
#
# Suppose that both texts used a word at one and the same rate. How often would each then have it? These are the *expected* counts. [G2](glossary.ipynb#g2) adds up how far the observed ones lie from them. Round numbers first: 12 in a text of 600 words, 2 in one of 400.

# %% [markdown] lang="fr"
# L’ordre s’inverse pour les annonces ; pour les fiches du kit aussi. La fréquence dit sur quoi repose une fréquence relative : écrivez donc les deux.
#
# **À vous.** Mettez un autre mot à la place de *magasins*. L’ordre s’inverse-t-il aussi ?
#
# ## Un mot, à la main : le G2
#
# Supposons que les deux textes emploient un mot avec la même fréquence relative. Combien de fois chacun l’aurait-il alors ? Ce sont les fréquences *attendues*. Le [G2](glossary.ipynb#g2) totalise l’écart entre elles et celles que l’on observe. D’abord des nombres ronds : 12 dans un texte de 600 mots, 2 dans un texte de 400.

# %%
from math import log, log2

a, n_a, b, n_b = 12, 600, 2, 400
share = (a + b) / (n_a + n_b)
observed = [a, n_a - a, b, n_b - b]
expected = [n_a * share, n_a * (1 - share), n_b * share, n_b * (1 - share)]
print([round(count, 1) for count in expected])
round(2 * sum(o * log(o / e) for o, e in zip(observed, expected, strict=True)), 2)

# %% [markdown] lang="en"
# Four expected counts: the word in the first text, all its other words, then the same for the second; below them G2. The usual slip leaves the other words out. A G2 of 0 means that both texts use the word at the same rate.
#
# G2 is not the size of a difference. Keep the rates and make the texts ten times longer: which of the two numbers will change, G2 or the [log ratio](glossary.ipynb#log-ratio) (1 if the first rate is twice the second, 2 if four times)?

# %% [markdown] lang="fr"
# Quatre fréquences attendues : le mot dans le premier texte, tous ses autres mots, puis de même pour le second ; dessous, le G2. L’oubli classique est celui des autres mots. Un G2 de 0 signifie que le mot a dans les deux textes la même fréquence relative.
#
# Le G2 n’est pas la taille d’un écart. Gardez les fréquences relatives et rendez les textes dix fois plus longs : lequel des deux nombres va changer, le G2 ou le [log-rapport](glossary.ipynb#log-rapport) (1 si la première vaut deux fois la seconde, 2 si quatre fois) ?

# %%
for times in (1, 10):
    G2 = 2 * sum(times * o * log(o / e) for o, e in zip(observed, expected, strict=True))
    ratio = (times * a) / (times * n_a) / ((times * b) / (times * n_b))
    print(times, round(G2, 1), round(log2(ratio), 1))

# %% [markdown] lang="en"
# G2 is ten times larger, the log ratio has not moved. G2 answers *how sure* (how strong the evidence against equal rates is), the log ratio *how much*: above 0 the first text uses the word more, 1 means twice as much, −1 half as much. A report needs both.
#
# ## All words at once: keyness
#
# [Keyness](glossary.ipynb#keyness) does the same for every word of two texts. We hand over lists of words, one for each paragraph: soon you will see why. `target` is the first text, `reference` the second.

# %% [markdown] lang="fr"
# Le G2 est dix fois plus grand, le log-rapport n’a pas bougé. Le G2 répond à *quel degré de certitude* (quelle force ont les indices contre l’égalité des fréquences relatives), le log-rapport à *quelle ampleur* : au-dessus de 0, le premier texte emploie davantage le mot ; 1, deux fois plus ; −1, deux fois moins. Un compte rendu demande les deux.
#
# ## Tous les mots à la fois : le contraste lexical
#
# Le [contraste lexical](glossary.ipynb#contraste-lexical) fait de même pour chaque mot de deux textes. Donnons des listes de mots, une par paragraphe : vous verrez bientôt pourquoi. `target` désigne le premier texte, `reference` le second.

# %%
from motamot import keyness

first, second = ([words(text) for text in paragraphs[name]] for name in pair)
table = keyness(first, second)
table[["word", "target", "reference", "G2", "log_ratio"]].head(8).round(2)

# %% [markdown] lang="en"
# The largest G2 comes first, with both counts; where one of them is 0, `log_ratio` takes one half instead, otherwise it could not be computed. In these sheets the first word is a year: the sheet of 2021 dates what it tells. Sure does not mean important.
#
# ## Two choices that change the ranking
#
# First choice: hide [stop words](glossary.ipynb#stop-words) and numbers, after counting. Which of the eight words above will go?

# %% [markdown] lang="fr"
# Le plus grand G2 vient en tête, avec les deux fréquences ; si l’une d’elles est nulle, `log_ratio` prend une demi-occurrence à la place, faute de quoi il ne se calculerait pas. Dans ces fiches, le premier mot est une année : la fiche de 2021 date ce qu’elle raconte. Sûr ne veut pas dire important.
#
# ## Deux choix qui changent le classement
#
# Premier choix : masquer, après le comptage, les [mots vides](glossary.ipynb#mots-vides) et les nombres. Lesquels des huit mots ci-dessus vont disparaître ?

# %%
import pandas as pd

from motamot import stop_words

hidden = table["word"].isin(stop_words(keep=())) | table["word"].str.contains(r"\d")
content = table[~hidden].reset_index(drop=True)
pd.DataFrame({"all": table["word"].head(8), "content": content["word"].head(8)})

# %% [markdown] lang="en"
# Pronouns and prepositions show style, content words show subjects: which ranking you need depends on your question. In these sheets the right column lives on words that occur two or three times.
#
# Second choice: the reference. Compare the first text with the second, then with all other texts together, and look at the words it uses more.

# %% [markdown] lang="fr"
# Pronoms et prépositions montrent un style, les mots pleins des sujets : le classement qu’il vous faut dépend de votre question. Dans ces fiches, la colonne de droite vit de mots qui ont deux ou trois occurrences.
#
# Second choix : la référence. Comparons le premier texte au second, puis à tous les autres réunis, et regardons les mots qu’il emploie davantage.

# %%
others = [words(text) for text in statements.loc[names != pair[0], "text"]]
wide = keyness(first, others)
wide = wide[~wide["word"].isin(stop_words(keep=())) & ~wide["word"].str.contains(r"\d")]
both = {"second": content, "all others": wide}
more = {name: part[part["log_ratio"] > 0]["word"].head(8) for name, part in both.items()}
pd.DataFrame({name: column.reset_index(drop=True) for name, column in more.items()})

# %% [markdown] lang="en"
# One text, two portraits. Against the others of its kind a company's own name comes up; against its other sheet it cannot. There is no keyness of a text, only of a text against a reference. With two texts in use, both columns are the same.
#
# ## What chance alone gives
#
# `p`, the [p-value](glossary.ipynb#p-value), says how often chance alone, drawing tokens one by one, would give at least so large a G2, for one word chosen beforehand; below 0.05, custom calls the difference [statistically significant](glossary.ipynb#statistically-significant). How many words pass here? And how many would, if we dealt the paragraphs like cards, so that there is nothing to find? Write both guesses as a list.

# %% [markdown] lang="fr"
# Un texte, deux portraits. Face aux textes de même nature, le nom de l’entreprise ressort ; face à son autre fiche, il ne le peut pas. Un contraste lexical n’existe que face à une référence. Avec deux textes en tout, les colonnes sont les mêmes.
#
# ## Ce que donne le hasard seul
#
# `p`, la [valeur p](glossary.ipynb#valeur-p), est la part des tirages, occurrence par occurrence, où le hasard seul donnerait un G2 au moins aussi grand, pour un mot choisi d’avance ; au-dessous de 0,05, l’usage dit l’écart [statistiquement significatif](glossary.ipynb#statistiquement-significatif). Combien de mots passent ici ? Et combien, si l’on distribuait les paragraphes comme des cartes, sans rien à trouver ? Écrivez vos deux prévisions dans une liste.

# %%
prediction = ...

# %%
from random import Random

print((table["p"] < 0.05).sum())
cards, dealer = first + second, Random(1)
for _ in range(6):
    dealer.shuffle(cards)
    dealt = keyness(cards[: len(first)], cards[len(first) :])
    print((dealt["p"] < 0.05).sum(), dealt["word"][0], round(dealt["G2"][0], 1))

# %% [markdown] lang="en"
# First our number; below it six deals, each with the number of words that pass, the leading word and its G2. Chance, too, makes leaders. The reason is the sheer number of words: with [multiple comparisons](glossary.ipynb#multiple-comparisons) some pass by luck. In these sheets fewer than one in twenty do, because a word with one or two occurrences cannot pass.
#
# This is [resampling](glossary.ipynb#resampling). `keyness_by_chance` deals a thousand times; `seed` starts its chance, so that you get the same result. We read the middle deal and the two ends between which nine deals in ten lie.

# %% [markdown] lang="fr"
# D’abord notre nombre ; dessous, six donnes, chacune avec le nombre de mots qui passent, le mot de tête et son G2. Le hasard aussi fabrique des mots de tête. La raison en est le nombre même des mots : à force de [comparaisons multiples](glossary.ipynb#comparaisons-multiples), certains passent par hasard. Dans ces fiches, c’est moins d’un sur vingt, car un mot d’une ou deux occurrences ne peut pas passer.
#
# C’est un [rééchantillonnage](glossary.ipynb#rééchantillonnage). `keyness_by_chance` distribue mille fois ; `seed`, la graine, fixe le départ du hasard, pour que vous obteniez le même résultat. Lisons la donne du milieu, et les deux bornes entre lesquelles se trouvent neuf donnes sur dix.

# %%
from motamot import keyness_by_chance

chance = keyness_by_chance(first, second, resamples=1000, seed=1)
print(table["G2"][0].round(1), (table["p"] < 0.05).sum())
chance.quantile([0.05, 0.5, 0.95]).round(1)

# %% [markdown] lang="en"
# Our largest G2 and our number of passing words stand above, those of the shuffled texts below. In these sheets, shuffled paragraphs let more words pass than the real texts did.
#
# Two readings of p are wrong. It is not *the chance that I am wrong*: it is computed as if there were nothing to find, and cannot weigh whether there is. And it was meant for one word chosen beforehand, not for the best of hundreds.
#
# A fair question about the best: in how many deals is the *largest* G2 of all words at least as large as this one? `p_largest` is that share. How many words will have less than 0.05?

# %% [markdown] lang="fr"
# En haut, notre plus grand G2 et notre nombre de mots qui passent ; dessous, ceux des textes mélangés. Dans ces fiches, le mélange laisse passer plus de mots que les vrais textes.
#
# Deux lectures de p sont fausses. Ce n’est pas *la probabilité que je me trompe* : on le calcule comme s’il n’y avait rien à trouver, et il ne peut dire s’il y a quelque chose. Et il valait pour un mot choisi d’avance, non pour le meilleur de plusieurs centaines.
#
# Voici, pour le meilleur, une question équitable : dans quelle part des donnes le *plus grand* G2 de tous les mots atteint-il celui-ci ? C’est `p_largest`. Combien de mots auront moins de 0,05 ?

# %%
tested = keyness(first, second, resamples=1000, seed=1)
survivors = tested.loc[tested["p_largest"] < 0.05, "word"].tolist()
print(len(tested), survivors)
tested[["word", "target", "reference", "p", "p_adjusted", "p_largest"]].head(5).round(3)

# %% [markdown] lang="en"
# The number of words tested, the list of those that pass, the first rows. In these sheets the list is empty, and **an empty list is a right answer**: no single word sets the two apart by more than chance does. `p_adjusted`, adjusted for the number of words, agrees; rows may share one value. And for small counts p is too generous: in these sheets *deux*, 0 and 3, passes, though three coins all fall on one side once in four.
#
# Empty does not mean equal. Could this test find anything at all? We plant a word that neither text has, *soldes*, in every paragraph of the first: once, then twice.

# %% [markdown] lang="fr"
# Le nombre de mots, la liste de ceux qui passent, les premières lignes. Dans ces fiches, elle est vide, et **une liste vide est une réponse juste** : aucun mot à lui seul ne sépare les deux textes plus que le hasard. `p_adjusted`, ajusté au nombre de mots, le confirme ; des lignes peuvent avoir la même valeur. Et aux petites fréquences, p est trop indulgent : dans ces fiches, *deux*, 0 et 3, passe, alors que trois pièces tombent une fois sur quatre du même côté.
#
# Vide ne veut pas dire égal. Ce test peut-il trouver quelque chose ? Glissons un mot étranger aux deux textes, *soldes*, dans chaque paragraphe du premier : une fois, puis deux.

# %%
for times in (1, 2):
    planted = [paragraph + ["soldes"] * times for paragraph in first]
    row = keyness(planted, second, resamples=1000, seed=1).query("word == 'soldes'").iloc[0]
    print(rate(row["target"], sum(map(len, planted))), f"{row['p']:.6f} {row['p_largest']:.3f}")

# %% [markdown] lang="en"
# Each line: the rate of *soldes*, its p, its `p_largest`. In these sheets, once a paragraph and never in the other text is not enough; twice is. The tool works, but two texts this short can only show very large differences.
#
# ## And the themes?
#
# The plan knows four levels: absent, mentioned, developed, dominant. Take neighbors, developed against mentioned. `developed` and `mentioned` hold invented hits of one theme, eight paragraphs each. In how many ways can sixteen paragraphs be dealt into two hands of eight, and what share of them gives so large a gap? Guess the share before you run the cell.

# %% [markdown] lang="fr"
# Chaque ligne : la fréquence relative de *soldes*, son p, son `p_largest`. Dans ces fiches, une fois par paragraphe et jamais dans l’autre texte ne suffit pas ; deux fois, si. L’outil fonctionne, mais deux textes si brefs ne peuvent montrer que de très grands écarts.
#
# ## Et les thèmes ?
#
# Le plan connaît quatre niveaux : absent, évoqué, développé, dominant. Prenons deux voisins, développé contre évoqué. `developed` et `mentioned` contiennent les occurrences, inventées, d’un thème dans huit paragraphes chacun. De combien de façons peut-on distribuer seize paragraphes en deux mains de huit, et quelle part d’entre elles donne un écart aussi grand ? Devinez cette part avant d’exécuter la cellule.

# %%
from itertools import combinations

developed, mentioned = [1, 0, 2, 1, 0, 1, 1, 0], [0, 1, 0, 0, 0, 1, 0, 0]
gap, total = sum(developed) - sum(mentioned), sum(developed + mentioned)
hands = [sum(hand) for hand in combinations(developed + mentioned, 8)]
print(len(hands), gap)
round(sum(abs(hand - (total - hand)) >= gap for hand in hands) / len(hands), 2)

# %% [markdown] lang="en"
# The number of hands and our gap, then the share of hands with such a gap. Plainly: **with eight paragraphs against eight, a contrast of one level like this one cannot be told from chance**, and looking at ten themes at once makes it harder still.
#
# Now the real themes. We write each hit as its theme and every other word as a dash, so that `keyness` treats a theme like a word.

# %% [markdown] lang="fr"
# Le nombre de mains et notre écart, puis la part des mains où l’écart est aussi grand. Disons-le nettement : **avec huit paragraphes contre huit, un contraste d’un seul niveau comme celui-ci ne se distingue pas du hasard**, et regarder dix thèmes à la fois complique encore les choses.
#
# Passons aux vrais thèmes. Écrivons chaque occurrence comme son thème, et tout autre mot comme un tiret : `keyness` traite alors un thème comme un mot.


# %%
def themed(text):
    found = count_themes(text, load_lexicon())
    hits = found["theme"].repeat(found["count"]).tolist()
    return hits + ["-"] * (len(words(text)) - len(hits))


sides = [[themed(text) for text in paragraphs[name]] for name in pair]
by_theme = keyness(*sides, resamples=1000, seed=1)
by_theme = by_theme[by_theme["word"] != "-"].reset_index(drop=True)
by_theme[["word", "target", "reference", "log_ratio", "p", "p_adjusted", "p_largest"]].head(6).round(3)

# %% [markdown] lang="en"
# Compare `p`, `p_adjusted` and `p_largest` in the first rows. Hits of a theme crowd into few paragraphs; the first two take each hit for an independent one, while shuffling whole paragraphs keeps the crowds together.
#
# So much for the best of ten themes, found by looking. You named two before the count, but after reading, and to read is to look. Suppose somebody had named prices *before opening the sheets*, say from the news: then one theme is tested, not ten. (With two named, two: each gets half the limit.) We turn every other theme into a dash as well, and shuffle again. Will `p_largest` be smaller?

# %% [markdown] lang="fr"
# Comparez `p`, `p_adjusted` et `p_largest` aux premières lignes. Les occurrences d’un thème se pressent dans quelques paragraphes ; les deux premiers les croient indépendantes, le mélange de paragraphes entiers les laisse groupées.
#
# Voilà pour le meilleur des dix thèmes, trouvé en regardant. Vous en aviez nommé deux avant le comptage, mais après la lecture, et lire, c’est déjà regarder. Supposons que quelqu’un ait nommé les prix *avant d’ouvrir les fiches*, d’après l’actualité : on éprouve alors un thème, et non dix. (Avec deux thèmes nommés, deux : à chacun la moitié du seuil.) Changeons aussi tout autre thème en tiret, et mélangeons de nouveau. `p_largest` sera-t-il plus petit ?

# %%
alone = [[[word if word == "price" else "-" for word in part] for part in side] for side in sides]
shuffled = keyness(*alone, resamples=1000, seed=1).query("word == 'price'")
shuffled[["word", "target", "reference", "p", "p_largest"]].round(3)

# %% [markdown] lang="en"
# In these sheets `price` passes if it was named before reading, and fails as the best of ten: same counts, another question. Write yours down before you open a text.
#
# The plan of the two Carrefour sheets:
#
# | theme | 2021 | 2022 |
# |---|---|---|
# | `data` | dominant | mentioned |
# | `price` | absent | dominant |
# | `sustainability` | mentioned | dominant |
# | `jobs` | developed | mentioned |
#
# In these sheets the rates follow the plan: the tool recovers it. The differences exist, we wrote them; yet on so little text not even the largest of ten can be told from chance. **Not significant does not mean equal.**
#
# ## Back to the text
#
# Where to read: the leading theme, the lines of the first word, then those of *numéri\**.

# %% [markdown] lang="fr"
# Dans ces fiches, `price` passe s’il est nommé avant lecture, et échoue comme meilleur des dix : mêmes fréquences, autre question. Écrivez la vôtre avant d’ouvrir un texte.
#
# Le plan des deux fiches Carrefour :
#
# | thème | 2021 | 2022 |
# |---|---|---|
# | `data`, le numérique | dominant | évoqué |
# | `price`, les prix | absent | dominant |
# | `sustainability`, l’écologie | évoqué | dominant |
# | `jobs`, l’emploi | développé | évoqué |
#
# Dans ces fiches, les fréquences relatives suivent le plan : l’outil le retrouve. Ces écarts existent, nous les avons écrits ; sur si peu de texte, même le plus grand des dix ne se distingue pas du hasard. **Non significatif ne veut pas dire égal.**
#
# ## Retour au texte
#
# Où lire : le thème de tête, les lignes du premier mot, puis celles de *numéri\**.

# %%
from motamot import concordance

leading = themes[themes["theme"].isin(by_theme["word"].head(1))]
print(dict(zip(leading["text"], leading["hits"], strict=True)))
pd.concat([concordance(texts, pattern, window=6) for pattern in (table["word"][0], "numéri*")])

# %% [markdown] lang="en"
# Above, the words behind the leading theme; below, a [concordance](glossary.ipynb#concordance). In these sheets the leading word is nothing but dates, while the lines of *numéri\** name the subject of a plan. With your own texts, put a word of yours there.
#
# ## One sentence
#
# A finding is written like this:
#
# > In these sheets, *W* occurs … in … words (… per 1,000) in the first and … in … in the second: « … ». In … of 100 shuffles chance gives as large a contrast; these two sheets alone do not exclude chance.
#
# The cell prints word, rates and, at the end, shuffles in a hundred. Write your sentence there, between `"` and `"`, the quotation in « … ».

# %% [markdown] lang="fr"
# En haut, les mots du thème de tête ; dessous, une [concordance](glossary.ipynb#concordance). Dans ces fiches, le mot de tête ne donne que des dates, alors que les lignes de *numéri\** nomment le sujet d’un plan. Avec vos textes, mettez-y un mot à vous.
#
# ## Une phrase
#
# Un résultat se présente ainsi :
#
# > Dans ces fiches, *M* se trouve … fois sur … mots (… pour 1 000) dans la première et … fois sur … dans la seconde : « … ». Dans … mélanges sur 100, le hasard donne un contraste aussi grand : ces deux fiches seules ne l’excluent pas.
#
# La cellule affiche mot, fréquences relatives et, à la fin, mélanges sur cent. Écrivez-y votre phrase, entre `"` et `"`, la citation dans « … ».

# %%
finding = ...
sums = tested[["target", "reference"]].sum()
for row in tested.head(3).itertuples():
    both = rate(row.target, sums["target"]), rate(row.reference, sums["reference"])
    print(row.word, *both, round(100 * row.p_largest), sep=" | ")

# %% [markdown] lang="en"
# ## Check yourself
#
# **1. A word has p = 0.03. So the chance that I am wrong is 3%.**
#
# <details><summary>True</summary>No: p is computed as if there were nothing to find.</details>
# <details><summary>False</summary>Right. And for the best of hundreds, ask <code>p_largest</code>.</details>
#
# **2. No word passes. So the two texts are alike.**
#
# <details><summary>True</summary>Think of <em>soldes</em>: short texts hide large differences.</details>
# <details><summary>False</summary>Right: these texts do not let us tell. That is worth writing.</details>
#
# **3. The word with the largest G2 is the most important.**
#
# <details><summary>True</summary>Read its lines: a date, a name, a habit of style?</details>
# <details><summary>False</summary>Right. G2 says how sure, the log ratio how much.</details>

# %% [markdown] lang="fr"
# ## Faites le point
#
# **1. Un mot a p = 0,03. La probabilité que je me trompe est donc de 3 %.**
#
# <details><summary>Vrai</summary>Non : p suppose qu’il n’y a rien à trouver.</details>
# <details><summary>Faux</summary>En effet. Et pour le meilleur de plusieurs centaines, voyez <code>p_largest</code>.</details>
#
# **2. Aucun mot ne passe. Les deux textes se ressemblent donc.**
#
# <details><summary>Vrai</summary>Pensez à <em>soldes</em> : des textes brefs cachent de grands écarts.</details>
# <details><summary>Faux</summary>En effet : ces textes ne tranchent pas. Cela mérite d’être écrit.</details>
#
# **3. Le mot au plus grand G2 est le plus important.**
#
# <details><summary>Vrai</summary>Lisez ses lignes : une date, un nom, un tic de style ?</details>
# <details><summary>Faux</summary>En effet. Le G2 dit le degré de certitude, le log-rapport l’ampleur.</details>

# %% [markdown] lang="en"
# ## To keep
#
# - **O1** Rates on one scale, counts beside them; overlap is not equality.
# - **O2** G2 weighs observed against expected counts: how strong the evidence. The log ratio: how much. Both depend on the reference.
# - **O3** Shuffled paragraphs show what chance makes; `p_largest` is for the best of all; what was named before reading is tested alone; an empty list is a result.
# - **O4** A finding: a word, two rates, a line, what chance gives.
#
# **Limits.** Two texts stand for no company; so short, they show very large differences only.
#
# **Transfer.** Take two film reviews of unlike length and one word. Write counts, rates, and what you must know before saying "more".
#
# **Source and licence.** Published facts, our wording, CC BY 4.0, data sheets in `data`. Your own texts: a folder of files such as `Decathlon_2022.txt`, then `motamot use-text --statements` with its name. Remove names and addresses of people who have not agreed.

# %% [markdown] lang="fr"
# ## À retenir
#
# - **O1** Des fréquences relatives sur une échelle, fréquences à l’appui ; un chevauchement n’est pas une égalité.
# - **O2** Le G2 confronte l’observé à l’attendu : la force des indices. Le log-rapport : l’ampleur. Tout dépend de la référence.
# - **O3** Mélanger les paragraphes montre le hasard ; `p_largest` vaut pour le meilleur ; ce qui est nommé avant lecture s’éprouve seul ; une liste vide est un résultat.
# - **O4** Un résultat : un mot, deux fréquences relatives, une ligne, ce que donne le hasard.
#
# **Limites.** Deux textes ne représentent aucune entreprise ; si brefs, ils ne montrent que de très grands écarts.
#
# **Transfert.** Prenez deux critiques de film de longueurs différentes et un mot. Écrivez les fréquences, les fréquences relatives, et ce qu’il faut savoir avant d’écrire « davantage ».
#
# **Source et licence.** Faits publiés, rédaction du kit, CC BY 4.0, fiches de données dans `data`. Vos textes : un dossier de fichiers comme `Decathlon_2022.txt`, puis `motamot use-text --statements` et son nom. Retirez-en noms et adresses des personnes qui n’ont pas donné leur accord.
