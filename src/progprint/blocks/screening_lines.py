"""Screenings -> lines of the layout's pattern `screening`: run on, one under the other, or with pages."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence

from progprint.blocks.desk import Desk, parted
from progprint.blocks.facts import Fields, slot_time
from progprint.blocks.pattern import fill_pattern
from progprint.blocks.types import Block, PageRef, Para, Table, Together, Track
from progprint.design import find_pattern
from progprint.design.make_form import SLOT_FIELDS
from progprint.design.types import Pattern
from progprint.geom import mm
from progprint.locale import format_date, format_time, format_weekday
from progprint.programme.types import Film, Screening, Shorts, Venue
from progprint.style import Span
from progprint.words import Words

#: a screening where the layout does not say: its day, time and place
DEFAULT = Pattern((("", "weekday"), (" ", "day"), (" ", "time"), (" ", "venue_code"), (" ", "guests")))
#: between two screenings that run on, with the style of the line
BETWEEN = "; "
#: what is made of an entry's screenings
SCREENING_BLOCKS = ("screenings-line", "screenings-list", "screenings-table")
#: room for a page number of three figures
PAGE_MM = 6.5


def screening_fields(desk: Desk, slot: Screening, lang: str, wanted: Container[str] = SLOT_FIELDS) -> Fields:
    """The fields wanted of one screening in one language; missing ones are left out."""
    found = {name: say(desk, slot, lang) for name, say in _OF_SLOT.items() if name in wanted}
    venue = desk.programme.venue(slot.venue)
    if venue is not None:
        found |= venue_fields(desk, venue, lang, wanted)
    return {name: words for name, words in found.items() if words}


def _weekdays(desk: Desk, slot: Screening, _: str) -> tuple[Words, ...]:
    forms = [Words(format_weekday(slot.day, tag, "short"), tag, slot.source) for tag in desk.languages]
    return parted(dict.fromkeys(forms), " ")


def _ends(desk: Desk, slot: Screening, _: str) -> tuple[Words, ...]:
    if slot.ends is None:
        return ()
    return (Words(format_time(slot.ends, slot.day, desk.design.late), "en", slot.source),)


#: field -> how a screening says it in a language
_OF_SLOT: dict[str, Callable[[Desk, Screening, str], tuple[Words, ...]]] = {
    "weekday": lambda _, slot, lang: (Words(format_weekday(slot.day, lang, "short"), lang, slot.source),),
    "weekdays": _weekdays,
    "day": lambda _, slot, __: (Words(str(slot.day.day), "en", slot.source),),
    "date": lambda _, slot, lang: (Words(format_date(slot.day, lang, "short"), lang, slot.source),),
    "time": lambda desk, slot, _: (Words(slot_time(desk, slot), "en", slot.source),),
    "ends": _ends,
    "code": lambda _, slot, __: (Words(slot.code, "en", slot.source),),
    "guests": lambda desk, slot, lang: (desk.label("guests", lang),) if slot.guests else (),
}


def venue_fields(desk: Desk, venue: Venue, lang: str, wanted: Container[str] = SLOT_FIELDS) -> Fields:
    """A venue's name, code, address and seats; without a code the name stands for it."""
    name = desk.shown(venue.name, lang) or venue.name.main
    fields: Fields = {
        "venue": (name,),
        "venue_code": (Words(venue.code, "en", venue.source),) if venue.code else (name,),
    }
    if "address" in wanted and (address := desk.shown(venue.address, lang)) is not None:
        fields["address"] = (address,)
    if "seats" in wanted and venue.seats is not None:
        seats = Words(f" {venue.seats}", desk.main, venue.source)
        fields["seats"] = (*parted(desk.labels("seats"), " "), seats)
    return fields


def screening_blocks(desk: Desk, entry: Film | Shorts) -> dict[str, tuple[Block, ...]]:
    """An entry's screenings as a line, as a list, and as a table with the pages of their days."""
    slots = sorted(entry.screenings, key=lambda slot: slot.at)
    if not slots:
        within = _within(desk, entry)
        return dict.fromkeys(SCREENING_BLOCKS, within)
    lines = [_line(desk, slot) for slot in slots]
    name = "screening"
    spans: list[Span] = []
    for line in lines:
        if spans:
            spans += desk.spans(name, Words(BETWEEN, desk.main))
        spans += line
    table = _table(desk, [(desk.mixed(name, line), slot) for line, slot in zip(lines, slots, strict=True)])
    return {
        "screenings-line": (desk.mixed(name, spans),),
        "screenings-list": (Together(tuple(desk.mixed(name, line) for line in lines)),),
        "screenings-table": (table,),
    }


def _line(desk: Desk, slot: Screening) -> Sequence[Span]:
    """One screening. Its words are those of the main language: what is said twice has a field for that."""
    pattern = find_pattern(desk.design, "screening", desk.main) or DEFAULT
    return fill_pattern(pattern, screening_fields(desk, slot, desk.main), desk.design, "screening")


def _table(desk: Desk, rows: Sequence[tuple[Para, Screening]]) -> Table:
    page = desk.style("index-page", desk.main)
    made = tuple(((para,), (PageRef(day_anchor(desk, slot), page),)) for para, slot in rows)
    return Table((Track(share=1), Track(fixed=mm(PAGE_MM))), made, mm(1))


def day_anchor(desk: Desk, slot: Screening) -> str:
    """Where a screening's day stands: in a grid with its venue, if the layout has grids, else in a list."""
    schedules = [spec for spec in desk.design.sections if spec.kind == "schedule"]
    in_grid = any(spec.options.get("as") == "grid" for spec in schedules)
    return f"grid:{slot.day}:{slot.venue}" if in_grid else f"day:{slot.day}"


def _within(desk: Desk, entry: Film | Shorts) -> tuple[Block, ...]:
    """For a film without screenings of its own: the programmes of shorts that show it, with their pages."""
    page = desk.style("index-page", desk.main)
    rows = tuple(
        (
            (desk.mixed("screening", desk.apart("screening", _shown_in(desk, shorts))),),
            (PageRef(f"entry:{shorts.slug}", page),),
        )
        for shorts in desk.programme.shorts
        if entry.slug in shorts.films
    )
    return (Table((Track(share=1), Track(fixed=mm(PAGE_MM))), rows, mm(1)),) if rows else ()


def _shown_in(desk: Desk, shorts: Shorts) -> tuple[Words, ...]:
    """`shown in Night Shorts  深夜短片`: said once, the name in every language printed."""
    first, *others = desk.forms(shorts.title)
    said = desk.label("in_programme", first.lang)
    return (first._replace(text=said.text.replace("{title}", first.text), marks=()), *others)
