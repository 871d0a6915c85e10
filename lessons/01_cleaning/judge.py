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
    # Few long sentences: each is tried in a process of its own.
    sentences = [pieces[i : i + 6] for i in range(0, len(pieces), 6)]
    return {"01.cut": [(rng.choice(SIGNS).join(part) + rng.choice(ENDS),) for part in sentences]}
