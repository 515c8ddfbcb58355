"""Streets, rooms and water after dark: the scenes that are mostly lamps."""

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
    under,
)
from figures import Stance, limb, oval, person, place, profile, seated
from PIL import Image, ImageChops, ImageDraw, ImageOps


def mirrored(image: Image.Image, line: int, seed: int, ripple: float, dim: float) -> Image.Image:
    """What stands above a line, reflected below it in wet ground or water."""
    flipped = ImageOps.flip(image.crop((0, max(0, 2 * line - HEIGHT), WIDTH, line)))
    flipped = flipped.resize((WIDTH, HEIGHT - line))
    low = blur(flipped.resize((WIDTH // 2, max(2, (HEIGHT - line) // 10))), 2).resize((WIDTH, HEIGHT - line), Image.Resampling.BICUBIC)
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


def bending_light() -> Image.Image:
    """A wet street between neon signs, one umbrella."""
    image = gradient([(0, (8, 10, 24)), (0.5, (26, 20, 46)), (0.64, (48, 30, 58)), (1, (10, 9, 18))])
    line = 830
    source = random.Random(20)
    hues: list[Colour] = [(255, 54, 92), (255, 148, 50), (66, 220, 255), (255, 70, 200), (120, 255, 190), (255, 214, 110)]
    windows = blank()
    pane = ImageDraw.Draw(windows)
    for side in (-1, 1):
        for i in range(8):
            near, far = (i + 1) / 8, i / 8
            x0, x1 = (WIDTH * 0.53 + side * (70 + 980 * share**1.6) for share in (far, near))
            top = 470 - 560 * near
            block = mask_of(lambda d, k, x0=x0, x1=x1, top=top, near=near: d.polygon([(x0 * k, top * k), (x1 * k, (top - 50) * k), (x1 * k, (line + 70 * near) * k), (x0 * k, (line + 20 * near) * k)], fill=255), 1.5)
            paint(image, between((58, 40, 76), (13, 12, 24), near), block)
            for _ in range(round(30 * near)):
                x, y, w = source.uniform(min(x0, x1), max(x0, x1)), source.uniform(top, line - 190), 4 + 13 * near
                pane.rectangle((x, y, x + w, y + w * 1.5), fill=source.randint(40, 190))
    image = light(image, (255, 190, 120), fade(blur(windows, 2.4), 0.5))
    plates = {hue: blank() for hue in hues}
    for side in (-1, 1):
        for i in range(26):
            near = (i + source.uniform(0.2, 1)) / 27
            x = WIDTH * 0.53 + side * (60 + 860 * near**1.5 - source.uniform(0, 120) * near)
            y = source.uniform(700 - 760 * near, 780 - 220 * near)
            wide = (15 + 165 * near**1.4) * source.uniform(0.45, 1.05)
            tall = (34 + 430 * near**1.3) * source.uniform(0.3, 0.9)
            strokes(plates[source.choice(hues)], source.randrange(10**6), x, y - tall, wide, tall)
    walls = plain((0, 0, 0))
    for hue, tubes in plates.items():
        walls = light(walls, between(hue, (255, 255, 255), 0.25), blur(tubes, 1.4))
        walls = light(walls, hue, fade(blur(tubes, 10), 0.95))
    walls = ImageChops.screen(walls, blur(walls.resize((WIDTH // 4, HEIGHT // 4)), 14).resize(SIZE))
    image = ImageChops.screen(image, blur(walls, 1.6))
    for tone, spread in (((255, 150, 120), 420), ((255, 220, 190), 150)):
        image = light(image, tone, fade(glow((WIDTH * 0.53, 770), spread, 1.8), 0.55))
    image = mirrored(image, line, 5, 9, 0.95)
    rough = noise(70, (40, 60), 4)
    paint(image, (8, 8, 14), fade(ImageChops.multiply(levels(rough, 120, 200), ramp([(0.63, 0), (0.66, 255)])), 0.55))
    image = ImageChops.screen(image, bokeh(7, 46, (560, 560, 1500, 800), (4, 15), hues))
    walker = place(person(Stance(0.05, 0.02, hem=0.66, flare=0.11)), (1120, 1130), 470, 1.2)
    canopy = smooth([(880, 690), (905, 610), (990, 552), (1106, 528), (1222, 548), (1310, 604), (1338, 684), (1280, 668), (1216, 690), (1160, 668), (1106, 690), (1048, 668), (996, 692), (938, 668)], 6)
    shape = ImageChops.lighter(walker, polygon(canopy, 1.2))
    shape = ImageChops.lighter(shape, polygon([(1103, 520), (1110, 520), (1112, 880), (1105, 880)], 1))
    paint(image, (10, 10, 17), shape)
    rim = ImageChops.subtract(shape, ImageChops.offset(blur(shape, 3), 6, 5))
    image = light(image, (255, 110, 120), fade(rim, 0.75))
    rim = ImageChops.subtract(shape, ImageChops.offset(blur(shape, 3), -6, 4))
    image = light(image, (90, 210, 255), fade(rim, 0.6))
    under_foot = ImageOps.flip(shape).transform(SIZE, Image.Transform.AFFINE, (1, 0, 0, 0, 1.25, -1130 * 1.25 + HEIGHT - 1130))
    paint(image, (9, 9, 15), fade(blur(under_foot, 9), 0.7))
    image = light(image, (150, 170, 210), fade(specks(4, 900, (0.8, 1.7), 0.8, 26), 0.28))
    return grade(image, (6, 7, 16), (255, 250, 244), 1.0, 0.25)


def strokes(plate: Image.Image, seed: int, x: float, y: float, wide: float, tall: float) -> None:
    """A sign: a tube round a box and bars inside it that look like writing from afar."""
    source = random.Random(seed)
    pen = ImageDraw.Draw(plate)
    tube = max(2, round(wide / 13))
    pen.rounded_rectangle((x - wide / 2, y, x + wide / 2, y + tall), wide * 0.12, outline=220, width=tube)
    rows = max(1, round(tall / wide)) if wide else 1
    for row in range(rows):
        cy = y + tall * (row + 0.5) / rows
        reach = min(wide, tall / rows) * 0.3
        for _ in range(source.randint(4, 6)):
            if source.random() < 0.6:
                dy = source.uniform(-reach, reach)
                pen.line((x - reach * source.uniform(0.5, 1), cy + dy, x + reach * source.uniform(0.5, 1), cy + dy), fill=255, width=tube)
            else:
                dx = source.uniform(-reach, reach)
                pen.line((x + dx, cy - reach, x + dx * 1.2, cy + reach), fill=255, width=tube)


def last_ferry() -> Image.Image:
    """A double-decked ferry leaving the city at dusk."""
    image = gradient([(0, (26, 32, 66)), (0.22, (70, 62, 104)), (0.4, (190, 104, 100)), (0.5, (246, 172, 108)), (0.56, (252, 206, 150)), (1, (30, 30, 54))])
    cloud = noise(61, (2, 9), 5)
    paint(image, (72, 52, 88), fade(ImageChops.multiply(levels(cloud, 120, 215), ramp([(0, 255), (0.45, 190), (0.55, 0)])), 0.7))
    image = light(image, (255, 150, 90), fade(ImageChops.multiply(levels(ImageChops.invert(cloud), 150, 240), ramp([(0.1, 0), (0.42, 255), (0.56, 60)])), 0.45))
    line = 762
    for i, (left, right, rough, tone) in enumerate(((600, 560, 110, (150, 92, 104)), (640, 700, 120, (88, 60, 88)))):
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
        lamps += [(x + source.uniform(2, wide - 3), line - source.uniform(4, tall - 4)) for _ in range(round(tall / 9))]
        x += wide + source.uniform(-6, 10)
    paint(image, (54, 44, 76), blur(towers, 1.5))
    dots = blank()
    pen = ImageDraw.Draw(dots)
    for x, y in lamps:
        pen.rectangle((x, y, x + 3, y + 4), fill=source.randint(90, 255))
    image = light(image, (255, 216, 150), blur(dots, 0.8))
    image = light(image, (255, 150, 80), blur(dots, 7))
    image = light(image, (255, 160, 90), fade(glow((560, line), 900, 2.2, 0.5), 0.5))
    far_water = gradient([(0.58, (168, 108, 104)), (0.62, (96, 66, 92))])
    paint(image, far_water, polygon([(-5, line), (WIDTH + 5, line), (WIDTH + 5, 810), (-5, 810)], 1))
    boat = ferry_hull()
    paint(image, (24, 22, 36), boat)
    windows = blank()
    pen = ImageDraw.Draw(windows)
    for deck, (y, x0, x1) in enumerate(((642, 560, 1230), (716, 500, 1300))):
        for i in range(round((x1 - x0) / 38)):
            pen.rounded_rectangle((x0 + i * 38, y, x0 + i * 38 + 28, y + 34 - deck * 4), 3, fill=source.randint(190, 255))
    passengers = blank()
    pen = ImageDraw.Draw(passengers)
    for i in range(17):
        x = 560 + source.uniform(0, 640)
        pen.ellipse((x - 7, 650, x + 7, 668), fill=255)
        pen.rectangle((x - 12, 666, x + 12, 678), fill=255)
    image.paste((255, 196, 112), (0, 0, *SIZE), blur(windows, 0.8))
    paint(image, (60, 38, 30), ImageChops.multiply(blur(passengers, 1), windows))
    image = light(image, (255, 160, 70), fade(blur(windows, 16), 0.9))
    image = mirrored(image, 800, 8, 16, 0.86)
    swell = noise(33, (10, 90), 4).transform(SIZE, Image.Transform.QUAD, (200, 0, 0, HEIGHT, WIDTH, HEIGHT, WIDTH - 200, 0))
    paint(image, (20, 20, 42), fade(ImageChops.multiply(levels(swell, 100, 210), ramp([(0.615, 0), (0.66, 190), (1, 255)])), 0.75))
    image = light(image, (255, 190, 140), fade(ImageChops.multiply(levels(ImageChops.invert(swell), 165, 250), ramp([(0.615, 0), (0.63, 190), (0.9, 90)])), 0.55))
    wake = polygon(smooth([(1360, 802), (1500, 806), (1960, 812), (1960, 850), (1500, 824)], 6), 5)
    paint(image, (255, 214, 178), fade(ImageChops.multiply(wake, levels(noise(3, (60, 60), 3), 60, 200)), 0.5))
    rail = mask_of(lambda d, k: railing(d, k), 4.5)
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
        mask = ImageChops.lighter(mask, polygon(part, 0.8))
    masts = mask_of(lambda d, k: [d.line((x * k, y * k, x * k, 612 * k), fill=255, width=round(4 * k)) for x, y in ((560, 500), (1180, 520), (1402, 700))] and None, 0.8)
    return ImageChops.lighter(mask, masts)


def railing(pen: ImageDraw.ImageDraw, k: float) -> None:
    pen.line((0, 1150 * k, WIDTH * k, 1092 * k), fill=255, width=round(30 * k))
    pen.line((0, 1236 * k, WIDTH * k, 1184 * k), fill=255, width=round(13 * k))
    for x in (150, 700, 1260, 1820):
        pen.line((x * k, 1110 * k, x * k, 1320 * k), fill=255, width=round(24 * k))


def lanterns() -> Image.Image:
    """Rows of paper lanterns over a courtyard, a figure on the steps."""
    image = gradient([(0, (16, 8, 12)), (0.4, (58, 20, 18)), (0.62, (120, 46, 22)), (0.72, (66, 26, 18)), (1, (16, 8, 8))])
    vx, vy = 975.0, 690.0
    hall = plain((24, 10, 10))
    paint(image, (38, 15, 13), polygon([(560, 420), (1390, 420), (1390, 760), (560, 760)], 2))
    image = light(image, (255, 150, 60), fade(polygon([(880, 520), (1070, 520), (1070, 756), (880, 756)], 6), 0.9))
    image = light(image, (255, 130, 50), fade(glow((vx, 640), 420, 1.7), 0.8))
    roof = smooth([(430, 440), (520, 404), (640, 350), (720, 300), (975, 290), (1230, 300), (1310, 350), (1430, 404), (1520, 440), (1400, 432), (975, 424), (550, 432)], 6)
    paint(image, (16, 8, 10), polygon(roof, 1.5))
    for x in (600, 735, 868, 1082, 1215, 1350):
        paint(image, (20, 8, 8), polygon([(x - 13, 424), (x + 13, 424), (x + 13, 760), (x - 13, 760)], 1))
    for side in (-1, 1):
        paint(image, hall, polygon([(vx + side * 420, 400), (vx + side * 1100, -160), (vx + side * 1100, 1320), (vx + side * 420, 780)], 2))
        for i in range(6):
            at = 430 + 620 * (i / 5) ** 1.5
            paint(image, (9, 5, 6), polygon([(vx + side * at, 390 - at * 0.5 + 180), (vx + side * (at + 14 + 10 * i), 390 - at * 0.5 + 180), (vx + side * (at + 14 + 10 * i), 700 + at * 0.36), (vx + side * at, 700 + at * 0.36)], 1.5))
    for i in range(7):
        y = 756 + i * 13
        paint(image, between((150, 66, 34), (48, 20, 14), i / 6), polygon([(vx - 190 - i * 34, y), (vx + 190 + i * 34, y), (vx + 196 + i * 34, y + 7), (vx - 196 - i * 34, y + 7)], 1))
    stones = noise(81, (30, 26), 4)
    floor = ImageChops.multiply(levels(stones, 80, 220), ramp([(0.655, 0), (0.67, 255)]))
    image = light(image, (140, 58, 26), fade(floor, 0.32))
    image = light(image, (255, 150, 70), fade(ImageChops.multiply(glow((vx, 900), 620, 1.6, 0.7), ramp([(0.65, 0), (0.67, 255)])), 0.5))
    rows = [(d / 11, x) for d in range(12) for x in (-1.0, -0.62, -0.24, 0.24, 0.62, 1.0)]
    for depth, x in rows:
        near = depth**2.1
        cx = vx + x * (290 + 1150 * near)
        cy = vy - 330 - 560 * near + 40 * abs(x) * (1 - near)
        image = lantern(image, (cx, cy), 13 + 92 * near, 1 + 12 * max(0.0, near - 0.35), round(depth * 97 + x * 31))
    robe = smooth([(-0.03, 0.13), (0.03, 0.13), (0.1, 0.18), (0.13, 0.3), (0.17, 0.52), (0.1, 0.54), (0.115, 0.75), (0.17, 1.0), (-0.17, 1.0), (-0.115, 0.75), (-0.1, 0.54), (-0.17, 0.52), (-0.13, 0.3), (-0.1, 0.18)], 6)
    shape = place([robe, oval(0, 0.072, 0.043, 0.06), oval(0, 0.0, 0.028, 0.03), limb([(0, 0.16, 0.03), (0, 0.1, 0.026)])], (vx + 8, 868), 252, 1)
    paint(image, (14, 6, 7), shape)
    rim = ImageChops.subtract(shape, ImageChops.offset(blur(shape, 2), 0, 4))
    image = light(image, (255, 170, 90), fade(rim, 0.9))
    paint(image, (10, 5, 6), fade(polygon([(vx - 30, 868), (vx + 48, 868), (vx + 150, 1240), (vx - 132, 1240)], 16), 0.6))
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
    body = ImageOps.colorize(shade, (255, round(228 * warmth), round(150 * warmth)), (132, 18, 10), (246, round(104 * warmth), 34))
    pen = ImageDraw.Draw(body)
    for i in range(-3, 4):
        w = abs(i) * r * 0.29
        pen.arc((span - w, span - r * 0.84, span + w, span + r * 0.84), 90 if i > 0 else -90, 270 if i <= 0 else 450, fill=(150, 36, 14), width=max(1, round(r / 34)))
    pen.rectangle((span - r * 0.3, span - r * 0.92, span + r * 0.3, span - r * 0.78), fill=(40, 14, 8))
    ImageDraw.Draw(mask).rectangle((span - r * 0.3, span - r * 0.92, span + r * 0.3, span - r * 0.78), fill=255)
    pen.line((span, span + r * 0.8, span, span + r * 1.9), fill=(190, 50, 24), width=max(2, round(r / 9)))
    ImageDraw.Draw(mask).line((span, span + r * 0.8, span, span + r * 1.9), fill=255, width=max(2, round(r / 9)))
    image = light(image, (255, 110, 40), fade(glow(at, r * 3.4, 2.6), 0.5)) if r > 20 else image
    image.paste(blur(body, soft), box[:2], blur(mask, 0.8 + soft))
    return image


def red_signal() -> Image.Image:
    """A level crossing in fog, the signal at stop."""
    image = gradient([(0, (10, 15, 22)), (0.5, (34, 40, 48)), (0.62, (44, 44, 50)), (1, (10, 11, 14))])
    fog = noise(17, (4, 5), 4)
    paint(image, (64, 70, 78), fade(ImageChops.multiply(levels(fog, 60, 240), ramp([(0.1, 60), (0.6, 255), (0.85, 40)])), 0.6))
    for i, (left, right, tone) in enumerate(((720, 700, (38, 42, 48)), (770, 742, (22, 25, 30)))):
        paint(image, tone, polygon(under(ridge(61 + i, left, right, 70, 0.6)), 8 - 4 * i))
    vx, vy = 1240.0, 770.0
    paint(image, (14, 14, 17), polygon([(vx - 10, vy), (vx + 20, vy), (1150, 1320), (120, 1320)], 4))
    sleepers = mask_of(lambda d, k: ties(d, k, vx, vy), 1.5)
    paint(image, (46, 36, 34), fade(sleepers, 0.8))
    for foot in (250.0, 960.0):
        rail = polygon([(vx - 1, vy), (vx + 2, vy), (foot + 34, 1320), (foot, 1320)], 1.2)
        paint(image, (170, 70, 60), fade(rail, 0.85))
    post = polygon([(1548, 240), (1570, 240), (1574, 1130), (1544, 1130)], 1.5)
    box = polygon(smooth([(1500, 236), (1618, 236), (1618, 500), (1500, 500)], 2, True), 2)
    paint(image, (7, 8, 10), ImageChops.lighter(post, box))
    image = light(image, (255, 26, 20), fade(glow((1559, 306), 1150, 2.6), 0.75))
    image = light(image, (255, 60, 40), glow((1559, 306), 300, 2.2))
    image = light(image, (255, 190, 160), glow((1559, 306), 92, 0.8))
    image = light(image, (255, 242, 214), fade(glow((vx + 4, vy - 22), 420, 2.4, 0.8), 0.9))
    image = light(image, (255, 250, 236), glow((vx + 4, vy - 22), 70, 1.0))
    beam = ImageChops.multiply(polygon([(vx, vy - 30), (vx + 8, vy - 14), (860, 1320), (-80, 1320), (-80, 1000)], 50), levels(fog, 20, 240))
    image = light(image, (255, 236, 206), fade(beam, 0.3))
    man = place(person(Stance(0.0, 0.0, hem=0.68, flare=0.12, hat=False)), (760, 1168), 560, 1.6)
    paint(image, (7, 8, 10), man)
    rim = ImageChops.subtract(man, ImageChops.offset(blur(man, 4), -6, 3))
    image = light(image, (255, 84, 66), fade(rim, 0.9))
    paint(image, (5, 6, 8), fade(polygon([(700, 1160), (820, 1160), (560, 1330), (300, 1330)], 14), 0.7))
    gate = polygon([(-20, 1010), (620, 912), (622, 934), (-20, 1040)], 2)
    paint(image, (32, 12, 12), gate)
    for i in range(4):
        x = 20 + i * 160
        paint(image, (176, 168, 160), fade(polygon([(x, 1004 - i * 24.5), (x + 78, 992 - i * 24.5), (x + 78, 1018 - i * 24.5), (x, 1031 - i * 24.5)], 2), 0.55))
    wires = mask_of(lambda d, k: [d.line([(x * k, (y + (x / 1950) ** 2 * s) * k) for x in range(-10, 1970, 40)], fill=255, width=round(3 * k)) for y, s in ((150, 320), (190, 330), (60, 300))] and None, 1)
    paint(image, (9, 11, 15), fade(wires, 0.85))
    return grade(image, (7, 9, 14), (255, 250, 244), 0.92, 0.2)


def ties(pen: ImageDraw.ImageDraw, k: float, vx: float, vy: float) -> None:
    for i in range(1, 26):
        share = (i / 25) ** 2.2
        y = vy + (1320 - vy) * share
        left, right = vx + (100 - vx) * share, vx + (1160 - vx) * share
        pen.polygon([(left * k, y * k), (right * k, y * k), (right * k, (y + 5 + 26 * share) * k), (left * k, (y + 5 + 26 * share) * k)], fill=255)


def paper_moon() -> Image.Image:
    """A paper moon lit over village roofs and a puppet stage."""
    image = gradient([(0, (8, 15, 36)), (0.5, (24, 40, 72)), (0.75, (44, 54, 80)), (1, (14, 14, 26))])
    stars = specks(6, 320, (0.6, 1.7), 0.5)
    image = light(image, (210, 220, 255), fade(ImageChops.multiply(stars, ramp([(0, 255), (0.55, 0)])), 0.7))
    hill = polygon(under(ridge(88, 820, 760, 120)), 4)
    paint(image, (17, 25, 46), hill)
    at = (1270.0, 400.0)
    image = light(image, (255, 214, 140), fade(glow(at, 720, 2.3), 0.55))
    disc = mask_of(lambda d, k: d.ellipse(((at[0] - 168) * k, (at[1] - 168) * k, (at[0] + 168) * k, (at[1] + 168) * k), fill=255), 1.2)
    face = gradient([(0.15, (255, 236, 176)), (0.45, (250, 206, 128))])
    kraft = noise(12, (50, 40), 4)
    paint(face, (206, 150, 84), fade(levels(kraft, 110, 230), 0.5))
    paint(face, (214, 160, 92), fade(mask_of(lambda d, k: [d.line((x * k, 200 * k, x * k, 600 * k), fill=255, width=3) for x in range(1100, 1450, 11)] and None, 0.8), 0.4))
    creases = mask_of(lambda d, k: [d.line([(p[0] * k, p[1] * k), (q[0] * k, q[1] * k)], fill=255, width=round(4 * k)) for p, q in (((1270, 228), (1262, 574)), ((1102, 420), (1440, 396)))] and None, 1.5)
    paint(face, (180, 116, 58), fade(creases, 0.7))
    paint(image, face, disc)
    string = mask_of(lambda d, k: d.line((1270 * k, 0, 1270 * k, 236 * k), fill=255, width=round(2.4 * k)), 0.8)
    paint(image, (210, 180, 130), fade(string, 0.8))
    roofs = random.Random(40)
    for row in range(4):
        tone = between((27, 31, 52), (7, 8, 15), row / 3)
        outlines, panes = blank(), blank()
        x = -120.0
        while x < WIDTH:
            wide, top = roofs.uniform(260, 470), 800 + row * 95 + roofs.uniform(-30, 30)
            rise = roofs.uniform(60, 110)
            slope = [(0, 0.72), (0.05, 0.8), (0.25, 0.5), (0.46, 0), (0.54, 0), (0.75, 0.5), (0.95, 0.8), (1, 0.72)]
            curve = smooth([(x + wide * a, top + rise * b) for a, b in slope], 6, closed=False)
            ImageDraw.Draw(outlines).polygon([*curve, (x + wide * 0.9, HEIGHT + 10), (x + wide * 0.1, HEIGHT + 10)], fill=255)
            if roofs.random() < 0.65:
                wx, wy = x + wide * roofs.uniform(0.3, 0.6), top + rise + 26
                ImageDraw.Draw(panes).rectangle((wx, wy, wx + 34, wy + 30), fill=255)
            x += wide * roofs.uniform(0.7, 0.95)
        outlines = blur(outlines, 1.4)
        paint(image, tone, outlines)
        rim = ImageChops.subtract(outlines, ImageChops.offset(blur(outlines, 2), -2, 5))
        image = light(image, (255, 200, 120), fade(rim, 0.42))
        image = light(image, (255, 166, 84), blur(panes, 1.5))
        image = light(image, (255, 130, 60), fade(blur(panes, 22), 0.9))
    child = place(person(Stance(0.0, 0.0, hem=0.62, flare=0.13, hair=True, arm=0.03)), (742, 884), 178, 1)
    paint(image, (9, 10, 18), child)
    rim = ImageChops.subtract(child, ImageChops.offset(blur(child, 2), -4, 3))
    image = light(image, (255, 206, 130), fade(rim, 0.9))
    return image


def ete_a_hue() -> Image.Image:
    """A modern picture house of the sixties at the blue hour, bicycles before it."""
    image = gradient([(0, (20, 36, 84)), (0.4, (64, 88, 140)), (0.62, (170, 140, 146)), (0.7, (214, 160, 130)), (1, (40, 34, 44))])
    paint(image, (40, 52, 96), fade(ImageChops.multiply(levels(noise(23, (3, 7), 4), 120, 230), ramp([(0, 255), (0.6, 0)])), 0.55))
    front = gradient([(0.1, (96, 108, 142)), (0.5, (150, 140, 146)), (0.66, (206, 164, 126))])
    stains = noise(29, (26, 9), 4)
    paint(front, (70, 74, 98), fade(levels(stains, 130, 240), 0.4))
    paint(image, front, polygon([(300, 210), (1640, 170), (1640, 960), (300, 960)], 1.2))
    grid = mask_of(lambda d, k: screen_wall(d, k), 1)
    paint(image, (48, 52, 76), fade(grid, 0.85))
    fin = polygon([(1180, 60), (1290, 40), (1290, 690), (1180, 690)], 1.2)
    paint(image, (122, 40, 46), fin)
    tubes = mask_of(lambda d, k: [d.rounded_rectangle((1192 * k, (84 + i * 98) * k, 1278 * k, (164 + i * 98) * k), 12 * k, outline=255, width=round(6 * k)) for i in range(6)] and None, 0.8)
    letters = blank()
    for i in range(6):
        strokes(letters, 400 + i, 1235, 92 + i * 98, 66, 64)
    image = light(image, (255, 70, 70), fade(ImageChops.lighter(tubes, blur(letters, 0.8)), 1.0))
    image = light(image, (255, 60, 60), fade(blur(ImageChops.lighter(tubes, letters), 18), 0.9))
    paint(image, (34, 26, 34), polygon([(250, 676), (1700, 660), (1716, 706), (236, 722)], 1.2))
    bulbs = mask_of(lambda d, k: [d.ellipse(((262 + i * 30 - 7) * k, (698 - i * 0.34 - 7) * k, (262 + i * 30 + 7) * k, (698 - i * 0.34 + 7) * k), fill=255) for i in range(48)] and None, 0.8)
    image = light(image, (255, 226, 160), bulbs)
    image = light(image, (255, 170, 80), blur(bulbs, 12))
    paint(image, (255, 206, 138), polygon([(330, 724), (1610, 712), (1610, 958), (330, 958)], 2))
    paint(image, (206, 120, 60), fade(polygon([(330, 860), (1610, 860), (1610, 958), (330, 958)], 40), 0.5))
    for i, tint in enumerate(((38, 92, 98), (150, 44, 40), (52, 60, 112), (188, 132, 50))):
        x = 420 + i * 300 + (60 if i > 1 else 0)
        paint(image, tint, polygon([(x, 754), (x + 150, 753), (x + 150, 930), (x, 930)], 1))
        face = place(profile(), (x + 70, 938), 158, 1, turn=1 if i % 2 else -1)
        paint(image, between(tint, (250, 226, 190), 0.72), ImageChops.multiply(face, polygon([(x, 754), (x + 150, 753), (x + 150, 930), (x, 930)])))
    for x in (356, 740, 1010, 1580):
        paint(image, (44, 30, 34), polygon([(x, 716), (x + 24, 716), (x + 24, 960), (x, 960)], 1))
    image = light(image, (255, 180, 100), fade(glow((960, 840), 900, 2.0, 0.45), 0.45))
    image = mirrored(image, 960, 11, 7, 0.62)
    paint(image, (24, 20, 30), fade(ImageChops.multiply(levels(noise(39, (40, 50), 4), 100, 210), ramp([(0.735, 0), (0.76, 255)])), 0.6))
    for x, y, size, turn in ((560, 1120, 250, 1), (1500, 1180, 300, -1)):
        paint(image, (16, 14, 22), fade(cyclist(x, y, size, turn), 0.97))
    couple = ImageChops.lighter(place(person(Stance(hem=0.9, flare=0.09, hair=True)), (1010, 1040), 262, 1), place(person(Stance(0.02, hem=0.56, flare=0.1, arm=0.01)), (930, 1046), 284, 1))
    paint(image, (20, 16, 24), couple)
    foot = ImageOps.flip(couple).transform(SIZE, Image.Transform.AFFINE, (1, 0, 0, 0, 1, -1042 + HEIGHT - 1042))
    paint(image, (18, 15, 22), fade(blur(foot, 8), 0.5))
    palm = mask_of(lambda d, k: fronds(d, k, (110, 330), 330), 2)
    paint(image, (14, 18, 34), palm)
    wires = mask_of(lambda d, k: [d.line([(x * k, (y + ((x - 975) / 975) ** 2 * -90) * k) for x in range(-10, 1970, 40)], fill=255, width=round(2.6 * k)) for y in (210, 236, 128)] and None, 0.8)
    paint(image, (18, 22, 40), fade(wires, 0.8))
    return image


def screen_wall(pen: ImageDraw.ImageDraw, k: float) -> None:
    """The pierced blocks of a tropical façade."""
    for row in range(11):
        for column in range(27):
            x, y = 372 + column * 29.5, 268 + row * 36 - column * 0.8
            pen.polygon([((x + 13) * k, y * k), ((x + 25) * k, (y + 15) * k), ((x + 13) * k, (y + 30) * k), ((x + 1) * k, (y + 15) * k)], fill=255)
    for column in range(8):
        x = 1330 + column * 38
        pen.rectangle((x * k, (240 - column) * k, (x + 15) * k, 640 * k), fill=255)


def cyclist(x: float, y: float, size: float, turn: int) -> Image.Image:
    """Somebody on a bicycle in a conical hat, wheels on the ground at y."""

    def draw(pen: ImageDraw.ImageDraw, k: float) -> None:
        def at(a: float, b: float) -> tuple[float, float]:
            return ((x + a * turn * size) * k, (y - b * size) * k)

        r = 0.22
        for cx in (-0.38, 0.38):
            (x0, y0), (x1, y1) = at(cx - r * turn, r * 2), at(cx + r * turn, 0)
            pen.ellipse((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)), outline=255, width=round(size * 0.02 * k))
        tubes = [((-0.38, r), (0.02, 0.2)), ((0.02, 0.2), (0.3, 0.52)), ((-0.12, 0.52), (0.3, 0.52)), ((-0.38, r), (-0.12, 0.52)), ((0.02, 0.2), (-0.14, 0.6)), ((0.38, r), (0.28, 0.64)), ((0.28, 0.64), (0.2, 0.68))]
        for p, q in tubes:
            pen.line([at(*p), at(*q)], fill=255, width=round(size * 0.026 * k))
        for outline in (
            limb([(-0.1, 0.62, 0.085), (0.06, 0.52, 0.06), (0.04, 0.3, 0.042), (0.06, 0.16, 0.036)]),
            limb([(-0.14, 0.6, 0.085), (-0.1, 0.8, 0.09), (-0.02, 1.0, 0.082), (0.0, 1.04, 0.05)]),
            limb([(0.0, 0.98, 0.04), (0.1, 0.8, 0.034), (0.24, 0.7, 0.026)]),
            oval(0.04, 1.13, 0.058, 0.07),
            [(-0.13, 1.13), (0.05, 1.29), (0.22, 1.14)],
        ):
            pen.polygon([at(*q) for q in outline], fill=255)

    return mask_of(draw, 1.2)


def fronds(pen: ImageDraw.ImageDraw, k: float, crown: tuple[float, float], reach: float) -> None:
    """A palm: trunk to the ground and drooping leaves."""
    x, y = crown
    pen.polygon([((x - 14) * k, y * k), ((x + 12) * k, y * k), ((x + 4) * k, (HEIGHT + 10) * k), ((x - 44) * k, (HEIGHT + 10) * k)], fill=255)
    source = random.Random(round(x + y))
    for i in range(15):
        angle = math.radians(-28 + 236 * i / 14 + source.uniform(-7, 7))
        side = 1 if math.cos(angle) > 0 else -1
        far = reach * source.uniform(0.8, 1.05)
        mid = (x + far * 0.55 * math.cos(angle), y - far * 0.55 * math.sin(angle))
        tip = (x + far * 0.95 * math.cos(angle), y - far * 0.6 * math.sin(angle) + far * 0.3)
        spine = smooth([crown, mid, tip], 14, closed=False)
        for j, (px, py) in enumerate(spine[1:]):
            leaf = reach * 0.2 * (1 - abs(j / len(spine) - 0.45) * 1.3)
            pen.line((px * k, py * k, (px + side * leaf * 0.35) * k, (py + leaf) * k), fill=255, width=round(4 * k))
            pen.line((px * k, py * k, (px + side * leaf * 0.7) * k, (py - leaf * 0.35) * k), fill=255, width=round(3 * k))
        pen.line([(px * k, py * k) for px, py in spine], fill=255, width=round(5 * k))


def last_bus() -> Image.Image:
    """The upper deck of a night bus, one passenger in front of the city."""
    image = gradient([(0, (12, 26, 34)), (0.5, (28, 50, 58)), (1, (12, 18, 22))])
    hues: list[Colour] = [(255, 170, 80), (255, 210, 140), (255, 96, 70), (90, 210, 200), (150, 220, 255), (255, 140, 60)]
    image = ImageChops.screen(image, bokeh(51, 90, (60, 220, WIDTH - 60, 700), (14, 50), hues))
    image = ImageChops.screen(image, bokeh(52, 22, (100, 260, WIDTH - 100, 680), (50, 96), hues))
    image = light(image, (255, 170, 90), fade(glow((980, 640), 800, 2.2, 0.6), 0.35))
    drops = specks(53, 900, (1.5, 4.2), 1.0)
    image = light(image, (220, 226, 220), fade(ImageChops.multiply(drops, ramp([(0.12, 255), (0.55, 255), (0.6, 0)])), 0.32))
    frame = ImageChops.invert(ImageChops.lighter(polygon([(150, 200), (950, 172), (950, 740), (110, 772)], 5), polygon([(1000, 172), (1800, 200), (1840, 772), (1000, 740)], 5)))
    body = gradient([(0, (24, 32, 34)), (0.14, (40, 50, 48)), (0.6, (20, 28, 30)), (1, (7, 9, 11))])
    paint(image, body, frame)
    lamp = polygon([(420, 0), (520, 0), (800, 150), (756, 152)], 4)
    image = light(image, (214, 240, 214), lamp)
    image = light(image, (214, 240, 214), polygon([(1440, 0), (1540, 0), (1196, 152), (1152, 150)], 4))
    image = light(image, (150, 190, 160), fade(glow((975, 60), 900, 1.8, 0.4), 0.4))
    sill = polygon([(100, 776), (980, 742), (1850, 776), (1850, 800), (980, 764), (100, 800)], 2)
    image = light(image, (170, 120, 80), fade(sill, 0.6))
    for row in range(3):
        near = row / 2
        for side in (-1, 1):
            for seat in (0, 1):
                wide = 150 + 175 * near
                x = 975 + side * (100 + 95 * near + wide * (0.5 + seat * 1.08))
                top = 742 + 190 * near
                back = smooth([(x - wide * 0.46, HEIGHT + 20), (x - wide * 0.46, top + 50), (x - wide * 0.38, top + 6), (x, top - 4), (x + wide * 0.38, top + 6), (x + wide * 0.46, top + 50), (x + wide * 0.46, HEIGHT + 20)], 6, closed=False)
                mask = polygon(back, 1.5 + near * 5)
                paint(image, between((24, 38, 46), (7, 10, 14), near), mask)
                rim = ImageChops.subtract(mask, ImageChops.offset(blur(mask, 4), 0, 9))
                image = light(image, between((150, 180, 150), (90, 110, 100), near), fade(rim, 0.5))
        if row == 0:
            hair = smooth([(-0.2, 0.06), (-0.105, 0.0), (-0.01, 0.06), (0.0, 0.2), (-0.03, 0.285), (-0.105, 0.3), (-0.18, 0.285), (-0.21, 0.2)], 6)
            head = place([*seated(-0.12), hair], (1240, 1050), 560, 1.8)
            paint(image, (10, 14, 18), head)
            rim = ImageChops.subtract(head, ImageChops.offset(blur(head, 4), -7, 5))
            image = light(image, (255, 184, 110), fade(rim, 0.85))
            rim = ImageChops.subtract(head, ImageChops.offset(blur(head, 4), 6, 6))
            image = light(image, (130, 210, 200), fade(rim, 0.5))
    poles = mask_of(lambda d, k: [d.line((x * k, 0, x * k, 1320 * k), fill=255, width=round(w * k)) for x, w in ((700, 12), (1330, 16))] and None, 2)
    paint(image, (150, 120, 50), fade(poles, 0.55))
    return grade(image, (5, 10, 14), (255, 250, 238), 0.95, 0.22)


def snow_on_channel_nine() -> Image.Image:
    """Somebody before a television set that shows only snow."""
    image = gradient([(0, (11, 14, 24)), (0.6, (18, 23, 36)), (1, (6, 7, 12))])
    paper = noise(35, (30, 20), 3)
    paint(image, (26, 32, 50), fade(ImageChops.multiply(levels(paper, 120, 230), ramp([(0, 200), (0.66, 60), (0.7, 0)])), 0.6))
    image = light(image, (110, 150, 220), fade(glow((1060, 560), 1000, 2.0, 0.75), 0.75))
    set_ = polygon([(694, 348), (712, 330), (1408, 330), (1426, 348), (1432, 800), (688, 800)], 3)
    paint(image, (16, 14, 17), set_)
    paint(image, (10, 9, 12), polygon([(640, 800), (1480, 800), (1500, 1010), (620, 1010)], 3))
    image = light(image, (60, 80, 120), fade(polygon([(640, 800), (1480, 800), (1484, 812), (636, 812)], 3), 0.6))
    screen = polygon(smooth([(748, 372), (980, 362), (1230, 372), (1240, 560), (1230, 752), (980, 762), (748, 752), (738, 560)], 8), 2)
    static = Image.frombytes("L", (260, 200), random.Random(2).randbytes(52000)).resize(SIZE)
    rows = noise(5, (1, 40), 3)
    picture = ImageOps.colorize(Image.blend(static, rows, 0.4), (60, 80, 112), (240, 248, 255))
    paint(image, picture, screen)
    bars = mask_of(lambda d, k: [d.line((700 * k, y * k, 1260 * k, y * k), fill=255, width=round(2 * k)) for y in range(360, 764, 7)] and None, 0.8)
    paint(image, (30, 40, 62), fade(ImageChops.multiply(bars, screen), 0.4))
    image = light(image, (150, 190, 255), fade(blur(screen, 60), 0.5))
    for y in (440, 520):
        paint(image, (60, 58, 56), mask_of(lambda d, k, y=y: d.ellipse((1310 * k, y * k, 1366 * k, (y + 56) * k), fill=255), 1.2))
    aerial = mask_of(lambda d, k: [d.line((1050 * k, 330 * k, x * k, 60 * k), fill=255, width=round(5 * k)) for x in (840, 1330)] and None, 1)
    paint(image, (24, 26, 34), aerial)
    body = place(seated(0.05), (690, 1330), 860, 2.4)
    paint(image, (5, 6, 10), body)
    rim = ImageChops.subtract(body, ImageChops.offset(blur(body, 6), -9, 8))
    image = light(image, (140, 180, 245), fade(rim, 0.9))
    cat = smooth([(1380, 800), (1376, 740), (1386, 700), (1380, 660), (1390, 640), (1404, 656), (1424, 656), (1440, 640), (1448, 664), (1442, 700), (1462, 750), (1462, 800)], 6)
    paint(image, (6, 7, 10), polygon(cat, 1.5))
    rim = ImageChops.subtract(polygon(cat, 1.5), ImageChops.offset(polygon(cat, 3), 5, 2))
    image = light(image, (130, 170, 240), fade(rim, 0.8))
    image = light(image, (120, 160, 230), fade(ImageChops.multiply(glow((1040, 1120), 800, 1.8, 0.3), ramp([(0.77, 0), (0.8, 255)])), 0.3))
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
        shape = smooth([(x - 130 * hull, line - 40 * hull), (x + 120 * hull, line - 28 * hull), (x + 92 * hull, line + 12), (x - 100 * hull, line + 12)], 5)
        paint(image, (9, 12, 22), polygon(shape, 1))
        paint(image, (9, 12, 22), polygon([(x - 3, line - 300 * hull), (x + 3, line - 300 * hull), (x + 4, line), (x - 4, line)], 1))
        image = light(image, (255, 236, 190), glow((x, line - 292 * hull), 46 * hull, 1.4))
    image = mirrored(image, line + 12, 21, 14, 0.8)
    swell = noise(49, (10, 100), 4)
    paint(image, (9, 13, 28), fade(ImageChops.multiply(levels(swell, 110, 210), ramp([(0.615, 0), (0.68, 255)])), 0.6))
    paint(image, (5, 7, 13), polygon([(-10, 1130), (700, 1180), (760, 1320), (-10, 1320)], 4))
    pair = ImageChops.lighter(place(person(Stance(hem=0.7, hair=True)), (300, 1180), 400, 1.4), place(person(Stance(hem=0.66, hat=True)), (410, 1196), 430, 1.4))
    paint(image, (5, 7, 13), pair)
    rim = ImageChops.subtract(pair, ImageChops.offset(blur(pair, 4), -6, 3))
    return grade(light(image, (255, 190, 120), fade(ImageChops.multiply(rim, pair), 0.35)), (4, 8, 18), (255, 248, 236), 0.8)
