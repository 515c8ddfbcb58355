"""Days -> pages of grids to scale: as many venues and hours on each as the layout lets stand there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from progprint.blocks.entries import make_entry
from progprint.blocks.house import House
from progprint.blocks.slots import day_grid, day_heading, hours_of
from progprint.blocks.types import Block, DayGrid, Entry, Gap, Slot, Together
from progprint.design.types import Length, SectionSpec
from progprint.locale import format_weekday
from progprint.programme.types import Screening
from progprint.style import BLACK
from progprint.words import Words

Parts = dict[str, tuple[Block, ...]]
Days = Sequence[tuple[date, Sequence[Screening]]]


#: lines of the grid that a day's heading takes at most, with the room around it
HEADING_LINES = 8


class Sheet(NamedTuple):
    """What stands on one page of a day."""

    #: keys of its venues; empty ones keep a column's room
    venues: tuple[str, ...]
    hours: tuple[int, int]


def grid_pages(house: House, spec: SectionSpec, days: Days) -> Iterator[Entry]:
    """The days to one scale, for the eye to compare: each on pages of its own, or one after the other."""
    parts = _parts(house, spec, days)
    if "height" in spec.options:
        yield _one_after_the_other(house, spec, parts)
        return
    for number, (day, grids) in enumerate(parts):
        for place, grid in enumerate(grids):
            made = _page(house, spec, (number, day, place), grid)
            # a day on two pages faces itself
            faces = len(grids) == 2 and not place and "start" not in spec.options
            yield replace(made, start="verso") if faces else made


def _parts(house: House, spec: SectionSpec, days: Days) -> list[tuple[date, list[DayGrid]]]:
    """The grids of each day, as many as its venues and hours need; none in which nothing would stand."""
    every = [slot for _, slots in days for slot in slots]
    hours = hours_of(house.desk, every, house.entries)
    found = []
    for day, slots in days:
        whole = _whole_day(house, spec, (day, slots), hours)
        sheets = [sheet for sheet in _sheets(spec, whole) if _on_sheet(whole, sheet)]
        found.append((day, [_part(whole, sheet) for sheet in sheets]))
    return found


def _one_after_the_other(
    house: House, spec: SectionSpec, days: Sequence[tuple[date, Sequence[DayGrid]]]
) -> Entry:
    """All days in one entry, each grid as high as the layout says, but never higher than a page."""
    desk, page = house.desk, house.desk.design.page
    most = page.trim[1] - page.margins.top - page.margins.bottom - HEADING_LINES * page.baseline
    length = spec.options["height"]
    height = min(desk.points(length) if isinstance(length, Length) else most, most)
    body: list[Block] = []
    for day, grids in days:
        for place, grid in enumerate(grids):
            heading = day_heading(desk, day, "grid-day", "" if place else f"grid:{day}")
            names = tuple(f"grid:{day}:{key}" for key, _ in grid.venues if key)
            body += [Together((heading, grid._replace(height=height, anchors=names))), Gap(page.baseline)]
    title = desk.labels("day_grid")
    parts: Parts = {
        "heading": (desk.mixed("page-title", desk.apart("page-title", title)),),
        "body": tuple(body),
    }
    return make_entry(house, spec, "schedule-grid", parts, title)


def _whole_day(
    house: House, spec: SectionSpec, day: tuple[date, Sequence[Screening]], hours: tuple[int, int]
) -> DayGrid:
    inks = {key: (line, ground) for key, (line, ground, _) in house.inks.items()}
    refer = str(spec.options.get("refer", "page"))
    return day_grid(house.desk, *day, house.entries, (inks, refer), hours)


def _sheets(spec: SectionSpec, grid: DayGrid) -> Iterator[Sheet]:
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
