"""Films -> one entry in which they stand one after the other, as the layout's `item` says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from progprint.blocks.desk import Desk, parted
from progprint.blocks.entries import make_entry
from progprint.blocks.facts import Fields, entry_fields, entry_title, festival_fields
from progprint.blocks.film_entries import entry_parts
from progprint.blocks.house import Group, House
from progprint.blocks.pattern import fill_pattern
from progprint.blocks.screening_lines import SCREENING_BLOCKS, screening_blocks
from progprint.blocks.types import Block, Entry, Gap, Headed, Para, Picture, Rule, Table, Together, Track
from progprint.design import find_pattern
from progprint.design.list_keys import Cell
from progprint.design.types import Length, SectionSpec
from progprint.programme.types import Film, Section, Shorts
from progprint.style import BLACK
from progprint.words import Words

#: share of a line between a picture and the text under it: as much as between two lines of body size
UNDER_PICTURE = 0.4

Parts = dict[str, tuple[Block, ...]]
Head = tuple[tuple[str, tuple[Words, ...]], ...]


def film_list(house: House, spec: SectionSpec) -> Iterator[Entry]:
    """One entry of all films that the section selects, under the headings of their sections."""
    desk, only = house.desk, house.selection.only
    body: list[Block] = []
    if only:
        house = house._replace(groups=_only(house, only))
    for section, entries in house.groups:
        films = [block for entry in entries for block in _item(house, spec, entry)]
        headed = spec.options.get("by", "section") == "section" and (section is not None or body)
        heading = _heading(desk, section, spec) if headed else ()
        if heading and spec.options.get("continued", True):
            body.append(Headed(heading, _continued(desk, heading), tuple(films)))
        else:
            body += [*heading, *films]
    if not body:
        return
    title = desk.labels("films")
    parts: Parts = {
        "heading": (desk.mixed("page-title", desk.apart("page-title", title)),),
        "body": tuple(body),
    }
    keys = ".".join(section.key for section, _ in house.groups if section is not None)
    made = make_entry(house, spec, _name(desk, spec, only or keys, whole=not only), parts, title)
    yield replace(
        made,
        anchors=(*made.anchors, *(f"page:sections/{key}" for key in keys.split(".") if key)),
        heads=tuple(_head(desk, section, entry) for section, entries in house.groups for entry in entries),
    )


def _head(desk: Desk, section: Section | None, entry: Film | Shorts) -> tuple[str, Head]:
    """What a running head may say of a film that begins on its page."""
    names = (("section", parted(desk.forms(section.name))),) if section is not None else ()
    return f"entry:{entry.slug}", (("first", (entry_title(desk, entry, desk.main),)), *names)


def _only(house: House, slug: str) -> tuple[Group, ...]:
    """Of all groups the one film, under its section."""
    found = ((section, tuple(e for e in entries if e.slug == slug)) for section, entries in house.groups)
    return tuple(group for group in found if group[1])


def _name(desk: Desk, spec: SectionSpec, keys: str, *, whole: bool) -> str:
    return "films" if whole and _is_first(desk, spec) else f"films/{keys}"


def _is_first(desk: Desk, spec: SectionSpec) -> bool:
    return spec is next((other for other in desk.design.sections if other.kind == "films"), None)


def _heading(desk: Desk, section: Section | None, spec: SectionSpec) -> tuple[Block, ...]:
    """The section's name; films of no section are headed as films, so that they seem to be no section's.

    Where films have rules above them, that of a section is four times as strong.
    """
    names = desk.forms(section.name) if section is not None else desk.labels("films")
    heading = desk.mixed("list-section", desk.apart("list-section", names))
    thickness = float(str(spec.options.get("rule", 0)))
    # level with the thin ones at the head of the columns beside it
    return (Rule(4 * thickness, BLACK, _room_above(desk, spec)), heading) if thickness else (heading,)


def _room_above(desk: Desk, spec: SectionSpec) -> float:
    """The room above a film, with its rule in the middle."""
    room = _points(desk, spec.options.get("between"), desk.grid / 2)
    return max(room, desk.grid / 2) if spec.options.get("rule") else room


def _continued(desk: Desk, heading: Sequence[Block]) -> tuple[Block, ...]:
    label = desk.label("continued", desk.main)
    again = desk.spans("list-continued", label._replace(text=f"  {label.text}"))
    return tuple(
        block._replace(spans=(*block.spans, *again)) if isinstance(block, Para) else block
        for block in heading
    )


def _item(house: House, spec: SectionSpec, entry: Film | Shorts) -> tuple[Block, ...]:
    """One film with the room and the rule above it."""
    desk = house.desk
    parts = item_parts(house, spec, entry)
    cells = tuple(cell for cell in _cells(spec) if isinstance(cell, Cell))
    columns = [_column(desk, cell, parts) for cell in cells]
    columns = _anchored(columns, f"entry:{entry.slug}")
    tracks = tuple(Track(fixed=cell.width) if cell.width else Track(share=cell.share) for cell in cells)
    row = Table(tracks, (tuple(columns),), desk.design.page.gutter)
    set_out = columns[0] if len(columns) == 1 else (row,)
    whole: tuple[Block, ...] = (Together(set_out),) if spec.options.get("keep", True) else set_out
    room, thickness = _room_above(desk, spec), spec.options.get("rule")
    above: Block = Rule(float(str(thickness)), BLACK, room) if thickness else Gap(room)
    return (above, *whole)


def _column(desk: Desk, cell: Cell, parts: Parts) -> tuple[Block, ...]:
    """The blocks of one column; room stands only between two of them."""
    blocks: list[Block] = []
    room = 0.0
    for part in cell.blocks:
        if isinstance(part, Length):
            room = max(room, desk.points(part))
            continue
        for block in parts.get(part.text, ()):
            blocks += [Gap(room)] if room and blocks else []
            room = 0.0
            blocks.append(block)
    return tuple(_with_captions(desk, blocks))


def _with_captions(desk: Desk, blocks: Sequence[Block]) -> Iterator[Block]:
    """A picture stays with what stands under it, and ends so far above that as letters have room."""
    place = 0
    while place < len(blocks):
        block = blocks[place]
        if isinstance(block, Picture) and place + 1 < len(blocks):
            room = desk.grid * UNDER_PICTURE
            shorter = block._replace(height=block.height - room) if block.height > 2 * room else block
            yield Together((shorter, Gap(room), blocks[place + 1]))
            place += 2
        else:
            yield block
            place += 1


def _cells(spec: SectionSpec) -> Sequence[object]:
    cells = spec.options.get("item")
    return cells if isinstance(cells, tuple) else ()


def _points(desk: Desk, length: object, otherwise: float) -> float:
    if not isinstance(length, Length):
        return otherwise
    return desk.points(length)


def item_parts(house: House, spec: SectionSpec, entry: Film | Shorts) -> Parts:
    """What the columns of an item may name: a film's blocks, with the patterns for shorts programmes too."""
    desk = house.desk
    cells = (cell for cell in _cells(spec) if isinstance(cell, Cell))
    wanted = {part.text for cell in cells for part in cell.blocks if not isinstance(part, Length)}
    patterns = {name.partition(":")[0] for name in desk.design.patterns} & wanted
    others = wanted - patterns - set(SCREENING_BLOCKS)
    parts: Parts = entry_parts(house, entry, desk) if others else {}
    if wanted & set(SCREENING_BLOCKS):
        parts |= screening_blocks(desk, entry)
    parts |= {name: pattern_lines(desk, entry, name) for name in patterns}
    stills = tuple(b for b in parts.get("still", ()) if isinstance(b, Picture) and b.file)
    height = _points(desk, spec.options.get("picture"), 0.0)
    parts["still"] = tuple(still._replace(height=height, caption=()) for still in stills)
    return parts


