"""The graphics state of a content stream, as its operators change it (ISO 32000-1, 8.4)."""

from __future__ import annotations

from progprint.geom import Rect
from progprint.press.preflight.colours import BLACK, GRAY, Colour, Space
from progprint.press.preflight.drawn import Layer, Manner, Matrix, Ring, Shape, SoftMask
from progprint.press.preflight.fonts import NO_FONT, Font
from progprint.press.preflight.matrices import UNIT, around, is_upright, shared

#: clipping paths in each other that are kept; of further ones their boxes
MOST_CLIPS = 24
NOTHING = Rect(0, 0, 0, 0)


class State:
    """What holds until the next `Q`."""

    __slots__ = (
        "blend",
        "char_space",
        "clip",
        "clips",
        "dashed",
        "empty",
        "fill",
        "fill_opacity",
        "fill_space",
        "font",
        "font_size",
        "layers",
        "leading",
        "line_width",
        "matrix",
        "mode",
        "overprint_fill",
        "overprint_line",
        "overprint_mode",
        "rise",
        "soft",
        "stretch",
        "stroke",
        "stroke_opacity",
        "stroke_space",
        "word_space",
    )

    def __init__(self, matrix: Matrix, clip: Rect) -> None:
        self.matrix = matrix
        #: the visible part of the page
        self.clip, self.empty = clip, False
        self.clips: tuple[Shape, ...] = ()
        #: groups that are under way, from the outermost
        self.layers: tuple[Layer, ...] = ()
        self.fill: Colour = BLACK
        self.stroke: Colour = BLACK
        self.fill_space: Space = GRAY
        self.stroke_space: Space = GRAY
        self.fill_opacity = self.stroke_opacity = 1.0
        self.overprint_fill = self.overprint_line = False
        self.overprint_mode = 0
        self.blend = ""
        self.soft: SoftMask | None = None
        self.line_width = 1.0
        self.dashed = False
        self.font: Font = NO_FONT
        self.font_size = self.char_space = self.word_space = self.leading = self.rise = 0.0
        self.stretch = 1.0
        self.mode = 0

    def kept(self) -> State:
        """The state as it is, for a later `Q`."""
        # `copy.copy` takes ten times as long
        made = State.__new__(State)
        for word in State.__slots__:
            setattr(made, word, getattr(self, word))
        return made

    def manner(self, stroke: bool = False) -> Manner:
        overprint = self.overprint_line if stroke else self.overprint_fill
        opacity = self.stroke_opacity if stroke else self.fill_opacity
        keeps_zeros = overprint and self.overprint_mode == 1
        return Manner(
            overprint, keeps_zeros, opacity, self.clips, self.clip, self.blend, self.soft, self.layers
        )

    def visible(self, box: Rect) -> Rect | None:
        """The part of a box that is not clipped away."""
        return None if self.empty else shared(box, self.clip)

    def narrow(self, rings: tuple[Ring, ...], even_odd: bool = False) -> None:
        """Clip by a path."""
        inner = shared(self.clip, around(rings)) if rings else None
        self.empty = self.empty or inner is None
        self.clip = inner or NOTHING
        if not (len(rings) == 1 and is_upright(rings[0])) and len(self.clips) < MOST_CLIPS:
            self.clips = (*self.clips, Shape(rings, even_odd))


class TextPlace:
    """Where the next glyph goes."""

    __slots__ = ("line", "matrix")

    def __init__(self) -> None:
        self.matrix: Matrix = UNIT
        self.line: Matrix = UNIT
