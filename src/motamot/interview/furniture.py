"""What a page holds beside the talk: captions, lines on author and date, links and buttons."""

from __future__ import annotations

import re

from motamot.interview.forms import asks, size, stops

CAPTION_WORDS = 40
BYLINE_WORDS = 25
BUTTON_WORDS = 12
_CAPTION = re.compile(
    r"(?:crédits?|légende|illustration|image|photo(?:graphie)?s?)(?:\s+(?:photo|d'illustration))?\s*[:—–©-]"
    r"|\(?(?:photo|crédit)s?\s|(?:dr|afp|reuters)\.?$",
    re.I,
)
# Photographers and agencies close a caption, in brackets or in capitals: (Photo A. Roy/REA), | OUEST-FRANCE.
_CREDIT = re.compile(
    r"\((?:photos?|crédits?|images?|illustration)\b[^()]*\)$"
    r"|\([A-ZÀ-Þ][A-ZÀ-Þ'&./ -]{2,}\)$"
    r"|(?<=[a-zà-ÿ\d])\s?(?:\.?\s?[|/]|\.)\s?[A-ZÀ-Þ][A-ZÀ-Þ'&«»/ -]*[A-ZÀ-Þ»]$"
    r"|\((?-i:(?:[A-ZÀ-Þ][\w'-]+\s){2,3}(?:pour|/)\s[A-ZÀ-Þ])[^()]*\)$"
    r"|[.)]\s[A-ZÀ-Þ]{2,}\s?/\s?[A-ZÀ-Þ][^.?!]{2,40}$",
    re.I,
)
_SEPARATOR = re.compile(r"[-–—*_=~•·#|/+\s]+")
_CAPITALS = re.compile(r"[^a-zà-ÿ]+")
_MONTH = r"[a-zéû]{3,9}\.?"
_MADE = r"(?:recueillie?s?|réalisée?s?|menée?s?|conduite?s?|préparée?s?)"
_BYLINE = re.compile(
    rf"(?:(?:propos|entretien|interview|textes?)\s)?{_MADE}\s(?:par|le|à)\b"
    rf"|(?:propos|entretien|interview)\s{_MADE}\b"
    r"|(?:publié|mis(?:e)? à jour|modifié|mis(?:e)? en ligne|actualisé)e?\s"
    r"|(?:par|de)\s(?:[A-ZÀ-Þ][\w'.-]+\s?){2,4}(?:$|[,|–—-])|par la rédaction\b"
    rf"|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{4}}|(?:le\s)?\d{{1,2}}(?:er)?\s{_MONTH}\s\d{{4}}\b"
    r"|(?i:(?:temps de )?lecture\s?:?\s\d|il y a \d+ \w+$|à l'instant$)|(?:le\s)?(?:hier|aujourd'hui) à \d"
)
_DATED = re.compile(
    rf"\b\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}\b|\b\d{{1,2}}(?:er)?\s{_MONTH}\s\d{{4}}\b"
    r"|\b\d{1,2}\s?[h:]\s?\d{2}\b|\b\d{1,3}\s?min(?:utes?)?\.?(?: de lecture)?$"
)
_LINK = re.compile(
    r"(?:[àa] )?(?:lire|voir|écouter|découvrir)(?: aussi| également| la vidéo)?\s*:"
    r"|(?:[àa] )?(?:lire|voir|écouter|découvrir) (?:aussi|également)\b"
    r"|(?:sur le même (?:sujet|thème)|publicité|newsletter|abonnez-vous|inscrivez-vous"
    r"|article réservé|https?://|www\.|contacts?(?: presse)?\s*:)"
    r"|[^.?!]*\b(?:dans votre (?:boîte (?:e-?)?mail|boîte de réception|messagerie)"
    r"|vous avez aimé (?:cet (?:article|épisode)|cette newsletter)"
    r"|(?:cet article|cet épisode|cette newsletter) vous a (?:plu|intéressé)"
    r"|notre newsletter|newsletter (?:qu'il|de|pour))\b",
    re.I,
)
# The buttons and boxes that websites put around an article; each is the whole of a short line.
_BUTTON = re.compile(
    r"(?:#|@)\s?\w|(?:partager|tweeter|envoyer|imprimer|copier le lien|enregistrer|sauvegarder)\b"
    r"|(?:re)?(?:trouvez|voyez|écoutez|lisez|découvrez|suivez|contactez|téléchargez|rejoignez|recevez)\b"
    r"|(?:ré)?écouter(?: l'article| le podcast| cet article)?$|écoutez\b"
    r"|(?:commenter|commentaires?|réagir|contribuer|réactions?)(?: \(\d+\))?$"
    r"|\d+ (?:commentaires?|réactions?)$"
    r"|réutiliser ce contenu|offrir (?:l'|cet )article|ajouter (?:à|aux) |lire plus tard|lire la suite"
    r"|voir en plein écran|agrandir l'image|(?:se désabonner|se connecter|s'abonner|s'inscrire)\b"
    r"|menu$|accueil$|rechercher$|fermer$|retour\b|et aussi\b|plus d'articles|articles? (?:liés?|similaires?)"
    r"|(?:thèmes?|thématiques?|sujets?) associée?s?|mots[- ]clés\b|tags\b|nos vidéos"
    r"|voir (?:tou(?:te)?s|plus)\b|je m'(?:inscris|abonne)\b|la rédaction vous (?:conseille|recommande)"
    r"|pour (?:aller plus loin|en savoir plus)|[àa] lire\b"
    r"|(?:tout |continuer sans )?accepter\b|(?:tout )?refuser\b|personnaliser\b|paramétrer\b"
    r"|(?:ce site|nous) utilis(?:e|ons) des cookies|gérer les cookies|mentions légales|tous droits réservés"
    r"|facebook$|twitter$|x$|linkedin$|whatsapp$|instagram$|e-?mail$|mail$",
    re.I,
)


