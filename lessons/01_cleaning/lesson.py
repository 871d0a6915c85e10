# %% [markdown] lang="en"
# # 01 Cleaning: from a web page to a list of words
#
# **Our question.** How much of the page did the management really say, and in how many words?
#
# After this lesson you can
#
# - **O1** find invisible characters in a page and put them right, and count how many there are;
# - **O2** choose a rule for cutting French into words, and say how the count changes with the rule;
# - **O3** turn the page into a table of turns and keep the voice you want to study;
# - **O4** report what each step did to the counts.
#
# | minutes | you need | next |
# |---|---|---|
# | 60 | [00, start here](00_start.ipynb) | the exercises of this lesson |

# %% [markdown] lang="fr"
# # 01 Nettoyer : d’une page web à une liste de mots
#
# **Notre question.** Quelle part de la page la direction a-t-elle vraiment dite, et en combien de mots ?
#
# Après cette leçon, vous saurez
#
# - **O1** repérer les caractères invisibles d’une page, les compter et les corriger ;
# - **O2** choisir une règle pour segmenter le français en mots, et dire comment le total change avec la règle ;
# - **O3** transformer la page en un tableau de tours de parole et garder la voix que vous voulez étudier ;
# - **O4** rendre compte de l’effet de chaque étape sur les totaux.
#
# | minutes | prérequis | suite |
# |---|---|---|
# | 60 | [00, pour commencer](00_start.ipynb) | les exercices de cette leçon |

# %% [markdown] lang="en"
# ## Read the page first
#
# [Cleaning](glossary.ipynb#cleaning) is not neutral: each step decides what counts as a word and whose words they are. So we look at the raw page before we touch it, and we note two numbers: characters, and pieces between blanks.

# %% [markdown] lang="fr"
# ## D’abord, lire la page
#
# Le [nettoyage](glossary.ipynb#nettoyage) n’est pas neutre : chaque étape décide de ce qui compte comme mot, et de qui parle. Regardons donc la page brute avant d’y toucher, et notons deux nombres : les caractères, et les morceaux entre deux espaces.

# %%
from motamot import load_interview

raw = load_interview()
steps = [("raw", len(raw), len(raw.split()))]
print(raw[:700])
steps

# %% [markdown] lang="en"
# What we see: the name of the step, the number of characters, the number of pieces. We add a row after each step and compare them at the end.
#
# ## Pitfall 1: blanks of another kind
#
# French typography puts a [no-break space](glossary.ipynb#no-break-space) before a question mark. It looks like a blank. How many pieces will `split(" ")` make of the next sentence? Write a number in place of the three dots.

# %% [markdown] lang="fr"
# Ce que l’on voit : le nom de l’étape, le nombre de caractères, le nombre de morceaux. Nous ajouterons une ligne après chaque étape, pour les comparer à la fin.
#
# ## Piège 1 : des espaces pas comme les autres
#
# La typographie française place une [espace insécable](glossary.ipynb#espace-insécable) devant le point d’interrogation. Elle ressemble à une espace. Combien de morceaux `split(" ")` fera-t-il de la phrase suivante ? Écrivez un nombre à la place des trois points.

# %%
prediction = ...

# %%
sentence = "Vraiment\u00a0? Oui, vraiment."
print(sentence)
sentence.split(" ")

# %% [markdown] lang="en"
# What we see: `Vraiment` and its question mark stay in one piece, joined by `\xa0`, the no-break space. As a row of a table, this is another word than *Vraiment*. One replacement mends it; and how many are there in our page?

# %% [markdown] lang="fr"
# Ce que l’on voit : `Vraiment` et son point d’interrogation restent collés par `\xa0`, l’espace insécable. Dans un tableau, ce serait un autre mot que *Vraiment*. Un remplacement suffit ; et combien y en a-t-il dans notre page ?

# %%
print(sentence.replace("\u00a0", " ").split(" "))
raw.count("\u00a0")

# %% [markdown] lang="en"
# ## Pitfall 2: two apostrophes
#
# A keyboard gives the straight apostrophe, a word processor the curly one. Are these two words equal? Predict `True` or `False`.

# %% [markdown] lang="fr"
# ## Piège 2 : deux apostrophes
#
# Le clavier donne l’apostrophe droite, le traitement de texte l’apostrophe courbe. Ces deux mots sont-ils égaux ? Prédisez `True` ou `False`.

