"""Winter, mountains and black and white: the scenes that are mostly air."""

from __future__ import annotations

import random

from darkroom import (
    HEIGHT,
    SIZE,
    WIDTH,
    between,
    blank,
    blur,
    fade,
    glow,
    gradient,
    levels,
    light,
    mask_of,
    noise,
    paint,
    polygon,
    ramp,
    ridge,
    smooth,
    specks,
    under,
)
from figures import Stance, branches, fir, limb, oval, person, place, seated, woman
from PIL import Image, ImageChops, ImageDraw


def cliff_walkers() -> Image.Image:
    """Four agents crossing a white slope below a fir forest."""
    image = gradient([(0, (132, 148, 164)), (0.42, (206, 212, 216)), (0.6, (226, 229, 230)), (1, (196, 206, 217))])
    cloud = noise(11, (3, 2), 4)
    paint(image, (112, 130, 148), fade(ImageChops.multiply(levels(cloud, 90, 230), ramp([(0, 255), (0.5, 0)])), 0.6))
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
        dusted = ImageChops.subtract(plate, ImageChops.offset(blur(plate, 2), 3, 5))
        paint(image, (226, 231, 235), fade(dusted, 0.3 * share + 0.12))
        paint(image, (222, 227, 231), ImageChops.multiply(fade(plate, 0.36 * (1 - share) + 0.06), ramp([(0.3, 0), (0.62, 255)])))
    ground = smooth([(-20, 790), (350, 742), (800, 760), (1250, 722), (1650, 742), (1980, 700), (1980, 1320), (-20, 1320)], 10)
    drift = gradient([(0.5, (222, 228, 234)), (0.72, (203, 213, 224)), (1, (142, 160, 182))])
    folds = noise(77, (3, 16), 4)
    paint(drift, (238, 241, 243), fade(levels(folds, 120, 235), 0.75))
    paint(drift, (146, 163, 186), fade(levels(ImageChops.invert(folds), 140, 250), 0.4))
    paint(image, drift, polygon(ground, 5))
    trail = mask_of(lambda d, k: footprints(d, k), 1.3)
    paint(image, (112, 130, 154), fade(trail, 0.75))
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
        edge = ImageChops.subtract(shape, ImageChops.offset(blur(shape, 2), 5, 4))
        paint(image, (226, 231, 236), fade(edge, 0.75))
    haze = noise(93, (4, 3), 3)
    paint(image, (218, 224, 230), fade(ImageChops.multiply(levels(haze, 70, 240), ramp([(0.35, 0), (0.6, 255), (0.85, 0)])), 0.42))
    for seed, count, sizes, soft in ((1, 2600, (1.0, 2.4), 0.8), (2, 620, (2.2, 4.6), 1.6), (3, 90, (7, 15), 6), (5, 16, (22, 44), 17)):
        paint(image, (248, 250, 252), fade(specks(seed, count, sizes, soft), 0.9 if seed < 3 else 0.6))
    return image


def fir_mask(seed: int, at: tuple[float, float], height: float) -> Image.Image:
    return mask_1x(fir(seed, at, height))


def mask_1x(points: list[tuple[float, float]]) -> Image.Image:
    """A quick mask without supersampling, for what will be blurred anyway."""
    plate = blank()
    ImageDraw.Draw(plate).polygon(points, fill=255)
    return plate


def shadow(x: float, y: float, tall: float) -> Image.Image:
    return mask_of(lambda d, k: d.polygon([(a * k, b * k) for a, b in oval(x - tall * 0.35, y + tall * 0.06, tall * 0.45, tall * 0.045, -8)], fill=255))


def footprints(pen: object, k: float) -> None:
    source = random.Random(8)
    path = smooth([(1370, 928), (1180, 958), (850, 1044), (610, 1100), (300, 1200), (20, 1330)], 40, closed=False)
    for lane in (-1, 1):
        for i, (x, y) in enumerate(path[:: 5]):
            if i % 2 == (lane > 0):
                grow = 0.4 + (y - 930) / 260
                dx, dy = x + source.uniform(-4, 4), y + lane * 7 * grow + source.uniform(-2, 2)
                pen.ellipse(((dx - 13 * grow) * k, (dy - 4 * grow) * k, (dx + 11 * grow) * k, (dy + 4.5 * grow) * k), fill=230)  # type: ignore[attr-defined]


