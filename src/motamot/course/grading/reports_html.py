"""Pages of a graded class: their style, their tables and the words for states."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from motamot._language import message
from motamot._markup import with_code
from motamot.reporting.html import Markup, joined, tag, whole_page

STYLE = """
:root { color-scheme: light; --ink: #1b1b1b; --line: #767676; --soft: #f3f1ec; }
body { font: 1rem/1.5 "DejaVu Sans", Verdana, sans-serif; color: var(--ink); background: #fff;
  max-width: 62rem; margin: 0 auto; padding: 1rem 1.2rem 3rem; }
h1 { font-size: 1.6rem; line-height: 1.25; } h2 { font-size: 1.25rem; margin-top: 2.2rem; }
h3 { font-size: 1.05rem; margin: 1.4rem 0 .4rem; }
table { border-collapse: collapse; margin: .6rem 0 1rem; width: 100%; }
caption { text-align: left; font-weight: bold; padding-bottom: .3rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid var(--line);
  overflow-wrap: anywhere; }
thead th { border-bottom: 2px solid var(--ink); overflow-wrap: normal; }
th code { white-space: nowrap; } .note p, .lesson p { margin: .35rem 0; }
.number { text-align: right; white-space: nowrap; } .whole { white-space: nowrap; }
code { font-family: "DejaVu Sans Mono", Consolas, monospace; font-size: .92em; }
.note { border-left: 4px solid #7a3e00; background: var(--soft); padding: .5rem .9rem; }
.lesson { border-left: 4px solid #00573f; background: var(--soft); padding: .5rem .9rem; }
.total { font-size: 1.15rem; } .quiet { color: #4a4a4a; font-size: .92rem; }
.right { color: #00573f; } .near { color: #7a3e00; } .wrong { color: #8c1c13; }
.state { font-weight: bold; white-space: nowrap; }
q:lang(fr) { quotes: "«\\a0" "\\a0»" "“" "”"; }
figure { margin: .8rem 0; } svg { max-width: 100%; height: auto; }
summary { cursor: pointer; }
/* On a phone each row is a block, and each cell says what its column was. */
@media screen and (max-width: 40rem) { figure { overflow-x: auto; } svg { min-width: 34rem; }
  table, caption, tbody, tr, th, td { display: block; } tr { border-bottom: 1px solid var(--line); }
  thead { position: absolute; left: -99rem; } th, td { border: 0; padding: .15rem .2rem; }
  td::before { content: attr(data-column); display: block; color: #4a4a4a; font-size: .85rem; }
  .number { text-align: left; } }
@media print { body { max-width: none; padding: 0; font-size: 10pt; } h2, h3 { break-after: avoid; }
  tr, figure, .note, .lesson { break-inside: avoid; } details > * { display: revert; }
  details::details-content { content-visibility: visible; } summary { display: none; } }
"""


def page(title: str, language: str, body: Iterable[Markup]) -> str:
    """Return a whole page.

    Parameters
    ----------
    title : str
        Its title, also its heading.
    language : {"en", "fr"}
        Its language.
    body : iterable of Markup
        What comes below the heading.
    """
    return whole_page(title, language, [tag("h1", title), *body], STYLE)


def table(
    caption: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[str | Markup]],
    numbers: Sequence[int] = (),
) -> Markup:
    """Return a table whose first cell in each row is the row's header.

    Parameters
    ----------
    caption : str
        What the table shows.
    columns : list of str
        The heads of the columns.
    rows : iterable of list
        Text or markup.
    numbers : list of int
        Which columns hold numbers.
    """

    def look(place: int) -> dict[str, str]:
        return {"class_": "number"} if place in numbers else {}

    def named(place: int) -> dict[str, str]:
        return {**look(place), "data_column": columns[place]}

    head = [tag("th", name, scope="col", **look(place)) for place, name in enumerate(columns)]
    body = []
    for first, *rest in rows:
        cells = [tag("th", first, scope="row", **look(0))]
        cells += [tag("td", cell, **named(place)) for place, cell in enumerate(rest, start=1)]
        body.append(tag("tr", *cells))
    return tag("table", tag("caption", caption), tag("thead", tag("tr", *head)), tag("tbody", joined(body)))


def coded(text: str) -> Markup:
    """Return a text with what stands between backticks as code, as a notebook shows it.

    Examples
    --------
    >>> coded("`a < b` first")
    '<code>a &lt; b</code> first'
    """
    return Markup(with_code(escape(text, quote=False)))


def state_word(state: str, language: str) -> Markup:
    """Return a state as sign and word: no meaning by color alone."""
    signs = {"right": "✓", "near": "≈", "empty": "…", "missing": "…", "error": "!"}
    look = {"right": "right", "near": "near", "wrong": "wrong", "type": "wrong", "error": "wrong"}
    sign = tag("span", signs.get(state, "✗"), aria_hidden="true")
    word = message(f"grade.state_{state}", language)
    return tag("span", sign, Markup("&nbsp;"), word, class_=f"state {look.get(state, '')}".strip())
