"""Reading .docx: every paragraph of the body, in tables, text boxes and accepted changes too."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from motamot._language import message
from motamot.errors import MissingExtraError, MotamotError
from motamot.readers.reading import Reading

MAX_UNPACKED = 50_000_000
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
        If the file is damaged, no .docx, or unpacks to more than ``MAX_UNPACKED`` bytes.
    MissingExtraError
        If python-docx is not installed.
    """
    try:
        import docx
    except ImportError as error:
        raise MissingExtraError(message("readers.extra", name=name, extra="readers")) from error
    try:
        _refuse_bomb(content, name)
        # python-docx reads XML without entities or anything from outside, and lxml refuses deep nesting.
        body = docx.Document(io.BytesIO(content)).element.body
        paragraphs = _paragraphs(body)
    except MotamotError:
        raise
    except Exception as error:
        # The package's own errors are many and speak of XML; to the learner they mean one thing.
        raise MotamotError(message("readers.damaged", name=name)) from error
    return Reading("\n\n".join(paragraphs), "", "docx")


def _refuse_bomb(content: bytes, name: str) -> None:
    """Ask the archive for its sizes before anything is unpacked."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if sum(member.file_size for member in archive.infolist()) > MAX_UNPACKED:
            raise MotamotError(message("readers.too_large", name=name, limit=MAX_UNPACKED // 1_000_000))


def _paragraphs(body: Any) -> list[str]:
    found: list[list[str]] = []
    _collect(body, found, [])
    return [text for parts in found if (text := "".join(parts).strip())]


def _collect(element: Any, found: list[list[str]], current: list[str]) -> None:
    """Walk the XML; a paragraph within another (a text box) is one of its own.

    `Document.paragraphs` would leave out tables, text boxes, content controls and tracked insertions.
    """
    for child in element:
        tag = child.tag.rpartition("}")[2] if isinstance(child.tag, str) else ""
        if tag == "p":
            paragraph: list[str] = []
            found.append(paragraph)
            _collect(child, found, paragraph)
        elif tag == "t":
            current.append(child.text or "")
        elif tag == "tabs" or tag in _NOT_READ:
            continue
        elif tag in _SIGNS:
            current.append(_SIGNS[tag])
        else:
            _collect(child, found, current)
