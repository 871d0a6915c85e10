"""A release that cannot be made is refused in one sentence, and leaves nothing behind."""

import shutil
from pathlib import Path

import pytest
from release_files import ROOT, UNIT, motamot

from motamot.course.release import command
from motamot.course.release.command import Options, release
from motamot.errors import MotamotError


def nothing_left(folder: Path) -> bool:
    return not list(folder.iterdir())


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["77"], "There is no unit 77"),
        (["01", "--lang", "de"], "no edition in “de”"),
        (["01", "--platform", "windows"], "--wheelhouse"),
        (["01", "--wheelhouse", "--platform", "beos"], "“beos” is no system"),
        (["01", "--wheelhouse", "--python", "2.7"], "“2.7” is no version"),
        (["01", "--variants", "--group", "A"], "--seed-file"),
        (["01", "--group", "A"], "--variants"),
        (["01", "--variants", "--by", "row"], "group or student"),
        (["01", "--instructor", "--wheelhouse"], "by itself"),
        (["00", "--no-lessons"], "no exercises"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_leaves_nothing(
    tmp_path: Path, arguments: list[str], sentence: str
) -> None:
    done = motamot("release", *arguments, "--to", str(tmp_path / "class.zip"))
    assert done.returncode == 2, done.stdout + done.stderr
    assert sentence in done.stderr and "Traceback" not in done.stderr
    assert nothing_left(tmp_path)


def test_a_missing_seed_is_named_and_how_to_make_one(tmp_path: Path) -> None:
    command = ("release", "01", "--variants", "--group", "A", "--seed-file", str(tmp_path / "seed"))
    done = motamot(*command, "--to", str(tmp_path / "class.zip"))
    assert done.returncode == 2 and "--new-seed" in done.stderr
    assert nothing_left(tmp_path)
    made = motamot(*command, "--to", str(tmp_path / "class.zip"), "--new-seed")
    assert made.returncode == 0, made.stderr
    assert (tmp_path / "seed").read_text().strip() not in made.stdout + made.stderr
    again = motamot(*command, "--to", str(tmp_path / "more.zip"), "--new-seed")
    assert again.returncode == 2 and "exists already" in again.stderr


def test_a_target_that_exists_stays_as_it_is(tmp_path: Path) -> None:
    for name in ("class.zip", "class"):
        (tmp_path / name).write_text("mine")
        with pytest.raises(MotamotError, match="exists already"):
            release(ROOT, Options(("01",), tmp_path / name))
        assert (tmp_path / name).read_text() == "mine"


def test_a_place_that_does_not_exist_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(MotamotError, match="does not exist"):
        release(ROOT, Options(("01",), tmp_path / "none" / "class.zip"))
    assert nothing_left(tmp_path)


def test_a_failure_in_the_middle_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, files: object, top: str = "") -> None:
        path.write_bytes(b"half")
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(command, "write_zip", full)
    with pytest.raises(MotamotError, match="No space left"):
        release(ROOT, Options(("01",), tmp_path / "class.zip"))
    assert nothing_left(tmp_path)


def test_stale_notebooks_are_not_handed_out(tmp_path: Path) -> None:
    root = tmp_path / "repository"
    for name in ("lessons/00_start", f"lessons/{UNIT}", "notebooks", "exercises", "solutions"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "lessons" / "glossary.toml", root / "lessons")
    source = root / "lessons" / UNIT / "exercises.py"
    source.write_text(source.read_text("utf-8") + "\n# %%\nlater = 1\n", encoding="utf-8")
    with pytest.raises(MotamotError, match="motamot build”"):
        release(root, Options(("01",), tmp_path / "class.zip"))
    assert not (tmp_path / "class.zip").exists()
