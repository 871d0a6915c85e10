# %% [markdown] lang="en"
# # Start here: a first look at an interview
#
# **Our question.** Which words does this business interview use most, and may we trust the answer?
#
# After this lesson you can
#
# - **O1** run the cells of a notebook, in order, and say what the number in brackets means;
# - **O2** say who speaks in the interview, to whom, when and why;
# - **O3** draw the most frequent words of the interview, and name two reasons to doubt the figure.
#
# | minutes | you need | next lesson |
# |---|---|---|
# | 25 | nothing but curiosity | [01, cleaning](01_cleaning.ipynb) |

# %% [markdown] lang="fr"
# # Pour commencer : un premier regard sur un entretien
#
# **Notre question.** Quels mots cet entretien d’entreprise emploie-t-il le plus, et peut-on se fier à la réponse ?
#
# Après cette leçon, vous saurez
#
# - **O1** exécuter les cellules d’un notebook dans l’ordre, et dire ce que signifie le nombre entre crochets ;
# - **O2** dire qui parle dans l’entretien, à qui, quand et pourquoi ;
# - **O3** représenter les mots les plus fréquents de l’entretien, et donner deux raisons de douter de la figure.
#
# | minutes | prérequis | leçon suivante |
# |---|---|---|
# | 25 | aucun, sinon la curiosité | [01, nettoyer](01_cleaning.ipynb) |

# %% [markdown] lang="en"
# ## A notebook in one minute
#
# A notebook is a page made of **[cells](glossary.ipynb#cell)**. Some hold text, like this one; some hold Python, like the next one. Click on
# the next cell, then press **Shift + Enter** (or the button ▶ above): the cell runs, its result appears below, and the next cell is chosen. Before you run it, guess
# what will appear.
#
# Should a double click turn text into signs such as `**`, Shift + Enter puts it back. The button **+** above adds an empty cell for a try of your own. A linked word, such as *cells* above, opens its explanation in the [glossary](glossary.ipynb), in a tab of its own.

# %% [markdown] lang="fr"
# ## Un notebook en une minute
#
# Un notebook est une page faite de **[cellules](glossary.ipynb#cellule)**. Les unes contiennent du texte, comme celle-ci ; les autres du Python,
# comme la suivante. Cliquez dans la cellule suivante, puis appuyez sur **Maj + Entrée** (ou sur le bouton ▶, en haut) : la cellule s’exécute, son résultat s’affiche
# dessous, et la cellule d’après est sélectionnée. Avant de l’exécuter, devinez ce qui va s’afficher.
#
# Si un double clic transforme le texte en signes tels que `**`, Maj + Entrée le remet en forme. Le bouton **+**, en haut, ajoute une cellule vide pour vos propres essais. Un mot muni d’un lien, comme *cellules* ci-dessus, ouvre son explication dans le [glossaire](glossary.ipynb), sous un onglet à part.

# %%
len("mot à mot")

# %% [markdown] lang="en"
# What we see: a number. The first two lines load the kit and choose the language of its figures; every notebook begins with them. `len` counts *characters*, blanks included, not words. The number in brackets on the left says that
# this was the first cell you ran; an empty bracket means not yet run, and an asterisk means still running.

# %% [markdown] lang="fr"
# Ce que l’on voit : un nombre. Les deux premières lignes chargent le kit et choisissent la langue de ses figures ; tout notebook commence ainsi. `len` compte des *caractères*, espaces comprises, et non des mots. Le nombre entre crochets, à gauche, indique
# que cette cellule a été exécutée la première ; des crochets vides signifient « pas encore exécutée », un astérisque « en cours ».

# %% [markdown] lang="en"
# ## The text we will read
#
# Know your text before you count anything in it. This is the [corpus card](glossary.ipynb#corpus-card) of the kit's interview:
#
# | | |
# |---|---|
# | who speaks | the management of a shopping platform for France, Spain and Italy |
# | to whom | to a journalist of an online trade paper, and through it to retailers |
# | when | in 2021, after a year in which many people stayed at home |
# | why | to present the firm's plans in France |
# | wording | the kit's own; only the facts come from a published interview |
#
# A manager who speaks to the press wants to convince. Our counts will describe what is *said*, never what is *done*. We load the page and read its beginning.

