"""What is asked for, by day and venue -> the sheets' entries, in order of day and venue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from progprint.blocks.desk import Desk, parted
from progprint.blocks.sheet_grid import sheet_grid
from progprint.blocks.sheets import Sheet, run_sheet
from progprint.blocks.slots import by_day
from progprint.blocks.turnover import Entries
from progprint.blocks.types import Entry
from progprint.design.types import SectionSpec
from progprint.locale import format_date, format_weekday
from progprint.programme.types import Programme, Screening, Venue
from progprint.words import Words

#: a day, or all; a venue's key, or empty for all
Wanted = tuple[date | None, str]


class Post(NamedTuple):
    """One venue on one day."""

    day: date
    venue: Venue
    slots: Sequence[Screening]


def run_sheets(desk: Desk, spec: SectionSpec, entries: Entries, wanted: Wanted) -> Iterator[Entry]:
    """Make the run sheets wanted: of each venue that shows something that day."""
    for day, venue, slots in posts(desk.programme, wanted):
        title = f"{desk.forms(venue.name)[0].text}, {_day(desk, day)}"
        sheets = run_sheet(desk, day, venue, slots, entries)
        yield from _entries(desk, spec, (f"run-sheet/{day}/{venue.key}", title), sheets)


def day_grids(desk: Desk, spec: SectionSpec, entries: Entries, wanted: Wanted) -> Iterator[Entry]:
    """Make the day grids wanted: with a venue, those of its days, all venues in them."""
    programme = desk.programme
    days = {post.day for post in posts(programme, wanted)}
    for day, slots in by_day(list(programme.screenings())):
        if day in days:
            title = f"{desk.label('day_grid', desk.main).text}, {_day(desk, day)}"
            sheets = sheet_grid(desk, day, slots, entries)
            yield from _entries(desk, spec, (f"day-grid/{day}", title), sheets, landscape=True)


def posts(programme: Programme, wanted: Wanted) -> list[Post]:
    """Venues and days wanted. A venue that is asked for has its sheet even when it shows nothing."""
    chosen, key = wanted
    found = [
        Post(day, venue, there)
        for day, slots in by_day(list(programme.screenings()))
        for venue in programme.venues
        if chosen in (None, day) and key in ("", venue.key)
        if (there := [s for s in slots if s.venue == venue.key])
    ]
    asked = programme.venue(key)
    if asked is not None and not found:
        found.append(Post(chosen or programme.festival.dates[0], asked, ()))
    return found


def _entries(
    desk: Desk, spec: SectionSpec, named: tuple[str, str], sheets: Sequence[Sheet], *, landscape: bool = False
) -> Iterator[Entry]:
    """A page each; the outline names the first."""
    name, title = named
    for number, sheet in enumerate(sheets, 1):
        data = Words(f"{desk.label('data', desk.main).text} {sheet.data}", desk.main)
        running = Words(title, desk.main)
        own = name if number == 1 else f"{name}/{number}"
        yield Entry(
            own,
            spec.master,
            tuple(sheet.parts.items()),
            start=str(spec.options.get("start", "any")),
            fields=(
                ("festival", parted(desk.forms(desk.programme.festival.name))),
                ("title", (running,)),
                ("data", (data,)),
            ),
            anchors=(f"page:{own}",),
            outline=((title, 0),) if number == 1 else (),
            landscape=landscape,
            source=spec.source,
        )


def _day(desk: Desk, day: date) -> str:
    return f"{format_weekday(day, desk.main, 'short')} {format_date(day, desk.main, 'short')}"


__all__ = ["day_grids", "posts", "run_sheets"]
