"""Reading a saved web page: the text of its article, one paragraph for each block."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from motamot._language import message
from motamot.errors import MissingExtraError, MotamotError
from motamot.readers.encodings import decode, is_binary
from motamot.readers.reading import Reading

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

# Press pages have some thousands; the parser's time grows faster than their number.
MAX_TAGS = 50_000
# What holds running text.
_TEXT_BLOCKS = frozenset("h1 h2 h3 h4 h5 h6 p li blockquote figcaption dd dt td th pre summary".split())
_BLOCKS = _TEXT_BLOCKS | frozenset(
    "address article body center details div dl fieldset figure footer header hgroup hr html main ol"
    " section table tbody tfoot thead tr ul".split()
)
_DROPPED = (
    "script style nav footer aside form noscript template svg iframe button select textarea object embed"
    " audio video canvas head title".split()
)
# Whole words of class and id, so that "comments-open" on the article itself takes nothing out.
_FURNITURE = frozenset(
    "ad ads advert advertisement breadcrumb breadcrumbs comments cookie cookies cookie-banner newsletter"
    " pub publicite related share sharing sidebar social tags sr-only visually-hidden".split()
)
_BOLD = frozenset("b strong h2 h3 h4 h5 h6".split())
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_BREAK = "\x00"


class _Piece(NamedTuple):
    """A string of the page, or the edge of a block: whether it is running text, and whether in bold type."""

    text: str
    running: bool
    bold: bool


class _Paragraph(NamedTuple):
    """The text of a block."""

    text: str
    running: bool
    bold: bool


def read_html(content: bytes, name: str) -> Reading:
    """Read the article of a saved page; scripts do not run and nothing is fetched.

    Parameters
    ----------
    content : bytes
        What the file holds.
    name : str
        Its name, for messages.

    Returns
    -------
    Reading
        Paragraphs with an empty line between them, entities decoded.

    Raises
    ------
    MotamotError
        If the file is no text, has more than ``MAX_TAGS`` tags, or holds no text that can be read.
    MissingExtraError
        If beautifulsoup4 is not installed.
    """
    try:
        from bs4 import BeautifulSoup
    except ImportError as error:
        raise MissingExtraError(message("readers.extra", name=name, extra="readers")) from error
    markup = _decode(content, name)
    if markup.text.count("<") > MAX_TAGS:
        raise MotamotError(message("readers.too_many_tags", name=name, limit=MAX_TAGS))
    soup = BeautifulSoup(markup.text, "html.parser")
    headline = soup.find("h1")
    _clear(soup, headline)
    paragraphs = _paragraphs(_article(soup))
    texts = [paragraph.text for paragraph in paragraphs]
    if headline is not None:
        title = _BLANKS.sub(" ", headline.get_text()).strip()
        texts = texts if not title or title in texts else [title, *texts]
    if not texts:
        raise MotamotError(message("readers.empty_page", name=name))
    bold = frozenset(paragraph.text for paragraph in paragraphs if paragraph.bold)
    return Reading("\n\n".join(texts), markup.encoding, "html", bold)


def _decode(content: bytes, name: str) -> Reading:
    """Trust UTF-8 first, because programs save in it whatever the page declares; then the declaration."""
    from bs4.dammit import EncodingDetector

    guess = decode(content, name)
    if guess.encoding.startswith("utf") or is_binary(content):
        return guess
    declared = EncodingDetector.find_declared_encoding(content, is_html=True)
    try:
        known = codecs.lookup(declared or "").name
        # Browsers read cp1252 where pages declare latin-1 or ASCII.
        known = "cp1252" if known in ("iso8859-1", "ascii") else known
        return Reading(content.decode(known), known)
    except (LookupError, UnicodeError):
        return guess


def _clear(soup: BeautifulSoup, headline: Tag | None) -> None:
    """Take out what is not the article: menus, scripts, banners; never what holds the headline."""
    around = {id(tag) for tag in (headline, *headline.parents)} if headline is not None else set()
    for tag in soup.find_all(True):
        if tag.decomposed or id(tag) in around or tag.name in ("html", "body", "article", "main"):
            continue
        if tag.name in _DROPPED or tag.name == "header" or _is_furniture(tag):
            tag.decompose()


def _is_furniture(tag: Tag) -> bool:
    if tag.has_attr("hidden") or tag.get("aria-hidden") == "true":
        return True
    if "display:none" in str(tag.get("style", "")).replace(" ", ""):
        return True
    marks = [*(tag.get_attribute_list("class")), *(tag.get_attribute_list("id"))]
    return any(str(mark).lower() in _FURNITURE for mark in marks if mark)


def _article(soup: BeautifulSoup) -> Any:
    """Return the smallest part that holds most of the running text: teasers are articles as well."""
    lengths: dict[int, int] = {}
    for block in soup.find_all(["p", "li", "dd", "td"]):
        own = sum(len(text) for text in block.find_all(string=True, recursive=False))
        own += sum(len(tag.get_text()) for tag in block.find_all(["b", "strong", "em", "i"], recursive=False))
        for parent in block.parents:
            lengths[id(parent)] = lengths.get(id(parent), 0) + own
    whole = lengths.get(id(soup), 0)
    parts = [tag for tag in soup.find_all(["article", "main"]) if lengths.get(id(tag), 0) > 0.6 * whole]
    return min(parts, key=lambda tag: lengths[id(tag)], default=soup)


def _paragraphs(page: Any) -> list[_Paragraph]:
    """Return running text by block; where a page has none (old pages: div and br), all its text."""
    from bs4.element import PreformattedString

    pieces: list[_Piece] = []
    # A walk by hand, for pages nested deeper than Python calls itself.
    stack: list[tuple[Any, bool, bool]] = [(page, False, False)]
    while stack:
        node, running, bold = stack.pop()
        if isinstance(node, str):
            # Comments and doctypes are strings too.
            if not isinstance(node, PreformattedString):
                pieces.append(_Piece(str(node), running, bold))
            continue
        if node.name == "br":
            pieces.append(_Piece(_BREAK, running, bold))
            continue
        inside, strong = running or node.name in _TEXT_BLOCKS, bold or node.name in _BOLD
        edges = [(_BREAK, inside, strong)] if node.name in _BLOCKS else []
        stack += [*edges, *((child, inside, strong) for child in reversed(node.contents)), *edges]
    return _chosen(pieces)


def _chosen(pieces: list[_Piece]) -> list[_Paragraph]:
    paragraphs: list[_Paragraph] = []
    parts: list[_Piece] = []
    for piece in [*pieces, _Piece(_BREAK, False, False)]:
        if piece.text != _BREAK:
            parts.append(piece)
            continue
        if text := _BLANKS.sub(" ", "".join(part.text for part in parts)).strip(" "):
            seen = [part for part in parts if part.text.strip()]
            running, bold = any(part.running for part in seen), all(part.bold for part in seen)
            paragraphs.append(_Paragraph(text, running, bold))
        parts = []
    asked = _asked_outside(paragraphs)
    kept = [paragraph for paragraph in paragraphs if paragraph.running or paragraph in asked]
    enough = 2 * sum(len(one.text) for one in kept) >= sum(len(one.text) for one in paragraphs)
    return kept if enough else paragraphs


def _asked_outside(paragraphs: list[_Paragraph]) -> set[_Paragraph]:
    """Return questions that stand in bare blocks, where the running text has none: div question, p answer."""
    questions = {one for one in paragraphs if one.text.endswith("?") and len(one.text.split()) > 2}
    outside = {one for one in questions if not one.running}
    return outside if len(outside) > 1 and outside == questions else set()
