"""Scripted learners: each does an exercise in its own way, then saves it in its own way."""

from __future__ import annotations

import ast
import copy
import json
import random
import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
Notebook = dict[str, Any]
QUESTION = re.compile(r"\bcheck\(\s*[\"']([^\"']+)[\"']")
# Ways to be wrong that classes take, for questions of lesson 01.
TYPICAL = {
    "01.nbsp_count": ['nbsp_count = raw.count(" ")', "nbsp_count = 7"],
    "01.answer_words": [
        'answer_words = len(words(" ".join(turns["text"])))',
        'answer_words = len(" ".join(turns[turns["role"] == "answer"]["text"]).split())',
    ],
    "01.longest_answer": [
        'longest_answer = max(len(words(text)) for text in turns[turns["role"] == "answer"]["text"])'
    ],
    "01.voices": [
        'voices = turns.assign(words=[len(text) for text in turns["text"]]).groupby("role", as_index=False)["words"].sum()'
    ],
    "01.missed_step": ['missed_step = "case"'],
    "01.cut": ["def cut(sentence):\n    return sentence.lower().split()"],
    "01.top_words": [
        "from motamot import frequencies\ntop_words = list(frequencies(words(raw))['word'].head(5))"
    ],
    "01.claim": ['claim = "c"'],
}


@cache
def _read(edition: str, language: str, unit: str) -> str:
    return (ROOT / edition / language / f"{unit}.ipynb").read_text(encoding="utf-8")


def exercise(unit: str, language: str = "fr") -> Notebook:
    """Return an exercise as it is given out."""
    return json.loads(_read("exercises", language, unit))


def units() -> list[str]:
    """Return the units of which both an exercise and its solution are built."""
    return sorted(
        path.stem for path in (ROOT / "exercises" / "fr").glob("*.ipynb")
        if (ROOT / "solutions" / "fr" / path.name).is_file() and (ROOT / "lessons" / path.stem / "practice.py").is_file()
    )  # fmt: skip


def answers_of(unit: str, language: str = "fr") -> dict[str, str]:
    """Return the id of the answer's cell of each question."""
    found, last = {}, ""
    for cell in exercise(unit, language)["cells"]:
        if cell["cell_type"] != "code":
            continue
        asked = QUESTION.search(source_of(cell))
        if asked:
            found[asked[1]] = last if cell["id"].endswith("-check") else cell["id"]
        last = cell["id"]
    return found


def work(unit: str, language: str = "fr", given: Mapping[str, str | None] | None = None) -> Notebook:
    """Return an exercise with answers in it.

    `given` holds code for a question, or None to leave its three dots; what it does not name is solved.
    """
    notebook = exercise(unit, language)
    solved = {cell["id"]: source_of(cell) for cell in json.loads(_read("solutions", language, unit))["cells"]}
    questions = {place: name for name, place in answers_of(unit, language).items()}
    for cell in notebook["cells"]:
        name = questions.get(cell["id"])
        if name is None:
            continue
        code = (given or {}).get(name, solved[cell["id"]])
        if code is not None:
            cell["source"] = code.splitlines(keepends=True)
    return notebook


def work_badly(unit: str, rng: random.Random, language: str = "fr") -> Notebook:
    """Return an exercise in which some answers are right, some wrong and some left out."""
    skill = rng.random()
    given: dict[str, str | None] = {}
    for name in answers_of(unit, language):
        if rng.random() < 0.25 + 0.7 * skill:
            continue
        wrong = TYPICAL.get(name, [f"{name.partition('.')[2]} = 0"])
        given[name] = rng.choice([None, *wrong, wrong[0]])
    return work(unit, language, given)


def source_of(cell: Mapping[str, Any]) -> str:
    """Return a cell's text."""
    return "".join(cell["source"])


def save(notebook: Notebook) -> bytes:
    """Return a notebook as JupyterLab saves it."""
    return (json.dumps(notebook, ensure_ascii=False, indent=1) + "\n").encode()


