"""Programme + Design -> House: what all sections of a book share, and the choice and order of its entries."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import NamedTuple

from progprint.blocks.desk import Desk
from progprint.blocks.facts import entry_title
from progprint.cache import Cache
from progprint.design import section_ink
from progprint.design.types import Design, SectionSpec
from progprint.programme.types import Film, Programme, Section, Shorts
from progprint.style import BLACK, Ink

Group = tuple[Section | None, tuple[Film | Shorts, ...]]


class Selection(NamedTuple):
    """What of the festival is asked for; day sheets can be for one day or venue."""

    day: date | None = None
    venue: str = ""
    #: slug of the one film or shorts programme that is printed
    only: str = ""


EVERYTHING = Selection()


class House(NamedTuple):
    """A desk with what all sections of one book share."""

    desk: Desk
    selection: Selection
    groups: tuple[Group, ...]
    entries: dict[str, Film | Shorts]
    #: festival section -> (colour, its pale ground, number)
    inks: dict[str, tuple[Ink, Ink, int]]


def for_section(house: House, spec: SectionSpec) -> House:
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
    desk = replace(desk, numbers=_numbers(desk))
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


def _numbers(desk: Desk) -> dict[str, int]:
    """Films by number, in the order in which the layout's sections print them."""
    films = [spec for spec in desk.design.sections if spec.kind == "films"]
    slugs = (e.slug for spec in films for _, group in _groups(desk, spec) for e in group)
    return {slug: number for number, slug in enumerate(dict.fromkeys(slugs), 1)}


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
    if options.get("by") == "none":
        return ((None, tuple(sorted(chosen, key=lambda e: _place(desk, e, order, collation)))),)
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
