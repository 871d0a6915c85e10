# %% [markdown] lang="en"
# # 05 Your text: from a file to a one-page report
#
# **Our question.** What can you say about a text of your own, so that a reader who doubts can check it?
#
# After this lesson you can
#
# - **O1** put a text of your own in use, and decide what in it points to people;
# - **O2** show what each choice changes in the ranking;
# - **O3** write evidence: a count, its rate and interval, lines of the text;
# - **O4** assemble a one-page report with its limits, and judge somebody else's.
#
# | minutes | you need | next |
# |---|---|---|
# | 90 | [01, cleaning](01_cleaning.ipynb) and [02, themes](02_themes.ipynb) | the exercises |

# %% [markdown] lang="fr"
# # 05 Votre texte : d’un fichier à un compte rendu d’une page
#
# **Notre question.** Que pouvez-vous dire d’un texte à vous, de sorte qu’une personne qui en doute puisse le vérifier ?
#
# Après cette leçon, vous saurez
#
# - **O1** mettre votre propre texte en place, et décider de ce qui, dans ce texte, désigne des personnes ;
# - **O2** montrer ce que chaque choix change au classement ;
# - **O3** rédiger une preuve : une fréquence, sa fréquence relative et son intervalle, des lignes du texte ;
# - **O4** assembler un compte rendu d’une page avec ses limites, et juger celui de quelqu’un d’autre.
#
# | minutes | prérequis | suite |
# |---|---|---|
# | 90 | [01, nettoyer](01_cleaning.ipynb) et [02, les thèmes](02_themes.ipynb) | les exercices |

# %% [markdown] lang="en"
# ## Put your text in use
#
# You need an interview in French, as `.txt`, `.docx` or a saved web page. Without one, go on with the kit's. A *terminal* is a window where you type a command, then Enter.
#
# 1. On the left, click the folder sign above the list of files, then drag your file into the list.
# 2. Menu **File**, **New**, **Terminal**.
# 3. Type `motamot use-text entretien.txt`, with the name of your file.
# 4. Read what it answers: the encoding, the table of [turns](glossary.ipynb#turn), what it guessed.
# 5. Come back here: menu **Kernel**, **Restart Kernel and Run All Cells**.
#
# The file stays on this computer, and `motamot use-text --undo` takes you back. For company texts (04a), add `--statements`. Whose text is in use?

# %% [markdown] lang="fr"
# ## Mettre votre texte en place
#
# Il faut un entretien en français : `.txt`, `.docx` ou page web enregistrée. Sans texte à vous, celui du kit convient. Un *terminal* est une fenêtre où l’on tape une commande, puis Entrée.
#
# 1. À gauche, cliquez sur le symbole du dossier au-dessus de la liste, puis glissez-y votre fichier.
# 2. Menu **Fichier** (*File*), **Nouveau** (*New*), **Terminal**.
# 3. Tapez `motamot use-text entretien.txt`, avec votre nom de fichier.
# 4. Lisez la réponse : l’encodage, le tableau des [tours de parole](glossary.ipynb#tour-de-parole), ce qui a été deviné.
# 5. Revenez ici : menu **Noyau** (*Kernel*), **Redémarrer le noyau et Exécuter toutes les cellules**.
#
# Le fichier reste sur cet ordinateur, et `motamot use-text --undo` revient en arrière. Textes d’entreprises (04a) : ajoutez `--statements`. Quel texte est en place ?

# %%
from motamot import load_interview, read_interview, words

raw = load_interview()
turns = read_interview(raw)
turns.assign(words=[len(words(text)) for text in turns["text"]]).head(8)

# %% [markdown] lang="en"
# The first paragraphs: role, turn, who speaks, how many words. If a role is wrong, mend it now (`--speakers`, in the answer of the terminal): all later counts depend on it.
#
# ## Whom does the text name?
#
# [Personal data](glossary.ipynb#personal-data) are all that can be linked to a living person. A program knows them by their form. In the sentence below, how many things point to somebody, and how many will the program find? Write both as `[..., ...]`.

