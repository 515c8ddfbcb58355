"""Columns of numbers and a measure -> the best places to break: Knuth-Plass's total fit, and first fit.

Nothing here knows a character or a language, and nothing but lists, floats and ints is touched in the loops,
so that mypyc could compile them.
"""

from __future__ import annotations

from typing import NamedTuple

INFINITE = 1e30
#: lengths in points closer than this are equal: sums of floats never decide about a break
ROUNDING = 0.01

#: demerits (Knuth & Plass 1981, TeX's scale). A line at the style's limit costs (10 + 100)^2 = 12,100.
LINE_PENALTY = 10.0
#: two hyphens in a row cost as much as a hyphen more, a third more than a line of ratio 4
HYPHEN_AFTER_HYPHEN = 3000.0
#: each hyphen in a row over `Fit.in_a_row`: rather a line of ratio 4, but no worse
LADDER = 5e7
#: a hyphen on the line before the last; TeX's \finalhyphendemerits
HYPHEN_BEFORE_LAST = 5000.0
#: a tight line beside a loose one: chosen against lines whose spaces differ visibly (12.5 % of a limit line)
CLASS_MISMATCH = 2000.0
#: a last line shorter than `Fit.runt` (W3C jlreq #57): as a line stretched by 1.5, from where on it is called
#: loose. Of 1,200 paragraphs 18 had a runt at 10,000, 11 at 40,000, 5 at this, and no line more was loose
RUNT = 120_000.0
#: beyond this a line is as bad as can be, so that costs stay numbers
WORST_RATIO = 20.0


class Columns(NamedTuple):
    """One paragraph; row i is a break opportunity, 0 its start, the last its end. Points.

    `end_*` reach from the paragraph's start to the end of a line that breaks at i, `start_*` to the start of
    the line after it. So the line from a to b is `end_width[b] - start_width[a]` wide, and likewise for the
    other two.
    """

    end_width: list[float]
    end_stretch: list[float]
    end_shrink: list[float]
    start_width: list[float]
    start_stretch: list[float]
    start_shrink: list[float]
    #: demerits of breaking here
    penalty: list[float]
    #: 1 where a line would end in a hyphen
    hyphen: list[int]


class Fit(NamedTuple):
    """What is asked of the lines."""

    measure: float
    #: no line is stretched by more than this ratio
    limit: float
    #: a last line shorter than this many points is a runt
    runt: float = 0.0
    #: the last line is to be as full as the others (centred titles)
    balance: bool = False
    #: most lines in a row that may end in a hyphen
    in_a_row: int = 2


#: a row where lines may start: row, least cost and its class, width, stretch, shrink and reach up to there
Start = tuple[int, float, int, float, float, float, float]


class Broken(NamedTuple):
    """Rows where the lines end, the last one included; empty when the limits allow none."""

    breaks: list[int]
    cost: float = INFINITE


def fitness(ratio: float) -> int:
    """Class of a line: 0 tight, 1 decent, 2 loose, 3 very loose."""
    if ratio < -0.5:
        return 0
    return 1 if ratio <= 0.5 else 2 if ratio <= 1.0 else 3


def line_demerits(columns: Columns, fit: Fit, start: int, end: int) -> tuple[float, int] | None:
    """Demerits and class of one line, by itself and its two breaks; None where the limits forbid it."""
    last = end == len(columns.end_width) - 1
    spare = fit.measure - columns.end_width[end] + columns.start_width[start]
    if spare >= -ROUNDING:
        stretch = columns.end_stretch[end] - columns.start_stretch[start]
        if (last and not fit.balance) or spare <= ROUNDING:
            ratio = 0.0
        elif not last and fit.limit < INFINITE and spare > fit.limit * stretch + ROUNDING:
            return None
        else:
            ratio = min(spare / stretch, WORST_RATIO) if stretch > 0.0 else WORST_RATIO
    else:
        shrink = columns.end_shrink[end] - columns.start_shrink[start]
        if -spare > shrink + ROUNDING:
            return None
        ratio = spare / shrink if -spare < shrink else -1.0
    demerits = (LINE_PENALTY + 100.0 * abs(ratio) ** 3) ** 2 + columns.penalty[end]
    if columns.hyphen[start]:
        if columns.hyphen[end]:
            demerits += HYPHEN_AFTER_HYPHEN
        elif last:
            demerits += HYPHEN_BEFORE_LAST
    if last and start and fit.measure - spare < fit.runt - ROUNDING:
        demerits += RUNT
    return demerits, fitness(ratio)


def total_fit(columns: Columns, fit: Fit) -> Broken:
    """The cheapest set of lines, but for ladders of hyphens, which `counted_fit` minds.

    Dynamic programming over opportunities; of each the best way to end there is kept per fitness class.
    A line is within the limit when `reach` of its end less `reach` of its start is at least the measure, so
    most pairs of breaks are never looked at.
    """
    end_width, end_stretch, end_shrink, start_width, start_stretch, start_shrink, penalty, hyphen = columns
    last = len(end_width) - 1
    measure = fit.measure
    reach = _reach(end_width, end_stretch, fit.limit)
    limit = fit.limit if fit.limit < INFINITE else 0.0
    ways = Ways([[INFINITE, 0.0, INFINITE, INFINITE]] + [[]] * last, [[]] * (last + 1))
    active = [
        (
            0,
            0.0,
            1,
            start_width[0],
            start_stretch[0],
            start_shrink[0],
            start_width[0] + limit * start_stretch[0],
        )
    ]
    first = 0
    for end in range(1, last):
        furthest = reach[end] - measure + ROUNDING
        if furthest < active[first][6]:
            continue
        shrink_to, room = end_shrink[end], measure - end_width[end]
        narrow = shrink_to + room + ROUNDING
        while narrow < active[first][5] - active[first][3]:
            first += 1
            if first == len(active):
                return Broken([])
        row = room, end_stretch[end], shrink_to, furthest, hyphen[end]
        costs, starts = _best_starts(active[first:], row, ways.costs, hyphen)
        cost = min(costs)
        if cost < INFINITE:
            came = costs.index(cost)
            if penalty[end]:
                cost += penalty[end]
                costs = [each + penalty[end] for each in costs]
            ways.costs[end] = costs
            ways.starts[end] = starts
            width, stretch = start_width[end], start_stretch[end]
            active.append((end, cost, came, width, stretch, start_shrink[end], width + limit * stretch))
    return _finish(columns, fit, ways, [each[0] for each in active[first:]])


