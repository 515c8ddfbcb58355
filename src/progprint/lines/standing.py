"""Line of a vertical frame -> the same with its glyphs on the line's middle, as a PDF takes them upright."""

from __future__ import annotations

import re

from progprint.glyphs import Faces
from progprint.glyphs.standing import ACROSS, UPRIGHT, bare
from progprint.lines.types import Line, Piece

_TOKEN = re.compile("<[^>]*>|-?[0-9]+")
_FIRST = re.compile("-?[0-9]+")


def stood(line: Line, faces: Faces) -> Line:
    """Stand a line's pieces on its middle; x and width are along the line, as ever.

    Upright pieces: TJ and Tc count downwards. Figures side by side: their baseline lies `rise` beyond x, the
    adjustment that begins them moves them back by half their width. Others are turned with the line.
    """
    size = max((piece.size for piece in line.pieces if not piece.rise), default=0.0)
    pieces = [_stood(piece, size or piece.size, faces) for piece in line.pieces]
    if line.reason == "space" and pieces and not pieces[-1].face.endswith(ACROSS):
        # readers see no line's end where the next column begins: the space between two words is shown, or
        # spelt with words that are
        spelt = next((at for at in range(len(pieces) - 1, -1, -1) if pieces[at].text), 0)
        if pieces[spelt].actual:
            pieces[spelt] = pieces[spelt]._replace(text=pieces[spelt].text + " ")
            return line._replace(pieces=tuple(pieces))
        space = faces[bare(pieces[-1].face)].hb_font.get_nominal_glyph(32)
        pieces[-1] = pieces[-1]._replace(glyphs=f"{pieces[-1].glyphs}<{space or 0:04X}>".replace("><", ""))
    return line._replace(pieces=tuple(pieces))


def _stood(piece: Piece, size: float, faces: Faces) -> Piece:
    """`size` is that of the type beside which raised pieces stand."""
    face = faces[bare(piece.face)]
    if piece.face.endswith(UPRIGHT):
        # in vertical writing both adjustments have the other sign (ISO 32000-1, 9.3.2 and 9.4.3)
        glyphs = _TOKEN.sub(_opposite, piece.glyphs)
        # raised type is as far from its neighbours as in a horizontal line, which counts from the baseline
        rise = piece.rise + face.axis * (piece.size - size) / 1000 if piece.rise else 0.0
        return piece._replace(glyphs=glyphs, char_space=-piece.char_space, scale=1.0, rise=rise)
    if piece.face.endswith(ACROSS):
        half = _FIRST.match(piece.glyphs)
        scale = min(1.0, 500 / max(int(half[0]), 1)) if half else 1.0
        drop = (500 + face.cap_height / 2) * piece.size / 1000
        return piece._replace(char_space=0.0, scale=round(scale, 4), rise=-drop)
    return piece._replace(rise=piece.rise - face.axis * (size if piece.rise else piece.size) / 1000)


def _opposite(found: re.Match[str]) -> str:
    token = found[0]
    return token if token[0] == "<" else token[1:] if token[0] == "-" else f"-{token}"
