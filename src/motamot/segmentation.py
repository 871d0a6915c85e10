"""Sentences: where one ends, and which full stops end none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from motamot._texts import check_text, compose

# A mark that may end a sentence, with closing quotes and brackets, and the blank after it.
_BORDER = re.compile(r"([.!?…](?:\s?[»”\"’')\]])*)\s+")
_EMPTY_LINE = re.compile(r"\n[^\S\n]*\n\s*")
# What opens a sentence: a capital or a digit, behind a quote, a bracket, a dash or an emoji.
_OPENS = re.compile(
    r"(?:[«“\"'’(\[–—•*\u2600-\u27bf\U0001f000-\U0001faff\u200d\ufe0f-]\s*){0,3}[A-ZÀ-ÖØ-ÞŒŸ0-9]"
    r"|[•^]|[(\[](?:\.{3}|…)[)\]]|https?:"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:MM?|M[mg]r|Mrs?|Mmes?|Mlles?|Drs?|Prs?|Prof|Me|Ste?|Sts|Gal|Col|Cdt|Lt|Jr|Sr"  # people
    r"|[Cc]f|[Vv]s|p|pp|éd|[Cc]hap|[Aa]rt|[Vv]ol|[Ff]ig|[Nn]o|[Rr]éf|[Tt]él|hab|av|apr|env|ex|[Bb]d|boul"
    r"|janv|févr|juil|sept|oct|nov|déc)"
    r"|(?<![\w°])[A-ZÀ-Þ]|\b(?:[A-Za-z]\.)+-?[A-Za-z])\.\Z"
)
_LIST_NUMBER = re.compile(r"(?:\A|\n|:\s)\s*\d{1,3}\.\Z")
# A label opens a line: an acronym, an article with one word, or a name of two words and more.
_NAME = r"(?:[A-ZÀ-Þ][\w’'-]*|de|du|des|d['’]|la|le|von|van)"
_LABEL = re.compile(
    rf"(?:[A-ZÀ-Þ]{{2,6}}|(?:Le|La|L['’]|Notre)\s?[\w-]+|[A-ZÀ-Þ][\w’'-]+(?:\s{_NAME}){{1,5}})\.\Z"
)

# How far back a label or an abbreviation can reach; a fixed reach keeps the work linear.
_LOOK_BACK = 60
_LONGEST_ABBREVIATION = 12
_LONGEST_LABEL = 40
_LONGEST_CAPTION = 160
# A text where so few borders are followed by a capital is a transcript written without capitals.
_FEW_CAPITALS = 0.1


def sentences(text: str) -> list[str]:
    """Cut a French text into sentences.

    Parameters
    ----------
    text : str
        Any text. An empty line ends a sentence, a single line end alone does not. A text that hardly
        ever has a capital after a full stop is taken for a transcript without capitals.

    Returns
    -------
    list of str
        The sentences, composed (NFC), without blanks at their ends. Abbreviations (*M.*, *etc.* before
        a small letter), initials, numbers and a speaker's label at the head of a line end none; a caption
        line with © is one sentence of its own.

    Raises
    ------
    MotamotError
        If `text` is no text.

    Examples
    --------
    >>> sentences("JDN. Quelle stratégie ? M. Durand vend 3.5 M€. Oui.")
    ['JDN. Quelle stratégie ?', 'M. Durand vend 3.5 M€.', 'Oui.']
    """
    check_text(text, "sentences")
    # A letter whose accent stands apart would end no word.
    text = compose(text)
    capitals = _has_capitals(text)
    found = [sentence for unit in _units(text) for sentence in _split(unit, capitals)]
    return [sentence for sentence in found if sentence]


def _has_capitals(text: str) -> bool:
    """Tell whether sentences open with a capital here; in doubt, they do."""
    borders = opened = 0
    for border in _BORDER.finditer(text):
        borders += 1
        opened += _OPENS.match(text, border.end()) is not None
    return borders < 2 or opened > _FEW_CAPITALS * borders


def _units(text: str) -> Iterator[str]:
    """Yield the parts no sentence goes beyond: paragraphs, and caption lines inside them."""
    for paragraph in _EMPTY_LINE.split(text):
        if "©" not in paragraph:
            yield paragraph
            continue
        lines: list[str] = []
        for line in paragraph.split("\n"):
            if _is_caption(line):
                yield "\n".join(lines)
                yield line
                lines = []
            else:
                lines.append(line)
        yield "\n".join(lines)


def _is_caption(line: str) -> bool:
    return "©" in line and len(line) <= _LONGEST_CAPTION and not line.rstrip().endswith((".", "!", "?", "…"))


def _split(unit: str, capitals: bool) -> Iterator[str]:
    """Yield the sentences of a paragraph or a caption."""
    if _is_caption(unit):
        yield unit.strip()
        return
    start = 0
    opens_line = True
    for border in _BORDER.finditer(unit):
        stop, after = border.end(1), border.end()
        head = unit[max(start, stop - _LOOK_BACK) : stop]
        label = opens_line and stop - start <= _LONGEST_LABEL and _LABEL.match(head.lstrip())
        if not label and _ends(head, unit[after : after + 8], capitals):
            yield unit[start:stop].strip()
            start = after
            opens_line = "\n" in unit[stop:after]
    yield unit[start:].strip()


def _ends(head: str, following: str, capitals: bool) -> bool:
    """Tell whether a sentence ends with `head`, given how the text goes on."""
    if not following:
        return True
    if not any(map(str.isalnum, head)) or (capitals and not _OPENS.match(following)):
        return False
    if not head.endswith("."):
        return True
    if not capitals and head.endswith(("...", "etc.")):
        return False
    tail = max(0, len(head) - _LONGEST_ABBREVIATION)
    return not (_ABBREVIATION.search(head, tail) or _LIST_NUMBER.search(head))
