"""What nbval needs: the kit's own text in every kernel, and no notice about fonts."""

import os
from collections.abc import Generator

import pytest


def pytest_collection_finish(session: pytest.Session) -> None:
    if any(item.path.suffix == ".ipynb" for item in session.items):
        # In a new home matplotlib lists the fonts once and says so, which nbval would take for an output.
        import matplotlib.font_manager  # noqa: F401


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
