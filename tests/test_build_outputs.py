"""Outputs that the build refuses or settles: what would not come again, what failed unsaid, traces of the machine."""

from pathlib import Path

import nbformat
import pytest

from motamot.course.build import build
from motamot.course.execute import settle_outputs
from motamot.errors import MotamotError


def unit_of(root: Path, body: str) -> Path:
    path = root / "lessons" / "00_bad" / "lesson.py"
    path.parent.mkdir(parents=True)
    path.write_text(f"# %%\n{body}\n", encoding="utf-8")
    return root


def test_a_cell_that_raises_fails_the_build_and_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(MotamotError) as refused:
        build(unit_of(tmp_path, "1 / 0"))
    first = str(refused.value).splitlines()[0]
    assert first.startswith("lessons/00_bad/lesson.py:1: in notebooks/en/00_bad.ipynb, cell 00-bad-001")
    assert "ZeroDivisionError: division by zero" in first
    assert not list(tmp_path.rglob("*.ipynb"))


@pytest.mark.parametrize(
    ("output", "words"),
    [
        ({"output_type": "stream", "name": "stderr", "text": "UserWarning: no\n"}, "printed a warning"),
        ({"output_type": "stream", "name": "stdout", "text": "<f at 0x7f00deadbeef>"}, "memory address"),
        ({"output_type": "stream", "name": "stdout", "text": f"{Path.home()}/me"}, "path of this machine"),
    ],
)
def test_outputs_that_would_not_come_again_are_refused(output: dict[str, str], words: str) -> None:
    cell = nbformat.v4.new_code_cell("f", execution_count=1, outputs=[nbformat.from_dict(output)])
    with pytest.raises(MotamotError, match=words):
        settle_outputs(nbformat.v4.new_notebook(cells=[cell]))


def test_a_cell_said_to_fail_that_does_not_is_refused() -> None:
    cell = nbformat.v4.new_code_cell("1", execution_count=1, metadata={"tags": ["raises-exception"]})
    with pytest.raises(MotamotError, match="raises nothing"):
        settle_outputs(nbformat.v4.new_notebook(cells=[cell]))


def test_a_cell_the_kernel_passed_over_is_refused() -> None:
    with pytest.raises(MotamotError, match="was not executed"):
        settle_outputs(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("x = 1")]))


def test_a_traceback_loses_the_frames_of_files_and_streams_are_joined() -> None:
    frames = [
        "----",
        "NameError",
        "Cell In[1], line 1\n",
        "File /somewhere/lib.py:3, in f()",
        "NameError: no",
    ]
    error = nbformat.v4.new_output("error", ename="NameError", evalue="no", traceback=frames)
    pieces = [nbformat.v4.new_output("stream", name="stdout", text=text) for text in ("a\n", "b\n")]
    cell = nbformat.v4.new_code_cell("f()", execution_count=1, outputs=[*pieces, error])
    settle_outputs(nbformat.v4.new_notebook(cells=[cell]))
    assert cell.outputs[0].text == "a\nb\n"
    assert not any("somewhere" in frame for frame in cell.outputs[1].traceback)
