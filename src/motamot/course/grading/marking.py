"""One submission on its way to its marks: its runs, verdicts on what they claim, and what comes of both."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import Any

from motamot.course.grading import judging
from motamot.course.grading.claimed import Run
from motamot.course.grading.fairness import Place, Turns
from motamot.course.grading.judging import Notebook, Verdict
from motamot.course.grading.notes import notes_on
from motamot.course.grading.reckoner import Reckoner
from motamot.course.grading.results import Graded, Mark, Sentence
from motamot.course.grading.sandbox.limits import Limits
from motamot.course.grading.sentences import sentence
from motamot.course.variants import is_variant
from motamot.errors import MotamotError

_MOST_LEFT_OUT = 4
_BUDGET_SECONDS = 100.0


@dataclass(frozen=True)
class Means:
    """What grading takes: where runs are made, in which turns and limits, and who knows the answers."""

    place: Place
    turns: Turns
    limits: Limits
    reckoner: Reckoner


class Marking:
    """One submission on its way to its marks."""

    def __init__(
        self,
        means: Means,
        cells: Sequence[str],
        unit: str,
        seed: str,
        variant: str | None,
        files: Mapping[str, bytes],
    ) -> None:
        self._means = means
        self._cells = [cell for cell in cells if isinstance(cell, str)]
        self._unit, self._seed, self._variant = unit, seed, variant
        self._files = {name: base64.b64encode(content).decode("ascii") for name, content in files.items()}
        self._left_out: dict[int, str] = {}
        self._left_out_on_kit: dict[int, str] = {}
        self._end = 0.0

    def grade(self) -> Graded:
        """Run on the kit's text, then on the hidden ones, and judge."""
        plan = self._plan(self._variant or "")
        # Not from the beginning: others may have kept the judge busy.
        self._end = monotonic() + _BUDGET_SECONDS
        names = [question["name"] for question in plan["questions"]]
        if not any(cell.strip() for cell in self._cells):
            return self._refused(plan, "refused", sentence("no_code"))
        first = self._run_whole(names, {}, judging.tries_of(plan, "shown"), kit=True)
        variant = self._variant
        if variant is None:
            variant = first.variant if is_variant(first.variant) else ""
            if variant:
                try:
                    plan = self._plan(variant)
                except MotamotError as error:
                    # The notebook may have made this variant up: nobody else's marks must wait for it.
                    return self._refused(plan, "failed", sentence("failed", reason=f"{variant}: {error}"))
                names = [question["name"] for question in plan["questions"]]
                first = self._run_whole(names, {}, judging.tries_of(plan, "shown"), kit=True)
        if first.failed:
            return self._refused(plan, "failed", sentence("failed", reason=first.failed))
        # What ends a hidden run is not told: it could depend on the hidden text.
        self._left_out_on_kit = dict(self._left_out)
        on_kit = self._verdicts(variant, -1, first, names)
        right = {name for name, verdict in on_kit.items() if verdict.state == "right"}
        on_hidden = []
        for number, files, wanted in judging.hidden_runs(plan, right):
            # Only what is right on the kit's text can be wrong on a hidden one.
            tries = [one for one in judging.tries_of(plan, "hidden") if one["question"] in wanted]
            run = self._run_whole(wanted, files, tries, kit=not files)
            if run.failed:
                return self._refused(plan, "failed", sentence("failed", reason=run.failed))
            on_hidden.append(dict.fromkeys(wanted) | self._verdicts(variant, number, run, wanted))
        notebook = Notebook(self._cells, frozenset(self._left_out_on_kit), first)
        marks = []
        for question in plan["questions"]:
            name = question["name"]
            others = [found[name] for found in on_hidden if name in found]
            marks.append(judging.mark(question, notebook, on_kit.get(name), others))
        return self._graded(plan, first, marks)

    def _run_whole(
        self, answers: Sequence[str], files: Mapping[str, str], tries: Sequence[Any], *, kit: bool
    ) -> Run:
        """Run the notebook; leave out, one by one, cells that end the process or take all its time."""
        texts = {name: base64.b64encode(text.encode()).decode("ascii") for name, text in files.items()}
        own = {name: one for name, one in self._files.items() if name.lower() != "motamot.toml"}
        while True:
            order = {
                "cells": self._cells,
                "skip": sorted(self._left_out),
                # The texts come first, and stay as they are whatever else has their names.
                "files": {**texts, **{name: one for name, one in own.items() if name not in texts}},
                "kit": kit,
                "answers": list(answers),
                "tries": list(tries),
            }
            begun = monotonic()
            run = self._means.turns.run(self._means.place, order, self._means.limits)
            # The time that others and other programs took is not this one's.
            self._end += max(0.0, monotonic() - begun - run.own)
            culprit = run.last_cell
            spent = len(self._left_out) >= _MOST_LEFT_OUT or monotonic() > self._end
            if run.ended or run.failed or culprit is None or culprit in self._left_out or spent:
                return run
            self._left_out[culprit] = "timeout" if run.timeout else "crashed"

    def _verdicts(self, variant: str, text: int, run: Run, names: Sequence[str]) -> dict[str, Verdict]:
        judged: list[dict[str, Verdict]] = []
        for given, results in judging.answers_of(run, names):
            # Large answers take time: none is judged that cannot count.
            open_ones = {name: one for name, one in given.items() if judging.is_open(name, *judged)}
            found = self._ask("judge", variant=variant, text=text, given=open_ones, results=results)
            judged.append(
                {
                    name: Verdict(one["state"], one["text"], one["miss"], given[name])
                    for name, one in found.items()
                }
            )
        return judging.settle(names, *judged)

    def _graded(self, plan: dict[str, Any], first: Run, marks: Sequence[Mark]) -> Graded:
        status = "graded"
        for kind in ("crashed", "timeout"):
            if kind in self._left_out_on_kit.values():
                status = kind
        cells = ", ".join(str(number + 1) for number in sorted(self._left_out_on_kit))
        found = "none"
        if self._variant is not None:
            found = "ok" if first.variant == self._variant else "mismatch"
        return Graded(
            plan["unit"],
            status,
            sentence(status, cells=cells),
            tuple(marks),
            self._means.place.sandboxed,
            found,
            notes=notes_on(first, self._variant),
        )

    def _refused(self, plan: dict[str, Any], status: str, said: Sentence) -> Graded:
        state = "missing" if status == "refused" else "error"
        marks = tuple(Mark(one["name"], state, 0, one["points"], "", said) for one in plan["questions"])
        return Graded(plan["unit"], status, said, marks, self._means.place.sandboxed)

    def _plan(self, variant: str) -> dict[str, Any]:
        return self._means.reckoner.plan(unit=self._unit, seed=self._seed, variant=variant)

    def _ask(self, task: str, variant: str, **values: Any) -> Any:
        return self._means.reckoner.ask(task, unit=self._unit, seed=self._seed, variant=variant, **values)