# %%
prediction = ...

# %%
from collections import Counter

sample = ["l'activité", "l’activité"]
print(Counter(sample))
print(Counter(word.replace("’", "'") for word in sample))

# %% [markdown] lang="en"
# What we see: two rows for one word, then one. Each apostrophe that slips through splits a count in two.
#
# ## Both at once: `normalize`
#
# To write the same thing always in the same way is to [normalize](glossary.ipynb#normalize). The kit's `normalize` does these two replacements and the rarer ones of the same kind: every sort of blank, hidden hyphens, accents written in two parts. It leaves *œ*, accents and capitals alone, because they carry meaning.
# `normalize_report` lists what it changes.

# %% [markdown] lang="fr"
# Ce que l’on voit : deux lignes pour un seul mot, puis une. Chaque apostrophe oubliée coupe une fréquence en deux.
#
# ## Les deux à la fois : `normalize`
#
# Écrire d’une seule façon ce qui vaut pour une seule chose, c’est [normaliser](glossary.ipynb#normaliser). La fonction `normalize` du kit fait ces deux remplacements, et d’autres plus rares de même nature : toutes les sortes d’espaces, les traits d’union cachés, les accents codés en deux parties. Elle laisse intacts *œ*, les accents et les majuscules, qui portent du sens.
# `normalize_report` dresse la liste de ce qui change.

# %%
from motamot import normalize, normalize_report

text = normalize(raw)
steps.append(("normalize", len(text), len(text.split())))
normalize_report(raw)

# %% [markdown] lang="en"
# What we see: the report names each character, how often it stands in the page and where first. This step makes words equal that were not; it hardly changes how many there are.
#
# ## Pitfall 3: elision
#
# French swallows vowels, which is called [elision](glossary.ipynb#elision): *l'activité* is two words, *aujourd'hui* is one. Cutting at blanks leaves the first whole; cutting at apostrophes breaks the second. Look at both failures.

# %% [markdown] lang="fr"
# Ce que l’on voit : le rapport nomme chaque caractère, dit combien de fois il figure dans la page et où il apparaît la première fois. Cette étape rend égaux des mots qui ne l’étaient pas ; elle ne change guère leur nombre.
#
# ## Piège 3 : l’élision
#
# Le français avale des voyelles : c’est l’[élision](glossary.ipynb#élision). *L’activité* fait deux mots, *aujourd’hui* un seul. Couper aux espaces laisse le premier entier ; couper aux apostrophes brise le second. Voyez les deux échecs.

# %%
import re

sample = "L'activité d'aujourd'hui"
print(sample.split())
print(re.split("[ ']", sample))

# %% [markdown] lang="en"
# What we see: first two pieces, then five, and `aujourd` and `hui` are no words. A short [pattern](glossary.ipynb#pattern) does better: first the words with an apostrophe inside, then the elided ones, then all the rest. The kit's `tokenize` follows the same idea with the full list of exceptions, and also knows *a-t-il*, *50 000* and *M. Durand*.

# %% [markdown] lang="fr"
# Ce que l’on voit : deux morceaux, puis cinq, et `aujourd` et `hui` ne sont pas des mots. Un court [motif](glossary.ipynb#motif) fait mieux : d’abord les mots qui contiennent une apostrophe, puis les mots élidés, puis tout le reste. La fonction `tokenize` du kit suit la même idée avec la liste complète des exceptions, et connaît aussi *a-t-il*, *50 000* et *M. Durand*.

# %%
from motamot import tokenize

pattern = r"aujourd'hui|(?:qu|[cdjlmnst])'|[\w-]+|[^\w\s]"
print(re.findall(pattern, sample, flags=re.IGNORECASE))
print(tokenize("Qu'a-t-il vendu aujourd'hui ? 50 000 articles."))

# %% [markdown] lang="en"
# What we see: *aujourd'hui* is whole, *d'* and *qu'* stand apart, *50 000* is one number. The signs are pieces of their own.
#
# ## Pitfall 4: glued words
#
# Punctuation is in the way, so many tutorials delete it. What becomes of this sentence? Say it aloud before you run the cell.

