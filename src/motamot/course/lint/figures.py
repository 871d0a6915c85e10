"""Alt text: what figures and images say to those who cannot see them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from motamot.course.lint.markup import CODE, IMAGE
from motamot.course.lint.pages import Finding, Page

_TAG = re.compile(r"<img\b[^>]*>", re.IGNORECASE)
_ALT = re.compile(r"\balt=([\"'])\s*\S.*?\1", re.IGNORECASE | re.DOTALL)


def images(page: Page) -> Iterator[Finding]:
    """Find images in prose without alt text."""
    for cell in page.cells:
        if cell.kind != "markdown":
            continue
        text = CODE.sub(lambda code: " " * len(code.group()), cell.text)
        for image in IMAGE.finditer(text):
            if not image["alt"].strip():
                yield (
                    page.place(cell, text, image.start()),
                    "an image without alt text: ![what it shows](file)",
                )
        for tag in _TAG.finditer(text):
            if not _ALT.search(tag.group()):
                yield page.place(cell, text, tag.start()), 'an <img> without alt="what it shows"'


def drawn_figures(page: Page) -> Iterator[Finding]:
    """Find code cells that showed a figure without alt text."""
    lines = {
        page.cells[n].line for shown in page.shown.values() for n, one in shown.items() if one.undescribed
    }
    for line in sorted(lines):
        yield line, "this figure has no alt text: draw it with a plot of the kit"


def is_described(data: dict[str, str]) -> bool:
    """Tell whether an output with a picture also carries alt text.

    Examples
    --------
    >>> is_described({"image/png": "…", "text/html": '<img alt="Bars" src="…">'})
    True
    >>> is_described({"image/png": "…"})
    False
    """
    if not any(kind.startswith("image/") for kind in data):
        return True
    tags = _TAG.findall("".join(data.get("text/html", "")))
    return bool(tags) and all(_ALT.search(tag) for tag in tags)
