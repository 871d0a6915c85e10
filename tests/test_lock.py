"""The two places of the pins, and the command that writes them."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from motamot.course.lock import constraints, pins, pins_that_fit, with_pins, write_lock
from motamot.errors import MotamotError

ROOT = Path(__file__).parent.parent
LOCKED = (ROOT / "requirements.lock").read_text(encoding="utf-8")


def test_the_lock_and_the_constraints_are_equal() -> None:
    found = pins(LOCKED)
    assert len(found) > 100
    assert constraints(ROOT) == found


def test_every_pin_has_a_hash_and_no_line_names_a_host() -> None:
    assert len(re.findall(r"^[\w.-]+==", LOCKED, re.MULTILINE)) == len(pins(LOCKED))
    blocks = re.split(r"^(?=[\w.-]+==)", LOCKED, flags=re.MULTILINE)[1:]
    assert all("--hash=sha256:" in block for block in blocks)
    assert "://" not in LOCKED
    assert "motamot" not in {pin.partition("==")[0] for pin in pins(LOCKED)}


def test_every_dependency_is_pinned_within_its_bounds() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = [project["project"]["dependencies"], *project["project"]["optional-dependencies"].values()]
    groups.append(project["dependency-groups"]["dev"])
    versions = [Requirement(pin) for pin in pins(LOCKED)]
    for text in (text for group in groups for text in group if not text.startswith("motamot")):
        wanted = Requirement(text)
        assert len(wanted.specifier) == 2, f"{text} has no lower and upper bound"
        pinned = [str(pin.specifier).removeprefix("==") for pin in versions if pin.name == wanted.name]
        assert pinned, f"{text} is not pinned: run motamot lock"
        assert all(wanted.specifier.contains(version) for version in pinned)


def imported(folder: Path) -> Iterator[str]:
    """Yield the packages that code imports, wherever in a file it does."""
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from (one.name.partition(".")[0] for one in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                yield node.module.partition(".")[0]


def test_what_the_code_imports_is_declared_and_not_only_brought_along() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    texts = [
        *project["dependencies"],
        *(text for one in project["optional-dependencies"].values() for text in one),
    ]
    declared = {canonicalize_name(Requirement(text).name) for text in texts}
    names = set(imported(ROOT / "src")) - set(sys.stdlib_module_names) - {"motamot"}
    assert {"pandas", "IPython", "sqlalchemy"} <= names
    homes = packages_distributions()
    assert {name for name in names if not declared & set(map(canonicalize_name, homes[name]))} == set()


def test_pins_are_written_in_the_place_of_the_old_ones() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    changed = with_pins(project, ["rich==15.0.0 ; python_version < '4'"])
    assert tomllib.loads(changed)["tool"]["uv"]["constraint-dependencies"] == [
        "rich==15.0.0 ; python_version < '4'"
    ]
    assert with_pins(changed, pins(LOCKED)) == project


def test_a_pin_that_a_changed_bound_excludes_is_given_up_and_no_other() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    (rich,) = (pin for pin in pins(LOCKED) if pin.startswith("rich=="))
    assert pins_that_fit(project) == pins(LOCKED)
    narrowed = re.sub(r'"rich>=[^"]+"', '"rich>=1,<2"', project)
    assert [pin for pin in pins(LOCKED) if pin not in pins_that_fit(narrowed)] == [rich]


def test_a_pyproject_without_the_list_is_refused() -> None:
    with pytest.raises(MotamotError, match="constraint-dependencies"):
        with_pins("[project]\n", [])


def test_without_uv_a_sentence_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(MotamotError, match="needs uv"):
        write_lock(ROOT)
