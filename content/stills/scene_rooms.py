"""Interiors: papered doors, a loom, a bus, a television set."""

from __future__ import annotations

import random

from darkroom import (
    HEIGHT,
    SIZE,
    WIDTH,
    Colour,
    between,
    blank,
    blur,
    both,
    boxes,
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
    smooth,
)
from figures import place, profile, seated, woman
from lamps import bokeh, fade_rgb, glow, light, specks
from PIL import Image, ImageChops, ImageDraw, ImageOps


def two_gates() -> Image.Image:
    """A papered lattice from inside, a woman between lamp and daylight."""
    image = gradient([(0, (26, 18, 14)), (0.7, (46, 32, 24)), (1, (16, 11, 9))])
    wall = noise(16, (24, 14), 4)
    paint(image, (70, 50, 36), fade(levels(wall, 110, 240), 0.4))
    panes = [(250, 628), (660, 1038), (1090, 1468), (1500, 1800)]
    paper = gradient([(0.1, (255, 238, 206)), (0.5, (250, 214, 160)), (0.9, (214, 150, 92))])
    fibre = noise(24, (90, 60), 3)
    paint(paper, (214, 162, 104), fade(levels(fibre, 130, 240), 0.45))
    cool = gradient([(0.1, (206, 222, 236)), (0.9, (140, 158, 178))])
    paint(cool, (170, 190, 210), fade(levels(fibre, 130, 240), 0.4))
    for i, (x0, x1) in enumerate(panes):
        paint(image, (30, 20, 14), polygon([(x0 - 20, 110), (x1 + 20, 110), (x1 + 20, 1080),
            (x0 - 20, 1080)], 2))
        paint(image, cool if i == 3 else paper, polygon([(x0, 130), (x1, 130), (x1, 1060), (x0, 1060)], 1))
    leaves = noise(64, (12, 9), 4)
    shadow = both(levels(leaves, 140, 190), ramp([(0, 255), (0.5, 200), (0.75, 0)]))
    inside = boxes((x0, 130, x1, 1060) for x0, x1 in panes)
    paint(image, (150, 100, 64), fade(both(blur(shadow, 5), inside), 0.5))
    ghost = place(woman(), (845, 1180), 850, 9)
    paint(image, (104, 62, 40), fade(both(ghost, inside), 0.75))
    bars = mask_of(lambda d, k: lattice(d, k, panes), 1)
    paint(image, (34, 22, 15), bars)
    image = light(image, (255, 206, 140), fade(blur(both(inside, ImageChops.invert(bars)), 34), 0.35))
    return _sitter(image, panes)


def _sitter(image: Image.Image, panes: list[tuple[int, int]]) -> Image.Image:
    """The floor in the light of the panes, and a woman."""
    floor = gradient([(0.82, (92, 60, 34)), (1, (34, 22, 15))])
    paint(floor, (58, 38, 24), fade(levels(noise(96, (2, 40), 4), 110, 220), 0.6))
    paint(image, floor, polygon([(-5, 1090), (WIDTH + 5, 1090), (WIDTH + 5, HEIGHT + 5), (-5, HEIGHT + 5)],
        2))
    for i, (x0, x1) in enumerate(panes):
        tone = (190, 210, 230) if i == 3 else (255, 206, 130)
        image = light(image, tone,
            fade(polygon([(x0, 1092), (x1, 1092), (x1 - 120, 1320), (x0 - 190, 1320)], 12), 0.42))
    sitter = place(profile(), (1330, 1310), 760, 2.2, turn=-1)
    paint(image, (19, 13, 11), sitter)
    rim = edge(sitter, 6, (8, 2))
    image = light(image, (255, 206, 140), fade(rim, 0.9))
    rim = edge(sitter, 6, (-8, 3))
    image = light(image, (170, 196, 224), fade(rim, 0.55))
    dust = bokeh(3, 60, (200, 500, 1800, 1200), (2, 6), [(255, 220, 160)])
    return grade(ImageChops.screen(image, fade_rgb(dust, 0.5)), (10, 8, 9), (255, 248, 234), 1.0, 0.2)


def lattice(pen: ImageDraw.ImageDraw, k: float, panes: list[tuple[int, int]]) -> None:
    """Bars in three bands, closer in the middle, as on a papered door."""
    for x0, x1 in panes:
        wide = x1 - x0
        for i in range(1, 8):
            x = x0 + wide * i / 8
            pen.line((x * k, 130 * k, x * k, 1060 * k), fill=255, width=round(7 * k))
        for start, count in ((150, 4), (470, 7), (940, 4)):
            for i in range(count):
                y = start + i * 27
                pen.line((x0 * k, y * k, x1 * k, y * k), fill=255, width=round(7 * k))


