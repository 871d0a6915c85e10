"""``motamot grade``: from a folder or zip of submissions to marks and reports."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from motamot._language import message
from motamot.course.grading.gradebook import FILE as GRADEBOOK
from motamot.course.grading.gradebook import write_gradebook
from motamot.course.grading.grader import Grader
from motamot.course.grading.moodle import write_feedback_zip, write_moodle
from motamot.course.grading.reports_class import FILE as CLASS_REPORT
from motamot.course.grading.reports_class import write_class
from motamot.course.grading.reports_student import FOLDER, write_feedback
from motamot.course.grading.run import Tally, find_student, grade_class
from motamot.course.grading.run_plan import Rules
from motamot.course.grading.run_units import Course, names_of, questions_hash
from motamot.course.grading.store import FILE as STORE
from motamot.course.grading.store import Store
from motamot.course.grading.store_seed import seed_for
from motamot.course.grading.submissions import Collection, collect
from motamot.course.grading.submissions_groups import read_groups
from motamot.errors import MotamotError

MOST_JOBS = 64


@dataclass(frozen=True)
class Options:
    """What ``motamot grade`` was asked for; see ``motamot grade --help``."""

    submissions: Path
    out: Path
    only: str = ""
    regrade: tuple[str, ...] = ()
    jobs: int = 2
    seed_file: Path | None = None
    questions: Path | None = None
    groups: Path | None = None
    variants: str = ""
    require_sandbox: bool = False
    nbgrader: Path | None = None
    language: str = "en"


Say = Callable[[str], None]
Bar = Callable[[int], AbstractContextManager[Callable[[int], None]]]


def no_bar(total: int) -> AbstractContextManager[Callable[[int], None]]:
    """Return a progress bar that shows nothing."""
    return nullcontext(lambda files: None)


def grade_submissions(options: Options, say: Say = lambda text: None, bar: Bar = no_bar) -> Tally:
    """Grade what has no mark yet, and write all reports anew.

    Parameters
    ----------
    options : Options
        What was asked for.
    say : callable
        Told a line for people.
    bar : callable
        Given how many files there are, returns a context manager whose value is told of files done.

    Returns
    -------
    Tally
        What was done.

    Raises
    ------
    MotamotError
        If something that was asked for is not possible; no submission ever causes it.
    """
    variants = _variants(options)
    grader = Grader(options.questions, jobs=options.jobs, require_sandbox=options.require_sandbox)
    collection = collect(options.submissions, grader.units)
    _check_out(options)
    groups = read_groups(options.groups) if options.groups else {}
    only = find_student(collection, options.only) if options.only else ""
    units = _units_of(options.regrade, grader.units)
    with grader, Store(options.out) as store:
        course = grader.course()
        seed = seed_for(store, options.seed_file, options.submissions)
        content = {unit: questions_hash(grader.questions / unit) for unit in grader.units}
        rules = Rules(names_of(course), content, seed, groups, variants, options.require_sandbox)
        _say_beginning(options, collection, grader, seed.from_file, say)
        if units:
            dropped = store.forget_results(units, only)
            say(message("grade.said_dropped", n=dropped, units=", ".join(units)))
        source = str(options.submissions.resolve())
        files = sum(len(one.notebooks) for one in collection.students if only in ("", one.owner.key))
        with bar(files) as advance:
            tally = grade_class(
                collection, source, rules, store, grader, jobs=options.jobs, only=only, advance=advance
            )
        say(message("grade.said_done", graded=tally.graded, kept=tally.kept, refused=tally.refused))
        written = write_reports(store, course, options.out, options.language)
        say(message("grade.said_written", files=", ".join(written), place=options.out))
        if options.nbgrader:
            _fill_nbgrader(store, course, options.nbgrader, say)
    return tally


def write_reports(store: Store, course: Course, folder: Path, language: str) -> list[str]:
    """Write all reports from what the store holds.

    Parameters
    ----------
    store : Store
        What is known of the class.
    course : Course
        The questions of each unit.
    folder : pathlib.Path
        Where to.
    language : {"en", "fr"}
        The instructor's language.

    Returns
    -------
    list of str
        What was written, most important first.
    """
    try:
        write_gradebook(store, course, folder / GRADEBOOK, language)
        worksheets = write_moodle(store, course, folder, language)
        pages = write_feedback(store, course, folder, language)
        write_feedback_zip(store, folder, pages)
        write_class(store, course, folder / CLASS_REPORT, language)
    except OSError as error:
        # A file that cannot be put in its place is told by that place, not by what it was called before.
        place = error.filename2 or error.filename or folder
        reason = error.strerror or str(error)
        raise MotamotError(message("grade.cannot_report", place=place, reason=reason)) from error
    return [CLASS_REPORT, GRADEBOOK, worksheets[0], f"{FOLDER}/"]


def _variants(options: Options) -> str:
    """Return what variants go by, or say why the options do not fit together."""
    if not 1 <= options.jobs <= MOST_JOBS:
        raise MotamotError(message("grade.jobs", asked=options.jobs))
    variants = options.variants or ("group" if options.groups else "")
    if variants not in ("", "group", "student") or (variants == "group" and not options.groups):
        raise MotamotError(message("grade.variants_what", asked=variants))
    if variants and not options.seed_file:
        raise MotamotError(message("grade.seed_for_variants"))
    return variants


def _check_out(options: Options) -> None:
    out, submissions = options.out.resolve(), options.submissions.resolve()
    if out == submissions or (submissions.is_dir() and out.is_relative_to(submissions)):
        raise MotamotError(message("grade.out_inside", place=options.out))


def _units_of(asked: tuple[str, ...], units: tuple[str, ...]) -> list[str]:
    """Return whole names for units named by name or number; ``all`` means all."""
    found = []
    for one in asked:
        meant = [unit for unit in units if one in ("all", unit, unit.partition("_")[0])]
        if not meant:
            raise MotamotError(message("grade.no_unit", asked=one, known=", ".join(units)))
        found += meant
    return sorted(set(found))


def _say_beginning(
    options: Options, collection: Collection, grader: Grader, own_seed: bool, say: Say
) -> None:
    layout = message(f"grade.layout_{collection.layout}")
    files = sum(len(one.notebooks) for one in collection.students)
    place = options.submissions
    say(
        message(
            "grade.said_found", place=place, layout=layout, students=len(collection.students), files=files
        )
    )
    if not grader.sandboxed:
        say(message("grade.said_not_sandboxed", reason=grader.reason))
    if not own_seed:
        say(message("grade.said_seed_kept", place=options.out / STORE))


def _fill_nbgrader(store: Store, course: Course, path: Path, say: Say) -> None:
    from motamot.course.grading.gradebook_nbgrader import write_nbgrader

    say(message("grade.said_nbgrader", n=write_nbgrader(store, course, path), place=path))
