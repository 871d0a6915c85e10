"""The build on a small unit: editions, hashes, and what --check sees."""

import json
import shutil
import subprocess
import sys
import time
from pathlib import Path

import nbformat
import pytest

from motamot.course.build import build, check_built, stale_targets, targets
from motamot.course.execute import execute
from motamot.errors import MotamotError

UNIT = Path(__file__).parent / "fixtures" / "unit"
NOTEBOOK, EXERCISE, SOLUTION = (
    f"{edition}/en/00_sample.ipynb" for edition in ("notebooks", "exercises", "solutions")
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("built") / "kit"
    shutil.copytree(UNIT, root)
    assert len(build(root)) == 6
    return root


@pytest.fixture
def root(built: Path, tmp_path: Path) -> Path:
    shutil.copytree(built, tmp_path / "kit")
    return tmp_path / "kit"


def load(root: Path, name: str) -> nbformat.NotebookNode:
    return nbformat.read(root / name, as_version=4)


def code(notebook: nbformat.NotebookNode) -> list[str]:
    return [cell.source for cell in notebook.cells if cell.cell_type == "code"]


def contents(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*.*") if path.is_file()}


def test_editions_differ_in_prose_and_in_one_line_of_code_only(built: Path) -> None:
    english, french = (load(built, f"notebooks/{language}/00_sample.ipynb") for language in ("en", "fr"))
    assert [cell.id for cell in english.cells] == [cell.id for cell in french.cells]
    assert code(english)[0].startswith('import motamot\n\nmotamot.use_language("en")\n')
    assert code(french)[0].startswith('import motamot\n\nmotamot.use_language("fr")\n')
    assert [text.replace('"en"', '"fr"') for text in code(english)] == code(french)
    assert "une phrase" in french.cells[0].source
    assert "one sentence" in english.cells[0].source


def test_nothing_of_the_machine_is_kept(built: Path) -> None:
    for name in (NOTEBOOK, SOLUTION):
        notebook = load(built, name)
        assert "version" not in notebook.metadata.language_info
        assert notebook.metadata.kernelspec.name == "python3"
        text = (built / name).read_text(encoding="utf-8")
        assert "iopub" not in text
        assert str(Path.home()) not in text


def test_cells_are_executed_in_order_and_the_exercise_is_not(built: Path) -> None:
    for name in (NOTEBOOK, SOLUTION):
        counts = [cell.execution_count for cell in load(built, name).cells if cell.cell_type == "code"]
        assert counts == list(range(1, len(counts) + 1))
    assert all(not cell.get("outputs") for cell in load(built, EXERCISE).cells)


def test_the_solution_is_cut_from_the_exercise_and_its_placeholder_stays(built: Path) -> None:
    text = "\n".join(code(load(built, EXERCISE)))
    assert "word_count = ...\n" in text
    assert "def first_word(text):\n    ..." in text
    for trace in ("SOLUTION", "len(", "split", "Another way"):
        assert trace not in text
    assert "blanks" not in (built / EXERCISE).read_text(encoding="utf-8")


def test_the_solution_edition_has_no_markers_and_no_placeholder_above_an_answer(built: Path) -> None:
    notebook = load(built, SOLUTION)
    text = "\n".join(code(notebook))
    assert "SOLUTION" not in text
    assert "word_count = ..." not in text
    assert "def first_word(text):\n    return text.split()[0]" in text
    assert "prediction = ..." in text
    assert any("We split at blanks" in cell.source for cell in notebook.cells)


def test_the_exercise_runs_to_its_end_with_its_placeholders(built: Path) -> None:
    notebook = load(built, EXERCISE)
    execute(notebook)
    said = "".join(output.text for cell in notebook.cells for output in cell.get("outputs", []))
    assert "00.word_count not attempted" in said


def test_nbgrader_accepts_the_exercise_and_finds_the_checks(built: Path) -> None:
    from nbgrader.nbgraderformat import MetadataValidator
    from nbgrader.preprocessors import ClearSolutions
    from nbgrader.utils import compute_checksum, is_grade, is_locked

    notebook = load(built, EXERCISE)
    MetadataValidator().validate_nb(notebook)
    checks = [cell for cell in notebook.cells if is_grade(cell)]
    assert [cell.metadata.nbgrader.grade_id for cell in checks] == ["00-word_count", "00-first_word"]
    assert all(is_locked(cell) and cell.metadata.nbgrader.schema_version == 3 for cell in checks)
    assert [cell.metadata.nbgrader.points for cell in checks] == [2, 1]
    assert all(cell.metadata.nbgrader.checksum == compute_checksum(cell) for cell in checks)
    before = code(notebook)
    ClearSolutions().preprocess(notebook, {})
    assert code(notebook) == before, "nbgrader's release version would lose the placeholders"


def test_a_second_build_does_nothing_within_two_seconds(root: Path) -> None:
    before = contents(root)
    start = time.process_time()
    assert build(root) == []
    assert time.process_time() - start < 2
    assert contents(root) == before


def test_building_again_from_nothing_gives_the_same_bytes(root: Path) -> None:
    before = contents(root)
    for edition in ("notebooks", "exercises", "solutions"):
        shutil.rmtree(root / edition)
    build(root)
    assert contents(root) == before


def test_only_what_a_change_touches_is_built(root: Path) -> None:
    lesson = root / "lessons" / "00_sample" / "lesson.py"
    lesson.write_text(
        lesson.read_text(encoding="utf-8").replace("one sentence", "a sentence"), encoding="utf-8"
    )
    assert build(root) == ["notebooks/en/00_sample.ipynb", "notebooks/fr/00_sample.ipynb"]


@pytest.mark.parametrize("name", ["data/more.txt", "src/motamot/new.py", "requirements.lock"])
def test_a_change_of_data_library_or_lock_makes_everything_stale(root: Path, name: str) -> None:
    assert stale_targets(root) == []
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text("new", encoding="utf-8")
    assert len(stale_targets(root)) == 6


def test_check_passes_on_what_was_built(built: Path) -> None:
    assert check_built(built) == []


def test_check_fails_when_a_source_is_touched(root: Path) -> None:
    lesson = root / "lessons" / "00_sample" / "lesson.py"
    lesson.write_text(lesson.read_text(encoding="utf-8").replace("count", "tally"), encoding="utf-8")
    problems = check_built(root)
    assert len(problems) == 2
    assert "lessons/00_sample/lesson.py: changed after notebooks/en/00_sample.ipynb was built" in problems[0]


@pytest.mark.parametrize("edition", ["notebooks", "exercises", "solutions"])
def test_check_fails_when_a_built_file_is_touched(root: Path, edition: str) -> None:
    path = root / edition / "fr" / "00_sample.ipynb"
    path.write_text(
        path.read_text(encoding="utf-8").replace("Un premier", "Le premier").replace("À vous", "À nous"),
        "utf-8",
    )
    problems = check_built(root)
    assert problems[0].startswith(f"{edition}/fr/00_sample.ipynb: touched by hand")


def test_check_fails_when_an_output_is_touched(root: Path) -> None:
    path = root / NOTEBOOK
    path.write_text(path.read_text(encoding="utf-8").replace('"29\\n"', '"30\\n"'), encoding="utf-8")
    assert check_built(root) == [
        f"{NOTEBOOK}: touched by hand; change lessons/00_sample/lesson.py instead and build"
    ]


def rehash(root: Path, name: str) -> None:
    """Make the manifest agree with a file, so that only the comparison of cells can object."""
    from motamot.course.manifest import hash_files

    manifest = json.loads((root / "notebooks" / "built.json").read_text(encoding="utf-8"))
    manifest[name]["content"] = hash_files([root / name], root)
    (root / "notebooks" / "built.json").write_text(json.dumps(manifest), encoding="utf-8")


def test_check_compares_cells_and_not_hashes_alone(root: Path) -> None:
    notebook = load(root, NOTEBOOK)
    notebook.cells[1].source += "\nprint('more')"
    nbformat.write(notebook, root / NOTEBOOK)
    rehash(root, NOTEBOOK)
    assert check_built(root) == [f"{NOTEBOOK}: its cells are not those of lessons/00_sample/lesson.py"]


def test_check_refuses_a_cell_that_was_not_executed(root: Path) -> None:
    notebook = load(root, NOTEBOOK)
    notebook.cells[1].update(execution_count=None, outputs=[])
    nbformat.write(notebook, root / NOTEBOOK)
    rehash(root, NOTEBOOK)
    assert check_built(root) == [f"{NOTEBOOK}: cell 00-sample-002 was not executed, and nbval would pass it"]


def test_check_names_a_missing_file_and_one_without_source(root: Path) -> None:
    (root / SOLUTION).rename(root / "solutions" / "en" / "09_other.ipynb")
    problems = check_built(root)
    assert problems[0] == f"{SOLUTION}: missing; lessons/00_sample/exercises.py was not built"
    assert problems[1].startswith("solutions/en/09_other.ipynb: no source in lessons/")


def test_files_whose_source_is_gone_are_removed_and_foreign_files_are_not(root: Path) -> None:
    (root / "lessons" / "00_sample" / "exercises.py").unlink()
    foreign = root / "notebooks" / "en" / "mine.ipynb"
    shutil.copy(root / NOTEBOOK, foreign)
    assert build(root) == [
        f"{edition}/{language}/00_sample.ipynb"
        for edition in ("exercises", "solutions")
        for language in ("en", "fr")
    ]
    assert not (root / EXERCISE).exists()
    assert foreign.exists()


def test_units_are_named_by_their_beginning_and_an_unknown_one_is_refused(built: Path) -> None:
    assert len(targets(built, ["00"])) == 6
    with pytest.raises(MotamotError, match="no unit 07 in lessons/; there are: 00_sample"):
        targets(built, ["07"])


def test_a_unit_may_have_exercises_without_a_lesson(root: Path) -> None:
    (root / "lessons" / "00_sample" / "lesson.py").unlink()
    assert {target.edition for target in targets(root, ["00"])} == {"exercises", "solutions"}


def test_a_question_that_practice_does_not_hold_is_refused_with_its_line(root: Path) -> None:
    practice = root / "lessons" / "00_sample" / "practice.py"
    practice.write_text("QUESTIONS = []\n", encoding="utf-8")
    problems = "\n".join(check_built(root)).splitlines()
    assert "lessons/00_sample/exercises.py:17: practice.py has no 00.word_count" in problems


def test_a_practice_that_does_not_run_is_named_with_its_reason(root: Path) -> None:
    practice = root / "lessons" / "00_sample" / "practice.py"
    practice.write_text("QUESTIONS = [\n", encoding="utf-8")
    with pytest.raises(MotamotError, match=r"00_sample/practice.py does not run .SyntaxError: '.' was never"):
        build(root, ["00"])


def test_nbval_passes_what_was_built_and_fails_when_an_output_differs(root: Path) -> None:
    path = root / NOTEBOOK
    path.write_text(path.read_text(encoding="utf-8").replace('"29\\n"', '"30\\n"'), encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "pytest",
        "--nbval",
        "--nbval-current-env",
        "-q",
        "-p",
        "no:cacheprovider",
        ".",
    ]
    done = subprocess.run(
        command, cwd=root / "notebooks", capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 1
    assert "1 failed, 5 passed" in done.stdout
