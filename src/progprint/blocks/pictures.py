"""Stills and portraits of the programme -> pictures with their captions."""

from __future__ import annotations

from progprint.blocks.desk import Desk
from progprint.blocks.types import Band, Block, Picture, Stills
from progprint.programme.types import Film, Still
from progprint.style import Span
from progprint.words import Words

#: further stills that frames can ask for by themselves: `still-2` to `still-4`
NAMED = ("still-2", "still-3", "still-4")


def picture_of(desk: Desk, still: Still) -> Picture:
    """A picture, its credit as its caption."""
    caption: tuple[Span, ...] = ()
    if still.credit and desk.design.makes.still.credit:
        label = desk.labels("photo")[0]
        between = "" if label.text.endswith("：") else " "
        caption = desk.spans("caption", label, Words(between, label.lang), *desk.forms(still.credit)[:1])
    alt = desk.shown(still.alt, desk.main)
    return Picture(
        f"{desk.programme.folder}/{still.file}",
        still.focus,
        alt.text if alt else "",
        caption=caption,
        caption_style=desk.style("caption", desk.main),
        source=still.source,
    )


def further_stills(desk: Desk, film: Film) -> dict[str, tuple[Block, ...]]:
    """All pictures but the first: each by its number, and together in rows."""
    pictures = tuple(picture_of(desk, still) for still in film.stills)
    parts: dict[str, tuple[Block, ...]] = dict.fromkeys((*NAMED, "stills"), ())
    parts |= {name: (picture,) for name, picture in zip(NAMED, pictures, strict=False)}
    if pictures:
        parts["stills"] = (Stills(pictures, desk.design.page.gutter),)
    return parts


def portraits(desk: Desk, film: Film) -> tuple[Block, ...]:
    """The directors of whom people.yaml has a picture, side by side."""
    people = (desk.programme.person(director.person.main.text) for director in film.directors)
    pictures = tuple(picture_of(desk, p.portrait) for p in people if p is not None and p.portrait is not None)
    if len(pictures) < 2:
        return pictures
    return (Band(pictures),)
