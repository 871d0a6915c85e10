"""Texts that no learner has seen, of the same form as the kit's, drawn from a private seed; never shipped.

A notebook that computes its answers is right on these as it is on the kit's text; a typed-in answer is not.
"""

import csv
import io
import random
import re
import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd

from motamot import (
    count_themes,
    frequencies,
    gold_paragraphs,
    load_lexicon,
    normalize,
    read_interview,
    stop_words,
    words,
)
from motamot._paths import share
from motamot.statement_files import COLUMNS, read_statements

STOCK = tomllib.loads(Path(__file__).with_name("sentences.toml").read_text(encoding="utf-8"))
NBSP, NARROW, SOFT_HYPHEN = "\u00a0", "\u202f", "\u00ad"
TRAPS = (NBSP, NARROW, SOFT_HYPHEN, "’", "'", "«", "©")
TRIES = 200
# Share of the paragraphs coded for a theme that another paragraph takes the place of.
EXCHANGED = 0.15
KEYS = {
    "interview": "texts/interview.txt",
    "statements": "texts/statements.csv",
    "coding_a": "texts/coding_a.csv",
    "coding_b": "texts/coding_b.csv",
}
SETTINGS = "[text]\n" + "".join(f'{key} = "{name}"\n' for key, name in KEYS.items())


def hidden_folder(rng: random.Random) -> dict[str, str]:
    """Return the files of a learner's folder whose texts nobody has seen.

    Parameters
    ----------
    rng : random.Random
        Seeded by whoever grades; the same seed gives the same bytes.

    Returns
    -------
    dict of str to str
        Names with slashes, and contents: ``motamot.toml``, and in ``texts/`` the interview, the statements and
        two codings of the kit's paragraphs.
    """
    interview, statements = hidden_interview(rng), hidden_statements(rng)
    contents = (interview, statements, *hidden_codings(rng))
    return {"motamot.toml": SETTINGS, **dict(zip(KEYS.values(), contents, strict=True))}


def hidden_interview(rng: random.Random) -> str:
    """Return an interview in the kit's form whose counts leave no doubt and are none of the kit's."""
    for _ in range(TRIES):
        raw = _plant(rng, _page(rng))
        if _is_sound(raw):
            return raw
    raise RuntimeError(f"no sound interview in {TRIES} tries: change sentences.toml")


def hidden_statements(rng: random.Random) -> str:
    """Return the kit's statements with paragraphs and words exchanged, as a CSV file."""
    table = read_statements(share("data", "statements"))
    rows = []
    texts = {
        key: part["text"].tolist() for key, part in table.groupby(["company", "year", "title"], sort=False)
    }
    _exchange_paragraphs(rng, list(texts.values()))
    for (company, year, title), paragraphs in texts.items():
        kept = rng.sample(paragraphs, len(paragraphs) - rng.randint(0, 1))
        changed = _exchange_words(rng, kept)
        rows += [(company, year, title, i, text) for i, text in enumerate(changed, start=1)]
    file = io.StringIO()
    csv.writer(file, lineterminator="\n").writerows([COLUMNS, *rows])
    return file.getvalue()


def hidden_codings(rng: random.Random) -> tuple[str, str]:
    """Return the kit's two codings with some decisions exchanged, as CSV files.

    Each theme is coded as often as in the kit's, and the lexicon is right in another number of paragraphs.
    """
    kit = _kits_codings()
    for _ in range(TRIES):
        decisions = [coding.to_numpy(copy=True) for coding in kit]
        for theme in range(kit[0].shape[1]):
            _exchange_decisions(rng, theme, decisions, EXCHANGED)
            _exchange_decisions(rng, theme, decisions[1:], EXCHANGED / 3)
        first, second = (
            pd.DataFrame(new, old.index, old.columns) for new, old in zip(decisions, kit, strict=True)
        )
        if (_precisions(first, second) != _precisions(*kit)).all():
            return first.to_csv(lineterminator="\n"), second.to_csv(lineterminator="\n")
    raise RuntimeError(f"no sound codings in {TRIES} tries: exchange more decisions")


