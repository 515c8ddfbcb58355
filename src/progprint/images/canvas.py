"""Patches of colours that run into each other -> plates of them, before they are laid on a page's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PIL import Image, ImageDraw

from progprint.images.blend import whole
from progprint.images.raster import MOST_PIXELS, Matrix, Places, Raster, Window

#: against circles of a gradient from 400 %: 4 finds their area as Ghostscript does, 2 a tenth less
FINER = 4
#: pixels that are laid in the time in which a ring with one corner more is drawn: a microsecond
A_CORNER = 500


class Canvas:
    """A window of plates that colours are put on as they are, with which pixels are painted at all."""

    def __init__(self, raster: Raster, window: Window) -> None:
        part = raster.part(window)
        wide, high = part.size
        #: so many times as fine as the page: Pillow's pieces reach half a pixel onto their neighbours
        self.finer = FINER if wide * high * FINER**2 <= MOST_PIXELS else 1
        self.size = wide * self.finer, high * self.finer
        self.raster = Raster(part.left, part.top, part.scale * self.finer, self.size)
        self.whole = (0, 0, *self.size)
        self.bands: dict[str, Image.Image] = {}
        self.mask = Image.new("L", self.size)
        #: what was put on them cost as much as laying so many pixels
        self.effort = 0
        self._pens: dict[str, ImageDraw.ImageDraw] = {}
        self._pen = ImageDraw.Draw(self.mask)

    def put(self, ring: Places, inks: Mapping[str, float]) -> None:
        """Fill a ring; where it crosses itself every second part is a hole."""
        places = self.raster.pixels(ring)
        if len(places) < 3:
            return
        self._know(inks)
        self.effort += A_CORNER * len(places) * (len(self._pens) + 1)
        for ink, pen in self._pens.items():
            pen.polygon(places, fill=round(inks.get(ink, 0.0) * 255))
        self._pen.polygon(places, fill=255)

    def put_colours(
        self, size: tuple[int, int], colours: Sequence[Mapping[str, float]], matrix: Matrix, ring: Places
    ) -> None:
        """Put a grid of colours, row by row, where a matrix puts its unit square, within a ring."""
        for inks in colours:
            self._know(inks)
        mask = self.raster.inside([ring], False, self.whole)
        for ink, band in self.bands.items():
            grid = Image.new("L", size)
            grid.putdata([round(inks.get(ink, 0.0) * 255) for inks in colours])
            band.paste(self.raster.placed(grid, matrix, self.whole), self.whole, mask)
        self.mask.paste(255, self.whole, mask)

    def laid(self) -> tuple[dict[str, Image.Image], Image.Image]:
        """The plates as fine as the page's, and how much of each pixel is painted."""
        if self.finer == 1:
            return self.bands, self.mask
        mask = self.mask.reduce(self.finer)
        return {ink: whole(band.reduce(self.finer), mask) for ink, band in self.bands.items()}, mask

    def _know(self, inks: Mapping[str, float]) -> None:
        for ink in inks:
            if ink not in self.bands:
                self.bands[ink] = Image.new("L", self.size)
                self._pens[ink] = ImageDraw.Draw(self.bands[ink])
