"""The language of titles, labels and messages, and the catalogues they come from."""

import tomllib
from functools import cache
from pathlib import Path

from motamot._tables import register as register_tables
from motamot.errors import MotamotError

LANGUAGES = ("en", "fr")
_CATALOGS = Path(__file__).resolve().parent / "messages"
_NNBSP = "\u202f"
_current = "en"


def use_language(language: str) -> None:
    """Choose the language of titles, labels, messages and decimal signs.

    Parameters
    ----------
    language : {"en", "fr"}
        English or French.

    Raises
    ------
    MotamotError
        For any other value.

    Examples
    --------
    >>> use_language("en")
    """
    global _current
    if language not in LANGUAGES:
        raise MotamotError(
            f'There is no edition in {language!r}: write use_language("en") or use_language("fr").'
        )
    _current = language
    register_tables()


def current_language() -> str:
    """Return the language in use, ``"en"`` or ``"fr"``."""
    return _current


@cache
def _catalog(domain: str) -> dict[str, dict[str, str]]:
    return tomllib.loads((_CATALOGS / f"{domain}.toml").read_text(encoding="utf-8"))


def message(key: str, /, language: str | None = None, **values: object) -> str:
    """Return the text of a catalogue entry in the language in use.

    Parameters
    ----------
    key : str
        ``"domain.name"``: the entry ``name`` of ``messages/domain.toml``.
    language : {"en", "fr"}, optional
        Another language than the one in use.
    **values : object
        What the entry's ``{placeholders}`` stand for.

    Returns
    -------
    str
        The text, filled in.
    """
    domain, name = key.split(".", 1)
    text = _catalog(domain)[name][language or _current]
    return text.format(**values) if values else text


def format_number(value: float, digits: int = 0) -> str:
    """Write a number as the language in use does: ``1,234.5`` or ``1 234,5``.

    Examples
    --------
    >>> format_number(1234.5, 1)
    '1,234.5'
    """
    text = f"{value:,.{digits}f}"
    if _current == "en":
        return text
    return text.replace(",", _NNBSP).replace(".", ",")
