"""Open country by day: terraces, a river, an inn."""

from __future__ import annotations

import math
import random

from darkroom import (
    HEIGHT,
    SIZE,
    WIDTH,
    between,
    blank,
    blur,
    both,
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
    tilted,
    under,
)
from figures import Stance, limb, oval, person, place, seated
from lamps import glow, light
from PIL import Image, ImageChops, ImageDraw, ImageOps


def terraces() -> Image.Image:
    """Flooded rice terraces stepping down into morning mist."""
    image = gradient([(0, (120, 140, 172)), (0.16, (216, 178, 158)), (0.3, (250, 214, 168)),
        (1, (60, 60, 62))])
    image = light(image, (255, 210, 150), fade(glow((1330, 300), 800, 2.2, 0.7), 0.6))
    for i, (left, right, rough) in enumerate(((330, 250, 120), (400, 360, 120), (380, 470, 100))):
        paint(image, between((190, 164, 160), (96, 96, 112), i / 2),
            polygon(under(ridge(131 + i, left, right, rough)), 3))
        mist = both(levels(noise(80 + i, (3, 5), 3), 60, 230),
            ramp([(0.2 + i * 0.04, 0), (0.36 + i * 0.03, 220), (0.5, 0)]))
        paint(image, (248, 222, 196), fade(mist, 0.6))
    paint_steps(image)
    haze = both(levels(noise(121, (4, 7), 4), 60, 235), ramp([(0.28, 0), (0.37, 255), (0.6, 90), (0.75, 0)]))
    paint(image, (250, 226, 198), fade(haze, 0.85))
    man = either(place(person(Stance(0.05, 0.04, hem=0.56, flare=0.1)), (560, 960), 172, 0.8),
        place([[(-0.12, 0.06), (0.03, -0.04), (0.19, 0.06)]], (560, 960), 172, 0.8))
    paint(image, (24, 23, 26), man)
    ox = smooth([(640, 905), (660, 880), (720, 872), (790, 876), (822, 888), (846, 884), (866, 900),
        (860, 916), (836, 914), (826, 930), (820, 962), (808, 962), (804, 934), (690, 934), (682, 962),
        (668, 962), (662, 930)], 6)
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
        tone = source.choice([(252, 218, 172), (240, 196, 160), (190, 182, 190), (254, 232, 196),
            (150, 160, 184), (222, 178, 154)])
        water = gradient([(0, tone), (max(0.0, (y - deep) / HEIGHT), between(tone, (255, 238, 208), 0.5)),
            (min(1.0, (y + deep * 1.6) / HEIGHT), between(tone, (74, 88, 118), 0.3 + 0.25 * share)),
            (1, (70, 84, 112))])
        paint(water, (255, 240, 214), fade(sheen, 0.25))
        if levels_drawn % 4 == 1:
            paint(water, (72, 92, 46),
                fade(both(levels(shoots, 140, 200), levels(noise(levels_drawn, (4, 4), 2), 100, 170)), 0.75))
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
    wave = math.sin(t * 5.1 + drift) + 0.55 * math.sin(t * 11.3 - drift * 1.7 + 1) + 0.25 * math.sin(
        t * 23 + drift * 2.6)
    return wave * deep * 0.62 + (t - 0.5) * deep * 1.6 * math.sin(drift * 0.7)


