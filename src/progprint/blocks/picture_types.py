"""Pictures as blocks: one, rows of them, slices of several, an advertisement."""

from __future__ import annotations

from typing import NamedTuple

from progprint.diag import NOWHERE, Source
from progprint.style import Ink, Span, TextStyle


class Border(NamedTuple):
    """A line round a picture, inside its edges."""

    width: float
    ink: Ink


class Picture(NamedTuple):
    """A picture as wide as its measure. `height` 0: as high as its frame."""

    #: absolute path
    file: str
    focus: tuple[float, float] = (0.5, 0.5)
    alt: str = ""
    height: float = 0.0
    #: small text beside the picture
    caption: tuple[Span, ...] = ()
    caption_style: TextStyle | None = None
    #: shown where there is no picture file
    ground: Ink | None = None
    source: Source = NOWHERE
    #: how the ground is drawn: solid or hatched
    pattern: str = "solid"
    #: cover: fills its room; contain: whole in it; width: as wide as its room, as high as that makes it
    fit: str = "cover"
    #: under, edge (turned, beside the right edge), none: where the small text stands
    caption_at: str = "under"
    border: Border | None = None


class Stills(NamedTuple):
    """Pictures in rows, each whole: those of a row are as high as one another and fill the measure."""

    pictures: tuple[Picture, ...]
    #: between two of them
    gap: float
    #: in a row
    across: int = 3


class Band(NamedTuple):
    """Upright slices of several pictures side by side, as wide as the measure and as high as the frame."""

    slices: tuple[Picture, ...]


class Advert(NamedTuple):
    """A picture or a page of a PDF file, placed whole and at its size where its frame stands."""

    picture: Picture
    #: trim as it was sold; None: as the file has it, a picture as large as its room
    size: tuple[float, float] | None = None
    #: where a click leads
    link: str = ""
