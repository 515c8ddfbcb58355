"""Places on a page -> pixels of its plates, at a resolution that answers for areas."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil, hypot
from typing import NamedTuple

from PIL import Image, ImageChops, ImageDraw

#: pixels per inch. The smallest area that counts, 15 mm², has 30 pixels; a page of A5 is done in 1 ms a layer
RESOLUTION = 36.0
#: pixels of one page: A0 has 2.8 million
MOST_PIXELS = 4_000_000
#: rings beside each other up to which it is asked whether they lie in each other
MOST_BESIDE = 200
#: of a pixel: closer edges are one
SAME = 1e-6
#: pixels from the page beyond which a place does not matter; Pillow counts in 32 bits
FAR = 1_000_000.0

Places = Sequence[tuple[float, float]]
Matrix = tuple[float, float, float, float, float, float]
#: left, top, right, bottom in pixels
Window = tuple[int, int, int, int]


class Raster(NamedTuple):
    """Which part of a page is looked at, and how finely."""

    left: float
    top: float
    #: pixels a point
    scale: float
    size: tuple[int, int]

    def at(self, x: float, y: float) -> tuple[float, float]:
        return (x - self.left) * self.scale, (y - self.top) * self.scale

    def window(self, left: float, top: float, right: float, bottom: float) -> Window | None:
        """The pixels whose middle lies in a box; of a slender box one row of them."""
        (x0, y0), (x1, y1) = self.at(left, top), self.at(right, bottom)
        columns, rows = _between(x0, x1, self.size[0]), _between(y0, y1, self.size[1])
        if columns is None or rows is None:
            return None
        return columns[0], rows[0], columns[1], rows[1]

    def inside(self, rings: Iterable[Places], even_odd: bool, window: Window) -> Image.Image:
        """How much of each pixel of a window lies in a path."""
        placed = [one for one in (self._placed(ring, window) for ring in rings) if len(one) > 2]
        size = window[2] - window[0], window[3] - window[1]
        made = Image.new("L", size)
        if len(placed) > 1 and _nested(placed):
            return _wound(placed, even_odd, size)
        for one in placed:
            ImageDraw.Draw(made).polygon(one, fill=255)
        return made

    def along(self, rings: Iterable[Places], width: float, window: Window) -> Image.Image:
        """How much of each pixel a line of a width, in points, covers."""
        made = Image.new("L", (window[2] - window[0], window[3] - window[1]))
        pen = ImageDraw.Draw(made)
        for ring in rings:
            pen.line(self._placed(ring, window), 255, max(1, round(width * self.scale)), "curve")
        return made

    def pixels(self, ring: Places) -> list[tuple[float, float]]:
        """Places as Pillow draws them on the whole raster."""
        return self._placed(ring, (0, 0, *self.size))

    def _placed(self, ring: Places, window: Window) -> list[tuple[float, float]]:
        # Pillow's whole numbers are the middles of pixels
        dx, dy = -self.left * self.scale - window[0] - 0.5, -self.top * self.scale - window[1] - 0.5
        places = [(x * self.scale + dx, y * self.scale + dy) for x, y in ring]
        if all(-FAR < x < FAR and -FAR < y < FAR for x, y in places):
            return places
        return [(min(max(x, -FAR), FAR), min(max(y, -FAR), FAR)) for x, y in places]

    def placed(self, picture: Image.Image, matrix: Matrix, window: Window) -> Image.Image:
        """A picture's pixels where a matrix of its unit square puts it."""
        a, b, c, d, e, f = matrix
        (x0, y0), (x1, y1), (x2, y2) = self.at(e, f), self.at(a + e, b + f), self.at(c + e, d + f)
        # unit square (foot at the origin) -> pixels of the plate, then backwards to pixels of the picture
        ax, ay, bx, by = x1 - x0, y1 - y0, x2 - x0, y2 - y0
        area = ax * by - ay * bx
        size = window[2] - window[0], window[3] - window[1]
        if abs(area) < 1e-9:
            return Image.new(picture.mode, size)
        small = reduced(picture, (max(abs(ax) + abs(bx), 1.0), max(abs(ay) + abs(by), 1.0)))
        wide, high = small.size
        x0, y0 = x0 - window[0], y0 - window[1]
        u = by / area * wide, -bx / area * wide, (bx * y0 - by * x0) / area * wide
        v = ay / area * high, -ax / area * high, high - (ay * x0 - ax * y0) / area * high
        return small.transform(size, Image.Transform.AFFINE, (*u, *v), Image.Resampling.NEAREST)

    def part(self, window: Window) -> Raster:
        """A raster of a window alone, with the same pixels."""
        left, top = self.left + window[0] / self.scale, self.top + window[1] / self.scale
        return Raster(left, top, self.scale, (window[2] - window[0], window[3] - window[1]))

    def reach(self, matrix: Matrix) -> tuple[int, int]:
        """About how many pixels wide and high a matrix makes its unit square."""
        a, b, c, d, _, _ = matrix
        return max(1, round(hypot(a, b) * self.scale)), max(1, round(hypot(c, d) * self.scale))


