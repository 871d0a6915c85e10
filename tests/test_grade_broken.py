"""Broken hand-ins: each has a status and a sentence, none stops the batch, none is a silent zero."""

import csv
import io
import json
import resource
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from robots.learners import answers_of, code_cell, exercise, save, work

from motamot.course.grading.command import Options, grade_submissions
from motamot.course.grading.salvage import salvage
from motamot.course.grading.salvage_stream import LARGEST_READ, read_bounded
from motamot.course.grading.submissions_findings import READ_AS, REFUSING, Finding, Refused

UNIT = "01_cleaning"
Row = dict[str, str]


def plain() -> bytes:
    return save(work(UNIT))


def edited(**changes: object) -> bytes:
    return save({**work(UNIT), **changes})


def cells_of() -> list[dict[str, object]]:
    return work(UNIT)["cells"]


def damaged_in_the_middle() -> bytes:
    raw = plain()
    place = raw.index(b'"source"', len(raw) // 2)
    return raw[:place] + b"\x00garbage\xff" + raw[place + 40 :]


def in_format_3_of_two_sheets() -> bytes:
    inputs = [
        {"cell_type": "code", "input": "".join(cell["source"]), "outputs": []}
        for cell in cells_of()
        if cell["cell_type"] == "code"
    ]
    return json.dumps({"nbformat": 3, "worksheets": [{"cells": inputs[:9]}, {"cells": inputs[9:]}]}).encode()


def with_large_outputs(megabytes: int) -> bytes:
    notebook = work(UNIT)
    (first, *_) = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    picture = "iVBORw0KGgo" * ((megabytes << 20) // 11)
    first["outputs"] = [{"output_type": "display_data", "metadata": {}, "data": {"image/png": picture}}]
    return save(notebook)


def without_some_cells() -> bytes:
    gone = [place for name, place in answers_of(UNIT).items() if name == "01.top_words"]
    return save(
        {**work(UNIT), "cells": [cell for cell in cells_of() if not str(cell["id"]).startswith(*gone)]}
    )


def with_lines(cell: dict[str, object]) -> dict[str, object]:
    return {**cell, "source": "".join(cell["source"]).splitlines()}  # type: ignore[call-overload]


def without_kind(cell: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in cell.items() if name != "cell_type"}


def deeply_nested() -> bytes:
    return b'{"cells": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"


# name of the file, its bytes, status, how it was read, points of 13, words of the sentence
BROKEN = {
    "empty file": (f"{UNIT}.ipynb", b"", "refused", "nothing", "", "nothing was saved in it"),
    "zeros": (f"{UNIT}.ipynb", bytes(4096), "refused", "nothing", "", "nothing was saved in it"),
    "invalid": (f"{UNIT}.ipynb", b"{cells: no}", "refused", "invalid", "", "not a readable notebook"),
    "nested": (f"{UNIT}.ipynb", deeply_nested(), "refused", "invalid", "", "not a readable notebook"),
    "cut early": (f"{UNIT}.ipynb", plain()[:300], "refused", "invalid", "", "no whole code cell"),
    "cut in half": (f"{UNIT}.ipynb", plain()[: len(plain()) // 2], "graded", "truncated", "some", "The file breaks off"),
    "cut late": (f"{UNIT}.ipynb", plain()[:-150], "graded", "cut_end", "13", "all its cells were saved"),
    "damaged": (f"{UNIT}.ipynb", damaged_in_the_middle(), "graded", "damaged", "some", "could not be read: "),
    "format 3": (f"{UNIT}.ipynb", in_format_3_of_two_sheets(), "graded", "old_format", "13", "the old format 3"),
    "no cells": (f"{UNIT}.ipynb", edited(cells=[]), "refused", "empty", "", "there is nothing to run"),
    "no code": (f"{UNIT}.ipynb", edited(cells=[c for c in cells_of() if c["cell_type"] != "code"]), "refused", "empty", "", "holds no code"),
    "blank cells": (f"{UNIT}.ipynb", edited(cells=[code_cell("  \n")]), "refused", "empty", "", "holds no code"),
    "a list": (f"{UNIT}.ipynb", b"[1, 2]", "refused", "not_notebook", "", "is not a notebook"),
    "cells is text": (f"{UNIT}.ipynb", edited(cells="none"), "refused", "not_notebook", "", "is not a notebook"),
    "web page": (f"{UNIT}.ipynb", b"<!DOCTYPE html><html></html>", "refused", "web_page", "", "web page"),
    "pointer": (f"{UNIT}.ipynb", b"version https://git-lfs.github.com/spec/v1\noid x", "refused", "pointer", "", "Git LFS"),
    "zip": (f"{UNIT}.ipynb", b"PK\x03\x04rest", "refused", "not_notebook", "", "is not a notebook"),
    "merge": (f"{UNIT}.ipynb", b'{"cells": [\n<<<<<<< HEAD\n{}\n=======\n>>>>>>> x\n]}', "refused", "conflict", "", "Git merge"),
    "R": (f"{UNIT}.ipynb", edited(metadata={"kernelspec": {"language": "R"}}), "refused", "other_kernel", "", "not in Python but in r"),
    "odd cells": (f"{UNIT}.ipynb", edited(cells=[*cells_of(), 7, {"cell_type": "code", "source": {"a": 1}}]), "graded", "odd_cells", "13", "left out: 1."),
    "no metadata": (f"{UNIT}.ipynb", edited(metadata={}), "graded", "no_metadata", "13", "lost its metadata"),
    "windows": (f"{UNIT}.ipynb", b"\xef\xbb\xbf" + plain().replace(b'\\n"', b'\\r\\n"'), "graded", "byte_order_mark", "13", "end as on Windows"),
    "utf-16": (f"{UNIT}.ipynb", plain().decode().encode("utf-16"), "graded", "byte_order_mark", "13", "byte order mark"),
    "latin": (f"{UNIT}.ipynb", plain().decode().encode("cp1252", "replace"), "graded", "encoding", "some", "not in UTF-8"),
    "renamed": ("mots (1).ipynb", plain(), "graded", "renamed", "13", "was told by the questions"),
    "wrong unit": ("02_themes.ipynb", plain(), "graded", "wrong_unit", "13", "graded as 01_cleaning"),
    "other thing": ("recette.ipynb", save({"cells": [code_cell("1 + 1")], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}), "refused", "unknown_unit", "", "tell which unit it is"),
    "the lesson": (f"{UNIT}.ipynb", (Path(__file__).parent.parent / "notebooks" / "fr" / f"{UNIT}.ipynb").read_bytes(), "refused", "no_questions", "", "perhaps the lesson"),
    "missing cells": (f"{UNIT}.ipynb", without_some_cells(), "graded", "missing", "11", "nothing in the notebook asks or answers 01.top_words"),
    "duplicated": (f"{UNIT}.ipynb", edited(cells=cells_of() * 2), "graded", "duplicated", "13", "stand more than once"),
    "not begun": (f"{UNIT}.ipynb", save(exercise(UNIT)), "graded", "blank", "0", "holds no answers"),
    "outputs": (f"{UNIT}.ipynb", with_large_outputs(50), "graded", "outputs", "13", "50 MB of outputs"),
    "too much code": (f"{UNIT}.ipynb", edited(cells=[code_cell("nbsp_count = 1")] * 2500), "refused", "too_much_code", "", "2500 code cells"),
    "comma": (f"{UNIT}.ipynb", plain().rstrip()[:-1].rstrip() + b",}", "graded", "cut_end", "13", "out of order; all its cells were saved"),
    "twice in one": (f"{UNIT}.ipynb", plain() * 2, "graded", "cut_end", "13", "out of order; all its cells were saved"),
    "no mark": (f"{UNIT}.ipynb", plain().decode().encode("utf-16-le"), "graded", "encoding", "13", "it was read as UTF-16-LE"),
    "lines without ends": (f"{UNIT}.ipynb", edited(cells=[with_lines(cell) for cell in cells_of()]), "graded", "whole", "13", ""),
    "no kinds": (f"{UNIT}.ipynb", edited(cells=[without_kind(cell) for cell in cells_of()]), "refused", "invalid", "", "no whole code cell"),
    "numbers": (f"{UNIT}.ipynb", edited(cells=[{**cell, "source": 7} for cell in cells_of()]), "refused", "invalid", "", "no whole code cell"),
    "text": (f"{UNIT}.ipynb.txt", plain(), "graded", "whole", "13", ""),
    "too large": (f"{UNIT}.ipynb", edited(cells=[code_cell("x = '" + "a" * (9 << 20) + "'")]), "refused", "too_large", "", "larger than 8 MB"),
}  # fmt: skip


@pytest.fixture(scope="module")
def gradebook(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Row]]:
    """Grade all broken hand-ins in one batch, beside one that is whole and two with two attempts each."""
    top = tmp_path_factory.mktemp("broken")
    for student, (name, content, *_) in BROKEN.items():
        (top / "in" / student).mkdir(parents=True)
        (top / "in" / student / name).write_bytes(content)
    attempts = {
        "twice": {"mots.ipynb": save(exercise(UNIT)), "mots (1).ipynb": plain()},
        "twice, last broken": {"mots.ipynb": plain(), f"{UNIT} (2).ipynb": b"{"},
        "whole": {f"{UNIT}.ipynb": plain()},
    }
    for student, files in attempts.items():
        (top / "in" / student).mkdir()
        for name, content in files.items():
            (top / "in" / student / name).write_bytes(content)
    with zipfile.ZipFile(top / "in" / "whole" / "more.zip", "w") as archive:
        archive.writestr("../../evil.ipynb", plain())
    grade_submissions(Options(top / "in", top / "out"))
    rows: dict[str, list[Row]] = {}
    for row in csv.DictReader(io.StringIO((top / "out" / "gradebook.csv").read_text(encoding="utf-8-sig"))):
        if row["status"] != "not_handed_in":
            rows.setdefault(row["student"], []).append(row)
    return rows


@pytest.mark.parametrize("student", BROKEN)
def test_a_broken_hand_in_has_a_status_and_a_sentence(gradebook: dict[str, list[Row]], student: str) -> None:
    _, _, status, read_as, points, words = BROKEN[student]
    (row,) = gradebook[student]
    assert (row["status"], row["read_as"]) == (status, read_as), row
    assert words in row["remarks"]
    if points == "some":
        assert 0 < float(row["total"]) <= 13
    else:
        assert row["total"] == points
    if status == "refused":
        assert all(row[name] == "" for name in row if name.startswith("01."))


def test_the_last_of_two_attempts_counts_and_that_is_said(gradebook: dict[str, list[Row]]) -> None:
    (row,) = gradebook["twice"]
    assert (row["total"], row["file"]) == ("13", "mots (1).ipynb")
    assert "2 files were handed in for this unit" in row["remarks"]
    (row,) = gradebook["twice, last broken"]
    assert (row["total"], row["file"], row["read_as"]) == ("13", "mots.ipynb", "renamed")
    assert f"the last one, {UNIT} (2).ipynb, could not be graded" in row["remarks"]


def test_a_good_notebook_beside_a_bad_archive_is_graded_and_the_archive_told(
    gradebook: dict[str, list[Row]],
) -> None:
    bad, good = sorted(gradebook["whole"], key=lambda row: row["unit"])
    assert (good["status"], good["total"]) == ("graded", "13")
    assert (bad["status"], bad["read_as"], bad["total"]) == ("refused", "unsafe_name", "")


@pytest.mark.parametrize("code", [*REFUSING, *READ_AS])
def test_every_finding_has_a_sentence_in_both_languages(code: str) -> None:
    names = "file limit cells encoding most kernel unit files named others version n latest skipped questions size"
    values = dict.fromkeys(names.split(), "×")
    english, french = (Finding(code, values).sentence(language) for language in ("en", "fr"))
    assert english.endswith(".")
    assert french.endswith(".")
    assert english != french


def test_the_outputs_of_a_large_notebook_are_dropped_wherever_its_blocks_are_cut() -> None:
    text = 'a = "outputs"  # "outputs": [1, 2] \\" {'
    notebook = {
        "cells": [
            code_cell(text, outputs=[{"text": ["\\\\" * 9 + '"]}' * 5] * 40_000, "data": {"outputs": [[]]}}]),
            {"cell_type": "markdown", "source": "é" * 9, "attachments": {"a.png": {"image/png": "A" * 900_000}}},
            code_cell("b = 2"),
        ]
    }  # fmt: skip
    raw = json.dumps(notebook, ensure_ascii=False).encode()
    for shift in range(40):
        kept, dropped = read_bounded(io.BytesIO(b" " * shift + raw))
        assert dropped > 2_000_000
        cells = json.loads(kept)["cells"]
        assert ["".join(cell["source"]) for cell in cells] == [text, "é" * 9, "b = 2"]


def test_a_file_that_never_ends_is_given_up() -> None:
    class Endless(io.RawIOBase):
        served = 0

        def read(self, size: int = -1) -> bytes:
            self.served += size
            return b'{"outputs": ["' + b"a" * (size - 14) if self.served == size else b"a" * size

    endless = Endless()
    with pytest.raises(Refused) as refused:
        salvage(endless, "x.ipynb")  # type: ignore[arg-type]
    assert refused.value.finding.code == "too_large"
    assert endless.served <= LARGEST_READ + (2 << 20)


def test_a_bomb_of_a_notebook_is_read_in_little_memory(tmp_path: Path) -> None:
    """200 MB of outputs in a zip of 200 kB, in a process that may not take 400 MB."""
    with zipfile.ZipFile(tmp_path / "in.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        info = zipfile.ZipInfo("zoe/01_cleaning.ipynb")
        info.compress_type = zipfile.ZIP_DEFLATED
        with archive.open(info, "w") as member:
            start, end = (
                b'{"cells": [{"cell_type": "code", "outputs": ["',
                b'"], "source": "nbsp_count = 1"}]}',
            )
            member.write(start)
            for _ in range(200):
                member.write(b"0" * (1 << 20))
            member.write(end)
    code = f"""
import resource
from pathlib import Path
from motamot.course.grading.salvage import salvage
from motamot.course.grading.submissions import collect
(student,) = collect(Path({str(tmp_path / "in.zip")!r})).students
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
with student.notebooks[0].entry.open() as file:
    found = salvage(file)
assert found.cells == ("nbsp_count = 1",), found
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) < 60_000
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss > 0
