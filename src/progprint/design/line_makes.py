"""Lines and columns of the house's lists: records, and the short way to write one."""

from __future__ import annotations

from typing import NamedTuple

from progprint.design.written import Pattern, pattern_of
from progprint.diag import NOWHERE, Source


class Line(NamedTuple):
    """A line of a cell or a slip: a pattern, its style, and the languages it is printed in."""

    text: Pattern
    style: str
    #: main; all: one after the other on one line; each: on a line of its own
    languages: str = "main"
    #: what languages but the main one print; None: the same
    others: Pattern | None = None
    #: between two languages on one line
    between: str = "  "
    source: Source = NOWHERE


class Column(NamedTuple):
    """A column of a list: its width, and the lines that stand in it."""

    lines: tuple[Line, ...]
    #: fixed width; greatest width; share of what is left: one of them
    width: tuple[float, float, float] = (0.0, 0.0, 1.0)


Columns = tuple[Column, ...]


def column_of(*lines: Line, fixed: float = 0.0) -> Column:
    return Column(lines, (fixed, 0.0, 0.0 if fixed else 1.0))


def line_of(text: str, style: str, languages: str = "main", between: str = "  ", others: str = "") -> Line:
    return Line(
        pattern_of(text), style, languages, between=between, others=pattern_of(others) if others else None
    )
