"""Hidden arguments for the function of unit 04b, drawn from a private seed."""

import random


def inputs(rng: random.Random) -> dict[str, list[tuple]]:
    """Return counts and lengths for the function question: over, under, as expected, none, all."""
    return {
        "04b.score": [
            over(rng),
            over(rng),
            under(rng),
            under(rng),
            as_expected(rng),
            just_under(rng),
            none(rng),
            everything(rng),
            short_text(rng),
        ]
    }


def urn(rng: random.Random) -> tuple[int, int, int]:
    """Return the count of a word, the length of a text and that of the corpus."""
    t = rng.randint(300, 600)
    return rng.randint(24, 40), t, t * rng.randint(5, 14) + rng.randint(1, 99)


def over(rng: random.Random) -> tuple[int, int, int, int]:
    """Return a word that is more frequent in the text than expected."""
    f, t, total = urn(rng)
    return f, int(f * t / total) + rng.randint(3, 8), t, total


def under(rng: random.Random) -> tuple[int, int, int, int]:
    """Return a word that is rarer than expected and not absent."""
    f, t, total = 60, rng.randint(300, 600), 2500
    return f, int(f * t / total) - rng.randint(2, 4), t, total


def as_expected(rng: random.Random) -> tuple[int, int, int, int]:
    """Return a word with exactly the expected count, which belongs to the upper side."""
    k, t = rng.randint(2, 5), 100 * rng.randint(3, 6)
    return 10 * k, k, t, 10 * t


def just_under(rng: random.Random) -> tuple[int, int, int, int]:
    """Return a word whose count is the expected one rounded down, which belongs to the lower side."""
    k, hundreds = rng.randint(2, 5), rng.randint(3, 6)
    return 10 * k, k, 105 * hundreds, 1000 * hundreds


def none(rng: random.Random) -> tuple[int, int, int, int]:
    """Return a word that the text does not have."""
    f, t, total = urn(rng)
    return f, 0, t, total


def everything(rng: random.Random) -> tuple[int, int, int, int]:
    """Return a word that only this text has."""
    _, t, total = urn(rng)
    f = rng.randint(4, 7)
    return f, f, t, total


def short_text(rng: random.Random) -> tuple[int, int, int, int]:
    """Return a word with more occurrences in the corpus than the text has words."""
    return rng.randint(20, 30), 3, 4, rng.randint(100, 140)
