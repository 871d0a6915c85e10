"""The learner's commands, as typer reads them."""

from __future__ import annotations

import os
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
    first: Annotated[str, typer.Option(help="The unit to open until you have run a cell.")] = "00_start",
    port: Annotated[int | None, typer.Option(help="A port of your choice; by default a free one.")] = None,
) -> None:
    """Open JupyterLab in your own folder, on the first lesson or where you were."""
    from motamot.lab import IN_LAB, check_port, start_lab
    from motamot.opening import notebook_to_open
    from motamot.workspace import prepare_folder, refresh

    language = chosen_language(lang)
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
    renewed = refresh(here, fresh, language) if fresh else []
    for name, kept in renewed:
        key = "lab.refreshed" if kept else "lab.already_fresh"
        say(message(key, name=name, kept=kept))
    if os.environ.get(IN_LAB):
        say(message("lab.open_already"))
        return
    asked = [name for name, kept in renewed if kept] or [name for name, _ in renewed]
    start_lab(here, language, asked[0] if asked else notebook_to_open(here, language, first), port, browser)
    say(message("lab.closed", folder=here.resolve()))


def use_text(
    files: Annotated[
        list[Path] | None,
        typer.Argument(help="Your interview: .txt, .docx or saved .html; with --statements your texts."),
    ] = None,
    statements: Annotated[
        bool,
        typer.Option("--statements", help="Texts of companies: files or a folder (company_year), or a CSV."),
    ] = False,
    speakers: Annotated[
        str | None, typer.Option(help='Who is who: "JDN=question, Mme Roche=answer".')
    ] = None,
    undo: Annotated[bool, typer.Option("--undo", help="Go back to the texts used before.")] = False,
    lang: Annotated[str | None, typer.Option(help="en or fr; by default this computer's language.")] = None,
) -> None:
    """Put your own interview or company texts in the place of the kit's, in your folder only."""
    from motamot import usetext

    use_language(chosen_language(lang))
    here = _current_folder()
    if undo:
        before = usetext.undo(here)
        names = {kind: name or message(f"usetext.kit_{kind}") for kind, name in before._asdict().items()}
        say(message("usetext.undone", **names))
        return
    if not files:
        raise MotamotError(message("usetext.no_statements" if statements else "usetext.no_file"))
    usetext.learners_folder(here)
    written = (_use_statements if statements else _use_interview)(files, speakers, here)
    typer.echo()
    say(message("usetext.in_use", file=written))


def _use_interview(files: list[Path], speakers: str | None, here: Path) -> Path:
    from motamot import usetext
    from motamot._preview import show_preview

    if len(files) > 1:
        names = " ".join(f'"{file.name}"' for file in files)
        raise MotamotError(message("usetext.one_interview", files=names))
    preview = usetext.preview_text(files[0], usetext.parse_speakers(speakers) if speakers else None)
    show_preview(files[0].name, preview)
    return usetext.use_text(preview, here)


def _use_statements(places: list[Path], speakers: str | None, here: Path) -> Path:
    from motamot import usetext
    from motamot._preview_statements import show_statements

    if speakers:
        raise MotamotError(message("usetext.speakers_of_statements"))
    preview = usetext.preview_statements(places)
    show_statements(preview)
    return usetext.use_statements(preview, here)


def doctor(
    folder: Annotated[Path | None, typer.Argument(help="Your folder, if it is not the usual one.")] = None,
    lang: Annotated[str | None, typer.Option(help="en or fr; by default this computer's language.")] = None,
) -> None:
    """Say what is in order on this computer and what is to be done."""
    from motamot.doctor import examine

    use_language(chosen_language(lang))
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


def chosen_language(lang: str | None) -> str:
    """Return the language asked for, else that of this computer."""
    from motamot.lab import language_of_locale

    language = lang or language_of_locale()
    if language not in LANGUAGES:
        raise MotamotError(message("lab.language", asked=language))
    return language
