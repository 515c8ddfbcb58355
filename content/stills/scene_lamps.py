"""Lamps over dark water and courtyards."""

from __future__ import annotations

import random

from darkroom import (
    HEIGHT,
    SIZE,
    WIDTH,
    between,
    blank,
    blur,
    both,
    discs,
    edge,
    either,
    fade,
    grade,
    gradient,
    levels,
    lines,
    mask_of,
    noise,
    paint,
    plain,
    polygon,
    ramp,
    ridge,
    smooth,
    under,
)
from figures import Stance, limb, oval, person, place
from lamps import glow, light, mirrored, specks
from PIL import Image, ImageChops, ImageDraw, ImageOps


def last_ferry() -> Image.Image:
    """A double-decked ferry leaving the city at dusk."""
    image = gradient([(0, (26, 32, 66)), (0.22, (70, 62, 104)), (0.4, (190, 104, 100)),
        (0.5, (246, 172, 108)), (0.56, (252, 206, 150)), (1, (30, 30, 54))])
    cloud = noise(61, (2, 9), 5)
    paint(image, (72, 52, 88), fade(both(levels(cloud, 120, 215), ramp([(0, 255), (0.45, 190), (0.55, 0)])),
        0.7))
    image = light(image, (255, 150, 90), fade(both(levels(ImageChops.invert(cloud), 150, 240),
        ramp([(0.1, 0), (0.42, 255), (0.56, 60)])), 0.45))
    line = 762
    for i, (left, right, rough, tone) in enumerate(((600, 560, 110, (150, 92, 104)),
        (640, 700, 120, (88, 60, 88)))):
        paint(image, tone, polygon(under(ridge(18 + i, left, right, rough), line), 2))
    towers = blank()
    pen = ImageDraw.Draw(towers)
    source = random.Random(14)
    lamps: list[tuple[float, float]] = []
    x = -10.0
    while x < WIDTH:
        wide = source.uniform(22, 60)
        tall = abs(source.gauss(0, 1)) * 80 + 40 + 130 * max(0.0, 1 - abs(x - 1480) / 420)
        pen.rectangle((x, line - tall, x + wide, line), fill=255)
        lamps += [(x + source.uniform(2, wide - 3), line - source.uniform(4, tall - 4))
            for _ in range(round(tall / 9))]
        x += wide + source.uniform(-6, 10)
    paint(image, (54, 44, 76), blur(towers, 1.5))
    dots = blank()
    pen = ImageDraw.Draw(dots)
    for x, y in lamps:
        pen.rectangle((x, y, x + 3, y + 4), fill=source.randint(90, 255))
    image = light(image, (255, 216, 150), blur(dots, 0.8))
    image = light(image, (255, 150, 80), blur(dots, 7))
    image = light(image, (255, 160, 90), fade(glow((560, line), 900, 2.2, 0.5), 0.5))
    return _ferry(image, line, source)


def _ferry(image: Image.Image, line: int, source: random.Random) -> Image.Image:
    """The boat with its windows and passengers."""
    far_water = gradient([(0.58, (168, 108, 104)), (0.62, (96, 66, 92))])
    paint(image, far_water, polygon([(-5, line), (WIDTH + 5, line), (WIDTH + 5, 810), (-5, 810)], 1))
    boat = ferry_hull()
    paint(image, (24, 22, 36), boat)
    windows = blank()
    pen = ImageDraw.Draw(windows)
    for deck, (y, x0, x1) in enumerate(((642, 560, 1230), (716, 500, 1300))):
        for i in range(round((x1 - x0) / 38)):
            pen.rounded_rectangle((x0 + i * 38, y, x0 + i * 38 + 28, y + 34 - deck * 4), 3,
                fill=source.randint(190, 255))
    passengers = blank()
    pen = ImageDraw.Draw(passengers)
    for _ in range(17):
        x = 560 + source.uniform(0, 640)
        pen.ellipse((x - 7, 650, x + 7, 668), fill=255)
        pen.rectangle((x - 12, 666, x + 12, 678), fill=255)
    image.paste((255, 196, 112), (0, 0, *SIZE), blur(windows, 0.8))
    paint(image, (60, 38, 30), both(blur(passengers, 1), windows))
    image = light(image, (255, 160, 70), fade(blur(windows, 16), 0.9))
    return _swell(image)


