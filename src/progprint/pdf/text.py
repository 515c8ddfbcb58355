"""TextMarks -> text operators, and which strings of glyphs each face draws."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import cos, radians, sin

from progprint.lines.types import Piece
from progprint.pages.types import TextMark
from progprint.pdf.numbers import decimal, number
from progprint.pdf.output import utf16_hex
from progprint.pdf.state import GraphicsState


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


def _goes_on(rest: Sequence[Piece]) -> bool:
    return bool(rest) and rest[0].actual and not rest[0].text


def _turned(degrees: float, x: float, y: float) -> str:
    """The text matrix of a line turned clockwise; y counts up here."""
    c, s = number(cos(radians(degrees))), sin(radians(degrees))
    return f"{c} {number(-s)} {number(s)} {c} {number(x)} {number(y)} Tm"
