# %% [markdown] lang="en"
# # Exercises 02: themes
#
# Replace the three dots, run the cell and the check below it, read what it says. `hint()`, typed in a new cell (button **+** above), gives a hint for the question checked last; there are three for each question, and they cost nothing. Questions marked *core* belong to the short course.
#
# | minutes | you need |
# |---|---|
# | 70 | lesson 02 |

# %% [markdown] lang="fr"
# # Exercices 02 : les thèmes
#
# Remplacez les trois points, exécutez la cellule puis la vérification placée dessous, lisez ce qu’elle dit. `hint()`, tapé dans une nouvelle cellule (bouton **+**, en haut), donne un indice pour la dernière question vérifiée ; il y en a trois par question, et ils ne coûtent rien. Les questions marquées *essentiel* font partie du cours bref.
#
# | minutes | prérequis |
# |---|---|
# | 70 | la leçon 02 |

# %%
import pandas as pd

from motamot import check, count_themes, hint, load_interview, load_lexicon, read_interview

pd.set_option("display.max_colwidth", 200)
turns = read_interview(load_interview())
answers = turns[turns["role"] == "answer"]
spoken = " ".join(answers["text"])
lexicon = load_lexicon()
turns.head(3)

# %% [markdown] lang="en"
# ## 1. Fill in (core): a rate
#
# In the *answers*, how many tokens begin with *fran*, as *France* and *français* do, per 1,000 words by the rule of `words()`? Give the number as it comes, without rounding it.

# %% [markdown] lang="fr"
# ## 1. Compléter (essentiel) : une fréquence relative
#
# Dans les *réponses*, combien d’occurrences commencent par *fran*, comme *France* et *français*, pour 1 000 mots selon la règle de `words()` ? Donnez le nombre tel quel, sans l’arrondir.

# %%
from motamot import concordance, words

france_rate = ...
### BEGIN SOLUTION
france_count = len(concordance(spoken, "fran*"))
france_rate = 1000 * france_count / len(words(spoken))
### END SOLUTION
check("02.france_rate", france_rate)

# %% [markdown] lang="en" tags=["solution"]
# The count first, then its share of the words *of the same voice*, times a thousand. In a report it is written in full, as `rate` does. A common wrong answer divides by the words of the whole page. And read the column `node`: in another text the star would take in *franchise* or *franchir* as well.

# %% [markdown] lang="fr" tags=["solution"]
# La fréquence d’abord, puis sa part des mots *de la même voix*, fois mille. Dans un compte rendu, elle s’écrit en entier, comme le fait `rate`. Erreur fréquente : diviser par les mots de toute la page. Et lisez la colonne `node` : dans un autre texte, l’étoile prendrait aussi *franchise* ou *franchir*.

# %% tags=["solution"]
from motamot import rate

print(rate(france_count, len(words(spoken))))
concordance(spoken, "fran*")

# %% [markdown] lang="en"
# ## 2. Modify (core): paragraphs touched
#
# The cell counts hits in the whole page. Change it into a table `touched_answers` with the columns `theme` and `paragraphs`: in how many paragraphs of the *answers* each of the ten themes occurs. A theme that touches none has 0; the order is free.

# %% [markdown] lang="fr"
# ## 2. Modifier (essentiel) : les paragraphes touchés
#
# La cellule compte les occurrences dans toute la page. Faites-en un tableau `touched_answers` avec les colonnes `theme` et `paragraphs` : dans combien de paragraphes des *réponses* chacun des dix thèmes est présent. Un thème qui n’en touche aucun reçoit 0 ; l’ordre est libre.

# %%
page = count_themes(turns["text"], lexicon)
page_hits = page.groupby("theme", as_index=False)["count"].sum()
touched_answers = ...
### BEGIN SOLUTION
counted = count_themes(answers["text"], lexicon)
counted["paragraphs"] = counted["count"] > 0
touched_answers = counted.groupby("theme", as_index=False)["paragraphs"].sum()
### END SOLUTION
check("02.touched_answers", touched_answers)

# %% tags=["solution"]
touched_answers.sort_values("paragraphs", ascending=False, kind="stable")

# %% [markdown] lang="en" tags=["solution"]
# `count > 0` turns hits into yes or no, and the sum of yes is a number of paragraphs. Dropping the rows with 0 first loses the themes that nobody mentioned, and silence is a result. Another way counts the rows that are left for each theme:

