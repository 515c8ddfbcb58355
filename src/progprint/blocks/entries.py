"""Blocks + a section of the layout -> Entry, with its title, anchors and running heads."""

from __future__ import annotations

from collections.abc import Sequence

from progprint.blocks.desk import Desk, parted
from progprint.blocks.facts import festival_fields
from progprint.blocks.holdings import printed
from progprint.blocks.house import House
from progprint.blocks.matter import Parts
from progprint.blocks.printed_matter import beside
from progprint.blocks.types import Entry
from progprint.design.types import Ladder, Rung, SectionSpec
from progprint.words import Words

#: points between two sizes of a title: less is not seen at 25 pt, the smallest of the house's
TITLE_STEP = 1.0


def make_entry(house: House, spec: SectionSpec, name: str, parts: Parts, title: Sequence[Words]) -> Entry:
    """An entry that is not a film. The layout's own title takes the place of the house's."""
    desk = house.desk
    given = _given_title(desk, spec)
    if given:
        title = given
        if "heading" in parts and spec.kind != "schedule":
            parts = {**parts, "heading": (desk.mixed("page-title", desk.apart("page-title", given)),)}
    parts = {**parts, **beside(desk, spec)}
    text = title[0].text if title else ""
    return Entry(
        name,
        spec.master,
        tuple(parts.items()),
        start=str(spec.options.get("start", "any")),
        room=str(spec.options.get("room", "page" if spec.kind in ("cover", "back") else "any")),
        fields=(*running_fields(desk), ("title", parted(title))),
        anchors=(f"page:{name}",),
        outline=((text, 0),) if text else (),
        furnished=spec.kind not in ("cover", "back", "blank", "advertisement"),
        has=(*printed(desk), *(name for name in ("advertisement",) if name in parts)),
        source=spec.source,
        ladder=_title_ladder(desk, spec) if spec.kind == "cover" else ladder_of(desk, spec, "text"),
    )


def _title_ladder(desk: Desk, spec: SectionSpec) -> Ladder:
    """By which the festival's name fits the cover: the layout's, else down to half its size."""
    size = desk.style("cover-title", desk.main).size
    rungs = spec.options.get("fit")
    if isinstance(rungs, tuple):
        return Ladder(rungs, size, display=True)
    # half is what four times the words need; smaller, the name would be no title beside edition and dates
    steps = int(size / 2 / TITLE_STEP)
    sizes = (Rung("size", round(size - TITLE_STEP * step, 3)) for step in range(1, steps + 1))
    return Ladder((Rung("picture"), *sizes), size, display=True)


def ladder_of(desk: Desk, spec: SectionSpec, style: str) -> Ladder | None:
    """The section's ladder, its sizes said for prose in this style."""
    rungs = spec.options.get("fit")
    return Ladder(rungs, desk.style(style, desk.main).size) if isinstance(rungs, tuple) else None


def _given_title(desk: Desk, spec: SectionSpec) -> tuple[Words, ...]:
    """The title that the layout gives a section: one text, or one for each language."""
    title = spec.options.get("title")
    if isinstance(title, str):
        return (Words(title, desk.main, spec.source),)
    pairs = title if isinstance(title, tuple) else ()
    return tuple(Words(text, tag, spec.source) for tag, text in pairs if tag in desk.languages)


def running_fields(desk: Desk) -> tuple[tuple[str, tuple[Words, ...]], ...]:
    """What running heads may say of the festival."""
    return tuple(festival_fields(desk, desk.main).items())
