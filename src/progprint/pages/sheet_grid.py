"""DayGrid with its hours across -> marks in black: films outlined, answers hatched, cleaning dotted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil
from typing import NamedTuple

from progprint.blocks.types import DayGrid, Para
from progprint.geom import Point, Rect, fits, mm
from progprint.lines.types import Fault
from progprint.pages.grid_words import UNBROKEN, no_room, reach
from progprint.pages.grids import PAD, GridMarks, Lane, SetLines, Stretch, at, lanes, outline
from progprint.pages.rows import Galley, depth, moved
from progprint.pages.sheet_row import AFTER, FILM, Plan, Row, ready, set_row, twice
from progprint.pages.types import FillMark, Mark, RuleMark
from progprint.style import BLACK, Span
from progprint.words import Words

#: a row is at most so high: a sheet of one venue is not one large box
MOST_ROW = mm(60)
#: lengths of ticks: every five minutes, at the quarters, at the half hour
TICKS = ((30, 6.0), (15, 4.5), (0, 2.5))
#: lines: of the frame, of hours, of ticks
FRAME, HOUR, TICK = 0.75, 0.35, 0.3
#: a sign of the legend, and the room after its words
SIGN, LEGEND_GAP = Rect(0, 0, 24.0, 10.0), 18.0
#: room over and under the legend
LEGEND_OVER, LEGEND_UNDER = 8.0, 5.0


class _Legend(NamedTuple):
    """What stands under the grid, counted from its lower left corner."""

    marks: tuple[Mark, ...]
    height: float


def set_sheet_grid(grid: DayGrid, box: Rect, set_lines: SetLines) -> GridMarks:
    """Draw a day into a box. Of a slot's lines the first two, time and code, are never dropped."""
    legend = _legend(grid, box, set_lines)
    foot = box.bottom - legend.height
    found = lanes([Stretch(s.venue, s.start, ready(s)) for s in grid.slots])
    plan = _plan(grid, Rect(box.x, box.y, box.width, foot - box.y), found)
    rows, snug = _rows(grid, found, plan, set_lines)
    if not snug and any(s.small for s in grid.slots):
        close = tuple(s._replace(lines=s.small or s.lines) for s in grid.slots)
        rows, _ = _rows(grid._replace(slots=close), found, plan, set_lines)
    taken = [box for row in rows for box in row.taken]
    drawn = [mark for row in rows for mark in row.marks]
    # of two slots that clash the later one is to blame
    clashing = {clash: s.source for s in grid.slots for clash in s.clash}
    faults = [fault for row in rows for fault in row.faults]
    faults += [Fault("slot-clash", clash, source) for clash, source in clashing.items()]
    below = [moved(mark, box.x, plan.box.bottom + TICKS[0][1]) for mark in legend.marks]
    marks = (*_frame(plan), *_hours(grid, plan, taken, set_lines), *drawn, *below)
    return GridMarks(marks, tuple(faults))


def _rows(grid: DayGrid, found: Sequence[Lane], plan: Plan, set_lines: SetLines) -> tuple[list[Row], bool]:
    """Every venue's row; and whether all words have room where they belong."""
    rows: list[Row] = []
    all_snug = True
    for index, (key, label) in enumerate(grid.venues):
        slots = [(s, n) for s, n in zip(grid.slots, found, strict=True) if s.venue == key]
        row, snug = set_row(slots, plan, index, set_lines)
        all_snug = all_snug and snug
        row.marks[:0] = _venue(label, plan, index, set_lines, row.faults)
        rows.append(row)
    return rows, all_snug


def _plan(grid: DayGrid, box: Rect, found: Sequence[Lane]) -> Plan:
    """Share the height out evenly; a venue whose slots overlap has a share for each lane."""
    shares = [
        max((n.of for s, n in zip(grid.slots, found, strict=True) if s.venue == key), default=1)
        for key, _ in grid.venues
    ]
    top = box.y + grid.hour_style.leading + TICKS[0][1]
    share = min((box.bottom - TICKS[0][1] - top) / max(sum(shares), 1), MOST_ROW)
    rows = tuple((top + share * sum(shares[:index]), share * own) for index, own in enumerate(shares))
    return Plan(Rect(box.x, top, box.width, share * sum(shares)), grid.label, grid.hours, rows)


