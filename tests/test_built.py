"""What lies in notebooks/, exercises/ and solutions/ is what lessons/ says; nbval runs beside this."""

import shutil
from pathlib import Path

import nbformat
import pytest

from motamot._language import LANGUAGES
from motamot.course.build import check_built, targets
from motamot.course.execute import execute

ROOT = Path(__file__).parent.parent
FIXTURES = Path(__file__).parent / "fixtures"
# Few statements with the one interview, many with the other.
OTHER_TEXTS = [("librairies.txt", "two"), ("velos.txt", "thirty.csv")]
SEVEN_WORDS = "Quel bilan tirez-vous ?\n\nNous grandissons vite.\n"
ONE_TURN = """LJ. Pourquoi avoir ouvert une librairie à Noël ?

Mme Roche. Parce que les gens d’ici me l’ont demandé, et que nous étions prêts. Les prix restent bas, et les
clients reviennent. Nous livrons les villages autour, et le magasin de la rue haute reste ouvert toute la semaine.
"""


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
@pytest.mark.parametrize(("interview", "statements"), OTHER_TEXTS)
def test_every_notebook_runs_on_other_texts(
    tmp_path: Path, interview: str, statements: str, language: str
) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    shutil.copy(FIXTURES / "interviews" / interview, texts)
    source = FIXTURES / "statements" / statements
    (shutil.copytree if source.is_dir() else shutil.copy)(source, texts / statements)
    (tmp_path / "motamot.toml").write_text(
        f'[text]\ninterview = "texts/{interview}"\nstatements = "texts/{statements}"\n', encoding="utf-8"
    )
    execute(in_one(built(language, "notebooks", "exercises", "solutions")), folder=tmp_path)


@pytest.mark.parametrize(("page", "language"), [(SEVEN_WORDS, "en"), (ONE_TURN, "fr")], ids=["seven", "turn"])
def test_every_notebook_runs_on_a_tiny_page_and_a_single_statement(
    tmp_path: Path, page: str, language: str
) -> None:
    (tmp_path / "texts" / "mine").mkdir(parents=True)
    (tmp_path / "texts" / "page.txt").write_text(page, encoding="utf-8")
    shutil.copy(FIXTURES / "statements" / "two" / "Atelier_Brume_2021.txt", tmp_path / "texts" / "mine")
    (tmp_path / "motamot.toml").write_text(
        '[text]\ninterview = "texts/page.txt"\nstatements = "texts/mine"\n', encoding="utf-8"
    )
    execute(in_one(built(language, "notebooks", "exercises", "solutions")), folder=tmp_path)
