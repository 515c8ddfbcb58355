"""Black and white: a sea wall, a town wall, a river in ink."""

from __future__ import annotations

import random
from itertools import pairwise

from darkroom import (
    HEIGHT,
    SIZE,
    WIDTH,
    blur,
    both,
    discs,
    edge,
    either,
    fade,
    gradient,
    levels,
    lines,
    mask_of,
    noise,
    paint,
    polygon,
    ramp,
    ridge,
    smooth,
    under,
)
from figures import Stance, branches, limb, oval, person, place, seated, woman
from lamps import glow, light
from PIL import Image, ImageChops, ImageDraw


def tokyo_story() -> Image.Image:
    """An old couple on a sea wall, the islands beyond."""
    image = gradient([(0, (168, 168, 168)), (0.3, (205, 205, 205)), (0.47, (228, 228, 228)),
        (0.5, (206, 206, 206)), (1, (150, 150, 150))])
    paint(image, (240, 240, 240), fade(both(levels(noise(6, (3, 5), 5), 110, 235),
        ramp([(0, 255), (0.42, 60), (0.47, 0)])), 0.6))
    for i, (left, right, rough, tone) in enumerate(((560, 600, 70, 196), (602, 540, 95, 168),
        (606, 622, 46, 132))):
        line = [(x, min(y, 612)) for x, y in ridge(50 + i, left, right, rough)]
        hill = both(polygon(under(line), 3), ramp([(0.471, 255), (0.473, 0)]))
        paint(image, (tone,) * 3, hill)
        paint(image, (224, 224, 224), both(fade(hill, 0.55), ramp([(0.38, 0), (0.47, 255)])))
    sea = noise(9, (9, 130), 3).transform(SIZE, Image.Transform.QUAD, (0, 0, 420, HEIGHT, WIDTH - 420,
        HEIGHT, WIDTH, 0))
    paint(image, (236, 236, 236), both(levels(sea, 140, 220), ramp([(0.472, 0), (0.475, 120), (0.75, 190),
        (1, 60)])))
    paint(image, (88, 88, 88), both(levels(ImageChops.invert(sea), 150, 230),
        ramp([(0.472, 0), (0.5, 60), (0.8, 130), (1, 160)])))
    boat = smooth([(1430, 640), (1446, 656), (1560, 656), (1590, 636), (1540, 642), (1470, 644)], 5)
    paint(image, (70, 70, 70), polygon(boat, 1.2))
    paint(image, (70, 70, 70), polygon([(1500, 640), (1502, 560), (1506, 560), (1508, 640)], 1))
    return _couple(image)


def _couple(image: Image.Image) -> Image.Image:
    """The wall and the two who sit on it."""
    wall = gradient([(0.7, (150, 150, 150)), (0.76, (108, 108, 108)), (1, (52, 52, 52))])
    stones = noise(31, (60, 26), 4)
    paint(wall, (60, 60, 60), fade(levels(stones, 140, 240), 0.5))
    paint(wall, (190, 190, 190), fade(both(levels(ImageChops.invert(stones), 170, 250),
        ramp([(0.7, 255), (0.86, 40)])), 0.5))
    paint(image, wall, polygon([(-10, 972), (WIDTH + 10, 946), (WIDTH + 10, HEIGHT), (-10, HEIGHT)], 1.2))
    paint(image, (222, 222, 222),
        fade(polygon([(-10, 966), (WIDTH + 10, 940), (WIDTH + 10, 954), (-10, 982)], 1), 0.85))
    for x, tall, tone, back in ((820, 452, 38, 0.04), (1086, 396, 58, -0.06)):
        shape = place(seated(back), (x, 976), tall, 1.4)
        paint(image, (tone,) * 3, shape)
        folds = noise(60 + x, (16, 3), 3)
        paint(image, (tone + 34,) * 3, both(fade(levels(folds, 120, 240), 0.6), shape))
        head = place([oval(back * 0.87, 0.132, 0.087, 0.12)], (x, 976), tall, 2)
        paint(image, (30 if x > 900 else 50,) * 3, fade(head, 0.85))
        collar = place([limb([(back * 0.7 - 0.09, 0.295, 0.014), (back * 0.7, 0.318, 0.017),
            (back * 0.7 + 0.09, 0.295, 0.014)])], (x, 976), tall, 1)
        paint(image, (226, 226, 226), fade(collar, 0.85))
        rim = edge(shape, 3, (-5, 4))
        paint(image, (240, 240, 240), fade(rim, 0.75))
    bun = place([oval(-0.052, 0.215, 0.052, 0.046)], (1086, 976), 396, 1)
    paint(image, (24, 24, 24), bun)
    fan = place([oval(0.36, 0.5, 0.105, 0.12, 12), limb([(0.22, 0.62, 0.03), (0.31, 0.64, 0.026),
        (0.36, 0.6, 0.018)])], (1086, 976), 396, 1)
    paint(image, (206, 206, 206), fan)
    return image