def tokyo_story() -> Image.Image:
    """An old couple on a sea wall, the islands beyond."""
    image = gradient([(0, (168, 168, 168)), (0.3, (205, 205, 205)), (0.47, (228, 228, 228)), (0.5, (206, 206, 206)), (1, (150, 150, 150))])
    paint(image, (240, 240, 240), fade(ImageChops.multiply(levels(noise(6, (3, 5), 5), 110, 235), ramp([(0, 255), (0.42, 60), (0.47, 0)])), 0.6))
    for i, (left, right, rough, tone) in enumerate(((560, 600, 70, 196), (602, 540, 95, 168), (606, 622, 46, 132))):
        line = [(x, min(y, 612)) for x, y in ridge(50 + i, left, right, rough)]
        hill = ImageChops.multiply(polygon(under(line), 3), ramp([(0.471, 255), (0.473, 0)]))
        paint(image, (tone,) * 3, hill)
        paint(image, (224, 224, 224), ImageChops.multiply(fade(hill, 0.55), ramp([(0.38, 0), (0.47, 255)])))
    sea = noise(9, (9, 130), 3).transform(SIZE, Image.Transform.QUAD, (0, 0, 420, HEIGHT, WIDTH - 420, HEIGHT, WIDTH, 0))
    paint(image, (236, 236, 236), ImageChops.multiply(levels(sea, 140, 220), ramp([(0.472, 0), (0.475, 120), (0.75, 190), (1, 60)])))
    paint(image, (88, 88, 88), ImageChops.multiply(levels(ImageChops.invert(sea), 150, 230), ramp([(0.472, 0), (0.5, 60), (0.8, 130), (1, 160)])))
    boat = smooth([(1430, 640), (1446, 656), (1560, 656), (1590, 636), (1540, 642), (1470, 644)], 5)
    paint(image, (70, 70, 70), polygon(boat, 1.2))
    paint(image, (70, 70, 70), polygon([(1500, 640), (1502, 560), (1506, 560), (1508, 640)], 1))
    wall = gradient([(0.7, (150, 150, 150)), (0.76, (108, 108, 108)), (1, (52, 52, 52))])
    stones = noise(31, (60, 26), 4)
    paint(wall, (60, 60, 60), fade(levels(stones, 140, 240), 0.5))
    paint(wall, (190, 190, 190), fade(ImageChops.multiply(levels(ImageChops.invert(stones), 170, 250), ramp([(0.7, 255), (0.86, 40)])), 0.5))
    paint(image, wall, polygon([(-10, 972), (WIDTH + 10, 946), (WIDTH + 10, HEIGHT), (-10, HEIGHT)], 1.2))
    paint(image, (222, 222, 222), fade(polygon([(-10, 966), (WIDTH + 10, 940), (WIDTH + 10, 954), (-10, 982)], 1), 0.85))
    for x, tall, tone, back in ((820, 452, 38, 0.04), (1086, 396, 58, -0.06)):
        shape = place(seated(back), (x, 976), tall, 1.4)
        paint(image, (tone,) * 3, shape)
        folds = noise(60 + x, (16, 3), 3)
        paint(image, (tone + 34,) * 3, ImageChops.multiply(fade(levels(folds, 120, 240), 0.6), shape))
        head = place([oval(back * 0.87, 0.132, 0.087, 0.12)], (x, 976), tall, 2)
        paint(image, (30 if x > 900 else 50,) * 3, fade(head, 0.85))
        collar = place([limb([(back * 0.7 - 0.09, 0.295, 0.014), (back * 0.7, 0.318, 0.017), (back * 0.7 + 0.09, 0.295, 0.014)])], (x, 976), tall, 1)
        paint(image, (226, 226, 226), fade(collar, 0.85))
        edge = ImageChops.subtract(shape, ImageChops.offset(blur(shape, 3), -5, 4))
        paint(image, (240, 240, 240), fade(edge, 0.75))
    bun = place([oval(-0.052, 0.215, 0.052, 0.046)], (1086, 976), 396, 1)
    paint(image, (24, 24, 24), bun)
    fan = place([oval(0.36, 0.5, 0.105, 0.12, 12), limb([(0.22, 0.62, 0.03), (0.31, 0.64, 0.026), (0.36, 0.6, 0.018)])], (1086, 976), 396, 1)
    paint(image, (206, 206, 206), fan)
    return image


