"""Fills and pictures of a page -> how much ink lies where, at a resolution that answers for areas."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageMath

from progprint.images.opening import DAMAGE

#: pixels per inch. The smallest area that counts, 15 mm², has 30 pixels; a page of A5 is done in 1 ms a layer
RESOLUTION = 36.0
#: pixels of one page: A0 has 2.8 million
MOST_PIXELS = 4_000_000
#: modes of pictures -> channels
MODES = {1: "L", 3: "RGB", 4: "CMYK"}

#: pixels a side of the square that the most ink of a page must fill: 3.5 mm, 12 mm²; what is smaller dries
SQUARE = 5
#: rings of one path that may lie in each other
MOST_NESTED = 200

Places = Sequence[tuple[float, float]]
Matrix = tuple[float, float, float, float, float, float]


class Plates:
    """One page's plates, each a picture of shares of ink from 0 to 255."""

    def __init__(self, left: float, top: float, width: float, height: float) -> None:
        wide, high = max(width, 1.0) * RESOLUTION / 72, max(height, 1.0) * RESOLUTION / 72
        shrink = min(1.0, (MOST_PIXELS / (wide * high)) ** 0.5)
        self.scale = RESOLUTION / 72 * shrink
        self.left, self.top = left, top
        self.size = max(1, round(wide * shrink)), max(1, round(high * shrink))
        self._bands: dict[str, Image.Image] = {}

    def at(self, x: float, y: float) -> tuple[float, float]:
        return (x - self.left) * self.scale, (y - self.top) * self.scale

    def mask(self, rings: Iterable[Places], clips: Iterable[Iterable[Places]], opacity: float) -> Image.Image:
        """The pixels inside a path and its clips; of several rings those inside an odd number."""
        made = self._inside(rings)
        for clip in clips:
            made = ImageChops.multiply(made, self._inside(clip))
        return made if opacity >= 1 else made.point(lambda value: value * opacity)

    def _inside(self, rings: Iterable[Places]) -> Image.Image:
        made = Image.new("L", self.size)
        drawn: list[tuple[float, float, float, float]] = []
        for one in rings:
            places = [self.at(x, y) for x, y in one]
            if len(places) < 3:
                continue
            xs, ys = [x for x, _ in places], [y for _, y in places]
            box = min(xs), min(ys), max(xs), max(ys)
            # a code has a thousand rectangles side by side: only rings that may lie in each other are weighed
            if len(drawn) > MOST_NESTED or not any(_meet(box, other) for other in drawn):
                ImageDraw.Draw(made).polygon(places, fill=255)
            else:
                other = Image.new("L", self.size)
                ImageDraw.Draw(other).polygon(places, fill=255)
                made = ImageChops.difference(made, other)
            drawn.append(box)
        return made

    def lay(self, inks: Mapping[str, float | Image.Image], mask: Image.Image, *, knocks_out: bool) -> None:
        """Lay inks through a mask; `knocks_out` takes what other plates have there."""
        for ink in inks:
            self._bands.setdefault(ink, Image.new("L", self.size))
        for ink, band in self._bands.items():
            if ink in inks:
                value = inks[ink]
                source = value if isinstance(value, Image.Image) else round(value * 255)
                band.paste(source, (0, 0, *self.size), mask)
            elif knocks_out:
                band.paste(0, (0, 0, *self.size), mask)

    def placed(self, picture: Image.Image, matrix: Matrix) -> Image.Image:
        """A picture's pixels where a matrix of its unit square puts it."""
        a, b, c, d, e, f = matrix
        (x0, y0), (x1, y1), (x2, y2) = self.at(e, f), self.at(a + e, b + f), self.at(c + e, d + f)
        # unit square (foot at the origin) -> pixels of the plate, then backwards to pixels of the picture
        ax, ay, bx, by = x1 - x0, y1 - y0, x2 - x0, y2 - y0
        area = ax * by - ay * bx
        if abs(area) < 1e-9:
            return Image.new(picture.mode, self.size)
        reach = max(abs(ax) + abs(bx), 1.0), max(abs(ay) + abs(by), 1.0)
        factor = max(1, int(min(picture.width / reach[0], picture.height / reach[1])))
        small = picture.reduce(factor) if factor > 1 else picture
        wide, high = small.size
        u = by / area * wide, -bx / area * wide, (bx * y0 - by * x0) / area * wide
        v = ay / area * high, -ax / area * high, high - (ay * x0 - ax * y0) / area * high
        return small.transform(self.size, Image.Transform.AFFINE, (*u, *v), Image.Resampling.NEAREST)

    def over(self, limit: float, least: float) -> tuple[list[tuple[float, float, float, float]], float]:
        """Areas of more than `limit` ink and `least` square points: left, top, width, height.

        And the most ink in them, that of the densest tenth.
        """
        if not self._bands:
            return [], 0.0
        total = self._total()
        # a share of ink is kept as a whole number of 255: half a step for each plate
        edge = limit * 255 + len(self._bands) / 2
        heavy = ImageMath.lambda_eval(lambda of: (of["a"] > edge) * 255, a=total).convert("L")
        box = heavy.getbbox()
        if box is None:
            return [], 0.0
        return self._areas(heavy, total, box, least)

    def most(self) -> float:
        """The most ink that fills a square of `SQUARE` pixels, as a share."""
        if not self._bands or min(self.size) < SQUARE:
            return 0.0
        _, most = self._total().filter(ImageFilter.MinFilter(SQUARE)).getextrema()
        # as `over` judges: half a step for each plate
        return max(0.0, (float(most) - len(self._bands) / 2) / 255)  # type: ignore[arg-type]

    def _total(self) -> Image.Image:
        total = Image.new("I", self.size)
        for band in self._bands.values():
            total = ImageMath.lambda_eval(lambda of: of["a"] + of["b"], a=total, b=band.convert("I"))
        return total

    def _areas(
        self, heavy: Image.Image, total: Image.Image, box: tuple[int, int, int, int], least: float
    ) -> tuple[list[tuple[float, float, float, float]], float]:
        """Pixels that touch are one area."""
        width = heavy.width
        flags = bytearray(heavy.tobytes())
        found, most = [], 0
        sums = total.load()
        assert sums is not None
        for start in range(box[1] * width + box[0], (box[3] - 1) * width + box[2]):
            if not flags[start]:
                continue
            area = _grown(flags, start, width)
            if len(area) / self.scale**2 < least:
                continue
            xs, ys = [i % width for i in area], [i // width for i in area]
            peak = sorted(int(sums[x, y]) for x, y in zip(xs, ys, strict=True))  # type: ignore[arg-type]
            most = max(most, peak[len(peak) * 9 // 10])
            found.append(
                (
                    min(xs) / self.scale + self.left,
                    min(ys) / self.scale + self.top,
                    (max(xs) + 1 - min(xs)) / self.scale,
                    (max(ys) + 1 - min(ys)) / self.scale,
                )
            )
        return found, most / 255


def _meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _grown(flags: bytearray, start: int, width: int) -> list[int]:
    """Every set pixel that can be reached from one; they are unset."""
    area, waiting = [], [start]
    flags[start] = 0
    while waiting:
        here = waiting.pop()
        area.append(here)
        for there in (here - 1, here + 1, here - width, here + width):
            if 0 <= there < len(flags) and flags[there] and abs(there % width - here % width) <= 1:
                flags[there] = 0
                waiting.append(there)
    return area


def picture_of_jpeg(data: bytes, size: tuple[int, int], channels: int) -> Image.Image | None:
    """Decode a JPEG about `size` large, its components as they are stored; None when it is damaged."""
    from PIL.JpegImagePlugin import JpegImageFile

    try:
        image = JpegImageFile(BytesIO(data))
        if image.width * image.height > 40 * MOST_PIXELS:
            return None
        image.draft(image.mode, size)
        image.load()
    except (*DAMAGE, MemoryError):
        return None
    if len(image.getbands()) != channels:
        return None
    # Pillow turns Adobe's CMYK upside down; a PDF says so itself in /Decode
    return ImageChops.invert(image) if image.mode == "CMYK" and "adobe" in image.info else image


def picture_of_samples(data: bytes, size: tuple[int, int], channels: int, bits: int) -> Image.Image | None:
    """Take plain samples of 1 or 8 bits for a picture; None when they are too few or of another kind."""
    mode = "1" if (channels, bits) == (1, 1) else MODES.get(channels, "") if bits == 8 else ""
    if not mode:
        return None
    row = (size[0] + 7) // 8 if mode == "1" else size[0] * channels
    if len(data) < row * size[1]:
        return None
    image = Image.frombytes(mode, size, data[: row * size[1]])
    return image.convert("L") if mode == "1" else image


def bands_of(image: Image.Image, inverted: bool) -> tuple[Image.Image, ...]:
    return (ImageChops.invert(image) if inverted else image).split()
