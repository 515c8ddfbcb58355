"""Tile of a pattern on plates of its own -> the same again and again on those of a page."""

from __future__ import annotations

from math import ceil, floor
from typing import Any

from progprint.images import Plates, Raster, Window, even, seen_through, shrunk, tiled
from progprint.press.preflight.drawn import Matrix, Tiles
from progprint.press.preflight.matrices import around, at, corners, inverse, ring, times

#: pixels a side that a tile is drawn with at least, before it is averaged, and at most
FINE, FINEST = 32, 2000
#: pixels of one plate of an area with its tiles: four times those of the largest page
MOST_PIXELS = 16_000_000
#: so many times as fine as the page's plates tiles are laid, and then averaged: a tile may be a pixel wide
FINER = 4
#: tiles that may lie on one another at one place
MOST_OVERLAP = 5
NO_SIZE = "a tiled pattern without a size"


class Unknown(Exception):
    """Raised with what cannot be known of a pattern."""


def cell_of(mark: Tiles, scale: float) -> Raster:
    """The pixels that one tile is drawn on: at least as fine as the page's."""
    left, foot, right, head = mark.cell
    box = around([ring(mark.matrix, corners(left, foot, right - left, head - foot))])
    a, b, c, d, _, _ = mark.matrix
    if min(box.width, box.height) <= 0 or 0 in mark.step or not a * d - b * c:
        raise Unknown(NO_SIZE)
    fine = min(max(scale, FINE / min(box.width, box.height)), FINEST / max(box.width, box.height))
    return Raster(box.x, box.y, fine, (max(1, ceil(box.width * fine)), max(1, ceil(box.height * fine))))


def spread(cell: Plates, mark: Tiles, page: Raster, window: Window) -> Plates:
    """Fill a window with the tiles whose first one is on `cell`."""
    made = Plates(page.part(window), layered=True)
    way = _Way(cell.raster, mark, made.raster)
    assert cell.rest is not None
    made.rest = way.spread(cell.rest, cell.rest)
    for ink, band in cell.bands.items():
        made.bands[ink] = way.spread(band, cell.seen[ink])
        made.seen[ink] = way.spread(cell.seen[ink], cell.seen[ink])
    return made


class _Way:
    """From a tile's pixels to those of a window, by way of a grid of tiles in the pattern's own space."""

    def __init__(self, cell: Raster, mark: Tiles, window: Raster) -> None:
        self.cell, self.mark = cell, mark
        self.finer = FINER if window.size[0] * window.size[1] * FINER**2 <= MOST_PIXELS else 1
        size = window.size[0] * self.finer, window.size[1] * self.finer
        self.window = Raster(window.left, window.top, window.scale * self.finer, size)
        self.step = abs(mark.step[0]), abs(mark.step[1])
        left, foot, right, head = mark.cell
        self.overlap = ceil((right - left) / self.step[0] - 0.01), ceil((head - foot) / self.step[1] - 0.01)
        if max(self.overlap) > MOST_OVERLAP:
            raise Unknown("a tiled pattern whose tiles lie on one another")
        grid = ring(mark.matrix, [(0, 0), (self.step[0], 0), (0, self.step[1])])
        sides = [sum((b - a) ** 2 for a, b in zip(grid[0], end, strict=True)) ** 0.5 for end in grid[1:]]
        #: pixels of one tile of the grid
        self.size = tuple(min(max(1, round(side * window.scale)), FINEST) for side in sides)
        self._cover()

    def _cover(self) -> None:
        """Which tiles the window needs."""
        wide, high = (side / self.window.scale for side in self.window.size)
        places = corners(self.window.left, self.window.top, wide, high)
        box = around([ring(inverse(self.mark.matrix), places)])
        left, foot = self.mark.cell[:2]
        self.first = floor((box.x - left) / self.step[0]), floor((box.y - foot) / self.step[1])
        last = floor((box.right - left) / self.step[0]), floor((box.bottom - foot) / self.step[1])
        self.count = tuple(b - a + 1 for a, b in zip(self.first, last, strict=True))
        if self.count[0] * self.size[0] * self.count[1] * self.size[1] > MOST_PIXELS:
            raise Unknown("a tiled pattern of very many tiles")

    def spread(self, band: Any, seen: Any) -> Any:
        fine = tuple(max(side, FINE) for side in self.size)
        step = even((fine[0], fine[1]), 0.0)
        for column in range(-self.overlap[0] + 1, 1):
            for row in range(-self.overlap[1] + 1, 1):
                matrix = self._into_cell(fine, column, row)
                step.paste(
                    seen_through(band, matrix, step.size), (0, 0), seen_through(seen, matrix, step.size)
                )
        grid = tiled(shrunk(step, (self.size[0], self.size[1])), *self.count)
        return seen_through(grid, self._onto_grid(), self.window.size).reduce(self.finer)

    def _into_cell(self, fine: tuple[int, ...], column: int, row: int) -> Matrix:
        """Pixels of one step of the grid -> pixels of the tile that begins so many steps before."""
        left, foot = self.mark.cell[:2]
        across, up = self.step
        pattern: Matrix = (across / fine[0], 0.0, 0.0, up / fine[1], left - column * across, foot - row * up)
        s = self.cell.scale
        pixels: Matrix = (s, 0.0, 0.0, s, -self.cell.left * s, -self.cell.top * s)
        return times(times(pattern, self.mark.matrix), pixels)

    def _onto_grid(self) -> Matrix:
        """Pixels of the window -> pixels of the grid."""
        s = self.window.scale
        page: Matrix = (1 / s, 0.0, 0.0, 1 / s, self.window.left, self.window.top)
        wide, high = self.size[0] / self.step[0], self.size[1] / self.step[1]
        x, y = at((1.0, 0.0, 0.0, 1.0, 0.0, 0.0), *self.mark.cell[:2])
        x, y = x + self.first[0] * self.step[0], y + self.first[1] * self.step[1]
        grid: Matrix = (wide, 0.0, 0.0, high, -x * wide, -y * high)
        return times(times(page, inverse(self.mark.matrix)), grid)