def code_cell(source: str, **further: Any) -> dict[str, Any]:
    """Return a code cell without anything else."""
    return {
        "cell_type": "code", "execution_count": None, "metadata": {}, "outputs": [],
        "source": source.splitlines(keepends=True), **further,
    }  # fmt: skip


# What learners do to their notebooks: each takes a notebook and returns what is handed in.


def duplicate_cells(notebook: Notebook) -> bytes:
    cells = [
        copy.deepcopy(cell) for cell in notebook["cells"] for _ in range(1 + (cell["cell_type"] == "code"))
    ]
    return save({**notebook, "cells": cells})


def split_cells(notebook: Notebook) -> bytes:
    cells = []
    for cell in notebook["cells"]:
        source = source_of(cell)
        if cell["cell_type"] != "code":
            cells.append(cell)
            continue
        lines = source.splitlines(keepends=True)
        starts = [node.lineno - 1 for node in ast.parse(source).body] or [0]
        for start, end in zip([0, *starts[1:]], [*starts[1:], len(lines)], strict=True):
            cells.append(code_cell("".join(lines[start:end])))
    return save({**notebook, "cells": cells})


def merge_cells(notebook: Notebook) -> bytes:
    code = "\n".join(source_of(cell) for cell in notebook["cells"] if cell["cell_type"] == "code")
    return save({**notebook, "cells": [code_cell(code)]})


def reorder_cells(notebook: Notebook) -> bytes:
    """The first code cell, with all imports, goes to the end: its author ran it first all the same."""
    cells = list(notebook["cells"])
    first = next(cell for cell in cells if cell["cell_type"] == "code")
    cells.remove(first)
    return save({**notebook, "cells": [*cells, first]})


def run_out_of_order(notebook: Notebook) -> bytes:
    numbers = list(range(1, len(notebook["cells"]) + 1))
    random.Random(3).shuffle(numbers)
    for cell, number in zip(notebook["cells"], numbers, strict=True):
        if cell["cell_type"] == "code":
            cell["execution_count"] = number
    return save(notebook)


def delete_prose(notebook: Notebook) -> bytes:
    return save({**notebook, "cells": [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]})


def delete_checks(notebook: Notebook) -> bytes:
    """Only the answers stay; cells that do no more than check are gone."""
    cells = [cell for cell in notebook["cells"] if not cell.get("id", "").endswith("-check")]
    return save({**notebook, "cells": cells})


def rename_cells(notebook: Notebook) -> bytes:
    for number, cell in enumerate(notebook["cells"]):
        cell["id"] = f"x{number:07x}"
    return save(notebook)


def strip_metadata(notebook: Notebook) -> bytes:
    for cell in notebook["cells"]:
        cell.pop("id", None)
        cell["metadata"] = {}
    return save({"cells": notebook["cells"], "metadata": {}, "nbformat": 4, "nbformat_minor": 4})


def save_in_vscode(notebook: Notebook) -> bytes:
    for cell in notebook["cells"]:
        cell.pop("id", None)
        cell["metadata"] = {"vscode": {"languageId": "python"}} if cell["cell_type"] == "code" else {}
        cell["source"] = source_of(cell)
    return json.dumps({**notebook, "metadata": {"language_info": {"name": "python"}}}, indent=2).encode()


def save_in_colab(notebook: Notebook) -> bytes:
    for number, cell in enumerate(notebook["cells"]):
        cell.pop("id", None)
        cell["metadata"] = {"id": f"c{number}", "colab": {"base_uri": "https"}}
        cell.pop("outputs", None)
        cell.pop("execution_count", None)
        if cell["cell_type"] == "code":
            cell["execution_count"], cell["outputs"] = None, []
    notebook["cells"].insert(0, code_cell("!pip install motamot", metadata={"id": "first"}))
    return json.dumps({**notebook, "metadata": {"colab": {"provenance": []}}, "nbformat_minor": 0}).encode()


