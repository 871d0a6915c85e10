"""A report on a text: one page of HTML that quotes little, shows its choices and states its limits."""

from motamot.reporting.assemble import report

__all__ = ["report"]