# %% [markdown] lang="fr"
# Les premiers paragraphes : rôle, tour, qui parle, combien de mots. Si un rôle est faux, corrigez-le maintenant (`--speakers`, dans la réponse du terminal) : tous les comptages en dépendent.
#
# ## Qui le texte nomme-t-il ?
#
# Les [données personnelles](glossary.ipynb#données-personnelles) sont tout ce qui peut être rattaché à une personne vivante. Un programme les reconnaît à leur forme. Dans la phrase ci-dessous, combien d’éléments désignent quelqu’un, et combien le programme en trouvera-t-il ? Écrivez les deux nombres sous la forme `[..., ...]`.

# %%
sample = "Mme Roche (roche@exemple.fr, 06 12 34 56 78) tient avec son fils la seule librairie de Montclar."
prediction = ...

# %%
import re

from motamot import personal_data

print(re.findall(r"[\w.]+@[\w.]+", sample), re.findall(r"[A-Z]\w+ [A-Z]\w+", sample))
personal_data(sample)

# %% [markdown] lang="en"
# Two [patterns](glossary.ipynb#pattern) find an address and a name; the kit's function adds telephone numbers, titles and particles. Three things have a form; two have none, *la seule librairie de Montclar* and *son fils*, and everybody in Montclar knows who they are. What has a form is found by a machine, what has a meaning only by a reader.
#
# Now the text in use. Which rows are people, and which merely two capitals?

# %% [markdown] lang="fr"
# Deux [motifs](glossary.ipynb#motif) trouvent une adresse et un nom ; la fonction du kit y ajoute les numéros de téléphone, les titres et les particules. Trois éléments ont une forme ; deux n’en ont pas, *la seule librairie de Montclar* et *son fils*, alors qu’à Montclar tout le monde sait de qui il s’agit. Une machine trouve ce qui a une forme ; ce qui a un sens, seule la lecture le trouve.
#
# Passons au texte en place. Quelles lignes sont des personnes, et lesquelles de simples majuscules ?

# %%
personal_data(raw)

# %% [markdown] lang="en"
# In the kit's interview each row is a false alarm: a word with a capital because the sentence begins there, and a country or a continent. With a text of yours, decide row by row: a manager who speaks for a company in the press may be named, a customer who tells a story may not.
#
# To [anonymize](glossary.ipynb#anonymize) by hand is slow, so people replace. Before you run the cell: what happens to *Rochefort*?

# %% [markdown] lang="fr"
# Dans l’entretien du kit, chaque ligne est une fausse alerte : une majuscule de début de phrase, puis un pays ou un continent. Pour un texte à vous, décidez ligne par ligne : une dirigeante qui parle au nom de son entreprise dans la presse peut être nommée, une cliente qui raconte une histoire, non.
#
# [Anonymiser](glossary.ipynb#anonymiser) à la main est long : on remplace donc. Avant d’exécuter la cellule : que devient *Rochefort* ?

# %%
sample = "Mme Roche quitte Rochefort ; au pied d'une roche, Roche hésite."
print(sample.replace("Roche", "[1]"))
print(re.sub(r"\bRoche\b", "[1]", sample))

# %% [markdown] lang="en"
# `replace` also eats the beginning of a town. Whole words, with capitals as they are, leave the town and the stone alone. The same person keeps the same number, so that the text can still be read. Change the file before you put it in use, and keep the original where nobody else has access.
#
# ## A question, and a corpus card
#
# A report answers one question. Can counting answer it, in *this* text?
#
# | question | can it? |
# |---|---|
# | Is the management sincere? | no: no word shows it |
# | What matters most to it? | no: frequent is not important |
# | Which words does it say most when it speaks of buyers? | yes: lines can be counted and read |
#
# Write yours between straight quotes, `"…"`, and fill in the [corpus card](glossary.ipynb#corpus-card): who speaks, to whom, when, why, and who wrote the words down.

