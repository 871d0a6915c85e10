"""Reading a learner's file: text in any usual encoding, .docx, saved .html."""

from __future__ import annotations

import re
from pathlib import Path

from motamot._language import message
from motamot.corpus import MAX_BYTES
from motamot.errors import MotamotError
from motamot.readers.documents import read_docx
from motamot.readers.encodings import damaged_signs, decode, is_mojibake
from motamot.readers.pages import read_html
from motamot.readers.reading import Reading

__all__ = [
    "MAX_BYTES",
    "READABLE",
    "Reading",
    "as_typed",
    "damaged_signs",
    "decode",
    "is_mojibake",
    "read_file",
]

# Formats people try; each needs to be saved in another way first.
_OTHER = frozenset(
    ".doc .docm .dot .dotx .odt .rtf .pdf .pages .epub .xls .xlsx .ods .ppt .pptx .mht .mhtml"
    " .webarchive .maff .zip".split()
)
_PAGES = frozenset({".html", ".htm", ".xhtml"})
READABLE = frozenset({".txt", ".docx"}) | _PAGES
_HTML = re.compile(r"\s*(?:<!doctype html|<html|<head|<body)|.{0,2000}?</p>.{0,2000}?</p>", re.I | re.S)
_ADDRESS = re.compile(r"https?:/", re.I)


def read_file(path: Path) -> Reading:
    """Read a learner's file as text.

    Parameters
    ----------
    path : pathlib.Path
        A .txt, .docx, .html or .htm file; a file without one of these endings is read as text, or as a
        page if it holds one.

    Returns
    -------
    Reading
        The text with plain line ends, the encoding that was found, and the format.

    Raises
    ------
    MotamotError
        If the file is missing, a folder, empty, too large, binary, damaged, or of another format.
    MissingExtraError
        If the package that reads the format is not installed; the message names the extra.
    """
    path = as_typed(path)
    ending = path.suffix.lower()
    content = _content(path)
    if ending in _OTHER:
        raise MotamotError(message("readers.other_format", name=path.name, ending=ending))
    if ending == ".docx":
        reading = read_docx(content, path.name)
    elif ending in _PAGES:
        reading = read_html(content, path.name)
    else:
        reading = decode(content, path.name)
        if _HTML.match(reading.text):
            reading = read_html(content, path.name)
    text = reading.text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip("\ufeff \t\n\f\v\u00a0\u202f\u2009\u200b"):
        raise MotamotError(message("readers.empty", name=path.name))
    return reading._replace(text=text)


def as_typed(path: Path) -> Path:
    """Understand a path as people type it: with the quotes that Windows copies, or ~ for home.

    Raises
    ------
    MotamotError
        If it is an address of the web.

    Examples
    --------
    >>> as_typed(Path('"my page.txt"')).name
    'my page.txt'
    """
    typed = str(path)
    if _ADDRESS.match(typed):
        raise MotamotError(message("readers.address"))
    plain = Path(typed.strip(" '\"“”«»\u00a0")) if typed[:1] in "'\"“«" and not path.exists() else path
    try:
        return plain.expanduser()
    except RuntimeError:
        return plain


def _content(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise MotamotError(message("readers.folder", name=path.name or path))
        if path.stat().st_size > MAX_BYTES:
            raise MotamotError(message("readers.too_large", name=path.name, limit=MAX_BYTES // 1_000_000))
        # A device or a pipe could be read for ever.
        if not path.is_file():
            raise MotamotError(message("readers.binary", name=path.name))
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise MotamotError(message("readers.missing", name=path)) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise MotamotError(message("readers.unreadable", name=path.name, reason=reason)) from error
    if not content:
        raise MotamotError(message("readers.empty", name=path.name))
    return content
