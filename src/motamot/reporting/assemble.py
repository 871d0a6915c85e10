"""Putting a report together: refused if it quotes too much, a draft until all is written and looked at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from motamot._files import write_new, writing
from motamot._language import current_language, format_number, message
from motamot.errors import MotamotError
from motamot.reporting.blocks import figure, is_written, passages, render, table
from motamot.reporting.html import Markup, tag, whole_page
from motamot.reporting.quoting import MOST_WORDS, RUN, count_quoted, most_quoted

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes


class Page(str):
    """The HTML of a report; a notebook shows it as a page, a console as one line."""

    status: str

    def __new__(cls, html: str, status: str) -> Page:
        """Keep with the HTML what is to be said of it."""
        made = super().__new__(cls, html)
        made.status = status
        return made

    def __repr__(self) -> str:
        return self.status

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        printer.text(self.status)

    def _repr_html_(self) -> str:
        style = "width:100%;height:40rem;border:1px solid #767676"
        frame = f'<iframe title="{escape(message("report.preview"))}" sandbox="" style="{style}"'
        return f'<p>{escape(self.status)}</p>{frame} srcdoc="{escape(self)}"></iframe>'


def report(
    question: str,
    corpus: Mapping[str, object],
    choices: pd.DataFrame,
    evidence: Sequence[str | pd.DataFrame],
    limits: Sequence[str],
    figures: Axes | Sequence[Axes] = (),
    tables: Mapping[str, pd.DataFrame] | None = None,
    file: str | Path | None = None,
    text: str | Sequence[str] | None = None,
    looked_at: str | Sequence[str] = (),
) -> str:
    r"""Write a report on a text: one page of HTML that needs no other file and quotes little.

    Each part may also be a text, a list of texts, a card (names and values) or a table. ``...`` in place of
    something is asked for on the page, which is a draft then.

    Parameters
    ----------
    question : str
        What the report answers.
    corpus : mapping of str to object
        The corpus card: `who` speaks, `to_whom`, `when`, `why`, `written_by`, and lines of your own.
    choices : pandas.DataFrame
        What was decided, and what each decision changed.
    evidence : list of str and pandas.DataFrame
        Sentences with counts and rates, and lines of a concordance (:func:`motamot.concordance`).
    limits : list of str
        What the report cannot say.
    figures : matplotlib.axes.Axes or list of them
        Drawn by the kit: they come with alt text and data.
    tables : mapping of str to pandas.DataFrame, optional
        Further tables by their captions, at most 40 rows each.
    file : str or path, optional
        Where to save the page, such as ``"report"``; a file that exists is never overwritten: the next one
        is ``report-2.html``.
    text : str or list of str, optional
        The texts it quotes; the interview in use if left out.
    looked_at : str or list of str
        Finds of :func:`motamot.personal_data` in the report that you looked at and that may stay.

    Returns
    -------
    str
        The HTML. A notebook shows it as a page.

    Raises
    ------
    MotamotError
        If it quotes more than one word in ten of the text or more than 250, counted in runs of four words
        or more; if it is to be saved while a part is not written, no line is quoted, or it holds names,
        addresses or numbers that nobody looked at; if a figure is not the kit's or a table is too long.

    Examples
    --------
    >>> draft = report(..., {"who": "a manager"}, ..., ["Prices come up twice."], ..., text="Le prix.")
    >>> draft
    Still to be written: question, choices, limits. 0 of 2 words quoted (0.0%).
    >>> "<h2>" in draft
    True
    """
    if is_written(question) and not isinstance(question, str):
        raise MotamotError(
            message("report.kind", part=message("report.name_question"), kind=type(question).__name__)
        )
    parts = {
        "question": question, "corpus": corpus, "choices": choices, "evidence": evidence, "limits": limits
    }  # fmt: skip
    drawings = list(figures) if isinstance(figures, Iterable) else [figures]
    seen = [looked_at] if isinstance(looked_at, str) else list(looked_at)
    said = [*passages(list(parts.values())), *passages(tables or {}), *passages(drawings)]
    quoted, total = count_quoted(said, _texts(text))
    if quoted > most_quoted(total):
        raise MotamotError(
            message("report.too_much", quoted=quoted, total=total, most=most_quoted(total), words=MOST_WORDS)
        )
    missing = [message(f"report.name_{name}") for name, part in parts.items() if not is_written(part)]
    people = [one for one in _people(said) if one not in seen]
    share = message("report.share", quoted=quoted, total=total, share=_per_cent(quoted, total))
    notes = _notes(missing, people, quoted)
    body = [*_draft(notes), *_sections(parts, drawings, tables or {}), _footer(share, seen)]
    title = (
        question.strip() if isinstance(question, str) and is_written(question) else message("report.title")
    )
    html = whole_page(title, current_language(), body)
    if file is None:
        state = " ".join(notes) or message("report.ready")
        return Page(html, f"{state} {share}")
    if notes:
        raise MotamotError(message("report.not_saved", reasons=" ".join(notes)))
    return Page(html, f"{message('report.saved', name=_save(html, Path(file)).name)} {share}")


def _texts(text: str | Sequence[str] | None) -> list[str]:
    if text is None:
        from motamot.corpus import load_interview

        return [load_interview()]
    texts = [text] if isinstance(text, str) else list(text)
    if not any(one.strip() for one in texts):
        raise MotamotError(message("report.no_text"))
    return texts


def _people(said: Sequence[str]) -> list[str]:
    from motamot.privacy import personal_data

    return list(personal_data("\n".join(dict.fromkeys(said)))["text"])


def _notes(missing: Sequence[str], people: Sequence[str], quoted: int) -> list[str]:
    """Say what keeps the page a draft."""
    notes = []
    if missing:
        notes.append(message("report.missing", parts=", ".join(missing)))
    if people:
        notes.append(message("report.people", found=", ".join(f'"{one}"' for one in people)))
    if not missing and not quoted:
        notes.append(message("report.no_line", run=RUN))
    return notes


def _draft(notes: Sequence[str]) -> list[Markup]:
    if not notes:
        return []
    lines = [tag("p", note) for note in notes]
    return [tag("div", tag("p", tag("strong", message("report.draft"))), *lines, class_="draft", role="note")]


def _sections(
    parts: Mapping[str, Any], figures: Sequence[Axes], tables: Mapping[str, pd.DataFrame]
) -> list[Markup]:
    body = [tag("p", message("report.title"), class_="quiet"), _heading(parts["question"])]
    for name, part in parts.items():
        if name != "question":
            body += [tag("h2", message(f"report.{name}")), *render(part, name)]
        if name == "evidence":
            body += [table(frame, caption) for caption, frame in tables.items()]
            body += [figure(ax) for ax in figures]
    return body


def _heading(question: Any) -> Markup:
    if is_written(question):
        return tag("h1", question.strip())
    return tag("h1", message("report.ask_question"), class_="open")


def _footer(share: str, looked_at: Sequence[str]) -> Markup:
    lines = [share, message("report.rule", run=RUN, words=MOST_WORDS)]
    if looked_at:
        lines.append(message("report.looked_at", found=", ".join(looked_at)))
    lines.append(message("report.made_with"))
    return tag("footer", tag("p", " ".join(lines)), class_="quiet")


def _per_cent(part: int, whole: int) -> str:
    return format_number(100 * part / whole if whole else 0, 1)


def _save(html: str, file: Path) -> Path:
    """Write the page beside what is there; the same page is not written twice."""
    if file.suffix.lower() not in (".html", ".htm"):
        file = file.with_name(f"{file.name}.html")
    place, number = file, 2
    with writing(file):
        while place.exists():
            if place.is_file() and place.read_bytes() == html.encode("utf-8"):
                return place
            place, number = file.with_stem(f"{file.stem}-{number}"), number + 1
    write_new(place, html)
    return place