def river_names() -> Image.Image:
    """A longboat on a wide river at sunrise."""
    image = gradient([(0, (96, 116, 134)), (0.25, (206, 166, 130)), (0.44, (252, 206, 134)),
        (0.5, (255, 224, 160)), (0.53, (236, 180, 112)), (1, (56, 58, 58))])
    image = light(image, (255, 226, 160), fade(glow((700, 560), 640, 2.0), 0.8))
    image = light(image, (255, 246, 214), glow((700, 560), 92, 0.5))
    for i, (left, right, rough, tone) in enumerate(((560, 600, 60, (206, 160, 112)),
        (640, 560, 70, (156, 118, 86)))):
        line = [(x, min(y, 668)) for x, y in ridge(181 + i, left, right, rough)]
        paint(image, tone, both(polygon(under(line), 3), ramp([(0.515, 255), (0.52, 0)])))
    bank = blank()
    pen = ImageDraw.Draw(bank)
    source = random.Random(18)
    for _ in range(120):
        x = 1180 + source.random() ** 0.7 * 820
        r = source.uniform(24, 74)
        y = 655 - source.random() * (x - 1100) * 0.22
        pen.ellipse((x - r, y - r * 0.7, x + r, y + r * 0.7), fill=255)
    pen.polygon([(1120, 674), (1960, 600), (1960, 690), (1120, 684)], fill=255)
    rough = both(blur(bank, 5), levels(noise(37, (60, 40), 3), 20, 120))
    paint(image, (74, 62, 52), levels(rough, 60, 160))
    hut = mask_of(stilts, 1)
    paint(image, (44, 38, 36), hut)
    return _river(image)


def _river(image: Image.Image) -> Image.Image:
    """What stands on the bank, mirrored, and the sun on the ripples."""
    flipped = ImageOps.flip(image.crop((0, 60, WIDTH, 684))).resize((WIDTH, 620))
    image.paste(blur(flipped, 5), (0, 680))
    paint(image, (40, 44, 48), ramp([(0.52, 10), (0.7, 60), (1, 200)]))
    ripple = noise(59, (8, 120), 4).transform(SIZE, Image.Transform.QUAD, (0, 0, 300, HEIGHT, WIDTH - 300,
        HEIGHT, WIDTH, 0))
    paint(image, (52, 52, 54), fade(both(levels(ripple, 140, 230),
        ramp([(0.525, 0), (0.6, 140), (1, 255)])), 0.6))
    path = both(polygon([(640, 690), (760, 690), (900, 1310), (480, 1310)], 60),
        levels(ImageChops.invert(ripple), 120, 220))
    image = light(image, (255, 216, 146), fade(path, 0.8))
    return _longboat(image, ripple)


def _longboat(image: Image.Image, ripple: Image.Image) -> Image.Image:
    """Boat, crew and their reflection."""
    hull = smooth([(420, 900), (520, 946), (760, 964), (1040, 958), (1230, 920), (1330, 848), (1352, 850),
        (1262, 940), (1060, 990), (760, 996), (520, 978)], 8)
    boat = polygon(hull, 1.2)
    rower = place(person(Stance(0.06, 0.05, hem=0.56, flare=0.1, arm=0.03)), (560, 956), 300, 1.2)
    hat = place([smooth([(-0.1, 0.05), (-0.02, -0.03), (0.1, -0.03), (0.2, 0.05)], 4)], (560, 956), 300, 1)
    oar = lines([[(470, 710), (770, 1090)]], 7, 1)
    child = place(seated(0.04), (1010, 968), 150, 1.2)
    crew = either(either(boat, rower), either(either(hat, oar), child))
    paint(image, (24, 22, 24), crew)
    rim = edge(crew, 3, (-4, 4))
    image = light(image, (255, 214, 150), fade(rim, 0.7))
    below = ImageOps.flip(crew).transform(SIZE, Image.Transform.AFFINE,
        (1, 0, 0, 0, 1.2, -996 * 1.2 + HEIGHT - 996 + 10))
    below = both(blur(below, 8), ramp([(0.765, 0), (0.775, 255), (1, 60)]))
    paint(image, (30, 30, 32), fade(both(below, levels(ripple, 40, 150)), 0.9))
    mist = both(levels(noise(107, (4, 6), 4), 70, 230), ramp([(0.42, 0), (0.52, 255), (0.62, 0)]))
    paint(image, (255, 226, 176), fade(mist, 0.55))
    flock = ((900, 300), (960, 270), (1020, 290), (1064, 250), (1140, 268))
    birds = lines([[(x - 16, y - 7), (x, y), (x + 17, y - 9)] for x, y in flock], 3, 1)
    paint(image, (80, 72, 70), birds)
    return grade(image, (20, 18, 26), (255, 248, 230), 1.0, 0.22)


