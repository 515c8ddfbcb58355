"""Page and side -> the room that a master's frames stand in."""

from __future__ import annotations

from math import ceil
from typing import NamedTuple

from progprint.design.types import Frame, PageSpec
from progprint.geom import TOLERANCE


class Room(NamedTuple):
    """The printable part of one page, verso or recto."""

    page: PageSpec
    side: str

    @property
    def left(self) -> float:
        margins = self.page.margins
        return margins.outside if self.side == "verso" else margins.inside

    @property
    def width(self) -> float:
        return self.page.trim[0] - self.page.margins.inside - self.page.margins.outside

    @property
    def top(self) -> float:
        return self.page.margins.top

    @property
    def height(self) -> float:
        """From the top margin down to the last whole line of the grid."""
        room = self.page.trim[1] - self.page.margins.top - self.page.margins.bottom
        return int((room + TOLERANCE) / self.page.baseline) * self.page.baseline

    def across(self, columns: tuple[int, int]) -> tuple[float, float]:
        """Left edge and width of grid columns a to b."""
        page = self.page
        column = (self.width - page.gutter * (page.columns - 1)) / page.columns
        first, last = columns
        x = self.left + (first - 1) * (column + page.gutter)
        return x, (last - first + 1) * column + (last - first) * page.gutter


def padding_of(frame: Frame, grid: float) -> float:
    """Room above and below what stands on a panel, in whole lines: so it stands on the grid too."""
    if frame.panel is None:
        return 0.0
    return ceil((frame.padding - TOLERANCE) / grid) * grid


def measure_of(frame: Frame, room: Room) -> float:
    """The measure of one of a frame's columns."""
    inset = frame.inset if frame.panel is not None else 0.0
    width = room.across(frame.columns)[1]
    return max((width - 2 * inset - gutter_of(frame, room.page) * (frame.split - 1)) / frame.split, 1.0)


def gutter_of(frame: Frame, page: PageSpec) -> float:
    """The room between two of a frame's columns."""
    return page.gutter if frame.gutter is None else frame.gutter