# %% [markdown] lang="fr"
# ## Le texte que nous allons lire
#
# Il faut connaître un texte avant d’y compter quoi que ce soit. Voici la [fiche du corpus](glossary.ipynb#fiche-du-corpus) pour l’entretien du kit :
#
# | | |
# |---|---|
# | qui parle | la direction d’une plateforme de vente pour la France, l’Espagne et l’Italie |
# | à qui | à la rédaction d’un site professionnel et, par elle, au commerce |
# | quand | en 2021, après une année où beaucoup sont restés chez eux |
# | pourquoi | pour présenter les projets de l’entreprise en France |
# | formulation | propre au kit ; seuls les faits viennent d’un entretien publié |
#
# Une direction qui parle à la presse cherche à convaincre. Nos comptages décriront ce qui est *dit*, jamais ce qui est *fait*. Chargeons la page pour en lire le début.

# %%
from motamot import load_interview

raw = load_interview()
print(raw[:400])

# %% [markdown] lang="en"
# What we see: the first 400 characters (`[:400]`) of a page as it was copied from a website: a headline, a line that sums up, a question. Nothing has been
# cleaned yet. Read on in your head: **which word do you expect most often?** Write it in place of the three dots, between straight quotes, as in `prediction = "prix"`, and run the cell. There is no mark for it; a guess makes you look.

# %% [markdown] lang="fr"
# Ce que l’on voit : les 400 premiers caractères (`[:400]`) d’une page telle qu’elle a été copiée d’un site : un titre, une ligne qui résume, une question. Rien n’est
# encore nettoyé. **Quel mot sera, selon vous, le plus fréquent ?** Écrivez-le à la place des trois points, entre guillemets droits, comme dans `prediction = "prix"`, puis exécutez la cellule. Ce n’est pas noté ; prédire oblige à regarder.

# %%
prediction = ...

# %% [markdown] lang="en"
# ## The answer, as a table and as a figure
#
# The kit [cuts the text into words](glossary.ipynb#tokenize), leaves out [stop words](glossary.ipynb#stop-words) (small words such as *le* or *de*) and counts the rest. Lesson 01 opens these steps one by one.

# %% [markdown] lang="fr"
# ## La réponse, en tableau et en figure
#
# Le kit [segmente le texte en mots](glossary.ipynb#segmenter-en-mots), écarte les [mots vides](glossary.ipynb#mots-vides) (de petits mots comme *le* ou *de*) et compte les autres. La leçon 01 ouvre ces étapes une à une.

# %%
from motamot import frequencies, stop_words, words

table = frequencies(words(raw, stop=stop_words(keep=())))
table.head(5).round(1)

# %% [markdown] lang="en"
# What we see: one row a word, in small letters only. `count` is how often the word occurs (its [count](glossary.ipynb#count)), `per_1000` its [rate per 1,000](glossary.ipynb#rate-per-1,000) words counted, and `low` and `high` the ends of
# an interval that lesson 03 explains. The same table as bars:

# %% [markdown] lang="fr"
# Ce que l’on voit : une ligne par mot, tout en minuscules. `count` est la [fréquence](glossary.ipynb#fréquence) du mot, `per_1000` sa [fréquence relative](glossary.ipynb#fréquence-relative) pour 1 000 mots comptés ; `low` et `high`
# sont les bornes d’un intervalle que la leçon 03 explique. Le même tableau, en barres :

# %%
from motamot import plot_frequencies

ax = plot_frequencies(table, n=12)

# %% [markdown] lang="en"
# What we see: the longest bar on top, and the count at the end of each bar. Bars of equal length are a tie: then only the alphabet decides which is first. Was your guess among them? A figure never stands alone in this kit: `data_of` gives
# the table it shows, for those who cannot see it and for those who want to check it.

# %% [markdown] lang="fr"
# Ce que l’on voit : la barre la plus longue en haut, et la fréquence au bout de chaque barre. Des barres de même longueur sont ex æquo : seul l’alphabet décide alors laquelle vient d’abord. Votre prédiction y figure-t-elle ? Dans ce kit, une figure n’est jamais seule : `data_of`
# donne le tableau qu’elle montre, pour qui ne peut pas la voir et pour qui veut la vérifier.

# %%
from motamot import data_of

data_of(ax)[["word", "count"]]

# %% [markdown] lang="en"
# ## Two reasons to doubt
#
# The figure is correct and may still mislead. First doubt: a page holds more voices than one. Let us see which words of our bars also stand in its questions.

# %% [markdown] lang="fr"
# ## Deux raisons de douter
#
# La figure est exacte, et peut pourtant tromper. Premier doute : une page fait entendre plusieurs voix. Voyons quels mots de nos barres figurent aussi dans ses questions.

# %%
questions = [line for line in raw.split("\n") if line.strip().endswith("?")]
asked = set(words(" ".join(questions)))
print(len(questions), [word for word in table["word"].head(12) if word in asked])

# %% [markdown] lang="en"
# What we see: the number of lines that end with a question mark, then the words of our bars that also stand in them. The journalist said these, yet they count as if the management had.
# Second doubt: words that belong together are counted apart.

