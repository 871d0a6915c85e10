"""Reading .docx: every paragraph of the body, in tables, text boxes and accepted changes too."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from motamot._language import message
from motamot.errors import MissingExtraError, MotamotError
from motamot.readers.reading import Reading

MAX_UNPACKED = 50_000_000
# Word's older container, in which it also locks a .docx behind a password.
_LOCKED = b"\xd0\xcf\x11\xe0"
# Text that was taken out or moved away, and the second copy that older programs read.
_NOT_READ = frozenset(("del", "moveFrom", "Fallback"))
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "\u00ad"}


def read_docx(content: bytes, name: str) -> Reading:
    """Read the body of a Word file.

    Parameters
    ----------
    content : bytes
        What the file holds.
    name : str
        Its name, for messages.

    Returns
    -------
    Reading
        Paragraphs with an empty line between them.

    Raises
    ------
    MotamotError
        If the file is damaged, locked, no .docx, or unpacks to more than ``MAX_UNPACKED`` bytes.
    MissingExtraError
        If python-docx is not installed.
    """
    if content.startswith(_LOCKED):
        raise MotamotError(message("readers.locked", name=name))
    try:
        import docx
    except ImportError as error:
        raise MissingExtraError(message("readers.extra", name=name, extra="readers")) from error
    try:
        _refuse_bomb(content, name)
        # python-docx reads XML without entities or anything from outside, and lxml refuses deep nesting.
        body = docx.Document(io.BytesIO(content)).element.body
        paragraphs = [paragraph for paragraph in _paragraphs(body) if paragraph.text]
    except MotamotError:
        raise
    except Exception as error:
        # The package's own errors are many and speak of XML; to the learner they mean one thing.
        raise MotamotError(message("readers.damaged", name=name)) from error
    bold = frozenset(paragraph.text for paragraph in paragraphs if paragraph.bold)
    return Reading("\n\n".join(paragraph.text for paragraph in paragraphs), "", "docx", bold)


def _refuse_bomb(content: bytes, name: str) -> None:
    """Ask the archive for its sizes before anything is unpacked."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if sum(member.file_size for member in archive.infolist()) > MAX_UNPACKED:
            raise MotamotError(message("readers.too_large", name=name, limit=MAX_UNPACKED // 1_000_000))


class _Paragraph:
    """A paragraph while it is read: its pieces, and whether all that can be seen of them is bold."""

    def __init__(self, heading: bool) -> None:
        self.pieces: list[str] = []
        self.heading = heading
        self.plain = False

    def add(self, piece: str, bold: bool) -> None:
        self.pieces.append(piece)
        self.plain = self.plain or bool(piece.strip() and not bold)

    @property
    def text(self) -> str:
        return "".join(self.pieces).strip()

    @property
    def bold(self) -> bool:
        return self.heading or not self.plain


def _paragraphs(body: Any) -> list[_Paragraph]:
    found: list[_Paragraph] = []
    _collect(body, found, _Paragraph(False), False)
    return found


def _collect(element: Any, found: list[_Paragraph], current: _Paragraph, bold: bool) -> None:
    """Walk the XML; a paragraph within another (a text box) is one of its own.

    `Document.paragraphs` would leave out tables, text boxes, content controls and tracked insertions.
    """
    for child in element:
        tag = _tag(child)
        if tag == "p":
            paragraph = _Paragraph(_is_heading(child))
            found.append(paragraph)
            _collect(child, found, paragraph, False)
        elif tag == "r":
            _collect(child, found, current, _is_bold(child))
        elif tag == "t":
            current.add(child.text or "", bold)
        elif tag == "tabs" or tag in _NOT_READ:
            continue
        elif tag in _SIGNS:
            current.add(_SIGNS[tag], bold)
        else:
            _collect(child, found, current, bold)


def _tag(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _value(element: Any) -> str:
    """Return the attribute w:val, which says off as well as on."""
    return next((value for name, value in element.attrib.items() if name.endswith("}val")), "")


def _is_bold(run: Any) -> bool:
    marks = [mark for part in run if _tag(part) == "rPr" for mark in part if _tag(mark) == "b"]
    return any(_value(mark) not in ("0", "false", "off") for mark in marks)


def _is_heading(paragraph: Any) -> bool:
    styles = [mark for part in paragraph if _tag(part) == "pPr" for mark in part if _tag(mark) == "pStyle"]
    return any(_value(style).startswith(("Heading", "Titre")) for style in styles)