# %% [markdown] lang="fr"
# `replace` mange aussi le début d’une ville. Des mots entiers, majuscules comprises, laissent tranquilles la ville et la roche. La même personne garde le même numéro, et le texte reste lisible. Modifiez le fichier avant de le mettre en place, et gardez l’original là où personne d’autre n’a accès.
#
# ## Une question, une fiche du corpus
#
# Un compte rendu répond à une question. Un comptage peut-il y répondre, dans *ce* texte ?
#
# | question | le peut-il ? |
# |---|---|
# | La direction est-elle sincère ? | non : aucun mot ne le montre |
# | Qu’est-ce qui compte le plus pour elle ? | non : fréquent n’est pas important |
# | Quels mots emploie-t-elle le plus quand elle parle de qui achète ? | oui : des lignes se comptent et se lisent |
#
# Écrivez la vôtre entre guillemets droits, `"…"`, puis remplissez la [fiche du corpus](glossary.ipynb#fiche-du-corpus) : qui parle, à qui, quand, pourquoi, et qui a mis ces paroles par écrit.

# %%
question = ...
spoken = " ".join(turns.loc[turns["role"] == "answer", "text"])
corpus = {"who": ..., "to_whom": ..., "when": ..., "why": ..., "written_by": ..., "words": len(words(spoken))}
corpus["words"]

# %% [markdown] lang="en"
# The last entry of the card is counted; the others you know better than the machine. Dots may stay for now.
#
# ## Choices, each with its effect
#
# A ranking has an author: whoever chose the settings. `note` writes down one choice at a time: setting, number of words, the three words on top. The first two choices: *whose* words, and whether to [normalize](glossary.ipynb#normalize).

# %% [markdown] lang="fr"
# La dernière entrée de la fiche est comptée ; les autres, vous les connaissez mieux que la machine. Les points peuvent attendre.
#
# ## Des choix, chacun avec son effet
#
# Un classement a un auteur : la personne qui a choisi les réglages. `note` consigne un choix à la fois : le réglage, le nombre de mots, les trois mots en tête. Les deux premiers choix : les mots de *qui*, et [normaliser](glossary.ipynb#normaliser) ou non.

# %%
from motamot import frequencies, normalize

choices = []


def note(choice, setting, counted):
    first = frequencies(counted)["word"].head(3)
    choices.append((choice, setting, len(counted), ", ".join(first)))


note("normalize", "raw page", words(raw))
note("normalize", "normalize(raw)", words(normalize(raw)))
note("voice", "answers", words(spoken))
choices

# %% [markdown] lang="en"
# Choice, setting, words counted, the three on top. The names between quotes will stand on your page: write them as your readers need them. Next comes the list of [stop words](glossary.ipynb#stop-words). Predict the first word once they are gone, and then once negation is gone as well.

# %% [markdown] lang="fr"
# Le choix, le réglage, les mots comptés, les trois en tête. Les noms entre guillemets figureront sur votre page : récrivez-les, en français si vous voulez, pour qui vous lira. Vient ensuite la liste des [mots vides](glossary.ipynb#mots-vides). Prédisez le premier mot une fois qu’ils sont retirés, puis une fois la négation retirée aussi.

# %%
prediction = ...

# %%
import pandas as pd

from motamot import stop_words

note("stop", "stop_words()", words(spoken, stop=stop_words()))
content = words(spoken, stop=stop_words(keep=()))
note("stop", "stop_words(keep=())", content)
columns = ["choice", "setting", "words", "first"]
pd.DataFrame(choices, columns=columns)

