"""Columns of numbers and a measure -> the best places to break: Knuth-Plass's total fit, and first fit.

Nothing here knows a character or a language, and nothing but lists, floats and ints is touched in the loops, so
that mypyc could compile them.
"""

from __future__ import annotations

from typing import NamedTuple

INFINITE = 1e30
#: lengths in points closer than this are equal: sums of floats never decide about a break
ROUNDING = 0.01

#: demerits (Knuth & Plass 1981, TeX's scale). A line at the style's limit costs (10 + 100)^2 = 12,100.
LINE_PENALTY = 10.0
#: two hyphens in a row cost as much as a hyphen more, and a third as much as the worst line allowed
HYPHEN_AFTER_HYPHEN = 3000.0
THIRD_HYPHEN = 1e6
#: a hyphen on the line before the last; TeX's \finalhyphendemerits
HYPHEN_BEFORE_LAST = 5000.0
#: a tight line beside a loose one: chosen against lines whose spaces differ visibly (12.5 % of a limit line)
CLASS_MISMATCH = 2000.0
#: a last line shorter than `Fit.runt`: rather a line stretched by 1.2 (W3C jlreq #57)
RUNT = 40_000.0
#: beyond this a line is as bad as can be, so that costs stay numbers
WORST_RATIO = 20.0


class Columns(NamedTuple):
    """One paragraph; row i is a break opportunity, 0 its start, the last its end. Points.

    `end_*` reach from the paragraph's start to the end of a line that breaks at i, `start_*` to the start of the line
    after it. So the line from a to b is `end_width[b] - start_width[a]` wide, and likewise for the other two.
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
        if (last and not fit.balance) or spare < ROUNDING:
            ratio = 0.0
        else:
            ratio = spare / stretch if stretch > 0.0 else INFINITE
            if last:
                ratio = min(ratio, fit.limit)
        if ratio > fit.limit:
            return None
        ratio = min(ratio, WORST_RATIO)
    else:
        shrink = columns.end_shrink[end] - columns.start_shrink[start]
        if -spare > shrink + ROUNDING:
            return None
        ratio = max(spare / shrink, -1.0)
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
    """The cheapest set of lines, but for rows of hyphens, which `counted_fit` minds.

    Dynamic programming over opportunities; of each the best way to end there is kept per fitness class. The loop
    repeats `line_demerits` in place: called 3 million times a book, a function would double the run.
    """
    end_width, end_stretch, end_shrink, start_width, start_stretch, start_shrink, penalty, hyphen = columns
    measure, limit, runt, balance = fit
    last = len(end_width) - 1
    narrowest = [width - shrink for width, shrink in zip(start_width, start_shrink, strict=True)]
    cheapest = [INFINITE] * (last + 1)
    cheapest[0] = 0.0
    best_class = [1] * (last + 1)
    classes: list[list[float]] = [[INFINITE, 0.0, INFINITE, INFINITE]] + [[]] * last
    before: list[list[int]] = [[]] * (last + 1)
    active = [0]
    first = 0
    for end in range(1, last + 1):
        width = end_width[end]
        stretch_to = end_stretch[end]
        shrink_to = end_shrink[end]
        least = width - shrink_to - measure - ROUNDING
        while first < len(active) and least > narrowest[active[first]]:
            first += 1
        if first == len(active):
            break
        room = measure - width
        hyphened = hyphen[end]
        costs = [INFINITE, INFINITE, INFINITE, INFINITE]
        starts = [-1, -1, -1, -1]
        reached = False
        for start in active[first:] if first else active:
            spare = room + start_width[start]
            if spare >= -ROUNDING:
                if spare < ROUNDING or (end == last and not balance):
                    ratio = 0.0
                else:
                    stretch = stretch_to - start_stretch[start]
                    ratio = spare / stretch if stretch > 0.0 else INFINITE
                    if ratio > limit:
                        if end == last:
                            ratio = limit
                        elif start:
                            break
                        else:
                            continue
                    if ratio > WORST_RATIO:
                        ratio = WORST_RATIO
                line_class = 1 if ratio <= 0.5 else 2 if ratio <= 1.0 else 3
                demerits = LINE_PENALTY + 100.0 * ratio * ratio * ratio
            else:
                shrink = shrink_to - start_shrink[start]
                if -spare > shrink + ROUNDING:
                    continue
                ratio = spare / shrink
                if ratio < -1.0:
                    ratio = -1.0
                line_class = 0 if ratio < -0.5 else 1
                demerits = LINE_PENALTY - 100.0 * ratio * ratio * ratio
            cost = cheapest[start] + demerits * demerits
            if hyphen[start]:
                if hyphened:
                    cost += HYPHEN_AFTER_HYPHEN
                elif end == last:
                    cost += HYPHEN_BEFORE_LAST
            if end == last and start and measure - spare < runt - ROUNDING:
                cost += RUNT
            if cost >= costs[line_class]:
                continue
            came = best_class[start]
            if came - line_class > 1 or line_class - came > 1:
                base = cost - cheapest[start]
                cost += CLASS_MISMATCH
                for other, other_cost in enumerate(classes[start]):
                    if -1 <= other - line_class <= 1 and base + other_cost < cost:
                        cost = base + other_cost
                        came = other
                if cost >= costs[line_class]:
                    continue
            costs[line_class] = cost
            starts[line_class] = start * 4 + came
            reached = True
        if reached:
            pen = penalty[end]
            if pen:
                costs = [cost + pen for cost in costs]
            cost = min(costs)
            cheapest[end] = cost
            best_class[end] = costs.index(cost)
            classes[end] = costs
            before[end] = starts
            active.append(end)
    if cheapest[last] >= INFINITE:
        return Broken([])
    return Broken(_walk_back(before, last, best_class[last]), cheapest[last])


def _walk_back(before: list[list[int]], last: int, line_class: int) -> list[int]:
    breaks: list[int] = []
    end = last
    while end > 0:
        breaks.append(end)
        end, line_class = divmod(before[end][line_class], 4)
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
