"""Grounds of colour on a page -> whether a box stands on one, however many there are."""

from __future__ import annotations

from progprint.geom import Rect
from progprint.press.preflight.views import SAME, meets

#: grounds of one page that are kept as they are: a page of ours has 60, a city map has tens of thousands
MOST_KEPT = 1000
#: rows and columns of the cells that know of all others: of A5, 2 pt
CELLS = 256


class Grounds:
    """The boxes of colour that were painted so far: all of them as cells, the first of them as they are."""

    def __init__(self, page: Rect) -> None:
        self._page = page
        self._kept: dict[Rect, None] = {}
        self._left_out = False
        #: cells by rows, a bit for each: those wholly under a ground, those that one reaches
        self._full = [0] * CELLS
        self._reached = [0] * CELLS

    def add(self, box: Rect) -> None:
        # what lies beyond the sheet is printed nowhere
        if box in self._kept or not meets(box, self._page):
            return
        if len(self._kept) < MOST_KEPT:
            self._kept[box] = None
        else:
            self._left_out = True
        columns, rows = self._span(box.x, box.right, 0), self._span(box.y, box.bottom, 1)
        wide = _bits(*columns[:2])
        inner = _bits(*columns[2:])
        for row in range(*rows[:2]):
            self._reached[row] |= wide
        for row in range(*rows[2:]):
            self._full[row] |= inner

    def under(self, box: Rect) -> bool | None:
        """Whether a box stands on a ground; None where too many lie near it to know."""
        if not meets(box, self._page):
            return False
        # an edge in common is no meeting
        columns = self._span(box.x + SAME, box.right - SAME, 0)
        rows = self._span(box.y + SAME, box.bottom - SAME, 1)
        bits = _bits(*columns[:2])
        span = range(*rows[:2])
        if not any(self._reached[row] & bits for row in span):
            return False
        if any(self._full[row] & bits for row in span):
            return True
        if any(meets(box, ground) for ground in self._kept):
            return True
        return None if self._left_out else False

    def _span(self, low: float, high: float, axis: int) -> tuple[int, int, int, int]:
        """The cells that an extent reaches, and those it fills: first and one past the last of each."""
        start = self._page[axis]
        step = max(self._page[axis + 2], 1.0) / CELLS
        first, last = (min(max((place - start) / step, 0.0), float(CELLS)) for place in sorted((low, high)))
        outer = min(int(first), CELLS - 1), min(int(last) + 1, CELLS)
        return *outer, -int(-first // 1), int(last)


def _bits(first: int, last: int) -> int:
    return ((1 << (last - first)) - 1) << first if last > first else 0
