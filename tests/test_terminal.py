"""A sentence is broken between words on a terminal and stays whole in a pipe."""

import pytest

from motamot._terminal import say

SENTENCE = (
    "Pour l’arrêter, enregistrez vos notebooks [Ctrl+S], revenez à cette fenêtre et appuyez sur Ctrl+C."
)


def test_a_terminal_gets_whole_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "40")
    say(SENTENCE, indent=4)
    first, *others = capsys.readouterr().out.rstrip("\n").split("\n")
    assert len(others) > 1 and all(len(line) <= 40 for line in [first, *others])
    assert all(line.startswith("    ") for line in others) and not first.startswith(" ")
    assert " ".join([first.strip(), *(line.strip() for line in others)]) == SENTENCE


@pytest.mark.parametrize("error", [False, True])
def test_a_pipe_gets_one_line(
    error: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    monkeypatch.setenv("COLUMNS", "40")
    say(SENTENCE, error=error)
    said = capsys.readouterr()
    assert (said.err if error else said.out) == SENTENCE + "\n"
