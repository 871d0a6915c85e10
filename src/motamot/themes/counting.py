"""Count themes in texts with a lexicon: longest match, no double count, every hit can be seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import compress
from typing import TYPE_CHECKING, NamedTuple

from motamot._language import message
from motamot._texts import labeled_texts
from motamot.contexts._patterns import fits, fold, pieces
from motamot.errors import MotamotError

if TYPE_CHECKING:
    import pandas as pd

    from motamot.themes.lexicon import Entry, Lexicon

    Texts = str | Sequence[str] | Mapping[Hashable, str] | pd.Series[str]

_MATCHERS_KEPT = 8
# A large corpus is not to be kept in memory for good.
_MOST_TOKENS = 20_000


class _Rule(NamedTuple):
    """An entry ready to be matched: piece numbers, theme, and the entry as written."""

    pieces: tuple[int, ...]
    excludes: bool
    theme: str
    entry: str


class _Pieces(dict[str, frozenset[int]]):
    """For each token the numbers of the pieces that it fits; filled as tokens are met."""

    def __init__(self) -> None:
        super().__init__()
        self._numbers: dict[str, int] = {}
        self._openings: dict[str, set[int]] = {}
        self._lengths: set[int] = set()
        self._others: list[str] = []

    def number(self, piece: str) -> int:
        """Return the number of a piece, a new one for a new piece."""
        if piece not in self._numbers:
            self._numbers[piece] = len(self._numbers)
            # Most wildcards stand at the end, so that a look at a token's openings finds them.
            if piece.endswith("*") and piece.count("*") == 1:
                self._openings.setdefault(piece[:-1], set()).add(self._numbers[piece])
                self._lengths.add(len(piece) - 1)
            elif "*" in piece:
                self._others.append(piece)
        return self._numbers[piece]

    def __missing__(self, token: str) -> frozenset[int]:
        folded = fold(token)
        found = {self._numbers[piece] for piece in self._others if fits(folded, piece)}
        if folded in self._numbers and "*" not in folded:
            found.add(self._numbers[folded])
        openings = self._openings
        for end in self._lengths:
            if folded[:end] in openings:
                found |= openings[folded[:end]]
        self[token] = frozenset(found)
        return self[token]


class _Words(dict[str, bool]):
    """Whether a token is a word; filled as tokens are met."""

    def __missing__(self, token: str) -> bool:
        self[token] = any(map(str.isalnum, token))
        return self[token]


class _Matcher(dict[str, tuple[_Rule, ...]]):
    """For each token the rules that can start there, longest first; filled as tokens are met."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        super().__init__()
        self._pieces = _Pieces()
        rules = [
            _Rule(
                tuple(map(self._pieces.number, pieces(entry.entry))),
                entry.kind == "exclude",
                entry.theme,
                entry.entry,
            )
            for entry in entries
        ]
        # On a tie the exclusion wins: it was written to stop the other.
        self._rules = sorted(rules, key=lambda rule: (-len(rule.pieces), not rule.excludes))

    def __missing__(self, token: str) -> tuple[_Rule, ...]:
        kinds = self._pieces[token]
        self[token] = tuple(rule for rule in self._rules if rule.pieces[0] in kinds) if kinds else ()
        return self[token]

    def forget(self) -> None:
        """Let go of the tokens met so far."""
        self.clear()
        self._pieces.clear()

    def hits(self, tokens: list[str]) -> Iterator[tuple[int, _Rule]]:
        """Yield position and rule of each hit: from the left, longest first, each theme for itself."""
        free_from: dict[str, int] = {}
        for position in compress(range(len(tokens)), map(self.__getitem__, tokens)):
            next_fits = self._pieces[tokens[position + 1]] if position + 1 < len(tokens) else frozenset()
            for rule in self[tokens[position]]:
                cut = rule.pieces
                if len(cut) > 1 and (
                    cut[1] not in next_fits or not self._follow(cut[2:], tokens, position + 2)
                ):
                    continue
                if free_from.get(rule.theme, 0) <= position:
                    free_from[rule.theme] = position + len(cut)
                    if not rule.excludes:
                        yield position, rule

    def _follow(self, numbers: tuple[int, ...], tokens: list[str], start: int) -> bool:
        """Tell whether the tokens from `start` on fit pieces of these numbers."""
        following = tokens[start : start + len(numbers)]
        return len(following) == len(numbers) and all(
            number in self._pieces[token] for number, token in zip(numbers, following, strict=True)
        )


