"""What a learner's computer needs, out of requirements.lock: pins, markers, hashes."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_NAME = re.compile(r"[\w.-]+")
_VIA = re.compile(r"^ +#(?: via)? +([\w.-]+)$", re.MULTILINE)
# Lesson 05 reads .docx and .html; the dictionary of lemmas is large, and its cell does without.
_EXTRAS = ("readers",)


@dataclass(frozen=True)
class Pin:
    """One pinned package.

    Parameters
    ----------
    name : str
        The package.
    version : str
        With the name: ``"numpy==2.4.6"``.
    marker : str
        Where it is needed; empty for everywhere.
    hashes : tuple of str
        Of all its files, for all systems.
    via : tuple of str
        The packages that need it.
    """

    name: str
    version: str
    marker: str
    hashes: tuple[str, ...]
    via: tuple[str, ...]

    def line(self, marker: bool = True) -> str:
        """Return the pin as pip reads it."""
        condition = f" ; {self.marker}" if marker and self.marker else ""
        hashes = "".join(f" \\\n    --hash={one}" for one in self.hashes)
        return f"{self.version}{condition}{hashes}\n"


def learner_pins(root: Path) -> list[Pin]:
    """Return the pins of all that ``motamot lab`` and the lessons need, on every system.

    Parameters
    ----------
    root : pathlib.Path
        The repository.

    Returns
    -------
    list of Pin
        As requirements.lock has them.
    """
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = list(project["dependencies"])
    for extra in _EXTRAS:
        wanted += project["optional-dependencies"][extra]
    pins = read_pins((root / "requirements.lock").read_text(encoding="utf-8"))
    return closure(pins, [_NAME.match(one)[0] for one in wanted])  # type: ignore[index]


def read_pins(locked: str) -> list[Pin]:
    r"""Return the pins of a lock that ``motamot lock`` wrote.

    Examples
    --------
    >>> read_pins("a==1 ; os_name == 'nt' \\\n    --hash=sha256:00\n    # via b\n")
    [Pin(name='a', version='a==1', marker="os_name == 'nt'", hashes=('sha256:00',), via=('b',))]
    """
    pins = []
    for block in re.split(r"^(?=\w)", locked, flags=re.MULTILINE)[1:]:
        version, _, marker = block.splitlines()[0].rstrip("\\ ").partition(" ; ")
        hashes = tuple(re.findall(r"--hash=(\S+)", block))
        pins.append(Pin(version.partition("==")[0], version, marker, hashes, tuple(_VIA.findall(block))))
    return pins


def closure(pins: Sequence[Pin], names: Sequence[str]) -> list[Pin]:
    r"""Return the pins of packages, and of what they need in turn.

    Examples
    --------
    >>> pins = read_pins("a==1\n    # via b\nb==2\n    # via motamot\nc==3\n    # via motamot\n")
    >>> [pin.version for pin in closure(pins, ["b"])]
    ['a==1', 'b==2']
    """
    found = set(names)
    while more := {pin.name for pin in pins if found.intersection(pin.via)} - found:
        found |= more
    return [pin for pin in pins if pin.name in found]


def pins_for(pins: Sequence[Pin], environment: Mapping[str, str]) -> list[Pin]:
    """Return the pins that hold on one kind of computer.

    Parameters
    ----------
    pins : list of Pin
        For all kinds.
    environment : mapping of str to str
        Values of the markers, ``sys_platform`` and the like.
    """
    from packaging.markers import Marker

    return [pin for pin in pins if not pin.marker or Marker(pin.marker).evaluate(dict(environment))]
