"""``motamot release``: what a class or its instructor gets, whole at its place or not at all."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from motamot._language import LANGUAGES, format_number, message
from motamot.course.release.archive import Files, write_folder, write_zip
from motamot.course.release.bundle import make_bundle
from motamot.course.release.content import Selection, find_units
from motamot.course.release.instructor import WARNING, make_pack
from motamot.course.release.requirements import learner_pins
from motamot.course.release.roster import Recipient, Roster, find_files, find_recipients
from motamot.course.release.wheelhouse import Target, fetch_wheels, find_targets
from motamot.errors import MotamotError

_WHEELS = "wheels"
_ZIP = ".zip"


@dataclass(frozen=True)
class Options:
    """What ``motamot release`` was asked for; see ``motamot release --help``."""

    units: tuple[str, ...]
    to: Path
    language: str = ""
    lessons: bool = True
    wheelhouse: bool = False
    platforms: tuple[str, ...] = ()
    pythons: tuple[str, ...] = ()
    variants: bool = False
    roster: Roster = field(default_factory=Roster)
    instructor: bool = False


Say = Callable[[str], None]


def release(root: Path, options: Options, say: Say = lambda text: None) -> Path:
    """Write a bundle, one for each group, or the instructor pack.

    Parameters
    ----------
    root : pathlib.Path
        The repository.
    options : Options
        What was asked for.
    say : callable
        Told a line for people.

    Returns
    -------
    pathlib.Path
        The folder or zip that was written.

    Raises
    ------
    MotamotError
        If something asked for is not possible; nothing is written then.
    """
    place = _place(options)
    if options.variants:
        find_files(options.roster)
    targets = find_targets(options.platforms, options.pythons) if options.wheelhouse else []
    selection = _selection(root, options)
    recipients = _recipients(options, place, say)
    try:
        with tempfile.TemporaryDirectory(prefix="motamot-release-") as scratch:
            if options.instructor:
                files = make_pack(root, selection.units, selection.languages)
            else:
                files = _bundles(root, selection, recipients, targets, Path(scratch), say)
            _write(files, place)
            size = sum(one.stat().st_size if isinstance(one, Path) else len(one) for one in files.values())
    except OSError as error:
        reason = error.strerror or str(error)
        raise MotamotError(
            message("release.cannot_write", place=error.filename or place, reason=reason)
        ) from error
    _tell(options, place, (len(files), size), len(recipients), say)
    return place


def _place(options: Options) -> Path:
    """Return where to write, or say why that is not possible."""
    if not options.units:
        raise MotamotError(message("release.no_units"))
    if options.instructor and (options.variants or options.wheelhouse):
        raise MotamotError(message("release.instructor_alone"))
    if (options.platforms or options.pythons) and not options.wheelhouse:
        raise MotamotError(message("release.no_wheelhouse"))
    if options.roster != Roster() and not options.variants:
        raise MotamotError(message("release.variants_needed"))
    place = options.to.expanduser()
    if options.instructor and WARNING not in place.name:
        ending = _ZIP if _is_zip(place) else ""
        place = place.with_name(f"{place.name.removesuffix(ending)}-{WARNING}{ending}")
    if place.exists() or place.is_symlink():
        raise MotamotError(message("release.exists", place=place))
    if not place.parent.is_dir():
        raise MotamotError(message("release.no_parent", place=place.parent))
    return place


def _selection(root: Path, options: Options) -> Selection:
    units = find_units(root, options.units)
    languages = (options.language,) if options.language else LANGUAGES
    has_exercises = any((root / "exercises" / languages[0] / f"{unit}.ipynb").is_file() for unit in units)
    if not has_exercises and not options.lessons:
        raise MotamotError(message("release.nothing", units=", ".join(units)))
    return Selection(units, languages, options.lessons)


def _recipients(options: Options, place: Path, say: Say) -> list[Recipient]:
    if not options.variants:
        return []
    seed_file = options.roster.seed_file
    if seed_file and seed_file.resolve().is_relative_to(place.resolve()):
        raise MotamotError(message("release.seed_inside", place=seed_file))
    recipients = find_recipients(options.roster)
    if options.roster.new_seed:
        say(message("release.said_seed", place=seed_file))
    return recipients


def _bundles(
    root: Path,
    selection: Selection,
    recipients: list[Recipient],
    targets: list[Target],
    scratch: Path,
    say: Say,
) -> Files:
    """Return the files of the one bundle; or a zip for each recipient, with the wheels once beside them."""
    pins = learner_pins(root)
    files: Files = {}
    if recipients:
        for number, recipient in enumerate(recipients):
            folder = scratch / str(number)
            bundle = make_bundle(root, selection, pins, folder / "build", recipient.code)
            path = folder / f"{recipient.file}{_ZIP}"
            write_zip(path, bundle, top=recipient.file)
            files[path.name] = path
    else:
        files = make_bundle(root, selection, pins, scratch / "build")
    if targets:
        (scratch / "fetched").mkdir()
        wheels = fetch_wheels(pins, targets, scratch / "fetched", say)
        files |= {f"{_WHEELS}/{name}": path for name, path in wheels.items()}
    return files


def _write(files: Files, place: Path) -> None:
    """Write beside the place first, and move there at the end."""
    with tempfile.TemporaryDirectory(prefix=".motamot-release-", dir=place.parent) as unfinished:
        whole = Path(unfinished) / place.name
        if _is_zip(place):
            write_zip(whole, files, top=place.name[: -len(_ZIP)])
        else:
            write_folder(whole, files)
        if place.exists():
            raise MotamotError(message("release.exists", place=place))
        whole.rename(place)


def _tell(options: Options, place: Path, count: tuple[int, int], recipients: int, say: Say) -> None:
    if options.instructor:
        say(message("release.said_instructor", place=place))
    elif options.variants:
        by = message(f"release.{options.roster.by}")
        say(message("release.said_variants", place=place, n=recipients, by=by))
        if options.wheelhouse:
            say(message("release.said_wheels"))
    else:
        megabytes = format_number(count[1] / 1e6, 1)
        say(message("release.said_bundle", place=place, n=count[0], megabytes=megabytes))


def _is_zip(place: Path) -> bool:
    return place.suffix.lower() == _ZIP
