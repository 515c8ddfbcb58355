"""Snow: a forest, a train in the north."""

from __future__ import annotations

import random

from darkroom import (
    SIZE,
    WIDTH,
    between,
    blank,
    blur,
    both,
    edge,
    fade,
    grade,
    gradient,
    levels,
    mask_of,
    noise,
    paint,
    plain,
    polygon,
    quick,
    ramp,
    ridge,
    smooth,
    under,
)
from figures import Stance, fir, oval, person, place, profile
from lamps import glow, light, specks
from PIL import Image, ImageChops, ImageDraw


def cliff_walkers() -> Image.Image:
    """Four agents crossing a white slope below a fir forest."""
    image = gradient([(0, (132, 148, 164)), (0.42, (206, 212, 216)), (0.6, (226, 229, 230)),
        (1, (196, 206, 217))])
    cloud = noise(11, (3, 2), 4)
    paint(image, (112, 130, 148), fade(both(levels(cloud, 90, 230), ramp([(0, 255), (0.5, 0)])), 0.6))
    source = random.Random(4)
    for layer in range(6):
        share = layer / 5
        base = 520 + share * 210
        line = ridge(30 + layer, base - 60 + 30 * layer, base - 90 * share + 30, 60)
        tone = between((196, 205, 213), (38, 47, 58), share**1.25)
        plate = blank()
        spacing = 20 + 34 * share
        x = -40.0
        while x < WIDTH + 40:
            y = line[min(len(line) - 1, int((x + 40) / (WIDTH + 80) * (len(line) - 1)))][1]
            gap = 0.3 + 0.7 * abs((x / WIDTH) - 0.56) * 2.0
            if source.random() < min(1.0, gap + 0.25 * (1 - share)):
                tall = (70 + 300 * share**1.4) * source.uniform(0.55, 1.15) * (0.6 + 0.5 * gap)
                plate.paste(255, (0, 0, *SIZE), fir_mask(source.randrange(10**6), (x, y + 18), tall))
            x += spacing * source.uniform(0.5, 1.5)
        plate.paste(255, (0, 0, *SIZE), polygon(under(line), 1))
        paint(image, tone, blur(plate, 2.4 * (1 - share) + 0.6))
        dusted = edge(plate, 2, (3, 5))
        paint(image, (226, 231, 235), fade(dusted, 0.3 * share + 0.12))
        paint(image, (222, 227, 231), both(fade(plate, 0.36 * (1 - share) + 0.06),
            ramp([(0.3, 0), (0.62, 255)])))
    return _snowfield(image)


def _snowfield(image: Image.Image) -> Image.Image:
    """The slope with the trail that leads over it."""
    ground = smooth([(-20, 790), (350, 742), (800, 760), (1250, 722), (1650, 742), (1980, 700),
        (1980, 1320), (-20, 1320)], 10)
    drift = gradient([(0.5, (222, 228, 234)), (0.72, (203, 213, 224)), (1, (142, 160, 182))])
    folds = noise(77, (3, 16), 4)
    paint(drift, (238, 241, 243), fade(levels(folds, 120, 235), 0.75))
    paint(drift, (146, 163, 186), fade(levels(ImageChops.invert(folds), 140, 250), 0.4))
    paint(image, drift, polygon(ground, 5))
    trail = mask_of(footprints, 1.3)
    paint(image, (112, 130, 154), fade(trail, 0.75))
    return _walkers(image)


def _walkers(image: Image.Image) -> Image.Image:
    """Four figures, each with a shadow, and the falling snow."""
    walkers = [
        (1168, 962, 318, Stance(0.045, 0.03, hat=True, hem=0.72, flare=0.118)),
        (1352, 930, 270, Stance(0.03, 0.02, hem=0.76, flare=0.12, hair=True)),
        (846, 1046, 424, Stance(0.06, 0.05, hat=True, bag=True, hem=0.72, flare=0.122)),
        (600, 1102, 446, Stance(0.05, 0.05, hem=0.78, flare=0.128, hair=True)),
    ]
    for x, y, tall, stance in walkers:
        shape = place(person(stance), (x, y), tall, 1.2)
        paint(image, (120, 138, 160), fade(blur(shadow(x, y, tall), 9), 0.5))
        paint(image, (25, 29, 36), shape)
        rim = edge(shape, 2, (5, 4))
        paint(image, (226, 231, 236), fade(rim, 0.75))
    haze = noise(93, (4, 3), 3)
    paint(image, (218, 224, 230),
        fade(both(levels(haze, 70, 240), ramp([(0.35, 0), (0.6, 255), (0.85, 0)])), 0.42))
    for seed, count, sizes, soft in ((1, 2600, (1.0, 2.4), 0.8), (2, 620, (2.2, 4.6), 1.6),
        (3, 90, (7, 15), 6), (5, 16, (22, 44), 17)):
        paint(image, (248, 250, 252), fade(specks(seed, count, sizes, soft), 0.9 if seed < 3 else 0.6))
    return image


def fir_mask(seed: int, at: tuple[float, float], height: float) -> Image.Image:
    return quick(fir(seed, at, height))


