"""Who stops the grading waits for no notebook, and finds all marks that were given."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from handed_in import notebook
from robots.learners import save, work

from motamot.course.grading.apart import Apart
from motamot.course.grading.claimed import Run
from motamot.course.grading.parent import Parent
from motamot.course.grading.sandbox.limits import Limits

UNIT = "01_cleaning"
ENDLESS = "while True:\n    pass"
ORDER = {"cells": [ENDLESS], "skip": [], "files": {}, "kit": True, "answers": [], "tries": []}

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the sandbox is Linux's")


@pytest.mark.parametrize("kind", [Parent, Apart])
def test_a_closed_place_ends_its_runs_and_makes_no_more(kind: type[Parent | Apart]) -> None:
    place = kind()
    runs: list[Run] = []
    thread = threading.Thread(target=lambda: runs.append(place.run(ORDER, Limits())))
    thread.start()
    time.sleep(3)
    assert thread.is_alive()
    place.close()
    thread.join(10)
    assert not thread.is_alive() and not runs[0].ended
    assert place.run(ORDER, Limits()).failed


def test_ctrl_c_waits_for_no_endless_notebook(tmp_path: Path) -> None:
    for name, content in {"a": save(work(UNIT)), "b": notebook(ENDLESS, 'check("01.claim", ...)')}.items():
        (tmp_path / "in" / name).mkdir(parents=True)
        (tmp_path / "in" / name / f"{UNIT}.ipynb").write_bytes(content)
    call = [sys.executable, "-c", "from motamot.cli import main; main()", "grade", "in", "--out", "out"]
    with subprocess.Popen(
        [*call, "--lang", "fr"], cwd=tmp_path, stdout=subprocess.PIPE, text=True, encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1"}, start_new_session=True,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert "Personnes" in process.stdout.readline()
        time.sleep(6)
        # A terminal tells all that run in it.
        os.killpg(process.pid, signal.SIGINT)
        begun = time.monotonic()
        said = process.stdout.read()
        assert process.wait() == 130
    assert time.monotonic() - begun < 8
    assert "relancez la même commande pour continuer" in said
    assert not (tmp_path / "out" / "class.html").exists()
