"""Seeded numbers -> the tones, masks and finishing that every drawn still is made of."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageOps

WIDTH, HEIGHT = 1950, 1300
SIZE = (WIDTH, HEIGHT)

Colour = tuple[int, int, int]
Point = tuple[float, float]
Box = tuple[float, float, float, float]
Stops = Sequence[tuple[float, Colour]]


def between(a: Colour, b: Colour, share: float) -> Colour:
    """The colour at a share of the way from one to another."""
    return tuple(round(x + (y - x) * share) for x, y in zip(a, b, strict=True))  # type: ignore[return-value]


def plain(colour: Colour, size: tuple[int, int] = SIZE) -> Image.Image:
    return Image.new("RGB", size, colour)


def gradient(stops: Stops, size: tuple[int, int] = SIZE) -> Image.Image:
    """A vertical gradient; stops are shares of the height."""
    column = Image.new("RGB", (1, size[1]))
    for y in range(size[1]):
        at = y / (size[1] - 1)
        low = max((s for s in stops if s[0] <= at), default=stops[0], key=lambda s: s[0])
        high = min((s for s in stops if s[0] >= at), default=stops[-1], key=lambda s: s[0])
        reach = high[0] - low[0]
        column.putpixel((0, y), between(low[1], high[1], (at - low[0]) / reach if reach else 0))
    return column.resize(size)


def ramp(levels: Sequence[tuple[float, int]], size: tuple[int, int] = SIZE) -> Image.Image:
    """A vertical gradient as a mask."""
    return gradient([(at, (v, v, v)) for at, v in levels], size).getchannel(0)


def noise(seed: int, cells: tuple[int, int], octaves: int = 4, size: tuple[int, int] = SIZE) -> Image.Image:
    """Cloudy grey of full contrast; `cells` is the number of patches across and down."""
    source = random.Random(seed)
    half = (max(1, size[0] // 2), max(1, size[1] // 2))
    sum_: Image.Image | None = None
    for octave in range(octaves):
        across, down = cells[0] << octave, cells[1] << octave
        patch = Image.frombytes("L", (across, down), source.randbytes(across * down))
        patch = patch.resize(half, Image.Resampling.BICUBIC)
        sum_ = patch if sum_ is None else Image.blend(sum_, patch, 0.34)
    assert sum_ is not None
    return ImageOps.autocontrast(sum_, cutoff=1).resize(size, Image.Resampling.BICUBIC)


def levels(mask: Image.Image, low: int, high: int, top: int = 255) -> Image.Image:
    """Stretch the tones between low and high to 0..top."""
    return mask.point([round(top * min(1.0, max(0.0, (v - low) / (high - low)))) for v in range(256)])


def fade(mask: Image.Image, share: float) -> Image.Image:
    return mask.point([round(v * share) for v in range(256)])


def tilted(mask: Image.Image, degrees: float) -> Image.Image:
    """A texture turned a little, without empty corners."""
    wide = mask.resize((round(WIDTH * 1.2), round(HEIGHT * 1.3))).rotate(degrees, Image.Resampling.BICUBIC)
    left, top = (wide.width - WIDTH) // 2, (wide.height - HEIGHT) // 2
    return wide.crop((left, top, left + WIDTH, top + HEIGHT))


def blur(image: Image.Image, radius: float) -> Image.Image:
    return image.filter(ImageFilter.GaussianBlur(radius)) if radius else image


def blank() -> Image.Image:
    return Image.new("L", SIZE, 0)


def mask_of(draw: Callable[[ImageDraw.ImageDraw, float], None], soft: float = 0.0) -> Image.Image:
    """A mask drawn at twice the size; the function is given the factor."""
    plate = Image.new("L", (WIDTH * 2, HEIGHT * 2), 0)
    draw(ImageDraw.Draw(plate), 2.0)
    return blur(plate.reduce(2), soft)


def quick(points: Sequence[Point]) -> Image.Image:
    """A polygon without smooth edges, for what will be blurred anyway."""
    plate = blank()
    ImageDraw.Draw(plate).polygon(points, fill=255)
    return plate


def lines(paths: Iterable[Sequence[Point]], width: float, soft: float = 0.0, tone: int = 255) -> Image.Image:
    """A mask of open lines."""

    def draw(pen: ImageDraw.ImageDraw, k: float) -> None:
        for path in paths:
            pen.line([(x * k, y * k) for x, y in path], fill=tone, width=round(width * k))

    return mask_of(draw, soft)


def boxes(corners: Iterable[Box], soft: float = 0.0) -> Image.Image:
    """A mask of rectangles, each by left, top, right, bottom."""
    return mask_of(lambda pen, k: [pen.rectangle([v * k for v in box], fill=255)
        for box in corners].clear(), soft)


def discs(corners: Iterable[Box], soft: float = 0.0) -> Image.Image:
    """A mask of ellipses, each by the box round it."""
    return mask_of(lambda pen, k: [pen.ellipse([v * k for v in box], fill=255) for box in corners].clear(),
        soft)


def both(a: Image.Image, b: Image.Image) -> Image.Image:
    """Where two masks agree."""
    return ImageChops.multiply(a, b)


def either(a: Image.Image, b: Image.Image) -> Image.Image:
    """Two masks as one."""
    return ImageChops.lighter(a, b)


def edge(shape: Image.Image, soft: float, towards: tuple[int, int]) -> Image.Image:
    """The rim of a shape that faces away from an offset: where light falls on it."""
    return ImageChops.subtract(shape, ImageChops.offset(blur(shape, soft), *towards))


def polygon(points: Sequence[Point], soft: float = 0.0) -> Image.Image:
    return mask_of(lambda d, k: d.polygon([(x * k, y * k) for x, y in points], fill=255), soft)


def paint(image: Image.Image, what: Colour | Image.Image, mask: Image.Image) -> None:
    """Lay a colour or a picture over an image through a mask."""
    image.paste(what, (0, 0, *image.size) if isinstance(what, tuple) else (0, 0), mask)


def smooth(points: Sequence[Point], steps: int = 8, closed: bool = True) -> list[Point]:
    """A Catmull-Rom curve through the points."""
    count = len(points)
    out: list[Point] = []
    for i in range(count if closed else count - 1):
        if closed:
            p0, p1, p2, p3 = (points[(i + j) % count] for j in (-1, 0, 1, 2))
        else:
            p0, p1, p2, p3 = (points[min(max(i + j, 0), count - 1)] for j in (-1, 0, 1, 2))
        for step in range(steps):
            t = step / steps
            out.append(
                tuple(
                    0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (
                        3 * b - a - 3 * c + d) * t**3)
                    for a, b, c, d in zip(p0, p1, p2, p3, strict=True)
                )  # type: ignore[arg-type]
            )
    return out if closed else [*out, points[-1]]


def ridge(seed: int, left: float, right: float, rough: float, decay: float = 0.52,
    width: int = WIDTH) -> list[Point]:
    """A line of hills from edge to edge by midpoint displacement; `rough` is the first displacement."""
    source = random.Random(seed)
    line = [left, right]
    while len(line) < 400:
        line = [
            y
            for a, b in pairwise(line)
            for y in (a, (a + b) / 2 + source.uniform(-rough, rough))
        ] + [line[-1]]
        rough *= decay
    step = (width + 80) / (len(line) - 1)
    return [(-40 + i * step, y) for i, y in enumerate(line)]


def under(line: Sequence[Point], floor: float = HEIGHT + 10.0) -> list[Point]:
    """The polygon below a line of hills."""
    return [*line, (line[-1][0], floor), (line[0][0], floor)]


def grade(image: Image.Image, shadows: Colour, highlights: Colour, gamma: float = 1.0,
    contrast: float = 0.0) -> Image.Image:
    """Map black and white to two colours, with a gamma and an S-curve between."""

    def curve(v: int) -> float:
        x = (v / 255) ** gamma
        return x + contrast * (x * x * (3 - 2 * x) - x)

    table: list[int] = []
    for low, high in zip(shadows, highlights, strict=True):
        table += [round(low + (high - low) * curve(v)) for v in range(256)]
    return image.point(table)


def grain(seed: int, strength: float) -> Image.Image:
    """Film grain around middle grey, a little coarser than a pixel."""
    source = random.Random(seed)
    size = (round(WIDTH * 0.62), round(HEIGHT * 0.62))
    one = Image.frombytes("L", size, source.randbytes(size[0] * size[1]))
    two = Image.frombytes("L", size, source.randbytes(size[0] * size[1]))
    mixed = Image.blend(one, two, 0.5).resize(SIZE, Image.Resampling.BICUBIC)
    return mixed.point([round(128 + (v - 128) * strength) for v in range(256)])


def vignette(image: Image.Image, depth: float) -> Image.Image:
    """Darken towards the corners."""
    oval = Image.radial_gradient("L").resize((round(WIDTH * 1.24), round(HEIGHT * 1.3)),
        Image.Resampling.BICUBIC)
    left, top = (oval.width - WIDTH) // 2, (oval.height - HEIGHT) // 2
    oval = oval.crop((left, top, left + WIDTH, top + HEIGHT))
    shade = oval.point([round(255 * (1 - depth * (v / 255) ** 2.4)) for v in range(256)])
    return ImageChops.multiply(image, Image.merge("RGB", (shade,) * 3))


def develop(image: Image.Image, seed: int, grains: float = 0.11, corner: float = 0.45,
    halo: float = 0.22) -> Image.Image:
    """Finish a still as a print: a glow around the lights, dark corners, grain."""
    if halo:
        bright = blur(image.resize((WIDTH // 4, HEIGHT // 4)), 9).point(
            [round(255 * max(0.0, v / 255 - 0.35) * halo * 1.6) for v in range(256)] * 3
        )
        image = ImageChops.screen(image, bright.resize(SIZE, Image.Resampling.BICUBIC))
    image = vignette(image, corner)
    dust = grain(seed, grains)
    return ImageChops.add(image, Image.merge("RGB", (dust,) * 3), 1.0, -128)
