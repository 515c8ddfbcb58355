"""One venue's slots -> its row of a day grid on paper: boxes to scale, heads that are too wide on flags."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from progprint.blocks.types import Slot
from progprint.geom import Point, Rect, fits, mm
from progprint.lines.types import Fault
from progprint.pages.grid_words import Head, flag_of, head_of, reach, titles_in
from progprint.pages.grids import PAD, Lane, SetLines, at, outline
from progprint.pages.rows import Galley
from progprint.pages.types import FillMark, Mark, RuleMark
from progprint.style import BLACK

#: room between a row's rules and its boxes, and between two lanes
INSET, LANE_GAP = 3.0, 1.5
#: lines round films, and round what is hatched or dotted
FILM, AFTER = 1.2, 0.4
#: a clash is outlined once more, so far inside
CLASH_INSET = 2.4
#: boxes are never lower, however many flags stand over them
LEAST_BOX = mm(2)

#: a slot and where it stands among those it overlaps
InLane = tuple[Slot, Lane]


class Plan(NamedTuple):
    """Where hours and venues lie: hours across, venues down."""

    #: from the left edge of the venues' labels to the last hour, from the first row to the last
    box: Rect
    label: float
    hours: tuple[int, int]
    #: top and height of each venue's row
    rows: tuple[tuple[float, float], ...]

    @property
    def minute(self) -> float:
        """Points a minute."""
        return (self.box.width - self.label) / ((self.hours[1] - self.hours[0]) * 60)

    def along(self, minutes: float) -> float:
        """Where a minute of the day lies."""
        return self.box.x + self.label + (minutes - self.hours[0] * 60) * self.minute


class Row(NamedTuple):
    """One venue's row as it is drawn."""

    marks: list[Mark]
    faults: list[Fault]
    #: what the lines of the hours must not cross
    taken: list[Rect]


class _Flag(NamedTuple):
    """A head over its box, or under it, on a staff at the slot's start."""

    x: float
    width: float
    #: 1 is next to the boxes
    strip: int
    below: bool
    #: it stands on the left of its staff, for want of room on the right
    left: bool


class _Band(NamedTuple):
    """What flags over and under the boxes leave of a row."""

    top: float
    height: float
    above: float = 0.0
    below: float = 0.0

    def box(self, slot: Slot, lane: Lane, plan: Plan) -> Rect:
        """The film's box."""
        room = self.height - self.above - self.below
        tall = max((room - LANE_GAP * (lane.of - 1)) / lane.of, LEAST_BOX)
        y = self.top + self.above + lane.number * (tall + LANE_GAP)
        return Rect(plan.along(slot.start), y, slot.length * plan.minute, tall)


def set_row(slots: Sequence[InLane], plan: Plan, index: int, set_lines: SetLines) -> tuple[Row, bool]:
    """Draw one venue's slots, given in order of time; and whether all words have room in their boxes."""
    top, height = plan.rows[index]
    band = _Band(top + INSET, height - 2 * INSET)
    while True:
        boxes = [band.box(slot, lane, plan) for slot, lane in slots]
        heads = [head_of(s, _inside(b, s), set_lines) for (s, _), b in zip(slots, boxes, strict=True)]
        flags = _flags(slots, heads, plan)
        leading = max((h.height for h in heads if h.outside), default=0.0)
        above, below = (
            leading * max((f.strip for f in flags if f is not None and f.below == under), default=0)
            for under in (False, True)
        )
        # flags leave lower boxes, which may send further heads out of them
        if fits(above, band.above) and fits(below, band.below):
            break
        band = band._replace(above=max(above, band.above), below=max(below, band.below))
    row = Row([], [], [])
    for number, (slot, _) in enumerate(slots):
        _draw(slot, boxes[number], plan, row)
        said = 2
        inside = _inside(boxes[number], slot)
        flag = flags[number]
        if flag is None:
            row.marks.extend(at(heads[number].rows, inside.x, inside.y))
            inside = _lowered(inside, heads[number].height)
        else:
            words, titled = flag_of(slot, heads[number], _free(flags, number, plan), set_lines)
            _hoist(flag, leading, (boxes[number], words), row)
            said += titled
        marks, faults = titles_in(slot.lines[said:], inside, set_lines, shorten=said == 2)
        row.marks.extend(marks)
        row.faults.extend(faults)
    return row, not row.faults and not any(flags)


