"""TextMarks -> text operators, and which strings of glyphs each face draws."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from math import cos, radians, sin

from progprint.glyphs.standing import UPRIGHT, bare
from progprint.lines.types import Piece
from progprint.pages.types import TextMark
from progprint.pdf.numbers import decimal, number
from progprint.pdf.output import utf16_hex
from progprint.pdf.state import GraphicsState

#: the last glyph of several. Readers sort pieces that begin at one height from left to right, as horizontal
#: lines: columns in which something is shown by itself below their first piece keep their order (pdfium)
_LAST_GLYPH = re.compile("(?<=[0-9A-F]{4})(>[-0-9 ]*)?<?([0-9A-F]{4}>[-0-9 ]*)$")


def draw_text(
    marks: Sequence[TextMark], origin: tuple[float, float], state: GraphicsState,
    out: list[str], used: dict[str, list[str]],
) -> None:
    """Append the operators of lines of type to `out` and the strings they show to `used`, by face.

    `origin` is the sheet's x of the page's left edge and y of its top. Positions are steps from piece to
    piece in whole hundredths of a point, so their rounding never adds up.
    """
    append = out.append
    append("BT")
    show: Callable[[str], None] = append
    # the piece whose settings hold; other marks may have changed them since the last line
    now: tuple[object, ...] = (None,) * 12
    # where the current line of PDF's text space begins (Td counts from there)
    line_x = line_y = 0
    for mark in marks:
        start_x, start_y = (mark.at.x + origin[0]) * 100, round((origin[1] - mark.at.y) * 100)
        if mark.turn and any("@" in piece.face for piece in mark.pieces):
            _draw_standing(mark, (start_x / 100, start_y / 100), state, out, used)
            now, line_x, line_y = (None,) * 12, 0, 0
            continue
        if mark.turn:
            append(_turned(mark.turn, start_x / 100, start_y / 100))
            start_x = start_y = line_x = line_y = 0
        down = decimal(start_y - line_y)
        line_y = start_y
        spelt = False
        for place, piece in enumerate(mark.pieces):
            face, size, ink, x, _, glyphs, text, char_space, scale, rise, actual, _ = piece
            if (face is not now[0] or size != now[1] or ink is not now[2]
                    or char_space != now[7] or scale != now[8] or rise != now[9]):
                state.type(piece, out)
                show = used.setdefault(face, []).append
                now = piece
            show(glyphs)
            to_x = round(start_x + x * 100)
            if actual and not spelt:
                append(f"/Span<</ActualText<FEFF{utf16_hex(text)}>>>BDC")
                spelt = True
            append(f"{decimal(to_x - line_x)} {down} Td[{glyphs}]TJ")
            # pieces without a text of their own belong to the word before them: raised marks
            if spelt and not _goes_on(mark.pieces[place + 1 :]):
                append("EMC")
                spelt = False
            line_x = to_x
            down = "0"
        if mark.turn:
            append("1 0 0 1 0 0 Tm")
            line_x = line_y = 0
    append("ET")


def _draw_standing(
    mark: TextMark, origin: tuple[float, float], state: GraphicsState, out: list[str],
    used: dict[str, list[str]],
) -> None:
    """Draw a vertical line of which not all is turned. Each piece has its place of its own."""
    spelt = False
    for place, piece in enumerate(mark.pieces):
        x, y = origin[0], origin[1] - piece.x
        matrix = f"1 0 0 1 {number(x)} {number(y)} Tm"
        face = bare(piece.face)
        if piece.face.endswith(UPRIGHT):
            face = piece.face
            # an upright piece moves across its line, not along it, when it is raised
            matrix = f"1 0 0 1 {number(x + piece.rise)} {number(y)} Tm"
            piece = piece._replace(rise=0.0)
        elif face == piece.face:
            matrix = _turned(mark.turn, x, y)
        state.type(piece._replace(face=face), out)
        used.setdefault(face, []).append(piece.glyphs)
        if piece.actual and not spelt:
            out.append(f"/Span<</ActualText<FEFF{utf16_hex(piece.text)}>>>BDC")
            spelt = True
        shown = piece.glyphs
        if len(mark.pieces) == 1 or face != piece.face:
            shown = _LAST_GLYPH.sub(_apart, shown)
        out.append(f"{matrix}[{shown}]TJ")
        if spelt and not _goes_on(mark.pieces[place + 1 :]):
            out.append("EMC")
            spelt = False
    out.append("1 0 0 1 0 0 Tm")


def _apart(found: re.Match[str]) -> str:
    return f"{found[1] or '>'}]TJ[<{found[2]}"


def _goes_on(rest: Sequence[Piece]) -> bool:
    return bool(rest) and rest[0].actual and not rest[0].text


def _turned(degrees: float, x: float, y: float) -> str:
    """The text matrix of a line turned clockwise; y counts up here."""
    c, s = number(cos(radians(degrees))), sin(radians(degrees))
    return f"{c} {number(-s)} {number(s)} {c} {number(x)} {number(y)} Tm"
