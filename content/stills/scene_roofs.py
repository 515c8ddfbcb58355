"""Seen from above: roofs before a storm, umbrellas, steps."""

from __future__ import annotations

import math
import random

from darkroom import (
    HEIGHT,
    SIZE,
    WIDTH,
    Colour,
    between,
    blur,
    both,
    edge,
    fade,
    grade,
    gradient,
    levels,
    lines,
    noise,
    paint,
    plain,
    polygon,
    quick,
    ramp,
    smooth,
    tilted,
)
from figures import Stance, limb, oval, person, place, woman_stooped
from lamps import glow, light, specks
from PIL import Image, ImageChops, ImageDraw, ImageOps


def typhoon() -> Image.Image:
    """A grandmother among washing on a roof, the storm standing off the coast."""
    image = gradient([(0, (26, 36, 42)), (0.35, (66, 84, 84)), (0.52, (156, 160, 134)),
        (0.58, (206, 196, 150)), (0.62, (120, 128, 116)), (1, (40, 48, 50))])
    cloud = noise(141, (3, 4), 4).transform(SIZE, Image.Transform.QUAD, (0, 0, 300, HEIGHT, WIDTH - 300,
        HEIGHT, WIDTH, 0), Image.Resampling.BICUBIC)
    cloud = Image.blend(cloud, tilted(blur(noise(143, (2, 9), 3), 6), -5), 0.5)
    paint(image, (14, 21, 27), fade(both(levels(cloud, 60, 210), ramp([(0, 255), (0.4, 210), (0.54, 0)])),
        0.95))
    paint(image, (128, 144, 138), fade(both(levels(ImageChops.invert(cloud), 120, 230),
        ramp([(0, 150), (0.42, 255), (0.55, 0)])), 0.5))
    bands = tilted(noise(151, (2, 14), 4), 7)
    paint(image, (196, 204, 180),
        fade(both(levels(bands, 160, 240), ramp([(0.12, 0), (0.35, 170), (0.56, 90), (0.6, 0)])), 0.5))
    paint(image, (62, 78, 80), polygon([(-5, 765), (WIDTH + 5, 765), (WIDTH + 5, 860), (-5, 860)], 2))
    image = light(image, (226, 214, 160), fade(both(levels(noise(33, (20, 120), 3), 160, 240),
        ramp([(0.588, 0), (0.592, 255), (0.64, 80)])), 0.5))
    return _town(image)


def _town(image: Image.Image) -> Image.Image:
    """Roofs with water tanks between the hill and the sea."""
    houses = random.Random(28)
    for row in range(3):
        tone = between((66, 74, 72), (36, 42, 44), row / 2)
        x = -60.0
        while x < WIDTH:
            wide, top = houses.uniform(120, 300), 812 + row * 62 + houses.uniform(-46, 40)
            paint(image, between(tone, (90, 86, 76), houses.random() * 0.4),
                quick([(x, top), (x + wide, top), (x + wide, 1320), (x, 1320)]))
            paint(image, between(tone, (170, 170, 150), 0.35),
                quick([(x, top), (x + wide, top), (x + wide, top + 7), (x, top + 7)]))
            for i in range(round(wide / 52)):
                paint(image, between(tone, (10, 14, 18), 0.6),
                    quick([(x + 18 + i * 50, top + 26), (x + 44 + i * 50, top + 26),
                    (x + 44 + i * 50, top + 60), (x + 18 + i * 50, top + 60)]))
            if houses.random() < 0.5:
                image = tank(image, (x + wide * 0.6, top), 34 + row * 8)
            x += wide + houses.uniform(-6, 18)
    return _washing(image)


