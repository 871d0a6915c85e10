"""A run of motamot grade on a folder, and the marks that come of it."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

import pytest

from motamot.course.grading import command
from motamot.course.grading.grader import Grader
from motamot.course.grading.results import Graded, Mark
from motamot.course.grading.run_units import Course, read_course

UNIT = "01_cleaning"


def gradebook(folder: Path) -> dict[tuple[str, str], dict[str, str]]:
    text = (folder / "gradebook.csv").read_text(encoding="utf-8-sig")
    return {(row["student"], row["unit"]): row for row in csv.DictReader(io.StringIO(text))}


class Recorder(Grader):
    """Grades without running anything, and keeps what it was asked for."""

    calls: list[tuple[Sequence[str], str, str | None, dict[str, bytes]]]
    seeds: set[bytes]
    fails = 0

    def __enter__(self) -> "Recorder":
        self.sandboxed, self.reason = True, ""
        return self

    def __exit__(self, *error: object) -> None:
        return None

    def course(self) -> Course:
        return read_course(self.questions, self.units)

    def grade(self, cells, unit, *, hidden_seed, variant=None, files=None):  # type: ignore[no-untyped-def]
        Recorder.calls.append((cells, unit, variant, dict(files or {})))
        Recorder.seeds.add(hidden_seed)
        if Recorder.fails:
            Recorder.fails -= 1
            raise RuntimeError("a fault of the grader")
        said = {"en": "Right.", "fr": "Juste."}
        return Graded(unit, "graded", said, (Mark("01.claim", "right", 1, 1, "'b'", said),), True)


def recording(monkeypatch: pytest.MonkeyPatch) -> type[Recorder]:
    """Have `motamot grade` use a recorder that has seen nothing yet."""
    Recorder.calls, Recorder.seeds, Recorder.fails = [], set(), 0
    monkeypatch.setattr(command, "Grader", Recorder)
    return Recorder
