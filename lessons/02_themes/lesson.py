# %% [markdown] lang="en"
# # 02 Themes: from one word to a lexicon
#
# **Our question.** What does the management speak about, and how far can a list of words tell us?
#
# After this lesson you can
#
# - **O1** read a concordance, and write a rate by a stated rule;
# - **O2** build a lexicon and test its entries;
# - **O3** compare questions and answers by paragraphs touched;
# - **O4** measure how far a lexicon agrees with a coding, and what one changed entry does.
#
# | minutes | you need | next |
# |---|---|---|
# | 100 | [01, cleaning](01_cleaning.ipynb) | the exercises |
#
# ## Read before you count
#
# A theme lives in sentences. A [concordance](glossary.ipynb#concordance) lists every line in which a word occurs, with this word, its [node](glossary.ipynb#node), in the middle.

# %% [markdown] lang="fr"
# # 02 Les thèmes : d’un mot à un lexique
#
# **Notre question.** De quoi la direction parle-t-elle, et jusqu’où une liste de mots peut-elle nous le dire ?
#
# Après cette leçon, vous saurez
#
# - **O1** lire une concordance, et écrire une fréquence relative selon une règle énoncée ;
# - **O2** construire un lexique et éprouver ses entrées ;
# - **O3** comparer questions et réponses par les paragraphes touchés ;
# - **O4** mesurer l’accord d’un lexique avec un codage, et l’effet d’une entrée modifiée.
#
# | minutes | prérequis | suite |
# |---|---|---|
# | 100 | [01, nettoyer](01_cleaning.ipynb) | les exercices |
#
# ## Lire avant de compter
#
# Un thème vit dans des phrases. Une [concordance](glossary.ipynb#concordance) donne toutes les lignes où figure un mot, le [pivot](glossary.ipynb#pivot), placé au milieu.

# %%
from motamot import concordance, load_interview, read_interview

turns = read_interview(load_interview())
answers = turns[turns["role"] == "answer"]
spoken = " ".join(answers["text"])
concordance(spoken, "marché*")

# %% [markdown] lang="en"
# What we see: one row for each [token](glossary.ipynb#token) that begins with *marché*, in the order of the answers; the star stands for any ending. An empty table is an answer too: put a word of your own text in its place. In the kit's interview the word means a country to sell in, and once the trade as a whole.
#
# ## One word, several meanings
#
# A concordance is no magic. A few lines of Python make one: `finditer` gives each place of the word, from `start` to `end`. Read the sentence aloud first: in how many of its four *marché* does somebody speak of a market?

# %% [markdown] lang="fr"
# Ce que l’on voit : une ligne pour chaque [occurrence](glossary.ipynb#occurrence) qui commence par *marché*, dans l’ordre des réponses ; l’étoile remplace n’importe quelle terminaison. Un tableau vide est aussi une réponse : essayez alors un mot de votre propre texte. Dans l’entretien du kit, le mot désigne un pays où vendre, et une fois le commerce tout entier.
#
# ## Un mot, plusieurs sens
#
# Une concordance n’a rien de magique. Quelques lignes de Python en font une : `finditer` donne chaque endroit où figure le mot, de `start` à `end`. Lisez d’abord la phrase à voix haute : dans combien de ses quatre *marché* parle-t-on vraiment d’un marché ?

# %%
import re

import pandas as pd

pd.set_option("display.max_colwidth", 200)
sample = "Le marché repart, deux autres marchés suivent ; la place de marché attire, tout est bon marché."
hits = re.finditer("marché", sample)
rows = [(sample[: hit.start()][-18:], hit.group(), sample[hit.end() :][:18]) for hit in hits]
pd.DataFrame(rows, columns=["left", "node", "right"])

# %% [markdown] lang="en"
# What we see: in two of the four. *Place de marché* is a site where others sell, *bon marché* says that something is cheap; only the context says so. The node has also lost the *s* of *marchés*, and contexts are cut inside words. The kit's `concordance` works on whole tokens, and on several texts at once.
#
# ## From a count to a rate
#
# Who uses the word more, the journalist or the management? Our rule: tokens that begin with *marché*, in questions and in answers.