def write_windows_lines(notebook: Notebook) -> bytes:
    for cell in notebook["cells"]:
        cell["source"] = source_of(cell).replace("\n", "\r\n")
    return b"\xef\xbb\xbf" + save(notebook).replace(b"\n", b"\r\n")


def save_in_format_3(notebook: Notebook) -> bytes:
    cells = []
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cells.append(
                {
                    "cell_type": "code",
                    "input": source_of(cell),
                    "language": "python",
                    "outputs": [],
                    "metadata": {},
                }
            )
        else:
            cells.append({"cell_type": "markdown", "source": source_of(cell), "metadata": {}})
    old = {
        "metadata": {"name": ""},
        "nbformat": 3,
        "nbformat_minor": 0,
        "worksheets": [{"cells": cells, "metadata": {}}],
    }
    return json.dumps(old).encode()


def print_for_ever(notebook: Notebook) -> bytes:
    """Two megabytes of outputs, with words in them that a notebook's JSON holds as well."""
    text = 'row "outputs": [ {"cells": \\" l\'été\n' * 60_000
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"] = [
                {"name": "stdout", "output_type": "stream", "text": text.splitlines(keepends=True)}
            ]
            break
    return save(notebook)


def forget_the_end(notebook: Notebook) -> bytes:
    """The disk was full: the closing part of the file is missing, after the last cell."""
    raw = save(notebook)
    return raw[: raw.rindex(b'"metadata"', 0, raw.rindex(b'"nbformat"'))]


def leave_as_it_is(notebook: Notebook) -> bytes:
    return save(notebook)


# The name of the file each robot hands in; the same marks as the plain one are owed to all.
ROBOTS: dict[str, tuple[Callable[[Notebook], bytes], str]] = {
    "plain": (leave_as_it_is, "{unit}.ipynb"),
    "duplicates": (duplicate_cells, "{unit}.ipynb"),
    "splits": (split_cells, "{unit}.ipynb"),
    "merges": (merge_cells, "{unit}.ipynb"),
    "reorders": (reorder_cells, "{unit}.ipynb"),
    "out of order": (run_out_of_order, "{unit}.ipynb"),
    "without prose": (delete_prose, "{unit}.ipynb"),
    "without checks": (delete_checks, "{unit}.ipynb"),
    "new cell names": (rename_cells, "{unit}.ipynb"),
    "renames": (leave_as_it_is, "mots (1).ipynb"),
    "other folder": (leave_as_it_is, "Mes documents/été 2026/devoir.ipynb"),
    "no metadata": (strip_metadata, "devoir rendu.ipynb"),
    "vscode": (save_in_vscode, "{unit}.ipynb"),
    "colab": (save_in_colab, "Copie de {unit}.ipynb"),
    "windows": (write_windows_lines, "{unit}.IPYNB"),
    "format 3": (save_in_format_3, "{unit}.ipynb"),
    "prints": (print_for_ever, "{unit}.ipynb"),
    "cut off": (forget_the_end, "{unit}.ipynb"),
}


def hand_in(folder: Path, robot: str, unit: str, notebook: Notebook) -> Path:
    """Write what a robot hands in below a student's folder."""
    alter, name = ROBOTS[robot]
    path = folder / name.format(unit=unit)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(alter(copy.deepcopy(notebook)))
    return path


def hand_in_class(folder: Path, students: int, chosen: list[str], seed: int = 1) -> int:
    """Write a class of robots, each with its own skill and its own way to save; return how many notebooks."""
    rng = random.Random(seed)
    names = list(ROBOTS)
    for number in range(students):
        for unit in chosen:
            notebook = work_badly(unit, rng, rng.choice(("en", "fr")))
            path = hand_in(folder / f"élève {number:04d}" / unit, names[number % len(names)], unit, notebook)
            if path.stem != unit:
                path.rename(path.with_name(f"{unit}_{path.name}"))
    return students * len(chosen)
