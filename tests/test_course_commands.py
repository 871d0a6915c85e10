"""The maintainer's commands as a person types them."""

import os
import subprocess
import sys
from pathlib import Path


def motamot(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", "from motamot.cli import main; main()", *arguments],
        env={**os.environ, "PYTHONUTF8": "1", **environment},
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


def test_an_unknown_unit_is_told_in_a_sentence_with_status_2() -> None:
    done = motamot("build", "--check", "77_none")
    assert done.returncode == 2
    assert done.stderr.startswith("There is no unit 77_none in lessons/")
    assert "Traceback" not in done.stderr


def test_a_missing_package_is_named_with_its_extra() -> None:
    unit = Path(__file__).parent / "fixtures" / "unit"
    code = f"""
import sys
from pathlib import Path
sys.modules["jupytext"] = None
sys.argv = ["motamot", "build", "--check"]
from motamot.course import commands
commands._root = lambda: Path({str(unit)!r})
from motamot.cli import main
main()
"""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 2
    assert "motamot[course]" in done.stderr
    assert "Traceback" not in done.stderr


def test_starting_the_command_loads_no_course_package() -> None:
    code = "import sys, motamot.cli; print({'jupytext', 'nbgrader', 'motamot.course'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