# %% [markdown] lang="fr"
# Ce que l’on voit : dans deux sur quatre. Une *place de marché* est un site où d’autres vendent, *bon marché* parle d’un prix ; seul le contexte le dit. Le pivot a aussi perdu le *s* de *marchés*, et les contextes sont coupés au milieu des mots. La fonction `concordance` du kit travaille sur des occurrences entières, et sur plusieurs textes à la fois.
#
# ## D’une fréquence à une fréquence relative
#
# Qui emploie le plus ce mot, la rédaction ou la direction ? Notre règle : les occurrences qui commencent par *marché*, dans les questions et dans les réponses.

# %%
from motamot import rate, words

speech = turns[turns["role"].isin(["question", "answer"])]
for role, part in speech.groupby("role"):
    text = " ".join(part["text"])
    count, total = len(concordance(text, "marché*")), len(words(text))
    print(role, "|", rate(count, total), "| +1:", rate(count + 1, total))

# %% [markdown] lang="en"
# What we see: for each role the [count](glossary.ipynb#count), the number of words and the [rate per 1,000 words](glossary.ipynb#rate-per-1,000): a thousand times the first divided by the second. The voice that says a word most often need not say it most densely. After `+1`, the same with a single hit more: where few words were said, the rate jumps. So a rate is always written in full, as here.
#
# ## Pitfall 1: a word inside a word
#
# How often does the next sentence hold the three letters `art`, and how often the word *art*? Write both numbers as `[..., ...]`.

# %% [markdown] lang="fr"
# Ce que l’on voit : pour chaque rôle, la [fréquence](glossary.ipynb#fréquence), le nombre de mots et la [fréquence relative](glossary.ipynb#fréquence-relative), soit mille fois la première divisée par le second. La voix qui dit le plus souvent un mot n’est pas forcément celle où il est le plus dense. Après `+1`, la même chose avec une seule occurrence de plus : là où peu de mots ont été dits, elle bondit. C’est pourquoi une fréquence relative s’écrit toujours en entier, comme ici.
#
# ## Piège 1 : un mot dans un autre
#
# Combien de fois la phrase suivante contient-elle les trois lettres `art`, et combien de fois le mot *art* ? Écrivez les deux nombres sous la forme `[..., ...]`.

# %%
prediction = ...

# %%
sample = "La presse s'empresse de partager l'art du partage avec des particuliers."
print([sample.count("art"), len(re.findall(r"\bart\b", sample))])
print(sample.count("presse"), re.findall(r"\bpresse\b", sample))
print(re.findall(r"\bpart\w*", sample))

# %% [markdown] lang="en"
# What we see: first the answer, for `count` finds *art* inside *partage* as well; then the same with *presse* and *s'empresse*. In a [pattern](glossary.ipynb#pattern), `\b` is a word border, and only the word itself is found. `\w*` stands for any ending, and endings have their price: the last line also takes in *particuliers*, private people, who need not share anything.
#
# ## Pitfall 2: themes in several words
#
# *Réseaux sociaux*, *live shopping*, *place de marché*: one idea, several tokens. What will each line find?

# %% [markdown] lang="fr"
# Ce que l’on voit : d’abord la réponse, car `count` trouve aussi *art* dans *partage* ; puis la même chose pour *presse* et *s’empresse*. Dans un [motif](glossary.ipynb#motif), `\b` marque la limite d’un mot : on ne trouve que le mot lui-même. `\w*` remplace n’importe quelle terminaison, ce qui a son prix : la dernière ligne ramasse aussi *particuliers*, qui n’a rien à voir avec le partage.
#
# ## Piège 2 : des thèmes en plusieurs mots
#
# *Réseaux sociaux*, *live shopping*, *place de marché* : une seule idée, plusieurs occurrences. Que trouvera chaque ligne ?