def spring_in_a_small_town() -> Image.Image:
    """A woman on a broken town wall under a bare tree."""
    image = gradient([(0, (176, 176, 176)), (0.5, (222, 222, 222)), (0.75, (196, 196, 196)), (1, (120, 120, 120))])
    paint(image, (150, 150, 150), fade(ImageChops.multiply(levels(noise(21, (3, 4), 5), 100, 240), ramp([(0, 255), (0.6, 40)])), 0.6))
    image = light(image, (255, 255, 255), fade(glow((620, 560), 760), 0.4))
    for i, (left, right, rough, tone) in enumerate(((760, 640, 90, 190), (820, 760, 70, 160))):
        hill = polygon(under(ridge(70 + i, left, right, rough)), 5)
        paint(image, (tone,) * 3, hill)
    shape = place(woman(), (880, 1085), 500, 1.2)
    paint(image, (44, 44, 44), shape)
    edge = ImageChops.subtract(shape, ImageChops.offset(blur(shape, 3), 6, 3))
    paint(image, (236, 236, 236), fade(edge, 0.7))
    outline: list[tuple[float, float]] = [(-20, 900)]
    source = random.Random(12)
    x = -20.0
    while x < 1240:
        top = 880 + x * 0.075
        broken = source.uniform(-8, 10)
        outline += [(x, top + broken), (x + 64, top + 4 + broken), (x + 66, top + 62), (x + 108, top + 66)]
        x += 110
    outline += [(1260, 1010), (1310, 1040), (1380, 1052), (1440, 1098), (1530, 1120), (1560, 1180), (1680, 1206), (1760, 1262), (WIDTH, 1290), (WIDTH, 1320), (-20, 1320)]
    wall = polygon(outline, 1.6)
    bricks = gradient([(0.65, (122, 122, 122)), (0.8, (84, 84, 84)), (1, (34, 34, 34))])
    rough = noise(44, (70, 60), 4)
    paint(bricks, (40, 40, 40), fade(levels(rough, 130, 240), 0.6))
    rows = mask_of(lambda d, k: [d.line([(0, (870 + i * 22) * k), (WIDTH * k, (960 + i * 22) * k)], fill=200, width=4) for i in range(-6, 26)] and None, 1.2)
    paint(bricks, (30, 30, 30), fade(rows, 0.45))
    paint(image, bricks, wall)
    crest = ImageChops.subtract(wall, ImageChops.offset(blur(wall, 2), 3, 7))
    paint(image, (226, 226, 226), fade(crest, 0.6))
    tree = branches(5, (1690, 1290), 270, 101, 34, 8, droop=6)
    paint(image, (24, 24, 24), blur(tree, 1))
    far = branches(9, (210, 900), 120, 84, 9, 7)
    paint(image, (120, 120, 120), fade(blur(far, 2.4), 0.85))
    grass = mask_of(lambda d, k: blades(d, k), 1.0)
    paint(image, (18, 18, 18), grass)
    mist = ImageChops.multiply(levels(noise(18, (3, 3), 3), 90, 230), ramp([(0.45, 0), (0.64, 230), (0.78, 0)]))
    paint(image, (226, 226, 226), fade(mist, 0.5))
    return image


def blades(pen: object, k: float) -> None:
    source = random.Random(3)
    for _ in range(420):
        x = source.uniform(-20, WIDTH)
        foot = HEIGHT + 10
        tall = source.uniform(30, 150) * (0.5 + abs(x - 900) / 1100)
        sway = source.uniform(-10, 46)
        pen.polygon([(x * k, foot * k), ((x + sway) * k, (foot - tall) * k), ((x + 5) * k, foot * k)], fill=255)  # type: ignore[attr-defined]


