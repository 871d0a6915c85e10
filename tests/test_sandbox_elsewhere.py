"""The same sandbox for a user without privileges, and for the kit as it is installed."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from motamot.course.grading.places import open_sandbox
from motamot.course.grading.sandbox.limits import Limits

LIMITS = Limits(run_seconds=10, cell_seconds=4)
REPOSITORY = Path(__file__).parents[1]
UNPRIVILEGED = (
    "os_exit fork_bomb kill_everything daemon memory_flood disk_flood outside_scratch links environment descriptors "
    "kernel_calls new_namespaces rights devices threads".split()
)
# With a filter of calls one cannot even ask for one's rights.
UNFILTERED = ("rights", "new_namespaces", "descriptors")


@pytest.fixture(scope="module", autouse=True)
def sandbox() -> None:
    place, reason = open_sandbox(LIMITS)
    place.close()
    if not place.sandboxed:
        pytest.skip(f"no sandbox on this computer: {reason}")


NOBODY = r"""
set -e
mount --make-rprivate /
top="$1"; shift
if [ -n "$top" ]; then
    mkdir -p "$HOLD"; mount --bind "$KEEP" "$HOLD"
    mount -t tmpfs -o mode=755 tmpfs "$top"; mkdir -p "$KEEP"; mount --bind "$HOLD" "$KEEP"
fi
exec setpriv --reuid 65534 --regid 65534 --clear-groups "$@"
"""


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user can enter, unlike those of pytest."""
    with tempfile.TemporaryDirectory(prefix="motamot-test-") as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def as_nobody(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a command as the user nobody, for whom this Python is made reachable where it lies in a closed folder."""
    if os.getuid() != 0:
        return subprocess.run(command, capture_output=True, text=True)
    if not shutil.which("setpriv") or not shutil.which("unshare"):
        pytest.skip("setpriv and unshare are needed to become another user")
    keep = Path(sys.base_prefix)
    closed = [path for path in (keep, *keep.parents) if not path.stat().st_mode & 0o001]
    home, hold = folder / "home", folder / "hold"
    home.mkdir()
    os.chown(home, 65534, 65534)
    environment = {
        **os.environ,
        "HOME": str(home),
        "KEEP": str(keep),
        "HOLD": str(hold),
        "MPLCONFIGDIR": str(home),
    }
    top = str(closed[-1]) if closed else ""
    return subprocess.run(
        ["unshare", "-m", "sh", "-c", NOBODY, "sh", top, *command],
        capture_output=True,
        text=True,
        env=environment,
        cwd=folder,
    )


def test_an_unprivileged_user_has_the_same_sandbox(open_folder: Path) -> None:
    script = open_folder / "attack.py"
    script.write_text(
        "import json, os, sys\n"
        "from pathlib import Path\n"
        f"sys.path.insert(0, {str(Path(__file__).parent)!r})\n"
        "import test_attacks as attacks\n"
        "from motamot.course.grading.grader import Grader\n"
        "if __name__ == '__main__':\n"
        "    results = {'user': os.getuid()}\n"
        "    with Grader(attacks.ATTACKS / 'questions', limits=attacks.LIMITS, require_sandbox=True) as grader:\n"
        f"        for name in {UNPRIVILEGED!r}:\n"
        "            file = attacks.ATTACKS / 'notebooks' / f'{name}.ipy'\n"
        "            graded, header = attacks.attack(grader, file, attacks.FAKED)\n"
        "            results[name] = [graded.points, graded.status, [note['en'] for note in graded.notes]]\n"
        "    with Grader(attacks.ATTACKS / 'questions', limits=attacks.LIMITS, filtered=False) as grader:\n"
        f"        for name in {UNFILTERED!r}:\n"
        "            file = attacks.ATTACKS / 'notebooks' / f'{name}.ipy'\n"
        "            graded, header = attacks.attack(grader, file, attacks.FAKED)\n"
        "            notes = [note['en'] for note in graded.notes]\n"
        "            results[f'unfiltered {name}'] = [graded.points, graded.status, notes]\n"
        "    print(json.dumps(results))\n"
    )
    script.chmod(0o644)
    done = as_nobody(open_folder, sys.executable, str(script))
    assert done.returncode == 0, done.stderr[-2000:]
    results = json.loads(done.stdout.splitlines()[-1])
    assert results.pop("user") != 0
    for name, (points, status, notes) in results.items():
        assert (points, status) == (13, "crashed" if name in ("os_exit", "fork_bomb") else "graded"), name
        assert name in ("memory_flood", "refused_magics") or notes == [], (name, notes)


IN_A_WHEEL = '''
import json, motamot
from pathlib import Path
from motamot.course.grading.parent import Parent
from motamot.course.grading.sandbox.limits import Limits

package = Path(motamot.__file__).parent
share = package / "_share"
source = f"""
import os, motamot
shown, course = (sorted(os.listdir(os.path.join({str(package)!r}, folder))) for folder in ("", "course"))
share = sorted(os.listdir({str(share)!r}))
size = len(motamot.load_interview())
secret = [
    os.path.join(folder, name)
    for folder, _, names in os.walk("/")
    for name in names
    if name in ("practice.py", "judge.py", "hidden_texts.py", "reckoning.py")
]
"""
wanted = {"cells": [source], "skip": [], "files": {}, "kit": True, "tries": []}
answers = ["0.shown", "0.course", "0.share", "0.size", "0.secret"]
parent = Parent()
run = parent.run({**wanted, "answers": answers}, Limits())
parent.close()
print(json.dumps([str(package), run.failed, run.named, sorted(one.name for one in share.iterdir())]))
'''


def test_an_installed_wheel_shows_no_more_than_the_repository_does(tmp_path: Path) -> None:
    """In a wheel the package holds the exercises and practice.py as well: they must be covered.

    So they must where two spellings lead to one folder, as lib and lib64 do on Fedora.
    """
    built = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
    )
    assert built.returncode == 0, built.stderr
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(tmp_path / "venv")], check=True)
    python = tmp_path / "venv" / "bin" / "python"
    site = Path(
        subprocess.run(
            [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
            capture_output=True,
            text=True,
        ).stdout.strip()
    )
    shutil.unpack_archive(next(tmp_path.glob("*.whl")), site, "zip")
    packages = next(path for path in sys.path if path.endswith("site-packages"))
    (tmp_path / "venv" / "lib64").unlink(missing_ok=True)
    (tmp_path / "venv" / "lib64").symlink_to("lib")
    again = tmp_path / "venv" / "lib64" / site.relative_to(tmp_path / "venv" / "lib")
    (site / "others.pth").write_text(f"{packages}\n{again}\n")
    done = subprocess.run([python, "-c", IN_A_WHEEL], capture_output=True, text=True, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    package, failed, named, shipped = json.loads(done.stdout)
    assert package.startswith(str(tmp_path)) and failed == ""
    assert named["0.share"] == ["data"] and "lessons" in shipped
    assert named["0.course"] == [] and "checks" in named["0.shown"]
    assert named["0.size"] > 1000 and named["0.secret"] == []
