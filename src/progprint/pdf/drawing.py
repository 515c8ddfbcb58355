"""Marks -> a compressed content stream and the glyphs it uses."""

from __future__ import annotations

import re
import sys
import zlib
from array import array
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from progprint.geom import Rect
from progprint.pages.types import CodeMark, FillMark, ImageMark, Mark, RuleMark, TextMark
from progprint.pdf.inks import CMYK, COATED, Inks, Least
from progprint.pdf.numbers import decimal, number
from progprint.pdf.shapes import Box, empty_picture, gradient, patterned, solid, symbol
from progprint.pdf.state import KNOCK_OUT, GraphicsState
from progprint.pdf.text import draw_text
from progprint.style import BLACK

#: bumped whenever the same marks would be drawn as other bytes
VERSION = f"5:{zlib.ZLIB_RUNTIME_VERSION}"
#: zlib level of operators. 404 full pages (17 MB): level 4 takes 0.24 s for 4.6 MB, 6 takes 0.54 s for 4.0 MB
LEVEL = 4
HEX_STRINGS = re.compile("<([0-9A-Fa-f]*)>")


class Frame(NamedTuple):
    """Where a page's origin (trim's top left, y down) lies on the sheet (bleed's bottom left, y up)."""

    left: float
    top: float

    def place(self, box: Rect) -> Box:
        return box.x + self.left, self.top - box.y - box.height, box.width, box.height


class Drawn(NamedTuple):
    #: compressed operators; empty when nothing is drawn
    stream: bytes
    #: face key -> glyph ids in rising order
    glyphs: dict[str, array[int]]


def draw(
    marks: Iterable[Mark], frame: Frame, prefix: str, found: Sequence[bool], inks: Inks = CMYK,
    least: Least = COATED,
) -> Drawn:
    """Draw marks in their order, leaving the graphics state as it was.

    The pictures are called `prefix` 0, 1, ... in the order of their marks; one that is not `found` leaves its
    room visibly empty.
    """
    state = GraphicsState(inks, least)
    out: list[str] = ["q"]
    used: dict[str, list[str]] = {}
    names = iter([f"/{prefix}{i}" if there else "" for i, there in enumerate(found)])
    for kind, group in groupby(marks, type):
        if kind is TextMark:
            draw_text([m for m in group if isinstance(m, TextMark)], frame, state, out, used)
            continue
        for mark in group:
            if isinstance(mark, ImageMark):
                state.picture(out)
                reach = None if mark.reach is None else frame.place(mark.reach)
                out.append(_picture(next(names), frame.place(mark.box), reach))
            else:
                _shape(mark, frame, (state, inks, least), out)
    if len(out) == 1:
        return Drawn(b"", {})
    out.append("Q\n")
    stream = zlib.compress("\n".join(out).encode("ascii"), LEVEL)
    return Drawn(stream, {face: _glyph_ids(parts) for face, parts in sorted(used.items())})


def _picture(name: str, box: Box, reach: Box | None) -> str:
    if not name:
        return empty_picture(box)
    x, foot, width, height = map(number, box)
    if reach is not None:
        # an advertisement begins with the graphics state that a page begins with (ISO 32000-1, 8.4.1)
        shown = " ".join(map(number, reach))
        return f"q {shown} re W n {KNOCK_OUT} 0 g 0 G {width} 0 0 {height} {x} {foot} cm {name} Do Q"
    return f"q {width} 0 0 {height} {x} {foot} cm {name} Do Q"


def _shape(mark: Mark, frame: Frame, press: tuple[GraphicsState, Inks, Least], out: list[str]) -> None:
    state, inks, least = press
    if isinstance(mark, FillMark):
        if mark.pattern == "solid" and mark.ink.blend is not None:
            out.append(gradient(mark.ink, frame.place(mark.box)))
        elif mark.pattern == "solid":
            state.area(mark.ink, out)
            out.append(solid(frame.place(mark.box)))
        else:
            state.pattern(mark.ink, out)
            out.append(patterned(mark.pattern, mark.ink, frame.place(mark.box), inks, least))
    elif isinstance(mark, RuleMark):
        ends = (mark.start.x + frame.left, frame.top - mark.start.y,
                mark.end.x + frame.left, frame.top - mark.end.y)
        x1, y1, x2, y2 = (decimal(round(v * 100)) for v in ends)
        state.line(mark.ink, mark.width, mark.dashes, out)
        out.append(f"{x1} {y1} m {x2} {y2} l S")
    elif isinstance(mark, CodeMark):
        state.area(BLACK, out)
        out.append(symbol(mark, frame.place(mark.box)))


def _glyph_ids(parts: list[str]) -> array[int]:
    ids = array("H", bytes.fromhex("".join(HEX_STRINGS.findall("".join(set(parts))))))
    if sys.byteorder == "little":
        ids.byteswap()
    return array("H", sorted(set(ids)))


def pack(drawn: Drawn) -> bytes:
    """A Drawn as bytes for the cache."""
    lines = [f"{len(ids)} {face}" for face, ids in drawn.glyphs.items()]
    head = "\n".join([str(len(lines)), *lines, ""]).encode()
    return head + b"".join(_big_endian(ids) for ids in drawn.glyphs.values()) + drawn.stream


def unpack(data: bytes) -> Drawn:
    """Undo `pack`."""
    first, rest = data.split(b"\n", 1)
    *lines, rest = rest.split(b"\n", int(first))
    glyphs: dict[str, array[int]] = {}
    start = 0
    for line in lines:
        count, face = line.decode().split(" ", 1)
        ids = array("H", rest[start:start + 2 * int(count)])
        if sys.byteorder == "little":
            ids.byteswap()
        glyphs[face] = ids
        start += 2 * int(count)
    return Drawn(rest[start:], glyphs)


def _big_endian(ids: array[int]) -> bytes:
    copy = array("H", ids)
    if sys.byteorder == "little":
        copy.byteswap()
    return copy.tobytes()