def _swell(image: Image.Image) -> Image.Image:
    """The water, the wake and the rail we lean on."""
    image = mirrored(image, 800, 8, 16, 0.86)
    swell = noise(33, (10, 90), 4).transform(SIZE, Image.Transform.QUAD, (200, 0, 0, HEIGHT, WIDTH, HEIGHT,
        WIDTH - 200, 0))
    paint(image, (20, 20, 42), fade(both(levels(swell, 100, 210),
        ramp([(0.615, 0), (0.66, 190), (1, 255)])), 0.75))
    image = light(image, (255, 190, 140), fade(both(levels(ImageChops.invert(swell), 165, 250),
        ramp([(0.615, 0), (0.63, 190), (0.9, 90)])), 0.55))
    wake = polygon(smooth([(1360, 802), (1500, 806), (1960, 812), (1960, 850), (1500, 824)], 6), 5)
    paint(image, (255, 214, 178), fade(both(wake, levels(noise(3, (60, 60), 3), 60, 200)), 0.5))
    rail = mask_of(railing, 4.5)
    paint(image, (9, 9, 16), rail)
    return image


def ferry_hull() -> Image.Image:
    hull = [(395, 752), (1415, 752), (1372, 806), (440, 806)]
    decks = [(470, 700), (1335, 700), (1335, 756), (470, 756)]
    upper = [(535, 624), (1265, 624), (1265, 704), (535, 704)]
    roof = [(500, 612), (1300, 612), (1288, 628), (512, 628)]
    funnel = [(850, 540), (930, 540), (938, 616), (842, 616)]
    wheel = [(600, 578), (690, 578), (700, 616), (590, 616)]
    mask = blank()
    for part in (hull, decks, upper, roof, funnel, wheel):
        mask = either(mask, polygon(part, 0.8))
    masts = lines([[(x, y), (x, 612)] for x, y in ((560, 500), (1180, 520), (1402, 700))], 4, 0.8)
    return either(mask, masts)


def railing(pen: ImageDraw.ImageDraw, k: float) -> None:
    pen.line((0, 1150 * k, WIDTH * k, 1092 * k), fill=255, width=round(30 * k))
    pen.line((0, 1236 * k, WIDTH * k, 1184 * k), fill=255, width=round(13 * k))
    for x in (150, 700, 1260, 1820):
        pen.line((x * k, 1110 * k, x * k, 1320 * k), fill=255, width=round(24 * k))


def lanterns() -> Image.Image:
    """Rows of paper lanterns over a courtyard, a figure on the steps."""
    image = gradient([(0, (16, 8, 12)), (0.4, (58, 20, 18)), (0.62, (120, 46, 22)), (0.72, (66, 26, 18)),
        (1, (16, 8, 8))])
    vx, vy = 975.0, 690.0
    hall = plain((24, 10, 10))
    paint(image, (38, 15, 13), polygon([(560, 420), (1390, 420), (1390, 760), (560, 760)], 2))
    image = light(image, (255, 150, 60), fade(polygon([(880, 520), (1070, 520), (1070, 756), (880, 756)],
        6), 0.9))
    image = light(image, (255, 130, 50), fade(glow((vx, 640), 420, 1.7), 0.8))
    roof = smooth([(430, 440), (520, 404), (640, 350), (720, 300), (975, 290), (1230, 300), (1310, 350),
        (1430, 404), (1520, 440), (1400, 432), (975, 424), (550, 432)], 6)
    paint(image, (16, 8, 10), polygon(roof, 1.5))
    for x in (600, 735, 868, 1082, 1215, 1350):
        paint(image, (20, 8, 8), polygon([(x - 13, 424), (x + 13, 424), (x + 13, 760), (x - 13, 760)], 1))
    for side in (-1, 1):
        paint(image, hall, polygon([(vx + side * 420, 400), (vx + side * 1100, -160),
            (vx + side * 1100, 1320), (vx + side * 420, 780)], 2))
        for i in range(6):
            at = 430 + 620 * (i / 5) ** 1.5
            paint(image, (9, 5, 6), polygon([(vx + side * at, 390 - at * 0.5 + 180),
                (vx + side * (at + 14 + 10 * i), 390 - at * 0.5 + 180), (vx + side * (at + 14 + 10 * i),
                700 + at * 0.36), (vx + side * at, 700 + at * 0.36)], 1.5))
    return _court(image, vx, vy)


