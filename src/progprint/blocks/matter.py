"""Programme -> front and back matter: cover, imprint, contents, texts, section openers, venues, back."""

from __future__ import annotations

from collections.abc import Sequence

from progprint.blocks.desk import Desk
from progprint.blocks.facts import entry_title, listed
from progprint.blocks.film import pair
from progprint.blocks.prose import prose
from progprint.blocks.types import Band, Block, Fill, Gap, PageRef, Para, Picture, Table, Track
from progprint.geom import mm
from progprint.locale import edition_label, format_period
from progprint.programme.types import Film, Localised, LocalisedProse, Section, Shorts
from progprint.style import PAPER, Ink
from progprint.words import Words, joined

#: slices of the cover's band: more would be too thin to be recognised
MOST_SLICES = 24

#: (anchor, title in the languages of the book)
Others = Sequence[tuple[str, tuple[Words, ...]]]
Parts = dict[str, tuple[Block, ...]]


def cover_parts(desk: Desk, entries: Sequence[Film | Shorts], inks: Sequence[Ink]) -> Parts:
    """Name, edition and dates, and a slice of each film's still."""
    festival = desk.programme.festival
    names = tuple(desk.para("cover-title", words) for words in desk.forms(festival.name))
    return {
        "cover-title": names,
        "cover-edition": _editions(desk, "cover-edition"),
        "cover-dates": _periods(desk, "cover-dates"),
        "cover-tagline": _each(desk, "cover-tagline", festival.tagline),
        "cover-organiser": _each(desk, "cover-organiser", festival.organiser),
        "spine": (_spine(desk),),
        "cover-band": (_band(desk, entries, inks),),
        "cover-ground": (Fill(desk.ink("cover", PAPER)),),
    }


def _each(desk: Desk, style: str, text: Localised) -> tuple[Para, ...]:
    return tuple(desk.para(style, words) for words in desk.forms(text)) if text else ()


def _editions(desk: Desk, style: str) -> tuple[Para, ...]:
    number = desk.programme.festival.edition
    if number is None:
        return ()
    texts = {lang: edition_label(number, lang) for lang in desk.languages}
    return tuple(desk.plain(style, text, lang) for lang, text in texts.items() if text)


def _spine(desk: Desk) -> Para:
    """The festival's names and number on one line."""
    names = desk.forms(desk.programme.festival.name)
    number = desk.programme.festival.edition
    edition = edition_label(number, desk.main) if number is not None else ""
    words = (*names, Words(edition, desk.main)) if edition else names
    return desk.mixed("spine", desk.apart("spine", words))


def _periods(desk: Desk, style: str) -> tuple[Para, ...]:
    first, last = desk.programme.festival.dates
    return tuple(desk.plain(style, format_period(first, last, lang), lang) for lang in desk.languages)


def _band(desk: Desk, entries: Sequence[Film | Shorts], inks: Sequence[Ink]) -> Band:
    stills = [e.still for e in entries if isinstance(e, Film) and e.still is not None][:MOST_SLICES]
    slices = tuple(
        Picture(f"{desk.programme.folder}/{s.file}", s.focus, ground=inks[n % len(inks)], source=s.source)
        for n, s in enumerate(stills)
    )
    # a festival without stills has its sections' colours instead
    return Band(slices or tuple(Picture("", ground=ink) for ink in inks))


def imprint_parts(desk: Desk) -> Parts:
    """Who made it: the festival's own imprint text, else its name, organiser and address."""
    festival = desk.programme.festival
    blocks: list[Block] = [desk.mixed("label", desk.apart("label", desk.labels("imprint")))]
    blocks += [desk.para("imprint-name", words) for words in desk.forms(festival.name)]
    blocks += _editions(desk, "imprint")
    blocks += _periods(desk, "imprint")
    blocks += _each(desk, "imprint", festival.organiser)
    if festival.site:
        site = Words(festival.site, "en", festival.source)
        blocks.append(desk.para("imprint", site, link=festival.site))
    if festival.imprint:
        blocks.append(Gap(desk.grid))
        blocks += text_blocks(desk, "imprint", festival.imprint)
    return {"body": tuple(blocks)}


def text_blocks(desk: Desk, style: str, text: LocalisedProse) -> tuple[Block, ...]:
    """A text in the languages of the book, one after the other."""
    blocks: list[Block] = []
    for lang in desk.languages:
        form = text.get(lang) or next((p for p in text.forms if p.lang.startswith(lang)), None)
        if form is None:
            continue
        if blocks:
            blocks.append(Gap(desk.grid))
        blocks += prose(desk, style, form)
    return tuple(blocks)


