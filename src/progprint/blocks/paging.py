"""Rows of a sheet -> how many stand on each of its pages, by heights guessed before anything is set."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from math import ceil

from progprint.blocks.types import Beside, Block, Para, Rule, Tick
from progprint.geom import fits
from progprint.style import Span

#: widths of a Han sign and of a Latin letter of a sans serif, in em. A little wide: a guess that is too
#: high sends a row to the next page, one that is too low parts the sheet where it should not
FULL_EM, LATIN_EM = 1.0, 0.55


def guessed_height(block: Block, measure: float) -> float:
    """Guess how high a block will be, in points; parts side by side are as high as the highest."""
    match block:
        case Para(spans=spans, style=style):
            room = max(measure - style.hanging_indent, style.size)
            return max(ceil(sum(map(_width, spans)) / room), 1) * style.leading
        case Tick(para=para, size=size):
            return guessed_height(para, measure - size * 1.5)
        case Rule(room=room):
            return room
        case Beside(parts=parts, tracks=tracks, gutter=gutter, least=least):
            left = measure - sum(t.fixed for t in tracks) - gutter * (len(tracks) - 1)
            shares = sum(t.share for t in tracks) or 1.0
            widths = [t.fixed or left * t.share / shares for t in tracks]
            columns = zip(parts, widths, strict=False)
            return max(least, *(sum(guessed_height(b, width) for b in part) for part, width in columns))
        case _:
            return 0.0


def _width(span: Span) -> float:
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in span.words.text)
    return (wide * FULL_EM + (len(span.words.text) - wide) * LATIN_EM) * span.style.size


def shared_out(heights: Sequence[float], room: float, most: int) -> list[int]:
    """Share rows out among as few pages as hold them, evenly where their heights allow it."""
    pages = _packed(heights, room, most)
    number = len(pages)
    if not number:
        return []
    even = [len(heights) // number + (page < len(heights) % number) for page in range(number)]
    first, sound = 0, True
    for count in even:
        sound = sound and fits(sum(heights[first : first + count]), room)
        first += count
    return even if sound else pages


def _packed(heights: Sequence[float], room: float, most: int) -> list[int]:
    """As many on each page as it holds, one at least."""
    pages: list[int] = []
    used = 0.0
    for height in heights:
        if pages and pages[-1] < most and fits(used + height, room):
            pages[-1] += 1
            used += height
        else:
            pages.append(1)
            used = height
    return pages


def stretched(heights: Sequence[float], room: float, least: float, most: float) -> float:
    """The least height that lets rows share what room is left, between two limits."""
    if not heights:
        return least
    tall = [h for h in heights if not fits(h, most)]
    even = (room - sum(tall)) / max(len(heights) - len(tall), 1)
    return min(max(even, least), most)
