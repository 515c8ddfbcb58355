"""What ran on, narrower than the page that takes it -> columns abreast: no page of one thin column."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from progprint.design.types import Frame, Master
from progprint.geom import TOLERANCE
from progprint.pages.columns import balance
from progprint.pages.room import Room, gutter_of, measure_of
from progprint.pages.rows import Galley, Row, side_by_side
from progprint.pages.setting import Setting

#: rows that ran on and do not fill so many lines stay as they are: short columns abreast look like a table
LEAST = 6


class Narrow(NamedTuple):
    """Rows that leave room beside them."""

    rows: Galley
    #: how many columns of them stand abreast
    number: int
    #: from the left edge of one to that of the next
    step: float
    #: how many of the frames' leftovers these are
    parts: int = 1


def narrow_part(
    rest: Sequence[tuple[str, Galley]], master: Master, taking: Frame | None, room: Room
) -> tuple[Narrow | None, Galley]:
    """Part what begins narrow, left over from frames of `master`, from what comes after it."""
    measures = {f.name: measure_of(f, room) for f in (*master.verso, *master.recto)}
    whole = tuple(row for _, rows in rest for row in rows)
    if not rest or taking is None or taking.split > 1 or any(row.notes for row in whole):
        return None, whole
    measure = measures.get(rest[0][0], 0.0)
    count = next((n for n, (name, _) in enumerate(rest) if measures.get(name) != measure), len(rest))
    gutter = gutter_of(taking, room.page)
    wide = measure_of(taking, room)
    number = int((wide + gutter + TOLERANCE) / (measure + gutter)) if measure else 1
    rows = tuple(row for _, rows in rest[:count] for row in rows)
    if number < 2 or sum(not row.gap for row in rows) < LEAST:
        return None, whole
    after = tuple(row for _, rows in rest[count:] for row in rows)
    return Narrow(rows, number, (wide + gutter) / number, count), after


def abreast(narrow: Narrow, room: Room, setting: Setting) -> Galley | None:
    """Columns that end level, as rows of the whole width; None when one page does not hold them."""
    columns = balance(narrow.rows, narrow.number, room.height, setting.grid, room.height)
    if columns.rest or any(column.broken for column in columns.columns):
        return None
    galleys = [
        (number * narrow.step, _strip([(p.top, p.row) for p in column.placed]))
        for number, column in enumerate(columns.columns)
    ]
    return side_by_side(galleys, setting.grid)


def _strip(placed: Sequence[tuple[float, Row]]) -> Galley:
    """Placed rows as a galley that stacks them in the same places."""
    rows: list[Row] = []
    bottom = 0.0
    for top, row in placed:
        if top > bottom + TOLERANCE:
            rows.append(Row(top - bottom, gap=True))
        rows.append(row._replace(snap=False, head=()))
        bottom = top + row.height
    return tuple(rows)


def in_columns(frames: Sequence[Frame], number: int) -> tuple[Frame, ...]:
    """The frames of a page that is filled with such columns."""
    return tuple(f._replace(split=number, balance=False) if "rest" in f.blocks else f for f in frames)
