"""Grade a class of robots and say how long it takes, how much memory, and whether it grows in line.

python benchmarks/grade_class.py --students 300
python benchmarks/grade_class.py --students 250 500 1000 2000 --units 01_cleaning

The exit status is 1 when a promise is not kept: from a hundred notebooks on at most 0.3 seconds each by the
clock, on two cores with nothing else to do, and no more memory at the end than after a quarter of the time.
"""

from __future__ import annotations

import argparse
import csv
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path

MOST_SECONDS, MOST_GROWTH_KB = 0.3, 16 * 1024
# With fewer, starting counts for too much.
FEWEST = 100

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from robots.learners import hand_in_class, units  # noqa: E402


def memory_of(process: int) -> tuple[int, int]:
    """Return the memory of a process, and of it and all that it started, in kB."""
    parents, sizes = {}, {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            status = (folder / "status").read_text()
            sizes[int(folder.name)] = sum(
                int(line.split()[1]) for line in status.splitlines() if line.startswith("RssAnon:")
            )
            (parent,) = [line.split()[1] for line in status.splitlines() if line.startswith("PPid:")]
            parents[int(folder.name)] = int(parent)
        except (OSError, ValueError):
            continue
    family = {process}
    while True:
        more = {child for child, parent in parents.items() if parent in family} - family
        if not more:
            return sizes.get(process, 0), sum(sizes.get(one, 0) for one in family)
        family |= more


def grade(submissions: Path, out: Path, jobs: int) -> tuple[float, list[tuple[float, int, int]]]:
    """Grade and return the seconds it took, and moments with the memory at them."""
    start = time.monotonic()
    process = subprocess.Popen(
        [
            sys.executable, "-c", "from motamot.cli import main; main()",
            "grade", str(submissions), "--out", str(out), "--jobs", str(jobs), "--lang", "en",
        ],
        stdout=subprocess.DEVNULL,
    )  # fmt: skip
    seen: list[tuple[float, int, int]] = []

    def watch() -> None:
        while process.poll() is None:
            seen.append((time.monotonic() - start, *memory_of(process.pid)))
            time.sleep(0.5)

    watcher = threading.Thread(target=watch)
    watcher.start()
    status = process.wait()
    watcher.join()
    if status:
        raise SystemExit(f"motamot grade ended with status {status}")
    return time.monotonic() - start, seen


def check_graded(out: Path, notebooks: int) -> None:
    """Stop if many notebooks have no mark: those cost nothing."""
    with (out / "gradebook.csv").open(encoding="utf-8-sig", newline="") as file:
        statuses = Counter(row["status"] for row in csv.DictReader(file))
    if statuses["failed"] or statuses["pending"] or statuses["graded"] < 0.9 * notebooks:
        raise SystemExit(f"not all of {notebooks} notebooks were graded: {dict(statuses)}")


def main() -> int:
    """Print a line for each size of class."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--students", type=int, nargs="+", default=[300])
    parser.add_argument("--units", nargs="+", default=units())
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    asked = parser.parse_args()
    print(f"{len(asked.units)} units: {', '.join(asked.units)}; {asked.jobs} jobs, {os.cpu_count()} cores")
    head = (
        "students",
        "notebooks",
        "s",
        "s/notebook",
        "CPU s/notebook",
        "MB at 1/4",
        "MB at end",
        "MB with runs",
    )
    print("".join(f"{word:>16}" for word in head))
    broken = 0
    for students in asked.students:
        with tempfile.TemporaryDirectory() as folder:
            top = Path(folder)
            notebooks = hand_in_class(top / "in", students, asked.units)
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            seconds, seen = grade(top / "in", top / "out", asked.jobs)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            check_graded(top / "out", notebooks)
            cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
            quarter = [own for moment, own, _ in seen if moment < seconds / 4][-1]
            last = [own for _, own, _ in seen if own][-1]
            values = (
                students, notebooks, f"{seconds:.1f}", f"{seconds / notebooks:.3f}", f"{cpu / notebooks:.3f}",
                f"{quarter / 1024:.0f}", f"{last / 1024:.0f}",
                f"{max(family for *_, family in seen) / 1024:.0f}",
            )  # fmt: skip
            print("".join(f"{value:>16}" for value in values), flush=True)
            slow, grown = seconds / notebooks > MOST_SECONDS, last - quarter > MOST_GROWTH_KB
            broken += notebooks >= FEWEST and (slow or grown)
    return int(broken > 0)


if __name__ == "__main__":
    sys.exit(main())
