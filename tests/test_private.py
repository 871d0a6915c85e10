"""Hidden texts lie nowhere that outlives the process that knows them."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from motamot.course.grading import private
from motamot.course.grading.private import private_folder

TESTS = Path(__file__).parent
JUDGE = """
import os, re, sys, time
from pathlib import Path
from motamot.course.grading.grader import Grader
attacks = Path({tests!r}) / "fixtures" / "attacks"
cells = re.split(r"^# %%.*\\n", (attacks / "honest.ipy").read_text(encoding="utf-8"), flags=re.M)[1:]
if __name__ == "__main__":
    with Grader(attacks / "questions") as grader:
        graded = grader.grade(cells, "90", hidden_seed=b"x")
        print(grader.sandboxed, graded.points == graded.out_of, flush=True)
        time.sleep(600)
"""


def test_nothing_is_left_of_a_judge_that_is_killed(tmp_path: Path) -> None:
    """All its processes at once, as by a power cut: none of them can clear anything away."""
    (tmp_path / "temporary").mkdir()
    (tmp_path / "judge.py").write_text(JUDGE.format(tests=str(TESTS)), encoding="utf-8")
    judge = subprocess.Popen(
        [sys.executable, str(tmp_path / "judge.py")],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "TMPDIR": str(tmp_path / "temporary")},
    )
    assert judge.stdout is not None
    sandboxed, earned = judge.stdout.readline().split()
    everyone = [psutil.Process(judge.pid), *psutil.Process(judge.pid).children(recursive=True)]
    for one in everyone:
        one.send_signal(signal.SIGSTOP)
    lying = sorted(path.name for path in (tmp_path / "temporary").rglob("*"))
    for one in everyone:
        one.kill()
    judge.wait()
    judge.stdout.close()
    if sandboxed == "False":
        pytest.skip("no namespaces on this computer: hidden texts are cleared away at the end only")
    assert earned == "True" and len(everyone) >= 3
    assert lying == []
    assert sorted(path.name for path in (tmp_path / "temporary").rglob("*")) == []


def made_elsewhere(code: str) -> str:
    """Run code in a process of its own: it changes what it can see."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_nobody_else_sees_what_lies_in_the_folder() -> None:
    code = """
import os
from pathlib import Path
from motamot.course.grading.private import private_folder
with private_folder([Path.cwd()]) as place:
    (place / "secret").write_text("x")
    os.chdir(place)
    print(place, oct(place.stat().st_mode), (Path.cwd() / "secret").exists(), flush=True)
    input()
"""
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as one:
        assert one.stdin is not None and one.stdout is not None
        place, mode, there = one.stdout.readline().split()
        outside = (Path(place) / "secret").exists()
        one.communicate("\n")
    if "motamot-judge-" in place:
        pytest.skip("no namespaces on this computer")
    assert (mode, there, outside) == ("0o40700", "True", False)
    assert not (Path(place) / "secret").exists()


def test_what_is_needed_is_not_covered() -> None:
    code = """
from pathlib import Path
from motamot.course.grading.private import _PLACES, private_folder
needed = [Path(place) / "questions" for place in _PLACES[:-1]]
with private_folder(needed) as place:
    print(place)
"""
    place = made_elsewhere(code)
    assert place == "/sys" or "motamot-judge-" in place


def test_where_nothing_can_be_covered_a_temporary_folder_is_cleared_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(private, "_covered", lambda needed: None)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with private_folder([]) as place:
        assert place.parent == tmp_path and place.stat().st_mode & 0o077 == 0
    assert list(tmp_path.iterdir()) == []
