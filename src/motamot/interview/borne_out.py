"""Which openings that may be labels the page bears out: by their number, their places and each other."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from motamot.interview.forms import asks, may_request
from motamot.interview.labels import STRONG, Label, initials_of, label_of, shape_of


def found_labels(paragraphs: list[str], skip: set[int]) -> tuple[dict[int, Label], dict[int, Label]]:
    """Return the openings that the page bears out as labels, and those it does not.

    Parameters
    ----------
    paragraphs : list of str
        The whole page.
    skip : set of int
        Indexes of paragraphs that open no turn: headline, captions, bylines, links.

    Returns
    -------
    accepted, refused : dict of int to Label
        By index of the paragraph.
    """
    body = [index for index in range(len(paragraphs)) if index not in skip]
    candidates = {index: label for index in body if (label := _candidate(paragraphs, index, body))}
    candidates |= _label_lines(paragraphs, body)
    prompts = {
        index
        for index in body
        if asks(paragraphs[index]) or (index in candidates and may_request(candidates[index].rest))
    }
    replies = [
        following for index, following in pairwise(body) if index in prompts and following not in prompts
    ]
    places = prompts.union(replies)
    # A headline may ask, so that the first reply is the standfirst; the second is then the first answer.
    answers_open = any(index in candidates and candidates[index].shape in STRONG for index in replies[:2])
    groups: dict[str, list[int]] = {}
    for index, label in candidates.items():
        groups.setdefault(label.key, []).append(index)
    accepted: set[int] = set()
    for indexes in groups.values():
        at_turns = sum(index in places for index in indexes)
        # "Anne Roy : le bilan d'une année" above the first question presents her.
        alone = candidates[indexes[0]] if len(indexes) == 1 else None
        presents = alone is not None and bool(alone.rest) and indexes[0] < min(prompts, default=0)
        if not presents and _borne_out(candidates[indexes[0]], len(indexes), at_turns, answers_open):
            accepted.update(indexes)
    accepted |= _first_names(candidates) | _in_full(candidates, accepted)
    accepted |= _first_pair(paragraphs, body, candidates, accepted, groups)
    return (
        {index: label for index, label in candidates.items() if index in accepted},
        {i: label for i, label in candidates.items() if i not in accepted and label.shape != "word"},
    )


def _first_names(candidates: dict[int, Label]) -> set[int]:
    """Return first names with a title, if there are several: "Anne, caissière – ...", "Luc, élu – ..."."""
    titled = {index for index, label in candidates.items() if label.titled and label.shape == "single"}
    return titled if len({candidates[index].key for index in titled}) > 2 else set()


def _in_full(candidates: dict[int, Label], accepted: set[int]) -> set[int]:
    """Return the names whose initials are labels further on: "Anne Roy. ...", then "A. R. ..."."""
    short = {initials_of(candidates[index].name) for index in accepted if "." in candidates[index].name}
    return {
        index
        for index, label in candidates.items()
        if label.shape == "name" and initials_of(label.name) in short
    }


def _candidate(paragraphs: list[str], index: int, body: list[int]) -> Label | None:
    label = label_of(paragraphs[index])
    # A label that stands before nothing labels the next paragraph, so there must be one.
    return label if label and (label.rest or index < body[-1]) else None


def _label_lines(paragraphs: list[str], body: list[int]) -> dict[int, Label]:
    """Return the lines that hold a label only, come back, and stand beside a question at least once."""
    short = [index for index in body[:-1] if len(paragraphs[index]) <= 60 and not asks(paragraphs[index])]
    times = Counter(paragraphs[index].casefold() for index in short)
    lines: dict[int, Label] = {}
    for index in short:
        name = paragraphs[index].strip(" .:*_–—-")
        shape = shape_of(name) if times[paragraphs[index].casefold()] > 1 else None
        if shape and shape != "title":
            lines[index] = Label(name, shape, "line", "")
    beside = {place for index in body if asks(paragraphs[index]) for place in (index - 1, index + 1)}
    at_turns = {lines[index].key for index in beside & lines.keys()}
    lines = {index: label for index, label in lines.items() if label.key in at_turns}
    return lines | _once_in_capitals(paragraphs, short, lines)


def _once_in_capitals(paragraphs: list[str], short: list[int], lines: dict[int, Label]) -> dict[int, Label]:
    """Return the lines that look like the label lines of a page, all in capitals, and answer a question."""
    if not lines or not all(label.name.isupper() for label in lines.values()):
        return {}
    once = [
        index
        for index in short
        if index and index not in lines and paragraphs[index].isupper() and asks(paragraphs[index - 1])
    ]
    names = {index: paragraphs[index].strip(".*_ ") for index in once}
    shapes = {index: shape_of(name) for index, name in names.items()}
    return {
        index: Label(name, shape, "line", "")
        for index, name in names.items()
        if (shape := shapes[index]) in STRONG
    }


def _borne_out(label: Label, times: int, at_turns: int, answers_open: bool) -> bool:
    """Tell whether a label's form, its number and its places at the turn of question and answer suffice.

    A name with a full stop that stands once may open an answer ("Jean Martin. Nous lui devons tout.");
    it is a label only if the page's first answers open with labels.
    """
    if label.shape == "role word":
        return times > 1 or at_turns > 0 or not label.rest
    if label.shape == "name":
        return label.separator != "stop" or times > 1 or (at_turns > 0 and answers_open)
    if label.shape == "acronym":
        # "La Saint-Valentin 2019. Le camion ..." opens an answer where the others have no labels.
        firm = label.separator != "stop" or asks(label.rest) or may_request(label.rest)
        return times > 1 or (at_turns > 0 and firm)
    if label.shape == "word":
        return times > 2 and at_turns == times
    if label.separator == "stop" or label.shape == "title":
        return times > 1 and at_turns == times
    return times > 1


def _first_pair(
    paragraphs: list[str],
    body: list[int],
    candidates: dict[int, Label],
    accepted: set[int],
    groups: dict[str, list[int]],
) -> set[int]:
    """Return the openings of the first question and the first answer that bear each other out."""
    candidates = {index: label for index, label in candidates.items() if label.shape != "word"}
    named = (index for index in body if index in candidates and candidates[index].shape != "title")
    question = next((index for index in named if asks(candidates[index].rest)), None)
    if question is None:
        return set()
    place = body.index(question)
    answer = body[place + 1] if place + 1 < len(body) else -1
    asked = candidates[question]
    answered = candidates.get(answer)
    pair: set[int] = set()
    if answered and not asks(answered.rest) and _page_knows(paragraphs, answer, answered):
        # Where the question's label stands at each turn, an answer's label would come back as well.
        returns = len(groups[asked.key]) > 2 and len(groups[answered.key]) == 1
        if answered.separator == asked.separator and not (returns and answer not in accepted):
            pair = {question, answer}
    alone = asked.separator != "stop" or any(word[0].isupper() for word in asked.name.split()[1:])
    if not pair and alone and not any(asks(paragraphs[index]) for index in body[:place]):
        pair = {question}
    return pair


def _page_knows(paragraphs: list[str], index: int, label: Label) -> bool:
    """Tell whether a single capitalized word is a name that the page has elsewhere: "Dupont. Nous ..."."""
    if label.shape != "single" or label.separator != "stop":
        return True
    known = re.compile(rf"(?<=[\w,] ){re.escape(label.name)}\b")
    return any(known.search(text) for place, text in enumerate(paragraphs) if place != index)
