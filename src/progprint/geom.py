"""Lengths and places on a page: points of 1/72 in, y down, origin the trim's top left."""

from __future__ import annotations

from typing import NamedTuple

#: two lengths closer than this are one: a tenth of the grid tolerance a printer can see
TOLERANCE = 0.01


class Point(NamedTuple):
    x: float
    y: float


class Rect(NamedTuple):
    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    def moved(self, dx: float, dy: float) -> Rect:
        return Rect(self.x + dx, self.y + dy, self.width, self.height)


def mm(length_mm: float) -> float:
    """Millimetres in points."""
    return length_mm * 72 / 25.4


def fits(need: float, room: float) -> bool:
    """The only comparison of lengths: rounding never decides whether a line has room."""
    return need <= room + TOLERANCE
