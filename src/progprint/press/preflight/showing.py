"""Strings of a text operator -> the box they fill on the page."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from typing import Any, NamedTuple

from progprint.geom import Rect
from progprint.press.preflight.drawn import Matrix, Text
from progprint.press.preflight.fonts import Font
from progprint.press.preflight.matrices import around, at, ring, times
from progprint.press.preflight.objects import array, string
from progprint.press.preflight.state import State, TextPlace

#: how far letters reach over and under the baseline, in ems: those of most Latin faces; Han fills its em
ASCENT, DESCENT = 0.72, 0.22
#: text shown in a finding: characters
EXCERPT = 30
#: modes of showing that draw nothing, and those that fill (ISO 32000-1, table 106)
UNSEEN, FILLED = frozenset({3, 7}), frozenset({0, 2, 4, 6})


class Shown(NamedTuple):
    text: str
    han: bool
    #: along the line, in text space
    advance: float
    glyphs: int = 0
    #: a glyph has no text in a font that has texts
    unknown: bool = False


def pieces(operand: Any) -> list[Any]:
    """The strings and gaps of TJ, or the one string of Tj."""
    return array(operand) or [operand]


def measured(state: State, parts: list[Any]) -> Shown:
    """Text and advance of strings and the gaps between them."""
    font, size = state.font, state.font_size
    words: list[str] = []
    advance, glyphs = 0.0, 0
    for part in parts:
        if isinstance(part, int | float | Decimal):
            advance -= float(part) / 1000 * size
            continue
        for code in _codes(font, string(part)):
            glyphs += 1
            width = -1.0 if font.vertical else font.widths.get(code, font.usual_width)
            advance += width * size + state.char_space
            if code == 32 and not font.composite:
                advance += state.word_space
            if len(words) < EXCERPT * 4:
                words.append(_text(font, code))
    text = "".join(words)
    stretch = 1.0 if font.vertical else state.stretch
    han = font.han or any(is_han(c) for c in text)
    unknown = font.composite and "" in words and bool(font.texts) and not font.han
    return Shown(text, han, advance * stretch, glyphs, unknown)


def _codes(font: Font, data: bytes) -> list[int]:
    if not font.composite:
        return list(data)
    return [data[i] << 8 | data[i + 1] for i in range(0, len(data) - 1, 2)]


def _text(font: Font, code: int) -> str:
    known = font.texts.get(code)
    if known is not None:
        return known
    # what the Latin encodings agree on
    return chr(code) if not font.composite and not font.type3 and 32 <= code < 127 else ""


def is_han(character: str) -> bool:
    """Han, kana, Hangul or their full-width punctuation."""
    if character < "\u1100":
        return False
    return "\u2e80" <= character <= "\ud7ff" or (
        character >= "\uf900" and unicodedata.east_asian_width(character) in "WF"
    )


def show(state: State, place: TextPlace, operand: Any) -> Text | None:
    """Move on by what is shown; the mark, unless nothing can be seen."""
    shown = measured(state, pieces(operand))
    whole = times(times((state.stretch, 0.0, 0.0, 1.0, 0.0, state.rise), place.matrix), state.matrix)
    size, advance = state.font_size, shown.advance
    along = (0.0, advance) if state.font.vertical else (advance, 0.0)
    box = around([ring(whole, _outline(state, shown, along))])
    moved = times((1.0, 0.0, 0.0, 1.0, *along), place.matrix)
    place.matrix = moved
    blank = bool(shown.text) and not shown.text.strip() and bool(state.font.texts) and state.font.tells_blanks
    if state.mode in UNSEEN or blank or not shown.glyphs:
        return None
    seen = state.visible(box)
    if seen is None or size == 0:
        return None
    return _mark(state, shown, whole, seen)


def _outline(state: State, shown: Shown, along: tuple[float, float]) -> list[tuple[float, float]]:
    size = state.font_size
    if state.font.vertical:
        return [(-size / 2, 0.0), (size / 2, 0.0), (size / 2, along[1]), (-size / 2, along[1])]
    # the matrix stretches what is not yet stretched
    end = along[0] / (state.stretch or 1.0)
    top, foot = (0.86, -0.12) if shown.han else (ASCENT, -DESCENT)
    return [(0.0, foot * size), (end, foot * size), (end, top * size), (0.0, top * size)]


def _mark(state: State, shown: Shown, whole: Matrix, seen: Rect) -> Text:
    a, b, c, d, _, _ = whole
    filled = state.mode in FILLED
    (x0, y0), (x1, y1) = at((a, b, c, d, 0.0, 0.0), 0, 0), at((a, b, c, d, 0.0, 0.0), 0, 1)
    size = abs(state.font_size) * ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5
    colour = state.fill if filled else state.stroke
    outline = 0.0 if state.mode in (0, 4) else state.line_width
    words = " ".join(shown.text.split())
    words = words if len(words) <= EXCERPT else words[: EXCERPT - 1] + "…"
    manner = state.manner(stroke=not filled)
    return Text(seen, colour, manner, size, state.font.name, words, shown.han, outline, shown.unknown)
