"""Daylight and interiors: the scenes that are mostly surfaces."""

from __future__ import annotations

import math
import random

from darkroom import (
    HEIGHT,
    SIZE,
    WIDTH,
    Colour,
    between,
    blank,
    blur,
    bokeh,
    fade,
    glow,
    grade,
    gradient,
    levels,
    light,
    mask_of,
    noise,
    paint,
    plain,
    polygon,
    ramp,
    ridge,
    smooth,
    specks,
    tilted,
    under,
)
from figures import Stance, fir, limb, oval, person, place, profile, seated, woman
from PIL import Image, ImageChops, ImageDraw, ImageOps


def terraces() -> Image.Image:
    """Flooded rice terraces stepping down into morning mist."""
    image = gradient([(0, (120, 140, 172)), (0.16, (216, 178, 158)), (0.3, (250, 214, 168)), (1, (60, 60, 62))])
    image = light(image, (255, 210, 150), fade(glow((1330, 300), 800, 2.2, 0.7), 0.6))
    for i, (left, right, rough) in enumerate(((330, 250, 120), (400, 360, 120), (380, 470, 100))):
        paint(image, between((190, 164, 160), (96, 96, 112), i / 2), polygon(under(ridge(131 + i, left, right, rough)), 3))
        mist = ImageChops.multiply(levels(noise(80 + i, (3, 5), 3), 60, 230), ramp([(0.2 + i * 0.04, 0), (0.36 + i * 0.03, 220), (0.5, 0)]))
        paint(image, (248, 222, 196), fade(mist, 0.6))
    paint_steps(image)
    haze = ImageChops.multiply(levels(noise(121, (4, 7), 4), 60, 235), ramp([(0.28, 0), (0.37, 255), (0.6, 90), (0.75, 0)]))
    paint(image, (250, 226, 198), fade(haze, 0.85))
    man = ImageChops.lighter(place(person(Stance(0.05, 0.04, hem=0.56, flare=0.1)), (560, 960), 172, 0.8), place([[(-0.12, 0.06), (0.03, -0.04), (0.19, 0.06)]], (560, 960), 172, 0.8))
    paint(image, (24, 23, 26), man)
    ox = smooth([(640, 905), (660, 880), (720, 872), (790, 876), (822, 888), (846, 884), (866, 900), (860, 916), (836, 914), (826, 930), (820, 962), (808, 962), (804, 934), (690, 934), (682, 962), (668, 962), (662, 930)], 6)
    paint(image, (24, 23, 26), polygon(ox, 0.9))
    near = polygon(under(ridge(171, 1180, 1250, 60, 0.55)), 6)
    paint(image, (22, 22, 20), near)
    return grade(image, (16, 18, 30), (255, 248, 234), 1.0, 0.3)


def paint_steps(image: Image.Image) -> None:
    """Level after level of water, from far to near, each behind its bank of earth."""
    source = random.Random(19)
    sheen = levels(noise(19, (5, 60), 4), 90, 240)
    shoots = noise(28, (260, 200), 2)
    y, deep = 392.0, 15.0
    levels_drawn = 0
    while y < HEIGHT + 120:
        curve = [(float(x), y + contour(x, levels_drawn, deep)) for x in range(-20, WIDTH + 40, 20)]
        share = min(1.0, (y - 392) / (HEIGHT - 392))
        bank = [(x, cy - deep * (0.16 + 0.1 * math.sin(x * 0.004 + levels_drawn))) for x, cy in curve]
        earth = polygon(under(bank), 0.8 + share)
        paint(image, between((126, 116, 104), (34, 36, 24), share**0.6), earth)
        turf = ImageChops.subtract(earth, ImageChops.offset(earth, 0, max(2, round(deep * 0.08))))
        paint(image, between((176, 164, 120), (116, 122, 60), share), fade(turf, 0.8))
        pool = polygon(under(curve), 0.6 + share)
        tone = source.choice([(252, 218, 172), (240, 196, 160), (190, 182, 190), (254, 232, 196), (150, 160, 184), (222, 178, 154)])
        water = gradient([(0, tone), (max(0.0, (y - deep) / HEIGHT), between(tone, (255, 238, 208), 0.5)), (min(1.0, (y + deep * 1.6) / HEIGHT), between(tone, (74, 88, 118), 0.3 + 0.25 * share)), (1, (70, 84, 112))])
        paint(water, (255, 240, 214), fade(sheen, 0.25))
        if levels_drawn % 4 == 1:
            paint(water, (72, 92, 46), fade(ImageChops.multiply(levels(shoots, 140, 200), levels(noise(levels_drawn, (4, 4), 2), 100, 170)), 0.75))
        paint(image, water, pool)
        glint = ImageChops.subtract(pool, ImageChops.offset(pool, 0, max(2, round(deep * 0.05))))
        paint(image, (66, 62, 50), fade(glint, 0.75))
        y += deep
        deep *= 1.155
        levels_drawn += 1


def contour(x: float, step: int, deep: float) -> float:
    """How far a level's edge swings at x; neighbouring levels swing nearly alike."""
    t = x / WIDTH
    drift = step * 0.23
    wave = math.sin(t * 5.1 + drift) + 0.55 * math.sin(t * 11.3 - drift * 1.7 + 1) + 0.25 * math.sin(t * 23 + drift * 2.6)
    return wave * deep * 0.62 + (t - 0.5) * deep * 1.6 * math.sin(drift * 0.7)


