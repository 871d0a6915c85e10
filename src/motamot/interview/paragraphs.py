"""The paragraphs of a copied page, whether empty lines, single line ends or a fixed width set them apart."""

from __future__ import annotations

from itertools import pairwise

# Lines longer than this were never broken by a program that keeps a fixed width.
_WIDEST_WRAP = 130
_NARROWEST_WRAP = 40
_STOPS = (".", "?", "!", "…", ":", ";", "»", '"', ")")


def page_paragraphs(text: str) -> list[str]:
    r"""Cut a normalized page into paragraphs, without the blanks at their ends.

    A line is a paragraph, unless the page was broken at a fixed width: then most of its lines stop in
    the middle of a sentence, and the lines of a block are joined again.

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
    """
    lines = [line.strip() for line in text.split("\n")]
    if not _broken_at_a_width(lines):
        return [line for line in lines if line]
    return _joined(lines)


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
