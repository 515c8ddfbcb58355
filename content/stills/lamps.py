"""Seeded numbers -> light: glows, out-of-focus lamps, flakes, reflections in wet ground."""

from __future__ import annotations

import random
from collections.abc import Sequence

from darkroom import HEIGHT, WIDTH, Colour, Point, between, blank, blur, grade, plain
from PIL import Image, ImageChops, ImageDraw, ImageOps


def light(image: Image.Image, colour: Colour, mask: Image.Image) -> Image.Image:
    """Add light of a colour where the mask is bright."""
    layer = Image.new("RGB", image.size)
    layer.paste(colour, (0, 0, *image.size), mask)
    return ImageChops.screen(image, layer)


def glow(at: Point, radius: float, power: float = 2.0, squash: float = 1.0) -> Image.Image:
    """A round falloff of light as a mask."""
    # Pillow's gradient is at 181 where it meets the middle of an edge.
    ball = Image.radial_gradient("L").point([round(255 * max(0.0, 1 - v / 179) ** power) for v in range(256)])
    ball = ball.crop((1, 1, 255, 255)).resize((round(radius * 2), round(radius * 2 * squash)),
        Image.Resampling.BICUBIC)
    plate = blank()
    plate.paste(ball, (round(at[0] - radius), round(at[1] - radius * squash)))
    return plate


def bokeh(
    seed: int, count: int, box: tuple[float, float, float, float], sizes: tuple[float, float],
        colours: Sequence[Colour]
) -> Image.Image:
    """Out-of-focus lights on black: discs with a brighter rim, to be added to a picture."""
    source = random.Random(seed)
    plate = plain((0, 0, 0))
    for _ in range(count):
        x, y = source.uniform(box[0], box[2]), source.uniform(box[1], box[3])
        r = source.uniform(*sizes)
        colour = between((0, 0, 0), source.choice(colours), source.uniform(0.25, 0.8))
        disc = Image.new("L", (round(r * 2) + 8, round(r * 2) + 8), 0)
        pen = ImageDraw.Draw(disc)
        pen.ellipse((4, 4, r * 2 + 4, r * 2 + 4), fill=200, outline=255, width=max(1, round(r / 11)))
        disc = blur(disc, max(1.0, r / 26))
        spot = Image.new("RGB", disc.size)
        spot.paste(colour, (0, 0, *disc.size), disc)
        place = (round(x - r), round(y - r))
        region = plate.crop((*place, place[0] + disc.width, place[1] + disc.height))
        plate.paste(ImageChops.screen(region, spot), place)
    return plate


def specks(seed: int, count: int, sizes: tuple[float, float], soft: float, slant: float = 0.0) -> Image.Image:
    """Falling flakes or drops as a mask; slant draws them as streaks of that many radii."""
    source = random.Random(seed)
    plate = blank()
    pen = ImageDraw.Draw(plate)
    for _ in range(count):
        x, y, r = source.uniform(0, WIDTH), source.uniform(0, HEIGHT), source.uniform(*sizes)
        tone = source.randint(110, 255)
        if slant:
            pen.line((x, y, x - r * slant * 0.3, y + r * slant), fill=tone, width=max(1, round(r)))
        else:
            pen.ellipse((x - r, y - r, x + r, y + r * source.uniform(0.9, 1.3)), fill=tone)
    return blur(plate, soft)


def mirrored(image: Image.Image, line: int, seed: int, ripple: float, dim: float) -> Image.Image:
    """What stands above a line, reflected below it in wet ground or water."""
    flipped = ImageOps.flip(image.crop((0, max(0, 2 * line - HEIGHT), WIDTH, line)))
    flipped = flipped.resize((WIDTH, HEIGHT - line))
    low = blur(flipped.resize((WIDTH // 2, max(2, (HEIGHT - line) // 10))),
        2).resize((WIDTH, HEIGHT - line), Image.Resampling.BICUBIC)
    shine = Image.blend(low, blur(flipped, 5), 0.25)
    source = random.Random(seed)
    out = Image.new("RGB", shine.size)
    y = 0
    while y < shine.height:
        tall = max(2, round((2 + y / 22) * source.uniform(0.6, 1.5)))
        strip = shine.crop((0, y, WIDTH, min(shine.height, y + tall)))
        shift = round(source.gauss(0, ripple * (0.3 + y / shine.height)))
        out.paste(ImageChops.offset(strip, shift, 0), (0, y))
        y += tall
    image = image.copy()
    image.paste(grade(blur(out, 1.2), (0, 0, 0), (round(255 * dim),) * 3, 1.1), (0, line))
    return image


def fade_rgb(image: Image.Image, share: float) -> Image.Image:
    return image.point([round(v * share) for v in range(256)] * 3)
