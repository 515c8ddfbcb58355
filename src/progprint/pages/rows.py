"""Galleys of rows -> filled columns: where a column may break, and what moves on to the next."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from progprint.geom import TOLERANCE, Point, fits
from progprint.lines.types import Fault
from progprint.pages.types import CodeMark, FillMark, ImageMark, LinkMark, Mark, RefMark, RuleMark, TextMark


class Row(NamedTuple):
    """What stands between two places where a column may break."""

    height: float
    #: (place in reading order, mark); marks count from the row's top left
    marks: tuple[tuple[float, Mark], ...] = ()
    #: no break after it
    keep: bool = False
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


#: a strip of set matter as wide as its measure
Galley = tuple[Row, ...]


class Placed(NamedTuple):
    top: float
    row: Row


def moved(mark: Mark, dx: float, dy: float) -> Mark:
    """Shift a mark by dx, dy points."""
    match mark:
        case TextMark() | RefMark():
            return mark._replace(at=Point(mark.at.x + dx, mark.at.y + dy))
        case RuleMark(start=start, end=end):
            return mark._replace(start=Point(start.x + dx, start.y + dy), end=Point(end.x + dx, end.y + dy))
        case ImageMark() | FillMark() | CodeMark() | LinkMark():
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


class Filled(NamedTuple):
    placed: tuple[Placed, ...]
    #: where the last row ends
    bottom: float
    rest: Galley
    #: a keep had to be broken, because what it keeps is higher than the room
    broken: bool = False


def fill(rows: Galley, room: float, grid: float, whole: float) -> Filled:
    """Put as many rows into `room` as keeps allow.

    `whole` is the room of an empty column: what would not fit even there is broken against its keeps,
    so that make-up always ends. Gaps at the head vanish; the rest begins with the first row left over.
    """
    rows = _headless(rows)
    count = _fitting(rows, room, grid)
    if count == len(rows):
        placed, bottom = stack(rows, grid)
        return Filled(tuple(placed), bottom, ())
    end = count
    # a keep reaches over the empty room after its row
    while end > 0 and (rows[end - 1].keep or rows[end - 1].gap):
        end -= 1
    broken = False
    if end <= 0 and fits(whole, room):
        # kept-together matter that is higher than an empty column: break it where it is full
        end, broken = max(count, 1), True
    placed, bottom = stack(rows[:end], grid)
    rest = _headless(rows[end:])
    if placed and rest and not placed[-1].row.repeated:
        rest = _headed(rest)
    return Filled(tuple(placed), bottom, rest, broken)


def _headed(rows: Galley) -> Galley:
    """Repeat the heading of the first row above it, in its place in reading order."""
    order = min((o for o, _ in rows[0].marks), default=0.0) - 0.5
    head = (
        row._replace(marks=tuple((order, m) for _, m in row.marks), keep=True, repeated=True)
        for row in rows[0].head
    )
    return (*head, *rows)


def _fitting(rows: Galley, room: float, grid: float) -> int:
    """How many rows fit, keeps disregarded."""
    y, started = 0.0, False
    for index, row in enumerate(rows):
        if row.gap:
            if started:
                y += row.height
            continue
        top = on_grid(y, grid) if row.snap else y
        if not fits(top + row.height, room):
            return index
        y, started = top + row.height, True
    return len(rows)


def _headless(rows: Galley) -> Galley:
    start = 0
    while start < len(rows) and rows[start].gap:
        start += 1
    return rows[start:]


class Columns(NamedTuple):
    columns: tuple[Filled, ...]
    rest: Galley

    @property
    def bottom(self) -> float:
        return max((c.bottom for c in self.columns), default=0.0)


def fill_columns(rows: Galley, count: int, room: float, grid: float, whole: float) -> Columns:
    """Fill `count` columns of one height, one after the other."""
    columns: list[Filled] = []
    for _ in range(count):
        filled = fill(rows, room, grid, whole)
        columns.append(filled)
        rows = filled.rest
        if not rows:
            break
    return Columns(tuple(columns), rows)


def balance(rows: Galley, count: int, room: float, grid: float, whole: float) -> Columns:
    """Fill columns that end level: the least height, in lines of the grid, that still takes all rows."""
    full = fill_columns(rows, count, room, grid, whole)
    if count == 1 or full.rest:
        return full
    low, high = 1, max(1, ceil((room + TOLERANCE) / grid))
    while low < high:
        middle = (low + high) // 2
        trial = fill_columns(rows, count, min(middle * grid, room), grid, whole)
        if trial.rest or any(c.broken for c in trial.columns):
            low = middle + 1
        else:
            high = middle
    return fill_columns(rows, count, min(low * grid, room), grid, whole)


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
            rows.append(Row(start - previous, gap=True, keep=bool(rows) and rows[-1].keep))
        rows.append(
            Row(
                height=end - start,
                marks=tuple(
                    (order, moved(mark, x, top - start))
                    for top, _, x, row in group
                    for order, mark in row.marks
                ),
                keep=any(i[3].keep for i in group if fits(end, i[1])),
                snap=any(i[3].snap for i in group),
                faults=tuple(f for i in group for f in i[3].faults),
                anchors=tuple(a for i in group for a in i[3].anchors),
            )
        )
        previous = end
    if bottom > previous + TOLERANCE:
        rows.append(Row(bottom - previous, gap=True))
    return rows


def kept(rows: Galley) -> Galley:
    """The same rows as one piece: no break inside."""
    return tuple(r._replace(keep=True) for r in rows[:-1]) + rows[-1:]
