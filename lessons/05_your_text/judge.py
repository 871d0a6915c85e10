"""Hidden inputs for the functions of unit 05; never shipped."""

import random

from motamot import words

# A name, a word that begins or ends with it, and the same letters in lower case where they are a common noun.
NAMES = (
    ("Roche", "Rochefort", "une roche"),
    ("Martin", "Saint-Martinois", "un martin-pêcheur"),
    ("Bois", "Boisseau", "un bois"),
    ("Blanc", "Blanchard", "du papier blanc"),
    ("Colin", "Colinet", "un colin"),
    ("Rose", "Rosemonde", "une rose"),
)
# A longer word that goes on with an accented letter: [A-Za-z] takes it for a border.
ACCENTED = (("Mont", "Montélimar"), ("Val", "Valéry"), ("Ren", "René"))
LONG = (("Anne", "Anne Roche"), ("Paul", "Paul Le Goff"), ("Inès", "Inès-Marie"), ("Zoé", "Zoé de La Tour"))
SENTENCES = (
    "{0} parle, {1} écoute.",
    "Hier, {0} a vu {1} ; puis {0} est partie.",
    "« {0} ? » demande {1}.",
    "L'idée de {0}, d'après {1}, plaît.",
)


# Sentences by the number of words that a line of two tokens on each side quotes of them; {0} is its node.
LINES = {
    1: ("« {1} ! »", "« {1} ? »"),
    2: ("« {1}, dit-on. »", "« Le {0}. »"),
    3: ("Le {0} attend.", "Un {0} suffit."),
    4: ("Chacun parle du {0}, on le sait.", "On rêve d'un {0}, il le faut."),
    5: ("Il faut un {0} de plus.", "Voici l'idée d'un {0} de nuit."),
}
# Two lines of four words each, of which three are different.
TWICE = "De {0} en {0}, tout change."
NOUNS = ("devis", "prix", "stock", "colis", "tarif", "magasin", "rayon", "contrat")
FILLERS = (
    "L'atelier d'à côté n'ouvre qu'à midi.",
    "Aujourd'hui, l'équipe s'agrandit ; c'est l'été.",
    "Nous n'avons rien oublié, et rien promis.",
)
THINGS = "table chaise lampe tapis miroir vase cadre banc rideau coffre".split()


def inputs(rng: random.Random) -> dict[str, list[tuple]]:
    """Return hidden arguments for each function question, drawn from `rng`."""
    names = (_inside, _at_the_end, _common, _long, _long_first, _long_last, _nobody, _accented, _again)
    letters = (_exact, _one_word_less, _no_line, _too_short, _too_long, _every, _twice, _any, _any)
    return {
        "05.anonymize": [kind(rng) for kind in names],
        "05.lines_to_show": [kind(rng) for kind in letters],
    }


def _letter(rng: random.Random, sentences: list[str], total: int) -> tuple[str, str]:
    """Return a text of so many words that holds the sentences in their order, and their word."""
    noun = rng.choice(NOUNS)
    text = [sentence.format(noun, noun.capitalize()) for sentence in sentences]
    while rest := total - len(words(" ".join(text))):
        things = ", ".join(rng.sample(THINGS, min(rest, rng.randint(3, 9)))).capitalize() + "."
        filler = rng.choice((things, *FILLERS))
        text.insert(rng.randint(0, len(text)), filler if len(words(filler)) <= rest else things)
    return " ".join(text), noun


def _of_sizes(rng: random.Random, sizes: list[int], total: int) -> tuple[str, str]:
    return _letter(rng, [rng.choice(LINES[size]) for size in sizes], total)


def _exact(rng: random.Random, less: int = 0) -> tuple[str, str]:
    sizes = [rng.randint(3, 5) for _ in range(5)]
    return _of_sizes(rng, sizes, 10 * sum(sizes[: rng.randint(2, 4)]) - less)


def _one_word_less(rng: random.Random) -> tuple[str, str]:
    return _exact(rng, less=1)


def _no_line(rng: random.Random) -> tuple[str, str]:
    text, noun = _any(rng)
    return text, rng.choice([other for other in NOUNS if other != noun])


def _too_short(rng: random.Random) -> tuple[str, str]:
    return _of_sizes(rng, [5, 1, 1, 2], rng.randint(30, 49))


def _too_long(rng: random.Random) -> tuple[str, str]:
    return _of_sizes(rng, [3, 1, 5, 1, 1], rng.randint(60, 89))


def _every(rng: random.Random) -> tuple[str, str]:
    sizes = [rng.randint(1, 5) for _ in range(rng.randint(5, 6))]
    return _of_sizes(rng, sizes, 10 * sum(sizes) + rng.randint(10, 30))


def _twice(rng: random.Random) -> tuple[str, str]:
    return _letter(rng, [TWICE, TWICE], rng.randint(60, 79))


def _any(rng: random.Random) -> tuple[str, str]:
    sizes = [rng.randint(1, 5) for _ in range(6)]
    return _of_sizes(rng, sizes, rng.randint(70, 150))


def _inside(rng: random.Random) -> tuple[str, list[str]]:
    (one, longer, _), (two, other, _) = rng.sample(NAMES, 2)
    return f"{rng.choice(SENTENCES).format(one, two)} À {longer} comme chez {other}, {one} revient.", [
        one,
        two,
    ]


def _at_the_end(rng: random.Random) -> tuple[str, list[str]]:
    (one, _, _), (two, _, _) = rng.sample(NAMES, 2)
    return f"{rng.choice(SENTENCES).format(one, two)} Du{one} et Le{two} arrivent.", [two, one]


def _common(rng: random.Random) -> tuple[str, list[str]]:
    (one, _, noun), (two, _, _) = rng.sample(NAMES, 2)
    return f"{rng.choice(SENTENCES).format(two, one)} Voici {noun}.", [one, two]


def _long(rng: random.Random) -> tuple[str, list[str]]:
    short, long = rng.choice(LONG)
    return rng.choice(SENTENCES).format(short, long), [short, long]


def _long_first(rng: random.Random) -> tuple[str, list[str]]:
    short, long = rng.choice(LONG)
    family = long.split()[-1] if " " in long else short
    return f"{long} cherche {family} et {short}", [long, family]


def _again(rng: random.Random) -> tuple[str, list[str]]:
    one, two, three = (name for name, *_ in rng.sample(NAMES, 3))
    said = f"D'{one} à {two}, d'{one} à {three} : « {two} », puis {three} et {one}"
    return said, rng.sample([one, two, three], 3)


def _long_last(rng: random.Random) -> tuple[str, list[str]]:
    short, long = rng.choice(LONG)
    other = rng.choice(NAMES)[0]
    return f"{rng.choice(SENTENCES).format(long, other)} {short} aussi.", [other, short, long]


def _nobody(rng: random.Random) -> tuple[str, list[str]]:
    one, longer, noun = rng.choice(NAMES)
    return f"Voici {noun}, à {longer}.", [one]


def _accented(rng: random.Random) -> tuple[str, list[str]]:
    (one, longer), (two, _, _) = rng.choice(ACCENTED), rng.choice(NAMES)
    return f"{two} cherche {longer}, {one} aussi.", [one, two]
