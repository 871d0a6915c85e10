"""Which unit a notebook is: by its file name, by its questions, by its cells."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from motamot.course.grading.salvage import Salvaged
from motamot.course.grading.submissions_findings import Finding, Refused

_CHECK = re.compile(r"\bcheck\(\s*[\"'](?P<question>[^\"'\n]+)[\"']")
_NUMBER_FIRST = re.compile(r"^(\d\d[a-z]?)(?=[ _-]|$)")
_SEPARATORS = re.compile(r"[^a-z0-9]+")
_MOST_NAMED = 5


@dataclass(frozen=True)
class Units:
    """The units there are, and the questions of each.

    Parameters
    ----------
    questions : mapping of str to tuple of str
        ``{"01_cleaning": ("01.nbsp_count", ...)}``.
    """

    questions: Mapping[str, tuple[str, ...]]

    def recognize(self, path: str, notebook: Salvaged) -> tuple[str, list[Finding]]:
        """Tell which unit a notebook is.

        Parameters
        ----------
        path : str
            The path inside the hand-in.
        notebook : Salvaged
            What it holds.

        Returns
        -------
        tuple of str and list
            The unit, and what is to be said about it.

        Raises
        ------
        Refused
            If it is none, or is one by name only and holds nothing of its questions.
        """
        by_name = self.by_name(path)
        by_content, others = self._by_content(notebook)
        if not by_content:
            if by_name:
                broken = any(finding.code in ("truncated", "damaged") for finding in notebook.findings)
                raise Refused("questions_lost" if broken else "no_questions", unit=by_name)
            raise Refused("unknown_unit", file=path.rpartition("/")[2])
        findings = []
        if not by_name:
            findings.append(Finding("renamed", {"file": path.rpartition("/")[2], "unit": by_content}))
        elif by_name != by_content:
            findings.append(Finding("wrong_unit", {"named": by_name, "unit": by_content}))
        if others:
            findings.append(Finding("mixed", {"unit": by_content, "others": ", ".join(others)}))
        return by_content, [*findings, *self._missing(by_content, notebook)]

    def by_name(self, path: str) -> str:
        """Return the unit that a file's name or folder tells, empty if none.

        Examples
        --------
        >>> units = Units({"01_cleaning": (), "02_themes": ()})
        >>> units.by_name("mes devoirs/Exercice 02-themes (1).ipynb"), units.by_name("mots.ipynb")
        ('02_themes', '')
        """
        for part in reversed(path.split("/")):
            plain = _plain(part.removesuffix(".ipynb"))
            named = [unit for unit in self.questions if _plain(unit) in plain]
            if named:
                return max(named, key=len)
            number = _NUMBER_FIRST.match(part.lower())
            numbered = [unit for unit in self.questions if number and unit.partition("_")[0] == number[1]]
            if numbered:
                return numbered[0]
        return ""

    def attempts(self, unit: str, notebook: Salvaged) -> int:
        """Return how many questions of a unit have something else than the three dots."""
        return sum(_gives(notebook, name.partition(".")[2], real=True) for name in self.questions[unit])

    def _by_content(self, notebook: Salvaged) -> tuple[str, list[str]]:
        """Return the unit most of whose questions stand in a notebook, and the others met there."""
        known = {question: unit for unit, names in self.questions.items() for question in names}
        grade_ids = {question.replace(".", "-"): unit for question, unit in known.items()}
        asked = {match["question"] for cell in notebook.cells for match in _CHECK.finditer(cell)}
        votes = _votes(known.get(question) for question in asked)
        # Units may give the same names to answers: only questions that are asked tell of a second unit.
        is_asked = bool(votes)
        votes = votes or _votes(grade_ids.get(name) for name in set(notebook.grade_ids))
        if not votes:
            votes = _votes(
                unit
                for unit, names in self.questions.items()
                for question in names
                if _gives(notebook, question.partition(".")[2])
            )
        if not votes:
            return "", []
        best = max(votes, key=lambda unit: (votes[unit], unit))
        cells = Counter(
            unit for unit in votes for name in notebook.ids if name.startswith(_cell_prefix(unit))
        )
        tied = [unit for unit in votes if votes[unit] == votes[best]]
        if len(tied) > 1 and cells:
            best = max(tied, key=lambda unit: (cells[unit], unit))
        return best, sorted(set(votes) - {best}) if is_asked else []

    def _missing(self, unit: str, notebook: Salvaged) -> list[Finding]:
        """Say which questions the notebook neither asks nor answers."""
        asked = {match["question"] for cell in notebook.cells for match in _CHECK.finditer(cell)}
        gone = [
            question
            for question in self.questions[unit]
            if question not in asked and not _gives(notebook, question.partition(".")[2])
        ]
        if not gone:
            return []
        more = " …" if len(gone) > _MOST_NAMED else ""
        return [Finding("missing", {"questions": ", ".join(gone[:_MOST_NAMED]) + more, "n": len(gone)})]


def _votes(units: Iterable[str | None]) -> Counter[str]:
    return Counter(unit for unit in units if unit)


def _gives(notebook: Salvaged, name: str, *, real: bool = False) -> bool:
    """Tell whether some cell gives a value to a name, or defines a function of it; a real one if asked."""
    name = re.escape(name)
    given = re.compile(rf"^[ \t]*(?:{name}\b[^=\n]*=(?!=)|def[ \t]+{name}\b)", re.MULTILINE)
    times = sum(len(given.findall(cell)) for cell in notebook.cells)
    if not real or not times:
        return times > 0
    dots = r"[ \t]*\.\.\.[ \t]*$"
    empty = re.compile(
        rf"^[ \t]*(?:{name}\b[^=\n]*={dots}|def[ \t]+{name}\b.*\n\s*[ \t]{dots}(?!\n[ \t]+\S))",
        re.MULTILINE,
    )
    return times > sum(len(empty.findall(cell)) for cell in notebook.cells)


def _cell_prefix(unit: str) -> str:
    return f"{unit.replace('_', '-')}-"


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    return f"-{_SEPARATORS.sub('-', letters)}-"