# %% [markdown] lang="fr"
# Ce que l’on voit : le nombre de lignes qui se terminent par un point d’interrogation, puis les mots de nos barres qui y figurent aussi. C’est là la rédaction qui parle, et ces mots comptent pourtant comme si la direction les avait dits.
# Second doute : des mots qui vont ensemble sont comptés séparément.

# %%
words("Le live shopping arrive en France.", stop=stop_words())

# %% [markdown] lang="en"
# What we see: *live shopping* is one idea and became two words, so two bars. Cleaning (lesson 01) answers the first doubt, themes (lesson 02) the second.
#
# ## Order matters
#
# Cells remember what ran before them, in the order in which *you* ran them. The next cell asks for something that no cell has made yet. It fails, and that is meant: read the last line of the message.

# %% [markdown] lang="fr"
# Ce que l’on voit : *live shopping* est une seule idée, devenue deux mots, donc deux barres. Le nettoyage (leçon 01) répond au premier doute, les thèmes (leçon 02) au second.
#
# ## L’ordre compte
#
# Les cellules se souviennent de ce qui a été exécuté avant elles, dans l’ordre où *vous* les avez exécutées. La cellule suivante demande quelque chose qu’aucune cellule n’a encore créé. Elle échoue, et c’est voulu : lisez la dernière ligne du message.

# %% tags=["raises-exception"]
word_total

# %% [markdown] lang="en"
# What we see: `NameError`, the commonest error in notebooks. It says: *I do not know this name.* Either the cell that makes it has not run, or the name is misspelled. Run the next cell,
# which makes the name, then run the failed cell again: it works.

# %% [markdown] lang="fr"
# Ce que l’on voit : `NameError`, l’erreur la plus courante dans un notebook. Elle dit : *je ne connais pas ce nom.* Soit la cellule qui le crée n’a pas été exécutée, soit le nom est mal écrit. Exécutez la cellule
# suivante, qui crée ce nom, puis de nouveau celle qui a échoué : elle fonctionne.

# %%
word_total = len(words(raw))
word_total

# %% [markdown] lang="en"
# When you open a notebook again tomorrow, its results are still on the page but its memory, the [kernel](glossary.ipynb#kernel), is empty: every name is unknown again. The cure is always the same: menu **Run**, then **Run All Cells**.
# If all seems stuck, menu **Kernel**, then **Restart Kernel and Run All Cells**.
#
# Save often: **Ctrl + S** (**Cmd + S** on a Mac).

# %% [markdown] lang="fr"
# Quand vous rouvrirez un notebook demain, ses résultats seront encore sur la page, mais sa mémoire, le [noyau](glossary.ipynb#noyau), sera vide : tous les noms seront de nouveau inconnus. Le remède est toujours le même : menu **Exécution** (*Run*), puis
# **Exécuter toutes les cellules** (*Run All Cells*). Si tout semble bloqué : menu **Noyau** (*Kernel*), puis **Redémarrer le noyau et Exécuter toutes les cellules**.
#
# Enregistrez souvent : **Ctrl + S** (**Cmd + S** sur Mac).

# %% [markdown] lang="en"
# ## Your turn
#
# The next cell keeps *nous* and *notre*, which the first figure left out. Run it: does the ranking change? Then change the number 5: is a word cut off that is as frequent as the last one shown? Which figure would you show the firm, which one a rival, and why? Nothing can break: the end of this lesson tells how to get a clean copy.

# %% [markdown] lang="fr"
# ## À vous
#
# La cellule suivante garde *nous* et *notre*, que la première figure écartait. Exécutez-la : le classement change-t-il ? Changez ensuite le nombre 5 : un mot aussi fréquent que le dernier montré est-il coupé ? Quelle figure montreriez-vous à l’entreprise, laquelle à un concurrent, et pourquoi ? Vous ne pouvez rien casser : la fin de cette leçon dit comment obtenir une copie neuve.

# %%
kept = frequencies(words(raw, stop=stop_words(keep=["nous_notre"])))
ax = plot_frequencies(kept, n=5)

# %% [markdown] lang="en"
# ## Check yourself
#
# Click on an answer to open it.
#
# **1. The bracket beside a cell shows an asterisk. What does it mean?**
#
# <details><summary>The cell failed.</summary>No: a failed cell shows its number and a message that ends with the name of the error.</details>
# <details><summary>The cell is running.</summary>Yes. Wait, or use the menu Kernel, Interrupt Kernel.</details>
# <details><summary>The cell holds a prediction.</summary>No: predictions look like any other cell.</details>
#
# **2. The longest bar shows the word the management finds most important.**
#
# <details><summary>True.</summary>Frequent is not the same as important: a word can be frequent because the journalist keeps asking about it.</details>
# <details><summary>False.</summary>Right. The bar counts the whole page, all voices together, and frequency is not importance.</details>

