"""Columns and a large first letter -> breaks of lines of two measures: those beside it, then all others."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from progprint.lines.breaker import Columns, Fit


class Drop(NamedTuple):
    """The room that a large first letter takes from the first lines of a paragraph."""

    lines: int
    #: points, with the room after it
    width: float


#: chooses the breaks of lines of one measure; None when a word is too wide
Compose = Callable[[Columns, Fit], list[int] | None]


def beside_initial(columns: Columns, fit: Fit, drop: Drop, compose: Compose) -> list[int] | None:
    """The best lines beside the letter, as if all were so short; then the best of what is left."""
    breaks = compose(columns, fit._replace(measure=fit.measure - drop.width))
    if breaks is None or len(breaks) <= drop.lines:
        return breaks
    start = breaks[drop.lines - 1]
    rest = compose(Columns._make(column[start:] for column in columns), fit)
    return None if rest is None else breaks[: drop.lines] + [start + row for row in rest]