def stilts(pen: ImageDraw.ImageDraw, k: float) -> None:
    pen.polygon([(1440 * k, 560 * k), (1530 * k, 490 * k), (1690 * k, 490 * k), (1780 * k, 560 * k)],
        fill=255)
    pen.rectangle((1470 * k, 556 * k, 1750 * k, 618 * k), fill=255)
    for x in (1480, 1550, 1620, 1690, 1738):
        pen.rectangle((x * k, 610 * k, (x + 9) * k, 690 * k), fill=255)


def dragon_inn() -> Image.Image:
    """An inn under bare mountains, a traveller with a sword coming up the road."""
    image = gradient([(0, (98, 126, 146)), (0.3, (196, 184, 160)), (0.46, (236, 206, 160)),
        (0.6, (196, 150, 104)), (1, (72, 50, 36))])
    paint(image, (238, 220, 190), fade(both(levels(blur(noise(201, (2, 6), 4), 8), 90, 250),
        ramp([(0, 255), (0.4, 60), (0.5, 0)])), 0.6))
    for i, (left, right, rough, tone) in enumerate(((420, 300, 190, (176, 158, 142)),
        (470, 520, 200, (142, 118, 100)), (600, 560, 90, (122, 92, 70)))):
        body = polygon(under(ridge(219 + i * 5, left, right, rough, 0.54)), 2.6 - i * 0.6)
        rock = plain(tone)
        folds = tilted(Image.blend(noise(211 + i, (10, 4), 4), noise(215 + i, (50, 6), 2), 0.2),
            14 * (i - 1) + 6)
        paint(rock, between(tone, (54, 44, 44), 0.55), fade(levels(folds, 90, 230), 0.75))
        paint(rock, between(tone, (255, 230, 190), 0.5), fade(levels(ImageChops.invert(folds), 110, 230),
            0.6))
        paint(image, rock, body)
        paint(image, (226, 194, 152),
            fade(both(body, ramp([(0.3 + i * 0.05, 0), (0.55, 230), (0.62, 255)])), 0.6))
    ground = gradient([(0.55, (200, 156, 110)), (0.75, (150, 108, 72)), (1, (70, 46, 32))])
    paint(ground, (96, 66, 44), fade(levels(noise(231, (12, 60), 4), 90, 250), 0.6))
    paint(ground, (232, 192, 142), fade(levels(noise(233, (4, 40), 3), 160, 240), 0.4))
    paint(image, ground, polygon(under(smooth([(-20, 800), (500, 770), (1100, 790), (1970, 760)], 10,
        closed=False)), 4))
    return _inn(image)


