"""Running notebooks, and keeping only those outputs that are the same on every machine."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from motamot.errors import MotamotError

if TYPE_CHECKING:
    from nbformat import NotebookNode

CELL_TIMEOUT = 120
_ADDRESS = re.compile(r"\b0x[0-9a-fA-F]{6,}")


def describe(cell: NotebookNode) -> str:
    """Name a cell by its id and last line.

    Examples
    --------
    >>> import nbformat
    >>> describe(nbformat.v4.new_code_cell("x = 1", id="start-003"))
    'cell start-003 (`x = 1`)'
    """
    return f"cell {cell.id} (`{cell.source.strip().splitlines()[-1]}`)"


def execute(
    notebook: NotebookNode, place: Callable[[NotebookNode], str] = describe, folder: Path | None = None
) -> None:
    """Run a notebook to its end in a new kernel; its outputs are put into it.

    Parameters
    ----------
    notebook : nbformat.NotebookNode
        Changed in place.
    place : callable
        What messages call a cell.
    folder : pathlib.Path, optional
        The folder the kernel starts in. Without one: an empty folder, and the kit's text in use.

    Raises
    ------
    MotamotError
        If a cell raises that is not tagged ``raises-exception``.
    """
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

    if not any(cell.cell_type == "code" for cell in notebook.cells):
        return
    with tempfile.TemporaryDirectory(prefix="motamot-", ignore_cleanup_errors=True) as scratch:
        environment = {**os.environ, "IPYTHONDIR": scratch}
        if folder is None:
            environment["MOTAMOT_TEXT"] = "kit"
        else:
            environment.pop("MOTAMOT_TEXT", None)
        neutral = Path(scratch) / "empty"
        neutral.mkdir()
        client = NotebookClient(
            notebook,
            timeout=CELL_TIMEOUT,
            kernel_name="python3",
            record_timing=False,
            extra_arguments=["--log-level=ERROR"],
            resources={"metadata": {"path": str(folder or neutral)}},
        )
        try:
            client.execute(env=environment)
        except CellExecutionError as error:
            cell = place(_last_tried(notebook))
            raise MotamotError(f"{cell} raised {error.ename}: {error.evalue}") from None
        except CellTimeoutError:
            cell = place(_last_tried(notebook))
            raise MotamotError(f"{cell} ran for more than {CELL_TIMEOUT} s.") from None
        except DeadKernelError:
            raise MotamotError(f"{place(_last_tried(notebook))} killed the kernel.") from None


def settle_outputs(notebook: NotebookNode, place: Callable[[NotebookNode], str] = describe) -> None:
    """Merge streams, take the machine out of tracebacks, and refuse what would not come again.

    Parameters
    ----------
    notebook : nbformat.NotebookNode
        An executed notebook, changed in place.
    place : callable
        What messages call a cell.

    Raises
    ------
    MotamotError
        For a cell that was not executed, a warning, or an output with a path or an address in it.
    """
    for cell in notebook.cells:
        if cell.cell_type != "code":
            continue
        if cell.execution_count is None:
            raise MotamotError(f"{place(cell)} was not executed, and nbval would pass it.")
        cell.outputs = _merged(cell.outputs)
        raised = any(output.output_type == "error" for output in cell.outputs)
        if "raises-exception" in cell.metadata.get("tags", []) and not raised:
            raise MotamotError(f"{place(cell)} is tagged raises-exception but raises nothing.")
        for output in cell.outputs:
            if output.output_type == "error":
                output.traceback = _without_files(output.traceback)
            _refuse_unstable(output, place(cell))


def _last_tried(notebook: NotebookNode) -> NotebookNode:
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    tried = [cell for cell in code if cell.execution_count is not None]
    last: NotebookNode = (tried or code)[-1]
    return last


def _merged(outputs: list[NotebookNode]) -> list[NotebookNode]:
    """Join neighboring pieces of one stream: where it is cut depends on timing."""
    merged: list[NotebookNode] = []
    for output in outputs:
        last = merged[-1] if merged else None
        if (
            last is not None
            and output.output_type == last.output_type == "stream"
            and output.name == last.name
        ):
            last.text += output.text
        else:
            merged.append(output)
    return merged


def _without_files(traceback: list[str]) -> list[str]:
    """Keep the frames of the notebook; those of files name this machine's folders."""
    return [
        _ADDRESS.sub("0x…", frame) for frame in traceback if not re.match(r"(?:\x1b\[[\d;]*m)*File ", frame)
    ]


def _refuse_unstable(output: NotebookNode, place: str) -> None:
    if output.output_type == "stream" and output.name == "stderr":
        raise MotamotError(f"{place} printed a warning: {output.text.strip().splitlines()[-1]}")
    texts = [output.get("text", ""), output.get("evalue", ""), *output.get("traceback", [])]
    texts += [value for kind, value in output.get("data", {}).items() if kind.startswith("text/")]
    for text in texts:
        if _ADDRESS.search(text):
            raise MotamotError(
                f"{place} shows a memory address, which changes at each run: {text.strip()[:80]}"
            )
        for folder in (Path.home(), Path(tempfile.gettempdir()), Path(__file__).parents[3]):
            if re.search(rf"{re.escape(str(folder))}[\\/]", text):
                raise MotamotError(f"{place} shows a path of this machine: {text.strip()[:80]}")
