"""Speaker labels: what may be one by its form, and which of them the page bears out."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import Literal

from motamot.interview.forms import asks, may_request
from motamot.stopwords import stop_words

_TITLE_WORDS = 4
# Shapes that are labels more often than not.
_STRONG = ("role word", "name", "acronym")
Shape = Literal["role word", "name", "acronym", "phrase", "title", "single"]
Separator = Literal["sign", "stop", "line"]


@dataclass(frozen=True)
class Label:
    """An opening that may be a speaker's label.

    Attributes
    ----------
    name : str
        The label without title, brackets and separator.
    shape : str
        What it looks like: a role word (Q, La rédaction), a name in two or more words, an acronym, an
        article with a noun (phrase), a title as papers have it (Traits d'union), or one capitalized word.
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
_ASKING = r"rédaction|question|q|journaliste|interview(?:er|eur|euse)|intervieweu(?:r|se)|animat(?:eur|rice)"
_ANSWERING = r"réponse|r|direction|interviewée?|invitée?"
_ARTICLE = r"(?:l[ae']\s?|les\s|notre\s|votre\s|un\s|une\s)?"
_ROLE_WORD = re.compile(rf"{_ARTICLE}(?:{_ASKING}|{_ANSWERING})", re.I)
ASKING_WORD = re.compile(rf"{_ARTICLE}(?:{_ASKING})", re.I)
ANSWERING_WORD = re.compile(rf"{_ARTICLE}(?:{_ANSWERING})", re.I)
_PARTICLE_WORDS = """
de du des d' d la le les l' l von van der den vom zu di da dal della del dos el al ben bin ibn y et & e ten
"""
_PARTICLES = frozenset(_PARTICLE_WORDS.split())
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
    found = _OPENING.match(head)
    if not found:
        return None
    name = found["name"].strip()
    shape = shape_of(name)
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


def shape_of(name: str) -> Shape | None:
    """Tell what a possible label looks like, or None if no label looks like it."""
    parts = [word for word in re.split(r"\s+|(?<=')", name) if word]
    if not parts or len(parts) > 8 or len(name) > 60 or not name[0].isalnum() or name[0].islower():
        return None
    if _ROLE_WORD.fullmatch(name):
        return "role word"
    first = parts[0].rstrip("'").casefold()
    capitals = [part for part in parts if part[0].isupper() or part[0].isdigit()]
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


def found_labels(paragraphs: list[str], skip: set[int]) -> tuple[dict[int, Label], dict[int, Label]]:
    """Return the openings that the page bears out as labels, and those it does not.

    Parameters
    ----------
    paragraphs : list of str
        The whole page.
    skip : set of int
        Indexes of paragraphs that open no turn: headline, captions, bylines, links.

    Returns
    -------
    accepted, refused : dict of int to Label
        By index of the paragraph.
    """
    body = [index for index in range(len(paragraphs)) if index not in skip]
    candidates = {index: label for index in body if (label := _candidate(paragraphs, index, body))}
    candidates |= _label_lines(paragraphs, body)
    prompts = {
        index
        for index in body
        if asks(paragraphs[index]) or (index in candidates and may_request(candidates[index].rest))
    }
    replies = [
        following for index, following in pairwise(body) if index in prompts and following not in prompts
    ]
    places = prompts.union(replies)
    # A headline may ask, so that the first reply is the standfirst; the second is then the first answer.
    answers_open = any(index in candidates and candidates[index].shape in _STRONG for index in replies[:2])
    groups: dict[str, list[int]] = {}
    for index, label in candidates.items():
        groups.setdefault(label.key, []).append(index)
    accepted: set[int] = set()
    for indexes in groups.values():
        at_turns = sum(index in places for index in indexes)
        # "Anne Roy : le bilan d'une année" above the first question presents her.
        alone = candidates[indexes[0]] if len(indexes) == 1 else None
        presents = alone is not None and bool(alone.rest) and indexes[0] < min(prompts, default=0)
        if not presents and _borne_out(candidates[indexes[0]], len(indexes), at_turns, answers_open):
            accepted.update(indexes)
    accepted |= _first_names(candidates)
    accepted |= _first_pair(paragraphs, body, candidates, accepted, groups)
    return (
        {index: label for index, label in candidates.items() if index in accepted},
        {index: label for index, label in candidates.items() if index not in accepted},
    )


def _first_names(candidates: dict[int, Label]) -> set[int]:
    """Return first names with a title, if there are several: "Anne, caissière – ...", "Luc, élu – ..."."""
    titled = {index for index, label in candidates.items() if label.titled and label.shape == "single"}
    return titled if len({candidates[index].key for index in titled}) > 2 else set()


def _candidate(paragraphs: list[str], index: int, body: list[int]) -> Label | None:
    label = label_of(paragraphs[index])
    # A label that stands before nothing labels the next paragraph, so there must be one.
    return label if label and (label.rest or index < body[-1]) else None


def _label_lines(paragraphs: list[str], body: list[int]) -> dict[int, Label]:
    """Return the lines that hold a label only, come back, and stand beside a question at least once."""
    short = [index for index in body[:-1] if len(paragraphs[index]) <= 60 and not asks(paragraphs[index])]
    times = Counter(paragraphs[index].casefold() for index in short)
    lines: dict[int, Label] = {}
    for index in short:
        name = paragraphs[index].strip(".*_ ")
        shape = shape_of(name) if times[paragraphs[index].casefold()] > 1 else None
        if shape and shape != "title":
            lines[index] = Label(name, shape, "line", "")
    beside = {place for index in body if asks(paragraphs[index]) for place in (index - 1, index + 1)}
    at_turns = {lines[index].key for index in beside & lines.keys()}
    return {index: label for index, label in lines.items() if label.key in at_turns}


def _borne_out(label: Label, times: int, at_turns: int, answers_open: bool) -> bool:
    """Tell whether a label's form, its number and its places at the turn of question and answer suffice.

    A name with a full stop that stands once may open an answer ("Jean Martin. Nous lui devons tout.");
    it is a label only if the page's first answers open with labels.
    """
    if label.shape == "role word":
        return times > 1 or at_turns > 0 or not label.rest
    if label.shape == "name":
        return label.separator != "stop" or times > 1 or (at_turns > 0 and answers_open)
    if label.shape == "acronym":
        # "La Saint-Valentin 2019. Le camion ..." opens an answer where the others have no labels.
        firm = label.separator != "stop" or asks(label.rest) or may_request(label.rest)
        return times > 1 or (at_turns > 0 and firm)
    if label.separator == "stop" or label.shape == "title":
        return times > 1 and at_turns == times
    return times > 1


def _first_pair(
    paragraphs: list[str],
    body: list[int],
    candidates: dict[int, Label],
    accepted: set[int],
    groups: dict[str, list[int]],
) -> set[int]:
    """Return the openings of the first question and the first answer that bear each other out."""
    named = (index for index in body if index in candidates and candidates[index].shape != "title")
    question = next((index for index in named if asks(candidates[index].rest)), None)
    if question is None:
        return set()
    place = body.index(question)
    answer = body[place + 1] if place + 1 < len(body) else -1
    asked = candidates[question]
    answered = candidates.get(answer)
    pair: set[int] = set()
    if answered and not asks(answered.rest) and _page_knows(paragraphs, answer, answered):
        # Where the question's label stands at each turn, an answer's label would come back as well.
        returns = len(groups[asked.key]) > 2 and len(groups[answered.key]) == 1
        if answered.separator == asked.separator and not (returns and answer not in accepted):
            pair = {question, answer}
    alone = asked.separator != "stop" or any(word[0].isupper() for word in asked.name.split()[1:])
    if not pair and alone and not any(asks(paragraphs[index]) for index in body[:place]):
        pair = {question}
    return pair


def _page_knows(paragraphs: list[str], index: int, label: Label) -> bool:
    """Tell whether a single capitalized word is a name that the page has elsewhere: "Dupont. Nous ..."."""
    if label.shape != "single" or label.separator != "stop":
        return True
    known = re.compile(rf"(?<=[\w,] ){re.escape(label.name)}\b")
    return any(known.search(text) for place, text in enumerate(paragraphs) if place != index)


def named_labels(paragraphs: list[str], names: list[str], skip: set[int]) -> dict[int, Label]:
    """Return the paragraphs that open with one of the given labels, those in ``skip`` left out."""
    by_length = sorted(names, key=len, reverse=True)
    title = r"(?:\s*\([^()]{1,80}\)|,[^.:?!…\n–—]{1,90}(?=\s*[:–—]))?"
    opening = re.compile(
        rf"{_LEAD}(?P<name>{'|'.join(map(re.escape, by_length))}){title}\*{{0,2}}\s*"
        r"(?:[.:–—]|-\s|$)\*{0,2}\s*",
        re.I,
    )
    labels: dict[int, Label] = {}
    for index, paragraph in enumerate(paragraphs):
        if names and index not in skip and (found := opening.match(paragraph)):
            labels[index] = Label(found["name"], "name", "sign", paragraph[found.end() :].strip(" *"))
    return labels
