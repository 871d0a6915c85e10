"""Starting JupyterLab on a notebook: on this computer only, with a token, without the network."""

from __future__ import annotations

import importlib.util
import json
import locale
import os
import secrets
import signal
import socket
import subprocess
import sys
import sysconfig
import tempfile
import time
import webbrowser
from collections.abc import Mapping
from pathlib import Path
from threading import Thread
from typing import Any

from motamot._language import message
from motamot._terminal import say
from motamot.errors import MotamotError
from motamot.workspace import MARK

HOST = "127.0.0.1"
FIRST_PORT = 8888
# What a terminal within the lab knows: the language of the lab.
IN_LAB = "MOTAMOT_LAB"
_PATIENCE = 10  # seconds a server is given to end its kernels
# Menus of authors and instructors, who have `jupyter lab` itself.
_NOT_FOR_LEARNERS = ("@jupyterlab/extensionmanager-extension", "@jupyter/nbgrader", "jupyterlab-jupytext")
_LANGUAGE_PACK = "jupyterlab_language_pack_fr_FR"


def language_of_locale(environment: Mapping[str, str] | None = None) -> str:
    """Return ``"fr"`` if this computer speaks French, else ``"en"``.

    Examples
    --------
    >>> language_of_locale({"LANG": "fr_FR.UTF-8"}), language_of_locale({"LC_ALL": "C", "LANG": "fr_FR"})
    ('fr', 'en')
    """
    variables = os.environ if environment is None else environment
    names = (IN_LAB, "LC_ALL", "LC_MESSAGES", "LANG")
    spoken = next((variables[name] for name in names if variables.get(name)), "")
    if not spoken and environment is None:
        # Windows sets none of the three.
        spoken = locale.getlocale()[0] or ""
    for mark in ".@-":
        spoken = spoken.replace(mark, "_")
    return "fr" if spoken.lower().partition("_")[0] in ("fr", "french") else "en"


def check_port(port: int) -> None:
    """Refuse a port that JupyterLab could not use.

    Raises
    ------
    MotamotError
        If it is out of range or in use.
    """
    if not 1024 <= port <= 65535:
        raise MotamotError(message("lab.port_range", port=port))
    if not is_free(port):
        raise MotamotError(message("lab.port_taken", port=port))


def is_free(port: int) -> bool:
    """Return whether a server could listen on a port of this computer."""
    with socket.socket() as probe:
        if os.name != "nt":
            # As the server itself does: a port just left by another server counts as free.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
        return True


def start_lab(
    folder: Path, language: str, notebook: str, port: int | None = None, browser: bool = True
) -> None:
    """Run JupyterLab in the learner's folder until it is stopped.

    Parameters
    ----------
    folder : pathlib.Path
        A prepared learner's folder.
    language : {"en", "fr"}
        The language of JupyterLab's menus.
    notebook : str
        The notebook to open, relative to the folder.
    port : int, optional
        The port to use; a free one if left out.
    browser : bool
        Whether to open a browser window.

    Raises
    ------
    MotamotError
        If JupyterLab cannot start, or ends by itself with an error.
    """
    # What is secret or short-lived lies outside the learner's folder, which is handed in.
    with tempfile.TemporaryDirectory(prefix="motamot-", ignore_cleanup_errors=True) as name:
        runtime, log = Path(name), folder / MARK / "jupyter" / "server.log"
        environment = _environment(folder, runtime) | {IN_LAB: language}
        command = _command(runtime, port, language)
        fonts = subprocess.Popen(
            [sys.executable, "-P", "-c", "import matplotlib.font_manager"], env=environment
        )
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("wb") as file:
            server = subprocess.Popen(
                command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=file, stderr=file
            )
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        Thread(target=_announce, args=(server, fonts, runtime, notebook, browser), daemon=True).start()
        try:
            status = server.wait()
        except KeyboardInterrupt:
            _stop(server)
            status = 0
    if status:
        raise MotamotError(message("lab.failed", log=log))


def _stop(server: subprocess.Popen[bytes]) -> None:
    try:
        if os.name != "nt":
            # On Windows that would kill it; there Ctrl+C has reached the server by itself.
            server.terminate()
        server.wait(_PATIENCE)
    except (subprocess.TimeoutExpired, KeyboardInterrupt):
        server.kill()
        server.wait()


def _command(runtime: Path, port: int | None, language: str) -> list[str]:
    """Return the server's command; settings stand in files only this user can read: `ps` shows no token."""
    settings = runtime / "motamot_config.json"
    _write_json(settings, _server_settings(port))
    labconfig = runtime / "config" / "labconfig"
    # Defaults only: what the learner chooses in JupyterLab's own settings goes before them.
    _write_json(labconfig / "default_setting_overrides.json", _lab_settings(language))
    _write_json(
        labconfig / "page_config.json", {"disabledExtensions": dict.fromkeys(_NOT_FOR_LEARNERS, True)}
    )
    # -P: a random.py or json.py of the learner's must not be taken for Python's own.
    return [sys.executable, "-P", "-m", "jupyterlab", f"--config={settings}"]


