"""Films -> one entry in which they stand one after the other, as the layout's `item` says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from progprint.blocks.desk import Desk
from progprint.blocks.entries import make_entry
from progprint.blocks.facts import Fields, entry_fields, festival_fields
from progprint.blocks.film_entries import entry_parts
from progprint.blocks.house import House
from progprint.blocks.pattern import fill_pattern
from progprint.blocks.screening_lines import SCREENING_BLOCKS, screening_blocks
from progprint.blocks.types import Block, Entry, Gap, Headed, Para, Picture, Rule, Table, Together, Track
from progprint.design import find_pattern
from progprint.design.list_keys import Cell
from progprint.design.types import Length, SectionSpec
from progprint.programme.types import Film, Section, Shorts
from progprint.style import BLACK

Parts = dict[str, tuple[Block, ...]]


def film_list(house: House, spec: SectionSpec) -> Iterator[Entry]:
    """One entry of all films that the section selects, under the headings of their sections."""
    desk = house.desk
    body: list[Block] = []
    for section, entries in house.groups:
        films = [block for entry in entries for block in _item(house, spec, entry)]
        headed = spec.options.get("by", "section") == "section" and (section is not None or body)
        heading = _heading(desk, section) if headed else ()
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
    made = make_entry(house, spec, "films" if _is_first(desk, spec) else f"films/{keys}", parts, title)
    yield replace(made, anchors=(*made.anchors, *(f"page:sections/{key}" for key in keys.split(".") if key)))


def _is_first(desk: Desk, spec: SectionSpec) -> bool:
    return spec is next((other for other in desk.design.sections if other.kind == "films"), None)


def _heading(desk: Desk, section: Section | None) -> tuple[Para, ...]:
    """The section's name; films of no section are headed as films, so that they seem to be no section's."""
    names = desk.forms(section.name) if section is not None else desk.labels("films")
    return (desk.mixed("list-section", desk.apart("list-section", names)),)


def _continued(desk: Desk, heading: Sequence[Para]) -> tuple[Para, ...]:
    label = desk.label("continued", desk.main)
    again = desk.spans("list-continued", label._replace(text=f"  {label.text}"))
    return tuple(para._replace(spans=(*para.spans, *again)) for para in heading)


def _item(house: House, spec: SectionSpec, entry: Film | Shorts) -> tuple[Block, ...]:
    """One film with the room and the rule above it."""
    desk = house.desk
    parts = item_parts(house, spec, entry)
    cells = tuple(cell for cell in _cells(spec) if isinstance(cell, Cell))
    columns = [tuple(b for name in cell.blocks for b in parts.get(name.text, ())) for cell in cells]
    columns = _anchored(columns, f"entry:{entry.slug}")
    tracks = tuple(Track(fixed=cell.width) if cell.width else Track(share=cell.share) for cell in cells)
    row = Table(tracks, (tuple(columns),), desk.design.page.gutter)
    set_out = columns[0] if len(columns) == 1 else (row,)
    whole: tuple[Block, ...] = (Together(set_out),) if spec.options.get("keep", True) else set_out
    room = _points(desk, spec.options.get("between"), desk.grid / 2)
    thickness = spec.options.get("rule")
    above: Block = Rule(float(str(thickness)), BLACK, max(room, desk.grid / 2)) if thickness else Gap(room)
    return (above, *whole)


def _cells(spec: SectionSpec) -> Sequence[object]:
    cells = spec.options.get("item")
    return cells if isinstance(cells, tuple) else ()


def _points(desk: Desk, length: object, otherwise: float) -> float:
    if not isinstance(length, Length):
        return otherwise
    return length.value * desk.grid if length.unit == "line" else length.value


def item_parts(house: House, spec: SectionSpec, entry: Film | Shorts) -> Parts:
    """What the columns of an item may name: a film's blocks, with the patterns for shorts programmes too."""
    desk = house.desk
    wanted = {name.text for cell in _cells(spec) if isinstance(cell, Cell) for name in cell.blocks}
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
        for place, block in enumerate(column):
            if isinstance(block, Para):
                named = (*column[:place], block._replace(anchor=anchor), *column[place + 1 :])
                return [*columns[:number], named, *columns[number + 1 :]]
    return columns
