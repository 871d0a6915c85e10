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
_ERROR = re.compile(r"^[\w. ]*error\b.*$", re.IGNORECASE | re.MULTILINE)


def describe(cell: NotebookNode) -> str:
    """Name a cell by its id and last line.

    Examples
    --------
    >>> import nbformat
    >>> describe(nbformat.v4.new_code_cell("x = 1", id="start-003"))
    'cell start-003 (`x = 1`)'
    """
    return f"cell {cell.id} (`{cell.source.strip().splitlines()[-1]}`)"


def own_address(folder: Path) -> dict[str, str]:
    """Return settings of a kernel manager with which nobody else can take the kernel's address.

    jupyter_client looks for free ports and lets go of them; until the kernel binds them, a second later or
    more, any other process may get one. The kernel then dies, or two kernels hear each other's messages.

    Parameters
    ----------
    folder : pathlib.Path
        A new folder for this kernel alone.

    Examples
    --------
    >>> own_address(Path("/tmp/one"))["connection_file"] == str(Path("/tmp/one/kernel.json"))
    True
    """
    import zmq

    settings = {"connection_file": str(folder / "kernel.json")}
    longest = len(os.fsencode(folder / "kernel-ipc-5"))
    # Windows, and folders with very long names, are left with ports.
    if os.name != "nt" and longest <= zmq.IPC_PATH_MAX_LEN:
        settings["transport"] = "ipc"
    return settings


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
        If the kernel does not start, or a cell raises that is not tagged ``raises-exception``.
    """
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
    from traitlets.config import Config
    from zmq import ZMQError

    tried = [cell for cell in notebook.cells if cell.cell_type == "code"][:1]
    if not tried:
        return
    with tempfile.TemporaryDirectory(prefix="motamot-", ignore_cleanup_errors=True) as scratch:
        environment = {**os.environ, "IPYTHONDIR": scratch}
        if folder is None:
            environment["MOTAMOT_TEXT"] = "kit"
        else:
            environment.pop("MOTAMOT_TEXT", None)
        neutral = Path(scratch) / "empty"
        neutral.mkdir()
        said = Path(scratch) / "said"
        client = NotebookClient(
            notebook,
            timeout=CELL_TIMEOUT,
            # By default a late output is left out, and nothing said.
            iopub_timeout=CELL_TIMEOUT,
            raise_on_iopub_timeout=True,
            kernel_name="python3",
            record_timing=False,
            extra_arguments=["--log-level=ERROR"],
            resources={"metadata": {"path": str(folder or neutral)}},
            config=Config(KernelManager=own_address(Path(scratch))),
            on_cell_execute=lambda cell, cell_index: tried.append(cell),
        )
        try:
            # Started by execute(), a kernel that fails leaves an AssertionError for the end of the process.
            client.create_kernel_manager()
            with said.open("wb") as stderr:
                client.start_new_kernel(env=environment, stderr=stderr)
            client.start_new_kernel_client()
        except (RuntimeError, OSError, ZMQError) as error:
            raise MotamotError(_not_started(place(tried[0]), _error_in(said) or str(error))) from None
        try:
            client.execute()
        except CellExecutionError as error:
            raise MotamotError(f"{place(tried[-1])} raised {error.ename}: {error.evalue}") from None
        except CellTimeoutError:
            raise MotamotError(
                f"{place(tried[-1])} did not end, or its output did not come, within {CELL_TIMEOUT} s."
            ) from None
        except DeadKernelError:
            reason = _error_in(said)
            raise MotamotError(
                f"{place(tried[-1])} killed the kernel" + (f": {reason}" if reason else ".")
            ) from None
        except AssertionError:
            # What nbclient makes of a kernel that is silent before the first cell.
            raise MotamotError(
                _not_started(place(tried[0]), f"It did not answer within {CELL_TIMEOUT} s")
            ) from None


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


def _not_started(place: str, reason: str) -> str:
    return (
        f"{place} was not reached, for the kernel did not start: {reason}. "
        "If this computer has much to do, wait or close other programs, and run the command again."
    )


def _error_in(said: Path) -> str:
    """Return the last error a kernel wrote where no notebook shows it."""
    lines = _ERROR.findall(said.read_text(encoding="utf-8", errors="replace")) if said.exists() else []
    return lines[-1].strip() if lines else ""


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
