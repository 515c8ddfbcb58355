"""Programme + Design -> the entries of a booklet, in the order of the layout's sections."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import NamedTuple

from progprint.blocks.desk import Desk
from progprint.blocks.facts import entry_title
from progprint.blocks.film import film_parts, notes, pair, titles
from progprint.blocks.indexes import indexes
from progprint.blocks.matter import (
    Parts,
    back_parts,
    contents_parts,
    cover_parts,
    imprint_parts,
    opener_parts,
    text_parts,
    venues_parts,
)
from progprint.blocks.sheet_entries import day_grids, run_sheets
from progprint.blocks.slots import by_day, day_grid, day_heading, day_list, hours_of, shown_in, slips
from progprint.blocks.types import Band, Block, Entry, Gap, PageRef, Picture, Table, Track
from progprint.cache import Cache
from progprint.design import section_ink
from progprint.design.types import Design, SectionSpec
from progprint.geom import mm
from progprint.locale import format_minutes
from progprint.programme.types import Film, Programme, Screening, Section, Shorts
from progprint.style import BLACK, Ink, Span
from progprint.words import Words

Group = tuple[Section | None, tuple[Film | Shorts, ...]]


class Selection(NamedTuple):
    """What of the festival is asked for; day sheets can be for one day or venue."""

    day: date | None = None
    venue: str = ""


EVERYTHING = Selection()


class House(NamedTuple):
    """A desk with what all sections of one book share."""

    desk: Desk
    selection: Selection
    groups: tuple[Group, ...]
    entries: dict[str, Film | Shorts]
    #: festival section -> (colour, its pale ground, number)
    inks: dict[str, tuple[Ink, Ink, int]]


def make_blocks(
    programme: Programme, design: Design, cache: Cache, selection: Selection = EVERYTHING
) -> tuple[Entry, ...]:
    """Make every entry of the layout's sections."""
    house = open_house(programme, design, cache, selection)
    return tuple(
        entry for spec in design.sections for entry in _KINDS[spec.kind](_for_section(house, spec), spec)
    )


def _for_section(house: House, spec: SectionSpec) -> House:
    """The house as one section of the layout wants it: its languages, its choice and order of entries."""
    desk = house.desk
    if (mode := spec.options.get("languages")) == "main":
        desk = replace(desk, languages=desk.languages[:1])
    elif mode is not None:
        desk = replace(desk, mode=str(mode))
    if desk is not house.desk:
        house = house._replace(desk=desk)
    if spec.kind == "films":
        house = house._replace(groups=_groups(desk, spec))
    return house


def printed_languages(programme: Programme, design: Design) -> tuple[str, ...]:
    """The layout's languages, else the festival's, main language first."""
    return design.languages or programme.festival.languages


def open_house(programme: Programme, design: Design, cache: Cache, selection: Selection) -> House:
    """Gather what the sections of one book share."""
    desk = Desk(programme, design, printed_languages(programme, design), cache)
    entries: dict[str, Film | Shorts] = {film.slug: film for film in programme.films}
    entries.update((shorts.slug, shorts) for shorts in programme.shorts)
    return House(desk, selection, _groups(desk, _films_of(design)), entries, _inks(desk))


def _inks(desk: Desk) -> dict[str, tuple[Ink, Ink, int]]:
    """Each festival section's colour, and its pale ground: the swatch NAME-pale, or a tint."""
    keys = tuple(section.key for section in desk.programme.festival.sections)
    inks: dict[str, tuple[Ink, Ink, int]] = {}
    for number, key in enumerate(keys):
        ink = section_ink(desk.design, key, keys) or BLACK
        inks[key] = (ink, desk.ink(f"{ink.name}-pale", tinted(ink, 0.15)), number)
    return inks


def tinted(ink: Ink, share: float) -> Ink:
    """A tint of an ink."""
    return Ink(
        ink.c * share, ink.m * share, ink.y * share, ink.k * share, f"{ink.name} {share:.0%}", ink.spot, share
    )


def _films_of(design: Design) -> SectionSpec | None:
    """The layout's first section of films: contents and indexes list what it prints, in its order."""
    return next((spec for spec in design.sections if spec.kind == "films"), None)