def _washing(image: Image.Image) -> Image.Image:
    """The near roof, the line and who takes it in."""
    roof = gradient([(0.76, (104, 106, 96)), (1, (42, 44, 44))])
    paint(roof, (60, 62, 58), fade(levels(noise(66, (26, 10), 4), 110, 220), 0.6))
    paint(image, roof, polygon([(-5, 1062), (WIDTH + 5, 1018), (WIDTH + 5, HEIGHT + 5), (-5, HEIGHT + 5)],
        1.5))
    image = light(image, (190, 190, 160),
        fade(polygon([(-5, 1056), (WIDTH + 5, 1012), (WIDTH + 5, 1022), (-5, 1070)], 1), 0.6))
    poles = lines([[(x, 520), (x + 8, 1180)] for x in (210, 1745)], 12, 1)
    paint(image, (24, 27, 29), poles)
    washing = [(330, 250, (214, 206, 188)), (620, 190, (126, 52, 46)), (1180, 270, (196, 200, 196)),
        (1470, 210, (66, 92, 112))]
    for x, wide, tone in washing:
        y = 556 + 46 * (1 - ((x - 975) / 775) ** 2)
        sheet = smooth([(x, y), (x + wide * 0.5, y + 12), (x + wide, y), (x + wide + 70, y + 110),
            (x + wide + 150, y + 215), (x + wide + 70, y + 290), (x + wide * 0.55 + 90, y + 262),
            (x + 70, y + 330), (x + 44, y + 180)], 8)
        mask = polygon(sheet, 1.4)
        cloth = plain(tone)
        paint(cloth, between(tone, (20, 26, 30), 0.7),
            fade(levels(noise(x, (16, 2), 3).rotate(-24, Image.Resampling.BICUBIC), 90, 220), 0.75))
        paint(image, cloth, mask)
    line = lines([[(x, 530 + 66 * (1 - ((x - 975) / 775) ** 2)) for x in range(210, 1760, 20)]], 4, 0.8)
    paint(image, (20, 23, 25), line)
    elder = place(woman_stooped(), (985, 1140), 430, 1.3)
    paint(image, (21, 24, 27), elder)
    rim = edge(elder, 4, (-5, 4))
    image = light(image, (222, 214, 166), fade(rim, 0.7))
    streaks = tilted(specks(77, 240, (0.9, 1.6), 1.0, 20), -18)
    image = light(image, (200, 210, 200), fade(streaks, 0.3))
    return grade(image, (12, 18, 22), (250, 250, 236), 1.0, 0.3)


def tank(image: Image.Image, at: tuple[float, float], r: float) -> Image.Image:
    """A steel water tank on legs, as on every roof of Taiwan."""
    x, y = at
    steel = Image.linear_gradient("L").rotate(90).resize((round(r * 1.6), round(r * 2)))
    steel = ImageOps.colorize(steel, (60, 68, 70), (96, 102, 100), (206, 206, 190))
    image.paste(steel, (round(x), round(y - r * 2.6)))
    pen = ImageDraw.Draw(image)
    for dx in (0.1, 1.4):
        pen.rectangle((x + r * dx, y - r * 0.6, x + r * dx + 5, y), fill=(30, 34, 36))
    return image