# %% [markdown] lang="fr" tags=["solution"]
# `count > 0` change les occurrences en oui ou non, et la somme des oui est un nombre de paragraphes. Retirer d’abord les lignes à 0 perd les thèmes dont personne n’a parlé, alors que le silence est un résultat. Autre façon, qui compte les lignes restantes pour chaque thème :

# %% tags=["solution"]
counted[counted["count"] > 0].groupby("theme").size().reindex(lexicon.themes, fill_value=0)

# %% [markdown] lang="en"
# ## 3. Write (core): your own `touched`
#
# Write a function that takes a list of paragraphs and a list of entries, and returns in how many paragraphs at least one entry occurs. An entry is one word or several, always whole; *ART* counts like *art*. Do it with `re`, without the kit's functions. It will be tried on short lists.

# %% [markdown] lang="fr"
# ## 3. Écrire (essentiel) : votre propre `touched`
#
# Écrivez une fonction qui prend une liste de paragraphes et une liste d’entrées, et qui renvoie le nombre de paragraphes où figure au moins une entrée. Une entrée compte un ou plusieurs mots, toujours entiers ; *ART* doit être trouvé comme *art*. Employez `re`, sans les fonctions du kit. Elle sera essayée sur des listes brèves.

# %%
import re


def touched(paragraphs, entries):
    ...
    ### BEGIN SOLUTION
    pattern = rf"\b(?:{'|'.join(entries)})\b"
    return sum(1 for text in paragraphs if re.search(pattern, text, flags=re.IGNORECASE))
    ### END SOLUTION


check("02.touched", touched)

# %% [markdown] lang="en" tags=["solution"]
# `re.search` stops at the first hit, so that a paragraph counts once. Without `\b`, *art* would touch every paragraph that holds *partage*. `in` on the text is the usual slip:

# %% [markdown] lang="fr" tags=["solution"]
# `re.search` s’arrête à la première trouvaille : un paragraphe compte une fois. Sans `\b`, *art* toucherait tout paragraphe où figure *partage*. L’étourderie habituelle est `in` sur le texte :

# %% tags=["solution"]
print("art" in "le partage", touched(["le partage"], ["art"]))

# %% [markdown] lang="en"
# ## 4. Explain: which step was missed?
#
# Somebody counted two entries of one theme in the two sentences below, added them up, and reports five hits. Which rule of the lesson was forgotten? Write its name between quotes.
#
# - `"borders"`: whole words only
# - `"longest"`: the longer entry takes the words
# - `"case"`: capitals and small letters alike
# - `"roles"`: whose words count

# %% [markdown] lang="fr"
# ## 4. Expliquer : quelle étape manque ?
#
# Quelqu’un a compté deux entrées d’un même thème dans les deux phrases ci-dessous, les a additionnées et annonce cinq occurrences. Quelle règle de la leçon a été oubliée ? Écrivez son nom entre guillemets.
#
# - `"borders"` : des mots entiers seulement
# - `"longest"` : l’entrée la plus longue prend les mots
# - `"case"` : ne pas distinguer majuscules et minuscules
# - `"roles"` : de qui l’on compte les mots

# %%
print("La place de marché grandit. Le marché aussi, et la place de marché recrute.")
pd.DataFrame({"entry": ["place de marché", "marché"], "count": [2, 3]})

# %%
missed_step = ...
### BEGIN SOLUTION
missed_step = "longest"
### END SOLUTION
check("02.missed_step", missed_step)

# %% [markdown] lang="en" tags=["solution"]
# The word *marché* stands there three times, all of them whole words in lower case. Two of the three belong to *place de marché* and were counted twice. With the longest entry first:

# %% [markdown] lang="fr" tags=["solution"]
# Le mot *marché* y figure trois fois, toujours entier et en minuscules. Deux des trois appartiennent à *place de marché* et ont été comptés deux fois. Avec l’entrée la plus longue d’abord :

# %% tags=["solution"]
re.findall(
    "place de marché|marché", "La place de marché grandit. Le marché aussi, et la place de marché recrute."
)

