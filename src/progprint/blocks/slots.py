"""Screenings -> slips with codes, lists by day, and grids to scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cache, partial
from itertools import groupby
from math import inf

from progprint.blocks.codes import symbol
from progprint.blocks.desk import Desk
from progprint.blocks.event import event
from progprint.blocks.facts import Fields, entry_fields, entry_title, slot_time
from progprint.blocks.lists import Listing, continued, line_paras, list_of
from progprint.blocks.pattern import fill_pattern
from progprint.blocks.screening_lines import screening_fields, venue_fields
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
from progprint.design import find_pattern
from progprint.geom import mm
from progprint.locale import format_date, format_minutes, format_weekday
from progprint.programme.types import Film, Screening, Shorts, Venue
from progprint.style import BLACK, Ink, Tab, TextStyle
from progprint.words import Words


def slips(
    desk: Desk, screenings: Sequence[Screening], entry: Film | Shorts | None = None
) -> tuple[Block, ...]:
    """A strip of slips side by side: day, time and place as the layout says, the code at the right edge."""
    across = desk.design.makes.screenings.across
    blocks: list[Block] = []
    ordered = sorted(screenings, key=lambda s: s.at)
    for index in range(0, len(ordered), across):
        row = [_slip(desk, slot, entry) for slot in ordered[index : index + across]]
        row += [()] * (across - len(row))
        if blocks:
            blocks.append(Gap(desk.grid / 2))
        tracks = (Track(share=1),) * across
        blocks.append(Beside(tuple(row), tracks, desk.design.page.gutter, keep=True))
    return tuple(blocks)


def _slip(desk: Desk, slot: Screening, entry: Film | Shorts | None) -> tuple[Block, ...]:
    how = desk.design.makes.screenings
    say = partial(screening_fields, desk, slot)
    text, under = (
        tuple(para for line in lines for para in line_paras(desk, line, say))
        for lines in (how.lines, how.under)
    )
    rule = (Rule(how.rule, BLACK, desk.grid / 2),) if how.rule else ()
    payload = _payload(desk, slot, entry)
    if not payload:
        return (*rule, *text, *under)
    code = symbol(payload, desk.cache, (how.code, how.module), slot.source)
    width = code.size * (1 + 8 / code.side)
    tracks = (Track(share=1), Track(fixed=width))
    return (*rule, Beside((text, (code, *under)), tracks, mm(0.5), keep=True))


def _payload(desk: Desk, slot: Screening, entry: Film | Shorts | None) -> str:
    """What a slip's code holds; empty for no code."""
    match desk.design.makes.screenings.payload:
        case "ticket":
            return slot.tickets
        case "calendar" if entry is not None:
            return event(desk, slot, entry, length_of(desk, slot, entry))
    return ""


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
    return desk.mixed(style, desk.apart(style, day_forms(desk, day)))._replace(anchor=anchor)


def day_forms(desk: Desk, day: date) -> tuple[Words, ...]:
    """A day in the languages of the book."""
    names = (
        Words(f"{format_weekday(day, lang, 'long')} {format_date(day, lang, 'day')}", lang)
        for lang in desk.languages
    )
    return tuple(dict.fromkeys(names))


def day_list(
    desk: Desk, day: date, slots: Sequence[Screening], entries: dict[str, Film | Shorts]
) -> tuple[Block, ...]:
    """One day as a table: time, title in both languages, venue, page."""
    how = desk.design.makes.schedule
    rows = (
        Listing(partial(_slot_line, desk, slot, entries[slot.entry]), f"entry:{slot.entry}") for slot in slots
    )
    listed = list_of(desk, how, how.columns, rows)
    heading = day_heading(desk, day, "day", anchor=f"day:{day}")
    if not how.continued:
        return (heading, *listed)
    return (Headed((heading,), (continued(desk, heading),), listed),)


def _slot_line(
    desk: Desk, slot: Screening, entry: Film | Shorts, lang: str, wanted: frozenset[str]
) -> Fields:
    return {**entry_fields(desk, entry, lang, wanted), **screening_fields(desk, slot, lang, wanted)}


def minutes_of(at: datetime, day: date) -> int:
    """Minutes after midnight of the festival day: 00:30 of the night after counts 1470."""
    return int((at - datetime.combine(day, datetime.min.time())) / timedelta(minutes=1))


def length_of(desk: Desk, slot: Screening, entry: Film | Shorts | None) -> int:
    """Minutes from start to public end."""
    if slot.ends is not None:
        return max(int((slot.ends - slot.at) / timedelta(minutes=1)), 1)
    return (entry.running_time if entry is not None else None) or desk.programme.turnover(slot.venue).unknown


def hours_of(desk: Desk, slots: Sequence[Screening], entries: dict[str, Film | Shorts]) -> tuple[int, int]:
    """First and last hour that hold all slots."""
    starts = [minutes_of(s.at, s.day) for s in slots]
    ends = [minutes_of(s.at, s.day) + length_of(desk, s, entries.get(s.entry)) for s in slots]
    return min(starts) // 60, -(-max(ends) // 60)


