"""Which encoding a file is in: decided by how well its signs sit in French words and typography."""

from __future__ import annotations

import codecs
import re
import unicodedata
from functools import cache
from itertools import islice

from motamot._language import message
from motamot.errors import MotamotError
from motamot.readers.languages import language_of
from motamot.readers.reading import Reading

# Longer marks first: UTF-32's begins with UTF-16's.
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Where two fit alike they give the same text, and the most common is named.
_CANDIDATES = ("cp1252", "iso8859-15", "mac-roman", "cp850")
_MAGIC = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0",
    b"{\\rtf",
    b"GIF8",
    b"\x1f\x8b",
)
_ABOVE_ASCII = re.compile(r"[^\x00-\x7f]")
_LETTERS = frozenset("àâçéèêëîïôùûœ")
# Letters that are words of their own.
_ALONE = frozenset("àôÀÔ")
# Where a sign of typography stands in French: (before it, after it), as character classes.
_PLACES = {
    "’": (r"[^\W_]", r"[^\W_]"),
    "‘": (r"[\s(]|^", r"\w"),
    "«": (r"[\s(\[—–’']|^", r"[\s\w]"),
    "»": (r"[\s\w.?!…)]", r"[\s.,;:?!)\]]|$"),
    "“": (r"[\s(«’']|^", r"[\w\s]"),
    "”": (r"[\w\s.?!…,)]", r"[\s.,;:?!)»]|$"),
    "\u00a0": (r"[\w«)%.,’'”]", r"[»?!:;%€\d\w]|$"),
    "…": (r"[\w\s)»]", r"[\s»)”?!]|$"),
    "–": (r"[\s\d]|^", r"[\s\d]"),
    "—": (r"\s|^", r"\s"),
    "€": (r"[\d\s]", r"[\s.,;:?!)/]|$"),
    "½": (r"[\d\s]|^", r"[\s.,]"),
    "°": (r"[\dnN]", r"[\s\dC]|$"),
    "²": (r"m", r"[\s.,;:?!)]|$"),
    "©": (r"\s|^", r"[\s\w]"),
    "®": (r"\w", r"[\s.,;:]|$"),
    "•": (r"\s|^", r"\s"),
    "·": (r"\w", r"\w"),
}
# The signs looked at: enough to decide, whatever the length of the file.
_SAMPLE = 20_000


def decode(content: bytes, name: str) -> Reading:
    """Decode text, finding its encoding.

    A byte order mark or valid UTF-8 decides; otherwise the one-byte encoding in which the signs above
    ASCII sit best in French words. (Detectors made for all languages take cp1252 and MacRoman for
    Central European ones on texts as short as an interview.)

    Parameters
    ----------
    content : bytes
        What the file holds.
    name : str
        The file's name, for messages.

    Returns
    -------
    Reading
        The text and its encoding.

    Raises
    ------
    MotamotError
        If it is no text, or no usual encoding makes French of it.

    Examples
    --------
    >>> decode("L’été à Noël, cœur d’œuvre".encode("cp1252"), "a.txt").encoding
    'cp1252'
    >>> decode("L'été à Noël, très bien".encode("cp850"), "a.txt").text
    "L'été à Noël, très bien"
    """
    if is_binary(content):
        raise MotamotError(message("readers.binary", name=name))
    encoding = _marked(content) or _without_mark(content)
    if encoding is None and b"\0" in content:
        raise MotamotError(message("readers.binary", name=name))
    if encoding is None:
        return _plausible(_by_french(content, name), name)
    try:
        reading = Reading(content.decode(encoding), encoding.removesuffix("-sig"))
    except UnicodeDecodeError as error:
        raise MotamotError(message("readers.encoding", name=name)) from error
    return _plausible(reading, name)


def is_binary(content: bytes) -> bool:
    """Tell whether a file opens as pictures, archives, PDF and the like do."""
    return content.startswith(_MAGIC)


def damaged_signs(text: str) -> list[tuple[str, str, int]]:
    """List what a wrong encoding once left in a text.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    list of tuple
        What stands there, what was meant ("" where that is lost) and how often, most frequent first.

    Examples
    --------
    >>> damaged_signs("L’Ã©tÃ© dernier")
    [('Ã©', 'é', 2)]
    """
    meant, pattern = _mojibake()
    counts: dict[str, int] = {}
    for match in pattern.finditer(text):
        counts[match.group()] = counts.get(match.group(), 0) + 1
    found = [(sign, meant[sign], count) for sign, count in counts.items()]
    return sorted(found, key=lambda one: (-one[2], one[0]))