def spring_in_a_small_town() -> Image.Image:
    """A woman on a broken town wall under a bare tree."""
    image = gradient([(0, (176, 176, 176)), (0.5, (222, 222, 222)), (0.75, (196, 196, 196)),
        (1, (120, 120, 120))])
    paint(image, (150, 150, 150), fade(both(levels(noise(21, (3, 4), 5), 100, 240),
        ramp([(0, 255), (0.6, 40)])), 0.6))
    image = light(image, (255, 255, 255), fade(glow((620, 560), 760), 0.4))
    for i, (left, right, rough, tone) in enumerate(((760, 640, 90, 190), (820, 760, 70, 160))):
        hill = polygon(under(ridge(70 + i, left, right, rough)), 5)
        paint(image, (tone,) * 3, hill)
    shape = place(woman(), (880, 1085), 500, 1.2)
    paint(image, (44, 44, 44), shape)
    rim = edge(shape, 3, (6, 3))
    paint(image, (236, 236, 236), fade(rim, 0.7))
    return _town_wall(image)


def _town_wall(image: Image.Image) -> Image.Image:
    """The wall before her, tree and grass before the wall."""
    outline: list[tuple[float, float]] = [(-20, 900)]
    source = random.Random(12)
    x = -20.0
    while x < 1240:
        top = 880 + x * 0.075
        broken = source.uniform(-8, 10)
        outline += [(x, top + broken), (x + 64, top + 4 + broken), (x + 66, top + 62), (x + 108, top + 66)]
        x += 110
    outline += [(1260, 1010), (1310, 1040), (1380, 1052), (1440, 1098), (1530, 1120), (1560, 1180),
        (1680, 1206), (1760, 1262), (WIDTH, 1290), (WIDTH, 1320), (-20, 1320)]
    wall = polygon(outline, 1.6)
    bricks = gradient([(0.65, (122, 122, 122)), (0.8, (84, 84, 84)), (1, (34, 34, 34))])
    rough = noise(44, (70, 60), 4)
    paint(bricks, (40, 40, 40), fade(levels(rough, 130, 240), 0.6))
    rows = lines([[(0, 870 + i * 22), (WIDTH, 960 + i * 22)] for i in range(-6, 26)], 2, 1.2, 200)
    paint(bricks, (30, 30, 30), fade(rows, 0.45))
    paint(image, bricks, wall)
    crest = edge(wall, 2, (3, 7))
    paint(image, (226, 226, 226), fade(crest, 0.6))
    tree = branches(5, (1690, 1290), 270, 101, 34, 8, droop=6)
    paint(image, (24, 24, 24), blur(tree, 1))
    far = branches(9, (210, 900), 120, 84, 9, 7)
    paint(image, (120, 120, 120), fade(blur(far, 2.4), 0.85))
    grass = mask_of(blades, 1.0)
    paint(image, (18, 18, 18), grass)
    mist = both(levels(noise(18, (3, 3), 3), 90, 230), ramp([(0.45, 0), (0.64, 230), (0.78, 0)]))
    paint(image, (226, 226, 226), fade(mist, 0.5))
    return image