def day_grid(
    desk: Desk,
    day: date,
    slots: Sequence[Screening],
    entries: dict[str, Film | Shorts],
    shown: tuple[dict[str, tuple[Ink, Ink]], str],
    hours: tuple[int, int],
) -> DayGrid:
    """The day to scale for the booklet: venues across, `hours` down, boxes in the section's pale colour.

    `shown` is the colours, and what a box refers to: its film's page, number, or none.
    """
    # every day shows the same venues in the same places, so that the eye compares them
    used = {s.venue for s in desk.programme.screenings()}
    venues = [v for v in desk.programme.venues if v.key in used]
    boxes = tuple(_box(desk, slot, entries.get(slot.entry), shown) for slot in slots)
    main = desk.main
    return DayGrid(
        tuple((v.key, _venue_label(desk, v)) for v in venues),
        boxes,
        hours,
        desk.style("grid-hour", main),
        True,
        desk.ink("hairline", BLACK),
        desk.design.late,
        label=desk.design.makes.schedule_grid.hours,
    )


def _venue_label(desk: Desk, venue: Venue) -> tuple[Para, ...]:
    patterns = {lang: find_pattern(desk.design, "grid-venue", lang) for lang in desk.languages}
    lines = [
        fill_pattern(pattern, venue_fields(desk, venue, lang), desk.design, "grid-venue")
        for lang, pattern in patterns.items()
        if pattern is not None
    ]
    if lines:
        found = {"".join(span.words.text for span in spans): spans for spans in lines if spans}
        return tuple(desk.mixed("grid-venue", spans) for spans in found.values())
    return tuple(desk.para("grid-venue", name) for name in desk.forms(venue.name))


def _patterned(desk: Desk, slot: Screening, entry: Film | Shorts | None) -> Para | None:
    """The first line of a box as the layout's pattern has it."""
    pattern = find_pattern(desk.design, "grid-time", desk.main)
    if pattern is None or entry is None:
        return None
    fields = {**entry_fields(desk, entry, desk.main), **screening_fields(desk, slot, desk.main)}
    spans = fill_pattern(pattern, fields, desk.design, "grid-time")
    return desk.mixed("grid-time", spans) if spans else None


def _numbered(desk: Desk, para: Para, slot: Screening) -> Para:
    """The head of a box, and at the end of its line the film's number in the book."""
    number = Words(str(desk.numbers.get(slot.entry, "")), "en", slot.source)
    if not number.text:
        return para
    spans = (*para.spans, *desk.spans("grid-time", Words("\t", "en")), *desk.spans("grid-page", number))
    return Para(spans, _with_end(para.style))


@cache
def _with_end(style: TextStyle) -> TextStyle:
    """The same style with a stop at the measure's end."""
    return replace(style, tabs=(Tab(inf, "right"),))


def _said(desk: Desk, slot: Screening, entry: Film | Shorts | None, length: int) -> list[Para]:
    """The lines of a box, one at least."""
    own = desk.design.makes.schedule_grid.lines
    if own and entry is not None:
        say = partial(_box_says, desk, slot, entry)
        found = [para for line in own for para in line_paras(desk, line, say)]
        if found:
            return found
    head = _patterned(desk, slot, entry)
    lines = [head or desk.plain("grid-time", slot_time(desk, slot), "en", slot.source)]
    if entry is None:
        return lines
    forms = {w.text: w for lang in desk.languages if (w := entry_title(desk, entry, lang))}
    lines += [desk.para("grid-title", w) for w in forms.values()]
    if head is None:
        # a layout's own head of a box says what it wants to of this
        notes = [format_minutes(length, desk.main)]
        if slot.guests:
            notes.append(desk.label("guests", desk.main).text)
        lines.append(desk.plain("grid-note", " · ".join(notes), "", slot.source))
    return lines


def _box_says(desk: Desk, slot: Screening, entry: Film | Shorts, lang: str, wanted: frozenset[str]) -> Fields:
    length = Words(format_minutes(length_of(desk, slot, entry), lang), lang, slot.source)
    return {**_slot_line(desk, slot, entry, lang, wanted), "length": (length,)}


def _box(
    desk: Desk,
    slot: Screening,
    entry: Film | Shorts | None,
    shown: tuple[dict[str, tuple[Ink, Ink]], str],
) -> Slot:
    ink_of, refer = shown
    length = length_of(desk, slot, entry)
    first, *others = _said(desk, slot, entry, length)
    lines = [_numbered(desk, first, slot) if refer == "number" else first, *others]
    line, ground = (ink_of.get(entry.section) if entry is not None else None) or (None, None)
    return Slot(
        slot.venue,
        minutes_of(slot.at, slot.day),
        length,
        desk.programme.turnover(slot.venue).answers if slot.guests else 0,
        tuple(lines),
        f"entry:{slot.entry}" if refer == "page" else "",
        desk.style("grid-page", desk.main),
        ground,
        line,
        slot.source,
    )