def timetable_of_snow() -> Image.Image:
    """A compartment at night, a passenger against a window full of snow."""
    image = plain((22, 20, 22))
    outside = gradient([(0.1, (104, 124, 150)), (0.45, (176, 190, 204)), (0.56, (206, 214, 222)), (0.75, (150, 164, 184))])
    hills = polygon(under(ridge(44, 560, 480, 110)), 6)
    paint(outside, (134, 150, 170), hills)
    source = random.Random(6)
    trees = blank()
    pen = ImageDraw.Draw(trees)
    for _ in range(34):
        x = source.uniform(200, 1800)
        pen.polygon(fir(source.randrange(10**6), (x, 700 + source.uniform(-10, 30)), source.uniform(80, 210)), fill=255)
    paint(outside, (62, 76, 94), fade(blur(trees, 5), 0.8))
    paint(outside, (214, 221, 228), polygon(under(ridge(47, 690, 716, 22)), 5))
    streaks = noise(90, (4, 200), 2)
    paint(outside, (240, 244, 248), fade(ImageChops.multiply(levels(streaks, 150, 240), ramp([(0.54, 0), (0.62, 255)])), 0.5))
    flakes = specks(12, 900, (1.6, 4.2), 1.2)
    paint(outside, (250, 252, 255), fade(flakes, 0.9))
    glass = polygon([(432, 128), (1688, 150), (1688, 858), (432, 880)], 2.5)
    paint(image, (62, 44, 34), polygon([(372, 66), (1750, 92), (1750, 918), (372, 946)], 2))
    paint(image, outside, glass)
    frost = ImageChops.multiply(levels(noise(58, (9, 7), 5), 60, 220), glass)
    rim = ImageChops.multiply(ImageChops.invert(blur(glass, 90)), glass)
    paint(image, (236, 242, 248), fade(ImageChops.multiply(frost, levels(rim, 20, 130)), 0.9))
    wood = noise(63, (120, 3), 4)
    panel = gradient([(0, (70, 46, 32)), (0.6, (58, 36, 26)), (1, (22, 13, 11))])
    paint(panel, (34, 20, 15), fade(levels(wood, 110, 220), 0.6))
    paint(image, panel, ImageChops.invert(polygon([(372, 66), (1750, 92), (1750, 918), (372, 946)], 2)))
    image = light(image, (255, 176, 96), fade(glow((250, 250), 640, 1.9), 0.75))
    image = light(image, (255, 226, 178), fade(polygon(smooth([(196, 200), (304, 200), (334, 306), (166, 306)], 4), 5), 0.95))
    paint(image, (44, 30, 24), polygon([(372, 906), (1750, 880), (1750, 930), (372, 962)], 2))
    image = light(image, (200, 214, 230), fade(polygon([(432, 880), (1688, 858), (1700, 872), (420, 900)], 4), 0.6))
    for turn, x in ((1, 170), (-1, 1860)):
        seat = smooth([(x - 260, 1330), (x - 240, 640), (x - 170, 560), (x + 120 * 1, 560), (x + 190, 640), (x + 215, 1330)], 8, closed=False)
        mask = polygon(seat, 4)
        plush = gradient([(0.4, (92, 30, 32)), (0.7, (62, 20, 24)), (1, (20, 8, 10))])
        paint(plush, (40, 12, 15), fade(levels(noise(77 + turn, (40, 2), 3), 110, 220), 0.6))
        paint(image, plush, mask)
    head = place(profile(knot=False), (1180, 1310), 900, 2.0, turn=-1)
    paint(image, (20, 17, 20), head)
    rim = ImageChops.subtract(head, ImageChops.offset(blur(head, 6), 9, 2))
    image = light(image, (190, 206, 226), fade(rim, 0.85))
    rim = ImageChops.subtract(blur(head, 3), ImageChops.offset(blur(head, 14), 24, 8))
    image = light(image, (120, 80, 54), fade(ImageChops.multiply(rim, head), 0.35))
    cup = polygon(smooth([(640, 860), (722, 858), (712, 924), (652, 926)], 3), 1.4)
    paint(image, (226, 226, 222), cup)
    steam = ImageChops.multiply(glow((684, 760), 130, 1.6, 1.3), levels(noise(99, (9, 9), 4), 90, 220))
    image = light(image, (226, 232, 240), fade(steam, 0.7))
    paint(image, (226, 220, 200), polygon([(760, 912), (930, 904), (968, 930), (790, 940)], 1.4))
    return grade(image, (9, 9, 14), (255, 249, 240), 1.0, 0.22)


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
        paint(image, (30, 20, 14), polygon([(x0 - 20, 110), (x1 + 20, 110), (x1 + 20, 1080), (x0 - 20, 1080)], 2))
        paint(image, cool if i == 3 else paper, polygon([(x0, 130), (x1, 130), (x1, 1060), (x0, 1060)], 1))
    leaves = noise(64, (12, 9), 4)
    shadow = ImageChops.multiply(levels(leaves, 140, 190), ramp([(0, 255), (0.5, 200), (0.75, 0)]))
    inside = mask_of(lambda d, k: [d.rectangle((x0 * k, 130 * k, x1 * k, 1060 * k), fill=255) for x0, x1 in panes] and None)
    paint(image, (150, 100, 64), fade(ImageChops.multiply(blur(shadow, 5), inside), 0.5))
    ghost = place(woman(), (845, 1180), 850, 9)
    paint(image, (104, 62, 40), fade(ImageChops.multiply(ghost, inside), 0.75))
    bars = mask_of(lambda d, k: lattice(d, k, panes), 1)
    paint(image, (34, 22, 15), bars)
    image = light(image, (255, 206, 140), fade(blur(ImageChops.multiply(inside, ImageChops.invert(bars)), 34), 0.35))
    floor = gradient([(0.82, (92, 60, 34)), (1, (34, 22, 15))])
    paint(floor, (58, 38, 24), fade(levels(noise(96, (2, 40), 4), 110, 220), 0.6))
    paint(image, floor, polygon([(-5, 1090), (WIDTH + 5, 1090), (WIDTH + 5, HEIGHT + 5), (-5, HEIGHT + 5)], 2))
    for i, (x0, x1) in enumerate(panes):
        tone = (190, 210, 230) if i == 3 else (255, 206, 130)
        image = light(image, tone, fade(polygon([(x0, 1092), (x1, 1092), (x1 - 120, 1320), (x0 - 190, 1320)], 12), 0.42))
    sitter = place(profile(), (1330, 1310), 760, 2.2, turn=-1)
    paint(image, (19, 13, 11), sitter)
    rim = ImageChops.subtract(sitter, ImageChops.offset(blur(sitter, 6), 8, 2))
    image = light(image, (255, 206, 140), fade(rim, 0.9))
    rim = ImageChops.subtract(sitter, ImageChops.offset(blur(sitter, 6), -8, 3))
    image = light(image, (170, 196, 224), fade(rim, 0.55))
    dust = bokeh(3, 60, (200, 500, 1800, 1200), (2, 6), [(255, 220, 160)])
    return grade(ImageChops.screen(image, fade_rgb(dust, 0.5)), (10, 8, 9), (255, 248, 234), 1.0, 0.2)


