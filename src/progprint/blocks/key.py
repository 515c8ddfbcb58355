"""Programme -> the key to its schedule: codes of venues, colours of sections, times after midnight."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from datetime import date

from progprint.blocks.desk import Desk
from progprint.blocks.facts import slot_time
from progprint.blocks.house import House
from progprint.blocks.slots import day_forms
from progprint.blocks.types import Block, Gap, PageRef, Para, Picture, Table, Track
from progprint.design.types import SectionSpec
from progprint.geom import mm
from progprint.locale import format_time, format_weekday
from progprint.programme.types import Screening
from progprint.style import BLACK
from progprint.words import Words

#: what it may say, in this order
PARTS = ("contents", "venues", "sections", "screenings")
#: side of a section's colour
CHIP_MM = 3.0
#: room for a venue's code; a longer one ends its line
CODE_MM = 12.0

#: anchor and title
Line = tuple[str, tuple[Words, ...]]
Lines = Sequence[Line]
Rows = list[tuple[tuple[Block, ...], ...]]


def key_pages(house: House, lines_of: Callable[[SectionSpec], Lines]) -> Lines:
    """Where to find what: the layout's sections, a day grid by its days, a list of films as one."""
    desk = house.desk
    found: list[Line] = []
    for spec in desk.design.sections:
        if spec.kind == "schedule" and spec.options.get("as") == "grid":
            days = dict.fromkeys(slot.day for slot in desk.programme.screenings())
            found += [(f"grid:{day}", day_forms(desk, day)) for day in days]
        elif spec.kind == "films" and house.groups:
            found += [("page:films", desk.labels("films"))] if spec.options.get("as") == "list" else []
        else:
            found += lines_of(spec)
    return list({key: (key, words) for key, words in found}.values())


def key_parts(house: House, lines: Lines, wanted: Container[str]) -> dict[str, tuple[Block, ...]]:
    """What a reader of the grids must know, each part under its own heading; and the pages of `lines`."""
    desk = house.desk
    body: list[Block] = []
    code = Track(fixed=mm(CODE_MM))
    if lines and "contents" in wanted:
        body += [_part(desk, "contents"), pages_table(desk, lines), Gap(desk.grid)]
    for label, first, rows in (
        ("venues", code, _venues(house)),
        ("sections", code, _sections(house)),
        ("screenings", Track(fixed=mm(2 * CODE_MM)), [*_late(house), *_answers(house)]),
    ):
        if rows and label in wanted:
            table = Table((first, Track(share=1)), tuple(rows), mm(2))
            body += [_part(desk, label), table, Gap(desk.grid)]
    heading = desk.mixed("page-title", desk.apart("page-title", desk.labels("key")))
    return {"heading": (heading,), "body": tuple(body)}


def pages_table(desk: Desk, lines: Lines) -> Table:
    """Where to find what, line by line."""
    page = desk.style("key-page", desk.main)
    rows = [((desk.mixed("key", desk.apart("key", words)),), (PageRef(key, page),)) for key, words in lines]
    return Table((Track(share=1), Track(fixed=mm(CODE_MM))), tuple(rows), mm(2))


def _part(desk: Desk, label: str) -> Para:
    return desk.mixed("key-heading", desk.apart("key-heading", desk.labels(label)))


def _venues(house: House) -> Rows:
    desk = house.desk
    return [
        (
            (desk.plain("key-code", venue.code, "en", venue.source),),
            (
                desk.mixed("key", desk.apart("key", desk.forms(venue.name))),
                *(desk.para("key-address", a) for a in (desk.forms(venue.address) if venue.address else ())),
            ),
        )
        for venue in desk.programme.venues
        if venue.code
    ]


def _sections(house: House) -> Rows:
    """A chip of colour and the name of each section that prints films, when they have different colours."""
    desk = house.desk
    printed = [s for s in desk.programme.festival.sections if s.key in _keys(house)]
    if len({house.inks[s.key][0] for s in printed}) < 2:
        return []
    return [
        (
            (Picture("", height=mm(CHIP_MM), ground=house.inks[section.key][0], source=section.source),),
            (desk.mixed("key", desk.apart("key", desk.forms(section.name))),),
        )
        for section in printed
    ]


def _keys(house: House) -> set[str]:
    return {entry.section for _, group in house.groups for entry in group}


def _late(house: House) -> Rows:
    """A time after midnight as it is printed, and as a clock shows it: the festival's first."""
    desk = house.desk
    late = next((s for s in desk.programme.screenings() if s.at.date() > s.day), None)
    if late is None or desk.design.late != "over":
        return []
    printed = _moment(house, late, late.day, slot_time(desk, late))
    clock = _moment(house, late, late.at.date(), format_time(late.at, late.at.date(), "24"), "= ")
    return [((printed,), (clock,))]


def _answers(house: House) -> Rows:
    """What the hatched end of a box means."""
    desk = house.desk
    if not any(slot.guests for slot in desk.programme.screenings()):
        return []
    ink = desk.ink("accent", BLACK)
    chip = Picture("", height=mm(CHIP_MM), ground=ink, pattern="hatched")
    words = desk.apart("key", desk.labels("guests"))
    return [((chip,), (desk.mixed("key", words),))]


def _moment(house: House, slot: Screening, day: date, time: str, sign: str = "") -> Para:
    weekday = format_weekday(day, house.desk.main, "short")
    return house.desk.para("key", Words(f"{sign}{weekday} {day.day} {time}", house.desk.main, slot.source))
