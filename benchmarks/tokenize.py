r"""Score and time French tokenizers on Universal Dependencies treebanks.

    uv run --with spacy benchmarks/tokenize.py --ud DIR [--block 1] [--apostrophe ’] [--errors 20]

DIR holds .conllu files, which this project does not ship (for example French-GSD, French-Sequoia,
French-ParisStories). What is not installed is left out of the table. Nothing is downloaded: NLTK's
word_tokenize is called with ``preserve_line=True``, because its French sentence splitter needs a download;
that makes it faster, and does not change its words but for full stops inside a paragraph.

Gold tokens are surface tokens: a UD multiword token (*du*, *auxquels*) counts as one. A token is right
when it covers exactly the characters of a gold token, blanks apart. The table scores words only: tokens
that hold a letter or a digit. Texts are paragraphs of `--block` sentences; 0 makes each treebank one text.
Times are the best of `--repeat` rounds in one process; a round runs every tokenizer once, caches stay warm.
"""

from __future__ import annotations

import sys
from pathlib import Path

# This file has the name of a module of the standard library, which others import.
sys.path[:] = [
    folder for folder in sys.path if Path(folder or ".").resolve() != Path(__file__).resolve().parent
]

import argparse  # noqa: E402
import re  # noqa: E402
import time  # noqa: E402
import unicodedata  # noqa: E402
from collections import Counter  # noqa: E402
from collections.abc import Callable, Iterator  # noqa: E402
from typing import NamedTuple  # noqa: E402

import motamot  # noqa: E402

Cut = Callable[[str], list[str]]
Span = tuple[int, int]
# How far ahead of the last token the next one is looked for; farther is taken for an invented token.
REACH = 60


class Sentence(NamedTuple):
    """A gold sentence: its text and the tokens that spell it."""

    text: str
    tokens: list[str]


class Block(NamedTuple):
    """A text to cut: `parts` are its gold tokens, or its gold sentences."""

    text: str
    parts: list[str]


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--ud", required=True, type=Path, metavar="DIR", help="folder of .conllu files")
    parser.add_argument("--block", type=int, default=1, help="sentences in one text (default 1; 0: all)")
    parser.add_argument("--apostrophe", choices=["'", "’"], help="write every apostrophe of the texts so")
    parser.add_argument("--repeat", type=int, default=5, help="rounds (default 5)")
    parser.add_argument("--errors", type=int, default=0, help="show motamot's most frequent errors")
    arguments = parser.parse_args()
    files = sorted(arguments.ud.glob("*.conllu"))
    if not files:
        sys.exit(f"There is no .conllu file in {arguments.ud}.")
    banks = {file.stem: list(read(file, arguments.apostrophe)) for file in files}
    print_tokens(banks, arguments.block, arguments.repeat, arguments.errors)
    print_sentences(banks, arguments.repeat)


def read(file: Path, apostrophe: str | None) -> Iterator[Sentence]:
    """Yield the sentences of a CoNLL-U file whose tokens spell their text."""
    for chunk in file.read_text(encoding="utf-8").split("\n\n"):
        text, tokens, covered = "", [], 0
        for line in chunk.splitlines():
            if line.startswith("# text = "):
                text = line.removeprefix("# text = ")
            elif line[:1].isdigit():
                number, form = line.split("\t")[:2]
                if "-" in number:
                    covered = int(number.split("-")[1])
                    tokens.append(form)
                elif "." not in number and int(number) > covered:
                    tokens.append(form)
        if apostrophe:
            text, *tokens = (re.sub("['’]", apostrophe, part) for part in (text, *tokens))
        if tokens and flat(text) == flat("".join(tokens)):
            yield Sentence(text, tokens)


def tokenizers() -> dict[str, Cut]:
    """Return the tokenizers that can be had here, by name."""
    word = re.compile(r"\w+")
    found: dict[str, Cut] = {
        "motamot.tokenize": motamot.tokenize,
        "str.split": str.split,
        r"re \w+": word.findall,
    }
    try:
        from nltk.tokenize import ToktokTokenizer, word_tokenize

        found["nltk word_tokenize fr"] = lambda text: word_tokenize(
            text, language="french", preserve_line=True
        )
        found["nltk toktok"] = ToktokTokenizer().tokenize
    except ImportError:
        print("# nltk is not installed", file=sys.stderr)
    try:
        import spacy

        make_doc = spacy.blank("fr").tokenizer
        found["spacy blank fr"] = lambda text: [token.text for token in make_doc(text)]
    except ImportError:
        print("# spacy is not installed", file=sys.stderr)
    try:
        from simplemma import simple_tokenizer

        found["simplemma"] = simple_tokenizer
    except ImportError:
        print("# simplemma is not installed", file=sys.stderr)
    return found