def fade_rgb(image: Image.Image, share: float) -> Image.Image:
    return image.point([round(v * share) for v in range(256)] * 3)


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


def river_names() -> Image.Image:
    """A longboat on a wide river at sunrise."""
    image = gradient([(0, (96, 116, 134)), (0.25, (206, 166, 130)), (0.44, (252, 206, 134)), (0.5, (255, 224, 160)), (0.53, (236, 180, 112)), (1, (56, 58, 58))])
    image = light(image, (255, 226, 160), fade(glow((700, 560), 640, 2.0), 0.8))
    image = light(image, (255, 246, 214), glow((700, 560), 92, 0.5))
    for i, (left, right, rough, tone) in enumerate(((560, 600, 60, (206, 160, 112)), (640, 560, 70, (156, 118, 86)))):
        line = [(x, min(y, 668)) for x, y in ridge(181 + i, left, right, rough)]
        paint(image, tone, ImageChops.multiply(polygon(under(line), 3), ramp([(0.515, 255), (0.52, 0)])))
    bank = blank()
    pen = ImageDraw.Draw(bank)
    source = random.Random(18)
    for _ in range(120):
        x = 1180 + source.random() ** 0.7 * 820
        r = source.uniform(24, 74)
        y = 655 - source.random() * (x - 1100) * 0.22
        pen.ellipse((x - r, y - r * 0.7, x + r, y + r * 0.7), fill=255)
    pen.polygon([(1120, 674), (1960, 600), (1960, 690), (1120, 684)], fill=255)
    rough = ImageChops.multiply(blur(bank, 5), levels(noise(37, (60, 40), 3), 20, 120))
    paint(image, (74, 62, 52), levels(rough, 60, 160))
    hut = mask_of(lambda d, k: stilts(d, k), 1)
    paint(image, (44, 38, 36), hut)
    flipped = ImageOps.flip(image.crop((0, 60, WIDTH, 684))).resize((WIDTH, 620))
    image.paste(blur(flipped, 5), (0, 680))
    paint(image, (40, 44, 48), ramp([(0.52, 10), (0.7, 60), (1, 200)]))
    ripple = noise(59, (8, 120), 4).transform(SIZE, Image.Transform.QUAD, (0, 0, 300, HEIGHT, WIDTH - 300, HEIGHT, WIDTH, 0))
    paint(image, (52, 52, 54), fade(ImageChops.multiply(levels(ripple, 140, 230), ramp([(0.525, 0), (0.6, 140), (1, 255)])), 0.6))
    path = ImageChops.multiply(polygon([(640, 690), (760, 690), (900, 1310), (480, 1310)], 60), levels(ImageChops.invert(ripple), 120, 220))
    image = light(image, (255, 216, 146), fade(path, 0.8))
    hull = smooth([(420, 900), (520, 946), (760, 964), (1040, 958), (1230, 920), (1330, 848), (1352, 850), (1262, 940), (1060, 990), (760, 996), (520, 978)], 8)
    boat = polygon(hull, 1.2)
    rower = place(person(Stance(0.06, 0.05, hem=0.56, flare=0.1, arm=0.03)), (560, 956), 300, 1.2)
    hat = place([smooth([(-0.1, 0.05), (-0.02, -0.03), (0.1, -0.03), (0.2, 0.05)], 4)], (560, 956), 300, 1)
    oar = mask_of(lambda d, k: d.line((470 * k, 710 * k, 770 * k, 1090 * k), fill=255, width=round(7 * k)), 1)
    child = place(seated(0.04), (1010, 968), 150, 1.2)
    crew = ImageChops.lighter(ImageChops.lighter(boat, rower), ImageChops.lighter(ImageChops.lighter(hat, oar), child))
    paint(image, (24, 22, 24), crew)
    rim = ImageChops.subtract(crew, ImageChops.offset(blur(crew, 3), -4, 4))
    image = light(image, (255, 214, 150), fade(rim, 0.7))
    below = ImageOps.flip(crew).transform(SIZE, Image.Transform.AFFINE, (1, 0, 0, 0, 1.2, -996 * 1.2 + HEIGHT - 996 + 10))
    below = ImageChops.multiply(blur(below, 8), ramp([(0.765, 0), (0.775, 255), (1, 60)]))
    paint(image, (30, 30, 32), fade(ImageChops.multiply(below, levels(ripple, 40, 150)), 0.9))
    mist = ImageChops.multiply(levels(noise(107, (4, 6), 4), 70, 230), ramp([(0.42, 0), (0.52, 255), (0.62, 0)]))
    paint(image, (255, 226, 176), fade(mist, 0.55))
    birds = mask_of(lambda d, k: [d.line([((x - 16) * k, (y - 7) * k), (x * k, y * k), ((x + 17) * k, (y - 9) * k)], fill=255, width=round(3 * k)) for x, y in ((900, 300), (960, 270), (1020, 290), (1064, 250), (1140, 268))] and None, 1)
    paint(image, (80, 72, 70), birds)
    return grade(image, (20, 18, 26), (255, 248, 230), 1.0, 0.22)


