"""The page that people read first: what to click, and what to do if the computer asks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from pathlib import PurePosixPath

from motamot._language import message
from motamot.course.release.content import title_of

_PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>motamot</title>
<style>
body {{ font: 1.05rem/1.55 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem;
  color: #1a1a1a; background: #fff; }}
h1 {{ line-height: 1.2; }}
h2 {{ margin-top: 2rem; }}
code {{ background: #f0f0f0; padding: 0 .25em; }}
section + section {{ border-top: 2px solid #1a1a1a; margin-top: 3rem; }}
</style>
</head>
<body>
{sections}
</body>
</html>
"""


def readme(files: Mapping[str, bytes], languages: Sequence[str], pythons: Sequence[str]) -> bytes:
    """Write the page in both languages, that of the bundle first.

    Parameters
    ----------
    files : mapping of str to bytes
        What the learner's folder will hold.
    languages : list of str
        The editions in the bundle.
    pythons : list of str
        Versions of Python that were tried, oldest first.

    Returns
    -------
    bytes
        A page of HTML that needs no other file.
    """
    order = ("fr", "en") if languages[0] == "fr" else ("en", "fr")
    sections = []
    for language in order:
        edition = language if language in languages else languages[0]
        text = message(
            "release.readme",
            language,
            notebooks=_list_of(files, edition),
            example=_example(files),
            first=pythons[0],
            last=pythons[-1],
        )
        sections.append(f'<section lang="{language}">\n{text.strip()}\n</section>')
    return _PAGE.format(language=order[0], sections="\n".join(sections)).encode()


def _example(files: Mapping[str, bytes]) -> str:
    """Return the name of a notebook of the bundle, an exercise rather than the start page."""
    names = sorted((not name.startswith("exercises/"), name) for name in files if name.endswith(".ipynb"))
    return PurePosixPath(names[0][1]).stem


def _list_of(files: Mapping[str, bytes], language: str) -> str:
    """List the notebooks as they will lie in the learner's folder."""
    lines = []
    for top, shown in (("notebooks", "lessons"), ("exercises", "exercises")):
        for name in sorted(files):
            if name.startswith(f"{top}/{language}/"):
                place = name.replace(top, shown, 1)
                title = escape(title_of(files[name]))
                lines.append(
                    f'<li><code>{escape(place)}</code> <span lang="{language}">({title})</span></li>'
                )
    return "<ul>\n" + "\n".join(lines) + "\n</ul>"
