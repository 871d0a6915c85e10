"""The maintainer's commands of ``motamot``."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from motamot._paths import repository
from motamot._terminal import is_terminal, say
from motamot.errors import MotamotError

Units = Annotated[
    list[str] | None, typer.Argument(help="Units to build, such as 01 or 01_cleaning; all if none.")
]
LintUnits = Annotated[
    list[str] | None, typer.Argument(help="Units to look at, such as 01 or 01_cleaning; all if none.")
]
Submissions = Annotated[
    Path, typer.Argument(help="Folder or zip: Moodle download, nbgrader submitted/, folders of learners.")
]
Out = Annotated[Path, typer.Option("--out", help="Folder for marks and reports; run again to go on.")]
Only = Annotated[str, typer.Option("--only", help="Grade this student only.")]
Regrade = Annotated[
    list[str] | None, typer.Option("--regrade", help="Grade this unit again; may be repeated; or all.")
]
Jobs = Annotated[
    int | None, typer.Option("--jobs", help="Notebooks graded at the same time; by default one a core.")
]
SeedFile = Annotated[Path | None, typer.Option("--seed-file", help="Your secret seed, outside any git tree.")]
Questions = Annotated[
    Path | None, typer.Option("--questions", help="Folder with units of your own (practice.py, judge.py).")
]
Groups = Annotated[Path | None, typer.Option("--groups", help="CSV with the columns student and group.")]
Variants = Annotated[str, typer.Option("--variants", help="What variants go by: group or student.")]
Sandbox = Annotated[bool, typer.Option("--require-sandbox", help="Refuse to grade without a sandbox.")]
Nbgrader = Annotated[Path | None, typer.Option("--nbgrader", help="Also fill this gradebook.db of nbgrader.")]
Lang = Annotated[str | None, typer.Option("--lang", help="en or fr; by default this computer's language.")]
Check = Annotated[bool, typer.Option("--check", help="Only compare sources and built files; write nothing.")]
ReleaseUnits = Annotated[list[str], typer.Argument(help="Units to hand out, such as 01 or 01_cleaning.")]
To = Annotated[Path, typer.Option("--to", help="A new folder, or a new file that ends in .zip.")]
Edition = Annotated[str | None, typer.Option("--lang", help="en or fr alone; by default both.")]
Lessons = Annotated[
    bool, typer.Option("--lessons/--no-lessons", help="Whether the lessons come with the exercises.")
]
Wheelhouse = Annotated[
    bool, typer.Option("--wheelhouse", help="Add all packages, for rooms without network.")
]
Platforms = Annotated[
    list[str] | None,
    typer.Option(
        "--platform", help="Packages for windows, macos-arm, macos-intel, linux, linux-arm; may be repeated."
    ),
]
Pythons = Annotated[
    list[str] | None, typer.Option("--python", help="Packages for Python 3.12, say; may be repeated.")
]
WithVariants = Annotated[bool, typer.Option("--variants", help="Another variant for each group.")]
GroupNames = Annotated[list[str] | None, typer.Option("--group", help="A group's name; may be repeated.")]
By = Annotated[str, typer.Option("--by", help="Who gets a variant: group or student.")]
NewSeed = Annotated[bool, typer.Option("--new-seed", help="Make the file of --seed-file, once.")]
Instructor = Annotated[
    bool, typer.Option("--instructor", help="Not for the class: solutions, guides, rubric, judge files.")
]
Upgrade = Annotated[bool, typer.Option("--upgrade", help="Take the newest versions the bounds allow.")]


def build(units: Units = None, check: Check = False) -> None:
    """Build notebooks, exercises and solutions from lessons/."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

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


def grade(
    submissions: Submissions,
    out: Out,
    only: Only = "",
    regrade: Regrade = None,
    jobs: Jobs = None,
    seed_file: SeedFile = None,
    questions: Questions = None,
    groups: Groups = None,
    variants: Variants = "",
    require_sandbox: Sandbox = False,
    nbgrader: Nbgrader = None,
    lang: Lang = None,
) -> None:
    """Grade a class: a mark and a reason for every question, a page for every learner."""
    from motamot._language import message, use_language
    from motamot.commands import chosen_language
    from motamot.course.grading.command import MOST_JOBS, Options, grade_submissions

    language = chosen_language(lang)
    use_language(language)
    options = Options(
        submissions,
        out,
        only,
        tuple(regrade or ()),
        min(MOST_JOBS, os.cpu_count() or 1) if jobs is None else jobs,
        seed_file,
        questions,
        groups,
        variants,
        require_sandbox,
        nbgrader,
        language,
    )
    try:
        grade_submissions(options, say, _time_left)
    except KeyboardInterrupt:
        say(message("grade.said_stopped"))
        raise typer.Exit(130) from None


@contextmanager
def _time_left(total: int) -> Iterator[Callable[[int], None]]:
    """Show how far the grading is and how much time is left."""
    if not is_terminal(error=True):
        # In a file of messages a bar would leave blank lines.
        yield lambda files: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from motamot._language import message

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(message("grade.said_progress"), total=total)
        yield lambda files: bar.advance(task, files)


def lint(units: LintUnits = None) -> None:
    """Check lessons, exercises, guides and glossary: lengths, numbers, links, twins, terms, typography."""
    from motamot.course.lint import lint as looking

    found = looking(_root(), units or [])
    for line in found:
        # Whole, for those who click on the place.
        typer.echo(line)
    if found:
        raise typer.Exit(1)
    say("Nothing to mend.")


def lock(upgrade: Upgrade = False) -> None:
    """Pin all packages in requirements.lock and pyproject.toml, as uv resolves them."""
    from motamot.course.lock import write_lock

    count = write_lock(_root(), upgrade)
    say(f"{count} packages are pinned in requirements.lock and pyproject.toml.")


def release(
    units: ReleaseUnits,
    to: To,
    lang: Edition = None,
    lessons: Lessons = True,
    wheelhouse: Wheelhouse = False,
    platform: Platforms = None,
    python: Pythons = None,
    variants: WithVariants = False,
    groups: Groups = None,
    group: GroupNames = None,
    by: By = "group",
    seed_file: SeedFile = None,
    new_seed: NewSeed = False,
    instructor: Instructor = False,
) -> None:
    """Make what a class gets: exercises, lessons, data and a starter for every system."""
    from motamot._language import use_language
    from motamot.commands import chosen_language
    from motamot.course.release.command import Options
    from motamot.course.release.command import release as releasing
    from motamot.course.release.roster import Roster

    use_language(chosen_language(lang))
    options = Options(
        tuple(units),
        to,
        lang or "",
        lessons,
        wheelhouse,
        tuple(platform or ()),
        tuple(python or ()),
        variants,
        Roster(groups, tuple(group or ()), by, seed_file, new_seed),
        instructor,
    )
    releasing(_root(), options, say)


def _root() -> Path:
    root = repository()
    if root is None:
        raise MotamotError(
            "This command works in a clone of the repository, where lessons/ and pyproject.toml are."
        )
    return root
