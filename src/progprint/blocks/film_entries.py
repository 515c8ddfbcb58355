"""Films and shorts programmes -> entries, each section with its opener."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from progprint.blocks.desk import Desk, parted
from progprint.blocks.entries import ladder_of, make_entry, running_fields
from progprint.blocks.facing import facing_parts
from progprint.blocks.facts import entry_title
from progprint.blocks.film import film_parts, notes, titles
from progprint.blocks.holdings import holdings
from progprint.blocks.house import House
from progprint.blocks.introductions import introduction
from progprint.blocks.matter import opener_parts, shorts_list
from progprint.blocks.pairing import pair
from progprint.blocks.printed_matter import in_turn
from progprint.blocks.screening_lines import SCREENING_BLOCKS, screening_blocks
from progprint.blocks.slots import shown_in, slips
from progprint.blocks.types import Band, Block, Entry, Fill, Gap, Picture
from progprint.design.types import SectionSpec
from progprint.locale import format_minutes
from progprint.programme.types import Film, Shorts
from progprint.style import BLACK, Ink, Span
from progprint.words import Words


def film_entries(house: House, spec: SectionSpec) -> Iterator[Entry]:
    """A page or a spread for each film, each section behind its opener."""
    opener = str(spec.options.get("opener", ""))
    adverts = in_turn(house.desk, spec)
    for section, entries in house.groups:
        if section is not None and opener:
            ink = house.inks[section.key][0]
            parts = opener_parts(house.desk, section, entries, ink)
            parts |= introduction(house.desk, section, entries, ink)
            made = make_entry(house, spec, f"sections/{section.key}", parts, house.desk.forms(section.name))
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
            made_film = _film(house, spec, entry)
            if placed := next(adverts, None):
                beside = (*made_film.parts, *placed.items())
                made_film = replace(made_film, parts=beside, has=(*made_film.has, "advertisement"))
            yield made_film


def _thumb(house: House, section: str) -> tuple[Ink, int, tuple[Span, ...]] | None:
    if section not in house.inks:
        return None
    ink, _, number = house.inks[section]
    found = next(s for s in house.desk.programme.festival.sections if s.key == section)
    return ink.plain, number, house.desk.apart("thumb", house.desk.forms(found.name)[:1])


def _film(house: House, spec: SectionSpec, entry: Film | Shorts) -> Entry:
    desk = house.desk
    facing = desk.mode == "facing"
    made = partial(entry_parts, house, entry)
    parts = facing_parts(desk, made) if facing else made(desk)
    if isinstance(entry, Shorts) and _lists_shorts(desk, spec.master):
        parts["credits"] = ()
    room = str(spec.options.get("room", "spread"))
    forms = {w.text: w for lang in desk.languages if (w := entry_title(desk, entry, lang))}
    title = ("title", parted(forms.values()))
    first = ("first", (entry_title(desk, entry, desk.main),))
    main = entry_title(desk, entry, desk.main).text
    folder = "films" if isinstance(entry, Film) else "programmes"
    side = str(spec.options.get("binding-side", "verso"))
    return Entry(
        f"{folder}/{entry.slug}",
        spec.master,
        tuple(parts.items()),
        start="verso" if facing else side if room == "spread" else str(spec.options.get("start", "any")),
        room=room,
        page_master="" if facing or room != "spread" else str(spec.options.get("page-master", "")),
        fields=(*running_fields(desk), *_section_field(desk, entry.section), title, first),
        anchors=(f"entry:{entry.slug}",),
        outline=((main, 1 if entry.section in house.inks else 0),),
        thumb=_thumb(house, entry.section),
        has=holdings(desk, entry),
        source=entry.source,
        ladder=ladder_of(desk, spec, "review"),
    )


def entry_parts(house: House, entry: Film | Shorts, desk: Desk) -> dict[str, tuple[Block, ...]]:
    """Everything an entry's frames may ask for."""
    ink = house.inks[entry.section][0] if entry.section in house.inks else desk.ink("accent", BLACK)
    if isinstance(entry, Film):
        parts = film_parts(desk, entry, ink)
    else:
        parts = _shorts_parts(house._replace(desk=desk), entry, ink)
    slots = slips(desk, entry.screenings, entry)
    if not slots and isinstance(entry, Film):
        slots = shown_in(desk, entry)
    parts["screenings"] = slots
    parts |= _section_parts(desk, entry.section, ink)
    if desk.asks(*SCREENING_BLOCKS):
        parts |= screening_blocks(desk, entry)
    without = desk.design.makes.still.without
    if not parts.get("still") and without != "nothing":
        # no still was given: the room is the section's colour, or the layout's, with the title alone
        ground = ink if without == "section" else desk.ink(without, ink)
        parts["still"] = (Picture("", ground=ground, source=entry.source),)
    return parts


def _section_parts(desk: Desk, key: str, ink: Ink) -> dict[str, tuple[Block, ...]]:
    """The section's names, and its colour as a ground."""
    found = next((s for s in desk.programme.festival.sections if s.key == key), None)
    names = (desk.mixed("section", desk.apart("section", desk.forms(found.name))),) if found else ()
    return {"section": names, "section-ground": (Fill(ink),)}


def _lists_shorts(desk: Desk, master: str) -> bool:
    """Whether a master has a place of its own for the films of a shorts programme."""
    found = desk.design.masters.get(master)
    return found is not None and any("shorts" in f.blocks for f in (*found.verso, *found.recto))


def _section_field(desk: Desk, key: str) -> tuple[tuple[str, tuple[Words, ...]], ...]:
    found = next((s for s in desk.programme.festival.sections if s.key == key), None)
    return (("section", parted(desk.forms(found.name))),) if found is not None else ()


def _shorts_parts(house: House, shorts: Shorts, ink: Ink) -> dict[str, tuple[Block, ...]]:
    """A programme of shorts: a band of stills, its films in running order, the introduction."""
    desk = house.desk
    films = [f for slug in shorts.films if isinstance(f := house.entries.get(slug), Film)]
    stills = tuple(
        Picture(f"{desk.programme.folder}/{f.still.file}", f.still.focus, source=f.still.source)
        for f in films
        if f.still is not None
    )
    total = format_minutes(shorts.running_time, desk.main) if shorts.running_time else ""
    table = shorts_list(desk, films)
    return {
        "still": (Band(stills),) if stills else (),
        "title": titles(desk, shorts, ink),
        "fact-line": (desk.plain("fact", total, "", shorts.source),) if total else (),
        "credits": table,
        "shorts": (Gap(desk.grid), *table),
        "review": pair(desk, "review", shorts.intro) if shorts.intro else (),
        "notes": notes(desk),
    }
