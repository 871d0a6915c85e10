"""`motamot lint` on the course itself, and as a person types it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from motamot.course.build import targets
from motamot.course.lint import lint
from motamot.course.lint.sources import read_pages
from motamot.errors import MotamotError

ROOT = Path(__file__).parent.parent
UNIT = Path(__file__).parent / "fixtures" / "unit"


@pytest.mark.parametrize("unit", dict.fromkeys(target.unit for target in targets(ROOT)))
def test_the_course_has_nothing_to_mend(unit: str) -> None:
    assert lint(ROOT, [unit]) == []


def test_what_a_cell_showed_is_read_from_the_built_notebook_of_this_very_source(tmp_path: Path) -> None:
    lesson = next(page for page in read_pages(ROOT, ["00"]) if page.kind == "lesson")
    first = next(n for n, cell in enumerate(lesson.cells) if cell.kind == "code")
    assert lesson.shown["en"][first].text.strip() == str(len("mot à mot"))
    assert not any(shown.undescribed for shown in lesson.shown["fr"].values())
    for part in ("lessons", "notebooks"):
        shutil.copytree(ROOT / part, tmp_path / part)
    source = tmp_path / "lessons" / "00_start" / "lesson.py"
    source.write_text(source.read_text(encoding="utf-8").replace("mot à mot", "mot"), encoding="utf-8")
    changed = next(page for page in read_pages(tmp_path, ["00"]) if page.kind == "lesson")
    assert first not in changed.shown["en"]
    assert changed.shown["en"]


def command(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    code = f"""
import sys
from pathlib import Path
from motamot.course import commands
commands._root = lambda: Path({str(root)!r})
sys.argv = ["motamot", "lint", *{list(arguments)!r}]
from motamot.cli import main
main()
"""
    return subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, "PYTHONUTF8": "1"},
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


def test_findings_are_told_one_a_line_with_status_1(tmp_path: Path) -> None:
    shutil.copytree(UNIT / "lessons", tmp_path / "lessons")
    lesson = tmp_path / "lessons" / "00_sample" / "lesson.py"
    lesson.write_text(
        lesson.read_text(encoding="utf-8") + '\n# %% [markdown] lang="en"\n# A [b](c.ipynb).\n\n'
        '# %% [markdown] lang="fr"\n# Un [b](c.ipynb) !\n',
        encoding="utf-8",
    )
    line = lesson.read_text(encoding="utf-8").splitlines().index("# Un [b](c.ipynb) !") + 1
    done = command(tmp_path, "00")
    assert done.returncode == 1
    told = done.stdout.splitlines()
    assert all(text.startswith("lessons/00_sample/") for text in told)
    place = f"lessons/00_sample/lesson.py:{line}: "
    assert f"{place}the link leads to notebooks/fr/c.ipynb, which does not exist" in told
    assert any(text.startswith(f"{place}a no-break space goes before !") for text in told)


def test_a_course_in_order_gives_status_0() -> None:
    done = command(ROOT, "glossary")
    assert (done.returncode, done.stdout.strip()) == (0, "Nothing to mend.")


def test_an_unknown_unit_is_refused() -> None:
    with pytest.raises(MotamotError, match="no unit 77"):
        lint(ROOT, ["77"])