def _venue(
    label: Sequence[Para], plan: Plan, index: int, set_lines: SetLines, faults: list[Fault]
) -> list[Mark]:
    """As many of the forms of a venue's name as its row has room for, the first in any case."""
    top, height = plan.rows[index]
    marks: list[Mark] = []
    y = top + PAD
    for number, para in enumerate(label):
        rows = set_lines((para,), plan.label - 2 * PAD)
        need = depth(rows, 1.0)
        if number and not fits(y + need, top + height):
            faults.append(no_room(para))
            continue
        marks += at(rows, plan.box.x, y)
        y += need
    return marks


def _frame(plan: Plan) -> Iterator[Mark]:
    box = plan.box
    for y in [top for top, _ in plan.rows] + [box.bottom]:
        yield RuleMark(Point(box.x, y), Point(box.right, y), FRAME, BLACK)


def _hours(grid: DayGrid, plan: Plan, obstacles: Sequence[Rect], set_lines: SetLines) -> Iterator[Mark]:
    """Labels, lines of the hours where no slot stands, and ticks along the first and the last rule."""
    top, bottom = plan.box.y, plan.box.bottom
    style = grid.hour_style
    label = reach(at(set_lines((_hour(grid, 0),), UNBROKEN), 0.0, 0.0)) + 2 * PAD
    # on a very long day not every hour has room for its label
    every = ceil(label / (60 * plan.minute))
    for minutes in range(grid.hours[0] * 60, grid.hours[1] * 60 + 1, grid.tick):
        x = plan.along(minutes)
        if minutes % 60:
            length = next(length for every, length in TICKS if not every or minutes % every == 0)
            yield RuleMark(Point(x, top - length), Point(x, top), TICK, BLACK)
            yield RuleMark(Point(x, bottom), Point(x, bottom + length), TICK, BLACK)
            continue
        over = top - style.leading - TICKS[0][1] + PAD
        yield RuleMark(Point(x, over), Point(x, top), HOUR * 2, BLACK)
        yield RuleMark(Point(x, bottom), Point(x, bottom + TICKS[0][1]), HOUR * 2, BLACK)
        for start, end in _free(x, (top, bottom), obstacles):
            yield RuleMark(Point(x, start), Point(x, end), HOUR, BLACK)
        if minutes < grid.hours[1] * 60 and not minutes // 60 % every:
            yield from at(set_lines((_hour(grid, minutes),), UNBROKEN), x + PAD, over - PAD)


def _hour(grid: DayGrid, minutes: int) -> Para:
    hour = minutes // 60 if grid.late == "over" else minutes // 60 % 24
    return Para((Span(Words(f"{hour:02d}:00", "en"), grid.hour_style),), grid.hour_style)


def _free(x: float, span: tuple[float, float], obstacles: Sequence[Rect]) -> Iterator[tuple[float, float]]:
    """The parts of an upright line that no slot covers."""
    y = span[0]
    for taken in sorted((o for o in obstacles if o.x < x < o.right), key=lambda o: o.y):
        if taken.y > y:
            yield y, taken.y
        y = max(y, taken.bottom)
    if y < span[1]:
        yield y, span[1]


def _legend(grid: DayGrid, box: Rect, set_lines: SetLines) -> _Legend:
    """What the signs mean, in lines."""
    lines: list[list[tuple[str, Galley, float]]] = [[]]
    x, leading = 0.0, 0.0
    for sign, para in grid.legend:
        rows = set_lines((para,), box.width - SIGN.width - 2 * PAD)
        width = SIGN.width + 2 * PAD + reach(at(rows, 0.0, 0.0))
        if lines[-1] and not fits(x + width, box.width):
            lines.append([])
            x = 0.0
        lines[-1].append((sign, rows, x))
        leading = max(leading, depth(rows, 1.0))
        x += width + LEGEND_GAP
    marks: list[Mark] = []
    for number, line in enumerate(lines):
        y = LEGEND_OVER + number * leading
        for sign, rows, left in line:
            marks += _sign(sign, SIGN.moved(left, y + (leading - SIGN.height) / 2))
            marks += at(rows, left + SIGN.width + 2 * PAD, y)
    return _Legend(tuple(marks), LEGEND_OVER + leading * len(lines) + LEGEND_UNDER)


def _sign(sign: str, box: Rect) -> list[Mark]:
    if sign in ("hatched", "dotted"):
        return [FillMark(box, BLACK, sign), *outline(box, AFTER)]
    return [*outline(box, FILM), *(twice(box) if sign == "clash" else ())]
