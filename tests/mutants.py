"""Mutants of solutions: one small change each, of the kind that learners make."""

from __future__ import annotations

import ast
import copy
import re
from collections.abc import Callable, Iterator

from motamot.checks import Question

Change = tuple[ast.AST, ast.AST]

_COMPARE = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
}
_TURNED = {
    ast.Gt: ast.Lt,
    ast.Lt: ast.Gt,
    ast.GtE: ast.LtE,
    ast.LtE: ast.GtE,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_ARITHMETIC = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd
}  # fmt: skip
_NAMES = {
    "max": "min", "min": "max", "head": "tail", "any": "all", "all": "any", "sum": "max", "first": "second",
    "answers": "turns", "len": "sum", "mean": "sum",
}  # fmt: skip
_ROLES = ("answer", "question", "caption", "headline")
_COLUMNS = {
    "count": "per_1000",
    "per_1000": "count",
    "turn": "paragraph",
    "title": "company",
    "precision": "recall",
}


def other_answers(question: Question, answer: object) -> Iterator[tuple[str, object]]:
    """Yield wrong answers to a question whose answer is reasoned and typed, with a description each."""
    if question.kind == "choice":
        yield from ((choice, choice) for choice in question.choices if choice != str(answer).lower())
    elif question.kind == "bool":
        yield "the contrary", not answer
    elif question.kind == "words" and isinstance(answer, list):
        yield "one left out", answer[1:]
        for i in range(1, len(answer)):
            yield f"{i} and {i + 1} exchanged", [*answer[: i - 1], answer[i], answer[i - 1], *answer[i + 1 :]]
    elif question.kind == "evidence":
        text = str(answer)
        line = max(re.findall("«([^«]*)»", text), key=len).split()
        own = text.replace(" ".join(line), "…")
        yield (
            "another count",
            re.sub(r"\d+", lambda found: str(int(found[0]) + 1), own, count=1).replace("…", " ".join(line)),
        )
        yield "no count", re.sub(r"\d+", "", text)
        yield "no line", own
        yield "no quotation marks", text.replace("«", "").replace("»", "")
        yield "a word left out of the line", own.replace("…", " ".join(line[:2] + line[3:]))
        yield "a line in another order", own.replace("…", " ".join(reversed(line)))
        yield "the line alone", f"« {' '.join(line)} »"
        yield "the line from elsewhere", own.replace("…", "Rien de tout cela ne figure ici")


def mutants(tree: ast.Module, lines: set[int]) -> Iterator[tuple[str, ast.Module]]:
    """Yield each mutant of a cell with a description, changing only the given lines.

    Examples
    --------
    >>> [text for text, _ in mutants(ast.parse("n = max(x) + 1"), {1})][:4]
    ['n = max(x) + 1 -> pass', 'max(x) + 1 -> max(x) - 1', 'max(x) + 1 -> max(x)', 'max(x) + 1 -> 1']
    """
    seen = set()
    for node in ast.walk(tree):
        if getattr(node, "lineno", 0) not in lines and not _holds(node, lines):
            continue
        for old, new in _changes(node):
            text = f"{_written(old)} -> {_written(new)}"
            mutant = _replaced(tree, old, new)
            key = ast.dump(mutant)
            if key not in seen:
                seen.add(key)
                yield _numbered(text, seen), mutant


def _holds(node: ast.AST, lines: set[int]) -> bool:
    """Tell whether a node without a line of its own, such as a filter of a comprehension, is in the region."""
    return isinstance(node, ast.comprehension) and node.target.lineno in lines


def _numbered(text: str, seen: set[str]) -> str:
    """Tell two changes of the same words apart: the second one is called so."""
    number, name = 1, text
    while f"name:{name}" in seen:
        number += 1
        name = f"{text} ({number})"
    seen.add(f"name:{name}")
    return name


def _written(node: ast.AST) -> str:
    if isinstance(node, ast.comprehension):
        return f"for {ast.unparse(node.target)} in {ast.unparse(node.iter)}" + "".join(
            f" if {ast.unparse(one)}" for one in node.ifs
        )
    return " ".join(ast.unparse(node).split()) or "nothing"


def _replaced(tree: ast.Module, old: ast.AST, new: ast.AST) -> ast.Module:
    """Return a copy of the tree in which one node is another."""

    class Replace(ast.NodeTransformer):
        def visit(self, node: ast.AST) -> ast.AST:
            return new if node is old else super().generic_visit(_shallow(node))

    return ast.fix_missing_locations(Replace().visit(tree))


def _shallow(node: ast.AST) -> ast.AST:
    clone = copy.copy(node)
    for name, value in ast.iter_fields(node):
        if isinstance(value, list):
            setattr(clone, name, list(value))
    return clone


def _changes(node: ast.AST) -> Iterator[Change]:
    for change in _CHANGES.get(type(node), ()):
        for new in change(node):
            yield node, new


def _with(node: ast.AST, **fields: object) -> ast.AST:
    clone = copy.copy(node)
    for name, value in fields.items():
        setattr(clone, name, value)
    return clone


