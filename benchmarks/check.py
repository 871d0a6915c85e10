"""How long check() takes: the first call in a notebook, and the median after it, for each question of a unit.

Run as ``python benchmarks/check.py``; each unit is timed in a process of its own, after its exercise has run,
with right and with wrong answers.
"""

import contextlib
import io
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent / "tests"
# In the place of this folder, whose tokenize.py would hide the standard library's.
sys.path[0] = str(TESTS)
FIRST_LIMIT, MEDIAN_LIMIT = 1.5, 0.3
ROUNDS = 5


def main() -> int:
    import exercise_runner as runner

    print(f"{'unit':24}{'first check':>14}{'median after':>14}{'slowest':>10}")
    slow = 0
    for unit in runner.UNITS:
        done = subprocess.run(
            [sys.executable, __file__, unit], capture_output=True, text=True, check=True,
            env={**os.environ, "MOTAMOT_TEXT": "kit", "MPLBACKEND": "agg"},
        )  # fmt: skip
        first, median, worst = map(float, done.stdout.split())
        slow += first > FIRST_LIMIT or median > MEDIAN_LIMIT
        print(f"{unit:24}{first:13.3f}s{median:13.3f}s{worst:9.3f}s")
    return slow


def time_unit(unit: str) -> None:
    """Print the first check's time, the median of all others, and the slowest, wrong answers among them."""
    import exercise_runner as runner

    with runner.texts_of(None):
        answers = {name: answer for name, (_, _, answer) in runner.answers_of(unit).items()}
        from motamot import check
        from motamot.checks._library import _questions_of

        # The exercise has asked for a hint: the first check is to read the questions itself.
        _questions_of.cache_clear()
        taken = []
        for name, answer in [*answers.items(), *[(name, 7) for name in answers]] * ROUNDS:
            start = time.perf_counter()
            with contextlib.redirect_stdout(io.StringIO()):
                check(name, answer)
            taken.append(time.perf_counter() - start)
    print(taken[0], statistics.median(taken[1:]), max(taken[1:]))


if __name__ == "__main__":
    if len(sys.argv) > 1:
        time_unit(sys.argv[1])
    else:
        sys.exit(main())