def print_tokens(banks: dict[str, list[Sentence]], size: int, repeat: int, errors: int) -> None:
    """Print words-only precision, recall and F1 on each treebank and over all, and the speed."""
    cuts = tokenizers()
    blocks = {
        name: [
            Block(" ".join(part.text for part in group), [token for part in group for token in part.tokens])
            for group in groups(sentences, size or len(sentences))
        ]
        for name, sentences in banks.items()
    }
    every = [block for bank in blocks.values() for block in bank]
    speed = tokens_per_second(cuts, every, repeat)
    print(f"{'words only':24}{'treebank':28}{'P':>8}{'R':>8}{'F1':>8}{'tokens/s':>12}")
    for name, cut in cuts.items():
        for bank, texts in [*blocks.items(), ("all", every)]:
            scores = score(texts, cut, is_word)
            shown = f"{speed[name]:12,.0f}" if bank == "all" else ""
            print(
                f"{name:24}{bank:28}" + "".join(f"{100 * value:8.2f}" for value in scores) + shown, flush=True
            )
    ours = speed["motamot.tokenize"]
    print(
        "motamot is faster by: "
        + ", ".join(f"{name} {ours / speed[name]:.1f}" for name in cuts if speed[name] != ours)
    )
    if errors:
        for (gold, got), count in mistakes(every, motamot.tokenize).most_common(errors):
            print(f"{count:6}  gold {gold!r}, got {got!r}")


def print_sentences(banks: dict[str, list[Sentence]], repeat: int) -> None:
    """Print the scores of sentence splitters on paragraphs of twenty sentences."""
    border = re.compile(r"(?<=[.!?])\s+")
    cuts: dict[str, Cut] = {"motamot.sentences": motamot.sentences, r"re (?<=[.!?])\s+": border.split}
    print(f"\n{'sentences':24}{'treebank':28}{'P':>8}{'R':>8}{'F1':>8}{'sentences/s':>12}")
    for bank, sentences in banks.items():
        texts = [
            Block(" ".join(part.text for part in group), [part.text for part in group])
            for group in groups(sentences, 20)
        ]
        speed = tokens_per_second(cuts, texts, repeat)
        for name, cut in cuts.items():
            scores = score(texts, cut, bool)
            row = "".join(f"{100 * value:8.2f}" for value in scores)
            print(f"{name:24}{bank:28}{row}{speed[name]:12,.0f}", flush=True)


def groups(sentences: list[Sentence], size: int) -> Iterator[list[Sentence]]:
    """Yield the sentences in groups of `size`."""
    for start in range(0, len(sentences), size):
        yield sentences[start : start + size]


def tokens_per_second(cuts: dict[str, Cut], blocks: list[Block], repeat: int) -> dict[str, float]:
    """Return gold parts per second of each tokenizer, the best of `repeat` rounds."""
    best = dict.fromkeys(cuts, float("inf"))
    for _ in range(repeat):
        for name, cut in cuts.items():
            start = time.perf_counter()
            for block in blocks:
                cut(block.text)
            best[name] = min(best[name], time.perf_counter() - start)
    gold = sum(len(block.parts) for block in blocks)
    return {name: gold / seconds for name, seconds in best.items()}


def score(blocks: list[Block], cut: Cut, counts: Callable[[str], bool]) -> tuple[float, float, float]:
    """Return precision, recall and F1 over the tokens that count."""
    right = gold_count = found_count = 0
    for block in blocks:
        text = flat(block.text)
        gold, _ = spans(block.parts, text)
        found, invented = spans(cut(block.text), text)
        gold = {span for span in gold if counts(text[slice(*span)])}
        found = {span for span in found if counts(text[slice(*span)])}
        right += len(gold & found)
        gold_count += len(gold)
        found_count += len(found) + invented
    return right / found_count, right / gold_count, 2 * right / (found_count + gold_count)


def mistakes(blocks: list[Block], cut: Cut) -> Counter[tuple[str, str]]:
    """Count the gold words that were missed, with what was found in their place."""
    counted: Counter[tuple[str, str]] = Counter()
    for block in blocks:
        text = flat(block.text)
        found, _ = spans(cut(block.text), text)
        for start, end in spans(block.parts, text)[0] - found:
            if is_word(text[start:end]):
                over = [text[slice(*span)] for span in sorted(found) if span[0] < end and span[1] > start]
                counted[text[start:end], " ".join(over)] += 1
    return counted


def spans(parts: list[str], text: str) -> tuple[set[Span], int]:
    """Return where `parts` stand in the text without blanks, and how many stand nowhere."""
    position = invented = 0
    found: set[Span] = set()
    for part in map(flat, parts):
        # Treebank tokenizers write ``Oui'' for "Oui".
        candidates = ('"', part) if part in ("``", "''") else (part,)
        places = [
            (at, each)
            for each in candidates
            if (at := text.find(each, position, position + REACH + len(part))) >= 0
        ]
        if part and places:
            at, each = min(places)
            position = at + len(each)
            found.add((at, position))
        else:
            invented += bool(part)
    return found, invented


def flat(text: str) -> str:
    """Return the text composed, without its blanks."""
    return "".join(unicodedata.normalize("NFC", text).split())


def is_word(token: str) -> bool:
    """Tell whether the token holds a letter or a digit."""
    return any(map(str.isalnum, token))


if __name__ == "__main__":
    main()
