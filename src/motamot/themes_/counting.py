"""Count themes in texts with a lexicon: longest match, no double count, every hit can be seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from motamot._patterns import fits, fold, pieces
from motamot._texts import labeled_texts

if TYPE_CHECKING:
    import pandas as pd

    from motamot.lexicon import Lexicon

    Texts = str | Sequence[str] | Mapping[Hashable, str] | pd.Series[str]


class _Rule(NamedTuple):
    """An entry ready to be matched: piece numbers, theme, and the entry as written."""

    pieces: tuple[int, ...]
    excludes: bool
    theme: str
    entry: str


class _Matcher(dict[str, tuple[_Rule, ...]]):
    """For each token the rules that can start there, longest first; filled as tokens are met."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self._numbers: dict[str, int] = {}
        self._kinds: dict[str, frozenset[int]] = {}
        rules = [
            _Rule(
                tuple(self._numbers.setdefault(piece, len(self._numbers)) for piece in pieces(entry.entry)),
                entry.kind == "exclude",
                entry.theme,
                entry.entry,
            )
            for entry in lexicon.entries
        ]
        # On a tie the exclusion wins: it was written to stop the other.
        self._rules = sorted(rules, key=lambda rule: (-len(rule.pieces), not rule.excludes))

    def __missing__(self, token: str) -> tuple[_Rule, ...]:
        kinds = self.kinds(token)
        self[token] = tuple(rule for rule in self._rules if rule.pieces[0] in kinds) if kinds else ()
        return self[token]

    def kinds(self, token: str) -> frozenset[int]:
        """Return the numbers of the pieces that a token fits."""
        known = self._kinds.get(token)
        if known is None:
            folded = fold(token)
            known = frozenset(n for piece, n in self._numbers.items() if fits(folded, piece))
            self._kinds[token] = known
        return known

    def follows(self, rule: _Rule, tokens: list[str], start: int) -> bool:
        """Tell whether the rule's further pieces follow its first one."""
        if start + len(rule.pieces) > len(tokens):
            return False
        return all(number in self.kinds(tokens[start + j]) for j, number in enumerate(rule.pieces[1:], 1))

    def hits(self, tokens: list[str]) -> Iterator[tuple[int, _Rule]]:
        """Yield position and rule of each hit: from the left, longest first, each theme for itself."""
        free_from: dict[str, int] = {}
        for position, rules in enumerate(map(self.__getitem__, tokens)):
            for rule in rules:
                if free_from.get(rule.theme, 0) <= position and self.follows(rule, tokens, position):
                    free_from[rule.theme] = position + len(rule.pieces)
                    if not rule.excludes:
                        yield position, rule


def count_themes(texts: Texts, lexicon: Lexicon) -> pd.DataFrame:
    r"""Count the hits of each theme in each text.

    Parameters
    ----------
    texts : str, list of str, or mapping or Series of label to str
        The texts (or paragraphs, or turns).
    lexicon : Lexicon
        From :func:`motamot.load_lexicon`.

    Returns
    -------
    pandas.DataFrame
        One row a text and theme, zeros included: `text` (label; number from 0 in a list), `theme`,
        `count`, `words` (of the text), `per_1000` (NaN for a text without words) and `hits`: which
        words were found, most frequent first, ``"clients ×2, relation client ×1"``. Within a theme a
        word counts once and the longest entry wins; a word may serve two themes.

    Raises
    ------
    MotamotError
        If an element of `texts` is no text.

    Examples
    --------
    >>> from motamot.lexicon import parse_lexicon
    >>> head = "theme;label_en;label_fr;kind;entry;note"
    >>> mine = parse_lexicon(head + "\nclients;Clients;Clients;include;client*;", "mine.csv")
    >>> count_themes("La relation client et les clients", mine)[["theme", "count", "hits"]].values.tolist()
    [['clients', 2, 'client ×1, clients ×1']]
    """
    import numpy as np
    import pandas as pd

    from motamot.tokens import tokenize

    matcher, themes, rows = _Matcher(lexicon), lexicon.themes, []
    for label, text in labeled_texts(texts):
        tokens = tokenize(text)
        found: dict[str, Counter[str]] = {theme: Counter() for theme in themes}
        for position, rule in matcher.hits(tokens):
            found[rule.theme][_match(tokens, position, rule)] += 1
        length = sum(1 for token in tokens if token[0].isalnum() or any(map(str.isalnum, token)))
        for theme, hits in found.items():
            count = hits.total()
            rate = 1000 * count / length if length else np.nan
            rows.append((label, theme, count, length, rate, _listed(hits)))
    return pd.DataFrame(rows, columns=["text", "theme", "count", "words", "per_1000", "hits"])


def count_entries(texts: Texts, lexicon: Lexicon) -> pd.DataFrame:
    r"""Count the hits of each entry over all texts, so that idle and greedy entries are seen.

    Parameters
    ----------
    texts : str, list of str, or mapping or Series of label to str
        The texts.
    lexicon : Lexicon
        From :func:`motamot.load_lexicon`.

    Returns
    -------
    pandas.DataFrame
        One row an entry that includes, in the order of the lexicon: `theme`, `entry`, `count` (0 for
        an entry that found nothing) and `hits`.

    Raises
    ------
    MotamotError
        If an element of `texts` is no text.

    Examples
    --------
    >>> from motamot.lexicon import parse_lexicon
    >>> head = "theme;label_en;label_fr;kind;entry;note"
    >>> mine = parse_lexicon(head + "\nprice;Prices;Prix;include;tarif*;", "mine.csv")
    >>> count_entries("Le prix.", mine)[["entry", "count"]].values.tolist()
    [['tarif*', 0]]
    """
    import pandas as pd

    from motamot.tokens import tokenize

    matcher = _Matcher(lexicon)
    found: dict[tuple[str, str], Counter[str]] = {
        (entry.theme, entry.entry): Counter() for entry in lexicon.entries if entry.kind == "include"
    }
    for _, text in labeled_texts(texts):
        tokens = tokenize(text)
        for position, rule in matcher.hits(tokens):
            found[rule.theme, rule.entry][_match(tokens, position, rule)] += 1
    rows = [(theme, entry, hits.total(), _listed(hits)) for (theme, entry), hits in found.items()]
    return pd.DataFrame(rows, columns=["theme", "entry", "count", "hits"])


def _match(tokens: list[str], position: int, rule: _Rule) -> str:
    words = tokens[position : position + len(rule.pieces)]
    return " ".join(fold(word) for word in words).replace("' ", "'")


def _listed(hits: Counter[str]) -> str:
    return ", ".join(f"{word} ×{n}" for word, n in sorted(hits.items(), key=lambda item: (-item[1], item[0])))
