"""The lock that travels: requirements.lock for pip, and the same pins as constraints for uv.

``uv.lock`` names package hosts and is not committed; both files written here name none.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
import tomllib
from itertools import chain
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from motamot.errors import MotamotError

_EXPORT = (
    "export",
    "--frozen",
    "--all-extras",
    "--all-groups",
    "--no-emit-project",
    "--no-header",
    "--quiet",
)
_PIN = re.compile(r"^(?P<pin>[\w.-]+==[^\s;]+)(?:\s*;\s*(?P<marker>[^\\]+?))?\s*\\?$", re.MULTILINE)
_PINS = re.compile(r"constraint-dependencies = \[\n.*?^\]\n", re.MULTILINE | re.DOTALL)


def write_lock(root: Path, upgrade: bool = False) -> int:
    """Write requirements.lock and the constraint pins of pyproject.toml.

    Parameters
    ----------
    root : pathlib.Path
        The repository.
    upgrade : bool, default False
        Take the newest versions the bounds allow; without it, pins that still fit stay.

    Returns
    -------
    int
        The number of pins.

    Raises
    ------
    MotamotError
        If uv is not installed or finds no solution; nothing is written then.
    """
    uv = shutil.which("uv")
    if uv is None:
        raise MotamotError("motamot lock needs uv, which is not on the PATH: python -m pip install uv")
    project = (root / "pyproject.toml").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory(prefix="motamot-lock-") as scratch:
        # Resolved in a copy: a failure leaves the repository as it was.
        copy = Path(scratch)
        start = with_pins(project, [] if upgrade else pins_that_fit(project))
        (copy / "pyproject.toml").write_text(start, encoding="utf-8")
        (copy / "README.md").write_text("", encoding="utf-8")
        if not upgrade and (root / "uv.lock").is_file():
            shutil.copy(root / "uv.lock", copy)
        _run(uv, copy, "lock", "--quiet")
        locked = _run(uv, copy, *_EXPORT)
    if re.search(r"://", locked):
        raise MotamotError("The lock would name a package host; check the indexes uv is configured with.")
    found = pins(locked)
    (root / "requirements.lock").write_text(locked, encoding="utf-8", newline="\n")
    (root / "pyproject.toml").write_text(with_pins(project, found), encoding="utf-8", newline="\n")
    return len(found)


def pins(locked: str) -> list[str]:
    r"""Return the pins of a requirements file, with their markers and without their hashes.

    Examples
    --------
    >>> pins("rich==15.0.0 ; python_version < '4' \\\n    --hash=sha256:00\n")
    ["rich==15.0.0 ; python_version < '4'"]
    """
    return [
        f"{match['pin']} ; {match['marker']}" if match["marker"] else match["pin"]
        for match in _PIN.finditer(locked)
    ]


def constraints(root: Path) -> list[str]:
    """Return the constraint pins that stand in pyproject.toml."""
    return _constraints(tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8")))


def pins_that_fit(project: str) -> list[str]:
    """Return the constraint pins that the bounds of pyproject.toml, perhaps changed since, still allow."""
    read = tomllib.loads(project)
    lists = [
        read["project"]["dependencies"],
        *read["project"].get("optional-dependencies", {}).values(),
        *read.get("dependency-groups", {}).values(),
    ]
    bounds = [Requirement(one) for one in chain(*lists)]
    return [
        pin for pin in _constraints(read) if not any(_excludes(bound, Requirement(pin)) for bound in bounds)
    ]


def _constraints(read: dict[str, Any]) -> list[str]:
    found: list[str] = read["tool"]["uv"]["constraint-dependencies"]
    return found


def _excludes(bound: Requirement, pin: Requirement) -> bool:
    if canonicalize_name(bound.name) != canonicalize_name(pin.name):
        return False
    (pinned,) = pin.specifier
    return not bound.specifier.contains(pinned.version, prereleases=True)


def with_pins(project: str, found: list[str]) -> str:
    """Return the text of pyproject.toml with these constraint pins in the place of the old ones."""
    lines = "".join(f'    "{pin}",\n' for pin in found)
    changed, count = _PINS.subn(lambda _: f"constraint-dependencies = [\n{lines}]\n", project)
    if count != 1:
        raise MotamotError(
            "pyproject.toml has no list constraint-dependencies under [tool.uv] to write pins to."
        )
    return changed


def _run(uv: str, folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        [uv, *arguments], cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False
    )
    if done.returncode:
        raise MotamotError(f"uv {arguments[0]} failed: {done.stderr.strip()}")
    return done.stdout
