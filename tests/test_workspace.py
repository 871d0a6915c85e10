"""The learner's folder: made from the kit, renewed by a newer one, and what the learner changed is never lost."""

import json
import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
from small_kit import EXERCISE, LESSON, contents, make_kit, notebook

from motamot.errors import MotamotError
from motamot.opening import notebook_to_open
from motamot.workspace import find_folder, prepare_folder, refresh


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    return make_kit(tmp_path / "kit", "v1")


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    return make_kit(tmp_path / "newer", "v2")


@pytest.fixture
def folder(tmp_path: Path, kit: Path) -> Path:
    folder = tmp_path / "work"
    prepare_folder(folder, kit)
    return folder


def test_both_languages_stand_in_one_folder_with_their_data(folder: Path) -> None:
    names = {
        f"{top}/{language}/{name}.ipynb"
        for top in ("lessons", "exercises")
        for language in ("en", "fr")
        for name in ("00_start", "01_cleaning")
    }
    assert set(contents(folder)) == names | {"data/interview/raw.txt", "data/interview/l’été & co %20.txt"}


def test_outputs_are_cleared_and_data_copied_byte_for_byte(folder: Path, kit: Path) -> None:
    (cell,) = json.loads((folder / LESSON).read_bytes())["cells"]
    assert (cell["outputs"], cell["execution_count"]) == ([], None)
    assert "mot à mot" in (folder / LESSON).read_text(encoding="utf-8")
    raw = "data/interview/raw.txt"
    assert (folder / raw).read_bytes() == (kit / raw).read_bytes()


def test_the_kits_own_files_make_a_folder(tmp_path: Path) -> None:
    prepare_folder(tmp_path / "work")
    assert (tmp_path / "work/lessons/fr/00_start.ipynb").is_file()
    assert (tmp_path / "work/data/interview/raw.txt").is_file()


def test_a_second_start_changes_nothing(folder: Path, kit: Path) -> None:
    before = contents(folder)
    report = prepare_folder(folder, kit)
    assert (report.added, report.updated, report.beside, report.kept) == ([], [], [], [])
    assert contents(folder) == before


def test_what_the_learner_changed_survives_a_second_start(folder: Path, kit: Path) -> None:
    (folder / LESSON).write_bytes(b"mine")
    report = prepare_folder(folder, kit)
    assert (folder / LESSON).read_bytes() == b"mine"
    assert report.kept == [LESSON]


def test_a_deleted_file_comes_back(folder: Path, kit: Path) -> None:
    (folder / LESSON).unlink()
    assert prepare_folder(folder, kit).added == [LESSON]
    assert b"v1" in (folder / LESSON).read_bytes()


def test_an_update_renews_untouched_files_and_puts_the_new_beside_changed_ones(
    folder: Path, newer: Path
) -> None:
    (folder / EXERCISE).write_bytes(b"mine")
    (folder / "lessons/en/notes.ipynb").write_bytes(b"my own file")
    report = prepare_folder(folder, newer)
    beside = "exercises/fr/01_cleaning.new.ipynb"
    assert report.beside == [beside]
    assert LESSON in report.updated
    assert b"v2" in (folder / LESSON).read_bytes()
    assert b"v2" in (folder / beside).read_bytes()
    assert (folder / EXERCISE).read_bytes() == b"mine"
    assert (folder / "lessons/en/notes.ipynb").read_bytes() == b"my own file"


def test_the_new_version_is_brought_once_even_if_the_learner_deletes_it(folder: Path, newer: Path) -> None:
    (folder / EXERCISE).write_bytes(b"mine")
    (beside,) = prepare_folder(folder, newer).beside
    (folder / beside).unlink()
    assert prepare_folder(folder, newer).beside == []


def test_a_second_update_renews_the_untouched_file_beside_but_never_a_changed_one(
    folder: Path, newer: Path, tmp_path: Path
) -> None:
    third, fourth = make_kit(tmp_path / "third", "v3"), make_kit(tmp_path / "fourth", "v4")
    (folder / EXERCISE).write_bytes(b"mine")
    (beside,) = prepare_folder(folder, newer).beside
    assert prepare_folder(folder, third).beside == [beside]
    assert b"v3" in (folder / beside).read_bytes()
    (folder / beside).write_bytes(b"mine too")
    (dated,) = prepare_folder(folder, fourth).beside
    assert dated != beside
    assert b"v4" in (folder / dated).read_bytes()
    assert (folder / beside).read_bytes() == b"mine too"


