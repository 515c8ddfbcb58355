"""Bitmap or shapes -> the QR codes in them, known by the squares in their corners (ISO/IEC 18004, 6.3.3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, permutations
from typing import NamedTuple

from PIL import Image, ImageChops, ImageDraw

from progprint.images.lattice import SIDES, Grid, Places, symbol_of_rectangles

#: pixels that shapes are drawn on: five a module of the largest symbol
ACROSS = 900
#: steps of 256 between light and dark, below which there is nothing to see
CONTRAST = 80
#: light and dark of a corner along a line through its middle, in modules
CORNER = (1, 1, 3, 1, 1)
#: part of a module by which one of these may be off: pixels are whole, print and JPEG blur
OFF = 0.5
#: modules of a corner's 49 that may be wrong
WRONG = 4
#: rows between those that are looked at: a corner's middle has three modules, each of two pixels or more
STEP = 6
#: corners of one bitmap: three of each of twelve codes
MOST_CORNERS = 36

class _Corner(NamedTuple):
    x: float
    y: float
    module: float


def symbols_in(image: Image.Image) -> list[Grid]:
    """Find the codes of a bitmap, upright or turned by quarters; those of light on dark, too."""
    grey = image.convert("L")
    values = grey.histogram()
    low, high = (next(n for n in order if values[n]) for order in (range(256), range(255, -1, -1)))
    if high - low < CONTRAST:
        return []
    middle = (low + high) // 2
    dark = grey.point([255 * (value <= middle) for value in range(256)])
    found = list(_symbols(dark)) or list(_symbols(ImageChops.invert(dark)))
    return [each._replace(dark=_value(image, each)) for each in found]


def symbols_of(shapes: Sequence[Sequence[Places]]) -> list[Grid]:
    """Find the codes that shapes make together; rings of one shape that lie in each other are holes."""
    # nearly all are drawn so, and to look at pixels takes a hundred times as long
    exact = symbol_of_rectangles(shapes)
    if exact is not None:
        return [exact]
    xs = [x for shape in shapes for ring in shape for x, _ in ring]
    ys = [y for shape in shapes for ring in shape for _, y in ring]
    left, top = min(xs), min(ys)
    scale = ACROSS / max(max(xs) - left, max(ys) - top, 1e-6)
    made = Image.new("L", (ACROSS + 1, ACROSS + 1))
    for shape in shapes:
        rings = [[((x - left) * scale, (y - top) * scale) for x, y in ring] for ring in shape]
        if len(rings) == 1:
            ImageDraw.Draw(made).polygon(rings[0], fill=255)
        else:
            made = ImageChops.lighter(made, _pierced(rings))
    return [
        Grid(each.side, each.left / scale + left, each.top / scale + top, each.width / scale)
        for each in _symbols(made)
    ]


def _pierced(rings: list[list[tuple[float, float]]]) -> Image.Image:
    """A path of several rings: what lies in an odd number of them."""
    made = Image.new("L", (ACROSS + 1, ACROSS + 1))
    for ring in rings:
        xs, ys = [x for x, _ in ring], [y for _, y in ring]
        if len({round(x, 2) for x in xs}) == 2 and len({round(y, 2) for y in ys}) == 2:
            # to whole pixels, so that rectangles side by side leave no seam and have none in common
            box = round(min(xs)), round(min(ys)), round(max(xs)), round(max(ys))
            made.paste(ImageChops.invert(made.crop(box)), box)
            continue
        box = int(min(xs)), int(min(ys)), int(max(xs)) + 2, int(max(ys)) + 2
        piece = Image.new("L", (box[2] - box[0], box[3] - box[1]))
        ImageDraw.Draw(piece).polygon([(x - box[0], y - box[1]) for x, y in ring], fill=255)
        made.paste(ImageChops.difference(made.crop(box), piece), box)
    return made


def _value(image: Image.Image, grid: Grid) -> tuple[int, ...]:
    """What a dark module is made of: the middle of a corner, of which at least two of these three are."""
    module = grid.width / grid.side
    places = [(3.5, 3.5), (grid.side - 3.5, 3.5), (3.5, grid.side - 3.5)]
    pixels = [image.getpixel((int(grid.left + x * module), int(grid.top + y * module))) for x, y in places]
    values = [pixel if isinstance(pixel, tuple) else (int(pixel or 0),) for pixel in pixels]
    return sorted(values)[1]


def _symbols(dark: Image.Image) -> Iterator[Grid]:
    """Three corners of one size at right angles are a symbol."""
    corners = _corners(dark)
    seen: set[tuple[int, int]] = set()
    for one, across, down in permutations(corners, 3):
        module = (one.module + across.module + down.module) / 3
        wide, high = across.x - one.x, down.y - one.y
        aslant = max(abs(across.y - one.y), abs(down.x - one.x))
        if aslant > module or abs(abs(wide) - abs(high)) > module * 2:
            continue
        modules = (abs(wide) + abs(high)) / 2 / module + 7
        side = min(SIDES, key=lambda each, modules=modules: abs(each - modules))  # type: ignore[misc]
        if abs(side - modules) > max(2.0, side * 0.04):
            continue
        module = (abs(wide) + abs(high)) / 2 / (side - 7)
        left, top = (min(a, b) - 3.5 * module for a, b in ((one.x, across.x), (one.y, down.y)))
        if (round(left / module), round(top / module)) not in seen:
            seen.add((round(left / module), round(top / module)))
            yield Grid(side, left, top, side * module)


def _corners(dark: Image.Image) -> list[_Corner]:
    """The squares of seven modules: a dark ring, a light one, a dark middle."""
    wide, high = dark.size
    data = dark.tobytes()
    found: list[_Corner] = []
    for y in range(0, high, min(max(1, high // 130), STEP)):
        for x, module in _crossings(data[y * wide : (y + 1) * wide]):
            if any(abs(x - each.x) < 3 * each.module and abs(y - each.y) < 3 * each.module for each in found):
                continue
            column = data[int(x) :: wide]
            for middle, upright in _crossings(column):
                if abs(middle - y) < 1.5 * module and abs(upright - module) < max(1.0, module * OFF):
                    corner = _Corner(x, middle, (module + upright) / 2)
                    if _is_corner(dark, corner):
                        found.append(corner)
                    break
            if len(found) >= MOST_CORNERS:
                return found
    return found


def _crossings(line: bytes) -> Iterator[tuple[float, float]]:
    """Where a line goes through the middle of a corner: the place, and the size of a module."""
    if b"\xff" not in line:
        return
    runs = [(value, len(list(group))) for value, group in groupby(line)]
    at = 0
    for n in range(len(runs) - 4):
        if runs[n][0]:
            lengths = [length for _, length in runs[n : n + 5]]
            module = sum(lengths) / 7
            slack = max(OFF * module, 1.0)
            if module >= 1 and all(
                abs(length - module * share) <= slack for length, share in zip(lengths, CORNER, strict=True)
            ):
                yield at + sum(lengths) / 2, module
        at += runs[n][1]


def _is_corner(dark: Image.Image, corner: _Corner) -> bool:
    wrong = 0
    for row in range(-3, 4):
        for column in range(-3, 4):
            place = int(corner.x + column * corner.module), int(corner.y + row * corner.module)
            if not (0 <= place[0] < dark.width and 0 <= place[1] < dark.height):
                return False
            wrong += (dark.getpixel(place) == 255) == (max(abs(row), abs(column)) == 2)
    return wrong <= WRONG