# %% [markdown] lang="fr"
# Ce que l’on voit : *aujourd’hui* est entier, *d’* et *qu’* sont détachés, *50 000* forme un seul nombre. Les signes font des morceaux à part.
#
# ## Piège 4 : des mots collés
#
# La ponctuation gêne, et beaucoup de tutoriels la suppriment. Que devient cette phrase ? Dites-le à voix haute avant d’exécuter la cellule.

# %%
import string

from motamot import words

sample = "L'activité, c'est l'avenir : « vendre » !"
print("".join(sign for sign in sample if sign not in string.punctuation))
print(words(sample))

# %% [markdown] lang="en"
# What we see: `Lactivité` and `cest` are words of no language, while « and » are still there: `string.punctuation` knows only the signs of an English keyboard. `words`, in the last line, cuts first and then keeps the [tokens](glossary.ipynb#token) that hold a letter or a digit.
#
# ## Pitfall 5: capitals
#
# A word at the beginning of a sentence has a capital. How many rows will these three make?

# %% [markdown] lang="fr"
# Ce que l’on voit : `Lactivité` et `cest` ne sont d’aucune langue, et les guillemets « » sont toujours là : `string.punctuation` ne connaît que les signes d’un clavier anglais. À la dernière ligne, `words` segmente d’abord, puis garde les [occurrences](glossary.ipynb#occurrence) qui contiennent une lettre ou un chiffre.
#
# ## Piège 5 : les majuscules
#
# En début de phrase, un mot prend une majuscule. Combien de lignes feront ces trois mots ?

# %%
sample = ["Client", "client", "CLIENT"]
print(Counter(sample))
print(Counter(word.lower() for word in sample))

# %% [markdown] lang="en"
# What we see: three rows, then one. `words` lowers case by default. The price: *Orange* the firm and *orange* the fruit become one word. `words(text, lower=False)` keeps them apart; choose, and say what you chose.
#
# ## One text, three right answers
#
# How many words has the page? It depends on the rule. We compare three rules on the whole page.

# %% [markdown] lang="fr"
# Ce que l’on voit : trois lignes, puis une seule. `words` met tout en minuscules par défaut. Le prix à payer : *Orange* l’entreprise et *orange* le fruit deviennent un seul mot. `words(text, lower=False)` les distingue ; choisissez, et dites-le.
#
# ## Un texte, trois réponses justes
#
# Combien de mots compte la page ? Cela dépend de la règle. Comparons trois règles sur la page entière.

# %%
import pandas as pd

rules = {
    "split()": text.split(),
    "[\\w'-]+": re.findall(r"[\w'-]+", text),
    "words()": words(text),
}
steps.append(("words", sum(map(len, words(text))), len(words(text))))
pd.Series({rule: len(found) for rule, found in rules.items()}, name="count")

# %% [markdown] lang="en"
# What we see: three different totals, all correct for their rule. The second drops signs that stand alone and keeps *l'activité* whole, the third cuts it in two. A word count without its rule means little; from here on we use `words`.
#
# ## Pitfall 6: caption and headline
#
# A copied page carries more than speech: a headline that repeats the key words, a photo [caption](glossary.ipynb#caption), a line that sums up (the [standfirst](glossary.ipynb#standfirst)). A first attempt in three lines: a paragraph that ends with a question mark is a question, any other an answer.

# %% [markdown] lang="fr"
# Ce que l’on voit : trois totaux différents, chacun juste selon sa règle. La deuxième écarte les signes isolés et laisse *l’activité* entier, la troisième le coupe en deux. Un nombre de mots sans sa règle ne dit pas grand-chose ; désormais, nous employons `words`.
#
# ## Piège 6 : la légende et le titre
#
# Une page copiée contient plus que des paroles : un titre qui reprend les mots importants, une [légende](glossary.ipynb#légende) de photo, une ligne qui résume (le [chapô](glossary.ipynb#chapô)). Premier essai en trois lignes : un paragraphe qui se termine par un point d’interrogation est une question, tout autre une réponse.

# %%
page = ["Le prix, encore le prix", "Pourquoi ?", "La directrice © Exemple", "Parce que le prix compte."]
roles = ["question" if part.endswith("?") else "answer" for part in page]
pd.DataFrame({"role": roles, "text": page})