@lru_cache(maxsize=_MATCHERS_KEPT)
def _matcher_of(entries: tuple[Entry, ...]) -> _Matcher:
    return _Matcher(entries)


def _matcher(lexicon: Lexicon) -> _Matcher:
    """Return the matcher of a lexicon, which remembers the tokens that it has met."""
    if not hasattr(lexicon, "entries"):
        raise MotamotError(message("lexicon.not_lexicon", kind=type(lexicon).__name__))
    found = _matcher_of(tuple(lexicon.entries))
    if len(found) > _MOST_TOKENS:
        found.forget()
    return found


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
        If an element of `texts` is no text, or `lexicon` no lexicon.

    Examples
    --------
    >>> from motamot.themes.lexicon import parse_lexicon
    >>> head = "theme;label_en;label_fr;kind;entry;note"
    >>> mine = parse_lexicon(head + "\nclients;Clients;Clients;include;client*;", "mine.csv")
    >>> count_themes("La relation client et les clients", mine)[["theme", "count", "hits"]].values.tolist()
    [['clients', 2, 'client ×1, clients ×1']]
    """
    import numpy as np
    import pandas as pd

    from motamot.tokens import tokenize

    matcher, is_word, pairs = _matcher(lexicon), _Words(), labeled_texts(texts)
    column = {theme: number for number, theme in enumerate(lexicon.themes)}
    counts = np.zeros((len(pairs), len(column)), dtype=np.int64)
    listed = np.full(counts.shape, "", dtype=object)
    lengths = np.zeros(len(pairs), dtype=np.int64)
    for row, (_, text) in enumerate(pairs):
        tokens = tokenize(text)
        lengths[row] = sum(map(is_word.__getitem__, tokens))
        found: dict[str, Counter[str]] = {}
        for position, rule in matcher.hits(tokens):
            found.setdefault(rule.theme, Counter())[_match(tokens, position, rule)] += 1
        for theme, hits in found.items():
            counts[row, column[theme]] = hits.total()
            listed[row, column[theme]] = _listed(hits)
    words = np.repeat(lengths, len(column))
    count = counts.ravel()
    return pd.DataFrame(
        {
            "text": [label for label, _ in pairs for _ in column],
            "theme": list(column) * len(pairs),
            "count": count,
            "words": words,
            "per_1000": 1000 * np.divide(count, words, out=np.full(len(count), np.nan), where=words > 0),
            "hits": listed.ravel(),
        }
    ).astype({"hits": "str"})


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
        an entry that found nothing), `texts` (how many hold it: an entry in every text may be too
        greedy) and `hits`.

    Raises
    ------
    MotamotError
        If an element of `texts` is no text, or `lexicon` no lexicon.

    Examples
    --------
    >>> from motamot.themes.lexicon import parse_lexicon
    >>> head = "theme;label_en;label_fr;kind;entry;note"
    >>> mine = parse_lexicon(head + "\nprice;Prices;Prix;include;tarif*;", "mine.csv")
    >>> count_entries("Le prix.", mine)[["entry", "count"]].values.tolist()
    [['tarif*', 0]]
    """
    import pandas as pd

    from motamot.tokens import tokenize

    matcher = _matcher(lexicon)
    found: dict[tuple[str, str], Counter[str]] = {
        (entry.theme, entry.entry): Counter() for entry in lexicon.entries if entry.kind == "include"
    }
    holding: Counter[tuple[str, str]] = Counter()
    for _, text in labeled_texts(texts):
        tokens = tokenize(text)
        here = set()
        for position, rule in matcher.hits(tokens):
            found[rule.theme, rule.entry][_match(tokens, position, rule)] += 1
            here.add((rule.theme, rule.entry))
        holding.update(here)
    rows = [(*key, hits.total(), holding[key], _listed(hits)) for key, hits in found.items()]
    return pd.DataFrame(rows, columns=["theme", "entry", "count", "texts", "hits"])


def _match(tokens: list[str], position: int, rule: _Rule) -> str:
    words = tokens[position : position + len(rule.pieces)]
    return " ".join(fold(word) for word in words).replace("' ", "'")


def _listed(hits: Counter[str]) -> str:
    return ", ".join(f"{word} ×{n}" for word, n in sorted(hits.items(), key=lambda item: (-item[1], item[0])))