def _compare(node: ast.Compare) -> Iterator[ast.AST]:
    for table in (_COMPARE, _TURNED):
        for i, sign in enumerate(node.ops):
            if type(sign) in table:
                yield _with(node, ops=[*node.ops[:i], table[type(sign)](), *node.ops[i + 1 :]])


def _both(node: ast.BoolOp) -> Iterator[ast.AST]:
    yield _with(node, op=ast.Or() if isinstance(node.op, ast.And) else ast.And())
    yield from node.values


def _arithmetic(node: ast.BinOp) -> Iterator[ast.AST]:
    if type(node.op) in _ARITHMETIC:
        yield _with(node, op=_ARITHMETIC[type(node.op)]())
    yield node.left
    yield node.right


def _negation(node: ast.UnaryOp) -> Iterator[ast.AST]:
    yield node.operand


def _constant(node: ast.Constant) -> Iterator[ast.AST]:
    if isinstance(node.value, bool):
        yield ast.Constant(not node.value)
    elif isinstance(node.value, int | float):
        yield ast.Constant(node.value + 1)
        yield ast.Constant(node.value - 1)
        yield ast.Constant(node.value * 10 or 10)
    elif isinstance(node.value, str):
        yield from map(ast.Constant, _other_texts(node.value))


def _other_texts(text: str) -> Iterator[str]:
    if text in _ROLES:
        yield from (role for role in _ROLES if role != text)
    if text in _COLUMNS:
        yield _COLUMNS[text]
    if "*" in text and "\\" not in text:
        yield text.replace("*", "")
    if "|" in text and re.search(r"[\\[(]", text):
        yield from _fewer_alternatives(text)
    if "\\b" in text:
        yield text.replace("\\b", "", 1)
        yield text.replace("\\b", "")
    if text.isspace():
        yield ""
        yield " x "
    else:
        yield text + "x"


def _fewer_alternatives(pattern: str) -> Iterator[str]:
    """Drop each part between bars outside brackets, and each sign of a set."""
    parts, depth = [""], 0
    for sign in pattern:
        depth += (sign in "([") - (sign in ")]")
        if sign == "|" and depth == 0:
            parts.append("")
        else:
            parts[-1] += sign
    if len(parts) > 1:
        yield from ("|".join(parts[:i] + parts[i + 1 :]) for i in range(len(parts)))
        yield "|".join(reversed(parts))
    for found in re.finditer(r"\[(\w+)\]", pattern):
        for i in range(found.start(1), found.end(1)):
            yield pattern[:i] + pattern[i + 1 :]


def _formatted(node: ast.JoinedStr) -> Iterator[ast.AST]:
    for i in range(len(node.values)):
        yield _with(node, values=node.values[:i] + node.values[i + 1 :])


def _call(node: ast.Call) -> Iterator[ast.AST]:
    """Drop the call, swap or drop arguments, drop what is named."""
    if isinstance(node.func, ast.Attribute):
        yield node.func.value
    elif len(node.args) == 1:
        yield node.args[0]
    for i in range(len(node.keywords)):
        yield _with(node, keywords=node.keywords[:i] + node.keywords[i + 1 :])
    if len(node.args) > 1:
        yield _with(node, args=[node.args[1], node.args[0], *node.args[2:]])
        yield _with(node, args=node.args[:-1])


def _name(node: ast.Name) -> Iterator[ast.AST]:
    if isinstance(node.ctx, ast.Load) and node.id in _NAMES:
        yield ast.Name(_NAMES[node.id], ast.Load())


def _attribute(node: ast.Attribute) -> Iterator[ast.AST]:
    if node.attr in _NAMES:
        yield _with(node, attr=_NAMES[node.attr])


def _choice(node: ast.IfExp) -> Iterator[ast.AST]:
    yield node.body
    yield node.orelse
    yield _with(node, body=node.orelse, orelse=node.body)


def _subscript(node: ast.Subscript) -> Iterator[ast.AST]:
    if isinstance(node.ctx, ast.Load):
        yield node.value


def _filter(node: ast.comprehension) -> Iterator[ast.AST]:
    for i in range(len(node.ifs)):
        yield _with(node, ifs=node.ifs[:i] + node.ifs[i + 1 :])
        opposite = ast.UnaryOp(ast.Not(), node.ifs[i])
        yield _with(node, ifs=[*node.ifs[:i], opposite, *node.ifs[i + 1 :]])


def _statement(node: ast.stmt) -> Iterator[ast.AST]:
    yield ast.Pass()


_CHANGES: dict[type, tuple[Callable[..., Iterator[ast.AST]], ...]] = {
    ast.Compare: (_compare,),
    ast.BoolOp: (_both,),
    ast.BinOp: (_arithmetic,),
    ast.UnaryOp: (_negation,),
    ast.Constant: (_constant,),
    ast.JoinedStr: (_formatted,),
    ast.Call: (_call,),
    ast.Name: (_name,),
    ast.Attribute: (_attribute,),
    ast.IfExp: (_choice,),
    ast.Subscript: (_subscript,),
    ast.comprehension: (_filter,),
    ast.Assign: (_statement,),
    ast.AugAssign: (_statement,),
    ast.Expr: (_statement,),
    ast.Return: (_statement,),
}
