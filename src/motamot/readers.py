"""Reading a learner's file: text in any usual encoding, .docx, saved .html."""

from __future__ import annotations

import unicodedata
import zipfile
from pathlib import Path
from typing import NamedTuple

from motamot._language import message
from motamot.errors import MissingExtraError, MotamotError

MAX_BYTES = 5_000_000
_MAX_UNPACKED = 50_000_000
# Formats people try; each needs to be saved in another way first.
_OTHER = {".doc", ".odt", ".rtf", ".pdf", ".pages", ".epub", ".xls", ".xlsx", ".pptx"}
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_CANDIDATES = ("cp1252", "iso8859-15", "mac-roman", "cp850")
# Letters of French and the signs of its typography; anything else above ASCII is a sign of a wrong guess.
_FRENCH = frozenset("àâäçéèêëîïôöùûüÿæœÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸÆŒ’‘“”«»…–—€°©®²½\u00a0\u202f")
_MAGIC = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0",
    b"{\\rtf",
    b"GIF8",
    b"\x1f\x8b",
)


class Reading(NamedTuple):
    """A text and how it was read."""

    text: str
    encoding: str


def read_file(path: Path) -> Reading:
    """Read a learner's file as text.

    Parameters
    ----------
    path : pathlib.Path
        A .txt, .docx, .html or .htm file; a file without one of these endings is read as text.

    Returns
    -------
    Reading
        The text with plain line ends, and the encoding that was found (or the format).

    Raises
    ------
    MotamotError
        If the file is missing, a folder, empty, too large, binary, damaged, or of another format.
    MissingExtraError
        If the package that reads the format is not installed; the message names the extra.
    """
    content = _content(path)
    ending = path.suffix.lower()
    if ending in _OTHER:
        raise MotamotError(message("readers.other_format", name=path.name, ending=ending))
    if ending == ".docx":
        reading = Reading(_read_docx(path), "docx")
    elif ending in (".html", ".htm"):
        reading = _read_html(content, path.name)
    else:
        reading = decode(content, path.name)
    if not reading.text.strip("\ufeff \t\r\n\u00a0\u202f"):
        raise MotamotError(message("readers.empty", name=path.name))
    return reading._replace(text=reading.text.replace("\r\n", "\n").replace("\r", "\n"))


def decode(content: bytes, name: str) -> Reading:
    """Decode text, finding its encoding.

    Parameters
    ----------
    content : bytes
        What the file holds.
    name : str
        The file's name, for messages.

    Returns
    -------
    Reading
        The text and its encoding.

    Raises
    ------
    MotamotError
        If it is no text, or no usual encoding makes French of it.

    Examples
    --------
    >>> decode("L’été à Noël, cœur d’œuvre".encode("cp1252"), "a.txt").encoding
    'cp1252'
    """
    if content.startswith(_MAGIC):
        raise MotamotError(message("readers.binary", name=name))
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return Reading(_strict(content, encoding, name), encoding.removesuffix("-sig"))
    if content[:400].count(0) > len(content[:400]) // 4:
        encoding = "utf-16-le" if content[1:400:2].count(0) > content[0:400:2].count(0) else "utf-16-be"
        return _plausible(Reading(_strict(content, encoding, name), encoding), name)
    if b"\0" in content:
        raise MotamotError(message("readers.binary", name=name))
    try:
        return _plausible(Reading(content.decode("utf-8"), "utf-8"), name)
    except UnicodeDecodeError:
        pass
    tries = []
    for rank, encoding in enumerate(_CANDIDATES):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        tries.append((_oddness(text), rank, Reading(text, encoding)))
    if not tries:
        raise MotamotError(message("readers.encoding", name=name))
    return _plausible(min(tries)[2], name)


def is_mojibake(text: str) -> bool:
    """Tell whether a text was once read in a wrong encoding and saved so: ``Ã©`` for *é*.

    Examples
    --------
    >>> is_mojibake("L’Ã©tÃ©"), is_mojibake("L’été")
    (True, False)
    """
    return any(sign in text for sign in ("Ã©", "Ã¨", "Ã ", "Ãª", "â€™", "Ã§", "Â«"))


def _content(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise MotamotError(message("readers.folder", name=path.name))
        if path.stat().st_size > MAX_BYTES:
            raise MotamotError(message("readers.too_large", name=path.name, limit=MAX_BYTES // 1_000_000))
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise MotamotError(message("readers.missing", name=path)) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise MotamotError(message("readers.unreadable", name=path.name, reason=reason)) from error
    if not content:
        raise MotamotError(message("readers.empty", name=path.name))
    return content


def _strict(content: bytes, encoding: str, name: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise MotamotError(message("readers.encoding", name=name)) from error


def _plausible(reading: Reading, name: str) -> Reading:
    """Refuse what decodes but is no text: control characters in number."""
    sample = reading.text[:20_000]
    controls = sum(unicodedata.category(sign) == "Cc" and sign not in "\t\n\r\f\v" for sign in sample)
    if controls > len(sample) / 200:
        raise MotamotError(message("readers.binary", name=name))
    return reading


def _oddness(text: str) -> int:
    """Count signs above ASCII that French does not use."""
    return sum(sign not in _FRENCH for sign in text if sign > "\x7f")


def _read_docx(path: Path) -> str:
    try:
        import docx
    except ImportError as error:
        raise MissingExtraError(message("readers.extra", name=path.name, extra="readers")) from error
    try:
        # Sizes are asked of the archive before anything is unpacked.
        with zipfile.ZipFile(path) as archive:
            if sum(member.file_size for member in archive.infolist()) > _MAX_UNPACKED:
                raise MotamotError(
                    message("readers.too_large", name=path.name, limit=_MAX_UNPACKED // 1_000_000)
                )
        document = docx.Document(str(path))
        return "\n\n".join(paragraph.text for paragraph in document.paragraphs if paragraph.text.strip())
    except MotamotError:
        raise
    except Exception as error:
        # The reader's own errors are many and speak of XML; to the learner they mean one thing.
        raise MotamotError(message("readers.damaged", name=path.name)) from error


_BLOCKS = ("h1", "h2", "h3", "h4", "p", "li", "blockquote", "figcaption")
_ASIDE = (
    "script",
    "style",
    "nav",
    "footer",
    "aside",
    "form",
    "noscript",
    "template",
    "svg",
    "iframe",
    "button",
    "header",
)


def _read_html(content: bytes, name: str) -> Reading:
    try:
        from bs4 import BeautifulSoup
    except ImportError as error:
        raise MissingExtraError(message("readers.extra", name=name, extra="readers")) from error
    if content.startswith(_MAGIC):
        raise MotamotError(message("readers.binary", name=name))
    soup = BeautifulSoup(content, "html.parser")
    encoding = soup.original_encoding or "utf-8"
    page = soup.find("article") or soup.find("main") or soup.body or soup
    title = soup.find("h1")
    for tag in page(list(_ASIDE)):
        if title is None or title not in tag.descendants:
            tag.decompose()
    blocks = [tag for tag in page(list(_BLOCKS)) if not tag.find(list(_BLOCKS))]
    if title is not None and title not in blocks:
        blocks.insert(0, title)
    paragraphs = [" ".join(tag.get_text(" ").split(" ")).strip() for tag in blocks]
    text = "\n\n".join(" ".join(part.split("\n")) for part in paragraphs if part)
    return Reading(text or page.get_text("\n"), f"html, {encoding}")
