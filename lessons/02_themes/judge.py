"""Hidden inputs for the functions of unit 02; never shipped."""

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

# Paragraphs in which the kit's lexicon finds a theme: once, or several times; and false friends of it.
ONCE = {
    "price": ("Nos tarifs restent stables.", "Le pouvoir d'achat recule.", "Les moins chers partent vite."),
    "sustainability": ("La seconde main progresse.", "L'énergie manque.", "L'économie circulaire avance."),
    "jobs": ("Nous recrutons.", "Les métiers changent.", "La main-d'œuvre manque."),
    "brand": ("Le live shopping arrive.", "Sur les réseaux sociaux, rien.", "La notoriété monte."),
    "stores": ("Un hypermarché ferme.", "Le click and collect plaît.", "Un point de vente ouvre."),
    "logistics": ("La livraison tarde.", "Du quick commerce, encore.", "Le dernier kilomètre est long."),
    "service": ("La satisfaction monte.", "Le service après-vente répond.", "Nos abonnés restent."),
    "local": ("Un pays voisin s'ouvre.", "Les territoires attendent.", "L'export repart."),
}
OFTEN = {
    "price": ("Le prix, les prix, encore les prix.", "Une promotion, puis une remise."),
    "sustainability": ("Le recyclage du plastique avance.", "Du vrac, contre le gaspillage."),
    "jobs": ("Des employés, des salariés.", "Une formation pour chaque équipe."),
    "brand": ("La marque vit de son image de marque.", "Un buzz, des vidéos."),
    "stores": ("Un magasin, deux boutiques.", "Des rayons, des caisses, des rayons."),
    "logistics": ("Le colis quitte l'entrepôt.", "Des camions, des tournées."),
    "service": ("Des clients fidèles, satisfaits.", "Des conseils, une garantie."),
    "local": ("Un ancrage local, une région.", "Des pays étrangers."),
}
FALSE_FRIENDS = {
    "price": ("Il reçoit le prix Nobel.", "Une remise en cause.", "Il veut gagner à tout prix."),
    "sustainability": (
        "Une relation durable.",
        "Le climat social s'apaise.",
        "À cette occasion, tous ont parlé.",
    ),
    "jobs": ("Lisez le mode d'emploi.", "Le plein emploi est loin.", "Voyez le bureau de poste."),
    "brand": ("Un mode de vie.", "La vente directe plaît.", "Cela marque une étape."),
    "stores": ("Le rayon d'action s'étend.", "On emmagasine.", "Un rayonnement."),
    "logistics": ("Les transports en commun.", "Les consignes de sécurité.", "Une consigne de tri."),
    "service": ("Le conseil d'administration vote.", "Les États membres.", "Un dossier en attente."),
    "local": ("Tout le monde le sait.", "Des locaux commerciaux vides.", "La localisation."),
}
THEMES = list(ONCE)


def inputs(rng: random.Random) -> dict[str, list[tuple]]:
    """Return hidden arguments for each function question, drawn from `rng`."""
    makers = (_borders, _accents, _case, _capitals, _signs, _two_entries, _repeated, _several_words)
    themed = (_often, _false_friends, _same_again, _in_capitals, _without, _alone)
    themes = rng.sample(THEMES, len(themed))
    return {
        "02.touched": [make(rng) for make in makers],
        "02.paragraphs_with": [make(rng, theme) for make, theme in zip(themed, themes, strict=True)],
    }


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


def _others(rng: random.Random, theme: str) -> list[str]:
    """Return paragraphs in which other themes are found."""
    others = rng.sample([one for one in THEMES if one != theme], 2)
    return [rng.choice(ONCE[one] + OFTEN[one]) for one in others]


def _often(rng: random.Random, theme: str) -> tuple[str, list[str]]:
    return theme, _shuffled(rng, *OFTEN[theme], rng.choice(ONCE[theme]), *_others(rng, theme))


def _false_friends(rng: random.Random, theme: str) -> tuple[str, list[str]]:
    friends = rng.sample(FALSE_FRIENDS[theme], 2)
    return theme, _shuffled(rng, *friends, *rng.sample(ONCE[theme], 2), *_others(rng, theme))


def _same_again(rng: random.Random, theme: str) -> tuple[str, list[str]]:
    said = rng.choice(ONCE[theme])
    return theme, _shuffled(rng, said, said, rng.choice(FALSE_FRIENDS[theme]), rng.choice(OFTEN[theme]))


def _in_capitals(rng: random.Random, theme: str) -> tuple[str, list[str]]:
    capitals = [said.upper() for said in ONCE[theme]]
    return theme, _shuffled(rng, *capitals, rng.choice(OFTEN[theme]), *_others(rng, theme))


def _without(rng: random.Random, theme: str) -> tuple[str, list[str]]:
    return theme, _shuffled(rng, *FALSE_FRIENDS[theme], *_others(rng, theme))


def _alone(rng: random.Random, theme: str) -> tuple[str, list[str]]:
    return theme, [f"{rng.choice(FILLERS)} {rng.choice(OFTEN[theme])}"]