def is_caption(text: str) -> bool:
    """Tell whether a paragraph names a photograph or the owner of its rights, or is a row of signs.

    Examples
    --------
    >>> is_caption("Anne Roy dans son atelier. (Photo Luc Noir/REA)"), is_caption("Elle travaille (en vain).")
    (True, False)
    """
    if size(text) > CAPTION_WORDS or asks(text):
        return False
    if _SEPARATOR.fullmatch(text):
        return True
    return (
        "©" in text or "(c)" in text.lower() or bool(_CAPTION.match(text)) or _ends_in_credit(text.rstrip())
    )


def _ends_in_credit(text: str) -> bool:
    found = _CREDIT.search(text)
    if not found or not re.search(r"[a-zà-ÿ]{2}", text[: found.start()]):
        return False
    named = found[0][1:].lower().startswith(("photo", "crédit", "image", "illustration"))
    agency = "/" in found[0][:8]
    commissioned = re.match(r"\([\w' -]+ (?:pour|/) ", found[0])
    return (
        bool(commissioned) or agency or (found[0][0] == "(" and named) or bool(_CAPITALS.fullmatch(found[0]))
    )


def is_byline(text: str) -> bool:
    """Tell whether a line names author and date rather than saying something."""
    if size(text) > BYLINE_WORDS or asks(text):
        return False
    return bool(_BYLINE.match(text[0].lower() + text[1:]) or _BYLINE.match(text)) or (
        size(text) <= 10 and not stops(text) and bool(_DATED.search(text))
    )


def is_link(text: str) -> bool:
    """Tell whether a line leads to another page, or is a button of the website.

    Examples
    --------
    >>> is_link("LIRE AUSSI : le prix du beurre"), is_link("Lire le rend heureux.")
    (True, False)
    """
    bare = text.lstrip("-–—•*>[]→⇒▶ ")
    if size(text) <= 40 and _LINK.match(bare):
        return True
    return size(text) <= BUTTON_WORDS and not asks(text) and bool(_BUTTON.match(bare)) and _is_button(bare)


def _is_button(text: str) -> bool:
    """Tell a button from an answer that opens with the same word: "Rejoignez-nous." ends as a sentence."""
    return not text.endswith((".", "!", "…")) or bool(
        re.match(r"retrouvez\b|(?:ce site|nous) utilis", text, re.I)
    )
