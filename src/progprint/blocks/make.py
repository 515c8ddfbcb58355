"""Programme + Design -> the entries of a booklet, in the order of the layout's sections."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from progprint.blocks.day_pages import grid_pages
from progprint.blocks.entries import make_entry
from progprint.blocks.facing import facing_parts
from progprint.blocks.film_entries import film_entries
from progprint.blocks.film_list import film_list
from progprint.blocks.house import EVERYTHING, House, Selection, for_section, open_house
from progprint.blocks.indexes import indexes
from progprint.blocks.key import PARTS, key_pages, key_parts, pages_table
from progprint.blocks.matter import (
    Parts,
    back_parts,
    contents_parts,
    cover_parts,
    imprint_parts,
    text_parts,
    venues_parts,
)
from progprint.blocks.printed_matter import advertisement_parts, wall_parts
from progprint.blocks.sheet_entries import day_grids, run_sheets
from progprint.blocks.slots import by_day, day_list
from progprint.blocks.types import Block, Entry, Gap, Rule
from progprint.cache import Cache
from progprint.design.types import Design, SectionSpec
from progprint.programme.types import Programme
from progprint.style import BLACK
from progprint.words import Words, joined


def make_blocks(
    programme: Programme, design: Design, cache: Cache, selection: Selection = EVERYTHING
) -> tuple[Entry, ...]:
    """Make every entry of the layout's sections."""
    house = open_house(programme, design, cache, selection)
    return tuple(
        entry for spec in design.sections for entry in _KINDS[spec.kind](for_section(house, spec), spec)
    )


def _cover(house: House, spec: SectionSpec) -> Iterator[Entry]:
    entries = [e for _, group in house.groups for e in group]
    inks = [ink for ink, _, _ in house.inks.values()] or [BLACK]
    title = house.desk.forms(house.desk.programme.festival.name)
    parts = cover_parts(house.desk, entries, inks)
    lines = _key_lines(house)
    parts["cover-contents"] = (pages_table(house.desk, lines),) if lines else ()
    yield make_entry(house, spec, "cover", parts, title)


def _imprint(house: House, spec: SectionSpec) -> Iterator[Entry]:
    yield make_entry(house, spec, "imprint", imprint_parts(house.desk), house.desk.labels("imprint"))


def _contents(house: House, spec: SectionSpec) -> Iterator[Entry]:
    sections = house.desk.design.sections
    films = next((n for n, other in enumerate(sections) if other.kind == "films"), len(sections))
    others = (_lines(house, sections[:films]), _lines(house, sections[films:]))
    parts = contents_parts(house.desk, house.groups, others)
    yield make_entry(house, spec, "contents", parts, house.desk.labels("contents"))


def _lines(house: House, sections: Sequence[SectionSpec]) -> list[tuple[str, dict[str, Words]]]:
    """The contents' lines of sections that are not films: anchor, and title by language."""
    desk = house.desk
    lines: list[tuple[str, dict[str, Words]]] = []
    for spec in sections:
        if spec.kind == "together":
            lines += _lines(house, _parts_of(spec))
        elif spec.kind == "text":
            slug = str(spec.options.get("slug"))
            if title := _text_title(house, slug):
                lines.append((f"page:texts/{slug}", {words.lang: words for words in title}))
        elif (
            spec.kind == "venues"
            or (spec.kind == "index" and _indexed(for_section(house, spec), spec))
            or (spec.kind == "sponsors" and desk.programme.tiers)
            or (spec.kind == "schedule" and any(desk.programme.screenings()))
        ):
            key = "schedule-grid" if spec.options.get("as") == "grid" else spec.kind
            lines.append((f"page:{key}", {lang: desk.label(_TITLES[key], lang) for lang in desk.languages}))
    return lines


#: entry name -> the label that is its title
_TITLES = {"schedule": "schedule", "schedule-grid": "day_grid", "venues": "venues", "index": "index",
           "sponsors": "sponsors"}  # fmt: skip


def _text_title(house: House, slug: str) -> tuple[Words, ...]:
    text = next((t for t in house.desk.programme.texts if t.slug == slug), None)
    if text is None:
        return ()
    found: list[Words] = []
    for lang in house.desk.languages:
        form = text.text.get(lang)
        heading = next((p for p in form.paragraphs if p.kind == "heading"), None) if form else None
        if heading is not None:
            found.append(_without_notes(joined(heading.words, lang, heading.words[0].source)))
    return tuple(found)


def _without_notes(words: Words) -> Words:
    return words._replace(marks=tuple(mark for mark in words.marks if mark.kind != "note"))


def _text(house: House, spec: SectionSpec) -> Iterator[Entry]:
    slug = str(spec.options.get("slug"))
    text = next((t for t in house.desk.programme.texts if t.slug == slug), None)
    if text is not None:
        title = _text_title(house, slug)
        if house.desk.mode == "facing":
            parts = facing_parts(house.desk, lambda desk: text_parts(desk, text.text))
            yield replace(make_entry(house, spec, f"texts/{slug}", parts, title), start="verso")
        else:
            yield make_entry(house, spec, f"texts/{slug}", text_parts(house.desk, text.text), title)