# %%
sample = "Une place de marché, des réseaux sociaux, et du live\u00a0shopping."
print("réseaux sociaux" in words(sample), "live shopping" in sample)
print(re.findall(r"live\s+shopping", sample))
entries = ["place de marché", "marché"]
print([re.findall(entry, sample) for entry in entries])
print(re.findall("|".join(entries), sample))

# %% [markdown] lang="en"
# What we see: a list of single words holds no pair. A [no-break space](glossary.ipynb#no-break-space) hides *live shopping* until, in the second line, `\s+` accepts any blank. Counted one by one, two entries count the same *marché* twice; joined by `|`, which means *or*, the longer one takes the words and each counts once.
#
# ## A lexicon of your own
#
# A [lexicon](glossary.ipynb#lexicon) is a list of themes, each with the entries that stand for it. Everything above goes into a few lines, with two more signs: `?` makes the letter before it optional; `(?: )` keeps the alternatives together, because without these brackets `\b` would guard only the first and the last.

# %% [markdown] lang="fr"
# Une liste de mots isolés ne contient aucune paire. Une [espace insécable](glossary.ipynb#espace-insécable) cache *live shopping*, sauf si `\s+` accepte toutes les espaces (deuxième ligne). Comptées une à une, deux entrées comptent deux fois le même *marché* ; réunies par `|`, qui veut dire *ou*, la plus longue prend les mots, et chacun ne compte qu’une fois.
#
# ## Votre propre lexique
#
# Un [lexique thématique](glossary.ipynb#lexique-thématique) est une liste de thèmes, chacun avec les entrées qui le représentent. Tout ce qui précède tient en quelques lignes, avec deux signes de plus : `?` rend facultative la lettre qui précède ; `(?: )` tient les possibilités ensemble, sans quoi `\b` ne garderait que la première et la dernière.

# %%
mine = {"clients": r"clients?|clientèle|consommat\w+", "places": r"pays|région\w*|march(?:é|és)"}
rows = []
for theme, entries in mine.items():
    hits = re.findall(rf"\b(?:{entries})\b", spoken.lower())
    rows.append((theme, len(hits), ", ".join(sorted(set(hits)))))
pd.DataFrame(rows, columns=["theme", "count", "hits"])

# %% [markdown] lang="en"
# What we see: for each theme how many hits, and *which* words they were. Read the column `hits` before the column `count`.
#
# **Your turn.** Add a third theme of your own, then take one entry away. Does the order of the themes change?
#
# ## The kit's lexicon
#
# The kit brings ten themes of retail strategy; `lexicon.table()` shows every entry. Some entries *exclude*: they are there to stop others. How many hits has the theme of prices in the next sentence, which holds *prix* three times?

# %% [markdown] lang="fr"
# Ce que l’on voit : pour chaque thème, le nombre de mots trouvés, et *lesquels*. Lisez la colonne `hits` avant la colonne `count`.
#
# **À vous.** Ajoutez un troisième thème de votre choix, puis retirez une entrée. L’ordre des thèmes change-t-il ?
#
# ## Le lexique du kit
#
# Le kit fournit dix thèmes de la stratégie du commerce ; `lexicon.table()` en montre toutes les entrées. Certaines *excluent* : elles sont là pour en arrêter d’autres. Combien de fois le thème des prix est-il présent dans la phrase suivante, qui contient trois fois *prix* ?

# %%
from motamot import count_themes, load_lexicon, plot_frequencies

lexicon = load_lexicon()
sample = "À tout prix ? Non : la baisse des prix compte plus que le prix Nobel, et tout reste bon marché."
print(len(re.findall(r"\bprix\b", sample)))
counted = count_themes(sample, lexicon)
counted.loc[counted["count"] > 0, ["theme", "count", "hits"]]

# %% [markdown] lang="en"
# What we see: the exclusions took two *prix* away, *bon marché* came in as one hit, and `hits` proves it. Our few lines could not exclude anything. Now the answers: a table with its evidence, then the same themes as bars, in the same order and under their full labels. (`kind="stable"` leaves ties in the order of the lexicon.)

