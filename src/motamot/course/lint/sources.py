"""Reading pages from a repository, with what their code cells showed when they were built."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from motamot._language import LANGUAGES
from motamot.course.build import targets
from motamot.course.editions import CHECK_SUFFIX, cell_ids, make_notebook
from motamot.course.glossary import NAME, SOURCE, Glossary, glossary_cells, read_glossary
from motamot.course.lint.figures import is_described
from motamot.course.lint.pages import Page, Shown
from motamot.course.matrix import GUIDES
from motamot.course.source import Cell, read_source

if TYPE_CHECKING:
    from nbformat import NotebookNode

_EDITION_SHOWN = {"lesson": "notebooks", "exercises": "solutions"}


def read_pages(root: Path, units: Sequence[str] = ()) -> list[Page]:
    """Read all sources of the chosen units.

    Parameters
    ----------
    root : pathlib.Path
        The repository.
    units : list of str
        Units by name or by the beginning of their name; empty for all.

    Returns
    -------
    list of Page
        Unit by unit: lesson, exercises, guides; the glossary last.
    """
    glossary = read_glossary(root / SOURCE) if (root / SOURCE).is_file() else {}
    files = _files(root)
    pages = []
    for unit in dict.fromkeys(target.unit for target in targets(root, units)):
        if unit == NAME:
            cells = glossary_cells(root / SOURCE)
            pages.append(Page(SOURCE.as_posix(), "glossary", unit, cells, glossary, files))
        else:
            pages += _unit_pages(root, unit, glossary, files)
    return pages


def _unit_pages(root: Path, unit: str, glossary: Glossary, files: frozenset[str]) -> list[Page]:
    pages = []
    folder = root / "lessons" / unit
    for kind in ("lesson", "exercises"):
        path = folder / f"{kind}.py"
        if path.is_file():
            cells = read_source(path)
            shown = {language: _shown(root, unit, kind, language, cells) for language in LANGUAGES}
            pages.append(Page(_name(path, root), kind, unit, cells, glossary, files, shown))
    guides = {language: folder / name for language, name in GUIDES.items() if (folder / name).is_file()}
    texts = {language: path.read_text(encoding="utf-8") for language, path in guides.items()}
    for language, path in guides.items():
        cell = Cell("markdown", texts[language], 0, language)
        twin = "".join(text for other, text in texts.items() if other != language)
        pages.append(Page(_name(path, root), "guide", unit, [cell], glossary, files, twin=twin))
    return pages


def _name(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()


def _files(root: Path) -> frozenset[str]:
    """List what links may lead to: whatever is built or lies in a few folders."""
    names = {target.name for target in targets(root)}
    for top in ("lessons", "data", "docs"):
        names |= {_name(path, root) for path in (root / top).rglob("*") if path.is_file()}
    names |= {_name(path, root) for path in root.glob("*.md")}
    return frozenset(names)


def _shown(root: Path, unit: str, kind: str, language: str, cells: list[Cell]) -> dict[int, Shown]:
    """Return what each code cell showed, as far as the built notebook still holds this very cell."""
    import nbformat

    edition = _EDITION_SHOWN[kind]
    path = root / edition / language / f"{unit}.ipynb"
    if not path.is_file():
        return {}
    expected = {node.id: node.source for node in make_notebook(cells, unit, edition, language).cells}
    built = {
        node.id: node
        for node in nbformat.read(path, as_version=4).cells
        if node.cell_type == "code" and expected.get(node.id) == node.source
    }
    found = {}
    for index, name in enumerate(cell_ids(cells, unit)):
        nodes = [built[one] for one in (name, name + CHECK_SUFFIX) if one in built]
        if cells[index].kind == "code" and nodes:
            found[index] = _told(nodes)
    return found


def _told(nodes: list[NotebookNode]) -> Shown:
    outputs = [output for node in nodes for output in node.outputs]
    texts = ["".join(output.get("text", "")) for output in outputs]
    texts += ["".join(output.get("data", {}).get("text/plain", "")) for output in outputs]
    undescribed = any(not is_described(output.get("data", {})) for output in outputs)
    return Shown("\n".join(texts), undescribed)
