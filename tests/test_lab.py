"""`motamot lab` as a learner starts it: a real process, a real server."""

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import psutil
import pytest
from lab_driver import clean_environment, command, running_lab

from motamot.errors import MotamotError
from motamot.lab import check_port, language_of_locale

WEAK = {
    "ServerApp": {"ip": "0.0.0.0", "allow_origin": "*", "token": "", "disable_check_xsrf": True},
    "IdentityProvider": {"token": ""},
    "PasswordIdentityProvider": {"hashed_password": ""},
}


class Running(NamedTuple):
    server: str
    token: str
    address: str
    folder: Path
    home: Path
    port: int
    process: psutil.Process


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def hostile_home(home: Path) -> None:
    """Fill a home with what must not reach the lab: weak settings and a kernel of another Python."""
    (home / ".jupyter").mkdir(parents=True)
    for name in ("jupyter_config", "jupyter_server_config", "jupyter_lab_config"):
        (home / ".jupyter" / f"{name}.json").write_text(json.dumps(WEAK), encoding="utf-8")
    for kernel in ("python3", "other"):
        folder = home / ".local/share/jupyter/kernels" / kernel
        folder.mkdir(parents=True)
        spec = {"argv": ["/nowhere/python", "-f", "{connection_file}"], "display_name": kernel}
        (folder / "kernel.json").write_text(json.dumps(spec), encoding="utf-8")


def files_in(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    base, home = tmp_path_factory.mktemp("lab"), tmp_path_factory.mktemp("home")
    hostile_home(home)
    folder, port = base / "été à moi", free_port()
    folder.mkdir()
    # French by LC_MESSAGES alone: where fr_FR is not installed, LC_ALL would leave Python 3.11 with ASCII, in
    # which it cannot read the path of a kit that lies below a folder with accents.
    environment = clean_environment(
        home, LC_CTYPE="C.UTF-8", LC_MESSAGES="fr_FR.UTF-8", JUPYTER_TOKEN="known"
    )
    with running_lab(folder, "--port", str(port), environment=environment, current=base) as (
        address,
        process,
    ):
        server, _, token = address.partition("lab/tree")
        yield Running(
            server, token.partition("=")[2], address, folder, home, port, psutil.Process(process.pid)
        )


def ask(lab: Running, path: str, token: str | None = None, method: str = "GET", **headers: str) -> str:
    request = Request(
        lab.server + path, method=method, headers=headers, data=b"{}" if method == "POST" else None
    )
    if token:
        request.add_header("Authorization", f"token {token}")
    with urlopen(request, timeout=30) as answer:
        # Only who holds the token is answered, and then for the asking page alone.
        assert answer.headers.get("Access-Control-Allow-Origin") in (None, headers.get("Origin", ""))
        return str(answer.read().decode())


def test_the_first_lesson_opens_in_the_language_of_the_locale(lab: Running) -> None:
    assert "/lab/tree/lessons/fr/00_start.ipynb?token=" in lab.address
    contents = json.loads(ask(lab, "api/contents/lessons/fr/00_start.ipynb", lab.token))
    assert contents["type"] == "notebook"


@pytest.mark.parametrize("token", [None, "known", "wrong"])
def test_nobody_enters_without_the_token(lab: Running, token: str | None) -> None:
    with pytest.raises(HTTPError) as refused:
        ask(lab, "api/contents", token)
    assert refused.value.code == 403
    assert len(lab.token) >= 32


def test_no_other_site_may_speak_to_it(lab: Running) -> None:
    with pytest.raises(HTTPError) as refused:
        ask(lab, "api/contents", lab.token, Host="elsewhere.example")
    assert refused.value.code == 403
    ask(lab, "api/contents", lab.token, Origin="http://elsewhere.example")


def test_the_kernel_is_this_environments_python_and_the_only_one(lab: Running) -> None:
    specs = json.loads(ask(lab, "api/kernelspecs", lab.token))
    assert list(specs["kernelspecs"]) == ["python3"]
    kernel = json.loads(ask(lab, "api/kernels", lab.token, "POST"))
    pythons = [child.cmdline() for child in lab.process.children(recursive=True)]
    (found,) = [line for line in pythons if "ipykernel_launcher" in line]
    assert Path(found[0]) == Path(sys.executable)
    assert kernel["name"] == "python3"


def test_all_sockets_listen_on_this_computer_only(lab: Running) -> None:
    family = [lab.process, *lab.process.children(recursive=True)]
    hosts = {
        connection.laddr.ip
        for process in family
        for connection in process.net_connections("inet")
        if connection.status == psutil.CONN_LISTEN
    }
    assert hosts == {"127.0.0.1"}


def test_the_token_stands_in_no_process_list_and_no_file_of_the_folder(lab: Running) -> None:
    for process in (lab.process, *lab.process.children(recursive=True)):
        assert lab.token not in " ".join(process.cmdline())
    for path in files_in(lab.folder):
        assert lab.token.encode() not in path.read_bytes(), path


def test_nothing_is_written_to_the_home(lab: Running) -> None:
    assert {path.relative_to(lab.home).parts[0] for path in files_in(lab.home)} == {".jupyter", ".local"}
    assert len(files_in(lab.home)) == 5


def test_a_refreshed_notebook_is_opened_and_at_the_next_start_the_one_worked_on(tmp_path: Path) -> None:
    environment, folder = clean_environment(tmp_path / "home"), tmp_path / "work"
    exercise = folder / "exercises" / "en" / "03_frequencies.ipynb"
    with running_lab(folder, "--first", "03_frequencies", environment=environment, current=tmp_path) as (
        address,
        _,
    ):
        assert "lab/tree/lessons/en/03_frequencies.ipynb?token=" in address
    notebook = json.loads(exercise.read_bytes())
    next(cell for cell in notebook["cells"] if cell["cell_type"] == "code")["execution_count"] = 1
    exercise.write_text(json.dumps(notebook), encoding="utf-8")
    for arguments in ((), ("--fresh", "03_frequencies")):
        with running_lab(folder, *arguments, environment=environment, current=tmp_path) as (address, _):
            assert "lab/tree/exercises/en/03_frequencies.ipynb?token=" in address


def run(*arguments: str, folder: Path, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(*arguments),
        cwd=folder, env=clean_environment(folder / "home", **more), timeout=60,
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


def refuses(done: subprocess.CompletedProcess[str], words: str) -> bool:
    """Return whether a command ended with status 2 and one sentence that holds `words`."""
    lines = done.stderr.splitlines()
    return done.returncode == 2 and len(lines) == 1 and words in lines[0] and "Traceback" not in done.stdout


def test_a_port_in_use_is_one_sentence(lab: Running, tmp_path: Path) -> None:
    done = run("lab", "w", "--no-browser", "--port", str(lab.port), folder=tmp_path)
    assert refuses(done, "in use by another program"), done
    assert not (tmp_path / "w").exists()


def test_a_folder_that_cannot_be_had_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("mine", encoding="utf-8")
    assert refuses(run("lab", "notes", "--no-browser", folder=tmp_path), "is a file")
    assert refuses(run("lab", "notes/below", "--no-browser", folder=tmp_path), "Nothing can be written")
    french = run("lab", "notes", "--no-browser", folder=tmp_path, LANG="fr_FR.UTF-8")
    assert refuses(french, "est un fichier")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--lang", "de"), "--lang en or --lang fr"),
        (("--port", "80"), "from 1024 to 65535"),
        (("--fresh", "99_none"), "no notebook called 99_none"),
    ],
)
def test_a_wrong_option_is_one_sentence(tmp_path: Path, arguments: tuple[str, str], words: str) -> None:
    assert refuses(run("lab", "--no-browser", *arguments, folder=tmp_path), words)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no signal to send to one process")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM], ids=["ctrl-c", "terminate"])
