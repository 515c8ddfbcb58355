"""Notes -> the foot of a column: what of them stands there under a short rule, and what runs on."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from progprint.geom import TOLERANCE, Point, fits
from progprint.pages.rows import Note, Placed, Row, moved, on_grid, stack
from progprint.pages.types import RuleMark
from progprint.style import BLACK

#: least room between text and notes, as a share of the grid; the rule stands in it
RULE_ROOM = 0.6
#: the rule's length as a share of the notes' measure, and its width in points
RULE_LENGTH, RULE_WIDTH = 0.3, 0.4


class Foot(NamedTuple):
    """The notes of one column."""

    here: tuple[Note, ...] = ()
    #: what the next column begins its notes with
    left: tuple[Note, ...] = ()


def foot_height(notes: Sequence[Note], grid: float) -> float:
    """Room that notes take at the foot of a column, rule included, in whole lines of the grid."""
    if not notes:
        return 0.0
    return on_grid(grid * RULE_ROOM + max(_height(lane) for lane in _lanes(notes)), grid)


def divide(notes: Sequence[Note], room: float, grid: float) -> Foot | None:
    """Put notes into `room`. The last one of a lane may run on; None when one cannot even begin."""
    space = int((room + TOLERANCE) / grid) * grid - grid * RULE_ROOM
    here: list[Note] = []
    left: list[Note] = []
    for lane in _lanes(notes):
        y = 0.0
        for note in lane:
            end = _fitting(note, space - y)
            if not end:
                return None
            here.append(note._replace(rows=note.rows[:end]))
            if end < len(note.rows):
                left.append(note._replace(rows=note.rows[end:]))
                y = space
            else:
                y += _height([note])
    return Foot(tuple(here), tuple(left))


def begun(notes: Sequence[Note]) -> Foot:
    """The least that may stand in a column, whether there is room or not: the beginning of the first note."""
    first, *others = notes
    end = next((n for n, row in enumerate(first.rows, 1) if not row.keep), len(first.rows))
    left = (first._replace(rows=first.rows[end:]),) if end < len(first.rows) else ()
    return Foot((first._replace(rows=first.rows[:end]),), (*left, *others))


def set_foot(notes: Sequence[Note], room: float, grid: float) -> tuple[Placed, ...]:
    """Place notes so that the last line is the last of the column; side by side they begin level."""
    bottom = int((room + TOLERANCE) / grid) * grid
    placed: list[Placed] = []
    lanes = _lanes(notes)
    head = bottom - max(map(_height, lanes))
    for lane in lanes:
        top = head
        rule = RuleMark(Point(0, 0), Point(lane[0].measure * RULE_LENGTH, 0), RULE_WIDTH, BLACK)
        marks = ((0.0, moved(rule, lane[0].x, 0)),)
        placed.append(Placed(top - grid * RULE_ROOM / 2, Row(0.0, marks)))
        for note in lane:
            for row in note.rows:
                shifted = tuple((order, moved(mark, note.x, 0)) for order, mark in row.marks)
                placed.append(Placed(top, row._replace(marks=shifted)))
                top += row.height
    return tuple(placed)


def _lanes(notes: Sequence[Note]) -> list[list[Note]]:
    """Notes of columns that stand side by side run down side by side; else one under the other."""
    lanes: dict[float, list[Note]] = {}
    for note in notes:
        lanes.setdefault(note.x, []).append(note)
    edges = sorted((x, x + max(n.measure for n in lane)) for x, lane in lanes.items())
    if any(not fits(end, x) for (_, end), (x, _) in pairwise(edges)):
        return [list(notes)]
    return list(lanes.values())


def _height(notes: Sequence[Note]) -> float:
    return sum(row.height for note in notes for row in note.rows)


def _fitting(note: Note, space: float) -> int:
    """How many rows of a note may stand in `space`: keeps are kept."""
    y, end = 0.0, 0
    for number, row in enumerate(note.rows, 1):
        y += row.height
        if not fits(y, space):
            break
        if not row.keep or number == len(note.rows):
            end = number
    return end


def depth_with_notes(rows: Sequence[Row], grid: float) -> float:
    """Height of the rows as a column, with their notes at its foot."""
    bottom = stack(rows, grid)[1]
    notes = [note for row in rows for note in row.notes]
    return on_grid(bottom, grid) + foot_height(notes, grid) if notes else bottom
