"""What the two languages of a page, a data sheet or a page for instructors, must hold alike."""

import re
from collections import Counter

from motamot.course.lint import typography, wording
from motamot.course.lint.guides import figures
from motamot.course.lint.markup import BOLD, CODE, TABLE_ROW
from motamot.course.lint.pages import Page
from motamot.course.lint.twins import pieces_of
from motamot.course.source import Cell

# French names, and what they are in English.
TWINS = {
    "LISEZMOI.md": "README.md",
    "distribuer.md": "releasing.md",
    "noter.md": "grading.md",
    "bac_a_sable.md": "sandbox.md",
    "ecrire_ses_questions.md": "questions.md",
    "guide_fr.md": "guide.md",
    "guide_fr.html": "guide.html",
    "<leçon>": "<lesson>",
}
FILE = re.compile(r"[\w/-]+\.(?:csv|md|py|toml|txt)\b|\bdata/\w+|\btexts/|LICENSE-CONTENT|https?://[^>\s]+")
_FORM = ("headings", "list items", "cells of table rows", "links")
# A version keeps its point in French.
_VERSION = re.compile(r"CC BY 4\.0|(?<![\d.,])(?:3\.1\d|5\.14)(?!\d)")
# Compared as code, whose numbers are no language's.
_BLOCK = re.compile(r"```.*?```", re.DOTALL)
_FRENCH_NAME = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, TWINS))})")


def in_english(text: str) -> str:
    """Call what has a name in each language by the English one."""
    return _FRENCH_NAME.sub(lambda found: TWINS[found.group()], text)


def lines_to_twins(twin: str) -> dict[str, str]:
    """Return the line under the title that leads to the other language, by the language it stands in."""
    return {"en": f"*[En français]({twin})*", "fr": f"*[In English]({TWINS[twin]})*"}


def pieces(page: str, language: str) -> dict[str, object]:
    """Return what a page must hold alike in both languages."""
    text = in_english(page)
    numbered = _VERSION.sub("", _BLOCK.sub("", text))
    rows = [row.group() for row in TABLE_ROW.finditer(numbered)]
    return {
        **{name: found for name, found in pieces_of(text).items() if name in _FORM},
        "bold passages": len(BOLD.findall(" ".join(text.split()))),
        "files": set(FILE.findall(text)),
        "versions": Counter(_VERSION.findall(text)),
        "figures": Counter(figures(numbered, language)),
        "figures of rows": [figures(row, language) for row in rows],
    }


def differences(english: str, french: str, twin: str = "LISEZMOI.md") -> set[str]:
    """Name what differs between the two languages of a page, of which the French one is called `twin`."""
    lines = lines_to_twins(twin)
    here = pieces(english.replace(lines["en"], ""), "en")
    there = pieces(french.replace(lines["fr"], ""), "fr")
    found = {name for name in here if here[name] != there[name]}
    if any(page.split("\n\n")[1] != lines[language] for page, language in ((english, "en"), (french, "fr"))):
        found.add("link")
    if not set(CODE.findall(in_english(english))) <= set(CODE.findall(in_english(french))):
        found.add("code")
    return found


def slips(text: str) -> list[tuple[int, str]]:
    """Return what the lint finds in French prose: signs, fixed terms, English words, exclamation marks."""
    page = Page("LISEZMOI.md", "lesson", "data", [Cell("markdown", text, 0, "fr")])
    rules = (typography.typography, wording.fixed_terms, wording.other_language, wording.exclamations)
    return [finding for rule in rules for finding in rule(page)]
