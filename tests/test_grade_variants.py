"""Variants in grading: the code that a group or a student should have, and what is told of another one."""

import zipfile
from pathlib import Path

import pytest
from grading_runs import UNIT, Recorder, gradebook, recording
from robots.learners import save, work

from motamot.course.grading.command import Options, grade_submissions
from motamot.course.variants import create_seed, read_seed, variant_code


@pytest.fixture
def recorder(monkeypatch: pytest.MonkeyPatch) -> type[Recorder]:
    return recording(monkeypatch)


def with_variant(code: str) -> bytes:
    notebook = work(UNIT)
    first = next(cell for cell in notebook["cells"] if cell["cell_type"] == "code")
    first["source"] = [f'import motamot\nmotamot.use_variant("{code}")\n', *first["source"]]
    return save(notebook)


def test_the_variant_of_a_group_is_derived_again_and_another_one_is_told(tmp_path: Path) -> None:
    seed = create_seed(tmp_path / "seed")
    codes = {group: variant_code(read_seed(seed), group) for group in ("A", "B")}
    for name, group in {"Zoé": "A", "max": "B", "anna": "A", "lea": "A"}.items():
        (tmp_path / "in" / name).mkdir(parents=True)
        (tmp_path / "in" / name / f"{UNIT}.ipynb").write_bytes(with_variant(codes[group]))
    (tmp_path / "in" / "anna" / f"{UNIT}.ipynb").write_bytes(save(work(UNIT)))
    (tmp_path / "groups.csv").write_text("student;group\nzoe;A\nMAX;A\nanna;A\n", encoding="cp1252")
    grade_submissions(
        Options(tmp_path / "in", tmp_path / "out", seed_file=seed, groups=tmp_path / "groups.csv")
    )
    rows = gradebook(tmp_path / "out")
    assert {student: row["variant"] for (student, _), row in rows.items()} == {
        "Zoé": "ok", "max": "mismatch", "anna": "mismatch", "lea": "none",
    }  # fmt: skip
    assert rows["Zoé", UNIT]["group"] == "A"
    assert codes["B"] in rows["max", UNIT]["remarks"]
    assert "does not name lea" in rows["lea", UNIT]["remarks"]
    assert "max" in (tmp_path / "out" / "class.html").read_text(encoding="utf-8")


def test_the_variant_of_a_student_goes_by_the_folder(tmp_path: Path, recorder: type[Recorder]) -> None:
    seed = create_seed(tmp_path / "seed")
    code = variant_code(read_seed(seed), "Zoé Petit")
    with zipfile.ZipFile(tmp_path / "devoir.zip", "w") as archive:
        archive.writestr(f"Zoé Petit_12_assignsubmission_file_/{UNIT}.ipynb", with_variant(code))
        archive.writestr(f"Max Roux_13_assignsubmission_file_/{UNIT}.ipynb", with_variant(code))
    grade_submissions(Options(tmp_path / "devoir.zip", tmp_path / "out", seed_file=seed, variants="student"))
    assert {call[2] for call in recorder.calls} == {code, variant_code(read_seed(seed), "Max Roux")}


def test_a_variant_that_cannot_be_compared_is_told(tmp_path: Path, recorder: type[Recorder]) -> None:
    (tmp_path / "in" / "zoe").mkdir(parents=True)
    (tmp_path / "in" / "zoe" / f"{UNIT}.ipynb").write_bytes(with_variant("3T3WXN2H"))
    grade_submissions(Options(tmp_path / "in", tmp_path / "out"))
    assert "3T3WXN2H, which was not compared" in gradebook(tmp_path / "out")["zoe", UNIT]["remarks"]