def _court(image: Image.Image, vx: float, vy: float) -> Image.Image:
    """Steps, floor and the rows of lanterns."""
    for i in range(7):
        y = 756 + i * 13
        paint(image, between((150, 66, 34), (48, 20, 14), i / 6),
            polygon([(vx - 190 - i * 34, y), (vx + 190 + i * 34, y), (vx + 196 + i * 34, y + 7),
            (vx - 196 - i * 34, y + 7)], 1))
    stones = noise(81, (30, 26), 4)
    floor = both(levels(stones, 80, 220), ramp([(0.655, 0), (0.67, 255)]))
    image = light(image, (140, 58, 26), fade(floor, 0.32))
    image = light(image, (255, 150, 70),
        fade(both(glow((vx, 900), 620, 1.6, 0.7), ramp([(0.65, 0), (0.67, 255)])), 0.5))
    rows = [(d / 11, x) for d in range(12) for x in (-1.0, -0.62, -0.24, 0.24, 0.62, 1.0)]
    for depth, x in rows:
        near = depth**2.1
        cx = vx + x * (290 + 1150 * near)
        cy = vy - 330 - 560 * near + 40 * abs(x) * (1 - near)
        image = lantern(image, (cx, cy), 13 + 92 * near, 1 + 12 * max(0.0, near - 0.35),
            round(depth * 97 + x * 31))
    robe = smooth([(-0.03, 0.13), (0.03, 0.13), (0.1, 0.18), (0.13, 0.3), (0.17, 0.52), (0.1, 0.54),
        (0.115, 0.75), (0.17, 1.0), (-0.17, 1.0), (-0.115, 0.75), (-0.1, 0.54), (-0.17, 0.52), (-0.13, 0.3),
        (-0.1, 0.18)], 6)
    shape = place([robe, oval(0, 0.072, 0.043, 0.06), oval(0, 0.0, 0.028, 0.03),
        limb([(0, 0.16, 0.03), (0, 0.1, 0.026)])], (vx + 8, 868), 252, 1)
    paint(image, (14, 6, 7), shape)
    rim = edge(shape, 2, (0, 4))
    image = light(image, (255, 170, 90), fade(rim, 0.9))
    paint(image, (10, 5, 6), fade(polygon([(vx - 30, 868), (vx + 48, 868), (vx + 150, 1240),
        (vx - 132, 1240)], 16), 0.6))
    image = light(image, (255, 150, 80), fade(specks(31, 120, (1.2, 3.4), 1.4), 0.8))
    return grade(image, (8, 4, 10), (255, 246, 226), 0.95, 0.2)