# %% [markdown] lang="en"
# ## 5. Write: two coders, then a standard
#
# The kit's two codings come from software and do not always agree. Keep only the decisions in which they do, and take those as the standard. `agreed_precision`: of the lexicon's hits among these decisions, all ten themes together, the share that the standard has as well. Give the number as it comes, without rounding it. `found`, `first` and `second` have the same rows and columns.

# %% [markdown] lang="fr"
# ## 5. Écrire : deux codeurs, puis une référence
#
# Les deux codages du kit viennent de logiciels et ne s’accordent pas toujours. Gardez seulement les décisions où ils s’accordent, et prenez-les pour référence. `agreed_precision` : parmi les trouvailles du lexique dans ces décisions, les dix thèmes réunis, la part que la référence contient aussi. Donnez le nombre tel quel, sans l’arrondir. `found`, `first` et `second` ont les mêmes lignes et les mêmes colonnes.

# %%
from motamot import gold_paragraphs, load_gold

first, second = load_gold("a") == 1, load_gold("b") == 1
coded_paragraphs = gold_paragraphs().loc[first.index, "text"]


def found_by(one_lexicon):
    table = count_themes(coded_paragraphs, one_lexicon)
    return table.pivot(index="text", columns="theme", values="count").loc[first.index, first.columns] > 0


found = found_by(lexicon)
found.head(3)

# %%
agreed_precision = ...
### BEGIN SOLUTION
settled = first == second
hits = (found & settled).to_numpy().sum()
right = (found & settled & first).to_numpy().sum()
agreed_precision = right / hits
### END SOLUTION
check("02.agreed_precision", agreed_precision)

# %% [markdown] lang="en" tags=["solution"]
# `first == second` is True where both wrote 1 and where both wrote 0; only the hits in such cells are counted, above and below the line. The figure is kinder than the one against a single coding, because the hard cells were left out: say so when you report it.

# %% [markdown] lang="fr" tags=["solution"]
# `first == second` est vrai là où les deux ont écrit 1 et là où les deux ont écrit 0 ; seules les trouvailles de ces cases comptent, au numérateur comme au dénominateur. La mesure est plus clémente que par rapport à un seul codage, car les cas difficiles ont été retirés : dites-le quand vous la donnez.

# %% tags=["solution"]
print(round(agreed_precision, 3), round((found & first).to_numpy().sum() / found.to_numpy().sum(), 3))

# %% [markdown] lang="en"
# ## 6. Write (core): the price of an entry
#
# The next cell names a theme and one of its entries. Check the kit's lexicon against `first`, once as it is and once without this entry. Make a table `trade_off` with the columns `version` (`"with"`, `"without"`), `precision` and `recall`, for this theme alone. `lexicon.remove(...)` takes an entry out, `validate_themes` gives the figures; leave them unrounded. Which will rise, which will fall?

# %% [markdown] lang="fr"
# ## 6. Écrire (essentiel) : le prix d’une entrée
#
# La cellule suivante nomme un thème et l’une de ses entrées. Comparez le lexique du kit à `first`, une fois tel quel et une fois sans cette entrée. Faites un tableau `trade_off` avec les colonnes `version` (`"with"`, `"without"`), `precision` et `recall`, pour ce seul thème. `lexicon.remove(...)` retire une entrée, `validate_themes` donne les mesures ; ne les arrondissez pas. Laquelle va monter, laquelle va baisser ?

# %%
from motamot import validate_themes
from motamot.checks import pick

pairs = [
    ("stores", "magasin*"),
    ("service", "client*"),
    ("data", "e-commerce"),
    ("marketplace", "vendeur*"),
]
theme, entry = pick("02.entry", pairs)
print(theme, "|", entry)

# %%
trade_off = ...
### BEGIN SOLUTION
versions = {"with": found, "without": found_by(lexicon.remove(theme, entry))}
checked = [validate_themes(table, first).assign(version=name) for name, table in versions.items()]
together = pd.concat(checked)
trade_off = together.loc[together["theme"] == theme, ["version", "precision", "recall"]]
### END SOLUTION
check("02.trade_off", trade_off)

# %% tags=["solution"]
trade_off.round(2)

# %% [markdown] lang="en" tags=["solution"]
# A smaller lexicon can only find less, so recall cannot rise; precision rises if what only this entry found was right less often than the rest. The row `all` pools ten themes and hides what one entry did: look at the theme you changed. Is the entry worth keeping? That depends on whether somebody reads the hits.

