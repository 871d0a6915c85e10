"""Markdown pages as HTML: whoever teaches opens and prints them with a double click."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from html import escape
from pathlib import PurePosixPath

from markdown_it import MarkdownIt
from markdown_it.token import Token

from motamot.course.release.archive import Files

_PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>
body {{ font: 1rem/1.5 system-ui, sans-serif; max-width: 56rem; margin: 2rem auto; padding: 0 1rem;
  color: #1a1a1a; background: #fff; }}
h1, h2 {{ line-height: 1.2; }}
h2 {{ margin-top: 2rem; }}
table {{ border-collapse: collapse; margin: 1rem 0; }}
th, td {{ border: 1px solid #767676; padding: .3rem .5rem; text-align: left; vertical-align: top; }}
th {{ background: #eee; }}
code {{ background: #f0f0f0; padding: 0 .2em; }}
pre {{ background: #f0f0f0; padding: .6rem; white-space: pre-wrap; }}
pre code {{ padding: 0; }}
@media print {{
  body {{ max-width: none; margin: 0; font-size: 11pt; }}
  tr {{ break-inside: avoid; }}
  h2, h3 {{ break-after: avoid; }}
  /* A line between two sheets is where the next begins. */
  hr {{ break-after: page; border: 0; }}
}}
</style>
</head>
<body>
{body}
</body>
</html>
"""
# A French page has its language in its name, or links to its twin.
_FRENCH = re.compile(r"_fr\.md\n|\[In English\]\(")


def html_pages(sources: Mapping[str, str]) -> Files:
    r"""Write pages of Markdown as HTML, their links among each other kept and all others left as plain words.

    Parameters
    ----------
    sources : mapping of str to str
        Markdown by the page's name, with slashes, such as ``"docs/grading.md"``.

    Returns
    -------
    dict of str to bytes
        Pages that need no other file, by the same names ending in ``.html``.

    Examples
    --------
    >>> page = html_pages({"a/b.md": "# Plan\n\n[c](../c.md), [d](d.md)", "c.md": "# C"})["a/b.html"]
    >>> '<p><a href="../c.html">c</a>, d</p>' in page.decode()
    True
    """
    return {_html_name(name): _page(name, text, sources).encode() for name, text in sources.items()}


def _page(name: str, text: str, sources: Mapping[str, str]) -> str:
    markdown = MarkdownIt("commonmark").enable("table")
    tokens = markdown.parse(text)
    for token in tokens:
        if token.children:
            token.children = _with_links_inside(token.children, name, sources)
    titles = (line.removeprefix("# ") for line in text.splitlines() if line.startswith("# "))
    return _PAGE.format(
        language="fr" if _FRENCH.search(f"{name}\n{text}") else "en",
        title=escape(next(titles, name)),
        body=markdown.renderer.render(tokens, markdown.options, {}),
    )


def _with_links_inside(tokens: list[Token], name: str, sources: Mapping[str, str]) -> list[Token]:
    """Return a line's tokens with links that lead to the pages, and without those that would lead nowhere."""
    kept: list[Token] = []
    open_links: list[bool] = []
    for token in tokens:
        if token.type == "link_open":
            target = posixpath.normpath(
                PurePosixPath(name).parent / str(token.attrs["href"]).partition("#")[0]
            )
            open_links.append(target in sources)
            token.attrs["href"] = _html_name(posixpath.relpath(target, PurePosixPath(name).parent))
        if token.type not in ("link_open", "link_close") or open_links[-1]:
            kept.append(token)
        if token.type == "link_close":
            open_links.pop()
    return kept


def _html_name(name: str) -> str:
    return f"{name.removesuffix('.md')}.html"
