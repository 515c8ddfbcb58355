"""Screenings -> the day grid of all venues on paper: hours across, venues down, black only."""

from __future__ import annotations

from collections.abc import Container, Sequence
from datetime import date, datetime, timedelta
from functools import partial
from math import ceil

from progprint.blocks.desk import Desk
from progprint.blocks.facts import Fields, entry_fields, entry_title
from progprint.blocks.lists import line_paras
from progprint.blocks.screening_lines import screening_fields
from progprint.blocks.sheets import Sheet, day_line, digest
from progprint.blocks.slots import minutes_of
from progprint.blocks.turnover import Clash, Entries, clashes, slot_times
from progprint.blocks.types import Beside, Block, DayGrid, Para, Slot, Track
from progprint.geom import mm
from progprint.locale import format_time
from progprint.programme.types import Film, Screening, Shorts, Venue
from progprint.style import BLACK

#: clashes that a sheet leaves room to say; with more its rows are lower
MOST_CLASHES = 8


def sheet_grid(desk: Desk, day: date, slots: Sequence[Screening], entries: Entries) -> tuple[Sheet, ...]:
    """All venues of a day to one scale; venues that one sheet cannot hold go on the next."""
    venues = [v for v in desk.programme.venues if any(s.venue == v.key for s in slots)]
    found = clashes(desk.programme, slots, entries)
    hours = _hours(desk, slots, entries)
    boxes = [_box(desk, slot, entries, found) for slot in slots]
    how = desk.design.makes.day_grid
    grids = [
        DayGrid(
            tuple((v.key, _label(desk, v)) for v in some),
            tuple(box for box in boxes if box.venue in {v.key for v in some}),
            hours,
            desk.style("sheet-hour", desk.main),
            False,
            BLACK,
            desk.design.late,
            plain=True,
            label=how.label,
            tick=how.tick,
            legend=_legend(desk, [c for c in found if c.later.venue in {v.key for v in some}]),
        )
        for some in _by_sheet(desk, venues, len(found))
    ]
    data = digest([day_line(desk, day, "sheet-day"), *grids])
    return tuple(
        Sheet({"heading": _heading(desk, day, number, len(grids)), "body": (grid,)}, data)
        for number, grid in enumerate(grids, 1)
    )


def _heading(desk: Desk, day: date, number: int, of: int) -> tuple[Block, ...]:
    title = desk.mixed("sheet-day", desk.apart("sheet-day", desk.labels("day_grid")))
    if of == 1:
        return (day_line(desk, day, "sheet-venue"), title)
    count = desk.plain("sheet-count", f"{desk.label('venues', desk.main).text} {number} / {of}")
    tracks = (Track(share=1), Track(limit=mm(60)))
    return (day_line(desk, day, "sheet-venue"), Beside(((title,), (count,)), tracks, mm(4), keep=True))


def _by_sheet(desk: Desk, venues: Sequence[Venue], clashing: int) -> list[Sequence[Venue]]:
    """Venues in even groups that leave each row its least height."""
    page = desk.design.page
    room = min(page.trim) - page.margins.top - page.margins.bottom
    # heading, hours and ticks, the legend with two clashes a line and the room round it take theirs first
    legend = 2 + ceil(min(clashing, MOST_CLASHES) / 2)
    for style, lines in (("sheet-venue", 1), ("sheet-day", 1), ("sheet-hour", 2), ("sheet-legend", legend)):
        room -= desk.style(style, desk.main).leading * lines
    most = max(int(room / desk.design.makes.day_grid.row), 1)
    sheets = ceil(len(venues) / most)
    size = ceil(len(venues) / sheets) if sheets else 1
    return [venues[i : i + size] for i in range(0, len(venues), size)]


def _hours(desk: Desk, slots: Sequence[Screening], entries: Entries) -> tuple[int, int]:
    """First and last hour that hold all slots and the cleaning after them."""
    first = min(minutes_of(s.at, s.day) for s in slots)
    last = max(_minutes(s, _ready(desk, s, entries)) for s in slots)
    return first // 60, -(-last // 60)


def _ready(desk: Desk, slot: Screening, entries: Entries) -> datetime:
    takes = desk.programme.turnover(slot.venue)
    ready = slot_times(slot, entries.get(slot.entry), takes).ready
    return ready or slot.at + timedelta(minutes=takes.unknown)


def _minutes(slot: Screening, at: datetime) -> int:
    return minutes_of(at, slot.day)


def _label(desk: Desk, venue: Venue) -> tuple[Para, ...]:
    return tuple(desk.para("sheet-grid-venue", name) for name in desk.forms(venue.name))


def _box(desk: Desk, slot: Screening, entries: Entries, found: Sequence[Clash]) -> Slot:
    takes = desk.programme.turnover(slot.venue)
    times = slot_times(slot, entries.get(slot.entry), takes)
    known = times.film_ends or times.ends or slot.at + timedelta(minutes=takes.unknown)
    return Slot(
        slot.venue,
        minutes_of(slot.at, slot.day),
        max(_between(slot.at, known), 1),
        _between(known, times.ends),
        _lines(desk, slot, entries, ""),
        source=slot.source,
        clear=_between(times.ends, times.cleared),
        clean=_between(times.cleared, times.ready),
        open=times.ends is None,
        clash=tuple(_said(desk, c) for c in found if slot in (c.earlier, c.later)),
        small=_lines(desk, slot, entries, "-close"),
    )


def _lines(desk: Desk, slot: Screening, entries: Entries, close: str) -> tuple[Para, ...]:
    """What the layout says of a box; `close` ends the names of the styles where an hour is narrow."""
    entry = entries.get(slot.entry)
    say = partial(_fields, desk, slot, entry)
    lines = (line._replace(style=line.style + close) for line in desk.design.makes.day_grid.lines)
    return tuple(para for line in lines for para in line_paras(desk, line, say))


def _fields(
    desk: Desk, slot: Screening, entry: Film | Shorts | None, lang: str, wanted: Container[str]
) -> Fields:
    fields = screening_fields(desk, slot, lang, wanted)
    if entry is None:
        return fields
    # what stands for a missing title is printed once
    return {**entry_fields(desk, entry, lang, wanted), **fields, "title": (entry_title(desk, entry, lang),)}


def _between(first: datetime | None, last: datetime | None) -> int:
    return int((last - first) / timedelta(minutes=1)) if first is not None and last is not None else 0


def _said(desk: Desk, clash: Clash) -> str:
    """`0624AV1 Ready 24:20 · 0624AV2 Doors 24:10`."""
    main, late = desk.main, desk.design.late
    ready = format_time(clash.ready, clash.earlier.day, late)
    doors = format_time(clash.doors, clash.later.day, late)
    return (
        f"{clash.earlier.code} {desk.label('ready', main).text} {ready} · "
        f"{clash.later.code} {desk.label('doors', main).text} {doors}"
    )


def _legend(desk: Desk, found: Sequence[Clash]) -> tuple[tuple[str, Para], ...]:
    signs = []
    for sign, key in (("solid", "film"), ("hatched", "guests"), ("dotted", "cleaning")):
        # one word may do for several languages
        forms = {w.text: w for w in reversed(desk.labels(key))}
        words = desk.apart("sheet-legend", reversed(forms.values()))
        signs.append((sign, desk.mixed("sheet-legend", words)))
    return (*signs, *(("clash", desk.plain("sheet-legend", _said(desk, c))) for c in found))


__all__ = ["sheet_grid"]
