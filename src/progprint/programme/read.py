"""Content folder -> Programme, and every fault of every file at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias, TypeVar

from progprint.diag import Diagnostic, Source
from progprint.programme.artwork import inside, read_advertisements, read_sponsors
from progprint.programme.desk import Desk
from progprint.programme.festival import read_festival
from progprint.programme.film import read_film
from progprint.programme.folder import Folder, open_folder, slug_of
from progprint.programme.links import link_shorts
from progprint.programme.shorts import ShortsDraft, read_shorts
from progprint.programme.slots import complete
from progprint.programme.texts import read_texts
from progprint.programme.types import Festival, Film, Programme, Shorts, Still, Venue
from progprint.programme.venues import read_people, read_venues
from progprint.source import Node, error, with_excerpts

_T = TypeVar("_T")
Reader: TypeAlias = Callable[[Node, str], tuple[tuple[_T, ...], tuple[Diagnostic, ...]]]


def read_programme(path: Path) -> tuple[Programme | None, tuple[Diagnostic, ...]]:
    """Read a content folder as far as it is readable; None only when festival.yaml is not."""
    if not path.is_dir():
        return None, (error("missing-folder", f"there is no folder `{path}`", Source(str(path))),)
    folder = open_folder(path)
    programme = _programme(folder)
    return programme, with_excerpts(folder.faults, path)


def desk_for(festival: Festival | None, venues: tuple[Venue, ...] | None, main: str = "en") -> Desk:
    """Give the reader of one file what it needs to know of the festival."""
    keys = None if venues is None else tuple(venue.key for venue in venues)
    if festival is None:
        return Desk(main, venues=keys)
    sections = tuple(section.key for section in festival.sections)
    return Desk(festival.languages[0], sections, keys, festival.dates, festival.day_ends)


def _programme(folder: Folder) -> Programme | None:
    festival = _festival(folder)
    main = festival.languages[0] if festival else "en"
    venues = _venues(folder, main)
    people = _listed(folder, "people.yaml", main, read_people)
    people = tuple(p if p.portrait is None or _held(p.portrait, folder) else replace(p, portrait=None)
                   for p in people)  # fmt: skip
    films = _films(folder, festival, venues)
    drafts = _shorts(folder, festival, venues)
    texts, faults = read_texts(folder, main)
    folder.faults.extend(faults)
    advertisements = inside(_listed(folder, "advertisements.yaml", main, read_advertisements), folder)
    tiers = inside(_listed(folder, "sponsors.yaml", main, read_sponsors), folder)
    folder.report_strays()
    shorts, faults = link_shorts(drafts, films)
    folder.faults.extend(faults)
    if festival is None:
        return None
    films, shorts = _with_slots(folder, festival, venues or (), films, shorts)
    hashes = tuple(sorted(folder.hashes.items()))
    return Programme(
        festival, venues or (), people, films, shorts, texts, advertisements, tiers, str(folder.real), hashes
    )


def _festival(folder: Folder) -> Festival | None:
    node = folder.yaml("festival.yaml")
    if node is None:
        return None
    festival, faults = read_festival(node)
    folder.faults.extend(faults)
    if festival is None:
        return None
    sections = tuple(
        s if s.picture is None or _held(s.picture, folder) else replace(s, picture=None)
        for s in festival.sections
    )
    return replace(festival, sections=sections)


def _venues(folder: Folder, main: str) -> tuple[Venue, ...] | None:
    node = folder.yaml("venues.yaml")
    if node is None:
        return None
    venues, faults = read_venues(node, main)
    folder.faults.extend(faults)
    return venues


def _listed(folder: Folder, name: str, main: str, read: Reader[_T]) -> tuple[_T, ...]:
    """Read a file that a festival may do without."""
    node = folder.yaml(name) if folder.has(name) else None
    if node is None:
        return ()
    found, faults = read(node, main)
    folder.faults.extend(faults)
    return found


def _films(folder: Folder, festival: Festival | None, venues: tuple[Venue, ...] | None) -> tuple[Film, ...]:
    films: list[Film] = []
    for name in folder.names("films"):
        node = folder.yaml(name)
        if node is None:
            continue
        film, faults = read_film(node, slug_of(name), desk_for(festival, venues))
        folder.faults.extend(faults)
        if film is not None:
            films.append(_inside(film, folder))
    return tuple(sorted(films, key=lambda film: film.slug))


def _inside(film: Film, folder: Folder) -> Film:
    """Refuse stills that a symbolic link leads out of the folder to."""
    still = film.still if film.still is None or _held(film.still, folder) else None
    stills = tuple(still for still in film.stills if _held(still, folder))
    if still == film.still and stills == film.stills:
        return film
    return replace(film, still=still, stills=stills)


def _held(still: Still, folder: Folder) -> bool:
    """Tell whether a picture lies in the folder; report it if not."""
    if folder.holds(still.file):
        return True
    message = f"`{still.file}` is a link that leads out of the content folder"
    folder.faults.append(error("path-outside", message, still.source, "put the picture itself there"))
    return False


def _shorts(
    folder: Folder, festival: Festival | None, venues: tuple[Venue, ...] | None
) -> tuple[ShortsDraft, ...]:
    drafts: list[ShortsDraft] = []
    for name in folder.names("programmes"):
        node = folder.yaml(name)
        if node is None:
            continue
        draft, faults = read_shorts(node, slug_of(name), desk_for(festival, venues))
        folder.faults.extend(faults)
        if draft is not None:
            drafts.append(draft)
    return tuple(sorted(drafts, key=lambda draft: draft.shorts.slug))


def _with_slots(
    folder: Folder,
    festival: Festival,
    venues: tuple[Venue, ...],
    films: tuple[Film, ...],
    shorts: tuple[Shorts, ...],
) -> tuple[tuple[Film, ...], tuple[Shorts, ...]]:
    entries: tuple[Film | Shorts, ...] = (*films, *shorts)
    lengths = {entry.slug: entry.running_time for entry in entries}
    written = [screening for entry in entries for screening in entry.screenings]
    slots, faults = complete(written, lengths, festival, venues)
    folder.faults.extend(faults)
    return (
        tuple(replace(film, screenings=slots.get(film.slug, ())) for film in films),
        tuple(replace(one, screenings=slots.get(one.slug, ())) for one in shorts),
    )
