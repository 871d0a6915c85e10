"""Sentences: where one ends, and which full stops end none."""

from __future__ import annotations

import re

# A blank after a mark that may end a sentence, closing quotes and brackets included.
_BORDER = re.compile(r"([.!?…](?:\s?[»”\"’')\]])*)\s+")
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*|(?<=[.!?…»”\"])[^\S\n]*\n\s*")
_OPENS = re.compile(r"[«“\"'’(\[–—-]*\s*(?:[A-ZÀ-ÖØ-ÞŒŸ0-9]|[^\w\s])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:M|MM|Mme|Mmes|Mlle|Mlles|Mgr|Dr|Pr|Me|St|Ste|cf|Cf|av|apr|art|vol|no|No|p|pp|éd|env|ex|fig|tél|chap|hab"
    r"|boul|Jr|Sr)|\b[A-ZÀ-Þ]|\b(?:[A-Za-z]\.)+[A-Za-z])\.\Z"
)
_NUMBER_HEAD = re.compile(r"(?:\A|\n|:\s)\s*\d{1,3}\.\Z")
# A label opens a paragraph: a short name, an acronym or an article with one word, then its full stop.
_NAME = r"(?:[A-ZÀ-Þ][\w’'-]*|de|du|des|d['’]|la|le|von|van)"
_LABEL = re.compile(
    rf"(?:[A-ZÀ-Þ]{{2,6}}|[LQRIJ]|(?:Le|La|L['’]|Notre)\s?[\w-]+|[A-ZÀ-Þ][\w’'-]+(?:\s{_NAME}){{1,5}})\.\Z"
)

# How far back an abbreviation or a label can reach; a fixed reach keeps the work linear.
_LOOK_BACK = 60
_LONGEST_LABEL = 40


def sentences(text: str) -> list[str]:
    """Cut a French text into sentences.

    Parameters
    ----------
    text : str
        Any text. An empty line always ends a sentence; a single line end does so after a mark that
        can end one.

    Returns
    -------
    list of str
        The sentences, without blanks at their ends. Abbreviations (*M.*, *etc.* before a small letter),
        initials, numbers, a speaker's label at the head of a paragraph and a caption with © end none.

    Examples
    --------
    >>> sentences("JDN. Quelle stratégie ? M. Durand vend 3.5 M€. Oui.")
    ['JDN. Quelle stratégie ?', 'M. Durand vend 3.5 M€.', 'Oui.']
    """
    found: list[str] = []
    for paragraph in _PARAGRAPH.split(text):
        start = 0
        for border in _BORDER.finditer(paragraph):
            stop = border.end(1)
            head = paragraph[max(start, stop - _LOOK_BACK) : stop]
            if _ends(head, paragraph[border.end() : border.end() + 8], first=stop <= _LONGEST_LABEL):
                found.append(paragraph[start:stop])
                start = border.end()
        found.append(paragraph[start:].strip())
    return [sentence for sentence in found if sentence]


def _ends(head: str, following: str, first: bool) -> bool:
    """Tell whether a sentence ends with `head`, given how the text goes on."""
    if not following or not _OPENS.match(following):
        return not following
    if not head.endswith("."):
        return True
    if _ABBREVIATION.search(head) or _NUMBER_HEAD.search(head):
        return False
    return not (first and _LABEL.match(head.lstrip()))