def stilts(pen: ImageDraw.ImageDraw, k: float) -> None:
    pen.polygon([(1440 * k, 560 * k), (1530 * k, 490 * k), (1690 * k, 490 * k), (1780 * k, 560 * k)], fill=255)
    pen.rectangle((1470 * k, 556 * k, 1750 * k, 618 * k), fill=255)
    for x in (1480, 1550, 1620, 1690, 1738):
        pen.rectangle((x * k, 610 * k, (x + 9) * k, 690 * k), fill=255)


def typhoon() -> Image.Image:
    """A grandmother among washing on a roof, the storm standing off the coast."""
    image = gradient([(0, (26, 36, 42)), (0.35, (66, 84, 84)), (0.52, (156, 160, 134)), (0.58, (206, 196, 150)), (0.62, (120, 128, 116)), (1, (40, 48, 50))])
    cloud = noise(141, (3, 4), 4).transform(SIZE, Image.Transform.QUAD, (0, 0, 300, HEIGHT, WIDTH - 300, HEIGHT, WIDTH, 0), Image.Resampling.BICUBIC)
    cloud = Image.blend(cloud, tilted(blur(noise(143, (2, 9), 3), 6), -5), 0.5)
    paint(image, (14, 21, 27), fade(ImageChops.multiply(levels(cloud, 60, 210), ramp([(0, 255), (0.4, 210), (0.54, 0)])), 0.95))
    paint(image, (128, 144, 138), fade(ImageChops.multiply(levels(ImageChops.invert(cloud), 120, 230), ramp([(0, 150), (0.42, 255), (0.55, 0)])), 0.5))
    bands = tilted(noise(151, (2, 14), 4), 7)
    paint(image, (196, 204, 180), fade(ImageChops.multiply(levels(bands, 160, 240), ramp([(0.12, 0), (0.35, 170), (0.56, 90), (0.6, 0)])), 0.5))
    paint(image, (62, 78, 80), polygon([(-5, 765), (WIDTH + 5, 765), (WIDTH + 5, 860), (-5, 860)], 2))
    image = light(image, (226, 214, 160), fade(ImageChops.multiply(levels(noise(33, (20, 120), 3), 160, 240), ramp([(0.588, 0), (0.592, 255), (0.64, 80)])), 0.5))
    houses = random.Random(28)
    for row in range(3):
        tone = between((66, 74, 72), (36, 42, 44), row / 2)
        x = -60.0
        while x < WIDTH:
            wide, top = houses.uniform(120, 300), 812 + row * 62 + houses.uniform(-46, 40)
            paint(image, between(tone, (90, 86, 76), houses.random() * 0.4), quick([(x, top), (x + wide, top), (x + wide, 1320), (x, 1320)]))
            paint(image, between(tone, (170, 170, 150), 0.35), quick([(x, top), (x + wide, top), (x + wide, top + 7), (x, top + 7)]))
            for i in range(round(wide / 52)):
                paint(image, between(tone, (10, 14, 18), 0.6), quick([(x + 18 + i * 50, top + 26), (x + 44 + i * 50, top + 26), (x + 44 + i * 50, top + 60), (x + 18 + i * 50, top + 60)]))
            if houses.random() < 0.5:
                image = tank(image, (x + wide * 0.6, top), 34 + row * 8)
            x += wide + houses.uniform(-6, 18)
    roof = gradient([(0.76, (104, 106, 96)), (1, (42, 44, 44))])
    paint(roof, (60, 62, 58), fade(levels(noise(66, (26, 10), 4), 110, 220), 0.6))
    paint(image, roof, polygon([(-5, 1062), (WIDTH + 5, 1018), (WIDTH + 5, HEIGHT + 5), (-5, HEIGHT + 5)], 1.5))
    image = light(image, (190, 190, 160), fade(polygon([(-5, 1056), (WIDTH + 5, 1012), (WIDTH + 5, 1022), (-5, 1070)], 1), 0.6))
    poles = mask_of(lambda d, k: [d.line((x * k, 520 * k, (x + 8) * k, 1180 * k), fill=255, width=round(12 * k)) for x in (210, 1745)] and None, 1)
    paint(image, (24, 27, 29), poles)
    washing = [(330, 250, (214, 206, 188)), (620, 190, (126, 52, 46)), (1180, 270, (196, 200, 196)), (1470, 210, (66, 92, 112))]
    for x, wide, tone in washing:
        y = 556 + 46 * (1 - ((x - 975) / 775) ** 2)
        sheet = smooth([(x, y), (x + wide * 0.5, y + 12), (x + wide, y), (x + wide + 70, y + 110), (x + wide + 150, y + 215), (x + wide + 70, y + 290), (x + wide * 0.55 + 90, y + 262), (x + 70, y + 330), (x + 44, y + 180)], 8)
        mask = polygon(sheet, 1.4)
        cloth = plain(tone)
        paint(cloth, between(tone, (20, 26, 30), 0.7), fade(levels(noise(x, (16, 2), 3).rotate(-24, Image.Resampling.BICUBIC), 90, 220), 0.75))
        paint(image, cloth, mask)
    line = mask_of(lambda d, k: d.line([(x * k, (530 + 66 * (1 - ((x - 975) / 775) ** 2)) * k) for x in range(210, 1760, 20)], fill=255, width=round(4 * k)), 0.8)
    paint(image, (20, 23, 25), line)
    elder = place(woman_stooped(), (985, 1140), 430, 1.3)
    paint(image, (21, 24, 27), elder)
    rim = ImageChops.subtract(elder, ImageChops.offset(blur(elder, 4), -5, 4))
    image = light(image, (222, 214, 166), fade(rim, 0.7))
    streaks = tilted(specks(77, 240, (0.9, 1.6), 1.0, 20), -18)
    image = light(image, (200, 210, 200), fade(streaks, 0.3))
    return grade(image, (12, 18, 22), (250, 250, 236), 1.0, 0.3)


