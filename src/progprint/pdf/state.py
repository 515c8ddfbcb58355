"""The graphics state while operators are written: a setting is written only when it changes."""

from __future__ import annotations

from functools import lru_cache
from hashlib import blake2b

from progprint.lines.types import Piece
from progprint.pdf.numbers import number
from progprint.style import Ink

#: graphics states that every page's resources name: full black overprints, everything else knocks out
OVERPRINT, KNOCK_OUT = "/O gs", "/N gs"


@lru_cache(maxsize=256)
def font_name(face: str) -> str:
    """Name of a face in the pages' resources: the same on every page of every document."""
    return "F" + blake2b(face.encode(), digest_size=4).hexdigest()


@lru_cache(maxsize=1024)
def plates(ink: Ink, operator: str) -> str:
    """The operator that sets an ink: `k` for areas and type, `K` for lines."""
    return " ".join(number(share) for share in ink[:4]) + " " + operator


def is_full_black(ink: Ink) -> bool:
    return ink.is_black and ink.k >= 1


class GraphicsState:
    """What the operators so far have set. It starts as PDF's own default, with no ink known."""

    __slots__ = ("_dashes", "_fill", "_overprint", "_stroke", "_width", "char_space", "face", "ink", "rise",
                 "scale", "size")

    def __init__(self) -> None:
        self.face, self.size = "", 0.0
        self.char_space, self.scale, self.rise = 0.0, 1.0, 0.0
        #: the ink of the last piece of text, until something else was drawn
        self.ink: Ink | None = None
        self._fill: Ink | None = None
        self._stroke: Ink | None = None
        self._overprint = False
        self._width = 1.0
        self._dashes: tuple[float, ...] = ()

    def type(self, piece: Piece, out: list[str]) -> None:
        """Set what a piece of text needs."""
        if piece.face != self.face or piece.size != self.size:
            out.append(f"/{font_name(piece.face)} {number(piece.size)} Tf")
        self.face, self.size = piece.face, piece.size
        if piece.char_space != self.char_space:
            out.append(f"{number(piece.char_space)} Tc")
            self.char_space = piece.char_space
        if piece.scale != self.scale:
            out.append(f"{number(piece.scale * 100)} Tz")
            self.scale = piece.scale
        if piece.rise != self.rise:
            out.append(f"{number(piece.rise)} Ts")
            self.rise = piece.rise
        if piece.ink is not self.ink:
            self._set_fill(piece.ink, out)
            self._set_overprint(is_full_black(piece.ink), out)
            self.ink = piece.ink

    def area(self, ink: Ink, out: list[str]) -> None:
        """Set the ink of an area. It knocks out: black over a picture would let it show through."""
        self._set_fill(ink, out)
        self._set_overprint(False, out)
        self.ink = None

    def line(self, ink: Ink, width: float, dashes: tuple[float, ...], out: list[str]) -> None:
        """Set the ink, width and dashes of lines."""
        if ink != self._stroke:
            out.append(plates(ink, "K"))
            self._stroke = ink
        if width != self._width:
            out.append(f"{number(width)} w")
            self._width = width
        if dashes != self._dashes:
            out.append(f"[{' '.join(map(number, dashes))}] 0 d")
            self._dashes = dashes
        self._set_overprint(is_full_black(ink), out)
        self.ink = None

    def _set_fill(self, ink: Ink, out: list[str]) -> None:
        if ink != self._fill:
            out.append(plates(ink, "k"))
            self._fill = ink

    def _set_overprint(self, wanted: bool, out: list[str]) -> None:
        if wanted != self._overprint:
            out.append(OVERPRINT if wanted else KNOCK_OUT)
            self._overprint = wanted
