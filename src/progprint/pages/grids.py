"""What grids to scale have in common: galleys at a place, outlines, and lanes for slots that overlap."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from progprint.blocks.types import Para
from progprint.geom import Point, Rect
from progprint.lines.types import Fault
from progprint.pages.rows import Galley, moved, stack
from progprint.pages.types import Mark, RuleMark
from progprint.style import BLACK

#: sets lines of text to a width
SetLines = Callable[[Sequence[Para], float], Galley]

#: room between a box's edge and its text
PAD = 2.5


class GridMarks(NamedTuple):
    marks: tuple[Mark, ...]
    faults: tuple[Fault, ...]


class Stretch(NamedTuple):
    """What a slot takes up of its venue's day, in minutes."""

    venue: str
    start: int
    end: int


class Lane(NamedTuple):
    """Where a slot stands among those it overlaps: which lane, of how many."""

    number: int
    of: int


def at(rows: Galley, x: float, y: float) -> list[Mark]:
    """Marks of a galley whose top left is at x, y."""
    placed, _ = stack(rows, 1.0)
    return [moved(mark, x, y + p.top) for p in placed for _, mark in p.row.marks]


def outline(box: Rect, width: float, *, open_end: bool = False) -> list[Mark]:
    """Four rules in black; without the right one when the end is open."""
    corners = [
        Point(box.x, box.y),
        Point(box.right, box.y),
        Point(box.right, box.bottom),
        Point(box.x, box.bottom),
    ]
    sides = list(zip(corners, corners[1:] + corners[:1], strict=True))
    if open_end:
        del sides[1]
    return [RuleMark(start, end, width, BLACK) for start, end in sides]


def lanes(stretches: Sequence[Stretch]) -> list[Lane]:
    """Share a venue's width among slots that overlap, directly or through others."""
    order = sorted(range(len(stretches)), key=lambda i: (stretches[i].venue, stretches[i].start, i))
    found = [Lane(0, 1)] * len(stretches)
    cluster: list[int] = []
    ends: list[int] = []
    for index in order:
        venue, start, end = stretches[index]
        if cluster and (stretches[cluster[0]].venue != venue or start >= max(ends)):
            _close(cluster, len(ends), found)
            cluster, ends = [], []
        free = next((n for n, taken in enumerate(ends) if taken <= start), len(ends))
        ends[free : free + 1] = [end]
        found[index] = Lane(free, 1)
        cluster.append(index)
    _close(cluster, len(ends), found)
    return found


def _close(cluster: Sequence[int], number: int, found: list[Lane]) -> None:
    for index in cluster:
        found[index] = found[index]._replace(of=number)