# %% [markdown] lang="fr"
# Ce que l’on voit : les exclusions ont écarté deux *prix*, *bon marché* est entré pour une seule occurrence, et `hits` en donne la preuve. Nos quelques lignes ne savaient rien exclure. Passons aux réponses : un tableau avec ses preuves, puis les mêmes thèmes en barres, dans le même ordre et sous leur intitulé complet. (`kind="stable"` laisse les ex æquo dans l’ordre du lexique.)

# %%
themes = count_themes(spoken, lexicon)
themes = themes.sort_values("count", ascending=False, kind="stable")
ax = plot_frequencies(themes)
themes[["theme", "count", "per_1000", "hits"]].round(1)

# %% [markdown] lang="en"
# What we see: a ranking. It is tempting to call the first theme the most important. But *frequent* is not *important*, and one entry may carry a whole theme. `count_entries` tells what each entry found; then we take the strongest one away and rank again.

# %% [markdown] lang="fr"
# Ce que l’on voit : un classement. On est tenté d’appeler le premier thème le plus important. Mais *fréquent* ne veut pas dire *important*, et une seule entrée peut porter tout un thème. `count_entries` dit ce que chaque entrée a trouvé ; retirons ensuite la plus forte et classons de nouveau.

# %%
from motamot import count_entries

entries = count_entries(spoken, lexicon)
entries = entries.sort_values("count", ascending=False, kind="stable")
theme, entry, found = entries.iloc[0][["theme", "entry", "hits"]]
print(theme, "|", entry, "|", found)
fewer = count_themes(spoken, lexicon.remove(theme, entry)).set_index("theme")["count"]
both = pd.DataFrame({"with": themes.set_index("theme")["count"], "without": fewer})
ranks = both.rank(ascending=False, method="min").astype(int)
both = both.assign(rank_with=ranks["with"], rank_without=ranks["without"])
both.sort_values("rank_with", kind="stable")

# %% [markdown] lang="en"
# What we see: the strongest entry, then two counts and two ranks for each theme (`method="min"`: ties share the better one). One decision of ours has changed, not the text. A ranking of themes is a ranking *by this lexicon*.
#
# **Your turn.** Add a cell (button **+** above) and read `concordance(spoken, entry)`. Would you keep the entry? What would a company gain by having you count it?
#
# ## Paragraphs touched
#
# Five hits in one paragraph may be one idea said five times. So we also ask in how many paragraphs a theme occurs at all: how many it *touches*. Does the journalist bring the themes up? Guess which theme touches the most questions.

# %% [markdown] lang="fr"
# Ce que l’on voit : l’entrée la plus forte, puis deux fréquences et deux rangs pour chaque thème (`method="min"` : les ex æquo partagent le meilleur). Une de nos décisions a changé, non le texte. Un classement de thèmes est un classement *selon ce lexique*.
#
# **À vous.** Ajoutez une cellule (bouton **+**, en haut) et lisez `concordance(spoken, entry)`. Garderiez-vous cette entrée ? Que gagnerait une entreprise à ce que vous la comptiez ?
#
# ## Les paragraphes touchés
#
# Cinq occurrences dans un paragraphe peuvent être une seule idée dite cinq fois. Demandons donc dans combien de paragraphes un thème est présent : combien il en *touche*. La rédaction amène-t-elle les thèmes ? Devinez celui qui touche le plus de questions.

# %%
prediction = ...

# %%
numbered = speech.set_index("paragraph")
by_paragraph = count_themes(numbered["text"], lexicon).rename(columns={"text": "paragraph"})
by_paragraph["role"] = by_paragraph["paragraph"].map(numbered["role"])
by_paragraph["touched"] = by_paragraph["count"] > 0
print(speech["role"].value_counts().to_dict())
by_paragraph.pivot_table(index="theme", columns="role", values="touched", aggfunc="sum")

