"""A learner's folder, a page of their own, and the command use-text: for the tests of both its doors."""

import os
import subprocess
import sys
from pathlib import Path

from motamot.workspace import prepare_folder

PAGE = """Une librairie qui dure

LJ. Pourquoi avoir ouvert une librairie à Noël, au cœur du village ?

Mme Roche. Parce que les gens d’ici me l’ont demandé, et que nous étions prêts. C’était l’été.

Et demain ?

Nous verrons avec les habitants « du coin ». Pour nous, tout est là, et cela nous plaît. 3 € de plus ? Non.
"""


def learners_folder(tmp_path: Path) -> Path:
    """Make a learner's folder with one lesson in it."""
    shipped = tmp_path / "kit" / "notebooks" / "en"
    shipped.mkdir(parents=True)
    (shipped / "00_start.ipynb").write_text(
        '{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}'
    )
    work = tmp_path / "work"
    prepare_folder(work, tmp_path / "kit")
    return work


def page(tmp_path: Path, name: str = "mots d’été (1).txt", content: bytes | None = None) -> Path:
    """Write a page of the learner's own."""
    file = tmp_path / name
    file.write_bytes(PAGE.encode() if content is None else content)
    return file


def use_text_command(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run motamot use-text in a folder."""
    environment = {k: v for k, v in os.environ.items() if k != "MOTAMOT_TEXT"} | {
        "LC_ALL": "C.UTF-8",
        "PYTHONUTF8": "1",
    }
    command = [sys.executable, "-c", "from motamot.cli import main; main()", "use-text", *arguments]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