def pattern_lines(desk: Desk, entry: Film | Shorts, name: str) -> tuple[Para, ...]:
    """A pattern filled once for each language; what two languages say alike is printed once."""
    lines: dict[str, Para] = {}
    for lang in desk.languages:
        pattern = find_pattern(desk.design, name, lang)
        if pattern is None:
            continue
        fields: Fields = {**festival_fields(desk, lang), **entry_fields(desk, entry, lang)}
        spans = fill_pattern(pattern, fields, desk.design, name)
        if spans:
            lines.setdefault("".join(span.words.text for span in spans), desk.mixed(name, spans))
    return tuple(lines.values())


def _anchored(columns: list[tuple[Block, ...]], anchor: str) -> list[tuple[Block, ...]]:
    """Give the first paragraph the name that others refer to."""
    for number, column in enumerate(columns):
        named = _named(column, anchor)
        if named is not None:
            return [*columns[:number], named, *columns[number + 1 :]]
    return columns


def _named(blocks: tuple[Block, ...], anchor: str) -> tuple[Block, ...] | None:
    for place, block in enumerate(blocks):
        if isinstance(block, Para):
            return (*blocks[:place], block._replace(anchor=anchor), *blocks[place + 1 :])
        inner = _named(block.blocks, anchor) if isinstance(block, Together) else None
        if inner is not None:
            return (*blocks[:place], Together(inner), *blocks[place + 1 :])
    return None
