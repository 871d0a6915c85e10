"""Hand-ins made of an exercise and its solution, as somebody who used nbgrader would have them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
EMPTY: dict[str, str] = {}


def exercise(unit: str, language: str = "fr") -> dict[str, Any]:
    """Return a built exercise."""
    found: dict[str, Any] = json.loads((ROOT / "exercises" / language / f"{unit}.ipynb").read_text("utf-8"))
    return found


def solution_code(unit: str, language: str = "fr") -> dict[str, str]:
    """Return the code cells of a unit's solution by id."""
    solved = json.loads((ROOT / "solutions" / language / f"{unit}.ipynb").read_text("utf-8"))
    return {cell["id"]: "".join(cell["source"]) for cell in solved["cells"] if cell["cell_type"] == "code"}


def handed_in(unit: str, code: Mapping[str, str]) -> dict[str, Any]:
    """Return an exercise in whose cells that nbgrader does not lock this code stands."""
    notebook = exercise(unit)
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code" and "nbgrader" not in cell["metadata"]:
            cell["source"] = code.get(cell["id"], "".join(cell["source"]))
    return notebook


def points(notebook: Mapping[str, Any]) -> dict[str, float]:
    """Return the points of each check, by its name in nbgrader."""
    marked = [cell["metadata"]["nbgrader"] for cell in notebook["cells"] if "nbgrader" in cell["metadata"]]
    return {one["grade_id"]: float(one["points"]) for one in marked}


def write(path: Path, notebook: Mapping[str, Any]) -> None:
    """Write a notebook where nbgrader looks for it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(notebook), encoding="utf-8")
