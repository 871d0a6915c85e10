"""What lies in notebooks/, exercises/ and solutions/ is what lessons/ says; nbval runs beside this."""

from pathlib import Path

import nbformat
import pytest

from motamot._language import LANGUAGES
from motamot.course.build import check_built, targets
from motamot.course.execute import execute

ROOT = Path(__file__).parent.parent
FIXTURES = Path(__file__).parent / "fixtures" / "interviews"


def in_one(names: list[str]) -> nbformat.NotebookNode:
    """Put notebooks behind one another, each with an empty namespace: one kernel runs them all."""
    cells = []
    for name in names:
        notebook = nbformat.read(ROOT / name, as_version=4)
        edition = name.partition("/")[0]
        for number, cell in enumerate(cell for cell in notebook.cells if cell.cell_type == "code"):
            reset = "get_ipython().run_line_magic('reset', '-f')\n" if number == 0 else ""
            fresh = nbformat.v4.new_code_cell(
                reset + cell.source, id=f"{edition}-{cell.id}", metadata=cell.metadata
            )
            cells.append(fresh)
    return nbformat.v4.new_notebook(cells=cells)


def built(language: str, *editions: str) -> list[str]:
    return [t.name for t in targets(ROOT) if t.language == language and t.edition in editions]


def test_sources_and_built_files_agree() -> None:
    assert check_built(ROOT) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_exercises_run_to_their_end_with_their_placeholders(language: str) -> None:
    execute(in_one(built(language, "exercises")))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("interview", sorted(FIXTURES.glob("*.txt")), ids=lambda path: path.stem)
def test_every_notebook_runs_on_another_interview(tmp_path: Path, interview: Path, language: str) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / interview.name).write_bytes(interview.read_bytes())
    (tmp_path / "motamot.toml").write_text(
        f'[text]\ninterview = "texts/{interview.name}"\n', encoding="utf-8"
    )
    execute(in_one(built(language, "notebooks", "exercises", "solutions")), folder=tmp_path)
