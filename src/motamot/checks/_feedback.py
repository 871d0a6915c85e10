"""How feedback looks: HTML that a screen reader reads well in a notebook, plain text elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from motamot._language import current_language, message

# A sign, a color and a word: no meaning by color alone.
_SIGNS = {"right": "✓", "near": "≈", "wrong": "✗", "type": "✗", "empty": "…", "hint": "→", "error": "!"}
_COLORS = {"right": "#00573F", "near": "#7A3E00", "hint": "#004C7A"}


@dataclass(frozen=True)
class Feedback:
    """A state and the sentence that goes with it."""

    state: str
    text: str

    def __str__(self) -> str:
        """Return sign, word and sentence on one line."""
        word = message(f"checks.state_{self.state}")
        return f"{_SIGNS[self.state]} {word} {self.text}".rstrip()

    __repr__ = __str__

    def _repr_html_(self) -> str:
        color = _COLORS.get(self.state, "#333333")
        word = escape(message(f"checks.state_{self.state}"))
        body = "<br>".join(escape(line) for line in self.text.split("\n"))
        style = f"border-left:4px solid {color};padding:.3em .8em"
        sign = f'<span aria-hidden="true">{_SIGNS[self.state]}</span>'
        head = f'<strong style="color:{color}">{sign} {word}</strong>'
        return f'<div role="status" lang="{current_language()}" style="{style}">{head} {body}</div>'


def show(feedback: Feedback) -> None:
    """Display feedback in a notebook, or print it."""
    try:
        from IPython import get_ipython
    except ImportError:
        shell = None
    else:
        shell = get_ipython()
    if shell is None:
        print(feedback)  # noqa: T201
    else:
        from IPython.display import display

        display(feedback)  # type: ignore[no-untyped-call]
