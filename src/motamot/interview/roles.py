"""From paragraphs to turns: the role of each paragraph, and what had to be guessed."""

from __future__ import annotations

from motamot._language import message
from motamot.interview import forms
from motamot.interview.edges import closing_lines, contents, is_signature, notes, opening_lines
from motamot.interview.furniture import is_byline, is_caption, is_link
from motamot.interview.row import Row
from motamot.interview.voices import Role, Settled, find_voices

Guess = tuple[int, str, str]


class Page:
    """A page being read: its paragraphs, its voices, and the guesses made so far."""

    def __init__(self, paragraphs: list[str], settled: Settled) -> None:
        self.paragraphs = paragraphs
        self.settled = settled
        self.guesses: list[Guess] = []
        self.aside = self._aside()
        skip = set(self.aside) | {index for index, role in settled.paragraphs.items() if role not in _SPOKEN}
        skip |= opening_lines(paragraphs, skip) - set(settled.paragraphs)
        self.voices = find_voices(paragraphs, skip, settled)
        self.body = [index for index in range(len(paragraphs)) if index not in skip]
        self.next = dict(zip(self.body, self.body[1:], strict=False))
        self.free = self._questions_may_lack_labels()
        self.dashes = forms.is_dialogue([paragraphs[index] for index in self.body])
        self.answering = [index for index in self.voices.labels if self.voices.role_at(index) == "answer"]

    def rows(self) -> list[Row]:
        """Return the page as rows, in its order."""
        self._tell_labels()
        start = self._start()
        roles = self._front(start) | self._talk(start)
        return self._with_turns(roles)

    def guess(self, index: int, key: str, **values: str) -> None:
        """Note a decision that form alone does not prove."""
        self.guesses.append(
            (index + 1, message(f"interview.did_{key}", **values), message(f"interview.why_{key}", **values))
        )

    def _aside(self) -> dict[int, Role]:
        """Return what nobody says, wherever it stands: captions, bylines, links."""
        told = {"note": notes(self.paragraphs), "contents": contents(self.paragraphs)}
        aside: dict[int, Role] = {index: "caption" for indexes in told.values() for index in indexes}
        for key, indexes in told.items():
            for index in indexes - self.settled.paragraphs.keys():
                self.guess(index, key)
        for index, text in enumerate(self.paragraphs):
            if is_caption(text) or is_link(text):
                aside[index] = "caption"
            elif is_byline(text):
                aside[index] = "standfirst"
        for index in closing_lines(self.paragraphs, set(aside)):
            aside[index] = "standfirst" if is_signature(self.paragraphs[index]) else "caption"
            if index not in self.settled.paragraphs:
                self.guess(index, "closing")
        return {index: role for index, role in aside.items() if index not in self.settled.paragraphs}

    def _tell_labels(self) -> None:
        voices = self.voices
        told: set[str] = set()
        for index, label in voices.labels.items():
            if not self.settled.labels and label.key not in told:
                self.guess(index, f"label_{voices.roles[label.key]}", name=label.name)
            told.add(label.key)
        for index, label in voices.refused.items():
            self.guess(index, "no_label", name=label.name)

    def _questions_may_lack_labels(self) -> bool:
        """Tell whether unlabeled paragraphs may be questions: not where each question has its label."""
        voices = self.voices
        labeled = sum(voices.role_at(index) == "question" for index in voices.labels)
        if labeled < 2:
            return True
        first = min(voices.labels)
        unlabeled = [
            index
            for index in self.body
            if index not in voices.labels and forms.may_ask(self.paragraphs[index])
        ]
        before = sum(index < first for index in unlabeled)
        # One or two may stand in the headline and the standfirst.
        return len(unlabeled) - (before if before <= _ASKED_IN_FRONT else 0) > labeled

    def _start(self) -> int:
        """Return the index of the first turn; what stands before it presents the page."""
        spoken = [index for index, role in self.settled.paragraphs.items() if role in _SPOKEN]
        settled = min(spoken, default=len(self.paragraphs))
        return min(settled, self._start_by_form())

    def _start_by_form(self) -> int:
        first = min(self.voices.labels, default=None)
        asking = [
            index
            for index in self.body
            if forms.asks(self.paragraphs[index]) or forms.requests(self.paragraphs[index])
        ]
        if first is None:
            return self._first_unlabeled(asking)
        before = [index for index in asking if index < first]
        # Labels may come late.
        if len(before) > _ASKED_IN_FRONT or (len(before) > 1 and len(self.answering) == 1):
            return self._first_unlabeled(before)
        if self.voices.role_at(first) == "question":
            return first
        return before[-1] if before else first

    def _first_unlabeled(self, asking: list[int]) -> int:
        """Return the first question of a page without labels; a headline may be a question too."""
        if not asking:
            return len(self.paragraphs)
        first, *others = asking
        if not others:
            return first
        text, following = self.paragraphs[first], self.next[first]
        if following == others[0] and (first == 0 or not forms.addresses(text)):
            self.guess(first, "front_asks")
            return others[0]
        presents = self.next.get(following) == others[0] and forms.size(self.paragraphs[following]) <= 60
        if first == 0 and presents and not forms.speaks(self.paragraphs[following]):
            self.guess(first, "front_asks")
            return others[0]
        return first

    def _front(self, start: int) -> dict[int, Role]:
        roles: dict[int, Role] = {}
        headline = True
        for index in range(start):
            role = self.settled.paragraphs.get(index) or self.aside.get(index)
            if role is None:
                headline = headline and self._is_headline(index)
                role = "headline" if headline else "standfirst"
            roles[index] = role
        return roles

    def _is_headline(self, index: int) -> bool:
        text = self.paragraphs[index]
        return forms.is_headline(text) or (
            index == 0 and forms.size(text) <= forms.HEADLINE_WORDS and self._more(0)
        )

    def _more(self, index: int) -> bool:
        """Tell whether a standfirst follows, so that a first sentence may be the headline."""
        following = self.next.get(index)
        return (
            following is not None
            and following < self._start_by_form()
            and forms.stops(self.paragraphs[following])
        )

    def _talk(self, start: int) -> dict[int, Role]:
        roles: dict[int, Role] = {}
        self._now: Role | None = None
        self._last = ""
        for index in range(start, len(self.paragraphs)):
            role = self.settled.paragraphs.get(index) or self.aside.get(index) or self._spoken(index)
            roles[index] = role
            if role in _SPOKEN:
                self._now = role
                self._last = self.paragraphs[index]
        return roles

    def _spoken(self, index: int) -> Role:
        """Return the role of a paragraph that is neither settled nor set aside."""
        labeled = self.voices.role_at(index)
        if labeled:
            return labeled
        text = self.paragraphs[index]
        if self._now is None:
            return "question"
        if self._last_was_label_only(index):
            return self._now
        heading = self._heading(index, text)
        if heading:
            return heading
        if self.free and self._asks_unlabeled(index, text):
            return "question"
        if forms.asks(text):
            self.guess(index, "mark_in_answer" if self._now == "answer" else "mark_kept")
        if self._now == "question" and self._question_goes_on(index):
            self.guess(index, "goes_on")
            return "question"
        return "answer" if self._now == "question" and not self._mark_kept(text) else self._now

    def _mark_kept(self, text: str) -> bool:
        return forms.may_ask(text) and not self.free

    def _last_was_label_only(self, index: int) -> bool:
        label = self.voices.labels.get(index - 1)
        return label is not None and not label.rest

    def _asks_unlabeled(self, index: int, text: str) -> bool:
        following = self.next.get(index)
        if following is None:
            return False
        if forms.may_ask(text):
            self.guess(index, "question_mark" if forms.addresses(text) else "question_perhaps")
            return True
        answered = self.paragraphs[following]
        if self._now == "answer" and self.dashes and forms.opens_with_dash(text):
            self.guess(index, "dash")
            return True
        if self._now != "answer" or forms.may_ask(answered) or self.voices.role_at(following) == "question":
            return False
        for key, told in (
            ("request", forms.may_request(text)),
            ("leads_on", forms.leads_on(text) and not forms.leads_on(answered)),
            ("replied", forms.may_state(text) and not forms.replies(text) and forms.replies(answered)),
        ):
            if told:
                self.guess(index, key)
                return True
        return False

    def _question_goes_on(self, index: int) -> bool:
        """Tell whether a labeled answer follows at once, so that the question is not over."""
        following = self.next.get(index)
        return (
            following is not None and self.voices.role_at(following) == "answer" and not self._answered(index)
        )

    def _answered(self, index: int) -> bool:
        """Tell whether the page leaves answers without labels, so that this may be one."""
        return len(self.answering) < 2 and forms.asks(self._last) and index < self.answering[0] - 1

    def _heading(self, index: int, text: str) -> Role | None:
        if not forms.is_heading(text) or not forms.stops(self._last) or self._last.endswith(":"):
            return None
        following = self.next.get(index)
        if following is None:
            if self._now == "question":
                return None
            self.guess(index, "signature")
            return "standfirst"
        question_follows = self.voices.role_at(following) == "question" or forms.may_ask(
            self.paragraphs[following]
        )
        if self._now == "question":
            # Two such lines after a question are the items of an answer.
            if question_follows or forms.is_heading(self.paragraphs[following]):
                return None
            self.guess(index, "caption")
            return "caption"
        self.guess(index, "heading")
        return "headline"

    def _with_turns(self, roles: dict[int, Role]) -> list[Row]:
        rows: list[Row] = []
        turn, before = 0, ("", "")
        for index, text in enumerate(self.paragraphs):
            role = roles[index]
            if role not in _SPOKEN:
                rows.append(Row(index + 1, role, None, "", text))
                continue
            speaker = self._speaker(index, role, before)
            if (role, speaker) != before:
                turn += 1
                before = (role, speaker)
            label = self.voices.labels.get(index)
            spoken = label.rest if label else text
            if spoken:
                opens_with_sign = role == "question" or self.dashes
                rows.append(Row(index + 1, role, turn, speaker, _bare(spoken, opens_with_sign)))
        return rows

    def _speaker(self, index: int, role: Role, before: tuple[str, str]) -> str:
        label = self.voices.labels.get(index)
        if label:
            return self.voices.names[label.key]
        return before[1] if before[0] == role else self.voices.only[role]


_SPOKEN = ("question", "answer")
_ASKED_IN_FRONT = 2


def _bare(text: str, opens_with_sign: bool) -> str:
    """Take the marks of bold type and the dash that opens a turn; in an answer it may open an item."""
    return text.strip(" *").lstrip("-–—•* ") if opens_with_sign else text.strip(" *")