def _inside(film: Rect, slot: Slot) -> Rect:
    """Where a box's words may stand."""
    return _shrunk(film, PAD + (CLASH_INSET if slot.clash else 0.0))


def _shrunk(box: Rect, by: float) -> Rect:
    return Rect(box.x + by, box.y + by, max(box.width - 2 * by, 0.0), max(box.height - 2 * by, 0.0))


def _lowered(box: Rect, by: float) -> Rect:
    return Rect(box.x, box.y + by, box.width, max(box.height - by, 0.0))


def _flags(slots: Sequence[InLane], heads: Sequence[Head], plan: Plan) -> list[_Flag | None]:
    """Places for heads that stand outside their boxes; those that would touch rise, or fall, by a strip."""
    ends: dict[bool, list[float]] = {False: [], True: []}
    flags: list[_Flag | None] = []
    for (slot, lane), head in zip(slots, heads, strict=True):
        if not head.outside:
            flags.append(None)
            continue
        x, width = plan.along(slot.start), head.width + 2 * PAD
        # the lowest of several lanes has its flag under it: its staff would cross the others
        below = lane.of > 1 and lane.number == lane.of - 1
        left = not fits(x + width, plan.box.right)
        start = x - width if left else x
        strips = ends[below]
        free = next((n for n, end in enumerate(strips) if fits(end, start)), len(strips))
        strips[free : free + 1] = [start + width]
        flags.append(_Flag(start, width, free + 1, below, left))
    return flags


def _free(flags: Sequence[_Flag | None], number: int, plan: Plan) -> float:
    """How wide a flag may be before it touches the next one, or the sheet's edge."""
    own = flags[number]
    if own is None or own.left:
        return own.width if own is not None else 0.0
    later = (f for f in flags[number + 1 :] if f is not None)
    ends = (f.x for f in later if (f.strip, f.below) == (own.strip, own.below))
    return min(ends, default=plan.box.right) - own.x


def _hoist(flag: _Flag, leading: float, film_and_words: tuple[Rect, Galley], row: Row) -> None:
    """Set a flag's words in its strip, and its staff from there to the box."""
    film, words = film_and_words
    y = film.bottom + (flag.strip - 1) * leading if flag.below else film.y - flag.strip * leading
    marks = at(words, flag.x + PAD, y)
    row.marks.extend(marks)
    x = film.x
    top, bottom = (film.bottom, y + leading) if flag.below else (y, film.y)
    row.marks.append(RuleMark(Point(x, top), Point(x, bottom), FILM, BLACK))
    row.taken.append(Rect(flag.x - 1.0, y, max(reach(marks) - flag.x, flag.width) + 1.0, leading))


def _draw(slot: Slot, film: Rect, plan: Plan, row: Row) -> None:
    """Draw the film outlined, twice where it clashes; what follows it hatched and dotted."""
    answers = slot.start + slot.length
    for start, minutes, pattern in (
        (answers, slot.extra, "hatched"),
        (answers + slot.extra + slot.clear, slot.clean, "dotted"),
    ):
        if minutes:
            after = Rect(plan.along(start), film.y, minutes * plan.minute, film.height)
            row.marks.append(FillMark(after, BLACK, pattern, slot.source))
            row.marks.extend(outline(after, AFTER))
    row.marks.extend(outline(film, FILM, open_end=slot.open))
    if slot.clash:
        row.marks.extend(twice(film, open_end=slot.open))
    row.taken.append(Rect(film.x, film.y, (ready(slot) - slot.start) * plan.minute, film.height))


def twice(box: Rect, *, open_end: bool = False) -> list[Mark]:
    """The second outline of what clashes."""
    return outline(_shrunk(box, CLASH_INSET), FILM / 2, open_end=open_end)


def ready(slot: Slot) -> int:
    """When the room is clean again, in minutes of the day."""
    return slot.start + slot.length + slot.extra + slot.clear + slot.clean
