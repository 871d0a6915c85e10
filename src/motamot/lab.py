"""Starting JupyterLab on the first lesson: on this computer only, with a token, without the network."""

from __future__ import annotations

import json
import locale
import os
import secrets
import socket
import subprocess
import sys
import time
import webbrowser
from collections.abc import Mapping
from pathlib import Path
from threading import Thread
from urllib.request import urlopen

from motamot._language import message
from motamot.errors import MotamotError
from motamot.workspace import FIRST_LESSON, MARK

HOST = "127.0.0.1"
_FIRST_PORT, _PORTS = 8888, 50

_LAB_SETTINGS = {
    "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False},
    "@jupyterlab/extensionmanager-extension:plugin": {"enabled": False},
}


def language_of_locale(environment: Mapping[str, str] | None = None) -> str:
    """Return ``"fr"`` if this computer speaks French, else ``"en"``.

    Examples
    --------
    >>> language_of_locale({"LANG": "fr_FR.UTF-8"}), language_of_locale({"LC_ALL": "C", "LANG": "fr_FR"})
    ('fr', 'en')
    """
    variables = os.environ if environment is None else environment
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if variables.get(name):
            return "fr" if variables[name].lower().startswith("fr") else "en"
    spoken = locale.getlocale()[0] or "" if environment is None else ""
    return "fr" if spoken.lower().startswith("fr") else "en"


def choose_port(port: int | None) -> int:
    """Return a free port: the one asked for, or the first free from 8888 on.

    Raises
    ------
    MotamotError
        If it is taken, or none of fifty is free.
    """
    if port is not None:
        if not 1024 <= port <= 65535:
            raise MotamotError(message("lab.port_range", port=port))
        if not _is_free(port):
            raise MotamotError(message("lab.port_taken", port=port))
        return port
    for candidate in range(_FIRST_PORT, _FIRST_PORT + _PORTS):
        if _is_free(candidate):
            return candidate
    raise MotamotError(message("lab.no_port", first=_FIRST_PORT, last=_FIRST_PORT + _PORTS - 1))


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        if os.name != "nt":
            # As the server itself does: a port just left by another server counts as free.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
        return True


def start_lab(folder: Path, language: str, port: int, browser: bool) -> int:
    """Run JupyterLab in the learner's folder until it is stopped.

    Parameters
    ----------
    folder : pathlib.Path
        A prepared learner's folder.
    language : {"en", "fr"}
        Which edition of the first lesson to open.
    port : int
        A free port.
    browser : bool
        Whether to open a browser window.

    Returns
    -------
    int
        The server's exit status; 0 after Ctrl-C.
    """
    token = secrets.token_urlsafe(24)
    address = f"http://{HOST}:{port}/lab/tree/lessons/{language}/{FIRST_LESSON}.ipynb?token={token}"
    server = subprocess.Popen(
        _command(port), cwd=folder, env=_environment(folder, token), stdin=subprocess.DEVNULL
    )
    Thread(target=_announce, args=(address, port, token, browser), daemon=True).start()
    try:
        return server.wait()
    except KeyboardInterrupt:
        server.terminate()
        server.wait()
        return 0


def _command(port: int) -> list[str]:
    """Return the server's command; the token travels in the environment, where no process list shows it."""
    return [
        sys.executable,
        "-m",
        "jupyterlab",
        "--no-browser",
        f"--ServerApp.ip={HOST}",
        f"--ServerApp.port={port}",
        "--ServerApp.port_retries=0",
        "--ServerApp.allow_remote_access=False",
        "--ServerApp.root_dir=.",
        # Root is refused otherwise; some class-room machines and containers know no other user.
        *(["--ServerApp.allow_root=True"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []),
        "--LabApp.news_url=None",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        "--LabApp.extension_manager=readonly",
        "--KernelSpecManager.ensure_native_kernel=True",
        "--ServerApp.log_level=ERROR",
    ]


def _environment(folder: Path, token: str) -> dict[str, str]:
    """Return an environment in which all of Jupyter's own files lie in the learner's folder."""
    own = folder.resolve() / MARK / "jupyter"
    for path in (own / "config", own / "data", own / "runtime"):
        path.mkdir(parents=True, exist_ok=True)
    _write_settings(own / "config" / "lab" / "user-settings")
    variables = dict(os.environ)
    variables |= {
        "JUPYTER_TOKEN": token,
        "JUPYTER_CONFIG_DIR": str(own / "config"),
        "JUPYTER_DATA_DIR": str(own / "data"),
        "JUPYTER_RUNTIME_DIR": str(own / "runtime"),
        "JUPYTERLAB_SETTINGS_DIR": str(own / "config" / "lab" / "user-settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(own / "config" / "lab" / "workspaces"),
        "PYTHONUTF8": "1",
    }
    variables.pop("MOTAMOT_TEXT", None)
    return variables


def _write_settings(folder: Path) -> None:
    """Write JupyterLab's settings, but only those that are not there yet: the learner may change them."""
    for name, values in _LAB_SETTINGS.items():
        package, plugin = name.split(":")
        path = folder / package / f"{plugin}.jupyterlab-settings"
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps(values, indent=1), encoding="utf-8")


def _announce(address: str, port: int, token: str, browser: bool) -> None:
    """Tell the address once the server answers, and open it."""
    from rich.console import Console

    for _ in range(600):
        try:
            with urlopen(f"http://{HOST}:{port}/api?token={token}", timeout=1):
                break
        except OSError:
            time.sleep(0.1)
    console = Console()
    console.print(message("lab.open_at"), soft_wrap=True)
    console.print(f"    {address}", soft_wrap=True, markup=False, highlight=False)
    console.print(message("lab.stop"), soft_wrap=True)
    if browser:
        webbrowser.open(address)
