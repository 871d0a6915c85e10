"""Further sentences about a submission, for the learner and the instructor."""

from __future__ import annotations

from motamot.course.grading.claimed import Run
from motamot.course.grading.results import Sentence
from motamot.course.grading.sentences import sentence

_MOST = 5


def notes_on(run: Run, variant: str | None) -> tuple[Sentence, ...]:
    """Tell of another variant, of magics that were refused, and of cells that stopped.

    Examples
    --------
    >>> notes_on(Run(errors={2: ("Refused", "%pip")}), None)[0]["en"]
    'Cell 3 asks for %pip, which the grader does not do.'
    """
    notes = []
    if variant is not None and run.variant != variant:
        notes.append(
            sentence("note_variant", found=run.variant) if run.variant else sentence("note_no_variant")
        )
    for number, (kind, text) in sorted(run.errors.items())[:_MOST]:
        notes.append(_note(number + 1, kind, text))
    if len(run.errors) > _MOST:
        notes.append(sentence("note_more", count=len(run.errors) - _MOST))
    return tuple(notes)


def _note(cell: int, kind: str, text: str) -> Sentence:
    if kind == "Refused":
        return sentence("note_refused", cell=cell, magic=text)
    if kind == "CellTooLong":
        return sentence("note_too_long", cell=cell)
    return sentence("note_raised", cell=cell, reason=f"{kind}: {text}" if text else kind)