def umbrella_mender() -> Image.Image:
    """Open umbrellas on a shop floor, seen from the ladder."""
    image = gradient([(0, (52, 50, 48)), (0.5, (82, 78, 72)), (1, (44, 42, 42))])
    paint(image, (38, 37, 37), fade(levels(noise(301, (40, 30), 4), 120, 220), 0.6))
    tiles = lines([*([(x, 0), (x, HEIGHT)] for x in range(60, WIDTH, 150)), *([(0, y), (WIDTH, y)]
        for y in range(40, HEIGHT, 150))], 4, 1)
    paint(image, (36, 34, 34), fade(tiles, 0.6))
    hues: list[Colour] = [(142, 46, 42), (196, 148, 70), (46, 74, 96), (84, 100, 78), (190, 180, 160),
        (54, 48, 60), (164, 92, 62), (116, 138, 146)]
    source = random.Random(305)
    spots = [(300, 250, 250), (820, 190, 225), (1370, 240, 260), (1830, 150, 220), (120, 720, 260),
        (1700, 640, 280), (420, 1130, 290), (960, 1180, 240), (1480, 1130, 280), (1930, 1120, 240)]
    for i, (x, y, r) in enumerate(spots):
        image = canopy(image, (x, y), r, hues[(i * 3 + 1) % len(hues)], source.uniform(0, 1), i)
    image = light(image, (255, 226, 170), fade(glow((900, 660), 620, 1.8), 0.55))
    stool = polygon(oval(900, 680, 112, 104), 2)
    paint(image, (24, 20, 18), fade(blur(ImageChops.offset(stool, 34, 40), 20), 0.7))
    shoulders = polygon(oval(900, 680, 178, 104, -14), 2.4)
    cloth = gradient([(0.42, (92, 108, 116)), (0.62, (44, 54, 62))])
    paint(cloth, (34, 42, 50), fade(levels(noise(311, (30, 20), 4), 120, 220), 0.6))
    paint(image, (20, 18, 18), fade(blur(ImageChops.offset(shoulders, 30, 44), 20), 0.65))
    paint(image, cloth, shoulders)
    for outline in (limb([(742, 720, 48), (720, 800, 40), (800, 868, 28)]),
        limb([(1060, 640, 48), (1090, 740, 40), (1000, 850, 28)])):
        arm = polygon(outline, 2)
        paint(image, (66, 78, 86), arm)
        image = light(image, (150, 130, 96), fade(edge(arm, 5, (8, 8)), 0.5))
    paint(image, (216, 166, 126), polygon(oval(812, 872, 32, 26, 30), 2))
    paint(image, (216, 166, 126), polygon(oval(992, 854, 32, 26, -30), 2))
    head = polygon(oval(896, 690, 74, 84, -14), 2)
    paint(image, (44, 40, 40), head)
    paint(image, (120, 112, 104), fade(edge(head, 6, (10, 12)), 0.8))
    ribs = [math.tau * i / 8 + 0.2 for i in range(8)]
    frame = lines([[(900, 900), (900 + 175 * math.cos(a), 900 + 175 * math.sin(a))] for a in ribs], 5, 1)
    paint(image, (206, 200, 186), frame)
    return grade(image, (14, 14, 18), (255, 248, 234), 1.05, 0.35)


def canopy(image: Image.Image, at: tuple[float, float], r: float, hue: Colour, turn: float,
    seed: int) -> Image.Image:
    """An umbrella from above: eight panels between ribs, lit from the upper left."""
    x, y = at

    def rim(i: float, share: float) -> tuple[float, float]:
        a = math.tau * (i / 8 + turn / 8)
        return (x + r * share * math.cos(a), y + r * share * math.sin(a) * 0.96)

    outline = [p for i in range(8) for p in (rim(i, 1.0), rim(i + 0.25, 0.93), rim(i + 0.5, 0.905),
        rim(i + 0.75, 0.93))]
    whole = polygon(outline, 1.2)
    image = image.copy()
    paint(image, (14, 13, 14), fade(blur(ImageChops.offset(whole, 26, 34), 18), 0.75))
    cloth = plain(hue)
    pen = ImageDraw.Draw(cloth)
    for i in range(8):
        a = math.tau * (i + 0.5 + turn) / 8
        lit = 0.5 - 0.5 * math.cos(a - math.radians(45))
        tone = between(between(hue, (10, 10, 14), 0.55), between(hue, (255, 244, 220), 0.3), lit)
        pen.polygon([at, rim(i, 1.02), rim(i + 0.25, 0.96), rim(i + 0.5, 0.94), rim(i + 0.75, 0.96),
            rim(i + 1, 1.02)], fill=tone)
    cloth = blur(cloth, 3)
    pen = ImageDraw.Draw(cloth)
    for i in range(8):
        pen.line((*at, *rim(i, 1.0)), fill=between(hue, (8, 8, 10), 0.7), width=5)
        pen.line((x - 3, y - 3, rim(i, 1.0)[0] - 3, rim(i, 1.0)[1] - 3), fill=between(hue, (255, 246, 226),
            0.35), width=2)
    paint(cloth, between(hue, (8, 8, 10), 0.6), fade(levels(noise(320 + seed, (24, 18), 3), 130, 230), 0.35))
    pen.ellipse((x - 11, y - 11, x + 11, y + 11), fill=(210, 200, 180))
    paint(image, blur(cloth, 0.8), whole)
    return image


