"""Screenings -> slips with codes, lists by day, and grids to scale."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from itertools import groupby

from progprint.blocks.codes import symbol
from progprint.blocks.desk import Desk
from progprint.blocks.facts import entry_title, slot_time
from progprint.blocks.types import (
    Beside,
    Block,
    DayGrid,
    Gap,
    Headed,
    PageRef,
    Para,
    Rule,
    Slot,
    Table,
    Track,
)
from progprint.geom import mm
from progprint.locale import format_date, format_minutes, format_weekday
from progprint.programme.types import Film, Screening, Shorts, Venue
from progprint.style import BLACK, Ink
from progprint.words import Words, joined

#: slips that stand side by side
SLIPS = 3
#: how long a slot of unknown length is drawn, in minutes
UNKNOWN_MINUTES = 90
#: questions and answers, in minutes (facts: times of a slot)
ANSWERS_MINUTES = 20


def slips(desk: Desk, screenings: Sequence[Screening]) -> tuple[Block, ...]:
    """A strip of slips, three side by side: day, time, venue, address and the code at the right edge."""
    blocks: list[Block] = []
    ordered = sorted(screenings, key=lambda s: s.at)
    for index in range(0, len(ordered), SLIPS):
        row = [_slip(desk, slot) for slot in ordered[index : index + SLIPS]]
        row += [()] * (SLIPS - len(row))
        if blocks:
            blocks.append(Gap(desk.grid / 2))
        tracks = (Track(share=1),) * SLIPS
        blocks.append(Beside(tuple(row), tracks, desk.design.page.gutter, keep=True))
    return tuple(blocks)


def _slip(desk: Desk, slot: Screening) -> tuple[Block, ...]:
    text = _slip_text(desk, slot)
    rule = Rule(0.5, BLACK, desk.grid / 2)
    if not slot.tickets:
        return (rule, *text)
    code = symbol(slot.tickets, desk.cache, source=slot.source)
    width = code.size * (1 + 8 / code.side)
    under = desk.para("slip-code", Words(slot.code, "en", slot.source))
    return (
        rule,
        Beside((text, (code, under)), (Track(share=1), Track(fixed=width)), mm(0.5), keep=True),
    )


def _slip_text(desk: Desk, slot: Screening) -> tuple[Block, ...]:
    venue = desk.programme.venue(slot.venue)
    days = [Words(format_weekday(slot.day, lang, "short"), lang, slot.source) for lang in desk.languages]
    day = Words(format_date(slot.day, desk.main, "short"), desk.main, slot.source)
    time = desk.spans("slip-time", Words(slot_time(desk, slot), "en", slot.source))
    if slot.guests:
        label = desk.label("guests", desk.main)
        time += desk.spans("slip-note", label._replace(text=f"  {label.text}"))
    paras: list[Block] = [
        desk.mixed("slip-day", desk.apart("slip-day", dict.fromkeys((*days[:1], day, *days[1:])), " ")),
        desk.mixed("slip-time", time),
    ]
    if venue is not None:
        paras += [desk.para("slip-venue", name) for name in desk.forms(venue.name)]
        if venue.address:
            paras += [desk.para("slip-address", a) for a in desk.forms(venue.address)]
    if not slot.tickets:
        paras.append(desk.para("slip-code", Words(slot.code, "en", slot.source)))
    return tuple(paras)


def shown_in(desk: Desk, film: Film) -> tuple[Block, ...]:
    """For a film without slots of its own: the shorts programmes that show it, with their pages."""
    rows = []
    for shorts in desk.programme.shorts:
        if film.slug not in shorts.films:
            continue
        labels = desk.apart("label", desk.labels("programme"), " ")
        name = desk.mixed("label", desk.apart("label", desk.forms(shorts.title), " "))
        rows.append(
            (
                (desk.mixed("label", labels),),
                (name,),
                (PageRef(f"entry:{shorts.slug}", desk.style("index-page", desk.main)),),
            )
        )
    if not rows:
        return ()
    tracks = (Track(limit=mm(40)), Track(share=1), Track(fixed=mm(9)))
    return (Rule(0.5, BLACK, desk.grid / 2), Table(tracks, tuple(rows), mm(3)))


def by_day(screenings: Sequence[Screening]) -> list[tuple[date, list[Screening]]]:
    """Slots by festival day, each day in order of time and venue."""
    ordered = sorted(screenings, key=lambda s: (s.day, s.at, s.venue))
    return [(day, list(slots)) for day, slots in groupby(ordered, key=lambda s: s.day)]


def day_heading(desk: Desk, day: date, style: str, anchor: str = "") -> Para:
    """`Thursday 24 June  6月24日 星期四`."""
    forms = []
    for lang in desk.languages:
        weekday, name = format_weekday(day, lang, "long"), format_date(day, lang, "day")
        forms.append(Words(f"{weekday} {name}", lang))
    para = desk.mixed(style, desk.apart(style, dict.fromkeys(forms)))
    return para._replace(anchor=anchor)


def day_list(
    desk: Desk, day: date, slots: Sequence[Screening], entries: dict[str, Film | Shorts]
) -> tuple[Block, ...]:
    """One day as a table: time, title in both languages, venue, page."""
    rows = []
    for slot in slots:
        entry = entries[slot.entry]
        venue = desk.programme.venue(slot.venue)
        forms = tuple(
            {w.text: w for lang in desk.languages if (w := entry_title(desk, entry, lang))}.values()
        )
        title = [desk.mixed("list-title", desk.apart("list-title", forms, " "))]
        place: Words | str = (venue.code or desk.forms(venue.name)[0]) if venue is not None else slot.venue
        note = " " + desk.label("guests", desk.main).text if slot.guests else ""
        rows.append(
            (
                (desk.plain("list-time", slot_time(desk, slot), "en", slot.source),),
                tuple(title),
                (desk.para("list-venue", joined((place, note), desk.main, slot.source)),),
                (PageRef(f"entry:{slot.entry}", desk.style("index-page", desk.main)),),
            )
        )
    # a screening is looked up by its hour: fixed room for it, so that all days are alike
    tracks = (Track(fixed=mm(9)), Track(share=1), Track(fixed=mm(10.5)), Track(fixed=mm(6)))
    heading = day_heading(desk, day, "day", anchor=f"day:{day}")
    label = desk.label("continued", desk.main)
    again = desk.spans("day-continued", label._replace(text=f"  {label.text}"))
    continued = heading._replace(spans=(*heading.spans, *again), anchor="")
    return (Headed((heading,), (continued,), (Table(tracks, tuple(rows), mm(1.5)),)),)


def minutes_of(at: datetime, day: date) -> int:
    """Minutes after midnight of the festival day: 00:30 of the night after counts 1470."""
    return int((at - datetime.combine(day, datetime.min.time())) / timedelta(minutes=1))


def length_of(slot: Screening, entry: Film | Shorts | None) -> int:
    """Minutes from start to public end."""
    if slot.ends is not None:
        return max(int((slot.ends - slot.at) / timedelta(minutes=1)), 1)
    return (entry.running_time if entry is not None else None) or UNKNOWN_MINUTES


def hours_of(desk: Desk, slots: Sequence[Screening], entries: dict[str, Film | Shorts]) -> tuple[int, int]:
    """First and last hour that hold all slots."""
    starts = [minutes_of(s.at, s.day) for s in slots]
    ends = [minutes_of(s.at, s.day) + length_of(s, entries.get(s.entry)) for s in slots]
    return min(starts) // 60, -(-max(ends) // 60)


def day_grid(
    desk: Desk,
    day: date,
    slots: Sequence[Screening],
    entries: dict[str, Film | Shorts],
    ink_of: dict[str, tuple[Ink, Ink]],
    hours: tuple[int, int],
) -> DayGrid:
    """The day to scale for the booklet: venues across, `hours` down, boxes in the section's pale colour."""
    # every day shows the same venues in the same places, so that the eye compares them
    shown = {s.venue for s in desk.programme.screenings()}
    venues = [v for v in desk.programme.venues if v.key in shown]
    boxes = tuple(_box(desk, slot, entries.get(slot.entry), ink_of) for slot in slots)
    main = desk.main
    return DayGrid(
        tuple((v.key, _venue_label(desk, v)) for v in venues),
        boxes,
        hours,
        desk.style("grid-hour", main),
        True,
        desk.ink("hairline", BLACK),
        desk.design.late,
        label=mm(9),
    )


