"""A real `motamot lab` in a process of its own, and a real browser that opens it."""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import psutil
from playwright.sync_api import Browser, Page, sync_playwright

_FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run"
    " --disable-background-networking --disable-component-update --disable-sync"
)
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
_IDLE = '.jp-NotebookPanel:not(.lm-mod-hidden) .jp-Notebook-ExecutionIndicator[data-status="idle"]'
ADDRESS = re.compile(r"http://\S+token=\S+")


def browser_on_this_machine() -> str | None:
    """Return the path of a browser that playwright can drive, or None."""
    return next((found for name in _NAMES if (found := shutil.which(name))), None)


def command(*arguments: str) -> list[str]:
    """Return the command line of the installed `motamot`."""
    script = shutil.which("motamot", path=str(Path(sys.executable).parent))
    assert script, "the command motamot is not installed beside this Python"
    return [script, *arguments]


def clean_environment(home: Path, **more: str) -> dict[str, str]:
    """Return an environment with an empty home and no settings of this user's."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("JUPYTER", "LC_", "MOTAMOT", "MPL", "IPYTHON", "XDG_")) and name != "LANG"
    }
    home.mkdir(exist_ok=True)
    return kept | {"HOME": str(home), "USERPROFILE": str(home), "PYTHONUTF8": "1"} | more


@contextmanager
def running_lab(
    folder: Path, *arguments: str, environment: Mapping[str, str], current: Path
) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Start `motamot lab FOLDER --no-browser`; give its address and process, and stop it afterwards."""
    words = command("lab", str(folder), "--no-browser", *arguments)
    with running(words, environment=environment, current=current) as started:
        yield started


@contextmanager
def running(
    words: Sequence[str], *, environment: Mapping[str, str], current: Path
) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Start what tells an address of JupyterLab; give the address and the process, and stop it afterwards."""
    lab = subprocess.Popen(
        words,
        cwd=current,
        env=dict(environment),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )
    said = ""
    try:
        assert lab.stdout
        for line in lab.stdout:
            said += line
            if found := ADDRESS.search(line):
                yield found.group(), lab
                return
        raise AssertionError(f"No address was told:\n{said}")
    finally:
        _stop(lab)


def _stop(lab: subprocess.Popen[str]) -> None:
    if lab.poll() is not None:
        return
    family = psutil.Process(lab.pid).children(recursive=True)
    lab.send_signal(signal.SIGINT if os.name != "nt" else signal.SIGTERM)
    try:
        lab.wait(30)
    except subprocess.TimeoutExpired:
        lab.kill()
    for process in family:
        if process.is_running():
            process.kill()
    assert lab.stdout
    lab.stdout.close()


@contextmanager
def opened_browser(executable: str) -> Iterator[Browser]:
    """Start a headless browser with nothing remembered."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=_FLAGS.split())
        try:
            yield browser
        finally:
            browser.close()


def open_notebook(page: Page, address: str) -> None:
    """Open a notebook and wait until its kernel has answered; JupyterLab shows it idle before it exists."""
    with page.expect_websocket(lambda socket: "/channels" in socket.url) as opened:
        page.goto(address)
    opened.value.wait_for_event("framereceived", predicate=_is_first_answer)
    page.wait_for_selector(_IDLE)


def run_all_cells(page: Page) -> None:
    """Choose Run All Cells in the menu, whatever the menu's language."""
    page.click(".lm-MenuBar-item >> nth=3")
    page.click('[data-command="runmenu:run-all"]')


def _is_first_answer(frame: str | bytes) -> bool:
    return "kernel_info_reply" in (frame.decode("utf-8", "replace") if isinstance(frame, bytes) else frame)