def twelve_steps() -> Image.Image:
    """Stone steps cut by a hard shadow, a child counting them."""
    image = gradient([(0, (236, 214, 176)), (1, (196, 160, 118))])
    stone = noise(401, (40, 30), 5)
    steps = 12
    for i in range(steps):
        y0, y1 = 190 + 1110 * (i / steps) ** 1.25, 190 + 1110 * ((i + 1) / steps) ** 1.25
        tread = y0 + (y1 - y0) * 0.42
        left, right = 430 - i * 52, 1380 + i * 60
        paint(image, (244, 222, 184), polygon([(left, y0), (right, y0), (right + 24, tread),
            (left - 20, tread)], 0.8))
        paint(image, (178, 140, 102), polygon([(left - 20, tread), (right + 24, tread), (right + 30, y1),
            (left - 26, y1)], 0.8))
        paint(image, (120, 90, 66), polygon([(left - 20, tread), (right + 24, tread),
            (right + 24, tread + 5), (left - 20, tread + 5)], 1))
        paint(image, (255, 242, 214), polygon([(left - 18, tread - 7), (right + 22, tread - 7),
            (right + 24, tread), (left - 20, tread)], 1.5))
    for points, tone in (([(-10, -10), (440, -10), (432, 190), (-170, 1320), (-300, 1320)],
        (206, 172, 130)), ([(1380, -10), (1960, -10), (1960, 1320), (2060, 1320), (1376, 190)],
        (146, 110, 82))):
        paint(image, tone, polygon(points, 1.2))
    paint(image, (224, 200, 160), polygon([(432, -10), (1384, -10), (1384, 190), (432, 190)], 1))
    door = polygon([(760, -10), (1010, -10), (1010, 190), (760, 190)], 1.5)
    paint(image, (44, 78, 82), door)
    paint(image, (28, 52, 56), fade(lines([[(x, 0), (x, 190)] for x in (822, 885, 948)], 5, 1), 0.9))
    paint(image, (120, 90, 66), fade(levels(stone, 130, 235), 0.42))
    paint(image, (255, 246, 222), fade(levels(ImageChops.invert(stone), 170, 250), 0.3))
    return _noon(image)


def _noon(image: Image.Image) -> Image.Image:
    """The hard shadow, a child, a cat."""
    shade = polygon([(1960, -10), (1190, -10), (1150, 240), (1000, 420), (1010, 560), (790, 820),
        (800, 960), (560, 1320), (1960, 1320)], 5)
    cool = both(image, plain((92, 98, 134)))
    image.paste(cool, (0, 0), fade(shade, 0.93))
    leaves = both(levels(blur(noise(431, (26, 20), 3), 3), 140, 168), glow((330, 330), 560, 0.7))
    image.paste(both(image, plain((110, 112, 140))), (0, 0), fade(leaves, 0.7))
    child = place(person(Stance(0.03, 0.02, hem=0.6, flare=0.15, hair=True, arm=0.02)), (640, 884), 330, 1.1)
    fallen = child.transform(SIZE, Image.Transform.AFFINE, (1, 1.9, -884 * 1.9 + 0, 0, -2.4, 884 * 3.4))
    image.paste(both(image, plain((84, 84, 112))), (0, 0), fade(blur(fallen, 3), 0.85))
    dress = gradient([(0.4, (196, 54, 44)), (0.68, (128, 28, 30))])
    paint(image, dress, child)
    top = both(child, ramp([(0, 255), (0.463, 255), (0.47, 0)]))
    paint(image, (36, 28, 28), top)
    legs = both(child, ramp([(0.58, 0), (0.587, 255)]))
    paint(image, (170, 112, 82), legs)
    rim = edge(child, 3, (6, 2))
    paint(image, (255, 226, 180), fade(rim, 0.7))
    cat = smooth([(1130, 470), (1126, 440), (1134, 414), (1148, 424), (1162, 424), (1174, 414), (1180, 446),
        (1206, 470), (1226, 500), (1130, 500)], 6)
    paint(image, (26, 26, 40), polygon(cat, 1))
    return grade(image, (16, 16, 30), (255, 250, 236), 1.05, 0.25)
