"""Kill `motamot grade` at random moments, go on each time, and compare with an undisturbed run byte for byte.

python benchmarks/grade_kills.py --kills 50
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from robots.learners import hand_in_class, units  # noqa: E402

from motamot.course.variants import create_seed  # noqa: E402

COMMAND = "from motamot.cli import main; main()"


def start(top: Path, out: str) -> subprocess.Popen[bytes]:
    """Start to grade, or to go on."""
    arguments = [str(top / "in"), "--out", str(top / out), "--seed-file", str(top / "seed"), "--lang", "en"]
    return subprocess.Popen(
        [sys.executable, "-c", COMMAND, "grade", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def reports(folder: Path) -> dict[str, bytes]:
    """Return every file but the store itself."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith("grading.sqlite")
    }


def main() -> None:
    """Print what was killed and whether the reports are the same."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--students", type=int, default=40)
    parser.add_argument("--units", nargs="+", default=units()[:1])
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    rng = random.Random(asked.seed)
    with tempfile.TemporaryDirectory() as folder:
        top = Path(folder)
        notebooks = hand_in_class(top / "in", asked.students, asked.units)
        create_seed(top / "seed")
        begun = time.monotonic()
        start(top, "undisturbed").communicate()
        whole = time.monotonic() - begun
        print(f"{notebooks} notebooks, undisturbed in {whole:.1f} s", flush=True)
        expected = reports(top / "undisturbed")
        kills = finished = 0
        different: set[str] = set()
        while kills < asked.kills or (top / "killed").exists():
            process = start(top, "killed")
            try:
                # At any moment of a whole run; when all kills are done, none.
                process.communicate(timeout=rng.uniform(0, whole) if kills < asked.kills else None)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.communicate()
                kills += 1
                continue
            found = reports(top / "killed")
            different |= {name for name in {*expected, *found} if expected.get(name) != found.get(name)}
            shutil.rmtree(top / "killed")
            finished += 1
        print(f"{kills} kills; {finished} times to the end, each time {len(expected)} reports compared")
        print(f"different: {', '.join(sorted(different))}" if different else "all the same, byte for byte")
        raise SystemExit(bool(different))


if __name__ == "__main__":
    main()
