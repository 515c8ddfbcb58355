"""Strings of a text operator -> the box they fill on the page."""

from __future__ import annotations

import unicodedata
from binascii import unhexlify
from collections.abc import Sequence
from decimal import Decimal
from itertools import repeat
from math import hypot
from struct import unpack
from typing import Any, NamedTuple

from progprint.geom import Rect
from progprint.press.preflight.drawn import Matrix, Text
from progprint.press.preflight.fonts import Font
from progprint.press.preflight.matrices import box_of, shifted, times
from progprint.press.preflight.objects import array
from progprint.press.preflight.state import State, TextPlace

#: how far letters reach over and under the baseline, in ems: those of most Latin faces; Han fills its em
ASCENT, DESCENT = 0.72, 0.22
#: text shown in a finding: characters
EXCERPT = 30
#: modes of showing that draw nothing, and those that fill (ISO 32000-1, table 106)
UNSEEN, FILLED = frozenset({3, 7}), frozenset({0, 2, 4, 6})
NUMBERS = (int, float, Decimal)
#: what strings of glyphs and the gaps between them are written with
HEXADECIMAL = b"0123456789abcdef<>[]-. "
LATIN = {code: chr(code) for code in range(32, 127)}


class Shown(NamedTuple):
    text: str
    han: bool
    #: along the line, in text space
    advance: float
    glyphs: int = 0
    #: a glyph has no text in a font that has texts
    unknown: bool = False


def measured(state: State, operand: Any) -> Shown:
    """Text and advance of the strings of TJ and the gaps between them, or of the one string of Tj."""
    font, size = state.font, state.font_size
    strings, gaps = _parts(operand)
    codes = _codes(font, strings)
    words = _texts(font, codes[: EXCERPT * 4])
    advance = (_widths(font, codes) - gaps / 1000) * size + len(codes) * state.char_space
    if state.word_space and not font.composite:
        advance += codes.count(32) * state.word_space
    stretch = 1.0 if font.vertical else state.stretch
    text = "".join(words)
    han = font.han or has_han(text)
    unknown = font.composite and "" in words and bool(font.texts) and not font.han
    return Shown(text, han, advance * stretch, len(codes), unknown)


def _parts(operand: Any) -> tuple[list[bytes], float]:
    """The strings, and the sum of the gaps."""
    import pikepdf

    if isinstance(operand, pikepdf.Array):
        written: bytes = operand.unparse()
        # glyphs as most programs write them: to ask for each member takes three times as long
        if not written.translate(None, HEXADECIMAL):
            parts = written[1:-1].replace(b">", b"<").split(b"<")
            strings, gaps = parts[1::2], sum(map(float, b" ".join(parts[::2]).split()))
            # a glyph has four digits: strings that end within one are not joined
            odd = [digits for digits in strings if len(digits) % 4]
            whole = strings if odd else [b"".join(strings)]
            return [unhexlify(digits) for digits in whole], gaps
    strings, gaps = [], 0.0
    for part in array(operand) or [operand]:
        if isinstance(part, pikepdf.String):
            strings.append(bytes(part))
        elif isinstance(part, NUMBERS):
            gaps += float(part)
    return strings, gaps


def _codes(font: Font, strings: list[bytes]) -> Sequence[int]:
    """Of simple fonts each byte is one, of composite ones each two; what is left over is none."""
    if not font.composite:
        return b"".join(strings)
    if [data for data in strings if len(data) % 2]:
        strings = [data[: len(data) // 2 * 2] for data in strings]
    data = b"".join(strings)
    return unpack(f">{len(data) // 2}H", data)


def _widths(font: Font, codes: Sequence[int]) -> float:
    """Together, in ems."""
    if font.vertical:
        return -float(len(codes))
    return sum(map(font.widths.get, codes, repeat(font.usual_width)))


def _texts(font: Font, codes: Sequence[int]) -> list[str]:
    """Of each glyph; empty where the font does not say it."""
    if font.composite or font.type3:
        return list(map(font.texts.get, codes, repeat("")))
    # what the Latin encodings agree on
    return list(map(font.texts.get, codes, map(LATIN.get, codes, repeat(""))))


def has_han(text: str) -> bool:
    # most text is Latin: one look is enough to know
    return not text.isascii() and max(text) >= "\u1100" and any(is_han(character) for character in text)


def is_han(character: str) -> bool:
    """Han, kana, Hangul or their full-width punctuation."""
    if character < "\u1100":
        return False
    return "\u2e80" <= character <= "\ud7ff" or (
        character >= "\uf900" and unicodedata.east_asian_width(character) in "WF"
    )


def show(state: State, place: TextPlace, operand: Any) -> Text | None:
    """Move on by what is shown; the mark, unless nothing can be seen."""
    shown = measured(state, operand)
    whole = times(place.matrix, state.matrix)
    if state.stretch != 1 or state.rise:
        whole = times((state.stretch, 0.0, 0.0, 1.0, 0.0, state.rise), whole)
    seen = None if state.empty else state.visible(box_of(whole, *_outline(state, shown)))
    along = (0.0, shown.advance) if state.font.vertical else (shown.advance, 0.0)
    place.matrix = shifted(place.matrix, *along)
    if seen is None or state.font_size == 0 or state.mode in UNSEEN or not shown.glyphs:
        return None
    if state.font.tells_blanks and state.font.texts and shown.text and not shown.text.strip():
        return None
    return _mark(state, shown, whole, seen)


def _outline(state: State, shown: Shown) -> tuple[float, float, float, float]:
    """Left, foot, right and head of what is shown, in text space."""
    size = state.font_size
    if state.font.vertical:
        return -size / 2, 0.0, size / 2, shown.advance
    # the matrix stretches what is not yet stretched
    end = shown.advance / (state.stretch or 1.0)
    top, foot = (0.86, -0.12) if shown.han else (ASCENT, -DESCENT)
    return 0.0, foot * size, end, top * size


def _mark(state: State, shown: Shown, whole: Matrix, seen: Rect) -> Text:
    _, _, c, d, _, _ = whole
    filled = state.mode in FILLED
    size = abs(state.font_size) * hypot(c, d)
    colour = state.fill if filled else state.stroke
    outline = 0.0 if state.mode in (0, 4) else state.line_width
    words = " ".join(shown.text.split())
    words = words if len(words) <= EXCERPT else words[: EXCERPT - 1] + "…"
    manner = state.manner(stroke=not filled)
    return Text(seen, colour, manner, size, state.font.name, words, shown.han, outline, shown.unknown)
