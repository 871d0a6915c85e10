"""Speaker labels: what may be one by its form."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from motamot.stopwords import stop_words

_TITLE_WORDS = 4
Shape = Literal["role word", "name", "acronym", "phrase", "title", "single", "word"]
Separator = Literal["sign", "stop", "line"]
# Shapes that are labels more often than not.
STRONG: tuple[Shape, ...] = ("role word", "name", "acronym")


@dataclass(frozen=True)
class Label:
    """An opening that may be a speaker's label.

    Attributes
    ----------
    name : str
        The label without title, brackets and separator.
    shape : str
        What it looks like: a role word (Q, La rédaction), a name in two or more words, an acronym, an
        article with a noun (phrase), a title as papers have it (Traits d'union), one capitalized word
        (single), or other words before a colon (word).
    separator : str
        A colon or dash (sign), a full stop, or the end of a line.
    rest : str
        The paragraph without the label.
    titled : bool
        Whether a title stands after the name: "Anne, caissière à Lens – ...".
    """

    name: str
    shape: Shape
    separator: Separator
    rest: str
    titled: bool = False

    @property
    def key(self) -> str:
        """The name as it is compared: without case."""
        return self.name.casefold()


# A paragraph's first 140 characters are enough for a label, and keep the search short.
_HEAD = 140
_LEAD = r"[-–—•*_>\s]*+(?=\w)"
_INITIAL = r"(?<!\w)(?:MM|Mme|Mlle|Dr|Me|Pr|Ste?|[A-ZÀ-Þ])\.(?=[\s-]|[A-ZÀ-Þ]\.)"
_OPENING = re.compile(
    rf"{_LEAD}(?P<name>(?:{_INITIAL}|[^.:?!…«»\"()\n,;–—*])*?)"
    r"(?P<title>(?:\s*\([^()]{1,80}\)|,[^.:?!…\n–—]{1,90})?)\*{0,2}"
    r"(?:(?P<sign>\s*:\*{0,2}(?:\s+|$)|\s*[–—]\s*|\s+-\s+)"
    r"|(?P<stop>(?<!\b[A-ZÀ-Þ])(?<!\bMM)(?<!\bMme)(?<!\bMlle)(?<!\bDr)(?<!\bMe)(?<!\bPr)\.\*{0,2}\s+))(?:[-–—]\s+)?"
)
_LETTER = re.compile(
    rf"{_LEAD}(?P<name>Q|R|Question|Réponse)(?:\s?\d+)?\*{{0,2}}\s?[.:)–—-]\*{{0,2}}\s+", re.I
)
# Initials need no other sign after their full stop: "G. K. Nous ..."; their full stop is part of them.
_INITIALS = re.compile(
    rf"{_LEAD}(?P<name>[A-ZÀ-Þ]\.(?:[\s-]?[A-ZÀ-Þ]\.){{1,3}})\*{{0,2}}\s+(?=[«“\"]?\s?[A-ZÀ-Þ\d](?!\.))"
)
# Transcripts put a speaker in square brackets; what else stands in them is no name: [rires].
_BRACKETED = re.compile(r"\[(?P<name>\w[^\[\]]{0,58})\]\s*:?\s+(?=\S)")
_ASKING = r"rédaction|question|q|journaliste|interview(?:er|eur|euse)|animat(?:eur|rice)"
_ANSWERING = r"réponse|r|direction|interviewée?|invitée?"
_ARTICLE = r"(?:l[ae']\s?|les\s|notre\s|votre\s|un\s|une\s)?"
_ROLE_WORD = re.compile(rf"{_ARTICLE}(?:{_ASKING}|{_ANSWERING})", re.I)
ASKING_WORD = re.compile(rf"{_ARTICLE}(?:{_ASKING})", re.I)
ANSWERING_WORD = re.compile(rf"{_ARTICLE}(?:{_ANSWERING})", re.I)
_PARTICLE_WORDS = """
de du des d' d la le les l' l von van der den vom zu di da dal della del dos el al ben bin ibn y et & e ten
"""
# Openings that are labels only if they come back at each turn: "Moi : ...", "Ma tante : ...".
_WORDS = re.compile(r"[A-ZÀ-Þ]\w*(?:[\s']\w+){0,2}")
_PARTICLES = frozenset(_PARTICLE_WORDS.split())
_ACCENTS = dict.fromkeys(range(0x300, 0x370))
# An apostrophe cuts off one letter (d'Hont, N'Guyen); in Kerloc'h it stands within the name.
_PARTS = re.compile(r"\s+|(?<=\b\w')")
_DETERMINERS = frozenset(["la", "le", "les", "notre", "votre", "un", "une"])
# Single words that open an answer or a sentence and are nobody's name; adverbs in -ment go with them.
_OPENER_WORDS = """
oui non si exact vrai faux bref certes voilà volontiers parfait merci bonjour évident impossible possible
jamais toujours souvent parfois bien mal mieux résultat exemple conclusion attention autrement ensuite enfin
demain hier peut-être soit tant aucun aucune rien tout reste preuve objectif bilan constat premier première
deuxième second seconde troisième publié crédit photo illustration légende source propos lire voir entretien
interview exclusif publicité bravo idem attendez mixte
"""
_OPENERS = frozenset(_OPENER_WORDS.split())


@cache
def _function_words() -> frozenset[str]:
    return stop_words(())


@lru_cache(maxsize=2048)
def label_of(paragraph: str) -> Label | None:
    """Return what opens a paragraph and may be a label, by its form alone.

    Examples
    --------
    >>> label_of("Jean-Marc de la Tour d'Auvergne. Nous avançons.").name
    "Jean-Marc de la Tour d'Auvergne"
    >>> label_of("Pas du tout. Nous avançons.") is None
    True
    """
    head = paragraph[:_HEAD]
    if letter := _LETTER.match(head):
        return Label(letter["name"], "role word", "sign", paragraph[letter.end() :].strip())
    if initials := _INITIALS.match(head):
        return Label(initials["name"], "acronym", "stop", paragraph[initials.end() :].strip(" *"))
    if bracketed := _BRACKETED.match(head):
        shape = shape_of(bracketed["name"])
        if shape in ("role word", "name"):
            return Label(bracketed["name"], shape, "sign", paragraph[bracketed.end() :].strip(" *"))
    found = _OPENING.match(head)
    if not found:
        return None
    name = found["name"].strip()
    shape = shape_of(name)
    if shape is None and _WORDS.fullmatch(name) and (found["sign"] or "").strip().startswith(":"):
        shape = "word"
    titled = found["title"].startswith(",")
    if shape is None or (titled and shape not in ("name", "single")):
        return None
    # "La France, c'est loin. Nous ..." has the form of a name with a title; a title needs a colon or a dash.
    if titled and found["sign"] is None:
        return None
    if shape == "title" and found["sign"] is None:
        return None
    separator: Separator = "sign" if found["sign"] else "stop"
    return Label(name, shape, separator, paragraph[found.end() :].strip(" *"), titled)


def initials_of(name: str) -> str:
    """Return the initials that may stand for a name, without accents, or what initials come down to.

    Examples
    --------
    >>> initials_of("Jean-Loup Le Guillou"), initials_of("J.-L. L. G.")
    ('jllg', 'jllg')
    >>> initials_of("Élodie Roy")
    'er'
    """
    parts = re.split(r"[\s.-]+", name.strip(" .-"))
    first = "".join(part[0] for part in parts if part[0].isupper())
    return unicodedata.normalize("NFD", first).translate(_ACCENTS).casefold()


def shape_of(name: str) -> Shape | None:
    """Tell what a possible label looks like, or None if no label looks like it."""
    parts = [word for word in _PARTS.split(name) if word]
    if not parts or len(parts) > 8 or len(name) > 60 or not name[0].isalnum() or name[0].islower():
        return None
    if _ROLE_WORD.fullmatch(name):
        return "role word"
    first = parts[0].rstrip("'").casefold()
    capitals = [part for part in parts if part[0].isupper() or part[0].isdigit()]
    if not any(part[0].isupper() for part in capitals):
        return None
    others = [part for part in parts if part not in capitals and part.rstrip("'") not in _PARTICLES]
    if first in _DETERMINERS or parts[0] in ("L'", "l'"):
        if all(part.isupper() for part in parts[1:]) or (len(capitals) > 2 and not others):
            return "acronym"
        return "phrase" if len(parts) in (2, 3, 4) else None
    if (
        first in _OPENERS
        or first.endswith("ment")
        or (first in _function_words() and first not in _PARTICLES)
    ):
        return None
    if others:
        return "title" if len(parts) <= _TITLE_WORDS else None
    if len(capitals) > 1:
        return "name"
    if len(parts) > 1:
        return None
    return "acronym" if len(name) > 1 and name.isupper() else "single"


def named_labels(paragraphs: list[str], names: list[str], skip: set[int]) -> dict[int, Label]:
    """Return the paragraphs that open with one of the given labels, those in ``skip`` left out."""
    by_length = sorted(names, key=len, reverse=True)
    title = r"(?:\s*\([^()]{1,80}\)|,[^.:?!…\n–—]{1,90}(?=\s*[:–—]))?"
    opening = re.compile(
        rf"\[?{_LEAD}(?P<name>{'|'.join(map(re.escape, by_length))}){title}\*{{0,2}}\s*"
        r"(?:\.?\]|[.:–—]|-\s|$)\*{0,2}\s*(?:[-–—]\s+)?",
        re.I,
    )
    labels: dict[int, Label] = {}
    for index, paragraph in enumerate(paragraphs):
        if names and index not in skip and (found := opening.match(paragraph)):
            labels[index] = Label(found["name"], "name", "sign", paragraph[found.end() :].strip(" *"))
    return labels
