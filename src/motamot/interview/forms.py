"""What the form of a paragraph tells: a question, a request, a headline, a line that is no sentence."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import chain, pairwise

_DASHES = ("-", "–", "—")
_CLOSING = " \"'»)]*_"
# Emoji, and the signs that give them a color or join them.
_PICTURES = frozenset(("So", "Sk", "Mn", "Zs", "Cf"))
_ASIDE = re.compile(r"\s*\([^()]{0,60}\)$")
_FIRST_PERSON = re.compile(r"\b(?:je|nous|notre|nos|mon|mes)\b|\bj'", re.I)
_ADDRESS = re.compile(r"\b(?:vous|votre|vos|tu|toi|ton|tes)\b|\bt'", re.I)
# Who answers says "Permettez-moi" and "Laissez-moi"; who asks may call the other by name first.
_REQUEST = re.compile(
    r"(?:[^,.?!]{1,30},\s){0,2}(?!(?:permet|laiss|croi|croy|excus|pardonn)\w*[ -])"
    r"(?:\w+[eè]z[ -](?:nous|m'en|moi)\b|(?!\w*(?:ons|sommes)-)\w{3,}-(?:nous|moi)\b"
    r"|(?:décriv|racont|résum|cit|définiss|expliqu|détaill|précis|présent)ez\b)|un mot (?:sur|de)\b",
    re.I,
)
_PRESENTS = re.compile(
    r"\b(?:entretien|interview|répond(?:ent)?|nos questions|explique(?:nt)?|détaille(?:nt)?|fait le point)\b",
    re.I,
)
_QUOTES_QUESTION = re.compile(r"\w.*[,:]\s*(?:«[^«»]*\?\s*»|“[^“”]*\?\s*”|\"[^\"]*\?\s*\")[\s.]*$", re.S)
_QUOTED_LINE = re.compile(r"«[^«».?!]+»|“[^“”.?!]+”|\"[^\".?!]+\"")
_REPLY = re.compile(
    r"(?:oui|non|si|absolument|exactement|tout à fait|pas du tout|bien sûr|évidemment|en effet|effectivement"
    r"|c'est (?:vrai|faux|exact|juste))\b(?!-)",
    re.I,
)
_QUOTED_TITLE = re.compile(r"[^.?!]{0,160}[\"«“][^\"»”]+[\"»”]")

_TAIL = 300
HEADLINE_WORDS = 30
HEADING_WORDS = 12
QUESTION_WORDS = 60
REQUEST_WORDS = 35
REMARK_WORDS = 10
LEADING_WORDS = 15
STATEMENT_WORDS = 25


def _end(text: str) -> str:
    """Return the last signs of a paragraph up to its last mark or letter: no quotes, brackets or emoji."""
    tail = _ASIDE.sub("", text[-200:]).rstrip(_CLOSING)
    length = len(tail)
    while length and unicodedata.category(tail[length - 1]) in _PICTURES:
        length -= 1
    return tail[:length].rstrip(_CLOSING)


@lru_cache(maxsize=2048)
def asks(text: str) -> bool:
    """Tell whether a paragraph ends in a question mark, brackets and closing quotes left out.

    A question that somebody quotes at the end of a sentence is not asked there.

    Examples
    --------
    >>> asks("Quel bilan ? (Rires)"), asks("Ils me disent : « Vous auriez la même ? »")
    (True, False)
    """
    return _end(text).endswith("?") and not _QUOTES_QUESTION.search(text[-_TAIL:])


def stops(text: str) -> bool:
    """Tell whether a paragraph ends as a sentence does."""
    return _end(text).endswith((".", "?", "!", "…", ":", ";"))


def opens_with_dash(text: str) -> bool:
    """Tell whether a paragraph opens with a dash and a blank, as speech or the item of a list does."""
    return text[:1] in _DASHES and text[1:2].isspace()


def is_dialogue(paragraphs: list[str]) -> bool:
    """Tell whether a dash opens each turn: at every question, and at what follows it.

    Examples
    --------
    >>> is_dialogue(["– Quel bilan ?", "– Bon.", "– Et demain ?", "– Nous verrons."])
    True
    """
    pairs = [pair for pair in pairwise(paragraphs) if asks(pair[0])]
    listed = any(opens_with_dash(text) and text.endswith((";", ",", ":")) for text in paragraphs)
    return len(pairs) > 1 and not listed and all(map(opens_with_dash, chain.from_iterable(pairs)))


def size(text: str) -> int:
    """Return the number of words between blanks."""
    return len(text.split())


def is_headline(text: str) -> bool:
    """Tell whether a paragraph that stands first may be a headline: short, quoted, or no sentence."""
    if size(text) > HEADLINE_WORDS:
        return False
    # A quotation that asks may be a question set in quotes: the paragraphs around it tell.
    return not stops(text) or (bool(_QUOTED_TITLE.fullmatch(text)) and not (asks(text) and text[0] in '"«“'))


def is_heading(text: str) -> bool:
    """Tell whether a line within the page may be a heading: a few words that end no sentence."""
    if _QUOTED_LINE.fullmatch(text) and size(text) <= HEADING_WORDS:
        return True
    if size(text) > HEADING_WORDS or not text[0].isalnum() or text[0].islower():
        return False
    return not stops(text) and text[-1] not in ',"»'


def addresses(text: str) -> bool:
    """Tell whether somebody is spoken to, and nobody speaks of themselves."""
    return bool(_ADDRESS.search(text)) and not _FIRST_PERSON.search(text)


def may_ask(text: str) -> bool:
    """Tell whether a paragraph that ends in a question mark is a question rather than part of an answer."""
    if not asks(text):
        return False
    if _ADDRESS.search(text):
        # Who asks seldom says "je"; who answers may turn to the other at the end of a longer paragraph.
        answers = bool(re.search(r"\bje\b|\bj'", text, re.I)) and len(re.findall(r"[.!?…]\s", text)) > 0
        return size(text) <= 2 * QUESTION_WORDS and not answers
    return size(text) <= QUESTION_WORDS and not (size(text) > 15 and _FIRST_PERSON.search(text))


def may_request(text: str) -> bool:
    """Tell whether a paragraph may ask without a question mark: "Parlez-nous de ...", "Vous avez ...".

    Only what addresses the other speaker counts, and only if it is short.
    """
    if size(text) > REQUEST_WORDS:
        return False
    if _REQUEST.match(text.lstrip("-–—•* ")) and not re.search(r"\bje\b|\bj'", text, re.I):
        return True
    opens = bool(re.match(r"(?:et |mais |pourtant,? |or,? )?(?:vous|votre|vos)\b", text, re.I))
    return addresses(text) and (opens or size(text) <= REMARK_WORDS)


def requests(text: str) -> bool:
    """Tell whether a paragraph opens by asking somebody to speak: "Racontez-nous ..."."""
    return size(text) <= REQUEST_WORDS and bool(_REQUEST.match(text.lstrip("-–—•* ")))


def leads_on(text: str) -> bool:
    """Tell whether a short line leaves its sentence open for the other speaker: "Donc la ville va bien…"."""
    return (
        size(text) <= LEADING_WORDS
        and text.rstrip(_CLOSING).endswith(("…", "..."))
        and not _FIRST_PERSON.search(text)
    )


def replies(text: str) -> bool:
    """Tell whether a paragraph opens as a reply does: "Oui, ...", "C'est faux. ..."."""
    return bool(_REPLY.match(text.lstrip('-–—•*«" ')))


def may_state(text: str) -> bool:
    """Tell whether a paragraph is a statement short enough to be put to somebody: "Le marché recule."."""
    return size(text) <= STATEMENT_WORDS and stops(text) and not _FIRST_PERSON.search(text)


def speaks(text: str) -> bool:
    """Tell whether somebody speaks of themselves, as in an answer; a standfirst may say "nos questions"."""
    if _PRESENTS.search(text):
        return False
    return bool(_FIRST_PERSON.search(text)) or bool(
        re.match(r"[-–—\s]*(?:oui|non|si|absolument|pas)\b", text, re.I)
    )
