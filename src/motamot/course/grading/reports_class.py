"""class.html: what the class did, what it stumbled over, and how to begin the next lesson."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from motamot._language import message
from motamot.course.grading.gradebook_lines import Line, number, students
from motamot.course.grading.reports_charts import histogram, stacked
from motamot.course.grading.reports_html import coded, page, table
from motamot.course.grading.reports_statistics import PARTS, QuestionCount, UnitCount, bins, count_unit
from motamot.course.grading.reports_student import lines_of
from motamot.course.grading.run_units import Course
from motamot.course.grading.store import Store
from motamot.reporting.html import Markup, joined, tag
from motamot.workspace import write_whole

FILE = "class.html"
_MOST_SHOWN = 8


def write_class(store: Store, course: Course, path: Path, language: str) -> None:
    """Write the report on the whole class.

    Parameters
    ----------
    store : Store
        What is known of the class.
    course : Course
        The questions of each unit.
    path : pathlib.Path
        The file.
    language : {"en", "fr"}
        The report's language.
    """
    units = {unit: count_unit(unit, course.get(unit, ())) for unit in ["", *store.units()]}
    learners = 0
    sandboxed: Counter[bool] = Counter()
    remarkable: list[Line] = []
    takers: dict[str, list[str]] = {unit: [] for unit in units if unit}
    names: Counter[str] = Counter()
    uncompared = 0
    for lines in students(store):
        learners += 1
        names[lines[0].row.owner.name] += 1
        for line in lines:
            units[line.row.unit].add(line)
            if line.row.unit and not line.absent:
                takers[line.row.unit].append(line.row.owner.name)
            uncompared += any(one.code in _UNCOMPARED for one in line.row.findings)
            if line.graded and line.is_marked:
                sandboxed[line.graded.sandboxed] += 1
            if _is_remarkable(line):
                remarkable.append(line)
    report = _Report(language)
    body = [
        *report.head(learners, sandboxed),
        *report.to_look_at(remarkable, names),
        *report.doubts(takers, learners, uncompared),
    ]
    for unit, count in units.items():
        if unit:
            body += report.unit(count)
    write_whole(path, page(message("grade.class_title", language), language, body).encode("utf-8", "replace"))


def _is_remarkable(line: Line) -> bool:
    """Tell whether an instructor should look at a line: no mark, no point, a part left out, a variant."""
    if line.absent:
        return False
    variant = line.graded.variant if line.graded else ""
    # No point for all that was answered may have one small cause, such as quotation marks of a text editor.
    is_zero = line.is_marked and not line.points
    return is_zero or line.status != "graded" or variant == "mismatch" or line.read_as not in _HARMLESS


_HARMLESS = (
    "whole",
    "no_metadata",
    "windows_lines",
    "old_format",
    "byte_order_mark",
    "colab",
    "vscode",
    "encoding",
    "outputs",
    "duplicated",
    "renamed",
)


_UNCOMPARED = ("no_group", "variant_unchecked")
# A unit that fewer handed in, one in so many, was perhaps not asked for.
_FEW = 4
_MOST_NAMED = 5


class _Report:
    def __init__(self, language: str) -> None:
        self.language = language

    def say(self, key: str, **values: object) -> str:
        return message(f"grade.{key}", self.language, **values)

    def head(self, learners: int, sandboxed: Counter[bool]) -> Iterator[Markup]:
        yield tag("p", self.say("class_intro", learners=learners, notebooks=sandboxed.total()))
        if sandboxed[False]:
            yield tag("p", self.say("class_not_sandboxed", n=sandboxed[False]), class_="note")

    def to_look_at(self, lines: list[Line], names: Counter[str]) -> Iterator[Markup]:
        """List what needs the instructor's eyes, every one of them; people of one name by their numbers."""
        yield tag("h2", self.say("look_title"))
        if not lines:
            yield tag("p", self.say("look_nothing"))
            return
        columns = [self.say(f"column_{name}") for name in ("student", "unit", "total", "why")]
        rows = [
            [
                line.row.owner.name if names[line.row.owner.name] == 1 else line.row.owner.key,
                tag("span", line.row.unit or "—", class_="whole"),
                number(line.points, self.language) if line.is_marked else self.say("no_mark"),
                joined(tag("div", text) for text in line.remarks(self.language) or [self.say("look_zero")]),
            ]
            for line in lines
        ]
        yield table(self.say("look_table"), columns, rows)

    def doubts(self, takers: dict[str, list[str]], learners: int, uncompared: int) -> Iterator[Markup]:
        """Tell of units that hardly anybody handed in, and of variants that were not compared."""
        usual = max(takers, key=lambda unit: len(takers[unit]), default="")
        for unit, names in takers.items():
            if len(names) * _FEW < learners and unit != usual:
                shown = ", ".join(names[:_MOST_NAMED]) + (", …" if len(names) > _MOST_NAMED else "")
                values = {"unit": unit, "usual": usual, "n": len(names), "learners": learners}
                yield tag("p", self.say("look_few", names=shown, **values), class_="note")
        if uncompared:
            yield tag("p", self.say("look_uncompared", n=uncompared), class_="note")

    def unit(self, count: UnitCount) -> Iterator[Markup]:
        yield tag("h2", count.unit)
        absent = sum(line.absent for line in count.unmarked)
        unmarked = len(count.unmarked) - absent
        yield tag("p", self.say("unit_counts", marked=count.marked, unmarked=unmarked, absent=absent))
        if not count.marked:
            return
        yield from self.next_lesson(count)
        yield from self.distribution(count)
        yield from self.questions(count)
        yield from self.wrong_answers(count)

    def next_lesson(self, count: UnitCount) -> Iterator[Markup]:
        """Suggest what to begin the next lesson with."""
        yield tag("h3", self.say("next_title"))
        found = count.next_lesson()
        if not found:
            yield tag("p", self.say("next_nothing"))
            return
        question, kind = found
        n, name = question.misses[kind], question.asked.name
        share = round(100 * n / max(1, question.total))
        seen, _ = question.commonest(kind)
        told = lines_of(question.texts[kind][self.language])
        key = "next_near" if kind[1] else "next_wrong"
        hints = question.asked.hints
        pairs, hint = ("next_talk", hints[0]) if question.asked.talked else ("next_pairs", hints[-1])
        steps = [
            tag("li", self.say("next_show", question=name), " ", tag("code", seen) if seen else ""),
            tag("li", self.say(pairs), " ", tag("q", coded(hint[self.language]))),
            tag("li", self.say("next_again", question=name)),
            tag("li", self.say("next_close", objective=question.asked.objective or count.unit)),
        ]
        yield tag(
            "div",
            tag(
                "p",
                self.say(
                    key,
                    question=name,
                    n=n,
                    total=question.total,
                    share=share,
                ),
            ),
            tag("p", self.say("next_told"), " ", tag("q", told)),
            tag("ol", joined(steps)),
            class_="lesson",
        )

    def distribution(self, count: UnitCount) -> Iterator[Markup]:
        yield tag("h3", self.say("spread_title"))
        found = bins(count.totals, count.out_of)
        labels = [
            number(start) if start == end else f"{number(start)}–{number(end)}" for start, end, _ in found
        ]
        counts = [n for _, _, n in found]
        text = self.say(
            "spread_text", unit=count.unit, n=count.marked, out_of=number(count.out_of, self.language)
        )
        chart = histogram(labels, counts, self.say("spread_axis"), f"spread-{count.unit}", text)
        columns = [self.say("spread_axis"), self.say("column_learners")]
        data = table(text, columns, [[one, str(n)] for one, n in zip(labels, counts, strict=True)], (1,))
        yield self._figure(chart, data)

    def questions(self, count: UnitCount) -> Iterator[Markup]:
        yield tag("h3", self.say("questions_title"))
        legend = {part: self.say(f"part_{part}") for part in PARTS}
        hardest = count.hardest()
        rows = [(one.asked.name, {part: one.part(part) for part in PARTS}) for one in hardest]
        text = self.say("questions_text", unit=count.unit, hardest=hardest[0].asked.name if hardest else "—")
        chart = stacked(rows, legend, f"questions-{count.unit}", text)
        columns = [self.say("column_question"), *legend.values()]
        cells = [[name, *(str(counts[part]) for part in PARTS)] for name, counts in rows]
        yield self._figure(chart, table(text, columns, cells, tuple(range(1, len(columns)))))

    def wrong_answers(self, count: UnitCount) -> Iterator[Markup]:
        found = [(n, one, kind) for one in count.questions.values() for kind, n in one.misses.items()]
        if not found:
            return
        found.sort(key=lambda entry: (-entry[0], entry[1].asked.name, entry[2]))
        yield tag("h3", self.say("wrong_title"))
        columns = [self.say(f"column_{name}") for name in ("question", "learners", "often_seen", "said")]
        rows = [self._wrong_answer(n, one, kind) for n, one, kind in found[:_MOST_SHOWN]]
        yield table(self.say("wrong_table", unit=count.unit), columns, rows, (1,))

    def _wrong_answer(self, n: int, one: QuestionCount, kind: tuple[str, str]) -> list[str | Markup]:
        seen, times = one.commonest(kind)
        shown: str | Markup = joined([tag("code", seen), Markup(f"({times})")]) if seen else "—"
        return [
            tag("code", one.asked.name),
            f"{n} / {one.total}",
            shown,
            lines_of(one.texts[kind][self.language]),
        ]

    def _figure(self, chart: Markup, data: Markup) -> Markup:
        more = tag("details", tag("summary", self.say("data_table")), data)
        return tag("figure", chart, more)
