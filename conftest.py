"""What nbval needs: the kit's own text, kernels whose addresses nobody else takes, no notice about fonts."""

import os
import tempfile
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest


def pytest_collection_finish(session: pytest.Session) -> None:
    if any(item.path.suffix == ".ipynb" for item in session.items):
        # In a new home matplotlib lists the fonts once and says so, which nbval would take for an output.
        import matplotlib.font_manager  # noqa: F401

        _give_kernels_their_own_addresses(session.config)


def _give_kernels_their_own_addresses(config: pytest.Config) -> None:
    """Put kernels out of reach of the ports that the other process of these tests takes meanwhile."""
    import nbval.kernel
    from jupyter_client.manager import KernelManager

    from motamot.course.execute import own_address

    scratch = tempfile.TemporaryDirectory(prefix="motamot-", ignore_cleanup_errors=True)
    config.add_cleanup(scratch.cleanup)

    def manager(**options: Any) -> KernelManager:
        return KernelManager(**options, **own_address(Path(tempfile.mkdtemp(dir=scratch.name))))

    nbval.kernel.KernelManager = manager


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None]:
    if item.path.suffix != ".ipynb":
        return (yield)
    before = os.environ.get("MOTAMOT_TEXT")
    os.environ["MOTAMOT_TEXT"] = "kit"
    try:
        return (yield)
    finally:
        if before is None:
            del os.environ["MOTAMOT_TEXT"]
        else:
            os.environ["MOTAMOT_TEXT"] = before