# %% [markdown] lang="fr" tags=["solution"]
# Un lexique réduit ne peut que trouver moins : le rappel ne monte pas ; la précision monte si ce que cette entrée était seule à trouver était moins souvent juste que le reste. La ligne `all` réunit dix thèmes et cache l’effet d’une entrée : regardez le thème modifié. Faut-il garder l’entrée ? Cela dépend : quelqu’un lira-t-il les trouvailles ?

# %%
hint("02.trade_off")

# %% [markdown] lang="en"
# ## 7. Explain: which claim holds?
#
# Look at this table of hits in the answers and at your own of paragraphs touched. Which claim do they support? Write its letter between quotes.
#
# - `"a"`: the theme with most hits is the most important one for the management.
# - `"b"`: some theme touches *every* paragraph of the answers.
# - `"c"`: where a theme has 0 hits, the management avoids the subject.
# - `"none"`: none of them.

# %% [markdown] lang="fr"
# ## 7. Expliquer : quelle affirmation tient ?
#
# Regardez ce tableau des occurrences dans les réponses, et le vôtre, celui des paragraphes touchés. Quelle affirmation permettent-ils d’appuyer ? Écrivez sa lettre entre guillemets.
#
# - `"a"` : le thème qui a le plus d’occurrences est le plus important pour la direction.
# - `"b"` : un thème touche *tous* les paragraphes des réponses.
# - `"c"` : là où un thème a 0 occurrence, la direction évite le sujet.
# - `"none"` : aucune.

# %%
by_theme = count_themes(spoken, lexicon)[["theme", "count", "hits"]]
by_theme.sort_values("count", ascending=False, kind="stable")

# %%
claim = ...
### BEGIN SOLUTION
claim = "b" if touched_answers["paragraphs"].max() == len(answers) else "none"
### END SOLUTION
check("02.claim", claim)

# %% [markdown] lang="en" tags=["solution"]
# The tables count words and paragraphs: they decide b, and nothing else. *Frequent* is not *important*; and no hit means that no entry was found, perhaps because the subject was put in other words.

# %% [markdown] lang="fr" tags=["solution"]
# Les tableaux comptent des mots et des paragraphes : ils tranchent b, et rien d’autre. *Fréquent* ne veut pas dire *important* ; et aucune occurrence signifie qu’aucune entrée n’a été trouvée, peut-être parce que le sujet a été dit autrement.

# %% [markdown] lang="en"
# ## 8. Transfer: another text
#
# Seven paragraphs of a company letter. Read them first: which would *you* choose for the theme `sustainability`? Then write a function for any letter and any theme: it takes the name of a theme, as the tables above write it, and a list of paragraphs, and returns in how many of them the kit's lexicon finds the theme. It will be tried on other themes and short lists; the last cell runs it on the letter.

# %% [markdown] lang="fr"
# ## 8. Transférer : un autre texte
#
# Sept paragraphes d’une lettre d’entreprise. Lisez-les d’abord : lesquels choisiriez-*vous* pour le thème `sustainability` (durabilité) ? Écrivez ensuite une fonction pour toute lettre et tout thème : elle prend le nom d’un thème, tel que l’écrivent les tableaux ci-dessus, et une liste de paragraphes, et renvoie dans combien de ces paragraphes le lexique du kit trouve ce thème. Elle sera essayée sur d’autres thèmes et des listes brèves ; la dernière cellule l’applique à la lettre.

# %%
letter = [
    "À l'occasion de nos vingt ans, nous avons invité tous nos clients et baissé nos prix.",
    "Nos meubles d'occasion plaisent à nos clients : la seconde main et le recyclage progressent.",
    "Nous construisons avec nos clients et nos fournisseurs des relations durables.",
    "Les emballages en plastique ont disparu de nos entrepôts, et nos émissions de carbone reculent.",
    "Nos magasins et nos camions consomment moins d'énergie.",
    "Un magasin sur deux recycle ses cartons, et nos clients y rapportent les leurs.",
    "Chaque table rapportée par un client sera démontée, et son bois servira de nouveau.",
]


