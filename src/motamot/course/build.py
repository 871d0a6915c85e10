"""Building all notebooks from ``lessons/``, and checking that nothing else wrote them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from motamot._language import LANGUAGES
from motamot.course import glossary
from motamot.course.editions import CHECK_SUFFIX, EDITIONS, cell_ids, make_notebook
from motamot.course.manifest import Manifest, engine_hash, hash_files, read_manifest, write_manifest
from motamot.course.matrix import check_matrices, write_matrices
from motamot.course.questions import points_of, require_questions
from motamot.course.source import Cell, read_source
from motamot.errors import MotamotError

if TYPE_CHECKING:
    from nbformat import NotebookNode

_SOURCE_OF = {"notebooks": "lesson.py", "exercises": "exercises.py", "solutions": "exercises.py"}


@dataclass(frozen=True)
class Target:
    """One file to build: ``edition/language/unit.ipynb`` from a source in ``lessons/unit/``."""

    unit: str
    edition: str
    language: str

    @property
    def name(self) -> str:
        """Path in the repository, with slashes."""
        return f"{self.edition}/{self.language}/{self.unit}.ipynb"

    @property
    def source(self) -> Path:
        """Path of the source in the repository."""
        if self.unit == glossary.NAME:
            return glossary.SOURCE
        return Path("lessons", self.unit, _SOURCE_OF[self.edition])


def targets(root: Path, units: Sequence[str] = ()) -> list[Target]:
    """List what is built from ``lessons/``.

    Parameters
    ----------
    root : pathlib.Path
        The repository.
    units : list of str
        Units by name or by the beginning of their name (``"01"``); empty for all.

    Returns
    -------
    list of Target
        By unit, edition, language.

    Raises
    ------
    MotamotError
        For a unit that is not there.
    """
    files = root.glob("lessons/*/*.py")
    known = sorted({path.parent.name for path in files if path.name in _SOURCE_OF.values()})
    known += [glossary.NAME] if (root / glossary.SOURCE).is_file() else []
    for unit in units:
        if not any(name.startswith(unit) for name in known):
            there = ", ".join(known) or "none"
            raise MotamotError(f"There is no unit {unit} in lessons/; there are: {there}.")
    chosen = [name for name in known if not units or name.startswith(tuple(units))]
    every = [
        Target(unit, edition, language)
        for unit in chosen
        for edition in (EDITIONS if unit != glossary.NAME else ("notebooks",))
        for language in LANGUAGES
    ]
    return [target for target in every if (root / target.source).is_file()]


def build(
    root: Path, units: Sequence[str] = (), progress: Callable[[str, int, int], None] | None = None
) -> list[str]:
    """Build what changed since it was last built, or was touched by hand.

    Parameters
    ----------
    root : pathlib.Path
        The repository.
    units : list of str
        Units to build; empty for all, and then built files without a source are removed.
    progress : callable, optional
        Called with the name of a file just built, how many are done, how many there are to do.

    Returns
    -------
    list of str
        Paths of the files built or removed.

    Raises
    ------
    MotamotError
        One line for each problem in the sources, or in what a notebook did; the files it stands for
        are left as they were.
    """
    manifest = read_manifest(root)
    engine = engine_hash(root)
    stale = stale_targets(root, units)
    built: list[str] = []
    problems: list[str] = []
    sources = _read_sources(root, stale, problems)
    ready = [target for target in stale if target.source in sources]
    if any(target.edition != "exercises" for target in ready):
        _warm_fonts()
    with ThreadPoolExecutor(max_workers=min(4, os.cpu_count() or 1)) as pool:
        jobs = {pool.submit(_make, root, target, sources[target.source]): target for target in ready}
        for job in as_completed(jobs):
            target = jobs[job]
            try:
                _write(root, target, job.result(), manifest, engine)
                built.append(target.name)
            except MotamotError as error:
                problems.append(str(error))
            if progress:
                progress(target.name, len(built), len(ready))
    if not units:
        built += _remove_orphans(root, manifest)
    if built:
        write_manifest(root, manifest)
    built += write_matrices(root, units)
    if problems:
        raise MotamotError("\n".join(sorted(problems)))
    return sorted(built)


def stale_targets(root: Path, units: Sequence[str] = ()) -> list[Target]:
    """List the files whose source, library, data or own bytes are not those of the last build."""
    manifest = read_manifest(root)
    engine = engine_hash(root)
    return [target for target in targets(root, units) if not _is_fresh(root, target, manifest, engine)]


def check_built(root: Path, units: Sequence[str] = ()) -> list[str]:
    """Compare sources and built files without a kernel.

    Parameters
    ----------
    root : pathlib.Path
        The repository.
    units : list of str
        Units to look at; empty for all.

    Returns
    -------
    list of str
        One sentence for each difference; empty if all is as built.
    """
    problems = check_notebooks(root, units) + check_matrices(root, units)
    orphans = [] if units else _orphans(root)
    return problems + [f"{name}: no source in lessons/ builds this file: remove it" for name in orphans]


def check_notebooks(root: Path, units: Sequence[str] = ()) -> list[str]:
    """Compare sources and built notebooks, and not the guides; see :func:`check_built`."""
    manifest, chosen = read_manifest(root), targets(root, units)
    problems: list[str] = []
    sources = _read_sources(root, chosen, problems)
    for target in chosen:
        if target.source in sources:
            problems += _differences(root, target, sources[target.source], manifest)
    return problems


def _differences(root: Path, target: Target, cells: list[Cell], manifest: Manifest) -> Iterator[str]:
    import nbformat

    path = root / target.name
    source = target.source.as_posix()
    if not path.is_file():
        yield f"{target.name}: missing; {source} was not built"
        return
    entry = manifest.get(target.name, {})
    if entry.get("content") != hash_files([path], root):
        yield f"{target.name}: touched by hand; change {source} instead and build"
    if entry.get("source") != _source_hash(root, target):
        yield f"{source}: changed after {target.name} was built"
        return
    try:
        notebook = nbformat.read(path, as_version=4)
        nbformat.validate(notebook)
    except Exception as error:  # nbformat raises a different class for each way to be broken
        yield f"{target.name}: not a valid notebook ({str(error).splitlines()[0]})"
        return
    if _structure(notebook) != _structure(_skeleton(root, target, cells)):
        yield f"{target.name}: its cells are not those of {source}"
    if target.edition != "exercises":
        for cell in notebook.cells:
            if cell.cell_type == "code" and cell.execution_count is None:
                yield f"{target.name}: cell {cell.id} was not executed, and nbval would pass it"


def _structure(notebook: NotebookNode) -> object:
    return notebook.metadata, [(c.id, c.cell_type, c.source, c.metadata) for c in notebook.cells]


def _is_fresh(root: Path, target: Target, manifest: Manifest, engine: str) -> bool:
    path = root / target.name
    entry = manifest.get(target.name, {})
    return (
        path.is_file()
        and entry.get("engine") == engine
        and entry.get("source") == _source_hash(root, target)
        and entry.get("content") == hash_files([path], root)
    )


def _source_hash(root: Path, target: Target) -> str:
    practice = root / target.source.with_name("practice.py")
    return hash_files([path for path in (root / target.source, practice) if path.is_file()], root)


def _read_sources(root: Path, chosen: Sequence[Target], problems: list[str]) -> dict[Path, list[Cell]]:
    """Read each source once; a source with problems is left out and its problems are added."""
    sources = {}
    for source in sorted({target.source for target in chosen}):
        try:
            reader = glossary.glossary_cells if source == glossary.SOURCE else read_source
            cells = reader(root / source)
            points = points_of(root / source.with_name("practice.py"))
            if points is not None:
                require_questions(cells, points, source.as_posix())
            sources[source] = cells
        except MotamotError as error:
            problems.append(str(error))
    return sources


def _skeleton(root: Path, target: Target, cells: list[Cell]) -> NotebookNode:
    practice = root / target.source.with_name("practice.py")
    points = points_of(practice) if target.edition == "exercises" else None
    return make_notebook(cells, target.unit, target.edition, target.language, points)


def _make(root: Path, target: Target, cells: list[Cell]) -> NotebookNode:
    from motamot.course.execute import describe, execute, settle_outputs

    notebook = _skeleton(root, target, cells)
    if target.edition != "exercises":
        lines = {name: cell.line for name, cell in zip(cell_ids(cells, target.unit), cells, strict=True)}

        def place(node: NotebookNode) -> str:
            line = lines[node.id.removesuffix(CHECK_SUFFIX)]
            return f"{target.source.as_posix()}:{line}: in {target.name}, {describe(node)}"

        execute(notebook, place)
        settle_outputs(notebook, place)
        # nbclient wrote down the interpreter's version.
        notebook.metadata = _skeleton(root, target, cells).metadata
    return notebook


def _write(root: Path, target: Target, notebook: NotebookNode, manifest: Manifest, engine: str) -> None:
    import nbformat

    nbformat.validate(notebook)
    path = root / target.name
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".part")
    unfinished.write_text(nbformat.writes(notebook) + "\n", encoding="utf-8", newline="\n")
    unfinished.replace(path)
    manifest[target.name] = {
        "source": _source_hash(root, target),
        "engine": engine,
        "content": hash_files([path], root),
    }


def _orphans(root: Path) -> list[str]:
    expected = {target.name for target in targets(root)}
    files = [path for edition in EDITIONS for path in (root / edition).glob("*/*.ipynb")]
    return sorted(name for path in files if (name := path.relative_to(root).as_posix()) not in expected)


def _remove_orphans(root: Path, manifest: Manifest) -> list[str]:
    """Remove files the build wrote whose source is gone; --check names those it never wrote."""
    gone = [name for name in _orphans(root) if name in manifest]
    for name in gone:
        (root / name).unlink()
    for name in set(manifest) - {target.name for target in targets(root)}:
        del manifest[name]
    return gone


def _warm_fonts() -> None:
    """Let matplotlib list the fonts once: in a new home it prints a notice, which belongs to no cell."""
    import matplotlib.font_manager  # noqa: F401
