"""DayGrid -> marks: a day's slots drawn to scale, one axis for the hours and one for the venues."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from progprint.blocks.types import DayGrid, Para, Slot
from progprint.geom import Point, Rect, fits
from progprint.lines.types import Fault
from progprint.pages.grid_words import no_room, reach, shortened
from progprint.pages.grids import PAD, GridMarks, Lane, SetLines, Stretch, at, lanes
from progprint.pages.rows import stack
from progprint.pages.sheet_grid import set_sheet_grid
from progprint.pages.types import FillMark, Mark, RefMark, RuleMark, TextMark
from progprint.style import BLACK, Span
from progprint.words import Words

#: ems that a title needs beside the head of a low box: a word of it
LEAST_BESIDE = 4


class _Scale(NamedTuple):
    """Where hours and venues lie in the box: venues across, hours down."""

    box: Rect
    #: depth of the header with the venues' names
    header: float
    #: room of the hours' labels
    label: float
    hours: tuple[int, int]
    venues: int

    @property
    def step(self) -> float:
        """Points between two venues."""
        return (self.box.width - self.label) / max(self.venues, 1)

    @property
    def minute(self) -> float:
        """Points a minute."""
        return (self.box.height - self.header) / ((self.hours[1] - self.hours[0]) * 60)

    def along(self, minutes: float) -> float:
        """Where a minute of the day lies on the hours' axis."""
        return self.box.y + self.header + (minutes - self.hours[0] * 60) * self.minute

    def venue(self, index: int) -> float:
        return self.box.x + self.label + index * self.step

    def slot(self, venue: int, start: int, length: int, lane: Lane) -> Rect:
        """The box of so many minutes, in its lane where slots overlap."""
        across = self.step - 2.0
        offset = self.venue(venue) + 1.0 + across * lane.number / lane.of
        return Rect(offset, self.along(start), across / lane.of, length * self.minute)


def set_day_grid(grid: DayGrid, box: Rect, set_lines: SetLines) -> GridMarks:
    """Draw a day grid into a box. Lines that find no room in their slot are dropped and reported."""
    if not grid.down:
        return set_sheet_grid(grid, box, set_lines)
    scale = _Scale(box, _header_depth(grid, box, set_lines), grid.label, grid.hours, len(grid.venues))
    marks: list[Mark] = [*_venue_labels(grid, scale, set_lines), *_hour_lines(grid, scale, set_lines)]
    faults: list[Fault] = []
    found = lanes([Stretch(s.venue, s.start, s.start + s.length) for s in grid.slots])
    keys = [key for key, _ in grid.venues]
    for slot, lane in zip(grid.slots, found, strict=True):
        if slot.venue not in keys:
            continue
        drawn, lost = _slot(slot, (scale, keys.index(slot.venue), lane), set_lines)
        marks += drawn
        faults += lost
    return GridMarks(tuple(marks), tuple(faults))


def _header_depth(grid: DayGrid, box: Rect, set_lines: SetLines) -> float:
    width = (box.width - grid.label) / max(len(grid.venues), 1) - 2 * PAD
    return max((stack(set_lines(label, width), 1.0)[1] for _, label in grid.venues), default=0.0) + 4.0


def _venue_labels(grid: DayGrid, scale: _Scale, set_lines: SetLines) -> list[Mark]:
    marks: list[Mark] = []
    for index, (_, label) in enumerate(grid.venues):
        rows = set_lines(label, scale.step - 2 * PAD)
        marks += at(rows, scale.venue(index) + PAD, scale.box.y)
    return marks


def _hour_lines(grid: DayGrid, scale: _Scale, set_lines: SetLines) -> list[Mark]:
    marks: list[Mark] = []
    style = grid.hour_style
    for minutes in range(grid.hours[0] * 60, grid.hours[1] * 60 + 1, grid.tick):
        place = scale.along(minutes)
        full = minutes % 60 == 0
        width = 0.25 if full else 0.15
        marks.append(RuleMark(Point(scale.box.x, place), Point(scale.box.right, place), width, grid.ink))
        if full and minutes < grid.hours[1] * 60:
            hour = minutes // 60 if grid.late == "over" else minutes // 60 % 24
            label = Para((Span(Words(f"{hour:02d}:00", "en"), style),), style)
            rows = set_lines((label,), max(grid.label, 60 * scale.minute) - 2)
            marks += at(rows, scale.box.x, place)
    return marks


def _slot(slot: Slot, where: tuple[_Scale, int, Lane], set_lines: SetLines) -> tuple[list[Mark], list[Fault]]:
    scale, venue, lane = where
    box = scale.slot(venue, slot.start, slot.length, lane)
    marks: list[Mark] = []
    if slot.extra:
        extra = scale.slot(venue, slot.start + slot.length, slot.extra, lane)
        marks.append(FillMark(extra, slot.line or slot.ink or BLACK, "hatched", slot.source))
    if slot.ink is not None:
        marks.append(FillMark(box, slot.ink, source=slot.source))
    lines, faults = _words(slot, box, set_lines)
    return marks + lines, faults


def _words(slot: Slot, box: Rect, set_lines: SetLines) -> tuple[list[Mark], list[Fault]]:
    """As many of the slot's paragraphs as have room whole; of the title, the second, as much as there is."""
    marks: list[Mark] = []
    faults: list[Fault] = []
    width = box.width - 2 * PAD
    reference = slot.ref_style.size * 2.2 if slot.ref and slot.ref_style else 0.0
    y = box.y + 1.0
    for number, para in enumerate(slot.lines):
        rows = set_lines((para,), max(width - (reference if not number else 0.0), 1.0))
        _, height = stack(rows, 1.0)
        if fits(y + height, box.bottom):
            marks += at(rows, box.x + PAD, y)
        else:
            line = Rect(box.x + PAD, box.y + 1.0, width - reference, 0.0)
            left = Rect(box.x + PAD, y, width, box.bottom - y)
            less = _less(para, marks, (left, line), set_lines) if number == 1 else _Less([], 0.0)
            marks += less.marks
            y += less.height
            faults += [] if less.whole else [no_room(para)._replace(source=slot.source)]
            continue
        if not number and slot.ref and slot.ref_style is not None:
            baseline = next((m.at.y for m in marks if isinstance(m, TextMark)), y)
            place = Point(box.right - PAD - reference, baseline)
            marks.append(RefMark(place, reference, slot.ref, slot.ref_style, slot.source))
        y += height
    return marks, faults


class _Less(NamedTuple):
    """As much of a title as has room."""

    marks: list[Mark]
    #: taken under the head
    height: float
    whole: bool = False


def _less(para: Para, head: Sequence[Mark], room: tuple[Rect, Rect], set_lines: SetLines) -> _Less:
    """A title that has no room under the head of its box: shortened there, else beside the head.

    A box that says no title says nothing.
    """
    under, line = room
    rows = shortened(para, under, set_lines)
    if rows:
        return _Less(at(rows, under.x, under.y), stack(rows, 1.0)[1])
    start = reach(head) + 2 * PAD
    beside = Rect(start, line.y, line.right - start, para.style.leading)
    if beside.width < LEAST_BESIDE * para.style.size:
        return _Less([], 0.0)
    rows = set_lines((para,), beside.width)
    whole = len(rows) == 1
    found = rows if whole else shortened(para, beside, set_lines)
    return _Less(at(found, beside.x, beside.y), 0.0, whole)