def _venue_label(desk: Desk, venue: Venue) -> tuple[Para, ...]:
    return tuple(desk.para("grid-venue", name) for name in desk.forms(venue.name))


def _box(
    desk: Desk, slot: Screening, entry: Film | Shorts | None, ink_of: dict[str, tuple[Ink, Ink]]
) -> Slot:
    length = length_of(slot, entry)
    time = Words(slot_time(desk, slot), "en", slot.source)
    lines: list[Para] = [desk.para("grid-time", time)]
    if entry is not None:
        forms = {w.text: w for lang in desk.languages if (w := entry_title(desk, entry, lang))}
        lines += [desk.para("grid-title", w) for w in forms.values()]
        minutes = [format_minutes(length, desk.main)]
        if slot.guests:
            minutes.append(desk.label("guests", desk.main).text)
        lines.append(desk.plain("grid-note", " · ".join(minutes), "", slot.source))
    line, ground = (ink_of.get(entry.section) if entry is not None else None) or (None, None)
    return Slot(
        slot.venue,
        minutes_of(slot.at, slot.day),
        length,
        ANSWERS_MINUTES if slot.guests else 0,
        tuple(lines),
        f"entry:{slot.entry}",
        desk.style("grid-page", desk.main),
        ground,
        line,
        slot.source,
    )