def the_ferry() -> Image.Image:
    """A ferryman in ink wash, the far bank only guessed."""
    paper = noise(2, (160, 110), 3)
    image = gradient([(0, (226, 226, 226)), (0.5, (243, 243, 243)), (1, (214, 214, 214))])
    for i, (base, rough, tone) in enumerate(((420, 210, 214), (520, 260, 182), (600, 190, 142))):
        line = ridge(210 + i * 7, base + 120 - 110 * i, base - 60 + 90 * i, rough, 0.55)
        body = polygon(under(line), 2.5 + 2 * (2 - i))
        wash = ImageChops.multiply(body, levels(noise(40 + i, (5, 5), 5), 10, 200))
        fading = ImageChops.multiply(wash, ramp([(0, 255), (0.3, 255), (0.52 + 0.02 * i, 0)]))
        paint(image, (tone,) * 3, fading)
        rim = ImageChops.subtract(body, ImageChops.offset(blur(body, 7), 0, 16))
        paint(image, (max(0, tone - 90),) * 3, ImageChops.multiply(fade(rim, 0.75), levels(noise(90 + i, (12, 6), 4), 60, 190)))
    water = noise(52, (4, 60), 3)
    paint(image, (150, 150, 150), fade(ImageChops.multiply(levels(water, 168, 240), ramp([(0.55, 0), (0.7, 160), (1, 220)])), 0.55))
    hull = smooth([(820, 912), (870, 950), (1000, 972), (1190, 968), (1300, 930), (1352, 880), (1290, 918), (1180, 940), (1010, 944), (890, 930)], 8)
    paint(image, (30, 30, 30), polygon(hull, 1.6))
    mirrored = ImageChops.offset(polygon(hull, 12), 0, 52)
    paint(image, (120, 120, 120), ImageChops.multiply(fade(mirrored, 0.55), levels(water, 70, 190)))
    man = place(person(Stance(0.09, 0.06, hem=0.62, flare=0.12, arm=0.06)), (1222, 942), 270, 1.4)
    hat = place([[(-0.13, 0.055), (0.066, -0.055), (0.262, 0.055)]], (1222, 942), 270, 1.2)
    paint(image, (34, 34, 34), ImageChops.lighter(man, hat))
    paint(image, (26, 26, 26), mask_of(lambda d, k: d.line([(1150 * k, 690 * k), (1400 * k, 1060 * k)], fill=255, width=round(6 * k)), 1))
    child = place(seated(0.05), (1000, 950), 150, 1.2)
    paint(image, (86, 86, 86), child)
    reed_soft = mask_of(lambda d, k: reeds(d, k), 1.2)
    paint(image, (40, 40, 40), reed_soft)
    blot = levels(blur(noise(71, (3, 2), 5), 8), 120, 250)
    paint(image, (90, 90, 90), fade(ImageChops.multiply(blot, ramp([(0.72, 0), (1, 255)])), 0.8))
    sun = mask_of(lambda d, k: d.ellipse((420 * k, 190 * k, 560 * k, 330 * k), fill=255), 3)
    paint(image, (250, 250, 250), fade(sun, 0.8))
    paint(image, (196, 196, 196), fade(levels(paper, 150, 250), 0.25))
    return image


def reeds(pen: object, k: float) -> None:
    source = random.Random(15)
    for _ in range(46):
        x = 40 + abs(source.gauss(0, 170))
        foot = HEIGHT + 10
        tall = source.uniform(120, 470)
        sway = source.uniform(20, 190)
        stem = smooth([(x, foot), (x + sway * 0.2, foot - tall * 0.6), (x + sway, foot - tall)], 10, closed=False)
        for i, (p, q) in enumerate(zip(stem, stem[1:], strict=False)):
            pen.line((p[0] * k, p[1] * k, q[0] * k, q[1] * k), fill=source.randint(150, 255), width=max(1, round((7 - i * 0.32) * k * 0.6)))  # type: ignore[attr-defined]