def blades(pen: ImageDraw.ImageDraw, k: float) -> None:
    source = random.Random(3)
    for _ in range(420):
        x = source.uniform(-20, WIDTH)
        foot = HEIGHT + 10
        tall = source.uniform(30, 150) * (0.5 + abs(x - 900) / 1100)
        sway = source.uniform(-10, 46)
        pen.polygon([(x * k, foot * k), ((x + sway) * k, (foot - tall) * k), ((x + 5) * k, foot * k)],
            fill=255)


def the_ferry() -> Image.Image:
    """A ferryman in ink wash, the far bank only guessed."""
    paper = noise(2, (160, 110), 3)
    image = gradient([(0, (226, 226, 226)), (0.5, (243, 243, 243)), (1, (214, 214, 214))])
    for i, (base, rough, tone) in enumerate(((420, 210, 214), (520, 260, 182), (600, 190, 142))):
        line = ridge(210 + i * 7, base + 120 - 110 * i, base - 60 + 90 * i, rough, 0.55)
        body = polygon(under(line), 2.5 + 2 * (2 - i))
        wash = both(body, levels(noise(40 + i, (5, 5), 5), 10, 200))
        fading = both(wash, ramp([(0, 255), (0.3, 255), (0.52 + 0.02 * i, 0)]))
        paint(image, (tone,) * 3, fading)
        rim = edge(body, 7, (0, 16))
        paint(image, (max(0, tone - 90),) * 3, both(fade(rim, 0.75), levels(noise(90 + i, (12, 6), 4), 60,
            190)))
    water = noise(52, (4, 60), 3)
    paint(image, (150, 150, 150),
        fade(both(levels(water, 168, 240), ramp([(0.55, 0), (0.7, 160), (1, 220)])), 0.55))
    hull = smooth([(820, 912), (870, 950), (1000, 972), (1190, 968), (1300, 930), (1352, 880), (1290, 918),
        (1180, 940), (1010, 944), (890, 930)], 8)
    paint(image, (30, 30, 30), polygon(hull, 1.6))
    reflection = ImageChops.offset(polygon(hull, 12), 0, 52)
    paint(image, (120, 120, 120), both(fade(reflection, 0.55), levels(water, 70, 190)))
    man = place(person(Stance(0.09, 0.06, hem=0.62, flare=0.12, arm=0.06)), (1222, 942), 270, 1.4)
    hat = place([[(-0.13, 0.055), (0.066, -0.055), (0.262, 0.055)]], (1222, 942), 270, 1.2)
    paint(image, (34, 34, 34), either(man, hat))
    paint(image, (26, 26, 26), lines([[(1150, 690), (1400, 1060)]], 6, 1))
    child = place(seated(0.05), (1000, 950), 150, 1.2)
    paint(image, (86, 86, 86), child)
    reed_soft = mask_of(reeds, 1.2)
    paint(image, (40, 40, 40), reed_soft)
    blot = levels(blur(noise(71, (3, 2), 5), 8), 120, 250)
    paint(image, (90, 90, 90), fade(both(blot, ramp([(0.72, 0), (1, 255)])), 0.8))
    sun = discs([(420, 190, 560, 330)], 3)
    paint(image, (250, 250, 250), fade(sun, 0.8))
    paint(image, (196, 196, 196), fade(levels(paper, 150, 250), 0.25))
    return image


def reeds(pen: ImageDraw.ImageDraw, k: float) -> None:
    source = random.Random(15)
    for _ in range(46):
        x = 40 + abs(source.gauss(0, 170))
        foot = HEIGHT + 10
        tall = source.uniform(120, 470)
        sway = source.uniform(20, 190)
        stem = smooth([(x, foot), (x + sway * 0.2, foot - tall * 0.6), (x + sway, foot - tall)], 10,
            closed=False)
        for i, (p, q) in enumerate(pairwise(stem)):
            pen.line((p[0] * k, p[1] * k, q[0] * k, q[1] * k), fill=source.randint(150, 255),
                width=max(1, round((7 - i * 0.32) * k * 0.6)))
