"""The browser that the tests here drive; without one they are skipped, and say so."""

from collections.abc import Iterator

import pytest
from lab_driver import browser_on_this_machine, opened_browser
from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    executable = browser_on_this_machine()
    if executable is None:
        pytest.skip("no Chromium, Chrome or Edge on this machine")
    with opened_browser(executable) as browser:
        yield browser
