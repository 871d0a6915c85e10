"""What a French token looks like: the parts of one pattern, each with its reason.

The pattern is searched in pieces without blanks; :mod:`motamot.tokens` joins what goes on across a blank.
No quantifier stands inside another over the same characters, and what may be tried at every place is
bounded, so that no piece, however long, makes the search more than linear.
"""

from __future__ import annotations

import re

_APOSTROPHE = "['’ʼ]"
_LETTER = r"[^\W\d_]"
_ALNUM = r"[^\W_]"
_NO_MORE = r"(?![^\W_]|-[^\W\d_]{2})"

# Addresses stay whole, without the punctuation of the sentence they stand in.
_ADDRESS = (
    r"(?:https?://|www\.)[^\s<>«»\"“”]*[^\s<>«»\"“”.,;:!?)\]…]"
    r"|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"
    r"|[#@]\w+"
    rf"|{_ALNUM}{{1,63}}(?:[.-]{_ALNUM}{{1,30}}){{0,4}}\.(?:com|fr|org|net|eu|be|ch|ca|info)(?!{_ALNUM})"
)

# Words that hold an apostrophe; in all others it ends an elided word.
_WITH_APOSTROPHE = (
    rf"(?:aujourd{_APOSTROPHE}hui|quelqu{_APOSTROPHE}une?|c{_APOSTROPHE}est-à-dire|prud{_APOSTROPHE}hom\w+"
    rf"|entr{_APOSTROPHE}\w+|presqu{_APOSTROPHE}îles?|rock{_APOSTROPHE}n{_APOSTROPHE}roll)(?!\w)"
)
# No word is elided in front of a name as in N'Guyen or M'Baye: "ne" and "me" stand before verbs.
_ELIDED = (
    rf"(?!(?-i:[NM]{_APOSTROPHE}[A-ZÀ-Þ][a-zß-ÿ]))"
    rf"(?:(?:jus|lors|puis|quoi)?qu|[ldcjmtsnçyz]){_APOSTROPHE}(?=\w|[«\"“*(]|$)"
)

# Case matters here: "Me" is a lawyer, "me" a pronoun. Words that may end a sentence (art., vol., ex.)
# are not listed: NEIGHBORLY says when they are abbreviations.
_ABBREVIATION = (
    rf"(?-i:(?:{_LETTER}\.-?){{2,}}(?!{_LETTER}{{2}})"
    r"|(?:MM?|Mmes?|Mlles?|Mrs?|Mgr|Dr|Pr|Me|Ste?|etc|cf|av|apr|pp?|éd|Jr|Sr|Cie)\.(?=[\w(«\"]|$|[,;)])"
    r"|c\.-à-d\.)"
)

# 3,5 ; 1er ; 12/03/2021 ; +5. A unit or an hour that sticks to its number is a token of its own, as it is
# after a blank: 10km like 10 km, 20h30 like 20 h 30, 3,5M€ like 3,5 M€. Other letters make a word: 4G, A320.
_UNIT = r"(?-i:(?:[kcm]?m|[km]g|[cm]l|ha|min|[hH])(?:[²³]|(?![^\W\d_]))|(?:[kKM]|Mds?)(?=[€$£]))"
_ORDINAL = r"(?:ers?|e|ères?|re|èmes?|ndes?|nd|es)"
_NUMBER = (
    rf"(?:(?<![\w)])[+−-])?\d+(?:[.,]\d+(?={_LETTER})|(?:[.,:/'’-]\d+)*(?:{_ORDINAL}?{_NO_MORE}|(?={_UNIT})))"
    r"|(?<=\d)[hH](?=\d{2}(?!\w)|-\d)"
)
_NUMBER_SIGN = r"(?<!\w)n°|°C"
_RATE = rf"(?<!{_LETTER})(?:km/h|m/s)(?!\w)"

