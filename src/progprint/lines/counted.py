"""Columns and a measure -> the best breaks for a number of lines, and no ladder of hyphens.

Slower than `total_fit` by 3 to 10 times, so it is asked only when a paragraph shall be a line longer or
shorter, or when the fast way ended in a ladder of hyphens.
"""

from __future__ import annotations

from typing import NamedTuple

from progprint.lines.breaker import (
    CLASS_MISMATCH,
    INFINITE,
    LADDER,
    Broken,
    Columns,
    Fit,
    line_demerits,
)

#: (lines so far or 0, fitness class, hyphened lines in a row up to one too many): what the rest of a
#: paragraph depends on
State = tuple[int, int, int]


class Way(NamedTuple):
    """The cheapest way to a state."""

    cost: float
    #: row and state before
    start: int
    state: State


def ladder_of(columns: Columns, breaks: list[int]) -> int:
    """The most hyphened lines in a row."""
    longest = row = 0
    for end in breaks:
        row = row + 1 if columns.hyphen[end] else 0
        longest = max(longest, row)
    return longest


def cost_of(columns: Columns, fit: Fit, breaks: list[int]) -> float:
    """Demerits of given breaks; infinite where a line breaks the limits."""
    cost, start, fitness, row = 0.0, 0, 1, 0
    for end in breaks:
        line = line_demerits(columns, fit, start, end)
        if line is None:
            return INFINITE
        row = row + 1 if columns.hyphen[end] else 0
        cost += line[0] + (CLASS_MISMATCH if abs(line[1] - fitness) > 1 else 0.0)
        cost += LADDER if row > fit.in_a_row else 0.0
        start, fitness = end, line[1]
    return cost


def counted_fit(columns: Columns, fit: Fit, lines: int | None = None, strict: bool = False) -> Broken:
    """The cheapest lines, ladders of hyphens counted; with `lines`, of the nearest possible number.

    `strict`: no ladder at any price, even if that leaves no way.
    """
    last = len(columns.end_width) - 1
    ways: list[dict[State, Way]] = [{} for _ in range(last + 1)]
    ways[0][0, 1, 0] = Way(0.0, -1, (0, 1, 0))
    active = [0]
    first = 0
    for end in range(1, last + 1):
        narrow = columns.end_width[end] - columns.end_shrink[end] - fit.measure - 0.02
        while first < len(active) and narrow > _narrowest(columns, active[first]):
            first += 1
        for start in active[first:]:
            line = line_demerits(columns, fit, start, end)
            if line is not None:
                _extend(
                    (ways[start], ways[end]),
                    start,
                    line,
                    (columns.hyphen[end], fit.in_a_row, strict),
                    lines is not None,
                )
            elif columns.end_width[end] - columns.start_width[start] < fit.measure:
                break
        if ways[end]:
            ways[end] = _without_dominated(ways[end], fit.in_a_row)
            active.append(end)
    goal = ways[last]
    if not goal:
        return Broken([])
    if lines is not None:
        nearest = min(abs(state[0] - lines) for state in goal)
        goal = {state: way for state, way in goal.items() if abs(state[0] - lines) == nearest}
    state = min(goal, key=lambda each: (goal[each].cost, each))
    return Broken(_walk_back(ways, last, state), goal[state].cost)


def _narrowest(columns: Columns, start: int) -> float:
    return columns.start_width[start] - columns.start_shrink[start]


def _extend(
    ways: tuple[dict[State, Way], dict[State, Way]],
    start: int,
    line: tuple[float, int],
    hyphens: tuple[int, int, bool],
    counting: bool,
) -> None:
    """Lead every way to a start on by one line; `hyphens`: whether it ends in one, most in a row, strict."""
    demerits, fitness = line
    hyphened, most, strict = hyphens
    to = ways[1]
    for state, way in ways[0].items():
        lines, came, ladder = state
        cost = way[0] + demerits
        if abs(fitness - came) > 1:
            cost += CLASS_MISMATCH
        ladder = ladder + 1 if hyphened else 0
        if ladder > most:
            if strict:
                continue
            ladder = most + 1
            cost += LADDER
        reached = (lines + 1 if counting else 0, fitness, ladder)
        known = to.get(reached)
        if known is None or cost < known[0]:
            to[reached] = Way(cost, start, state)


def _without_dominated(ways: dict[State, Way], most: int) -> dict[State, Way]:
    """Leave out ways dearer than another of as few hyphens by more than its class could ever make up for."""
    best: dict[tuple[int, int], float] = {}
    for (lines, _, ladder), way in ways.items():
        for longer in range(ladder, most + 2):
            if way.cost < best.get((lines, longer), INFINITE):
                best[lines, longer] = way.cost
    return {state: way for state, way in ways.items() if way.cost < best[state[0], state[2]] + CLASS_MISMATCH}


def _walk_back(ways: list[dict[State, Way]], last: int, state: State) -> list[int]:
    breaks: list[int] = []
    end = last
    while end > 0:
        breaks.append(end)
        way = ways[end][state]
        end, state = way.start, way.state
    breaks.reverse()
    return breaks
