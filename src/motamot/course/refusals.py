"""What the build refuses in a code cell, each with the line it stands on."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator

BEGIN, END = "### BEGIN SOLUTION", "### END SOLUTION"
PLACEHOLDER = re.compile(r"\s*(?:\w+ = )?\.\.\.\s*$")
_MAGIC = re.compile(r"\s*(?:[%!]|\w+ = [%!]|\?|.*\?$)")
_PIP = re.compile(r"\b(?:pip3?|conda|mamba|uv)\s+(?:install|add)\b")
_URL = re.compile(r"\b[a-z][a-z0-9+.-]*://|\bwww\.\w", re.IGNORECASE)
_SUFFIXES = "txt|csv|tsv|json|toml|md|py|ipynb|docx|xlsx|html?|pdf|png|svg"
_PATH = re.compile(
    rf"^(?:~|\.{{1,2}})?/\w|^[a-z]:[\\/]|/(?:home|Users|tmp)/|^(?:[\w .-]+[\\/])*[\w-]+\.(?:{_SUFFIXES})$",
    re.IGNORECASE,
)
_BARRED_IMPORTS = frozenset({"pip", "subprocess", "urllib", "requests", "socket"})

Problem = tuple[int, str]


def code_problems(code: str, tags: tuple[str, ...] = ()) -> list[Problem]:
    """Find what a code cell may not hold.

    Parameters
    ----------
    code : str
        The text of the cell.
    tags : tuple of str
        Its tags; a cell tagged ``raises-exception`` may be wrong Python on purpose.

    Returns
    -------
    list of (int, str)
        Line within the cell, from 1, and what is wrong with it.

    Examples
    --------
    >>> code_problems("turns.head();")
    [(1, 'a trailing ";" hides the output, which nbval takes for a failure: take it out')]
    """
    problems = [*_pip_problems(code), *_marker_problems(code)]
    try:
        tree = ast.parse(code)
    except SyntaxError as error:
        problems = problems or list(_magic_problems(code))
        if "raises-exception" not in tags and not problems:
            problems.append((error.lineno or 1, f"this is not Python: {error.msg}"))
        return problems
    problems += _token_problems(code)
    for node in ast.walk(tree):
        problems += _node_problems(node)
    return problems


def _pip_problems(code: str) -> Iterator[Problem]:
    for number, line in enumerate(code.splitlines(), start=1):
        if _PIP.search(line):
            yield number, "a pip cell: what a lesson needs stands in pyproject.toml"


def _magic_problems(code: str) -> Iterator[Problem]:
    for number, line in enumerate(code.splitlines(), start=1):
        if _MAGIC.match(line):
            yield number, "a magic or a shell command: code cells hold plain Python"


def _marker_problems(code: str) -> Iterator[Problem]:
    """Check that solution regions open, close and stand under a placeholder."""
    opened = 0
    lines = code.splitlines()
    for number, line in enumerate(lines, start=1):
        if line.strip() == BEGIN:
            if opened:
                yield number, f"a solution region inside the one of line {opened} of this cell"
            if number == 1 or not PLACEHOLDER.match(lines[number - 2]):
                yield number, "no placeholder directly above the solution: write `name = ...` there"
            opened = number
        elif line.strip() == END:
            if not opened:
                yield number, f"{END} without {BEGIN}"
            opened = 0
        elif "BEGIN SOLUTION" in line or "END SOLUTION" in line:
            yield number, f"write the marker as {BEGIN} or {END}, alone on its line"
    if opened:
        yield opened, f"{BEGIN} without {END}"


def _token_problems(code: str) -> Iterator[Problem]:
    """Look at tokens, not lines: sample texts in strings hold # and end in ; as they like."""
    last = ""
    for token in tokenize.generate_tokens(io.StringIO(code).readline):
        line = token.start[0]
        if (
            token.type == tokenize.COMMENT
            and token.string not in (BEGIN, END)
            and "SOLUTION" not in token.string
        ):
            yield line, "a comment in code would need translating: say it in the prose"
        if last == ";" and token.type in (tokenize.NEWLINE, tokenize.COMMENT):
            yield line, 'a trailing ";" hides the output, which nbval takes for a failure: take it out'
        last = token.string


def _node_problems(node: ast.AST) -> Iterator[Problem]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        if _URL.search(node.value):
            yield node.lineno, "a URL in code: lessons run without network"
        elif _PATH.search(node.value):
            yield (
                node.lineno,
                f"a path in code ({node.value}): the library finds its files, load_interview() for one",
            )
    elif isinstance(node, ast.Import | ast.ImportFrom):
        names = (
            [node.module or ""] if isinstance(node, ast.ImportFrom) else [name.name for name in node.names]
        )
        for name in names:
            if name.partition(".")[0] in _BARRED_IMPORTS:
                yield node.lineno, f"import {name}: lessons neither install nor fetch anything"
    elif isinstance(node, ast.Attribute) and node.attr == "download":
        yield node.lineno, "a download: lessons run without network"
