"""Columns and breaks -> dents in a ragged edge: lines much shorter than both their neighbours."""

from __future__ import annotations

from functools import partial

from progprint.lines.breaker import Columns, Fit
from progprint.lines.second_look import Flaw, with_fewer

#: a dent is so much shorter than the line above and the line below, in shares of the runt's 2 em: by 3 em
DEPTH = 1.5
#: demerits may rise by so much for a dent less: of 5,444 ragged lines of 12 to 24 em 28 were dents and 15
#: stay; a half would take away one more
DEARER = 0.2
#: lines are looked for that fall short by 8 em at most
LIMIT = 4.0


def without_dents(columns: Columns, fit: Fit, breaks: list[int]) -> list[int]:
    """Other breaks with fewer dents that cost little more, else the same."""
    find = partial(dents_of, columns, fit.runt * DEPTH)
    return with_fewer(columns, fit._replace(limit=LIMIT), breaks, find, DEARER)[0]


def dents_of(columns: Columns, depth: float, breaks: list[int]) -> list[Flaw]:
    """The dents deeper than so many points; a last line is short by nature and makes none."""
    found: list[Flaw] = []
    if len(breaks) < 4:
        return found
    above = here = 0.0
    start = 0
    for number, end in enumerate(breaks[:-1]):
        width = columns.end_width[end] - columns.start_width[start]
        if number > 1 and here < min(above, width) - depth:
            found.append(Flaw(number - 1, number - 1))
        above, here = here, width
        start = end
    return found
