"""Columns and what is asked of the lines -> the breaks, by one composer or the other."""

from __future__ import annotations

from progprint.lines.breaker import (
    INFINITE,
    LADDER,
    LINE_PENALTY,
    ROUNDING,
    RUNT,
    Columns,
    Fit,
    first_fit,
    line_demerits,
    total_fit,
)
from progprint.lines.counted import cost_of, counted_fit, ladder_of
from progprint.lines.splits import EMERGENCY_DEMERITS

#: a ladder of hyphens is forbidden where other lines are no looser than this: the second limit of words, and
#: ragged lines 8 em short
INSTEAD_OF_LADDER = 4.0


def best_breaks(columns: Columns, fit: Fit, limits: tuple[float, ...]) -> list[int] | None:
    """The cheapest breaks, within the first limit that allows any; None when there are none."""
    for limit in limits:
        broken = total_fit(columns, fit._replace(limit=limit))
        if not broken.breaks:
            continue
        allowed = max(limit, limits[1])
        enough = min(enough_limit(columns, fit, broken.cost), allowed)
        if limit < enough:
            broken = total_fit(columns, fit._replace(limit=enough))
        breaks = broken.breaks
        if ladder_of(columns, breaks) > fit.in_a_row:
            breaks = _without_ladder(columns, fit._replace(limit=max(limit, enough)), allowed) or breaks
            breaks = _forbidding_ladder(columns, fit._replace(limit=limit), breaks, None)
        return breaks
    return None


def _without_ladder(columns: Columns, fit: Fit, allowed: float) -> list[int]:
    broken = counted_fit(columns, fit)
    enough = min(enough_limit(columns, fit, broken.cost), allowed)
    return (counted_fit(columns, fit._replace(limit=enough)) if fit.limit < enough else broken).breaks


def _forbidding_ladder(columns: Columns, fit: Fit, breaks: list[int], lines: int | None) -> list[int]:
    """Breaks without a ladder where any are loose by no more than `INSTEAD_OF_LADDER` or `fit.limit`.

    Several loose lines may cost more than a ladder does. Not in an emergency, when a word broken anywhere
    would take the hyphen's place.
    """
    if ladder_of(columns, breaks) <= fit.in_a_row or max(columns.penalty) >= EMERGENCY_DEMERITS:
        return breaks
    limit = max(fit.limit, INSTEAD_OF_LADDER) if fit.limit < INFINITE else INSTEAD_OF_LADDER
    other = counted_fit(columns, fit._replace(limit=limit), lines, strict=True).breaks
    return other if other and (lines is None or len(other) == lines) else breaks


def enough_limit(columns: Columns, fit: Fit, cost: float) -> float:
    """No paragraph that is cheaper than `cost` has a line looser than this ratio.

    Such a line would cost more by itself than `cost` leaves when the least price of all other lines is paid;
    a line takes up no more than the measure and the em that marks at its ends give up.
    """
    width = columns.end_width[-1] - columns.start_width[0]
    shrink = columns.end_shrink[-1] - columns.start_shrink[0]
    fewest = max(int((width - shrink) / (fit.measure + fit.runt)), 1)
    alone = max(cost - (fewest - 1) * LINE_PENALTY**2, 0.0)
    ratio: float = max((alone**0.5 - LINE_PENALTY) / 100.0, 0.0) ** (1 / 3)
    return ratio


def single_lines(columns: Columns, fit: Fit) -> list[int] | None:
    """Each line by itself the one that costs least, whatever follows; None when a word is too wide.

    A line depends on nothing behind the next one's end, so a late edit moves no earlier line. Only the line
    before the last looks ahead: it leaves no runt.
    """
    last = len(columns.end_width) - 1
    fit = fit._replace(limit=INFINITE)
    breaks: list[int] = []
    start = row = 0
    while start < last:
        best, chosen = INFINITE, -1
        reach = columns.start_width[start] - columns.start_shrink[start] + fit.measure + fit.runt
        for end in range(start + 1, last + 1):
            if columns.end_width[end] - columns.end_shrink[end] > reach:
                break
            line = line_demerits(columns, fit, start, end)
            if line is None:
                continue
            if end == last:
                chosen = last
                break
            cost = line[0]
            if columns.hyphen[end] and row >= fit.in_a_row:
                cost += LADDER
            if columns.end_width[last] - columns.start_width[end] < fit.runt - ROUNDING:
                cost += RUNT
            if cost <= best:
                best, chosen = cost, end
        if chosen < 0:
            return None
        breaks.append(chosen)
        row = row + 1 if columns.hyphen[chosen] else 0
        start = chosen
    return breaks


def loosened(
    columns: Columns, fit: Fit, breaks: list[int], looseness: int, limits: tuple[float, ...]
) -> list[int]:
    """The cheapest lines of another number, the nearest there is within the first limit that allows any."""
    wanted = len(breaks) + looseness
    for limit in limits:
        found = counted_fit(columns, fit._replace(limit=limit), wanted).breaks
        if found:
            found = _forbidding_ladder(columns, fit._replace(limit=limit), found, len(found))
            return found if abs(len(found) - wanted) < abs(looseness) else breaks
    return breaks


def not_longer(columns: Columns, fit: Fit, breaks: list[int], worth: float) -> list[int]:
    """Ragged lines even out, but never for a line more than first fit needs, unless that saves `worth`."""
    fewest = len(first_fit(columns, fit.measure))
    if len(breaks) <= fewest:
        return breaks
    shorter = counted_fit(columns, fit, fewest)
    if not shorter.breaks or shorter.cost > cost_of(columns, fit, breaks) + worth:
        return breaks
    short = _forbidding_ladder(columns, fit, shorter.breaks, len(shorter.breaks))
    has_ladder = ladder_of(columns, short) > fit.in_a_row >= ladder_of(columns, breaks)
    return breaks if has_ladder else short
