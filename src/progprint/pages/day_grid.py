"""DayGrid -> marks: a day's slots drawn to scale, one axis for the hours and one for the venues."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from progprint.blocks.types import DayGrid, Para, Slot
from progprint.geom import Point, Rect, fits
from progprint.lines.types import Fault
from progprint.pages.rows import Galley, moved, stack
from progprint.pages.types import FillMark, Mark, RefMark, RuleMark, TextMark
from progprint.style import BLACK, Span
from progprint.words import Words

#: sets lines of text to a width
SetLines = Callable[[Sequence[Para], float], Galley]

#: room between a box's edge and its text
PAD = 2.5


class GridMarks(NamedTuple):
    marks: tuple[Mark, ...]
    faults: tuple[Fault, ...]


class _Scale(NamedTuple):
    """Where hours and venues lie in the box."""

    box: Rect
    #: depth of the header (venue names, or hours when these run across)
    header: float
    label: float
    hours: tuple[int, int]
    venues: int
    down: bool

    @property
    def step(self) -> float:
        """Points between two venues."""
        if self.down:
            return (self.box.width - self.label) / max(self.venues, 1)
        return (self.box.height - self.header) / max(self.venues, 1)

    @property
    def minute(self) -> float:
        """Points a minute."""
        room = self.box.height - self.header if self.down else self.box.width - self.label
        return room / ((self.hours[1] - self.hours[0]) * 60)

    def along(self, minutes: float) -> float:
        """Where a minute of the day lies on the hours' axis."""
        origin = self.box.y + self.header if self.down else self.box.x + self.label
        return origin + (minutes - self.hours[0] * 60) * self.minute

    def venue(self, index: int) -> float:
        origin = self.box.x + self.label if self.down else self.box.y + self.header
        return origin + index * self.step

    def slot(self, venue: int, start: int, length: int, lane: tuple[int, int]) -> Rect:
        """The box of so many minutes; `lane` is (which, of how many) where slots overlap."""
        across = self.step - 2.0
        offset = self.venue(venue) + 1.0 + across * lane[0] / lane[1]
        if self.down:
            return Rect(offset, self.along(start), across / lane[1], length * self.minute)
        return Rect(self.along(start), offset, length * self.minute, across / lane[1])


def set_day_grid(grid: DayGrid, box: Rect, set_lines: SetLines) -> GridMarks:
    """Draw a day grid into a box. Text that finds no room in its slot is dropped line by line and reported."""
    header = _header_depth(grid, box, set_lines)
    scale = _Scale(box, header, grid.label, grid.hours, len(grid.venues), grid.down)
    marks: list[Mark] = [*_venue_labels(grid, scale, set_lines), *_hour_lines(grid, scale, set_lines)]
    faults: list[Fault] = []
    lanes = _lanes(grid.slots)
    keys = [key for key, _ in grid.venues]
    for slot in grid.slots:
        if slot.venue not in keys:
            continue
        drawn, lost = _slot(grid, slot, (scale, keys.index(slot.venue), lanes[id(slot)]), set_lines)
        marks += drawn
        faults += lost
    return GridMarks(tuple(marks), tuple(faults))


def _header_depth(grid: DayGrid, box: Rect, set_lines: SetLines) -> float:
    if not grid.down:
        return grid.hour_style.leading + 2.0
    width = (box.width - grid.label) / max(len(grid.venues), 1) - 2 * PAD
    return max((stack(set_lines(label, width), 1.0)[1] for _, label in grid.venues), default=0.0) + 4.0


def _venue_labels(grid: DayGrid, scale: _Scale, set_lines: SetLines) -> list[Mark]:
    marks: list[Mark] = []
    width = (scale.step if grid.down else grid.label) - 2 * PAD
    for index, (_, label) in enumerate(grid.venues):
        rows = set_lines(label, width)
        if grid.down:
            marks += _at(rows, scale.venue(index) + PAD, scale.box.y)
        else:
            marks += _at(rows, scale.box.x, scale.venue(index) + PAD)
            y = scale.venue(index)
            marks.append(RuleMark(Point(scale.box.x, y), Point(scale.box.right, y), 0.5, BLACK))
    if not grid.down:
        y = scale.box.bottom
        marks.append(RuleMark(Point(scale.box.x, y), Point(scale.box.right, y), 0.5, BLACK))
    return marks


