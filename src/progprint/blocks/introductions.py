"""Section -> what its opener may show beside its name and its films: a picture, a text, their number."""

from __future__ import annotations

from collections.abc import Sequence

from progprint.blocks.desk import Desk
from progprint.blocks.pairing import pair
from progprint.blocks.pictures import picture_of
from progprint.blocks.types import Block, Fill
from progprint.locale import films_label
from progprint.programme.types import Film, Section, Shorts
from progprint.style import Ink
from progprint.words import Words


def introduction(
    desk: Desk, section: Section, entries: Sequence[Film | Shorts], ink: Ink
) -> dict[str, tuple[Block, ...]]:
    """A ground with the section's picture or its first film's, its text, and how many films it has."""
    stills = (entry.still for entry in entries if isinstance(entry, Film))
    still = section.picture or next((still for still in stills if still is not None), None)
    picture = picture_of(desk, still) if still is not None else None
    return {
        # without any picture its colour
        "opener-picture": (Fill(ink, picture),),
        "opener-text": pair(desk, "opener-text", section.text) if section.text else (),
        "opener-count": _count(desk, entries),
    }


def _count(desk: Desk, entries: Sequence[Film | Shorts]) -> tuple[Block, ...]:
    """How many films are shown: those of a programme of shorts each for itself."""
    slugs = {entry.slug for entry in entries if isinstance(entry, Film)}
    slugs |= {slug for entry in entries if isinstance(entry, Shorts) for slug in entry.films}
    if not slugs:
        return ()
    found = {films_label(len(slugs), lang): lang for lang in desk.languages}
    words = [Words(text, lang) for text, lang in found.items() if text]
    return (desk.mixed("opener-count", desk.apart("opener-count", words)),) if words else ()
