"""The learner's commands, as typer reads them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from motamot._language import LANGUAGES, message, use_language
from motamot.errors import MotamotError

if TYPE_CHECKING:
    from motamot.usetext import Preview


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
    typer.echo(message("lab.folder", folder=here.resolve()))
    for name in ("added", "updated"):
        if files := getattr(report, name):
            typer.echo(message(f"lab.{name}", n=len(files)))
    if report.beside:
        typer.echo(message("lab.beside", names=", ".join(report.beside)))
    for name, kept in refresh(here, fresh, language) if fresh else ():
        key = "lab.refreshed" if kept else "lab.already_fresh"
        typer.echo(message(key, name=name, kept=kept))
    start_lab(here, language, port, browser)
    typer.echo(message("lab.closed", folder=here.resolve()))


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

    use_language(_chosen_language(lang))
    if undo:
        file_in_use = usetext.undo(Path.cwd()) or message("usetext.kit")
        typer.echo(message("usetext.undone", file=file_in_use))
        return
    if file is None:
        raise MotamotError(message("usetext.no_file"))
    usetext.learners_folder(Path.cwd())
    preview = usetext.preview_text(file, usetext.parse_speakers(speakers) if speakers else None)
    _show_preview(file.name, preview)
    written = usetext.use_text(preview, Path.cwd())
    typer.echo(message("usetext.in_use", file=written))


def _show_preview(name: str, preview: Preview) -> None:
    """Print how the file was read, its turns, and what in it may point to people."""
    from rich.console import Console
    from rich.table import Table

    from motamot.privacy import personal_data
    from motamot.readers import is_mojibake
    from motamot.tokens import words

    text = preview.reading.text
    found = message("usetext.read_as", name=name, encoding=preview.reading.encoding, words=len(words(text)))
    typer.echo(found)
    if is_mojibake(text):
        typer.echo(message("usetext.mojibake"))
    table = Table(title=message("usetext.table"), title_justify="left")
    for column in ("paragraph", "role", "turn", "speaker", "text"):
        table.add_column(
            column, overflow="fold" if column != "text" else "ellipsis", no_wrap=column == "text"
        )
    for row in preview.turns.itertuples():
        values = (row.paragraph, row.role, row.turn, row.speaker, row.text)
        table.add_row(*(_cell(value) for value in values))
    Console().print(table)
    for guess in preview.guesses.itertuples():
        typer.echo(
            message("usetext.guess", paragraph=guess.paragraph, decision=guess.decision, why=guess.why)
        )
    typer.echo(message("usetext.ask"))
    people = personal_data(text)
    kinds = people["kind"].value_counts()
    typer.echo(
        message(
            "usetext.privacy",
            names=kinds.get("name", 0),
            mails=kinds.get("e-mail", 0),
            phones=kinds.get("telephone", 0),
            examples=", ".join(people["text"].head(5)) or "-",
        )
    )


def _cell(value: Any) -> str:
    """Return a table cell as plain text: nothing in a learner's file is markup."""
    import pandas as pd
    from rich.markup import escape

    text = "" if pd.isna(value) else str(value)
    return escape(" ".join(text.split())[:200])


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
        typer.echo(f"{state:8}{message(f'doctor.name_{name}'):16}{text}")
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