# %% [markdown] lang="fr"
# ## Faites le point
#
# Cliquez sur une réponse pour l’ouvrir.
#
# **1. Les crochets contiennent un astérisque. Que signifie-t-il ?**
#
# <details><summary>La cellule a échoué.</summary>Non : une cellule qui échoue affiche son nombre et un message qui se termine par le nom de l’erreur.</details>
# <details><summary>La cellule est en cours d’exécution.</summary>Oui. Attendez, ou passez par le menu Noyau (<em>Kernel</em>), Interrompre le noyau.</details>
# <details><summary>La cellule contient une prédiction.</summary>Non : rien ne distingue une prédiction.</details>
#
# **2. La barre la plus longue montre le mot que la direction juge le plus important.**
#
# <details><summary>Vrai.</summary>Fréquent ne veut pas dire important : un mot peut être fréquent parce que la rédaction y revient sans cesse.</details>
# <details><summary>Faux.</summary>En effet. La barre compte toutes les voix de la page, et fréquent n’est pas important.</details>

# %% [markdown] lang="en"
# ## To keep
#
# - **O1** Shift + Enter runs a cell; the bracket numbers the order; `NameError` means that the cell which makes a name has not run, or that the name is misspelled.
# - **O2** A manager speaks to retailers through a journalist, to present plans: the text wants to convince.
# - **O3** The bars count the page, not the management (first doubt), and split *live shopping* (second doubt).
#
# **Limits.** One short text: about as long as two pages. It says nothing about the firm's deeds, and little about its words elsewhere.
#
# **Transfer.** Take any article you read this week. Fill in its corpus card on paper: who speaks, to whom, when, why?
#
# **Source and licence.** The kit's interview retells facts of a trade-press interview of 2021 in the kit's own words (CC BY 4.0); see its data sheet, `data/interview/README.md` in your folder.

# %% [markdown] lang="fr"
# ## À retenir
#
# - **O1** Maj + Entrée exécute une cellule ; les crochets numérotent l’ordre ; `NameError` signifie que la cellule qui crée un nom n’a pas été exécutée, ou que le nom est mal écrit.
# - **O2** Une direction s’adresse au monde du commerce, à travers une rédaction, pour présenter ses projets : le texte cherche à convaincre.
# - **O3** Les barres comptent la page et non la direction (premier doute), et coupent *live shopping* en deux (second doute).
#
# **Limites.** Un seul texte, court : environ deux pages. Il ne dit rien de ce que fait l’entreprise, et peu de ce qu’elle dit ailleurs.
#
# **Transfert.** Prenez un article lu cette semaine. Remplissez sa fiche du corpus sur papier : qui parle, à qui, quand, pourquoi ?
#
# **Source et licence.** L’entretien du kit reprend, avec ses propres mots, les faits d’un entretien de la presse professionnelle de 2021 (CC BY 4.0) ; voyez sa fiche, `data/interview/LISEZMOI.md`, dans votre dossier.

# %% [markdown] lang="en"
# ## Two commands, for later
#
# They are typed in a terminal of JupyterLab: menu **File**, **New**, **Terminal**; Enter after each.
#
# - Close the tab of a notebook, then `motamot lab --fresh 00_start` (with its name) puts a clean copy in place and keeps yours under a dated name. A name that a lesson shares with its exercises renews both.
# - `motamot use-text entretien.txt` puts your own interview in the place of the kit's, once its file lies in your folder; `motamot use-text --undo` goes back. [Lesson 05](05_your_text.ipynb) shows each step.
#
# Before you use a text, look for names, addresses and telephone numbers of people who have not agreed.

# %% [markdown] lang="fr"
# ## Deux commandes, pour plus tard
#
# Elles se tapent dans un terminal de JupyterLab : menu **Fichier** (*File*), **Nouveau** (*New*), **Terminal** ; Entrée après chacune.
#
# - Fermez l’onglet d’un notebook, puis `motamot lab --fresh 00_start` (avec son nom) met en place une copie neuve et garde la vôtre sous un nom daté. Un nom commun à une leçon et à ses exercices remet à neuf les deux.
# - `motamot use-text entretien.txt` met votre propre entretien à la place de celui du kit, une fois son fichier dans votre dossier ; `motamot use-text --undo` revient en arrière. La [leçon 05](05_your_text.ipynb) montre chaque étape.
#
# Avant d’employer un texte, cherchez-y les noms, adresses et numéros de téléphone de personnes qui n’ont pas donné leur accord.
