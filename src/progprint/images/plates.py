"""Fills and pictures of a page -> how much ink lies where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from PIL import Image, ImageChops, ImageFilter

from progprint.images.blend import DARKEN_PAPER, laid_on, whole
from progprint.images.heaps import above, added, heaps, higher, total_of, weighed
from progprint.images.raster import Raster, Window, multiplied

#: plates of the press's own four inks
PROCESS = frozenset({"Cyan", "Magenta", "Yellow", "Black"})
#: pixels a side of the square that the most ink of a page must fill: 3.5 mm, 12 mm²; what is smaller dries
SQUARE = 5


class Dense(NamedTuple):
    """An area of too much ink, in points."""

    left: float
    top: float
    width: float
    height: float
    #: as a share: 3.2 is 320 %
    ink: float
    #: it is what lies there at the most
    bound: bool


class Plates:
    """One page's or group's plates, each a picture of shares of ink from 0 to 255.

    `layered`: it is known, too, how opaque each plate is, so that what they hold can be laid on others.
    """

    def __init__(self, raster: Raster, *, layered: bool = False) -> None:
        self.raster = raster
        self.bands: dict[str, Image.Image] = {}
        self.seen: dict[str, Image.Image] = {}
        #: how opaque the plates are that have no band
        self.rest = Image.new("L", raster.size) if layered else None
        #: sums of ink that may lie there, 255 a full plate, where more than the plates hold is possible
        self.possible: Image.Image | None = None
        #: pixels that were painted, all plates together
        self.effort = 0

    def lay(
        self,
        inks: Mapping[str, float | Image.Image],
        window: Window,
        mask: Image.Image | None,
        *,
        knocks_out: bool,
        blend: str = "",
    ) -> None:
        """Lay inks on a window through a mask; `knocks_out` takes what other plates have there."""
        for ink, share in inks.items():
            if ink not in self.bands and (
                isinstance(share, Image.Image) or share > 0 or self.rest is not None
            ):
                self.bands[ink] = Image.new("L", self.raster.size)
                if self.rest is not None:
                    self.seen[ink] = self.rest.copy()
        self.effort += (window[2] - window[0]) * (window[3] - window[1]) * (len(self.bands) + 1)
        for ink, band in self.bands.items():
            if ink in inks or knocks_out:
                share = inks.get(ink, 0.0)
                value = share if isinstance(share, Image.Image) else round(share * 255)
                if blend and not (blend in DARKEN_PAPER and ink not in PROCESS):
                    value = self._mixed(ink, value, window, blend)
                band.paste(value, window, mask)
                if self.rest is not None:
                    self.seen[ink].paste(255, window, mask)
        if knocks_out and self.rest is not None:
            self.rest.paste(255, window, mask)
        if knocks_out and not blend and self.possible is not None:
            left = self.possible.crop(window)
            self.possible.paste(left if mask is None else weighed(left, ImageChops.invert(mask)), window)
            if mask is None:
                self.possible.paste(0, window)

    def _mixed(self, ink: str, value: int | Image.Image, window: Window, blend: str) -> Image.Image:
        under = self.bands[ink].crop(window)
        seen = self.seen[ink].crop(window) if self.rest is not None else None
        upon = value if isinstance(value, Image.Image) else Image.new("L", under.size, value)
        return laid_on(under, seen, upon, blend)

    def doubt(
        self,
        inks: Mapping[str, float | Image.Image],
        window: Window,
        mask: Image.Image | None,
        *,
        knocks_out: bool,
    ) -> None:
        """Say that inks may lie somewhere in a window, and what that would make at the most."""
        size = window[2] - window[0], window[3] - window[1]
        under = {} if knocks_out else {ink: band.crop(window) for ink, band in self.bands.items()}
        for ink, share in inks.items():
            upon = share if isinstance(share, Image.Image) else Image.new("L", size, round(share * 255))
            under[ink] = ImageChops.lighter(under[ink], upon) if ink in under else upon
        self._suspect(total_of(under.values(), size), window, mask)

    def _suspect(self, sums: Image.Image, window: Window, mask: Image.Image | None) -> None:
        if self.possible is None:
            self.possible = Image.new("I", self.raster.size)
        seen = sums if mask is None else weighed(sums, mask)
        self.possible.paste(higher(self.possible.crop(window), seen), window)

    def lay_group(self, group: Plates, window: Window, mask: Image.Image | None, blend: str = "") -> None:
        """Lay what a group holds, as one, on its window through a mask."""
        assert group.rest is not None
        for ink in {**self.bands, **group.bands}:
            held, seen = group.bands.get(ink), group.seen.get(ink, group.rest)
            if seen.getbbox() is None:
                continue
            share: float | Image.Image = 0.0 if held is None else whole(held, seen)
            self.lay({ink: share}, window, multiplied(seen, mask), knocks_out=False, blend=blend)
        if self.rest is not None:
            self.rest.paste(255, window, multiplied(group.rest, mask))
        if group.possible is not None:
            under = total_of((band.crop(window) for band in self.bands.values()), group.raster.size)
            self._suspect(added(under, group.possible), window, mask)

    def light(self, ground: float) -> Image.Image:
        """How light it looks upon a ground, 255 white: each plate by how much light it takes.

        Source: ISO 32000-1, 10.3.5 and 11.5.3.
        """
        weights = {"Cyan": 0.3, "Magenta": 0.59, "Yellow": 0.11}
        assert self.rest is not None
        dark = Image.new("L", self.raster.size)
        for ink, band in self.bands.items():
            weight = weights.get(ink, 1.0)
            dark = ImageChops.add(dark, band.point([round(value * weight) for value in range(256)]))
        cover = self.cover()
        bare = ImageChops.invert(cover).point([round(value * ground) for value in range(256)])
        return ImageChops.add(ImageChops.subtract(cover, dark), bare)

    def cover(self) -> Image.Image:
        """How opaque it is as a whole."""
        assert self.rest is not None
        made = self.rest
        for seen in self.seen.values():
            made = ImageChops.lighter(made, seen)
        return made

    def over(self, limit: float, least: float) -> Iterator[Dense]:
        """Areas of more than `limit` ink and `least` square points, then those that may have more."""
        if not self.bands and self.possible is None:
            return
        total = total_of(self.bands.values(), self.raster.size)
        # a share of ink is kept as a whole number of 255: half a step for each plate
        edge = limit * 255 + max(len(self.bands), 4) / 2
        heavy, pixels = above(total, edge), least * self.raster.scale**2
        yield from self._dense(heavy, total, pixels, False)
        if self.possible is not None:
            rest = ImageChops.subtract(above(self.possible, edge), heavy)
            yield from self._dense(rest, self.possible, pixels, True)

    def most(self) -> float:
        """The most ink that fills a square of `SQUARE` pixels, as a share."""
        if not self.bands or min(self.raster.size) < SQUARE:
            return 0.0
        total = total_of(self.bands.values(), self.raster.size)
        _, most = total.filter(ImageFilter.MinFilter(SQUARE)).getextrema()
        # as `over` judges: half a step for each plate
        return max(0.0, (float(most) - len(self.bands) / 2) / 255)  # type: ignore[arg-type]

    def _dense(self, heavy: Image.Image, total: Image.Image, pixels: float, bound: bool) -> Iterator[Dense]:
        scale, left, top = self.raster.scale, self.raster.left, self.raster.top
        for heap in heaps(heavy, total, pixels):
            x0, y0, x1, y1 = heap.window
            width, height = (x1 - x0) / scale, (y1 - y0) / scale
            yield Dense(x0 / scale + left, y0 / scale + top, width, height, heap.ink, bound)