# %%
def paragraphs_with(theme, paragraphs):
    ...
    ### BEGIN SOLUTION
    counted = count_themes(paragraphs, lexicon)
    of_theme = counted[counted["theme"] == theme]
    return len(of_theme[of_theme["count"] > 0])
    ### END SOLUTION


check("02.paragraphs_with", paragraphs_with)

# %%
paragraphs_with("sustainability", letter)

# %% tags=["solution"]
in_letter = count_themes(letter, lexicon)
in_letter.loc[in_letter["theme"] == "sustainability", ["text", "count", "hits"]]

# %% [markdown] lang="en" tags=["solution"]
# The exclusions keep *à l'occasion* and *relations durables* out. The last paragraph (`6` in the table) is about re-use and has none of the entries: a miss that few readers would make. Counting hits instead of paragraphs gives a larger number; and with the name `letter` inside, the function would answer for this letter whatever it is given.

# %% [markdown] lang="fr" tags=["solution"]
# Les exclusions écartent *à l’occasion* et *relations durables*. Le dernier paragraphe (`6` dans le tableau) parle de réemploi sans contenir aucune des entrées : un oubli que l’on ne ferait guère en lisant. Compter les occurrences au lieu des paragraphes donne un nombre plus grand ; et avec le nom `letter` à l’intérieur, la fonction répondrait pour cette lettre, quoi qu’on lui donne.

# %% [markdown] lang="en"
# ## 9. Explain: a theme and its evidence
#
# Which theme would you put into a headline about these answers? Write one or two sentences, in any language. Name the theme and one of its words as the table writes them, give the word's count as a figure, and quote, between quotation marks of any kind, at least four words of the answers in a row with that word among them. Add at least five different words of your own. The check looks whether theme, word, count and quotation fit together; whether they prove your point, a reader decides. (The choice is yours: no count says what is *important*.)

# %% [markdown] lang="fr"
# ## 9. Expliquer : un thème et sa preuve
#
# Quel thème mettriez-vous dans un titre sur ces réponses ? Écrivez une ou deux phrases, dans la langue de votre choix. Nommez le thème et l’un de ses mots comme les écrit le tableau, donnez la fréquence de ce mot en chiffres, et citez, entre guillemets, au moins quatre mots consécutifs des réponses dont ce mot fait partie. Ajoutez-y au moins cinq mots différents à vous. La vérification regarde si le thème, le mot, la fréquence et la citation vont ensemble ; elle ne dit pas s’ils prouvent ce que vous avancez. (Le choix vous revient : *important* ne se lit dans aucun comptage.)

# %%
listed = count_themes(spoken, lexicon).set_index("theme")["hits"].str.split(", ").explode()
hits = listed.str.extract(r"(?P<word>.+) ×(?P<count>\d+)").dropna().astype({"count": int})
hits.sort_values("count", ascending=False, kind="stable").head(12)

# %%
evidence = ...
### BEGIN SOLUTION
evidence = "Le lexique ne trouve aucun mot dans ces réponses."
for row in hits.sort_values("count", ascending=False, kind="stable").head(1).itertuples():
    line = concordance(spoken, row.word, window=4).iloc[0]
    quotation = " ".join([line["left"], line["node"], line["right"]])
    evidence = (
        f"Le mot {row.word} porte le thème {row.Index} {row.count} fois dans les réponses : « {quotation} »"
    )
### END SOLUTION
check("02.evidence", evidence)

# %% tags=["solution"]
evidence

# %% [markdown] lang="en" tags=["solution"]
# Assembled by code here, so that it holds for any text. Yours says what the line shows, and names a limit: a short text, a speaker who wants to convince, a list of words that somebody chose.

# %% [markdown] lang="fr" tags=["solution"]
# La phrase est assemblée ici par du code, afin de valoir pour tout texte. La vôtre dit ce que montre la ligne et nomme une limite : un texte court, une voix qui cherche à convaincre, une liste de mots que quelqu’un a choisie.

# %% [markdown] lang="en"
# ## What is recorded
#
# Nothing: answers and hints stay in this notebook. Save it, and hand it in if your instructor asks for it.

# %% [markdown] lang="fr"
# ## Ce qui est enregistré
#
# Rien : réponses et indices restent dans ce notebook. Enregistrez-le, et remettez-le si on vous le demande.
