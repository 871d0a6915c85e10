"""Who asks and who answers: what the labels tell, or what the learner settled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from motamot._language import message
from motamot.cleaning import normalize
from motamot.errors import MotamotError
from motamot.interview.borne_out import found_labels
from motamot.interview.forms import asks
from motamot.interview.labels import ANSWERING_WORD, ASKING_WORD, Label, initials_of, label_of, named_labels

Role = Literal["headline", "standfirst", "caption", "question", "answer"]
ROLES: tuple[Role, ...] = ("headline", "standfirst", "caption", "question", "answer")
Speakers = Mapping[str, str] | Mapping[int, str] | Mapping[str | int, str] | Sequence[str]


@dataclass
class Settled:
    """What the learner settled.

    Attributes
    ----------
    labels : dict of str to str
        Labels with their role; empty if form decides.
    paragraphs : dict of int to str
        Roles of single paragraphs, by index.
    only : bool
        Whether these labels are the only ones on the page.
    """

    labels: dict[str, Role] = field(default_factory=dict)
    paragraphs: dict[int, Role] = field(default_factory=dict)
    only: bool = False


@dataclass
class Voices:
    """The labels of a page and what they stand for.

    Attributes
    ----------
    labels : dict of int to Label
        Accepted labels, by index of their paragraph.
    refused : dict of int to Label
        Openings that look like a label and were not taken for one.
    names : dict of str to str
        How each speaker is written in the table, by the label's key.
    roles : dict of str to str
        "question" or "answer", by the label's key.
    """

    labels: dict[int, Label]
    refused: dict[int, Label]
    names: dict[str, str]
    roles: dict[str, Role]

    @cached_property
    def only(self) -> dict[Role, str]:
        """The one speaker of each role, or nothing where there are none or several."""
        alone: dict[Role, str] = {}
        for role in ("question", "answer"):
            names = {self.names[key] for key, its_role in self.roles.items() if its_role == role}
            alone[role] = names.pop() if len(names) == 1 else ""
        return alone

    def role_at(self, index: int) -> Role | None:
        """Return the role of the label that opens a paragraph, if one does."""
        return self.roles[self.labels[index].key] if index in self.labels else None


def settle(speakers: Speakers | None, paragraphs: list[str]) -> Settled:
    """Read the argument ``speakers`` of `read_interview`.

    Raises
    ------
    MotamotError
        If it is of another kind, or names a role or a paragraph that there is not.
    """
    if speakers is None:
        return Settled()
    if isinstance(speakers, str) or not isinstance(speakers, (Mapping, Sequence)):
        raise MotamotError(message("interview.speakers_kind", kind=type(speakers).__name__))
    if not isinstance(speakers, Mapping):
        if not all(isinstance(name, str) for name in speakers):
            raise MotamotError(message("interview.speakers_kind", kind=type(speakers).__name__))
        return Settled({_plain(name): "question" for name in speakers}, only=not speakers)
    settled = Settled()
    for key, role in speakers.items():
        if isinstance(key, int) or key.strip().isdigit():
            settled.paragraphs[_index(int(key), len(paragraphs))] = _role(role, ROLES)
        else:
            settled.labels[_plain(key)] = _role(role, ("question", "answer"))
    settled.only = bool(settled.labels) or not speakers
    return settled


def find_voices(paragraphs: list[str], skip: set[int], settled: Settled) -> Voices:
    """Find the labels of a page and decide who asks.

    Raises
    ------
    MotamotError
        If a label that the learner settled opens no paragraph.
    """
    accepted: dict[int, Label] = {}
    refused: dict[int, Label] = {}
    if not settled.only:
        accepted, refused = found_labels(paragraphs, skip)
    given = _given_labels(paragraphs, skip, settled)
    _all_found(settled, given, {**accepted, **refused})
    accepted = dict(sorted({**accepted, **given}.items()))
    refused = {index: label for index, label in refused.items() if index not in given}
    names = _full_names(accepted)
    if settled.labels:
        given_roles = {name.casefold(): role for name, role in settled.labels.items()}
        roles = {
            key: given_roles.get(key) or given_roles.get(names[key].casefold(), "answer") for key in names
        }
    else:
        guessed = _guessed_roles(paragraphs, accepted, names, skip)
        roles = {key: guessed[name] for key, name in names.items()}
    return Voices(accepted, refused, names, roles)


def _given_labels(paragraphs: list[str], skip: set[int], settled: Settled) -> dict[int, Label]:
    """Return the openings that the learner settled as labels, written in full or not."""
    named = named_labels(paragraphs, list(settled.labels), skip=set(settled.paragraphs))
    # "Anne Roy : « Le prix compte »" above the talk is the headline, whoever Anne Roy is.
    roles = {name.casefold(): role for name, role in settled.labels.items()}
    named = {
        index: label
        for index, label in named.items()
        if index not in skip or roles.get(label.key) != "answer"
    }
    others = {
        index: label
        for index, text in enumerate(paragraphs)
        if index not in skip and index not in named and (label := label_of(text))
    }
    full = _full_names({**named, **others})
    short = {
        index: label
        for index, label in others.items()
        if ("." in label.name or label.separator == "sign") and full[label.key].casefold() in roles
    }
    return dict(sorted({**named, **short}.items()))


def _full_names(labels: dict[int, Label]) -> dict[str, str]:
    """Return how each speaker is written: initials (C. D.), first names and surnames stand for it."""
    names: dict[str, str] = {}
    short_for: dict[str, set[str]] = {}
    for label in labels.values():
        if label.key in names:
            continue
        names[label.key] = label.name
        parts = label.name.replace("-", " ").split()
        if " " in label.name and all(len(part.rstrip(".")) > 1 for part in parts):
            first, _, surname = label.name.casefold().partition(" ")
            for short in (surname, first, initials_of(label.name), f"m. {surname}", f"mme {surname}"):
                short_for.setdefault(short, set()).add(label.name)
    for key, name in names.items():
        full = short_for.get(key) or (short_for.get(initials_of(names[key])) if "." in key else None)
        if full and len(full) == 1 and name not in full:
            names[key] = next(iter(full))
    return names


def _guessed_roles(
    paragraphs: list[str], labels: dict[int, Label], names: dict[str, str], skip: set[int]
) -> dict[str, Role]:
    """Who ends most turns in a question mark asks; role words (Q, La rédaction) tell by themselves."""
    turns: dict[str, list[bool]] = {}
    replying: set[str] = set()
    unlabeled_ask = False
    previous = -1
    for index, label in labels.items():
        spoken = label.rest or (paragraphs[index + 1] if index + 1 < len(paragraphs) else "")
        name = names[label.key]
        if name not in turns and index and asks(paragraphs[index - 1]):
            replying.add(name)
        turns.setdefault(name, []).append(asks(spoken))
        # What follows a line that holds a label only is spoken by that label.
        start = previous + 1 if previous < 0 or labels[previous].rest else previous + 2
        before = [paragraphs[place] for place in range(start, index) if place not in skip]
        unlabeled_ask = unlabeled_ask or bool(before and asks(before[-1]) and not asks(spoken))
        previous = index
    share = {name: sum(marks) / len(marks) for name, marks in turns.items()}
    fixed = {name: word for name in turns if (word := _role_word(name))}
    # Who first speaks after a question, and asks back as often as not, answers.
    guessed: dict[str, Role] = {
        name: "question" if share[name] > 0.5 or (share[name] == 0.5 and name not in replying) else "answer"
        for name in turns
    }
    asking = {name for name in turns if fixed.get(name, guessed[name]) == "question"}
    open_names = [name for name in turns if name not in fixed]
    if open_names and len(turns) > 1 and len(asking) == len(turns):
        best = max(share[name] for name in turns)
        keep = next(name for name in turns if name in fixed or share[name] == best)
        asking = {keep} | {name for name in asking if name in fixed}
    if open_names and len(turns) > 1 and not asking and not unlabeled_ask:
        # Nobody ends in a question mark ("Parlez-nous de ..."): who speaks first asks.
        best = max(share[name] for name in open_names)
        asking = {next(name for name in open_names if share[name] == best)}
    return {name: "question" if name in asking else "answer" for name in turns}


def _role_word(name: str) -> Role | None:
    if ASKING_WORD.fullmatch(name):
        return "question"
    return "answer" if ANSWERING_WORD.fullmatch(name) else None


def _all_found(settled: Settled, given: dict[int, Label], others: dict[int, Label]) -> None:
    found = {label.key for label in given.values()}
    missing = [name for name in settled.labels if name.casefold() not in found]
    if missing:
        known = list(dict.fromkeys(label.name for label in others.values()))
        hint = message("interview.speakers_known", names=", ".join(known[:8])) if known else ""
        raise MotamotError(
            f"{message('interview.speakers_unknown', names=', '.join(missing))} {hint}".strip()
        )


def _plain(name: str) -> str:
    return normalize(name).strip(" :.–—-")


def _role(role: object, allowed: tuple[Role, ...]) -> Role:
    for known in allowed:
        if role == known:
            return known
    raise MotamotError(message("interview.speakers_role", role=role, known=", ".join(allowed)))


def _index(number: int, count: int) -> int:
    if not 1 <= number <= count:
        raise MotamotError(message("interview.speakers_paragraph", number=number, count=count))
    return number - 1
