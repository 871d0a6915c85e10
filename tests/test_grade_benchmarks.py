"""The benchmarks of grading run, and what they print follows from what happened."""

import subprocess
import sys
from pathlib import Path

BENCHMARKS = Path(__file__).parent.parent / "benchmarks"


def run(script: str, *arguments: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, str(BENCHMARKS / script), *arguments, "--units", "01_cleaning"],
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.splitlines()


def test_a_class_is_timed_and_weighed() -> None:
    *_, last = run("grade_class.py", "--students", "3", "--jobs", "2")
    students, notebooks, seconds, each, cpu, *megabytes = map(float, last.split())
    assert (students, notebooks) == (3, 3)
    assert abs(each - seconds / 3) < 0.05
    assert cpu > 0
    # A quarter of the time of three notebooks is over before Python has started.
    _, at_end, with_runs = megabytes
    assert with_runs > at_end > 10


def test_a_killed_run_is_compared() -> None:
    *_, kills, same = run("grade_kills.py", "--kills", "2", "--students", "3")
    assert kills.startswith("2 kills;")
    assert same == "all the same, byte for byte"