def silk() -> Image.Image:
    """Warp threads of a loom, sharp in the middle only."""
    image = gradient([(0, (14, 20, 34)), (0.5, (34, 40, 58)), (1, (12, 12, 18))])
    hues: list[Colour] = [(214, 168, 82), (240, 206, 130), (176, 120, 52), (52, 82, 132), (96, 132, 176),
        (232, 222, 200), (142, 36, 44)]
    image = ImageChops.screen(image, bokeh(61, 26, (0, 0, WIDTH, 520), (40, 110),
        [(255, 200, 120), (120, 150, 200)]))
    image = blur(image, 10)
    source = random.Random(66)
    plates = {}
    vx, vy = 1240.0, -420.0
    for zone, (start, end) in {"far": (0.0, 0.35), "sharp": (0.12, 0.95), "near": (0.62, 1.15)}.items():
        sheet = plain((0, 0, 0))
        cover = blank()
        pen, mark = ImageDraw.Draw(sheet), ImageDraw.Draw(cover)
        random_threads = random.Random(67)
        for i in range(210):
            x = -900 + i * 18 + random_threads.uniform(-2, 2)
            hue = random_threads.choice(hues[:3] if (i // 21) % 3 == 0 else hues[3:5] if (i // 21) % 3 == 1
                else hues)
            hue = between(hue, (0, 0, 0), random_threads.uniform(0, 0.45))
            p = (vx + (x - vx) * (0.26 + 0.74 * start), vy + (1340 - vy) * (0.26 + 0.74 * start))
            q = (vx + (x - vx) * (0.26 + 0.74 * end), vy + (1340 - vy) * (0.26 + 0.74 * end))
            width = round(3 + 9 * end)
            pen.line((*p, *q), fill=hue, width=width)
            pen.line((p[0] - width * 0.2, p[1], q[0] - width * 0.2, q[1]),
                fill=between(hue, (255, 250, 230), 0.5), width=max(1, width // 4))
            mark.line((*p, *q), fill=255, width=width + 1)
        plates[zone] = (sheet, cover)
    for zone, soft in (("far", 9.0), ("sharp", 1.0), ("near", 13.0)):
        sheet, cover = plates[zone]
        sharpness = {"far": ramp([(0, 255), (0.3, 255), (0.42, 0)]),
            "sharp": ramp([(0.22, 0), (0.36, 255), (0.7, 255), (0.84, 0)]),
            "near": ramp([(0.66, 0), (0.82, 255)])}[zone]
        paint(image, blur(sheet, soft), both(blur(cover, soft), sharpness))
    return _weaver(image, source)


def _weaver(image: Image.Image, source: random.Random) -> Image.Image:
    """The reed across the warp, and a hand."""
    reed = polygon([(-10, 520), (WIDTH + 10, 440), (WIDTH + 10, 500), (-10, 586)], 3)
    brass = gradient([(0.33, (240, 196, 120)), (0.45, (96, 62, 32))])
    paint(image, brass, reed)
    paint(image, (255, 240, 206),
        fade(polygon([(-10, 524), (WIDTH + 10, 444), (WIDTH + 10, 450), (-10, 532)], 2), 0.8))
    cloth_shadow = polygon([(-10, 590), (WIDTH + 10, 506), (WIDTH + 10, 560), (-10, 650)], 12)
    paint(image, (6, 8, 14), fade(cloth_shadow, 0.65))
    hand = polygon(smooth([(1960, 800), (1700, 782), (1560, 742), (1456, 716), (1420, 728), (1444, 752),
        (1520, 778), (1440, 772), (1380, 784), (1372, 806), (1420, 816), (1510, 826), (1440, 838),
        (1414, 858), (1432, 874), (1520, 872), (1600, 880), (1740, 930), (1960, 990)], 8), 3)
    skin = gradient([(0.54, (226, 160, 112)), (0.62, (150, 92, 62)), (0.75, (58, 34, 28))])
    paint(skin, (90, 54, 40), fade(levels(noise(91, (30, 24), 4), 120, 230), 0.35))
    paint(image, (5, 6, 10), fade(blur(ImageChops.offset(hand, -14, 30), 14), 0.6))
    paint(image, skin, hand)
    sleeve = polygon(smooth([(1960, 760), (1770, 752), (1722, 850), (1760, 960), (1960, 1030)], 6), 4)
    paint(image, (28, 36, 58), sleeve)
    image = light(image, (255, 210, 140), fade(glow((420, 420), 900, 2.1, 0.7), 0.45))
    lint = bokeh(source.randrange(100), 70, (0, 300, WIDTH, 1100), (1.5, 5), [(255, 230, 180)])
    return grade(ImageChops.screen(image, fade_rgb(lint, 0.6)), (6, 8, 14), (255, 248, 232), 0.95, 0.25)


def last_bus() -> Image.Image:
    """The upper deck of a night bus, one passenger in front of the city."""
    image = gradient([(0, (12, 26, 34)), (0.5, (28, 50, 58)), (1, (12, 18, 22))])
    hues: list[Colour] = [(255, 170, 80), (255, 210, 140), (255, 96, 70), (90, 210, 200), (150, 220, 255),
        (255, 140, 60)]
    image = ImageChops.screen(image, bokeh(51, 90, (60, 220, WIDTH - 60, 700), (14, 50), hues))
    image = ImageChops.screen(image, bokeh(52, 22, (100, 260, WIDTH - 100, 680), (50, 96), hues))
    image = light(image, (255, 170, 90), fade(glow((980, 640), 800, 2.2, 0.6), 0.35))
    drops = specks(53, 900, (1.5, 4.2), 1.0)
    image = light(image, (220, 226, 220), fade(both(drops, ramp([(0.12, 255), (0.55, 255), (0.6, 0)])), 0.32))
    frame = ImageChops.invert(either(polygon([(150, 200), (950, 172), (950, 740), (110, 772)], 5),
        polygon([(1000, 172), (1800, 200), (1840, 772), (1000, 740)], 5)))
    body = gradient([(0, (24, 32, 34)), (0.14, (40, 50, 48)), (0.6, (20, 28, 30)), (1, (7, 9, 11))])
    paint(image, body, frame)
    lamp = polygon([(420, 0), (520, 0), (800, 150), (756, 152)], 4)
    image = light(image, (214, 240, 214), lamp)
    image = light(image, (214, 240, 214), polygon([(1440, 0), (1540, 0), (1196, 152), (1152, 150)], 4))
    image = light(image, (150, 190, 160), fade(glow((975, 60), 900, 1.8, 0.4), 0.4))
    sill = polygon([(100, 776), (980, 742), (1850, 776), (1850, 800), (980, 764), (100, 800)], 2)
    image = light(image, (170, 120, 80), fade(sill, 0.6))
    return _upper_deck(image)


def _upper_deck(image: Image.Image) -> Image.Image:
    """Rows of seats, one of them taken."""
    for row in range(3):
        near = row / 2
        for side in (-1, 1):
            for seat in (0, 1):
                wide = 150 + 175 * near
                x = 975 + side * (100 + 95 * near + wide * (0.5 + seat * 1.08))
                top = 742 + 190 * near
                back = smooth([(x - wide * 0.46, HEIGHT + 20), (x - wide * 0.46, top + 50),
                    (x - wide * 0.38, top + 6), (x, top - 4), (x + wide * 0.38, top + 6),
                    (x + wide * 0.46, top + 50), (x + wide * 0.46, HEIGHT + 20)], 6, closed=False)
                mask = polygon(back, 1.5 + near * 5)
                paint(image, between((24, 38, 46), (7, 10, 14), near), mask)
                rim = edge(mask, 4, (0, 9))
                image = light(image, between((150, 180, 150), (90, 110, 100), near), fade(rim, 0.5))
        if row == 0:
            hair = smooth([(-0.2, 0.06), (-0.105, 0.0), (-0.01, 0.06), (0.0, 0.2), (-0.03, 0.285),
                (-0.105, 0.3), (-0.18, 0.285), (-0.21, 0.2)], 6)
            head = place([*seated(-0.12), hair], (1240, 1050), 560, 1.8)
            paint(image, (10, 14, 18), head)
            rim = edge(head, 4, (-7, 5))
            image = light(image, (255, 184, 110), fade(rim, 0.85))
            rim = edge(head, 4, (6, 6))
            image = light(image, (130, 210, 200), fade(rim, 0.5))
    poles = boxes([(694, 0, 706, 1320), (1322, 0, 1338, 1320)], 2)
    paint(image, (150, 120, 50), fade(poles, 0.55))
    return grade(image, (5, 10, 14), (255, 250, 238), 0.95, 0.22)


def snow_on_channel_nine() -> Image.Image:
    """Somebody before a television set that shows only snow."""
    image = gradient([(0, (11, 14, 24)), (0.6, (18, 23, 36)), (1, (6, 7, 12))])
    paper = noise(35, (30, 20), 3)
    paint(image, (26, 32, 50), fade(both(levels(paper, 120, 230), ramp([(0, 200), (0.66, 60), (0.7, 0)])),
        0.6))
    image = light(image, (110, 150, 220), fade(glow((1060, 560), 1000, 2.0, 0.75), 0.75))
    set_ = polygon([(694, 348), (712, 330), (1408, 330), (1426, 348), (1432, 800), (688, 800)], 3)
    paint(image, (16, 14, 17), set_)
    paint(image, (10, 9, 12), polygon([(640, 800), (1480, 800), (1500, 1010), (620, 1010)], 3))
    image = light(image, (60, 80, 120), fade(polygon([(640, 800), (1480, 800), (1484, 812), (636, 812)], 3),
        0.6))
    screen = polygon(smooth([(748, 372), (980, 362), (1230, 372), (1240, 560), (1230, 752), (980, 762),
        (748, 752), (738, 560)], 8), 2)
    static = Image.frombytes("L", (260, 200), random.Random(2).randbytes(52000)).resize(SIZE)
    rows = noise(5, (1, 40), 3)
    picture = ImageOps.colorize(Image.blend(static, rows, 0.4), (60, 80, 112), (240, 248, 255))
    paint(image, picture, screen)
    bars = lines([[(700, y), (1260, y)] for y in range(360, 764, 7)], 2, 0.8)
    paint(image, (30, 40, 62), fade(both(bars, screen), 0.4))
    image = light(image, (150, 190, 255), fade(blur(screen, 60), 0.5))
    paint(image, (60, 58, 56), discs([(1310, 440, 1366, 496), (1310, 520, 1366, 576)], 1.2))
    aerial = lines([[(1050, 330), (x, 60)] for x in (840, 1330)], 5, 1)
    paint(image, (24, 26, 34), aerial)
    body = place(seated(0.05), (690, 1330), 860, 2.4)
    paint(image, (5, 6, 10), body)
    rim = edge(body, 6, (-9, 8))
    image = light(image, (140, 180, 245), fade(rim, 0.9))
    cat = smooth([(1380, 800), (1376, 740), (1386, 700), (1380, 660), (1390, 640), (1404, 656), (1424, 656),
        (1440, 640), (1448, 664), (1442, 700), (1462, 750), (1462, 800)], 6)
    paint(image, (6, 7, 10), polygon(cat, 1.5))
    rim = ImageChops.subtract(polygon(cat, 1.5), ImageChops.offset(polygon(cat, 3), 5, 2))
    image = light(image, (130, 170, 240), fade(rim, 0.8))
    image = light(image, (120, 160, 230), fade(both(glow((1040, 1120), 800, 1.8, 0.3),
        ramp([(0.77, 0), (0.8, 255)])), 0.3))
    return image


def by_the_window() -> Image.Image:
    """For the starter festival: a profile against a rainy window."""
    image = gradient([(0, (86, 108, 116)), (0.5, (150, 166, 160)), (1, (60, 72, 78))])
    image = ImageChops.screen(image, fade_rgb(bokeh(501, 40, (0, 500, WIDTH, 1100), (30, 90),
        [(255, 190, 110), (120, 190, 200)]), 0.8))
    trees = levels(noise(503, (6, 8), 5), 110, 200)
    paint(image, (44, 64, 62), fade(blur(both(trees, ramp([(0.1, 0), (0.4, 255), (0.8, 120)])), 16), 0.8))
    drops = specks(505, 1300, (2, 6.5), 1.0)
    paint(image, (226, 234, 230), fade(drops, 0.3))
    paint(image, (30, 40, 42), fade(ImageChops.offset(specks(505, 1300, (2, 6.5), 1.4), -2, -3), 0.25))
    frame = boxes([(0, 0, 130, HEIGHT), (1180, 0, 1234, HEIGHT), (1850, 0, 1960, HEIGHT),
        (0, 0, WIDTH, 80)], 3)
    paint(image, (24, 27, 29), frame)
    head = place(profile(), (760, 1330), 1120, 2)
    paint(image, (20, 22, 25), head)
    rim = edge(head, 7, (-10, 2))
    return light(image, (206, 220, 214), fade(rim, 0.8))
