"""What in a text may point to a person: names, e-mail addresses, telephone numbers."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from motamot._texts import check_text, compose

if TYPE_CHECKING:
    import pandas as pd

_EMAIL = re.compile(
    r"[\w.+-]{1,64}(?:@|\s?[\[(](?:at|arobase|à)[\])]\s?)[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}", re.I
)
# French numbers, at home (06 12 34 56 78) and from abroad (+33 6 ..., 0033), and others with a +.
_GAP = r"[ .\u00a0\u202f/-]?"
_PHONE = re.compile(
    rf"(?<![\w+])(?:(?:\(?\+|00{_GAP})33\)?{_GAP}(?:\(0\))?{_GAP}[1-9]|0[1-9])(?:{_GAP}\d{{2}}){{4}}(?!\d)"
    rf"|(?<![\w+])\+\d{{1,3}}(?:{_GAP}\d{{1,4}}){{3,5}}(?!\d)"
)
_UPPER, _LOWER = "A-ZÀ-ÖØ-ÞŒ", "a-zà-öø-ÿœ"
# A capital may stand inside as well (LaRoche, AliExpress), or behind a first letter (N'Guyen).
_INSIDE = rf"(?:[{_UPPER}][{_LOWER}]+)*"
_CAPITALIZED = (
    rf"(?:[{_UPPER}][’'])?[{_UPPER}][{_LOWER}]+{_INSIDE}(?:[-’'](?:[{_UPPER}]?[{_LOWER}]+{_INSIDE})){{0,3}}"
)
_CAPITALS = rf"(?:[{_UPPER}][’'])?[{_UPPER}]{{2,}}(?:[-’'][{_UPPER}]{{2,}}){{0,3}}"
_SURNAME = rf"(?:{_CAPITALS}(?![{_LOWER}])|{_CAPITALIZED})"
_TITLE = r"(?:M\.|MM\.|Mme|Mlle|Dr|Pr|Me)"
_PARTICLE = r"(?:d’|d'|de la |de |du |des |le |la |von |van |LE |LA |DE |DU )"
_INITIALS = rf"(?:[{_UPPER}]\.[ \u00a0-]?){{0,2}}[{_UPPER}]\.[ \u00a0]"
# Before an acronym these name no person: le PDG, la RATP.
_NO_FIRST_NAME = r"(?!(?:L[ae]s?|Une?|D[eu]s?|Aux?|En|Chez|Groupe)[ \u00a0])"
# At the head of a line, a name all in capitals is a speaker's label.
_LABEL = (
    rf"(?m:^)(?!L[AE]S? |À |LIRE |VOIR ){_CAPITALS}(?:[ \u00a0]{_PARTICLE}?{_CAPITALS}){{1,3}}"
    r"(?=\.?\s?[:–—-]|\. )"
)
_NAME = re.compile(
    rf"{_TITLE}[ \u00a0]{_PARTICLE}?{_SURNAME}(?:[ \u00a0]{_PARTICLE}?{_SURNAME}){{0,2}}"
    rf"|(?<![\w’'-]){_CAPITALIZED}(?:[ \u00a0]{_PARTICLE}?{_CAPITALIZED}){{1,3}}"
    rf"|(?<![\w’'-]){_NO_FIRST_NAME}{_CAPITALIZED}[ \u00a0]{_PARTICLE}?{_CAPITALS}(?!\w)"
    rf"|(?<![\w’'.-]){_INITIALS}{_CAPITALIZED}"
    rf"|{_LABEL}"
)


def personal_data(text: str) -> pd.DataFrame:
    """List what looks like names, e-mail addresses and telephone numbers; names are guessed by capitals.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    pandas.DataFrame
        One row a find: `kind` (name, e-mail, telephone), `text`, `count`. Not finding anything proves
        nothing: read the text yourself.

    Raises
    ------
    MotamotError
        If `text` is no text, for example a column of a table.

    Examples
    --------
    >>> personal_data("Écrivez à Anne Le Goff, anne@exemple.fr, 06 12 34 56 78.")["kind"].tolist()
    ['name', 'e-mail', 'telephone']
    """
    import pandas as pd

    check_text(text, "personal_data")
    # A letter whose accent stands apart would end the name.
    text = compose(text)
    rows = []
    for kind, pattern in (("name", _NAME), ("e-mail", _EMAIL), ("telephone", _PHONE)):
        found = Counter(" ".join(match.group().split()) for match in pattern.finditer(text))
        rows += [
            (kind, value, count) for value, count in sorted(found.items(), key=lambda one: (-one[1], one[0]))
        ]
    return pd.DataFrame(rows, columns=["kind", "text", "count"])