# %% [markdown] lang="en"
# What we see: the paragraphs of each role, then how many of them each theme touches; read "so many of so many". With few questions, one more or less means nothing yet; and long paragraphs, such as answers, are touched more easily.
#
# ## You code, on paper
#
# Is the lexicon right? Only readers can say. This is [hand coding](glossary.ipynb#hand-coding): for each of the three paragraphs, write down the themes that *a part of it is about*. Judge the meaning, not the words, as the kit's [coding guide](glossary.ipynb#coding-guide) asks. Compare with a neighbor: on what percentage of the three times ten decisions do you agree? Only then run the second cell: what the lexicon found.

# %% [markdown] lang="fr"
# Ce que l’on voit : les paragraphes de chaque rôle, puis combien d’entre eux chaque thème touche ; lisez « tant sur tant ». Avec peu de questions, une de plus ou de moins ne veut rien dire ; et un long paragraphe, telle une réponse, est touché plus aisément.
#
# ## À vous de coder, sur papier
#
# Le lexique a-t-il raison ? Il faut lire pour le dire. C’est un [codage manuel](glossary.ipynb#codage-manuel) : pour chacun des trois paragraphes, notez les thèmes dont *une partie parle*. Jugez le sens, pas les mots : ainsi le veut le [guide de codage](glossary.ipynb#guide-de-codage). Comparez avec quelqu’un : sur trois fois dix décisions, quel pourcentage de réponses identiques ? Exécutez alors la seconde cellule : ce que le lexique a trouvé.

# %%
import textwrap

three = answers.set_index("paragraph")["text"].head(3)
for number, text in three.items():
    print(number, textwrap.fill(text, 95), sep="\n", end="\n\n")
for theme, label in lexicon.labels.items():
    print(theme.ljust(15), label)

# %%
machine = by_paragraph[by_paragraph["touched"] & by_paragraph["paragraph"].isin(three.index)]
machine[["paragraph", "theme", "hits"]]

# %% [markdown] lang="en"
# What we see: the themes it found and the words that gave them. A theme on your paper and not here is a *miss*; a theme here and not on your paper, a *false alarm*.
#
# ## Two coders, and chance
#
# You have a percentage. Is it good? Here are two coders and ten paragraphs; each finds the theme once. By chance, both say yes as often as one share of yes times the other, and both say no likewise: the line `chance` adds the two up.

# %% [markdown] lang="fr"
# Ce que l’on voit : les thèmes trouvés, et les mots qui les ont donnés. Un thème sur votre papier et pas ici, c’est un *oubli* ; un thème ici et pas sur votre papier, une *fausse alerte*.
#
# ## Deux codeurs et le hasard
#
# Vous avez un pourcentage. Est-il bon ? Voici deux codeurs et dix paragraphes ; chacun trouve le thème une fois. Par hasard, ils s’accordent quand tous deux disent oui (une part de oui fois l’autre) ou tous deux non : c’est la ligne `chance`.

# %%
one, two = pd.Series([1, 0, 0, 0, 0, 0, 0, 0, 0, 0]), pd.Series([0, 1, 0, 0, 0, 0, 0, 0, 0, 0])
observed = (one == two).mean()
chance = one.mean() * two.mean() + (1 - one.mean()) * (1 - two.mean())
print(f"{observed:.0%}", "| kappa", round((observed - chance) / (1 - chance), 2))

# %% [markdown] lang="en"
# What we see: a high percentage, though they never agree on a 1: most themes are absent from most paragraphs, and shared zeros are cheap. The second number, [kappa](glossary.ipynb#kappa), takes off what such coders would share by chance: 1 is full agreement, 0 no better than chance, below 0 worse.
#
# Now the kit's two codings of its interview and its strategy statements. Both come from *software* that had the coding guide and not the lexicon; the data sheet in `data/gold` says more. What they share is no agreement between people.

