"""A report of the kit's interview, and a reader of its page: for the tests of reports."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import matplotlib

matplotlib.use("agg")
import pandas as pd
import pytest

from motamot import (
    concordance,
    frequencies,
    load_interview,
    plot_frequencies,
    read_interview,
    words,
)

VOID = {"meta", "img", "br"}


def kit_in_use(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Read the kit's texts, write below an empty folder."""
    monkeypatch.setenv("MOTAMOT_TEXT", "kit")
    monkeypatch.chdir(tmp_path)


class Read(HTMLParser):
    """Every element with its attributes, the text, and whether what opens is closed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text += data

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def spoken() -> str:
    turns = read_interview(load_interview())
    return " ".join(turns.loc[turns["role"] == "answer", "text"])


def parts(**changed):
    lines = concordance(spoken(), "vendeur*", window=4).head(3)
    whole = {
        "question": "Who are the sellers?",
        "corpus": {"who": "the management", "to_whom": "a journalist", "words": len(words(spoken()))},
        "choices": pd.DataFrame([("stop", "stop_words()", 274)], columns=["choice", "setting", "words"]),
        "evidence": ["Sellers come up often.", lines],
        "limits": ["One text."],
        "figures": [plot_frequencies(frequencies(words(spoken())), n=5)],
    }
    return whole | changed
