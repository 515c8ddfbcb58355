"""Columns and a measure -> the best breaks for a number of lines, with at most two hyphens in a row.

Slower than `total_fit` by 3 to 10 times, so it is asked only when a paragraph shall be a line longer or shorter, or
when the fast way ended in a ladder of hyphens.
"""

from __future__ import annotations

from typing import NamedTuple

from progprint.lines.breaker import (
    CLASS_MISMATCH,
    INFINITE,
    THIRD_HYPHEN,
    Broken,
    Columns,
    Fit,
    line_demerits,
)


class State(NamedTuple):
    """What the rest of a paragraph may depend on, besides the break itself."""

    lines: int
    fitness: int
    #: hyphened lines in a row up to here, three meaning three or more
    ladder: int


class Way(NamedTuple):
    """The cheapest way to a state."""

    cost: float
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
        cost += THIRD_HYPHEN if row > 2 else 0.0
        start, fitness = end, line[1]
    return cost


def counted_fit(columns: Columns, fit: Fit, lines: int | None = None) -> Broken:
    """The cheapest lines, ladders of hyphens minded; with `lines`, of the nearest possible number of lines."""
    last = len(columns.end_width) - 1
    ways: list[dict[State, Way]] = [{} for _ in range(last + 1)]
    ways[0][State(0, 1, 0)] = Way(0.0, -1, State(0, 1, 0))
    first = 0
    for end in range(1, last + 1):
        least = columns.end_width[end] - columns.end_shrink[end] - fit.measure
        while first < end and (
            not ways[first] or least > columns.start_width[first] - columns.start_shrink[first] + 0.02
        ):
            first += 1
        for start in range(first, end):
            if ways[start]:
                _extend(columns, fit, ways, (start, end), lines is not None)
    goal = ways[last]
    if not goal:
        return Broken([])
    if lines is not None:
        nearest = min(abs(state.lines - lines) for state in goal)
        goal = {state: way for state, way in goal.items() if abs(state.lines - lines) == nearest}
    state = min(goal, key=lambda each: (goal[each].cost, each))
    return Broken(_walk_back(ways, last, state), goal[state].cost)


def _extend(
    columns: Columns, fit: Fit, ways: list[dict[State, Way]], line: tuple[int, int], counting: bool
) -> None:
    start, end = line
    found = line_demerits(columns, fit, start, end)
    if found is None:
        return
    demerits, fitness = found
    to = ways[end]
    for state, way in ways[start].items():
        ladder = min(state.ladder + 1, 3) if columns.hyphen[end] else 0
        cost = way.cost + demerits
        if abs(fitness - state.fitness) > 1:
            cost += CLASS_MISMATCH
        if ladder > 2:
            cost += THIRD_HYPHEN
        reached = State(state.lines + 1 if counting else 0, fitness, ladder)
        known = to.get(reached)
        if known is None or cost < known.cost:
            to[reached] = Way(cost, start, state)


def _walk_back(ways: list[dict[State, Way]], last: int, state: State) -> list[int]:
    breaks: list[int] = []
    end = last
    while end > 0:
        breaks.append(end)
        way = ways[end][state]
        end, state = way.start, way.state
    breaks.reverse()
    return breaks
