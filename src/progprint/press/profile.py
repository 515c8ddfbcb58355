"""What a print shop asks for -> one frozen value that every rule is judged by."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from progprint.geom import mm


class Sizes(NamedTuple):
    """Smallest size of text by script, in points."""

    latin: float
    #: Han, kana, Hangul
    han: float


class PageCounts(NamedTuple):
    """How many pages a bound book may have."""

    fewest: int = 4
    most: int = 640
    #: of which the number must be a multiple: a sheet folded once has 4 pages
    multiple: int = 4


class Limits(NamedTuple):
    """The numbers of a press; defaults are those most shops agree on for coated paper."""

    #: sum of all inks, as a share: 3.0 is 300 %
    total_ink: float = 3.0
    #: pixels per inch at the printed size: below the first a fault, below the second a warning
    resolution: tuple[float, float] = (150.0, 225.0)
    #: of pictures of 1 bit
    line_art: float = 550.0
    text: Sizes = Sizes(6.0, 7.0)
    #: white text on a ground
    reversed_text: Sizes = Sizes(7.0, 8.0)
    #: text in two inks or more, whatever its script
    text_in_inks: float = 8.0
    #: lines of one ink; of two inks or white
    line: float = 0.25
    line_in_inks: float = 0.5
    #: from the trim to text
    safety: float = mm(5)
    #: from the trim to folios: a wandering cut is seen first where something small stands by itself
    folio: float = mm(6)
    #: from the fold to text
    gutter: float = mm(8)
    #: the same in a stitched book, whose inner sheets are pushed out of the fold
    saddle_gutter: float = mm(9.5)
    #: side of a code's module
    module: float = mm(0.33)
    #: how many spot inks, and which by name; no names are any
    spots: int = 2
    spot_names: tuple[str, ...] = ()
    pages: PageCounts = PageCounts()


class Intent(NamedTuple):
    """The printing condition that a file must name."""

    #: in the registry, or the shop's own
    name: str
    registry: str = "http://www.color.org"
    #: of the shop; None where the profile names none
    icc: Path | None = None
    #: how pictures' colours are brought into its reach: relative, perceptual, saturation, absolute
    rendering: str = "relative"
    #: the darkest of a picture becomes the darkest of the press
    black_point: bool = True
    #: what the files of its ICC profile are called, looked for on this computer
    known_as: tuple[str, ...] = ()


class Profile(NamedTuple):
    """What one shop, or one way of printing, asks for."""

    name: str
    #: pdf-x-4 or pdf-x-1a
    standard: str = "pdf-x-4"
    intent: Intent = Intent("FOGRA39")
    #: on all sides, in points
    bleed: float = mm(3)
    #: off, crop or all
    marks: str = "off"
    limits: Limits = Limits()
