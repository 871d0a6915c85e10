"""Hidden arguments for the functions of unit 04a, drawn from a private seed."""

import random

WORDS = ["prix", "magasin", "le", "livraison", "client", "plan", "de", "durable"]


def inputs(rng: random.Random) -> dict[str, list[tuple]]:
    """Return a word with paragraphs, and counts with lengths, for the two function questions."""
    return {
        "04a.per_1000": [word_and_paragraphs(rng, number) for number in (2, 3, 4, 5, 6)],
        "04a.g2": [
            *(counts_and_lengths(rng) for _ in range(4)),
            (rng.randint(3, 9), rng.randint(300, 800), 0, rng.randint(300, 800)),
            (0, rng.randint(300, 800), rng.randint(3, 9), rng.randint(900, 1500)),
        ],
    }


def word_and_paragraphs(rng: random.Random, number: int) -> tuple[str, list[list[str]]]:
    """Return a word and so many paragraphs of unequal lengths, one of which repeats it."""
    word = rng.choice(WORDS)
    lengths = rng.sample(range(2, 15), number)
    paragraphs = [rng.choices(WORDS, k=length) for length in lengths]
    paragraphs[rng.randrange(number)] += [word, word]
    return word, paragraphs


def counts_and_lengths(rng: random.Random) -> tuple[int, int, int, int]:
    """Return the counts of a word in two texts of clearly unequal lengths, and these lengths."""
    return rng.randint(1, 15), rng.randint(300, 600), rng.randint(1, 15), rng.randint(700, 1500)