# %% [markdown] lang="en"
# Read the table from top to bottom. Normalizing gives one word one spelling: in the kit's interview it lets *l'* into the first three. Leaving the questions out changes whose words we count; a stop list puts other words on top, or none. In the last row a large part of what was said is gone. A choice that changes nothing deserves its row, too: it says that the ranking stands firm.
#
# ## Merged forms
#
# *Client* and *clients*: one word or two? Cutting off every *s* is quick. Look at what it does to the first list, then at a more careful rule: merge only where *both* forms occur, and read the list.

# %% [markdown] lang="fr"
# Lisez le tableau de haut en bas. Normaliser unifie les graphies : dans l’entretien du kit, *l’* entre ainsi dans les trois premiers. Laisser les questions de côté change la voix que l’on compte ; une liste de mots vides met d’autres mots en tête, ou n’en laisse aucun. À la dernière ligne, une grande part des paroles a disparu. Un choix qui ne change rien mérite aussi sa ligne : il dit que le classement tient.
#
# ## Réunir des formes
#
# *Client* et *clients* : un mot ou deux ? Couper tous les *s* va vite. Voyez ce que cela fait à la première liste, puis une règle plus prudente : ne réunir que si les *deux* formes figurent dans le texte, et lire la liste.

# %%
print([word.rstrip("s") for word in ["clients", "pays", "mois", "français"]])
merged = {word + "s": word for word in content if word + "s" in content}
print(merged)
together = [merged.get(word, word) for word in content]
note("merged", "word + s", together)
frequencies(together).head(7).round(1)

# %% [markdown] lang="en"
# *Pay*, *moi*, *françai*: a rule without a reader. The second rule merges only what stands in its list; strike out a pair that means two things. In the kit's interview *marché* climbs into view, and the first places do not move.
#
# ## The lexicon
#
# If your report counts themes, the [lexicon](glossary.ipynb#lexicon) is a choice as well. Which theme leads, and which one leads without its strongest entry?

# %% [markdown] lang="fr"
# *Pay*, *moi*, *françai* : une règle que personne ne relit. La seconde ne réunit que ce qui figure dans sa liste ; rayez-en une paire qui a deux sens. Dans l’entretien du kit, *marché* monte, et les premières places ne bougent pas.
#
# ## Le lexique
#
# Si votre compte rendu compte des thèmes, le [lexique thématique](glossary.ipynb#lexique-thématique) est un choix, lui aussi. Quel thème est en tête, et lequel l’est sans l’entrée la plus forte ?

# %%
from motamot import count_entries, count_themes, load_lexicon

lexicon = load_lexicon()
entries = count_entries(spoken, lexicon).sort_values("count", ascending=False, kind="stable")
theme, entry = entries[["theme", "entry"]].iloc[0]
versions = {"load_lexicon()": lexicon, f"remove({entry})": lexicon.remove(theme, entry)}
for name, version in versions.items():
    ranked = count_themes(spoken, version).sort_values("count", ascending=False, kind="stable")
    choices.append(("lexicon", name, len(words(spoken)), ", ".join(ranked["theme"].head(3))))
pd.DataFrame(choices, columns=columns).tail(3)

# %% [markdown] lang="en"
# The merged forms, then the themes in order, with the whole lexicon and without one of its entries. If the first theme changes, your report must name the entry.
#
# ## Counts, rates, intervals
#
# Now the word on top of the content words. Its row in two tables: of all words said, and of those that the stop list left. Same [count](glossary.ipynb#count): will the [rate per 1,000](glossary.ipynb#rate-per-1,000) be the same?

# %% [markdown] lang="fr"
# Les formes réunies, puis les thèmes dans l’ordre, avec le lexique entier et sans l’une de ses entrées. Si le premier thème change, votre compte rendu doit nommer l’entrée.
#
# ## Fréquences, fréquences relatives, intervalles
#
# Prenons le mot en tête des mots pleins. Voici sa ligne dans deux tableaux : parmi tous les mots dits, et parmi ceux que la liste a laissés. La [fréquence](glossary.ipynb#fréquence) est la même : la [fréquence relative](glossary.ipynb#fréquence-relative) le sera-t-elle ?