def _films(house: House, spec: SectionSpec) -> Iterator[Entry]:
    return film_list(house, spec) if spec.options.get("as") == "list" else film_entries(house, spec)


def _schedule(house: House, spec: SectionSpec) -> Iterator[Entry]:
    days = by_day(list(house.desk.programme.screenings()))
    if not days:
        return
    if spec.options.get("as") == "grid":
        yield from grid_pages(house, spec, days)
        return
    desk = house.desk
    heading = desk.mixed("page-title", desk.apart("page-title", desk.labels("schedule")))
    body: list[Block] = []
    for day, slots in days:
        body += [*day_list(desk, day, slots, house.entries), Gap(desk.grid)]
    parts: Parts = {"heading": (heading,), "body": tuple(body)}
    yield make_entry(house, spec, "schedule", parts, desk.labels("schedule"))


def _run_sheets(house: House, spec: SectionSpec) -> Iterator[Entry]:
    return run_sheets(house.desk, spec, house.entries, house.selection[:2])


def _day_grids(house: House, spec: SectionSpec) -> Iterator[Entry]:
    return day_grids(house.desk, spec, house.entries, house.selection[:2])


def _venues(house: House, spec: SectionSpec) -> Iterator[Entry]:
    yield make_entry(house, spec, "venues", venues_parts(house.desk), house.desk.labels("venues"))


def _key(house: House, spec: SectionSpec) -> Iterator[Entry]:
    of = spec.options.get("of")
    parts = key_parts(house, _key_lines(house), of if isinstance(of, tuple) else PARTS)
    if parts["body"]:
        yield make_entry(house, spec, "key", parts, house.desk.labels("key"))


def _key_lines(house: House) -> list[tuple[str, tuple[Words, ...]]]:
    """Where to find what, in all languages on one line."""

    def lines_of(spec: SectionSpec) -> list[tuple[str, tuple[Words, ...]]]:
        return [(key, tuple(dict.fromkeys(forms.values()))) for key, forms in _lines(house, [spec])]

    return list(key_pages(house, lines_of))


def _together(house: House, spec: SectionSpec) -> Iterator[Entry]:
    made = [e for part in _parts_of(spec) for e in _KINDS[part.kind](for_section(house, part), part)]
    thickness = float(str(spec.options.get("rule", 0)))
    grid = house.desk.grid
    body: list[Block] = []
    for entry in made:
        if body:
            body.append(Rule(thickness, BLACK, 2 * grid) if thickness else Gap(2 * grid))
        body += [*entry.part("heading"), *entry.part("body")]
    if made:
        first = next(iter(made))
        title = next((words for key, words in first.fields if key == "title"), ())
        whole = make_entry(house, spec, f"together/{first.name}", {"body": tuple(body)}, title)
        anchors = tuple(name for entry in made for name in entry.anchors)
        outline = whole.outline if "title" in spec.options else tuple(o for e in made for o in e.outline)
        yield replace(whole, anchors=(*whole.anchors, *anchors), outline=outline)


def _parts_of(spec: SectionSpec) -> tuple[SectionSpec, ...]:
    """The sections that a section holds on its pages."""
    parts = spec.options.get("of")
    return parts if isinstance(parts, tuple) and spec.kind == "together" else ()


def _index(house: House, spec: SectionSpec) -> Iterator[Entry]:
    desk = house.desk
    heading = desk.mixed("page-title", desk.apart("page-title", desk.labels("index")))
    parts: Parts = {"heading": (heading,), "body": _indexed(house, spec)}
    if parts["body"]:
        yield make_entry(house, spec, "index", parts, desk.labels("index"))


def _indexed(house: House, spec: SectionSpec) -> tuple[Block, ...]:
    of = spec.options.get("of") or ("titles", "originals", "directors", "countries")
    which = of if isinstance(of, tuple) else (str(of),)
    return indexes(house.desk, which, [e for _, group in house.groups for e in group])


def _back(house: House, spec: SectionSpec) -> Iterator[Entry]:
    yield make_entry(house, spec, "back", back_parts(house.desk), ())


def _advertisements(house: House, spec: SectionSpec) -> Iterator[Entry]:
    for number, parts in enumerate(advertisement_parts(house.desk, spec)):
        name = "advertisement" if not number else f"advertisement/{number + 1}"
        yield make_entry(house, spec, name, parts, ())


def _sponsors(house: House, spec: SectionSpec) -> Iterator[Entry]:
    if parts := wall_parts(house.desk, spec):
        yield make_entry(house, spec, "sponsors", parts, house.desk.labels("sponsors"))


def _blank(house: House, spec: SectionSpec) -> Iterator[Entry]:
    for _ in range(int(str(spec.options.get("pages", 1)))):
        yield make_entry(house, spec, "blank", {}, ())


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
    "key": _key,
    "together": _together,
    "index": _index,
    "back": _back,
    "advertisement": _advertisements,
    "sponsors": _sponsors,
    "blank": _blank,
}
