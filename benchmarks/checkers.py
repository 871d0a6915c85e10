"""Print what the checkers were tried with: wrong answers, and mutants of the solutions.

Run as ``python benchmarks/checkers.py``; no wrong answer may be accepted, and every mutant that is accepted
is explained in tests/answers/survivors.toml.
"""

import os
import runpy
import sys
import tempfile
from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent / "tests"
# In the place of this folder, whose tokenize.py would hide the standard library's.
sys.path[0] = str(TESTS)

import exercise_runner as runner  # noqa: E402
from mutant_trials import table, try_mutants  # noqa: E402

from motamot.checks._judge import judge  # noqa: E402
from motamot.checks._library import questions_of  # noqa: E402


def main() -> None:
    os.environ["MPLBACKEND"] = "agg"
    print(wrong_answers(), end="\n\n")
    print(all_mutants())


def wrong_answers() -> str:
    rows = []
    with runner.texts_of(None):
        for file in sorted((TESTS / "answers").glob("unit_*.py")):
            questions = questions_of(file.stem.removeprefix("unit_"))
            for name, wrong in runpy.run_path(str(file))["WRONG"].items():
                states = [judge(questions[name], answer)[0] for answer in wrong]
                rows.append((name, len(wrong), states.count("right")))
    return table(rows, ("question", "wrong", "accepted"))


def all_mutants() -> str:
    rows = []
    with tempfile.TemporaryDirectory() as place:
        folders = [runner.hidden_folder(Path(place, str(seed)), seed) for seed in (1, 2)]
        for unit in runner.UNITS:
            for name, trials in try_mutants(unit, folders).items():
                rows.append((name, trials.tried, len(trials.survivors)))
    return table(rows, ("question", "mutants", "accepted (explained)"))


if __name__ == "__main__":
    main()