# %% [markdown] lang="fr"
# Ce que l’on voit : un pourcentage élevé, alors qu’ils ne s’accordent jamais sur un 1 : la plupart des thèmes sont absents de la plupart des paragraphes, et des zéros communs ne coûtent rien. Le second nombre, le [kappa](glossary.ipynb#kappa), retire ce que de tels codeurs partageraient par hasard : 1 est un accord parfait, 0 ne vaut pas mieux que le hasard, au-dessous c’est pire.
#
# Voici les deux codages du kit, pour l’entretien et les textes de stratégie. Tous deux viennent de *logiciels*, munis du guide de codage mais pas du lexique (fiche dans `data/gold`). Ce qu’ils partagent n’est pas un accord entre des personnes.

# %%
from motamot import agreement, load_gold

first, second = load_gold("a"), load_gold("b")
print(first.shape)
agreement(first, second)[["theme", "a_only", "b_only", "both", "per_cent", "kappa"]].round(2)

# %% [markdown] lang="en"
# What we see: the numbers of paragraphs and themes; then a row for each theme, and `all`, which pools every decision. This is [inter-coder agreement](glossary.ipynb#inter-coder-agreement). Such figures say that the guide can be applied consistently. They do not say that people would agree: two pieces of software of one kind are likely to err alike, and your percentage from paper tells more.
#
# ## The lexicon, checked
#
# Now the lexicon is a third coder. *[Precision](glossary.ipynb#precision)*: of what it found, the share that the coding has too. *[Recall](glossary.ipynb#recall)*: of what the coding has, the share that it found. Which will be higher? (`&` keeps the cells that are true in both tables.)

# %% [markdown] lang="fr"
# Ce que l’on voit : le nombre de paragraphes et de thèmes ; puis une ligne par thème, et `all`, toutes décisions réunies. C’est un [accord intercodeurs](glossary.ipynb#accord-intercodeurs). De tels chiffres disent que le guide s’applique de façon constante, non que des personnes s’accorderaient : deux logiciels de même nature se trompent sans doute pareillement, et votre pourcentage sur papier en dit plus.
#
# ## Le lexique à l’épreuve
#
# Le lexique devient un troisième codeur. La *[précision](glossary.ipynb#précision)* : parmi ce qu’il a trouvé, la part que le codage contient aussi. Le *[rappel](glossary.ipynb#rappel)* : parmi ce que le codage contient, la part qu’il a trouvée. Lequel des deux sera le plus élevé ? (`&` garde les cases vraies dans les deux tableaux.)

# %%
from motamot import gold_paragraphs, validate_themes


def found_by(one_lexicon):
    table = count_themes(gold_paragraphs()["text"], one_lexicon)
    wide = table.pivot(index="text", columns="theme", values="count")
    return wide.loc[first.index, first.columns] > 0


found, coded = found_by(lexicon), first == 1
right = (found & coded).to_numpy().sum()
print("precision", round(right / found.to_numpy().sum(), 2))
print("recall", round(right / coded.to_numpy().sum(), 2))
shown = ["theme", "coded", "found", "right", "precision", "recall"]
validate_themes(found, first)[shown].round(2)

# %% [markdown] lang="en"
# What we see: precision and recall by hand, pooled over all decisions, then the same in the row `all`. `validate_themes` also gives them by theme, but only where at least ten paragraphs were coded; fewer would be anecdotes, so it writes NaN, *not a number*. The two codings agree far better with each other (`both`, `a_only` above) than the lexicon does with the first: a reader judges meaning, a lexicon sees words.
#
# ## Change one entry
#
# The guide wants *local* where a paragraph is about a country or a place, not where a country only says where something stands. Let us be greedy and add *France* and *français*. Which figure rises, which falls?

# %% [markdown] lang="fr"
# Ce que l’on voit : précision et rappel à la main, toutes décisions réunies, puis les mêmes à la ligne `all`. `validate_themes` les donne aussi par thème, à partir de dix paragraphes codés ; au-dessous, simple anecdote : NaN, « pas un nombre ». Les deux codages s’accordent bien mieux entre eux (`both`, `a_only`) que le lexique avec le premier : qui lit juge un sens, un lexique voit des mots.
#
# ## Changer une entrée
#
# Le guide veut *local* là où un paragraphe parle d’un pays ou d’un lieu, et non là où un pays dit seulement où se trouve quelque chose. Essayons une version gourmande : ajoutons *France* et *français*. Quelle mesure monte, laquelle baisse ?