def _hour_lines(grid: DayGrid, scale: _Scale, set_lines: SetLines) -> list[Mark]:
    marks: list[Mark] = []
    style = grid.hour_style
    for minutes in range(grid.hours[0] * 60, grid.hours[1] * 60 + 1, grid.tick):
        place = scale.along(minutes)
        full = minutes % 60 == 0
        width = 0.25 if full else 0.15
        if grid.down:
            marks.append(RuleMark(Point(scale.box.x, place), Point(scale.box.right, place), width, grid.ink))
        else:
            top = scale.box.y + (scale.header if full else scale.header)
            bottom = scale.box.bottom if full else top + 3.0
            marks.append(RuleMark(Point(place, top), Point(place, bottom), width, grid.ink))
        if full and minutes < grid.hours[1] * 60:
            hour = minutes // 60 if grid.late == "over" else minutes // 60 % 24
            label = Para((Span(Words(f"{hour:02d}:00", "en"), style),), style)
            rows = set_lines((label,), max(grid.label, 60 * scale.minute) - 2)
            x, y = (scale.box.x, place) if grid.down else (place + 1, scale.box.y)
            marks += _at(rows, x, y)
    return marks


def _at(rows: Galley, x: float, y: float) -> list[Mark]:
    placed, _ = stack(rows, 1.0)
    return [moved(mark, x, y + p.top) for p in placed for _, mark in p.row.marks]


def _lanes(slots: Sequence[Slot]) -> dict[int, tuple[int, int]]:
    """Overlapping slots of one venue share its width: (which lane, of how many)."""
    lanes: dict[int, tuple[int, int]] = {}
    for slot in slots:
        clash = [
            s
            for s in slots
            if s.venue == slot.venue
            and s.start < slot.start + slot.length
            and slot.start < s.start + s.length
        ]
        lanes[id(slot)] = (next(i for i, s in enumerate(clash) if s is slot), len(clash))
    return lanes


def _slot(
    grid: DayGrid, slot: Slot, where: tuple[_Scale, int, tuple[int, int]], set_lines: SetLines
) -> tuple[list[Mark], list[Fault]]:
    scale, venue, lane = where
    box = scale.slot(venue, slot.start, slot.length, lane)
    marks: list[Mark] = []
    if slot.extra:
        extra = scale.slot(venue, slot.start + slot.length, slot.extra, lane)
        marks.append(FillMark(extra, BLACK if grid.plain else slot.ink or BLACK, "hatched", slot.source))
    if grid.plain:
        marks += _outline(box, 1.0)
        if lane[1] > 1:
            marks += _outline(Rect(box.x + 2, box.y + 2, box.width - 4, box.height - 4), 0.5)
    elif slot.ink is not None:
        marks.append(FillMark(box, slot.ink, source=slot.source))
    lines, faults = _words(slot, box, set_lines)
    return marks + lines, faults


def _outline(box: Rect, width: float) -> list[Mark]:
    corners = [
        Point(box.x, box.y),
        Point(box.right, box.y),
        Point(box.right, box.bottom),
        Point(box.x, box.bottom),
    ]
    return [RuleMark(a, b, width, BLACK) for a, b in zip(corners, corners[1:] + corners[:1], strict=True)]


def _words(slot: Slot, box: Rect, set_lines: SetLines) -> tuple[list[Mark], list[Fault]]:
    """As many of the slot's paragraphs as have room; a paragraph is never cut in half."""
    marks: list[Mark] = []
    faults: list[Fault] = []
    width = box.width - 2 * PAD
    reference = slot.ref_style.size * 2.2 if slot.ref and slot.ref_style else 0.0
    y = box.y + 1.0
    for number, para in enumerate(slot.lines):
        rows = set_lines((para,), max(width - (reference if not number else 0.0), 1.0))
        _, height = stack(rows, 1.0)
        if not fits(y + height, box.bottom):
            words = "".join(s.words.text for s in para.spans)
            faults.append(Fault("grid-room", words, slot.source))
            continue
        marks += _at(rows, box.x + PAD, y)
        if not number and slot.ref and slot.ref_style is not None:
            baseline = next((m.at.y for m in marks if isinstance(m, TextMark)), y)
            at = Point(box.right - PAD - reference, baseline)
            marks.append(RefMark(at, reference, slot.ref, slot.ref_style, slot.source))
        y += height
    return marks, faults
