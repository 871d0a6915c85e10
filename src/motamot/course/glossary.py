"""The glossary: one table of terms, from which the notebooks of both editions are built."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from motamot._language import LANGUAGES, message
from motamot.counts import alphabetical
from motamot.course.source import Cell
from motamot.errors import MotamotError

NAME = "glossary"
SOURCE = Path("lessons", "glossary.toml")
LINK = re.compile(r"\(glossary\.ipynb#(?P<anchor>[^\s)]+)\)")
_FIELDS = {"term", "forms", "definition", "example", "beware"}


@dataclass(frozen=True)
class Entry:
    """One term in one language.

    Parameters
    ----------
    key : str
        The name both languages share.
    term, definition, example : str
        What the reader is told.
    forms : str
        A regular expression of the forms prose uses; empty for a word with everyday senses.
    beware : str
        The misconception to meet; may be empty.
    see : tuple of str
        Keys of related entries.
    line : int
        The line of the source the entry starts on.
    """

    key: str
    term: str
    definition: str
    example: str
    forms: str
    beware: str
    see: tuple[str, ...]
    line: int


Glossary = dict[str, dict[str, Entry]]


def read_glossary(path: Path) -> Glossary:
    """Read the terms.

    Parameters
    ----------
    path : pathlib.Path
        ``lessons/glossary.toml``.

    Returns
    -------
    dict of language to dict of key to Entry
        In each language all entries, in its alphabetical order.

    Raises
    ------
    MotamotError
        If the file is not TOML; else one line for each entry that lacks a field, has an unknown one, or sees
        an entry that is not there.
    """
    text = path.read_text(encoding="utf-8")
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise MotamotError(f"lessons/{path.name} is not TOML: {error}.") from error
    starts = {line[1:-1]: n for n, line in enumerate(text.splitlines(), start=1) if line.startswith("[")}
    problems = [
        f"lessons/{path.name}:{starts[key]}: {problem}"
        for key, fields in table.items()
        for problem in _problems(fields, table)
    ]
    if problems:
        raise MotamotError("\n".join(problems))
    glossary: Glossary = {}
    for language in LANGUAGES:
        entries = [_entry(key, fields, language, starts[key]) for key, fields in table.items()]
        entries.sort(key=lambda entry: alphabetical(re.sub(r"[\s-]", "", entry.term)))
        glossary[language] = {entry.key: entry for entry in entries}
    return glossary


def _problems(fields: dict[str, object], table: dict[str, object]) -> Iterator[str]:
    see = fields.get("see", [])
    for key in see if isinstance(see, list) else []:
        if key not in table:
            yield f"see names {key}, which is no entry"
    for language in LANGUAGES:
        told = fields.get(language)
        present = set(told) if isinstance(told, dict) else set()
        if missing := {"term", "definition", "example"} - present:
            yield f"{language} lacks {', '.join(sorted(missing))}"
        if unknown := present - _FIELDS:
            yield f"{language} has the unknown {', '.join(sorted(unknown))}"


def _entry(key: str, fields: dict[str, object], language: str, line: int) -> Entry:
    told, see = fields[language], fields.get("see", [])
    assert isinstance(told, dict)
    assert isinstance(see, list)
    term = told["term"]
    return Entry(
        key=key,
        term=term,
        definition=told["definition"],
        example=told["example"],
        forms=told.get("forms", re.escape(term)),
        beware=told.get("beware", ""),
        see=tuple(see),
        line=line,
    )


def anchor(term: str) -> str:
    """Return how a lesson links to a term: in lower case, blanks as hyphens.

    Examples
    --------
    >>> anchor("fréquence relative")
    'fréquence-relative'
    """
    return re.sub(r"\s", "-", term.lower())


def cell_name(anchor_or_term: str) -> str:
    """Return the id of the cell that explains a term, in plain letters.

    Examples
    --------
    >>> cell_name("fréquence-relative")
    'term-frequence-relative'
    """
    spread = unicodedata.normalize("NFKD", anchor_or_term.lower())
    plain = re.sub(r"[^a-z0-9\s-]", "", spread)
    return "term-" + re.sub(r"\s+", "-", plain)


def resolve_links(text: str) -> str:
    """Point the links to terms at cells.

    JupyterLab finds headings with an accent in no form of a link, and cells by their id always.

    Examples
    --------
    >>> resolve_links("one [token](glossary.ipynb#token)")
    'one [token](glossary.ipynb#cell-id=term-token)'
    """
    return LINK.sub(lambda link: f"(glossary.ipynb#cell-id={cell_name(link['anchor'])})", text)


def glossary_cells(path: Path) -> list[Cell]:
    """Lay the glossary out as twin cells: an index, then one cell a term.

    Parameters
    ----------
    path : pathlib.Path
        ``lessons/glossary.toml``.

    Returns
    -------
    list of Cell
        Each English cell is followed by the French one of the same place in its own alphabet.
    """
    glossary = read_glossary(path)
    cells = [Cell("markdown", _index(glossary, language), 1, language) for language in LANGUAGES]
    for pair in zip(*(glossary[language].values() for language in LANGUAGES), strict=True):
        for language, entry in zip(LANGUAGES, pair, strict=True):
            text = _explanation(entry, glossary, language)
            cells.append(Cell("markdown", text, entry.line, language, name=cell_name(entry.term)))
    return cells


def _index(glossary: Glossary, language: str) -> str:
    links = " | ".join(_link(entry) for entry in glossary[language].values())
    title, opening = (message(f"glossary.{part}", language) for part in ("title", "opening"))
    return f"# {title}\n\n{opening}\n\n{links}"


def _explanation(entry: Entry, glossary: Glossary, language: str) -> str:
    other = next(name for name in LANGUAGES if name != language)
    elsewhere = glossary[other][entry.key].term
    parts = [
        f"## {entry.term}",
        message("glossary.other_language", language, term=elsewhere.replace("'", "’")),
        entry.definition,
        message("glossary.example", language, example=entry.example),
    ]
    if entry.beware:
        parts.append(message("glossary.beware", language, beware=entry.beware))
    if entry.see:
        links = ", ".join(_link(glossary[language][key]) for key in entry.see)
        parts.append(message("glossary.see", language, links=links))
    return "\n\n".join(parts)


def _link(entry: Entry) -> str:
    return f"[{entry.term}](glossary.ipynb#{anchor(entry.term)})"
