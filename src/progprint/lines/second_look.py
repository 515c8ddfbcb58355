"""Breaks with flaws that no single line shows -> others that cost little more and have fewer of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from progprint.lines.breaker import INFINITE, Broken, Columns, Fit, total_fit
from progprint.lines.counted import cost_of, ladder_of

#: a break as dear as this is not taken where there is another way
FORBIDDEN = 1e12


class Flaw(NamedTuple):
    """The lines it goes through, the first and the last one."""

    first: int
    final: int


#: finds the flaws of breaks
Find = Callable[[list[int]], list[Flaw]]


def with_fewer(
    columns: Columns, fit: Fit, breaks: list[int], find: Find, dearer: float
) -> tuple[list[int], list[Flaw]]:
    """Breaks with fewer flaws for a share more of demerits at most, else the same; and the flaws that stay.

    One after the other each break at a flaw's lines and their neighbours is forbidden. The number of lines
    stays.
    """
    flaws = find(breaks)
    most = cost_of(columns, fit._replace(limit=INFINITE), breaks) * (1.0 + dearer) if flaws else 0.0
    tried: set[int] = set()
    while flaws:
        rows = {row for each in flaws for row in breaks[max(each.first - 2, 0) : each.final + 2]}
        rows -= {*tried, len(columns.penalty) - 1}
        tried |= rows
        better: list[int] = []
        left = most
        for row in sorted(rows):
            other = _without(columns, fit, row)
            as_many = len(other.breaks) == len(breaks) and ladder_of(columns, other.breaks) <= fit.in_a_row
            if as_many and other.cost <= left and len(find(other.breaks)) < len(flaws):
                better, left = other.breaks, other.cost
        if not better:
            break
        breaks, flaws = better, find(better)
    return breaks, flaws


def _without(columns: Columns, fit: Fit, row: int) -> Broken:
    penalty = columns.penalty[:]
    penalty[row] = FORBIDDEN
    return total_fit(columns._replace(penalty=penalty), fit)
