"""Hidden inputs for the function of unit 05; never shipped."""

import random

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


def inputs(rng: random.Random) -> dict[str, list[tuple]]:
    """Return hidden arguments for each function question, drawn from `rng`."""
    kinds = (_inside, _at_the_end, _common, _long, _long_first, _long_last, _nobody, _accented, _again)
    return {"05.anonymize": [kind(rng) for kind in kinds]}


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
