"""Hidden arguments for the functions of unit 04a, drawn from a private seed."""

import random

from motamot import keyness

STEADY_AND_BURST = [(1, 0), (0, 1), (1, 1), (0, 2), (2, 1)]
PLANTED = ["soldes", "franchise", "consigne", "cloud", "colis"]
WORDS = ["prix", "magasin", "le", "livraison", "client", "plan", "de", "durable"]
LONGER = {"le": "les", "de": "des", "magasin": "magasins", "client": "clients", "plan": "plans"}


def inputs(rng: random.Random) -> dict[str, list[tuple]]:
    """Return a word with paragraphs, counts with lengths, and pairs of texts, for the function questions."""
    return {
        "04a.per_1000": [word_and_paragraphs(rng, number) for number in (2, 3, 4, 5, 6)],
        "04a.g2": [
            *(counts_and_lengths(rng) for _ in range(4)),
            (rng.randint(3, 9), rng.randint(300, 800), 0, rng.randint(300, 800)),
            (0, rng.randint(300, 800), rng.randint(3, 9), rng.randint(900, 1500)),
        ],
        "04a.survivors": [two_sides(rng, steady, burst) for steady, burst in STEADY_AND_BURST],
    }


def word_and_paragraphs(rng: random.Random, number: int) -> tuple[str, list[list[str]]]:
    """Return a word and so many paragraphs of unequal lengths; one repeats it, one has a word that begins so."""
    word = rng.choice(list(LONGER))
    lengths = rng.sample(range(2, 15), number)
    paragraphs = [rng.choices(WORDS, k=length) for length in lengths]
    paragraphs[rng.randrange(number)] += [word, word]
    paragraphs[rng.randrange(number)].append(LONGER[word])
    return word, paragraphs


def counts_and_lengths(rng: random.Random) -> tuple[int, int, int, int]:
    """Return the counts of a word in two texts of clearly unequal lengths, and these lengths."""
    return rng.randint(1, 15), rng.randint(300, 600), rng.randint(1, 15), rng.randint(700, 1500)


def two_sides(rng: random.Random, steady: int, burst: int) -> tuple[list[list[str]], list[list[str]]]:
    """Return two sides of seven paragraphs, with words in all paragraphs of one side or in one only.

    Pairs in which a word passes or fails by a hair are thrown away, so that another seed judges alike.
    """
    while True:
        sides = [[rng.choices(WORDS, k=rng.randint(5, 8)) for _ in range(7)] for _ in range(2)]
        chosen = rng.sample(PLANTED, steady + burst)
        for word in chosen[:steady]:
            for paragraph in rng.choice(sides):
                paragraph += [word, word]
        for word in chosen[steady:]:
            rng.choice(rng.choice(sides)).extend([word] * rng.randint(9, 12))
        table = keyness(sides[0], sides[1], resamples=1000)
        passing = set(table.loc[table["p_largest"] < 0.05, "word"])
        if passing == set(chosen[:steady]) and not table["p_largest"].between(0.02, 0.12).any():
            return sides[0], sides[1]
