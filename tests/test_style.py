"""The house's style, by the tools that check it."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CODE = ("src", "tests", "benchmarks", "lessons", "conftest.py")


@pytest.mark.parametrize(
    "command",
    [
        ("ruff", "check", *CODE, "notebooks", "exercises", "solutions"),
        ("ruff", "format", "--check", *CODE, "notebooks"),
        ("mypy", "--strict"),
    ],
    ids=["ruff-check", "ruff-format", "mypy"],
)
def test_style(command: tuple[str, ...]) -> None:
    tool, *arguments = command
    present = [
        word
        for word in arguments
        if word.startswith("-") or word in ("check", "format") or (ROOT / word).exists()
    ]
    done = subprocess.run(
        [sys.executable, "-m", tool, *present],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


def test_files_stay_short() -> None:
    long = {
        str(path.relative_to(ROOT)): count
        for path in (ROOT / "src").rglob("*.py")
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > 300
    }
    assert not long