# %%
prediction = ...

# %%
greedy = lexicon.add("local", "France").add("local", "français*")
versions = {"kit": found, "greedy": found_by(greedy)}
checked = {name: validate_themes(table, first).set_index("theme") for name, table in versions.items()}
pd.concat({name: table.loc[["local", "all"], shown[1:]] for name, table in checked.items()}).round(2)

# %% [markdown] lang="en"
# What we see: the greedy version finds more of what was coded, and more of what was not. No version is the right one: to find every passage and then read it, take the greedy one; to count without reading, the strict one. And always go back to the lines, here those of the new false alarms (`~` means *not*):

# %% [markdown] lang="fr"
# Ce que l’on voit : la version gourmande retrouve davantage de ce qui était codé, et ramasse davantage de ce qui ne l’était pas. Aucune version n’est la bonne : pour retrouver tous les passages et les lire ensuite, prenez la gourmande ; pour compter sans relire, la sévère. Et revenez toujours aux lignes, ici celles des nouvelles fausses alertes (`~` veut dire *non*) :

# %%
new = versions["greedy"]["local"] & ~found["local"] & ~coded["local"]
concordance(gold_paragraphs().loc[new.index[new], "text"], "France").head(5)

# %% [markdown] lang="en"
# What we see: *France* as a mere address. Each line is a reason to take the entry out again, or to write an exclusion.
#
# ## Your own text
#
# Nobody has coded your text yet. `coding_sheet` makes an empty sheet: one row a paragraph, one column a theme. With `file=` and a file name it writes a table for your spreadsheet; two people fill it in with the guide, each alone, and `load_gold` reads it back.

# %% [markdown] lang="fr"
# Ce que l’on voit : *France* comme simple adresse. Chaque ligne est une raison de retirer l’entrée, ou d’écrire une exclusion.
#
# ## Votre propre texte
#
# Votre texte à vous, personne ne l’a encore codé. `coding_sheet` prépare une grille vide : une ligne par paragraphe, une colonne par thème. Avec `file=` et un nom de fichier, elle devient un tableau pour votre tableur ; deux personnes la remplissent avec le guide, chacune de son côté, et `load_gold` la relit.

# %%
from motamot import coding_sheet

coding_sheet(answers, lexicon).iloc[:3, :6]

# %% [markdown] lang="en"
# What we see: the first paragraphs of the text in use and the first empty columns. Until they are filled, a theme count of your text is a count of words and no more.
#
# ## Check yourself
#
# **1. A theme has 12 hits in the answers and 2 in the questions. So the management speaks of it more.**
#
# <details><summary>True</summary>Not yet: how many words has each voice? Write both rates in full, then look at the paragraphs touched.</details>
# <details><summary>False, or not shown</summary>Right: without lengths the two counts cannot be compared.</details>
#
# **2. You add the entry `mode*` to a theme about fashion. What do you expect?**
#
# <details><summary>Recall rises, precision falls</summary>Yes: <em>modes de livraison</em> and <em>moderne</em>, too, begin like this.</details>
# <details><summary>Both rise</summary>Only if every new hit were about fashion. Read the concordance of <em>mode*</em>.</details>
#
# **3. Two codings agree in 90% of their decisions. Is that good?**
#
# <details><summary>Yes, 90% is good</summary>It depends on the zeros: if nearly all decisions are 0, chance alone gives as much. Look at kappa.</details>
# <details><summary>Too early to say</summary>Right: kappa and the number of coded paragraphs are missing.</details>
#
# **4. The score of the lexicon is what the text says.**
#
# <details><summary>True</summary>No: it is what these entries found. Misses and false alarms go with it.</details>
# <details><summary>False</summary>Right. The first theme of a ranking may be the work of one entry.</details>