# %% [markdown] lang="en"
# What we see: the headline and the caption are taken for answers, so *prix* counts three times although the director said it once. `read_interview` looks at the form of each paragraph: its place, its last sign, a speaker's label, the sign ©.

# %% [markdown] lang="fr"
# Ce que l’on voit : le titre et la légende passent pour des réponses, et *prix* est compté trois fois alors que la directrice ne l’a dit qu’une fois. `read_interview` regarde la forme de chaque paragraphe : sa place, son dernier signe, le nom d’un locuteur, le signe ©.

# %%
from motamot import read_interview

turns = read_interview(raw)
turns.head(6)

# %% [markdown] lang="en"
# What we see: one row a paragraph. `role` says what it is, `turn` numbers the [turns](glossary.ipynb#turn), `speaker` holds the label when there is one, and the label is no longer in `text`. Form cannot decide everything, so read the table before you trust it.
#
# ## Pitfall 7: the journalist's voice
#
# Questions often name the themes that answers take up. Which share of the words is not the management's? Guess a percentage first.

# %% [markdown] lang="fr"
# Ce que l’on voit : une ligne par paragraphe. `role` dit sa nature (titre, chapô, légende, question, réponse), `turn` numérote les [tours de parole](glossary.ipynb#tour-de-parole), `speaker` donne le nom du locuteur s’il y en a un, et ce nom n’est plus dans `text`. La forme ne peut pas tout décider : lisez le tableau avant de vous y fier.
#
# ## Piège 7 : la voix de la rédaction
#
# Les questions nomment souvent les thèmes que les réponses reprennent. Quelle part des mots n’est pas de la direction ? Devinez d’abord un pourcentage.

# %%
prediction = ...

# %%
lengths = turns["text"].map(lambda part: len(words(part)))
by_role = lengths.groupby(turns["role"]).sum().sort_values(ascending=False)
shares = 100 * by_role / by_role.sum()
print(round(100 - shares.get("answer", 0), 1))
pd.DataFrame({"words": by_role, "per_cent": shares.round(1)})

# %% [markdown] lang="en"
# What we see: first the number to guess, the percentage of words that are not in the answers; then the words by role, and each role's percentage. The words add up to a little less than the total of before where speakers' labels left the text. We keep the answers, because our question is about the management. Someone who studies journalism would keep the questions: say whose words you count.
#
# ## What each step did
#
# We add this step to the list and read the list as a table: `characters` and `words` are what was left after each step.

# %% [markdown] lang="fr"
# Ce que l’on voit : d’abord le nombre à deviner, le pourcentage des mots qui ne sont pas dans les réponses ; puis les mots par rôle, et le pourcentage de chacun. La somme des mots reste un peu au-dessous du total précédent si des noms de locuteurs ont quitté le texte. Nous gardons les réponses, car notre question porte sur la direction. Qui étudie le journalisme garderait les questions : dites de qui vous comptez les mots.
#
# ## L’effet de chaque étape
#
# Ajoutons cette étape à la liste, et lisons la liste en tableau : `characters` et `words` disent ce qu’il restait après chaque étape.

# %%
answers = " ".join(turns.loc[turns["role"] == "answer", "text"])
spoken = words(answers)
steps.append(("answers", sum(map(len, spoken)), len(spoken)))
pd.DataFrame(steps, columns=["step", "characters", "words"])

# %% [markdown] lang="en"
# Read the table downward; from `words` on, `characters` are those of the words alone. `normalize` leaves the totals nearly or wholly as they were, for it only makes words equal; the rule for words and the choice of a voice do the rest.
#
# ## One more choice: stop words
#
# Small words fill every French text. The kit's list of [stop words](glossary.ipynb#stop-words) has groups, and each can be kept. Two choices, first on one sentence, then on the ranking of the answers. Which words come and go?

# %% [markdown] lang="fr"
# Lisez le tableau de haut en bas ; à partir de `words`, `characters` ne compte plus que ceux des mots. `normalize` laisse les totaux presque ou tout à fait intacts, car il ne fait que rendre des mots égaux ; la règle pour les mots et le choix d’une voix font le reste.
#
# ## Encore un choix : les mots vides
#
# De petits mots remplissent tout texte français. La liste de [mots vides](glossary.ipynb#mots-vides) du kit est faite de groupes, et chacun peut être gardé. Deux choix, d’abord sur une phrase, puis sur le classement des réponses. Quels mots apparaissent, lesquels disparaissent ?

