"""The learner's commands, as typer reads them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from motamot._language import LANGUAGES, message, use_language
from motamot._terminal import say
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
    from motamot.lab import check_port, start_lab
    from motamot.workspace import prepare_folder, refresh

    language = _chosen_language(lang)
    use_language(language)
    if port is not None:
        check_port(port)
    here = _folder_meant(folder)
    report = prepare_folder(here)
    say(message("lab.folder", folder=here.resolve()))
    for name in ("added", "updated"):
        if files := getattr(report, name):
            say(message(f"lab.{name}", n=len(files)))
    if report.beside:
        say(message("lab.beside", names=", ".join(report.beside)))
    for name, kept in refresh(here, fresh, language) if fresh else ():
        key = "lab.refreshed" if kept else "lab.already_fresh"
        say(message(key, name=name, kept=kept))
    start_lab(here, language, port, browser)
    say(message("lab.closed", folder=here.resolve()))


def use_text(
    file: Annotated[Path | None, typer.Argument(help="Your interview: .txt, .docx or saved .html.")] = None,
    speakers: Annotated[
        str | None, typer.Option(help='Who is who: "JDN=question, Mme Roche=answer".')
    ] = None,
    undo: Annotated[bool, typer.Option("--undo", help="Go back to the text used before.")] = False,
    lang: Annotated[str | None, typer.Option(help="en or fr; by default this computer's language.")] = None,
) -> None:
    """Put your own interview in the place of the kit's, in your folder only."""
    from motamot import usetext
    from motamot._preview import show_preview

    use_language(_chosen_language(lang))
    if undo:
        file_in_use = usetext.undo(Path.cwd()) or message("usetext.kit")
        say(message("usetext.undone", file=file_in_use))
        return
    if file is None:
        raise MotamotError(message("usetext.no_file"))
    usetext.learners_folder(Path.cwd())
    preview = usetext.preview_text(file, usetext.parse_speakers(speakers) if speakers else None)
    show_preview(file.name, preview)
    written = usetext.use_text(preview, Path.cwd())
    typer.echo()
    say(message("usetext.in_use", file=written))


def doctor(
    folder: Annotated[Path | None, typer.Argument(help="Your folder, if it is not the usual one.")] = None,
    lang: Annotated[str | None, typer.Option(help="en or fr; by default this computer's language.")] = None,
) -> None:
    """Say what is in order on this computer and what is to be done."""
    from motamot.doctor import examine

    use_language(_chosen_language(lang))
    well = True
    for name, ok, text in examine(_folder_meant(folder)):
        state = message("doctor.ok" if ok else "doctor.to_do")
        say(f"{state:8}{message(f'doctor.name_{name}'):16}{text}", indent=24)
        well = well and ok
    raise typer.Exit(0 if well else 1)


def _folder_meant(folder: Path | None) -> Path:
    """Return the folder given, else the learner's folder around or below, else the default one."""
    from motamot.workspace import DEFAULT_FOLDER, find_folder

    return folder.expanduser() if folder else find_folder(_current_folder()) or Path(DEFAULT_FOLDER)


def _current_folder() -> Path:
    try:
        return Path.cwd()
    except FileNotFoundError:
        raise MotamotError(message("lab.no_current_folder")) from None


def _chosen_language(lang: str | None) -> str:
    from motamot.lab import language_of_locale

    language = lang or language_of_locale()
    if language not in LANGUAGES:
        raise MotamotError(message("lab.language", asked=language))
    return language