# %%
full, short = frequencies(words(spoken)), frequencies(content)
word = short["word"].iloc[0]
pd.concat({"spoken": full[full["word"] == word], "content": short[short["word"] == word]}).round(1)

# %% [markdown] lang="en"
# Per 1,000 of *which* words? Taken over what the stop list left, the rate jumps, and nobody has said the word more often. In a report, divide by all words of the voice. `low` and `high` are the [confidence interval](glossary.ipynb#confidence-interval): if the same kind of text went on, the rate would plausibly lie there; words come in bursts, so it is too narrow.
#
# The figure for the report: rates over all words, without the stop words. Its title does not say so: give it yours, with `title="…"`.

# %% [markdown] lang="fr"
# Pour 1 000 mots, mais *lesquels* ? Calculée sur ce que la liste a laissé, la fréquence relative bondit, sans que personne ait dit le mot plus souvent. Dans un compte rendu, divisez par tous les mots de la voix étudiée. `low` et `high` bornent l’[intervalle de confiance](glossary.ipynb#intervalle-de-confiance) : si le même genre de texte continuait, la fréquence relative s’y trouverait vraisemblablement ; les mots viennent par rafales, il est donc trop étroit.
#
# La figure du compte rendu : des fréquences relatives sur tous les mots, sans montrer les mots vides. Son titre ne le dit pas : donnez-lui le vôtre, avec `title="…"`.

# %%
from motamot import data_of, plot_frequencies, rate

ax = plot_frequencies(full[full["word"].isin(content)], n=8, per_1000=True)
count = len([one for one in words(spoken) if one == word])
print(word, "|", rate(count, len(words(spoken))), "| +1:", rate(count + 1, len(words(spoken))))
data_of(ax).round(1)

# %% [markdown] lang="en"
# After the word stands the piece of sentence you need; after `+1`, the same with one [token](glossary.ipynb#token) more. Where intervals overlap, the order of two bars may be chance, and overlap does not mean equal.
#
# ## Evidence: lines
#
# A number tells how often, a [concordance](glossary.ipynb#concordance) what for. Read all lines; then choose three: one that is typical, one that supports you, one that contradicts you. The limit of this course: one word in ten of the page. `so_far` adds up the words of the lines; the first three are taken, or fewer if the text is short. How many words do they quote?

# %% [markdown] lang="fr"
# Après le mot figure le morceau de phrase qu’il vous faut ; après `+1`, le même avec une [occurrence](glossary.ipynb#occurrence) de plus. Là où les intervalles se chevauchent, l’ordre de deux barres peut tenir au hasard, et se chevaucher ne veut pas dire être égal.
#
# ## La preuve : des lignes
#
# Un nombre dit combien de fois, une [concordance](glossary.ipynb#concordance) dit à quel propos. Lisez toutes les lignes, puis choisissez-en trois : une typique, une qui vous donne raison, une qui vous contredit. La limite de ce cours : un mot de la page sur dix. `so_far` additionne les mots des lignes ; les trois premières sont prises, ou moins si le texte est court. Combien de mots citent-elles ?

# %%
from motamot import concordance

lines = concordance(spoken, word, window=4)
so_far = pd.Series([len(words(" ".join(line))) for line in lines.itertuples(index=False)]).cumsum()
chosen = lines[so_far <= len(words(raw)) / 10].head(3)
quoted = sum(len(words(" ".join(line))) for line in chosen.itertuples(index=False))
print(quoted, len(words(raw)), round(100 * quoted / len(words(raw)), 1))
lines