def _server_settings(port: int | None) -> dict[str, dict[str, Any]]:
    return {
        "ServerApp": {
            "ip": HOST,
            "port": port or FIRST_PORT,
            "port_retries": 0 if port else 50,
            "base_url": "/",
            "certfile": "",
            "allow_origin": "",
            "allow_origin_pat": "",
            "allow_remote_access": False,
            "disable_check_xsrf": False,
            # Root is refused otherwise; some class-room machines and containers know no other user.
            "allow_root": hasattr(os, "geteuid") and os.geteuid() == 0,
            "open_browser": False,
            "root_dir": ".",
            # Without a shell of its own the server takes a login shell, which may set PATH anew.
            "terminado_settings": {"shell_command": [os.environ.get("SHELL", "sh")]}
            if os.name != "nt"
            else {},
        },
        "Application": {"log_level": "ERROR"},
        # Looking for language servers, it would run npm, which writes to the home and asks the network.
        "LanguageServerManager": {"autodetect": False},
        "IdentityProvider": {"token": secrets.token_urlsafe(24)},
        # The kernel is this environment's Python, whatever other kernels the user has.
        "KernelSpecManager": {"ensure_native_kernel": True, "allowed_kernelspecs": ["python3"]},
        "LabApp": {
            "news_url": None,
            "check_for_updates_class": "jupyterlab.NeverCheckForUpdate",
            "extension_manager": "readonly",
        },
    }


def _lab_settings(language: str) -> dict[str, dict[str, Any]]:
    has_pack = importlib.util.find_spec(_LANGUAGE_PACK) is not None
    return {
        "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False},
        "@jupyterlab/translation-extension:plugin": {
            "locale": "fr_FR" if language == "fr" and has_pack else "en"
        },
    }


def _write_json(path: Path, values: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(values, indent=1), encoding="utf-8")


def _environment(folder: Path, runtime: Path) -> dict[str, str]:
    """Return an environment in which Jupyter reads and writes nothing in the user's home."""
    own = folder.resolve() / MARK
    left_out = ("MOTAMOT_TEXT", "JUPYTER_CONFIG_PATH", "JUPYTER_PATH", "JUPYTER_TOKEN", "JUPYTER_TOKEN_FILE")
    variables = {name: value for name, value in os.environ.items() if name not in left_out}
    variables.setdefault("MPLCONFIGDIR", str(own / "matplotlib"))
    return variables | {
        "JUPYTER_CONFIG_DIR": str(runtime / "config"),
        "JUPYTER_DATA_DIR": str(own / "jupyter" / "data"),
        "JUPYTER_RUNTIME_DIR": str(runtime),
        "JUPYTERLAB_SETTINGS_DIR": str(own / "jupyter" / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(own / "jupyter" / "workspaces"),
        "IPYTHONDIR": str(own / "ipython"),
        "PYTHONUTF8": "1",
        # A terminal in JupyterLab knows the command motamot, however the kit was started.
        "PATH": os.pathsep.join([sysconfig.get_path("scripts"), variables.get("PATH", os.defpath)]),
    }


def _announce(
    server: subprocess.Popen[bytes],
    fonts: subprocess.Popen[bytes],
    runtime: Path,
    notebook: str,
    browser: bool,
) -> None:
    """Tell the address once the server listens, and open it."""
    from rich.console import Console

    # In a new folder matplotlib lists the fonts once; done here, its notice stays out of the first chart.
    fonts.wait()
    # The server notes its address shortly before it listens there.
    while not ((served := _server_info(runtime)) and _listens(int(served["port"]))):
        if server.poll() is not None:
            return
        time.sleep(0.05)
    address = f"{served['url']}lab/tree/{notebook}?token={served['token']}"
    say(message("lab.open_at"))
    Console().print(f"    {address}", soft_wrap=True, markup=False, highlight=False)
    say(message("lab.stop"))
    if browser:
        webbrowser.open(address)


def _listens(port: int) -> bool:
    """Return whether a server answers on a port of this computer."""
    try:
        socket.create_connection((HOST, port), timeout=1).close()
    except OSError:
        return False
    return True


def _server_info(runtime: Path) -> dict[str, Any] | None:
    """Return what the server noted about itself when it began to listen."""
    for path in runtime.glob("jpserver-*.json"):
        try:
            info: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            continue
        return info
    return None
