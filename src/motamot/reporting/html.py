"""HTML that holds nothing but what it is given: every text is escaped where it enters, nothing is fetched."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

STYLE = """
:root { color-scheme: light; --ink: #1b1b1b; --line: #767676; --soft: #f3f1ec; --accent: #004c7a; }
body { font: 1rem/1.45 "DejaVu Sans", Verdana, sans-serif; color: var(--ink); background: #fff;
  max-width: 52rem; margin: 0 auto; padding: 1rem 1.2rem 2rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: .2rem 0 1rem; }
h2 { font-size: 1.1rem; color: var(--accent); margin: 1.5rem 0 .4rem; }
p, ul { margin: .4rem 0; max-width: 46rem; }
table { border-collapse: collapse; margin: .5rem 0 .8rem; }
caption { text-align: left; font-weight: bold; padding-bottom: .2rem; }
th, td { text-align: left; vertical-align: top; padding: .2rem .7rem .2rem 0;
  border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
thead th { border-bottom: 2px solid var(--ink); overflow-wrap: normal; }
tbody th { font-weight: normal; }
.card { width: 100%; } .card th { width: 16rem; color: #4a4a4a; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.lines { width: 100%; }
.lines td { width: 45%; } .lines .left { text-align: right; }
.lines th { overflow-wrap: normal; }
.lines tbody th { white-space: nowrap; font-weight: bold; color: var(--accent); }
.draft { border: 2px solid #7a3e00; background: var(--soft); padding: .5rem .9rem; }
.open { color: #7a3e00; font-style: italic; }
.quiet { color: #4a4a4a; font-size: .88rem; }
figure { margin: .6rem 0; } img { max-width: 100%; height: auto; }
summary { cursor: pointer; color: var(--accent); }
footer { margin-top: 1.6rem; border-top: 1px solid var(--line); }
@media (max-width: 32rem) { body { padding: .6rem; font-size: .85rem; } thead th { overflow-wrap: anywhere; }
  .card th { width: 8rem; } .number, .lines tbody th { white-space: normal; } }
@page { size: A4; margin: 14mm; }
@media print { body { max-width: none; padding: 0; font-size: 9pt; line-height: 1.35; }
  h1 { font-size: 14pt; } h2 { font-size: 10.5pt; break-after: avoid; margin-top: 9pt; }
  tr, figure, .draft { break-inside: avoid; } img { max-height: 65mm; }
  details:not([open]) { display: none; } }
"""
# No script runs and no address is asked, whatever a part of the report held.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


class Markup(str):
    """Text that is HTML already."""

    __slots__ = ()


def tag(name: str, /, *content: str, **attributes: str) -> Markup:
    """Return an element; text is escaped, markup made here is not.

    Examples
    --------
    >>> tag("p", "a < b", tag("em", "c"), class_="note")
    '<p class="note">a &lt; b<em>c</em></p>'
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"' for key, value in attributes.items()
    )
    if name == "meta":
        return Markup(f"<{name}{written}>")
    inner = "".join(one if isinstance(one, Markup) else escape(one) for one in content)
    return Markup(f"<{name}{written}>{inner}</{name}>")


def joined(parts: Iterable[Markup]) -> Markup:
    """Return elements one after the other."""
    return Markup("\n".join(parts))


def whole_page(title: str, language: str, body: Iterable[Markup], style: str = STYLE) -> str:
    """Return a page that stands alone: its style inside, and a policy that lets it fetch nothing.

    Parameters
    ----------
    title : str
        Its title in the browser.
    language : {"en", "fr"}
        Its language.
    body : iterable of Markup
        What it shows.
    style : str
        Its style sheet; that of a report if left out.
    """
    head = joined(
        [
            tag("meta", charset="utf-8"),
            tag("meta", http_equiv="Content-Security-Policy", content=_POLICY),
            tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
            tag("title", title),
            tag("style", Markup(style)),
        ]
    )
    html = tag("html", tag("head", head), tag("body", tag("main", joined(body))), lang=language)
    return f"<!doctype html>\n{html}\n"