def raster_of(left: float, top: float, width: float, height: float) -> Raster:
    """Choose the pixels for a page."""
    wide, high = max(width, 1.0) * RESOLUTION / 72, max(height, 1.0) * RESOLUTION / 72
    shrink = min(1.0, (MOST_PIXELS / (wide * high)) ** 0.5)
    size = max(1, round(wide * shrink)), max(1, round(high * shrink))
    return Raster(left, top, RESOLUTION / 72 * shrink, size)


def multiplied(one: Image.Image | None, other: Image.Image | None) -> Image.Image | None:
    """What two masks let through; None lets all through."""
    if one is None or other is None:
        return other if one is None else one
    return ImageChops.multiply(one, other)


def even(size: tuple[int, int], share: float) -> Image.Image:
    """A mask that is the same everywhere."""
    return Image.new("L", size, round(min(max(share, 0.0), 1.0) * 255))


def reduced(picture: Image.Image, size: tuple[float, float]) -> Image.Image:
    """A picture with its pixels averaged to no less than a size."""
    factor = int(min(picture.width / size[0], picture.height / size[1]))
    return picture.reduce(factor) if factor > 1 else picture


def _between(low: float, high: float, most: int) -> tuple[int, int] | None:
    if not (high >= 0 and low <= most):
        return None
    first, last = max(ceil(low - 0.5), 0), min(ceil(high - 0.5), most)
    if last <= first:
        first = min(max(int((low + high) / 2), 0), most - 1)
        last = first + 1
    return first, last


def _nested(rings: list[list[tuple[float, float]]]) -> bool:
    """Whether some of the rings may lie in each other: a code has a thousand rectangles side by side."""
    boxes = sorted(_box(ring) for ring in rings)
    beside: list[tuple[float, float, float, float]] = []
    for box in boxes:
        beside = [other for other in beside if other[2] > box[0] + SAME]
        if len(beside) > MOST_BESIDE:
            return True
        if any(box[1] < other[3] - SAME and other[1] < box[3] - SAME for other in beside):
            return True
        beside.append(box)
    return False


def _box(ring: list[tuple[float, float]]) -> tuple[float, float, float, float]:
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return min(xs), min(ys), max(xs), max(ys)


def _wound(rings: list[list[tuple[float, float]]], even_odd: bool, size: tuple[int, int]) -> Image.Image:
    """Rings in each other: by how often, and which way, they go round a pixel."""
    ways = [Image.new("L", size), Image.new("L", size)]
    for ring in rings:
        left, top, right, bottom = _box(ring)
        part = (
            max(int(left), 0),
            max(int(top), 0),
            min(int(right) + 2, size[0]),
            min(int(bottom) + 2, size[1]),
        )
        if part[0] >= part[2] or part[1] >= part[3]:
            continue
        alone = Image.new("L", (part[2] - part[0], part[3] - part[1]))
        moved = [(x - part[0], y - part[1]) for x, y in ring]
        ImageDraw.Draw(alone).polygon(moved, fill=255 if even_odd else 1)
        way = 1 if not even_odd and _turns_right(ring) else 0
        merge = ImageChops.difference if even_odd else ImageChops.add
        ways[way].paste(merge(ways[way].crop(part), alone), part)
    return ways[0] if even_odd else ImageChops.difference(*ways).point([0, *[255] * 255])


def _turns_right(ring: list[tuple[float, float]]) -> bool:
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairs) > 0
