"""Hidden inputs for the function of unit 01; never shipped."""

import random

# Every elided letter of the rule stands at least once in what is drawn.
PIECES = (
    "C'est l'été",
    "d'abord le prix",
    "J'attends qu'on m'appelle",
    "n'oublie pas",
    "s'il t'attend",
    "L'équipe d'Arles s'installe",
    "Qu'est-ce que c'est",
    "Aujourd'hui tout change",
    "c'est aujourd'hui",
    "Nous n'avons qu'une heure",
    "Je t'écris, tu m'oublies",
    "Où va-t-on",
    "J'ai 3 idées",
    "Ça coûte cher",
    "Le cœur du français",
    "Lorsqu'elle appelle",
    "jusqu'à Noël",
    "Puisqu'on part en 2027",
    "quoiqu'il dise",
    "L'Île d'Oléron, l'ÉTÉ 1999",
    "après-demain, aujourd'hui",
)
SIGNS = (" ; ", ", ", " : ", " - ", "... ")
ENDS = (".", " ?", " !", "…", " »", "")


def inputs(rng: random.Random) -> dict[str, list[tuple]]:
    """Return hidden arguments for each function question, drawn from `rng`."""
    pieces = rng.sample(PIECES, len(PIECES))
    # Two long sentences hold them all: each is tried in a process of its own.
    return {"01.cut": [(_sentence(rng, part),) for part in (pieces[::2], pieces[1::2])]}


def _sentence(rng: random.Random, pieces: list[str]) -> str:
    *first, last = pieces
    return "".join(piece + rng.choice(SIGNS) for piece in first) + last + rng.choice(ENDS)
