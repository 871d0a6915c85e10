"""A kit of a few small notebooks, as the learner's folder is made from it."""

import json
from pathlib import Path

LESSON, EXERCISE = "lessons/en/00_start.ipynb", "exercises/fr/01_cleaning.ipynb"


def notebook(text: str) -> bytes:
    code = {
        "cell_type": "code",
        "execution_count": 3,
        "id": "a",
        "metadata": {},
        "outputs": [{"output_type": "stream", "name": "stdout", "text": "the answer is 42"}],
        "source": f"print('{text}, mot à mot')",
    }
    return json.dumps({"cells": [code], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}).encode()


def make_kit(root: Path, version: str, lessons: int = 2) -> Path:
    for language in ("en", "fr"):
        for number in range(lessons):
            name = ("00_start", "01_cleaning")[number] if number < 2 else f"{number:02}_more"
            for top in ("notebooks", "exercises"):
                path = root / top / language / f"{name}.ipynb"
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(notebook(f"{version} {top} {name}"))
    (root / "notebooks" / "built.json").write_text("{}", encoding="utf-8")
    data = root / "data" / "interview"
    data.mkdir(parents=True)
    (data / "raw.txt").write_text(f"« {version} »\u00a0!\r\n", encoding="utf-8", newline="")
    (data / "l’été & co %20.txt").write_text("œ", encoding="utf-8")
    return root


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".motamot" not in path.parts
    }