def test_it_ends_politely_and_leaves_no_process(tmp_path: Path, how: signal.Signals) -> None:
    folder = tmp_path / "motamot-work"
    environment = clean_environment(tmp_path / "home")
    # A learner's file named like one of Python's must not stop the server.
    (folder / ".motamot").mkdir(parents=True)
    for place in (folder, tmp_path):
        (place / "json.py").write_text("raise SystemExit('mine')", encoding="utf-8")
    with running_lab(folder, environment=environment, current=tmp_path) as (_, process):
        family = psutil.Process(process.pid).children(recursive=True)
        assert family
        assert any((folder / ".motamot" / "matplotlib").glob("fontlist-*.json"))
        process.send_signal(how)
        assert process.stdout
        said = process.stdout.read()
        assert process.wait(30) == 0
    assert "Your work is in" in said
    assert "Traceback" not in said
    assert not any(one.is_running() and one.status() != psutil.STATUS_ZOMBIE for one in family)


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({"LC_ALL": "fr_CA.UTF-8", "LANG": "en_US"}, "fr"),
        ({"LC_ALL": "", "LC_MESSAGES": "fr", "LANG": "en_US"}, "fr"),
        ({"LANG": "French_France.1252"}, "fr"),
        ({"LC_MESSAGES": "C", "LANG": "fr_FR"}, "en"),
        ({"LANG": "frr_DE"}, "en"),
        ({}, "en"),
    ],
)
def test_language_of_locale(variables: dict[str, str], language: str) -> None:
    assert language_of_locale(variables) == language


def test_a_port_out_of_range_is_refused() -> None:
    for port in (0, 80, 65536, -1):
        with pytest.raises(MotamotError):
            check_port(port)


def test_in_a_terminal_of_the_lab_a_notebook_is_refreshed_in_its_language_and_no_second_lab_starts(
    tmp_path: Path,
) -> None:
    run("lab", "work", "--no-browser", "--fresh", "00_start", folder=tmp_path, MOTAMOT_LAB="fr")
    lesson = tmp_path / "work" / "lessons" / "fr" / "00_start.ipynb"
    lesson.write_text("broken", encoding="utf-8")
    done = run("lab", "work", "--fresh", "00_start", folder=tmp_path, MOTAMOT_LAB="fr", LANG="en_US.UTF-8")
    assert done.returncode == 0
    assert "déjà ouvert" in done.stdout
    assert json.loads(lesson.read_text(encoding="utf-8"))["cells"]
    assert [path.read_text(encoding="utf-8") for path in lesson.parent.glob("00_start_*.ipynb")] == ["broken"]
