"""What all tests share: one browser for a file of tests; no figure and no language stays; drawn examples take their time.

It also puts this folder where every test finds `lab_driver`.
"""

import sys
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings
from lab_driver import browser_on_this_machine, opened_browser
from playwright.sync_api import Browser

from motamot import use_language

# How long an example takes tells of a busy machine, not of the code.
settings.register_profile("kit", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("kit")


@pytest.fixture(autouse=True)
def closed_figures() -> Iterator[None]:
    """Close what a test has drawn; tests that draw nothing need not load matplotlib for it."""
    yield
    pyplot = sys.modules.get("matplotlib.pyplot")
    if pyplot is not None:
        pyplot.close("all")


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Begin each test in English, and leave it so to the examples in src/ that the same process runs."""
    use_language("en")
    yield
    use_language("en")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The browser that a test drives; without one the test is skipped, and says so."""
    executable = browser_on_this_machine()
    if executable is None:
        pytest.skip("no Chromium, Chrome or Edge on this machine")
    with opened_browser(executable) as browser:
        yield browser