# Pronouns that follow a verb by a hyphen are words of their own: dit-il, donne-le-moi, va-t'en.
# Those that are articles or prepositions too have the case of the verb: Châtelet-Les Halles has none.
_CLEAR = "je|tu|ils?|elles?|nous|vous|moi|toi|lui|leur|là"
_DOUBTFUL = "on|les?|la|y|en|ce"
_PRONOUN = rf"(?:{_CLEAR}|(?-i:{_DOUBTFUL}|(?<=[A-ZÀ-Þ]-)(?:{_DOUBTFUL.upper()})))"
_LINKED = rf"-t-(?:ils?|elles?|on)(?!\w)|-[mt]{_APOSTROPHE}(?=(?:en|y)(?!\w))"
_INVERTED = rf"-{_PRONOUN}(?![\w'’]|-(?!{_PRONOUN}(?![\w'’-])))"
# Compounds whose second half only looks like such a pronoun: celui-là, rendez-vous, au-delà.
_COMPOUND_HEAD = r"(?:celui|celle|ceux|celles|jusque|là|rendez|week|par|au|ci|de|vis|sous|entre)"

# A hyphen or an inner apostrophe goes on a word (e-commerce, Côte-d'Or, p'tit), and so do the
# inclusive endings of vendeur·se, salarié(e)s, client.e.s, the & of R&D and the ~ of transcripts.
_WORD = (
    rf"{_COMPOUND_HEAD}-\w+(?:-\w+)*"
    rf"|{_ALNUM}+(?:(?!{_LINKED})(?!{_INVERTED})-{_ALNUM}+|(?<={_LETTER}){_APOSTROPHE}{_LETTER}+"
    rf"|_{_ALNUM}+|·{_ALNUM}+|\((?:e|s|es|ne|nes)\)(?:s(?!\w))?|\.(?:e|ne|euse|rice|trice|ère)(?:\.?s)?(?!\w)"
    r"|&[A-Z]\b|~)*"
)
_MARK = r"\.{2,}|--+|[^\w\s]|_+"

# The first alternative that matches wins, so the order is part of the grammar.
TOKEN = re.compile(
    "|".join(
        (
            _ADDRESS,
            _WITH_APOSTROPHE,
            _ELIDED,
            _ABBREVIATION,
            _RATE,
            _NUMBER,
            _NUMBER_SIGN,
            _LINKED,
            # After a letter, or alone as in a list of words.
            rf"(?<={_LETTER}){_INVERTED}|(?-i:^-(?:{_CLEAR}|{_DOUBTFUL})$)",
            _WORD,
            _MARK,
        )
    ),
    re.IGNORECASE,
)

# The end of a piece that is an abbreviation only before certain neighbors, see `is_abbreviation`.
NEIGHBORLY = re.compile(r"(?<!\w)(?:([A-ZÀ-ÖØ-ÞŒŸ])|([Aa]rt|[Vv]ol|[Nn]o|[Ff]ig|[Cc]hap|env)|(ex))\.\Z")
LONGEST_NEIGHBORLY = 6

# A number in groups goes on after one of these blanks with three digits: 50 000, 1 000,50.
NUMBER_HEAD = re.compile(r"[+−-]?\d{1,3}")
NUMBER_GROUP = re.compile(rf"\d{{3}}(?:,\d+)?(?:{_ORDINAL})?(?!\w)")
NUMBER_BLANKS = frozenset(" \u00a0\u202f\u2009")
BETWEEN_DIGITS = re.compile(r"\d(\s++)(?=\d{3})")


def is_abbreviation(before: str, piece: str, after: str) -> bool:
    """Tell whether the full stop of `piece` belongs to its last word, given the pieces around it.

    An initial stands before a capital (J. Dupont), *art.* and the like before a digit, *ex.* after *par*
    or *p.* or before a colon.
    """
    match = NEIGHBORLY.search(piece, max(0, len(piece) - LONGEST_NEIGHBORLY))
    if match is None:
        return False
    initial, numbered, _ = match.groups()
    if initial:
        return after[:1].isupper()
    if numbered:
        return after[:1].isdecimal()
    return before.casefold() in ("par", "p.", "(par", "(p.") or after[:1] == ":"
