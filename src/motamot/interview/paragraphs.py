"""The paragraphs of a copied page, whether empty lines, single line ends or a fixed width set them apart."""

from __future__ import annotations

import re
from itertools import pairwise

# Lines longer than this were never broken by a program that keeps a fixed width.
_WIDEST_WRAP = 130
_NARROWEST_WRAP = 40
_STOPS = (".", "?", "!", "…", ":", ";", "»", '"', ")")
# A transcript puts times on its lines: [00:01:15], (01:15), 00:01:15,200 --> 00:01:18,000.
_CLOCK = r"\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?"
_TIME = rf"(?:[\[(]{_CLOCK}[\])]|{_CLOCK}(?:\s*-+>\s*{_CLOCK})?)"
_STAMPED = re.compile(
    rf"{_TIME}\s*[-–—:]?\s*(?P<after>.*)|(?P<before>[^.?!]{{1,60}}?)\s*{_TIME}\s*(?P<sign>:?)"
)
_FEWEST_TIMES = 3


def page_paragraphs(text: str) -> list[str]:
    r"""Cut a normalized page into paragraphs, without the blanks at their ends.

    A line is a paragraph, unless the page was broken at a fixed width: then most of its lines stop in
    the middle of a sentence, and the lines of a block are joined again. The times on the lines of a
    transcript are left out.

    Parameters
    ----------
    text : str
        A page that went through `motamot.normalize`.

    Returns
    -------
    list of str
        The paragraphs, none empty.

    Examples
    --------
    >>> page_paragraphs("Un titre\n\nQuel bilan ?\nUn bon bilan. \n")
    ['Un titre', 'Quel bilan ?', 'Un bon bilan.']
    >>> page_paragraphs("[00:01] Anne : Oui ?\nLuc (00:05) :\nNon.\nAnne [00:09]\nAh.")
    ['Anne : Oui ?', 'Luc :', 'Non.', 'Anne', 'Ah.']
    """
    lines = _without_times([line.strip() for line in text.split("\n")])
    if not _broken_at_a_width(lines):
        return [line for line in lines if line]
    return _joined(lines)


def _without_times(lines: list[str]) -> list[str]:
    """Take the times from the lines of a transcript; a page that has few of them is none."""
    stamped = [_STAMPED.fullmatch(line) for line in lines]
    if sum(found is not None for found in stamped) < _FEWEST_TIMES:
        return lines
    return [_bare(found) if found else line for found, line in zip(stamped, lines, strict=True)]


def _bare(found: re.Match[str]) -> str:
    label = f"{found['before'] or ''} {found['sign'] or ''}"
    return (found["after"] or label).strip()


def _broken_at_a_width(lines: list[str]) -> bool:
    if max(map(len, lines)) > _WIDEST_WRAP:
        return False
    breaks = [line for line, following in pairwise(lines) if line and following]
    cut = [line for line in breaks if len(line) >= _NARROWEST_WRAP and not line.endswith(_STOPS)]
    return len(cut) > 2 and len(cut) > len(breaks) / 2


def _joined(lines: list[str]) -> list[str]:
    """Join the lines of each block; a short line that ends a sentence ends its paragraph."""
    width = max(map(len, lines))
    paragraphs: list[list[str]] = [[]]
    for line in lines:
        if line:
            paragraphs[-1].append(line)
        if not line or (line.endswith(_STOPS) and len(line) < 0.75 * width):
            paragraphs.append([])
    return [_one_line(parts) for parts in paragraphs if parts]


def _one_line(parts: list[str]) -> str:
    """Put a blank between lines, but none after a hyphen, which may belong to the word."""
    glued = [part if part.endswith("-") else part + " " for part in parts]
    return "".join(glued).strip()
