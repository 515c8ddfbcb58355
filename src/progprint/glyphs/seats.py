"""A shaped word in which marks found no anchor -> the same with each mark over its letter.

HarfBuzz goes by the glyphs' extents where a font has no table of anchors at all; where the table lacks a
letter, the mark stays beside it (ê̄ in Source Sans 3).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import NamedTuple

from progprint.glyphs.face import Face
from progprint.glyphs.types import Glyph

#: marks that stand over or under one letter; those over two letters (U+035C to U+0362) stand between them
_MARK = re.compile("[\u0300-\u035b\u0363-\u036f\u1ab0-\u1aff\u1dc0-\u1dff]")
_OVER_TWO = re.compile("[\u035c-\u0362]")
#: a mark stands no farther from its letter, in 1/1000 em: Source Sans 3 and Source Serif 4 leave 60 to 105,
#: but over accented small capitals the former takes the marks of tall ones
MOST_GAP = 120


class Ink(NamedTuple):
    """Edges of what is drawn, from a glyph's origin. Font units, up."""

    left: float
    bottom: float
    right: float
    top: float


def has_marks(text: str) -> bool:
    """Whether a word has marks that no letter with a code of its own has taken in."""
    return _MARK.search(text) is not None


def seated(text: str, glyphs: list[Glyph], face: Face, bare: Callable[[str], int]) -> list[Glyph]:
    """Put marks that the font did not attach over the middle of their letter's advance.

    `bare` gives the glyph of a letter without accents, in the forms of the word's style.
    """
    out: list[Glyph] = []
    ends = sorted({glyph.cluster for glyph in glyphs} | {len(text)})
    for cluster, group in groupby(glyphs, lambda glyph: glyph.cluster):
        stack = list(group)
        written = text[cluster : ends[ends.index(cluster) + 1]]
        if len(stack) > 1 and _MARK.search(written) and not _OVER_TWO.search(written):
            stack = list(_stacked(stack, face, bare(unicodedata.normalize("NFD", written)[0])))
        out += stack
    return out


def _stacked(stack: list[Glyph], face: Face, bare: int) -> Iterator[Glyph]:
    """The letter, and each mark as far from what it stands on as it would be from the bare letter."""
    base, most = stack[0], MOST_GAP / face.scale
    yield base
    letter, plain = _ink(face, base.id), _ink(face, bare)
    top, bottom, moved = letter.top, letter.bottom, (0, 0)
    for mark in stack[1:]:
        ink = _ink(face, mark.id)
        middle = (ink.left + ink.right) / 2
        if mark.advance:
            yield mark
        elif mark.dx or mark.dy or middle < -base.advance / 4:
            # attached: to its letter, or to a mark that was moved, and so stands beside the letter too
            follows = moved if mark.dx + middle > -base.advance / 4 else (0, 0)
            yield mark._replace(dx=mark.dx + follows[0], dy=mark.dy + follows[1])
        else:
            if ink.bottom + ink.top > plain.bottom + plain.top:
                rise = top + min(ink.bottom - plain.top, most) - ink.bottom
                top = ink.top + rise
            else:
                rise = bottom - min(plain.bottom - ink.top, most) - ink.top
                bottom = ink.bottom + rise
            # a slanted letter's middle moves with the height
            lean = face.slope * ((ink.bottom + ink.top) / 2 + rise - (plain.bottom + plain.top) / 2)
            moved = round(lean - base.advance / 2 - middle), round(rise)
            yield mark._replace(dx=moved[0], dy=moved[1])


def _ink(face: Face, glyph: int) -> Ink:
    found = face.hb_font.get_glyph_extents(glyph)
    if found is None:
        return Ink(0, 0, 0, 0)
    left, top = found.x_bearing, found.y_bearing
    return Ink(left, top + found.height, left + found.width, top)
