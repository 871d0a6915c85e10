"""Hidden arguments; a submission must never see the string SECRET-OF-THE-JUDGE."""

import random

SECRET = "SECRET-OF-THE-JUDGE"
WORDS = "alerte bruine cave de donc été fin gare hiver un île la main neige on quai".split()


def inputs(rng: random.Random) -> dict[str, list[tuple[str]]]:
    """Return sentences nobody has seen."""

    def sentence() -> str:
        return " ".join(rng.choices(WORDS, k=rng.randint(4, 9)))

    return {
        "90.shuffle": [(sentence(),) for _ in range(4)],
        "90.elided": [(f"L'{sentence()} d'{sentence()} aujourd'hui",) for _ in range(4)],
    }