def _best_starts(
    window: list[Start],
    row: tuple[float, float, float, float, int],
    ways: list[list[float]],
    hyphen: list[int],
) -> tuple[list[float], list[int]]:
    """The cheapest lines that end in a row, by class: costs, and starts times 4 plus the class before.

    `row` is the measure's rest, stretch, shrink and reach there, and whether there is a hyphen. The loop
    repeats `line_demerits` in place: a call for each pair would double the run.
    """
    room, stretch_to, shrink_to, furthest, hyphened = row
    costs = [INFINITE, INFINITE, INFINITE, INFINITE]
    starts = [-1, -1, -1, -1]
    for start, base, came, from_width, from_stretch, from_shrink, from_reach in window:
        if from_reach > furthest:
            break
        spare = room + from_width
        if spare > ROUNDING:
            stretch = stretch_to - from_stretch
            ratio = spare / stretch if stretch > 0.0 else WORST_RATIO
            if ratio <= 0.5:
                line_class = 1
            elif ratio <= 1.0:
                line_class = 2
            else:
                line_class = 3
                if ratio > WORST_RATIO:
                    ratio = WORST_RATIO
        elif spare >= -ROUNDING:
            line_class = 1
            ratio = 0.0
        else:
            shrink = shrink_to - from_shrink
            if -spare > shrink + ROUNDING:
                continue
            ratio = -spare / shrink if -spare < shrink else 1.0
            line_class = 0 if ratio > 0.5 else 1
        demerits = LINE_PENALTY + 100.0 * ratio * ratio * ratio
        cost = base + demerits * demerits
        if hyphened and hyphen[start]:
            cost += HYPHEN_AFTER_HYPHEN
        if cost < costs[line_class]:
            if came - line_class > 1 or line_class - came > 1:
                cost, came = _from_other_class(ways[start], line_class, cost, base)
                if cost >= costs[line_class]:
                    continue
            costs[line_class] = cost
            starts[line_class] = start * 4 + came
    return costs, starts


class Ways(NamedTuple):
    """The best ways to each row, by class of the line that ends there."""

    costs: list[list[float]]
    #: row where that line starts, times 4, plus the class of the line before it
    starts: list[list[int]]


def _reach(widths: list[float], stretches: list[float], limit: float) -> list[float]:
    """How wide all up to here is when stretched to the limit; without limit, as wide as one likes."""
    if limit >= INFINITE:
        return [INFINITE] * len(widths)
    return [width + limit * stretch for width, stretch in zip(widths, stretches, strict=True)]


def _from_other_class(ways: list[float], line_class: int, cost: float, base: float) -> tuple[float, int]:
    """The cheapest way into a line whose class may not suit the cheapest way `base` to its start."""
    best, came = base + CLASS_MISMATCH, ways.index(base)
    for other in range(max(line_class - 1, 0), min(line_class + 2, 4)):
        if ways[other] < best:
            best, came = ways[other], other
    return cost - base + best, came


def _finish(columns: Columns, fit: Fit, ways: Ways, active: list[int]) -> Broken:
    """Add the last line, which has rules of its own."""
    last = len(columns.end_width) - 1
    found: list[tuple[float, int, int, int]] = []
    for start in active:
        line = line_demerits(columns, fit, start, last)
        if line is not None:
            base = min(ways.costs[start])
            cost, came = _from_other_class(ways.costs[start], line[1], base + line[0], base)
            found.append((cost, start, came, line[1]))
    if not found:
        return Broken([])
    cost, start, came, _ = min(found)
    return Broken([*_walk_back(ways.starts, start, came), last], cost)


def _walk_back(starts: list[list[int]], end: int, line_class: int) -> list[int]:
    breaks: list[int] = []
    while end > 0:
        breaks.append(end)
        end, line_class = divmod(starts[end][line_class], 4)
    breaks.reverse()
    return breaks


def first_fit(columns: Columns, measure: float) -> list[int]:
    """Each line takes what fits at full shrink; a line that cannot fit is too wide, and nothing is lost."""
    last = len(columns.end_width) - 1
    breaks: list[int] = []
    start = 0
    for end in range(1, last + 1):
        least = columns.end_width[end] - columns.end_shrink[end]
        if least - columns.start_width[start] + columns.start_shrink[start] <= measure + ROUNDING:
            continue
        if end - 1 > start:
            start = end - 1
            breaks.append(start)
            least_now = least - columns.start_width[start] + columns.start_shrink[start]
            if least_now <= measure + ROUNDING:
                continue
        if end < last:
            breaks.append(end)
            start = end
    breaks.append(last)
    return breaks
