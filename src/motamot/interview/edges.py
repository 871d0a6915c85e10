"""Where the talk begins and ends: the lines above it that make the headline, the website's lines below it."""

from __future__ import annotations

import re
from collections import Counter

from motamot.interview import forms
from motamot.interview.labels import label_of, shape_of

TAIL_WORDS = 15
_TWICE = 2
# Fewer lines in a row may come back by chance: "Vraiment ?", "Oui."
_FEWEST_CONTENTS = 3
_CONTENTS = re.compile(r"(?:au )?sommaire|table des matières|contenu", re.I)
_NUMBERED = re.compile(r"^[\d.)•*–—\s-]+")
_ABOUT_WORDS = 8
# What follows is a firm, a person or a house, not a theme of the talk: "À propos du groupe Roche".
_ABOUT = re.compile(
    r"à propos d(?:e |u |es |'|e la |e l')"
    r"(?:(?-i:[A-ZÀ-Þ])|(?:groupe|société|entreprise|auteur|autrice|coopérative|association|cabinet|nous)\b)",
    re.I,
)
# A note below the talk, and the same mark where the talk calls it: "[1] Voir p. 12.", "sur les trois[1]".
_NOTE = re.compile(r"(\[\d{1,2}\]|\(\d{1,2}\)|[¹²³]|\*(?!\*))\s*(?=[A-ZÀ-Þ\"«])")
_CALL = re.compile(r"(?<=\w)\s?(\[\d{1,2}\]|\(\d{1,2}\)|[¹²³]|\*(?!\*))")
_AND = re.compile(r"\s(?:et|&|and)\s|,\s")


def opening_lines(paragraphs: list[str], aside: set[int]) -> set[int]:
    """Return the lines at the top that are no sentences, before anything else: path, headline, section.

    Parameters
    ----------
    paragraphs : list of str
        The whole page.
    aside : set of int
        Indexes of captions, bylines and links, which may stand between.
    """
    times = Counter(text.casefold() for text in paragraphs)
    labels = Counter(label.key for text in paragraphs if (label := label_of(text)))
    found: set[int] = set()
    for index, text in enumerate(paragraphs):
        # A line that comes back may be a label on a line of its own.
        if index in aside or (times[text.casefold()] > 1 and forms.is_headline(text)):
            continue
        label = label_of(text)
        speaks = index and label and labels[label.key] > 1 and label.rest[:1] not in ("«", '"', "“")
        if speaks or not forms.is_headline(text):
            break
        found.add(index)
    return found


def closing_lines(paragraphs: list[str], aside: set[int]) -> list[int]:
    """Return the lines at the bottom that the website adds: short, no sentences, at least one of them a link.

    Parameters
    ----------
    paragraphs : list of str
        The whole page.
    aside : set of int
        Indexes of captions, bylines and links.
    """
    labels = Counter(label.key for text in paragraphs if (label := label_of(text)))
    start = len(paragraphs)
    while start and (start - 1 in aside or _may_close(paragraphs, start - 1, labels)):
        start -= 1
    while start < len(paragraphs) and _answers(paragraphs, start, aside):
        start += 1
    if not any(index in aside for index in range(start, len(paragraphs))):
        return []
    return [index for index in range(start, len(paragraphs)) if index not in aside]


def contents(paragraphs: list[str]) -> set[int]:
    """Return the lines of a table of contents: short ones in a row that all come back once further down.

    Examples
    --------
    >>> contents(["Sommaire", "1. Le bilan", "2. Demain", "1. Le bilan", "Quel bilan ?", "Bon.", "2. Demain"])
    {0, 1, 2}
    """
    keys = [_NUMBERED.sub("", text, count=1).casefold() for text in paragraphs]
    last = {key: index for index, key in enumerate(keys)}
    twice = {key for key, count in Counter(keys).items() if count == _TWICE and forms.size(key) <= TAIL_WORDS}
    found: set[int] = set()
    run: list[int] = []
    for index, key in enumerate([*keys, ""]):
        if key in twice and last[key] > index:
            run.append(index)
            continue
        title = {run[0] - 1} if run and run[0] and _CONTENTS.fullmatch(paragraphs[run[0] - 1]) else set()
        if len(run) + len(title) >= _FEWEST_CONTENTS:
            found |= title | set(run)
        run = []
    return found


def notes(paragraphs: list[str]) -> set[int]:
    """Return the notes below the talk, and what a firm says about itself there.

    Examples
    --------
    >>> notes(["Quel bilan ?", "Bon[1].", "[1] Chiffres de 2024.", "À propos de Montclar", "Montclar vend."])
    {2, 3, 4}
    """
    asked = max((index for index, text in enumerate(paragraphs) if forms.asks(text)), default=-1)
    called = {mark for text in paragraphs for mark in _CALL.findall(text)}
    found: set[int] = set()
    about = False
    for index in range(asked + 2, len(paragraphs)):
        text = paragraphs[index]
        about = about or bool(
            _ABOUT.match(text) and forms.size(text) <= _ABOUT_WORDS and not forms.stops(text)
        )
        note = _NOTE.match(text)
        if about or (note and note[1] in called):
            found.add(index)
    return found


def is_signature(text: str) -> bool:
    """Tell whether a line holds names and nothing else.

    Examples
    --------
    >>> is_signature("Laurence Miquel et Pierre Astier"), is_signature("Vitrine et prix")
    (True, False)
    """
    return all(shape_of(name.strip(" .")) == "name" for name in _AND.split(text))


def _may_close(paragraphs: list[str], index: int, labels: Counter[str]) -> bool:
    text = paragraphs[index]
    label = label_of(text)
    if forms.size(text) > TAIL_WORDS or (label and labels[label.key] > 1):
        return False
    return not forms.stops(text) or text.endswith(":") or forms.asks(text)


def _answers(paragraphs: list[str], index: int, aside: set[int]) -> bool:
    """Tell whether a line that might close the page still belongs to the talk: a question, or its answer."""
    if index in aside:
        return False
    if forms.asks(paragraphs[index]):
        return index + 1 < len(paragraphs) and index + 1 not in aside
    return index > 0 and forms.asks(paragraphs[index - 1])