def lantern(image: Image.Image, at: tuple[float, float], r: float, soft: float, seed: int) -> Image.Image:
    """A round paper lantern, lit from within, with its ribs and tassel."""
    x, y = at
    if not -r * 2 < x < WIDTH + r * 2 or y < -r * 2:
        return image
    span = round(r * 2.4 + soft * 4) + 6
    box = (round(x - span), round(y - span), round(x + span), round(y + span * 1.9))
    size = (box[2] - box[0], box[3] - box[1])
    mask = Image.new("L", size, 0)
    pen = ImageDraw.Draw(mask)
    ImageDraw.Draw(mask).ellipse((span - r, span - r * 0.84, span + r, span + r * 0.84), fill=255)
    warmth = random.Random(seed).uniform(0.75, 1.0)
    paper = Image.radial_gradient("L").resize((round(r * 3), round(r * 2.8)))
    shade = Image.new("L", size, 255)
    shade.paste(paper, (round(span - r * 1.5), round(span - r * 1.2)))
    body = ImageOps.colorize(shade, (255, round(228 * warmth), round(150 * warmth)), (132, 18, 10),
        (246, round(104 * warmth), 34))
    pen = ImageDraw.Draw(body)
    for i in range(-3, 4):
        w = abs(i) * r * 0.29
        pen.arc((span - w, span - r * 0.84, span + w, span + r * 0.84), 90 if i > 0 else -90, 270 if i <= 0
            else 450, fill=(150, 36, 14), width=max(1, round(r / 34)))
    pen.rectangle((span - r * 0.3, span - r * 0.92, span + r * 0.3, span - r * 0.78), fill=(40, 14, 8))
    ImageDraw.Draw(mask).rectangle((span - r * 0.3, span - r * 0.92, span + r * 0.3, span - r * 0.78),
        fill=255)
    pen.line((span, span + r * 0.8, span, span + r * 1.9), fill=(190, 50, 24), width=max(2, round(r / 9)))
    ImageDraw.Draw(mask).line((span, span + r * 0.8, span, span + r * 1.9), fill=255,
        width=max(2, round(r / 9)))
    image = light(image, (255, 110, 40), fade(glow(at, r * 3.4, 2.6), 0.5)) if r > 20 else image
    image.paste(blur(body, soft), box[:2], blur(mask, 0.8 + soft))
    return image


def paper_moon() -> Image.Image:
    """A paper moon lit over village roofs and a puppet stage."""
    image = gradient([(0, (8, 15, 36)), (0.5, (24, 40, 72)), (0.75, (44, 54, 80)), (1, (14, 14, 26))])
    stars = specks(6, 320, (0.6, 1.7), 0.5)
    image = light(image, (210, 220, 255), fade(both(stars, ramp([(0, 255), (0.55, 0)])), 0.7))
    hill = polygon(under(ridge(88, 820, 760, 120)), 4)
    paint(image, (17, 25, 46), hill)
    at = (1270.0, 400.0)
    image = light(image, (255, 214, 140), fade(glow(at, 720, 2.3), 0.55))
    disc = discs([(at[0] - 168, at[1] - 168, at[0] + 168, at[1] + 168)], 1.2)
    face = gradient([(0.15, (255, 236, 176)), (0.45, (250, 206, 128))])
    kraft = noise(12, (50, 40), 4)
    paint(face, (206, 150, 84), fade(levels(kraft, 110, 230), 0.5))
    paint(face, (214, 160, 92), fade(lines([[(x, 200), (x, 600)] for x in range(1100, 1450, 11)], 1.5, 0.8),
        0.4))
    creases = lines([[(1270, 228), (1262, 574)], [(1102, 420), (1440, 396)]], 4, 1.5)
    paint(face, (180, 116, 58), fade(creases, 0.7))
    paint(image, face, disc)
    string = lines([[(1270, 0), (1270, 236)]], 2.4, 0.8)
    paint(image, (210, 180, 130), fade(string, 0.8))
    return _village(image)


