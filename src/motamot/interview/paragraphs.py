"""The paragraphs of a copied page, whether empty lines, single line ends or a fixed width set them apart."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from motamot.interview.labels import STRONG, label_of

# Lines longer than this were never broken by a program that keeps a fixed width.
_WIDEST_WRAP = 130
_NARROWEST_WRAP = 40
# A single line may begin with a small letter for other reasons, as the item of a list.
_FEWEST_WENT_ON = 2
# The part of a width that a line fills at least, before it breaks within a paragraph.
_ROOM = 0.85
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
    if len(cut) > 2 and len(cut) > len(breaks) / 2:
        return True
    # Where turns are short, most lines end a sentence; those that do not then go on with a small letter.
    went_on = [pair for pair in pairwise(lines) if len(pair[0]) >= _NARROWEST_WRAP and _goes_on(*pair)]
    return len(went_on) >= _FEWEST_WENT_ON


def _goes_on(line: str, following: str) -> bool:
    """Tell whether a sentence was cut between two lines."""
    return not line.endswith(_STOPS) and following[:1].islower()


def _joined(lines: list[str]) -> list[str]:
    """Join the lines of each block; a short line ends its paragraph, and a speaker's label opens one."""
    width = max(map(len, lines))
    dense = lines.count("") < len(lines) / 10
    labels = [label.key if label and label.shape in STRONG else "" for label in map(label_of, lines)]
    times = Counter(labels)
    paragraphs: list[list[str]] = [[]]
    for line, following, label in zip(lines, [*lines[1:], ""], [*labels[1:], ""], strict=True):
        if line:
            paragraphs[-1].append(line)
        speaks = label and times[label] > 1
        if not line or speaks or (dense and line.endswith(_STOPS)) or _is_last(line, following, width):
            paragraphs.append([])
    return [_one_line(parts) for parts in paragraphs if parts]


def _is_last(line: str, following: str, width: int) -> bool:
    """Tell whether a line is the last of its paragraph: what follows would have had room on it."""
    # Letters differ in width, so that lines of one width differ in length.
    return len(f"{line} {following.partition(' ')[0]}") < _ROOM * width and not _goes_on(line, following)


def _one_line(parts: list[str]) -> str:
    """Put a blank between lines, but none after a hyphen, which may belong to the word."""
    glued = [part if part.endswith("-") else part + " " for part in parts]
    return "".join(glued).strip()
