"""A room without network: a process that reaches itself and nothing else."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Sequence

# Inside: raise the loopback, which a new network has down, and become the program.
_INSIDE = """
import fcntl, os, socket, struct, sys
with socket.socket() as probe:
    request = struct.pack("16sh", b"lo", 1)
    fcntl.ioctl(probe, 0x8914, request)
os.execv(sys.argv[1], sys.argv[1:])
"""
_CUT = ("unshare", "--net", "--map-root-user")
# Where the system cannot take the network away: pip told to do without, and proxies that lead nowhere.
DEAD = {
    "PIP_NO_INDEX": "1",
    **dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), "http://127.0.0.1:9"),
    "no_proxy": "127.0.0.1,localhost",
}


def can_be_cut() -> bool:
    """Return whether this system can start a process without network."""
    if shutil.which("unshare") is None:
        return False
    return subprocess.run([*_CUT, "true"], capture_output=True, check=False).returncode == 0


def cut_off(words: Sequence[str]) -> list[str]:
    """Return the command that runs another one without network, but with its own loopback."""
    program = shutil.which(words[0])
    assert program
    return [*_CUT, sys.executable, "-c", _INSIDE, program, *words[1:]]
