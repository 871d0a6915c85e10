"""What students hand in: a notebook with every answer, folders of files, and whose is whose."""

import json
import re
import zipfile
from pathlib import Path

from motamot.course.grading.grader import Grader
from motamot.course.grading.results import Graded
from motamot.course.grading.submissions import Collection

ATTACKS = Path(__file__).parent / "fixtures" / "attacks"
HONEST = re.split(r"^# %%.*\n", (ATTACKS / "honest.ipy").read_text(encoding="utf-8"), flags=re.M)[1:]
UNIT = "90_attacks"
NOTEBOOK = b'{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}'


def notebook(*sources: str, **more: object) -> bytes:
    cells = [{"cell_type": "code", "source": one, "metadata": {}, "outputs": []} for one in sources]
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5, **more}).encode()


ANSWERED = notebook(*HONEST)


def lay_out(top: Path, files: dict[str, bytes]) -> Path:
    for name, content in files.items():
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).write_bytes(content)
    return top


def found(collection: Collection) -> dict[str, list[str]]:
    return {one.owner.key: [handed.path for handed in one.notebooks] for one in collection.students}


def write(top: Path, *paths: str, content: bytes = NOTEBOOK) -> Path:
    for path in paths:
        (top / path).parent.mkdir(parents=True, exist_ok=True)
        (top / path).write_bytes(content)
    return top


def zipped(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def codes(collection: Collection) -> dict[str, list[str]]:
    return {one.owner.key: [finding.code for finding in one.findings] for one in collection.students}


def grade(grader: Grader, *cells: str, **more: object) -> Graded:
    return grader.grade(cells, "90", hidden_seed=b"nobody knows", **more)  # type: ignore[arg-type]
