"""Galleys with headings over all columns -> columns filled stretch by stretch, from heading to heading."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, takewhile
from typing import NamedTuple

from progprint.blocks.types import Block, Pair, Para
from progprint.design.types import Frame
from progprint.geom import fits
from progprint.pages.columns import Columns, Filled, balance, fill_columns
from progprint.pages.rows import Galley, Placed, Row, on_grid, stack
from progprint.pages.setting import Setting, set_blocks

#: lines that must have room under a heading over all columns: else it waits for the next page
LEAST_UNDER = 2


class Bay(NamedTuple):
    """The room of columns that stand side by side."""

    number: int
    room: float
    grid: float
    #: of an empty frame, as for `columns.fill`
    whole: float
    #: the last stretch ends level too
    balanced: bool = False


def set_spanning(
    blocks: Sequence[Block], frame: Frame, measures: tuple[float, float], setting: Setting
) -> Galley:
    """Set blocks to the measure of a column, but paragraphs that span to that of all of them."""
    column, whole = measures
    if frame.split == 1:
        return set_blocks(blocks, column, setting)
    # what stands above nothing takes a whole column
    blocks = tuple(each for block in blocks for each in _alone(block))
    rows: list[Row] = []
    for wide, group in groupby(blocks, _spans):
        found = set_blocks(tuple(group), whole if wide else column, setting)
        rows += (row._replace(wide=True) for row in found) if wide else found
    return tuple(rows)


def _alone(block: Block) -> tuple[Block, ...]:
    if isinstance(block, Pair) and sum(map(bool, block.sides)) < 2:
        return next(filter(None, block.sides), ())
    return (block,)


def _spans(block: Block) -> bool:
    return isinstance(block, Para) and block.style.span


def fill_spanning(rows: Galley, bay: Bay) -> Columns:
    """Fill columns; those over a spanning heading end level, so that it stands under all of them."""
    if bay.number == 1 or not any(row.wide for row in rows):
        make = balance if bay.balanced else fill_columns
        return make(rows, bay.number, bay.room, bay.grid, bay.whole)
    stretches = [tuple(group) for _, group in groupby(rows, lambda row: row.wide)]
    columns: list[list[Filled]] = [[] for _ in range(bay.number)]
    y = 0.0
    for number, stretch in enumerate(stretches):
        after = stretches[number + 1 :]
        if stretch[0].wide:
            placed, bottom = _stacked(stretch, y, bay.grid)
            under = _under(after[0], bay) if after else 0.0
            if not fits(on_grid(bottom, bay.grid) + under, bay.room) and y:
                return _joined(columns, _flat(stretches[number:]))
            columns[0].append(Filled(tuple(placed), bottom, ()))
            y = on_grid(bottom, bay.grid)
            continue
        trailing = sum(row.height for row in takewhile(_gap, reversed(stretch)))
        make = balance if after or bay.balanced else fill_columns
        room = max(bay.room - y, 0.0)
        found = make(stretch, bay.number, room, bay.grid, bay.whole)
        for column, filled in zip(columns, found.columns, strict=False):
            column.append(_lowered(filled, y))
        if found.rest:
            return _joined(columns, (*found.rest, *_flat(after)))
        y = on_grid(y + found.bottom + (trailing if y or found.bottom else 0.0), bay.grid)
    return _joined(columns, ())


def _under(rows: Galley, bay: Bay) -> float:
    """Room that must be left under a heading: that of some lines, or of all there are."""
    shared = sum(row.height for row in rows if not row.gap) / bay.number
    return min(LEAST_UNDER * bay.grid, on_grid(shared, bay.grid))


def _stacked(rows: Galley, y: float, grid: float) -> tuple[list[Placed], float]:
    """A heading's rows with the room before it, but at the frame's head, and after it."""
    before = sum(row.height for row in takewhile(_gap, rows)) if y else 0.0
    placed, bottom = stack(rows, grid, y + before)
    return placed, bottom + sum(row.height for row in takewhile(_gap, reversed(rows)))


def _gap(row: Row) -> bool:
    return row.gap


def _flat(stretches: Sequence[Galley]) -> Galley:
    return tuple(row for stretch in stretches for row in stretch)


def _lowered(filled: Filled, y: float) -> Filled:
    """The same, `y` points lower."""
    placed = tuple(Placed(top + y, row) for top, row in filled.placed)
    foot = tuple(Placed(top + y, row) for top, row in filled.foot)
    return filled._replace(placed=placed, foot=foot, bottom=filled.bottom + y)


def _joined(columns: Sequence[Sequence[Filled]], rest: Galley) -> Columns:
    joined = [
        Filled(
            tuple(placed for part in parts for placed in part.placed),
            max(part.bottom for part in parts),
            (),
            next((part.broken for part in parts if part.broken is not None), None),
            tuple(placed for part in parts for placed in part.foot),
        )
        for parts in columns
        if parts
    ]
    return Columns(tuple(joined), rest)
