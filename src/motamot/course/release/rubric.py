"""The rubric: for each question its points, what is judged, typical wrong ways and hints."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

from motamot._language import current_language, message, use_language
from motamot._markup import with_code
from motamot.checks._library import load_questions
from motamot.checks._question import Question

_PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<style>
body {{ font: 0.95rem/1.45 system-ui, sans-serif; margin: 2rem; color: #1a1a1a; background: #fff; }}
table {{ border-collapse: collapse; }}
th, td {{ border: 1px solid #767676; padding: .35rem .5rem; text-align: left; vertical-align: top; }}
th {{ background: #eee; }}
ul, ol {{ margin: 0; padding-left: 1.1rem; }}
@page {{ size: A4 landscape; margin: 12mm; }}
@media print {{
  body {{ font-size: 8.5pt; margin: 0; }}
  th, td {{ padding: .2rem .3rem; }}
  li {{ overflow-wrap: anywhere; }}
  tr {{ break-inside: avoid; }}
}}
</style>
</head>
<body>
<h1>{title}</h1>
<p><strong>{warning}</strong></p>
{units}
</body>
</html>
"""


def rubric(root: Path, units: Sequence[str], language: str) -> bytes:
    """Write the rubric of units in one language.

    Parameters
    ----------
    root : pathlib.Path
        The repository.
    units : list of str
        Whole names of units; those without questions have no part in it.
    language : {"en", "fr"}
        Its language.

    Returns
    -------
    bytes
        A page of HTML that needs no other file.
    """
    before = current_language()
    use_language(language)
    try:
        files = [(unit, root / "lessons" / unit / "practice.py") for unit in units]
        parts = [_unit(unit, load_questions(file)) for unit, file in files if file.is_file()]
        page = _PAGE.format(
            language=language,
            title=escape(message("release.rubric")),
            warning=escape(message("release.warning")),
            units="\n".join(parts),
        )
    finally:
        use_language(before)
    return page.encode()


def _unit(unit: str, questions: Sequence[Question]) -> str:
    heads = "".join(
        f'<th scope="col">{escape(one)}</th>' for one in message("release.rubric_columns").split("|")
    )
    rows = "\n".join(_row(question) for question in questions)
    total = message(
        "release.rubric_total",
        points=sum(question.points for question in questions),
        core=sum(question.points for question in questions if question.core),
    )
    return f"<h2>{escape(unit)}</h2>\n<table>\n<tr>{heads}</tr>\n{rows}\n</table>\n<p>{escape(total)}</p>"


def _row(question: Question) -> str:
    basis = message("release.rubric_typed" if question.typed else "release.rubric_hidden")
    said = dict.fromkeys(str(miss.text) for miss in question.near_misses)
    misses = "".join(f"<li>{with_code(escape(text))}</li>" for text in said)
    hints = "".join(f"<li>{with_code(escape(str(hint)))}</li>" for hint in question.hints)
    cells = [
        str(question.points),
        message("release.yes" if question.core else "release.no"),
        escape(question.objective),
        escape(message(f"matrix.kind_{question.kind}")),
        escape(basis),
        f"<ul>{misses}</ul>" if misses else "",
        f"<ol>{hints}</ol>",
    ]
    name = f'<th scope="row"><code>{escape(question.name)}</code></th>'
    return f"<tr>{name}{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"
