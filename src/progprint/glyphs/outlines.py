"""Text -> outlines of its glyphs, for lettering that is drawn and never read: slug lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

import uharfbuzz as hb

from progprint.glyphs.face import Face

#: drawn for a character that no face has
_STAND_IN = "?"


class Step(NamedTuple):
    """One step of an outline, in 1/1000 em, y up."""

    #: m(ove), l(ine), c(urve of Bézier, cubic), h (close)
    kind: str
    points: tuple[float, ...] = ()


class Outline(NamedTuple):
    steps: tuple[Step, ...]
    #: 1/1000 em
    width: float


def outline(text: str, faces: Sequence[Face]) -> Outline:
    """Draw a line of text, each character in the first face that has it, on a baseline that begins at 0."""
    steps: list[Step] = []
    x = 0.0
    for face, part in _parts(text, faces):
        buffer = hb.Buffer()
        buffer.add_str(part)
        buffer.guess_segment_properties()
        hb.shape(face.hb_font, buffer)
        for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            pen = _Pen(face.scale, x + position.x_offset * face.scale, position.y_offset * face.scale)
            face.hb_font.draw_glyph_with_pen(info.codepoint, pen)
            steps += pen.steps
            x += position.x_advance * face.scale
    return Outline(tuple(steps), x)


def _parts(text: str, faces: Sequence[Face]) -> Iterator[tuple[Face, str]]:
    def of(character: str) -> int:
        return next((number for number, face in enumerate(faces) if face.has(character)), -1)

    drawn = "".join(character if of(character) >= 0 else _STAND_IN for character in text)
    for number, characters in groupby(drawn, key=of):
        yield faces[max(number, 0)], "".join(characters)


class _Pen:
    """What HarfBuzz draws with."""

    def __init__(self, scale: float, x: float, y: float) -> None:
        self.steps: list[Step] = []
        self._scale, self._x, self._y = scale, x, y
        self._at = (0.0, 0.0)

    def moveTo(self, to: tuple[float, float]) -> None:
        self._add("m", to)

    def lineTo(self, to: tuple[float, float]) -> None:
        self._add("l", to)

    def curveTo(self, *points: tuple[float, float]) -> None:
        self._add("c", *points)

    def qCurveTo(self, control: tuple[float, float], to: tuple[float, float]) -> None:
        # a quadratic curve as a cubic one: two thirds of the way to its control point
        first, second = (
            (end[0] + (control[0] - end[0]) * 2 / 3, end[1] + (control[1] - end[1]) * 2 / 3)
            for end in (self._at, to)
        )
        self._add("c", first, second, to)

    def closePath(self) -> None:
        self.steps.append(Step("h"))

    def _add(self, kind: str, *points: tuple[float, float]) -> None:
        self._at = points[-1]
        moved = ((self._x + x * self._scale, self._y + y * self._scale) for x, y in points)
        self.steps.append(Step(kind, tuple(value for point in moved for value in point)))