# %% [markdown] lang="en"
# Words quoted, words of the page, percentage. (Your report counts overlaps once.) A quotation proves, a copy only repeats, and the text belongs to whoever wrote it. `chosen = lines.iloc[[0, 2]]` takes the lines 0 and 2 instead; with `window=3` lines are shorter.
#
# Write one sentence of evidence and three limits, each between double quotes, `"…"`: an apostrophe, as in *l'année*, then does no harm. Frames to fill:
#
# - *Evidence:* In the answers, *W* occurs … times in … words (… per 1,000, interval … to …). It stands for …, as in …; the line « … » points the other way.
# - *Limit of the text:* one interview, … words; it was said to …
# - *Limit of the tools:* … is counted, … escapes.
# - *Limit of the claim:* with one setting changed, …

# %% [markdown] lang="fr"
# Mots cités, mots de la page, pourcentage (le compte rendu compte un recouvrement une fois). Une citation prouve, une copie répète, et le texte appartient à qui l’a écrit. `chosen = lines.iloc[[0, 2]]` prend les lignes 0 et 2 ; avec `window=3`, elles sont plus courtes.
#
# Écrivez une phrase de preuve et trois limites, chacune entre guillemets droits, `"…"` : une apostrophe, comme dans *l’année*, n’y gêne pas. À remplir :
#
# - *Preuve :* Dans les réponses, *M* figure … fois sur … mots (… pour 1 000, intervalle de … à …). Le mot y désigne …, comme dans … ; la ligne « … » va dans l’autre sens.
# - *Limite du texte :* un seul entretien, … mots ; il a été donné pour …
# - *Limite des outils :* … est compté, … échappe.
# - *Limite de l’affirmation :* si l’on change un réglage, …

# %%
sentence = ...
limits = [..., ..., ...]

# %% [markdown] lang="en"
# ## The page
#
# `report` puts all of it on one page that needs no other file and no network. It asks for whatever is still three dots. Its parts, in order: question, corpus card, choices, evidence, limits. A setting that was run twice keeps its last row.

# %% [markdown] lang="fr"
# ## La page
#
# `report` met le tout sur une seule page, qui n’a besoin d’aucun autre fichier ni du réseau. La page réclame ce qui n’est encore que trois points. Ses parties, dans l’ordre : question, fiche du corpus, choix, preuves, limites. Un réglage exécuté deux fois garde sa dernière ligne.

# %%
from motamot import report

table = pd.DataFrame(choices, columns=columns).drop_duplicates(["choice", "setting"], keep="last")
page = report(question, corpus, table, [sentence, chosen], limits, figures=[ax])
page

# %% [markdown] lang="en"
# A draft, with what is missing at its head and what is quoted at its foot, where overlapping lines count once. Fill in the cells above, run them again, and watch it grow.
#
# ## The gate
#
# With `file="report"` the page becomes `report.html`, beside this notebook. No page leaves unchecked: what will the two attempts below answer, the second one with all answers as its evidence?

# %% [markdown] lang="fr"
# Un brouillon, avec ce qui manque en tête et ce qui est cité au pied, où des lignes qui se recouvrent comptent une fois. Remplissez les cellules ci-dessus, exécutez-les de nouveau, et voyez la page grandir.
#
# ## La barrière
#
# Avec `file="report"`, la page devient `report.html`, à côté de ce notebook. Aucune page ne sort sans contrôle : que répondront les deux essais ci-dessous, le second avec toutes les réponses comme preuve ?

# %%
from textwrap import fill

from motamot import MotamotError

looked_at = []
for evidence in ([sentence, chosen], [spoken]):
    try:
        saved = report(question, corpus, table, evidence, limits, [ax], file="report", looked_at=looked_at)
        print(repr(saved))
    except MotamotError as error:
        print(fill(str(error), 90))

# %% [markdown] lang="en"
# A page with dots is not saved; a page that repeats the article is not even made. Names, addresses and numbers on the page stop it as well, until you take them out or copy them, one by one, into `looked_at`: you say that you looked, the page says it to its readers. No file is ever overwritten: the next page is `report-2.html`. To open one, double-click its name in the list on the left; to print it, open it in a browser.