def text_parts(desk: Desk, text: LocalisedProse) -> Parts:
    """A page text, its languages side by side."""
    return {"body": pair(desk, "text", text)}


def contents_parts(
    desk: Desk,
    groups: Sequence[tuple[Section | None, Sequence[Film | Shorts]]],
    others: tuple[Others, Others],
) -> Parts:
    """Contents: the sections with their films, between what stands before and after; folios at the right."""
    heading = desk.mixed("page-title", desk.apart("page-title", desk.labels("contents")))
    blocks: list[Block] = []
    page = desk.style("contents-page", desk.main)
    tracks = (Track(share=1), Track(fixed=mm(9)))
    blocks += _other_lines(desk, others[0], tracks)
    for section, entries in groups:
        if section is not None:
            name = desk.apart("contents-section", desk.forms(section.name))
            blocks.append(desk.mixed("contents-section", name))
        rows = [(_listed(desk, entry), (PageRef(f"entry:{entry.slug}", page),)) for entry in entries]
        blocks += [Table(tracks, tuple(rows), mm(2)), Gap(desk.grid)]
    blocks += _other_lines(desk, others[1], tracks)
    return {"heading": (heading,), "body": tuple(blocks)}


def _other_lines(desk: Desk, others: Others, tracks: tuple[Track, ...]) -> list[Block]:
    """Contents lines of what is not a film."""
    page = desk.style("contents-page", desk.main)
    rows = tuple(
        ((desk.mixed("contents-text", desk.apart("contents-text", words)),), (PageRef(key, page),))
        for key, words in others
    )
    return [Table(tracks, rows, mm(2)), Gap(desk.grid)] if rows else []


def _listed(desk: Desk, entry: Film | Shorts) -> tuple[Block, ...]:
    forms = {w.text: w for lang in desk.languages if (w := entry_title(desk, entry, lang))}
    return (desk.mixed("contents-entry", desk.apart("contents-entry", forms.values())),)


def opener_parts(desk: Desk, section: Section, entries: Sequence[Film | Shorts], ink: Ink) -> Parts:
    """A section's opener: its colour and name, and what it holds."""
    names = tuple(desk.para("opener", words) for words in desk.forms(section.name))
    page = desk.style("opener-page", desk.main)
    rows = []
    for entry in entries:
        forms = {w.text: w for lang in desk.languages if (w := entry_title(desk, entry, lang))}
        cell: list[Block] = [desk.mixed("opener-entry", desk.apart("opener-entry", forms.values()))]
        cell += directors_line(desk, entry)
        rows.append((tuple(cell), (PageRef(f"entry:{entry.slug}", page),)))
    table = Table((Track(share=1), Track(fixed=mm(10))), tuple(rows), mm(2), lead=desk.grid)
    return {"opener-ground": (Fill(ink),), "opener": names, "opener-list": (table,)}


def directors_line(desk: Desk, entry: Film | Shorts) -> tuple[Para, ...]:
    """The directors' names in one line under a title."""
    names = [director.person.main for director in entry.directors] if isinstance(entry, Film) else []
    words = joined(listed(names, desk.main), desk.main, entry.source)
    return (desk.para("opener-director", words),) if names else ()


def venues_parts(desk: Desk) -> Parts:
    """Every venue: names, address, seats and code."""
    heading = desk.mixed("page-title", desk.apart("page-title", desk.labels("venues")))
    blocks: list[Block] = []
    for venue in desk.programme.venues:
        cell: list[Block] = [desk.mixed("venue-name", desk.apart("venue-name", desk.forms(venue.name)))]
        cell += _each(desk, "venue", venue.address)
        if venue.seats is not None:
            seats = Words(f" {venue.seats}", desk.main, venue.source)
            spans = (*desk.apart("venue", desk.labels("seats"), " "), *desk.spans("venue", seats))
            cell.append(desk.mixed("venue", spans))
        code = (desk.plain("venue-code", venue.code, "en", venue.source),) if venue.code else ()
        blocks += [
            Table((Track(fixed=mm(12)), Track(share=1)), ((code, tuple(cell)),), mm(2)),
            Gap(desk.grid),
        ]
    return {"heading": (heading,), "body": tuple(blocks)}


def back_parts(desk: Desk) -> Parts:
    """The last page: where to find the festival."""
    festival = desk.programme.festival
    blocks: list[Block] = [desk.para("back-title", words) for words in desk.forms(festival.name)]
    blocks += _periods(desk, "back")
    if festival.site:
        blocks.append(desk.para("back", Words(festival.site, "en", festival.source), link=festival.site))
    return {"body": tuple(blocks), "cover-ground": (Fill(desk.ink("cover", PAPER)),)}
