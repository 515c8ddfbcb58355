"""What a page's operators paint, one value each, in the order they paint it.

Places are points from the trim's top left, y down, as the page is read.
"""

from __future__ import annotations

from math import hypot
from typing import Any, NamedTuple

from progprint.geom import Rect
from progprint.press.preflight.colours import Colour, Space

#: x, y pairs
Ring = tuple[tuple[float, float], ...]
Matrix = tuple[float, float, float, float, float, float]


class Shape(NamedTuple):
    """What a path encloses."""

    rings: tuple[Ring, ...]
    #: of rings in each other every second is a hole, whatever way they run (ISO 32000-1, 8.5.3.3)
    even_odd: bool = False


class SoftMask(NamedTuple):
    """Paint that says how much of other paint is seen (ISO 32000-1, 11.5)."""

    marks: tuple[Drawn, ...]
    #: by how light it is; else by how opaque
    by_light: bool
    #: how light it is where nothing is painted
    ground: float = 0.0
    #: a function from what is seen to what shall be
    transfer: Any = None


class Layer(NamedTuple):
    """Marks that meet what is under them as one (ISO 32000-1, 11.6.6)."""

    #: of its page
    number: int
    opacity: float
    #: blend mode; empty is the usual one
    blend: str
    soft: SoftMask | None
    #: its marks know what lies under it
    open: bool


class Manner(NamedTuple):
    """How a paint meets what is under it."""

    overprint: bool = False
    #: overprint mode 1: the zeros of CMYK leave other plates as they are
    keeps_zeros: bool = False
    opacity: float = 1.0
    #: clipping paths that are no rectangles
    clips: tuple[Shape, ...] = ()
    #: within what is visible at all
    clip: Rect = Rect(-1e6, -1e6, 2e6, 2e6)
    #: blend mode; empty is the usual one
    blend: str = ""
    soft: SoftMask | None = None
    #: from the outermost
    layers: tuple[Layer, ...] = ()
    #: part of a tile: its box is that of the area that is tiled, where `Tiles` puts it
    tiled: bool = False


class Text(NamedTuple):
    """What one operator shows."""

    box: Rect
    colour: Colour
    manner: Manner
    #: em on paper, in points
    size: float
    font: str
    #: the first words, as far as the font says what they are
    words: str
    #: has Han, kana or Hangul
    han: bool
    #: a line is drawn round the glyphs, in points; 0 is none
    outline: float = 0.0
    #: a glyph in it has no text
    unknown: bool = False


class Area(NamedTuple):
    box: Rect
    colour: Colour
    manner: Manner
    rings: tuple[Ring, ...]
    even_odd: bool = False


class Line(NamedTuple):
    box: Rect
    colour: Colour
    manner: Manner
    rings: tuple[Ring, ...]
    #: on paper, in points
    width: float
    dashed: bool = False


class Picture(NamedTuple):
    box: Rect
    #: of a mask; else what its space's first paint is
    colour: Colour
    manner: Manner
    #: unit square, its origin at the foot, -> page
    matrix: Matrix
    #: pixels
    width: int
    height: int
    bits: int
    mask: bool
    space: Space
    #: of the file; of an inline picture its dictionary
    source: Any
    #: an inline picture as the library has it; None of one of the file
    inline: Any = None

    @property
    def resolution(self) -> float:
        """Pixels per inch on paper along the coarser side."""
        a, b, c, d, _, _ = self.matrix
        across, up = hypot(a, b), hypot(c, d)
        if min(across, up) <= 0:
            return float("inf")
        return 72 * min(self.width / across, self.height / up)


class Shade(NamedTuple):
    """An area that runs from one colour into another."""

    box: Rect
    #: nothing is known but the space
    colour: Colour
    manner: Manner
    matrix: Matrix
    source: Any
    space: Space
    #: what it fills; nothing is all that is visible
    area: Shape | None = None


class Tiles(NamedTuple):
    """An area that is filled with one tile again and again."""

    box: Rect
    #: that of its pattern
    colour: Colour
    manner: Manner
    area: Shape
    #: the pattern's own space -> page
    matrix: Matrix
    #: left, foot, right, head of the tile in its own space
    cell: tuple[float, float, float, float]
    #: from tile to tile, to the right and up, in its own space
    step: tuple[float, float]
    #: what the first tile paints, on the page
    marks: tuple[Drawn, ...]


Drawn = Text | Area | Line | Picture | Shade | Tiles


class Note(NamedTuple):
    """Something a page uses beside paint:
    `transparency`, `group-rgb`, `transfer`, `postscript`, `layer`, ...
    """

    kind: str
    detail: str = ""


class Painted(NamedTuple):
    """A page as its operators paint it."""

    marks: tuple[Drawn, ...]
    notes: tuple[Note, ...]
