"""What the form of a paragraph tells: a question, a caption, a byline, a link, a line that is no sentence."""

from __future__ import annotations

import re

_CLOSING = " \"'»)]*_"
_ASIDE = re.compile(r"\s*\([^()]{0,60}\)$")
_CAPTION = re.compile(
    r"(?:crédits?|légende|illustration|image|photo(?:graphie)?s?)(?:\s+(?:photo|d'illustration))?\s*[:—–©-]"
    r"|\(?(?:photo|crédit)s?\s|(?:dr|afp|reuters)\.?$",
    re.I,
)
_BYLINE = re.compile(
    r"(?:propos|entretien|interview)\s(?:recueillie?s?|réalisée?s?|menée?s?)\b"
    r"|(?:publié|mis à jour|modifié)e?\s"
    r"|(?:par|de)\s(?:[A-ZÀ-Þ][\w'.-]+\s?){2,4}(?:$|[,|–—-])|par la rédaction\b"
    r"|(?i:lecture|temps de lecture)\s?:|\d{1,2}[/.]\d{1,2}[/.]\d{4}|(?:le\s)?\d{1,2}\s\w+\s\d{4}\b"
)
_DATED = re.compile(
    r"\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\b\d{1,2}(?:er)?\s[a-zéû]{3,9}\.?\s\d{4}\b|\b\d{1,2}\s?[h:]\s?\d{2}\b"
)
_LINK = re.compile(
    r"(?:[àa] )?(?:lire|voir|écouter|découvrir)(?: aussi| également| la vidéo)?\s*:"
    r"|(?:[àa] )?lire (?:aussi|également)\b"
    r"|(?:sur le même (?:sujet|thème)|publicité|partager|newsletter|abonnez-vous|inscrivez-vous"
    r"|article réservé|commentaires?\s*$|https?://)",
    re.I,
)
_FIRST_PERSON = re.compile(r"\b(?:je|nous|notre|nos|mon|mes)\b|\bj'", re.I)
_ADDRESS = re.compile(r"\b(?:vous|votre|vos|tu|ton|tes)\b|\bt'", re.I)
_REQUEST = re.compile(
    r"\w+[eè]z[ -](?:nous|m'en|moi)\b|(?:dis|parle|raconte)[ -](?:nous|moi)\b|un mot (?:sur|de)\b", re.I
)
_PRESENTS = re.compile(
    r"\b(?:entretien|interview|répond(?:ent)?|nos questions|explique(?:nt)?|détaille(?:nt)?|fait le point)\b",
    re.I,
)
_QUOTED_TITLE = re.compile(r"[^.?!]{0,160}[\"«“][^\"»”]+[\"»”]")

CAPTION_WORDS = 40
HEADLINE_WORDS = 30
HEADING_WORDS = 12
QUESTION_WORDS = 60
REQUEST_WORDS = 35


def _end(text: str) -> str:
    return _ASIDE.sub("", text[-200:]).rstrip(_CLOSING)


def asks(text: str) -> bool:
    """Tell whether a paragraph ends in a question mark, brackets and closing quotes left out."""
    return _end(text).endswith("?")


def stops(text: str) -> bool:
    """Tell whether a paragraph ends as a sentence does."""
    return _end(text).endswith((".", "?", "!", "…", ":", ";"))


def size(text: str) -> int:
    """Return the number of words between blanks."""
    return len(text.split())


def is_caption(text: str) -> bool:
    """Tell whether a paragraph names a photograph or the owner of its rights."""
    if size(text) > CAPTION_WORDS or asks(text):
        return False
    return "©" in text or "(c)" in text.lower() or bool(_CAPTION.match(text))


def is_byline(text: str) -> bool:
    """Tell whether a line names author and date rather than saying something."""
    if size(text) > 25 or asks(text):
        return False
    return bool(_BYLINE.match(text[0].lower() + text[1:]) or _BYLINE.match(text)) or (
        size(text) <= 10 and not stops(text) and bool(_DATED.search(text))
    )


def is_link(text: str) -> bool:
    """Tell whether a line leads to another page."""
    return size(text) <= 40 and bool(_LINK.match(text.lstrip("-–—•*>[]→ ")))


def is_headline(text: str) -> bool:
    """Tell whether a paragraph that stands first may be a headline: short, quoted, or no sentence."""
    if size(text) > HEADLINE_WORDS:
        return False
    # A quotation that asks may be a question set in quotes: the paragraphs around it tell.
    return not stops(text) or (bool(_QUOTED_TITLE.fullmatch(text)) and not (asks(text) and text[0] in '"«“'))


def is_heading(text: str) -> bool:
    """Tell whether a line within the page may be a heading: a few words that end no sentence."""
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
        return size(text) <= 2 * QUESTION_WORDS
    return size(text) <= QUESTION_WORDS and not (size(text) > 15 and _FIRST_PERSON.search(text))


def may_request(text: str) -> bool:
    """Tell whether a paragraph may ask without a question mark: "Parlez-nous de ...", "Vous avez ...".

    Only what addresses the other speaker counts, and only if it is short.
    """
    if size(text) > REQUEST_WORDS:
        return False
    if _REQUEST.match(text.lstrip("-–—•* ")) and not re.search(r"\bje\b|\bj'", text, re.I):
        return True
    return addresses(text) and bool(
        re.match(r"(?:et |mais |pourtant,? |or,? )?(?:vous|votre|vos)\b", text, re.I)
    )


def speaks(text: str) -> bool:
    """Tell whether somebody speaks of themselves, as in an answer; a standfirst may say "nos questions"."""
    if _PRESENTS.search(text):
        return False
    return bool(_FIRST_PERSON.search(text)) or bool(re.match(r"(?:oui|non|si|absolument|pas)\b", text, re.I))