def is_mojibake(text: str) -> bool:
    """Tell whether a text was once read in a wrong encoding and saved so: ``Ã©`` for *é*.

    Examples
    --------
    >>> is_mojibake("L’Ã©tÃ©"), is_mojibake("L’été")
    (True, False)
    """
    return bool(damaged_signs(text))


@cache
def _mojibake() -> tuple[dict[str, str], re.Pattern[str]]:
    """Return what UTF-8 becomes in each one-byte encoding, with what it was."""
    meant = {"\ufffd": "", "Ã ": "à"}
    for sign in "éèàêçùôîâûëïöüœæÉÈÀÊÇŒ’‘“”«»…–—€\u00a0":
        for encoding in ("cp1252", "latin-1", "mac-roman", "cp850"):
            meant.setdefault(sign.encode().decode(encoding, errors="replace").rstrip("\ufffd"), sign)
    whole = {wrong: sign for wrong, sign in meant.items() if len(wrong) > 1 or wrong == "\ufffd"}
    longest_first = sorted(whole, key=len, reverse=True)
    return whole, re.compile("|".join(map(re.escape, longest_first)))


def _marked(content: bytes) -> str | None:
    return next((encoding for bom, encoding in _BOMS if content.startswith(bom)), None)


def _without_mark(content: bytes) -> str | None:
    """Recognize UTF-16 without its mark: every second byte of Latin letters is zero."""
    head = content[:400]
    if head.count(0) <= len(head) // 4:
        return None
    return "utf-16-le" if head[1::2].count(0) > head[0::2].count(0) else "utf-16-be"


def _by_french(content: bytes, name: str) -> Reading:
    try:
        return Reading(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        _refuse_broken_utf8(content, error.start, name)
    tries = []
    for rank, encoding in enumerate(_CANDIDATES):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        tries.append((_fit(text), -rank, Reading(text, encoding)))
    if not tries:
        raise MotamotError(message("readers.encoding", name=name))
    fit, _, reading = max(tries, key=lambda one: one[:2])
    # Of a text in another language the language is the better reason, and that is told later.
    if fit < 0 and language_of(reading.text) == "fr":
        raise MotamotError(message("readers.encoding", name=name))
    return reading


def _refuse_broken_utf8(content: bytes, position: int, name: str) -> None:
    """Refuse UTF-8 in which a few bytes are broken: any other encoding would make nonsense of the rest."""
    text = content.decode("utf-8", errors="replace")
    broken, whole = text.count("\ufffd"), sum(1 for _ in islice(_ABOVE_ASCII.finditer(text), _SAMPLE))
    if whole > 4 * broken:
        line = content.count(b"\n", 0, position) + 1
        raise MotamotError(message("readers.broken", name=name, line=line))


def _plausible(reading: Reading, name: str) -> Reading:
    """Refuse what decodes but is no text: control characters in number."""
    sample = reading.text[:_SAMPLE]
    controls = sum(unicodedata.category(sign) == "Cc" and sign not in "\t\n\r\f\v" for sign in sample)
    if controls > len(sample) / 200:
        raise MotamotError(message("readers.binary", name=name))
    return reading


def _fit(text: str) -> float:
    """Add up how well each sign above ASCII sits where it stands."""
    return sum(
        _sits(text[match.start() - 1 : match.start()], match.group(), text[match.end() : match.end() + 1])
        for match in islice(_ABOVE_ASCII.finditer(text), _SAMPLE)
    )


def _sits(before: str, sign: str, after: str) -> float:
    if sign.isalpha():
        return _letter_sits(before, sign, after)
    if sign not in _PLACES:
        return -2
    left, right = _PLACES[sign]
    return 1 if re.match(left, before) and re.match(right, after) else -1


def _letter_sits(before: str, sign: str, after: str) -> float:
    inside = before.isalpha() or after.isalpha()
    if before.isdigit() or (not inside and sign not in _ALONE):
        return -1
    if sign.isupper():
        if before.islower():
            return -2
        return 0.8 if sign.lower() in _LETTERS and not (before.isupper() and after.islower()) else -0.5
    if before.isupper() and after.isupper():
        return -1
    # Letters of other languages stand in names; é and its like stand in every French sentence.
    return 1 if sign in _LETTERS else -0.5
