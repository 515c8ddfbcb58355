"""The graphics state while operators are written: a setting is written only when it changes."""

from __future__ import annotations

from functools import lru_cache
from hashlib import blake2b

from progprint.lines.types import Piece
from progprint.pdf.inks import CMYK, COATED, Inks, Least, least_width, setting
from progprint.pdf.numbers import number
from progprint.style import ALL_PLATES, BLACK, Ink

#: graphics states that every page's resources name: full black overprints, everything else knocks out
OVERPRINT, KNOCK_OUT = "/O gs", "/N gs"


@lru_cache(maxsize=256)
def font_name(face: str) -> str:
    """Name of a face in the pages' resources: the same on every page of every document."""
    return "F" + blake2b(face.encode(), digest_size=4).hexdigest()


@lru_cache(maxsize=256)
def shading_name(ink: Ink) -> str:
    """Name of a gradient in the pages' resources, whatever its angle: the same wherever it is used."""
    ends: tuple[object, ...] = (*ink[:4], *(ink.blend.to[:4] if ink.blend else ()))
    spots = [(end.spot, end.tint) for end in (ink, ink.blend.to if ink.blend else ink) if end.spot]
    ends = (*ends, *spots)
    return "S" + blake2b(repr(ends).encode(), digest_size=4).hexdigest()


@lru_cache(maxsize=1024)
def font(face: str, size: float) -> str:
    """The operator that sets face and size."""
    return f"/{font_name(face)} {number(size)} Tf"


class GraphicsState:
    """What the operators so far have set. It starts as PDF's own default, with no ink known."""

    __slots__ = ("_char_space", "_dashes", "_face", "_fill", "_inks", "_least", "_overprint", "_rise",
                 "_scale", "_size", "_stroke", "_width")

    def __init__(self, inks: Inks = CMYK, least: Least = COATED) -> None:
        self._inks, self._least = inks, least
        self._face, self._size = "", 0.0
        self._char_space, self._scale, self._rise = 0.0, 1.0, 0.0
        self._fill: Ink | None = None
        self._stroke: Ink | None = None
        self._overprint = False
        self._width = 1.0
        self._dashes: tuple[float, ...] = ()

    def type(self, piece: Piece, out: list[str]) -> None:
        """Set what a piece of text needs."""
        if piece.face != self._face or piece.size != self._size:
            out.append(font(piece.face, piece.size))
        self._face, self._size = piece.face, piece.size
        if piece.char_space != self._char_space:
            out.append(f"{number(piece.char_space)} Tc")
            self._char_space = piece.char_space
        if piece.scale != self._scale:
            out.append(f"{number(piece.scale * 100)} Tz")
            self._scale = piece.scale
        if piece.rise != self._rise:
            out.append(f"{number(piece.rise)} Ts")
            self._rise = piece.rise
        black = self._is_black(piece.ink)
        # what is rich in an area would be a fringe round type
        self._set_fill(BLACK if black else piece.ink, out)
        self._set_overprint(black, out)

    def area(self, ink: Ink, out: list[str]) -> None:
        """Set the ink of an area. It knocks out: black over a picture would let it show through."""
        self._set_fill(ink, out)
        self._set_overprint(False, out)

    def picture(self, out: list[str]) -> None:
        """Set what a picture needs. It knocks out: on a ground of a spot ink both would print."""
        self._set_overprint(False, out)

    def pattern(self, ink: Ink, out: list[str]) -> None:
        """Set what lines and dots of an area need that bring ink and width themselves."""
        self._set_overprint(self._is_black(ink), out)

    def line(self, ink: Ink, width: float, dashes: tuple[float, ...], out: list[str]) -> None:
        """Set the ink, width and dashes of lines; what the press cannot hold is as wide as it can."""
        black = self._is_black(ink)
        ink = BLACK if black else ink
        width = max(width, least_width(ink, self._inks, self._least))
        if ink != self._stroke:
            out.append(setting(ink, "K", self._inks))
            self._stroke = ink
        if width != self._width:
            out.append(f"{number(width)} w")
            self._width = width
        if dashes != self._dashes:
            out.append(f"[{' '.join(map(number, dashes))}] 0 d")
            self._dashes = dashes
        self._set_overprint(black, out)

    def _is_black(self, ink: Ink) -> bool:
        """Full black, rich or not, on the black plate: it overprints."""
        return ink.k >= 1 and (not ink.spot or self._inks.kind in ("cmyk", "k")) and ink.spot != ALL_PLATES

    def _set_fill(self, ink: Ink, out: list[str]) -> None:
        if ink != self._fill:
            out.append(setting(ink, "k", self._inks))
            self._fill = ink

    def _set_overprint(self, wanted: bool, out: list[str]) -> None:
        if wanted != self._overprint:
            out.append(OVERPRINT if wanted else KNOCK_OUT)
            self._overprint = wanted