# %% [markdown] lang="fr"
# Une page à trous n’est pas enregistrée ; une page qui répète l’article n’est même pas composée. Un nom, une adresse ou un numéro l’arrêtent aussi, jusqu’à ce que vous les retiriez, ou les recopiiez un à un dans `looked_at` : vous dites que vous avez regardé, la page le dit à qui la lit. Aucun fichier n’est jamais écrasé : la page suivante s’appelle `report-2.html`. Pour en ouvrir une, double-cliquez sur son nom dans la liste de gauche ; pour l’imprimer, ouvrez-la dans un navigateur.

# %% [markdown] lang="en"
# ## Read each other's reports
#
# Exchange pages. Ask of each: *Could I count this again? Which setting would turn it round? Which line says the contrary? What does it claim that no line shows?* First, find three faults here:
#
# “The company cares about its customers: *clients* comes up 9 times, more than any other word. We cleaned the text with the usual list.”
#
# <details><summary>A first fault</summary>Caring cannot be counted: frequent is not important.</details>
# <details><summary>A second fault</summary>How many times in how many words, and whose? No rate, no voice.</details>
# <details><summary>A third fault</summary>“The usual list” cannot be repeated, and what it changed is not shown. Nor is there a line.</details>

# %% [markdown] lang="fr"
# ## Se relire entre pairs
#
# Échangez vos pages. Demandez à chacune : *Pourrais-je refaire ce comptage ? Quel réglage le renverserait ? Quelle ligne dit le contraire ? Qu’affirme-t-elle qu’aucune ligne ne montre ?* D’abord, trouvez ici trois défauts :
#
# « L’entreprise se soucie de sa clientèle : *clients* revient 9 fois, plus que tout autre mot. Le texte a été nettoyé avec la liste habituelle. »
#
# <details><summary>Un premier défaut</summary>Le souci ne se compte pas : fréquent n’est pas important.</details>
# <details><summary>Un deuxième défaut</summary>Tant de fois sur combien de mots, et dits par qui ? Ni fréquence relative, ni voix.</details>
# <details><summary>Un troisième défaut</summary>« La liste habituelle » ne permet pas de refaire le comptage, et l’on ne voit pas ce qu’elle a changé. Aucune ligne non plus.</details>

# %% [markdown] lang="en"
# ## A door to other tools
#
# Your text can go on elsewhere: *TXM* and *IRaMuTeQ* are free programs that many French research groups use. The cell tries both exports in a folder that disappears afterwards, and shows what they write.

# %% [markdown] lang="fr"
# ## Une porte vers d’autres outils
#
# Votre texte peut continuer ailleurs : *TXM* et *IRaMuTeQ* sont des logiciels libres, répandus dans la recherche en France. La cellule essaie les deux exports dans un dossier qui disparaît ensuite, et montre ce qu’ils écrivent.

# %%
import tempfile
from pathlib import Path

from motamot import to_iramuteq, to_txm

speech = turns[turns["role"].isin(["question", "answer"])]
with tempfile.TemporaryDirectory() as trial:
    print(to_iramuteq(speech, Path(trial) / "corpus", ["role"]).read_text(encoding="utf-8")[:120])
    print(sorted(file.name for file in to_txm(speech, Path(trial) / "txm", ["role"]).iterdir()))

# %% [markdown] lang="en"
# One file in which a line of stars opens each text, for *IRaMuTeQ*; a folder with one file for each voice and a table that describes them, for *TXM*.
#
# **Your turn.** In a new cell, `to_txm(speech, "txm", ["role"])` writes the folder beside this notebook. It holds the whole text: look at the names first.

# %% [markdown] lang="fr"
# Un fichier où une ligne d’étoiles ouvre chaque texte, pour *IRaMuTeQ* ; un dossier avec un fichier par voix et un tableau qui les décrit, pour *TXM*.
#
# **À vous.** Dans une nouvelle cellule, `to_txm(speech, "txm", ["role"])` écrit le dossier à côté de ce notebook. Il contient tout le texte : regardez d’abord les noms.

