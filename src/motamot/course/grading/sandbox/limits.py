"""What a run may use."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

MEBIBYTE = 1 << 20
# On a busy machine a run may take so many times its own time.
_PATIENCE = 10


@dataclass(frozen=True)
class Limits:
    """What one run of a notebook may use at most.

    Parameters
    ----------
    run_seconds : float
        Own time of the whole run: what it uses or sleeps through, not what it waits for a processor.
    cell_seconds : float
        Own time of one cell, which is then interrupted like by a stop button.
    call_seconds : float
        Own time of a function for one hidden input.
    cpu_seconds : int
        Processor time of one process.
    memory : int
        Bytes of memory beyond those of the warm parent, for one process.
    processes : int
        Processes and threads at one time.
    scratch : int
        Bytes of all files together; they lie in memory.
    file : int
        Bytes of one file.
    descriptors : int
        Open files at one time.
    claims : int
        Bytes that come back.
    """

    run_seconds: float = 40.0
    cell_seconds: float = 15.0
    call_seconds: float = 3.0
    cpu_seconds: int = 40
    memory: int = 1024 * MEBIBYTE
    processes: int = 8
    scratch: int = 64 * MEBIBYTE
    file: int = 32 * MEBIBYTE
    descriptors: int = 64
    claims: int = 16 * MEBIBYTE

    @property
    def clock_seconds(self) -> float:
        """Return the time by the clock after which a run ends, however little it had of the processor."""
        return _PATIENCE * self.run_seconds

    def to_json(self) -> dict[str, Any]:
        """Return the limits as plain JSON values."""
        return asdict(self)

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> Limits:
        """Return the limits that :meth:`to_json` wrote."""
        return cls(**values)


def apply(limits: Limits, *, own_user: bool = True) -> None:
    """Hold this process, and all that it starts, to the limits that the system knows of.

    Parameters
    ----------
    limits : Limits
        The limits.
    own_user : bool
        Whether the user of this process runs nothing else: only then can processes be counted.
    """
    import resource

    wanted = {
        "RLIMIT_CORE": 0,
        "RLIMIT_CPU": limits.cpu_seconds,
        "RLIMIT_FSIZE": limits.file,
        "RLIMIT_NOFILE": limits.descriptors,
        "RLIMIT_MEMLOCK": 0,
        "RLIMIT_MSGQUEUE": 0,
        "RLIMIT_AS": _memory_in_use() + limits.memory,
    }
    if own_user:
        wanted["RLIMIT_NPROC"] = limits.processes
    for name, value in wanted.items():
        if hasattr(resource, name):
            number = getattr(resource, name)
            most = resource.getrlimit(number)[1]
            if most != resource.RLIM_INFINITY:
                value = min(value, most)
            # macOS knows some of these limits and refuses to set them.
            with contextlib.suppress(ValueError, OSError):
                resource.setrlimit(number, (value, value))


def _memory_in_use() -> int:
    """Return the bytes of address space that this process has already, as far as the system tells."""
    try:
        with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123
            import resource

            return int(file.read().split()[0]) * resource.getpagesize()
    except OSError:
        return 512 * MEBIBYTE
