"""Columns and breaks -> rivers: word spaces that stand over one another and run down through loose lines.

No standard says what a river is; what makes one bad is that it is straight, wide and long. So this is one: in
three lines or more, one over the other and each stretched by more than half of what its style allows (the
lines that Knuth and Plass call loose), a space that overlaps the one above by more than half.
"""

from __future__ import annotations

from functools import partial

from progprint.lines.breaker import ROUNDING, Columns, Fit
from progprint.lines.second_look import Flaw, with_fewer

#: lines that a river runs through at least, and that a paragraph has at least where it is looked for
LEAST_LINES = 3
LEAST_PARAGRAPH = 4
#: lines stretched less have spaces too narrow to run together
LEAST_RATIO = 0.5
#: share of the narrower space that the one above covers
OVERLAP = 0.5
#: what is narrower is no word space, as a share of the runt's 2 em
LEAST_SPACE = 0.075
#: demerits may rise by so much for a river less: of 300 paragraphs each of English, Italian and Korean, 3, 3
#: and 58 had rivers, and 2, 0 and 41 kept them; a quarter takes away half as many, double hardly more
DEARER = 0.5
#: a space's edges, and the lines through which spaces lead down to it
Space = tuple[float, float, int]


def without_rivers(columns: Columns, fit: Fit, breaks: list[int]) -> tuple[list[int], list[Flaw]]:
    """Other breaks with fewer rivers that cost little more, else the same; and the rivers that stay."""
    return with_fewer(columns, fit, breaks, partial(rivers_of, columns, fit), DEARER)


def rivers_of(columns: Columns, fit: Fit, breaks: list[int]) -> list[Flaw]:
    """The rivers of a paragraph; its last line does not stretch and ends them."""
    if len(breaks) < LEAST_PARAGRAPH:
        return []
    found: list[Flaw] = []
    above: list[Space] = []
    start = longest = 0
    ratios = _ratios(columns, fit, breaks)
    for number, end in enumerate(breaks):
        if ratios[number] > LEAST_RATIO:
            above = _joined(above, _spaces(columns, (start, end), ratios[number], LEAST_SPACE * fit.runt))
        else:
            above = []
        now = max([depth for _, _, depth in above], default=0)
        if longest >= LEAST_LINES and now <= longest:
            found.append(Flaw(number - longest, number - 1))
        longest = now
        start = end
    return found


def _ratios(columns: Columns, fit: Fit, breaks: list[int]) -> list[float]:
    """By how much each line is stretched; 0 for the last one, and for all where too few are loose."""
    ratios = [0.0] * len(breaks)
    start = loose = longest = 0
    for number, end in enumerate(breaks[:-1]):
        spare = fit.measure - columns.end_width[end] + columns.start_width[start]
        stretch = columns.end_stretch[end] - columns.start_stretch[start]
        if spare > LEAST_RATIO * stretch + ROUNDING and stretch > 0.0:
            ratios[number] = spare / stretch
            loose += 1
            longest = max(longest, loose)
        else:
            loose = 0
        start = end
    return ratios if longest >= LEAST_LINES else [0.0] * len(breaks)


def _spaces(columns: Columns, rows: tuple[int, int], ratio: float, least: float) -> list[Space]:
    """The word spaces of one line, from left to right."""
    start, end = rows
    origin = columns.start_width[start] + ratio * columns.start_stretch[start]
    found: list[Space] = []
    for row in range(start + 1, end):
        left = columns.end_width[row] + ratio * columns.end_stretch[row]
        right = columns.start_width[row] + ratio * columns.start_stretch[row]
        if right - left >= least:
            found.append((left - origin, right - origin, 1))
    return found


def _joined(above: list[Space], spaces: list[Space]) -> list[Space]:
    """The spaces of a line with what leads down to them from the line above."""
    out: list[Space] = []
    first = 0
    for left, right, _ in spaces:
        while first < len(above) and above[first][1] <= left:
            first += 1
        depth = 0
        for other_left, other_right, lines in above[first:]:
            if other_left >= right:
                break
            shared = min(right, other_right) - max(left, other_left)
            if shared > OVERLAP * min(right - left, other_right - other_left):
                depth = max(depth, lines)
        out.append((left, right, depth + 1))
    return out
