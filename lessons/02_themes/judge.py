"""Hidden inputs for the function of unit 02; never shipped."""

import random

FILLERS = (
    "Rien de nouveau cette année.",
    "Nous avançons, pas à pas.",
    "La question reste ouverte.",
    "Chacun fait son travail.",
)
# Entry, a sentence that has it as a word, one that has it only inside and at the start of other words.
TRAPS = (
    ("art", "L'art de vendre s'apprend.", "Le partage attire un artisan."),
    ("presse", "La presse en a parlé.", "Il s'empresse, inutile de le presser."),
    ("port", "Le port est gratuit.", "Un transporteur sonne à la porte."),
    ("marche", "Tout marche bien.", "Une démarche simple, des marches basses."),
    ("lin", "Le lin revient.", "Le moulin, la ligne de linge."),
    ("vente", "La vente baisse.", "Une survente, des ventes en baisse."),
)
PAIRS = ("live shopping", "place de marché", "réseaux sociaux", "seconde main", "long terme")


def inputs(rng: random.Random) -> dict[str, list[tuple]]:
    """Return hidden arguments for each function question, drawn from `rng`."""
    makers = (_borders, _accents, _case, _capitals, _signs, _two_entries, _repeated, _several_words)
    return {"02.touched": [make(rng) for make in makers]}


def _shuffled(rng: random.Random, *paragraphs: str) -> list[str]:
    listed = [*paragraphs, *rng.sample(FILLERS, 2)]
    rng.shuffle(listed)
    return listed


def _borders(rng: random.Random) -> tuple[list[str], list[str]]:
    entry, inside, trap = rng.choice(TRAPS)
    return _shuffled(rng, inside, trap), [entry]


def _accents(rng: random.Random) -> tuple[list[str], list[str]]:
    (entry, inside, _), (other, _, _), (third, _, _) = rng.sample(TRAPS, 3)
    return _shuffled(rng, inside, f"É{entry} et {entry}é.", f"Le {entry.upper()}é."), [entry, other, third]


def _case(rng: random.Random) -> tuple[list[str], list[str]]:
    entry, inside, trap = rng.choice(TRAPS)
    return _shuffled(rng, inside.upper(), inside, trap.upper()), [entry]


def _capitals(rng: random.Random) -> tuple[list[str], list[str]]:
    (entry, inside, trap), (other, _, _) = rng.sample(TRAPS, 2)
    return _shuffled(rng, inside, inside.upper(), trap), [entry.upper(), other.capitalize()]


def _signs(rng: random.Random) -> tuple[list[str], list[str]]:
    entry, inside, trap = rng.choice(TRAPS)
    around = [f"Un mot: {entry}; rien.", f"Et {entry}?", f"Oui, {entry}!", f"({entry})", f"«{entry}»: non."]
    return _shuffled(rng, inside, trap, *around), [entry]


def _two_entries(rng: random.Random) -> tuple[list[str], list[str]]:
    (one, first, trap), (two, second, other_trap) = rng.sample(TRAPS, 2)
    return _shuffled(rng, f"{first} {second}", second, trap, other_trap), [one, two]


def _repeated(rng: random.Random) -> tuple[list[str], list[str]]:
    entry, inside, _ = rng.choice(TRAPS)
    return _shuffled(rng, " ".join([inside] * rng.randint(2, 4)), inside, inside), [entry]


def _several_words(rng: random.Random) -> tuple[list[str], list[str]]:
    pair, other = rng.sample(PAIRS, 2)
    last = pair.split()[-1]
    inside = f"Des {pair}s, des {other}s."
    return _shuffled(rng, f"Le {pair} progresse.", f"Le mot {last} seul.", f"{other.title()} !", inside), [
        pair,
        other,
    ]
