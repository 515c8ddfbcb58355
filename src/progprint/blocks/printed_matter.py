"""Advertisements and sponsors of the programme -> blocks: what others have had made and is printed whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from progprint.blocks.desk import Desk
from progprint.blocks.types import Advert, Block, Gap, Logo, Logos, Picture
from progprint.design.types import SectionSpec
from progprint.geom import mm
from progprint.images import picture_name
from progprint.programme.types import Advertisement, Artwork, Localised, Programme, Sponsor, Tier

Parts = dict[str, tuple[Block, ...]]

#: frames' names for the advertisements of one entry, in order
NAMES = ("advertisement", "advertisement-2", "advertisement-3", "advertisement-4")
#: a wall of logos when the layout says nothing: three on A5 are as wide as a finger is long, and as high as
#: three lines of text
ACROSS, HEIGHT_MM, GAP_MM = 3, 14.0, 8.0


def advertisement_parts(desk: Desk, spec: SectionSpec) -> Iterator[Parts]:
    """The advertisements of a section, as many to a page as its master has frames for."""
    chosen = _chosen(desk, spec.options.get("key"))
    if position := spec.options.get("position"):
        chosen = [*chosen, *(a for a in desk.programme.advertisements if a.position == position)]
    room = _room(desk, spec.master)
    for first in range(0, len(chosen), room):
        yield _placed(desk, chosen[first : first + room])


def in_turn(desk: Desk, spec: SectionSpec) -> Iterator[Parts]:
    """For each film of a section its advertisements, as many as its frames take, until none is left."""
    chosen = _chosen(desk, spec.options.get("advertisement"))
    room = len(_blocks(desk, spec.master).intersection(NAMES))
    for first in range(0, len(chosen) if room else 0, room or 1):
        yield _placed(desk, chosen[first : first + room])


def beside(desk: Desk, spec: SectionSpec) -> Parts:
    """What any entry's frames may ask for beside its own parts."""
    parts = _placed(desk, _chosen(desk, spec.options.get("advertisement")))
    if spec.kind == "sponsors" or "sponsors" not in _blocks(desk, spec.master):
        return parts
    options = spec.options.get("sponsors")
    wall = _wall(desk, dict(options) if isinstance(options, tuple) else {})
    return {**parts, "sponsors": wall} if wall else parts


def wall_parts(desk: Desk, spec: SectionSpec) -> Parts:
    """A page of all sponsors' logos; nothing without sponsors."""
    wall = _wall(desk, spec.options)
    if not wall:
        return {}
    heading = desk.mixed("page-title", desk.apart("page-title", desk.labels("sponsors")))
    return {"heading": (heading,), "body": wall, "sponsors": wall}


def _chosen(desk: Desk, keys: object) -> list[Advertisement]:
    known = {a.key: a for a in desk.programme.advertisements}
    return [known[key] for key in (keys if isinstance(keys, tuple) else ()) if key in known]


def _room(desk: Desk, master: str) -> int:
    """How many advertisements one page of a master takes."""
    return max(len(_blocks(desk, master).intersection(NAMES)), 1)


def _blocks(desk: Desk, master: str) -> frozenset[str]:
    """Every block that a master's frames list."""
    found = desk.design.masters.get(master)
    frames = (*found.verso, *found.recto) if found else ()
    return frozenset(name for frame in frames for name in frame.blocks)


def _placed(desk: Desk, chosen: Sequence[Advertisement]) -> Parts:
    return {
        name: (Advert(_picture(desk, a.art, a.name), a.size, a.link),)
        for name, a in zip(NAMES, chosen, strict=False)
    }


def logo_files(programme: Programme) -> frozenset[str]:
    """The files of all sponsors' logos, as pictures of them are named."""
    logos = (sponsor.logo for tier in programme.tiers for sponsor in tier.sponsors)
    return frozenset(
        picture_name(f"{programme.folder}/{logo.file}", logo.page) for logo in logos if logo is not None
    )


def _picture(desk: Desk, art: Artwork, name: Localised) -> Picture:
    words = desk.form(name, desk.main) if name else None
    alt = words.text if words else name.main.text if name else ""
    return Picture(picture_name(f"{desk.programme.folder}/{art.file}", art.page), alt=alt, source=art.source)


def _wall(desk: Desk, options: Mapping[str, object]) -> tuple[Block, ...]:
    """The tiers one under the other, each with what is different in it."""
    select = options.get("select")
    tiers = [t for t in desk.programme.tiers if not isinstance(select, tuple) or t.key in select]
    own = options.get("tiers")
    different = dict(own) if isinstance(own, tuple) else {}
    blocks: list[Block] = []
    for tier in tiers:
        if blocks:
            blocks.append(Gap(desk.grid * 2))
        if tier.name:
            blocks.append(desk.mixed("sponsor-tier", desk.apart("sponsor-tier", desk.forms(tier.name))))
        blocks.append(_logos(desk, tier, {**options, **dict(different.get(tier.key, ()))}))
    return tuple(blocks)


def _logos(desk: Desk, tier: Tier, options: Mapping[str, object]) -> Logos:
    across, height, gap = options.get("across"), options.get("height"), options.get("gap")
    return Logos(
        tuple(_logo(desk, sponsor) for sponsor in tier.sponsors),
        across if isinstance(across, int) else ACROSS,
        height if isinstance(height, float) else mm(HEIGHT_MM),
        gap if isinstance(gap, float) else mm(GAP_MM),
        str(options.get("align", "center")),
    )


def _logo(desk: Desk, sponsor: Sponsor) -> Logo:
    name = desk.mixed("sponsor", desk.apart("sponsor", desk.forms(sponsor.name)))
    empty = Picture("", source=sponsor.source)
    picture = _picture(desk, sponsor.logo, sponsor.name) if sponsor.logo else empty
    return Logo(picture, name, sponsor.link)
