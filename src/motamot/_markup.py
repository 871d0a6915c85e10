"""The little markup that messages hold, for those who read them as HTML."""

from __future__ import annotations

import re


def with_code(text: str) -> str:
    """Set what stands between backticks as code.

    Examples
    --------
    >>> with_code("Look at `words(text)`.")
    'Look at <code>words(text)</code>.'
    """
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", text)
