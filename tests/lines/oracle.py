"""The exact optimum of line breaking, found by trying everything that could matter: slow, and beyond
doubt.
"""

from __future__ import annotations

from progprint.lines.breaker import CLASS_MISMATCH, INFINITE, THIRD_HYPHEN, Columns, Fit, line_demerits


def exact(columns: Columns, fit: Fit, ladders: bool = False) -> tuple[float, list[int]]:
    """Least demerits and their breaks over all (break, fitness class, hyphens in a row); no window, no
    pruning.
    """
    last = len(columns.end_width) - 1
    ways: list[dict[tuple[int, int], tuple[float, list[int]]]] = [{} for _ in range(last + 1)]
    ways[0][1, 0] = (0.0, [])
    for end in range(1, last + 1):
        for start in range(end):
            line = line_demerits(columns, fit, start, end)
            if line is None:
                continue
            for (fitness, row), (cost, breaks) in ways[start].items():
                hyphens = min(row + 1, 3) if columns.hyphen[end] and ladders else 0
                total = cost + line[0] + (CLASS_MISMATCH if abs(fitness - line[1]) > 1 else 0.0)
                total += THIRD_HYPHEN if hyphens > 2 else 0.0
                state = line[1], hyphens
                if total < ways[end].get(state, (INFINITE, []))[0]:
                    ways[end][state] = total, [*breaks, end]
    return min(ways[last].values(), default=(INFINITE, []))
