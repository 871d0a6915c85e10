"""Checks shared by the measures that take a table of counts or weights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from motamot._language import message
from motamot.errors import MotamotError

if TYPE_CHECKING:
    import pandas as pd


def check_counts(table: pd.DataFrame, minimum: int) -> pd.DataFrame:
    """Return `table` if each cell is a whole number from 0 up and no column is empty, else name the cell."""
    checked = check_weights(table, minimum)
    for row, column in _cells(checked % 1 != 0):
        raise MotamotError(message("compare.not_counts", row=row, column=column, value=table.at[row, column]))
    check_margin(checked, "column")
    return checked


def check_weights(table: pd.DataFrame, minimum: int) -> pd.DataFrame:
    """Return `table` if it has `minimum` rows and columns, no name twice, and finite cells from 0 up."""
    import numpy as np
    import pandas as pd

    if not isinstance(table, pd.DataFrame):
        raise MotamotError(message("compare.not_a_table", kind=type(table).__name__))
    rows, columns = table.shape
    if rows < minimum or columns < minimum:
        raise MotamotError(message("compare.too_small", minimum=minimum, rows=rows, columns=columns))
    for axis, labels in (("row", table.index), ("column", table.columns)):
        for name in labels[labels.duplicated()]:
            raise MotamotError(message("compare.twice", axis=message(f"compare.axis_{axis}"), name=name))
    numbers: pd.DataFrame = table.apply(pd.to_numeric, errors="coerce").astype(float)
    for row, column in _cells(numbers.isna() | (numbers < 0) | (numbers == np.inf)):
        raise MotamotError(message("compare.not_finite", row=row, column=column, value=table.at[row, column]))
    return numbers


def check_margin(table: pd.DataFrame, axis: str) -> None:
    """Refuse a table with a row (``axis="row"``) or a column (``axis="column"``) that sums to zero."""
    sums = table.sum(axis=1 if axis == "row" else 0)
    for name in sums.index[sums == 0]:
        raise MotamotError(message("compare.empty_part", axis=message(f"compare.axis_{axis}"), name=name))


def _cells(mask: pd.DataFrame) -> list[tuple[object, object]]:
    """Return row and column of the first true cell, if there is one."""
    stacked = mask.stack()
    return list(stacked.index[stacked.to_numpy(dtype=bool)][:1])
