"""check() answers at once: the first time in less than 1.5 seconds, then in less than 0.3."""

import os
import subprocess
import sys
from pathlib import Path

import exercise_runner as runner
import pytest

BENCHMARK = Path(__file__).parent.parent / "benchmarks" / "check.py"


@pytest.mark.parametrize("unit", runner.UNITS)
def test_check_answers_at_once(unit: str) -> None:
    done = subprocess.run(
        [sys.executable, str(BENCHMARK), unit], capture_output=True, text=True, check=True,
        env={**os.environ, "MOTAMOT_TEXT": "kit", "MPLBACKEND": "agg"},
    )  # fmt: skip
    first, median, _ = map(float, done.stdout.split())
    assert 0 < first < 1.5 and 0 < median < 0.3
