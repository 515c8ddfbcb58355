"""Days -> pages of grids to scale: as many venues and hours on each as the layout lets stand there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from progprint.blocks.entries import make_entry
from progprint.blocks.house import House
from progprint.blocks.slots import day_grid, day_heading, hours_of
from progprint.blocks.types import Block, DayGrid, Entry, Slot
from progprint.design.types import SectionSpec
from progprint.locale import format_weekday
from progprint.programme.types import Screening
from progprint.style import BLACK
from progprint.words import Words

Parts = dict[str, tuple[Block, ...]]
Days = Sequence[tuple[date, Sequence[Screening]]]


class Sheet(NamedTuple):
    """What stands on one page of a day."""

    #: keys of its venues; empty ones keep a column's room
    venues: tuple[str, ...]
    hours: tuple[int, int]


def grid_pages(house: House, spec: SectionSpec, days: Days) -> Iterator[Entry]:
    """The days to one scale, so that the eye compares them; without pages on which nothing would stand."""
    every = [slot for _, slots in days for slot in slots]
    hours = hours_of(house.desk, every, house.entries)
    for number, (day, slots) in enumerate(days):
        whole = _whole_day(house, spec, (day, slots), hours)
        sheets = [s for s in _sheets(house, spec, whole) if _on_sheet(whole, s)]
        for place, sheet in enumerate(sheets):
            made = _page(house, spec, (number, day, place), _part(whole, sheet))
            # a day on two pages faces itself
            faces = len(sheets) == 2 and not place and "start" not in spec.options
            yield replace(made, start="verso") if faces else made


def _whole_day(
    house: House, spec: SectionSpec, day: tuple[date, Sequence[Screening]], hours: tuple[int, int]
) -> DayGrid:
    inks = {key: (line, ground) for key, (line, ground, _) in house.inks.items()}
    refer = str(spec.options.get("refer", "page"))
    return day_grid(house.desk, *day, house.entries, (inks, refer), hours)


def _sheets(house: House, spec: SectionSpec, grid: DayGrid) -> Iterator[Sheet]:
    """Venues side by side, as many as may stand on a page, then the later hours of the same venues."""
    keys = [key for key, _ in grid.venues]
    most = int(str(spec.options.get("venues", len(keys) or 1)))
    first, last = grid.hours
    longest = int(str(spec.options.get("hours", last - first)))
    pages = -(-len(keys) // most)
    # as many on each page as on the others
    across = -(-len(keys) // pages)
    parts = -(-(last - first) // longest)
    down = -(-(last - first) // parts)
    for start in range(0, len(keys), across):
        venues = tuple(keys[start : start + across])
        for hour in range(first, last, down):
            yield Sheet(venues + ("",) * (across - len(venues)), (hour, min(hour + down, last)))


def _on_sheet(grid: DayGrid, sheet: Sheet) -> tuple[Slot, ...]:
    """The slots of a page's venues that begin in its hours; what is earlier or later than all stays in."""
    first, last = (hour * 60 for hour in sheet.hours)
    return tuple(slot for slot in grid.slots if slot.venue in sheet.venues and first <= slot.start < last)


def _part(grid: DayGrid, sheet: Sheet) -> DayGrid:
    slots = _on_sheet(grid, sheet)
    labels = dict(grid.venues)
    # what begins on this page ends on it
    last = max([sheet.hours[1], *(-(-(s.start + s.length) // 60) for s in slots)])
    venues = tuple((key, labels.get(key, ())) for key in sheet.venues)
    return grid._replace(venues=venues, slots=slots, hours=(sheet.hours[0], last))


def _page(house: House, spec: SectionSpec, where: tuple[int, date, int], grid: DayGrid) -> Entry:
    number, day, place = where
    desk = house.desk
    heading = day_heading(desk, day, "grid-day")
    name = "schedule-grid" if not number and not place else f"schedule-grid/{day}"
    name = f"{name}/{place + 1}" if place else name
    parts: Parts = {"heading": (heading,), "body": (grid,)}
    made = make_entry(house, spec, name, parts, desk.labels("day_grid"))
    days = (f"grid:{day}",) if not place else ()
    tab = Words(f"{format_weekday(day, desk.main, 'short')} {day.day}", desk.main)
    return replace(
        made,
        outline=made.outline if not number and not place else (),
        start=made.start if not place else "any",
        anchors=(*made.anchors, *days, *(f"grid:{day}:{key}" for key, _ in grid.venues if key)),
        thumb=(desk.ink("accent", BLACK), number, desk.spans("thumb", tab)),
    )
