"""No bundle and no wheel gives a solution, the judge, a seed or another group's variant away."""

import base64
import json
import random
import subprocess
import sys
import zipfile
from pathlib import Path

import exercise_runner as runner
import pytest
from release_files import (
    ROOT,
    UNITS,
    cell_lines,
    judge_pieces,
    leaks,
    small_change,
    solution_lines,
    taught,
    unpacked,
)

from motamot.course.grading.store_seed import Seed
from motamot.course.release.archive import write_folder, write_zip
from motamot.course.release.bundle import make_bundle
from motamot.course.release.content import Selection
from motamot.course.release.requirements import learner_pins
from motamot.course.variants import variant_code

SEED = Seed(bytes(range(7, 39)), True)
GROUPS = ("A", "Été 2")


@pytest.fixture(scope="module")
def bundles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All units for two groups: a zip of zips, each with its wheel."""
    folder = tmp_path_factory.mktemp("groups")
    selection = Selection(tuple(UNITS), ("en", "fr"))
    files: dict[str, bytes | Path] = {}
    for group in GROUPS:
        code = variant_code(SEED.value, group)
        write_zip(
            folder / f"{group}.zip", make_bundle(ROOT, selection, learner_pins(ROOT), folder / group, code)
        )
        files[f"{group}.zip"] = folder / f"{group}.zip"
    write_zip(folder / "class.zip", files)
    return folder / "class.zip"


@pytest.fixture(scope="module")
def plain_wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (path,) = folder.glob("*.whl")
    return path


def test_no_solution_and_no_line_of_the_judge_is_in_a_bundle(bundles: Path) -> None:
    files = unpacked(bundles)
    assert sum(name.endswith("practice.py") for name in files) == len(UNITS) * len(GROUPS)
    assert "\n".join(leaks(files)) == ""


def test_no_solution_and_no_line_of_the_judge_is_in_the_plain_wheel(plain_wheel: Path) -> None:
    assert "\n".join(leaks(unpacked(plain_wheel))) == ""


def planted(folder: Path, name: str, text: str) -> list[str]:
    """Return what the search finds where a text was put into a wheel in a zip in a folder."""
    with zipfile.ZipFile(folder / "inner.whl", "w") as wheel:
        wheel.writestr(f"motamot/{name}", text)
    write_zip(folder / "group.zip", {"kit/inner.whl": folder / "inner.whl"})
    write_folder(folder / "class", {"group.zip": folder / "group.zip"})
    return leaks(unpacked(folder / "class"))


@pytest.mark.parametrize("edition", ["code", "markdown"])
def test_the_search_finds_one_line_of_a_solution_however_deep(tmp_path: Path, edition: str) -> None:
    shown = list(cell_lines((ROOT / "solutions" / "fr" / "01_cleaning.ipynb").read_bytes()))
    line = next(one for kind, one in shown if kind == edition and one in solution_lines())
    (found,) = planted(tmp_path, "notes.py", f"x = 1\n    {line}\n")
    assert found.startswith("group.zip!kit/inner.whl!motamot/notes.py") and "01_cleaning" in found


CELL = {"cell_type": "markdown", "source": ["Here is one: un martin-\n", "pêcheur, nothing else."]}


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("notes.py", "    if ready:\n      return f, 0, t, \\\n          total\n", "04b_fourteen_texts"),
        ("notes.md", "'f, t, total = urn( rng )' is how", "04b_fourteen_texts"),
        ("notes.py", "HEADLINES = ['Avec les {}, tout change']", "judging/sentences.toml"),
        ("notes.ipynb", json.dumps({"cells": [CELL]}), "05_your_text"),
        ("notes.py", "def f(rng):\n    return [rng.choice(rng), 0]\n", ""),
    ],
)
def test_the_search_finds_a_piece_of_the_judge_however_it_is_set(
    tmp_path: Path, name: str, text: str, found: str
) -> None:
    leaked = planted(tmp_path, name, text)
    assert bool(leaked) == bool(found), leaked
    assert all(one.startswith(f"group.zip!kit/inner.whl!motamot/{name}: ") and found in one for one in leaked)


def test_each_piece_of_the_judge_is_found_and_next_to_nothing_is_left_out(tmp_path: Path) -> None:
    pieces = judge_pieces()
    assert len(pieces) > 300
    assert len(planted(tmp_path, "notes.txt", "\n;\n".join(pieces))) >= len(pieces)
    # What is shorter than a phrase: two words of a list, `return False`, the head of a loop.
    assert max(map(len, small_change())) < 16
    assert len(small_change()) < len(pieces) / 5


@pytest.mark.parametrize("unit", UNITS)
def test_every_question_has_a_line_of_its_own_to_search_for(unit: str) -> None:
    """A solution all of whose lines a lesson shows would escape the search, and ask for nothing."""
    short = []
    for cell in runner.cells_of(unit):
        lines = cell.code.split("\n")
        own = [lines[number - 1].strip() for number in cell.solution]
        if cell.question and own and all(line in taught() for line in own):
            short.append(cell.question)
    assert short == []


def test_the_seed_and_what_derives_from_it_is_nowhere(bundles: Path) -> None:
    files = unpacked(bundles)
    secrets = {"fingerprint": SEED.fingerprint.encode()}
    for name, value in (("seed", SEED.value), ("hidden", SEED.hidden)):
        secrets |= {
            name: value,
            f"{name} hex": value.hex().encode(),
            f"{name} HEX": value.hex().upper().encode(),
            f"{name} base64": base64.b64encode(value).rstrip(b"="),
            f"{name} url": base64.urlsafe_b64encode(value).rstrip(b"="),
        }
    found = [
        (name, what) for name, content in files.items() for what, one in secrets.items() if one in content
    ]
    assert found == []


def test_no_hidden_text_is_in_a_bundle(bundles: Path, tmp_path: Path) -> None:
    known = {
        line.strip()
        for path in (ROOT / "data").rglob("*")
        if path.is_file()
        for line in path.read_bytes().decode("utf-8", "replace").splitlines()
    }
    hidden: set[bytes] = set()
    for number in (SEED.hidden, SEED.value):
        folder = tmp_path / number.hex()[:8]
        runner.hidden_folder(folder, random.Random(number).getrandbits(64))
        texts = [path.read_text("utf-8") for path in folder.rglob("*") if path.is_file()]
        hidden |= {
            line.strip().encode()
            for text in texts
            for line in text.splitlines()
            if len(line.strip()) >= 40 and line.strip() not in known
        }
    assert len(hidden) > 20
    files = unpacked(bundles)
    assert [(name, line) for name, content in files.items() for line in hidden if line in content] == []


def test_a_bundle_knows_its_own_code_and_no_other_groups(bundles: Path) -> None:
    files = unpacked(bundles)
    codes = {group: variant_code(SEED.value, group).encode() for group in GROUPS}
    for group in GROUPS:
        own = {name: content for name, content in files.items() if name.startswith(f"class.zip!{group}.zip!")}
        holders = {name.rpartition("_share/")[2] for name, content in own.items() if codes[group] in content}
        assert holders == {
            f"exercises/{language}/{unit}.ipynb" for language in ("en", "fr") for unit in UNITS
        }
        for other in set(GROUPS) - {group}:
            assert not [name for name, content in own.items() if codes[other] in content]