# %%
from motamot import frequencies, stop_words

sample = "Nous ne baissons pas les prix"
print(words(sample, stop=stop_words(keep=())))
print(words(sample, stop=stop_words(keep=["negation", "nous_notre"])))
short = frequencies(words(answers, stop=stop_words(keep=())))
long = frequencies(words(answers, stop=stop_words(keep=["negation", "nous_notre"])))
pd.DataFrame({"keep=()": short["word"].head(8), "keep=negation, nous_notre": long["word"].head(8)})

# %% [markdown] lang="en"
# What we see: without negation, the sentence says the opposite of what was said. And *nous*, once it is kept, tells who speaks: where it leads, the firm speaks of itself. A stop list is an argument, not a fact of the language. The figure shows the first ranking.

# %% [markdown] lang="fr"
# Ce que l’on voit : sans la négation, la phrase dit le contraire de ce qui a été dit. Et *nous*, dès qu’on le garde, dit qui parle : là où il arrive en tête, l’entreprise parle d’elle-même. Une liste de mots vides est un argument, pas un fait de langue. La figure montre le premier classement.

# %%
import matplotlib.pyplot as plt

from motamot import data_of, plot_frequencies

part = " ".join(turns.loc[turns["role"] == "answer", "text"])
ax = plot_frequencies(frequencies(words(part, stop=stop_words(keep=()))), n=12)
plt.show()
data_of(ax)[["word", "count"]]

# %% [markdown] lang="en"
# **Your turn.** Draw the questions instead of the answers: change one word in the cell above. Which words stand in both figures? Then look at the counts: where many are equal, the order is the alphabet's and no ranking. How long must a text be for its ranking to mean something?

# %% [markdown] lang="fr"
# **À vous.** Représentez les questions au lieu des réponses : changez un seul mot dans la cellule ci-dessus. Quels mots figurent dans les deux figures ? Regardez ensuite les fréquences : là où beaucoup sont égales, l’ordre est celui de l’alphabet, non un classement. Quelle longueur faut-il à un texte pour qu’un classement y veuille dire quelque chose ?

# %% [markdown] lang="en"
# ## When it happens to you
#
# Other pitfalls, for the day you meet them:
#
# | you see | cause | cure |
# |---|---|---|
# | `Ã©` for *é* | UTF-8 read as Windows | read the file as UTF-8 |
# | two *été* that are not equal | accents coded in two parts | `normalize` |
# | *cur* for *cœur* | letters written as `[a-z]` | `words`, or `[^\W\d_]` |
# | *marche* and *marché* in one row | accents stripped | keep them |
# | *école* after *zèbre* | sorted by code | `frequencies` sorts as a dictionary |
# | *50* and *000* | `\d+` for numbers | `tokenize` |
# | *probème* | `replace` inside words | work on tokens |
# | *TotalNous* | tags replaced by nothing | `motamot use-text` reads the page |
# | *M.* ends a sentence | text cut at each full stop | `sentences` |
# | the label as first word | speaker's name counted | `read_interview` |
# | “12 against 9, so more” | texts of unequal length | [rates per 1,000](glossary.ipynb#rate-per-1,000) (lesson 03) |

# %% [markdown] lang="fr"
# ## Quand cela vous arrivera
#
# D’autres pièges, pour le jour où vous les rencontrerez :
#
# | vous voyez | cause | remède |
# |---|---|---|
# | `Ã©` au lieu de *é* | de l’UTF-8 lu comme du Windows | lire le fichier en UTF-8 |
# | deux *été* qui ne sont pas égaux | accents codés en deux parties | `normalize` |
# | *cur* au lieu de *cœur* | des lettres écrites `[a-z]` | `words`, ou `[^\W\d_]` |
# | *marche* et *marché* sur une ligne | accents supprimés | les garder |
# | *école* après *zèbre* | tri par code | `frequencies` trie comme un dictionnaire |
# | *50* et *000* | des nombres écrits `\d+` | `tokenize` |
# | *probème* | `replace` à l’intérieur des mots | travailler sur les occurrences |
# | *TotalNous* | balises remplacées par rien | `motamot use-text` lit la page |
# | *M.* termine une phrase | texte coupé à chaque point | `sentences` |
# | le nom du locuteur comme premier mot | ce nom est compté | `read_interview` |
# | « 12 contre 9, donc davantage » | textes de longueurs inégales | [fréquences relatives](glossary.ipynb#fréquence-relative) (leçon 03) |

