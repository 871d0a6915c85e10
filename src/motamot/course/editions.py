"""From the cells of a source to the notebooks of one edition, without running anything."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from motamot.course.glossary import resolve_links
from motamot.course.refusals import BEGIN, END, PLACEHOLDER
from motamot.course.source import Cell

if TYPE_CHECKING:
    from nbformat import NotebookNode

EDITIONS = ("notebooks", "exercises", "solutions")
CHECK_SUFFIX = "-check"
_CHECK = re.compile(r"check\(\s*[\"'](?P<question>[\w.]+)[\"']")
_METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"file_extension": ".py", "mimetype": "text/x-python", "name": "python"},
}


def make_notebook(
    cells: Sequence[Cell], unit: str, edition: str, language: str, points: Mapping[str, float] | None = None
) -> NotebookNode:
    """Make one notebook of a unit, without outputs.

    Parameters
    ----------
    cells : list of Cell
        What :func:`motamot.course.source.read_source` returns.
    unit : str
        Name of the unit's folder, for example ``"01_cleaning"``.
    edition : {"notebooks", "exercises", "solutions"}
        The folder the notebook goes to.
    language : {"en", "fr"}
        Which of the prose twins it holds.
    points : mapping of question to number, optional
        Points nbgrader gives; a question that is not named counts 1.

    Returns
    -------
    nbformat.NotebookNode
        A valid notebook whose bytes depend on nothing but these parameters.
    """
    import nbformat.v4 as v4

    nodes = []
    first_code = True
    for name, cell in zip(cell_ids(cells, unit), cells, strict=True):
        if cell.language not in (None, language) or ("solution" in cell.tags and edition == "exercises"):
            continue
        tags = [tag for tag in cell.tags if tag != "solution"]
        metadata = {"tags": tags} if tags else {}
        if cell.kind == "markdown":
            prose = set_questions_off(resolve_links(cell.text))
            nodes.append(v4.new_markdown_cell(prose, id=name, metadata=metadata))
            continue
        for number, code in enumerate(_parts(cell.text)):
            start = _opening(language, code) if first_code else ""
            node_id = f"{name}{CHECK_SUFFIX}" if number else name
            nodes.append(v4.new_code_cell(start + code, id=node_id, metadata=dict(metadata)))
            first_code = False
    notebook: NotebookNode = v4.new_notebook(cells=nodes, metadata=_METADATA)
    if edition == "exercises":
        _take_solutions_out(notebook)
        _add_grading(notebook, points or {})
    else:
        for node in notebook.cells:
            if node.cell_type == "code":
                node.source = _without_markers(node.source)
    return notebook


def cell_ids(cells: Sequence[Cell], unit: str) -> list[str]:
    """Name each cell by its unit and ordinal; twins share a name, so that it is the same in both languages.

    Examples
    --------
    >>> twins = [Cell("markdown", "One", 1, "en"), Cell("markdown", "Un", 4, "fr")]
    >>> cell_ids([*twins, Cell("code", "1", 7)], "00_start")
    ['00-start-001', '00-start-001', '00-start-002']
    """
    ordinals = accumulate(int(cell.language != "fr") for cell in cells)
    places = [f"{unit.replace('_', '-')}-{ordinal:03d}" for ordinal in ordinals]
    return [cell.name or place for cell, place in zip(cells, places, strict=True)]


def set_questions_off(text: str) -> str:
    r"""Leave room between the answers to one question of a quiz and the next question.

    Notebook pages give an answer that opens no margin of its own; an empty paragraph brings one.

    Examples
    --------
    >>> print(set_questions_off("<details>No</details>\n<details>Yes</details>\n\n**2. Why?**"))
    <details>No</details>
    <details>Yes</details>
    <p></p>
    <BLANKLINE>
    **2. Why?**
    """
    return text.replace("</details>\n\n", "</details>\n<p></p>\n\n")


def _opening(language: str, code: str) -> str:
    """Write the one generated piece of code, set off from what follows as ruff would have it."""
    blank = "\n\n" if re.match(r"(?:async )?def |class |@", code) else "\n"
    return f'import motamot\n\nmotamot.use_language("{language}")\n{blank}'


def _parts(code: str) -> list[str]:
    """Split ``check(...)`` off the end of an answer: nbgrader grades it in a locked cell of its own."""
    if not _CHECK.search(code):
        return [code]
    lines = code.split("\n")
    try:
        statements = ast.parse(code).body
    except SyntaxError:
        return [code]
    checks = [node for node in statements if _CHECK.match(ast.get_source_segment(code, node) or "")]
    if len(checks) == len(statements) or statements[-len(checks) :] != checks:
        return [code]
    first = checks[0].lineno - 1
    return ["\n".join(lines[:first]).strip("\n"), "\n".join(lines[first:])]


def _without_markers(code: str) -> str:
    """Keep the solution; drop its markers and the placeholders directly above it."""
    kept: list[str] = []
    for line in code.split("\n"):
        if line.strip() == BEGIN:
            while kept and PLACEHOLDER.match(kept[-1]):
                kept.pop()
        elif line.strip() != END:
            kept.append(line)
    return "\n".join(kept)


def _take_solutions_out(notebook: NotebookNode) -> None:
    from nbgrader.preprocessors import ClearSolutions

    clear = ClearSolutions(code_stub={"python": ""}, enforce_metadata=False)
    clear.preprocess(notebook, {})
    for node in notebook.cells:
        if node.cell_type == "code":
            # The empty stub leaves a line of blanks where the region stood.
            node.source = re.sub(r"\n[ \t]+(?=\n|$)", "", node.source).rstrip("\n")


def _add_grading(notebook: NotebookNode, points: Mapping[str, float]) -> None:
    """Mark the checks for nbgrader (metadata schema 3).

    Answers stay unmarked: nbgrader would replace what stands in them, placeholders included, by its
    own stub when it makes a release version.
    """
    from nbgrader.preprocessors import ComputeChecksums

    for node in notebook.cells:
        check = _CHECK.match(node.source) if node.cell_type == "code" else None
        if check:
            node.metadata["nbgrader"] = {
                "grade": True,
                "grade_id": check["question"].replace(".", "-"),
                "locked": True,
                "points": points.get(check["question"], 1),
                "schema_version": 3,
                "solution": False,
                "task": False,
            }
    ComputeChecksums().preprocess(notebook, {})