def _inn(image: Image.Image) -> Image.Image:
    """Road, inn and banner."""
    road = smooth([(1180, 786), (1120, 860), (860, 960), (520, 1130), (380, 1320), (1120, 1320),
        (1080, 1130), (1200, 960), (1290, 860), (1262, 786)], 8)
    paint(image, (216, 176, 128), fade(polygon(road, 16), 0.55))
    paint(image, (110, 78, 56), polygon([(1050, 560), (1620, 548), (1640, 806), (1040, 806)], 1.5))
    paint(image, (96, 68, 50), polygon([(1150, 400), (1530, 394), (1534, 560), (1146, 560)], 1.5))
    for x in (1190, 1300, 1410):
        paint(image, (44, 31, 26), polygon([(x, 436), (x + 70, 435), (x + 70, 510), (x, 511)], 1.2))
    upper = smooth([(1066, 424), (1120, 396), (1196, 330), (1240, 300), (1345, 294), (1450, 298),
        (1490, 328), (1566, 390), (1620, 416), (1540, 420), (1340, 414), (1150, 422)], 6)
    paint(image, (66, 49, 42), polygon(upper, 1.2))
    boards = noise(241, (70, 3), 3)
    paint(image, (70, 48, 36), fade(both(levels(boards, 110, 210),
        polygon([(1050, 560), (1620, 548), (1640, 806), (1040, 806)], 1.5)), 0.7))
    roof = smooth([(960, 580), (1030, 552), (1100, 520), (1140, 506), (1340, 500), (1550, 503), (1590, 518),
        (1650, 540), (1730, 566), (1640, 572), (1340, 566), (1050, 576)], 6)
    paint(image, (62, 46, 40), polygon(roof, 1.2))
    tiles = lines([[(1120 + i * 24, 500), (1000 + i * 36.5, 574)] for i in range(20)], 4, 1)
    paint(image, (34, 25, 24), fade(both(tiles, polygon(roof)), 0.7))
    paint(image, (32, 22, 20), polygon([(1270, 640), (1390, 637), (1394, 806), (1266, 806)], 1.2))
    image = light(image, (255, 150, 60), fade(glow((1330, 740), 120, 1.6), 0.55))
    for x in (1110, 1490):
        paint(image, (36, 26, 22), polygon([(x, 640), (x + 84, 638), (x + 84, 712), (x, 714)], 1.2))
    paint(image, (40, 30, 26), polygon([(986, 330), (998, 330), (1004, 806), (990, 806)], 1))
    flag = smooth([(996, 340), (900, 352), (800, 336), (716, 366), (730, 430), (716, 486), (800, 462),
        (900, 482), (996, 466)], 8)
    red = gradient([(0.25, (178, 48, 36)), (0.38, (120, 28, 26))])
    paint(red, (70, 14, 18), fade(levels(noise(251, (14, 2), 3), 110, 220), 0.7))
    paint(image, red, polygon(flag, 1.2))
    return _traveller_with_sword(image)


def _traveller_with_sword(image: Image.Image) -> Image.Image:
    """Dust, and the man who comes up the road."""
    dust = both(levels(noise(261, (4, 5), 5), 100, 230), ramp([(0.5, 0), (0.66, 255), (0.9, 30)]))
    paint(image, (238, 204, 156), fade(dust, 0.55))
    robe = smooth([(0.03, 0.13), (0.1, 0.175), (0.135, 0.27), (0.16, 0.44), (0.115, 0.5), (0.11, 0.62),
        (0.17, 0.82), (0.2, 0.9), (-0.04, 0.9), (-0.11, 0.84), (-0.1, 0.62), (-0.1, 0.5), (-0.145, 0.46),
        (-0.13, 0.27), (-0.1, 0.175), (-0.03, 0.13)], 6)
    legs = [limb([(0.05, 0.8, 0.045), (0.075, 0.97, 0.034)]),
        limb([(-0.05, 0.8, 0.045), (-0.075, 0.96, 0.034)])]
    hat = smooth([(-0.16, 0.07), (-0.05, 0.02), (0.0, -0.035), (0.05, 0.02), (0.16, 0.07), (0.0, 0.088)], 5)
    sword = [(-0.24, 0.2), (-0.225, 0.19), (0.27, 0.62), (0.255, 0.635)]
    bundle = oval(0.13, 0.2, 0.06, 0.045, 30)
    hero = place([robe, *legs, oval(0, 0.075, 0.042, 0.058), limb([(0, 0.16, 0.034), (0, 0.1, 0.03)]), hat,
        sword, bundle], (640, 1216), 620, 1.4)
    cast = hero.transform(SIZE, Image.Transform.AFFINE, (1, 1.6, -1216 * 1.6, 0, -4.2, 1216 * 5.2))
    paint(image, (50, 34, 30), fade(blur(cast, 8), 0.6))
    paint(image, (28, 22, 22), hero)
    rim = edge(hero, 4, (-7, 4))
    paint(image, (246, 212, 164), fade(rim, 0.75))
    return grade(image, (24, 17, 18), (255, 246, 224), 1.02, 0.28)
