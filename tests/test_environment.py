"""environment.yml says what pyproject.toml says, in conda's words, and a conda solver can satisfy it."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from rattler import Channel, SparseRepoData, solve_with_sparse_repodata
from rattler.exceptions import SolverError

from motamot.course.lock import pins

ROOT = Path(__file__).parent.parent
CONDA_NAME = {"matplotlib": "matplotlib-base"}
PYTHONS = ("3.11.9", "3.12.8", "3.13.2")


def conda_specs() -> list[str]:
    environment = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
    assert environment["channels"] == ["conda-forge"]
    return [entry for entry in environment["dependencies"] if isinstance(entry, str)]


def test_the_bounds_are_those_of_pyproject() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [entry for group in project["optional-dependencies"].values() for entry in group]
    wanted = {
        CONDA_NAME.get(requirement.name, requirement.name): requirement.specifier
        for requirement in map(Requirement, [*project["dependencies"], *extras])
    }
    found = {}
    for spec in conda_specs():
        name, _, bounds = spec.partition(" ")
        found[name] = SpecifierSet(bounds)
    python = found.pop("python")
    assert found.pop("pip") == SpecifierSet()
    assert found == wanted
    assert SpecifierSet(project["requires-python"]) & python == python & SpecifierSet(
        project["requires-python"]
    )
    assert all(python.contains(version) for version in PYTHONS)


def repodata(folder: Path, python: str) -> SparseRepoData:
    """Make a channel that holds what the lock pins for one version of Python."""
    locked = [("python", python), ("pip", "25.0")]
    environment = {"python_full_version": python, "python_version": python.rpartition(".")[0]}
    for pin in pins((ROOT / "requirements.lock").read_text(encoding="utf-8")):
        requirement = Requirement(pin.partition(";")[0])
        marker = pin.partition(";")[2].strip()
        if not marker or Marker(marker).evaluate(environment):
            name = CONDA_NAME.get(requirement.name, requirement.name)
            locked.append((name, str(requirement.specifier).removeprefix("==")))
    records: dict[str, Any] = {
        f"{name}-{version}-0.conda": {
            "name": name,
            "version": version,
            "build": "0",
            "build_number": 0,
            "depends": [] if name == "python" else ["python"],
            "sha256": "0" * 64,
            "subdir": "noarch",
            "size": 1,
        }
        for name, version in locked
    }
    path = folder / "repodata.json"
    path.write_text(
        json.dumps({"info": {"subdir": "noarch"}, "packages": {}, "packages.conda": records}),
        encoding="utf-8",
    )
    return SparseRepoData(Channel("conda-forge"), "noarch", path)


def solve(specs: list[str], data: SparseRepoData) -> dict[str, str]:
    import asyncio

    records = asyncio.run(solve_with_sparse_repodata(specs, [data]))
    return {record.name.normalized: str(record.version) for record in records}


@pytest.mark.parametrize("python", PYTHONS)
def test_a_conda_solver_finds_the_locked_versions(tmp_path: Path, python: str) -> None:
    solved = solve(conda_specs(), repodata(tmp_path, python))
    assert solved["python"] == python
    assert solved["pandas"].startswith("3.")
    assert len(solved) == len(conda_specs())


@pytest.mark.parametrize("spec", ["pandas >=4", "no-such-package >=1"])
def test_the_solver_can_fail(tmp_path: Path, spec: str) -> None:
    with pytest.raises(SolverError):
        solve([*conda_specs(), spec], repodata(tmp_path, "3.11.9"))
