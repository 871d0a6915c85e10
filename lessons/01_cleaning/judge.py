"""Hidden inputs for the functions of unit 01; never shipped."""

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
ASKING = ("La rédaction", "Le Journal", "JDN", "L'Écho")
ASKED = ("Mme Roche", "Jean Petit", "M. Favre", "Léa Morel", "La direction")
QUESTIONS = (
    "Pourquoi vous être installée à l’écart de la ville ?",
    "Comment l’idée vous est-elle venue ?",
    "Qu’attendez-vous de l’année prochaine ?",
    "Et l’hiver ?",
    "Que vendez-vous d’autre ?",
    "Combien êtes-vous aujourd’hui ?",
)
OPENINGS = (
    "C’est l’affaire d’une vie.",
    "Je l’ai d’abord rêvé, puis j’ai essayé.",
    "Nous n’avons qu’une règle, et elle tient.",
    "Parce qu’on nous l’a demandé.",
    "L’an dernier, tout s’est arrêté d’un coup.",
    "Disons qu’il n’y avait personne d’autre.",
)
INNER = (
    "Qui n’a jamais hésité ?",
    "Que pouvait-on faire d’autre ?",
    "Est-ce trop ?",
    "À qui l’aurions-nous dit ?",
)
CLOSINGS = (
    "Personne.",
    "L’été prochain, nous verrons.",
    "On s’y fait, et l’on recommence.",
    "Jusqu’à 40 clients viennent le samedi.",
    "La qualité, c’est la qualité.",
)
HEADLINES = ("L’avenir d’un métier", "Une vie à la campagne", "Le goût de l’ouvrage")
STANDFIRSTS = (
    "Depuis dix ans, une petite équipe fait vivre un atelier d’autrefois.",
    "Elle a quitté la ville pour reprendre l’affaire de son père.",
)


def inputs(rng: random.Random) -> dict[str, list[tuple]]:
    """Return hidden arguments for each function question, drawn from `rng`."""
    pieces = rng.sample(PIECES, len(PIECES))
    # Few long sentences: each is tried in a process of its own.
    sentences = [pieces[i : i + 6] for i in range(0, len(pieces), 6)]
    makers = (_named, _named_once, _numbered, _headed, _unnamed, _long)
    return {
        "01.cut": [(rng.choice(SIGNS).join(part) + rng.choice(ENDS),) for part in sentences],
        "01.words_of_answers": [("\n\n".join(make(rng)),) for make in makers],
    }


def _answers(rng: random.Random, number: int) -> list[str]:
    """Return answers, some of them with a question inside."""
    openings, closings = rng.sample(OPENINGS, number), rng.sample(CLOSINGS, number)
    inner = [rng.choice(INNER), *rng.choices(("", *INNER), k=number - 1)]
    rng.shuffle(inner)
    return [" ".join(filter(None, parts)) for parts in zip(openings, inner, closings, strict=True)]


def _turns(rng: random.Random, number: int, asking: str, asked: str) -> list[str]:
    """Return questions and answers, each with its label before it."""
    questions = rng.sample(QUESTIONS, number)
    pairs = zip(questions, _answers(rng, number), strict=True)
    return [part for question, answer in pairs for part in (asking + question, asked + answer)]


def _named(rng: random.Random) -> list[str]:
    sign = rng.choice((" : ", ". "))
    return _turns(rng, 2, rng.choice(ASKING) + sign, rng.choice(ASKED) + sign)


def _named_once(rng: random.Random) -> list[str]:
    asking, asked = rng.choice(ASKING), rng.choice(ASKED)
    first, second, *rest = _turns(rng, 3, "", "")
    return [f"{asking} : {first}", f"{asked} : {second}", *rest]


def _numbered(rng: random.Random) -> list[str]:
    question, answer, *rest = _turns(rng, 3, "Q. ", "R. ")
    return [question, answer.rstrip("."), *rest]


def _headed(rng: random.Random) -> list[str]:
    paragraphs = _turns(rng, 3, f"{rng.choice(ASKING)} : ", f"{rng.choice(ASKED)} : ")
    return [rng.choice(HEADLINES), rng.choice(STANDFIRSTS), *paragraphs, rng.choice(CLOSINGS)]


def _unnamed(rng: random.Random) -> list[str]:
    return [rng.choice(HEADLINES), rng.choice(STANDFIRSTS), *_turns(rng, rng.choice((3, 4)), "", "")]


def _long(rng: random.Random) -> list[str]:
    sign = rng.choice((" : ", ". "))
    return _turns(rng, 5, rng.choice(ASKING) + sign, rng.choice(ASKED) + sign)