def _groups(desk: Desk, spec: SectionSpec | None) -> tuple[Group, ...]:
    """Entries by festival section, shorts programmes before their films, in the order the layout asks for."""
    programme = desk.programme
    options = spec.options if spec is not None else {}
    everything: list[Film | Shorts] = [*programme.shorts, *programme.films]
    chosen = [e for e in everything if _is_selected(e, options.get("select"))]
    order, collation = str(options.get("order", "title")), str(options.get("collation", desk.main))
    groups: list[Group] = []
    for section in (*programme.festival.sections, None):
        key = section.key if section is not None else ""
        found = sorted(
            (e for e in chosen if e.section == key), key=lambda e: _place(desk, e, order, collation)
        )
        if found:
            groups.append((section, tuple(found)))
    return tuple(groups)


def _is_selected(entry: Film | Shorts, select: object) -> bool:
    """Whether a selection, (what, values) pairs that all must hold, takes an entry."""
    for what, wanted in select if isinstance(select, tuple) else ():
        countries = tuple(c.value for c in entry.countries) if isinstance(entry, Film) else ()
        have = {"section": (entry.section,), "film": (entry.slug,), "country": countries}
        if not set(have[what]) & set(wanted):
            return False
    return True


def _place(desk: Desk, entry: Film | Shorts, order: str, collation: str) -> tuple[object, ...]:
    """Where an entry is filed; titles decide between equals."""
    reading = entry.sort.get(collation) if entry.sort else None
    title = entry_title(desk, entry, collation)
    filed, _ = desk.filing(title.text, collation, reading.text if reading else "")
    first: tuple[object, ...] = ()
    if order == "slug":
        first = (entry.slug,)
    elif order == "time":
        first = (min((s.at for s in entry.screenings), default=datetime.max),)
    elif order == "director" and isinstance(entry, Film) and entry.directors:
        first, _ = desk.filing(entry.directors[0].person.main.text, desk.main, person=True)
    return (isinstance(entry, Film), first, filed)


def _entry(house: House, spec: SectionSpec, name: str, parts: Parts, title: Sequence[Words]) -> Entry:
    """An entry that is not a film. The layout's own title takes the place of the house's."""
    desk = house.desk
    given = _given_title(desk, spec)
    if given:
        title = given
        if "heading" in parts and spec.kind != "schedule":
            parts = {**parts, "heading": (desk.mixed("page-title", desk.apart("page-title", given)),)}
    text = title[0].text if title else ""
    return Entry(
        name,
        spec.master,
        tuple(parts.items()),
        start=str(spec.options.get("start", "any")),
        fields=(*_festival_fields(desk), ("title", desk.apart("running", title))),
        anchors=(f"page:{name}",),
        outline=((text, 0),) if text else (),
        furnished=spec.kind not in ("cover", "back", "blank"),
        source=spec.source,
    )


def _given_title(desk: Desk, spec: SectionSpec) -> tuple[Words, ...]:
    """The title that the layout gives a section: one text, or one for each language."""
    title = spec.options.get("title")
    if isinstance(title, str):
        return (Words(title, desk.main, spec.source),)
    pairs = title if isinstance(title, tuple) else ()
    return tuple(Words(text, tag, spec.source) for tag, text in pairs if tag in desk.languages)


def _festival_fields(desk: Desk) -> tuple[tuple[str, tuple[Span, ...]], ...]:
    return (("festival", desk.apart("running", desk.forms(desk.programme.festival.name))),)


def _cover(house: House, spec: SectionSpec) -> Iterator[Entry]:
    entries = [e for _, group in house.groups for e in group]
    inks = [ink for ink, _, _ in house.inks.values()] or [BLACK]
    title = house.desk.forms(house.desk.programme.festival.name)
    yield _entry(house, spec, "cover", cover_parts(house.desk, entries, inks), title)


def _imprint(house: House, spec: SectionSpec) -> Iterator[Entry]:
    yield _entry(house, spec, "imprint", imprint_parts(house.desk), house.desk.labels("imprint"))


def _contents(house: House, spec: SectionSpec) -> Iterator[Entry]:
    others = []
    for other in house.desk.design.sections:
        if other.kind == "text":
            slug = str(other.options.get("slug"))
            if title := _text_title(house, slug):
                others.append((f"page:texts/{slug}", title))
        elif other.kind in ("schedule", "venues", "index"):
            if other.kind == "schedule" and not any(house.desk.programme.screenings()):
                continue
            key = "schedule-grid" if other.options.get("as") == "grid" else other.kind
            others.append((f"page:{key}", house.desk.labels(_TITLES[key])))
    parts = contents_parts(house.desk, house.groups, others)
    yield _entry(house, spec, "contents", parts, house.desk.labels("contents"))


