"""Lemmas: the dictionary form of each word, by simplemma."""

from __future__ import annotations

from collections.abc import Sequence

from motamot._language import message
from motamot._words import checked_words
from motamot.errors import MissingExtraError

# What the dictionary of simplemma does not hold: short forms before a vowel, and inverted pronouns.
_SHORT = {
    "l'": "le", "d'": "de", "j'": "je", "n'": "ne", "s'": "se", "c'": "ce", "m'": "me", "t'": "te",
    "-t-il": "il", "-t-elle": "elle", "-t-on": "on", "-t-ils": "ils", "-t-elles": "elles",
}  # fmt: skip


def lemmas(words: Sequence[str]) -> list[str]:
    """Return the lemma of each word: the form under which a dictionary lists it.

    Each word is looked up alone, without its sentence: *suis* is always *être*, *été* (the season) may be
    too, and a word that the dictionary lacks (names, anglicisms) stays as it is. Needs the extra `lemmas`.

    Parameters
    ----------
    words : list of str
        From :func:`motamot.words`; in lower case proper names may meet common words (*Paris*, *pari*).

    Returns
    -------
    list of str
        As many as there are words, in their order.

    Raises
    ------
    MissingExtraError
        If simplemma is not installed; the message names the extra.
    MotamotError
        If `words` is a text instead of a list, or holds something that is no word.

    References
    ----------
    Barbaresi, A. (2021). Simplemma, a simple multilingual lemmatizer for Python.

    Examples
    --------
    >>> lemmas(["les", "marchés", "l'", "activité", "AliExpress"])
    ['le', 'marché', 'le', 'activité', 'AliExpress']
    """
    listed = checked_words(words, "lemmas")
    try:
        from simplemma import lemmatize
    except ImportError as error:
        raise MissingExtraError(message("lemmas.extra")) from error
    known = {word: _lemma(word) or str(lemmatize(word, lang="fr")) for word in set(listed) if word}
    return [known.get(word, word) for word in listed]


def _lemma(word: str) -> str | None:
    """Return the full form of a word cut short, or None."""
    plain = word.lower().replace("’", "'")
    return _SHORT.get(plain) or (f"{plain[:-1]}e" if plain.endswith("qu'") else None)