# %% [markdown] lang="fr"
# Ce que l’on voit : les premiers paragraphes du texte utilisé et les premières colonnes, encore vides. Tant qu’elles le restent, compter les thèmes de votre texte, c’est compter des mots, rien de plus.
#
# ## Faites le point
#
# **1. Un thème a 12 occurrences dans les réponses et 2 dans les questions. C’est donc la direction qui en parle le plus.**
#
# <details><summary>Vrai</summary>Pas encore : combien de mots chaque voix a-t-elle ? Écrivez les deux fréquences relatives en entier, puis regardez les paragraphes touchés.</details>
# <details><summary>Faux, ou non démontré</summary>En effet : sans les longueurs, les deux fréquences ne se comparent pas.</details>
#
# **2. Vous ajoutez l’entrée `mode*` à un thème sur la mode vestimentaire. À quoi vous attendez-vous ?**
#
# <details><summary>Le rappel monte, la précision baisse</summary>Oui : <em>modes de livraison</em> et <em>moderne</em> commencent aussi de cette façon.</details>
# <details><summary>Les deux montent</summary>Il faudrait que chaque nouvelle trouvaille parle de vêtements. Lisez la concordance de <em>mode*</em>.</details>
#
# **3. Deux codages s’accordent dans 90 % de leurs décisions. Est-ce bien ?**
#
# <details><summary>Oui, 90 %, c’est bien</summary>Tout dépend des zéros : si presque toutes les décisions sont des 0, le hasard seul en donne autant. Regardez le kappa.</details>
# <details><summary>On ne peut pas encore le dire</summary>En effet : il manque le kappa et le nombre de paragraphes codés.</details>
#
# **4. Le score du lexique, c’est ce que dit le texte.**
#
# <details><summary>Vrai</summary>Non : c’est ce que ces entrées ont trouvé. Ce qu’elles manquent et leurs fausses alertes en font partie.</details>
# <details><summary>Faux</summary>En effet. Le premier thème d’un classement peut être l’œuvre d’une seule entrée.</details>

# %% [markdown] lang="en"
# ## To keep
#
# - **O1** Read first; a count has a rule, a rate is written in full.
# - **O2** Whole words, endings, several words, exclusions: test each entry on a sentence that could fool it.
# - **O3** Paragraphs touched let no burst of hits decide; long ones are touched more easily.
# - **O4** Percentage first, then kappa; a wider entry raises recall, mostly at the price of precision.
#
# **Limits.** A lexicon knows words, not meanings: paraphrase and irony escape it. The codings come from software. In so short a text one paragraph decides.
#
# **Transfer.** For ten sentences of a job advertisement, write a theme *well-being at work*: three entries, one exclusion. What does it miss?
#
# **Source and licence.** Texts, lexicon, codings: the kit's own, CC BY 4.0, data sheets in `data`. Your own text: [the end of lesson 00](00_start.ipynb); remove names, addresses and telephone numbers of people who have not agreed.

# %% [markdown] lang="fr"
# ## À retenir
#
# - **O1** Lire d’abord ; toute fréquence a sa règle, toute fréquence relative s’écrit en entier.
# - **O2** Mots entiers, terminaisons, groupes, exclusions : éprouvez chaque entrée sur une phrase piège.
# - **O3** Compter les paragraphes touchés ôte leur poids aux rafales ; un paragraphe long l’est plus aisément.
# - **O4** Le pourcentage, puis le kappa ; une entrée plus large fait monter le rappel, souvent au prix de la précision.
#
# **Limites.** Un lexique connaît des mots, pas des sens : la paraphrase et l’ironie lui échappent. Les codages viennent de logiciels. Ici, un seul paragraphe décide.
#
# **Transfert.** Pour dix phrases d’une offre d’emploi, écrivez un thème *bien-être au travail* : trois entrées, une exclusion. Qu’oublie-t-il ?
#
# **Source et licence.** Textes, lexique, codages : propres au kit, CC BY 4.0, fiches dans `data`. Votre texte : [fin de la leçon 00](00_start.ipynb) ; retirez-en noms, adresses et téléphones des personnes qui n’ont pas donné leur accord.