#: entry name -> the label that is its title
_TITLES = {"schedule": "schedule", "schedule-grid": "day_grid", "venues": "venues", "index": "index"}


def _text_title(house: House, slug: str) -> tuple[Words, ...]:
    text = next((t for t in house.desk.programme.texts if t.slug == slug), None)
    if text is None:
        return ()
    found: list[Words] = []
    for lang in house.desk.languages:
        form = text.text.get(lang)
        heading = next((p for p in form.paragraphs if p.kind == "heading"), None) if form else None
        if heading is not None:
            found.append(Words(heading.text, lang, heading.stretches[0].words.source))
    return tuple(found)


def _text(house: House, spec: SectionSpec) -> Iterator[Entry]:
    slug = str(spec.options.get("slug"))
    text = next((t for t in house.desk.programme.texts if t.slug == slug), None)
    if text is not None:
        title = _text_title(house, slug)
        yield _entry(house, spec, f"texts/{slug}", text_parts(house.desk, text.text), title)


def _films(house: House, spec: SectionSpec) -> Iterator[Entry]:
    opener = str(spec.options.get("opener", ""))
    for section, entries in house.groups:
        if section is not None and opener:
            ink = house.inks[section.key][0]
            parts = opener_parts(house.desk, section, entries, ink)
            made = _entry(house, spec, f"sections/{section.key}", parts, house.desk.forms(section.name))
            yield Entry(
                made.name,
                opener,
                made.parts,
                start="verso",
                room="spread",
                fields=made.fields,
                anchors=made.anchors,
                outline=made.outline,
                thumb=_thumb(house, section.key),
                source=section.source,
            )
        for entry in entries:
            yield _film(house, spec, entry)


def _thumb(house: House, section: str) -> tuple[Ink, int, tuple[Span, ...]] | None:
    if section not in house.inks:
        return None
    ink, _, number = house.inks[section]
    found = next(s for s in house.desk.programme.festival.sections if s.key == section)
    return ink, number, house.desk.apart("thumb", house.desk.forms(found.name)[:1])


def _film(house: House, spec: SectionSpec, entry: Film | Shorts) -> Entry:
    desk = house.desk
    ink = house.inks[entry.section][0] if entry.section in house.inks else BLACK
    parts = film_parts(desk, entry, ink) if isinstance(entry, Film) else _shorts_parts(house, entry)
    slots = slips(desk, entry.screenings)
    if not slots and isinstance(entry, Film):
        slots = shown_in(desk, entry)
    parts["screenings"] = slots
    if not parts.get("still"):
        # no still was given: the room is the section's colour with the title alone
        parts["still"] = (Picture("", ground=ink, source=entry.source),)
    room = str(spec.options.get("room", "spread"))
    forms = {w.text: w for lang in desk.languages if (w := entry_title(desk, entry, lang))}
    main = entry_title(desk, entry, desk.main).text
    folder = "films" if isinstance(entry, Film) else "programmes"
    side = str(spec.options.get("binding-side", "verso"))
    return Entry(
        f"{folder}/{entry.slug}",
        spec.master,
        tuple(parts.items()),
        start=side if room == "spread" else str(spec.options.get("start", "any")),
        room=room,
        fields=(*_festival_fields(desk), ("title", desk.apart("running", forms.values()))),
        anchors=(f"entry:{entry.slug}",),
        outline=((main, 1 if entry.section in house.inks else 0),),
        thumb=_thumb(house, entry.section),
        source=entry.source,
    )


