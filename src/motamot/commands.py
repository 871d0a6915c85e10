"""The learner's commands, as typer reads them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from motamot._language import LANGUAGES, message, use_language
from motamot.errors import MotamotError


def lab(
    folder: Annotated[Path | None, typer.Argument(help="Your folder; made if it does not exist.")] = None,
    lang: Annotated[str | None, typer.Option(help="en or fr; by default this computer's language.")] = None,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open a browser window.")] = True,
    fresh: Annotated[
        str | None, typer.Option(help="Put a fresh copy of a notebook; the old one is kept.")
    ] = None,
    port: Annotated[int | None, typer.Option(help="A port of your choice; by default a free one.")] = None,
) -> None:
    """Open JupyterLab on the first lesson, in your own folder."""
    from motamot.lab import choose_port, language_of_locale, start_lab
    from motamot.workspace import DEFAULT_FOLDER, find_folder, prepare_folder, refresh

    language = lang or language_of_locale()
    if language not in LANGUAGES:
        raise MotamotError(message("lab.language", language=language))
    use_language(language)
    chosen_port = choose_port(port)
    here = folder or find_folder(Path.cwd()) or Path(DEFAULT_FOLDER)
    report = prepare_folder(here)
    typer.echo(message("lab.folder", folder=here.resolve()))
    for name in ("added", "updated"):
        if files := getattr(report, name):
            typer.echo(message(f"lab.{name}", n=len(files)))
    if report.beside:
        typer.echo(message("lab.beside", names=", ".join(report.beside)))
    if fresh:
        for name, kept in refresh(here, fresh):
            typer.echo(message("lab.refreshed", name=name, kept=kept))
    raise typer.Exit(start_lab(here, language, chosen_port, browser))