def footprints(pen: ImageDraw.ImageDraw, k: float) -> None:
    source = random.Random(8)
    path = smooth([(1370, 928), (1180, 958), (850, 1044), (610, 1100), (300, 1200), (20, 1330)], 40,
        closed=False)
    for lane in (-1, 1):
        for i, (x, y) in enumerate(path[:: 5]):
            if i % 2 == (lane > 0):
                grow = 0.4 + (y - 930) / 260
                dx, dy = x + source.uniform(-4, 4), y + lane * 7 * grow + source.uniform(-2, 2)
                pen.ellipse(((dx - 13 * grow) * k, (dy - 4 * grow) * k, (dx + 11 * grow) * k,
                    (dy + 4.5 * grow) * k), fill=230)


def shadow(x: float, y: float, tall: float) -> Image.Image:
    return polygon(oval(x - tall * 0.35, y + tall * 0.06, tall * 0.45, tall * 0.045, -8))


def timetable_of_snow() -> Image.Image:
    """A compartment at night, a passenger against a window full of snow."""
    image = plain((22, 20, 22))
    outside = gradient([(0.1, (104, 124, 150)), (0.45, (176, 190, 204)), (0.56, (206, 214, 222)),
        (0.75, (150, 164, 184))])
    hills = polygon(under(ridge(44, 560, 480, 110)), 6)
    paint(outside, (134, 150, 170), hills)
    source = random.Random(6)
    trees = blank()
    pen = ImageDraw.Draw(trees)
    for _ in range(34):
        x = source.uniform(200, 1800)
        pen.polygon(fir(source.randrange(10**6), (x, 700 + source.uniform(-10, 30)),
            source.uniform(80, 210)), fill=255)
    paint(outside, (62, 76, 94), fade(blur(trees, 5), 0.8))
    paint(outside, (214, 221, 228), polygon(under(ridge(47, 690, 716, 22)), 5))
    streaks = noise(90, (4, 200), 2)
    paint(outside, (240, 244, 248), fade(both(levels(streaks, 150, 240), ramp([(0.54, 0), (0.62, 255)])),
        0.5))
    flakes = specks(12, 900, (1.6, 4.2), 1.2)
    paint(outside, (250, 252, 255), fade(flakes, 0.9))
    glass = polygon([(432, 128), (1688, 150), (1688, 858), (432, 880)], 2.5)
    paint(image, (62, 44, 34), polygon([(372, 66), (1750, 92), (1750, 918), (372, 946)], 2))
    paint(image, outside, glass)
    frost = both(levels(noise(58, (9, 7), 5), 60, 220), glass)
    rim = both(ImageChops.invert(blur(glass, 90)), glass)
    paint(image, (236, 242, 248), fade(both(frost, levels(rim, 20, 130)), 0.9))
    return _compartment(image)


def _compartment(image: Image.Image) -> Image.Image:
    """Panelling, lamp and seats around the window."""
    wood = noise(63, (120, 3), 4)
    panel = gradient([(0, (70, 46, 32)), (0.6, (58, 36, 26)), (1, (22, 13, 11))])
    paint(panel, (34, 20, 15), fade(levels(wood, 110, 220), 0.6))
    paint(image, panel, ImageChops.invert(polygon([(372, 66), (1750, 92), (1750, 918), (372, 946)], 2)))
    image = light(image, (255, 176, 96), fade(glow((250, 250), 640, 1.9), 0.75))
    image = light(image, (255, 226, 178),
        fade(polygon(smooth([(196, 200), (304, 200), (334, 306), (166, 306)], 4), 5), 0.95))
    paint(image, (44, 30, 24), polygon([(372, 906), (1750, 880), (1750, 930), (372, 962)], 2))
    image = light(image, (200, 214, 230), fade(polygon([(432, 880), (1688, 858), (1700, 872), (420, 900)],
        4), 0.6))
    for turn, x in ((1, 170), (-1, 1860)):
        seat = smooth([(x - 260, 1330), (x - 240, 640), (x - 170, 560), (x + 120 * 1, 560), (x + 190, 640),
            (x + 215, 1330)], 8, closed=False)
        mask = polygon(seat, 4)
        plush = gradient([(0.4, (92, 30, 32)), (0.7, (62, 20, 24)), (1, (20, 8, 10))])
        paint(plush, (40, 12, 15), fade(levels(noise(77 + turn, (40, 2), 3), 110, 220), 0.6))
        paint(image, plush, mask)
    return _traveller(image)


def _traveller(image: Image.Image) -> Image.Image:
    """The passenger and the cup."""
    head = place(profile(knot=False), (1180, 1310), 900, 2.0, turn=-1)
    paint(image, (20, 17, 20), head)
    rim = edge(head, 6, (9, 2))
    image = light(image, (190, 206, 226), fade(rim, 0.85))
    rim = ImageChops.subtract(blur(head, 3), ImageChops.offset(blur(head, 14), 24, 8))
    image = light(image, (120, 80, 54), fade(both(rim, head), 0.35))
    cup = polygon(smooth([(640, 860), (722, 858), (712, 924), (652, 926)], 3), 1.4)
    paint(image, (226, 226, 222), cup)
    steam = both(glow((684, 760), 130, 1.6, 1.3), levels(noise(99, (9, 9), 4), 90, 220))
    image = light(image, (226, 232, 240), fade(steam, 0.7))
    paint(image, (226, 220, 200), polygon([(760, 912), (930, 904), (968, 930), (790, 940)], 1.4))
    return grade(image, (9, 9, 14), (255, 249, 240), 1.0, 0.22)
