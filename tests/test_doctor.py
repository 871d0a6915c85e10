import os
import subprocess
import sys
from pathlib import Path

import pytest
from lab_driver import clean_environment, command

from motamot.doctor import Finding, examine
from motamot.statement_files import COLUMNS


def findings(folder: Path) -> dict[str, Finding]:
    return {finding.name: finding for finding in examine(folder)}


def doctor(folder: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command("doctor", *arguments),
        cwd=folder, env=clean_environment(folder / "home", **more),
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


def test_all_is_well_where_the_tests_run_and_nothing_is_made(tmp_path: Path) -> None:
    found = findings(tmp_path / "motamot-work")
    assert [one for one in found.values() if not one.ok] == []
    assert list(found) == ["python", "packages", "fonts", "folder", "port", "text"]
    assert list(tmp_path.iterdir()) == []


def test_the_command_prints_one_line_each_and_tells_by_its_status(tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("mine", encoding="utf-8")
    done = doctor(tmp_path, "notes", LANG="fr_FR.UTF-8")
    lines = done.stdout.splitlines()
    assert (done.returncode, len(lines)) == (1, 6)
    assert [line[:2] for line in lines if "votre dossier" not in line] == ["ok"] * 5
    assert "à faire votre dossier" in done.stdout
    assert "Python " + ".".join(map(str, sys.version_info[:3])) in done.stdout


@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "ascii"])
def test_a_pipe_in_the_code_page_of_windows_gets_what_it_can_hold(tmp_path: Path, encoding: str) -> None:
    done = subprocess.run(
        command("doctor", "--lang", "fr"),
        cwd=tmp_path,
        env=clean_environment(tmp_path / "home", PYTHONUTF8="0", PYTHONIOENCODING=encoding),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert [line[:2] for line in done.stdout.decode(encoding).splitlines()] == ["ok"] * 6


def test_a_folder_that_is_a_file_is_to_do(tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("mine", encoding="utf-8")
    for name in ("notes", "notes/below"):
        finding = findings(tmp_path / name)["folder"]
        assert (finding.ok, "is a file" in finding.text) == (False, True)


def test_a_text_that_cannot_be_read_is_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MOTAMOT_TEXT", raising=False)
    (tmp_path / "motamot.toml").write_text('[text]\ninterview = "texts/mine.txt"\n', encoding="utf-8")
    finding = findings(tmp_path)["text"]
    assert (finding.ok, "texts/mine.txt" in finding.text) == (False, True)
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts/mine.txt").write_text(
        "La rédaction. Pourquoi ?\n\nMme Roche. Parce que.", encoding="utf-8"
    )
    finding = findings(tmp_path)["text"]
    assert (finding.ok, "mine.txt" in finding.text) == (True, True)


def test_statements_that_cannot_be_read_are_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MOTAMOT_TEXT", raising=False)
    (tmp_path / "motamot.toml").write_text('[text]\nstatements = "mine.csv"\n', encoding="utf-8")
    for content, well in (
        ("company;year\n", False),
        (f"{';'.join(COLUMNS)}\nAlba;2022;T;1;Le prix.\n", True),
    ):
        (tmp_path / "mine.csv").write_text(content, encoding="utf-8")
        finding = findings(tmp_path)["text"]
        assert (finding.ok, "mine.csv" in finding.text) == (well, not well)


@pytest.mark.parametrize(
    ("wanted", "words"),
    [("nosuchpackage>=1", "Not installed: nosuchpackage"), ("numpy<1", "Another version is needed: numpy<1")],
)
def test_a_package_missing_or_out_of_bounds_is_to_do(tmp_path: Path, wanted: str, words: str) -> None:
    metadata = tmp_path / "first/motamot-9.dist-info/METADATA"
    metadata.parent.mkdir(parents=True)
    metadata.write_text(
        f"Metadata-Version: 2.4\nName: motamot\nVersion: 9\nRequires-Dist: {wanted}\n", encoding="utf-8"
    )
    done = doctor(tmp_path, PYTHONPATH=str(tmp_path / "first"))
    assert (done.returncode, words in done.stdout) == (1, True), done


def test_a_package_that_does_not_load_is_to_do(tmp_path: Path) -> None:
    (tmp_path / "first").mkdir()
    broken = 'raise ImportError("DLL load failed")\n'
    (tmp_path / "first/wordcloud.py").write_text(broken, encoding="utf-8")
    done = doctor(tmp_path, PYTHONPATH=str(tmp_path / "first"))
    assert done.returncode == 1
    assert "wordcloud is installed but does not load (DLL load failed)" in done.stdout


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_to_do(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    try:
        assert not findings(tmp_path / "motamot-work")["folder"].ok
    finally:
        tmp_path.chmod(0o755)
