"""Languages of one text, set -> rows side by side, level at each paragraph or at least each heading."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from progprint.blocks.types import Block, Para
from progprint.pages.rows import Again, Galley, Row, side_by_side


class Side(NamedTuple):
    """One language: its left edge, its blocks and what they are set to."""

    x: float
    blocks: Sequence[Block]
    galleys: Sequence[Galley]


#: which paragraphs of each side begin level and run down together
Stretch = tuple[range, ...]


def level(sides: Sequence[Side], grid: float) -> Galley:
    """Join sides; the room that paragraphs ask for before and after them is common to all."""
    rows: list[Row] = []
    for stretch in stretches(*(side.blocks for side in sides)):
        columns = [
            (side.x, [side.galleys[n] for n in numbers])
            for side, numbers in zip(sides, stretch, strict=True)
            if numbers
        ]
        before = max(_edge_room(galleys[0], first=True) for _, galleys in columns)
        after = max(_edge_room(galleys[-1], first=False) for _, galleys in columns)
        rows += [Row(before, gap=True)] if before else []
        rows += _joined(columns, grid)
        rows += [Row(after, gap=True, keep=rows[-1].keep)] if after else []
    return tuple(rows)


def stretches(*sides: Sequence[Block]) -> list[Stretch]:
    """Say which paragraphs belong together.

    Headings begin level, and each paragraph between them with its like where all languages have as many;
    where one tells in two what another tells in one, they run down together. So does all of a text of
    which only some languages have headings. What not all of them end with, a byline, stands by itself.
    """
    ends = [_without_tail(side, sides) for side in sides]
    parts = [_between_headings(side[:end]) for side, end in zip(sides, ends, strict=True)]
    found: list[Stretch] = []
    if len({len(part) for part in parts}) > 1:
        found.append(tuple(map(range, ends)))
    else:
        for ranges in zip(*parts, strict=True):
            found += _within(ranges)
    tails = max((len(side) - end for side, end in zip(sides, ends, strict=True)), default=0)
    for n in range(tails):
        tail = tuple(range(e + n, min(e + n + 1, len(s))) for s, e in zip(sides, ends, strict=True))
        found.append(tail)
    return found


def _within(ranges: tuple[range, ...]) -> list[Stretch]:
    if len(set(map(len, ranges))) > 1:
        return [ranges]
    return [tuple(range(n, n + 1) for n in row) for row in zip(*ranges, strict=True)]


def _without_tail(side: Sequence[Block], sides: Sequence[Sequence[Block]]) -> int:
    """How many blocks there are up to those at the end that a shorter side has no like of."""
    known = [(len(other), {_kind(block) for block in other}) for other in sides]
    end = len(side)
    while any(end > length and _kind(side[end - 1]) not in kinds for length, kinds in known):
        end -= 1
    return end


def _kind(block: Block) -> str:
    """The style of a paragraph, as the first one or a later one."""
    return block.style.name.removesuffix("-first") if isinstance(block, Para) else type(block).__name__


def _between_headings(blocks: Sequence[Block]) -> list[range]:
    """Stretches of paragraphs, each begun by a heading, which is one by itself."""
    found: list[range] = []
    start = 0
    for number, block in enumerate(blocks):
        if isinstance(block, Para) and block.style.keep_next:
            found += [range(start, number), range(number, number + 1)]
            start = number + 1
    found.append(range(start, len(blocks)))
    return found


def _joined(columns: Sequence[tuple[float, Sequence[Galley]]], grid: float) -> Galley:
    """Paragraphs side by side; where it is one on each side, with the ways to set each anew."""
    strips = [(x, tuple(row for galley in galleys for row in galley)) for x, galleys in columns]
    rows = side_by_side(strips, grid)
    if any(len(galleys) > 1 for _, galleys in columns):
        return rows
    ways: list[Callable[[], Galley]] = []
    for number, (x, galley) in enumerate(strips):
        again = next((row.again for row in galley if row.again is not None), None)
        for way in again.ways if again is not None else ():
            ways.append(partial(_with_column, strips, number, (x, way), grid))
    if not ways:
        return rows
    whole = Again(len(rows), tuple(ways))
    return tuple(row._replace(again=whole) for row in rows)


def _with_column(
    columns: Sequence[tuple[float, Galley]],
    number: int,
    column: tuple[float, Callable[[], Galley]],
    grid: float,
) -> Galley:
    x, way = column
    return side_by_side([*columns[:number], (x, way()), *columns[number + 1 :]], grid)


def _edge_room(rows: Galley, *, first: bool) -> float:
    """Height of the empty room at the head or foot of a galley."""
    height = 0.0
    for row in rows if first else reversed(rows):
        if not row.gap:
            break
        height += row.height
    return height
