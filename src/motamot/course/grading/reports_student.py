"""A page for each learner, in their language: question, points, what was seen, and where to look next."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from motamot._language import message
from motamot.course.grading.gradebook_lines import Line, number, students
from motamot.course.grading.reports_html import coded, page, state_word, table
from motamot.course.grading.results import Mark
from motamot.course.grading.run_units import Asked, Course
from motamot.course.grading.store import Store
from motamot.reporting.html import Markup, joined, tag
from motamot.workspace import write_whole

FOLDER = "feedback"
_LONGEST_NAME = 60
# File systems count bytes, and some letters take four.
_MOST_BYTES = 120


def write_feedback(store: Store, course: Course, folder: Path, language: str) -> dict[str, Path]:
    """Write one page for each student.

    Parameters
    ----------
    store : Store
        What is known of the class.
    course : Course
        The questions of each unit, for their hints.
    folder : pathlib.Path
        Where the folder ``feedback`` goes.
    language : {"en", "fr"}
        For those whose notebooks do not tell theirs.

    Returns
    -------
    dict of str to pathlib.Path
        The page of each student, by key.
    """
    pages: dict[str, Path] = {}
    for lines in students(store):
        key = lines[0].row.owner.key
        path = folder / FOLDER / file_name(key)
        content = student_page(lines, course, language_of(lines, language)).encode("utf-8", "replace")
        if not path.is_file() or path.read_bytes() != content:
            write_whole(path, content)
        pages[key] = path
    for old in sorted((folder / FOLDER).glob("*.html")):
        if old not in pages.values():
            old.unlink()
    return pages


def file_name(key: str) -> str:
    """Return a file name that every system takes, different for different students.

    Examples
    --------
    >>> file_name("Zoé Petit_12")
    'Zoé Petit_12-4eac00ac0708.html'
    """
    plain = re.sub(r"[^\w -]", "_", key)[:_LONGEST_NAME].encode("utf-8", "replace")
    safe = plain[:_MOST_BYTES].decode("utf-8", "ignore").strip(" .") or "_"
    return f"{safe}-{hashlib.sha256(key.encode('utf-8', 'replace')).hexdigest()[:12]}.html"


def language_of(lines: Sequence[Line], default: str) -> str:
    """Return the language of most of a student's notebooks."""
    asked = [line.row.language for line in lines if line.row.language]
    return max(sorted(set(asked)), key=asked.count) if asked else default


def student_page(lines: Sequence[Line], course: Course, language: str) -> str:
    """Return the page of one student.

    Parameters
    ----------
    lines : list of Line
        All units of the student.
    course : Course
        The questions of each unit.
    language : {"en", "fr"}
        The page's language.
    """
    title = message("grade.page_title", language, name=lines[0].row.owner.name)
    # Where nothing was run there is nothing to explain.
    is_run = any(line.is_marked for line in lines)
    body = [tag("p", message("grade.page_intro", language))] if is_run else []
    for line in lines:
        body += _unit(line, {one.name: one for one in course.get(line.row.unit, ())}, language)
    body.append(tag("p", message("grade.page_end", language), class_="quiet"))
    return page(title, language, body)


def _unit(line: Line, asked: dict[str, Asked], language: str) -> Iterator[Markup]:
    unit = line.row.unit or line.row.file or message("grade.hand_in", language)
    yield tag("h2", unit)
    if line.is_marked:
        points, out_of = number(line.points, language), number(line.out_of, language)
        yield tag("p", message("grade.page_total", language, points=points, out_of=out_of), class_="total")
    elif not line.absent:
        # What was not handed in gives no points where units are added up: nobody is told that it is no zero.
        yield tag("p", message("grade.page_no_mark", language), class_="total")
    remarks = line.remarks(language, reader="learner")
    if remarks:
        yield tag("div", joined(tag("p", text) for text in remarks), class_="note")
    if not line.marks:
        return
    columns = [message(f"grade.column_{name}", language) for name in ("question", "points", "seen", "said")]
    rows = [_question(mark, asked.get(mark.question), language) for mark in line.marks]
    yield table(message("grade.page_table", language, unit=unit), columns, rows, numbers=(1,))
    if line.graded and not line.graded.sandboxed:
        yield tag("p", message("grade.not_sandboxed", language), class_="quiet")


def _question(mark: Mark, asked: Asked | None, language: str) -> list[str | Markup]:
    points = f"{number(mark.points, language)} / {number(mark.out_of, language)}"
    said = [state_word(mark.state, language), Markup("<br>"), lines_of(mark.message[language])]
    if asked and mark.points < mark.out_of and mark.state in ("wrong", "type", "empty", "missing"):
        hint = message("grade.page_hint", language, hint=asked.hints[0][language])
        said += [Markup("<br>"), tag("em", coded(hint))]
    seen: str | Markup = tag("code", mark.seen) if mark.seen else "—"
    return [tag("code", mark.question), points, seen, Markup("".join(said))]


def lines_of(text: str) -> Markup:
    """Return a message as HTML; its lines with tabs are left to the notebook, which shows them as a table."""
    kept = [line for line in text.split("\n") if "\t" not in line]
    return Markup("<br>".join(tag("span", coded(line)) for line in kept))
