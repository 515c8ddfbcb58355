"""The exact optimum of line breaking, found by trying every pair of breaks: slow, simple, beyond doubt.

It shares the rows and the named demerits with the breaker, and no line of code: the price of a line is written
out again from Knuth and Plass.
"""

from __future__ import annotations

from progprint.lines.breaker import (
    CLASS_MISMATCH,
    HYPHEN_AFTER_HYPHEN,
    HYPHEN_BEFORE_LAST,
    INFINITE,
    LADDER,
    LINE_PENALTY,
    ROUNDING,
    RUNT,
    WORST_RATIO,
    Columns,
    Fit,
)

#: class of a line, hyphens in a row -> cost and breaks
Ways = dict[tuple[int, int], tuple[float, list[int]]]


def price(columns: Columns, fit: Fit, start: int, end: int) -> tuple[float, float] | None:
    """(demerits, ratio) of one line, or None where it is too wide or too loose."""
    last = end == len(columns.penalty) - 1
    width = columns.end_width[end] - columns.start_width[start]
    stretch = columns.end_stretch[end] - columns.start_stretch[start]
    shrink = columns.end_shrink[end] - columns.start_shrink[start]
    lacking = fit.measure - width
    if lacking < -ROUNDING:
        if -lacking > shrink + ROUNDING:
            return None
        ratio = max(lacking / shrink, -1.0) if shrink > 0 else -1.0
    elif lacking <= ROUNDING or (last and not fit.balance):
        ratio = 0.0
    else:
        if not last and fit.limit < INFINITE and lacking > fit.limit * stretch + ROUNDING:
            return None
        ratio = min(lacking / stretch, WORST_RATIO) if stretch > 0 else WORST_RATIO
    demerits = (LINE_PENALTY + 100 * abs(ratio) ** 3) ** 2 + columns.penalty[end]
    if columns.hyphen[start] and columns.hyphen[end]:
        demerits += HYPHEN_AFTER_HYPHEN
    if columns.hyphen[start] and last:
        demerits += HYPHEN_BEFORE_LAST
    if last and start > 0 and width < fit.runt - ROUNDING:
        demerits += RUNT
    return demerits, ratio


def class_of(ratio: float) -> int:
    """Tight, decent, loose, very loose."""
    return [ratio < -0.5, -0.5 <= ratio <= 0.5, 0.5 < ratio <= 1.0, ratio > 1.0].index(True)


def exact(columns: Columns, fit: Fit, ladders: bool = False) -> tuple[float, list[int]]:
    """Least demerits and their breaks over all (break, class, hyphens in a row)."""
    rows = len(columns.penalty)
    # going back from an end, lines only grow, but for the marks that hang or give up a half at their edges
    beyond = fit.measure + 3 * max(fit.runt, 1.0)
    ways: list[Ways] = [{} for _ in range(rows)]
    ways[0][1, 0] = (0.0, [])
    for end in range(1, rows):
        for start in range(end - 1, -1, -1):
            shrunk = columns.end_width[end] - columns.end_shrink[end] + columns.start_shrink[start]
            if shrunk - columns.start_width[start] > beyond:
                break
            line = price(columns, fit, start, end) if ways[start] else None
            if line is not None:
                _lead_on(ways[start], ways[end], line, (end, bool(columns.hyphen[end]), fit.in_a_row, ladders))
    return min(ways[-1].values(), default=(INFINITE, []))


def _lead_on(ways: Ways, to: Ways, line: tuple[float, float], row: tuple[int, bool, int, bool]) -> None:
    end, hyphen, most, ladders = row
    kind = class_of(line[1])
    for (before, hyphens), (cost, breaks) in ways.items():
        total = cost + line[0]
        if abs(kind - before) > 1:
            total += CLASS_MISMATCH
        in_a_row = min(hyphens + 1, most + 1) if hyphen and ladders else 0
        if in_a_row > most:
            total += LADDER
        if total < to.get((kind, in_a_row), (INFINITE, []))[0]:
            to[kind, in_a_row] = total, [*breaks, end]
