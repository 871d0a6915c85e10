"""Reading and comparing figures and clouds: bars with their labels and order, words with their sizes."""

from __future__ import annotations

from collections.abc import Sequence

from motamot._language import message
from motamot.checks._compare import alike_in_any_order, all_alike, close
from motamot.checks._question import Question
from motamot.checks._values import Bars, CloudOf, ColumnOf, FigureOf, TableOf, Value
from motamot.checks._wrong_type import WrongType, wrong_type

# A bar's length and a word's size are floats that went through a drawing library.
_DRAWN = 1e-6
Series = list[list[tuple[Value, Value]]]


def bars_of_table(table: TableOf, columns: Sequence[str]) -> Series:
    """Return the bars a table asks for: its first column labels them, each other one is a set of bars."""
    labels, *measures = (table.values[table.columns.index(name)] for name in columns)
    return [list(zip(map(_label, labels), measure, strict=True)) for measure in measures]


def cloud_of_table(table: TableOf, columns: Sequence[str]) -> list[tuple[Value, Value]]:
    """Return the words and sizes that a table of counts asks for, the largest being 1."""
    words, counts = (table.values[table.columns.index(name)] for name in columns[:2])
    largest = max(counts, default=1)
    return [(word, count / largest) for word, count in zip(words, counts, strict=True)]


def read_figure(value: Value, found: str, question: Question) -> Series:
    """Return each set of bars as pairs of label and value."""
    if found == "Figure":
        raise WrongType(message("checks.figure_not_axes"))
    if isinstance(value, ColumnOf | list | tuple):
        items = value.items if isinstance(value, ColumnOf) else value
        if any(isinstance(one, FigureOf | CloudOf) for one in _flat(items)):
            raise WrongType(message("checks.axes_in_list", found=found))
    if found == "BarContainer":
        raise WrongType(message("checks.bars_not_axes"))
    if isinstance(value, CloudOf):
        raise WrongType(message("checks.cloud_not_figure"))
    if not isinstance(value, FigureOf):
        raise wrong_type("figure", found)
    if not any(one.bars for one in value.series):
        raise WrongType(message("checks.figure_empty"))
    return [_pairs(one) for one in value.series]


def read_cloud(value: Value, found: str, question: Question) -> list[tuple[Value, Value]]:
    """Return words with their sizes, the largest being 1."""
    if found == "Figure":
        raise WrongType(message("checks.figure_not_axes"))
    if isinstance(value, FigureOf):
        raise WrongType(message("checks.figure_not_cloud"))
    if not isinstance(value, CloudOf):
        raise wrong_type("cloud", found)
    if not value.words:
        raise WrongType(message("checks.cloud_empty"))
    return value.words


def same_figure(one: Series, two: Series, ordered: bool = True) -> bool:
    """Compare bars by label, value and, if asked, order."""
    if len(one) != len(two):
        return False
    return all(
        (all_alike if ordered else alike_in_any_order)(bars, others, _DRAWN)
        for bars, others in zip(one, two, strict=True)
    )


def same_cloud(one: list[tuple[Value, Value]], two: list[tuple[Value, Value]]) -> bool:
    """Compare words and their sizes; words of one size may stand in any order."""
    return alike_in_any_order(one, two, _DRAWN)


def figure_remark(given: Series, expected: Series) -> tuple[bool, str] | None:
    """Say what is right about a wrong figure, and first whether that is nearly all; None if nothing is."""
    labels, wanted = ([[label for label, _ in bars] for bars in one] for one in (given, expected))
    if not _any_text(labels) and _any_text(wanted):
        return False, message("checks.figure_unlabelled")
    if same_figure(given, expected, ordered=False):
        return True, message("checks.figure_order")
    fits = [same_figure([one], [other], ordered=False) for one, other in zip(given, expected, strict=False)]
    if len(given) == len(expected) and any(fits):
        return False, message("checks.figure_one_set", number=fits.index(False) + 1)
    if labels == wanted:
        return False, message("checks.figure_values")
    if len(given) != len(expected):
        more = "fewer" if len(given) > len(expected) else "more"
        return False, message(f"checks.figure_{more}_sets", found=len(given))
    if (bars := len(given[0])) != (needed := len(expected[0])):
        return False, message("checks.figure_fewer" if bars > needed else "checks.figure_more", found=bars)
    values, lengths = ([[value for _, value in bars] for bars in one] for one in (given, expected))
    if all_alike(values, lengths, _DRAWN):
        return False, message("checks.figure_labels")
    return None


def cloud_remark(given: list[tuple[Value, Value]], expected: list[tuple[Value, Value]]) -> str | None:
    """Say what is right about a wrong cloud, None if nothing is."""
    words, wanted = ({word for word, _ in one if isinstance(word, str)} for one in (given, expected))
    if words == wanted:
        same_size = all(isinstance(size, int | float) and close(size, 1, _DRAWN) for _, size in given)
        return message("checks.cloud_one_size" if same_size else "checks.cloud_sizes")
    if words > wanted:
        return message("checks.cloud_more", found=len(words))
    return message("checks.cloud_fewer") if words < wanted else None


def _pairs(series: Bars) -> list[tuple[Value, Value]]:
    return [(_label(place if label is None else label), value) for label, value, place in series.bars]


def _label(label: Value) -> Value:
    """Return a label on one line; one that is a number, such as a year, as a number: an axis makes it one."""
    try:
        return float(label)
    except (TypeError, ValueError):
        return " ".join(label.split()) if isinstance(label, str) else label


def _any_text(labels: list[list[Value]]) -> bool:
    return any(isinstance(label, str) for bars in labels for label in bars)


def _flat(items: list[Value] | tuple[Value, ...]) -> list[Value]:
    return [inner for one in items for inner in (_flat(one) if isinstance(one, list | tuple) else [one])]