def _shorts_parts(house: House, shorts: Shorts) -> dict[str, tuple[Block, ...]]:
    """A programme of shorts: a band of stills, its films in running order, the introduction."""
    desk = house.desk
    films = [f for slug in shorts.films if isinstance(f := house.entries.get(slug), Film)]
    stills = tuple(
        Picture(f"{desk.programme.folder}/{f.still.file}", f.still.focus, source=f.still.source)
        for f in films
        if f.still is not None
    )
    rows = []
    for film in films:
        forms = {w.text: w for lang in desk.languages if (w := entry_title(desk, film, lang))}
        minutes = format_minutes(film.running_time, desk.main) if film.running_time else ""
        directors = ", ".join(d.person.main.text for d in film.directors)
        cell: list[Block] = [desk.mixed("opener-entry", desk.apart("opener-entry", forms.values()))]
        if directors:
            cell.append(desk.plain("opener-director", directors, "", film.source))
        rows.append(
            (
                tuple(cell),
                (desk.plain("film-minutes", minutes, "", film.source),) if minutes else (),
                (PageRef(f"entry:{film.slug}", desk.style("opener-page", desk.main)),),
            )
        )
    total = format_minutes(shorts.running_time, desk.main) if shorts.running_time else ""
    tracks = (Track(share=1), Track(fixed=mm(14)), Track(fixed=mm(10)))
    return {
        "still": (Band(stills),) if stills else (),
        "title": titles(desk, shorts),
        "fact-line": (desk.plain("fact", total, "", shorts.source),) if total else (),
        "credits": (Table(tracks, tuple(rows), mm(2), lead=desk.grid / 2),),
        "review": pair(desk, "review", shorts.intro) if shorts.intro else (),
        "notes": notes(desk),
    }


def _schedule(house: House, spec: SectionSpec) -> Iterator[Entry]:
    days = by_day(list(house.desk.programme.screenings()))
    if not days:
        return
    if spec.options.get("as") == "grid":
        every = [slot for _, slots in days for slot in slots]
        # one scale for all days, so that the eye compares them
        hours = hours_of(house.desk, every, house.entries)
        for number, (day, slots) in enumerate(days):
            yield _grid_page(house, spec, (number, day, slots), hours)
        return
    desk = house.desk
    heading = desk.mixed("page-title", desk.apart("page-title", desk.labels("schedule")))
    body: list[Block] = []
    for day, slots in days:
        body += [*day_list(desk, day, slots, house.entries), Gap(desk.grid)]
    parts: Parts = {"heading": (heading,), "body": tuple(body)}
    yield _entry(house, spec, "schedule", parts, desk.labels("schedule"))


def _grid_page(
    house: House, spec: SectionSpec, day: tuple[int, date, Sequence[Screening]], hours: tuple[int, int]
) -> Entry:
    number, when, slots = day
    desk = house.desk
    pale = {key: inks[1] for key, inks in house.inks.items()}
    grid = day_grid(desk, when, slots, house.entries, pale, hours)
    heading = day_heading(desk, when, "grid-day")
    parts: Parts = {"heading": (heading,), "body": (grid,)}
    name = "schedule-grid" if not number else f"schedule-grid/{when}"
    made = _entry(house, spec, name, parts, desk.labels("day_grid") if not number else ())
    return made


def _run_sheets(house: House, spec: SectionSpec) -> Iterator[Entry]:
    return run_sheets(house.desk, spec, house.entries, house.selection)


def _day_grids(house: House, spec: SectionSpec) -> Iterator[Entry]:
    return day_grids(house.desk, spec, house.entries, house.selection)


def _venues(house: House, spec: SectionSpec) -> Iterator[Entry]:
    yield _entry(house, spec, "venues", venues_parts(house.desk), house.desk.labels("venues"))


def _index(house: House, spec: SectionSpec) -> Iterator[Entry]:
    desk = house.desk
    of = spec.options.get("of") or ("titles", "originals", "directors", "countries")
    which = of if isinstance(of, tuple) else (str(of),)
    entries = [e for _, group in house.groups for e in group]
    heading = desk.mixed("page-title", desk.apart("page-title", desk.labels("index")))
    parts: Parts = {"heading": (heading,), "body": indexes(desk, which, entries)}
    yield _entry(house, spec, "index", parts, desk.labels("index"))


def _back(house: House, spec: SectionSpec) -> Iterator[Entry]:
    yield _entry(house, spec, "back", back_parts(house.desk), ())


def _blank(house: House, spec: SectionSpec) -> Iterator[Entry]:
    for _ in range(int(str(spec.options.get("pages", 1)))):
        yield _entry(house, spec, "blank", {}, ())


_KINDS: dict[str, Callable[[House, SectionSpec], Iterator[Entry]]] = {
    "cover": _cover,
    "imprint": _imprint,
    "contents": _contents,
    "text": _text,
    "films": _films,
    "schedule": _schedule,
    "run-sheet": _run_sheets,
    "day-grid": _day_grids,
    "venues": _venues,
    "index": _index,
    "back": _back,
    "blank": _blank,
}

__all__ = ["make_blocks", "open_house", "printed_languages"]
