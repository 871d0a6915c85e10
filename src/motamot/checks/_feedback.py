"""How feedback looks: HTML that a screen reader reads well in a notebook, plain text elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from motamot._language import current_language, message
from motamot._markup import with_code
from motamot._shell import running_shell

# A sign, a color and a word: no meaning by color alone.
_SIGNS = {"right": "✓", "near": "≈", "wrong": "✗", "type": "✗", "empty": "…", "hint": "→", "error": "!"}
_COLORS = {"right": "#00573F", "near": "#7A3E00", "hint": "#004C7A"}
_CELL = "text-align:left;padding:.1em .6em;border-bottom:1px solid #767676"


@dataclass(frozen=True)
class Feedback:
    """A state and the sentence that goes with it; its lines with tabs are the rows of a table."""

    state: str
    text: str
    # Another word than the state's own, where "right" would say more than was judged.
    named: str = ""

    def __str__(self) -> str:
        """Return sign, word and sentence on one line, and the table below."""
        word = self._word()
        text = self.text.replace("\t", " | ")
        return f"{_SIGNS[self.state]} {word} {text}".rstrip()

    __repr__ = __str__

    def _word(self) -> str:
        return message(f"checks.state_{self.named or self.state}")

    def _repr_html_(self) -> str:
        color = _COLORS.get(self.state, "#333333")
        word = escape(self._word())
        lines = self.text.split("\n")
        sentence = "<br>".join(with_code(escape(line)) for line in lines if "\t" not in line)
        table = _table([line.split("\t") for line in lines if "\t" in line])
        style = f"border-left:4px solid {color};padding:.3em .8em"
        sign = f'<span aria-hidden="true">{_SIGNS[self.state]}</span>'
        head = f'<strong style="color:{color}">{sign} {word}</strong>'
        return (
            f'<div role="status" lang="{current_language()}" style="{style}">{head} {sentence}{table}</div>'
        )


def _table(rows: list[list[str]]) -> str:
    """Return rows as a table whose columns and rows have headers, empty if there are none."""
    if not rows:
        return ""
    caption = f'<caption style="text-align:left">{escape(message("checks.table_caption"))}</caption>'
    head = "".join(f'<th scope="col" style="{_CELL}">{escape(cell)}</th>' for cell in rows[0])
    body = ""
    for first, *rest in rows[1:]:
        cells = "".join(f'<td style="{_CELL}">{escape(cell)}</td>' for cell in rest)
        body += f'<tr><th scope="row" style="{_CELL};white-space:nowrap">{escape(first)}</th>{cells}</tr>'
    return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def show(feedback: Feedback) -> None:
    """Display feedback in a notebook, or print it."""
    if running_shell() is None:
        print(feedback)  # noqa: T201
    else:
        from IPython.display import display

        display(feedback)  # type: ignore[no-untyped-call]