def _page(rng: random.Random) -> str:
    """Return the paragraphs of a page, before anything is planted."""
    company = rng.choice(STOCK["companies"])
    nouns = rng.sample(STOCK["nouns"], 6)
    plurals = [plural for _, plural in nouns]
    headline, standfirst, caption = map(
        rng.choice, (STOCK["headlines"], STOCK["standfirsts"], STOCK["captions"])
    )
    first, *later = _questions(rng, plurals)
    opening, *turns = _answers(rng, nouns, 1 + len(later))
    paragraphs = [
        f'La direction ({company}) : "{headline.format(rng.choice(plurals))}"',
        standfirst.format(rng.choice(plurals)),
        f"La rédaction. {first}",
        caption.format(company),
        f"La direction. {opening[0]}",
        *opening[1:],
    ]
    for question, answer in zip(later, turns, strict=True):
        paragraphs += [question, *answer]
    return "\n\n".join(paragraphs)


def _questions(rng: random.Random, plurals: list[str]) -> list[str]:
    chosen = rng.sample(STOCK["questions"], rng.randint(4, 6))
    return [question.format(rng.choice(plurals)) for question in chosen]


def _answers(rng: random.Random, nouns: list[tuple[str, str]], turns: int) -> list[list[str]]:
    """Return turns of one or two paragraphs; the longest turn has two."""
    counts = sorted(rng.sample(range(6, 13), len(nouns)), reverse=True)
    fillings = [plural for (_, plural), count in zip(nouns, counts, strict=True) for _ in range(count)]
    plural = rng.sample(STOCK["plural"], len(fillings))
    said = [sentence.format(word) for sentence, word in zip(plural, fillings, strict=True)]
    singulars = zip(STOCK["singular"], rng.sample(nouns, 3), strict=True)
    said += [sentence.format(singular) for sentence, (singular, _) in singulars]
    said += rng.sample(STOCK["country"], rng.randint(4, 6))
    expression = rng.choice(STOCK["expressions"])
    said += [sentence.format(expression) for sentence in STOCK["about_expression"]]
    rng.shuffle(said)
    bounds = sorted(rng.sample(range(5, len(said) - 4), turns - 1))
    parts = [said[i:j] for i, j in zip([0, *bounds], [*bounds, len(said)], strict=True)]
    longest = max(map(len, parts))
    return [
        _paragraphs(rng, part, split=len(part) == longest or (len(part) > 6 and rng.random() < 0.5))
        for part in parts
    ]


def _paragraphs(rng: random.Random, sentences: list[str], split: bool) -> list[str]:
    cut = rng.randint(2, len(sentences) - 2) if split and len(sentences) > 4 else len(sentences)
    return [" ".join(part) for part in (sentences[:cut], sentences[cut:]) if part]


def _plant(rng: random.Random, page: str) -> str:
    """Put in what makes a page from the web hard to count: blanks, apostrophes, quotes, hyphens, capitals."""
    page = re.sub(" ([?;:])", lambda sign: rng.choice((NBSP, NARROW)) + sign[1], page)
    page = re.sub("(?<=[a-z])'", lambda sign: "’" if rng.random() < 0.3 else "'", page)
    page = _in_quotes(rng, page)
    page = _in_some(rng, page, r"(?<=[a-zé]{3}) (?=[a-z]{3})", rng.randint(5, 25), lambda found: NBSP)
    page = _in_some(rng, page, r"(?<=[a-z]{5})(?=[a-z]{4})", rng.randint(1, 4), lambda found: SOFT_HYPHEN)
    return _in_some(rng, page, r"(?<= les )[a-z]", rng.randint(1, 4), lambda found: found[0].upper())


def _in_quotes(rng: random.Random, page: str) -> str:
    blank = rng.choice((NBSP, NARROW))
    return _in_some(
        rng, page, r"(?<=une )(?:charte|priorité|chance|enquête)\b", 2, lambda found: f"«{blank}{found[0]}{blank}»"
    )  # fmt: skip


def _in_some(
    rng: random.Random, page: str, pattern: str, most: int, change: Callable[[re.Match[str]], str]
) -> str:
    """Change some of the places that a pattern finds, below the headline and its standfirst."""
    start = page.index("La rédaction.")
    places = list(re.finditer(pattern, page[start:]))
    for found in sorted(rng.sample(places, min(most, len(places))), key=re.Match.start, reverse=True):
        page = page[: start + found.start()] + change(found) + page[start + found.end() :]
    return page


