"""Screenings -> the venue's paper: run sheets and day grids, black only, on the sheet of an office printer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from progprint.blocks.desk import Desk
from progprint.blocks.facts import colour, entry_title, language, slot_time, subtitles
from progprint.blocks.slots import ANSWERS_MINUTES, day_heading, hours_of, length_of, minutes_of
from progprint.blocks.types import Beside, Block, DayGrid, Lines, Para, Rule, Slot, Tick, Track
from progprint.geom import mm
from progprint.locale import format_minutes, format_time, join_names
from progprint.programme.types import Film, Screening, Shorts, Venue
from progprint.style import BLACK
from progprint.words import Words

#: doors before the start, and clearing the room after the end, in minutes (facts: times of a slot)
DOORS_MINUTES = 20
CLEAR_MINUTES = 5
#: a row of the run sheet is at least so high, and a page holds at most so many (staff: run sheet)
ROW_MM = 34.0

Entries = dict[str, Film | Shorts]


class Step(NamedTuple):
    """One line of a running order."""

    at: datetime
    what: tuple[Words, ...]


def run_sheet(desk: Desk, day: date, venue: Venue, slots: Sequence[Screening], entries: Entries) -> dict[str, tuple[Block, ...]]:
    """The sheet of one venue on one day."""
    heading: list[Block] = [
        desk.mixed("sheet-venue", desk.apart("sheet-venue", desk.forms(venue.name))),
        day_heading(desk, day, "sheet-day"),
    ]
    body: list[Block] = []
    for slot in slots:
        body += [Rule(1.0, BLACK, desk.grid / 2), _row(desk, slot, venue, entries[slot.entry])]
    body.append(Rule(1.0, BLACK, desk.grid / 2))
    notes = (desk.mixed("sheet-label", desk.apart("sheet-label", desk.labels("notes"))), Lines(mm(9), BLACK, 3))
    return {"heading": tuple(heading), "body": tuple(body), "notes": notes}


def _row(desk: Desk, slot: Screening, venue: Venue, entry: Film | Shorts) -> Block:
    order = running_order(desk, slot, entry)
    cells = (
        _times(desk, slot, order),
        _titles(desk, slot, entry),
        tuple(_step(desk, slot, step) for step in order),
        _room(desk, venue),
    )
    tracks = (Track(fixed=mm(29)), Track(share=5), Track(share=4), Track(fixed=mm(31)))
    return Beside(cells, tracks, mm(4), keep=True, least=mm(ROW_MM))


def _times(desk: Desk, slot: Screening, order: Sequence[Step]) -> tuple[Block, ...]:
    doors, end = desk.label("doors", desk.main), desk.label("end", desk.main)
    last = order[-1].at
    return (
        desk.para("sheet-start", Words(slot_time(desk, slot), "en", slot.source)),
        desk.plain("sheet", f"{doors.text} {_clock(desk, slot, slot.at - timedelta(minutes=DOORS_MINUTES))}"),
        desk.plain("sheet", f"{end.text} {_clock(desk, slot, last)}"),
    )


def _clock(desk: Desk, slot: Screening, at: datetime) -> str:
    return format_time(at, slot.day, desk.design.late)


def _titles(desk: Desk, slot: Screening, entry: Film | Shorts) -> tuple[Block, ...]:
    main = entry_title(desk, entry, desk.main)
    paras: list[Block] = [desk.para("sheet-title", main)]
    original = entry.title.get(entry.original) if entry.original else None
    others = [w for w in (original, *desk.forms(entry.title)) if w is not None and w.text != main.text]
    paras += [desk.para("sheet-original", w) for w in dict.fromkeys(others)]
    if isinstance(entry, Film):
        facts = [
            join_names([language(c, desk.main) for c in entry.languages], desk.main),
            subtitles(entry, desk.main),
            colour(entry, desk.main),
        ]
        text = " · ".join(f for f in facts if f)
        if text:
            paras.append(desk.plain("sheet-facts", text, "", entry.source))
    paras.append(desk.para("sheet-code", Words(slot.code, "en", slot.source)))
    return tuple(paras)


def running_order(desk: Desk, slot: Screening, entry: Film | Shorts) -> tuple[Step, ...]:
    """Clock times from the doors to the empty room."""
    def label(key: str) -> tuple[Words, ...]:
        return desk.labels(key)[:1]

    steps: list[Step] = []
    at = slot.at
    if isinstance(entry, Shorts):
        for slug in entry.films:
            film = desk.programme.film(slug)
            if film is None:
                continue
            steps.append(Step(at, (_film_line(desk, film),)))
            at += timedelta(minutes=(film.running_time or 0) + entry.pauses)
    else:
        minutes = f" {format_minutes(entry.running_time, desk.main)}" if entry.running_time else ""
        film_label = label("film")[0]
        steps.append(Step(at, (film_label._replace(text=film_label.text + minutes),)))
    end = slot.at + timedelta(minutes=length_of(slot, entry))
    if slot.guests:
        steps.append(Step(end, label("guests")))
        end += timedelta(minutes=ANSWERS_MINUTES)
    steps.append(Step(end, label("end")))
    steps.append(Step(end + timedelta(minutes=CLEAR_MINUTES), label("cleared")))
    return tuple(steps)


def _film_line(desk: Desk, film: Film) -> Words:
    title = entry_title(desk, film, desk.main)
    minutes = f" {format_minutes(film.running_time, desk.main)}" if film.running_time else ""
    return title._replace(text=title.text + minutes)


def _step(desk: Desk, slot: Screening, step: Step) -> Para:
    time = desk.span("sheet-time", Words(_clock(desk, slot, step.at) + " ", "en", slot.source))
    return desk.mixed("sheet-step", (time, *desk.apart("sheet", step.what)))


def _room(desk: Desk, venue: Venue) -> tuple[Block, ...]:
    blocks: list[Block] = []
    if venue.seats is not None:
        blocks.append(desk.plain("sheet", f"{venue.seats} {desk.label('seats', desk.main).text}", "", venue.source))
    for key in ("doors", "start", "cleared"):
        blocks.append(Tick(desk.para("sheet", desk.label(key, desk.main)), mm(3.6)))
    return tuple(blocks)


def sheet_grid(desk: Desk, day: date, slots: Sequence[Screening], entries: Entries) -> dict[str, tuple[Block, ...]]:
    """All venues of a day to scale: hours across with ticks of five minutes, films outlined, answers hatched."""
    shown = [v for v in desk.programme.venues if any(s.venue == v.key for s in slots)]
    venues = tuple(
        (v.key, tuple(desk.para("sheet-grid-venue", name) for name in desk.forms(v.name))) for v in shown
    )
    boxes = tuple(_box(desk, slot, entries.get(slot.entry)) for slot in slots)
    grid = DayGrid(
        venues, boxes, hours_of(desk, slots, entries), desk.style("sheet-hour", desk.main), False, BLACK,
        "over", plain=True, label=mm(34), tick=5,
    )
    heading = (day_heading(desk, day, "sheet-day"),)
    return {"heading": heading, "body": (grid,)}


def _box(desk: Desk, slot: Screening, entry: Film | Shorts | None) -> Slot:
    lines = [desk.para("sheet-grid-time", Words(f"{slot_time(desk, slot)}  {slot.code}", "en", slot.source))]
    if entry is not None:
        lines.append(desk.para("sheet-grid-title", entry_title(desk, entry, desk.main)))
        second = [w for w in desk.forms(entry.title) if w.lang != desk.main][:1]
        lines += [desk.para("sheet-grid-title", w) for w in second]
    return Slot(
        slot.venue, minutes_of(slot.at, slot.day), length_of(slot, entry),
        ANSWERS_MINUTES if slot.guests else 0, tuple(lines), source=slot.source,
    )


__all__ = ["run_sheet", "running_order", "sheet_grid"]