def quick(points: list[tuple[float, float]]) -> Image.Image:
    plate = blank()
    ImageDraw.Draw(plate).polygon(points, fill=255)
    return plate


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


def woman_stooped() -> list[list[tuple[float, float]]]:
    """An old woman in a loose blouse and trousers, a peg in her raised hand."""
    return [
        limb([(0.035, 0.5, 0.06), (0.05, 0.75, 0.042), (0.055, 0.96, 0.034)]),
        limb([(-0.045, 0.5, 0.06), (-0.065, 0.75, 0.042), (-0.075, 0.96, 0.034)]),
        smooth([(0.05, 0.17), (0.1, 0.2), (0.12, 0.3), (0.115, 0.42), (0.118, 0.56), (-0.118, 0.57), (-0.12, 0.42), (-0.12, 0.28), (-0.07, 0.2), (0.0, 0.17)], 6),
        limb([(0.09, 0.23, 0.04), (0.2, 0.2, 0.034), (0.24, 0.05, 0.026), (0.25, -0.03, 0.018)]),
        limb([(-0.09, 0.23, 0.042), (-0.15, 0.38, 0.036), (-0.1, 0.5, 0.026)]),
        limb([(0.02, 0.2, 0.04), (0.045, 0.13, 0.034)]),
        oval(0.055, 0.085, 0.052, 0.064, 10),
        oval(-0.005, 0.075, 0.04, 0.042),
        smooth([(0.015, 0.955), (0.09, 0.955), (0.125, 0.99), (0.015, 1.0)], 4),
        smooth([(-0.115, 0.955), (-0.04, 0.955), (-0.02, 0.99), (-0.115, 1.0)], 4),
    ]


def dragon_inn() -> Image.Image:
    """An inn under bare mountains, a traveller with a sword coming up the road."""
    image = gradient([(0, (98, 126, 146)), (0.3, (196, 184, 160)), (0.46, (236, 206, 160)), (0.6, (196, 150, 104)), (1, (72, 50, 36))])
    paint(image, (238, 220, 190), fade(ImageChops.multiply(levels(blur(noise(201, (2, 6), 4), 8), 90, 250), ramp([(0, 255), (0.4, 60), (0.5, 0)])), 0.6))
    for i, (left, right, rough, tone) in enumerate(((420, 300, 190, (176, 158, 142)), (470, 520, 200, (142, 118, 100)), (600, 560, 90, (122, 92, 70)))):
        body = polygon(under(ridge(219 + i * 5, left, right, rough, 0.54)), 2.6 - i * 0.6)
        rock = plain(tone)
        folds = tilted(Image.blend(noise(211 + i, (10, 4), 4), noise(215 + i, (50, 6), 2), 0.2), 14 * (i - 1) + 6)
        paint(rock, between(tone, (54, 44, 44), 0.55), fade(levels(folds, 90, 230), 0.75))
        paint(rock, between(tone, (255, 230, 190), 0.5), fade(levels(ImageChops.invert(folds), 110, 230), 0.6))
        paint(image, rock, body)
        paint(image, (226, 194, 152), fade(ImageChops.multiply(body, ramp([(0.3 + i * 0.05, 0), (0.55, 230), (0.62, 255)])), 0.6))
    ground = gradient([(0.55, (200, 156, 110)), (0.75, (150, 108, 72)), (1, (70, 46, 32))])
    paint(ground, (96, 66, 44), fade(levels(noise(231, (12, 60), 4), 90, 250), 0.6))
    paint(ground, (232, 192, 142), fade(levels(noise(233, (4, 40), 3), 160, 240), 0.4))
    paint(image, ground, polygon(under(smooth([(-20, 800), (500, 770), (1100, 790), (1970, 760)], 10, closed=False)), 4))
    road = smooth([(1180, 786), (1120, 860), (860, 960), (520, 1130), (380, 1320), (1120, 1320), (1080, 1130), (1200, 960), (1290, 860), (1262, 786)], 8)
    paint(image, (216, 176, 128), fade(polygon(road, 16), 0.55))
    paint(image, (110, 78, 56), polygon([(1050, 560), (1620, 548), (1640, 806), (1040, 806)], 1.5))
    paint(image, (96, 68, 50), polygon([(1150, 400), (1530, 394), (1534, 560), (1146, 560)], 1.5))
    for x in (1190, 1300, 1410):
        paint(image, (44, 31, 26), polygon([(x, 436), (x + 70, 435), (x + 70, 510), (x, 511)], 1.2))
    upper = smooth([(1066, 424), (1120, 396), (1196, 330), (1240, 300), (1345, 294), (1450, 298), (1490, 328), (1566, 390), (1620, 416), (1540, 420), (1340, 414), (1150, 422)], 6)
    paint(image, (66, 49, 42), polygon(upper, 1.2))
    boards = noise(241, (70, 3), 3)
    paint(image, (70, 48, 36), fade(ImageChops.multiply(levels(boards, 110, 210), polygon([(1050, 560), (1620, 548), (1640, 806), (1040, 806)], 1.5)), 0.7))
    roof = smooth([(960, 580), (1030, 552), (1100, 520), (1140, 506), (1340, 500), (1550, 503), (1590, 518), (1650, 540), (1730, 566), (1640, 572), (1340, 566), (1050, 576)], 6)
    paint(image, (62, 46, 40), polygon(roof, 1.2))
    tiles = mask_of(lambda d, k: [d.line(((1120 + i * 24) * k, 500 * k, (1000 + i * 36.5) * k, 574 * k), fill=255, width=round(4 * k)) for i in range(20)] and None, 1)
    paint(image, (34, 25, 24), fade(ImageChops.multiply(tiles, polygon(roof)), 0.7))
    paint(image, (32, 22, 20), polygon([(1270, 640), (1390, 637), (1394, 806), (1266, 806)], 1.2))
    image = light(image, (255, 150, 60), fade(glow((1330, 740), 120, 1.6), 0.55))
    for x in (1110, 1490):
        paint(image, (36, 26, 22), polygon([(x, 640), (x + 84, 638), (x + 84, 712), (x, 714)], 1.2))
    paint(image, (40, 30, 26), polygon([(986, 330), (998, 330), (1004, 806), (990, 806)], 1))
    flag = smooth([(996, 340), (900, 352), (800, 336), (716, 366), (730, 430), (716, 486), (800, 462), (900, 482), (996, 466)], 8)
    red = gradient([(0.25, (178, 48, 36)), (0.38, (120, 28, 26))])
    paint(red, (70, 14, 18), fade(levels(noise(251, (14, 2), 3), 110, 220), 0.7))
    paint(image, red, polygon(flag, 1.2))
    dust = ImageChops.multiply(levels(noise(261, (4, 5), 5), 100, 230), ramp([(0.5, 0), (0.66, 255), (0.9, 30)]))
    paint(image, (238, 204, 156), fade(dust, 0.55))
    robe = smooth([(0.03, 0.13), (0.1, 0.175), (0.135, 0.27), (0.16, 0.44), (0.115, 0.5), (0.11, 0.62), (0.17, 0.82), (0.2, 0.9), (-0.04, 0.9), (-0.11, 0.84), (-0.1, 0.62), (-0.1, 0.5), (-0.145, 0.46), (-0.13, 0.27), (-0.1, 0.175), (-0.03, 0.13)], 6)
    legs = [limb([(0.05, 0.8, 0.045), (0.075, 0.97, 0.034)]), limb([(-0.05, 0.8, 0.045), (-0.075, 0.96, 0.034)])]
    hat = smooth([(-0.16, 0.07), (-0.05, 0.02), (0.0, -0.035), (0.05, 0.02), (0.16, 0.07), (0.0, 0.088)], 5)
    sword = [(-0.24, 0.2), (-0.225, 0.19), (0.27, 0.62), (0.255, 0.635)]
    bundle = oval(0.13, 0.2, 0.06, 0.045, 30)
    hero = place([robe, *legs, oval(0, 0.075, 0.042, 0.058), limb([(0, 0.16, 0.034), (0, 0.1, 0.03)]), hat, sword, bundle], (640, 1216), 620, 1.4)
    cast = hero.transform(SIZE, Image.Transform.AFFINE, (1, 1.6, -1216 * 1.6, 0, -4.2, 1216 * 5.2))
    paint(image, (50, 34, 30), fade(blur(cast, 8), 0.6))
    paint(image, (28, 22, 22), hero)
    rim = ImageChops.subtract(hero, ImageChops.offset(blur(hero, 4), -7, 4))
    paint(image, (246, 212, 164), fade(rim, 0.75))
    return grade(image, (24, 17, 18), (255, 246, 224), 1.02, 0.28)