def test_going_back_to_an_older_kit_overwrites_nothing_of_the_learner(
    folder: Path, kit: Path, newer: Path
) -> None:
    prepare_folder(folder, newer)
    (folder / EXERCISE).write_bytes(b"mine")
    prepare_folder(folder, kit)
    assert b"v1" in (folder / LESSON).read_bytes()
    assert (folder / EXERCISE).read_bytes() == b"mine"


@pytest.mark.parametrize("manifest", [None, b"", b"[]", b"\xff", b'{"shipped": 1, "delivered": {}}'])
def test_without_a_readable_manifest_every_difference_counts_as_the_learners(
    folder: Path, newer: Path, manifest: bytes | None
) -> None:
    path = folder / ".motamot/manifest.json"
    if manifest is None:
        path.unlink()
    else:
        path.write_bytes(manifest)
    before = contents(folder)
    prepare_folder(folder, newer)
    after = contents(folder)
    assert {name: after[name] for name in before} == before
    assert b"v2" in after["lessons/en/00_start.new.ipynb"]


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
def test_links_are_the_learners_even_if_they_dangle(folder: Path, newer: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.ipynb"
    (folder / LESSON).rename(elsewhere)
    (folder / LESSON).symlink_to(elsewhere)
    (folder / EXERCISE).unlink()
    (folder / EXERCISE).symlink_to(tmp_path / "nowhere")
    old = elsewhere.read_bytes()
    report = prepare_folder(folder, newer)
    assert len(report.beside) == 2
    assert elsewhere.read_bytes() == old
    assert (folder / EXERCISE).is_symlink()
    assert not (tmp_path / "nowhere").exists()


def test_a_folder_with_a_notebooks_name_stays(folder: Path, kit: Path) -> None:
    (folder / LESSON).unlink()
    (folder / LESSON).mkdir()
    prepare_folder(folder, kit)
    assert (folder / LESSON).is_dir()


def test_fresh_keeps_each_old_file_under_a_name_of_its_own(folder: Path, kit: Path) -> None:
    now = datetime(2026, 3, 1, 9, 5)
    kept = []
    for work in (b"first", b"second", b"third"):
        (folder / EXERCISE).write_bytes(work)
        ((name, dated),) = refresh(folder, "exercises/fr/01_cleaning", root=kit, now=now)
        assert (name, b"v1" in (folder / EXERCISE).read_bytes()) == (EXERCISE, True)
        kept.append(dated)
    assert kept[0] == "exercises/fr/01_cleaning_2026-03-01_09h05.ipynb"
    assert [(folder / str(name)).read_bytes() for name in kept] == [b"first", b"second", b"third"]


def test_fresh_by_bare_name_takes_lesson_and_exercise_of_the_language(folder: Path, kit: Path) -> None:
    assert refresh(folder, "01_cleaning.ipynb", "fr", kit) == [
        ("lessons/fr/01_cleaning.ipynb", None),
        (EXERCISE, None),
    ]


def test_fresh_without_such_a_notebook_names_those_there_are(folder: Path, kit: Path) -> None:
    with pytest.raises(MotamotError, match=r"02_none.*00_start, 01_cleaning"):
        refresh(folder, "02_none", "en", kit)


def test_a_refreshed_file_takes_part_in_updates_again(folder: Path, kit: Path, newer: Path) -> None:
    (folder / EXERCISE).write_bytes(b"mine")
    refresh(folder, "01_cleaning", "fr", kit)
    assert EXERCISE in prepare_folder(folder, newer).updated


def ran(path: Path, minute: int) -> None:
    """Save a notebook as JupyterLab does after a cell was run."""
    path.write_bytes(notebook("run"))
    os.utime(path, (minute * 60, minute * 60))


def test_a_start_opens_the_first_unit_handed_out_or_the_very_first_lesson(folder: Path) -> None:
    assert notebook_to_open(folder, "en") == LESSON
    assert notebook_to_open(folder, "fr", "01_cleaning") == "lessons/fr/01_cleaning.ipynb"
    (folder / "lessons/fr/01_cleaning.ipynb").unlink()
    assert notebook_to_open(folder, "fr", "01_cleaning") == EXERCISE
    assert notebook_to_open(folder, "fr", "09_none") == "lessons/fr/00_start.ipynb"
    for path in (folder / "lessons/en", folder / "exercises/en"):
        path.rename(path.with_name("elsewhere"))
    assert notebook_to_open(folder, "en", "01_cleaning") == EXERCISE


def test_a_later_start_opens_the_notebook_of_that_edition_run_last(folder: Path, kit: Path) -> None:
    ran(folder / "lessons/fr/01_cleaning.ipynb", 1)
    ran(folder / EXERCISE, 3)
    ran(folder / LESSON, 5)
    prepare_folder(folder, kit)
    assert notebook_to_open(folder, "fr", "00_start") == EXERCISE
    assert notebook_to_open(folder, "en", "01_cleaning") == LESSON
    ran(folder / "lessons/fr/01_cleaning.ipynb", 4)
    assert notebook_to_open(folder, "fr") == "lessons/fr/01_cleaning.ipynb"


def test_a_notebook_only_opened_a_torn_one_and_an_old_copy_are_not_where_one_was(
    folder: Path, kit: Path
) -> None:
    ran(folder / EXERCISE, 1)
    opened = folder / "lessons/fr/01_cleaning.ipynb"
    content = json.loads(opened.read_bytes())
    opened.write_text(json.dumps(content | {"metadata": {"kernelspec": {"name": "python3"}}}))
    (folder / "lessons/fr/00_start.ipynb").write_bytes(b"{torn")
    assert notebook_to_open(folder, "fr") == EXERCISE
    refresh(folder, "exercises/fr/01_cleaning", root=kit)
    assert notebook_to_open(folder, "fr") == "lessons/fr/00_start.ipynb"


def test_a_file_or_a_foreign_folder_is_refused_and_left_alone(tmp_path: Path, kit: Path) -> None:
    file = tmp_path / "file"
    file.write_text("mine", encoding="utf-8")
    with pytest.raises(MotamotError, match="is a file"):
        prepare_folder(file, kit)
    with pytest.raises(MotamotError, match="Nothing can be written"):
        prepare_folder(file / "below", kit)
    foreign = tmp_path / "foreign"
    foreign.mkdir()
    (foreign / "thesis.docx").write_text("mine", encoding="utf-8")
    with pytest.raises(MotamotError, match="already holds other files"):
        prepare_folder(foreign, kit)
    assert [path.name for path in foreign.iterdir()] == ["thesis.docx"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_one_sentence(folder: Path, newer: Path) -> None:
    lessons = folder / "lessons/en"
    lessons.chmod(0o555)
    try:
        with pytest.raises(MotamotError, match="Nothing can be written"):
            prepare_folder(folder, newer)
    finally:
        lessons.chmod(0o755)


@pytest.mark.skipif(os.name == "nt", reason="no limit on file sizes there")
def test_a_full_disk_is_one_sentence_and_leaves_no_torn_file(folder: Path, newer: Path) -> None:
    (newer / "data/interview/raw.txt").write_text("x" * 200_000, encoding="utf-8")
    before = contents(folder)
    code = f"""
import resource
from pathlib import Path
from motamot.errors import MotamotError
from motamot.opening import notebook_to_open
from motamot.workspace import prepare_folder
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    prepare_folder(Path({str(folder)!r}), Path({str(newer)!r}))
except MotamotError as error:
    print(error)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "Nothing can be written" in done.stdout
    after = contents(folder)
    assert set(after) == set(before)
    assert after["data/interview/raw.txt"] == before["data/interview/raw.txt"]


def test_the_folder_is_found_from_inside_and_from_above(tmp_path: Path, kit: Path) -> None:
    prepare_folder(tmp_path / "motamot-work", kit)
    inside = tmp_path / "motamot-work/lessons/en"
    assert find_folder(inside) == find_folder(tmp_path) == tmp_path / "motamot-work"
    assert find_folder(kit) is None
