"""Marks -> rows, which stand between two places where a column may break; stacked and side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil
from typing import NamedTuple

from progprint.geom import TOLERANCE, Point, fits
from progprint.lines.types import Fault
from progprint.pages.evils import TOGETHER
from progprint.pages.types import CodeMark, FillMark, ImageMark, LinkMark, Mark, RefMark, RuleMark, TextMark


@dataclass(frozen=True, slots=True, eq=False)
class Again:
    """How a paragraph, or a pair of them, may be set otherwise: with a line more or less."""

    #: how many rows it has as it is
    rows: int
    #: each sets it anew, the least conspicuous first
    ways: tuple[Callable[[], Galley], ...]


class Note(NamedTuple):
    """A note, set: it goes to the foot of the column that holds its mark."""

    rows: Galley
    measure: float
    #: left edge
    x: float = 0.0


class Row(NamedTuple):
    """What stands between two places where a column may break."""

    height: float
    #: (place in reading order, mark); marks count from the row's top left
    marks: tuple[tuple[float, Mark], ...] = ()
    #: no break after it, and how firmly (`evils`): 0 for a break, True for the least firm
    keep: int = 0
    #: empty room that vanishes at the head of a column
    gap: bool = False
    #: its top stands on a line of the grid
    snap: bool = False
    faults: tuple[Fault, ...] = ()
    anchors: tuple[str, ...] = ()
    #: what stands above it when a column begins with it: a heading, "continued"
    head: tuple[Row, ...] = ()
    #: part of such a heading
    repeated: bool = False
    #: its line ends in a divided word
    divided: bool = False
    #: how its paragraph may be set otherwise
    again: Again | None = None
    #: notes whose marks stand in it
    notes: tuple[Note, ...] = ()
    #: goes over all columns of its frame
    wide: bool = False
    #: its number among the rows that stand level with those of the facing page, from 1; 0: none
    level: int = 0
    #: a page begins with it
    fresh: bool = False


#: a strip of set matter as wide as its measure
Galley = tuple[Row, ...]


class Placed(NamedTuple):
    """A row in its column."""

    top: float
    row: Row


def moved(mark: Mark, dx: float, dy: float) -> Mark:
    """Shift a mark by dx, dy points."""
    match mark:
        case TextMark() | RefMark():
            return mark._replace(at=Point(mark.at.x + dx, mark.at.y + dy))
        case RuleMark(start=start, end=end):
            return mark._replace(start=Point(start.x + dx, start.y + dy), end=Point(end.x + dx, end.y + dy))
        case ImageMark(box=box, reach=reach):
            return mark._replace(box=box.moved(dx, dy), reach=reach and reach.moved(dx, dy))
        case FillMark() | CodeMark() | LinkMark():
            return mark._replace(box=mark.box.moved(dx, dy))


def on_grid(y: float, grid: float) -> float:
    """The next line of the grid at or below y."""
    return ceil((y - TOLERANCE) / grid) * grid


def stack(rows: Sequence[Row], grid: float, start: float = 0.0) -> tuple[list[Placed], float]:
    """Place rows one under the other: their tops, and the bottom of the last."""
    placed: list[Placed] = []
    y = start
    for row in rows:
        if row.gap and not placed:
            continue
        if row.snap:
            y = on_grid(y, grid)
        placed.append(Placed(y, row))
        y += row.height
    while placed and placed[-1].row.gap:
        y = placed.pop().top
    return placed, y


def depth(rows: Sequence[Row], grid: float) -> float:
    """Height of the rows as a column, gaps at its head and foot dropped."""
    return stack(rows, grid)[1]


def side_by_side(columns: Sequence[tuple[float, Galley]], grid: float) -> Galley:
    """Join galleys that stand side by side at the given x; rows that overlap in height become one row."""
    intervals: list[tuple[float, float, float, Row]] = []
    bottom = 0.0
    for x, rows in columns:
        placed, end = stack(rows, grid)
        bottom = max(bottom, end)
        intervals += [(p.top, p.top + p.row.height, x, p.row) for p in placed if not p.row.gap]
    intervals.sort(key=lambda i: i[0])
    return tuple(_joined(_clusters(intervals), bottom))


_Interval = tuple[float, float, float, Row]


def _clusters(intervals: list[_Interval]) -> list[list[_Interval]]:
    """Group intervals that overlap, directly or through others."""
    groups: list[list[_Interval]] = []
    end = float("-inf")
    for interval in intervals:
        if groups and interval[0] < end - TOLERANCE:
            groups[-1].append(interval)
        else:
            groups.append([interval])
        end = max(end, interval[1])
    return groups


def _joined(groups: list[list[_Interval]], bottom: float) -> list[Row]:
    rows: list[Row] = []
    previous = 0.0
    for group in groups:
        start = group[0][0]
        end = max(i[1] for i in group)
        if start > previous + TOLERANCE:
            rows.append(Row(start - previous, gap=True, keep=rows[-1].keep if rows else 0))
        rows.append(
            Row(
                height=end - start,
                marks=tuple(
                    (order, moved(mark, x, top - start))
                    for top, _, x, row in group
                    for order, mark in row.marks
                ),
                keep=max((i[3].keep for i in group if fits(end, i[1])), default=0),
                snap=any(i[3].snap for i in group),
                faults=tuple(f for i in group for f in i[3].faults),
                anchors=tuple(a for i in group for a in i[3].anchors),
                divided=any(i[3].divided for i in group),
                notes=tuple(n._replace(x=n.x + i[2]) for i in group for n in i[3].notes),
            )
        )
        previous = end
    if bottom > previous + TOLERANCE:
        rows.append(Row(bottom - previous, gap=True))
    return rows


def kept(rows: Galley) -> Galley:
    """The same rows as one piece: no break inside, and none of its paragraphs set otherwise."""
    whole = tuple(row._replace(keep=row.keep or TOGETHER, again=None) for row in rows[:-1])
    return whole + tuple(row._replace(again=None) for row in rows[-1:])


def unkept(rows: Galley) -> Galley:
    """The same rows, between any two of which a column may break."""
    return tuple(row._replace(keep=0, head=(), again=None) for row in rows)


def held_back(rows: Galley, until: int) -> tuple[Galley, Galley]:
    """The rows of this page; and what waits from the level row `until` on, or from one that begins a page."""
    begun = False
    for index, row in enumerate(rows):
        if (until and row.level >= until) or (begun and row.fresh):
            return rows[:index], rows[index:]
        begun = begun or not row.gap
    return rows, ()