def silk() -> Image.Image:
    """Warp threads of a loom, sharp in the middle only."""
    image = gradient([(0, (14, 20, 34)), (0.5, (34, 40, 58)), (1, (12, 12, 18))])
    hues: list[Colour] = [(214, 168, 82), (240, 206, 130), (176, 120, 52), (52, 82, 132), (96, 132, 176), (232, 222, 200), (142, 36, 44)]
    image = ImageChops.screen(image, bokeh(61, 26, (0, 0, WIDTH, 520), (40, 110), [(255, 200, 120), (120, 150, 200)]))
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
            hue = random_threads.choice(hues[:3] if (i // 21) % 3 == 0 else hues[3:5] if (i // 21) % 3 == 1 else hues)
            hue = between(hue, (0, 0, 0), random_threads.uniform(0, 0.45))
            p = (vx + (x - vx) * (0.26 + 0.74 * start), vy + (1340 - vy) * (0.26 + 0.74 * start))
            q = (vx + (x - vx) * (0.26 + 0.74 * end), vy + (1340 - vy) * (0.26 + 0.74 * end))
            width = round(3 + 9 * end)
            pen.line((*p, *q), fill=hue, width=width)
            pen.line((p[0] - width * 0.2, p[1], q[0] - width * 0.2, q[1]), fill=between(hue, (255, 250, 230), 0.5), width=max(1, width // 4))
            mark.line((*p, *q), fill=255, width=width + 1)
        plates[zone] = (sheet, cover)
    for zone, soft in (("far", 9.0), ("sharp", 1.0), ("near", 13.0)):
        sheet, cover = plates[zone]
        edge = {"far": ramp([(0, 255), (0.3, 255), (0.42, 0)]), "sharp": ramp([(0.22, 0), (0.36, 255), (0.7, 255), (0.84, 0)]), "near": ramp([(0.66, 0), (0.82, 255)])}[zone]
        paint(image, blur(sheet, soft), ImageChops.multiply(blur(cover, soft), edge))
    reed = polygon([(-10, 520), (WIDTH + 10, 440), (WIDTH + 10, 500), (-10, 586)], 3)
    brass = gradient([(0.33, (240, 196, 120)), (0.45, (96, 62, 32))])
    paint(image, brass, reed)
    paint(image, (255, 240, 206), fade(polygon([(-10, 524), (WIDTH + 10, 444), (WIDTH + 10, 450), (-10, 532)], 2), 0.8))
    cloth_shadow = polygon([(-10, 590), (WIDTH + 10, 506), (WIDTH + 10, 560), (-10, 650)], 12)
    paint(image, (6, 8, 14), fade(cloth_shadow, 0.65))
    hand = ImageChops.lighter(polygon(smooth([(1960, 800), (1700, 782), (1560, 742), (1456, 716), (1420, 728), (1444, 752), (1520, 778), (1440, 772), (1380, 784), (1372, 806), (1420, 816), (1510, 826), (1440, 838), (1414, 858), (1432, 874), (1520, 872), (1600, 880), (1740, 930), (1960, 990)], 8), 3), blank())
    skin = gradient([(0.54, (226, 160, 112)), (0.62, (150, 92, 62)), (0.75, (58, 34, 28))])
    paint(skin, (90, 54, 40), fade(levels(noise(91, (30, 24), 4), 120, 230), 0.35))
    paint(image, (5, 6, 10), fade(blur(ImageChops.offset(hand, -14, 30), 14), 0.6))
    paint(image, skin, hand)
    sleeve = polygon(smooth([(1960, 760), (1770, 752), (1722, 850), (1760, 960), (1960, 1030)], 6), 4)
    paint(image, (28, 36, 58), sleeve)
    image = light(image, (255, 210, 140), fade(glow((420, 420), 900, 2.1, 0.7), 0.45))
    lint = bokeh(source.randrange(100), 70, (0, 300, WIDTH, 1100), (1.5, 5), [(255, 230, 180)])
    return grade(ImageChops.screen(image, fade_rgb(lint, 0.6)), (6, 8, 14), (255, 248, 232), 0.95, 0.25)


def umbrella_mender() -> Image.Image:
    """Open umbrellas on a shop floor, seen from the ladder."""
    image = gradient([(0, (52, 50, 48)), (0.5, (82, 78, 72)), (1, (44, 42, 42))])
    paint(image, (38, 37, 37), fade(levels(noise(301, (40, 30), 4), 120, 220), 0.6))
    tiles = mask_of(lambda d, k: [d.line((x * k, 0, x * k, HEIGHT * k), fill=255, width=round(4 * k)) for x in range(60, WIDTH, 150)] + [d.line((0, y * k, WIDTH * k, y * k), fill=255, width=round(4 * k)) for y in range(40, HEIGHT, 150)] and None, 1)
    paint(image, (36, 34, 34), fade(tiles, 0.6))
    hues: list[Colour] = [(142, 46, 42), (196, 148, 70), (46, 74, 96), (84, 100, 78), (190, 180, 160), (54, 48, 60), (164, 92, 62), (116, 138, 146)]
    source = random.Random(305)
    spots = [(300, 250, 250), (820, 190, 225), (1370, 240, 260), (1830, 150, 220), (120, 720, 260), (1700, 640, 280), (420, 1130, 290), (960, 1180, 240), (1480, 1130, 280), (1930, 1120, 240)]
    for i, (x, y, r) in enumerate(spots):
        image = canopy(image, (x, y), r, hues[(i * 3 + 1) % len(hues)], source.uniform(0, 1), i)
    image = light(image, (255, 226, 170), fade(glow((900, 660), 620, 1.8), 0.55))
    stool = polygon(oval_px(900, 680, 112, 104), 2)
    paint(image, (24, 20, 18), fade(blur(ImageChops.offset(stool, 34, 40), 20), 0.7))
    shoulders = polygon(oval_px(900, 680, 178, 104, -14), 2.4)
    cloth = gradient([(0.42, (92, 108, 116)), (0.62, (44, 54, 62))])
    paint(cloth, (34, 42, 50), fade(levels(noise(311, (30, 20), 4), 120, 220), 0.6))
    paint(image, (20, 18, 18), fade(blur(ImageChops.offset(shoulders, 30, 44), 20), 0.65))
    paint(image, cloth, shoulders)
    for outline in (limb([(742, 720, 48), (720, 800, 40), (800, 868, 28)]), limb([(1060, 640, 48), (1090, 740, 40), (1000, 850, 28)])):
        arm = polygon(outline, 2)
        paint(image, (66, 78, 86), arm)
        image = light(image, (150, 130, 96), fade(ImageChops.subtract(arm, ImageChops.offset(blur(arm, 5), 8, 8)), 0.5))
    paint(image, (216, 166, 126), polygon(oval_px(812, 872, 32, 26, 30), 2))
    paint(image, (216, 166, 126), polygon(oval_px(992, 854, 32, 26, -30), 2))
    head = polygon(oval_px(896, 690, 74, 84, -14), 2)
    paint(image, (44, 40, 40), head)
    paint(image, (120, 112, 104), fade(ImageChops.subtract(head, ImageChops.offset(blur(head, 6), 10, 12)), 0.8))
    frame = mask_of(lambda d, k: [d.line((900 * k, 900 * k, (900 + 175 * math.cos(math.tau * i / 8 + 0.2)) * k, (900 + 175 * math.sin(math.tau * i / 8 + 0.2)) * k), fill=255, width=round(5 * k)) for i in range(8)] and None, 1)
    paint(image, (206, 200, 186), frame)
    return grade(image, (14, 14, 18), (255, 248, 234), 1.05, 0.35)


def oval_px(x: float, y: float, rx: float, ry: float, tilt: float = 0.0) -> list[tuple[float, float]]:
    return oval(x, y, rx, ry, tilt)


def canopy(image: Image.Image, at: tuple[float, float], r: float, hue: Colour, turn: float, seed: int) -> Image.Image:
    """An umbrella from above: eight panels between ribs, lit from the upper left."""
    x, y = at

    def rim(i: float, share: float) -> tuple[float, float]:
        a = math.tau * (i / 8 + turn / 8)
        return (x + r * share * math.cos(a), y + r * share * math.sin(a) * 0.96)

    outline = [p for i in range(8) for p in (rim(i, 1.0), rim(i + 0.25, 0.93), rim(i + 0.5, 0.905), rim(i + 0.75, 0.93))]
    whole = polygon(outline, 1.2)
    image = image.copy()
    paint(image, (14, 13, 14), fade(blur(ImageChops.offset(whole, 26, 34), 18), 0.75))
    cloth = plain(hue)
    pen = ImageDraw.Draw(cloth)
    for i in range(8):
        a = math.tau * (i + 0.5 + turn) / 8
        lit = 0.5 - 0.5 * math.cos(a - math.radians(45))
        tone = between(between(hue, (10, 10, 14), 0.55), between(hue, (255, 244, 220), 0.3), lit)
        pen.polygon([at, rim(i, 1.02), rim(i + 0.25, 0.96), rim(i + 0.5, 0.94), rim(i + 0.75, 0.96), rim(i + 1, 1.02)], fill=tone)
    cloth = blur(cloth, 3)
    pen = ImageDraw.Draw(cloth)
    for i in range(8):
        pen.line((*at, *rim(i, 1.0)), fill=between(hue, (8, 8, 10), 0.7), width=5)
        pen.line((x - 3, y - 3, rim(i, 1.0)[0] - 3, rim(i, 1.0)[1] - 3), fill=between(hue, (255, 246, 226), 0.35), width=2)
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
        paint(image, (244, 222, 184), polygon([(left, y0), (right, y0), (right + 24, tread), (left - 20, tread)], 0.8))
        paint(image, (178, 140, 102), polygon([(left - 20, tread), (right + 24, tread), (right + 30, y1), (left - 26, y1)], 0.8))
        paint(image, (120, 90, 66), polygon([(left - 20, tread), (right + 24, tread), (right + 24, tread + 5), (left - 20, tread + 5)], 1))
        paint(image, (255, 242, 214), polygon([(left - 18, tread - 7), (right + 22, tread - 7), (right + 24, tread), (left - 20, tread)], 1.5))
    for points, tone in (([(-10, -10), (440, -10), (432, 190), (-170, 1320), (-300, 1320)], (206, 172, 130)), ([(1380, -10), (1960, -10), (1960, 1320), (2060, 1320), (1376, 190)], (146, 110, 82))):
        paint(image, tone, polygon(points, 1.2))
    paint(image, (224, 200, 160), polygon([(432, -10), (1384, -10), (1384, 190), (432, 190)], 1))
    door = polygon([(760, -10), (1010, -10), (1010, 190), (760, 190)], 1.5)
    paint(image, (44, 78, 82), door)
    paint(image, (28, 52, 56), fade(mask_of(lambda d, k: [d.line((x * k, 0, x * k, 190 * k), fill=255, width=round(5 * k)) for x in (822, 885, 948)] and None, 1), 0.9))
    paint(image, (120, 90, 66), fade(levels(stone, 130, 235), 0.42))
    paint(image, (255, 246, 222), fade(levels(ImageChops.invert(stone), 170, 250), 0.3))
    shade = polygon([(1960, -10), (1190, -10), (1150, 240), (1000, 420), (1010, 560), (790, 820), (800, 960), (560, 1320), (1960, 1320)], 5)
    cool = ImageChops.multiply(image, plain((92, 98, 134)))
    image.paste(cool, (0, 0), fade(shade, 0.93))
    leaves = ImageChops.multiply(levels(blur(noise(431, (26, 20), 3), 3), 140, 168), glow((330, 330), 560, 0.7))
    image.paste(ImageChops.multiply(image, plain((110, 112, 140))), (0, 0), fade(leaves, 0.7))
    child = place(person(Stance(0.03, 0.02, hem=0.6, flare=0.15, hair=True, arm=0.02)), (640, 884), 330, 1.1)
    fallen = child.transform(SIZE, Image.Transform.AFFINE, (1, 1.9, -884 * 1.9 + 0, 0, -2.4, 884 * 3.4))
    image.paste(ImageChops.multiply(image, plain((84, 84, 112))), (0, 0), fade(blur(fallen, 3), 0.85))
    dress = gradient([(0.4, (196, 54, 44)), (0.68, (128, 28, 30))])
    paint(image, dress, child)
    top = ImageChops.multiply(child, ramp([(0, 255), (0.463, 255), (0.47, 0)]))
    paint(image, (36, 28, 28), top)
    legs = ImageChops.multiply(child, ramp([(0.58, 0), (0.587, 255)]))
    paint(image, (170, 112, 82), legs)
    rim = ImageChops.subtract(child, ImageChops.offset(blur(child, 3), 6, 2))
    paint(image, (255, 226, 180), fade(rim, 0.7))
    cat = smooth([(1130, 470), (1126, 440), (1134, 414), (1148, 424), (1162, 424), (1174, 414), (1180, 446), (1206, 470), (1226, 500), (1130, 500)], 6)
    paint(image, (26, 26, 40), polygon(cat, 1))
    return grade(image, (16, 16, 30), (255, 250, 236), 1.05, 0.25)


def by_the_window() -> Image.Image:
    """For the starter festival: a profile against a rainy window."""
    image = gradient([(0, (86, 108, 116)), (0.5, (150, 166, 160)), (1, (60, 72, 78))])
    image = ImageChops.screen(image, fade_rgb(bokeh(501, 40, (0, 500, WIDTH, 1100), (30, 90), [(255, 190, 110), (120, 190, 200)]), 0.8))
    trees = levels(noise(503, (6, 8), 5), 110, 200)
    paint(image, (44, 64, 62), fade(blur(ImageChops.multiply(trees, ramp([(0.1, 0), (0.4, 255), (0.8, 120)])), 16), 0.8))
    drops = specks(505, 1300, (2, 6.5), 1.0)
    paint(image, (226, 234, 230), fade(drops, 0.3))
    paint(image, (30, 40, 42), fade(ImageChops.offset(specks(505, 1300, (2, 6.5), 1.4), -2, -3), 0.25))
    frame = mask_of(lambda d, k: [d.rectangle((x * k, 0, (x + w) * k, HEIGHT * k), fill=255) for x, w in ((0, 130), (1180, 54), (1850, 110))] + [d.rectangle((0, 0, WIDTH * k, 80 * k), fill=255)] and None, 3)
    paint(image, (24, 27, 29), frame)
    head = place(profile(), (760, 1330), 1120, 2)
    paint(image, (20, 22, 25), head)
    rim = ImageChops.subtract(head, ImageChops.offset(blur(head, 7), -10, 2))
    return light(image, (206, 220, 214), fade(rim, 0.8))
