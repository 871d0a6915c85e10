"""What bold type tells beyond the words: a remark put to the interviewee where all questions are bold."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from motamot.cleaning import normalize
from motamot.interview import forms
from motamot.interview.paragraphs import page_paragraphs

if TYPE_CHECKING:
    import pandas as pd


def bold_remarks(text: str, turns: pd.DataFrame, bold: Collection[str]) -> list[int]:
    r"""Return the paragraphs of answers that are set as the questions are.

    Parameters
    ----------
    text : str
        The page.
    turns : pandas.DataFrame
        Its table, from :func:`motamot.read_interview`.
    bold : collection of str
        The paragraphs of the page that are in bold type.

    Returns
    -------
    list of int
        Numbers of paragraphs, as ``speakers=`` takes them; none unless at least two questions are bold and
        more questions are than are not.

    Examples
    --------
    >>> from motamot import read_interview
    >>> page = "Quel bilan ?\n\nBon.\n\nLe marché recule.\n\nUn peu.\n\nEt demain ?\n\nNous verrons."
    >>> bold_remarks(page, read_interview(page), {"Quel bilan ?", "Le marché recule.", "Et demain ?"})
    [3]
    """
    strong = {line for paragraph in bold for line in page_paragraphs(normalize(paragraph))}
    lines = page_paragraphs(normalize(text))
    spoken = turns[turns["role"].isin(["question", "answer"])]
    found: dict[str, list[int]] = {"question": [], "answer": []}
    plain_questions = 0
    for number, role in zip(spoken["paragraph"], spoken["role"], strict=True):
        if lines[number - 1] in strong:
            found[role].append(int(number))
        elif role == "question":
            plain_questions += 1
    if len(found["question"]) < max(2, plain_questions + 1):
        return []
    return [number for number in found["answer"] if forms.stops(lines[number - 1])]
