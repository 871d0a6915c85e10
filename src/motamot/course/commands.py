"""The maintainer's commands of ``motamot``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from motamot._paths import repository
from motamot.errors import MotamotError

Units = Annotated[
    list[str] | None, typer.Argument(help="Units to build, such as 01 or 01_cleaning; all if none.")
]
LintUnits = Annotated[
    list[str] | None, typer.Argument(help="Units to look at, such as 01 or 01_cleaning; all if none.")
]
Check = Annotated[bool, typer.Option("--check", help="Only compare sources and built files; write nothing.")]

Upgrade = Annotated[bool, typer.Option("--upgrade", help="Take the newest versions the bounds allow.")]


def build(units: Units = None, check: Check = False) -> None:
    """Build notebooks, exercises and solutions from lessons/."""
    from motamot.course import build as building

    root = _root()
    console = Console()
    chosen = units or []
    if check:
        problems = building.check_built(root, chosen)
        if problems:
            raise MotamotError("\n".join(problems))
        console.print(f"{len(building.targets(root, chosen))} built files are as their sources say.")
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("building", total=None)

        def show(name: str, done: int, total: int) -> None:
            bar.update(task, description=name, completed=done, total=total)

        built = building.build(root, chosen, show)
    for name in built:
        console.print(f"  {name}", highlight=False)
    console.print(f"{len(built)} files built." if built else "Nothing to build: no source changed.")


def lint(units: LintUnits = None) -> None:
    """Check lessons, exercises, guides and glossary: lengths, numbers, links, twins, terms, typography."""
    from motamot.course.lint import lint as looking

    found = looking(_root(), units or [])
    console = Console(soft_wrap=True)
    for line in found:
        console.print(line, markup=False, highlight=False)
    if found:
        raise typer.Exit(1)
    console.print("Nothing to mend.")


def lock(upgrade: Upgrade = False) -> None:
    """Pin all packages in requirements.lock and pyproject.toml, as uv resolves them."""
    from motamot.course.lock import write_lock

    count = write_lock(_root(), upgrade)
    Console().print(f"{count} packages are pinned in requirements.lock and pyproject.toml.")


def _root() -> Path:
    root = repository()
    if root is None:
        raise MotamotError(
            "This command works in a clone of the repository, where lessons/ and pyproject.toml are."
        )
    return root
