"""Hidden arguments for the function of unit 03, drawn from a private seed."""

import random


def inputs(rng: random.Random) -> dict[str, list[tuple]]:
    """Return counts and sizes of parts for each function question."""
    return {"03.dp": [*(word_in_parts(rng, parts) for parts in (2, 3, 4, 5, 6)), with_twins(rng)]}


def word_in_parts(rng: random.Random, parts: int) -> tuple[list[int], list[int]]:
    """Return how often a word occurs in each part, and unequal sizes of the parts."""
    sizes = rng.sample(range(40, 400), parts)
    counts = [rng.randint(0, 9) for _ in sizes]
    counts[rng.randrange(parts)] += rng.randint(1, 9)
    return counts, sizes


def with_twins(rng: random.Random) -> tuple[list[int], list[int]]:
    """Return seven parts of which two are alike in count and size, and both count."""
    counts, sizes = word_in_parts(rng, 6)
    return [*counts, counts[0]], [*sizes, sizes[0]]