def _is_sound(raw: str) -> bool:
    """Tell whether every role and trap is there, the first ranks have no ties, no basic count is the kit's."""
    table = read_interview(raw)
    if not all(sign in raw for sign in TRAPS):
        return False
    if table["role"].value_counts().gt(0).sum() != 5 or _measures(raw) & _measures(_kit()):
        return False
    answers = table[table["role"] == "answer"]
    sizes = answers["text"].map(lambda text: len(words(text)))
    by_turn = sizes.groupby(answers["turn"]).sum().sort_values()
    spoken = " ".join(answers["text"])
    content = frequencies(words(spoken, stop=stop_words(keep=())))["count"]
    return (
        content.head(6).is_unique
        and by_turn.iloc[-1] > by_turn.iloc[-2]
        and by_turn.iloc[-1] > sizes.max()
        and sizes.sum() > len(words(" ".join(table["text"]))) / 2
        and frequencies(words(spoken, stop=stop_words()))["count"].head(5).is_unique
    )


def _measures(raw: str) -> set[tuple[str, int]]:
    """Return the counts that exercises ask for first."""
    table = read_interview(raw)
    answers = table[table["role"] == "answer"]
    longest = max(len(words(" ".join(part))) for _, part in answers.groupby("turn")["text"])
    return {
        ("no-break spaces", raw.count(NBSP)),
        ("words of the page", len(words(normalize(raw)))),
        ("words of the answers", len(words(" ".join(answers["text"])))),
        ("longest answer", longest),
        ("last paragraph", len(words(table["text"].iloc[-1]))),
    }


def _kit() -> str:
    return share("data", "interview", "raw.txt").read_text(encoding="utf-8")


def _kits_codings() -> list[pd.DataFrame]:
    files = [share("data", "gold", f"coding_{coding}.csv") for coding in "ab"]
    return [pd.read_csv(file, index_col=["document", "paragraph"]) for file in files]


@cache
def _found() -> pd.DataFrame:
    """Return where the kit's lexicon finds each theme, in the rows and columns of the codings."""
    coded = _kits_codings()[0]
    counted = count_themes(gold_paragraphs()["text"].tolist(), load_lexicon())
    found = counted.pivot(index="text", columns="theme", values="count")[coded.columns] > 0
    return found.set_axis(coded.index)


def _precisions(first: pd.DataFrame, second: pd.DataFrame) -> pd.Series:
    """Return the lexicon's precision of each theme in the first coding, and in all where the two agree."""
    found, settled = _found(), _found() & (first == second)
    pooled = (settled & first).to_numpy().sum() / settled.to_numpy().sum()
    return pd.concat([(found & first).sum() / found.sum(), pd.Series({"agreed": pooled})])


def _exchange_decisions(rng: random.Random, theme: int, codings: list[np.ndarray], part: float) -> None:
    """Let some paragraphs lose a theme, by its column, in all of the codings, and as many others gain it."""
    decisions = sum(coding[:, theme] for coding in codings)
    coded, free = (np.flatnonzero(decisions == total).tolist() for total in (len(codings), 0))
    number = max(1, round(part * len(coded)))
    lost, gained = rng.sample(coded, number), rng.sample(free, number)
    for coding in codings:
        coding[lost, theme], coding[gained, theme] = 0, 1


def _exchange_paragraphs(rng: random.Random, texts: list[list[str]]) -> None:
    """Let each text give one paragraph to another and take one from it."""
    for text in texts:
        other = rng.choice(texts)
        i, j = rng.randrange(len(text)), rng.randrange(len(other))
        text[i], other[j] = other[j], text[i]


def _exchange_words(rng: random.Random, paragraphs: list[str]) -> list[str]:
    """Exchange some words throughout a text, and say one sentence of it once more."""
    exchanged = dict(rng.sample(STOCK["exchanges"], 6))
    pattern = re.compile(rf"\b(?:{'|'.join(exchanged)})\b")
    changed = [pattern.sub(lambda found: exchanged[found[0]], text) for text in paragraphs]
    place = rng.randrange(len(changed))
    sentences = re.findall(r"[^.]+\.", changed[place])
    if sentences:
        changed[place] += " " + rng.choice(sentences).strip()
    return changed
