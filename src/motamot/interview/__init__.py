"""The interview as a table: who says what, in which turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from motamot._language import message
from motamot.cleaning import normalize
from motamot.errors import MotamotError
from motamot.interview.paragraphs import page_paragraphs
from motamot.interview.roles import Page
from motamot.interview.row import Row
from motamot.interview.voices import ROLES, Speakers, settle

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["ROLES", "interview_guesses", "read_interview"]


def read_interview(raw: str, speakers: Speakers | None = None) -> pd.DataFrame:
    r"""Sort the paragraphs of a question-and-answer page into roles and turns.

    The form of the page decides, never its words: labels ("JDN : ", "La rédaction. ", "– Q. "), question
    marks at the end of a paragraph, signs of a caption. Form cannot always tell; `interview_guesses`
    shows what was guessed, and ``speakers`` settles it.

    Parameters
    ----------
    raw : str
        The page, raw or normalized.
    speakers : list of str, dict, or None
        - A list names the labels of those who ask: ``["La rédaction"]``. All other labels answer.
        - A dict gives each label its role, ``{"La rédaction": "question", "La direction": "answer"}``;
          then no other opening is a label (``{}``: the page has none). A number as key settles one
          paragraph: ``{14: "answer"}``.
        - None: form decides; for the text in use, what the learner's ``motamot.toml`` settles.

    Returns
    -------
    pandas.DataFrame
        One row for each paragraph of the page, in its order.

        - paragraph: its number, from 1; a line that holds a label only has no row of its own
        - role: "headline" (also headings within the page), "standfirst" (also lines on author and
          date), "caption" (also links to other pages), "question" or "answer"
        - turn: number of the turn, from 1; a turn lasts as long as one speaker does; missing for what
          nobody says
        - speaker: the label, also where the page leaves it out because only one speaker asks or
          answers; "" where it is not known
        - text: normalized, without the label

    Raises
    ------
    MotamotError
        If the page is empty, has no question or no answer, or if ``speakers`` does not fit it.

    Examples
    --------
    >>> page = "JDN. Quel bilan ?\n\nClaire de La Tour. Il est bon.\n\nSûre ?\n\nPas du tout. Nous verrons."
    >>> read_interview(page)[["role", "turn", "speaker", "text"]]
           role  turn            speaker                        text
    0  question     1                JDN                Quel bilan ?
    1    answer     2  Claire de La Tour                 Il est bon.
    2  question     3                JDN                      Sûre ?
    3    answer     4  Claire de La Tour  Pas du tout. Nous verrons.
    """
    import pandas as pd

    rows = _read(raw, speakers)[0]
    columns = ["paragraph", "role", "turn", "speaker", "text"]
    table = pd.DataFrame([[getattr(row, name) for name in columns] for row in rows], columns=columns)
    return table.astype({"turn": "Int64"})


def interview_guesses(raw: str, speakers: Speakers | None = None) -> pd.DataFrame:
    r"""Show what `read_interview` had to guess on a page, and why it decided as it did.

    Parameters
    ----------
    raw, speakers
        As for `read_interview`.

    Returns
    -------
    pandas.DataFrame
        One row for each guess; columns paragraph (its number), decision and why, in the language in use.

    Raises
    ------
    MotamotError
        As `read_interview` does.

    Examples
    --------
    >>> page = "JDN. Quel bilan ?\n\nClaire Dupont. Il est bon.\n\nEt demain ?\n\nOui. Nous verrons."
    >>> print(*interview_guesses(page)["decision"], sep="\n")
    “JDN” is read as the label of a speaker who asks.
    “Claire Dupont” is read as the label of a speaker who answers.
    Read as a question without a label, which is not certain.
    """
    import pandas as pd

    return pd.DataFrame(sorted(set(_read(raw, speakers)[1])), columns=["paragraph", "decision", "why"])


def _read(raw: str, speakers: Speakers | None) -> tuple[list[Row], list[tuple[int, str, str]]]:
    if not isinstance(raw, str):
        raise MotamotError(message("interview.not_text", kind=type(raw).__name__))
    text = normalize(raw)
    if not text.strip():
        raise MotamotError(message("interview.empty"))
    paragraphs = page_paragraphs(text)
    settled = settle(_settled_by_learner(text) if speakers is None else speakers, paragraphs)
    page = Page(paragraphs, settled)
    rows = page.rows()
    count = len(paragraphs)
    for role, example in (("question", 3), ("answer", 4)):
        if not any(row.role == role for row in rows):
            raise MotamotError(message(f"interview.no_{role}", count=count, number=min(example, count)))
    return rows, page.guesses


def _settled_by_learner(text: str) -> Speakers | None:
    """Return what motamot.toml settles, if this is the text that it names."""
    from motamot.corpus import read_text, text_settings

    try:
        in_use = text_settings()
        own = in_use.speakers is not None and normalize(read_text(in_use.interview)) == text
    except MotamotError:
        # load_interview tells what is wrong with the settings; another text can be read without them.
        return None
    return in_use.speakers if own else None
