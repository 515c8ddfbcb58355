"""Paragraph whose style asks for a large first letter -> that letter, and how the lines go round it."""

from __future__ import annotations

import re
from dataclasses import replace
from math import ceil
from typing import NamedTuple

from progprint.blocks.types import Para
from progprint.geom import Point
from progprint.glyphs import Faces
from progprint.lines import Line, set_line
from progprint.lines.beside import Drop
from progprint.pages.types import TextMark
from progprint.style import Span, TextStyle

#: between the letter and the lines beside it, in em of the lines: a word space and a little
APART_EM = 0.35
#: a letter or figure with its marks; quotes before it and an apostrophe after it belong to it
_FIRST = re.compile(r"[\"'“‘«‹„‚「『《〈（(\[]{0,2}[^\W_][\u0300-\u036f]*['’]?")
#: from here on characters stand in a square, which is as high as wide
_FULL_WIDTH = "\u2e80"


class Initial(NamedTuple):
    """The large first letter of a paragraph."""

    line: Line
    #: from the baseline of the paragraph's first line, and from its left edge
    at: Point
    drop: Drop
    #: the paragraph without it
    rest: tuple[Span, ...]


def initial_of(para: Para, faces: Faces) -> Initial | None:
    """Cut off the first letter and set it; None where the style asks for none or there is none to be set."""
    style = para.style
    if style.initial < 2 or style.vertical or not para.spans:
        return None
    span = para.spans[0]
    match = _FIRST.match(span.words.text)
    tabbed = any("\t" in each.words.text for each in para.spans)
    if match is None or tabbed or span.ruby or span.link or span.dots or match.end() == len(span.words.text):
        return None
    letter, others = (
        span._replace(words=span.words._replace(text=text, marks=()))
        for text in (match[0], span.words.text[match.end() :])
    )
    if letter.words.text[-1:] >= _FULL_WIDTH:
        line, y, width = _square(letter, style, faces)
    else:
        line, y, width = _capital(letter, style, faces)
    x = -_bearing(line, letter, faces)
    drop = Drop(style.initial, width + x)
    return Initial(line, Point(x, y), drop, (others, *para.spans[1:]))


def _capital(letter: Span, style: TextStyle, faces: Faces) -> tuple[Line, float, float]:
    """Its head stands level with the capitals of the first line, its foot on the last line's baseline."""
    down = (style.initial - 1) * style.leading
    own = set_line((letter,), letter.style, faces)
    cap = faces[own.pieces[0].face].cap_height / 1000 if own.pieces else 0.7
    line = _set(letter, style, letter.style.size + down / max(cap, 0.1), faces)
    return line, down, line.width + APART_EM * style.size


def _square(letter: Span, style: TextStyle, faces: Faces) -> tuple[Line, float, float]:
    """Its square is as high as the lines beside it, from head to foot; they begin a whole em further."""
    down = (style.initial - 1) * style.leading
    size = letter.style.size
    line = _set(letter, style, size + down, faces)
    below = 1 - faces[line.pieces[0].face].em_ascent / 1000 if line.pieces else 0.12
    return line, down - below * down, ceil((line.width + APART_EM * size / 2) / size) * size


def _set(letter: Span, style: TextStyle, size: float, faces: Faces) -> Line:
    large = replace(letter.style, size=round(size, 2), leading=style.leading * style.initial, align="left")
    return set_line((letter._replace(style=large),), large, faces)


def _bearing(line: Line, letter: Span, faces: Faces) -> float:
    """The white before the letter's ink, which would set it in from the lines below."""
    text = letter.words.text
    if not line.pieces or text[-1:] >= _FULL_WIDTH:
        return 0.0
    font = faces[line.pieces[0].face].hb_font
    extents = font.get_glyph_extents(font.get_nominal_glyph(ord(text[0])) or 0)
    return extents.x_bearing * line.pieces[0].size / 1000 if extents and extents.x_bearing > 0 else 0.0


def mark_of(initial: Initial, baseline: float, style: TextStyle) -> TextMark:
    """The letter as a mark; `baseline` is that of the paragraph's first line."""
    line = initial.line
    at = Point(initial.at.x, baseline + initial.at.y)
    return TextMark(at, line.pieces, line.text, line.lang, style.name, line.source)
