"""Running notebooks: kernels that do not start, fall silent or die, and outputs that come late."""

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import nbformat
import pytest

from motamot.course import execute as executing
from motamot.course.execute import execute
from motamot.errors import MotamotError

# A neighbor takes the port after it was chosen and before the kernel binds it; an address of one's own stays free.
NEIGHBOR = """
import json, socket, sys

with open(sys.argv[sys.argv.index("-f") + 1]) as file:
    address = json.load(file)
if address["transport"] == "tcp":
    neighbor = socket.create_server((address["ip"], address["shell_port"]))

from ipykernel import kernelapp

kernelapp.launch_new_instance()
"""

# `motamot build` in a folder of the test's own.
BUILD = """
import os
from pathlib import Path

from motamot.cli import main
from motamot.course import commands

commands._root = lambda: Path(os.environ["ROOT"])
main()
"""


def notebook_of(*sources: str) -> nbformat.NotebookNode:
    cells = [nbformat.v4.new_code_cell(source, id=f"c{number}") for number, source in enumerate(sources, 1)]
    return nbformat.v4.new_notebook(cells=cells)


@pytest.fixture
def neighbor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    launcher = tmp_path / "neighbor" / "ipykernel_launcher.py"
    launcher.parent.mkdir()
    launcher.write_text(NEIGHBOR, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(launcher.parent))


@pytest.mark.usefixtures("neighbor")
def test_nobody_else_can_take_the_address_of_a_kernel() -> None:
    notebook = notebook_of("6 * 7")
    execute(notebook)
    assert notebook.cells[0].outputs[0].data["text/plain"] == "42"


@pytest.mark.usefixtures("neighbor")
def test_a_kernel_that_does_not_start_is_told_in_a_sentence(tmp_path: Path) -> None:
    root = tmp_path / "kit"
    lesson = root / "lessons" / "00_one" / "lesson.py"
    lesson.parent.mkdir(parents=True)
    lesson.write_text(
        '# %% [markdown] lang="en"\n# One\n\n# %% [markdown] lang="fr"\n# Un\n\n# %%\n6 * 7\n', "utf-8"
    )
    # Too long for an address of its own: ports are left, and a neighbor takes one.
    temporary = tmp_path / ("a" * 120)
    temporary.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", BUILD, "build"],
        env={**os.environ, "ROOT": str(root), **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(temporary))},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 2
    assert "lesson.py:7: in notebooks/en/00_one.ipynb, cell 00-one-002" in done.stderr
    assert (
        "was not reached, for the kernel did not start: zmq.error.ZMQError: Address already in use"
        in done.stderr
    )
    assert "run the command again." in done.stderr
    assert "Traceback" not in done.stderr and "AssertionError" not in done.stderr
    assert not list(root.rglob("*.ipynb")) and not list(temporary.iterdir())


def test_a_kernel_that_falls_silent_before_the_first_cell_is_told_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from nbclient import NotebookClient

    start = NotebookClient.start_new_kernel_client

    def started_and_stopped(client: NotebookClient) -> None:
        start(client)
        assert client.km is not None and client.km.provisioner is not None
        os.kill(client.km.provisioner.pid, signal.SIGSTOP)

    monkeypatch.setattr(NotebookClient, "start_new_kernel_client", started_and_stopped)
    monkeypatch.setattr(executing, "CELL_TIMEOUT", 1)
    with pytest.raises(MotamotError, match=r"cell c1 .* did not start: It did not answer within 1 s\. If"):
        execute(notebook_of("1", "2"))


@pytest.mark.parametrize("dying", [1, 2])
def test_the_cell_that_killed_the_kernel_is_named(dying: int) -> None:
    sources = ["1", "2", "3"]
    sources[dying - 1] = (
        "import os, sys\nos.write(sys.__stderr__.fileno(), b'Fatal error: gone\\n')\nos._exit(1)"
    )
    with pytest.raises(MotamotError, match=rf"^cell c{dying} .* killed the kernel"):
        execute(notebook_of(*sources))


LATE = """import sys, time
sys.stdout.flush_timeout = sys.stderr.flush_timeout = 0.01
get_ipython().kernel.iopub_thread.schedule(lambda: time.sleep(6))
6 * 7"""


def test_an_output_that_comes_late_is_not_left_out() -> None:
    notebook = notebook_of(LATE)
    execute(notebook)
    assert [output.data["text/plain"] for output in notebook.cells[0].outputs] == ["42"]


def test_an_output_that_does_not_come_stops_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(executing, "CELL_TIMEOUT", 2)
    with pytest.raises(MotamotError, match=r"cell c1 .* or its output did not come, within 2 s\.$"):
        execute(notebook_of(LATE))


def test_nothing_of_a_kernel_stays_in_the_temporary_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    execute(notebook_of("1"))
    assert list(tmp_path.iterdir()) == []