# %% [markdown] lang="en"
# ## Check yourself
#
# **1. `personal_data` finds nothing. The text is anonymous.**
#
# <details><summary>True</summary>No: it knows forms. A post, a place or a date can point to one person.</details>
# <details><summary>False</summary>Right: not finding proves nothing. Read it.</details>
#
# **2. A setting changed nothing in the ranking. Leave it out of the report?**
#
# <details><summary>Yes, it is of no interest</summary>It is: it tells readers that the result does not hang on it.</details>
# <details><summary>No, keep its row</summary>Right: a result that stands firm is news.</details>
#
# **3. A line contradicts your finding.**
#
# <details><summary>Leave it out</summary>Then somebody finds it. A report that shows it is more credible.</details>
# <details><summary>Show it</summary>Right, and say how many lines there are on each side.</details>

# %% [markdown] lang="fr"
# ## Faites le point
#
# **1. `personal_data` ne trouve rien. Le texte est donc anonyme.**
#
# <details><summary>Vrai</summary>Non : le programme connaît des formes. Un poste, un lieu, une date peuvent désigner une seule personne.</details>
# <details><summary>Faux</summary>En effet : ne rien trouver ne prouve rien. Lisez.</details>
#
# **2. Un réglage n’a rien changé au classement. Faut-il l’omettre ?**
#
# <details><summary>Oui, il est sans intérêt</summary>Il en a un : il dit à qui vous lit que le résultat n’en dépend pas.</details>
# <details><summary>Non, gardez sa ligne</summary>En effet : un résultat qui tient est une information.</details>
#
# **3. Une ligne contredit votre résultat.**
#
# <details><summary>L’omettre</summary>Quelqu’un la trouvera. Un compte rendu qui la montre est plus crédible.</details>
# <details><summary>La montrer</summary>En effet, et dites combien de lignes vont dans chaque sens.</details>

# %% [markdown] lang="en"
# ## To keep
#
# - **O1** A machine finds forms, you find people: look before the text goes in and before the page goes out.
# - **O2** Each choice has a row: setting, words counted, what came first.
# - **O3** Evidence has a count, a rate over all words of the voice, an interval, and lines, one of them against you.
# - **O4** A report says what it cannot say; a good reader tries to count again.
#
# **Limits.** One text, one voice, words and not deeds. The kit's rule for quotations is a rule of this course and no legal advice.
#
# **Transfer.** Take a report of your group and change one setting that it does not name. Does its first sentence still hold?
#
# **Source and licence.** The kit's interview was written for it, CC BY 4.0, data sheet in `data/interview`. A text of your own stays yours, or its author's: hand in the report, not the article, and no names of people who have not agreed.

# %% [markdown] lang="fr"
# ## À retenir
#
# - **O1** Une machine trouve des formes, vous trouvez des personnes : regardez avant que le texte entre et avant que la page sorte.
# - **O2** À chaque choix sa ligne : réglage, mots comptés, mots en tête.
# - **O3** Une preuve comprend une fréquence, une fréquence relative sur tous les mots de la voix, un intervalle, et des lignes, dont une contre vous.
# - **O4** Un compte rendu dit ce qu’il ne peut pas dire ; bien le lire, c’est essayer de recompter.
#
# **Limites.** Un texte, une voix, des mots et non des actes. La règle du kit pour les citations est une règle de ce cours, pas un avis juridique.
#
# **Transfert.** Prenez un compte rendu de votre groupe et changez un réglage qu’il ne nomme pas. Sa première phrase tient-elle encore ?
#
# **Source et licence.** L’entretien du kit a été rédigé pour lui, CC BY 4.0, fiche dans `data/interview`. Un texte à vous reste le vôtre, ou celui de qui l’a écrit : remettez le compte rendu, pas l’article, et aucun nom de personnes qui n’ont pas donné leur accord.