def _village(image: Image.Image) -> Image.Image:
    """Roofs in four rows and the child on the second."""
    roofs = random.Random(40)
    for row in range(4):
        tone = between((27, 31, 52), (7, 8, 15), row / 3)
        outlines, panes = blank(), blank()
        x = -120.0
        while x < WIDTH:
            wide, top = roofs.uniform(260, 470), 800 + row * 95 + roofs.uniform(-30, 30)
            rise = roofs.uniform(60, 110)
            slope = [(0, 0.72), (0.05, 0.8), (0.25, 0.5), (0.46, 0), (0.54, 0), (0.75, 0.5), (0.95, 0.8),
                (1, 0.72)]
            curve = smooth([(x + wide * a, top + rise * b) for a, b in slope], 6, closed=False)
            ImageDraw.Draw(outlines).polygon([*curve, (x + wide * 0.9, HEIGHT + 10),
                (x + wide * 0.1, HEIGHT + 10)], fill=255)
            if roofs.random() < 0.65:
                wx, wy = x + wide * roofs.uniform(0.3, 0.6), top + rise + 26
                ImageDraw.Draw(panes).rectangle((wx, wy, wx + 34, wy + 30), fill=255)
            x += wide * roofs.uniform(0.7, 0.95)
        outlines = blur(outlines, 1.4)
        paint(image, tone, outlines)
        rim = edge(outlines, 2, (-2, 5))
        image = light(image, (255, 200, 120), fade(rim, 0.42))
        image = light(image, (255, 166, 84), blur(panes, 1.5))
        image = light(image, (255, 130, 60), fade(blur(panes, 22), 0.9))
    child = place(person(Stance(0.0, 0.0, hem=0.62, flare=0.13, hair=True, arm=0.03)), (742, 884), 178, 1)
    paint(image, (9, 10, 18), child)
    rim = edge(child, 2, (-4, 3))
    image = light(image, (255, 206, 130), fade(rim, 0.9))
    return image


def night_harbour() -> Image.Image:
    """For the starter festival: harbour lamps and their reflections."""
    image = gradient([(0, (9, 14, 34)), (0.45, (30, 44, 78)), (0.6, (92, 84, 104)), (1, (8, 12, 24))])
    line = 790
    paint(image, (22, 28, 50), polygon(under(ridge(122, 640, 560, 140), line), 2))
    source = random.Random(33)
    lamps = blank()
    pen = ImageDraw.Draw(lamps)
    for _ in range(240):
        x, y = source.uniform(0, WIDTH), line - abs(source.gauss(0, 1)) * 60 - 4
        r = source.uniform(1.4, 3.6)
        pen.ellipse((x - r, y - r, x + r, y + r), fill=source.randint(120, 255))
    image = light(image, (255, 206, 140), lamps)
    image = light(image, (255, 160, 90), fade(blur(lamps, 9), 1))
    for x, hull in ((520, 1.0), (1220, 1.35), (1610, 0.8)):
        shape = smooth([(x - 130 * hull, line - 40 * hull), (x + 120 * hull, line - 28 * hull),
            (x + 92 * hull, line + 12), (x - 100 * hull, line + 12)], 5)
        paint(image, (9, 12, 22), polygon(shape, 1))
        paint(image, (9, 12, 22), polygon([(x - 3, line - 300 * hull), (x + 3, line - 300 * hull),
            (x + 4, line), (x - 4, line)], 1))
        image = light(image, (255, 236, 190), glow((x, line - 292 * hull), 46 * hull, 1.4))
    image = mirrored(image, line + 12, 21, 14, 0.8)
    swell = noise(49, (10, 100), 4)
    paint(image, (9, 13, 28), fade(both(levels(swell, 110, 210), ramp([(0.615, 0), (0.68, 255)])), 0.6))
    paint(image, (5, 7, 13), polygon([(-10, 1130), (700, 1180), (760, 1320), (-10, 1320)], 4))
    pair = either(place(person(Stance(hem=0.7, hair=True)), (300, 1180), 400, 1.4),
        place(person(Stance(hem=0.66, hat=True)), (410, 1196), 430, 1.4))
    paint(image, (5, 7, 13), pair)
    rim = edge(pair, 4, (-6, 3))
    return grade(light(image, (255, 190, 120), fade(both(rim, pair), 0.35)), (4, 8, 18), (255, 248, 236), 0.8)