# %% [markdown] lang="en"
# ## Check yourself
#
# **1. `len(raw)` counts**
#
# <details><summary>words</summary>No: on a text, <code>len</code> counts characters. On a list of words it counts words.</details>
# <details><summary>characters, blanks included</summary>Yes, and the invisible ones too.</details>
#
# **2. Which step changed the number of words most?** Look at the table of steps.
#
# <details><summary>normalize</summary>It makes words equal, and hardly changes how many there are.</details>
# <details><summary>keeping the answers</summary>In the kit's interview, yes. Look at your own table.</details>
#
# **3. Cleaning makes a text neutral.**
#
# <details><summary>True</summary>No: you decided what a word is, whose words count and which words are too small to matter.</details>
# <details><summary>False</summary>Right. That is why each choice is written down.</details>

# %% [markdown] lang="fr"
# ## Faites le point
#
# **1. `len(raw)` compte**
#
# <details><summary>des mots</summary>Non : sur un texte, <code>len</code> compte des caractères. Sur une liste de mots, il compte des mots.</details>
# <details><summary>des caractères, espaces comprises</summary>Oui, et les invisibles aussi.</details>
#
# **2. Quelle étape a le plus changé le nombre de mots ?** Regardez le tableau des étapes.
#
# <details><summary>normalize</summary>Elle rend des mots égaux, sans guère changer leur nombre.</details>
# <details><summary>ne garder que les réponses</summary>Dans l’entretien du kit, oui. Regardez votre propre tableau.</details>
#
# **3. Nettoyer rend un texte neutre.**
#
# <details><summary>Vrai</summary>Non : vous avez décidé ce qu’est un mot, de qui viennent les mots, et lesquels sont trop petits pour compter.</details>
# <details><summary>Faux</summary>En effet. C’est pourquoi chaque choix est noté.</details>

# %% [markdown] lang="en"
# ## To keep
#
# - **O1** No-break spaces and curly apostrophes split counts; `normalize_report` counts them, `normalize` mends them.
# - **O2** Three rules gave three totals; `words` cuts elisions and keeps *aujourd'hui*.
# - **O3** `read_interview` gives one row a paragraph with its role; keep the voice your question asks for.
# - **O4** The table of steps says what each step left: hand it in with every count.
#
# **Limits.** The roles are read from the form of the page and can be wrong; a text of this length carries few occurrences of most words.
#
# **Transfer.** Write six lines of an interview with a friend, with one question inside an answer. What does `read_interview` make of it?
#
# **Source and licence.** The kit's own wording of published facts, CC BY 4.0 (`data/interview/README.md`). For a text of your own: [the end of lesson 00](00_start.ipynb); first remove names, addresses and telephone numbers of people who have not agreed.

# %% [markdown] lang="fr"
# ## À retenir
#
# - **O1** Espaces insécables et apostrophes courbes coupent les fréquences ; `normalize_report` les compte, `normalize` les corrige.
# - **O2** Trois règles ont donné trois totaux ; `words` coupe les élisions et garde *aujourd’hui*.
# - **O3** `read_interview` donne une ligne par paragraphe, avec son rôle ; gardez la voix que demande votre question.
# - **O4** Le tableau des étapes dit ce que chacune a laissé : joignez-le à tout comptage.
#
# **Limites.** Les rôles sont déduits de la forme de la page et peuvent être faux ; dans un texte de cette longueur, la plupart des mots n’ont que peu d’occurrences.
#
# **Transfert.** Écrivez six lignes d’un entretien avec quelqu’un que vous connaissez, avec une question à l’intérieur d’une réponse. Qu’en fait `read_interview` ?
#
# **Source et licence.** Faits publiés, rédaction propre au kit, CC BY 4.0 (`data/interview/LISEZMOI.md`). Pour votre propre texte : [la fin de la leçon 00](00_start.ipynb) ; retirez-en noms, adresses et téléphones de qui n’a pas donné son accord.
