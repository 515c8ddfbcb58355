"""Programme -> front and back matter: cover, imprint, contents, texts, section openers, venues, back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from progprint.blocks.codes import symbol
from progprint.blocks.desk import Desk
from progprint.blocks.facts import Fields, entry_fields
from progprint.blocks.lists import Listing, headed, list_of
from progprint.blocks.matter_lines import matter_lines
from progprint.blocks.pairing import pair
from progprint.blocks.screening_lines import venue_fields
from progprint.blocks.types import Band, Block, Fill, Gap, Para, Picture
from progprint.design.types import style_names
from progprint.locale import edition_label, format_period
from progprint.programme.types import Film, Localised, LocalisedProse, Section, Shorts, Venue
from progprint.style import PAPER, Ink
from progprint.words import Words

#: (anchor, language of the book -> title)
Others = Sequence[tuple[str, dict[str, Words]]]
Parts = dict[str, tuple[Block, ...]]


def cover_parts(desk: Desk, entries: Sequence[Film | Shorts], inks: Sequence[Ink]) -> Parts:
    """Name, edition and dates, and a slice of each film's still."""
    festival = desk.programme.festival
    names = (desk.para("cover-title", words) for words in desk.forms(festival.name))
    return {
        "cover-title": tuple(name._replace(field="name") for name in names),
        "cover-edition": _editions(desk, "cover-edition"),
        "cover-dates": _periods(desk, "cover-dates"),
        "cover-tagline": _each(desk, "cover-tagline", festival.tagline),
        "cover-organiser": _each(desk, "cover-organiser", festival.organiser),
        "spine": _spine(desk),
        "cover-band": (_band(desk, entries, inks),),
        "cover-still": _first_still(desk, entries, inks),
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


def _spine(desk: Desk) -> tuple[Para, Para]:
    """The festival's names and number on one line, and its name alone where a spine has room for no more.

    Without a style of their own they are as the cover's edition.
    """
    style = "spine" if "spine" in style_names(desk.design.rules) else "cover-edition"
    names = desk.forms(desk.programme.festival.name)
    number = desk.programme.festival.edition
    edition = edition_label(number, desk.main) if number is not None else ""
    words = (*names, Words(edition, desk.main)) if edition else names
    whole, short = (desk.mixed(style, desk.apart(style, said)) for said in (words, names[:1]))
    return whole, short


def _periods(desk: Desk, style: str) -> tuple[Para, ...]:
    first, last = desk.programme.festival.dates
    return tuple(desk.plain(style, format_period(first, last, lang), lang) for lang in desk.languages)


def _band(desk: Desk, entries: Sequence[Film | Shorts], inks: Sequence[Ink]) -> Band:
    how = desk.design.makes.cover_band
    films = [entry for entry in entries if isinstance(entry, Film)]
    if how.films:
        by_slug = {film.slug: film for film in desk.programme.films}
        films = [by_slug[slug] for slug in how.films if slug in by_slug]
    stills = [film.still for film in films if film.still is not None][: how.slices]
    slices = tuple(
        Picture(f"{desk.programme.folder}/{s.file}", s.focus, ground=inks[n % len(inks)], source=s.source)
        for n, s in enumerate(stills)
    )
    # a festival without stills has its sections' colours instead
    return Band(slices or tuple(Picture("", ground=ink) for ink in inks))


def _first_still(desk: Desk, entries: Sequence[Film | Shorts], inks: Sequence[Ink]) -> tuple[Picture, ...]:
    """The still of the first film that has one; else what films without a still have in its place."""
    still = next((e.still for e in entries if isinstance(e, Film) and e.still is not None), None)
    if still is None:
        without = desk.design.makes.still.without
        ground = inks[0] if without == "section" else desk.ink(without, inks[0])
        return () if without == "nothing" else (Picture("", ground=ground),)
    alt = desk.shown(still.alt, desk.main)
    file = f"{desk.programme.folder}/{still.file}"
    return (Picture(file, still.focus, alt.text if alt else "", ground=inks[0], source=still.source),)


def imprint_parts(desk: Desk) -> Parts:
    """Who made it: the festival's name, organiser and address, and its own imprint text."""
    return {"body": matter_lines(desk, desk.design.makes.imprint), "site-code": site_code(desk)}


def text_parts(desk: Desk, text: LocalisedProse) -> Parts:
    """A page text, its languages side by side."""
    return {"body": pair(desk, "text", text)}


def contents_parts(
    desk: Desk,
    groups: Sequence[tuple[Section | None, Sequence[Film | Shorts]]],
    others: tuple[Others, Others],
) -> Parts:
    """Contents: the sections with their films, between what stands before and after; folios at the right."""
    how = desk.design.makes.contents
    heading = desk.mixed("page-title", desk.apart("page-title", desk.labels("contents")))
    body = _other_lines(desk, others[0])
    for section, entries in groups:
        films = list_of(desk, how, how.films, (_entry(desk, entry) for entry in entries))
        if section is not None:
            words = {lang: w for lang in desk.languages if (w := _form(desk, section.name, lang))}
            row = Listing(partial(_named, desk, "section", words), f"page:sections/{section.key}")
            head = list_of(desk, how, how.sections, (row,))
            body += headed(desk, head, films, how.continued)
        else:
            body += films
        body.append(Gap(desk.grid))
    body += _other_lines(desk, others[1])
    return {"heading": (heading,), "body": tuple(body)}


def _form(desk: Desk, text: Localised, lang: str) -> Words | None:
    """What is written in this language; for the main one, what stands for it."""
    return desk.forms(text)[0] if lang == desk.main else desk.form(text, lang)


def _named(desk: Desk, field: str, forms: Mapping[str, Words], lang: str, _: frozenset[str]) -> Fields:
    """The one field of a row, in this language; in the main one, what stands for it."""
    words = forms.get(lang)
    if words is None and lang == desk.main:
        words = next(iter(forms.values()), None)
    return {field: (words,)} if words is not None else {}


def _entry(desk: Desk, entry: Film | Shorts) -> Listing:
    return Listing(partial(entry_fields, desk, entry), f"entry:{entry.slug}")


def _other_lines(desk: Desk, others: Others) -> list[Block]:
    """Contents lines of what is not a film."""
    how = desk.design.makes.contents
    rows = (Listing(partial(_named, desk, "title", words), key) for key, words in others)
    found = list_of(desk, how, how.pages, rows)
    return [*found, Gap(desk.grid)] if found else []


def opener_parts(desk: Desk, section: Section, entries: Sequence[Film | Shorts], ink: Ink) -> Parts:
    """A section's opener: its colour and name, and what it holds."""
    how = desk.design.makes.opener_list
    names = tuple(desk.para("opener", words) for words in desk.forms(section.name))
    listed = list_of(desk, how, how.columns, (_entry(desk, entry) for entry in entries))
    return {"opener-ground": (Fill(ink),), "opener": names, "opener-list": listed}


def shorts_list(desk: Desk, films: Iterable[Film]) -> tuple[Block, ...]:
    """The films of a shorts programme, in running order."""
    how = desk.design.makes.shorts
    return list_of(desk, how, how.columns, (_entry(desk, film) for film in films))


def venues_parts(desk: Desk) -> Parts:
    """Every venue: names, address, seats and code."""
    how = desk.design.makes.venues
    heading = desk.mixed("page-title", desk.apart("page-title", desk.labels("venues")))
    blocks: list[Block] = []
    for venue in desk.programme.venues:
        row = Listing(partial(_venue_says, desk, venue))
        blocks += [*list_of(desk, how, how.columns, (row,)), Gap(desk.grid)]
    return {"heading": (heading,), "body": tuple(blocks)}


def _venue_says(desk: Desk, venue: Venue, lang: str, _: frozenset[str]) -> Fields:
    fields = venue_fields(desk, venue, lang)
    # its name stands beside its code already
    return fields if venue.code else {**fields, "venue_code": ()}


def back_parts(desk: Desk) -> Parts:
    """The last page: where to find the festival."""
    ground = (Fill(desk.ink("cover", PAPER)),)
    body = matter_lines(desk, desk.design.makes.back)
    return {"body": body, "cover-ground": ground, "site-code": site_code(desk)}


def site_code(desk: Desk) -> tuple[Block, ...]:
    """The festival's address as a QR code, where a frame has room for it."""
    festival = desk.programme.festival
    if not festival.site or not desk.asks("site-code"):
        return ()
    return (symbol(festival.site, desk.cache, source=festival.source)._replace(fills=True),)
