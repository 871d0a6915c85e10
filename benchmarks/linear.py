"""Show that no text makes a text function of motamot more than linear.

    uv run benchmarks/linear.py [--size MEGABYTES] [--only NAME ...]

Every function gets one line made of the same few characters again and again, a quarter, half and the
whole of `size` (1 million characters unless told). Linear work takes four times as long for four times the
text; quadratic work takes sixteen times. The exit status is 1 when a whole takes more than `LIMIT`
times its quarter, times under `NOISE` seconds apart. A smaller trial comes first, so that a quadratic
function is named instead of waited for. Last, `iter_tokens` reads endless lines, and its memory is shown.
"""

from __future__ import annotations

import sys
from pathlib import Path

# Beside this file lies tokenize.py, which has the name of a module of the standard library.
sys.path[:] = [
    folder for folder in sys.path if Path(folder or ".").resolve() != Path(__file__).resolve().parent
]

import argparse  # noqa: E402
import time  # noqa: E402
import tracemalloc  # noqa: E402
from collections.abc import Callable  # noqa: E402

import motamot  # noqa: E402

LIMIT = 7.0
NOISE = 0.25
PATIENCE = 60.0

UNITS = {
    "apostrophes '": "'",
    "apostrophes ’": "’",
    "digits": "7",
    "dots": ".",
    "hyphens": "-",
    "spaces": " ",
    "no-break spaces": "\u00a0",
    "newlines": "\n",
    "letters": "a",
    "capitals": "A",
    "accents alone": "\u0301",
    "accents above and below": "\u0301\u0323",
    "e + accent": "e\u0301",
    "zero-width spaces": "\u200b",
    "soft hyphens": "\u00ad",
    "underscores": "_",
    "quotes": "«",
    "brackets": "(e",
    "l'": "l'",
    "l’a": "l’a",
    "-t-il": "-t-il",
    "a-le": "a-le",
    "a-": "a-",
    "a.": "a.",
    "A.-": "A.-",
    "1,": "1,",
    "1'": "1'",
    "000␣": "000 ",
    "000,5␣": "000,5 ",
    "A.␣": "A. ",
    "M.␣": "M. ",
    "a?␣": "a? ",
    ".␣»": ". »",
    "Jean␣": "Jean ",
    "JDN.␣": "JDN. ",
    "A\\n": "A\n",
    "A␣?\\n": "A ?\n",
    "A\\n\\n": "A\n\n",
    "␣\\n": " \n",
    "\\r\\n": "\r\n",
    "©␣": "© ",
    "A␣:␣": "A : ",
    "–␣": "– ",
    "a@": "a@",
    "a@a.": "a@a.",
    "www.": "www.",
    "http://": "http://",
    "aujourd'": "aujourd'",
    "prose": "Aujourd’hui, M. Durand vend 50 000 œuvres à l’étranger : pourquoi ? ",
}


def allowing_refusal(function: Callable[[str], object]) -> Callable[[str], object]:
    """Return `function` with its refusals as values: a page that is no interview may be refused."""

    def call(text: str) -> object:
        try:
            return function(text)
        except motamot.MotamotError as refusal:
            return refusal

    return call


STOP, LEXICON = motamot.stop_words(), motamot.load_lexicon()
FUNCTIONS: dict[str, Callable[[str], object]] = {
    "normalize": motamot.normalize,
    "normalize_report": motamot.normalize_report,
    "read_interview": allowing_refusal(motamot.read_interview),
    "tokenize": motamot.tokenize,
    "words": lambda text: motamot.words(text, stop=STOP),
    "sentences": motamot.sentences,
    "concordance": lambda text: motamot.concordance(text, "client*"),
    "count_themes": lambda text: motamot.count_themes(text, LEXICON),
}


def main() -> int:
    """Print the table and return the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--size", type=float, default=1.0, help="millions of characters (default 1)")
    parser.add_argument(
        "--only", nargs="*", choices=(*FUNCTIONS, "iter_tokens"), metavar="NAME", help=", ".join(FUNCTIONS)
    )
    arguments = parser.parse_args()
    whole = int(arguments.size * 1_000_000)
    print(f"seconds for {whole // 4:,}, {whole // 2:,} and {whole:,} characters; ratio whole / quarter")
    print(f"{'function':18}{'made of':20}{'1/4':>9}{'1/2':>9}{'1/1':>9}{'ratio':>8}")
    failed = 0
    wanted = arguments.only or (*FUNCTIONS, "iter_tokens")
    for name in filter(FUNCTIONS.__contains__, wanted):
        for label, unit in UNITS.items():
            failed += not measure(name, FUNCTIONS[name], label, unit, whole)
    if "iter_tokens" in wanted:
        show_memory(whole)
    print(f"{failed} more than linear" if failed else "all linear")
    return 1 if failed else 0


def measure(name: str, function: Callable[[str], object], label: str, unit: str, whole: int) -> bool:
    """Print one row; return whether the work is linear."""
    trial = seconds(function, unit, whole // 16)
    longer = seconds(function, unit, whole // 8)
    if longer > 3 * trial and longer * 64 > PATIENCE:
        print(
            f"{name:18}{label:20}  MORE THAN LINEAR, {whole // 16:,}: {trial:.2f} s, double: {longer:.2f} s"
        )
        return False
    times = [seconds(function, unit, size) for size in (whole // 4, whole // 2, whole)]
    ratio = times[2] / times[0]
    linear = ratio <= LIMIT or times[2] < NOISE
    row = "".join(f"{value:9.4f}" for value in times)
    print(f"{name:18}{label:20}{row}{ratio:8.1f}{'' if linear else '  MORE THAN LINEAR'}", flush=True)
    return linear


def seconds(function: Callable[[str], object], unit: str, size: int) -> float:
    """Return the better processor time of two calls."""
    text = (unit * (size // len(unit) + 1))[:size]
    best = float("inf")
    for _ in range(2):
        start = time.process_time()
        function(text)
        best = min(best, time.process_time() - start)
    return best


class Endless:
    """An open text file of `size` characters that exists only as far as it is read."""

    def __init__(self, unit: str, size: int) -> None:
        self.unit, self.left = unit, size

    def read(self, size: int = -1) -> str:
        """Return the next characters."""
        size = min(size, self.left)
        self.left -= size
        return (self.unit * (size // len(self.unit) + 1))[:size]


def show_memory(whole: int) -> None:
    """Print the peak memory of `iter_tokens` over lines without end, with and without blanks."""
    print(f"\n{'iter_tokens reads':34}{'peak MB':>9}")
    for label in ("prose", "letters", "a-le", "dots"):
        for size in (2 * whole, 8 * whole):
            tracemalloc.start()
            for _ in motamot.iter_tokens(Endless(UNITS[label], size)):  # type: ignore[arg-type]
                pass
            peak = tracemalloc.get_traced_memory()[1]
            tracemalloc.stop()
            print(f"{size:>14,} characters: {label:8}{peak / 1e6:9.1f}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
